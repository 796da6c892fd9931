//! Tickets: the ticket system is asked before a session begins, and replies in its own time.

use std::collections::BTreeMap;

use super::{jumps, people, sessions};
use crate::live::session::JumpItem;
use crate::live::ticket::{Request, State};
use crate::random;
use crate::store::{int, text};
use crate::unconfirmed::ticket as unconfirmed;
use crate::world::Site;

/// What a ticket system replies.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) id: String,
    pub(crate) allowed: bool,
    pub(crate) message: Option<String>,
    pub(crate) attributes: BTreeMap<String, String>,
}

/// Why a reply does not count.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Rejected {
    /// There is no request with this URL.
    Unknown,
    /// It is wrong, for this reason.
    Bad(String),
    /// There was one already.
    Answered,
    Late,
}

/// Asks the ticket system for one start, and returns the id of the request.
///
/// # Errors
///
/// In words, if there is nothing to ask for.
pub(crate) fn ask(
    site: &mut Site,
    now: i64,
    user: i64,
    item: JumpItem,
    ticket: &str,
) -> Result<String, String> {
    jumps::check(site, user, &item)?;
    if ticket.is_empty() {
        return Err("`ticket_id`: the Jump Policy demands one".to_owned());
    }
    let (id, key) = (site.live.rng.hex(32), random::token());
    let mut fields = vec![
        ("request_id".to_owned(), id.clone()),
        ("ticket_id".to_owned(), ticket.to_owned()),
        ("response_url".to_owned(), response_url(site, &key)),
    ];
    fields.extend(described(site, &item));
    fields.extend(person(site, user));
    let tickets = &mut site.live.tickets;
    tickets.last_number = tickets.last_number.saturating_add(1);
    if tickets.requests.len() >= unconfirmed::REQUESTS_KEPT {
        tickets.requests.pop_front();
    }
    tickets.requests.push_back(Request {
        number: tickets.last_number,
        id: id.clone(),
        key,
        ticket: ticket.to_owned(),
        user,
        item,
        made: now,
        fields,
        state: State::Made,
        under_way: false,
        message: None,
        lsid: None,
        error: None,
        refused_replies: 0,
        last_refusal: None,
    });
    Ok(id)
}

/// Where the reply to a request is to go.
pub(crate) fn response_url(site: &Site, key: &str) -> String {
    format!("{}{}{key}", site.origin, unconfirmed::REPLY_PATH)
}

fn described(site: &Site, item: &JumpItem) -> Vec<(String, String)> {
    let row = site.store.row(&item.table, 0, item.id).unwrap_or_default();
    let of = |name: &str| text(&row, name).to_owned();
    let kind = item.table.rsplit('/').next().unwrap_or_default().replace('-', "_");
    let group = int(&row, "jump_group_id").filter(|_| text(&row, "jump_group_type") != "personal");
    let group = group.and_then(|group| site.store.row("/jump-group", 0, group));
    let mut fields = vec![
        ("computer_name", of("hostname")),
        ("type", kind),
        ("comments", of("comments")),
        ("group", group.map(|group| text(&group, "name").to_owned()).unwrap_or_default()),
        ("tag", of("tag")),
    ];
    let jumpoint = int(&row, "jumpoint_id").and_then(|jumpoint| site.store.row("/jumpoint", 0, jumpoint));
    fields.extend(jumpoint.map(|jumpoint| ("jumpoint_name", text(&jumpoint, "name").to_owned())));
    let addresses = [("public_ip", of("public_ip")), ("private_ip", of("private_ip"))];
    let sent = |(_, value): &(&str, String)| !value.is_empty() || unconfirmed::EMPTY_ADDRESSES_ARE_SENT;
    fields.extend(addresses.into_iter().filter(sent));
    fields.into_iter().map(|(name, value)| (format!("jump_item.{name}"), value)).collect()
}

