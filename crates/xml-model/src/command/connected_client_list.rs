//! `get_connected_client_list`: how many clients are connected, and which.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{ApplianceId, ClientId, Document, Element, Extra, Fields, FromElement};

/// Counts of the connected clients, and their identifiers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ConnectedClientList {
    /// The counts.
    pub connected_client_summary: ConnectedClientSummary,
    /// The clients, unless only the counts were asked for.
    pub connected_clients: Vec<ListedClient>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl ConnectedClientList {
    /// Returns how many clients of a kind are connected to all appliances together.
    #[must_use]
    pub fn count(&self, kind: &ClientKind) -> u64 {
        let appliances = self.connected_client_summary.appliances.iter();
        let counts = appliances.flat_map(|appliance| &appliance.counts);
        counts.filter(|count| count.kind == *kind).map(|count| count.count).fold(0, u64::saturating_add)
    }
}

impl Document for ConnectedClientList {
    const ROOT: &'static str = "connected_client_list";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self {
            connected_client_summary: fields.needs_element("connected_client_summary")?,
            connected_clients: fields.elements("connected_client")?,
            extra: fields.extra(),
        })
    }
}

/// The counts of all appliances.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ConnectedClientSummary {
    /// One for each appliance that is connected.
    pub appliances: Vec<ApplianceSummary>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ConnectedClientSummary {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { appliances: fields.elements("appliance_summary")?, extra: fields.extra() })
    }
}

/// The counts of an appliance.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApplianceSummary {
    /// Identifies the appliance.
    pub id: ApplianceId,
    /// One for each kind of client.
    pub counts: Vec<ClientCount>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ApplianceSummary {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            counts: fields.elements("count")?,
            extra: fields.extra(),
        })
    }
}

/// How many clients of a kind are connected.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClientCount {
    /// The kind.
    #[serde(rename = "type")]
    pub kind: ClientKind,
    /// How many.
    pub count: u64,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ClientCount {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { kind: fields.needs_attribute("type")?, count: fields.needs_text()?, extra: fields.extra() })
    }
}

/// A client that is connected.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListedClient {
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: ClientKind,
    /// Identifies it for `get_connected_clients`.
    pub id: ClientId,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ListedClient {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let id = match fields.attribute("id")? {
            Some(id) => id,
            // Which of both forms appliances use is not documented.
            None => fields.child("id")?.ok_or_else(|| element.error("the attribute `id` is missing"))?,
        };
        Ok(Self { kind: fields.needs_attribute("type")?, id, extra: fields.extra() })
    }
}

open_enum! {
    /// What sort of client is connected.
    pub enum ClientKind {
        /// A console: of a representative, or of an access user.
        Representative = "representative",
        /// The client of a customer; in PRA, of an endpoint.
        SupportCustomer = "support_customer",
        /// A viewer of a presentation.
        PresentationAttendee = "presentation_attendee",
        /// A Jumpoint.
        PushAgent = "push_agent",
        /// A Jump Client.
        PinnedClient = "pinned_client",
    }
}
