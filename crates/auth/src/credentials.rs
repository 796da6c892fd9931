//! What an API account identifies itself with.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bt_sra_core::{ExposeSecret, SecretString, Site};
use ring::digest;

use crate::TokenKey;

/// The client id and secret of an API account.
///
/// ```
/// use bt_sra_auth::ClientCredentials;
///
/// let credentials = ClientCredentials::new("0a1b2c", "hunter2");
/// assert!(!format!("{credentials:?}").contains("hunter2"));
/// ```
#[derive(Clone)]
pub struct ClientCredentials {
    id: String,
    secret: SecretString,
}

impl ClientCredentials {
    /// Takes id and secret as the appliance showed them.
    #[must_use]
    pub fn new(id: impl Into<String>, secret: impl Into<SecretString>) -> Self {
        Self { id: id.into(), secret: secret.into() }
    }

    /// Returns the client id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the value of a Basic `Authorization` header: over the raw pair, as the vendor
    /// documents it, without the percent-encoding of RFC 6749.
    pub(crate) fn basic(&self) -> SecretString {
        let pair = SecretString::from(format!("{}:{}", self.id, self.secret.expose_secret()));
        format!("Basic {}", STANDARD.encode(pair.expose_secret())).into()
    }

    /// Returns the key of their tokens: another secret has other tokens.
    pub(crate) fn key(&self, site: &Site) -> TokenKey {
        let mut hash = digest::Context::new(&digest::SHA256);
        for part in [&site.to_string(), &self.id, self.secret.expose_secret()] {
            hash.update(&part.len().to_be_bytes());
            hash.update(part.as_bytes());
        }
        TokenKey::new(hash.finish().as_ref())
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_made_from_the_raw_pair() {
        let credentials = ClientCredentials::new("id", "a+b/c=");
        assert_eq!(credentials.basic().expose_secret(), "Basic aWQ6YStiL2M9");
    }

    #[test]
    fn keys_differ_by_site_id_and_secret() {
        let key = |site: &str, id: &str, secret: &str| {
            ClientCredentials::new(id, secret).key(&Site::parse(site).unwrap())
        };
        let one = key("a.example", "b", "c");
        assert_eq!(one, key("a.example", "b", "c"));
        assert_ne!(one, key("a.example", "bc", ""));
        assert_ne!(one, key("a.example", "b", "d"));
        assert_ne!(one, key("a.example:8443", "b", "c"));
        assert_eq!(one.as_str().len(), 32);
    }
}
