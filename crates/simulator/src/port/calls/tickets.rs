//! Calls about the ticket system.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Sent, invalid};
use crate::control::Control;
use crate::live::ticket::{ReplyForm, TicketSystem};
use crate::port::Refusal;

/// Shows what it was asked.
pub(super) fn list(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(control.tickets())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    url: String,
    ca_pem: Option<String>,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    reply: ReplyForm,
    timeout: Option<u32>,
}

/// Sets the ticket system.
pub(super) fn set(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let Settings { url, ca_pem, sensitive, reply, timeout } = sent.members()?;
    let mut system = TicketSystem::new(url).map_err(invalid)?.reply(reply);
    if let Some(pem) = ca_pem {
        system = system.ca_pem(pem).map_err(invalid)?;
    }
    if let Some(seconds) = timeout {
        system = system.timeout(Duration::from_secs(seconds.into()));
    }
    control.set_ticket_system(Some(system.sensitive(sensitive).map_err(invalid)?));
    Ok(json!({ "set": true }))
}

/// Goes without one.
pub(super) fn clear(control: &Control, _: Sent) -> Result<Value, Refusal> {
    control.set_ticket_system(None);
    Ok(json!({ "set": false }))
}
