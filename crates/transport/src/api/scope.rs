//! How a request comes to be: the place a handle stands at, and what waits to be sent.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Call, Download, Raw};
use crate::{Afterwards, Body, CallOptions, Operation, Pipeline, Repeat, accept, collect};

/// The name of an operation.
pub type Name = Cow<'static, str>;

/// Where a handle stands: the way to the appliance, and the ids on the path so far.
#[derive(Clone)]
pub struct Scope {
    pipeline: Pipeline,
    steps: Vec<String>,
}

/// A request that waits to be sent.
#[derive(Clone)]
pub struct Pending {
    /// What errors and traces call it, and whether it may be repeated.
    pub operation: Cow<'static, Operation>,
    /// What the user has set for this call.
    pub options: CallOptions,
    /// What `Accept` says.
    pub accept: &'static str,
    /// On the monotonic clock: the end that it has in common with other calls.
    end: Option<Duration>,
    pipeline: Pipeline,
    method: Method,
    path: String,
    query: Vec<(Cow<'static, str>, String)>,
    body: Option<Bytes>,
    /// Why it cannot be sent.
    fault: Option<&'static str>,
}

impl Scope {
    /// Stands at the root of an API.
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline, steps: Vec::new() }
    }

    /// Goes on to what belongs to `id`.
    pub fn of(&self, id: &dyn Display) -> Self {
        let mut scope = self.clone();
        scope.steps.push(id.to_string());
        scope
    }

    /// Makes a call; `steps` go into the braces of the operation's path that are still open.
    pub fn call<T>(&self, operation: &'static Operation, method: Method, steps: &[&dyn Display]) -> Call<T> {
        Call::new(self.pending(operation, method, steps))
    }

    /// Makes a call that answers with a file.
    pub fn download(&self, operation: &'static Operation, steps: &[&dyn Display]) -> Download {
        Download::new(self.pending(operation, Method::GET, steps))
    }

    /// Makes a call of `path` below `base`.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        base: &str,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        let repeat = Repeat::of(&method);
        let fault = raw_fault(path);
        // Traces show it: the path of a raw call may hold anything.
        let operation = Operation { name: "raw".into(), path: "(raw)".into(), repeat, answers: &[] };
        let query = query.into_iter().map(|(name, value)| (Cow::Owned(name.into()), value.into())).collect();
        let path = format!("{base}{path}");
        Raw::new(Pending { query, body, fault, ..self.blank(Cow::Owned(operation), method, path) })
    }

    /// Makes the request of an operation.
    pub fn pending(&self, operation: &'static Operation, method: Method, steps: &[&dyn Display]) -> Pending {
        let last = steps.iter().map(|step| step.to_string());
        let filled = fill(&operation.path, self.steps.iter().cloned().chain(last));
        let (path, fault) = match filled {
            Ok(path) => (path, None),
            Err(fault) => (String::new(), Some(fault)),
        };
        Pending { fault, ..self.blank(Cow::Borrowed(operation), method, path) }
    }

    fn blank(&self, operation: Cow<'static, Operation>, method: Method, path: String) -> Pending {
        Pending {
            operation,
            options: CallOptions::default(),
            accept: "application/json",
            end: None,
            pipeline: self.pipeline.clone(),
            method,
            path,
            query: Vec::new(),
            body: None,
            fault: None,
        }
    }
}

impl Pending {
    /// Sets a query parameter, once.
    pub fn set_query(&mut self, name: &'static str, value: String) {
        self.query.retain(|(other, _)| other != name);
        self.query.push((Cow::Borrowed(name), value));
    }

