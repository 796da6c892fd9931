//! What was done through the APIs since the simulator started: the syslog and reports tell it.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::unconfirmed::reporting as unconfirmed;

/// The last things that were done, oldest first.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub(crate) struct Journal(VecDeque<Entry>);

/// Something that was done.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) at: i64,
    /// What the syslog calls it.
    pub(crate) event: String,
    /// The API account that did it, and its name.
    pub(crate) account: i64,
    pub(crate) who: String,
    pub(crate) address: String,
    /// What else is known of it.
    pub(crate) fields: Vec<(String, String)>,
    /// The account of the vault that it was done with, and what reports call that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vault: Option<(i64, String)>,
}

impl Journal {
    /// Adds an entry; of too many the oldest is forgotten.
    pub(crate) fn add(&mut self, entry: Entry) {
        if self.0.len() >= unconfirmed::JOURNAL_KEPT {
            self.0.pop_front();
        }
        self.0.push_back(entry);
    }

    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.0.iter()
    }
}
