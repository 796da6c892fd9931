//! What is wrong with a file, line by line.

use crate::failure::{Failure, plain};

/// How many are told.
const TOLD: usize = 20;

/// The longest that is told of one, in letters.
const LONGEST: usize = 400;

/// What is wrong, with the lines. All of it is gathered before anybody is told.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<(u64, String)>,
}

impl Problems {
    /// Adds one.
    pub(crate) fn add(&mut self, line: u64, what: impl Into<String>) {
        self.found.push((line, what.into()));
    }

    /// Returns whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Fails if there are any, with `what` was done in consequence: nothing was sent, say.
    pub(crate) fn check(mut self, file: &str, what: &str) -> Result<(), Failure> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort_by_key(|(line, _)| *line);
        let mut message = format!("{file}: the file was refused, {what}");
        for (line, problem) in self.found.iter().take(TOLD) {
            let problem: String = plain(problem).chars().take(LONGEST).collect();
            message.push_str(&format!("\n  line {line}: {problem}"));
        }
        if let Some(more) = self.found.len().checked_sub(TOLD).filter(|more| *more > 0) {
            message.push_str(&format!("\n  and {more} more"));
        }
        Err(Failure::invalid(message))
    }
}
