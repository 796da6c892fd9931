//! The way to the appliance: one connection per run, made when the first request is.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bt_sra::save::{SaveOptions, Saved};
use bt_sra::{Body, Connection, ConnectionBuilder, Folder, Paging, RawCall};
use bytes::Bytes;
use http::{HeaderMap, Method, Response, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::failure::{Exit, Failure, Result, chain, plain};
use crate::interrupt::{Stopped, stop};
use crate::output::note;
use crate::path::ResourcePath;
use crate::progress::{Progress, Unit};
use crate::settings::Settings;
use crate::trace::Traced;

/// The most that is read of an answer which is held in memory: a page of large things.
const LIMIT: usize = 64 << 20;

/// The longest path with query that is sent. The libraries below end at 64 KiB, most servers
/// before.
const LONGEST_PATH: usize = 60_000;

/// The longest wait for the rate limit that nobody has asked for.
const PATIENCE: Duration = Duration::from_secs(120);

/// The variables that a connection is made of.
const VARIABLES: [&str; 9] = [
    "BT_API_HOST",
    "BT_CLIENT_ID",
    "BT_CLIENT_SECRET",
    "BT_CA_FILE",
    "BT_TIMEOUT",
    "HTTPS_PROXY",
    "https_proxy",
    "NO_PROXY",
    "no_proxy",
];

/// Does some work that needs the network.
///
/// Nothing of this is set up before, so that what works offline starts at once.
pub(crate) fn run<T>(settings: &Settings, work: impl AsyncFnOnce(&Net) -> Result<T>) -> Result<T> {
    run_with(settings, Needs::Credentials, work)
}

/// What a connection is made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Needs {
    /// The appliance and an API account.
    Credentials,
    /// The same, and so much patience with a silent appliance.
    Patience(Duration),
    /// The appliance.
    Host,
}

/// As [`run`], for what may do without credentials.
pub(crate) fn run_with<T>(
    settings: &Settings,
    needs: Needs,
    work: impl AsyncFnOnce(&Net) -> Result<T>,
) -> Result<T> {
    let runtime = runtime()?;
    Settings::check(&VARIABLES)?;
    let progress = Progress::start(!settings.is_silent());
    let connection = connect(settings, needs, &progress)?;
    let net =
        Net { connection, timeout: settings.timeout()?, progress, keeps_signals: AtomicBool::new(false) };
    let ended = runtime.block_on(async {
        tokio::select! {
            biased;
            done = work(&net) => done,
            code = net.stopped() => Err(Failure::coded(code, "stopped")),
        }
    });
    net.progress.finish();
    // Not even for an output that nobody reads any more.
    runtime.shutdown_background();
    ended
}

/// Makes the runtime, of one thread.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::io("cannot start", &error))
}

