//! Who and what is connected.

use super::arguments::{Arguments, bad};
use super::xml::Element;
use super::{Refused, Request};
use crate::happenings::{clients, number, people};
use crate::live::client::{Client, Connected};
use crate::profile::Shape;
use crate::store::text;
use crate::unconfirmed;
use crate::world::Site;

/// The kinds that can be asked for.
const KINDS: [&str; 4] = ["representative", "support_customer", "presentation_attendee", "push_agent"];

/// What stands for every kind.
const ALL: &str = "all";

/// The kind that is only counted.
const PINNED: &str = "pinned_client";

/// Reads which kinds are asked for; all of them, unless some are named.
fn kinds(arguments: &Arguments) -> Result<Vec<&'static str>, Refused> {
    let named = arguments.list("type")?;
    if named.iter().any(|name| *name != ALL && !KINDS.contains(name)) {
        return Err(bad("type"));
    }
    if named.is_empty() || named.contains(&ALL) {
        return Ok(KINDS.into_iter().chain([PINNED]).collect());
    }
    // Each once, whoever names it twice.
    Ok(KINDS.into_iter().filter(|kind| named.contains(kind)).collect())
}

fn kind(client: &Client) -> &'static str {
    match client.what {
        Connected::Console(_) => "representative",
        Connected::Customer(_) => "support_customer",
        Connected::Attendee { .. } => "presentation_attendee",
        Connected::Agent { .. } => "push_agent",
    }
}

pub(super) fn get_connected_client_list(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let kinds = kinds(&request.arguments)?;
    let summary_only = request.arguments.flag("summary_only")?;
    let empty = site.switches.shapes.has(Shape::EMPTY_LISTS);
    // Everything is connected to the appliance that answers.
    let appliances = site.live.appliances.all.iter().take(1).filter(|_| !empty).map(|machine| {
        let counts = kinds.iter().map(|name| {
            let count = match *name {
                PINNED => clients::pinned(site),
                name => site.live.clients.values().filter(|client| kind(client) == name).count(),
            };
            Element::text("count", count).with("type", name)
        });
        Element::new("appliance_summary").with("id", &machine.id).children(counts)
    });
    let summary = Element::new("connected_client_summary").children(appliances);
    let listed = site
        .live
        .clients
        .iter()
        .filter(|(_, client)| !summary_only && !empty && kinds.contains(&kind(client)))
        .map(|(id, client)| Element::new("connected_client").with("type", kind(client)).with("id", id));
    Ok(Element::new("connected_client_list").child(summary).children(listed))
}

pub(super) fn get_connected_clients(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let site = &*site;
    let kinds = kinds(&request.arguments)?;
    let ids = request.arguments.list("id")?;
    if ids.len() > unconfirmed::MOST_CLIENT_IDS {
        return Err(Refused(unconfirmed::TOO_MANY_CLIENTS.to_owned()));
    }
    let ids: Vec<i64> =
        ids.into_iter().map(|id| number(id).ok_or_else(|| bad("id"))).collect::<Result<_, _>>()?;
    let connections = request.arguments.flag("include_connections")?;
    let empty = site.switches.shapes.has(Shape::EMPTY_LISTS);
    let wanted = |id: i64| ids.is_empty() || ids.contains(&id);
    let all = site
        .live
        .clients
        .iter()
        .filter(|(id, client)| !empty && wanted(**id) && kinds.contains(&kind(client)))
        .map(|(id, client)| described(site, *id, client, connections));
    Ok(Element::new("connected_clients").children(all))
}

fn described(site: &Site, id: i64, client: &Client, connections: bool) -> Element {
    let name = match client.what {
        Connected::Console(_) => "connected_representative",
        Connected::Customer(_) => "connected_support_customer",
        Connected::Attendee { .. } => "connected_presentation_attendee",
        Connected::Agent { .. } => "connected_push_agent",
    };
    let about = clients::about(site, client);
    let element = Element::new(name)
        .with("id", id)
        .maybe(connections.then(|| connection(site, client)))
        .child(Element::text("hostname", about.hostname))
        .child(Element::text("platform", about.platform).with("id", about.code))
        .child(Element::text("timezone_offset", client.offset))
        .child(Element::time("connected_since", client.since));
    if site.switches.shapes.has(Shape::UNCONFIRMED) { beyond(site, client, element) } else { element }
}

/// The connections of a client, and their log. The layout is a guess.
fn connection(site: &Site, client: &Client) -> Element {
    let appliance = site.live.appliances.all.first().map(|machine| machine.id.clone()).unwrap_or_default();
    let connection = Element::new("client_connection")
        .with("appliance_id", appliance)
        .child(Element::text("purpose", "primary"))
        .child(Element::time("connected_since", client.since))
        .child(Element::text("private_ip", &client.private_ip));
    let events = client.events.iter().map(|event| Element::text("event", &event.text).with("ts", event.at));
    Element::new("client_connections").child(connection).child(Element::new("event_log").children(events))
}

/// What is expected of each kind, and confirmed of none.
fn beyond(site: &Site, client: &Client, element: Element) -> Element {
    match &client.what {
        Connected::Console(user) => {
            let names = people::names(site, *user);
            let person = site.live.people.get(user);
            let invited = person.is_some_and(|person| person.invited.is_some());
            let free = person.is_some_and(|person| person.status == unconfirmed::FIRST_STATUS);
            let busy = person.is_some_and(|person| person.status == "busy");
            element
                .child(Element::text("user_id", user))
                .child(Element::text("type", if invited { "Invited" } else { "Normal" }))
                .child(Element::text("username", names.username))
                .child(Element::text("public_display_name", names.public))
                .child(Element::text("private_display_name", names.private))
                .child(Element::text("presentation_count", people::presentations(site, *user)))
                .child(Element::text("support_session_count", site.live.sessions_of(*user).count()))
                .child(Element::flag("showing_on_rep_list", person.is_some_and(|person| person.listed)))
                .child(Element::flag("routing_available", free))
                .child(Element::flag("routing_busy", busy))
                .child(Element::flag("routing_enabled", true))
                .child(Element::flag("routing_idle", false))
        }
        Connected::Customer(lsid) => element
            .child(Element::text("lsid", lsid))
            .child(Element::text("public_ip", &client.public_ip))
            .child(Element::text("private_ip", &client.private_ip)),
        Connected::Attendee { user, number } => element
            .child(Element::text("name", format!("Attendee {number}")))
            .child(Element::text("presenter_id", user)),
        Connected::Agent { jumpoint, .. } => {
            let name = site.store.row("/jumpoint", 0, *jumpoint).map(|row| text(&row, "name").to_owned());
            element
                .child(Element::text("jumpoint_id", jumpoint))
                .child(Element::text("jumpoint_name", name.unwrap_or_default()))
        }
    }
}
