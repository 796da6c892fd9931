// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Endpoint Automation Resource.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::EndpointAutomationResourceId;

/// Endpoint Automation Resources: `/endpoint-automation/resource`.
#[derive(Clone, Debug)]
pub struct EndpointAutomationResources {
    pub(crate) scope: Scope,
}

impl EndpointAutomationResources {
    /// Lists Endpoint Automation Resources.
    ///
    /// `GET /endpoint-automation/resource`
    pub fn list(&self) -> List<EndpointAutomationResourceList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-resource list",
            "/api/config/v1/endpoint-automation/resource",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads an Endpoint Automation Resource.
    ///
    /// `GET /endpoint-automation/resource/{id}`
    pub fn get(
        &self,
        id: EndpointAutomationResourceId,
    ) -> Call<EndpointAutomationResource> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-resource get",
            "/api/config/v1/endpoint-automation/resource/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
}

/// The list of `/endpoint-automation/resource`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationResourceList {}

impl Listing for EndpointAutomationResourceList {
    type Item = EndpointAutomationResource;
    const PAGED: bool = true;
}

impl Paged for EndpointAutomationResourceList {}

/// An Endpoint Automation Resource, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationResource {
    /// The id.
    pub id: EndpointAutomationResourceId,
    /// The file name.
    pub file_name: Option<String>,
    /// The file size: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub file_size: Option<i64>,
    /// The display url.
    pub display_url: Option<String>,
    /// The hash.
    pub hash: Option<String>,
    /// The updated at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub updated_at: Option<Timestamp>,
    /// The created at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_at: Option<Timestamp>,
    /// The updated by.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub updated_by: Option<i64>,
    /// The created by.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by: Option<i64>,
}

bt_sra_transport::api::answers! {
    EndpointAutomationResource,
}
