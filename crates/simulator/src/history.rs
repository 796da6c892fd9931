//! What went on at a site before the simulator started: a year of sessions that nobody keeps.
//!
//! Each session follows from the seed and its number alone. The numbers go by the beginnings of the
//! sessions, so that those of a window are found without looking at the others, and an lsid holds
//! its number, so that a session is found by it.

pub(crate) mod cast;
mod customs;
mod days;
mod plot;
pub(crate) mod story;
mod vault;
mod week;
mod words;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::cast::Cast;
use self::story::Story;
use crate::rng::Rng;

/// How far back history goes, in seconds.
pub(crate) const SPAN: i64 = 365 * 86_400;

/// No session is longer.
const LONGEST: i64 = 8 * 3_600;

/// How long before the start of the simulator everything is over.
const PAUSE: i64 = 3_600;

/// The history of a site. Clones share what is great of it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct History {
    seed: u64,
    count: u64,
    /// When the simulator started.
    until: i64,
    #[serde(serialize_with = "cast::write", deserialize_with = "cast::read")]
    cast: Arc<Cast>,
}

/// What is known of a session before it is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) index: u64,
    pub(crate) started: i64,
    pub(crate) ended: i64,
    /// Places in the lists of the cast.
    pub(crate) person: usize,
    pub(crate) team: usize,
    pub(crate) machine: usize,
    pub(crate) portal: usize,
    /// Whether the screen was recorded.
    pub(crate) recorded: bool,
    /// How many command shells were opened.
    pub(crate) shells: u64,
    /// Whether there is an external key.
    pub(crate) keyed: bool,
    /// Whether those at the ends of the session answered a survey.
    pub(crate) surveyed: [bool; 2],
}

impl History {
    pub(crate) fn new(seed: u64, count: u64, until: i64, cast: Cast) -> Self {
        Self { seed, count, until, cast: Arc::new(cast) }
    }

    /// Makes it as many sessions, over the same year with the same people.
    pub(crate) fn resize(&mut self, count: u64) {
        self.count = count;
    }

    /// How many sessions there were.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    pub(crate) fn cast(&self) -> &Cast {
        &self.cast
    }

    /// Tells a session; addresses in it begin with `origin`.
    pub(crate) fn story(&self, index: u64, origin: &str) -> Story {
        plot::tell(self, &self.head(index), origin)
    }

    /// Finds a session.
    pub(crate) fn find(&self, lsid: &str) -> Option<u64> {
        if lsid.len() != 32 || !lsid.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let (number, check) = lsid.split_at_checked(16)?;
        let number = u64::from_str_radix(number, 16).ok()?;
        let check = u64::from_str_radix(check, 16).ok()?;
        let index = self.unshuffle(number);
        (index < self.count && self.check(number) == check).then_some(index)
    }

    pub(crate) fn lsid(&self, index: u64) -> String {
        let number = self.shuffle(index);
        format!("{number:016x}{:016x}", self.check(number))
    }

    /// The numbers of the sessions that began in a span of time.
    pub(crate) fn begun(&self, from: i64, to: i64) -> Range<u64> {
        self.first_from(from)..self.first_from(to)
    }

    /// The sessions that ended in a span of time, in the order of their beginnings.
    pub(crate) fn over(&self, from: i64, to: i64) -> impl Iterator<Item = u64> + Send + use<> {
        let history = self.clone();
        self.begun(from.saturating_sub(LONGEST), to)
            .filter(move |index| (from..to).contains(&history.head(*index).ended))
    }

    /// The sessions that ran at some time of a span.
    pub(crate) fn running(&self, from: i64, to: i64) -> impl Iterator<Item = u64> + use<'_> {
        self.begun(from.saturating_sub(LONGEST), to).filter(move |index| self.head(*index).ended >= from)
    }

    /// What is known of a session.
    pub(crate) fn head(&self, index: u64) -> Head {
        let started = self.start(index);
        let mut rng = self.rng(index, 1);
        let length = match rng.below(10) {
            0..6 => rng.between(45, 900),
            6..9 => rng.between(900, 5_400),
            _ => rng.between(5_400, LONGEST),
        };
        let mut place = |length: usize| {
            let length = u64::try_from(length).unwrap_or_default();
            usize::try_from(rng.below(length)).unwrap_or_default()
        };
        let (team, machine) = (place(self.cast.teams.len()), place(self.cast.machines.len()));
        let portal = place(self.cast.portals.len());
        // Whoever takes a session is of the team it was for.
        let members = self.cast.teams.get(team).map(|team| team.members.as_slice()).unwrap_or_default();
        let person = members.get(place(members.len())).copied();
        let person = person.unwrap_or_else(|| place(self.cast.people.len()));
        Head {
            index,
            started,
            ended: started.saturating_add(length).min(self.until.saturating_sub(60)),
            person,
            team,
            machine,
            portal,
            recorded: rng.below(2) == 0,
            shells: if rng.once_in(3) { 1 + rng.below(3) } else { 0 },
            keyed: rng.once_in(2),
            surveyed: [rng.once_in(3), rng.once_in(3)],
        }
    }

    /// A generator for one theme of one session, or of one day.
    fn rng(&self, index: u64, theme: u64) -> Rng {
        let mut rng = Rng::new(self.seed ^ index.wrapping_mul(0xd134_2543_de82_ef95) ^ (theme << 56));
        rng.fork()
    }

    /// When a session began: sessions are spread over the weeks as work is.
    fn start(&self, index: u64) -> i64 {
        let first = week::work(self.until.saturating_sub(SPAN));
        let last = week::work(self.until.saturating_sub(PAUSE));
        let width = u128::try_from(last.saturating_sub(first)).unwrap_or_default();
        let count = u128::from(self.count.max(1)) << 32;
        let place = (u128::from(index) << 32) | u128::from(self.rng(index, 0).next() >> 32);
        let work = i64::try_from(width.saturating_mul(place) / count).unwrap_or_default();
        week::when(first.saturating_add(work))
    }

    /// The first session that began at a time or later.
    fn first_from(&self, time: i64) -> u64 {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.start(middle) < time {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Turns a number into another one, so that it does not look like a number.
    fn shuffle(&self, index: u64) -> u64 {
        (0..4).fold(index, |number, round| {
            let (left, right) = (number >> 32, number & 0xffff_ffff);
            (right << 32) | (left ^ self.round(right, round))
        })
    }

    fn unshuffle(&self, number: u64) -> u64 {
        (0..4).rev().fold(number, |number, round| {
            let (left, right) = (number >> 32, number & 0xffff_ffff);
            ((right ^ self.round(left, round)) << 32) | left
        })
    }

    fn round(&self, half: u64, round: u64) -> u64 {
        Rng::new(self.seed.rotate_left(17) ^ half ^ (round << 48)).next() & 0xffff_ffff
    }

    fn check(&self, number: u64) -> u64 {
        Rng::new(number ^ self.seed.rotate_left(31)).next()
    }
}

#[cfg(test)]
mod tests;