    /// Returns a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Sets the body.
    pub fn set_json(&mut self, body: &impl Serialize) {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body = Some(bytes.into()),
            Err(_) => self.fault = Some("the body cannot be written as JSON"),
        }
    }

    /// Returns the body as it was set; nothing if it is no object.
    pub fn json_body(&self) -> Map<String, Value> {
        let body = self.body.as_ref();
        body.and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default()
    }

    /// Whether it only reads.
    pub fn reads(&self) -> bool {
        self.method == Method::GET
    }

    /// Returns the clock of the pipeline.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        self.pipeline.clock()
    }

    /// Returns where work goes that outlives its caller.
    pub fn afterwards(&self) -> Afterwards {
        self.pipeline.afterwards()
    }

    /// Limits it to what is left of something larger when it is sent.
    pub fn limit(&mut self, within: &Within) {
        self.end = match (self.end, within.end) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }

    /// Sends it, and turns a refusal into an error, unless the operation takes it for an answer.
    ///
    /// # Errors
    /// Any kind but `Io`.
    pub async fn accepted(self) -> Result<Response<Body>> {
        let name = self.operation.name.clone();
        self.sent().await.map_err(|error| error.with_operation(name))
    }

    /// Sends it, and reads the whole answer.
    ///
    /// # Errors
    /// Any kind but `Io`.
    pub async fn answer(self) -> Result<(Bytes, StatusCode)> {
        let name = self.operation.name.clone();
        let response = self.accepted().await?;
        let status = response.status();
        let body = collect(response).await.map_err(|error| error.with_operation(name))?;
        Ok((body, status))
    }

    async fn sent(self) -> Result<Response<Body>> {
        let request = self.request()?;
        let mut options = self.options.clone();
        if let Some(end) = self.end {
            let left = end.saturating_sub(self.clock().monotonic());
            if left.is_zero() {
                let why = "the deadline has passed before this was sent";
                return Err(Error::new(ErrorKind::Timeout, why).with_may_have_acted(false));
            }
            // What is left of something larger does not lengthen what one call may take.
            let own = options.deadline.or(self.pipeline.deadline());
            options.deadline = Some(own.map_or(left, |own| own.min(left)));
        }
        let response = self.pipeline.call(&self.operation, request, &options).await?;
        if self.operation.answers.contains(&response.status().as_u16()) {
            return Ok(response);
        }
        accept(response).await
    }

    /// Returns the request, without IO.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        if let Some(fault) = self.fault {
            return Err(Error::new(ErrorKind::InvalidRequest, fault));
        }
        let mut address = self.path.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            encode(&mut address, name);
            address.push('=');
            encode(&mut address, value);
        }
        let mut builder = Request::builder()
            .method(&self.method)
            .uri(address)
            .header(ACCEPT, HeaderValue::from_static(self.accept));
        if self.body.is_some() {
            builder = builder.header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        builder.body(self.body.clone().unwrap_or_default()).map_err(|source| {
            Error::new(ErrorKind::InvalidRequest, "this is no valid address").with_source(source)
        })
    }
}

/// The end that several calls have in common.
#[derive(Clone)]
pub struct Within {
    clock: Arc<dyn Clock>,
    /// On the monotonic clock; none if there is no limit.
    end: Option<Duration>,
}

impl Within {
    /// Ends after `limit` from now, if there is one.
    pub fn new(clock: Arc<dyn Clock>, limit: Option<Duration>) -> Self {
        let end = limit.map(|limit| clock.monotonic().saturating_add(limit));
        Self { clock, end }
    }

    /// Returns what is left; none if that is nothing.
    pub fn left(&self) -> Option<Duration> {
        let left = self.end.map_or(Duration::MAX, |end| end.saturating_sub(self.clock.monotonic()));
        Some(left).filter(|left| !left.is_zero())
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Scope").field(&self.steps).finish()
    }
}

impl fmt::Debug for Pending {
    /// Shows neither query nor body: both may hold what is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.name)
            .field("method", &self.method)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// Puts steps into the braces of a template.
fn fill(template: &str, mut steps: impl Iterator<Item = String>) -> Result<String, &'static str> {
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (_, after) = after.split_once('}').ok_or("the path template is broken")?;
        let step = steps.next().ok_or("the path lacks an id")?;
        // An empty step would call another resource, and dots would leave this one.
        if matches!(step.as_str(), "" | "." | "..") {
            return Err("an empty text or dots cannot stand in a path");
        }
        path.push_str(before);
        encode(&mut path, &step);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

fn raw_fault(path: &str) -> Option<&'static str> {
    if !path.starts_with('/') {
        return Some("the path must start with a slash");
    }
    if path.contains(['?', '#']) {
        return Some("the path must come without a query; it has an argument of its own");
    }
    path.split('/').any(|step| matches!(step, "." | "..")).then_some("dots cannot stand in a path")
}

/// Writes what RFC 3986 calls unreserved as it is, and the rest as `%XX`.
fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, steps: &[&str], expect: Result<&str, &'static str>) {
        let filled = fill(template, steps.iter().map(|step| (*step).to_owned()));
        assert_eq!(filled, expect.map(str::to_owned));
    }

    #[test]
    fn steps_go_into_the_braces_in_order() {
        check("/jump-group/{id}/user/{user_id}", &["4", "7"], Ok("/jump-group/4/user/7"));
        check("/x/{a}/{b}", &["ü/?", "mac-dmg"], Ok("/x/%C3%BC%2F%3F/mac-dmg"));
    }

    #[test]
    fn a_step_cannot_lead_elsewhere() {
        for step in ["", ".", ".."] {
            check("/x/{a}/y", &[step], Err("an empty text or dots cannot stand in a path"));
        }
    }

    #[test]
    fn a_raw_path_is_a_path_only() {
        assert_eq!(raw_fault("/jump-group/4"), None);
        assert!(raw_fault("jump-group").is_some());
        assert!(raw_fault("/jump-group?name=x").is_some());
        assert!(raw_fault("/../../login").is_some());
    }
}
