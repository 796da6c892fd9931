//! `get_connected_clients`: what is known about connected clients.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::{ClientKind, RepType};
use crate::{ClientId, Document, Element, Extra, Fields, FromElement, Lsid, RepresentativeId, Time, Tree};

/// Connected clients, in the order of the document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ConnectedClients {
    /// The clients.
    pub clients: Vec<ConnectedClient>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for ConnectedClients {
    const ROOT: &'static str = "connected_clients";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        let clients = fields.elements_where(|child| kind(child.name()).is_some())?;
        Ok(Self { clients, extra: fields.extra() })
    }
}

/// A connected client.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ConnectedClient {
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: ClientKind,
    /// Identifies it as long as it is connected.
    pub id: ClientId,
    /// Name of the computer.
    pub hostname: String,
    /// Its operating system.
    pub platform: Platform,
    /// Seconds that its clock is ahead of UTC.
    pub timezone_offset: i32,
    /// Since when; documented for representatives only.
    pub connected_since: Option<Time>,
    /// The session that it is in; not documented.
    pub lsid: Option<Lsid>,
    /// What else is known of a representative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Box<RepresentativeState>>,
    /// Connections and events, if they were asked for. Their layout is not documented.
    pub client_connections: Option<Tree>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ConnectedClient {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let kind = kind(element.name()).ok_or_else(|| element.error("an unknown sort of client"))?;
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            hostname: fields.needs("hostname")?,
            platform: fields.needs_element("platform")?,
            timezone_offset: fields.needs("timezone_offset")?,
            connected_since: fields.time("connected_since")?,
            lsid: fields.guess("lsid"),
            representative: match kind {
                ClientKind::Representative => RepresentativeState::of(&mut fields),
                _ => None,
            },
            client_connections: fields.take("client_connections").map(Tree::of),
            kind,
            extra: fields.extra(),
        })
    }
}

/// An operating system.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Platform {
    /// The short name.
    pub id: String,
    /// The long name.
    pub name: String,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Platform {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            name: fields.text().into_owned(),
            extra: fields.extra(),
        })
    }
}

/// The state of a representative's console. Nothing of it is documented.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RepresentativeState {
    /// Identifies the user.
    pub user_id: Option<RepresentativeId>,
    /// What sort of user it is.
    #[serde(rename = "type")]
    pub kind: Option<RepType>,
    /// The name of the account.
    pub username: Option<String>,
    /// The name that customers see.
    pub public_display_name: Option<String>,
    /// The name that colleagues see.
    pub private_display_name: Option<String>,
    /// The address at which a session with this representative begins.
    pub start_session_url: Option<String>,
    /// Number of presentations that are running.
    pub presentation_count: Option<u64>,
    /// Number of active sessions.
    pub support_session_count: Option<u64>,
    /// Whether the public site shows this representative.
    pub showing_on_rep_list: Option<bool>,
    /// Whether sessions may be routed here now.
    pub routing_available: Option<bool>,
    /// Whether there are too many sessions for more.
    pub routing_busy: Option<bool>,
    /// Whether routing is on.
    pub routing_enabled: Option<bool>,
    /// Whether the representative is away.
    pub routing_idle: Option<bool>,
}

impl RepresentativeState {
    fn of(fields: &mut Fields<'_>) -> Option<Box<Self>> {
        let state = Self {
            user_id: fields.guess("user_id"),
            kind: fields.guess("type"),
            username: fields.guess("username"),
            public_display_name: fields.guess("public_display_name"),
            private_display_name: fields.guess("private_display_name"),
            start_session_url: fields.guess("start_session_url"),
            presentation_count: fields.guess("presentation_count"),
            support_session_count: fields.guess("support_session_count"),
            showing_on_rep_list: fields.guess("showing_on_rep_list"),
            routing_available: fields.guess("routing_available"),
            routing_busy: fields.guess("routing_busy"),
            routing_enabled: fields.guess("routing_enabled"),
            routing_idle: fields.guess("routing_idle"),
        };
        (state != Self::default()).then(|| Box::new(state))
    }
}

/// The kind of client that an element of that name describes.
fn kind(name: &str) -> Option<ClientKind> {
    let known = [
        ClientKind::Representative,
        ClientKind::SupportCustomer,
        ClientKind::PresentationAttendee,
        ClientKind::PushAgent,
    ];
    let name = name.strip_prefix("connected_")?;
    known.into_iter().find(|kind| kind.as_str() == name)
}
