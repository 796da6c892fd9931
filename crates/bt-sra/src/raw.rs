//! Calls for what has no type.

use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::{Body, CallOptions, Operation, Pipeline, Repeat, RetryPolicy, accept};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, Request, Response};

/// A call by method and path. Made by [`Connection::raw`](crate::Connection::raw).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct RawCall {
    pipeline: Pipeline,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Bytes,
    options: CallOptions,
    name: Option<String>,
    repeat: Option<Repeat>,
}

impl RawCall {
    pub(crate) fn new(pipeline: Pipeline, method: Method, path: String) -> Self {
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]);
        Self {
            pipeline,
            method,
            path,
            headers,
            body: Bytes::new(),
            options: CallOptions::default(),
            name: None,
            repeat: None,
        }
    }

    /// Adds a query parameter, percent-encoded here.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.path.push(if self.path.contains('?') { '&' } else { '?' });
        self.path.extend(percent_encoding::utf8_percent_encode(name, QUERY));
        self.path.push('=');
        self.path.extend(percent_encoding::utf8_percent_encode(value, QUERY));
        self
    }

    /// Sets a JSON body.
    pub fn json(self, body: impl Into<Bytes>) -> Self {
        self.body(HeaderValue::from_static("application/json"), body)
    }

    /// Sets a body of any type.
    pub fn body(mut self, content_type: HeaderValue, body: impl Into<Bytes>) -> Self {
        self.headers.insert(CONTENT_TYPE, content_type);
        self.body = body.into();
        self
    }

    /// Sets a header; `Accept` is `application/json` otherwise.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Sends no credentials.
    pub fn anonymous(mut self) -> Self {
        self.pipeline = self.pipeline.anonymous();
        self
    }

    /// Sets the name for errors; method and path otherwise, without the query. Traces show
    /// neither: a path may hold what is nobody's business.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Says whether the call may be repeated when the first may have been carried out. Judged by
    /// the method otherwise ([`Repeat::of`]), but for the Command API, in which `GET` acts too.
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = Some(repeat);
        self
    }

    /// Limits the time of the call.
    pub fn with_deadline(mut self, span: Duration) -> Self {
        self.options.deadline = Some(span);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, retry: RetryPolicy) -> Self {
        self.options.retry = Some(retry);
        self
    }

    /// Sends, and returns a successful answer.
    ///
    /// # Errors
    /// Those of [`Pipeline::call`], and [`ErrorKind::Appliance`] for an answer that is no success.
    pub async fn send(self) -> Result<Response<Body>> {
        let name = self.operation_name();
        accept(self.send_any().await?).await.map_err(|error| error.with_operation(name))
    }

    /// Sends, and returns the answer whatever its status.
    ///
    /// # Errors
    /// Those of [`Pipeline::call`].
    pub async fn send_any(self) -> Result<Response<Body>> {
        let name = self.operation_name();
        let Self { pipeline, method, path, headers, body, options, repeat, .. } = self;
        if path.contains('#') {
            // What stands behind it would be dropped without a word.
            let why = "`#` cannot stand in a path; write %23";
            return Err(Error::new(ErrorKind::InvalidRequest, why).with_operation(name));
        }
        let acts = path.trim_start_matches('/').starts_with("api/command");
        let repeat = repeat.unwrap_or(if acts { Repeat::Never } else { Repeat::of(&method) });
        let operation = Operation { name: name.into(), path: "(raw)".into(), repeat, answers: &[] };
        let slash = if path.starts_with('/') { "" } else { "/" };
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{slash}{path}"))
            .body(body)
            .map_err(|source| Error::new(ErrorKind::InvalidRequest, "not a path").with_source(source))?;
        *request.headers_mut() = headers;
        pipeline.call(&operation, request, &options).await
    }

    fn operation_name(&self) -> String {
        self.name.clone().unwrap_or_else(|| {
            let path = self.path.split('?').next().unwrap_or_default();
            format!("{} {path}", self.method)
        })
    }
}

/// What is encoded in a query: all but the unreserved characters of RFC 3986.
const QUERY: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
