// Made by `cargo xtask codegen` from an invented file.
//! Lamp.

use bt_sra_core::{SecretString, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Download, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::{One, Shape};
use crate::{Ensure, Find, Hold, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{LampDimChanges, LampId, LampPatch, NewLamp, NewLampInstaller};

/// Lamps: `/lamp`.
#[derive(Clone, Debug)]
pub struct Lamps {
    pub(crate) scope: Scope,
}

impl Lamps {
    /// Installers.
    #[must_use]
    pub fn installers(&self) -> LampInstallers {
        LampInstallers {
            scope: self.scope.clone(),
        }
    }
    /// Rooms of a Lamp.
    #[must_use]
    pub fn rooms(&self, lamp_id: LampId) -> LampRooms {
        LampRooms {
            scope: self.scope.of(&lamp_id),
        }
    }
    /// Lists Lamps.
    ///
    /// `GET /lamp`
    pub fn list(&self) -> List<LampList> {
        static OPERATION: Operation = Operation::new(
            "lamp list",
            "/api/config/v1/lamp",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Lamp.
    ///
    /// `POST /lamp`
    pub fn create(&self, new: NewLamp) -> Call<Lamp> {
        static OPERATION: Operation = Operation::new(
            "lamp create",
            "/api/config/v1/lamp",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Calls `approve` of a Lamp.
    ///
    /// `POST /lamp/approve`
    pub fn approve(&self, answer: bool) -> Call<ApproveLampAnswer> {
        static OPERATION: Operation = Operation::new(
            "lamp approve",
            "/api/config/v1/lamp/approve",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&One("answer", answer))
    }
    /// Reads a Lamp.
    ///
    /// `GET /lamp/{id}`
    pub fn get(&self, id: LampId) -> Call<Lamp> {
        static OPERATION: Operation = Operation::new(
            "lamp get",
            "/api/config/v1/lamp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Lamp.
    ///
    /// `PATCH /lamp/{id}`
    pub fn update(&self, id: LampId, patch: LampPatch) -> Call<Lamp> {
        static OPERATION: Operation = Operation::new(
            "lamp update",
            "/api/config/v1/lamp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Lamp.
    ///
    /// `DELETE /lamp/{id}`
    pub fn delete(&self, id: LampId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "lamp delete",
            "/api/config/v1/lamp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `check-in` of a Lamp.
    ///
    /// `POST /lamp/{id}/check-in`
    pub fn check_in(&self, id: LampId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "lamp check-in",
            "/api/config/v1/lamp/{id}/check-in",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Calls `check-out` of a Lamp.
    ///
    /// `POST /lamp/{id}/check-out`
    pub fn check_out(&self, id: LampId) -> Call<LampCredential> {
        static OPERATION: Operation = Operation::new(
            "lamp check-out",
            "/api/config/v1/lamp/{id}/check-out",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Calls `dim-changes` of a Lamp.
    ///
    /// `PATCH /lamp/{id}/dim-changes`
    pub fn dim_changes(
        &self,
        id: LampId,
        patch: LampDimChanges,
    ) -> Call<LampDimChangesDetails> {
        static OPERATION: Operation = Operation::new(
            "lamp dim-changes",
            "/api/config/v1/lamp/{id}/dim-changes",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Reads the events of a Lamp.
    ///
    /// `GET /lamp/{id}/events`
    pub fn events(&self, id: LampId) -> Call<LampEvents> {
        static OPERATION: Operation = Operation::new(
            "lamp events",
            "/api/config/v1/lamp/{id}/events",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Lists the Nodes of a Lamp.
    ///
    /// `GET /lamp/{id}/node`
    pub fn nodes(&self, id: LampId) -> List<LampNodeList> {
        static OPERATION: Operation = Operation::new(
            "lamp nodes",
            "/api/config/v1/lamp/{id}/node",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Reads the show schedule of a Lamp.
    ///
    /// `GET /lamp/{id}/showSchedule`
    pub fn show_schedule(&self, id: LampId) -> Call<Schedule> {
        static OPERATION: Operation = Operation::new(
            "lamp show-schedule",
            "/api/config/v1/lamp/{id}/showSchedule",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Finds a Lamp by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<LampList> {
        let name: String = name.into();
        self.list().find_by(name, |item| Some(&item.name))
    }
    /// Finds a Lamp by its `code_name`: none, one or several.
    pub fn find_by_code_name(&self, code_name: impl Into<String>) -> Find<LampList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Lamp be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewLamp) -> Ensure<LampList> {
        let handle = self.clone();
        Ensure::new(
                "name",
                |name| self.find_by_name(name),
                self.create(new),
                move |item| handle.update(item.id, LampPatch::new()),
            )
            .without(&["password", "key"])
    }
    /// Checks a Lamp out until the returned guard checks it in, or while a closure runs.
    pub fn hold(&self, id: LampId) -> Hold<LampCredential> {
        Hold::new(self.check_out(id), self.check_in(id))
    }
}

/// The list of `/lamp`.
#[derive(Clone, Copy, Debug)]
pub enum LampList {}

impl Listing for LampList {
    type Item = Lamp;
    const PAGED: bool = true;
}

impl Paged for LampList {}

impl List<LampList> {
    /// Keeps what has this `code_name`: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
    /// Keeps what has this `owner`: 1 to 64 characters.
    pub fn owner(self, owner: impl Into<String>) -> Self {
        self.with("owner", Into::<String>::into(owner))
    }
    /// Keeps what has this `include_broken`.
    pub fn include_broken(self, include_broken: bool) -> Self {
        self.with("include_broken", include_broken)
    }
}

/// The list of `/lamp/{id}/node`.
#[derive(Clone, Copy, Debug)]
pub enum LampNodeList {}

impl Listing for LampNodeList {
    type Item = LampNode;
    const MAY_BE_SINGLE: bool = true;
}

/// Lamp Installers: `/lamp/installer`.
#[derive(Clone, Debug)]
pub struct LampInstallers {
    pub(crate) scope: Scope,
}

impl LampInstallers {
    /// Creates a Lamp Installer.
    ///
    /// `POST /lamp/installer`
    pub fn create(&self, new: NewLampInstaller) -> Call<LampInstaller> {
        static OPERATION: Operation = Operation::new(
            "lamp installer create",
            "/api/config/v1/lamp/installer",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Downloads a Lamp Installer.
    ///
    /// `GET /lamp/installer/{platform}`
    pub fn download(&self, platform: LampInstallerPlatform) -> Download {
        static OPERATION: Operation = Operation::new(
            "lamp installer download",
            "/api/config/v1/lamp/installer/{platform}",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[&platform])
    }
}

/// Lamp Rooms: `/lamp/{id}/room`.
#[derive(Clone, Debug)]
pub struct LampRooms {
    pub(crate) scope: Scope,
}

impl LampRooms {
    /// Lists Lamp Rooms.
    ///
    /// `GET /lamp/{id}/room`
    pub fn list(&self) -> List<LampRoomList> {
        static OPERATION: Operation = Operation::new(
            "lamp room list",
            "/api/config/v1/lamp/{id}/room",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Deletes a Lamp Room.
    ///
    /// `DELETE /lamp/{id}/room`
    pub fn delete(&self, room_id: i64) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "lamp room delete",
            "/api/config/v1/lamp/{id}/room",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[]).json(&One("room_id", room_id))
    }
    /// Finds a Lamp Room by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<LampRoomList> {
        let name: String = name.into();
        self.list().find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/lamp/{id}/room`.
#[derive(Clone, Copy, Debug)]
pub enum LampRoomList {}

impl Listing for LampRoomList {
    type Item = Room;
    const MAY_BE_SINGLE: bool = true;
    const PAGED: bool = true;
}

impl Paged for LampRoomList {}

/// An Approve Lamp Answer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApproveLampAnswer {
    /// The message.
    pub message: Option<String>,
}

/// A Choice, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Choice {
    /// The list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<i64>>,
}

impl Choice {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the list.
    #[must_use]
    pub fn list(mut self, list: impl IntoIterator<Item = i64>) -> Self {
        self.list = Some(list.into_iter().collect());
        self
    }
}

/// A Lamp, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Lamp {
    /// The id.
    pub id: LampId,
    /// The code.
    pub code: String,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<LampType>,
    /// The kind. By default `"floor"`.
    pub kind: LampKind,
    /// The shade.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub shade: Option<LampShade>,
    /// The ttl.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub ttl: Option<LampTtl>,
    /// The level.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub level: Option<LampLevel>,
    /// The port: 1 to 65535.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub port: Option<i64>,
    /// The watts: at least 1.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub watts: Option<i64>,
    /// The brightness.
    pub brightness: Option<f64>,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The room.
    pub room: Option<Room>,
    /// The room id. A plain number: the specification does not tell what of.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub room_id: Option<i64>,
    /// Whether `on` is set. By default `true`.
    pub on: Option<bool>,
    /// The tags: up to 3 items.
    pub tags: Option<Vec<String>>,
    /// The nicknames: at least one item.
    pub nicknames: Option<Vec<String>>,
    /// The portal ids. By default `["All portals"]`.
    pub portal_ids: Option<Vec<LampPortalId>>,
    /// The filter.
    pub filter: Option<LampFilter>,
    /// The address.
    pub address: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// The serial.
    pub serial: Option<LampSerial>,
    /// The switched at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub switched_at: Option<Timestamp>,
    /// The password.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub password: Option<SecretString>,
    /// The labels.
    pub labels: Option<LampLabels>,
    /// The rules.
    pub rules: Option<Vec<LampRule>>,
    /// The wrapped.
    pub wrapped: Option<Room>,
    /// The anything.
    pub anything: Option<Json>,
}

/// A Lamp Credential, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct LampCredential {
    /// The username.
    pub username: Option<String>,
    /// The private key.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub private_key: Option<SecretString>,
    /// The token.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub token: Option<SecretString>,
}

/// A Lamp Dim Changes Details, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampDimChangesDetails {
    /// The message.
    pub message: Option<String>,
}

/// A Lamp Events, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampEvents {
    /// The events.
    pub events: Option<Vec<LampEventsEvent>>,
}

/// A Lamp Events Event, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampEventsEvent {
    /// The at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub at: Option<Timestamp>,
}

/// A Lamp Filter, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum LampFilter {
    /// A Range.
    Range(Range),
    /// A Choice.
    Choice(Choice),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl From<Range> for LampFilter {
    fn from(value: Range) -> Self {
        Self::Range(value)
    }
}

impl From<Choice> for LampFilter {
    fn from(value: Choice) -> Self {
        Self::Choice(value)
    }
}

impl<'de> Deserialize<'de> for LampFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        if shape.has(&["range"]) {
            return shape.into().map(Self::Range);
        }
        if shape.has(&["list"]) {
            return shape.into().map(Self::Choice);
        }
        Ok(Self::Other(shape.into_json()))
    }
}

/// A Lamp Installer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct LampInstaller {
    /// The id. A plain number: the specification does not tell what of.
    pub id: i64,
    /// The key info.
    pub key_info: Option<LampInstallerKeyInfo>,
}

/// Lamp Installer Key Info, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct LampInstallerKeyInfo {
    /// The encoded info.
    #[serde(rename = "encodedInfo", default, deserialize_with = "wire::secret_or_none")]
    pub encoded_info: Option<SecretString>,
    /// The filename.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub filename: Option<SecretString>,
}

/// A Lamp Labels, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampLabels {
    /// The key.
    #[serde(rename = "Key")]
    pub key: Option<String>,
    /// The encoded info.
    #[serde(rename = "encodedInfo")]
    pub encoded_info: Option<String>,
}

/// A Lamp Node, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampNode {
    /// The name.
    pub name: Option<String>,
}

/// A Lamp Portal Id, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum LampPortalId {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl From<String> for LampPortalId {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<i64> for LampPortalId {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl<'de> Deserialize<'de> for LampPortalId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        if shape.is_text() {
            return shape.into().map(Self::Text);
        }
        if shape.is_integer() {
            return shape.into().map(Self::Number);
        }
        Ok(Self::Other(shape.into_json()))
    }
}

/// A Lamp Rule, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LampRule {
    /// The start time: of the form `^\d\d:\d\d$`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
}

impl LampRule {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the start time: of the form `^\d\d:\d\d$`.
    #[must_use]
    pub fn start_time(mut self, start_time: impl Into<String>) -> Self {
        self.start_time = Some(start_time.into());
        self
    }
}

/// A Lamp Serial, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum LampSerial {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl From<String> for LampSerial {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<i64> for LampSerial {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl<'de> Deserialize<'de> for LampSerial {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        if shape.is_text() {
            return shape.into().map(Self::Text);
        }
        if shape.is_integer() {
            return shape.into().map(Self::Number);
        }
        Ok(Self::Other(shape.into_json()))
    }
}

/// A Range, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Range {
    /// The range.
    pub range: RangeRange,
}

impl Range {
    /// Takes what must be there.
    pub fn new(range: RangeRange) -> Self {
        Self { range }
    }
}

/// A Range Range, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RangeRange {
    /// The start.
    #[serde(
        default,
        deserialize_with = "wire::value_or_empty",
        skip_serializing_if = "Option::is_none"
    )]
    pub start: Option<i64>,
    /// The end.
    #[serde(
        default,
        deserialize_with = "wire::value_or_empty",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<i64>,
}

impl RangeRange {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the start.
    #[must_use]
    pub fn start(mut self, start: i64) -> Self {
        self.start = Some(start);
        self
    }
    /// Sets the end.
    #[must_use]
    pub fn end(mut self, end: i64) -> Self {
        self.end = Some(end);
        self
    }
}

/// A Room, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Room {
    /// The name.
    pub name: Option<String>,
}

/// A Schedule, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Schedule {
    /// The timezone.
    pub timezone: Option<String>,
}

/// The lamp installer platform.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampInstallerPlatform {
    /// `linux-x86`.
    LinuxX86,
    /// `Windows`.
    Windows,
    /// `mac-dmg`.
    MacDmg,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LampInstallerPlatform {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::LinuxX86 => "linux-x86",
            Self::Windows => "Windows",
            Self::MacDmg => "mac-dmg",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LampInstallerPlatform {
    fn from(text: &str) -> Self {
        match text {
            "linux-x86" => Self::LinuxX86,
            "Windows" => Self::Windows,
            "mac-dmg" => Self::MacDmg,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The lamp kind.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampKind {
    /// `floor`.
    Floor,
    /// `ceiling`.
    Ceiling,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LampKind {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Floor => "floor",
            Self::Ceiling => "ceiling",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LampKind {
    fn from(text: &str) -> Self {
        match text {
            "floor" => Self::Floor,
            "ceiling" => Self::Ceiling,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The lamp level.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampLevel {
    /// 0.
    N0,
    /// 1.
    N1,
    /// 2.
    N2,
    /// A value that this version of the crate does not know.
    Other(i64),
}

impl LampLevel {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::N0 => 0,
            Self::N1 => 1,
            Self::N2 => 2,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for LampLevel {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::N0,
            1 => Self::N1,
            2 => Self::N2,
            other => Self::Other(other),
        }
    }
}

/// The lamp shade.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampShade {
    /// `glass`.
    Glass,
    /// `paper`.
    Paper,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LampShade {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Glass => "glass",
            Self::Paper => "paper",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LampShade {
    fn from(text: &str) -> Self {
        match text {
            "glass" => Self::Glass,
            "paper" => Self::Paper,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The lamp ttl.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampTtl {
    /// 60.
    N60,
    /// 120.
    N120,
    /// 300.
    N300,
    /// A value that this version of the crate does not know.
    Other(i64),
}

impl LampTtl {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::N60 => 60,
            Self::N120 => 120,
            Self::N300 => 300,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for LampTtl {
    fn from(number: i64) -> Self {
        match number {
            60 => Self::N60,
            120 => Self::N120,
            300 => Self::N300,
            other => Self::Other(other),
        }
    }
}

/// The lamp type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LampType {
    /// `VT100`.
    Vt100,
    /// `HTTP POST`.
    HttpPost,
    /// `linux-x86`.
    LinuxX86,
    /// `displayName`.
    DisplayName,
    /// `IPv6_ICMP`.
    Ipv6Icmp,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LampType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Vt100 => "VT100",
            Self::HttpPost => "HTTP POST",
            Self::LinuxX86 => "linux-x86",
            Self::DisplayName => "displayName",
            Self::Ipv6Icmp => "IPv6_ICMP",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LampType {
    fn from(text: &str) -> Self {
        match text {
            "VT100" => Self::Vt100,
            "HTTP POST" => Self::HttpPost,
            "linux-x86" => Self::LinuxX86,
            "displayName" => Self::DisplayName,
            "IPv6_ICMP" => Self::Ipv6Icmp,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    ApproveLampAnswer,
    Lamp,
    LampCredential,
    LampDimChangesDetails,
    LampEvents,
    LampInstaller,
    Schedule,
}

bt_sra_transport::api::text_enums! {
    LampInstallerPlatform,
    LampKind,
    LampShade,
    LampType,
}

bt_sra_transport::api::number_enums! {
    LampLevel,
    LampTtl,
}
