// Made by `cargo xtask codegen` from an invented file.
//! Shared.

use bt_sra_transport::api::wire;
use serde::{Deserialize, Serialize};

/// A Local Source, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LocalSource {
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<LocalSourceType>,
    /// The priority.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
}

/// The local source type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LocalSourceType {
    /// `local`.
    Local,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl LocalSourceType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Local => "local",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for LocalSourceType {
    fn from(text: &str) -> Self {
        match text {
            "local" => Self::Local,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    LocalSourceType,
}
