//! The seam for rate limits: leave before a request, report after its answer.

use std::any::Any;
use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::Result;
use http::HeaderMap;

use crate::retry;
use bt_sra_core::Clock;

/// Keeps the appliance's rate limits before requests are sent.
#[async_trait]
pub trait RateBudget: fmt::Debug + Send + Sync {
    /// Waits until a request may be sent.
    async fn acquire(&self) -> Result<Permit>;

    /// Takes a permit back once the answer's head is there (or the attempt has failed), with what
    /// the answer says about the limits.
    async fn release(&self, permit: Permit, hint: RateHint) -> Result<()>;
}

/// Leave to send one request. Dropped without [`RateBudget::release`], it counts as used.
pub struct Permit(Box<dyn Any + Send>);

impl Permit {
    /// Wraps what a budget needs to know its permit again. Its `Drop` is the place for what must
    /// happen when a call is cancelled.
    #[must_use]
    pub fn new(slot: impl Any + Send) -> Self {
        Self(Box::new(slot))
    }

    /// Returns what was wrapped if it is a `T`, and the permit otherwise.
    ///
    /// # Errors
    /// The permit: another budget gave it.
    pub fn into_inner<T: Any>(self) -> Result<T, Self> {
        self.0.downcast().map(|slot| *slot).map_err(Self)
    }
}

impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Permit")
    }
}

/// What an answer says about the rate limits.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct RateHint {
    /// `X-RateLimit-Limit`: how many requests an hour has.
    pub limit: Option<u64>,
    /// `X-RateLimit-Remaining`: how many are left of them.
    pub remaining: Option<u64>,
    /// How long to send nothing, after a 429.
    pub pause: Option<Duration>,
}

impl RateHint {
    /// Reads the headers of an answer.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Self {
        let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse().ok();
        Self { limit: number("x-ratelimit-limit"), remaining: number("x-ratelimit-remaining"), pause: None }
    }

    pub(crate) fn with_pause(mut self, headers: &HeaderMap, clock: &dyn Clock) -> Self {
        self.pause = retry::retry_after(headers, clock);
        self
    }
}

/// A budget without limits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unlimited;

#[async_trait]
impl RateBudget for Unlimited {
    async fn acquire(&self) -> Result<Permit> {
        Ok(Permit::new(()))
    }

    async fn release(&self, _permit: Permit, _hint: RateHint) -> Result<()> {
        Ok(())
    }
}
