//! The receiver of outbound events.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use bt_sra_core::{Clock, Error, ErrorKind, Result, SystemClock, Timestamp};
use bytes::Bytes;
use http::{Method, StatusCode};
use tokio::sync::{mpsc, oneshot};

use super::dead_letters::{DeadLetter, DeadLetters};
use super::listener::Peer;
use super::notice::chain;
use super::request::{Incoming, answer, content_type, read};
use super::seen::Seen;
use super::{Gate, Listener, Notice, NoticeKind, Observer, Quiet, Record, Sink, record};
use crate::{Event, Fields};

/// The longest body of an event.
const BODY: usize = 1024 * 1024;

/// How many events may wait for the sink.
const WAITING: usize = 64;

/// How many events are remembered to tell duplicates.
const REMEMBERED: usize = 10_000;

/// Receives outbound events, and answers 200 when the sink has them.
///
/// An appliance sends one event after the other, and repeats one until it gets its 200. So what is
/// no event is put aside and answered with 200 as well, and only a wrong secret, a foreign address
/// or a sink that fails make it wait.
#[derive(Debug)]
pub struct Receiver {
    shared: Shared,
    sink: Arc<dyn Sink>,
    remembered: usize,
    duplicates: Duplicates,
    waiting: usize,
}

/// Makes a [`Receiver`].
#[derive(Clone, Debug)]
pub struct ReceiverBuilder {
    sink: Arc<dyn Sink>,
    dead_letters: PathBuf,
    gate: Gate,
    duplicates: Duplicates,
    remembered: usize,
    body: usize,
    waiting: usize,
    observer: Arc<dyn Observer>,
    clock: Arc<dyn Clock>,
}

/// What becomes of an event that was stored before.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Duplicates {
    /// It is stored again, and says that it is one.
    #[default]
    Mark,
    /// It is not stored. Two events of one second that are the same in all that is told of them
    /// (two chat messages with one text, say) become one.
    Skip,
}

impl Receiver {
    /// Begins with where events go, and the file for bodies that are none.
    #[must_use]
    pub fn builder(sink: Arc<dyn Sink>, dead_letters: impl AsRef<Path>) -> ReceiverBuilder {
        ReceiverBuilder {
            sink,
            dead_letters: dead_letters.as_ref().to_owned(),
            gate: Gate::open(),
            duplicates: Duplicates::Mark,
            remembered: REMEMBERED,
            body: BODY,
            waiting: WAITING,
            observer: Arc::new(Quiet),
            clock: Arc::new(SystemClock),
        }
    }

    /// Serves until `stop` is there; requests under way are answered, and what came is stored.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if serving ends otherwise.
    pub async fn serve(
        self,
        listener: Listener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<()> {
        let (jobs, waiting) = mpsc::channel(self.waiting.max(1));
        let observer = Arc::clone(&self.shared.observer);
        let app = Router::new().fallback(receive).with_state(Arc::new(App { shared: self.shared, jobs }));
        let service = app.into_make_service_with_connect_info::<Peer>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(stop);
        let lane = Lane {
            seen: Seen::new(self.remembered, self.sink.recent()),
            sink: self.sink,
            duplicates: self.duplicates,
            observer,
        };
        // The lane ends when the last connection has.
        let (served, ()) = tokio::join!(serving.into_future(), lane.run(waiting));
        served.map_err(|source| Error::new(ErrorKind::Io, "serving has ended").with_source(source))
    }
}

impl ReceiverBuilder {
    /// Sets who may send.
    #[must_use]
    pub fn gate(mut self, gate: Gate) -> Self {
        self.gate = gate;
        self
    }

    /// Sets what becomes of an event that was stored before.
    #[must_use]
    pub fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.duplicates = duplicates;
        self
    }

    /// Sets how many events are remembered to tell duplicates: 10,000.
    #[must_use]
    pub fn remembered(mut self, most: usize) -> Self {
        self.remembered = most;
        self
    }

    /// Sets the longest body of an event, a MiB. A longer one is put aside.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }

    /// Sets how many events may wait for the sink: 64. Others are answered with 503.
    #[must_use]
    pub fn waiting(mut self, most: usize) -> Self {
        self.waiting = most;
        self
    }

    /// Sets who hears of what goes wrong.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Sets the clock that tells when an event came.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Opens the file for bodies that are no events.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if it holds something else, [`ErrorKind::Io`] if it cannot be opened.
    pub fn build(self) -> Result<Receiver> {
        let shared = Shared {
            dead_letters: DeadLetters::open(&self.dead_letters)?,
            gate: self.gate,
            body: self.body,
            observer: self.observer,
            clock: self.clock,
        };
        Ok(Receiver {
            shared,
            sink: self.sink,
            remembered: self.remembered,
            duplicates: self.duplicates,
            waiting: self.waiting,
        })
    }
}

/// What all connections share.
#[derive(Debug)]
struct Shared {
    dead_letters: DeadLetters,
    gate: Gate,
    body: usize,
    observer: Arc<dyn Observer>,
    clock: Arc<dyn Clock>,
}

