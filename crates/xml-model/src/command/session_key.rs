//! `generate_session_key`: a key by which a customer begins a session (RS).

use std::fmt;

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{Document, Element, Extra, Fields, FromElement, Time};

/// A session key. Whoever has it can begin the session: it is meant for the customer alone.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SessionKey {
    /// What the key is for.
    #[serde(rename = "type")]
    pub kind: KeyType,
    /// Seconds that it is valid, which appliances were not seen to send lately.
    pub ttl: Option<u64>,
    /// Until when it is valid.
    pub expires: Time,
    /// Where the customer waits.
    pub queue: Queue,
    /// Which queue of that kind; none for the general one.
    pub queue_id: Option<i64>,
    /// The key of another system, if the request had one.
    pub external_key: Option<String>,
    /// What the customer types.
    pub short_key: String,
    /// What the customer follows instead.
    pub key_url: String,
    /// Subject of an invitation.
    pub mail_subject: String,
    /// Text of an invitation, with all its white space; see [`SessionKey::mail_text`].
    pub mail_body: String,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl SessionKey {
    /// Returns the text of the invitation without the white space around it.
    #[must_use]
    pub fn mail_text(&self) -> &str {
        self.mail_body.trim()
    }
}

impl fmt::Debug for SessionKey {
    /// Shows nothing with which the session could be begun.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionKey")
            .field("kind", &self.kind)
            .field("expires", &self.expires)
            .field("queue", &self.queue)
            .field("queue_id", &self.queue_id)
            .finish_non_exhaustive()
    }
}

impl Document for SessionKey {
    const ROOT: &'static str = "session_key";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self {
            kind: fields.needs("type")?,
            ttl: fields.guess("ttl"),
            expires: fields.needs_time("expires")?,
            queue: fields.needs_element("queue")?,
            queue_id: fields.child("queue_id")?,
            external_key: fields.child("external_key")?,
            short_key: fields.needs_word("short_key")?,
            key_url: fields.needs_word("key_url")?,
            mail_subject: fields.needs("mail_subject")?,
            mail_body: fields.needs("mail_body")?,
            extra: fields.extra(),
        })
    }
}

/// A queue.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Queue {
    /// What sort of queue it is.
    pub kind: QueueKind,
    /// `0` when nobody is there to answer; see [`Queue::is_available`].
    pub available: Option<i64>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Queue {
    /// Returns whether somebody is there to answer, if the document says.
    #[must_use]
    pub fn is_available(&self) -> Option<bool> {
        self.available.map(|available| available != 0)
    }
}

impl FromElement for Queue {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: QueueKind::from(fields.text().trim()),
            // A key was made: no doubtful detail may hide it.
            available: fields.guess_attribute("available"),
            extra: fields.extra(),
        })
    }
}

open_enum! {
    /// What a session key is for.
    pub enum KeyType {
        /// A support session.
        Support = "support",
    }

    /// What sort of queue a customer waits in.
    pub enum QueueKind {
        /// The queue of all.
        General = "general",
        /// That of a representative.
        Rep = "rep",
        /// That of a team.
        Team = "team",
        /// That of an issue.
        Issue = "issue",
        /// That of an embassy, in older versions.
        Embassy = "embassy",
    }
}
