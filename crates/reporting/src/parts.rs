//! The requests that a report takes, one after the other.

use std::time::Duration;
use std::vec;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use bt_sra_xml_model::Lsid;

use crate::asking::Ask;
use crate::{Plan, Sessions, Window};

/// One request, and what it is a part of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Part {
    pub(crate) ask: Ask,
    /// Parts of one stretch may hold the same: it was asked for as a whole before.
    pub(crate) stretch: u64,
    /// How often it was asked for again.
    pub(crate) repeats: u32,
    /// It is half of what was refused in words that nobody knows.
    pub(crate) is_refused: bool,
}

/// What is still to be asked for. It is cut only as it is taken: a range may be long and its
/// windows short.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    rest: Rest,
    /// Halves that come before the rest; the last one is next.
    halves: Vec<Part>,
    stretch: u64,
    /// The window that is cut, if it is one.
    whole: Option<Window>,
    /// Until when windows reach that reach until now. It stays what it was at first: what is measured
    /// by a present that moves can neither be halved to an end nor cut to one.
    now: Timestamp,
}

#[derive(Clone, Debug)]
enum Rest {
    None,
    Window(Window),
    Lsids(vec::IntoIter<Lsid>, usize),
    One(Ask),
}

impl Parts {
    pub(crate) fn of(ask: Ask, lsids_at_once: usize) -> Self {
        let whole = match ask {
            Ask::Window(window) => Some(window),
            _ => None,
        };
        let rest = match ask {
            Ask::Window(window) => Rest::Window(window),
            Ask::Lsids(lsids) => Rest::Lsids(lsids.into_iter(), lsids_at_once.max(1)),
            one => Rest::One(one),
        };
        Self { rest, halves: Vec::new(), stretch: 0, whole, now: Timestamp::UNIX_EPOCH }
    }

    /// Fixes until when windows reach, and refuses a plan that takes too many requests.
    pub(crate) fn begin(&mut self, plan: Option<&Plan>, now: Timestamp) -> Result<()> {
        self.now = now;
        let (Rest::Window(window), Some(plan)) = (&self.rest, plan) else { return Ok(()) };
        if plan.longest.is_zero() {
            let why = "the windows of the plan have no length: `Plan::days(1)` takes one for each day";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        }
        let windows = window.pieces(plan.longest, now);
        if windows <= Plan::MOST_WINDOWS {
            return Ok(());
        }
        let most = Plan::MOST_WINDOWS;
        let why = format!(
            "the plan takes {windows} windows, each of them a request, and at most {most} are asked for: \
             begin later, or take longer windows"
        );
        Err(Error::new(ErrorKind::InvalidRequest, why))
    }

    /// Takes the next one; without a longest window, windows are not cut.
    pub(crate) fn next(&mut self, longest: Option<Duration>) -> Option<Part> {
        if let Some(half) = self.halves.pop() {
            return Some(half);
        }
        let ask = match std::mem::replace(&mut self.rest, Rest::None) {
            Rest::None => return None,
            Rest::One(ask) => ask,
            Rest::Window(window) => {
                let (first, rest) = match longest {
                    Some(longest) => window.first(longest, self.now),
                    None => (window, None),
                };
                self.rest = rest.map_or(Rest::None, Rest::Window);
                Ask::Window(first)
            }
            Rest::Lsids(mut lsids, at_once) => {
                let some: Vec<Lsid> = lsids.by_ref().take(at_once).collect();
                if lsids.len() > 0 {
                    self.rest = Rest::Lsids(lsids, at_once);
                }
                Ask::Lsids(some)
            }
        };
        self.stretch += 1;
        Some(Part { ask, stretch: self.stretch, repeats: 0, is_refused: false })
    }

    /// Puts the halves of a part back, if it can be halved.
    pub(crate) fn halve(&mut self, part: &Part, plan: &Plan, is_refused: bool) -> bool {
        let halves = match &part.ask {
            Ask::Window(window) => {
                let halves = window.halves(plan.least, self.now);
                halves.map(|(first, second)| (Ask::Window(first), Ask::Window(second)))
            }
            Ask::Lsids(lsids) if lsids.len() > 1 => {
                let (first, second) = lsids.split_at_checked(lsids.len() / 2).unwrap_or_default();
                Some((Ask::Lsids(first.to_vec()), Ask::Lsids(second.to_vec())))
            }
            Ask::Plain | Ask::Lsid(_) | Ask::Lsids(_) => None,
        };
        let Some((first, second)) = halves else { return false };
        for ask in [second, first] {
            self.halves.push(Part { ask, stretch: part.stretch, repeats: 0, is_refused });
        }
        true
    }

    /// Returns what is left to be asked for from a part on, as one.
    pub(crate) fn left(&self, current: Option<&Part>) -> Option<Sessions> {
        let asked = || current.into_iter().chain(self.halves.iter().rev()).map(|part| &part.ask);
        if let Some(whole) = self.whole {
            let cut = asked().find_map(|ask| match ask {
                Ask::Window(window) => Some(*window),
                _ => None,
            });
            let cut = cut.or(match self.rest {
                Rest::Window(window) => Some(window),
                _ => None,
            })?;
            return Some(Sessions::In(whole.rest_from(cut)));
        }
        let mut lsids: Vec<Lsid> = asked().flat_map(Ask::lsids).cloned().collect();
        match &self.rest {
            Rest::Lsids(rest, _) => lsids.extend(rest.as_slice().iter().cloned()),
            Rest::One(ask) => lsids.extend(ask.lsids().iter().cloned()),
            Rest::None | Rest::Window(_) => {}
        }
        (!lsids.is_empty()).then_some(Sessions::These(lsids))
    }

    /// Returns whether more than one request is needed before anything fails.
    pub(crate) fn are_several(&self) -> bool {
        matches!(&self.rest, Rest::Lsids(lsids, at_once) if lsids.len() > *at_once)
    }
}
