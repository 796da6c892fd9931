//! People at their consoles, and what happens in sessions.

use std::collections::BTreeMap;

use bt_sra_core::Product;
use serde_json::{Value, json};

use super::Kind::{Flag, Integer, Text};
use super::{Member, Order, Trigger, missing};
use crate::happenings::keys::{self, Reach};
use crate::happenings::{Trouble, clients, jumps, machines, outbound, people, sessions, tickets};
use crate::live::session::{Customer, JumpItem, Party, Queue};
use crate::special::approval;
use crate::time::Moment;
use crate::world::Site;

const RS: Option<Product> = Some(Product::Rs);
const PRA: Option<Product> = Some(Product::Pra);
const WHO: Member = Member::needed("id", Integer, "the id of the user, who is logged in");
const SESSION: Member = Member::free("lsid", Text, "the session; without, the one that began last");
const ANY_SESSION: Member = Member::free("lsid", Text, "the session; without, the one that ended last");
const ISSUE: Member = Member::needed("code_name", Text, "the code name of the issue");
const SKILL: Member = Member::needed("code_name", Text, "the code name of the skill");
const BODY: Member = Member::needed("body", Text, "what is said; BBCode is kept");

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "user_logs_out",
        only: None,
        members: &[WHO],
        effect: "The user logs out of the console, and is out of all sessions.",
        pull: |site, now, order| {
            let id = order.id("id");
            people::log_out(site, now.second, id).map_err(words)?;
            Ok(json!({ "user": id }))
        },
    },
    Trigger {
        name: "user_sets_status",
        only: None,
        members: &[WHO, Member::needed("status", Text, "the code name of a status: available, busy")],
        effect: "The user sets the status in the console.",
        pull: |site, _, order| {
            people::set_status(site, order.id("id"), order.text("status").unwrap_or_default())
                .map_err(words)?;
            Ok(json!({ "user": order.id("id"), "status": order.text("status") }))
        },
    },
    Trigger {
        name: "user_shown",
        only: None,
        members: &[WHO, Member::needed("on", Flag, "whether the user is on the public list")],
        effect: "The user chooses in the console whether customers see the name.",
        pull: shown,
    },
    Trigger {
        name: "client_reconnects",
        only: None,
        members: &[Member::needed("id", Integer, "the id of the connected client")],
        effect: "A console, customer or node of a Jumpoint connects anew, with another id.",
        pull: |site, now, order| {
            let id = order.id("id");
            let new = clients::reconnect(site, now.second, id);
            new.map(|new| json!({ "id": new })).ok_or_else(|| format!("no client {id} is connected"))
        },
    },
    Trigger {
        name: "invited_user_joins",
        only: None,
        members: &[SESSION, Member::free("name", Text, "the name of the invited user")],
        effect: "Somebody without an account follows an invitation into a session.",
        pull: invited,
    },
    Trigger {
        name: "presentation_begins",
        only: RS,
        members: &[WHO, Member::free("attendees", Integer, "how many attend; 2 without")],
        effect: "A representative begins a presentation.",
        pull: |site, now, order| {
            let attendees = order.integer("attendees").unwrap_or(2);
            people::present(site, now.second, order.id("id"), attendees).map_err(words)?;
            Ok(json!({ "user": order.id("id"), "attendees": attendees }))
        },
    },
    Trigger {
        name: "presentation_ends",
        only: RS,
        members: &[WHO],
        effect: "A representative ends the presentation.",
        pull: |site, _, order| {
            let id = order.id("id");
            if people::presentations(site, id) == 0 {
                return Err(format!("user {id} gives no presentation"));
            }
            site.live.presentations.retain(|presentation| presentation.user != id);
            Ok(json!({ "user": id }))
        },
    },
    Trigger {
        name: "session_begins",
        only: RS,
        members: &[
            Member::free("short_key", Text, "the key that the customer types"),
            Member::free("queue", Text, "where the session waits: general, team:1, rep:2, issue:printer"),
            Member::free("customer", Text, "the name of the customer"),
            Member::free("id", Integer, "the representative who takes the session at once"),
        ],
        effect: "A customer begins a session: by a key, by a queue, or else in the general queue.",
        pull: begins,
    },
    Trigger {
        name: "session_begins",
        only: PRA,
        members: &[
            Member::needed("id", Integer, "the id of the access user, who is logged in"),
            Member::needed(
                "jump_item_type",
                Text,
                "the type of the Jump Item: shell_jump, jump_client and so on",
            ),
            Member::needed("jump_item_id", Integer, "the id of the Jump Item"),
        ],
        effect: "An access user begins a session to a Jump Item or a Jump Client.",
        pull: access_begins,
    },
    Trigger {
        name: "jump_item_started",
        only: None,
        members: &[
            WHO,
            Member::needed(
                "jump_item_type",
                Text,
                "the type of the Jump Item: shell_jump, jump_client and so on",
            ),
            Member::needed("jump_item_id", Integer, "the id of the Jump Item"),
            Member::free("ticket_id", Text, "what the user types where a ticket is demanded"),
        ],
        effect: "A user starts a Jump Item. Where its Jump Policy demands a ticket and there is a ticket system, this is asked; else the session begins.",
        pull: item_started,
    },
    Trigger {
        name: "session_joined",
        only: None,
        members: &[WHO, SESSION],
        effect: "A user joins a session; if it was waiting, it is accepted.",
        pull: |site, now, order| {
            let id = order.id("id");
            people::logged_in(site, id).map_err(words)?;
            let lsid = lsid(site, order)?;
            sessions::join(site, now.second, &lsid, id, None).map_err(words)?;
            Ok(json!({ "lsid": lsid, "user": id }))
        },
    },
    Trigger {
        name: "session_left",
        only: None,
        members: &[WHO, SESSION],
        effect: "A user leaves a session. When nobody of the site is left it waits again (RS), or ends (PRA).",
        pull: |site, now, order| {
            let id = order.id("id");
            people::logged_in(site, id).map_err(words)?;
            let lsid = lsid(site, order)?;
            sessions::leave(site, now.second, &lsid, id, None).map_err(words)?;
            Ok(json!({ "lsid": lsid, "user": id }))
        },
    },
    Trigger {
        name: "session_transferred",
        only: RS,
        members: &[SESSION, Member::needed("queue", Text, "where it goes: rep:2, team:1, rep_username:bo")],
        effect: "A representative transfers a session.",
        pull: |site, now, order| {
            let lsid = lsid(site, order)?;
            let queue = order.text("queue").unwrap_or_default();
            let to = keys::queue(site, queue, Reach::PeopleAndTeams).map_err(words)?;
            sessions::transfer(site, now.second, &lsid, to, None).map_err(words)?;
            Ok(json!({ "lsid": lsid, "queue": queue }))
        },
    },
    Trigger {
        name: "customer_left",
        only: None,
        members: &[SESSION],
        effect: "The customer, or the machine of a session, is gone.",
        pull: |site, now, order| {
            let lsid = lsid(site, order)?;
            sessions::customer_leaves(site, now.second, &lsid, None).map_err(words)?;
            Ok(json!({ "lsid": lsid }))
        },
    },
    Trigger {
        name: "customer_chats",
        only: RS,
        members: &[SESSION, BODY],
        effect: "The customer says something in a session.",
        pull: |site, now, order| says(site, now, order, Party::Customer),
    },
    Trigger {
        name: "user_chats",
        only: None,
        members: &[WHO, SESSION, BODY],
        effect: "A user says something in a session.",
        pull: |site, now, order| {
            people::logged_in(site, order.id("id")).map_err(words)?;
            says(site, now, order, Party::User(order.id("id")))
        },
    },
    Trigger {
        name: "session_attribute_set",
        only: None,
        members: &[
            SESSION,
            Member::needed("code_name", Text, "the code name of the field, or external_key"),
            Member::needed("value", Text, "its value; empty clears it"),
        ],
        effect: "A user notes an attribute of a session.",
        pull: |site, now, order| {
            let lsid = lsid(site, order)?;
            let text = |name| order.text(name).unwrap_or_default().to_owned();
            let changes = BTreeMap::from([(text("code_name"), text("value"))]);
            sessions::set_attributes(site, now.second, &lsid, &changes, None).map_err(words)?;
            Ok(json!({ "lsid": lsid }))
        },
    },
    Trigger {
        name: "session_ended",
        only: None,
        members: &[
            SESSION,
            Member::free("id", Integer, "the user who ends it and is in it; without, the customer does"),
        ],
        effect: "A session ends.",
        pull: |site, now, order| {
            let lsid = lsid(site, order)?;
            let by = match order.integer("id") {
                None => Party::Customer,
                Some(id) if site.live.session(&lsid).is_some_and(|session| session.has(id)) => {
                    Party::User(id)
                }
                Some(id) => return Err(format!("user {id} is not in session {lsid}")),
            };
            sessions::end(site, now.second, &lsid, by, None).map_err(words)?;
            Ok(json!({ "lsid": lsid }))
        },
    },
    Trigger {
        name: "customer_survey_completed",
        only: RS,
        members: &[ANY_SESSION],
        effect: "The customer completes the survey after a session. Reports know nothing of it.",
        pull: |site, now, order| {
            let lsid = any(site, order)?;
            outbound::tell_survey(site, now.second, &lsid, &Party::Customer);
            Ok(json!({ "lsid": lsid }))
        },
    },
    Trigger {
        name: "rep_survey_completed",
        only: RS,
        members: &[Member::needed("id", Integer, "the id of the representative"), ANY_SESSION],
        effect: "A representative completes the survey after a session. Reports know nothing of it.",
        pull: |site, now, order| {
            let id = order.id("id");
            if !site.store.has(people::USERS, 0, id) {
                return Err(missing(site, "user", people::USERS, id));
            }
            let lsid = any(site, order)?;
            outbound::tell_survey(site, now.second, &lsid, &Party::User(id));
            Ok(json!({ "lsid": lsid, "user": id }))
        },
    },
    Trigger {
        name: "session_field_added",
        only: None,
        members: &[
            Member::needed("code_name", Text, "the code name of the field"),
            Member::free("display_name", Text, "what it is called"),
        ],
        effect: "An administrator configures a custom field of sessions, or renames it.",
        pull: field_added,
    },
    Trigger {
        name: "session_field_removed",
        only: None,
        members: &[Member::needed("code_name", Text, "the code name of the field")],
        effect: "An administrator deletes a custom field of sessions, and its values with it.",
        pull: field_removed,
    },
    Trigger {
        name: "issue_added",
        only: RS,
        members: &[
            ISSUE,
            Member::needed("title", Text, "what customers read"),
            Member::needed("team", Integer, "the id of the team that has the issue"),
        ],
        effect: "An administrator configures an issue that customers can choose.",
        pull: |site, _, order| {
            let text = |name| order.text(name).unwrap_or_default();
            let id = sessions::add_issue(site, text("code_name"), text("title"), order.id("team"))
                .map_err(words)?;
            Ok(json!({ "issue": id }))
        },
    },
    Trigger {
        name: "issue_removed",
        only: RS,
        members: &[ISSUE],
        effect: "An administrator deletes an issue; sessions that wait for it go to the general queue.",
        pull: |site, _, order| {
            let name = order.text("code_name").unwrap_or_default();
            let before = site.live.issues.len();
            site.live.issues.retain(|issue| issue.code_name != name);
            if site.live.issues.len() == before {
                return Err(format!("there is no issue `{name}`"));
            }
            Ok(json!({ "code_name": name }))
        },
    },
    Trigger {
        name: "skill_added",
        only: RS,
        members: &[SKILL],
        effect: "An administrator configures a skill.",
        pull: |site, _, order| {
            let name = order.text("code_name").unwrap_or_default();
            sessions::add_skill(site, name).map_err(words)?;
            Ok(json!({ "code_name": name }))
        },
    },
    Trigger {
        name: "skill_removed",
        only: RS,
        members: &[SKILL],
        effect: "An administrator deletes a skill.",
        pull: |site, _, order| {
            let name = order.text("code_name").unwrap_or_default();
            let before = site.live.skills.len();
            site.live.skills.retain(|skill| skill != name);
            if site.live.skills.len() == before {
                return Err(format!("there is no skill `{name}`"));
            }
            Ok(json!({ "code_name": name }))
        },
    },
];

