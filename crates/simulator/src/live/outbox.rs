//! Outbound events: who is told, and what they have not been told yet.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use http::Uri;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use serde::{Deserialize, Serialize};

use crate::unconfirmed::outbound as unconfirmed;

/// All recipients of outbound events.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outbox {
    pub(crate) lines: Vec<Line>,
    /// The id that was given to a recipient last.
    pub(crate) last_id: i64,
    /// The number that was given to a message last.
    pub(crate) last_number: u64,
}

/// A recipient with its queue.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub(crate) id: i64,
    pub(crate) recipient: Recipient,
    pub(crate) queue: VecDeque<Message>,
    /// When the first message may be sent.
    pub(crate) next_try: i64,
    /// When the first message failed for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) failing_since: Option<i64>,
    /// The number of the first message, if it is on its way. One that was on its way when a state was
    /// saved is sent once more.
    #[serde(skip)]
    pub(crate) under_way: Option<u64>,
    pub(crate) attempts: u64,
    pub(crate) delivered: u64,
    pub(crate) given_up: u64,
    /// Why the last attempt failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_error: Option<String>,
}

/// An event for one recipient.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) number: u64,
    pub(crate) fields: Vec<(String, String)>,
}

/// A recipient of outbound events: where they go, which ones, and how often it is tried.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) ca_pem: Option<String>,
    pub(crate) enabled: bool,
    pub(crate) custom_fields: bool,
    /// Names of events; none is all.
    pub(crate) events: Vec<String>,
    /// Seconds between two attempts.
    pub(crate) retry_every: i64,
    /// Seconds from the first attempt until an event is given up.
    pub(crate) give_up_after: i64,
}

impl Recipient {
    /// A recipient of all events. The URL is `http` or `https`; its query is kept, and shown nowhere.
    ///
    /// # Errors
    ///
    /// In words, if the name is empty or the URL none that can be posted to.
    pub fn new(name: impl Into<String>, url: impl Into<String>) -> Result<Self, String> {
        let (name, url) = (name.into(), url.into());
        if name.is_empty() {
            return Err("name: it is empty".to_owned());
        }
        check_url(&url)?;
        Ok(Self {
            name,
            url,
            ca_pem: None,
            enabled: true,
            custom_fields: false,
            events: Vec::new(),
            retry_every: unconfirmed::RETRY_EVERY,
            give_up_after: unconfirmed::GIVE_UP_AFTER,
        })
    }

    /// Sets the certificate of the authority that the recipient's own is checked against, in place of
    /// the roots of the system.
    ///
    /// # Errors
    ///
    /// In words, if it is no certificate in PEM.
    pub fn ca_pem(mut self, pem: impl Into<String>) -> Result<Self, String> {
        let pem = pem.into();
        check_ca(&pem)?;
        self.ca_pem = Some(pem);
        Ok(self)
    }

    /// Sends only the events of these names.
    ///
    /// # Errors
    ///
    /// In words, if there is no event of a name.
    pub fn events(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Result<Self, String> {
        self.events = names.into_iter().map(Into::into).collect();
        match self.events.iter().find(|name| !unconfirmed::EVENTS.contains(&name.as_str())) {
            Some(name) => {
                Err(format!("events: there is no event `{name}`, but {}", unconfirmed::EVENTS.join(", ")))
            }
            None => Ok(self),
        }
    }

    /// Sets how long it waits after a failure before it tries again, in whole seconds.
    #[must_use]
    pub fn retry_every(mut self, span: Duration) -> Self {
        self.retry_every = seconds(span);
        self
    }

    /// Sets how long it tries before an event is dropped, in whole seconds.
    #[must_use]
    pub fn give_up_after(mut self, span: Duration) -> Self {
        self.give_up_after = seconds(span);
        self
    }

    /// Sets whether the custom fields of the session are sent with its events.
    #[must_use]
    pub fn custom_fields(mut self, on: bool) -> Self {
        self.custom_fields = on;
        self
    }

    /// Sets whether events are sent at all.
    #[must_use]
    pub fn enabled(mut self, on: bool) -> Self {
        self.enabled = on;
        self
    }

    /// Returns the URL without its query, which may hold a secret.
    #[must_use]
    pub fn place(&self) -> &str {
        place(&self.url)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recipient")
            .field("name", &self.name)
            .field("url", &self.place())
            .finish_non_exhaustive()
    }
}

/// What of a URL may be shown.
pub(crate) fn place(url: &str) -> &str {
    url.split('?').next().unwrap_or_default()
}

/// Sees that something can be posted to a URL.
pub(crate) fn check_url(url: &str) -> Result<(), String> {
    let uri: Uri = url.parse().map_err(|_| "url: it is no URL".to_owned())?;
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Err("url: it begins with neither http:// nor https://".to_owned());
    }
    if uri.authority().is_none_or(|authority| authority.as_str().contains('@')) {
        return Err("url: a user name has no place in it".to_owned());
    }
    if url.contains('#') {
        return Err("url: a fragment has no place in it".to_owned());
    }
    Ok(())
}

/// Sees that a text is a certificate in PEM.
pub(crate) fn check_ca(pem: &str) -> Result<(), String> {
    match CertificateDer::from_pem_slice(pem.as_bytes()) {
        Ok(_) => Ok(()),
        Err(_) => Err("ca_pem: it is no certificate in PEM".to_owned()),
    }
}

fn seconds(span: Duration) -> i64 {
    i64::try_from(span.as_secs()).unwrap_or(i64::MAX)
}
