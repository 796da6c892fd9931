//! The names of backups, and sizes as people write them.

use crate::failure::{Failure, Result, plain};

/// The name of a backup that this program has made: `HOST-NUMBER-TIME.nsb`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Name {
    pub(super) text: String,
    /// Grows with every backup, whatever the clock says.
    pub(super) number: u64,
    /// The time, as `20260102T030405Z`.
    pub(super) time: String,
}

impl Name {
    /// Reads the name of a backup of the site `stem`; nothing if it is another name.
    pub(super) fn read(stem: &str, text: &str) -> Option<Self> {
        let rest = text.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".nsb")?;
        let (number, time) = rest.split_once('-')?;
        let is_number = (6..=18).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
        let is_time = time.len() == 16
            && time.bytes().enumerate().all(|(place, byte)| match place {
                8 => byte == b'T',
                15 => byte == b'Z',
                _ => byte.is_ascii_digit(),
            });
        let number = number.parse().ok().filter(|_| is_number && is_time)?;
        Some(Self { text: text.to_owned(), number, time: time.to_owned() })
    }

    /// Makes the name of the backup after `last`, from `STEM-TIME.nsb`.
    pub(super) fn after(last: u64, stem: &str, dated: &str) -> Option<Self> {
        let number = last.checked_add(1)?;
        let time = dated.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".nsb")?;
        Self::read(stem, &format!("{stem}-{number:06}-{time}.nsb"))
    }

    /// The name of its checksum.
    pub(super) fn sidecar(&self) -> String {
        format!("{}.sha256", self.text)
    }

    /// The time in a form that can be read as one: `2026-01-02T03:04:05Z`.
    pub(super) fn rfc3339(&self) -> String {
        let part = |from: usize, to: usize| self.time.get(from..to).unwrap_or_default();
        format!(
            "{}-{}-{}T{}:{}:{}Z",
            part(0, 4),
            part(4, 6),
            part(6, 8),
            part(9, 11),
            part(11, 13),
            part(13, 15)
        )
    }
}

/// Reads a size: a number of bytes, or with k, M or G of 1024 each.
pub(super) fn size(text: &str) -> Result<u64> {
    let (number, unit) = match text.trim().char_indices().next_back() {
        Some((end, 'k' | 'K')) => (text.trim().get(..end), 1 << 10),
        Some((end, 'm' | 'M')) => (text.trim().get(..end), 1 << 20),
        Some((end, 'g' | 'G')) => (text.trim().get(..end), 1 << 30),
        _ => (Some(text.trim()), 1),
    };
    let number = number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let bytes = number.and_then(|number| number.parse::<u64>().ok()).and_then(|it| it.checked_mul(unit));
    bytes.ok_or_else(|| {
        Failure::usage(format!("--min-size: `{}` is no size", plain(text)))
            .with_hint("write a number of bytes, or one with k, M or G behind it: 500, 64k, 10M")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_our_own_making_are_read() {
        let stem = "access.example.com";
        let name = Name::after(41, stem, "access.example.com-20260102T030405Z.nsb").unwrap();
        assert_eq!(name.text, "access.example.com-000042-20260102T030405Z.nsb");
        assert_eq!((name.number, name.rfc3339().as_str()), (42, "2026-01-02T03:04:05Z"));
        assert_eq!(Name::read(stem, &name.text), Some(name));
        assert_eq!(
            Name::after(9_999_999, stem, "access.example.com-20260102T030405Z.nsb").unwrap().number,
            10_000_000
        );
        for other in [
            "access.example.com-20260102T030405Z.nsb",
            "access.example.com-42-20260102T030405Z.nsb",
            "access.example.com-000042-20260102T030405Z.nsb.sha256",
            "access.example.com-000042-20260102T030405.nsb",
            "access.example.com-000042-20260102T030405Z-1.nsb",
            "access.example.com-00004x-20260102T030405Z.nsb",
            "access.example.com-8443-000042-20260102T030405Z.nsb",
            "support.example.com-000042-20260102T030405Z.nsb",
            "bomgar-2026-01-02.nsb",
        ] {
            assert_eq!(Name::read(stem, other), None, "{other}");
        }
    }

    #[test]
    fn sizes_have_units() {
        for (text, bytes) in [("0", 0), ("500", 500), ("64k", 65_536), ("2M", 2 << 20), (" 1G ", 1 << 30)] {
            assert_eq!(size(text).unwrap(), bytes);
        }
        for wrong in ["", "k", "-1", "1.5M", "1T", "99999999999G", "1 k"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