/// Says why something cannot happen.
pub(super) fn words(trouble: Trouble) -> String {
    trouble.to_string()
}

/// The session that an order is about.
fn lsid(site: &Site, order: &Order<'_>) -> Result<String, String> {
    match order.text("lsid") {
        Some(lsid) => match site.live.session(lsid) {
            Some(session) => Ok(session.lsid.clone()),
            None => Err(words(Trouble::NoSession(lsid.to_owned()))),
        },
        None => {
            let last = site.live.sessions.last().ok_or("there is no running session")?;
            Ok(last.lsid.clone())
        }
    }
}

/// A session that runs or is over.
fn any(site: &Site, order: &Order<'_>) -> Result<String, String> {
    let Some(lsid) = order.text("lsid") else {
        let last = site.live.ended.back().ok_or("no session is over")?;
        return Ok(last.lsid.clone());
    };
    let ended = site.live.ended.iter().find(|session| session.lsid.eq_ignore_ascii_case(lsid));
    match site.live.session(lsid).or(ended) {
        Some(session) => Ok(session.lsid.clone()),
        None => Err(format!("there is no session {lsid}")),
    }
}

fn shown(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    people::logged_in(site, id).map_err(words)?;
    let on = order.flag("on");
    if let Some(person) = site.live.people.get_mut(&id) {
        person.listed = on;
    }
    Ok(json!({ "user": id, "on": on }))
}

