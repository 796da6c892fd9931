//! Waiting for something to become true.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result};

use super::scope::{Name, Within};
use super::{Answer, Call};

/// How long is waited where nothing else is said.
const DEADLINE: Duration = Duration::from_secs(600);

/// The first pause, which grows by half each time.
const FIRST: Duration = Duration::from_secs(2);

/// What the pause grows to.
const LONGEST: Duration = Duration::from_secs(30);

/// The shortest pause: asking more often would take the rate limits from everybody else.
const SHORTEST: Duration = Duration::from_secs(1);

/// Asks one time, within what is left of the deadline.
type Ask<T> = dyn Fn(&Within) -> Pin<Box<dyn Future<Output = Result<Option<T>>> + Send>> + Send + Sync;

/// Asks again and again until something is true. Made by [`Call::until`] and by
/// `until_found` of a search.
///
/// Each time is a call like any other, within the rate limits and its own deadline. The pauses
/// between them grow from two seconds to half a minute, unless the appliance asks for longer ones.
#[must_use = "nothing is waited for until it is sent"]
pub struct Until<T> {
    clock: Arc<dyn Clock>,
    operation: Name,
    fault: Option<&'static str>,
    deadline: Duration,
    every: Option<Duration>,
    passes: fn(&Error) -> bool,
    ask: Arc<Ask<T>>,
}

impl<T: Answer + Send + 'static> Call<T> {
    /// Sends the call again and again until `done` says of an answer that it is what was waited
    /// for. Only for calls that read.
    ///
    /// ```
    /// # mod example {
    /// use std::path::Path;
    /// use std::time::Duration;
    /// use bt_sra_config::pra::{Config, Jumpoint, JumpointPlatform, NewJumpoint};
    /// use bt_sra_core::Result;
    ///
    /// /// Makes a Jumpoint, has it installed, and waits for it.
    /// async fn set_up(config: &Config, install: impl AsyncFnOnce(&Path)) -> Result<Jumpoint> {
    ///     let jumpoints = config.jumpoints();
    ///     let new = NewJumpoint::new("Plant 4", JumpointPlatform::LinuxX86);
    ///     let jumpoint = jumpoints.create(new).send().await?;
    ///     let saved = jumpoints.installer(jumpoint.id).save("/var/tmp").await?;
    ///     install(&saved.path).await;
    ///     let connected = jumpoints.get(jumpoint.id).until(|jumpoint| jumpoint.connected == Some(true));
    ///     connected.with_deadline(Duration::from_secs(300)).send().await
    /// }
    /// # }
    /// ```
    pub fn until(self, done: impl Fn(&T) -> bool + Send + Sync + 'static) -> Until<T> {
        let pending = self.pending();
        let fault = (!pending.reads()).then_some("only what reads can be asked again and again");
        let (clock, operation) = (Arc::clone(pending.clock()), pending.operation.name.clone());
        let done = Arc::new(done);
        Until::new(clock, operation, fault, move |within| {
            let (call, done) = (self.clone().within(within), Arc::clone(&done));
            Box::pin(async move { call.send().await.map(|answer| done(&answer).then_some(answer)) })
        })
    }
}

impl<T> Until<T> {
    #[doc(hidden)]
    pub fn new(
        clock: Arc<dyn Clock>,
        operation: Name,
        fault: Option<&'static str>,
        ask: impl Fn(&Within) -> Pin<Box<dyn Future<Output = Result<Option<T>>> + Send>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            clock,
            operation,
            fault,
            deadline: DEADLINE,
            every: None,
            passes: Error::is_transient,
            ask: Arc::new(ask),
        }
    }

    /// Limits how long is waited in all: ten minutes otherwise.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets the pause between two calls, a second at least.
    pub fn every(mut self, pause: Duration) -> Self {
        self.every = Some(pause.max(SHORTEST));
        self
    }

    /// Sets which failures may well pass, and are waited out: those that are transient otherwise.
    pub fn while_failing(mut self, passes: fn(&Error) -> bool) -> Self {
        self.passes = passes;
        self
    }

    /// Waits, and returns the answer that was waited for.
    ///
    /// What may well pass (no connection, a server error) is waited out.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`] when it has not happened before the deadline, with the last failure
    /// as its source if there was one; and whatever a call fails with for good.
    pub async fn send(self) -> Result<T> {
        if let Some(fault) = self.fault {
            return Err(Error::new(ErrorKind::InvalidRequest, fault).with_operation(self.operation));
        }
        let within = Within::new(Arc::clone(&self.clock), Some(self.deadline));
        let mut pause = self.every.unwrap_or(FIRST);
        let mut failure: Option<Error> = None;
        while within.left().is_some() {
            match (self.ask)(&within).await {
                Ok(Some(answer)) => return Ok(answer),
                Ok(None) => failure = None,
                Err(error) if (self.passes)(&error) => failure = Some(error),
                Err(error) => return Err(error),
            }
            let Some(left) = within.left() else { break };
            let asked_for = failure.as_ref().and_then(Error::retry_after).unwrap_or_default();
            if asked_for > left {
                break;
            }
            // Asked once more at the very end, rather than given up before it.
            let next = pause.min(left.saturating_sub(SHORTEST)).max(SHORTEST).min(left);
            self.clock.sleep(next.max(asked_for)).await;
            if self.every.is_none() {
                pause = pause.saturating_mul(3).checked_div(2).unwrap_or(pause).min(LONGEST);
            }
        }
        let error = Error::new(ErrorKind::Timeout, "what was waited for has not happened in time")
            .with_operation(self.operation)
            .with_may_have_acted(false);
        Err(match failure {
            Some(failure) => error.with_source(failure),
            None => error,
        })
    }
}

impl<T> Clone for Until<T> {
    fn clone(&self) -> Self {
        Self {
            clock: Arc::clone(&self.clock),
            operation: self.operation.clone(),
            ask: Arc::clone(&self.ask),
            ..*self
        }
    }
}

impl<T> fmt::Debug for Until<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Until")
            .field("operation", &self.operation)
            .field("deadline", &self.deadline)
            .field("every", &self.every)
            .finish_non_exhaustive()
    }
}
