//! Session keys, and the queues that sessions wait in.

use std::collections::BTreeMap;

use super::sessions::Opening;
use super::{Trouble, number, people, sessions};
use crate::live::key::Key;
use crate::live::session::{Customer, Queue};
use crate::store::int;
use crate::unconfirmed;
use crate::world::Site;

/// Where the members of teams are.
pub(crate) const TEAM_USERS: &str = "/team/{id}/user";

/// Which queues a request may name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reach {
    /// All of them.
    All,
    /// Those of people and teams.
    PeopleAndTeams,
}

/// What a new key is made of.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) queue: Queue,
    pub(crate) ttl: Option<i64>,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) priority: Option<i64>,
    pub(crate) skills: Vec<String>,
}

/// Reads the name of a queue: `general`, `rep:5`, `team:2`, `rep_username:bo`, `issue:printer`.
pub(crate) fn queue(site: &Site, text: &str, reach: Reach) -> Result<Queue, Trouble> {
    let none = || Trouble::NoQueue(text.to_owned());
    let number = |text: &str| number(text).ok_or_else(none);
    let (kind, which) = text.split_once(':').unwrap_or((text, ""));
    match kind {
        "general" if text == kind && reach == Reach::All => Ok(Queue::General),
        "rep" => {
            let id = number(which)?;
            let known = site.store.has(people::USERS, 0, id) || site.live.people.contains_key(&id);
            known.then_some(Queue::Rep(id)).ok_or_else(none)
        }
        "rep_username" => people::named(site, which).map(Queue::Rep).map_err(|trouble| match trouble {
            Trouble::NoPerson(_) => none(),
            other => other,
        }),
        "team" => {
            let id = number(which)?;
            site.store.has("/team", 0, id).then_some(Queue::Team(id)).ok_or_else(none)
        }
        "issue" if reach == Reach::All => {
            let issue = site.live.issues.iter().find(|issue| issue.code_name == which);
            let known = issue.is_some_and(|issue| site.store.has("/team", 0, issue.team));
            known.then(|| Queue::Issue(which.to_owned())).ok_or_else(none)
        }
        _ => Err(none()),
    }
}

/// Whether anybody is logged in who would see a session in the queue.
pub(crate) fn is_attended(site: &Site, queue: &Queue) -> bool {
    let team = |team: i64| {
        site.store
            .rows(TEAM_USERS, team)
            .filter_map(|(_, row)| int(&row, "user_id"))
            .any(|user| site.live.people.contains_key(&user))
    };
    match queue {
        Queue::General => !site.live.people.is_empty(),
        Queue::Rep(id) => site.live.people.contains_key(id),
        Queue::Team(id) => team(*id),
        Queue::Issue(name) => {
            let issue = site.live.issues.iter().find(|issue| issue.code_name == *name);
            issue.is_some_and(|issue| team(issue.team))
        }
    }
}

/// Makes a session key.
pub(crate) fn generate(site: &mut Site, now: i64, wish: Wish) -> Result<Key, Trouble> {
    let Wish { queue, ttl, attributes, priority, skills } = wish;
    if ttl.is_some_and(|ttl| !(1..=unconfirmed::MOST_KEY_LIFE).contains(&ttl)) {
        return Err(Trouble::Value("ttl".to_owned(), "it is no number of seconds that a key can live"));
    }
    if priority.is_some_and(|priority| !(1..=3).contains(&priority)) {
        return Err(Trouble::Value("session.priority".to_owned(), "it is none of 1, 2 and 3"));
    }
    if skills.iter().any(|skill| !site.live.skills.contains(skill)) {
        return Err(Trouble::Value("session.skills".to_owned(), "there is no such skill"));
    }
    sessions::check_attributes(site, &BTreeMap::new(), &attributes)?;
    let mut short;
    loop {
        short = format!("{:07}", site.live.rng.below(10_000_000));
        if !site.live.keys.iter().any(|key| key.short == short) {
            break;
        }
    }
    let key = Key {
        short,
        ak: site.live.rng.hex(32),
        expires: now.saturating_add(ttl.unwrap_or(unconfirmed::KEY_LIFE)),
        queue,
        attributes,
        priority,
        skills,
        used: false,
    };
    site.live.keys.push(key.clone());
    Ok(key)
}

/// Begins a session with a key, which can be used once, and returns its lsid.
pub(crate) fn redeem(site: &mut Site, now: i64, short: &str, customer: Customer) -> Result<String, Trouble> {
    let key = site.live.keys.iter_mut().find(|key| key.short == short && !key.used);
    let key = key.ok_or(Trouble::Value("short_key".to_owned(), "no such key can be used"))?;
    key.used = unconfirmed::KEYS_WORK_ONCE;
    let key = key.clone();
    let opening = Opening {
        customer,
        queue: Some(key.queue),
        jump_item: None,
        attributes: key.attributes,
        priority: key.priority,
        skills: key.skills,
    };
    Ok(sessions::open(site, now, opening))
}

/// Forgets the keys that have expired, and returns the second in which the next one does.
pub(super) fn pass(site: &mut Site, now: i64) -> i64 {
    site.live.keys.retain(|key| key.expires > now);
    site.live.keys.iter().map(|key| key.expires).min().unwrap_or(i64::MAX)
}