fn person(site: &Site, user: i64) -> Vec<(String, String)> {
    let names = people::names(site, user);
    let mail = site.store.row(people::USERS, 0, user).map(|row| text(&row, "email_address").to_owned());
    let fields = [
        ("id", user.to_string()),
        ("username", names.username),
        ("public_display_name", names.public),
        ("private_display_name", names.private),
        ("email_address", mail.unwrap_or_default()),
    ];
    fields.into_iter().map(|(name, value)| (format!("user.{name}"), value)).collect()
}

/// Notes whether the ticket system has taken a request.
pub(crate) fn received(site: &mut Site, number: u64, outcome: Result<u16, String>) {
    let Some(request) = site.live.tickets.requests.iter_mut().find(|request| request.number == number) else {
        return;
    };
    request.under_way = false;
    // The reply may have been quicker, or the time over.
    if request.state != State::Made {
        return;
    }
    match outcome {
        Ok(_) => request.state = State::Received,
        Err(why) => {
            request.state = State::Undelivered;
            request.error = Some(why);
            request.message = Some(unconfirmed::TOLD_UNREACHABLE.to_owned());
        }
    }
}

/// Takes a reply that has come to the URL with a key: the session begins, or not.
pub(crate) fn reply(
    site: &mut Site,
    now: i64,
    key: &str,
    reply: Result<Reply, String>,
) -> Result<(), Rejected> {
    let index = site.live.tickets.requests.iter().position(|request| request.key == key);
    let Some((index, request)) =
        index.and_then(|index| Some((index, site.live.tickets.requests.get(index)?.clone())))
    else {
        return Err(Rejected::Unknown);
    };
    let verdict = match request.state {
        State::Allowed | State::Denied => Err(Rejected::Answered),
        State::TimedOut | State::Undelivered => Err(Rejected::Late),
        State::Made if !unconfirmed::REPLIES_MAY_HURRY => {
            Err(Rejected::Bad("the request is still under way".to_owned()))
        }
        State::Made | State::Received => judged(site, &request, reply).map_err(Rejected::Bad),
    };
    let begun = match &verdict {
        Ok(reply) if reply.allowed => {
            let attributes = reply.attributes.clone();
            Some(jumps::begin_approved(site, now, request.user, request.item, attributes))
        }
        _ => None,
    };
    let Some(request) = site.live.tickets.requests.get_mut(index) else {
        return Err(Rejected::Unknown);
    };
    let reply = match verdict {
        Ok(reply) => reply,
        Err(rejected) => {
            request.refused_replies = request.refused_replies.saturating_add(1);
            request.last_refusal = Some(match &rejected {
                Rejected::Bad(why) => why.clone(),
                Rejected::Answered => unconfirmed::ANSWERED.1.to_owned(),
                Rejected::Late | Rejected::Unknown => unconfirmed::LATE.1.to_owned(),
            });
            return Err(rejected);
        }
    };
    request.state = if reply.allowed { State::Allowed } else { State::Denied };
    request.message = reply.message;
    match begun {
        Some(Ok(lsid)) => request.lsid = Some(lsid),
        // It was allowed, but cannot be any more.
        Some(Err(why)) => request.error = Some(why),
        None => {}
    }
    Ok(())
}

fn judged(site: &Site, request: &Request, reply: Result<Reply, String>) -> Result<Reply, String> {
    let reply = reply?;
    if reply.id != request.id {
        return Err("response_id: it is not that of the request".to_owned());
    }
    sessions::check_attributes(site, &BTreeMap::new(), &reply.attributes)
        .map_err(|trouble| format!("session.custom.{trouble}"))?;
    Ok(reply)
}

/// Denies what was not answered in time, and returns the second in which the next time is over.
pub(super) fn pass(site: &mut Site, now: i64) -> i64 {
    let tickets = &mut site.live.tickets;
    let within = tickets.system.as_ref().map_or(unconfirmed::REPLY_WITHIN, |system| system.timeout);
    let mut next = i64::MAX;
    for request in tickets.requests.iter_mut().filter(|request| request.state.is_open()) {
        let ends = request.made.saturating_add(within);
        if ends <= now {
            request.state = State::TimedOut;
            request.message = Some(unconfirmed::TOLD_LATE.to_owned());
        } else {
            next = next.min(ends);
        }
    }
    next
}
