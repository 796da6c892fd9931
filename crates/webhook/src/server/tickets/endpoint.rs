//! The endpoint itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use bt_sra_core::{Clock, Error, ErrorKind, Result, Site, SystemClock};
use bt_sra_transport::Transport;
use http::{Method, StatusCode};
use tokio::sync::{mpsc, oneshot};

use super::super::listener::Peer;
use super::super::request::{Incoming, answer, content_type, read};
use super::super::{Gate, Listener, Notice, NoticeKind, Observer, Quiet};
use super::TicketApprover;
use super::deliver::Delivery;
use super::desk::{Desk, Job, Receipt, Work};
use super::journal::{Found, Journal};
use crate::{Fields, ReplyForm, ReplyNames, TicketRequest};

/// The longest body of a request.
const BODY: usize = 64 * 1024;

/// How many requests may wait for a decision.
const PENDING: usize = 1000;

/// How long a decision may take. How long an appliance waits, no source tells.
const DECIDE_WITHIN: Duration = Duration::from_secs(600);

/// How often it is tried to deliver a decision: for about five minutes.
const ATTEMPTS: u32 = 10;

/// What the user hears when nobody could decide.
const UNDECIDED: &str = "The ticket could not be checked.";

/// How many requests may wait to be written down.
const WAITING: usize = 64;

/// Approves ticket IDs.
#[derive(Debug)]
pub struct TicketEndpoint {
    desk: Desk,
    found: Found,
    front: Front,
}

/// Makes a [`TicketEndpoint`].
#[derive(Clone, Debug)]
pub struct TicketEndpointBuilder {
    approver: Arc<dyn TicketApprover>,
    appliances: Vec<Site>,
    transport: Arc<dyn Transport>,
    journal: PathBuf,
    gate: Gate,
    form: ReplyForm,
    names: ReplyNames,
    decide_within: Duration,
    undecided: String,
    attempts: u32,
    pending: usize,
    body: usize,
    observer: Arc<dyn Observer>,
    clock: Arc<dyn Clock>,
}

impl TicketEndpoint {
    /// Begins with who decides, the appliances that may ask (decisions go to no other host), the
    /// way to them, and the file that keeps requests and decisions over a restart.
    #[must_use]
    pub fn builder(
        approver: Arc<dyn TicketApprover>,
        appliances: Vec<Site>,
        transport: Arc<dyn Transport>,
        journal: impl AsRef<Path>,
    ) -> TicketEndpointBuilder {
        TicketEndpointBuilder {
            approver,
            appliances,
            transport,
            journal: journal.as_ref().to_owned(),
            gate: Gate::open(),
            form: ReplyForm::default(),
            names: ReplyNames::default(),
            decide_within: DECIDE_WITHIN,
            undecided: UNDECIDED.to_owned(),
            attempts: ATTEMPTS,
            pending: PENDING,
            body: BODY,
            observer: Arc::new(Quiet),
            clock: Arc::new(SystemClock),
        }
    }

    /// Serves until `stop` is there. What is not decided on or delivered then stands in the
    /// journal, and goes on with the next start.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if serving ends otherwise.
    pub async fn serve(
        self,
        listener: Listener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<()> {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let app = Router::new().fallback(receive).with_state(Arc::new(App { front: self.front, jobs }));
        let service = app.into_make_service_with_connect_info::<Peer>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(stop);
        // The desk ends when the last connection has.
        let (served, ()) = tokio::join!(serving.into_future(), self.desk.run(self.found, waiting));
        served.map_err(|source| Error::new(ErrorKind::Io, "serving has ended").with_source(source))
    }
}

impl TicketEndpointBuilder {
    /// Sets who may ask.
    #[must_use]
    pub fn gate(mut self, gate: Gate) -> Self {
        self.gate = gate;
        self
    }

    /// Sets the form of the answers.
    #[must_use]
    pub fn reply_form(mut self, form: ReplyForm) -> Self {
        self.form = form;
        self
    }

    /// Sets the names of the fields of the answers.
    #[must_use]
    pub fn reply_names(mut self, names: ReplyNames) -> Self {
        self.names = names;
        self
    }

    /// Sets how long a decision may take, ten minutes; then the request is denied.
    #[must_use]
    pub fn decide_within(mut self, span: Duration) -> Self {
        self.decide_within = span;
        self
    }

