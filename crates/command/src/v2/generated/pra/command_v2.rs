// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Command V2.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Call, Download, Json, Raw, wire};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use super::{Appliances, Clients, Health, HealthFailure, Message, Sessions, Users};

/// The Command API v2 of Privileged Remote Access, version 2.0.0.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct CommandV2 {
    scope: Scope,
}

impl CommandV2 {
    /// Takes the way to the appliance.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            scope: Scope::new(pipeline),
        }
    }
    /// Calls what is not typed: `path` hangs below `/api/command/v2`, every step of it encoded as it has to be; `body` is JSON.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        self.scope.raw("/api/command/v2", method, path, query, body)
    }
    /// Appliances.
    #[must_use]
    pub fn appliances(&self) -> Appliances {
        Appliances {
            scope: self.scope.clone(),
        }
    }
    /// Clients.
    #[must_use]
    pub fn clients(&self) -> Clients {
        Clients {
            scope: self.scope.clone(),
        }
    }
    /// Sessions.
    #[must_use]
    pub fn sessions(&self) -> Sessions {
        Sessions {
            scope: self.scope.clone(),
        }
    }
    /// Users.
    #[must_use]
    pub fn users(&self) -> Users {
        Users { scope: self.scope.clone() }
    }
    /// Makes the appliance the primary or the backup of its failover pair.
    ///
    /// `POST /failover-role`
    pub fn set_failover_role(&self, body: SetFailoverRole) -> Call<Message> {
        static OPERATION: Operation = Operation::new(
            "set-failover-role",
            "/api/command/v2/failover-role",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&body)
    }
    /// Tells how the appliance is. Asked for more often than once a minute, it may tell the same.
    ///
    /// A failing answer that tells the same is the inner `Err`.
    ///
    /// `GET /health`
    pub fn health(&self) -> Call<Result<Health, HealthFailure>> {
        static OPERATION: Operation = Operation::new(
                "health",
                "/api/command/v2/health",
                Repeat::Safe,
            )
            .answering(&[500]);
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Tells versions, the time of the appliance, and what the API account may do.
    ///
    /// `GET /info`
    pub fn info(&self) -> Call<Info> {
        static OPERATION: Operation = Operation::new(
            "info",
            "/api/command/v2/info",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Downloads `openapi.yaml`.
    ///
    /// `GET /openapi.yaml`
    pub fn openapi_yaml(&self) -> Download {
        static OPERATION: Operation = Operation::new(
            "openapi-yaml",
            "/api/command/v2/openapi.yaml",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[])
    }
}

/// Info, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Info {
    /// The permissions.
    pub permissions: Option<Permissions>,
    /// The current time.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub current_time: Option<Timestamp>,
    /// The command api version.
    pub command_api_version: Option<String>,
    /// The config api version.
    pub config_api_version: Option<String>,
    /// The reporting api version.
    pub reporting_api_version: Option<String>,
    /// The backup api version.
    pub backup_api_version: Option<String>,
    /// The product.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub product: Option<ProductName>,
}

/// Permissions, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Permissions {
    /// Whether `perm_backup` is set.
    pub perm_backup: Option<bool>,
    /// The perm command.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_command: Option<CommandPermission>,
    /// Whether `perm_configuration` is set.
    pub perm_configuration: Option<bool>,
    /// Whether `perm_configuration_vault_account` is set.
    pub perm_configuration_vault_account: Option<bool>,
    /// Whether `perm_ecm` is set.
    pub perm_ecm: Option<bool>,
    /// Whether `perm_reporting_asset` is set.
    pub perm_reporting_asset: Option<bool>,
    /// Whether `perm_reporting_duplicate_jump_client` is set.
    pub perm_reporting_duplicate_jump_client: Option<bool>,
    /// Whether `perm_reporting_license` is set.
    pub perm_reporting_license: Option<bool>,
    /// Whether `perm_reporting_session` is set.
    pub perm_reporting_session: Option<bool>,
    /// Whether `perm_reporting_syslog` is set.
    pub perm_reporting_syslog: Option<bool>,
    /// Whether `perm_reporting_vault` is set.
    pub perm_reporting_vault: Option<bool>,
    /// Whether `perm_vault_backup` is set.
    pub perm_vault_backup: Option<bool>,
    /// Whether `perm_scim` is set.
    pub perm_scim: Option<bool>,
    /// What this version of the crate does not know.
    #[serde(flatten)]
    pub other: BTreeMap<String, Json>,
}

/// What is sent for `SetFailoverRole`.
#[derive(Clone, Debug, Serialize)]
pub struct SetFailoverRole {
    role: FailoverTarget,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_sync_first: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    force: Option<bool>,
}

impl SetFailoverRole {
    /// Takes what must be there.
    pub fn new(role: FailoverTarget) -> Self {
        Self {
            role,
            data_sync_first: None,
            force: None,
        }
    }
    /// Sets whether `data_sync_first` is set. By default `false`.
    #[must_use]
    pub fn data_sync_first(mut self, data_sync_first: bool) -> Self {
        self.data_sync_first = Some(data_sync_first);
        self
    }
    /// Sets whether `force` is set. By default `false`.
    #[must_use]
    pub fn force(mut self, force: bool) -> Self {
        self.force = Some(force);
        self
    }
}

/// The command permission.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CommandPermission {
    /// `full_access`.
    FullAccess,
    /// `read_only`.
    ReadOnly,
    /// `deny`.
    Deny,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl CommandPermission {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::FullAccess => "full_access",
            Self::ReadOnly => "read_only",
            Self::Deny => "deny",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CommandPermission {
    fn from(text: &str) -> Self {
        match text {
            "full_access" => Self::FullAccess,
            "read_only" => Self::ReadOnly,
            "deny" => Self::Deny,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The failover target.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FailoverTarget {
    /// `primary`.
    Primary,
    /// `backup`.
    Backup,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl FailoverTarget {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Primary => "primary",
            Self::Backup => "backup",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for FailoverTarget {
    fn from(text: &str) -> Self {
        match text {
            "primary" => Self::Primary,
            "backup" => Self::Backup,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The product name.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ProductName {
    /// `rs`.
    Rs,
    /// `pra`.
    Pra,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ProductName {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Rs => "rs",
            Self::Pra => "pra",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ProductName {
    fn from(text: &str) -> Self {
        match text {
            "rs" => Self::Rs,
            "pra" => Self::Pra,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    Info,
}

bt_sra_transport::api::text_enums! {
    CommandPermission,
    FailoverTarget,
    ProductName,
}
