//! Who is let in: those who know the token and call loopback by its name.

use std::fmt;
use std::net::IpAddr;

use http::header::HOST;
use http::uri::Authority;
use http::{HeaderMap, StatusCode};
use subtle::ConstantTimeEq;

use super::Refusal;
use crate::oauth;

/// The keeper of the token.
#[derive(Clone)]
pub(super) struct Gate {
    token: String,
}

impl Gate {
    pub(super) fn new(token: String) -> Self {
        Self { token }
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Lets a request in, or says why not. A page of a browser that was sent here under another
    /// name is turned away, whatever it knows.
    pub(super) fn admit(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut hosts = headers.get_all(HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok());
        if hosts.next().is_some() || !host.is_some_and(is_loopback) {
            let text = "the Host of a request must be a name of loopback: 127.0.0.1, [::1] or localhost";
            return Err(Refusal(StatusCode::FORBIDDEN, text.to_owned()));
        }
        let token = oauth::bearer(headers).unwrap_or_default();
        if bool::from(token.as_bytes().ct_eq(self.token.as_bytes())) {
            return Ok(());
        }
        let text = "the request needs `Authorization: Bearer TOKEN` with the token of the control port";
        Err(Refusal(StatusCode::UNAUTHORIZED, text.to_owned()))
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").finish_non_exhaustive()
    }
}

fn is_loopback(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host();
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    !host.contains('@')
        && (name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use http::header::AUTHORIZATION;

    use super::*;

    #[track_caller]
    fn check(host: &str, authorization: &str, expected: u16) {
        let gate = Gate::new("sesame".to_owned());
        let mut headers = HeaderMap::new();
        for (name, value) in [(HOST, host), (AUTHORIZATION, authorization)] {
            if !value.is_empty() {
                headers.insert(name, HeaderValue::from_str(value).unwrap());
            }
        }
        let status = gate.admit(&headers).map_or_else(|refusal| refusal.0.as_u16(), |()| 200);
        assert_eq!(status, expected, "{host} {authorization}");
    }

    #[test]
    fn only_the_token_opens() {
        check("127.0.0.1:4711", "Bearer sesame", 200);
        for wrong in ["", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesame2", "Basic sesame", "sesame"] {
            check("127.0.0.1:4711", wrong, 401);
        }
    }

    #[test]
    fn only_names_of_loopback_are_answered() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:4", "[::1]", "[::1]:80"] {
            check(host, "Bearer sesame", 200);
        }
        for host in
            ["", "example.com", "localhost.example.com", "127.0.0.1.example.com:80", "0.0.0.0", "[::]:80"]
        {
            check(host, "Bearer sesame", 403);
        }
        check("evil@localhost", "Bearer sesame", 403);
    }

    #[test]
    fn two_hosts_are_none() {
        let mut headers = HeaderMap::new();
        headers.append(HOST, HeaderValue::from_static("localhost"));
        headers.append(HOST, HeaderValue::from_static("localhost"));
        assert!(Gate::new("x".to_owned()).admit(&headers).is_err());
    }

    #[test]
    fn the_token_is_not_shown() {
        assert!(!format!("{:?}", Gate::new("sesame".to_owned())).contains("sesame"));
    }
}
