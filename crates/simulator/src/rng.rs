//! Numbers that look random and follow from a seed.

use serde::{Deserialize, Serialize};

/// The SplitMix64 generator.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// What the next numbers follow from: `new` takes it back.
    pub(crate) const fn state(&self) -> u64 {
        self.0
    }

    /// Makes a generator that goes its own way.
    pub(crate) fn fork(&mut self) -> Self {
        Self(self.next())
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `end`, 0 if there is none.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or_default()
    }

    /// Returns a number of at least `least` and below `end`.
    pub(crate) fn between(&mut self, least: i64, end: i64) -> i64 {
        let width = u64::try_from(end.saturating_sub(least)).unwrap_or_default();
        least.saturating_add(i64::try_from(self.below(width)).unwrap_or_default())
    }

    /// Picks one of several things.
    pub(crate) fn choose<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let length = u64::try_from(choices.len()).unwrap_or_default();
        choices.get(usize::try_from(self.below(length)).unwrap_or_default())
    }

    /// Whether something happens that happens once in `times`.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// Picks one of several texts.
    pub(crate) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let length = u64::try_from(choices.len()).unwrap_or_default();
        let index = usize::try_from(self.below(length)).unwrap_or_default();
        choices.get(index).copied().unwrap_or_default()
    }

    /// Makes lower-case hexadecimal digits.
    pub(crate) fn hex(&mut self, length: usize) -> String {
        let mut text = String::new();
        while text.len() < length {
            text.push_str(&format!("{:016x}", self.next()));
        }
        text.truncate(length);
        text
    }

    /// Makes bytes for keys of the sample site.
    pub(crate) fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes());
        }
        bytes
    }

    /// Makes a password with characters that need care in shells and URLs.
    pub(crate) fn password(&mut self) -> String {
        format!(
            "{}-{}+{}/{}%",
            self.pick(&["Amber", "Basalt", "Cobalt", "Dune"]),
            self.hex(6),
            self.hex(4),
            self.below(100)
        )
    }

    /// Makes an address of one of the three ranges that are reserved for documentation.
    pub(crate) fn address(&mut self) -> String {
        let net = self.pick(&["192.0.2", "198.51.100", "203.0.113"]);
        format!("{net}.{}", 1 + self.below(254))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let (mut one, mut two) = (Rng::new(7), Rng::new(7));
        assert_eq!((one.next(), one.hex(40), one.password()), (two.next(), two.hex(40), two.password()));
        assert_ne!(Rng::new(8).next(), Rng::new(7).next());
    }
}
