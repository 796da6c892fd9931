//! The sessions of the live part, as reports tell them.

use bt_sra_core::Product;

use crate::happenings::people::{self, Names};
use crate::happenings::sessions;
use crate::history::story::{Customer, Event, Party as Who, Representative, Story};
use crate::live::person::INVITED;
use crate::live::session::{self, Party, Session, What};
use crate::store::{int, text};
use crate::world::Site;

/// The resource whose sessions are shells.
const SHELLS: &str = "/jump-item/shell-jump";

/// All sessions of the live part, in the order of their beginnings.
pub(super) fn all(site: &Site) -> Vec<&Session> {
    let mut all: Vec<&Session> = site.live.ended.iter().chain(&site.live.sessions).collect();
    all.sort_by_key(|session| (session.started, session.number));
    all
}

/// Finds one of them.
pub(super) fn find<'a>(site: &'a Site, lsid: &str) -> Option<&'a Session> {
    let ended = site.live.ended.iter().find(|session| session.lsid.eq_ignore_ascii_case(lsid));
    site.live.session(lsid).or(ended)
}

/// Whether the screen of a session was recorded.
pub(super) fn is_recorded(session: &Session) -> bool {
    session.ended.is_some() && !session.members.is_empty() && shells(session) == 0
}

/// How many shells of a session were recorded.
pub(super) fn shells(session: &Session) -> u64 {
    let shell = session.jump_item.as_ref().is_some_and(|item| item.table == SHELLS);
    u64::from(shell && session.ended.is_some() && !session.members.is_empty())
}

/// Tells a session.
pub(super) fn tell(site: &Site, session: &Session) -> Story {
    let access = site.product == Product::Pra;
    let number = site.history.count().saturating_add(session.number);
    let base = number.saturating_sub(1).saturating_mul(8) % 4_000_000 + 11;
    let customer = &session.customer;
    let customer = Customer {
        number: base,
        name: customer.name.clone(),
        public_ip: customer.ip.clone(),
        private_ip: "Unknown".to_owned(),
        hostname: customer.computer.clone(),
        system: customer.system.clone(),
        told: (!access).then(|| (String::new(), String::new())),
    };
    let mut story = Story {
        lsid: session.lsid.clone(),
        number,
        started: session.started,
        ended: session.ended,
        external_key: session.attributes.get(sessions::EXTERNAL_KEY).cloned().unwrap_or_default(),
        recorded: is_recorded(session),
        shells: shells(session),
        joined: session.members.first().filter(|_| !access).map(|member| member.since),
        customer,
        ..Story::default()
    };
    story.attributes = session
        .attributes
        .iter()
        .filter(|(name, _)| *name != sessions::EXTERNAL_KEY)
        .map(|(name, value)| (name.clone(), sessions::display_name(site, name).to_owned(), value.clone()))
        .collect();
    if let Some(item) = &session.jump_item {
        place(site, item, &mut story);
    }
    if !access {
        let portal = site.store.rows("/public-portal", 0).next();
        story.portal = portal.map(|(id, row)| (id, text(&row, "name").to_owned()));
    }
    for member in &session.members {
        add(site, base, member, session.ended, &mut story);
    }
    story.events = session.events.iter().filter_map(|event| told(site, access, &story, event)).collect();
    for person in &mut story.people {
        person.id = person.id.filter(|id| *id < INVITED);
    }
    story
}

/// Where the Jump Item is that a session goes to.
fn place(site: &Site, item: &session::JumpItem, story: &mut Story) {
    let Some(row) = site.store.row(&item.table, 0, item.id) else {
        return;
    };
    let name = |table: &str, id: i64| site.store.row(table, 0, id).map(|row| text(&row, "name").to_owned());
    if let Some(id) = int(&row, "jump_group_id") {
        story.jump_group = match text(&row, "jump_group_type") {
            "personal" => Some(("personal", id, names(site, id).private)),
            _ => name("/jump-group", id).map(|name| ("shared", id, name)),
        };
    }
    story.jumpoint = int(&row, "jumpoint_id").and_then(|id| Some((id, name("/jumpoint", id)?)));
}

/// Adds a member; whoever comes back is there once.
fn add(site: &Site, base: u64, member: &session::Member, ended: Option<i64>, story: &mut Story) {
    let seconds = member.left.or(ended).map_or(0, |left| left - member.since);
    if let Some(known) = story.people.iter_mut().find(|person| person.id == Some(member.user)) {
        known.seconds += seconds;
        return;
    }
    let names = names(site, member.user);
    let number = base + 1 + u64::try_from(story.people.len()).unwrap_or_default();
    story.people.push(Representative {
        number,
        id: Some(member.user),
        username: names.username,
        public: names.public,
        private: names.private,
        public_ip: format!("198.51.100.{}:{}", number % 250, 40_000 + number % 20_000),
        private_ip: "Unknown".to_owned(),
        hostname: None,
        system: "Unknown".to_owned(),
        seconds,
    });
}

fn told(site: &Site, access: bool, story: &Story, event: &session::Event) -> Option<Event> {
    let by = match event.by {
        Party::System => Who::system(access),
        Party::Customer => story.customer.party(),
        Party::User(user) => match story.people.iter().find(|person| person.id == Some(user)) {
            Some(person) => person.party(),
            None => Who { kind: "representative", number: None, name: names(site, user).private },
        },
    };
    let at = event.at;
    Some(match event.what {
        What::Started => Event::new(at, "Session Start"),
        What::Ended => Event::new(at, "Session End"),
        What::CustomerJoined => story.customer.comes(at),
        What::Joined => {
            let person = match event.by {
                Party::User(user) => story.people.iter().find(|person| person.id == Some(user)),
                _ => None,
            };
            let mut person = person?.clone();
            let teams = teams(site, person.id?);
            person.id = person.id.filter(|id| *id < INVITED);
            person.comes(at, &teams)
        }
        What::Left | What::CustomerLeft => Event::new(at, "Conference Member Departed").by(by),
        What::Transferred => Event::new(at, "Session Transferred to Queue").by(by).with("owner", &event.text),
        What::Chat => Event::new(at, "Chat Message").by(by).to(Who::everyone()).body(event.text.clone()),
        What::Attributes if event.text.contains(sessions::EXTERNAL_KEY) => {
            Event::new(at, "External Key").by(by).body(story.external_key.clone())
        }
        // There is no event of other attributes.
        What::Attributes => return None,
    })
}

/// The names of somebody. Whoever is disabled or deleted has been in a session still.
fn names(site: &Site, id: i64) -> Names {
    let names = people::names(site, id);
    if !names.private.is_empty() {
        return names;
    }
    let known = site.history.cast().people.iter().find(|person| person.id == id);
    known.map_or(names, |person| Names {
        username: person.username.clone(),
        public: person.public.clone(),
        private: person.private.clone(),
    })
}

/// The names of the teams of a user.
fn teams(site: &Site, user: i64) -> String {
    let names = site.store.rows("/team", 0).filter(|(id, _)| site.store.has("/team/{id}/user", *id, user));
    names.map(|(_, row)| text(&row, "name").to_owned()).collect::<Vec<_>>().join(", ")
}
