// Made by `cargo xtask codegen` from an invented file.
//! Lamp.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use bt_sra_xml_model::Lsid;
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use super::{BulbId, LampRoomId};

/// Lamps: `/lamp`.
#[derive(Clone, Debug)]
pub struct Lamps {
    pub(crate) scope: Scope,
}

impl Lamps {
    /// Rooms of a Lamp.
    #[must_use]
    pub fn rooms(&self, lsid: &Lsid) -> LampRooms {
        LampRooms {
            scope: self.scope.of(&lsid),
        }
    }
    /// Lists Lamps.
    ///
    /// `GET /lamp`
    pub fn list(&self) -> LampList {
        static OPERATION: Operation = Operation::new(
            "lamp list",
            "/api/command/v2/lamp",
            Repeat::Safe,
        );
        LampList {
            call: self.scope.call(&OPERATION, Method::GET, &[]),
        }
    }
    /// Lists the Marks of a Lamp.
    ///
    /// `GET /lamp/{lsid}`
    pub fn marks(&self, lsid: &Lsid) -> Call<Vec<String>> {
        static OPERATION: Operation = Operation::new(
            "lamp marks",
            "/api/command/v2/lamp/{lsid}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&lsid])
    }
    /// Sets marks of a lamp.
    ///
    /// `PATCH /lamp/{lsid}`
    pub fn set_marks(
        &self,
        lsid: &Lsid,
        fields: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Call<MessageResponse> {
        static OPERATION: Operation = Operation::new(
            "lamp set-marks",
            "/api/command/v2/lamp/{lsid}",
            Repeat::Safe,
        );
        let fields: BTreeMap<String, String> = fields
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        self.scope.call(&OPERATION, Method::PATCH, &[&lsid]).json(&fields)
    }
    /// Calls `socket-bulb` of a Lamp.
    ///
    /// `POST /lamp/{lsid}/socket/bulb/{id}`
    pub fn socket_bulb(
        &self,
        lsid: &Lsid,
        id: BulbId,
        body: BTreeMap<String, Json>,
    ) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "lamp socket-bulb",
            "/api/command/v2/lamp/{lsid}/socket/bulb/{id}",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&lsid, &id]).json(&body)
    }
}

/// The call of `GET /lamp`, and what it may be told.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct LampList {
    pub(crate) call: Call<Vec<Lamp>>,
}

impl LampList {
    /// Keeps what has this `type`.
    pub fn r#type(self, r#type: LampType) -> Self {
        Self {
            call: self.call.query("type", r#type),
        }
    }
    /// Keeps what has this `name`.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self {
            call: self.call.query("name", Into::<String>::into(name)),
        }
    }
    /// Keeps what has this `least`: at least 1.
    pub fn least(self, least: i64) -> Self {
        Self {
            call: self.call.query("least", least),
        }
    }
}

/// Lamp Rooms: `/lamp/{lsid}/room/{id}`.
#[derive(Clone, Debug)]
pub struct LampRooms {
    pub(crate) scope: Scope,
}

impl LampRooms {
    /// Reads a Lamp Room.
    ///
    /// `GET /lamp/{lsid}/room/{id}`
    pub fn get(&self, id: LampRoomId) -> LampRoomCall {
        static OPERATION: Operation = Operation::new(
            "lamp room get",
            "/api/command/v2/lamp/{lsid}/room/{id}",
            Repeat::Safe,
        );
        LampRoomCall {
            call: self.scope.call(&OPERATION, Method::GET, &[&id]),
        }
    }
    /// Creates a Lamp Room.
    ///
    /// `POST /lamp/{lsid}/room/{id}`
    pub fn create(&self, id: LampRoomId, new: NewRoom) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "lamp room create",
            "/api/command/v2/lamp/{lsid}/room/{id}",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&new)
    }
}

/// The call of `GET /lamp/{lsid}/room/{id}`, and what it may be told.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct LampRoomCall {
    pub(crate) call: Call<Room>,
}

impl LampRoomCall {
    /// Keeps what has this `state`.
    pub fn state(self, state: RoomState) -> Self {
        Self {
            call: self.call.query("state", state),
        }
    }
}

/// A Floor Lamp, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FloorLamp {
    /// The type.
    pub r#type: LampType,
    /// The lsid: of the form `^[0-9a-f]{32}$`.
    pub lsid: Lsid,
    /// The watts.
    #[serde(deserialize_with = "wire::integer")]
    pub watts: i64,
}

/// A Lamp, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum Lamp {
    /// A Floor Lamp.
    Floor(FloorLamp),
    /// A Wall Lamp.
    Wall(WallLamp),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl<'de> Deserialize<'de> for Lamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("floor") => shape.into().map(Self::Floor),
            Some("wall") => shape.into().map(Self::Wall),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// A Message Response, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessageResponse {
    /// The message.
    pub message: Option<String>,
}

/// What is sent for `NewRoom`.
#[derive(Clone, Debug, Serialize)]
pub struct NewRoom {
    lsid: Lsid,
    state: RoomState,
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<Vec<String>>,
}

impl NewRoom {
    /// Takes what must be there.
    pub fn new(lsid: impl Into<Lsid>, state: RoomState) -> Self {
        Self {
            lsid: lsid.into(),
            state,
            others: None,
        }
    }
    /// Sets the others.
    #[must_use]
    pub fn others(
        mut self,
        others: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.others = Some(others.into_iter().map(Into::into).collect());
        self
    }
}

/// A Room, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Room {
    /// The id: at least 1.
    pub id: LampRoomId,
    /// The lsid: of the form `^[0-9a-f]{32}$`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub lsid: Option<Lsid>,
}

/// A Wall Lamp, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WallLamp {
    /// The type.
    pub r#type: LampType,
    /// The before lsids.
    pub before_lsids: Option<Vec<Lsid>>,
}

/// The lamp type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampType {
    /// `floor`.
    Floor,
    /// `wall`.
    Wall,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LampType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Floor => "floor",
            Self::Wall => "wall",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LampType {
    fn from(text: &str) -> Self {
        match text {
            "floor" => Self::Floor,
            "wall" => Self::Wall,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The room state.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RoomState {
    /// `on`.
    On,
    /// `off`.
    Off,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl RoomState {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for RoomState {
    fn from(text: &str) -> Self {
        match text {
            "on" => Self::On,
            "off" => Self::Off,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    MessageResponse,
    Room,
}

bt_sra_transport::api::calls! {
    LampList => Vec<Lamp>,
    LampRoomCall => Room,
}

bt_sra_transport::api::text_enums! {
    LampType,
    RoomState,
}
