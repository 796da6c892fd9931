// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Shared.

use serde::{Deserialize, Serialize};

/// A Message, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// The message.
    pub message: Option<String>,
}

/// The cluster role.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ClusterRole {
    /// `single`.
    Single,
    /// `primary`.
    Primary,
    /// `traffic`.
    Traffic,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ClusterRole {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Single => "single",
            Self::Primary => "primary",
            Self::Traffic => "traffic",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ClusterRole {
    fn from(text: &str) -> Self {
        match text {
            "single" => Self::Single,
            "primary" => Self::Primary,
            "traffic" => Self::Traffic,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The failover role.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FailoverRole {
    /// `none`.
    None,
    /// `primary`.
    Primary,
    /// `backup`.
    Backup,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl FailoverRole {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::Primary => "primary",
            Self::Backup => "backup",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for FailoverRole {
    fn from(text: &str) -> Self {
        match text {
            "none" => Self::None,
            "primary" => Self::Primary,
            "backup" => Self::Backup,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    Message,
}

bt_sra_transport::api::text_enums! {
    ClusterRole,
    FailoverRole,
}
