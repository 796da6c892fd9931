//! What the appliance has to post to somebody else, and what came of it.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::happenings::tickets;
use crate::live::outbox::{Line, place};
use crate::live::ticket::{Request, State};
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
    /// The request with this number to the ticket system.
    Ticket { number: u64 },
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

/// Whether there is nobody to whom anything could be posted.
pub(crate) fn is_idle(site: &Site) -> bool {
    site.live.outbox.lines.is_empty() && site.live.tickets.system.is_none()
}

/// Takes a request to the ticket system, or a message that is due.
pub(crate) fn take(site: &mut Site, now: i64) -> Option<Delivery> {
    take_ticket(site).or_else(|| take_event(site, now))
}

fn take_ticket(site: &mut Site) -> Option<Delivery> {
    let tickets = &mut site.live.tickets;
    let system = tickets.system.as_ref()?;
    let due = |request: &&mut Request| request.state == State::Made && !request.under_way;
    let request = tickets.requests.iter_mut().find(due)?;
    request.under_way = true;
    Some(Delivery {
        what: Parcel::Ticket { number: request.number },
        url: system.url.clone(),
        ca_pem: system.ca_pem.clone(),
        body: form(&request.fields),
    })
}

/// Takes a message: of each recipient the first one, unless that is under way.
fn take_event(site: &mut Site, now: i64) -> Option<Delivery> {
    let due = |line: &&mut Line| line.recipient.enabled && line.under_way.is_none() && now >= line.next_try;
    let line = site.live.outbox.lines.iter_mut().filter(due).find(|line| !line.queue.is_empty())?;
    let message = line.queue.front()?;
    line.under_way = Some(message.number);
    line.attempts = line.attempts.saturating_add(1);
    Some(Delivery {
        what: Parcel::Event { recipient: line.id, number: message.number },
        url: line.recipient.url.clone(),
        ca_pem: line.recipient.ca_pem.clone(),
        body: form(&message.fields),
    })
}

/// Notes what came of a delivery: the status of the answer, or why there is none.
pub(crate) fn settle(site: &mut Site, now: i64, what: Parcel, outcome: Result<u16, String>) {
    let outcome = outcome.and_then(judged);
    match what {
        Parcel::Event { recipient, number } => settle_event(site, now, (recipient, number), outcome),
        Parcel::Ticket { number } => tickets::received(site, number, outcome),
    }
}

fn settle_event(site: &mut Site, now: i64, (recipient, number): (i64, u64), outcome: Result<u16, String>) {
    let Some(line) = site.live.outbox.lines.iter_mut().find(|line| line.id == recipient) else {
        return;
    };
    // A state may have been loaded meanwhile, and the message have gone twice.
    if line.under_way != Some(number) {
        return;
    }
    line.under_way = None;
    let Err(why) = outcome else {
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
