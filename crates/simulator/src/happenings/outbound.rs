//! Outbound events: what happens in sessions, told to whoever is to know it.

use super::people;
use crate::live::outbox::Message;
use crate::live::session::{Event, Party, Queue, Session, What};
use crate::store::text;
use crate::unconfirmed::outbound as unconfirmed;
use crate::world::Site;
use bt_sra_core::Product;

/// A variable of an event.
type Field = (String, String);

fn field(name: &str, value: impl Into<String>) -> Field {
    (name.to_owned(), value.into())
}

/// Tells of an event of a running session, if recipients are to know of such.
pub(super) fn tell(site: &mut Site, lsid: &str, event: &Event) {
    if site.live.outbox.lines.is_empty() {
        return;
    }
    let name = match (event.what, &event.by) {
        (What::Started, _) => unconfirmed::BEGIN,
        (What::Ended, _) => unconfirmed::END,
        (What::CustomerJoined | What::CustomerLeft, _)
            if site.product == Product::Pra && !unconfirmed::MACHINES_ARE_MEMBERS =>
        {
            return;
        }
        (What::Joined | What::CustomerJoined, _) => unconfirmed::MEMBER_ADDED,
        (What::Left | What::CustomerLeft, _) => unconfirmed::MEMBER_DEPARTED,
        (What::Chat, _) if event.account.is_some() && !unconfirmed::API_CHATS_COME_BACK => return,
        (What::Chat, _) => unconfirmed::CHAT,
        (What::Transferred | What::Attributes, _) => return,
    };
    let mut fields = match event.what {
        What::Started | What::Ended => Vec::new(),
        _ => who(site, lsid, &event.by),
    };
    if event.what == What::Chat {
        fields.push(field(unconfirmed::CHAT_BODY, &event.text));
    }
    fire(site, event.at, name, Some(lsid), fields);
}

/// Tells of the owner of a session, if it has changed: whoever came first of those who are in it,
/// else the queue in which it waits.
pub(super) fn tell_owner(site: &mut Site, now: i64, lsid: &str) {
    let Some(session) = site.live.session_mut(lsid) else {
        return;
    };
    let owner = session.present().next().map(Queue::Rep).or_else(|| session.queue.clone());
    let Some(owner) = owner.filter(|owner| session.owner.as_ref() != Some(owner)) else {
        return;
    };
    if session.owner.replace(owner.clone()).is_some() {
        let fields = whose(site, &owner);
        fire(site, now, unconfirmed::OWNER_CHANGED, Some(lsid), fields);
    }
}

/// Tells of a survey that somebody has completed after a session.
pub(crate) fn tell_survey(site: &mut Site, now: i64, lsid: &str, by: &Party) {
    let name = match by {
        Party::User(_) => unconfirmed::REP_SURVEY,
        Party::Customer | Party::System => unconfirmed::CUSTOMER_SURVEY,
    };
    let fields = who(site, lsid, by);
    fire(site, now, name, Some(lsid), fields);
}

/// Puts an event into the queues of those who are to know of it, with its standard variables.
/// Returns how many these are.
pub(crate) fn fire(
    site: &mut Site,
    at: i64,
    name: &str,
    lsid: Option<&str>,
    mut further: Vec<Field>,
) -> usize {
    if site.product == Product::Pra && unconfirmed::RS_ONLY.contains(&name) {
        return 0;
    }
    let mut fields = vec![
        field("event", name),
        field("version", unconfirmed::VERSION),
        field("timestamp", at.to_string()),
    ];
    if unconfirmed::APPLIANCE_ID_IS_SENT
        && let Some(own) = site.live.appliances.all.first()
    {
        fields.push(field("appliance_id", &own.id));
    }
    let mut custom = Vec::new();
    if let Some(lsid) = lsid {
        fields.push(field("lsid", lsid));
        if let Some(session) = find(site, lsid) {
            let key = session.attributes.get(super::sessions::EXTERNAL_KEY);
            fields.push(field("external_key", key.cloned().unwrap_or_default()));
            let own = session.attributes.iter().filter(|(name, _)| *name != super::sessions::EXTERNAL_KEY);
            custom.extend(
                own.map(|(name, value)| (format!("{}{name}", unconfirmed::CUSTOM_FIELD), value.clone())),
            );
        }
    }
    fields.append(&mut further);
    let outbox = &mut site.live.outbox;
    let mut told = 0;
    for line in &mut outbox.lines {
        let wanted = &line.recipient.events;
        let is_told = line.recipient.enabled || unconfirmed::THE_DISABLED_QUEUE;
        if !is_told || !(wanted.is_empty() || wanted.iter().any(|wanted| wanted == name)) {
            continue;
        }
        let mut fields = fields.clone();
        if line.recipient.custom_fields {
            fields.extend(custom.clone());
        }
        outbox.last_number = outbox.last_number.saturating_add(1);
        line.queue.push_back(Message { number: outbox.last_number, fields });
        told += 1;
    }
    told
}

/// A session that runs, or is over.
fn find<'a>(site: &'a Site, lsid: &str) -> Option<&'a Session> {
    let ended = || site.live.ended.iter().rev().find(|session| session.lsid.eq_ignore_ascii_case(lsid));
    site.live.session(lsid).or_else(ended)
}

/// Describes a member of a session.
fn who(site: &Site, lsid: &str, by: &Party) -> Vec<Field> {
    match by {
        Party::User(user) => {
            let names = people::names(site, *user);
            vec![
                field("type", unconfirmed::REPRESENTATIVE),
                field("name", &names.public),
                field("display_name", &names.public),
                field("username", names.username),
                field("user_id", user.to_string()),
            ]
        }
        Party::Customer | Party::System => {
            let name = find(site, lsid).map(|session| session.customer.name.clone()).unwrap_or_default();
            vec![field("type", unconfirmed::CUSTOMER), field("name", &name), field("display_name", name)]
        }
    }
}

/// Describes the owner of a session.
fn whose(site: &Site, owner: &Queue) -> Vec<Field> {
    let (name, id) = match owner {
        Queue::General => (unconfirmed::GENERAL_QUEUE.to_owned(), 0),
        Queue::Rep(user) => (people::names(site, *user).public, *user),
        Queue::Team(team) => {
            let row = site.store.row("/team", 0, *team);
            (row.map(|row| text(&row, "name").to_owned()).unwrap_or_default(), *team)
        }
        Queue::Issue(name) => {
            let issue = site.live.issues.iter().find(|issue| issue.code_name == *name);
            (name.clone(), issue.map(|issue| issue.id).unwrap_or_default())
        }
    };
    let mut fields = match owner {
        Queue::Rep(user) => who(site, "", &Party::User(*user)),
        _ => Vec::new(),
    };
    fields.extend([field("conference_name", name), field("conference_id", id.to_string())]);
    fields
}
