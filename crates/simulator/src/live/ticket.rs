//! The ticket system of a site, and what it was asked.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::outbox::{check_ca, check_url, place};
use super::session::JumpItem;
use crate::unconfirmed::ticket as unconfirmed;

/// The ticket system, and the requests to it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tickets {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) system: Option<TicketSystem>,
    /// The last requests, in the order of their making.
    pub(crate) requests: VecDeque<Request>,
    pub(crate) last_number: u64,
}

/// A request for approval of one start.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    pub(crate) number: u64,
    /// What the reply names it by.
    pub(crate) id: String,
    /// What cannot be guessed of the URL for the reply.
    pub(crate) key: String,
    pub(crate) ticket: String,
    pub(crate) user: i64,
    pub(crate) item: JumpItem,
    pub(crate) made: i64,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) state: State,
    #[serde(skip)]
    pub(crate) under_way: bool,
    /// What the reply says to the user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
    /// The session that has begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) lsid: Option<String>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
    /// How many replies were refused, and why the last one was.
    pub(crate) refused_replies: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_refusal: Option<String>,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// It is to be sent, or on its way.
    Made,
    /// The ticket system has it.
    Received,
    Allowed,
    Denied,
    /// No reply came in time.
    TimedOut,
    /// The ticket system could not be reached, or did not take it.
    Undelivered,
}

/// An external ticket system: where it is, and how it replies.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TicketSystem {
    pub(crate) url: String,
    pub(crate) ca_pem: Option<String>,
    pub(crate) sensitive: bool,
    pub(crate) reply: ReplyForm,
    /// Seconds until a request without a reply is denied.
    pub(crate) timeout: i64,
}

/// The form in which a reply is taken.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReplyForm {
    /// `application/x-www-form-urlencoded` only.
    Form,
    /// `application/json` only.
    Json,
    /// Either.
    #[default]
    Any,
}

impl State {
    /// Whether a reply can still come.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, Self::Made | Self::Received)
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Received => "received",
            Self::Allowed => "allowed",
            Self::Denied => "denied",
            Self::TimedOut => "timed_out",
            Self::Undelivered => "undelivered",
        }
    }
}

impl TicketSystem {
    /// A ticket system at a URL, whose query is kept, and shown nowhere.
    ///
    /// # Errors
    ///
    /// In words, if it is none that can be posted to.
    pub fn new(url: impl Into<String>) -> Result<Self, String> {
        let url = url.into();
        check_url(&url)?;
        Ok(Self {
            url,
            ca_pem: None,
            sensitive: false,
            reply: ReplyForm::Any,
            timeout: unconfirmed::REPLY_WITHIN,
        })
    }

    /// Sets the certificate of the authority that its own is checked against, in place of the roots of
    /// the system.
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

    /// Sets whether ids of tickets are secrets, which travel by `https` only.
    ///
    /// # Errors
    ///
    /// In words, if the URL is another.
    pub fn sensitive(mut self, on: bool) -> Result<Self, String> {
        if on && !self.url.starts_with("https:") {
            return Err("sensitive: it needs https".to_owned());
        }
        self.sensitive = on;
        Ok(self)
    }

    /// Sets the form in which replies are taken: any without.
    #[must_use]
    pub fn reply(mut self, form: ReplyForm) -> Self {
        self.reply = form;
        self
    }

    /// Sets how long a reply may take, in whole seconds.
    #[must_use]
    pub fn timeout(mut self, span: Duration) -> Self {
        self.timeout = i64::try_from(span.as_secs()).unwrap_or(i64::MAX);
        self
    }
}

impl fmt::Debug for TicketSystem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TicketSystem").field("url", &place(&self.url)).finish_non_exhaustive()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}
