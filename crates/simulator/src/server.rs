//! The shell around the appliance: TLS, and plain HTTP if asked for, on loopback.

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::header::CONNECTION;
use http::{HeaderValue, Request, Response, Uri};
use http_body_util::combinators::MapErr;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use rustls::HandshakeKind;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::appliance::{Appliance, Credentials, lock};
use crate::attend::{PATIENCE, attend, ended};
use crate::body::SimBody;
use crate::builder::Builder;
use crate::control::Control;
use crate::log::{Counters, Exchange};
use crate::port::Port;
use crate::postman;
use crate::profile::Shape;
use crate::tls;
use crate::unconfirmed;

/// How much of a refused body is read after all, and for how long: a client that sends everything
/// before it listens would otherwise see a reset instead of the answer.
const DRAINED: usize = 64 * 1024 * 1024;
const DRAINED_FOR: Duration = Duration::from_secs(5);

/// A running simulator. Dropping it stops it at once.
#[derive(Debug)]
pub struct Server {
    appliance: Appliance,
    address: SocketAddr,
    plain: Option<SocketAddr>,
    control: Option<Port>,
    ca_pem: String,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Builder {
    /// Makes the appliance and serves it over TLS on loopback, until the server is dropped.
    ///
    /// Needs a tokio runtime with IO and time.
    ///
    /// # Errors
    ///
    /// If no port can be had or no certificate be made.
    pub async fn serve(self) -> io::Result<Server> {
        Server::start(self).await
    }
}

impl Server {
    async fn start(builder: Builder) -> io::Result<Self> {
        let identity = tls::identity()?;
        let secure = TcpListener::bind((Ipv4Addr::LOCALHOST, builder.port)).await?;
        let plain = free(builder.plain_http).await?;
        let control = free(builder.control_port).await?;
        let appliance = builder.build();
        let (stop, stopped) = watch::channel(false);
        let address = secure.local_addr()?;
        appliance.site().origin = format!("https://{address}");
        let acceptor = TlsAcceptor::from(identity.config);
        let of_site = |tls: Option<TlsAcceptor>| {
            let (appliance, stopped) = (appliance.clone(), stopped.clone());
            move |stream| greet(stream, tls.clone(), appliance.clone(), stopped.clone())
        };
        let mut tasks = vec![tokio::spawn(listen(secure, of_site(Some(acceptor)), stopped.clone()))];
        tasks.push(tokio::spawn(postman::run(appliance.clone(), stopped.clone())));
        let mut plain_address = None;
        if let Some(listener) = plain {
            plain_address = Some(listener.local_addr()?);
            tasks.push(tokio::spawn(listen(listener, of_site(None), stopped.clone())));
        }
        let mut port = None;
        if let Some(listener) = control {
            let own = Port::new(listener.local_addr()?);
            port = Some(own.clone());
            let (hands, watch) = (appliance.control(), stopped.clone());
            let attend = move |stream| own.clone().converse(stream, hands.clone(), watch.clone());
            tasks.push(tokio::spawn(listen(listener, attend, stopped.clone())));
        }
        Ok(Self {
            appliance,
            address,
            plain: plain_address,
            control: port,
            ca_pem: identity.ca_pem,
            stop,
            tasks,
        })
    }

    /// Stops: no new connections, requests under way are answered, then all is closed.
    pub async fn stop(mut self) {
        // Nobody listening any more is fine too.
        let _ = self.stop.send(true);
        for task in std::mem::take(&mut self.tasks) {
            // The tasks do not panic; being gone is what is wanted.
            let _ = task.await;
        }
    }

    /// Returns host and port of the TLS server: `127.0.0.1:PORT`. The certificate is also good
    /// for `localhost` and `::1`.
    #[must_use]
    pub fn site(&self) -> String {
        self.address.to_string()
    }

    /// Returns host and port of the plain HTTP server, if there is one.
    #[must_use]
    pub fn plain_site(&self) -> Option<String> {
        self.plain.map(|address| address.to_string())
    }

    /// Returns the address of the control port, if there is one: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn control_url(&self) -> Option<String> {
        self.control.as_ref().map(Port::url)
    }

    /// Returns the token that the control port asks for. Whoever has it may do anything to this
    /// appliance, and read its secrets.
    #[must_use]
    pub fn control_token(&self) -> Option<String> {
        self.control.as_ref().map(|port| port.token().to_owned())
    }

    /// Returns the certificate of the authority that clients have to trust.
    #[must_use]
    pub fn ca_pem(&self) -> String {
        self.ca_pem.clone()
    }