fn invited(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let lsid = lsid(site, order)?;
    let name = order.text("name").unwrap_or("Invited guest");
    // Documented: how long a display name is.
    if !(1..=64).contains(&name.chars().count()) {
        return Err("`name` has 1 to 64 characters".to_owned());
    }
    let id = people::invite(site, now.second, name);
    sessions::join(site, now.second, &lsid, id, None).map_err(words)?;
    Ok(json!({ "lsid": lsid, "user": id }))
}

fn begins(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    if let Some(id) = order.integer("id") {
        people::logged_in(site, id).map_err(words)?;
    }
    let customer = Customer {
        name: order.text("customer").unwrap_or("A customer").to_owned(),
        ip: "198.51.100.80".to_owned(),
        system: "Windows 11 Pro (x64)".to_owned(),
        computer: "customer-pc".to_owned(),
        ..Customer::default()
    };
    let lsid = match (order.text("short_key"), order.text("queue")) {
        (Some(_), Some(_)) => return Err("a key has its own queue: give one of both".to_owned()),
        (Some(key), None) => keys::redeem(site, now.second, key, customer).map_err(words)?,
        (None, queue) => {
            let queue = match queue {
                Some(queue) => keys::queue(site, queue, Reach::All).map_err(words)?,
                None => Queue::General,
            };
            sessions::begin(site, now.second, customer, Some(queue), None)
        }
    };
    if let Some(id) = order.integer("id") {
        sessions::join(site, now.second, &lsid, id, None).map_err(words)?;
    }
    Ok(json!({ "lsid": lsid }))
}

