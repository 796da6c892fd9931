//! People decide.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bt_sra_core::{Clock, Error, ErrorKind, Result, SystemClock, Timestamp};
use tokio::sync::oneshot;

use super::TicketApprover;
use crate::{Decision, TicketRequest};

/// Keeps requests until somebody answers: on the [`Page`](super::Page), or in another way.
#[derive(Clone, Debug)]
pub struct ManualApprover {
    board: Arc<Mutex<Board>>,
    clock: Arc<dyn Clock>,
}

/// A request that waits for an answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Asked {
    /// Names it in [`ManualApprover::answer`].
    pub number: u64,
    /// The request.
    pub request: TicketRequest,
    /// Since when it waits here.
    pub since: Timestamp,
}

#[derive(Default)]
struct Board {
    last: u64,
    waiting: BTreeMap<u64, (Asked, oneshot::Sender<Decision>)>,
}

impl fmt::Debug for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Board").field("waiting", &self.waiting.len()).finish_non_exhaustive()
    }
}

impl ManualApprover {
    /// Makes one without requests.
    #[must_use]
    pub fn new() -> Self {
        Self { board: Arc::default(), clock: Arc::new(SystemClock) }
    }

    /// Sets the clock that tells since when a request waits.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Returns the requests that wait, oldest first.
    #[must_use]
    pub fn waiting(&self) -> Vec<Asked> {
        self.board().waiting.values().map(|(asked, _)| asked.clone()).collect()
    }

    /// Answers a request. Returns false if nobody waits for that any more.
    pub fn answer(&self, number: u64, decision: Decision) -> bool {
        let waiting = self.board().waiting.remove(&number);
        waiting.is_some_and(|(_, answer)| answer.send(decision).is_ok())
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for ManualApprover {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl TicketApprover for ManualApprover {
    async fn decide(&self, request: &TicketRequest) -> Result<Decision> {
        let (answer, answered) = oneshot::channel();
        let place = {
            let since = self.clock.now();
            let mut board = self.board();
            board.last += 1;
            let number = board.last;
            board.waiting.insert(number, (Asked { number, request: request.clone(), since }, answer));
            Place { approver: self, number }
        };
        let decision = answered.await;
        drop(place);
        decision.map_err(|_| Error::new(ErrorKind::Io, "nobody can answer any more"))
    }
}

/// A place on the board, free again when nobody waits for the answer.
struct Place<'a> {
    approver: &'a ManualApprover,
    number: u64,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.approver.board().waiting.remove(&self.number);
    }
}
