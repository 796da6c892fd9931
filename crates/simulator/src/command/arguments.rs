//! The parameters of an action: from the query and from the form.

use super::Refused;
use crate::happenings::number;
use crate::oauth;
use crate::unconfirmed;

/// All parameters, in the order in which they came.
#[derive(Debug)]
pub(super) struct Arguments(Vec<(String, String)>);

impl Arguments {
    /// Reads both; where they differ the one wins that comes last.
    pub(super) fn read(query: &str, body: &[u8]) -> Self {
        let (query, body) = (oauth::form(query.as_bytes()), oauth::form(body));
        let (mut first, last) = if unconfirmed::BODY_WINS { (query, body) } else { (body, query) };
        first.extend(last);
        Self(first)
    }

    /// Returns a parameter; of several the last one counts.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Returns a parameter that is not empty.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Returns a parameter without which nothing can be done.
    pub(super) fn required(&self, name: &str) -> Result<&str, Refused> {
        self.given(name).ok_or_else(|| missing(name))
    }

    /// Reads a number, if there is one.
    pub(super) fn integer(&self, name: &str) -> Result<Option<i64>, Refused> {
        self.given(name).map(|text| number(text).ok_or_else(|| bad(name))).transpose()
    }

    /// Reads `1` or `0`; what is missing is no.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Refused> {
        match self.given(name) {
            None | Some("0") => Ok(false),
            Some("1") => Ok(true),
            Some(_) => Err(bad(name)),
        }
    }

    /// Reads a list that is separated by commas, no part of which is empty.
    pub(super) fn list(&self, name: &str) -> Result<Vec<&str>, Refused> {
        let parts = self.given(name).into_iter().flat_map(|text| text.split(','));
        parts.map(str::trim).map(|part| if part.is_empty() { Err(bad(name)) } else { Ok(part) }).collect()
    }

    /// Returns the parameters whose names begin like this, without that beginning.
    pub(super) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }
}

/// The refusal for want of a value.
pub(super) fn missing(name: &str) -> Refused {
    Refused(format!("{}{name}", unconfirmed::MISSING_PARAMETER))
}

/// The refusal of a value.
pub(super) fn bad(name: &str) -> Refused {
    Refused(format!("{}{name}", unconfirmed::BAD_VALUE))
}
