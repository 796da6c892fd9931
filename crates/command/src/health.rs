//! One view of the health of an appliance, whichever way it was asked.

use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use bt_sra_transport::{CallOptions, Operation, Pipeline, Repeat, accept};
use bt_sra_xml_model::ApplianceId;
use bt_sra_xml_model::command::{FailoverRole, HealthCheck};
use bytes::Bytes;
use http::{Request, StatusCode};
use serde::Serialize;

/// How much of the plain answer is read: a sentence.
const PLAIN_LIMIT: usize = 64 * 1024;

/// The health of an appliance. What the way it was asked does not tell is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Health {
    /// Which API was asked.
    pub source: HealthSource,
    /// Whether all is well.
    pub healthy: bool,
    /// What is not, in the appliance's words.
    pub message: Option<String>,
    /// Identifies the appliance.
    pub appliance_id: Option<ApplianceId>,
    /// The host name of the appliance, which may be an internal one.
    pub hostname: Option<String>,
    /// The version of the product, such as `24.1.2`.
    pub version: Option<String>,
    /// The build of the product.
    pub build: Option<String>,
    /// The part in a failover pair.
    pub failover_role: Option<FailoverRole>,
    /// The shared addresses that are on.
    pub enabled_shared_ips: Vec<String>,
    /// When the data of a failover pair were last the same.
    pub last_data_sync: Option<Timestamp>,
    /// What is said of that.
    pub last_data_sync_status: Option<String>,
}

/// Which API tells the health.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum HealthSource {
    /// `check_health` of the XML Command API.
    Xml,
    /// `GET /health` of the Command API v2. A call more often than once a minute may be answered
    /// from memory.
    V2,
    /// `/check_health`, which needs no credentials and tells a sentence.
    Plain,
}

impl Health {
    pub(crate) fn new(source: HealthSource, healthy: bool) -> Self {
        Self {
            source,
            healthy,
            message: None,
            appliance_id: None,
            hostname: None,
            version: None,
            build: None,
            failover_role: None,
            enabled_shared_ips: Vec::new(),
            last_data_sync: None,
            last_data_sync_status: None,
        }
    }
}

impl From<HealthCheck> for Health {
    fn from(check: HealthCheck) -> Self {
        let (version, build) = split_version(&check.version);
        Self {
            message: check.error_message,
            appliance_id: Some(check.appliance.id),
            hostname: Some(check.appliance.hostname),
            version: Some(version),
            build,
            failover_role: Some(check.failover_role),
            enabled_shared_ips: check.enabled_shared_ips,
            last_data_sync: check.last_data_sync_time.map(|time| time.at()),
            last_data_sync_status: check.last_data_sync_status,
            ..Self::new(HealthSource::Xml, check.success)
        }
    }
}

impl From<PlainHealth> for Health {
    fn from(plain: PlainHealth) -> Self {
        Self { message: Some(plain.text), ..Self::new(HealthSource::Plain, plain.healthy) }
    }
}

/// Takes `19.1.8 (37380-…)` apart.
fn split_version(text: &str) -> (String, Option<String>) {
    match text.split_once(' ') {
        Some((version, rest)) => {
            let build = rest.trim().trim_start_matches('(').trim_end_matches(')');
            (version.to_owned(), Some(build.to_owned()).filter(|build| !build.is_empty()))
        }
        None => (text.to_owned(), None),
    }
}

/// What `/check_health` says.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PlainHealth {
    /// Whether all is well: the status is 200, and not 500.
    pub healthy: bool,
    /// A sentence for people.
    pub text: String,
}

/// A call of `/check_health`. Made by `plain_health` of the handles.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PlainHealthCall {
    pipeline: Pipeline,
    options: CallOptions,
}

impl PlainHealthCall {
    pub(crate) fn new(pipeline: &Pipeline) -> Self {
        Self { pipeline: pipeline.anonymous(), options: CallOptions::default() }
    }

    /// Limits how long the whole call may take.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = Some(deadline);
        self
    }

    /// Sends the request, without credentials, and reads the answer.
    ///
    /// # Errors
    /// [`Appliance`](bt_sra_core::ErrorKind::Appliance) for a status other than 200 and 500; any
    /// kind of failure to get an answer.
    pub async fn send(self) -> Result<PlainHealth> {
        static OPERATION: Operation = Operation::new("health plain", PATH, Repeat::Safe).answering(&[500]);
        let fail = |error: Error| error.with_operation(OPERATION.name.clone());
        let mut request = Request::new(Bytes::new());
        *request.uri_mut() = http::Uri::from_static(PATH);
        let answer = self.pipeline.call(&OPERATION, request, &self.options).await?;
        let status = answer.status();
        let healthy = match status {
            StatusCode::OK => true,
            StatusCode::INTERNAL_SERVER_ERROR => false,
            _ => {
                accept(answer).await.map_err(fail)?;
                return Err(fail(not_health("another status than 200 and 500").with_status(status)));
            }
        };
        let body = answer.into_body().collect(PLAIN_LIMIT).await.map_err(fail)?;
        let text = String::from_utf8_lossy(&body).trim().to_owned();
        if text.is_empty() || text.starts_with('<') {
            // The login page of something in between would look healthy.
            let what = if text.is_empty() { "empty" } else { "a web page" };
            return Err(fail(not_health(what).with_status(status)));
        }
        Ok(PlainHealth { healthy, text })
    }
}

fn not_health(what: &str) -> Error {
    Error::new(ErrorKind::Decode, format!("the answer is {what}, and not the health of an appliance"))
}

const PATH: &str = "/check_health";
