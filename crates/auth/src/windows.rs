//! The appliance's two rate windows, as seen by those who must not overrun them.
//!
//! Pure bookkeeping over milliseconds of a wall clock (several processes share it). A request is
//! counted by the appliance at some moment between its sending and its answer, so the slot it
//! takes of the second is free again a second after the answer: the appliance can never count
//! one too many.

use std::collections::VecDeque;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::RateHint;

/// How long the short window is.
const SECOND: u64 = 1000;

/// How the hour is divided for counting.
const MINUTE: u64 = 60_000;

/// A minute more than an hour: the oldest minute is counted in full.
const MINUTES: u64 = 61;

/// When a slot is given up whose answer nobody reported: its process was killed. Longer than an
/// answer may take with the usual limits of a connection (ten seconds, and a minute of silence).
const LOST: u64 = 75_000;

/// No pause is longer: then both windows are over.
const LONGEST_PAUSE: u64 = MINUTES * MINUTE;

/// How many requests an account may send, over all APIs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RateLimits {
    /// In a second.
    pub per_second: u32,
    /// In an hour.
    pub per_hour: u32,
}

impl RateLimits {
    /// Sets both limits.
    #[must_use]
    pub const fn new(per_second: u32, per_hour: u32) -> Self {
        Self { per_second, per_hour }
    }
}

impl Default for RateLimits {
    /// What the vendor documents: 20 a second, 15,000 an hour.
    fn default() -> Self {
        Self::new(20, 15_000)
    }
}

/// Leave to send one request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Slot(u64);

/// The state of both windows of one account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Windows {
    /// The number of the next slot.
    next: u64,
    /// Requests that were sent and are not answered: slot and time of sending.
    open: Vec<(u64, u64)>,
    /// When the slots of answered requests are free again.
    busy: VecDeque<u64>,
    /// Requests by minute: number of the minute since 1970, and how many.
    minutes: VecDeque<(u64, u64)>,
    /// Nothing is sent before this time.
    paused: u64,
}

impl Windows {
    /// Takes leave at `now`, or says how long to wait before asking again.
    ///
    /// # Errors
    /// The time to wait.
    pub fn take(&mut self, limits: RateLimits, now: u64) -> Result<Slot, Duration> {
        self.forget(now);
        let wait = self.wait(limits, now);
        if wait > 0 {
            return Err(Duration::from_millis(wait));
        }
        let slot = self.next;
        self.next = self.next.wrapping_add(1);
        self.open.push((slot, now));
        self.count(now, 1);
        Ok(Slot(slot))
    }

    /// Gives `slot` back at `now`, when its answer was there, with what the answer said.
    pub fn give(&mut self, slot: Slot, hint: RateHint, limits: RateLimits, now: u64) {
        self.forget(now);
        self.open.retain(|(number, _)| *number != slot.0);
        // Even if the slot was given up as lost: the appliance has counted the request.
        self.busy.push_back(now.saturating_add(SECOND));
        if let Some(pause) = hint.pause {
            let pause = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            self.paused = self.paused.max(now.saturating_add(pause.min(LONGEST_PAUSE)));
        }
        if let Some(remaining) = hint.remaining {
            let limit = hint.limit.unwrap_or(u64::from(limits.per_hour));
            self.correct(limit.saturating_sub(remaining), now);
        }
    }

    fn wait(&self, limits: RateLimits, now: u64) -> u64 {
        let mut until = self.paused;
        let taken = self.open.len().saturating_add(self.busy.len());
        let second = usize::try_from(limits.per_second).unwrap_or(usize::MAX).max(1);
        if taken >= second {
            // As many answers have to be a second old as there are slots too many. Where all
            // slots wait for answers there is no telling; look again soon.
            let excess = taken.saturating_sub(second);
            until = until.max(self.busy.get(excess).copied().unwrap_or(now.saturating_add(50)));
        }
        let spent = self.spent();
        if spent >= u64::from(limits.per_hour.max(1)) {
            let oldest = self.minutes.front().map_or(0, |(minute, _)| *minute);
            until = until.max(oldest.saturating_add(MINUTES).saturating_mul(MINUTE));
        }
        until.saturating_sub(now)
    }

