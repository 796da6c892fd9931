//! The way to the appliance: one connection per run, made when the first request is.

use std::path::Path;

use bt_sra::save::SaveOptions;
use bt_sra::{Connection, ConnectionBuilder, Folder, Paging};
use bytes::Bytes;
use http::{HeaderMap, Method, Response, header};

use crate::failure::{Failure, Result, chain};
use crate::interrupt::Stopped;
use crate::output::note;
use crate::path::ResourcePath;
use crate::settings::Settings;

/// The most that is read of an answer which is held in memory: a page of large things.
const LIMIT: usize = 64 << 20;

/// Does some work that needs the network.
///
/// Nothing of this is set up before, so that what works offline starts at once.
pub(crate) fn run<T>(settings: &Settings, work: impl AsyncFnOnce(&Net) -> Result<T>) -> Result<T> {
    let runtime = runtime()?;
    let net = Net { connection: connect(settings)? };
    runtime.block_on(work(&net))
}

/// Makes the runtime, of one thread.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::io("cannot start", &error))
}

fn connect(settings: &Settings) -> Result<Connection> {
    let missing: Vec<&str> = ["BT_API_HOST", "BT_CLIENT_ID", "BT_CLIENT_SECRET"]
        .into_iter()
        .filter(|name| settings.get(name).is_none())
        .collect();
    if !missing.is_empty() {
        return Err(Failure::usage(format!("not set: {}", missing.join(", ")))
            .with_hint("export them, or put NAME=value lines in a file and name it with --env-file"));
    }
    let builder: ConnectionBuilder = ConnectionBuilder::from_lookup(|name| settings.get(name))?;
    let builder = builder.user_agent(concat!("btapi/", env!("CARGO_PKG_VERSION"), " (bt-sra)"))?;
    match Folder::find(|name| settings.get(name)) {
        Ok(folder) => Ok(builder.shared_in(folder).build()?),
        Err(error) => {
            note(&format!("every run fetches a token of its own: {}", chain(&error)));
            Ok(builder.build()?)
        }
    }
}

/// The connection to the appliance.
#[derive(Debug)]
pub(crate) struct Net {
    connection: Connection,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    body: Option<Bytes>,
}

impl Call {
    /// Makes a request to the Configuration API.
    pub(crate) fn new(method: bt_sra_catalog::Method, path: &ResourcePath) -> Self {
        use bt_sra_catalog::Method as Known;
        let method = match method {
            Known::Get => Method::GET,
            Known::Post => Method::POST,
            Known::Patch => Method::PATCH,
            Known::Delete => Method::DELETE,
        };
        Self::raw(method, path.wire())
    }

    /// Makes a request to any path of the site.
    pub(crate) fn raw(method: Method, path: String) -> Self {
        Self { method, path, query: Vec::new(), body: None }
    }

    /// Adds a query parameter.
    #[must_use]
    pub(crate) fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Adds a JSON body.
    #[must_use]
    pub(crate) fn body(mut self, json: Option<Bytes>) -> Self {
        self.body = json;
        self
    }

    /// Returns how a failure of this request is told.
    fn fail(&self) -> fn(bt_sra::Error) -> Failure {
        if self.method.is_safe() { Failure::from } else { Failure::of_change }
    }
}

/// An answer that was read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its media type, without parameters.
    pub(crate) media: String,
    /// Where it stands in a list.
    pub(crate) paging: Paging,
    /// Its body.
    pub(crate) body: Bytes,
}

impl Net {
    /// Sends a request and reads the answer, which is not a refusal.
    pub(crate) async fn call(&self, call: Call) -> Result<Answer> {
        let fail = call.fail();
        let response = self.send(call).await?;
        let (media, paging) = (media(response.headers()), Paging::from_headers(response.headers()));
        let body = response.into_body().collect(LIMIT).await.map_err(fail)?;
        Ok(Answer { media, paging, body })
    }

    /// Sends a request; the body of the answer is still to come.
    pub(crate) async fn send(&self, call: Call) -> Result<Response<bt_sra::Body>> {
        let fail = call.fail();
        let mut request = self.connection.raw(call.method, &call.path);
        for (name, value) in &call.query {
            request = request.query(name, value);
        }
        if let Some(body) = call.body {
            request = request.json(body);
        }
        request.send().await.map_err(fail)
    }

    /// Saves the body of the answer in the current directory, under the name that the answer
    /// gives, or else `fallback`.
    pub(crate) async fn save(&self, call: Call, fallback: &str) -> Result<bt_sra::save::Saved> {
        let stopped = Stopped::default();
        let response = self.send(call).await?.map(|body| stopped.guard(body));
        let mut options = SaveOptions::default();
        options.fallback = Some(fallback.to_owned());
        let saved = bt_sra::save::save(response, Path::new("."), &options).await;
        saved.map_err(|error| match stopped.exit_code() {
            Some(code) => Failure::coded(code, "stopped; nothing was saved"),
            None => error.into(),
        })
    }
}

fn media(headers: &HeaderMap) -> String {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
