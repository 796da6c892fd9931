//! Sessions: how they begin, who comes and goes, what is said, how they end.

use std::collections::BTreeMap;

use serde_json::json;

use super::keys::TEAM_USERS;
use super::{Trouble, machines, outbound, people};
use crate::live::session::{
    Customer, Event, Field, Issue, JumpItem, Line, Member, Party, Queue, Session, What,
};
use crate::store::set;
use crate::time;
use crate::unconfirmed;
use crate::world::Site;

/// The attribute that every site has.
pub(crate) const EXTERNAL_KEY: &str = "external_key";

/// What a session has from its beginning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    pub(crate) customer: Customer,
    pub(crate) queue: Option<Queue>,
    pub(crate) jump_item: Option<JumpItem>,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) priority: Option<i64>,
    pub(crate) skills: Vec<String>,
}

/// Begins a session, and returns its lsid.
pub(crate) fn begin(
    site: &mut Site,
    now: i64,
    customer: Customer,
    queue: Option<Queue>,
    jump_item: Option<JumpItem>,
) -> String {
    open(site, now, Opening { customer, queue, jump_item, ..Opening::default() })
}

/// The same of a session that has more.
pub(crate) fn open(site: &mut Site, now: i64, opening: Opening) -> String {
    let Opening { customer, queue, jump_item, attributes, priority, skills } = opening;
    if let Some(item) = jump_item.as_ref().filter(|item| item.table == "/jump-client")
        && let Some(row) = site.store.row_mut(&item.table, 0, item.id)
    {
        set(row, "last_access_timestamp", json!(time::text(now)));
    }
    let lsid = site.live.rng.hex(32);
    site.live.last_session += 1;
    site.live.sessions.push(Session {
        lsid: lsid.clone(),
        number: site.live.last_session,
        started: now,
        ended: None,
        owner: queue.clone(),
        queue,
        waited: None,
        members: Vec::new(),
        customer: Customer { present: true, since: now, ..customer },
        jump_item,
        attributes,
        priority,
        skills,
        events: Vec::new(),
    });
    note(site, now, &lsid, What::Started, Party::System, "");
    note(site, now, &lsid, What::CustomerJoined, Party::Customer, "");
    lsid
}

/// Somebody who is logged in joins a session; an API account may see to it.
pub(crate) fn join(
    site: &mut Site,
    now: i64,
    lsid: &str,
    user: i64,
    account: Option<i64>,
) -> Result<(), Trouble> {
    people::logged_in(site, user)?;
    let session = running(site, lsid)?;
    if session.has(user) {
        return Err(Trouble::State(unconfirmed::JOINED_ALREADY));
    }
    session.members.push(Member { user, since: now, left: None });
    // Somebody has taken it out of the queue.
    if let Some(queue) = session.queue.take() {
        session.waited = Some(queue);
    }
    let lsid = session.lsid.clone();
    let by = Party::User(user);
    happened(site, &lsid, Event { at: now, what: What::Joined, by, account, text: String::new() });
    outbound::tell_owner(site, now, &lsid);
    note_console(site, now, user, format!("Joined session {lsid}"));
    Ok(())
}

/// Somebody leaves a session; an API account may see to it.
pub(crate) fn leave(
    site: &mut Site,
    now: i64,
    lsid: &str,
    user: i64,
    account: Option<i64>,
) -> Result<(), Trouble> {
    let session = running(site, lsid)?;
    let member = session.members.iter_mut().find(|member| member.user == user && member.left.is_none());
    member.ok_or_else(|| Trouble::NoPerson(user.to_string()))?.left = Some(now);
    let lsid = &session.lsid.clone();
    let by = Party::User(user);
    happened(site, lsid, Event { at: now, what: What::Left, by, account, text: String::new() });
    note_console(site, now, user, format!("Left session {lsid}"));
    wait_again(site, now, lsid, user);
    outbound::tell_owner(site, now, lsid);
    end_if_empty(site, now, lsid);
    Ok(())
}

