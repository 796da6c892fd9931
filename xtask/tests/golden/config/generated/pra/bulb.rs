// Made by `cargo xtask codegen` from an invented file.
//! Bulb.

use bt_sra_core::SecretString;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use crate::{List, Listing};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{BulbId, LocalSource};

/// Bulbs: `/bulb`.
#[derive(Clone, Debug)]
pub struct Bulbs {
    pub(crate) scope: Scope,
}

impl Bulbs {
    /// Lists Bulbs.
    ///
    /// `GET /bulb`
    pub fn list(&self) -> List<BulbList> {
        static OPERATION: Operation = Operation::new(
            "bulb list",
            "/api/config/v1/bulb",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Bulb.
    ///
    /// `POST /bulb`
    pub fn create(&self, new: impl Into<NewBulb>) -> Call<BulbDetails> {
        static OPERATION: Operation = Operation::new(
            "bulb create",
            "/api/config/v1/bulb",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json::<NewBulb>(&new.into())
    }
    /// Reads a Bulb.
    ///
    /// `GET /bulb/{id}`
    pub fn get(&self, id: BulbId) -> Call<BulbDetails> {
        static OPERATION: Operation = Operation::new(
            "bulb get",
            "/api/config/v1/bulb/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Bulb.
    ///
    /// `PATCH /bulb/{id}`
    pub fn update(&self, id: BulbId, patch: PlainBulbPatch) -> Call<PlainBulb> {
        static OPERATION: Operation = Operation::new(
            "bulb update",
            "/api/config/v1/bulb/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
}

/// The list of `/bulb`.
#[derive(Clone, Copy, Debug)]
pub enum BulbList {}

impl Listing for BulbList {
    type Item = Bulb;
}

/// A Bulb, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Bulb {
    /// The id.
    pub id: BulbId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<BulbType>,
}

/// A Bulb Details, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum BulbDetails {
    /// A Plain Bulb.
    PlainBulb(PlainBulb),
    /// An Imported Bulb.
    ImportedBulb(ImportedBulb),
    /// A Made Bulb.
    MadeBulb(MadeBulb),
    /// A Local Source.
    LocalSource(LocalSource),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl<'de> Deserialize<'de> for BulbDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("plain") => shape.into().map(Self::PlainBulb),
            Some("ca") if shape.has(&["type", "x509_cert"]) => {
                shape.into().map(Self::ImportedBulb)
            }
            Some("ca") if shape.has(&["type", "subject"]) => {
                shape.into().map(Self::MadeBulb)
            }
            Some("local") => shape.into().map(Self::LocalSource),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// A Bulb to create, by its kind.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum NewBulb {
    /// A New Plain Bulb.
    Plain(NewPlainBulb),
    /// A New Imported Bulb.
    Imported(NewImportedBulb),
    /// A New Made Bulb.
    Made(NewMadeBulb),
}

impl From<NewPlainBulb> for NewBulb {
    fn from(value: NewPlainBulb) -> Self {
        Self::Plain(value)
    }
}

impl From<NewImportedBulb> for NewBulb {
    fn from(value: NewImportedBulb) -> Self {
        Self::Imported(value)
    }
}

impl From<NewMadeBulb> for NewBulb {
    fn from(value: NewMadeBulb) -> Self {
        Self::Made(value)
    }
}

/// An Imported Bulb, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ImportedBulb {
    /// The type.
    pub r#type: MadeBulbType,
    /// The x509 cert.
    pub x509_cert: String,
}

/// An Imported Bulb to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewImportedBulb {
    r#type: &'static str,
    #[serde(serialize_with = "wire::expose")]
    x509_key: SecretString,
}

impl NewImportedBulb {
    /// Takes what must be there.
    pub fn new(x509_key: impl Into<SecretString>) -> Self {
        Self {
            r#type: "ca",
            x509_key: x509_key.into(),
        }
    }
}

/// A Made Bulb, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MadeBulb {
    /// The type.
    pub r#type: MadeBulbType,
    /// The subject.
    pub subject: String,
}

/// A Made Bulb to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewMadeBulb {
    r#type: &'static str,
    subject: String,
}

impl NewMadeBulb {
    /// Takes what must be there.
    pub fn new(subject: impl Into<String>) -> Self {
        Self {
            r#type: "ca",
            subject: subject.into(),
        }
    }
}

/// A Plain Bulb, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PlainBulb {
    /// The type.
    pub r#type: PlainBulbType,
}

/// A Plain Bulb to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewPlainBulb {
    r#type: &'static str,
}

impl NewPlainBulb {
    /// Takes what must be there.
    pub fn new() -> Self {
        Self { r#type: "plain" }
    }
}

impl Default for NewPlainBulb {
    fn default() -> Self {
        Self::new()
    }
}

/// What is to change in a Plain Bulb. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PlainBulbPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<PlainBulbType>,
}

impl PlainBulbPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: PlainBulbType) -> Self {
        self.r#type = Some(r#type);
        self
    }
}

/// The bulb type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum BulbType {
    /// `plain`.
    Plain,
    /// `ca`.
    Ca,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl BulbType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Plain => "plain",
            Self::Ca => "ca",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for BulbType {
    fn from(text: &str) -> Self {
        match text {
            "plain" => Self::Plain,
            "ca" => Self::Ca,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The made bulb type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MadeBulbType {
    /// `ca`.
    Ca,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl MadeBulbType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ca => "ca",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for MadeBulbType {
    fn from(text: &str) -> Self {
        match text {
            "ca" => Self::Ca,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The plain bulb type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PlainBulbType {
    /// `plain`.
    Plain,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl PlainBulbType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Plain => "plain",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for PlainBulbType {
    fn from(text: &str) -> Self {
        match text {
            "plain" => Self::Plain,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    BulbDetails,
    PlainBulb,
}

bt_sra_transport::api::text_enums! {
    BulbType,
    MadeBulbType,
    PlainBulbType,
}
