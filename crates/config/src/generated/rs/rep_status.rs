// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Rep Status.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::RepStatusId;

/// Rep Statuses: `/rep-status`.
#[derive(Clone, Debug)]
pub struct RepStatuses {
    pub(crate) scope: Scope,
}

impl RepStatuses {
    /// Lists Rep Statuses.
    ///
    /// `GET /rep-status`
    pub fn list(&self) -> List<RepStatusList> {
        static OPERATION: Operation = Operation::new(
            "rep-status list",
            "/api/config/v1/rep-status",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Rep Status.
    ///
    /// `POST /rep-status`
    pub fn create(&self, new: NewRepStatus) -> Call<RepStatus> {
        static OPERATION: Operation = Operation::new(
            "rep-status create",
            "/api/config/v1/rep-status",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Rep Status.
    ///
    /// `GET /rep-status/{id}`
    pub fn get(&self, id: RepStatusId) -> Call<RepStatus> {
        static OPERATION: Operation = Operation::new(
            "rep-status get",
            "/api/config/v1/rep-status/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Rep Status.
    ///
    /// `PATCH /rep-status/{id}`
    pub fn update(&self, id: RepStatusId, patch: RepStatusPatch) -> Call<RepStatus> {
        static OPERATION: Operation = Operation::new(
            "rep-status update",
            "/api/config/v1/rep-status/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Rep Status.
    ///
    /// `DELETE /rep-status/{id}`
    pub fn delete(&self, id: RepStatusId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "rep-status delete",
            "/api/config/v1/rep-status/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Finds a Rep Status by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<RepStatusList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
    /// Finds a Rep Status by its `code_name`: none, one or several.
    pub fn find_by_code_name(
        &self,
        code_name: impl Into<String>,
    ) -> Find<RepStatusList> {
        let code_name: String = code_name.into();
        self.list().find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Rep Status be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewRepStatus) -> Ensure<RepStatusList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, RepStatusPatch::new()),
        )
    }
}

/// The list of `/rep-status`.
#[derive(Clone, Copy, Debug)]
pub enum RepStatusList {}

impl Listing for RepStatusList {
    type Item = RepStatus;
    const PAGED: bool = true;
}

impl Paged for RepStatusList {}

impl List<RepStatusList> {
    /// Keeps what has this `name`.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// A Rep Status, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RepStatus {
    /// The id.
    pub id: RepStatusId,
    /// The name: 1 to 64 characters.
    pub name: Option<String>,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The display as.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub display_as: Option<RepStatusDisplayAs>,
}

/// A Rep Status to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewRepStatus {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_as: Option<RepStatusDisplayAs>,
}

impl NewRepStatus {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 64 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the display as.
    #[must_use]
    pub fn display_as(mut self, display_as: RepStatusDisplayAs) -> Self {
        self.display_as = Some(display_as);
        self
    }
}

/// What is to change in a Rep Status. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RepStatusPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_as: Option<RepStatusDisplayAs>,
}

impl RepStatusPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 64 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the display as.
    #[must_use]
    pub fn display_as(mut self, display_as: RepStatusDisplayAs) -> Self {
        self.display_as = Some(display_as);
        self
    }
}

/// The rep status display as.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RepStatusDisplayAs {
    /// `away`.
    Away,
    /// `busy`.
    Busy,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl RepStatusDisplayAs {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Away => "away",
            Self::Busy => "busy",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for RepStatusDisplayAs {
    fn from(text: &str) -> Self {
        match text {
            "away" => Self::Away,
            "busy" => Self::Busy,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    RepStatus,
}

bt_sra_transport::api::text_enums! {
    RepStatusDisplayAs,
}
