//! Who may send.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use bt_sra_core::{Error, ErrorKind, ExposeSecret, Result, SecretString};
use ipnet::IpNet;
use ring::digest;
use subtle::ConstantTimeEq;

use crate::Fields;

/// The parameter of the address that holds the secret, as the guide for ServiceNow calls it.
const PARAMETER: &str = "outbound_event_token";

/// Networks, as an allow list of those who send.
///
/// ```
/// use bt_sra_webhook::server::Networks;
///
/// let networks: Networks = "198.51.100.7, 2001:db8::/32".parse()?;
/// assert!(networks.contains("::ffff:198.51.100.7".parse().unwrap()));
/// assert!(!networks.contains("198.51.100.8".parse().unwrap()));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Returns whether one of them holds the address. One of IPv4 within IPv6 is one of IPv4.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Adds the networks of another list.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl FromStr for Networks {
    type Err = Error;

    /// Reads addresses and networks (`192.0.2.0/24`), separated by commas.
    fn from_str(text: &str) -> Result<Self> {
        let one = |text: &str| {
            let text = text.trim();
            let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
            network.map_err(|_| {
                let what = format!("`{}` is neither an address nor a network", super::notice::plain(text));
                Error::new(ErrorKind::Config, format!("{what}: write 192.0.2.7 or 192.0.2.0/24"))
            })
        };
        text.split(',').map(one).collect::<Result<_>>().map(Self)
    }
}

/// Who may send: whoever knows the secret, from an address that is allowed.
///
/// An appliance does not prove who it is. A secret in the address that it calls, addresses that
/// requests may come from, and TLS, which keeps the secret, are what there is.
#[derive(Clone)]
pub struct Gate {
    secret: Option<SecretString>,
    parameter: String,
    networks: Option<Networks>,
    path: Option<String>,
}

impl Gate {
    /// Lets everybody in.
    #[must_use]
    pub fn open() -> Self {
        Self { secret: None, parameter: PARAMETER.to_owned(), networks: None, path: None }
    }

    /// Asks for a secret in the query of the address: `?outbound_event_token=SECRET`. An empty one
    /// lets nobody in.
    #[must_use]
    pub fn secret(mut self, secret: SecretString) -> Self {
        self.secret = Some(secret);
        self
    }

    /// Calls the parameter with the secret otherwise.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>) -> Self {
        self.parameter = name.into();
        self
    }

    /// Lets only these networks in. Behind a proxy all requests come from the proxy.
    #[must_use]
    pub fn networks(mut self, networks: Networks) -> Self {
        self.networks = Some(networks);
        self
    }

    /// Answers at this path only; otherwise at all.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Judges a request. Returns its query without the secret, or why it is refused.
    pub(super) fn judge(&self, from: IpAddr, path: &str, query: &str) -> Result<Fields, Refusal> {
        if self.networks.as_ref().is_some_and(|networks| !networks.contains(from)) {
            return Err(Refusal::Address);
        }
        if self.path.as_ref().is_some_and(|known| known != path) {
            return Err(Refusal::Path);
        }
        // What is no query cannot hold the secret, and is nobody's but an attacker's otherwise.
        let query = Fields::from_form(query.as_bytes()).map_err(|_| Refusal::Query)?;
        let Some(secret) = &self.secret else { return Ok(query) };
        let given: Vec<&str> = query.all(&self.parameter).collect();
        let secret = secret.expose_secret();
        match given[..] {
            [] => return Err(Refusal::NoSecret),
            [given] if !secret.is_empty() && is_same(given, secret) => {}
            _ => return Err(Refusal::WrongSecret),
        }
        Ok(query.without(&self.parameter))
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate")
            .field("secret", &self.secret.is_some())
            .field("networks", &self.networks)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// Compares two texts in a time that tells nothing of either, not even their lengths.
pub(super) fn is_same(one: &str, two: &str) -> bool {
    let hash = |text: &str| digest::digest(&digest::SHA256, text.as_bytes());
    hash(one).as_ref().ct_eq(hash(two).as_ref()).into()
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Refusal {
    Address,
    Path,
    Query,
    NoSecret,
    WrongSecret,
}

impl Refusal {
    pub(super) fn status(self) -> u16 {
        match self {
            Self::Path => 404,
            Self::Query => 400,
            _ => 403,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "the address is not in the allow list",
            Self::Path => "there is nothing at that path",
            Self::Query => "the query of the address cannot be read",
            Self::NoSecret => "the address has no secret",
            Self::WrongSecret => "the secret in the address is wrong",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: Result<&str, Refusal>) {
        let gate = Gate::open().secret("hunter2".to_owned().into()).path("/hooks");
        let judged = gate.judge(IpAddr::from([192, 0, 2, 7]), "/hooks", query);
        let judged = judged.map(|fields| serde_json::to_string(&fields).unwrap());
        assert_eq!(judged.as_deref(), expected.as_ref().map(|text| *text), "{query}");
    }

    #[test]
    fn the_secret_is_asked_for_and_not_kept() {
        check("outbound_event_token=hunter2", Ok("{}"));
        check("appliance_id=5&outbound_event_token=hunter%32", Ok(r#"{"appliance_id":"5"}"#));
        check("outbound_event_token=hunter", Err(Refusal::WrongSecret));
        check("outbound_event_token=", Err(Refusal::WrongSecret));
        check("outbound_event_token=hunter2&outbound_event_token=x", Err(Refusal::WrongSecret));
        check("token=hunter2", Err(Refusal::NoSecret));
        check("a=%ff", Err(Refusal::Query));
    }

    #[test]
    fn the_address_comes_first() {
        let gate =
            Gate::open().secret("hunter2".to_owned().into()).networks("10.0.0.0/8,::1".parse().unwrap());
        let judge = |from: &str| gate.judge(from.parse().unwrap(), "/", "").unwrap_err();
        assert_eq!(judge("192.0.2.7"), Refusal::Address);
        assert_eq!(judge("::ffff:10.1.2.3"), Refusal::NoSecret);
        assert_eq!(judge("::1"), Refusal::NoSecret);
        let open = Gate::open().path("/hooks");
        assert_eq!(open.judge(IpAddr::from([127, 0, 0, 1]), "/", "").unwrap_err(), Refusal::Path);
        assert!(!format!("{gate:?}").contains("hunter2"));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in ["", "10.0.0.0/33", "example.com", "10.0.0.1,,10.0.0.2"] {
            assert_eq!(text.parse::<Networks>().unwrap_err().kind(), ErrorKind::Config, "{text}");
        }
    }
}
