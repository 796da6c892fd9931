//! What an import has to say: mendings by rule, and notes.

use std::collections::BTreeMap;

use crate::yaml::At;

/// The mendings and notes of one import, each place once.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    by_place: BTreeMap<(usize, String, String), Note>,
}

/// One of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Note {
    /// `file:line: pointer: what`.
    pub(crate) text: String,
    /// The rule that mended a fault; none for a plain note.
    pub(crate) rule: Option<&'static str>,
}

impl Notes {
    /// Records that `rule` mended the fault at `at`.
    pub(crate) fn mended(&mut self, at: &At<'_>, rule: &'static str) {
        self.add(at, rule.to_owned(), Some(rule));
    }

    /// Records something that a person may want to look at.
    pub(crate) fn note(&mut self, at: &At<'_>, what: impl Into<String>) {
        self.add(at, what.into(), None);
    }

    /// All of them, by line.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Note> {
        self.by_place.values()
    }

    /// How often each rule mended.
    pub(crate) fn by_rule(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for rule in self.iter().filter_map(|note| note.rule) {
            let count: &mut usize = counts.entry(rule).or_default();
            *count = count.saturating_add(1);
        }
        counts
    }

    fn add(&mut self, at: &At<'_>, what: String, rule: Option<&'static str>) {
        let text = at.fault(what.as_str()).to_string();
        self.by_place.entry((at.node.line, at.pointer.clone(), what)).or_insert(Note { text, rule });
    }
}
