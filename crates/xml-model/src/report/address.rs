//! Addresses of participants, and lengths of sessions, as reports write them.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use crate::Str;

/// The address of a participant, as it is written: with a port or without, or a word in its place.
///
/// ```
/// use bt_sra_xml_model::report::{Address, AddressKind};
///
/// let address = Address::from("[2001:db8::5]:40000");
/// assert_eq!((address.host(), address.port()), (Some("2001:db8::5"), Some(40000)));
/// assert_eq!(Address::from("Unknown").kind(), AddressKind::Unknown);
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(transparent)]
pub struct Address(Str);

/// What an [`Address`] is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AddressKind<'a> {
    /// With a port.
    Socket(SocketAddr),
    /// Without a port.
    Ip(IpAddr),
    /// The appliance does not know it, as with the console in a browser.
    Unknown,
    /// Anything else.
    Other(&'a str),
}

impl Address {
    /// Returns what is written, without white space around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns what it is.
    #[must_use]
    pub fn kind(&self) -> AddressKind<'_> {
        AddressKind::of(self.as_str())
    }

    /// Returns the host: an IP address without brackets, or a name.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let text = self.as_str();
        if self.kind() == AddressKind::Unknown {
            return None;
        }
        let host = match text.strip_prefix('[') {
            Some(rest) => rest.split_once(']').map_or(rest, |(host, _)| host),
            // An address of version 6 without brackets has more than one colon, and no port.
            None => {
                text.split_once(':').filter(|(_, rest)| !rest.contains(':')).map_or(text, |(host, _)| host)
            }
        };
        Some(host).filter(|host| !host.is_empty())
    }

    /// Returns the port.
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        let text = self.as_str();
        let port = match text.strip_prefix('[') {
            Some(rest) => rest.split_once("]:")?.1,
            None => text.split_once(':')?.1,
        };
        port.parse().ok()
    }

    /// Returns the IP address.
    #[must_use]
    pub fn ip(&self) -> Option<IpAddr> {
        match self.kind() {
            AddressKind::Socket(address) => Some(address.ip()),
            AddressKind::Ip(address) => Some(address),
            AddressKind::Unknown | AddressKind::Other(_) => None,
        }
    }

    /// Returns whether the appliance does not know it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.kind() == AddressKind::Unknown
    }
}

impl<'a> AddressKind<'a> {
    /// Tells what a text is.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let text = text.trim();
        if text.eq_ignore_ascii_case(UNKNOWN) {
            return Self::Unknown;
        }
        let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
        match (text.parse(), bare.parse()) {
            (Ok(address), _) => Self::Socket(address),
            (_, Ok(address)) => Self::Ip(address),
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for Address {
    fn from(text: &str) -> Self {
        Self(Str::from(text.trim()))
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl crate::Scalar for Address {
    const EXPECTED: &'static str = "an address";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

/// How long something took, as it is written: `HH:MM:SS`, with hours beyond 24.
#[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(transparent)]
pub struct Elapsed(Str);

impl Elapsed {
    /// Returns what is written, without white space around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the span, if it is written as `HH:MM:SS`.
    #[must_use]
    pub fn span(&self) -> Option<Duration> {
        let mut parts = self.0.split(':');
        let mut next = |most: u64| {
            let part = parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
            part.parse::<u64>().ok().filter(|number| *number <= most)
        };
        let (hours, minutes, seconds) = (next(u64::MAX)?, next(59)?, next(59)?);
        if parts.next().is_some() {
            return None;
        }
        let seconds = hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)?;
        Some(Duration::from_secs(seconds))
    }
}

impl From<&str> for Elapsed {
    fn from(text: &str) -> Self {
        Self(Str::from(text.trim()))
    }
}

impl std::fmt::Display for Elapsed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl crate::Scalar for Elapsed {
    const EXPECTED: &'static str = "a span of time";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

/// What stands where the appliance does not know a value.
pub(crate) const UNKNOWN: &str = "Unknown";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        for (text, kind, host, port) in [
            ("192.0.2.7:50111", "socket", Some("192.0.2.7"), Some(50111)),
            (" 10.9.0.7\n", "ip", Some("10.9.0.7"), None),
            ("[2001:db8::5]:40000", "socket", Some("2001:db8::5"), Some(40000)),
            ("2001:db8::5", "ip", Some("2001:db8::5"), None),
            ("[2001:db8::5]", "ip", Some("2001:db8::5"), None),
            ("::1", "ip", Some("::1"), None),
            ("Unknown", "unknown", None, None),
            ("unknown", "unknown", None, None),
            ("db-7:22", "other", Some("db-7"), Some(22)),
            ("db-7", "other", Some("db-7"), None),
            ("192.0.2.7:99999", "other", Some("192.0.2.7"), None),
            ("[", "other", None, None),
            ("", "other", None, None),
            (":", "other", None, None),
            ("[fe80::1%eth0]:5", "other", Some("fe80::1%eth0"), Some(5)),
        ] {
            let address = Address::from(text);
            let found = match address.kind() {
                AddressKind::Socket(_) => "socket",
                AddressKind::Ip(_) => "ip",
                AddressKind::Unknown => "unknown",
                AddressKind::Other(_) => "other",
            };
            assert_eq!((found, address.host(), address.port()), (kind, host, port), "{text}");
            assert_eq!(address.ip().is_some(), matches!(kind, "socket" | "ip"), "{text}");
            assert_eq!(address.as_str(), text.trim());
        }
    }

    #[test]
    fn spans_may_be_longer_than_a_day() {
        for (text, seconds) in [
            ("00:01:30", Some(90)),
            (" 100:00:01 ", Some(360_001)),
            ("1:2:3", Some(3723)),
            ("00:60:00", None),
            ("00:00", None),
            ("00:00:00:00", None),
            ("-1:00:00", None),
            ("+1:00:00", None),
            ("::", None),
            ("", None),
            ("18446744073709551615:00:00", None),
        ] {
            assert_eq!(Elapsed::from(text).span().map(|span| span.as_secs()), seconds, "{text}");
        }
    }
}
