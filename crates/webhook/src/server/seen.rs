//! Which events were stored of late.

use std::collections::{HashSet, VecDeque};

/// The ids of the last events.
#[derive(Debug)]
pub(super) struct Seen {
    most: usize,
    order: VecDeque<String>,
    ids: HashSet<String>,
}

impl Seen {
    pub(super) fn new(most: usize, recent: Vec<String>) -> Self {
        let mut seen = Self { most: most.max(1), order: VecDeque::new(), ids: HashSet::new() };
        recent.into_iter().for_each(|id| seen.add(id));
        seen
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    pub(super) fn add(&mut self, id: String) {
        if !self.ids.insert(id.clone()) {
            return;
        }
        self.order.push_back(id);
        if self.order.len() > self.most
            && let Some(oldest) = self.order.pop_front()
        {
            self.ids.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_are_remembered_and_no_more() {
        let mut seen = Seen::new(2, ["a", "b", "c"].map(str::to_owned).to_vec());
        assert!(!seen.holds("a") && seen.holds("b") && seen.holds("c"));
        seen.add("c".to_owned());
        assert!(seen.holds("b"), "one that comes again takes no room");
        seen.add("d".to_owned());
        assert!(!seen.holds("b") && seen.holds("c") && seen.holds("d"));
    }
}