    /// Writes the roots of the system and this simulator's into one file, for `SSL_CERT_FILE`
    /// and its relatives: programs that run beside the simulator can still reach the world.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write_ca_bundle(&self, path: &Path) -> io::Result<()> {
        fs::write(path, tls::bundle(&self.ca_pem))
    }

    /// Returns the appliance behind the server.
    #[must_use]
    pub fn appliance(&self) -> &Appliance {
        &self.appliance
    }

    /// Returns the client id of the first API account, which may do everything.
    #[must_use]
    pub fn client_id(&self) -> String {
        self.appliance.client_id()
    }

    /// Returns the client secret of the first API account.
    #[must_use]
    pub fn client_secret(&self) -> String {
        self.appliance.client_secret()
    }

    /// Returns the credentials of all API accounts.
    #[must_use]
    pub fn accounts(&self) -> Vec<Credentials> {
        self.appliance.accounts()
    }

    /// Returns the captured exchanges, oldest first.
    #[must_use]
    pub fn log(&self) -> Vec<Exchange> {
        self.appliance.log()
    }

    /// Returns what was counted.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.appliance.counters()
    }

    /// Returns what makes time pass and things go wrong.
    #[must_use]
    pub fn control(&self) -> Control {
        self.appliance.control()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The connections belong to these tasks and end with them.
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// Listens on a free port of loopback, if that is wanted.
async fn free(wanted: bool) -> io::Result<Option<TcpListener>> {
    if wanted { TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map(Some) } else { Ok(None) }
}

/// Accepts connections and lets `greet` attend to each, until the server is to stop.
async fn listen<F>(listener: TcpListener, greet: impl Fn(TcpStream) -> F, mut stopped: watch::Receiver<bool>)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
            () = ended(&mut stopped) => break,
        };
        // A client that is gone before it is accepted is no reason to stop.
        let Ok((stream, _)) = accepted else {
            tokio::task::yield_now().await;
            continue;
        };
        connections.spawn(greet(stream));
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn greet(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    appliance: Appliance,
    stopped: watch::Receiver<bool>,
) {
    lock(&appliance.inner().counters).connections += 1;
    let peer = stream.peer_addr().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip());
    // Small answers must not wait for the client's delayed acknowledgements.
    let _ = stream.set_nodelay(true);
    let reset = Arc::new(AtomicBool::new(false));
    let stream = Breakable { stream, reset: Arc::clone(&reset) };
    let Some(acceptor) = tls else {
        converse(stream, ("http", peer), appliance, reset, stopped).await;
        return;
    };
    let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await else {
        return;
    };
    {
        let mut counters = lock(&appliance.inner().counters);
        match stream.get_ref().1.handshake_kind() {
            Some(HandshakeKind::Resumed) => counters.resumed_handshakes += 1,
            _ => counters.full_handshakes += 1,
        }
    }
    converse(stream, ("https", peer), appliance, reset, stopped).await;
}

async fn converse<S>(
    stream: S,
    (scheme, peer): (&'static str, IpAddr),
    appliance: Appliance,
    reset: Arc<AtomicBool>,
    stopped: watch::Receiver<bool>,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let used = AtomicBool::new(false);
    let service = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let again = used.swap(true, Ordering::Relaxed);
        let (appliance, reset) = (&appliance, &reset);
        async move {
            if again && appliance.site().switches.shapes.has(Shape::DROP_REUSED) {
                reset.store(true, Ordering::Relaxed);
                return Err(io::Error::new(io::ErrorKind::ConnectionReset, "a second request, as refused"));
            }
            answer(request, scheme, appliance, reset).await
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    attend(connection, stopped).await;
}

type WatchedBody = MapErr<SimBody, Box<dyn FnMut(io::Error) -> io::Error + Send + Sync>>;

async fn answer(
    request: Request<Incoming>,
    scheme: &str,
    appliance: &Appliance,
    reset: &Arc<AtomicBool>,
) -> io::Result<Response<WatchedBody>> {
    let (mut parts, mut body) = request.into_parts();
    // The target of a request to an origin server has no scheme; links in answers need one.
    if let Some(host) = parts.headers.get(http::header::HOST).and_then(|host| host.to_str().ok())
        && let Some(target) = parts.uri.path_and_query()
        && let Ok(uri) = Uri::builder().scheme(scheme).authority(host).path_and_query(target.clone()).build()
    {
        parts.uri = uri;
    }
    let response = match Limited::new(&mut body, unconfirmed::MAX_BODY).collect().await {
        Ok(body) => appliance.handle(Request::from_parts(parts, body.to_bytes())).await,
        Err(error) if error.is::<LengthLimitError>() => {
            // If the time is up, the client is not sending, and may be listening.
            let _ = tokio::time::timeout(DRAINED_FOR, drain(&mut body)).await;
            let mut response = appliance.oversized(parts);
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            Ok(response)
        }
        // The client broke off.
        Err(error) => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, error)),
    };
    if response.is_err() {
        reset.store(true, Ordering::Relaxed);
    }
    let reset = Arc::clone(reset);
    let watch = move |error: io::Error| {
        if error.kind() == io::ErrorKind::ConnectionReset {
            reset.store(true, Ordering::Relaxed);
        }
        error
    };
    Ok(response?.map(|body| body.map_err(Box::new(watch) as Box<_>)))
}

async fn drain(body: &mut Incoming) {
    let mut left = DRAINED;
    while let Some(Ok(frame)) = body.frame().await {
        left = left.saturating_sub(frame.data_ref().map_or(0, |data| data.len()));
        if left == 0 {
            return;
        }
    }
}

/// A connection that can end in a reset.
#[derive(Debug)]
struct Breakable {
    stream: TcpStream,
    reset: Arc<AtomicBool>,
}

impl Drop for Breakable {
    fn drop(&mut self) {
        if self.reset.load(Ordering::Relaxed) {
            // If it fails, the connection ends in order, which breaks the exchange as well.
            let _ = self.stream.set_zero_linger();
        }
    }
}

impl AsyncRead for Breakable {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Breakable {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // A reset must not be announced by an orderly end.
        if self.reset.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
