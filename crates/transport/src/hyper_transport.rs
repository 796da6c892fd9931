//! The transport over hyper and rustls.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Clock, Error, ErrorKind, Result, SystemClock};
use bytes::Bytes;
use http::header::{CONNECTION, HeaderValue};
use http::{Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::{self, Client};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tower_service::Service;

use crate::deadline::within;
use crate::{Body, Large, Proxy, TlsSettings, Transport};

/// Up to how much of a large answer is read at a time. It is a few megabytes of memory for each
/// connection and takes a tenth of the time off.
const LARGE: usize = 1024 * 1024;

/// Sends requests with hyper, over rustls, on the caller's tokio runtime.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, Full<Bytes>>,
    /// The same for large answers.
    large: Client<Connector, Full<Bytes>>,
    clock: Arc<dyn Clock>,
    head_limit: Duration,
    read_limit: Duration,
    keep_alive: KeepAlive,
}

/// Whether a connection is used again.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum KeepAlive {
    /// Each call has its connection, closed at its end: what the vendor demands.
    #[default]
    Close,
    /// Connections are kept and used again.
    Reuse,
}

/// Makes a [`HyperTransport`].
#[derive(Clone, Debug)]
pub struct HyperTransportBuilder {
    tls: TlsSettings,
    proxy: Option<Proxy>,
    keep_alive: KeepAlive,
    connect_limit: Duration,
    read_limit: Duration,
    clock: Arc<dyn Clock>,
}

impl HyperTransport {
    /// Starts from: roots of the system, no proxy, connections closed, ten seconds to connect,
    /// a minute of silence.
    #[must_use]
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder {
            tls: TlsSettings::system(),
            proxy: None,
            keep_alive: KeepAlive::Close,
            connect_limit: Duration::from_secs(10),
            read_limit: Duration::from_secs(60),
            clock: Arc::new(SystemClock),
        }
    }
}

impl HyperTransportBuilder {
    /// Sets whom to trust.
    #[must_use]
    pub fn tls(mut self, tls: TlsSettings) -> Self {
        self.tls = tls;
        self
    }

    /// Goes through a proxy.
    #[must_use]
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Sets whether connections are used again.
    #[must_use]
    pub fn keep_alive(mut self, keep_alive: KeepAlive) -> Self {
        self.keep_alive = keep_alive;
        self
    }

    /// Limits the time until a connection stands, TLS included.
    #[must_use]
    pub fn connect_limit(mut self, span: Duration) -> Self {
        self.connect_limit = span;
        self
    }

    /// Limits the time without a byte, before the answer and between its pieces.
    #[must_use]
    pub fn read_limit(mut self, span: Duration) -> Self {
        self.read_limit = span;
        self
    }

    /// Sets the clock for the limits.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Reads the certificates and makes the transport. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if there is nobody to trust.
    pub fn build(self) -> Result<HyperTransport> {
        let tls = self.tls.client_config()?;
        let limit = ConnectLimit { span: self.connect_limit, clock: Arc::clone(&self.clock) };
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Shared among the addresses of the host: one that is dead must not use it all up.
        tcp.set_connect_timeout(Some(self.connect_limit));
        let mut pool = Client::builder(TokioExecutor::new());
        pool.pool_timer(TokioTimer::new());
        if self.keep_alive == KeepAlive::Close {
            pool.pool_max_idle_per_host(0);
        }
        let dial = match self.proxy {
            None => Dial::Direct(tcp),
            Some(Proxy { uri, authorization: None }) => Dial::Tunnel(Tunnel::new(uri, tcp)),
            Some(Proxy { uri, authorization: Some(value) }) => {
                Dial::Tunnel(Tunnel::new(uri, tcp).with_auth(value))
            }
        };
        let inner = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1()
            .wrap_connector(dial);
        let connector = Connector { inner, limit };
        let client = pool.build(connector.clone());
        let large = pool.http1_max_buf_size(LARGE).build(connector);
        Ok(HyperTransport {
            client,
            large,
            clock: self.clock,
            head_limit: self.connect_limit.saturating_add(self.read_limit),
            read_limit: self.read_limit,
            keep_alive: self.keep_alive,
        })
    }
}