    /// Sets what the user hears when nobody could decide.
    #[must_use]
    pub fn undecided(mut self, text: impl Into<String>) -> Self {
        self.undecided = text.into();
        self
    }

    /// Sets how often it is tried to deliver a decision: 10 times, in about five minutes.
    #[must_use]
    pub fn attempts(mut self, most: u32) -> Self {
        self.attempts = most;
        self
    }

    /// Sets how many requests may wait for a decision, 1,000. Others are answered with 503.
    #[must_use]
    pub fn pending(mut self, most: usize) -> Self {
        self.pending = most;
        self
    }

    /// Sets the longest body of a request, 64 KiB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }

    /// Sets who hears of what is decided and what goes wrong.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Sets the clock for the limits.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Opens the journal.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if no appliance is named, or the journal is damaged or something else;
    /// [`ErrorKind::Io`] if it cannot be opened, or another process has it.
    pub fn build(self) -> Result<TicketEndpoint> {
        if self.appliances.is_empty() {
            return Err(Error::new(ErrorKind::Config, "no appliance is named, so nobody could be answered"));
        }
        let (journal, found) = Journal::open(&self.journal)?;
        let delivery = || Delivery {
            appliances: self.appliances.clone(),
            transport: Arc::clone(&self.transport),
            form: self.form,
            names: self.names.clone(),
            attempts: self.attempts,
            clock: Arc::clone(&self.clock),
        };
        let front = Front {
            gate: self.gate,
            body: self.body,
            delivery: delivery(),
            observer: Arc::clone(&self.observer),
        };
        let work = Work {
            delivery: delivery(),
            approver: self.approver,
            journal,
            decide_within: self.decide_within,
            undecided: self.undecided,
            observer: self.observer,
            clock: self.clock,
        };
        Ok(TicketEndpoint { desk: Desk::new(work, self.pending), found, front })
    }
}

/// What all connections share.
#[derive(Debug)]
struct Front {
    gate: Gate,
    body: usize,
    /// Tells which addresses can be answered.
    delivery: Delivery,
    observer: Arc<dyn Observer>,
}

#[derive(Debug)]
struct App {
    front: Front,
    jobs: mpsc::Sender<Job>,
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
        let from = peer.address;
        let refuse = |status: StatusCode, why: &str| {
            let text = format!("{from} was refused: {why}");
            self.front.observer.notice(&Notice::new(NoticeKind::Refused, text));
            status
        };
        let uri = request.uri();
        if let Err(refusal) = self.front.gate.judge(from, uri.path(), uri.query().unwrap_or_default()) {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::FORBIDDEN);
            return refuse(status, &refusal.to_string());
        }
        if request.method() != Method::POST {
            return StatusCode::METHOD_NOT_ALLOWED;
        }
        let media = content_type(request.headers()).map(str::to_owned);
        let body = match read(request.into_body(), self.front.body).await {
            Incoming::Whole(body) => body,
            Incoming::TooLong(..) => return refuse(StatusCode::PAYLOAD_TOO_LARGE, "the body is too long"),
            Incoming::Broken => return StatusCode::BAD_REQUEST,
        };
        // From here on we let the client wait, not the client us.
        let _busy = peer.busy();
        let fields = Fields::parse(media.as_deref(), &body);
        let read = fields.and_then(|fields| Ok((TicketRequest::from_fields(fields.clone())?, fields)));
        let (request, fields) = match read {
            Ok(read) => read,
            Err(error) => return refuse(StatusCode::BAD_REQUEST, &error.to_string()),
        };
        // One that cannot be answered is not decided on either.
        if let Err(error) = self.front.delivery.target(&request.response_url) {
            return refuse(StatusCode::BAD_REQUEST, &error.to_string());
        }
        let (done, receipt) = oneshot::channel();
        if self.jobs.try_send(Job { request, fields, done }).is_err() {
            return refuse(StatusCode::SERVICE_UNAVAILABLE, "too many requests come at once");
        }
        match receipt.await {
            Ok(Receipt::Taken) => StatusCode::OK,
            Ok(Receipt::Conflict) => refuse(StatusCode::CONFLICT, "another request has had this id"),
            Ok(Receipt::Full) => refuse(StatusCode::SERVICE_UNAVAILABLE, "too many requests wait"),
            Ok(Receipt::NotStored) | Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}
