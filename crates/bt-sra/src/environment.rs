//! Settings from environment variables, the names of which the vendor's own tools use.

use std::ffi::OsString;

use bt_sra_auth::ClientCredentials;
use bt_sra_core::{Error, ErrorKind, Result, Site};
use bt_sra_transport::Proxy;

use crate::{Connection, ConnectionBuilder};

/// All variables that are looked at.
const VARIABLES: [&str; 8] = [
    "BT_API_HOST",
    "BT_CLIENT_ID",
    "BT_CLIENT_SECRET",
    "BT_CA_FILE",
    "HTTPS_PROXY",
    "https_proxy",
    "NO_PROXY",
    "no_proxy",
];

impl<C> ConnectionBuilder<C> {
    /// Starts from the environment of the process; see [`from_lookup`](Self::from_lookup).
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that names what is missing or wrong.
    pub fn from_env() -> Result<Self> {
        Self::from_os_lookup(|name| std::env::var_os(name))
    }

    /// Starts from environment variables, looked up with `variable`:
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `BT_API_HOST` | the appliance |
    /// | `BT_CLIENT_ID`, `BT_CLIENT_SECRET` | the API account |
    /// | `BT_CA_FILE` | a PEM file of certificates to trust beside the system's |
    /// | `HTTPS_PROXY`, `NO_PROXY` (or in lower case) | the proxy, and where to do without |
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that names all variables that are missing, or the one that is wrong.
    pub fn from_lookup(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let (host, id, secret) = (set("BT_API_HOST"), set("BT_CLIENT_ID"), set("BT_CLIENT_SECRET"));
        let (Some(host), Some(id), Some(secret)) = (&host, &id, &secret) else {
            let missing = [("BT_API_HOST", host), ("BT_CLIENT_ID", id), ("BT_CLIENT_SECRET", secret)]
                .into_iter()
                .filter(|(_, value)| value.is_none())
                .map(|(name, _)| name)
                .collect::<Vec<_>>()
                .join(", ");
            return Err(Error::new(ErrorKind::Config, format!("not set: {missing}")));
        };
        let credentials = ClientCredentials::new(id.trim(), secret.trim());
        Self::to(host, set).map(|builder| builder.credentials(credentials))
    }

    /// As [`from_lookup`](Self::from_lookup), but without an API account: for what an appliance tells
    /// everybody.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that names what is missing or wrong.
    pub fn from_lookup_without_credentials(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        match set("BT_API_HOST") {
            Some(host) => Self::to(&host, set),
            None => Err(Error::new(ErrorKind::Config, "not set: BT_API_HOST")),
        }
    }

    /// Starts from the appliance, and whom to trust and how to get there.
    fn to(host: &str, set: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let site = Site::parse(host).map_err(|source| wrong("BT_API_HOST", source))?;
        let mut builder = Self::new(site);
        if let Some(path) = set("BT_CA_FILE") {
            let pem = std::fs::read_to_string(&path).map_err(|source| {
                Error::new(ErrorKind::Config, format!("BT_CA_FILE: `{path}` cannot be read"))
                    .with_source(source)
            })?;
            builder = builder.root_pem(&pem).map_err(|source| wrong("BT_CA_FILE", source))?;
        }
        let either = |upper: &str, lower: &str| set(upper).or_else(|| set(lower)).unwrap_or_default();
        let (all, except) = (either("HTTPS_PROXY", "https_proxy"), either("NO_PROXY", "no_proxy"));
        match Proxy::for_site(builder.site(), &all, &except).map_err(|source| wrong("HTTPS_PROXY", source))? {
            Some(proxy) => Ok(builder.proxy(proxy)),
            None => Ok(builder),
        }
    }

    fn from_os_lookup(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self> {
        // What cannot be read must not look as if it were not set.
        let is_broken = |name: &&str| variable(name).is_some_and(|value| value.to_str().is_none());
        if let Some(name) = VARIABLES.into_iter().find(is_broken) {
            return Err(Error::new(ErrorKind::Config, format!("{name}: not valid UTF-8")));
        }
        Self::from_lookup(|name| variable(name)?.into_string().ok())
    }
}

impl Connection {
    /// Starts from the environment of the process; see [`ConnectionBuilder::from_lookup`].
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that names what is missing or wrong.
    pub fn from_env() -> Result<ConnectionBuilder> {
        ConnectionBuilder::from_env()
    }
}

/// Names the variable in front of what is wrong with it.
fn wrong(name: &str, error: Error) -> Error {
    Error::new(ErrorKind::Config, name.to_owned()).with_source(error)
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    fn from(pairs: &[(&str, &str)]) -> Result<ConnectionBuilder> {
        ConnectionBuilder::from_lookup(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn all_missing_variables_are_named_at_once() {
        let error = from(&[("BT_CLIENT_ID", "id"), ("BT_API_HOST", " ")]).unwrap_err();
        assert_eq!(error.to_string(), "not set: BT_API_HOST, BT_CLIENT_SECRET");
    }

    #[cfg(unix)]
    #[test]
    fn a_variable_that_is_no_text_is_named_and_not_taken_for_missing() {
        use std::os::unix::ffi::OsStringExt as _;

        let broken = |name: &str| match name {
            "BT_CLIENT_SECRET" => Some(OsString::from_vec(b"hunter2\xff".to_vec())),
            _ => Some("a.example".into()),
        };
        let error = ConnectionBuilder::<Connection>::from_os_lookup(broken).unwrap_err();
        assert_eq!(error.to_string(), "BT_CLIENT_SECRET: not valid UTF-8");
    }

    #[test]
    fn only_variables_that_are_checked_are_looked_at() {
        let looked_at = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let builder = ConnectionBuilder::<Connection>::from_lookup(|name| {
            looked_at.borrow_mut().insert(name.to_owned());
            name.starts_with("BT_").then(|| "a.example".to_owned()).filter(|_| name != "BT_CA_FILE")
        });
        assert!(builder.is_ok());
        assert_eq!(looked_at.into_inner(), VARIABLES.map(str::to_owned).into());
    }

    #[test]
    fn a_wrong_variable_is_named_and_the_secret_is_not_shown() {
        let pairs =
            [("BT_API_HOST", "http://a.example"), ("BT_CLIENT_ID", "id"), ("BT_CLIENT_SECRET", "hunter2")];
        let error = from(&pairs).unwrap_err();
        assert_eq!(error.to_string(), "BT_API_HOST");
        assert!(error.source().unwrap().to_string().contains("loopback only"));
        let good = [("BT_API_HOST", "a.example"), ("BT_CLIENT_ID", "id"), ("BT_CLIENT_SECRET", "hunter2")];
        assert!(!format!("{:?}", from(&good).unwrap()).contains("hunter2"));
    }
}