#[async_trait]
impl Transport for HyperTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let (mut parts, body) = request.into_parts();
        if self.keep_alive == KeepAlive::Close {
            parts.headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        let request = Request::from_parts(parts, Full::new(body));
        let client = if request.extensions().get::<Large>().is_some() { &self.large } else { &self.client };
        let sent = client.request(request);
        let response = within(&*self.clock, self.head_limit, sent)
            .await
            .ok_or_else(|| Error::new(ErrorKind::Timeout, "the appliance did not answer in time"))?
            .map_err(send_error)?;
        let (clock, read_limit) = (Arc::clone(&self.clock), self.read_limit);
        Ok(response
            .map(|body: Incoming| Body::stream(body.map_err(body_error)).with_idle_limit(clock, read_limit)))
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").field("keep_alive", &self.keep_alive).finish_non_exhaustive()
    }
}

/// Makes connections, to the appliance or through a proxy. One type for both: what hyper builds on
/// it is compiled once.
#[derive(Clone)]
enum Dial {
    Direct(HttpConnector),
    Tunnel(Tunnel<HttpConnector>),
}

impl Service<Uri> for Dial {
    type Response = TokioIo<TcpStream>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        match self {
            Self::Direct(tcp) => tcp.poll_ready(context).map_err(Into::into),
            Self::Tunnel(tunnel) => tunnel.poll_ready(context).map_err(Into::into),
        }
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        match self {
            Self::Direct(tcp) => {
                let connecting = tcp.call(uri);
                Box::pin(async move { connecting.await.map_err(Into::into) })
            }
            Self::Tunnel(tunnel) => {
                let connecting = tunnel.call(uri);
                Box::pin(async move { connecting.await.map_err(Into::into) })
            }
        }
    }
}

/// Connects within a limit, TLS included.
#[derive(Clone)]
struct Connector {
    inner: HttpsConnector<Dial>,
    limit: ConnectLimit,
}

#[derive(Clone)]
struct ConnectLimit {
    span: Duration,
    clock: Arc<dyn Clock>,
}

type BoxError = Box<dyn StdError + Send + Sync>;

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<TokioIo<TcpStream>>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.inner.call(uri);
        let ConnectLimit { span, clock } = self.limit.clone();
        Box::pin(async move {
            match within(&*clock, span, connecting).await {
                Some(connected) => connected,
                None => Err(io::Error::new(io::ErrorKind::TimedOut, "no connection in time").into()),
            }
        })
    }
}

fn send_error(source: legacy::Error) -> Error {
    let (kind, what) = if source.is_connect() {
        connect_error(&source)
    } else {
        // From here on the request may have been sent, whatever broke: TLS too can fail later.
        match cause::<hyper::Error>(&source) {
            Some(error) if error.is_canceled() => {
                (ErrorKind::Connect, "the connection was gone before the request")
            }
            Some(error) if error.is_parse() => (ErrorKind::Decode, "the answer is not HTTP"),
            _ => (ErrorKind::Interrupted, "the connection broke before the answer"),
        }
    };
    Error::new(kind, what).with_source(source)
}

/// What kept a connection from being made: nothing of the request was sent.
fn connect_error(source: &legacy::Error) -> (ErrorKind, &'static str) {
    match cause::<rustls::Error>(source) {
        Some(rustls::Error::InvalidCertificate(_)) => {
            (ErrorKind::Tls, "the certificate of the appliance is not trusted")
        }
        Some(_) => (ErrorKind::Tls, "TLS with the appliance failed"),
        // The type of this error is private to hyper-util; its words are all there is to go by.
        None if says(source, "proxy authorization required") => {
            (ErrorKind::Config, "the proxy refuses the user or the password")
        }
        None => (ErrorKind::Connect, "no connection to the appliance"),
    }
}

/// Looks for words in an error and its causes.
fn says(error: &(dyn StdError + 'static), words: &str) -> bool {
    error.to_string().contains(words) || error.source().is_some_and(|source| says(source, words))
}

fn body_error(source: hyper::Error) -> Error {
    Error::new(ErrorKind::Interrupted, "the answer broke off").with_source(source)
}

/// Looks for a cause of type `T`, also inside `io::Error`s, whose own `source` skips what they wrap.
fn cause<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = wrapped.map(|inner| inner as &(dyn StdError + 'static)).or_else(|| error.source());
    }
    None
}