fn connect(settings: &Settings, needs: Needs, progress: &Progress) -> Result<Connection> {
    let needed: &[&str] = match needs {
        Needs::Credentials | Needs::Patience(_) => &["BT_API_HOST", "BT_CLIENT_ID", "BT_CLIENT_SECRET"],
        Needs::Host => &["BT_API_HOST"],
    };
    let missing: Vec<&str> = needed.iter().copied().filter(|name| settings.get(name).is_none()).collect();
    if !missing.is_empty() {
        return Err(Failure::usage(format!("not set: {}", missing.join(", ")))
            .with_hint("export them, or put NAME=value lines in a file and name it with --env-file"));
    }
    let builder: ConnectionBuilder = match needs {
        Needs::Credentials | Needs::Patience(_) => ConnectionBuilder::from_lookup(|name| settings.get(name))?,
        Needs::Host => ConnectionBuilder::from_lookup_without_credentials(|name| settings.get(name))?,
    };
    let builder = builder.user_agent(concat!("btapi/", env!("CARGO_PKG_VERSION"), " (bt-sra)"))?;
    let mut builder = builder.rate_patience(PATIENCE);
    if let Needs::Patience(silence) = needs {
        builder = builder.read_limit(silence);
    }
    if progress.is_shown() {
        builder = builder.observe_waits(Arc::new(progress.clone()));
    }
    if settings.is_traced() {
        let has_ca_file = settings.get("BT_CA_FILE").is_some();
        builder = builder.around_transport(move |inner| Arc::new(Traced::new(inner, has_ca_file)));
    }
    if needs == Needs::Host {
        return Ok(builder.build()?);
    }
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
    /// How long a request may take, its answer included.
    timeout: Duration,
    progress: Progress,
    /// Whether the work itself sees to being stopped.
    keeps_signals: AtomicBool,
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

    /// Returns the name of this request: no query, it may hold what is nobody's business.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, plain(self.path.split('?').next().unwrap_or_default()))
    }

    /// Returns how a failure of this request is told.
    pub(crate) fn fail(&self) -> impl Fn(bt_sra::Error) -> Failure + use<> {
        let name = self.name();
        let tell = if self.method.is_safe() { Failure::from } else { Failure::of_change };
        move |error| tell(error.with_operation(name.clone()))
    }

    /// Refuses what would be refused further down in words that help nobody.
    fn check_length(&self) -> Result<()> {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).map(str::len).sum::<usize>();
        let query = self.query.iter().map(|(name, value)| encoded(name) + encoded(value) + 2);
        let length = self.path.len() + query.sum::<usize>();
        if length <= LONGEST_PATH {
            return Ok(());
        }
        let message =
            format!("{}: the path and what follows it come to {length} bytes", plain_start(&self.name()));
        Err(Failure::invalid(message).with_hint(format!(
            "nothing was sent; no more than {LONGEST_PATH} bytes can be: use shorter filters, or fewer"
        )))
    }
}

/// An answer that was read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The request that it answers, for messages.
    pub(crate) name: String,
    /// Its media type, without parameters.
    pub(crate) media: String,
    /// Where it stands in a list.
    pub(crate) paging: Paging,
    /// Its body.
    pub(crate) body: Bytes,
}

impl Net {
    /// Returns the Command API, whatever the product.
    pub(crate) fn command(&self) -> bt_sra::rs::command::Command {
        bt_sra::rs::command::Command::new(self.connection.pipeline().clone())
    }

    /// Returns what both products have of the Command API v2.
    pub(crate) fn command_v2(&self) -> bt_sra::rs::command_v2::CommandV2 {
        bt_sra::rs::command_v2::CommandV2::new(self.connection.pipeline().clone())
    }

    /// Returns the connection, for what has a type.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns the way of all calls.
    pub(crate) fn pipeline(&self) -> &bt_sra::Pipeline {
        self.connection.pipeline()
    }

    /// Returns how long a request may take, its answer included.
    pub(crate) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Returns the site, to be told from others.
    pub(crate) fn site(&self) -> String {
        self.connection.site().to_string()
    }

    /// Sends a request and reads the answer. The error is the library's, for callers that judge
    /// by it what to do.
    pub(crate) async fn attempt(&self, call: Call) -> Result<Answer, bt_sra::Error> {
        let name = call.name();
        let response = self.request(call).with_deadline(self.timeout).send().await?;
        let (media, paging) = (media(response.headers()), Paging::from_headers(response.headers()));
        let body = response.into_body().collect(LIMIT).await?;
        Ok(Answer { name, media, paging, body })
    }

    /// Returns where to tell how far things are.
    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// From now on the work itself sees to being stopped in good order.
    pub(crate) fn keep_signals(&self) {
        self.keeps_signals.store(true, Ordering::Relaxed);
    }

    /// Waits until somebody asks to stop, so that the line of the progress does not stay behind.
    /// Without a line, signals do what they always do.
    async fn stopped(&self) -> u8 {
        while self.progress.is_shown() {
            let code = stop().await;
            if !self.keeps_signals.load(Ordering::Relaxed) {
                return code;
            }
        }
        std::future::pending().await
    }