/// Puts a session back into a queue whose last member has left, and whose customer has not.
fn wait_again(site: &mut Site, now: i64, lsid: &str, last: i64) {
    let Some(session) = site.live.session_mut(lsid).filter(|session| {
        session.queue.is_none()
            && session.jump_item.is_none()
            && session.customer.present
            && session.present().next().is_none()
    }) else {
        return;
    };
    // In the queue of whoever has just left nobody would see it.
    let waited = session.waited.take().filter(|queue| *queue != Queue::Rep(last));
    let queue = waited.filter(|_| unconfirmed::LEFT_SESSIONS_RETURN).unwrap_or(Queue::General);
    let text = queue.name();
    session.queue = Some(queue);
    note(site, now, lsid, What::Transferred, Party::System, &text);
}

/// The customer leaves a session; an API account may see to it.
pub(crate) fn customer_leaves(
    site: &mut Site,
    now: i64,
    lsid: &str,
    account: Option<i64>,
) -> Result<(), Trouble> {
    let session = running(site, lsid)?;
    if !session.customer.present {
        return Err(Trouble::State(unconfirmed::CUSTOMER_IS_GONE));
    }
    session.customer.present = false;
    let by = Party::Customer;
    happened(site, lsid, Event { at: now, what: What::CustomerLeft, by, account, text: String::new() });
    end_if_empty(site, now, lsid);
    Ok(())
}

/// Puts a session into another queue.
pub(crate) fn transfer(
    site: &mut Site,
    now: i64,
    lsid: &str,
    queue: Queue,
    account: Option<i64>,
) -> Result<(), Trouble> {
    running(site, lsid)?;
    if let Queue::Rep(user) = queue
        && unconfirmed::TRANSFERS_GO_TO_THE_LOGGED_IN
    {
        people::logged_in(site, user)?;
    }
    if unconfirmed::TRANSFERS_TAKE_SESSIONS_AWAY {
        all_leave(site, now, lsid)?;
    }
    let session = running(site, lsid)?;
    let text = queue.name();
    session.queue = Some(queue);
    happened(site, lsid, Event { at: now, what: What::Transferred, by: Party::System, account, text });
    outbound::tell_owner(site, now, lsid);
    Ok(())
}

/// Everybody of the site leaves a session.
fn all_leave(site: &mut Site, now: i64, lsid: &str) -> Result<(), Trouble> {
    let session = running(site, lsid)?;
    let all: Vec<i64> = session.present().collect();
    for member in session.members.iter_mut().filter(|member| member.left.is_none()) {
        member.left = Some(now);
    }
    let text = format!("Left session {}", session.lsid);
    for user in &all {
        note(site, now, lsid, What::Left, Party::User(*user), "");
    }
    for user in all {
        note_console(site, now, user, text.clone());
    }
    Ok(())
}

/// Ends a session; an API account may do so.
pub(crate) fn end(
    site: &mut Site,
    now: i64,
    lsid: &str,
    by: Party,
    account: Option<i64>,
) -> Result<(), Trouble> {
    let lsid = running(site, lsid)?.lsid.clone();
    all_leave(site, now, &lsid)?;
    happened(site, &lsid, Event { at: now, what: What::Ended, by, account, text: String::new() });
    let index = site.live.sessions.iter().position(|session| session.lsid == lsid);
    let Some(mut session) = index.map(|index| site.live.sessions.remove(index)) else {
        return Err(Trouble::NoSession(lsid));
    };
    session.customer.present = false;
    session.queue = None;
    session.ended = Some(now);
    site.live.keep(session);
    Ok(())
}

/// Somebody says something in a session; an API account may do so in somebody's name.
pub(crate) fn say(
    site: &mut Site,
    now: i64,
    lsid: &str,
    by: Party,
    body: &str,
    account: Option<i64>,
) -> Result<(), Trouble> {
    check_body(body)?;
    let session = running(site, lsid)?;
    match by {
        Party::User(user) if !session.has(user) => return Err(Trouble::NoPerson(user.to_string())),
        Party::Customer if !session.customer.present => {
            return Err(Trouble::State(unconfirmed::CUSTOMER_IS_GONE));
        }
        _ => {}
    }
    happened(site, lsid, Event { at: now, what: What::Chat, by, account, text: body.to_owned() });
    Ok(())
}

/// Somebody says something in the chat of a team.
pub(crate) fn say_to_team(site: &mut Site, team: i64, line: Line) -> Result<(), Trouble> {
    check_body(&line.body)?;
    if !site.store.has("/team", 0, team) {
        return Err(Trouble::NoQueue(format!("team:{team}")));
    }
    if let Some(to) = line.to
        && !site.store.has(TEAM_USERS, team, to)
    {
        return Err(Trouble::NoPerson(to.to_string()));
    }
    let chat = site.live.team_chats.entry(team).or_default();
    if chat.len() >= unconfirmed::SESSION_EVENTS_KEPT {
        chat.pop_front();
    }
    chat.push_back(line);
    Ok(())
}

