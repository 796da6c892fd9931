//! What a call waits for, told to those who tell people.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

/// Why a call does not go on at once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Wait {
    /// For leave to send, which the rate limits may put off.
    Budget,
    /// For a token, which may have to be fetched.
    Token,
    /// For somebody else, another process maybe, who fetches a token just now.
    TokenOfAnother,
    /// Before trying again, since the appliance has asked to wait or could not answer.
    Answered {
        /// What it has answered.
        status: StatusCode,
        /// How long the wait is.
        pause: Duration,
        /// Whether the appliance has asked for it.
        is_asked_for: bool,
    },
    /// Before trying again, since an attempt has failed on the way.
    Failed {
        /// How long the wait is.
        pause: Duration,
    },
}

impl Wait {
    /// Returns how long the wait is, where that is known beforehand; otherwise nothing.
    #[must_use]
    pub const fn pause(self) -> Duration {
        match self {
            Self::Answered { pause, .. } | Self::Failed { pause } => pause,
            Self::Budget | Self::Token | Self::TokenOfAnother => Duration::ZERO,
        }
    }
}

/// Hears what calls wait for.
///
/// A wait is told when it begins, before anybody knows whether it takes any time: show it when it
/// has lasted. Several calls can wait at once.
pub trait WaitObserver: fmt::Debug + Send + Sync {
    /// A call begins to wait.
    fn begins(&self, wait: Wait);

    /// That wait is over, or the call was given up.
    fn ends(&self, wait: Wait);
}

/// Tells an observer, if there is one.
#[derive(Clone, Debug, Default)]
pub struct Waits(Option<Arc<dyn WaitObserver>>);

impl Waits {
    /// Tells `observer`.
    #[must_use]
    pub fn told_to(observer: Arc<dyn WaitObserver>) -> Self {
        Self(Some(observer))
    }

    /// Awaits `work`, and tells of it as a wait.
    pub async fn during<T>(&self, wait: Wait, work: impl Future<Output = T>) -> T {
        let _told = self.0.as_deref().map(|observer| {
            observer.begins(wait);
            Told { observer, wait }
        });
        work.await
    }
}

/// A wait that was told; its end is told when dropped.
struct Told<'a> {
    observer: &'a dyn WaitObserver,
    wait: Wait,
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        self.observer.ends(self.wait);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::task::{Context, Waker};

    use super::*;

    #[derive(Debug, Default)]
    struct Log(Mutex<Vec<String>>);

    impl WaitObserver for Log {
        fn begins(&self, wait: Wait) {
            self.0.lock().unwrap().push(format!("{wait:?} begins"));
        }

        fn ends(&self, wait: Wait) {
            self.0.lock().unwrap().push(format!("{wait:?} ends"));
        }
    }

    #[test]
    fn a_wait_that_is_given_up_ends_too() {
        let log = Arc::new(Log::default());
        let waits = Waits::told_to(Arc::clone(&log) as Arc<dyn WaitObserver>);
        let mut wait = Box::pin(waits.during(Wait::Budget, std::future::pending::<()>()));
        assert!(wait.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        assert_eq!(*log.0.lock().unwrap(), ["Budget begins"]);
        drop(wait);
        assert_eq!(*log.0.lock().unwrap(), ["Budget begins", "Budget ends"]);
    }
}
