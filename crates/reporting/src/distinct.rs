//! What tells items from each other, and which ones have come before.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};
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
    /// Nothing does: it is given however often it comes.
    None,
}

/// Returns what tells an item from others.
pub(crate) type Keyed<T> = fn(&T) -> Key<'_>;

impl<'a> Key<'a> {
    /// The key of what is one for each session.
    #[must_use]
    pub fn of_session(lsid: &'a Lsid) -> Self {
        Self::Id(Cow::Borrowed(lsid.as_str()))
    }

    /// The key of what has no identifier. What cannot be written has none: rather twice than lost.
    #[must_use]
    pub fn of_content(value: &impl Serialize) -> Self {
        serde_json::to_string(value).map_or(Self::None, Self::Content)
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
/// Windows lie side by side, so that only neighbors can share items, those on their border: the
/// stretch that is asked for and the one before are remembered, and nothing else. Of content, the
/// answer that had most counts. When there is no room, what came first is forgotten: it is the
/// farthest from the next border.
#[derive(Debug)]
pub(crate) struct Before {
    hashes: [RandomState; 2],
    /// What the caller has already.
    known: HashSet<u128>,
    stretch: u64,
    answer: u32,
    items: HashMap<u128, Seen>,
    /// What the stretch before has given.
    last: VecDeque<u128>,
    /// What this one has given, in its order.
    this: VecDeque<u128>,
    most: usize,
    forgotten: u64,
    is_full: bool,
}

/// How often an item was there.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// In the stretch before.
    last: u32,
    /// In this one.
    this: u32,
    /// In the answer of that number.
    in_answer: u32,
    answer: u32,
}

impl Before {
    /// Remembers what comes, if there is a number of items to remember.
    pub(crate) fn new(known: &[Lsid], most: usize) -> Self {
        let hashes = [RandomState::new(), RandomState::new()];
        let known = known.iter().map(|lsid| hash(&hashes, lsid.as_str())).collect();
        let (items, last, this) = <_>::default();
        Self { hashes, known, stretch: 0, answer: 0, items, last, this, most, forgotten: 0, is_full: false }
    }

    /// Begins with an answer about a stretch.
    pub(crate) fn begin(&mut self, stretch: u64) {
        self.answer = self.answer.wrapping_add(1);
        if stretch == self.stretch {
            return;
        }
        self.stretch = stretch;
        self.is_full = false;
        for mark in std::mem::take(&mut self.last) {
            self.change(mark, |seen| seen.last = 0);
        }
        for mark in &self.this {
            if let Some(seen) = self.items.get_mut(mark) {
                seen.last = std::mem::take(&mut seen.this);
            }
        }
        self.last = std::mem::take(&mut self.this);
    }

    /// Returns whether an item is new, and remembers it.
    pub(crate) fn is_new(&mut self, key: &Key<'_>) -> bool {
        let (mark, is_content) = match key {
            Key::Id(id) => (hash(&self.hashes, id), false),
            Key::Content(text) => (hash(&self.hashes, text), true),
            Key::None => return true,
        };
        if self.known.contains(&mark) {
            return false;
        }
        if self.most == 0 {
            return true;
        }
        let seen = self.items.entry(mark).or_default();
        if seen.answer != self.answer {
            (seen.answer, seen.in_answer) = (self.answer, 0);
        }
        seen.in_answer = seen.in_answer.saturating_add(1);
        let number = if is_content { seen.in_answer } else { 1 };
        if number <= seen.last.max(seen.this) {
            return false;
        }
        let is_first = seen.this == 0;
        seen.this = number;
        if is_first {
            self.this.push_back(mark);
            if self.this.len() > self.most {
                self.forget();
            }
        }
        true
    }

    /// Returns whether all that the stretch has given is remembered.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_full
    }

    /// Returns how many items were forgotten for want of room.
    pub(crate) fn forgotten(&self) -> u64 {
        self.forgotten
    }

    fn forget(&mut self) {
        if let Some(oldest) = self.this.pop_front() {
            self.is_full = true;
            self.forgotten = self.forgotten.saturating_add(1);
            self.change(oldest, |seen| seen.this = 0);
        }
    }

    /// Changes what is known of an item, and drops what is nothing any more.
    fn change(&mut self, mark: u128, change: impl FnOnce(&mut Seen)) {
        let Some(seen) = self.items.get_mut(&mark) else { return };
        change(seen);
        if seen.last == 0 && seen.this == 0 {
            self.items.remove(&mark);
        }
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
    fn what_came_first_is_forgotten_and_what_is_on_the_border_is_not() {
        let mut before = Before::new(&[], 2);
        assert_eq!(new(&mut before, &[(1, "a b a")], id), "a b ");
        assert!(before.is_whole());
        assert_eq!(new(&mut before, &[(1, "c")], id), "c ");
        assert_eq!((before.is_whole(), before.forgotten()), (false, 1));
        assert_eq!(new(&mut before, &[(2, "b c d")], id), "d ");
        assert!(before.is_whole());
        assert_eq!(new(&mut before, &[(2, "b c d"), (3, "c d e")], id), "c e ", "only the one before counts");
    }

    #[test]
    fn no_more_is_held_than_was_said() {
        let mut before = Before::new(&[], 10);
        for stretch in 1..4 {
            before.begin(stretch);
            for number in 0..1000 {
                assert!(before.is_new(&content(&format!("{stretch} {number}"))));
                before.is_new(&content(&format!("{} {number}", stretch - 1)));
                assert!(before.items.len() <= 20 && before.this.len() <= 10 && before.last.len() <= 10);
            }
        }
        assert_eq!(size_of::<(u128, Seen)>(), 32, "what the plan says of memory");
    }

    #[test]
    fn what_cannot_be_told_from_others_is_never_left_out() {
        struct Unwritable;
        impl Serialize for Unwritable {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("no"))
            }
        }
        let mut before = Before::new(&[], 9);
        before.begin(1);
        assert!(before.is_new(&Key::of_content(&Unwritable)) && before.is_new(&Key::of_content(&Unwritable)));
    }
}
