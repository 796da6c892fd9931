// Made by `cargo xtask codegen` from: PRA reporting API 2.0.0, sha256 851a3f55ce8f40d33bd3acb1a86043c05c20c8c344a6a0e42a8782fa30b3bdc9.
//! Duplicate Jump Clients.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::v2::{Items, Page};
use http::Method;
use serde::{Deserialize, Serialize};
use super::DuplicateJumpClientId;

/// Duplicate Jump Clients: `/duplicate-jump-clients`.
#[derive(Clone, Debug)]
pub struct DuplicateJumpClients {
    pub(crate) scope: Scope,
}

impl DuplicateJumpClients {
    /// Lists Jump Clients that are installed more than once on a machine.
    ///
    /// `GET /duplicate-jump-clients`
    pub fn list(&self) -> DuplicateJumpClientsListCall {
        static OPERATION: Operation = Operation::new(
            "duplicate-jump-clients list",
            "/api/reporting/v2/duplicate-jump-clients",
            Repeat::Safe,
        );
        DuplicateJumpClientsListCall {
            call: self.scope.call(&OPERATION, Method::GET, &[]),
        }
    }
    /// Deletes Jump Clients by their ids, or all but one of each of some machines.
    ///
    /// `DELETE /duplicate-jump-clients`
    pub fn delete(&self, body: DuplicatesToDelete) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "duplicate-jump-clients delete",
            "/api/reporting/v2/duplicate-jump-clients",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[]).json(&body)
    }
    /// Reads a Jump Client that is installed more than once on its machine; any other is not found.
    ///
    /// `GET /duplicate-jump-clients/{id}`
    pub fn get(&self, id: DuplicateJumpClientId) -> Call<DuplicateJumpClient> {
        static OPERATION: Operation = Operation::new(
            "duplicate-jump-clients get",
            "/api/reporting/v2/duplicate-jump-clients/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
}

/// The call of `GET /duplicate-jump-clients`, and what it may be told.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DuplicateJumpClientsListCall {
    pub(crate) call: Call<DuplicateJumpClientPage>,
}

impl DuplicateJumpClientsListCall {
    /// Keeps what has this `id`: at least 1.
    pub fn id(self, id: DuplicateJumpClientId) -> Self {
        Self {
            call: self.call.query("id", id),
        }
    }
    /// Keeps what has this `name`.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self {
            call: self.call.query("name", Into::<String>::into(name)),
        }
    }
    /// Keeps what has this `jump_group`.
    pub fn jump_group(self, jump_group: impl Into<String>) -> Self {
        Self {
            call: self.call.query("jump_group", Into::<String>::into(jump_group)),
        }
    }
    /// Keeps what has this `comments`.
    pub fn comments(self, comments: impl Into<String>) -> Self {
        Self {
            call: self.call.query("comments", Into::<String>::into(comments)),
        }
    }
    /// Keeps what has this `tag`.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        Self {
            call: self.call.query("tag", Into::<String>::into(tag)),
        }
    }
    /// Keeps what has this `system_identifier`.
    pub fn system_identifier(self, system_identifier: impl Into<String>) -> Self {
        Self {
            call: self
                .call
                .query("system_identifier", Into::<String>::into(system_identifier)),
        }
    }
    /// Keeps what has this `status`.
    pub fn status(self, status: ConnectionStatus) -> Self {
        Self {
            call: self.call.query("status", status),
        }
    }
    /// Asks for so many at a time: 1 to 5000.
    pub fn limit(self, limit: i64) -> Self {
        Self {
            call: self.call.query("limit", limit),
        }
    }
    /// Leaves so many out at the beginning: at least 0.
    pub fn offset(self, offset: i64) -> Self {
        Self {
            call: self.call.query("offset", offset),
        }
    }
    /// Asks for all of them, one at a time and page by page.
    #[must_use]
    pub fn items(self) -> Items<DuplicateJumpClientPage> {
        Items::new(self.call)
    }
}

impl Page for DuplicateJumpClientPage {
    type Item = DuplicateJumpClient;
    fn offset(&self) -> Option<i64> {
        self.offset
    }
    fn total(&self) -> Option<i64> {
        self.total
    }
    fn into_items(self) -> Vec<Self::Item> {
        self.items.unwrap_or_default()
    }
}

/// What is sent for `DuplicatesToDelete`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DuplicatesToDelete {
    #[serde(skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<DuplicateJumpClientId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    system_identifiers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_delete_all: Option<bool>,
}

impl DuplicatesToDelete {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the ids: at least one item.
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = DuplicateJumpClientId>) -> Self {
        self.ids = Some(ids.into_iter().collect());
        self
    }
    /// Sets the system identifiers: at least one item.
    #[must_use]
    pub fn system_identifiers(
        mut self,
        system_identifiers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.system_identifiers = Some(
            system_identifiers.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets whether `allow_delete_all` is set. By default `false`.
    #[must_use]
    pub fn allow_delete_all(mut self, allow_delete_all: bool) -> Self {
        self.allow_delete_all = Some(allow_delete_all);
        self
    }
}

/// A Duplicate Jump Client, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DuplicateJumpClient {
    /// The id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub id: Option<DuplicateJumpClientId>,
    /// The name.
    pub name: Option<String>,
    /// The jump group.
    pub jump_group: Option<String>,
    /// The install time.
    pub install_time: Option<String>,
    /// The comments.
    pub comments: Option<String>,
    /// The tag.
    pub tag: Option<String>,
    /// The status.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub status: Option<ConnectionStatus>,
    /// The system identifier.
    pub system_identifier: Option<String>,
}

/// A Duplicate Jump Client Page, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DuplicateJumpClientPage {
    /// The items.
    pub items: Option<Vec<DuplicateJumpClient>>,
    /// The count.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub count: Option<i64>,
    /// The offset.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub offset: Option<i64>,
    /// The limit.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub limit: Option<i64>,
    /// The total.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub total: Option<i64>,
}

/// The connection status.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConnectionStatus {
    /// `online`.
    Online,
    /// `offline`.
    Offline,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ConnectionStatus {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Online => "online",
            Self::Offline => "offline",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ConnectionStatus {
    fn from(text: &str) -> Self {
        match text {
            "online" => Self::Online,
            "offline" => Self::Offline,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::wrapped! {
    DuplicateJumpClient in "data",
    DuplicateJumpClientPage in "data",
}

bt_sra_transport::api::calls! {
    DuplicateJumpClientsListCall => DuplicateJumpClientPage,
}

bt_sra_transport::api::text_enums! {
    ConnectionStatus,
}
