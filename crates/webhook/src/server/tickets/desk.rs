//! Knows what became of each request, and sees to those that are not done with.

use std::collections::{HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use bt_sra_core::{Clock, Timestamp};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

use super::super::deadline::within;
use super::super::notice::chain;
use super::super::{Notice, NoticeKind, Observer};
use super::TicketApprover;
use super::deliver::{Delivered, Delivery};
use super::journal::{Found, Journal, Open, REMEMBERED, digest};
use crate::{Decision, Fields, TicketRequest};

/// The longest wait between two attempts to write a decision down.
const LONGEST: Duration = Duration::from_secs(60);

/// What it takes to see to a request.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) approver: Arc<dyn TicketApprover>,
    pub(super) delivery: Delivery,
    pub(super) journal: Journal,
    pub(super) decide_within: Duration,
    pub(super) undecided: String,
    pub(super) observer: Arc<dyn Observer>,
    pub(super) clock: Arc<dyn Clock>,
}

/// A request that has come in.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) request: TicketRequest,
    pub(super) fields: Fields,
    pub(super) done: oneshot::Sender<Receipt>,
}

/// What a sender is told at once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Receipt {
    /// The request is here, or was before.
    Taken,
    /// Another request had this id.
    Conflict,
    /// There are too many.
    Full,
    /// It cannot be written down.
    NotStored,
}

/// The desk.
#[derive(Debug)]
pub(super) struct Desk {
    work: Arc<Work>,
    most: usize,
    /// The requests that are not done with, by their ids, with the digest of their fields.
    open: HashMap<String, String>,
    /// Those that are; journals of old do not tell the digest.
    ended: HashMap<String, Option<String>>,
    order: VecDeque<String>,
    tasks: JoinSet<String>,
}

impl Desk {
    pub(super) fn new(work: Work, most: usize) -> Self {
        Self {
            work: Arc::new(work),
            most,
            open: HashMap::new(),
            ended: HashMap::new(),
            order: VecDeque::new(),
            tasks: JoinSet::new(),
        }
    }

    /// Works until no more requests can come. What is not done with then stands in the journal.
    pub(super) async fn run(mut self, found: Found, mut jobs: mpsc::Receiver<Job>) {
        for ended in found.ended {
            self.end(ended.id, ended.digest);
        }
        for open in found.open {
            self.open.insert(open.request.request_id.clone(), digest(&open.fields));
            self.tasks.spawn(attend(Arc::clone(&self.work), open));
        }
        loop {
            tokio::select! {
                job = jobs.recv() => {
                    let Some(Job { request, fields, done }) = job else { return };
                    let receipt = self.take(request, fields).await;
                    let _ = done.send(receipt);
                }
                Some(ended) = self.tasks.join_next() => {
                    if let Ok(id) = ended {
                        let digest = self.open.remove(&id);
                        self.end(id, digest);
                    }
                }
            }
        }
    }

    async fn take(&mut self, request: TicketRequest, fields: Fields) -> Receipt {
        let id = &request.request_id;
        let known = self.open.get(id).map(Some).or_else(|| self.ended.get(id).map(Option::as_ref));
        if let Some(known) = known {
            return match known {
                Some(known) if *known != digest(&fields) => Receipt::Conflict,
                _ => Receipt::Taken,
            };
        }
        if self.open.len() >= self.most {
            return Receipt::Full;
        }
        let at = self.work.clock.now().as_millisecond();
        if let Err(error) = self.work.journal.request(id, at, &fields).await {
            let text = format!("a request cannot be written down, and was sent back: {}", chain(&error));
            self.work.tell(NoticeKind::NotStored, text);
            return Receipt::NotStored;
        }
        self.open.insert(id.clone(), digest(&fields));
        self.tasks.spawn(attend(Arc::clone(&self.work), Open { request, fields, at, decision: None }));
        Receipt::Taken
    }

    fn end(&mut self, id: String, digest: Option<String>) {
        if self.ended.insert(id.clone(), digest).is_none() {
            self.order.push_back(id);
        }
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ended.remove(&oldest);
        }
    }
}

/// Sees to a request: decides, unless that is done, writes it down, and delivers it.
async fn attend(work: Arc<Work>, open: Open) -> String {
    let id = open.request.request_id.clone();
    let decision = match open.decision {
        Some(decision) => decision,
        None => {
            let decision = work.decide(&open.request, open.at).await;
            work.write_down(&id, &decision).await;
            decision
        }
    };
    let (kind, how) = match work.delivery.deliver(&open.request, &decision).await {
        Delivered::Well => (NoticeKind::Decided, "delivered".to_owned()),
        Delivered::Refused(status) => {
            (NoticeKind::NotDelivered, format!("refused by the appliance with HTTP {}", status.as_u16()))
        }
        Delivered::GivenUp(problem) => (NoticeKind::NotDelivered, format!("not delivered: {problem}")),
    };
    work.tell(kind, format!("request {id}: {}, {how}", decision.verdict()));
    if let Err(error) = work.journal.end(&id, &how).await {
        // After a restart it is delivered again, which the appliance will refuse.
        work.tell(
            NoticeKind::NotStored,
            format!("request {id}: its end cannot be written down: {}", chain(&error)),
        );
    }
    id
}

/// Returns nothing if the work panics: it is somebody else's, and the request has to be answered.
async fn unless_it_panics<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)));
        polled.map_or(Poll::Ready(None), |polled| polled.map(Some))
    })
    .await
}

impl Work {
    fn tell(&self, kind: NoticeKind, text: String) {
        self.observer.notice(&Notice::new(kind, text));
    }

    /// Decides, or denies what nobody could decide on.
    async fn decide(&self, request: &TicketRequest, at: i64) -> Decision {
        let came = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        let waited = self.clock.now().saturating_duration_since(came);
        let left = self.decide_within.saturating_sub(waited);
        let id = &request.request_id;
        let asking = unless_it_panics(async { self.approver.decide(request).await });
        // Who decides at once must not be asked either when the time was up while nothing ran.
        let asked = match left.is_zero() {
            true => None,
            false => within(&*self.clock, left, asking).await,
        };
        let why = match asked {
            Some(Some(Ok(decision))) => return decision,
            Some(Some(Err(error))) => format!("could not be decided on: {}", chain(&error)),
            Some(None) => "could not be decided on: the approver has panicked".to_owned(),
            None => format!("was not decided on within {} s", self.decide_within.as_secs()),
        };
        self.tell(NoticeKind::Undecided, format!("request {id} {why}; it is denied"));
        Decision::deny().message(&self.undecided)
    }

    /// Writes a decision down. As long as that fails, it is not delivered: after a restart another
    /// one might be made.
    async fn write_down(&self, id: &str, decision: &Decision) {
        let mut pause = Duration::from_secs(1);
        while let Err(error) = self.journal.decision(id, decision).await {
            let text =
                format!("request {id}: the decision cannot be written down, and waits: {}", chain(&error));
            self.tell(NoticeKind::NotStored, text);
            self.clock.sleep(pause).await;
            pause = (pause * 2).min(LONGEST);
        }
    }
}
