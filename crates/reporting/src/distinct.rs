//! What tells items from each other, and which ones have come before.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::{ExitSurvey, Item, ListedSession, Session, VaultAccountActivity};
use serde::Serialize;

/// An item that can be told from others: it is known again when a window is asked for once more.
/// Statistics are none, and what a team did is told for each window by itself.
pub trait Distinct: Item {
    /// Returns what tells it from others.
    fn key(&self) -> Key<'_>;
}

/// What tells an item from others.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Key<'a> {
    /// An identifier. An item with the same one is the same.
    Id(Cow<'a, str>),
    /// All it says. An answer may hold several that say the same, and they count.
    Content(String),
}

/// Returns what tells an item from others.
pub(crate) type Keyed<T> = fn(&T) -> Key<'_>;

impl<'a> Key<'a> {
    /// The key of what is one for each session.
    #[must_use]
    pub fn of_session(lsid: &'a Lsid) -> Self {
        Self::Id(Cow::Borrowed(lsid.as_str()))
    }

    /// The key of what has no identifier.
    #[must_use]
    pub fn of_content(value: &impl Serialize) -> Self {
        Self::Content(serde_json::to_string(value).unwrap_or_default())
    }
}

impl Distinct for Session {
    fn key(&self) -> Key<'_> {
        Key::of_session(&self.lsid)
    }
}

impl Distinct for ListedSession {
    fn key(&self) -> Key<'_> {
        Key::of_session(&self.lsid)
    }
}

impl Distinct for ExitSurvey {
    /// A session may have several surveys.
    fn key(&self) -> Key<'_> {
        Key::of_content(self)
    }
}

impl Distinct for VaultAccountActivity {
    fn key(&self) -> Key<'_> {
        Key::of_content(self)
    }
}

/// What has come before, as far as it may come again.
///
/// Windows lie side by side, so that only neighbours can share items, those on their border: the
/// stretch that is asked for and the one before are remembered, and nothing else. Of content, the
/// answer that had most counts.
#[derive(Debug)]
pub(crate) struct Before {
    hashes: [RandomState; 2],
    /// What the caller has already.
    known: HashSet<u128>,
    stretch: u64,
    last: HashMap<u128, u32>,
    this: HashMap<u128, u32>,
    /// What the answer that is read had so far; only for content.
    answer: HashMap<u128, u32>,
    most: usize,
    is_full: bool,
}

impl Before {
    /// Remembers what comes, if there is a number of items to remember.
    pub(crate) fn new(known: &[Lsid], most: usize) -> Self {
        let hashes = [RandomState::new(), RandomState::new()];
        let known = known.iter().map(|lsid| hash(&hashes, lsid.as_str())).collect();
        let (last, this, answer) = <_>::default();
        Self { hashes, known, stretch: 0, last, this, answer, most, is_full: false }
    }

    /// Begins with an answer about a stretch.
    pub(crate) fn begin(&mut self, stretch: u64) {
        if stretch != self.stretch {
            self.stretch = stretch;
            self.last = std::mem::take(&mut self.this);
            self.is_full = false;
        }
        self.answer.clear();
    }

    /// Returns whether an item is new, and remembers it.
    pub(crate) fn is_new(&mut self, key: &Key<'_>) -> bool {
        let (mark, is_content) = match key {
            Key::Id(id) => (hash(&self.hashes, id), false),
            Key::Content(text) => (hash(&self.hashes, text), true),
        };
        if self.known.contains(&mark) {
            return false;
        }
        let given = |items: &HashMap<u128, u32>| items.get(&mark).copied().unwrap_or(0);
        let before = given(&self.last).max(given(&self.this));
        let number = if is_content && self.most > 0 {
            let number = self.answer.entry(mark).or_default();
            *number = number.saturating_add(1);
            *number
        } else {
            1
        };
        if number <= before {
            return false;
        }
        if self.this.len() < self.most {
            self.this.insert(mark, number);
        } else {
            self.is_full = true;
        }
        true
    }

    /// Returns whether all that the stretch has given is remembered.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_full
    }
}

fn hash(states: &[RandomState; 2], text: &str) -> u128 {
    states.iter().fold(0, |sum, state| (sum << 64) | u128::from(state.hash_one(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads answers, each about a stretch, and shows what is new.
    fn new(before: &mut Before, answers: &[(u64, &str)], key: fn(&str) -> Key<'_>) -> String {
        let mut new = String::new();
        for (stretch, answer) in answers {
            before.begin(*stretch);
            let parts = answer.split(' ');
            new.extend(parts.filter(|item| before.is_new(&key(item))).map(|item| format!("{item} ")));
        }
        new
    }

    fn id(text: &str) -> Key<'_> {
        Key::Id(Cow::Borrowed(text))
    }

    fn content(text: &str) -> Key<'_> {
        Key::Content(text.to_owned())
    }

    #[test]
    fn neighbors_share_what_is_on_their_border() {
        let answers = [(1, "a b c"), (2, "c d"), (3, "d e a")];
        assert_eq!(new(&mut Before::new(&[], 9), &answers, id), "a b c d e a ", "only the one before counts");
    }

    #[test]
    fn what_broke_is_not_given_again() {
        let answers = [(1, "a b"), (1, "a b c"), (1, "c d")];
        assert_eq!(new(&mut Before::new(&[], 9), &answers, id), "a b c d ");
    }

    #[test]
    fn what_says_the_same_is_counted() {
        let answers = [(1, "a a b"), (1, "a a a b b"), (2, "b b c c")];
        assert_eq!(new(&mut Before::new(&[], 9), &answers, content), "a a b a b c c ");
    }

    #[test]
    fn what_the_caller_has_is_left_out() {
        let known = ["a", "c"].map(Lsid::new);
        assert_eq!(new(&mut Before::new(&known, 0), &[(1, "a b c d b")], id), "b d b ");
    }

    #[test]
    fn more_than_is_remembered_is_noticed() {
        let mut before = Before::new(&[], 2);
        assert_eq!(new(&mut before, &[(1, "a b a")], id), "a b ");
        assert!(before.is_whole());
        assert_eq!(new(&mut before, &[(1, "c")], id), "c ");
        assert!(!before.is_whole());
        assert_eq!(new(&mut before, &[(2, "d")], id), "d ");
        assert!(before.is_whole());
    }
}
