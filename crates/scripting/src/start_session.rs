//! The addresses by which customers of Remote Support begin a session.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result, Site};

use crate::Evidence;
use crate::encoding::encode;

/// The path of the session generation API.
pub const START_SESSION: &str = "/api/start_session";

/// The parameters of the session generation API, and how each is known; one with a `*` at its end
/// stands for many.
pub const START_SESSION_PARAMETERS: &[(&str, Evidence)] = &[
    ("id", Evidence::Documented),
    ("name", Evidence::Documented),
    ("short_key", Evidence::Documented),
    ("issue_menu", Evidence::Reported),
    ("codeName", Evidence::Reported),
    ("c2cjs", Evidence::Documented),
    ("customer.*", Evidence::Documented),
    ("session.custom.*", Evidence::Documented),
];

/// An address at which a customer begins a session (RS): for a link, or a form of a public site. No
/// token is needed.
///
/// ```
/// use bt_sra_core::Site;
/// use bt_sra_scripting::rs::StartSession;
///
/// let start = StartSession::by_issue("printer").chat().customer("name", "Ada & Co")?;
/// let start = start.external_key("INC-1204");
/// assert_eq!(
///     start.url(&Site::parse("support.example.com")?),
///     "https://support.example.com/api/start_session?issue_menu=1&codeName=printer&c2cjs=1\
///      &customer.name=Ada%20%26%20Co&session.custom.external_key=INC-1204"
/// );
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct StartSession(Vec<(String, String)>);

impl StartSession {
    /// With whoever has this id, as lists of who is there tell it: presumably a representative. That
    /// it does without a name is not confirmed.
    #[must_use]
    pub fn by_id(id: i64) -> Self {
        Self::of("id", id.to_string())
    }

    /// With whoever has this name: presumably the one that customers see of a representative.
    #[must_use]
    pub fn by_name(name: impl Into<String>) -> Self {
        Self::of("name", name)
    }

    /// With a session key. The address opens what the key opens, as long as it does.
    #[must_use]
    pub fn by_short_key(key: impl Into<String>) -> Self {
        Self::of("short_key", key)
    }

    /// With the team of an issue, by its code name. Seen in links of others.
    #[must_use]
    pub fn by_issue(code_name: impl Into<String>) -> Self {
        Self::of("issue_menu", "1").and("codeName", code_name)
    }

    /// Begins with a chat in the browser: `c2cjs`.
    #[must_use]
    pub fn chat(self) -> Self {
        self.and("c2cjs", "1")
    }

    /// Says something of the customer: `customer.NAME`. Which names there are, no source at hand tells.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the name is none.
    pub fn customer(self, name: &str, value: impl Into<String>) -> Result<Self> {
        check(name)?;
        Ok(self.and(&format!("customer.{name}"), value))
    }

    /// Sets a custom field of the session by its code name: 1,024 characters, and 10 KB in all fields
    /// together.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the code name is none.
    pub fn custom(self, code_name: &str, value: impl Into<String>) -> Result<Self> {
        check(code_name)?;
        Ok(self.and(&format!("session.custom.{code_name}"), value))
    }

    /// Sets the key of another system, such as the number of a ticket.
    #[must_use]
    pub fn external_key(self, key: impl Into<String>) -> Self {
        self.and("session.custom.external_key", key)
    }

    /// Returns the path and its query.
    #[must_use]
    pub fn path(&self) -> String {
        let pairs = self.0.iter().map(|(name, value)| format!("{name}={}", encode(value)));
        format!("{START_SESSION}?{}", pairs.collect::<Vec<_>>().join("&"))
    }

    /// Returns the address on a site: a public site has one of its own.
    #[must_use]
    pub fn url(&self, site: &Site) -> String {
        format!("{site}{}", self.path())
    }

    fn of(name: &str, value: impl Into<String>) -> Self {
        Self(Vec::new()).and(name, value)
    }

    /// Sets a parameter; what it was before is gone.
    fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value.into(),
            None => self.0.push((name.to_owned(), value.into())),
        }
        self
    }
}

impl fmt::Debug for StartSession {
    /// Names only: the key of a session is among the values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// Code names are of letters, digits, `-` and `_`, 64 at most; what customers have is taken as alike.
fn check(name: &str) -> Result<()> {
    let is_one = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_');
    if (1..=64).contains(&name.len()) && name.bytes().all(is_one) {
        return Ok(());
    }
    let why = format!("{name:?} is no code name: 1 to 64 letters, digits, - and _");
    Err(Error::new(ErrorKind::InvalidRequest, why))
}
