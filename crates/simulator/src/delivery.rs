//! What the appliance has to post to somebody else, and what came of it.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::live::outbox::{Line, place};
use crate::unconfirmed::outbound as unconfirmed;
use crate::world::Site;

/// A POST that is due: whoever takes it sends it, and says what came of it.
#[derive(Clone)]
pub struct Delivery {
    pub(crate) what: Parcel,
    url: String,
    ca_pem: Option<String>,
    body: String,
}

/// What is posted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Parcel {
    /// A message to the recipient with this id.
    Event { recipient: i64, number: u64 },
}

impl Delivery {
    /// The media type of the body.
    pub const MEDIA: &str = unconfirmed::MEDIA;

    /// Returns where it goes. The query may hold a secret.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the certificate of the authority that the other side's is checked against; without, the
    /// roots of the system count.
    #[must_use]
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// Returns the variables, as a form.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("what", &self.what)
            .field("url", &place(&self.url))
            .finish_non_exhaustive()
    }
}

/// Takes a message that is due: of each recipient the first one, unless that is under way.
pub(crate) fn take(site: &mut Site, now: i64) -> Option<Delivery> {
    let due = |line: &&mut Line| line.recipient.enabled && !line.under_way && now >= line.next_try;
    let line = site.live.outbox.lines.iter_mut().filter(due).find(|line| !line.queue.is_empty())?;
    let message = line.queue.front()?;
    line.under_way = true;
    line.attempts = line.attempts.saturating_add(1);
    Some(Delivery {
        what: Parcel::Event { recipient: line.id, number: message.number },
        url: line.recipient.url.clone(),
        ca_pem: line.recipient.ca_pem.clone(),
        body: form(&message.fields),
    })
}

/// Notes what came of a message: the status of the answer, or why there is none.
pub(crate) fn settle(site: &mut Site, now: i64, what: Parcel, outcome: Result<u16, String>) {
    let Parcel::Event { recipient, number } = what;
    let Some(line) = site.live.outbox.lines.iter_mut().find(|line| line.id == recipient) else {
        return;
    };
    // Something else may be first now: a state was loaded meanwhile.
    if line.queue.front().is_none_or(|message| message.number != number) {
        return;
    }
    line.under_way = false;
    let Err(why) = outcome.and_then(judged) else {
        line.queue.pop_front();
        line.delivered = line.delivered.saturating_add(1);
        (line.failing_since, line.last_error, line.next_try) = (None, None, now);
        return;
    };
    line.last_error = Some(why);
    let since = *line.failing_since.get_or_insert(now);
    if now.saturating_sub(since) >= line.recipient.give_up_after {
        line.queue.pop_front();
        line.given_up = line.given_up.saturating_add(1);
        (line.failing_since, line.next_try) = (None, now);
    } else {
        line.next_try = now.saturating_add(line.recipient.retry_every);
    }
}

/// Only one status is documented as success.
fn judged(status: u16) -> Result<u16, String> {
    match status {
        200 => Ok(status),
        201..=299 if unconfirmed::OTHER_SUCCESS_COUNTS => Ok(status),
        _ => Err(format!("the answer has the status {status}, and not 200")),
    }
}

/// What is percent-encoded in forms; blanks become `+`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*').remove(b' ');

/// Writes a form.
fn form(fields: &[(String, String)]) -> String {
    let encode = |text: &str| utf8_percent_encode(text, ENCODED).to_string().replace(' ', "+");
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}
