//! An HTTP proxy that is asked for a tunnel.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, ExposeSecret, Result, SecretString, Site};
use http::uri::PathAndQuery;
use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::Matcher;

/// A proxy, reached by plain HTTP, that opens a tunnel (`CONNECT`) to the appliance. TLS runs
/// inside: the proxy sees the host, nothing else.
#[derive(Clone)]
pub struct Proxy {
    pub(crate) uri: Uri,
    pub(crate) authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Reads `http://[user:password@]host:port`, or `host:port`. User and password may be
    /// percent-encoded.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if it is none of these.
    pub fn parse(text: &str) -> Result<Self> {
        let rest = match text.trim().split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => rest,
            Some(_) => return Err(refuse("only http:// proxies are supported")),
            None => text.trim(),
        };
        let (rest, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if tail.contains('@') {
            // A password with such a character would be cut in two, and half of it shown.
            return Err(refuse("percent-encode `/`, `?` and `#` in user and password"));
        }
        let (user, authority) = match rest.rsplit_once('@') {
            Some((user, authority)) => (Some(user), authority),
            None => (None, rest),
        };
        let uri: Uri =
            format!("http://{authority}").parse().map_err(|_| refuse("host or port is malformed"))?;
        if uri.host().is_none_or(str::is_empty) {
            return Err(refuse("the host is missing"));
        }
        let proxy = Self { uri, authorization: None };
        let Some(user) = user else { return Ok(proxy) };
        let (user, password) = user.split_once(':').unwrap_or((user, ""));
        proxy.with_basic(&decoded(user)?, &decoded(password)?.into())
    }

    /// Returns the proxy for `site` by the rules of `HTTPS_PROXY` and `NO_PROXY`, whose values are
    /// passed in: none where `all` is empty, or `except` names the host, its domain or its network.
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse).
    pub fn for_site(site: &Site, all: &str, except: &str) -> Result<Option<Self>> {
        if all.trim().is_empty() || site.is_loopback() {
            return Ok(None);
        }
        let matcher = Matcher::builder().all("http://proxy.invalid").no(except).build();
        let uri = site.uri(PathAndQuery::from_static("/"))?;
        matcher.intercept(&uri).map(|_| Self::parse(all)).transpose()
    }

    /// Sets user and password for the proxy.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if the user contains a colon.
    pub fn with_basic(mut self, user: &str, password: &SecretString) -> Result<Self> {
        if user.contains(':') {
            return Err(refuse("the user must not contain a colon"));
        }
        let pair = format!("{user}:{}", password.expose_secret());
        let mut value = HeaderValue::from_str(&format!("Basic {}", base64(pair.as_bytes())))
            .map_err(|_| refuse("user or password cannot be sent"))?;
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(self)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy").field("uri", &self.uri).finish_non_exhaustive()
    }
}

fn refuse(why: &str) -> Error {
    Error::new(ErrorKind::Config, format!("the proxy address is not usable: {why}"))
}

fn decoded(text: &str) -> Result<String> {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| refuse("user or password is no UTF-8"))
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_host_and_port_with_or_without_scheme_and_user() {
        assert_eq!(Proxy::parse("proxy.example.com:3128").unwrap().uri, "http://proxy.example.com:3128");
        let proxy = Proxy::parse("http://me:p%40ss@proxy.example.com:3128/").unwrap();
        assert_eq!(proxy.uri, "http://proxy.example.com:3128");
        assert_eq!(proxy.authorization.as_ref().unwrap(), "Basic bWU6cEBzcw==");
        assert!(!format!("{proxy:?}").contains("bWU6"));
    }

    #[test]
    fn what_is_no_proxy_is_refused_without_repeating_it() {
        for text in [
            "https://proxy.example.com",
            "http://",
            "socks5://x",
            "http://a:hunter2@b c",
            "http://u:20#hunter2@p",
        ] {
            let error = Proxy::parse(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(!format!("{error:?}").contains("hunter2"));
        }
    }

    #[test]
    fn exceptions_are_hosts_domains_and_networks() {
        let proxied = |site: &str, except: &str| {
            let site = Site::parse(site).unwrap();
            Proxy::for_site(&site, "proxy.example.com:3128", except).unwrap().is_some()
        };
        assert!(proxied("access.example.com", ""));
        assert!(proxied("access.example.com", "example.org, 192.0.2.0/24"));
        assert!(!proxied("access.example.com", "example.com"));
        assert!(!proxied("access.example.com", "localhost,.example.com"));
        assert!(!proxied("192.0.2.7", "192.0.2.0/24"));
        assert!(!proxied("access.example.com", "*"));
        assert!(!proxied("127.0.0.1:8443", ""));
        let exempt = Proxy::for_site(&Site::parse("a.example").unwrap(), "ftp://x", "a.example");
        assert!(exempt.unwrap().is_none());
        assert!(Proxy::for_site(&Site::parse("a.example").unwrap(), " ", "").unwrap().is_none());
        assert!(Proxy::for_site(&Site::parse("a.example").unwrap(), "ftp://x", "").is_err());
    }
}
