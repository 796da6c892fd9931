//! Which documents are lists, and of what; and what stands beside the items.

use crate::tree::Rest;

/// A document that is a list: a root whose children are the items. Names are local names; namespaces
/// and prefixes do not count.
///
/// ```
/// use bt_sra_xml_model::{List, Others};
///
/// const SESSIONS: List = List::of(&["session_list"], &["session"]);
/// const ANY_BUT_TOTALS: List = List::any().others(Others::Skip);
/// # let _ = (SESSIONS, ANY_BUT_TOTALS);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct List {
    roots: &'static [&'static str],
    items: &'static [&'static str],
    others: Others,
}

/// What becomes of the children of the root that are no items.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Others {
    /// They are kept in the [`Head`], within [`Limits::bytes`](crate::Limits::bytes) together.
    #[default]
    Keep,
    /// They are passed over, however long they are, and not even checked.
    Skip,
}

impl List {
    /// Lists of these items inside one of these roots.
    #[must_use]
    pub const fn of(roots: &'static [&'static str], items: &'static [&'static str]) -> Self {
        Self { roots, items, others: Others::Keep }
    }

    /// Any list: whatever the root is called, each of its children is an item.
    #[must_use]
    pub const fn any() -> Self {
        Self::of(&[], &[])
    }

    /// Sets what becomes of children that are no items.
    #[must_use]
    pub const fn others(mut self, others: Others) -> Self {
        self.others = others;
        self
    }

    pub(super) fn accepts_root(&self, name: &str) -> bool {
        match self.roots {
            [] => name != "error" && !name.eq_ignore_ascii_case("html"),
            roots => roots.contains(&name),
        }
    }

    /// What an error says was expected.
    pub(super) fn expected_root(&self) -> &'static str {
        self.roots.first().copied().unwrap_or("a list")
    }

    /// Whether only what has certain names is an item.
    pub(super) fn names_items(&self) -> bool {
        !self.items.is_empty()
    }

    /// Says what a child of the root is, by its name with its prefix.
    pub(super) fn class(&self, name: &[u8]) -> Class {
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        let is_listed = self.items.iter().any(|item| item.as_bytes() == local);
        if is_listed || (self.items.is_empty() && local != b"error") {
            return Class::Item;
        }
        match self.others {
            _ if local == b"error" => Class::Refusal,
            Others::Keep => Class::Kept,
            Others::Skip => Class::Skipped,
        }
    }
}

/// What a child of the root is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Class {
    Item,
    Kept,
    Skipped,
    Refusal,
    /// No element, but what stands before one that is cut away, or before the end of the root.
    Gap,
}

/// What a list says beside its items.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Head {
    /// The local name of the root.
    pub root: String,
    /// The attributes of the root, its children that are no items, and text between them (its pieces
    /// without white space around them, joined by spaces). What stands behind an item is here when
    /// that item was read.
    pub rest: Rest,
}
