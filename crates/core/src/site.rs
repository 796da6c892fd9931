//! The validated address of an appliance.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

use crate::{Error, ErrorKind, Result};

/// The address of an appliance: scheme, host and port, checked.
///
/// Takes what people have at hand: a bare host, `host:port`, or an `https` address with nothing
/// behind the host (a final `/` or `/login` is dropped). Plain `http` is for loopback only, since
/// the secret and the token would travel in the clear.
///
/// ```
/// use bt_sra_core::Site;
///
/// assert_eq!(Site::parse("Access.Example.com")?.to_string(), "https://access.example.com");
/// assert_eq!(Site::parse("https://access.example.com:8443/login")?.host(), "access.example.com");
/// assert!(Site::parse("http://access.example.com").is_err());
/// assert!(Site::parse("https://me:secret@access.example.com").is_err());
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Site {
    scheme: Scheme,
    authority: Authority,
}

impl Site {
    /// Checks the address of an appliance.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] with what is wrong and what to write instead.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (Scheme::HTTPS, rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (Scheme::HTTP, rest),
            Some(_) => return Err(refuse("the scheme must be https")),
            None => (Scheme::HTTPS, text),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        if authority.contains('@') {
            // Not repeated: what stands before the @ may be a password.
            return Err(refuse(
                "user information does not belong in the address; pass credentials separately",
            ));
        }
        if !matches!(tail.trim_end_matches('/'), "" | "/login") {
            return Err(refuse("a path or query does not belong in the address; write the host alone"));
        }
        let authority = parse_authority(authority, &scheme)?;
        let site = Self { scheme, authority };
        if site.scheme == Scheme::HTTP && !site.is_loopback() {
            return Err(refuse(
                "plain http would send the secret in the clear and is allowed to loopback only; write https",
            ));
        }
        Ok(site)
    }

    /// Returns a site that does not exist and never will, for what is never sent.
    #[must_use]
    pub fn nowhere() -> Self {
        Self { scheme: Scheme::HTTPS, authority: Authority::from_static("nowhere.invalid") }
    }

    /// Returns the host in lower case, an IPv6 address in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.authority.host()
    }

    /// Returns the port, 443 (or 80) when none was given.
    #[must_use]
    pub fn port(&self) -> u16 {
        let default = if self.scheme == Scheme::HTTP { 80 } else { 443 };
        self.authority.port_u16().unwrap_or(default)
    }

    /// Returns the scheme.
    #[must_use]
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// Returns whether the host is this machine by its own name or a loopback address.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let host = self.host();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost"
            || bare.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
            || bare.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
    }

    /// Returns the full address of a path (with query) of this site.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the path cannot stand in an address.
    pub fn uri(&self, path_and_query: PathAndQuery) -> Result<Uri> {
        Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(path_and_query)
            .build()
            .map_err(|source| Error::new(ErrorKind::InvalidRequest, "not a path").with_source(source))
    }

    /// Returns whether `uri` is on this site: same scheme, host and port.
    #[must_use]
    pub fn covers(&self, uri: &Uri) -> bool {
        let Some(host) = uri.host() else { return false };
        let port = uri.port_u16().unwrap_or(if uri.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 });
        uri.scheme() == Some(&self.scheme) && host.eq_ignore_ascii_case(self.host()) && port == self.port()
    }
}

fn refuse(why: &str) -> Error {
    Error::new(ErrorKind::Config, format!("the address of the appliance is not usable: {why}"))
}

