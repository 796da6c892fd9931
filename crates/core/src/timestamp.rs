//! A point in time, as the appliance writes it.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Error, ErrorKind};

/// A point in time, in UTC.
///
/// Reads RFC 3339 with any offset, and seconds since 1970 as a number or a text (both occur);
/// writes whole seconds in the appliance's own form.
///
/// ```
/// use bt_sra_core::Timestamp;
///
/// let time: Timestamp = "2026-02-03T04:05:06Z".parse()?;
/// assert_eq!(time.to_string(), "2026-02-03T04:05:06+00:00");
/// assert_eq!(time.as_second(), 1_770_091_506);
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// 1970-01-01, midnight.
    pub const UNIX_EPOCH: Self = Self(jiff::Timestamp::UNIX_EPOCH);

    /// Takes seconds since 1970; out of the years -9999 to 9999 there is none.
    #[must_use]
    pub fn from_second(seconds: i64) -> Option<Self> {
        jiff::Timestamp::from_second(seconds).ok().map(Self)
    }

    /// Takes milliseconds since 1970.
    #[must_use]
    pub fn from_millisecond(milliseconds: i64) -> Option<Self> {
        jiff::Timestamp::from_millisecond(milliseconds).ok().map(Self)
    }

    /// Returns the whole seconds since 1970.
    #[must_use]
    pub fn as_second(self) -> i64 {
        self.0.as_second()
    }

    /// Returns the whole milliseconds since 1970.
    #[must_use]
    pub fn as_millisecond(self) -> i64 {
        self.0.as_millisecond()
    }

    /// Returns the time `span` later, at most the last one there is.
    #[must_use]
    pub fn saturating_add(self, span: Duration) -> Self {
        jiff::SignedDuration::try_from(span)
            .ok()
            .and_then(|span| self.0.checked_add(span).ok())
            .map_or(Self(jiff::Timestamp::MAX), Self)
    }

    /// Returns how long after `earlier` this is; nothing if it is not.
    #[must_use]
    pub fn saturating_duration_since(self, earlier: Self) -> Duration {
        Duration::try_from(self.0.duration_since(earlier.0)).unwrap_or_default()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `display_with_offset` writes the `+00:00` of the appliance instead of a `Z`.
        let whole = jiff::Timestamp::from_second(self.0.as_second()).unwrap_or(self.0);
        whole.display_with_offset(jiff::tz::Offset::UTC).fmt(f)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl FromStr for Timestamp {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        text.parse().map(Self).map_err(|source| {
            Error::new(ErrorKind::InvalidRequest, "not an RFC 3339 time").with_source(source)
        })
    }
}

impl From<SystemTime> for Timestamp {
    /// Takes a system time; out of jiff's range it becomes the nearest end of it.
    fn from(time: SystemTime) -> Self {
        Self(jiff::Timestamp::try_from(time).unwrap_or(jiff::Timestamp::MAX))
    }
}

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        time.0.into()
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl de::Visitor<'_> for Reader {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an RFC 3339 time or seconds since 1970")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Timestamp, E> {
        if let Ok(seconds) = text.parse::<i64>() {
            return self.visit_i64(seconds);
        }
        // The text is not repeated: an error must not carry what an answer says.
        text.parse().map_err(|_| E::custom("not an RFC 3339 time"))
    }

    fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Timestamp::from_second(seconds).ok_or_else(|| E::custom("time out of range"))
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
        i64::try_from(seconds)
            .ok()
            .and_then(Timestamp::from_second)
            .ok_or_else(|| E::custom("time out of range"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expect: Result<&str, &str>) {
        let read = serde_json::from_str::<Timestamp>(json);
        match expect {
            Ok(text) => assert_eq!(read.unwrap().to_string(), text),
            Err(part) => assert!(read.unwrap_err().to_string().contains(part)),
        }
    }

    #[test]
    fn every_form_that_occurs_is_read() {
        check(r#""2026-02-03T04:05:06+00:00""#, Ok("2026-02-03T04:05:06+00:00"));
        check(r#""2026-02-03T04:05:06.789Z""#, Ok("2026-02-03T04:05:06+00:00"));
        check(r#""2026-02-03T04:05:06+02:00""#, Ok("2026-02-03T02:05:06+00:00"));
        check("1770091506", Ok("2026-02-03T04:05:06+00:00"));
        check(r#""1770091506""#, Ok("2026-02-03T04:05:06+00:00"));
    }

    #[test]
    fn what_is_no_time_is_refused_without_repeating_it() {
        check(r#""secret words""#, Err("not an RFC 3339 time"));
        check("99999999999999999", Err("out of range"));
        check("18446744073709551615", Err("out of range"));
        assert!(
            !serde_json::from_str::<Timestamp>(r#""hunter2""#).unwrap_err().to_string().contains("hunter2")
        );
    }

    #[test]
    fn arithmetic_stops_at_the_ends() {
        let last = Timestamp(jiff::Timestamp::MAX);
        assert_eq!(last.saturating_add(Duration::from_secs(1)), last);
        assert_eq!(Timestamp::UNIX_EPOCH.saturating_duration_since(last), Duration::ZERO);
    }
}
