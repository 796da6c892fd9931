// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Endpoint Automation Endpoint.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{EndpointAutomationEndpointId, JumpGroupId, OperatingSystem};

/// Endpoint Automation Endpoints: `/endpoint-automation/endpoint`.
#[derive(Clone, Debug)]
pub struct EndpointAutomationEndpoints {
    pub(crate) scope: Scope,
}

impl EndpointAutomationEndpoints {
    /// Lists Endpoint Automation Endpoints.
    ///
    /// `GET /endpoint-automation/endpoint`
    pub fn list(&self) -> List<EndpointAutomationEndpointList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-endpoint list",
            "/api/config/v1/endpoint-automation/endpoint",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads an Endpoint Automation Endpoint.
    ///
    /// `GET /endpoint-automation/endpoint/{id}`
    pub fn get(
        &self,
        id: EndpointAutomationEndpointId,
    ) -> Call<EndpointAutomationEndpoint> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-endpoint get",
            "/api/config/v1/endpoint-automation/endpoint/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
}

/// The list of `/endpoint-automation/endpoint`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationEndpointList {}

impl Listing for EndpointAutomationEndpointList {
    type Item = EndpointAutomationEndpoint;
    const PAGED: bool = true;
}

impl Paged for EndpointAutomationEndpointList {}

impl List<EndpointAutomationEndpointList> {
    /// Keeps what has this `operating_system`.
    pub fn operating_system(self, operating_system: OperatingSystem) -> Self {
        self.with("operating_system", operating_system)
    }
    /// Keeps what has this `names`.
    pub fn names(self, names: impl Into<String>) -> Self {
        self.with("names", Into::<String>::into(names))
    }
    /// Keeps what has this `tags`.
    pub fn tags(self, tags: impl Into<String>) -> Self {
        self.with("tags", Into::<String>::into(tags))
    }
    /// Keeps what has this `hostname`.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `public_ip`.
    pub fn public_ip(self, public_ip: impl Into<String>) -> Self {
        self.with("public_ip", Into::<String>::into(public_ip))
    }
    /// Keeps what has this `private_ip`.
    pub fn private_ip(self, private_ip: impl Into<String>) -> Self {
        self.with("private_ip", Into::<String>::into(private_ip))
    }
    /// Keeps what has this `jump_group_id`.
    pub fn jump_group_id(self, jump_group_id: JumpGroupId) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
}

/// An Endpoint Automation Endpoint, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationEndpoint {
    /// The id.
    pub id: EndpointAutomationEndpointId,
    /// The operating system type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub operating_system_type: Option<OperatingSystem>,
    /// The names.
    pub names: Option<Vec<String>>,
    /// The hostname: 1 to 255 characters.
    pub hostname: Option<String>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// The public ip.
    pub public_ip: Option<String>,
    /// The private ip.
    pub private_ip: Option<String>,
    /// Whether `is_active` is set.
    pub is_active: Option<bool>,
    /// The jump group id.
    pub jump_group_id: Option<Vec<JumpGroupId>>,
}

bt_sra_transport::api::answers! {
    EndpointAutomationEndpoint,
}