/// Sets attributes of a running session; an empty text clears one.
pub(crate) fn set_attributes(
    site: &mut Site,
    now: i64,
    lsid: &str,
    changes: &BTreeMap<String, String>,
    account: Option<i64>,
) -> Result<(), Trouble> {
    let old = running(site, lsid)?.attributes.clone();
    check_attributes(site, &old, changes)?;
    let session = running(site, lsid)?;
    for (name, value) in changes {
        if value.is_empty() {
            session.attributes.remove(name);
        } else {
            session.attributes.insert(name.clone(), value.clone());
        }
    }
    let names: Vec<&str> = changes.keys().map(String::as_str).collect();
    let text = names.join(", ");
    happened(site, lsid, Event { at: now, what: What::Attributes, by: Party::System, account, text });
    Ok(())
}

/// Checks attributes that are to be set beside those that a session has.
pub(crate) fn check_attributes(
    site: &Site,
    old: &BTreeMap<String, String>,
    changes: &BTreeMap<String, String>,
) -> Result<(), Trouble> {
    for (name, value) in changes {
        if !is_field(site, name) {
            return Err(Trouble::Value(name.clone(), "no such custom field is configured"));
        }
        if value.chars().count() > unconfirmed::LONGEST_ATTRIBUTE {
            return Err(Trouble::Value(name.clone(), "it is too long"));
        }
    }
    let mut all = old.clone();
    all.extend(changes.clone());
    if all.values().map(String::len).sum::<usize>() > unconfirmed::MOST_ATTRIBUTES {
        let name = changes.keys().next_back().cloned().unwrap_or_default();
        return Err(Trouble::Value(name, "all attributes together are too long"));
    }
    Ok(())
}

/// Whether sessions have an attribute of this name.
pub(crate) fn is_field(site: &Site, name: &str) -> bool {
    name == EXTERNAL_KEY || site.live.fields.iter().any(|field| field.code_name == name)
}

/// Configures a custom field, or renames it.
pub(crate) fn configure_field(site: &mut Site, code_name: &str, display_name: &str) -> Result<(), Trouble> {
    check_code_name(code_name)?;
    if code_name == EXTERNAL_KEY {
        return Err(Trouble::Value("code_name".to_owned(), "every site has this one"));
    }
    site.live.fields.retain(|field| field.code_name != code_name);
    let field = Field { code_name: code_name.to_owned(), display_name: display_name.to_owned() };
    site.live.fields.push(field);
    Ok(())
}

/// Returns what a code name is displayed as.
pub(crate) fn display_name<'a>(site: &'a Site, code_name: &'a str) -> &'a str {
    if code_name == EXTERNAL_KEY {
        return unconfirmed::EXTERNAL_KEY_DISPLAY;
    }
    let field = site.live.fields.iter().find(|field| field.code_name == code_name);
    field.map_or(code_name, |field| &field.display_name)
}

/// Configures an issue of a team, and returns its id.
pub(crate) fn add_issue(site: &mut Site, code_name: &str, title: &str, team: i64) -> Result<i64, Trouble> {
    if !site.store.has("/team", 0, team) {
        return Err(Trouble::NoQueue(format!("team:{team}")));
    }
    check_code_name(code_name)?;
    if title.is_empty() {
        return Err(Trouble::Value("title".to_owned(), "it is empty"));
    }
    if site.live.issues.iter().any(|issue| issue.code_name == code_name) {
        return Err(Trouble::State("there is such an issue already"));
    }
    let id = site.live.issues.iter().map(|issue| issue.id).max().unwrap_or_default().saturating_add(1);
    let (code_name, title) = (code_name.to_owned(), title.to_owned());
    site.live.issues.push(Issue { id, code_name, title, team });
    Ok(id)
}

/// Configures a skill.
pub(crate) fn add_skill(site: &mut Site, code_name: &str) -> Result<(), Trouble> {
    check_code_name(code_name)?;
    if site.live.skills.iter().any(|skill| skill == code_name) {
        return Err(Trouble::State("there is such a skill already"));
    }
    site.live.skills.push(code_name.to_owned());
    Ok(())
}

