//! The two rate windows of an API account, by the appliance's own count.

use std::collections::VecDeque;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::unconfirmed;

/// Requests per second.
pub(crate) const PER_SECOND: usize = 20;
/// Requests per hour.
pub(crate) const PER_HOUR: usize = 15_000;

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

/// What one account has used up.
#[derive(Debug, Default)]
pub(crate) struct Windows {
    second: VecDeque<Duration>,
    hour: VecDeque<Duration>,
    arrivals: VecDeque<Duration>,
    busiest: usize,
}

/// The verdict on one request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Verdict {
    pub(crate) over: bool,
    /// What is left of the hour.
    pub(crate) remaining: usize,
}

impl Windows {
    /// Counts a request that arrives now; with `enforce` it may be refused.
    pub(crate) fn admit(&mut self, now: Duration, enforce: bool) -> Verdict {
        forget(&mut self.arrivals, now, SECOND);
        self.arrivals.push_back(now);
        self.busiest = self.busiest.max(self.arrivals.len());
        forget(&mut self.second, now, SECOND);
        forget(&mut self.hour, now, HOUR);
        let over = enforce && (self.second.len() >= PER_SECOND || self.hour.len() >= PER_HOUR);
        if !over || unconfirmed::REFUSED_REQUESTS_COUNT {
            push(&mut self.second, now, PER_SECOND);
            push(&mut self.hour, now, PER_HOUR);
        }
        Verdict { over, remaining: self.remaining() }
    }

    /// What is left of the hour.
    pub(crate) fn remaining(&self) -> usize {
        PER_HOUR.saturating_sub(self.hour.len())
    }

    /// The most requests that arrived within one second.
    pub(crate) fn busiest(&self) -> usize {
        self.busiest
    }
}

/// Adds a request. More than the limit need not be remembered: only the newest decide when the
/// window opens again.
fn push(window: &mut VecDeque<Duration>, now: Duration, limit: usize) {
    if window.len() >= limit {
        window.pop_front();
    }
    window.push_back(now);
}

/// What one account has used up, written down: how many nanoseconds ago requests came.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    second: Vec<u64>,
    hour: Vec<u64>,
    arrivals: Vec<u64>,
    busiest: usize,
}

impl Windows {
    pub(crate) fn save(&self, now: Duration) -> Saved {
        let ages = |window: &VecDeque<Duration>| {
            window.iter().map(|arrived| nanos(now.saturating_sub(*arrived))).collect()
        };
        Saved {
            second: ages(&self.second),
            hour: ages(&self.hour),
            arrivals: ages(&self.arrivals),
            busiest: self.busiest,
        }
    }

    /// Reads what was written down; `then` is that moment by the clock of today.
    pub(crate) fn load(saved: &Saved, then: Duration) -> Self {
        let window =
            |ages: &[u64]| ages.iter().map(|age| then.saturating_sub(Duration::from_nanos(*age))).collect();
        Self {
            second: window(&saved.second),
            hour: window(&saved.hour),
            arrivals: window(&saved.arrivals),
            busiest: saved.busiest,
        }
    }
}

/// Writes a span down.
pub(crate) fn nanos(span: Duration) -> u64 {
    u64::try_from(span.as_nanos()).unwrap_or(u64::MAX)
}

fn forget(window: &mut VecDeque<Duration>, now: Duration, span: Duration) {
    while window.front().is_some_and(|arrived| now.saturating_sub(*arrived) >= span) {
        window.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twenty_first_request_within_a_second_is_over() {
        let mut windows = Windows::default();
        for request in 0..20_u64 {
            let verdict = windows.admit(Duration::from_millis(request * 10), true);
            assert!(!verdict.over);
        }
        assert!(windows.admit(Duration::from_millis(999), true).over);
        // The first slot is free one second after it was taken.
        assert!(!windows.admit(Duration::from_millis(1000), true).over);
        assert_eq!(windows.busiest(), 21);
    }

    #[test]
    fn the_hour_runs_out_and_comes_back() {
        let mut windows = Windows::default();
        for request in 0..15_000_u64 {
            let verdict = windows.admit(Duration::from_millis(request * 100), true);
            assert!(!verdict.over);
            assert_eq!(u64::try_from(verdict.remaining).unwrap(), 14_999 - request);
        }
        assert!(windows.admit(Duration::from_secs(1800), true).over);
        assert!(!windows.admit(Duration::from_secs(1800), false).over);
        assert!(!windows.admit(Duration::from_secs(3601), true).over);
    }
}