fn access_begins(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let user = order.id("id");
    people::logged_in(site, user).map_err(words)?;
    let item = jump_item(site, order)?;
    let lsid = jumps::begin(site, now.second, user, item, BTreeMap::new())?;
    Ok(json!({ "lsid": lsid, "user": user }))
}

/// The Jump Item of an order.
fn jump_item(site: &Site, order: &Order<'_>) -> Result<JumpItem, String> {
    let kind = order.text("jump_item_type").unwrap_or_default();
    let table = approval::table(kind).or_else(|| machines::kept_table(kind));
    let table = table.ok_or_else(|| format!("there is no type of Jump Items `{kind}`"))?;
    let id = order.id("jump_item_id");
    match site.store.has(table, 0, id) {
        true => Ok(JumpItem { table: table.to_owned(), id }),
        false => Err(missing(site, "Jump Item", table, id)),
    }
}

/// Starts a Jump Item, if need be by way of the ticket system.
fn item_started(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let user = order.id("id");
    people::logged_in(site, user).map_err(words)?;
    let item = jump_item(site, order)?;
    if jumps::needs_ticket(site, &item.table, item.id) {
        let ticket = order.text("ticket_id").unwrap_or_default();
        let request = tickets::ask(site, now.second, user, item, ticket)?;
        return Ok(json!({ "request_id": request, "user": user }));
    }
    let lsid = jumps::begin(site, now.second, user, item, BTreeMap::new())?;
    Ok(json!({ "lsid": lsid, "user": user }))
}

fn says(site: &mut Site, now: Moment, order: &Order<'_>, by: Party) -> Result<Value, String> {
    let lsid = lsid(site, order)?;
    let body = order.text("body").unwrap_or_default();
    sessions::say(site, now.second, &lsid, by, body, None).map_err(words)?;
    Ok(json!({ "lsid": lsid }))
}

fn field_added(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let code_name = order.text("code_name").unwrap_or_default();
    sessions::configure_field(site, code_name, order.text("display_name").unwrap_or(code_name))
        .map_err(words)?;
    Ok(json!({ "code_name": code_name }))
}

fn field_removed(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let code_name = order.text("code_name").unwrap_or_default();
    let before = site.live.fields.len();
    site.live.fields.retain(|field| field.code_name != code_name);
    if site.live.fields.len() == before {
        return Err(format!("there is no custom field `{code_name}`"));
    }
    for session in &mut site.live.sessions {
        session.attributes.remove(code_name);
    }
    for key in &mut site.live.keys {
        key.attributes.remove(code_name);
    }
    Ok(json!({ "code_name": code_name }))
}
