//! Who is told of events, and what is under way to them.

use serde_json::{Value, json};

use super::Control;
use crate::course;
use crate::delivery::{self, Delivery};
use crate::happenings::outbound;
use crate::live::outbox::{Line, Recipient};
use crate::scenario;
use crate::time;
use crate::unconfirmed::outbound as unconfirmed;
use crate::world::Site;

impl Control {
    /// Adds a recipient of outbound events, and returns its id.
    ///
    /// # Errors
    ///
    /// In words, if there is one of that name.
    pub fn add_recipient(&self, recipient: Recipient) -> Result<i64, String> {
        add(&mut self.appliance.site(), recipient)
    }

    /// Returns the settings of a recipient.
    #[must_use]
    pub fn recipient(&self, id: i64) -> Option<Recipient> {
        let site = self.appliance.site();
        site.live.outbox.lines.iter().find(|line| line.id == id).map(|line| line.recipient.clone())
    }

    /// Changes a recipient; what waits for it goes on waiting, and is tried at once.
    ///
    /// # Errors
    ///
    /// In words, if there is no such recipient, or another one of that name.
    pub fn set_recipient(&self, id: i64, recipient: Recipient) -> Result<(), String> {
        let mut site = self.appliance.site();
        let lines = &mut site.live.outbox.lines;
        if lines.iter().any(|line| line.id != id && line.recipient.name == recipient.name) {
            return Err(taken(&recipient));
        }
        let line = lines.iter_mut().find(|line| line.id == id);
        let line = line.ok_or_else(|| format!("there is no recipient {id}"))?;
        line.recipient = recipient;
        line.next_try = i64::MIN;
        Ok(())
    }

    /// Removes a recipient with all that waits for it. Tells whether there was one.
    pub fn remove_recipient(&self, id: i64) -> bool {
        let mut site = self.appliance.site();
        let before = site.live.outbox.lines.len();
        site.live.outbox.lines.retain(|line| line.id != id);
        site.live.outbox.lines.len() < before
    }

    /// Returns the recipients of outbound events: their settings, and how they do. Of a URL the query
    /// is left out.
    #[must_use]
    pub fn recipients(&self) -> Value {
        self.appliance.site().live.outbox.lines.iter().map(shown).collect()
    }

    /// Returns the names of the events that the product has.
    #[must_use]
    pub fn event_names(&self) -> Vec<&'static str> {
        let product = self.product();
        let known =
            |name: &&&str| product == bt_sra_core::Product::Rs || !unconfirmed::RS_ONLY.contains(*name);
        unconfirmed::EVENTS.iter().filter(known).copied().collect()
    }

    /// Puts an event into the queues of those who are to know of it, as if it had happened: with its
    /// standard variables, with those of a session if there is one, and with further ones. Returns how
    /// many recipients that are.
    ///
    /// # Errors
    ///
    /// In words, if there is no such event.
    pub fn fire_event(
        &self,
        name: &str,
        lsid: Option<&str>,
        variables: &[(String, String)],
    ) -> Result<usize, String> {
        let names = self.event_names();
        if !names.contains(&name) {
            return Err(format!("there is no event `{name}`, but {}", names.join(", ")));
        }
        let now = self.appliance.inner().time.now().second;
        Ok(outbound::fire(&mut self.appliance.site(), now, name, lsid, variables.to_vec()))
    }

    /// Takes something that is to be posted now, if there is such a thing: for those who have no
    /// server, which posts by itself. Of each recipient one thing at a time is under way, until
    /// [`delivered`](Self::delivered) says what came of it.
    #[must_use]
    pub fn take_delivery(&self) -> Option<Delivery> {
        let mut site = self.appliance.site();
        if delivery::is_idle(&site) {
            return None;
        }
        let now = self.appliance.inner().time.now();
        scenario::run(&mut site, now);
        course::settle(&mut site, now);
        delivery::take(&mut site, now.second)
    }

    /// Says what came of something that was taken: the status of the answer, or why there was none.
    pub fn delivered(&self, delivery: &Delivery, outcome: Result<u16, String>) {
        let now = self.appliance.inner().time.now().second;
        delivery::settle(&mut self.appliance.site(), now, delivery.what, outcome);
    }
}

/// Adds a recipient to a site.
pub(crate) fn add(site: &mut Site, recipient: Recipient) -> Result<i64, String> {
    let outbox = &mut site.live.outbox;
    if outbox.lines.iter().any(|line| line.recipient.name == recipient.name) {
        return Err(taken(&recipient));
    }
    outbox.last_id = outbox.last_id.saturating_add(1);
    outbox.lines.push(Line {
        id: outbox.last_id,
        recipient,
        queue: std::collections::VecDeque::new(),
        next_try: i64::MIN,
        failing_since: None,
        under_way: None,
        attempts: 0,
        delivered: 0,
        given_up: 0,
        last_error: None,
    });
    Ok(outbox.last_id)
}

fn taken(recipient: &Recipient) -> String {
    format!("name: there is a recipient `{}` already", recipient.name)
}

fn shown(line: &Line) -> Value {
    let recipient = &line.recipient;
    let status = match (recipient.enabled, line.failing_since) {
        (false, _) => "disabled",
        (true, None) => "ok",
        (true, Some(_)) => "failing",
    };
    let failing = line.failing_since;
    json!({
        "id": line.id,
        "name": recipient.name,
        "url": recipient.place(),
        "ca": recipient.ca_pem.is_some(),
        "enabled": recipient.enabled,
        "custom_fields": recipient.custom_fields,
        "events": recipient.events,
        "retry_every": recipient.retry_every,
        "give_up_after": recipient.give_up_after,
        "status": status,
        "queued": line.queue.len(),
        "under_way": line.under_way.is_some(),
        "attempts": line.attempts,
        "delivered": line.delivered,
        "given_up": line.given_up,
        "last_error": line.last_error,
        "failing_since": failing.map(time::text),
        "next_try": failing.map(|_| time::text(line.next_try)),
    })
}