    /// Sends a request and reads the answer, which is not a refusal.
    pub(crate) async fn call(&self, call: Call) -> Result<Answer> {
        let (fail, name) = (call.fail(), call.name());
        let response = self.send(call).await?;
        check_encoding(&name, response.headers())?;
        let (media, paging) = (media(response.headers()), Paging::from_headers(response.headers()));
        let body = response.into_body().collect(LIMIT).await.map_err(fail)?;
        Ok(Answer { name, media, paging, body })
    }

    /// Sends a request; the body of the answer is still to come.
    pub(crate) async fn send(&self, call: Call) -> Result<Response<Body>> {
        self.dispatch(call, Some(self.timeout)).await
    }

    async fn dispatch(&self, call: Call, timeout: Option<Duration>) -> Result<Response<Body>> {
        call.check_length()?;
        let fail = call.fail();
        let mut request = self.request(call);
        if let Some(timeout) = timeout {
            request = request.with_deadline(timeout);
        }
        request.send().await.map_err(fail)
    }

    fn request(&self, call: Call) -> RawCall {
        let mut request = self.connection.raw(call.method, &call.path);
        for (name, value) in &call.query {
            request = request.query(name, value);
        }
        if let Some(body) = call.body {
            request = request.json(body);
        }
        request
    }

    /// Saves the body of the answer in the current directory, under the name that the answer
    /// gives, or else `fallback`. `takes` judges the media type of what is no file as a rule.
    ///
    /// However long it takes: a file may be big, and a connection that stands still ends anyway.
    pub(crate) async fn save(
        &self,
        call: Call,
        fallback: &str,
        takes: impl Fn(&str) -> bool,
    ) -> Result<Saved> {
        let (fail, name) = (call.fail(), call.name());
        let response = self.dispatch(call, None).await?;
        check_encoding(&name, response.headers())?;
        let media = media(response.headers());
        if matches!(media.as_str(), "text/html" | "application/xhtml+xml") && !takes(&media) {
            let message =
                format!("{name}: the answer is a page for people ({media}), not a file; nothing was saved");
            return Err(Failure::new(Exit::Unreadable, message).with_hint(
                "something between here and the appliance may have sent it; check BT_API_HOST and the proxy",
            ));
        }
        let (parts, mut body) = response.into_parts();
        let first = loop {
            match body.chunk().await.transpose().map_err(&fail)? {
                Some(piece) if piece.is_empty() => {}
                Some(piece) => break piece,
                None => {
                    let message = format!("{name}: the answer is empty; nothing was saved");
                    return Err(Failure::new(Exit::Unreadable, message));
                }
            }
        };
        self.keep_signals();
        self.progress.begin(fallback, Unit::Bytes);
        let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
        self.progress.expect(length.and_then(|text| text.parse().ok()));
        let stopped = Stopped::default();
        let response = Response::from_parts(parts, stopped.guard(first, body, self.progress.clone()));
        let mut options = SaveOptions::default();
        options.fallback = Some(fallback.to_owned());
        let saved = bt_sra::save::save(response, Path::new("."), &options).await;
        saved.map_err(|error| match stopped.exit_code() {
            Some(code) => Failure::coded(code, "stopped; nothing was saved"),
            None => fail(error),
        })
    }
}

/// Refuses an encoding: none was asked for, and none is understood.
fn check_encoding(name: &str, headers: &HeaderMap) -> Result<()> {
    let encodings = headers.get_all(header::CONTENT_ENCODING).into_iter();
    let other = encodings.map(|value| String::from_utf8_lossy(value.as_bytes()));
    match other.into_iter().find(|value| !value.trim().eq_ignore_ascii_case("identity")) {
        Some(other) => {
            let message = format!(
                "{name}: the answer is encoded as `{}`, which was not asked for",
                plain(other.trim())
            );
            Err(Failure::new(Exit::Unreadable, message))
        }
        None => Ok(()),
    }
}

/// Cuts a text that is too long for a message.
fn plain_start(text: &str) -> String {
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn media(headers: &HeaderMap) -> String {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
