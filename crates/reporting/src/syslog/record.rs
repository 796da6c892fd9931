//! A record of the log.

use std::borrow::Cow;
use std::fmt;

use bt_sra_core::Timestamp;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A record of the log. What other programs of the appliance write has no fields; it is kept as it
/// is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SyslogRecord {
    /// When it happened, as it says itself; see [`stamp`](Self::stamp) for what does not.
    pub when: Option<Timestamp>,
    /// What happened. The list of names grows with each version.
    pub event: Option<String>,
    /// The site that it happened on.
    pub site: Option<String>,
    /// Who did it; see [`SyslogRecord::person`].
    pub who: Option<String>,
    /// From where.
    pub who_ip: Option<String>,
    /// All that it says, in its order, the above included.
    pub fields: SyslogFields,
    /// When it was written, in the time of the appliance, as far as the line says.
    pub stamp: Option<SyslogStamp>,
    /// The year of the stamp, which lines do not have: that of this record, or of those before it.
    pub year: Option<i16>,
    /// The host name of the line.
    pub tenant: Option<String>,
    /// The number of the process.
    pub pid: Option<u32>,
    /// The number that stands before the parts.
    pub number: Option<u32>,
    /// Whether all of it is here: all parts, and no line that was too long.
    pub is_complete: bool,
    /// What came behind the numbers, put together; the whole line for what is no such record.
    pub raw: String,
}

/// A time without a year.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
pub struct SyslogStamp {
    /// From 1.
    pub month: u8,
    /// Of the month.
    pub day: u8,
    /// Of the day.
    pub hour: u8,
    /// Of the hour.
    pub minute: u8,
    /// Of the minute.
    pub second: u8,
}

/// Somebody, in the parts that `Name (login) using saml` has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct SyslogPerson<'a> {
    /// The name.
    pub name: &'a str,
    /// By which one logs in.
    pub login: Option<&'a str>,
    /// How one was let in, where that is told: `saml`, `oidc`.
    pub using: Option<&'a str>,
}

/// Names and values in their order; a name may come several times. As JSON it is an object, in which
/// such a name has a list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SyslogFields(Vec<(String, String)>);

impl SyslogRecord {
    /// Reads who did it.
    ///
    /// ```
    /// # fn example(record: &bt_sra_reporting::SyslogRecord) {
    /// if let Some(person) = record.person() {
    ///     println!("{} logs in as {:?}", person.name, person.login);
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn person(&self) -> Option<SyslogPerson<'_>> {
        self.who.as_deref().map(SyslogPerson::of)
    }

    /// Takes the fields of a payload.
    pub(super) fn read(&mut self) {
        self.fields = SyslogFields::of(&self.raw);
        let text = |name: &str| self.fields.get(name).map(str::to_owned);
        let (event, site, who, who_ip) = (text("event"), text("site"), text("who"), text("who_ip"));
        self.when = self
            .fields
            .get("when")
            .and_then(|when| when.trim().parse().ok())
            .and_then(Timestamp::from_second);
        (self.event, self.site, self.who, self.who_ip) = (event, site, who, who_ip);
    }
}

impl<'a> SyslogPerson<'a> {
    /// Takes the parts of `Name (login) using saml`.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let (rest, using) = match text.rsplit_once(") using ") {
            Some((rest, using)) => (text.get(..=rest.len()).unwrap_or(text), Some(using.trim())),
            None => (text, None),
        };
        let parts = rest.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        match parts {
            Some((name, login)) => Self { name: name.trim(), login: Some(login), using },
            None => Self { name: text.trim(), login: None, using: None },
        }
    }
}

impl SyslogFields {
    /// Takes `name=value;name=value`, in which `\;` is a semicolon. What has no `=` is a name without
    /// a value.
    #[must_use]
    pub fn of(payload: &str) -> Self {
        let mut fields = Vec::new();
        let mut rest = payload;
        while !rest.is_empty() {
            let (field, after) = cut(rest);
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            let name = name.trim_start();
            if !name.is_empty() || !value.is_empty() {
                fields.push((plain(name).into_owned(), plain(value).into_owned()));
            }
            rest = after;
        }
        Self(fields)
    }

    /// Returns the first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Walks over the values of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Walks over all names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Walks over what has changed: the name without `old_` and `new_`, and both values, of which one
    /// may not be there.
    pub fn changes(&self) -> impl Iterator<Item = (&str, Option<&str>, Option<&str>)> {
        self.iter().filter_map(|(name, value)| match name.strip_prefix("old_") {
            Some(name) => Some((name, Some(value), self.get(&format!("new_{name}")))),
            None => {
                let name = name.strip_prefix("new_")?;
                self.get(&format!("old_{name}")).is_none().then_some((name, None, Some(value)))
            }
        })
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Cuts at the first semicolon that is one.
fn cut(text: &str) -> (&str, &str) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(';')) {
        let at = from + at;
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        if !before.ends_with('\\') {
            return (before, after.get(1..).unwrap_or_default());
        }
        from = at + 1;
    }
    (text, "")
}

fn plain(text: &str) -> Cow<'_, str> {
    if text.contains("\\;") { Cow::Owned(text.replace("\\;", ";")) } else { Cow::Borrowed(text) }
}

impl Serialize for SyslogFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, (name, value)) in self.0.iter().enumerate() {
            let is_known = self.0.iter().take(index).any(|(other, _)| other == name);
            if is_known {
                continue;
            }
            let all: Vec<&str> = self.all(name).collect();
            match all.as_slice() {
                [_, _, ..] => map.serialize_entry(name, &all)?,
                _ => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}

impl fmt::Display for SyslogStamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { month, day, hour, minute, second } = self;
        write!(f, "{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