/// Checks host and port, and writes what is the same in one way: one site has one token.
fn parse_authority(text: &str, scheme: &Scheme) -> Result<Authority> {
    if text.is_empty() {
        return Err(refuse("the host is missing"));
    }
    if !text.is_ascii() {
        return Err(refuse("the host has letters beyond ASCII; write its xn-- form"));
    }
    let authority: Authority = text
        .to_ascii_lowercase()
        .parse()
        .map_err(|source| refuse("the host or port is malformed").with_source(source))?;
    let host = authority.host();
    let port = text.get(host.len()..).unwrap_or_default();
    let port_is_good = port.is_empty() || authority.port_u16().is_some_and(|port| port != 0);
    if !port_is_good {
        return Err(refuse("the port must be a number from 1 to 65535"));
    }
    let bracketed = host.starts_with('[');
    let named = !host.is_empty()
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
    if !bracketed && !named {
        return Err(refuse("the host has a character that no host name has"));
    }
    if bracketed && host.trim_matches(['[', ']']).parse::<Ipv6Addr>().is_err() {
        return Err(refuse("what stands in brackets is no IPv6 address"));
    }
    let default = if *scheme == Scheme::HTTP { 80 } else { 443 };
    let port = authority.port_u16().filter(|port| *port != default);
    let host = if bracketed { host } else { host.trim_end_matches('.') };
    if host.is_empty() {
        return Err(refuse("the host is missing"));
    }
    let plain = port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    plain.parse().map_err(|source| refuse("the host or port is malformed").with_source(source))
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Site({self})")
    }
}

impl FromStr for Site {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&str, &str>) {
        match (Site::parse(text), expect) {
            (Ok(site), Ok(want)) => assert_eq!(site.to_string(), want),
            (Err(error), Err(want)) => {
                assert_eq!(error.kind(), ErrorKind::Config);
                assert!(error.to_string().contains(want), "{error}");
            }
            (got, want) => panic!("{text}: got {got:?}, expected {want:?}"),
        }
    }

    #[test]
    fn addresses_people_have_at_hand_are_taken() {
        check("access.example.com", Ok("https://access.example.com"));
        check(" ACCESS.example.com ", Ok("https://access.example.com"));
        check("access.example.com:8443", Ok("https://access.example.com:8443"));
        check("https://access.example.com/", Ok("https://access.example.com"));
        check("HTTPS://access.example.com/login/", Ok("https://access.example.com"));
        check("[::1]:8443", Ok("https://[::1]:8443"));
        check("access.example.com:443", Ok("https://access.example.com"));
        check("access.example.com.", Ok("https://access.example.com"));
        check("http://127.0.0.1:8080", Ok("http://127.0.0.1:8080"));
        check("http://localhost", Ok("http://localhost"));
    }

    #[test]
    fn what_cannot_be_an_appliance_is_refused_with_the_reason() {
        check("", Err("host is missing"));
        check("https://", Err("host is missing"));
        check("https://.:8443", Err("host is missing"));
        check("ftp://access.example.com", Err("scheme must be https"));
        check("http://access.example.com", Err("loopback only"));
        check("http://127.0.0.1.example.com", Err("loopback only"));
        check("https://access.example.com/api/config/v1", Err("path or query"));
        check("access.example.com?x=1", Err("path or query"));
        check("access.example.com:0", Err("port"));
        check("access.example.com:99999", Err("port"));
        check("access.example.com:", Err("port"));
        check("access example.com", Err("malformed"));
        check("bücher.example", Err("xn--"));
        check("[::1", Err("malformed"));
        check("[::zz]", Err("IPv6"));
        check("a*b.example", Err("character"));
    }

    #[test]
    fn user_information_is_refused_and_not_repeated() {
        let error = Site::parse("https://me:hunter2@access.example.com").unwrap_err();
        assert!(error.to_string().contains("user information"));
        assert!(!format!("{error:?}").contains("hunter2"));
    }

    #[test]
    fn another_port_is_another_site() {
        let site = Site::parse("access.example.com").unwrap();
        assert!(site.covers(&"https://ACCESS.example.com:443/x".parse().unwrap()));
        assert!(!site.covers(&"https://access.example.com:444/x".parse().unwrap()));
        assert!(!site.covers(&"http://access.example.com:443/x".parse().unwrap()));
        assert!(!site.covers(&"/x".parse().unwrap()));
    }
}
