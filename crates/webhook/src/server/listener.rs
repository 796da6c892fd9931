//! Takes connections, and ends those that waste time.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use bt_sra_core::{Clock, Error, ErrorKind, Result, Sleep, SystemClock};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::server::TlsStream;
use tokio_rustls::{Accept, TlsAcceptor};

use super::ServerTls;
use super::places::{Place, Places};

/// How many connections there may be at a time; more wait to be taken.
const CONNECTIONS: usize = 256;

/// How long a request may take to come, and a client to read its answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A listener that serves.
#[derive(Debug)]
pub struct Listener {
    tcp: TcpListener,
    address: SocketAddr,
    tls: Option<ServerTls>,
    clock: Arc<dyn Clock>,
    patience: Duration,
    places: Places,
}

impl Listener {
    /// Listens with TLS.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the address cannot be had.
    pub async fn tls(address: SocketAddr, tls: ServerTls) -> Result<Self> {
        Self::bind(address, Some(tls)).await
    }

    /// Listens without TLS, on loopback.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] for any other address; [`ErrorKind::Io`] if it cannot be had.
    pub async fn plain(address: SocketAddr) -> Result<Self> {
        if !address.ip().to_canonical().is_loopback() {
            let what = format!("plain http is for loopback only, and {} is not", address.ip());
            return Err(Error::new(ErrorKind::Config, what));
        }
        Self::bind(address, None).await
    }

    /// Listens without TLS on any address: for a private network, behind what ends TLS.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the address cannot be had.
    pub async fn plain_anywhere(address: SocketAddr) -> Result<Self> {
        Self::bind(address, None).await
    }

    /// Sets the clock for the limits.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sets how long a request may take to come, and a client to read its answer: 30 seconds.
    #[must_use]
    pub fn with_patience(mut self, span: Duration) -> Self {
        self.patience = span;
        self
    }

    /// Sets how many connections there may be at a time; more wait to be taken: 256. One address
    /// gets half of them at most; what it begins beyond that is closed at once.
    #[must_use]
    pub fn with_connections(mut self, most: usize) -> Self {
        self.places = Places::new(most);
        self
    }

    /// Returns the address, with the port that was free.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the scheme of its addresses.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        if self.tls.is_some() { "https" } else { "http" }
    }

    async fn bind(address: SocketAddr, tls: Option<ServerTls>) -> Result<Self> {
        let failed = |source: io::Error| {
            Error::new(ErrorKind::Io, format!("cannot listen on {address}")).with_source(source)
        };
        let tcp = TcpListener::bind(address).await.map_err(failed)?;
        let address = tcp.local_addr().map_err(failed)?;
        let places = Places::new(CONNECTIONS);
        Ok(Self { tcp, address, tls, clock: Arc::new(SystemClock), patience: PATIENCE, places })
    }
}

impl axum::serve::Listener for Listener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let room = self.places.room().await;
            match self.tcp.accept().await {
                Ok((stream, address)) => {
                    // Who has its share already is not heard.
                    let Some(place) = self.places.give(room, address.ip()) else { continue };
                    // Small answers must not wait for the client's delayed acknowledgements.
                    let _ = stream.set_nodelay(true);
                    // Those who take their time with TLS do not keep others waiting: it is done
                    // when the first byte is asked for.
                    let stream = match &self.tls {
                        Some(tls) => {
                            let accepting = TlsAcceptor::from(Arc::clone(&tls.0)).accept(stream);
                            Stream::Greeting(Box::new(accepting))
                        }
                        None => Stream::Plain(stream),
                    };
                    let connection = Connection {
                        stream,
                        busy: Arc::default(),
                        clock: Arc::clone(&self.clock),
                        patience: self.patience,
                        timer: None,
                        _place: place,
                    };
                    return (connection, address);
                }
                // A client that is gone before it is accepted; or no more files may be opened,
                // which takes a while.
                Err(_) => self.clock.sleep(Duration::from_millis(50)).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// Who is at the other end of a connection.
#[derive(Clone, Debug)]
pub(super) struct Peer {
    pub(super) address: IpAddr,
    busy: Arc<AtomicBool>,
}

impl Peer {
    /// Says that the request is here and the answer takes its time; that is not the client's fault.
    pub(super) fn busy(&self) -> Busy {
        self.busy.store(true, Ordering::Relaxed);
        Busy(Arc::clone(&self.busy))
    }
}

impl Connected<IncomingStream<'_, Listener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Listener>) -> Self {
        let address = stream.remote_addr().ip().to_canonical();
        Self { address, busy: Arc::clone(&stream.io().busy) }
    }
}

/// As long as it lives, an answer is being made.
#[derive(Debug)]
pub(super) struct Busy(Arc<AtomicBool>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// A connection, which ends when the other side takes too long.
#[derive(Debug)]
#[expect(unnameable_types, reason = "axum has to see it, nobody has to name it")]
pub struct Connection {
    stream: Stream,
    busy: Arc<AtomicBool>,
    clock: Arc<dyn Clock>,
    patience: Duration,
    timer: Option<Timer>,
    _place: Place,
}

struct Timer(Sleep);

impl std::fmt::Debug for Timer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Timer")
    }
}

enum Stream {
    Plain(TcpStream),
    Greeting(Box<Accept<TcpStream>>),
    Tls(Box<TlsStream<TcpStream>>),
    Failed,
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Greeting(_) => "Greeting",
            Self::Tls(_) => "Tls",
            Self::Failed => "Failed",
        })
    }
}

/// Either stream, once it is there.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

impl Stream {
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<&mut dyn Wire>> {
        if let Self::Greeting(accepting) = self {
            *self = match ready!(Pin::new(accepting.as_mut()).poll(context)) {
                Ok(stream) => Self::Tls(Box::new(stream)),
                Err(_) => Self::Failed,
            };
        }
        Poll::Ready(match self {
            Self::Plain(stream) => Ok(stream),
            Self::Tls(stream) => Ok(stream.as_mut()),
            Self::Greeting(_) | Self::Failed => Err(io::Error::other("TLS failed")),
        })
    }
}

impl Connection {
    /// Does something with the stream. What has to wait for longer than it should is an error;
    /// the time begins anew after each answer.
    fn attempt<T>(
        &mut self,
        context: &mut Context<'_>,
        work: impl FnOnce(Pin<&mut dyn Wire>, &mut Context<'_>) -> Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        let done = match self.stream.poll_ready(context) {
            Poll::Ready(Ok(stream)) => work(Pin::new(stream), context),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        };
        if done.is_ready() || self.busy.load(Ordering::Relaxed) {
            return done;
        }
        let timer = self.timer.get_or_insert_with(|| Timer(self.clock.sleep(self.patience)));
        ready!(timer.0.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.attempt(context, |stream, context| stream.poll_read(context, buffer))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(self.attempt(context, |stream, context| stream.poll_write(context, bytes)));
        self.timer = None;
        Poll::Ready(written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.attempt(context, |stream, context| stream.poll_flush(context))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.attempt(context, |stream, context| stream.poll_shutdown(context))
    }
}
