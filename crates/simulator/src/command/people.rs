//! Who is logged in, and the teams.

use super::arguments::bad;
use super::xml::Element;
use super::{Refused, Request, done};
use crate::happenings::keys::TEAM_USERS;
use crate::happenings::{number, people};
use crate::profile::Shape;
use crate::store::{int, text};
use crate::unconfirmed;
use crate::world::Site;

pub(super) fn get_logged_in_reps(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let site = &*site;
    let shapes = site.switches.shapes;
    let newest = site.live.people.iter().rev().find(|(_, person)| person.invited.is_some());
    let newest = newest.map(|(id, _)| *id);
    let all = site.live.people.iter().filter(|_| !shapes.has(Shape::EMPTY_LISTS)).map(|(id, person)| {
        let names = people::names(site, *id);
        let kind = match (&person.invited, shapes.has(Shape::EMBASSY)) {
            (Some(_), true) if newest == Some(*id) => "Embassy",
            (Some(_), _) => "Invited",
            (None, _) => "Normal",
        };
        let url = format!("{}/?id={id}", request.origin);
        let link = if shapes.has(Shape::LINK_MARKUP) {
            Element::new("direct_link").child(Element::text("a", &names.public).with("href", url))
        } else {
            let name = names.public.replace('&', "&amp;").replace('<', "&lt;");
            Element::text("direct_link", format!("<a href=\"{url}\">{name}</a>"))
        };
        let username = (shapes.has(Shape::UNCONFIRMED) && person.invited.is_none())
            .then(|| Element::text("username", &names.username));
        Element::new("rep")
            .with("id", id)
            .child(Element::text("display_name", &names.public))
            .child(Element::text("public_display_name", &names.public))
            .child(Element::text("private_display_name", &names.private))
            .child(Element::text("type", kind))
            .maybe(person.invited.is_none().then_some(link))
            .child(Element::time("logged_in_since", person.since))
            .child(Element::text("presentation_count", people::presentations(site, *id)))
            .child(Element::text("support_session_count", site.live.sessions_of(*id).count()))
            .child(Element::flag("showing_on_rep_list", person.listed))
            .children(username)
    });
    Ok(Element::new("logged_in_reps").children(all))
}

pub(super) fn set_rep_status(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let user = user_id(request)?;
    let status = request.arguments.required("status")?;
    people::set_status(site, user, status)?;
    Ok(done(unconfirmed::STATUS_SET))
}

pub(super) fn logout_rep(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    people::log_out(site, request.now.second, user_id(request)?)?;
    Ok(done(unconfirmed::LOGGED_OUT))
}

fn user_id(request: &Request<'_>) -> Result<i64, Refused> {
    number(request.arguments.required("user_id")?).ok_or_else(|| bad("user_id"))
}

pub(super) fn get_support_teams(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let site = &*site;
    // A bare `showmembers` was in use as well.
    let members = request.arguments.get("showmembers").is_some_and(|value| value != "0");
    let shapes = site.switches.shapes;
    let teams = site.store.rows("/team", 0).filter(|_| !shapes.has(Shape::EMPTY_LISTS)).map(|(id, row)| {
        let issues: Vec<Element> = site
            .live
            .issues
            .iter()
            .filter(|issue| issue.team == id)
            .map(|issue| {
                let code_name =
                    shapes.has(Shape::UNCONFIRMED).then(|| Element::text("code_name", &issue.code_name));
                Element::new("issue")
                    .with("id", issue.id)
                    .child(Element::text("title", &issue.title))
                    .children(code_name)
            })
            .collect();
        let members = members.then(|| {
            let users = site.store.rows(TEAM_USERS, id).filter_map(|(_, row)| int(&row, "user_id"));
            Element::new("members").children(users.map(|user| {
                let names = people::names(site, user);
                let representative = Element::new("representative").with("id", user);
                if shapes.has(Shape::UNCONFIRMED) {
                    representative.child(Element::text("display_name", names.public))
                } else {
                    representative
                }
            }))
        });
        Element::new("support_team")
            .with("id", id)
            .child(Element::text("name", text(&row, "name")))
            .maybe((!issues.is_empty()).then(|| Element::new("issues").children(issues)))
            .maybe(members)
    });
    Ok(Element::new("support_teams").children(teams))
}