    /// Drops what no longer counts, and what a clock that was set back would keep for ever.
    fn forget(&mut self, now: u64) {
        // A clock that is set back a little must not free what is under way; see `LOST` for more.
        self.open.retain(|(_, sent)| sent.abs_diff(now) < LOST);
        // None is free later than a second from now, unless the clock was set back or the text that
        // was read is damaged.
        self.busy.retain(|free| *free > now && *free <= now.saturating_add(SECOND));
        let minute = now / MINUTE;
        self.minutes.retain(|(number, _)| *number <= minute && number.saturating_add(MINUTES) > minute);
        if self.paused > now.saturating_add(LONGEST_PAUSE) {
            self.paused = now;
        }
    }

    /// How many requests of this hour are known of.
    fn spent(&self) -> u64 {
        self.minutes.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    fn count(&mut self, now: u64, more: u64) {
        let minute = now / MINUTE;
        match self.minutes.back_mut() {
            Some((number, count)) if *number == minute => *count = count.saturating_add(more),
            _ => self.minutes.push_back((minute, more)),
        }
    }

    /// Believes the appliance: `spent` requests of this hour are gone, and those still open may
    /// not be among them.
    fn correct(&mut self, spent: u64, now: u64) {
        let open = u64::try_from(self.open.len()).unwrap_or(u64::MAX);
        let mine = self.spent();
        if spent > mine {
            self.count(now, spent - mine);
        }
        let mut excess = mine.saturating_sub(spent.saturating_add(open));
        while excess > 0
            && let Some((_, count)) = self.minutes.front_mut()
        {
            let gone = excess.min(*count);
            *count -= gone;
            excess -= gone;
            if *count == 0 {
                self.minutes.pop_front();
            }
        }
    }

    /// Writes the state as one line of text, for a file that processes share.
    #[must_use]
    pub fn to_text(&self) -> String {
        let pairs = |list: &mut dyn Iterator<Item = (u64, u64)>| {
            list.map(|(a, b)| format!("{a}:{b}")).collect::<Vec<_>>().join(",")
        };
        let busy = self.busy.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
        format!(
            "1 {} {} [{}] [{busy}] [{}]\n",
            self.next,
            self.paused,
            pairs(&mut self.open.iter().copied()),
            pairs(&mut self.minutes.iter().copied()),
        )
    }

    /// Reads what [`to_text`](Self::to_text) wrote.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it is anything else.
    pub fn from_text(text: &str) -> Result<Self> {
        read(text).ok_or_else(|| Error::new(ErrorKind::Store, "the rate budget file is damaged"))
    }
}

/// Refuses a wait that is longer than `patience`.
///
/// # Errors
/// [`ErrorKind::RateLimited`] with the wait.
pub fn check(wait: Duration, patience: Option<Duration>) -> Result<()> {
    if patience.is_none_or(|patience| wait <= patience) {
        return Ok(());
    }
    let why = format!("the requests of this hour are used up; there are more in {} s", wait.as_secs());
    Err(Error::new(ErrorKind::RateLimited, why).with_retry_after(wait))
}

fn read(text: &str) -> Option<Windows> {
    let mut words = text.split_ascii_whitespace();
    if words.next() != Some("1") {
        return None;
    }
    let next = words.next()?.parse().ok()?;
    let paused = words.next()?.parse().ok()?;
    let mut list = || words.next()?.strip_prefix('[')?.strip_suffix(']');
    let (open, busy, minutes) = (list()?, list()?, list()?);
    Some(Windows {
        next,
        open: pairs(open)?,
        busy: items(busy).map(|item| item.parse().ok()).collect::<Option<_>>()?,
        minutes: pairs(minutes)?.into(),
        paused,
    })
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|item| !item.is_empty())
}

fn pairs(text: &str) -> Option<Vec<(u64, u64)>> {
    items(text)
        .map(|item| {
            let (a, b) = item.split_once(':')?;
            Some((a.parse().ok()?, b.parse().ok()?))
        })
        .collect()
}

#[cfg(test)]
mod tests;
