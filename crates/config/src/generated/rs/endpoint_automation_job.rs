// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Endpoint Automation Job.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List};
use http::Method;
use serde::Serialize;
use super::{
    EndpointAutomationEndpointId, EndpointAutomationJob,
    EndpointAutomationJobExecutionList, EndpointAutomationJobId,
    EndpointAutomationJobList, EndpointAutomationResourceId, OperatingSystem,
};

/// Endpoint Automation Jobs: `/endpoint-automation/job`.
#[derive(Clone, Debug)]
pub struct EndpointAutomationJobs {
    pub(crate) scope: Scope,
}

impl EndpointAutomationJobs {
    /// Lists Endpoint Automation Jobs.
    ///
    /// `GET /endpoint-automation/job`
    pub fn list(&self) -> List<EndpointAutomationJobList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-job list",
            "/api/config/v1/endpoint-automation/job",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates an Endpoint Automation Job.
    ///
    /// `POST /endpoint-automation/job`
    pub fn create(&self, new: NewEndpointAutomationJob) -> Call<EndpointAutomationJob> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-job create",
            "/api/config/v1/endpoint-automation/job",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads an Endpoint Automation Job.
    ///
    /// `GET /endpoint-automation/job/{id}`
    pub fn get(&self, id: EndpointAutomationJobId) -> Call<EndpointAutomationJob> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-job get",
            "/api/config/v1/endpoint-automation/job/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Lists the Executions of an Endpoint Automation Job.
    ///
    /// `GET /endpoint-automation/job/{id}/execution`
    pub fn executions(
        &self,
        id: EndpointAutomationJobId,
    ) -> List<EndpointAutomationJobExecutionList> {
        static OPERATION: Operation = Operation::new(
            "endpoint-automation-job executions",
            "/api/config/v1/endpoint-automation/job/{id}/execution",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Finds an Endpoint Automation Job by its `name`: none, one or several.
    pub fn find_by_name(
        &self,
        name: impl Into<String>,
    ) -> Find<EndpointAutomationJobList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// An Endpoint Automation Job to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewEndpointAutomationJob {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
    start_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    operating_system: OperatingSystem,
    endpoint_ids: Vec<EndpointAutomationEndpointId>,
    payload: EndpointAutomationPayload,
}

impl NewEndpointAutomationJob {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        start_at: Timestamp,
        operating_system: OperatingSystem,
        endpoint_ids: impl IntoIterator<Item = EndpointAutomationEndpointId>,
        payload: EndpointAutomationPayload,
    ) -> Self {
        Self {
            name: name.into(),
            notes: None,
            start_at,
            tag: None,
            operating_system,
            endpoint_ids: endpoint_ids.into_iter().collect(),
            payload,
        }
    }
    /// Sets the notes: up to 1000 characters.
    #[must_use]
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }
    /// Sets the tag: up to 128 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
}

/// What is sent for `EndpointAutomationPayload`.
#[derive(Clone, Debug, Serialize)]
pub struct EndpointAutomationPayload {
    cmd: String,
    script: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_ids: Option<Vec<EndpointAutomationResourceId>>,
}

impl EndpointAutomationPayload {
    /// Takes what must be there.
    pub fn new(cmd: impl Into<String>, script: impl Into<String>) -> Self {
        Self {
            cmd: cmd.into(),
            script: script.into(),
            resource_ids: None,
        }
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
