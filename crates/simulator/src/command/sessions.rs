//! Sessions: who is in them, what is said in them, what is noted about them.

use std::collections::BTreeMap;

use super::arguments::{Arguments, bad};
use super::invitation::few;
use super::xml::Element;
use super::{Refused, Request, done};
use crate::happenings::keys::{self, Reach};
use crate::happenings::{Trouble, number, people, sessions};
use crate::live::session::{Line, Party};
use crate::profile::Shape;
use crate::unconfirmed;
use crate::world::Site;

const PREFIX: &str = "session.custom.";

/// Reads the attributes among the parameters.
pub(super) fn attributes(arguments: &Arguments) -> Result<BTreeMap<String, String>, Refused> {
    let all = arguments.beginning(PREFIX).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    few(&all)?;
    Ok(all)
}

/// Refuses attributes by the names of their parameters.
pub(super) fn by_parameter(trouble: Trouble) -> Refused {
    match trouble {
        Trouble::Value(name, _) => bad(&format!("{PREFIX}{name}")),
        other => other.into(),
    }
}

pub(super) fn set_session_attributes(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let lsid = request.arguments.required("lsid")?;
    let changes = attributes(&request.arguments)?;
    sessions::set_attributes(site, request.now.second, lsid, &changes, Some(request.account))
        .map_err(by_parameter)?;
    Ok(done(unconfirmed::ATTRIBUTES_SET))
}

pub(super) fn get_session_attributes(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let site = &*site;
    let lsid = request.arguments.required("lsid")?;
    let session = site.live.session(lsid).ok_or_else(|| Trouble::NoSession(lsid.to_owned()))?;
    let empty = site.switches.shapes.has(Shape::EMPTY_LISTS);
    let all = session.attributes.iter().filter(|_| !empty).map(|(name, value)| {
        Element::text("custom_attribute", value)
            .with("display_name", sessions::display_name(site, name))
            .with("code_name", name)
    });
    Ok(Element::new("custom_attributes").children(all))
}

pub(super) fn terminate_session(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let lsid = request.arguments.required("lsid")?;
    sessions::end(site, request.now.second, lsid, Party::System, Some(request.account))?;
    Ok(done(unconfirmed::TERMINATED))
}

pub(super) fn join_session(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let lsid = request.arguments.required("lsid")?;
    let user = subject(site, &request.arguments)?;
    let user = user.ok_or_else(|| Refused(format!("{}rep_id", unconfirmed::MISSING_PARAMETER)))?;
    sessions::join(site, request.now.second, lsid, user, Some(request.account))?;
    Ok(done(unconfirmed::JOINED))
}

pub(super) fn leave_session(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let lsid = request.arguments.required("lsid")?;
    let user = subject(site, &request.arguments)?;
    let customer = match request.arguments.given("customer") {
        None => false,
        Some("1") => true,
        // Documented: it must be 1.
        Some(_) => return Err(bad("customer")),
    };
    if user.is_none() && !customer {
        return Err(Refused(unconfirmed::NOBODY_TO_LEAVE.to_owned()));
    }
    // All or nothing: the first to leave may end the session.
    let session = site.live.session(lsid).ok_or_else(|| Trouble::NoSession(lsid.to_owned()))?;
    if let Some(user) = user
        && !session.has(user)
    {
        return Err(Trouble::NoPerson(user.to_string()).into());
    }
    if customer {
        sessions::customer_leaves(site, request.now.second, lsid, Some(request.account))?;
    }
    if let Some(user) = user
        && site.live.session(lsid).is_some()
    {
        sessions::leave(site, request.now.second, lsid, user, Some(request.account))?;
    }
    Ok(done(unconfirmed::LEFT))
}

pub(super) fn transfer_session(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let lsid = request.arguments.required("lsid")?;
    let queue = keys::queue(site, request.arguments.required("queue_id")?, Reach::PeopleAndTeams)?;
    sessions::transfer(site, request.now.second, lsid, queue, Some(request.account))?;
    Ok(done(unconfirmed::TRANSFERRED))
}

pub(super) fn send_chat_message(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let arguments = &request.arguments;
    let body = arguments.required("body")?;
    let (now, account) = (request.now.second, Some(request.account));
    let by = match arguments.given("impersonate") {
        None => Party::System,
        Some("customer") => Party::Customer,
        Some(who) => match who.split_once(':') {
            Some(("rep", id)) => Party::User(number(id).ok_or_else(|| bad("impersonate"))?),
            Some(("rep_username", name)) => Party::User(people::named(site, name)?),
            _ => return Err(bad("impersonate")),
        },
    };
    let to = person(site, arguments, "to_rep", "to_rep_username")?;
    match (arguments.given("lsid"), arguments.integer("team_id")?) {
        // Documented: one excludes the other.
        (Some(_), Some(_)) => Err(bad("team_id")),
        (None, None) => Err(Refused(format!("{}lsid", unconfirmed::MISSING_PARAMETER))),
        (Some(_), None) if to.is_some() => Err(bad("to_rep")),
        (Some(lsid), None) => {
            sessions::say(site, now, lsid, by, body, account)?;
            Ok(done(unconfirmed::MESSAGE_SENT))
        }
        (None, Some(_)) if by == Party::Customer => Err(bad("impersonate")),
        // Documented: a private message comes from somebody.
        (None, Some(_)) if to.is_some() && by == Party::System => {
            Err(Refused(format!("{}impersonate", unconfirmed::MISSING_PARAMETER)))
        }
        (None, Some(team)) => {
            if let Party::User(user) = by {
                people::logged_in(site, user)?;
            }
            let line = Line { at: now, by, to, account, body: body.to_owned() };
            sessions::say_to_team(site, team, line)?;
            Ok(done(unconfirmed::MESSAGE_SENT))
        }
    }
}

/// The representative that an action is about.
fn subject(site: &Site, arguments: &Arguments) -> Result<Option<i64>, Refused> {
    person(site, arguments, "rep_id", "rep_username")
}

/// Somebody who is named by an id or by a user name.
fn person(site: &Site, arguments: &Arguments, id: &str, username: &str) -> Result<Option<i64>, Refused> {
    match (arguments.integer(id)?, arguments.given(username)) {
        (Some(_), Some(_)) if unconfirmed::PEOPLE_ARE_NAMED_ONCE => Err(bad(username)),
        (Some(id), _) => Ok(Some(id)),
        (None, Some(name)) => Ok(Some(people::named(site, name)?)),
        (None, None) => Ok(None),
    }
}
