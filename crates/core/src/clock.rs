//! Time as a seam: the system's, and one that a test turns by hand.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use std::time::{Instant, SystemTime};

use crate::Timestamp;

/// The future that [`Clock::sleep`] returns.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Tells the time and waits.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Returns the time of day. It may jump.
    fn now(&self) -> Timestamp;

    /// Returns the time since some fixed moment. It never goes back.
    fn monotonic(&self) -> Duration;

    /// Waits.
    fn sleep(&self, span: Duration) -> Sleep;
}

/// The clock of the system. Its `sleep` needs a tokio runtime with time.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[expect(clippy::disallowed_methods, reason = "this is the clock")]
impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }

    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, span: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(span))
    }
}

/// A clock that stands still until it is advanced, for tests.
///
/// Clones show the same time.
///
/// ```
/// use std::time::Duration;
/// use bt_sra_core::{Clock, ManualClock};
///
/// let clock = ManualClock::new();
/// let before = clock.now();
/// clock.advance(Duration::from_secs(3600));
/// assert_eq!(clock.now().saturating_duration_since(before).as_secs(), 3600);
/// ```
#[derive(Clone, Debug, Default)]
pub struct ManualClock {
    state: Arc<Mutex<Manual>>,
}

#[derive(Debug, Default)]
struct Manual {
    elapsed: Duration,
    /// Whether a sleep passes at once and moves the clock by its length.
    impatient: bool,
    sleepers: Vec<(Duration, Waker)>,
}

/// What a manual clock shows at first: 2026-01-01.
const MANUAL_START: i64 = 1_767_225_600;

impl ManualClock {
    /// Makes a clock that shows 2026-01-01, midnight.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a clock on which every sleep passes at once and moves the time by its length.
    #[must_use]
    pub fn impatient() -> Self {
        let clock = Self::default();
        clock.lock().impatient = true;
        clock
    }

    /// Moves the time and wakes those whose sleep is over.
    pub fn advance(&self, span: Duration) {
        let due = {
            let mut state = self.lock();
            state.elapsed = state.elapsed.saturating_add(span);
            let elapsed = state.elapsed;
            let (due, later) = state.sleepers.drain(..).partition(|(until, _)| *until <= elapsed);
            state.sleepers = later;
            due
        };
        let due: Vec<(Duration, Waker)> = due;
        for (_, waker) in due {
            waker.wake();
        }
    }

    /// Returns how many sleeps are waiting.
    #[must_use]
    pub fn sleepers(&self) -> usize {
        self.lock().sleepers.len()
    }

    fn lock(&self) -> MutexGuard<'_, Manual> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(MANUAL_START)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .saturating_add(self.lock().elapsed)
    }

    fn monotonic(&self) -> Duration {
        self.lock().elapsed
    }

    fn sleep(&self, span: Duration) -> Sleep {
        let mut state = self.lock();
        if state.impatient {
            state.elapsed = state.elapsed.saturating_add(span);
            return Box::pin(std::future::ready(()));
        }
        let until = state.elapsed.saturating_add(span);
        Box::pin(ManualSleep { clock: self.clone(), until })
    }
}

struct ManualSleep {
    clock: ManualClock,
    until: Duration,
}

impl Future for ManualSleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.clock.lock();
        if state.elapsed >= self.until {
            return Poll::Ready(());
        }
        state.sleepers.push((self.until, context.waker().clone()));
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_ends_when_the_clock_has_moved_far_enough() {
        let clock = ManualClock::new();
        let mut sleep = clock.sleep(Duration::from_secs(2));
        let mut context = Context::from_waker(Waker::noop());
        assert!(sleep.as_mut().poll(&mut context).is_pending());
        clock.advance(Duration::from_secs(1));
        assert_eq!(clock.sleepers(), 1);
        clock.advance(Duration::from_secs(1));
        assert_eq!(clock.sleepers(), 0);
        assert!(sleep.as_mut().poll(&mut context).is_ready());
    }

    #[test]
    fn an_impatient_clock_passes_the_time_itself() {
        let clock = ManualClock::impatient();
        let mut context = Context::from_waker(Waker::noop());
        assert!(clock.sleep(Duration::from_secs(5)).as_mut().poll(&mut context).is_ready());
        assert_eq!(clock.monotonic(), Duration::from_secs(5));
    }
}
