//! The ticket system, and what it was asked.

use serde_json::{Value, json};

use super::Control;
use crate::course;
use crate::happenings::tickets;
use crate::live::ticket::{Request, TicketSystem};
use crate::scenario;
use crate::time;
use crate::world::Site;

impl Control {
    /// Sets the ticket system that is asked before sessions to Jump Items begin whose Jump Policy
    /// demands a ticket, or none.
    pub fn set_ticket_system(&self, system: Option<TicketSystem>) {
        let mut site = self.appliance.site();
        site.live.tickets.system = system;
        course::wake(&mut site);
    }

    /// Returns the last requests to the ticket system, the oldest first: how far each is, and where
    /// its reply is to go. Ids of tickets that are secrets are left out.
    #[must_use]
    pub fn tickets(&self) -> Value {
        let now = self.appliance.inner().time.now();
        let mut site = self.appliance.site();
        scenario::run(&mut site, now);
        course::settle(&mut site, now);
        let site = &*site;
        site.live.tickets.requests.iter().map(|request| shown(site, request)).collect()
    }
}

fn shown(site: &Site, request: &Request) -> Value {
    let sensitive = site.live.tickets.system.as_ref().is_some_and(|system| system.sensitive);
    json!({
        "request_id": request.id,
        "ticket_id": if sensitive { None } else { Some(&request.ticket) },
        "response_url": tickets::response_url(site, &request.key),
        "user": request.user,
        "jump_item": request.item,
        "made": time::text(request.made),
        "state": request.state.as_str(),
        "message": request.message,
        "lsid": request.lsid,
        "error": request.error,
        "refused_replies": request.refused_replies,
        "last_refusal": request.last_refusal,
    })
}
