// Made by `cargo xtask codegen` from an invented file.
//! Source.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{LocalSource, SourceId};

/// Sources: `/source/{id}`.
#[derive(Clone, Debug)]
pub struct Sources {
    pub(crate) scope: Scope,
}

impl Sources {
    /// Reads a Source.
    ///
    /// `GET /source/{id}`
    pub fn get(&self, id: SourceId) -> Call<SourceDetails> {
        static OPERATION: Operation = Operation::new(
            "source get",
            "/api/config/v1/source/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
}

/// A Deep Source, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DeepSource {
    /// The type.
    pub r#type: DeepSourceType,
    /// The priority: at most 9.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The hosts.
    pub hosts: Vec<DeepSourceHost>,
}

/// A Deep Source Host, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DeepSourceHost {
    /// The name.
    pub name: Option<String>,
}

/// A Source Details, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum SourceDetails {
    /// A Local Source.
    Local(LocalSource),
    /// A Deep Source.
    Deep(DeepSource),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl<'de> Deserialize<'de> for SourceDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("local") => shape.into().map(Self::Local),
            Some("ldap") => shape.into().map(Self::Deep),
            Some("HTTP POST") => shape.into().map(Self::Deep),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// The deep source type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum DeepSourceType {
    /// `ldap`.
    Ldap,
    /// `HTTP POST`.
    HttpPost,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl DeepSourceType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ldap => "ldap",
            Self::HttpPost => "HTTP POST",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for DeepSourceType {
    fn from(text: &str) -> Self {
        match text {
            "ldap" => Self::Ldap,
            "HTTP POST" => Self::HttpPost,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    SourceDetails,
}

bt_sra_transport::api::text_enums! {
    DeepSourceType,
}