fn check_code_name(code_name: &str) -> Result<(), Trouble> {
    let letters = code_name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if !letters || !(1..=64).contains(&code_name.len()) {
        return Err(Trouble::Value("code_name".to_owned(), "it is no code name"));
    }
    Ok(())
}

/// Whether a session goes to something that is not there any more.
pub(crate) fn is_adrift(site: &Site) -> bool {
    let mut items = site.live.sessions.iter().filter_map(|session| session.jump_item.as_ref());
    items.any(|item| !site.store.has(&item.table, 0, item.id))
}

/// Puts sessions into the general queue whose own queue is gone, and ends those whose machine is.
pub(super) fn pass(site: &mut Site, now: i64) {
    let cut: Vec<String> = site
        .live
        .sessions
        .iter()
        .filter(|session| session.customer.present)
        .filter(|session| {
            let item = session.jump_item.as_ref();
            item.is_some_and(|item| !machines::is_reachable(site, &item.table, item.id))
        })
        .map(|session| session.lsid.clone())
        .collect();
    for lsid in cut {
        // They run, and the machine is in them.
        let _ = customer_leaves(site, now, &lsid, None);
        if unconfirmed::SESSIONS_END_WITH_THEIR_MACHINE {
            let _ = end(site, now, &lsid, Party::System, None);
        }
    }
    let mut moved = Vec::new();
    let (store, live) = (&site.store, &mut site.live);
    for session in &mut live.sessions {
        let gone = match session.queue {
            Some(Queue::Team(team)) => !store.has("/team", 0, team),
            Some(Queue::Issue(ref name)) => {
                let issue = live.issues.iter().find(|issue| issue.code_name == *name);
                issue.is_none_or(|issue| !store.has("/team", 0, issue.team))
            }
            Some(Queue::Rep(user)) => !live.people.contains_key(&user) && !store.has(people::USERS, 0, user),
            _ => false,
        };
        if gone {
            session.queue = Some(Queue::General);
            moved.push(session.lsid.clone());
        }
    }
    for lsid in moved {
        outbound::tell_owner(site, now, &lsid);
    }
}

fn running<'a>(site: &'a mut Site, lsid: &str) -> Result<&'a mut Session, Trouble> {
    site.live.session_mut(lsid).ok_or_else(|| Trouble::NoSession(lsid.to_owned()))
}

/// A session ends that nobody is in any more.
fn end_if_empty(site: &mut Site, now: i64, lsid: &str) {
    let empty = site
        .live
        .session(lsid)
        .is_some_and(|session| !session.customer.present && session.present().next().is_none());
    // In a session to a machine nobody waits.
    let idle = site.live.session(lsid).is_some_and(|session| {
        session.jump_item.is_some() && session.queue.is_none() && session.present().next().is_none()
    });
    if empty || idle {
        // It runs: it was found just now.
        let _ = end(site, now, lsid, Party::System, None);
    }
}

fn check_body(body: &str) -> Result<(), Trouble> {
    match body.chars().count() {
        0 => Err(Trouble::Value("body".to_owned(), "it is empty")),
        length if length > unconfirmed::LONGEST_MESSAGE => {
            Err(Trouble::Value("body".to_owned(), "it is too long"))
        }
        _ => Ok(()),
    }
}

fn note_console(site: &mut Site, now: i64, user: i64, text: String) {
    use crate::live::client::Connected;
    let console = site.live.clients.values_mut().find(|client| client.what == Connected::Console(user));
    if let Some(console) = console {
        console.note(now, text);
    }
}

/// Notes in a running session that something has happened, and tells it.
fn happened(site: &mut Site, lsid: &str, event: Event) {
    let Some(session) = site.live.session_mut(lsid) else {
        return;
    };
    let lsid = session.lsid.clone();
    // Of too many the oldest is forgotten.
    if session.events.len() >= unconfirmed::SESSION_EVENTS_KEPT {
        session.events.remove(0);
    }
    session.events.push(event.clone());
    outbound::tell(site, &lsid, &event);
}

fn note(site: &mut Site, at: i64, lsid: &str, what: What, by: Party, text: &str) {
    happened(site, lsid, Event { at, what, by, account: None, text: text.to_owned() });
}
