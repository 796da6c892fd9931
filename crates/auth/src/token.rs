//! Tokens, and the seam for where they are kept.

use std::any::Any;
use std::fmt;

use async_trait::async_trait;
use bt_sra_core::{ExposeSecret, Result, SecretString, Timestamp};

/// A bearer token, and until when it is used.
#[derive(Clone)]
pub struct Token {
    value: SecretString,
    fresh_until: Timestamp,
}

impl Token {
    /// Takes a token and the moment from which on another is fetched, which is before its end.
    #[must_use]
    pub fn new(value: impl Into<SecretString>, fresh_until: Timestamp) -> Self {
        Self { value: value.into(), fresh_until }
    }

    /// Returns the token itself.
    #[must_use]
    pub fn value(&self) -> &SecretString {
        &self.value
    }

    /// Returns the moment from which on another is fetched.
    #[must_use]
    pub fn fresh_until(&self) -> Timestamp {
        self.fresh_until
    }

    /// Returns whether this is the same token.
    #[must_use]
    pub fn is(&self, other: &SecretString) -> bool {
        self.value.expose_secret() == other.expose_secret()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("fresh_until", &self.fresh_until).finish_non_exhaustive()
    }
}

/// Names the tokens of one account of one site: a hash over site, client id and secret, fit for
/// a file name.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TokenKey(String);

impl TokenKey {
    /// Takes a hash, of which the first 16 bytes are used.
    #[must_use]
    pub fn new(hash: &[u8]) -> Self {
        Self(hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Returns it in lower-case hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is known of an account.
#[derive(Clone, Debug, Default)]
pub enum TokenState {
    /// Nothing: a token has to be fetched.
    #[default]
    Empty,
    /// A token, perhaps an old one.
    Token(Token),
    /// Id or secret were refused; not to be tried again before this time.
    Refused(Timestamp),
}

/// Keeps tokens.
#[async_trait]
pub trait TokenStore: fmt::Debug + Send + Sync {
    /// Returns what is known.
    async fn load(&self, key: &TokenKey) -> Result<TokenState>;

    /// Replaces what is known.
    async fn save(&self, key: &TokenKey, state: TokenState) -> Result<()>;

    /// Waits until nobody else fetches a token of this account, and keeps it so until the flight
    /// is dropped.
    async fn begin(&self, key: &TokenKey) -> Result<Flight>;
}

/// The sole right to fetch a token; returned by dropping it.
pub struct Flight(#[expect(dead_code, reason = "held until it is dropped")] Box<dyn Any + Send>);

impl Flight {
    /// Wraps what gives the right back when dropped.
    #[must_use]
    pub fn new(guard: impl Any + Send) -> Self {
        Self(Box::new(guard))
    }
}

impl fmt::Debug for Flight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Flight")
    }
}
