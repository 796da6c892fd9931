// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Endpoint Automation Job.

use bt_sra_core::Timestamp;
use bt_sra_transport::api::wire;
use crate::{List, Listing, Paged};
use serde::{Deserialize, Serialize};
use super::{
    ApiAccountId, EndpointAutomationEndpointId, EndpointAutomationJobId,
    EndpointAutomationResourceId, OperatingSystem, UserId,
};

/// The list of `/endpoint-automation/job`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationJobList {}

impl Listing for EndpointAutomationJobList {
    type Item = EndpointAutomationJob;
    const PAGED: bool = true;
}

impl Paged for EndpointAutomationJobList {}

impl List<EndpointAutomationJobList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// The list of `/endpoint-automation/job/{id}/execution`.
#[derive(Clone, Copy, Debug)]
pub enum EndpointAutomationJobExecutionList {}

impl Listing for EndpointAutomationJobExecutionList {
    type Item = EndpointAutomationJobExecution;
    const MAY_BE_SINGLE: bool = true;
}

/// An Endpoint Automation Job, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationJob {
    /// The id.
    pub id: EndpointAutomationJobId,
    /// The name: 1 to 128 characters.
    pub name: Option<String>,
    /// The notes.
    pub notes: Option<String>,
    /// The start at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub start_at: Option<Timestamp>,
    /// The tag: up to 128 characters.
    pub tag: Option<String>,
    /// The operating system.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub operating_system: Option<OperatingSystem>,
    /// The created by api account id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by_api_account_id: Option<ApiAccountId>,
    /// The created by user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by_user_id: Option<UserId>,
    /// The created at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_at: Option<Timestamp>,
    /// The finished timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub finished_timestamp: Option<Timestamp>,
    /// The payload.
    pub payload: Option<EndpointAutomationJobPayload>,
}

/// An Endpoint Automation Job Execution, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationJobExecution {
    /// The state.
    pub state: Option<String>,
    /// The started running timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub started_running_timestamp: Option<Timestamp>,
    /// The finished timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub finished_timestamp: Option<Timestamp>,
    /// The finished type.
    pub finished_type: Option<String>,
    /// The finished error.
    pub finished_error: Option<String>,
    /// The log file path.
    pub log_file_path: Option<String>,
    /// The endpoint id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub endpoint_id: Option<EndpointAutomationEndpointId>,
    /// The output tail.
    pub output_tail: Option<String>,
    /// The exit code.
    pub exit_code: Option<f64>,
}

/// An Endpoint Automation Job Payload, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationJobPayload {
    /// The cmd: 1 to 2048 characters.
    pub cmd: Option<String>,
    /// The script: 1 to 100000 characters.
    pub script: Option<String>,
    /// The resources.
    pub resources: Option<EndpointAutomationMinimalResource>,
}

/// An Endpoint Automation Minimal Resource, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointAutomationMinimalResource {
    /// The id.
    pub id: EndpointAutomationResourceId,
    /// The file name.
    pub file_name: Option<String>,
    /// The file size: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub file_size: Option<i64>,
    /// The display url.
    pub display_url: Option<String>,
}

bt_sra_transport::api::answers! {
    EndpointAutomationJob,
}
