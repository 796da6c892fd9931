//! People who log in to their console and out of it.

use std::borrow::Cow;

use super::{Trouble, sessions};
use crate::live::person::{INVITED, Person};
use crate::live::session::Presentation;
use crate::store::{Record, flag, text};
use crate::unconfirmed;
use crate::world::Site;

/// Where the users are.
pub(crate) const USERS: &str = "/user";

/// The names of somebody.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) username: String,
    pub(crate) public: String,
    pub(crate) private: String,
}

/// Returns the names of a user, or of somebody who is invited or was.
pub(crate) fn names(site: &Site, id: i64) -> Names {
    let invited = site.live.people.get(&id).and_then(|person| person.invited.clone());
    if let Some(name) = invited.or_else(|| site.live.guests.get(&id).cloned()) {
        return Names { username: String::new(), public: name.clone(), private: name };
    }
    let row = site.store.row(USERS, 0, id).unwrap_or_default();
    let public = text(&row, "public_display_name");
    // Users of PRA have one name.
    let private = Some(text(&row, "private_display_name")).filter(|name| !name.is_empty());
    Names {
        username: text(&row, "username").to_owned(),
        public: public.to_owned(),
        private: private.unwrap_or(public).to_owned(),
    }
}

/// Returns a user that may log in.
fn user(site: &Site, id: i64) -> Option<Cow<'_, Record>> {
    site.store.row(USERS, 0, id).filter(|row| flag(row, "enabled"))
}

/// Finds the one user with this name.
pub(crate) fn named(site: &Site, name: &str) -> Result<i64, Trouble> {
    let mut found = site
        .store
        .rows(USERS, 0)
        .filter(|(_, row)| text(row, "username").eq_ignore_ascii_case(name))
        .map(|(id, _)| id);
    let first = found.next().ok_or_else(|| Trouble::NoPerson(name.to_owned()))?;
    if found.next().is_some() {
        return Err(Trouble::Ambiguous(name.to_owned()));
    }
    Ok(first)
}

/// Sees that somebody is logged in.
pub(crate) fn logged_in(site: &Site, id: i64) -> Result<&Person, Trouble> {
    site.live.people.get(&id).ok_or_else(|| Trouble::NoPerson(id.to_string()))
}

/// Logs a user in to the console. One that is logged in stays so.
pub(crate) fn log_in(site: &mut Site, now: i64, id: i64) {
    site.live.people.entry(id).or_insert_with(|| Person {
        since: now,
        status: unconfirmed::FIRST_STATUS.to_owned(),
        listed: true,
        invited: None,
    });
}

/// Lets somebody in who is no user, and returns the id.
pub(crate) fn invite(site: &mut Site, now: i64, name: &str) -> i64 {
    site.live.last_invited = site.live.last_invited.max(INVITED).saturating_add(1);
    let id = site.live.last_invited;
    log_in(site, now, id);
    if let Some(person) = site.live.people.get_mut(&id) {
        person.invited = Some(name.to_owned());
        person.listed = false;
    }
    id
}

/// Logs somebody out, and out of all sessions.
pub(crate) fn log_out(site: &mut Site, now: i64, id: i64) -> Result<(), Trouble> {
    logged_in(site, id)?;
    let theirs: Vec<String> = site.live.sessions_of(id).map(|session| session.lsid.clone()).collect();
    for lsid in theirs {
        sessions::leave(site, now, &lsid, id, None)?;
    }
    site.live.people.remove(&id);
    site.live.presentations.retain(|presentation| presentation.user != id);
    Ok(())
}

/// Somebody who is logged in begins a presentation that others attend.
pub(crate) fn present(site: &mut Site, now: i64, user: i64, attendees: i64) -> Result<(), Trouble> {
    logged_in(site, user)?;
    if !(0..=unconfirmed::MOST_ATTENDEES).contains(&attendees) {
        return Err(Trouble::Value("attendees".to_owned(), "so many cannot attend"));
    }
    if site.live.presentations.iter().any(|presentation| presentation.user == user) {
        return Err(Trouble::State("that user gives a presentation already"));
    }
    site.live.presentations.push(Presentation { user, since: now, attendees });
    Ok(())
}

/// Counts the presentations that somebody gives.
pub(crate) fn presentations(site: &Site, user: i64) -> usize {
    site.live.presentations.iter().filter(|presentation| presentation.user == user).count()
}

/// Sets the status of somebody.
pub(crate) fn set_status(site: &mut Site, id: i64, status: &str) -> Result<(), Trouble> {
    logged_in(site, id)?;
    let known = unconfirmed::BUILT_IN_STATUSES.contains(&status)
        || site.store.rows("/rep-status", 0).any(|(_, row)| text(&row, "code_name") == status);
    if !known {
        return Err(Trouble::Value("status".to_owned(), "there is no such status"));
    }
    if let Some(person) = site.live.people.get_mut(&id) {
        status.clone_into(&mut person.status);
    }
    Ok(())
}

/// Logs those out who were invited into sessions that are over, or that they have left.
pub(super) fn pass_invited(site: &mut Site, now: i64) {
    if unconfirmed::THE_INVITED_STAY {
        return;
    }
    let people = site.live.people.iter();
    let gone: Vec<(i64, String)> = people
        .filter(|(id, _)| site.live.sessions_of(**id).next().is_none())
        .filter_map(|(id, person)| Some((*id, person.invited.clone()?)))
        .collect();
    for (id, name) in gone {
        site.live.guests.insert(id, name);
        // They are logged in: the list says so.
        let _ = log_out(site, now, id);
    }
}

/// Logs those out who are users no more, or disabled.
pub(super) fn pass(site: &mut Site, now: i64) {
    let gone: Vec<i64> = site
        .live
        .people
        .iter()
        .filter(|(id, person)| person.invited.is_none() && user(site, **id).is_none())
        .map(|(id, _)| *id)
        .collect();
    for id in gone {
        // They are logged in: the list says so.
        let _ = log_out(site, now, id);
    }
}
