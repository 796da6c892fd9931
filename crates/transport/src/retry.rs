//! When to try again, and how long to wait before.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use bt_sra_core::Clock;
use http::{HeaderMap, header};

/// How often a call is tried, and how the waits in between grow.
///
/// A wait is random between nothing and a bound that doubles each time (full jitter), so that
/// many clients do not come back together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// How often a call is sent at most, the first time included. A refresh of the token is not
    /// counted.
    pub attempts: u32,
    /// The bound of the first wait.
    pub base: Duration,
    /// The bound that the waits grow to.
    pub cap: Duration,
    /// The longest wait that the appliance may ask for; when it asks for more, its answer is
    /// returned at once.
    pub patience: Duration,
}

impl RetryPolicy {
    /// Never tries again.
    pub const NONE: Self =
        Self { attempts: 1, base: Duration::ZERO, cap: Duration::ZERO, patience: Duration::ZERO };

    /// Tries `attempts` times in all, with waits of up to 1, 2, 4 … 30 seconds.
    #[must_use]
    pub const fn attempts(attempts: u32) -> Self {
        Self {
            attempts,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(30),
            patience: Duration::from_secs(120),
        }
    }

    /// Returns how long to wait after attempt number `attempt` (from 1).
    pub(crate) fn wait(&self, attempt: u32, random: u64) -> Duration {
        let factor = 1u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        let bound = self.base.saturating_mul(factor).min(self.cap);
        let bound = u64::try_from(bound.as_micros()).unwrap_or(u64::MAX);
        Duration::from_micros(random.checked_rem(bound.saturating_add(1)).unwrap_or(0))
    }
}

impl Default for RetryPolicy {
    /// Four attempts.
    fn default() -> Self {
        Self::attempts(4)
    }
}

/// A number that nobody expects; the standard library's hash keys are random.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(0u8)
}

/// Reads `Retry-After`: seconds, or a date.
pub(crate) fn retry_after(headers: &HeaderMap, clock: &dyn Clock) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(bt_sra_core::Timestamp::from(date).saturating_duration_since(clock.now()))
}

#[cfg(test)]
mod tests {
    use bt_sra_core::ManualClock;
    use http::HeaderValue;

    use super::*;

    #[test]
    fn waits_grow_up_to_the_cap_and_start_anywhere_below() {
        let policy = RetryPolicy::default();
        assert_eq!(policy.wait(1, 0), Duration::ZERO);
        assert_eq!(policy.wait(1, 1_000_000), Duration::from_secs(1));
        assert!(policy.wait(3, u64::MAX) <= Duration::from_secs(4));
        assert!(policy.wait(90, u64::MAX) <= Duration::from_secs(30));
        assert_eq!(RetryPolicy::NONE.wait(1, u64::MAX), Duration::ZERO);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let clock = ManualClock::new();
        let read = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static(text));
            retry_after(&headers, &clock)
        };
        assert_eq!(read("7"), Some(Duration::from_secs(7)));
        assert_eq!(read("Thu, 01 Jan 2026 00:00:09 GMT"), Some(Duration::from_secs(9)));
        assert_eq!(read("Thu, 01 Jan 2015 00:00:09 GMT"), Some(Duration::ZERO));
        assert_eq!(read("soon"), None);
    }
}
