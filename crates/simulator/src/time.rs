//! The appliance's own clock and the forms in which it reads and writes times.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bt_sra_core::{Clock, Sleep};

/// A clock that can be put forward, on top of another one.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    clock: Arc<dyn Clock>,
    ahead: Arc<Mutex<Duration>>,
}

impl Time {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, ahead: Arc::default() }
    }

    /// Puts the clock forward.
    pub(crate) fn advance(&self, span: Duration) {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        *ahead = ahead.saturating_add(span);
    }

    pub(crate) fn now(&self) -> Moment {
        let ahead = *self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        Moment {
            second: self.clock.now().saturating_add(ahead).as_second(),
            steady: self.clock.monotonic().saturating_add(ahead),
        }
    }

    pub(crate) fn sleep(&self, span: Duration) -> Sleep {
        self.clock.sleep(span)
    }
}

/// One reading of the clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// Seconds since 1970.
    pub(crate) second: i64,
    /// Time that never goes back.
    pub(crate) steady: Duration,
}

impl Moment {
    pub(crate) fn text(self) -> String {
        text(self.second)
    }

    pub(crate) fn after(self, span: Duration) -> String {
        text(self.second.saturating_add(i64::try_from(span.as_secs()).unwrap_or(i64::MAX)))
    }
}

/// Writes a time as answers show it: whole seconds, always `+00:00`.
pub(crate) fn text(second: i64) -> String {
    let time = jiff::Timestamp::from_second(second).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}

/// Reads a time of a request: RFC 3339, UTC only; fractions of a second are dropped.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let rest = text.strip_suffix('Z').or_else(|| text.strip_suffix("+00:00"))?;
    // `T` and two colons: jiff would also take dates alone and times without seconds.
    if rest.as_bytes().get(10) != Some(&b'T') || rest.matches(':').count() != 2 {
        return None;
    }
    text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_utc_is_read_and_fractions_are_dropped() {
        assert_eq!(parse("2026-02-03T04:05:06Z").map(text).unwrap(), "2026-02-03T04:05:06+00:00");
        assert_eq!(parse("2026-02-03T04:05:06.789+00:00").map(text).unwrap(), "2026-02-03T04:05:06+00:00");
        for wrong in [
            "2026-02-03T04:05:06",
            "2026-02-03T04:05:06+01:00",
            "2026-02-03",
            "",
            "Z",
            "2026-02-03T04:05Z",
            "2026-02-30T04:05:06Z",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
