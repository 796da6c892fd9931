//! Points in time: seconds since 1970 in an attribute, beside or instead of a text.

use std::fmt;

use bt_sra_core::Timestamp;
use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

use crate::scalar::Scalar;

/// A point in time, with the form in which the document wrote it.
///
/// Documents write seconds since 1970, or ISO 8601 with any offset (`Z`, `+02:00`, `+0200`) and
/// fractions, or both: the seconds in an attribute and the other in the text. The seconds count
/// if they are there. As JSON it is an object with `at` for readers, and `epoch` and `text`, from
/// which it is read again.
///
/// ```
/// use bt_sra_xml_model::Time;
///
/// let time = Time::read(None, "2023-11-14T22:13:20.5+0000").ok_or("a time")?;
/// assert_eq!(time.at().as_millisecond(), 1_700_000_000_500);
/// assert_eq!(Time::read(Some("1700000000"), "yesterday").ok_or("a time")?.at().as_second(), 1_700_000_000);
/// assert!(Time::read(None, "yesterday").is_none());
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Deserialize, Eq, PartialEq)]
#[serde(try_from = "Written")]
pub struct Time {
    at: Timestamp,
    epoch: Option<i64>,
    text: String,
}

impl Time {
    /// Reads the value of the attribute and the text; nothing if neither is a time.
    #[must_use]
    pub fn read(epoch: Option<&str>, text: &str) -> Option<Self> {
        let epoch = epoch.and_then(i64::from_text);
        Self::from_parts(epoch, text.to_owned())
    }

    /// Returns the time.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Returns the seconds since 1970, if an attribute states them.
    #[must_use]
    pub fn epoch(&self) -> Option<i64> {
        self.epoch
    }

    /// Returns the text as it stands in the document.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn from_parts(epoch: Option<i64>, text: String) -> Option<Self> {
        let at = match epoch {
            Some(epoch) => Timestamp::from_second(epoch)?,
            None => match i64::from_text(&text) {
                Some(epoch) => Timestamp::from_second(epoch)?,
                None => text.trim().parse().ok()?,
            },
        };
        Some(Self { at, epoch, text })
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Time({self})")
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Time", 3)?;
        out.serialize_field("at", &self.at)?;
        out.serialize_field("epoch", &self.epoch)?;
        out.serialize_field("text", &self.text)?;
        out.end()
    }
}

impl Scalar for Timestamp {
    const EXPECTED: &'static str = "a number of seconds since 1970";

    fn from_text(text: &str) -> Option<Self> {
        i64::from_text(text).and_then(Self::from_second)
    }
}

/// A time, or a text in a form that no source describes.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum LooseTime {
    /// A form that is known.
    Time(Time),
    /// Any other.
    Text(String),
}

impl LooseTime {
    /// Returns the time, if it is one.
    #[must_use]
    pub fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Time(time) => Some(time.at),
            Self::Text(_) => None,
        }
    }
}

/// What [`Time`] is read from.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    epoch: Option<i64>,
    text: String,
}

impl TryFrom<Written> for Time {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        Self::from_parts(written.epoch, written.text).ok_or("neither `epoch` nor `text` is a time")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(epoch: Option<&str>, text: &str, millisecond: Option<i64>) {
        let time = Time::read(epoch, text);
        assert_eq!(time.as_ref().map(|time| time.at().as_millisecond()), millisecond);
        let Some(time) = time else { return };
        let json = serde_json::to_string(&time).unwrap();
        assert_eq!(serde_json::from_str::<Time>(&json).unwrap(), time);
        assert_eq!(time.text(), text);
    }

    #[test]
    fn every_form_of_a_time_is_read() {
        let expect = Some(1_700_000_000_000);
        check(None, "1700000000", expect);
        check(None, "\n\t1700000000\n", expect);
        check(Some("1700000000"), "2023-11-14T22:13:20+00:00", expect);
        check(None, "2023-11-14T22:13:20Z", expect);
        check(None, "2023-11-14T22:13:20+0000", expect);
        check(None, " 2023-11-15T00:13:20+02:00 ", expect);
        check(None, "2023-11-15T00:13:20+0200", expect);
        check(None, "2023-11-14T22:13:20.877+0000", Some(1_700_000_000_877));
    }

    #[test]
    fn the_seconds_count_more_than_the_text() {
        check(Some("5"), "2023-11-14T22:13:20Z", Some(5000));
        check(Some("5"), "", Some(5000));
        check(Some(""), "2023-11-14T22:13:20Z", Some(1_700_000_000_000));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in ["", "soon", "2023-11-14", "2023-11-14T22:13:20", "99999999999999999", "1.5"] {
            check(None, text, None);
        }
        check(Some("99999999999999999"), "2023-11-14T22:13:20Z", None);
    }

    #[test]
    fn json_without_a_time_is_refused_without_repeating_it() {
        let error = serde_json::from_str::<Time>(r#"{"text":"hunter2"}"#).unwrap_err();
        assert!(!error.to_string().contains("hunter2"));
        assert!(error.to_string().contains("is a time"));
    }
}
