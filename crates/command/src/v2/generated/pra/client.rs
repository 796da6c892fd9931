// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Client.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use bt_sra_xml_model::{ApplianceId, Lsid};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{ClientId, UserId, UserType};

/// Clients: `/client`.
#[derive(Clone, Debug)]
pub struct Clients {
    pub(crate) scope: Scope,
}

impl Clients {
    /// Lists Clients.
    ///
    /// `GET /client`
    pub fn list(&self) -> ClientList {
        static OPERATION: Operation = Operation::new(
            "client list",
            "/api/command/v2/client",
            Repeat::Safe,
        );
        ClientList {
            call: self.scope.call(&OPERATION, Method::GET, &[]),
        }
    }
    /// Reads a Client.
    ///
    /// `GET /client/{id}`
    pub fn get(&self, id: ClientId) -> Call<Client> {
        static OPERATION: Operation = Operation::new(
            "client get",
            "/api/command/v2/client/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Reads the connections of a Client.
    ///
    /// `GET /client/{id}/connections`
    pub fn connections(&self, id: ClientId) -> Call<ClientConnections> {
        static OPERATION: Operation = Operation::new(
            "client connections",
            "/api/command/v2/client/{id}/connections",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
}

/// The call of `GET /client`, and what it may be told.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ClientList {
    pub(crate) call: Call<Vec<Client>>,
}

impl ClientList {
    /// Keeps what has this `type`.
    pub fn r#type(self, r#type: ClientType) -> Self {
        Self {
            call: self.call.query("type", r#type),
        }
    }
}

/// An Access Console, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccessConsole {
    /// The id.
    pub id: ClientId,
    /// The type.
    pub r#type: ClientType,
    /// The hostname.
    pub hostname: String,
    /// The platform.
    pub platform: String,
    /// The timezone offset.
    #[serde(deserialize_with = "wire::integer")]
    pub timezone_offset: i64,
    /// The user id.
    pub user_id: UserId,
    /// The user type.
    pub user_type: UserType,
    /// The username.
    pub username: String,
    /// The display name.
    pub display_name: String,
    /// The session count.
    pub session_count: i64,
    /// The session lsids.
    pub session_lsids: Vec<Lsid>,
}

/// An Asset Client, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AssetClient {
    /// The id.
    pub id: ClientId,
    /// The type.
    pub r#type: ClientType,
    /// The hostname.
    pub hostname: String,
    /// The platform.
    pub platform: String,
    /// The timezone offset.
    #[serde(deserialize_with = "wire::integer")]
    pub timezone_offset: i64,
    /// The non interactive.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub non_interactive: Option<NonInteractive>,
    /// The lsid: of the form `^[0-9a-fA-F]{32}$`.
    pub lsid: Lsid,
}

/// Client Connections, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClientConnections {
    /// The id.
    pub id: ClientId,
    /// The connections.
    pub connections: Vec<ClientConnection>,
    /// The events: up to 20 items.
    pub events: Vec<ClientEvent>,
}

/// A Client Connection, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClientConnection {
    /// The appliance id: of the form `^[0-9a-fA-F]{32}$`.
    pub appliance_id: ApplianceId,
    /// The purpose.
    pub purpose: ClientConnectionPurpose,
    /// Whether `receive_traffic_node` is set.
    pub receive_traffic_node: bool,
    /// The connected since.
    pub connected_since: Timestamp,
    /// The private ip.
    pub private_ip: String,
}

/// A Client Event, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClientEvent {
    /// The time.
    pub time: Timestamp,
    /// The message.
    pub message: String,
}

/// A Client, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum Client {
    /// An Access Console.
    AccessConsole(Box<AccessConsole>),
    /// An Asset Client.
    AssetClient(Box<AssetClient>),
    /// A Gateway.
    Gateway(Box<Gateway>),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl Client {
    /// Returns the id, unless the shape is unknown.
    #[must_use]
    pub fn id(&self) -> Option<ClientId> {
        match self {
            Self::AccessConsole(it) => Some(it.id),
            Self::AssetClient(it) => Some(it.id),
            Self::Gateway(it) => Some(it.id),
            Self::Other(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Client {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("access_console") => shape.into().map(Self::AccessConsole),
            Some("asset_client") => shape.into().map(Self::AssetClient),
            Some("gateway") => shape.into().map(Self::Gateway),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// A Gateway, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Gateway {
    /// The id.
    pub id: ClientId,
    /// The type.
    pub r#type: ClientType,
    /// The hostname.
    pub hostname: String,
    /// The platform.
    pub platform: String,
    /// The timezone offset.
    #[serde(deserialize_with = "wire::integer")]
    pub timezone_offset: i64,
}

/// The client connection purpose.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ClientConnectionPurpose {
    /// `primary`.
    Primary,
    /// `traffic`.
    Traffic,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ClientConnectionPurpose {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Primary => "primary",
            Self::Traffic => "traffic",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ClientConnectionPurpose {
    fn from(text: &str) -> Self {
        match text {
            "primary" => Self::Primary,
            "traffic" => Self::Traffic,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The client type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ClientType {
    /// `access_console`.
    AccessConsole,
    /// `asset_client`.
    AssetClient,
    /// `gateway`.
    Gateway,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ClientType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AccessConsole => "access_console",
            Self::AssetClient => "asset_client",
            Self::Gateway => "gateway",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ClientType {
    fn from(text: &str) -> Self {
        match text {
            "access_console" => Self::AccessConsole,
            "asset_client" => Self::AssetClient,
            "gateway" => Self::Gateway,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The non interactive.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NonInteractive {
    /// `shell`.
    Shell,
    /// `rdp`.
    Rdp,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl NonInteractive {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shell => "shell",
            Self::Rdp => "rdp",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for NonInteractive {
    fn from(text: &str) -> Self {
        match text {
            "shell" => Self::Shell,
            "rdp" => Self::Rdp,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    ClientConnections,
    Client,
}

bt_sra_transport::api::calls! {
    ClientList => Vec<Client>,
}

bt_sra_transport::api::text_enums! {
    ClientConnectionPurpose,
    ClientType,
    NonInteractive,
}
