//! The parameters of a report: from the query and from the form.

use super::Refused;
use crate::oauth;
use crate::unconfirmed::reporting as unconfirmed;

/// All parameters, in the order in which they came.
#[derive(Debug)]
pub(super) struct Arguments(Vec<(String, String)>);

/// A window of time, and what must lie in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Window {
    pub(super) from: i64,
    /// Not in the window any more. That it is exclusive is a choice.
    pub(super) to: i64,
    /// Whether it is about ends, and not about beginnings.
    pub(super) ends: bool,
}

/// The four starts: their names, whether they are dates, and whether they are about ends.
const STARTS: [(&str, bool, bool); 4] = [
    ("start_date", true, false),
    ("start_time", false, false),
    ("end_date", true, true),
    ("end_time", false, true),
];

const DAY: i64 = 86_400;

impl Arguments {
    /// Reads both; where they differ the body wins, since it comes last.
    pub(super) fn read(query: &str, body: &[u8]) -> Self {
        let mut all = oauth::form(query.as_bytes());
        all.extend(oauth::form(body));
        Self(all)
    }

    /// Returns a parameter that is not empty; of several the last one counts.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        let value = self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        value.filter(|value| !value.is_empty())
    }

    /// Returns a parameter without which there is no report.
    pub(super) fn required(&self, name: &str) -> Result<&str, Refused> {
        self.given(name).ok_or_else(|| missing(name))
    }

    /// Reads a number that is not negative, if there is one.
    pub(super) fn number(&self, name: &str) -> Result<Option<i64>, Refused> {
        self.given(name).map(|text| number(text).ok_or_else(|| bad(name))).transpose()
    }

    /// Reads a date as the second with which it begins.
    pub(super) fn date(&self, name: &str) -> Result<i64, Refused> {
        date(self.required(name)?).ok_or_else(|| bad(name))
    }

    /// Reads one of several words.
    pub(super) fn word(&self, name: &str, words: &[&'static str]) -> Result<&'static str, Refused> {
        let text = self.required(name)?;
        words.iter().find(|word| **word == text).copied().ok_or_else(|| bad(name))
    }

    /// Reads the lsids, if it is sessions that are asked for.
    pub(super) fn lsids(&self) -> Result<Option<Vec<&str>>, Refused> {
        if let Some(lsid) = self.given("lsid") {
            return Ok(Some(vec![lsid]));
        }
        let Some(list) = self.given("lsids") else {
            return Ok(None);
        };
        let all: Vec<&str> = list.split(',').map(str::trim).filter(|lsid| !lsid.is_empty()).collect();
        if all.len() > unconfirmed::MOST_LSIDS { Err(bad("lsids")) } else { Ok(Some(all)) }
    }

    /// Reads a window; only those starts are taken that the report knows.
    pub(super) fn window(&self, now: i64, ends_too: bool) -> Result<Window, Refused> {
        let given: Vec<_> = STARTS
            .iter()
            .filter(|(name, _, ends)| self.given(name).is_some() && (ends_too || !ends))
            .collect();
        let Some((name, dated, ends)) = given.last().copied() else {
            return Err(missing("start_date"));
        };
        let duration = match self.number("duration")? {
            Some(duration) => duration,
            None if unconfirmed::DURATION_IS_REQUIRED => return Err(missing("duration")),
            None => 0,
        };
        for (other, _, other_ends) in given.iter().filter(|(other, ..)| other != name) {
            let together = unconfirmed::DATE_AND_TIME_TOGETHER && duration == 0 && other_ends == ends;
            if !together {
                return Err(bad(other));
            }
            self.date(other)?;
        }
        let (from, unit) = if *dated {
            (self.date(name)?, DAY)
        } else {
            (self.number(name)?.ok_or_else(|| missing(name))?, 1)
        };
        let to = match duration {
            // What begins in this very second is in it.
            0 => now.saturating_add(1),
            duration => from.saturating_add(duration.saturating_mul(unit)),
        };
        Ok(Window { from, to, ends: *ends })
    }
}

/// The refusal of a value.
pub(super) fn bad(name: &str) -> Refused {
    Refused(format!("{}{name}", unconfirmed::BAD_VALUE))
}

/// The refusal for a parameter that is missing.
pub(super) fn missing(name: &str) -> Refused {
    Refused(format!("{}{name}", unconfirmed::MISSING_PARAMETER))
}

/// Digits only: parsing alone would take a sign.
pub(super) fn number(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Reads `YYYY-MM-DD` in UTC. Which time zone appliances mean is not known.
fn date(text: &str) -> Option<i64> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date: jiff::civil::Date = text.parse().ok().filter(|_| shape)?;
    date.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn window(query: &str) -> Result<(i64, i64, bool), String> {
        let window = Arguments::read(query, b"").window(NOW, true);
        window.map(|window| (window.from, window.to, window.ends)).map_err(|Refused(sentence)| sentence)
    }

    #[test]
    fn windows_have_one_start_and_a_duration_in_its_unit() {
        for (query, expected) in [
            ("start_date=2023-11-01&duration=2", Ok((1_698_796_800, 1_698_969_600, false))),
            ("start_time=1698796800&duration=60", Ok((1_698_796_800, 1_698_796_860, false))),
            ("end_date=2023-11-01&duration=0", Ok((1_698_796_800, NOW + 1, true))),
            ("end_time=5&duration=9223372036854775807", Ok((5, i64::MAX, true))),
            ("start_date=2023-11-01&start_time=7&duration=0", Ok((7, NOW + 1, false))),
            ("start_date=2023-11-01&start_time=7&duration=1", Err("Invalid value for parameter: start_date")),
            ("start_date=x&start_time=7&duration=0", Err("Invalid value for parameter: start_date")),
            ("start_time=1&end_time=7&duration=0", Err("Invalid value for parameter: start_time")),
            ("start_time=1", Err("Missing required parameter: duration")),
            ("duration=1", Err("Missing required parameter: start_date")),
            ("start_time=2023-11-01T00:00:00Z&duration=0", Err("Invalid value for parameter: start_time")),
            ("start_time=%2B1&duration=0", Err("Invalid value for parameter: start_time")),
            ("start_time=1&duration=-1", Err("Invalid value for parameter: duration")),
            ("start_time=1&duration=P1D", Err("Invalid value for parameter: duration")),
            ("start_date=2023-02-30&duration=0", Err("Invalid value for parameter: start_date")),
            ("start_date=2023-1-1&duration=0", Err("Invalid value for parameter: start_date")),
            ("start_date=20230101&duration=0", Err("Invalid value for parameter: start_date")),
        ] {
            assert_eq!(window(query), expected.map_err(str::to_owned), "{query}");
        }
    }
}
