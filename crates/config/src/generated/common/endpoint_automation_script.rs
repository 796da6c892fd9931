// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Endpoint Automation Script.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    ApiAccountId, EndpointAutomationResource, EndpointAutomationResourceId,
    EndpointAutomationScriptId, OperatingSystem, UserId,
};

/// Endpoint Automation Scripts: `/endpoint-automation/script`.
#[derive(Clone, Debug)]
pub struct EndpointAutomationScripts {
    pub(crate) scope: Scope,
}

impl EndpointAutomationScripts {
    /// Lists Endpoint Automation Scripts.
    ///
    /// `GET /endpoint-automation/script`
    pub fn list(&self) -> List<EndpointAutomationScriptList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-script list",
            "/api/config/v1/endpoint-automation/script",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates an Endpoint Automation Script.
    ///
    /// `POST /endpoint-automation/script`
    pub fn create(
        &self,
        new: NewEndpointAutomationScript,
    ) -> Call<EndpointAutomationScript> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-script create",
            "/api/config/v1/endpoint-automation/script",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads an Endpoint Automation Script.
    ///
    /// `GET /endpoint-automation/script/{id}`
    pub fn get(&self, id: EndpointAutomationScriptId) -> Call<EndpointAutomationScript> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-script get",
            "/api/config/v1/endpoint-automation/script/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Lists the Resources of an Endpoint Automation Script.
    ///
    /// `GET /endpoint-automation/script/{id}/resource`
    pub fn resources(
        &self,
        id: EndpointAutomationScriptId,
    ) -> List<EndpointAutomationScriptResourceList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-script resources",
            "/api/config/v1/endpoint-automation/script/{id}/resource",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Finds an Endpoint Automation Script by its `name`: none, one or several.
    pub fn find_by_name(
        &self,
        name: impl Into<String>,
    ) -> Find<EndpointAutomationScriptList> {
        let name: String = name.into();
        self.list().find_by(name, |item| Some(&item.name))
    }
}

/// The list of `/endpoint-automation/script`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationScriptList {}

impl Listing for EndpointAutomationScriptList {
    type Item = EndpointAutomationScript;
    const PAGED: bool = true;
}

impl Paged for EndpointAutomationScriptList {}

/// The list of `/endpoint-automation/script/{id}/resource`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationScriptResourceList {}

impl Listing for EndpointAutomationScriptResourceList {
    type Item = EndpointAutomationResource;
    const MAY_BE_SINGLE: bool = true;
}

/// An Endpoint Automation Script, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationScript {
    /// The id.
    pub id: EndpointAutomationScriptId,
    /// The name: 1 to 128 characters.
    pub name: String,
    /// The description: up to 1000 characters.
    pub description: Option<String>,
    /// The tag: up to 128 characters.
    pub tag: Option<String>,
    /// The cmd: 1 to 2048 characters.
    pub cmd: String,
    /// The script: 1 to 100000 characters.
    pub script: String,
    /// The operating system.
    pub operating_system: OperatingSystem,
    /// The resource ids: up to 20 items.
    pub resource_ids: Option<Vec<EndpointAutomationResourceId>>,
    /// The created by api account id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by_api_account_id: Option<ApiAccountId>,
    /// The created by user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by_user_id: Option<UserId>,
    /// The updated at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub updated_at: Option<Timestamp>,
    /// The created at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_at: Option<Timestamp>,
}

/// An Endpoint Automation Script to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewEndpointAutomationScript {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    cmd: String,
    script: String,
    operating_system: OperatingSystem,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_ids: Option<Vec<EndpointAutomationResourceId>>,
}

impl NewEndpointAutomationScript {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        cmd: impl Into<String>,
        script: impl Into<String>,
        operating_system: OperatingSystem,
    ) -> Self {
        Self {
            name: name.into(),
            description: None,
            tag: None,
            cmd: cmd.into(),
            script: script.into(),
            operating_system,
            resource_ids: None,
        }
    }
    /// Sets the description: up to 1000 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the tag: up to 128 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Sets the resource ids: up to 20 items.
    #[must_use]
    pub fn resource_ids(
        mut self,
        resource_ids: impl IntoIterator<Item = EndpointAutomationResourceId>,
    ) -> Self {
        self.resource_ids = Some(resource_ids.into_iter().collect());
        self
    }
}

bt_sra_transport::api::answers! {
    EndpointAutomationScript,
}
