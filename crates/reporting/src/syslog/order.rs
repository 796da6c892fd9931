//! The order of log files, by their times and else by their names.

/// Where a file stands among those whose names are like its own.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Place {
    /// What the names have in common.
    stem: Vec<u8>,
    age: Age,
}

/// From the oldest to the newest.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Age {
    /// The name has a date, and maybe numbers behind it.
    Since(Vec<u64>),
    /// How often the file was moved on, as what is left of the highest number.
    Moved(u64),
}

impl Place {
    pub(super) fn of(name: &[u8]) -> Self {
        let name = name.rsplit(|byte| matches!(byte, b'/' | b'\\')).next().unwrap_or_default();
        let end = name.iter().position(|byte| *byte == b'.' || byte.is_ascii_digit()).unwrap_or(name.len());
        let mut stem = name.get(..end).unwrap_or_default();
        while let Some(rest) = stem.strip_suffix(b"-").or_else(|| stem.strip_suffix(b"_")) {
            stem = rest;
        }
        let numbers: Vec<&[u8]> =
            name.split(|byte| !byte.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
        Self { stem: stem.to_vec(), age: Age::of(&numbers) }
    }
}

impl Age {
    fn of(numbers: &[&[u8]]) -> Self {
        let value = |digits: &[u8]| -> u64 {
            std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).unwrap_or(u64::MAX)
        };
        for (at, digits) in numbers.iter().enumerate() {
            let mut rest = numbers.get(at + 1..).unwrap_or_default();
            let date = match (digits.len(), rest) {
                (8.., _) => value(digits),
                (4, [month, day, behind @ ..]) if month.len() == 2 && day.len() == 2 => {
                    rest = behind;
                    value(&[digits, *month, *day].concat())
                }
                _ => continue,
            };
            return Self::Since(
                std::iter::once(date).chain(rest.iter().map(|digits| value(digits))).collect(),
            );
        }
        Self::Moved(u64::MAX - numbers.last().map_or(0, |digits| value(digits)))
    }
}

/// Returns the files, given as time, place and index, from the oldest to the newest. One without a time
/// stands beside that of its neighbors by name which has one: before the next newer one, or else behind
/// the next older one. Without such a neighbor it comes first, as nothing says how old it is.
pub(super) fn in_order(files: Vec<(Option<i64>, Place, usize)>) -> Vec<usize> {
    let mut timed: Vec<(&Place, i64)> =
        files.iter().filter_map(|(time, place, _)| Some((place, (*time)?))).collect();
    timed.sort();
    let key = |time: Option<i64>, place: &Place| {
        if let Some(time) = time {
            return (time, Side::At);
        }
        let next = timed.partition_point(|(other, _)| *other < place);
        let beside = |at: Option<usize>| {
            let (other, time) = timed.get(at?)?;
            (other.stem == place.stem).then_some(*time)
        };
        if let Some(newer) = beside(Some(next)) {
            return (newer, Side::Before);
        }
        beside(next.checked_sub(1)).map_or((i64::MIN, Side::Before), |older| (older, Side::Behind))
    };
    let mut keyed: Vec<_> =
        files.iter().map(|(time, place, index)| (key(*time, place), place, *index)).collect();
    keyed.sort();
    keyed.into_iter().map(|(.., index)| index).collect()
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Side {
    Before,
    At,
    Behind,
}