impl Shared {
    fn tell(&self, kind: NoticeKind, text: String) {
        self.observer.notice(&Notice::new(kind, text));
    }
}

#[derive(Debug)]
struct App {
    shared: Shared,
    jobs: mpsc::Sender<Job>,
}

/// An event on its way to the sink.
#[derive(Debug)]
struct Job {
    record: Record,
    done: oneshot::Sender<bool>,
}

async fn receive(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
) -> Response {
    answer(app.receive(&peer, request).await)
}

impl App {
    async fn receive(&self, peer: &Peer, request: Request) -> StatusCode {
        let shared = &self.shared;
        let uri = request.uri();
        let query = match shared.gate.judge(peer.address, uri.path(), uri.query().unwrap_or_default()) {
            Ok(query) => query,
            Err(refusal) => {
                shared.tell(NoticeKind::Refused, format!("{} was refused: {refusal}", peer.address));
                return StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::FORBIDDEN);
            }
        };
        if request.method() != Method::POST {
            return StatusCode::METHOD_NOT_ALLOWED;
        }
        let media = content_type(request.headers()).map(str::to_owned);
        let incoming = read(request.into_body(), shared.body).await;
        // From here on we let the client wait, not the client us.
        let _busy = peer.busy();
        let arrival =
            Arrival { from: peer.address, received: shared.clock.now(), media: media.as_deref(), query };
        match incoming {
            Incoming::Broken => StatusCode::BAD_REQUEST,
            Incoming::Whole(body) => self.take(arrival, &body).await,
            Incoming::TooLong(_, _, false) => {
                shared.tell(NoticeKind::Refused, format!("{} was refused: a body without end", arrival.from));
                StatusCode::PAYLOAD_TOO_LARGE
            }
            Incoming::TooLong(head, size, true) => {
                let why = format!("the body is longer than {} bytes", shared.body);
                self.put_aside(&arrival, &head, size, &why).await
            }
        }
    }

    async fn take(&self, arrival: Arrival<'_>, body: &Bytes) -> StatusCode {
        let read = Fields::parse(arrival.media, body).and_then(|fields| {
            Ok((record::id(&fields, &arrival.query), Event::from_fields(fields.clone())?, fields))
        });
        let (id, event, fields) = match read {
            Ok(read) => read,
            Err(error) => {
                return self.put_aside(&arrival, body, body.len() as u64, &error.to_string()).await;
            }
        };
        let Arrival { from, received, query, .. } = arrival;
        let record = Record { event, fields, query, from, received, id, duplicate: false };
        let (done, outcome) = oneshot::channel();
        if self.jobs.try_send(Job { record, done }).is_err() {
            self.shared
                .tell(NoticeKind::Busy, "too many events wait to be stored; one was sent back".to_owned());
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        match outcome.await {
            Ok(true) => StatusCode::OK,
            _ => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    async fn put_aside(&self, arrival: &Arrival<'_>, body: &[u8], size: u64, why: &str) -> StatusCode {
        let Arrival { from, received, media, query } = arrival;
        let letter =
            DeadLetter { why, from: *from, received: *received, content_type: *media, query, size, body };
        match self.shared.dead_letters.keep(&letter).await {
            Ok(()) => {
                let text = format!("a body of {size} bytes from {from} is no event and was put aside: {why}");
                self.shared.tell(NoticeKind::DeadLetter, text);
                StatusCode::OK
            }
            Err(error) => {
                let text = format!("a body that is no event cannot be put aside: {}", chain(&error));
                self.shared.tell(NoticeKind::NotStored, text);
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }
}

/// What is known of a request beside its body.
#[derive(Debug)]
struct Arrival<'a> {
    from: IpAddr,
    received: Timestamp,
    media: Option<&'a str>,
    query: Fields,
}

/// Stores one event after the other, whether or not somebody still waits for the answer: one that
/// always took longer than the appliance's patience would else never be stored.
#[derive(Debug)]
struct Lane {
    sink: Arc<dyn Sink>,
    seen: Seen,
    duplicates: Duplicates,
    observer: Arc<dyn Observer>,
}

impl Lane {
    async fn run(mut self, mut waiting: mpsc::Receiver<Job>) {
        while let Some(Job { record, done }) = waiting.recv().await {
            let is_stored = self.store(record).await;
            let _ = done.send(is_stored);
        }
    }

    async fn store(&mut self, mut record: Record) -> bool {
        record.duplicate = self.seen.holds(&record.id);
        if record.duplicate {
            let text = format!("an event came again: {} ({})", record.event.kind, record.id);
            self.observer.notice(&Notice::new(NoticeKind::Duplicate, text));
            if self.duplicates == Duplicates::Skip {
                return true;
            }
        }
        match self.sink.store(&record).await {
            Ok(()) => {
                self.seen.add(record.id);
                true
            }
            Err(error) => {
                let text =
                    format!("an event cannot be stored, and is kept by the appliance: {}", chain(&error));
                self.observer.notice(&Notice::new(NoticeKind::NotStored, text));
                false
            }
        }
    }
}
