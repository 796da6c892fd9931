//! The appliance's own clock and the forms in which it reads and writes times.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bt_sra_core::{Clock, Sleep, Timestamp};

/// What lies before the start of a steady clock: a site may have been busy an hour before.
const BEFORE: Duration = Duration::from_secs(2 * 3600);

/// A clock that can be put forward and held, on top of another one.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    clock: Arc<dyn Clock>,
    hands: Arc<Mutex<Hands>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Hands {
    /// How far the clock is put forward.
    ahead: Duration,
    /// The readings of the clock below at which time stands still.
    held: Option<(Timestamp, Duration)>,
}

impl Time {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, hands: Arc::default() }
    }

    /// Puts the clock forward.
    pub(crate) fn advance(&self, span: Duration) {
        let mut hands = self.hands();
        hands.ahead = hands.ahead.saturating_add(span);
    }

    /// Makes time stand still, or go on: then what has passed meanwhile passes at once.
    pub(crate) fn hold(&self, held: bool) {
        let mut hands = self.hands();
        match (held, hands.held) {
            (true, None) => hands.held = Some((self.clock.now(), self.clock.monotonic())),
            (false, _) => hands.held = None,
            (true, Some(_)) => {}
        }
    }

    /// Whether time stands still.
    pub(crate) fn held(&self) -> bool {
        self.hands().held.is_some()
    }

    /// How far the clock is put forward.
    pub(crate) fn ahead(&self) -> Duration {
        self.hands().ahead
    }

    /// Sets the clock as another one was: put forward by `ahead`, and held at `held`.
    pub(crate) fn set(&self, ahead: Duration, held: Option<Timestamp>) {
        let held = held.map(|at| (at, self.clock.monotonic()));
        *self.hands() = Hands { ahead, held };
    }

    /// The time of day; what is added to it by putting the clock forward is not in it.
    pub(crate) fn base(&self) -> Timestamp {
        self.hands().held.map_or_else(|| self.clock.now(), |(now, _)| now)
    }

    pub(crate) fn now(&self) -> Moment {
        let Hands { ahead, held } = *self.hands();
        let (now, steady) = held.unwrap_or_else(|| (self.clock.now(), self.clock.monotonic()));
        Moment {
            second: now.saturating_add(ahead).as_second(),
            steady: BEFORE.saturating_add(steady).saturating_add(ahead),
        }
    }

    pub(crate) fn sleep(&self, span: Duration) -> Sleep {
        self.clock.sleep(span)
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
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
    use bt_sra_core::ManualClock;

    use super::*;

    #[test]
    fn a_clock_can_be_held_and_put_forward_meanwhile() {
        let clock = ManualClock::new();
        let time = Time::new(Arc::new(clock.clone()));
        let passed = |since: Moment| (time.now().second - since.second, time.now().steady - since.steady);
        let start = time.now();
        time.hold(true);
        clock.advance(Duration::from_secs(5));
        assert_eq!(passed(start), (0, Duration::ZERO));
        time.advance(Duration::from_secs(60));
        time.hold(true);
        assert_eq!(passed(start), (60, Duration::from_secs(60)));
        time.hold(false);
        assert_eq!(passed(start), (65, Duration::from_secs(65)));
    }

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
