//! Tokens and budget of a single process.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Clock, Result};
use bt_sra_transport::{Permit, RateBudget, RateHint};
use tokio::sync::Mutex as AsyncMutex;

use crate::{Flight, RateLimits, Slot, TokenKey, TokenState, TokenStore, Windows, windows};

/// Keeps tokens in memory.
#[derive(Default)]
pub struct MemoryTokens {
    states: Mutex<HashMap<TokenKey, TokenState>>,
    flights: Mutex<HashMap<TokenKey, Arc<AsyncMutex<()>>>>,
}

#[async_trait]
impl TokenStore for MemoryTokens {
    async fn load(&self, key: &TokenKey) -> Result<TokenState> {
        Ok(lock(&self.states).get(key).cloned().unwrap_or_default())
    }

    async fn save(&self, key: &TokenKey, state: TokenState) -> Result<()> {
        lock(&self.states).insert(key.clone(), state);
        Ok(())
    }

    async fn begin(&self, key: &TokenKey) -> Result<Flight> {
        let flight = Arc::clone(lock(&self.flights).entry(key.clone()).or_default());
        // The refresh lock: the only lock that is held across an await.
        Ok(Flight::new(flight.lock_owned().await))
    }
}

impl fmt::Debug for MemoryTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryTokens")
    }
}

/// Keeps the rate limits of one account within one process. Clones share the state.
#[derive(Clone)]
pub struct MemoryBudget {
    limits: RateLimits,
    clock: Arc<dyn Clock>,
    windows: Arc<Mutex<Windows>>,
    patience: Option<Duration>,
}

impl MemoryBudget {
    /// Starts with both windows empty.
    #[must_use]
    pub fn new(limits: RateLimits, clock: Arc<dyn Clock>) -> Self {
        Self { limits, clock, windows: Arc::default(), patience: None }
    }

    /// Sets the longest wait for leave; what would take longer is an error of kind
    /// [`RateLimited`](bt_sra_core::ErrorKind::RateLimited) at once. Without, any wait is waited.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = Some(patience);
        self
    }

    /// The monotonic clock does here: nobody else sees the state.
    fn now(&self) -> u64 {
        u64::try_from(self.clock.monotonic().as_millis()).unwrap_or(u64::MAX)
    }

    fn give(&self, slot: Slot, hint: RateHint) {
        // Read under the lock, so that times come in order.
        let mut windows = lock(&self.windows);
        let now = self.now();
        windows.give(slot, hint, self.limits, now);
    }
}

#[async_trait]
impl RateBudget for MemoryBudget {
    async fn acquire(&self) -> Result<Permit> {
        loop {
            let taken = {
                let mut windows = lock(&self.windows);
                let now = self.now();
                windows.take(self.limits, now)
            };
            match taken {
                Ok(slot) => return Ok(Permit::new(Lease { budget: self.clone(), slot: Some(slot) })),
                Err(wait) => {
                    windows::check(wait, self.patience)?;
                    self.clock.sleep(wait).await;
                }
            }
        }
    }

    async fn release(&self, permit: Permit, hint: RateHint) -> Result<()> {
        if let Ok(mut lease) = permit.into_inner::<Lease>()
            && let Some(slot) = lease.slot.take()
        {
            self.give(slot, hint);
        }
        Ok(())
    }
}

impl fmt::Debug for MemoryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryBudget").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// A slot that is given back even when its call is cancelled.
struct Lease {
    budget: MemoryBudget,
    slot: Option<Slot>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(slot) = self.slot.take() {
            self.budget.give(slot, RateHint::default());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use bt_sra_core::{ErrorKind, ManualClock};

    use super::*;

    #[tokio::test]
    async fn a_wait_beyond_patience_is_an_error_that_says_how_long() {
        let clock = ManualClock::impatient();
        let budget = MemoryBudget::new(RateLimits::new(10, 1), Arc::new(clock.clone()));
        let budget = budget.with_patience(Duration::from_secs(120));
        budget.release(budget.acquire().await.unwrap(), RateHint::default()).await.unwrap();
        let error = budget.acquire().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.retry_after().unwrap() > Duration::from_secs(3000) && !error.may_have_acted());
        assert_eq!(clock.monotonic(), Duration::ZERO);
    }

    #[tokio::test]
    async fn a_cancelled_call_gives_its_slot_back() {
        let clock = ManualClock::impatient();
        let budget = MemoryBudget::new(RateLimits::new(1, 100), Arc::new(clock.clone()));
        drop(budget.acquire().await.unwrap());
        let permit = budget.acquire().await.unwrap();
        assert_eq!(clock.monotonic(), Duration::from_secs(1));
        budget.release(permit, RateHint::default()).await.unwrap();
    }

    #[tokio::test]
    async fn two_flights_do_not_overlap() {
        let tokens = MemoryTokens::default();
        let key = TokenKey::new(b"x");
        let first = tokens.begin(&key).await.unwrap();
        let mut second = Box::pin(tokens.begin(&key));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(second.as_mut().poll(&mut context).is_pending());
        tokens.begin(&TokenKey::new(b"y")).await.unwrap();
        drop(first);
        assert!(second.as_mut().poll(&mut context).is_ready());
    }
}
