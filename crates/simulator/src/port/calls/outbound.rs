//! Calls about recipients of outbound events.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Sent, invalid, not_found};
use crate::control::Control;
use crate::live::outbox::Recipient;
use crate::port::Refusal;
use crate::unconfirmed::outbound as unconfirmed;

/// The most events that one call fires.
const MOST: u64 = 1_000_000;

/// Shows the recipients.
pub(super) fn list(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(control.recipients())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    name: Option<String>,
    url: Option<String>,
    ca_pem: Option<String>,
    enabled: Option<bool>,
    custom_fields: Option<bool>,
    events: Option<Vec<String>>,
    retry_every: Option<u32>,
    give_up_after: Option<u32>,
}

/// Adds a recipient.
pub(super) fn add(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let settings: Settings = sent.members()?;
    let recipient = recipient(None, settings).map_err(invalid)?;
    let id = control.add_recipient(recipient).map_err(invalid)?;
    Ok(json!({ "id": id }))
}

/// Changes a recipient: what is not given stays.
pub(super) fn change(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let id = id(&sent)?;
    let old = control.recipient(id).ok_or_else(|| not_found(format!("there is no recipient {id}")))?;
    let recipient = recipient(Some(old), sent.members()?).map_err(invalid)?;
    control.set_recipient(id, recipient).map_err(invalid)?;
    Ok(json!({ "id": id }))
}

/// Removes a recipient.
pub(super) fn remove(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let id = id(&sent)?;
    match control.remove_recipient(id) {
        true => Ok(json!({ "removed": true })),
        false => Err(not_found(format!("there is no recipient {id}"))),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shower {
    count: Option<u64>,
    event: Option<String>,
    lsid: Option<String>,
    #[serde(default)]
    variables: Map<String, Value>,
}

/// Fires events, numbered by a variable of our own.
pub(super) fn fire(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let Shower { count, event, lsid, variables } = sent.members()?;
    let count = count.unwrap_or(1);
    if count > MOST {
        return Err(invalid(format!("count: {count} is more than {MOST}")));
    }
    let event = event.unwrap_or_else(|| unconfirmed::BEGIN.to_owned());
    let mut further = Vec::new();
    for (name, value) in variables {
        let Some(value) = value.as_str() else {
            return Err(invalid(format!("variables.{name}: must be a text")));
        };
        further.push((name, value.to_owned()));
    }
    let mut told = 0;
    for number in 1..=count {
        let own = std::iter::once((unconfirmed::NUMBER.to_owned(), number.to_string()));
        let all: Vec<(String, String)> = further.iter().cloned().chain(own).collect();
        told = control.fire_event(&event, lsid.as_deref(), &all).map_err(invalid)?;
    }
    Ok(json!({ "fired": count, "recipients": told }))
}

fn id(sent: &Sent) -> Result<i64, Refusal> {
    let text = sent.param(0);
    text.parse().map_err(|_| not_found(format!("there is no recipient `{text}`")))
}

fn recipient(old: Option<Recipient>, settings: Settings) -> Result<Recipient, String> {
    let given = |new: Option<String>, old: Option<&String>, name: &str| {
        new.or_else(|| old.cloned()).ok_or_else(|| format!("{name}: it is missing"))
    };
    let name = given(settings.name, old.as_ref().map(|old| &old.name), "name")?;
    let url = given(settings.url, old.as_ref().map(|old| &old.url), "url")?;
    let fresh = Recipient::new(name, url)?;
    let mut recipient = match old {
        Some(old) => Recipient { name: fresh.name, url: fresh.url, ..old },
        None => fresh,
    };
    if let Some(pem) = settings.ca_pem {
        recipient = recipient.ca_pem(pem)?;
    }
    if let Some(events) = settings.events {
        recipient = recipient.events(events)?;
    }
    if let Some(seconds) = settings.retry_every {
        recipient = recipient.retry_every(Duration::from_secs(seconds.into()));
    }
    if let Some(seconds) = settings.give_up_after {
        recipient = recipient.give_up_after(Duration::from_secs(seconds.into()));
    }
    let (enabled, custom) = (recipient.enabled, recipient.custom_fields);
    Ok(recipient
        .enabled(settings.enabled.unwrap_or(enabled))
        .custom_fields(settings.custom_fields.unwrap_or(custom)))
}
