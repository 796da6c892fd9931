//! What happens at a site without its API: machines come and go, people log in, things fail.
//!
//! An order names a trigger and its members: `{"trigger": "jump_client_connects", "id": 5}`.

mod appliances;
mod jump;
mod machines;
mod people;
mod scripts;
mod sessions;
mod vault;

use std::fmt::Write as _;

use bt_sra_core::Product;
use serde_json::{Map, Value, json};

use crate::course;
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// Something that can happen.
#[derive(Debug)]
pub(crate) struct Trigger {
    name: &'static str,
    /// The product whose sites know it; none is both.
    only: Option<Product>,
    members: &'static [Member],
    /// What happens, in a sentence.
    effect: &'static str,
    pull: fn(&mut Site, Moment, &Order<'_>) -> Result<Value, String>,
}

/// A member of an order.
#[derive(Debug)]
pub(crate) struct Member {
    name: &'static str,
    kind: Kind,
    required: bool,
    /// What it says.
    says: &'static str,
}

/// What the value of a member must be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Integer,
    Flag,
    Text,
    List,
}

/// An order whose members have been checked.
#[derive(Debug)]
pub(crate) struct Order<'a>(&'a Map<String, Value>);

/// Makes something happen now, and says what came of it.
///
/// # Errors
///
/// In words, if the order is none, or if what it asks for cannot happen.
pub(crate) fn pull(site: &mut Site, now: Moment, order: &Map<String, Value>) -> Result<Value, String> {
    let trigger = find(site.product, order)?;
    course::settle(site, now);
    if unconfirmed::SYNC_REFUSES_LOGINS
        && site.live.appliances.is_swapping()
        && NEED_PEOPLE.contains(&trigger.name)
    {
        return Err("everybody is disconnected until data are synchronized and roles changed".to_owned());
    }
    let done = (trigger.pull)(site, now, &Order(order))?;
    course::wake(site);
    course::settle(site, now);
    Ok(done)
}

/// Checks an order: that there is the trigger, and that the members are its own.
///
/// # Errors
///
/// In words.
pub(crate) fn check(product: Product, order: &Map<String, Value>) -> Result<(), String> {
    find(product, order).map(|_| ())
}

fn find(product: Product, order: &Map<String, Value>) -> Result<&'static Trigger, String> {
    let name = order
        .get("trigger")
        .and_then(Value::as_str)
        .ok_or_else(|| format!("the order needs a member `trigger`; {}", listed(product)))?;
    let trigger = known(product).find(|trigger| trigger.name == name).ok_or_else(|| {
        let near = known(product)
            .map(|trigger| (distance(name, trigger.name), trigger.name))
            .min()
            // So that two or three letters may be wrong of a name of usual length.
            .filter(|(distance, near)| *distance <= near.len() / 6);
        match near {
            Some((_, near)) => format!("there is no trigger `{name}`: did you mean `{near}`?"),
            None => format!("there is no trigger `{name}`; {}", listed(product)),
        }
    })?;
    trigger.check(order)?;
    Ok(trigger)
}

/// Lists the triggers of a site with their members, and what they do.
pub(crate) fn table(site: &Site) -> Value {
    known(site.product)
        .map(|trigger| {
            let members: Vec<Value> = trigger
                .members
                .iter()
                .map(|member| {
                    json!({
                        "name": member.name,
                        "type": member.kind.name(),
                        "required": member.required,
                        "says": member.says,
                    })
                })
                .collect();
            json!({ "trigger": trigger.name, "members": members, "effect": trigger.effect })
        })
        .collect()
}

fn known(product: Product) -> impl Iterator<Item = &'static Trigger> {
    TRIGGERS.iter().copied().flatten().filter(move |trigger| trigger.only.is_none_or(|only| only == product))
}

/// Where the triggers are listed: there are too many of them for a message.
fn listed(product: Product) -> String {
    let count = known(product).count();
    format!("`Control::triggers` and GET /triggers of the control port list all {count}")
}

/// How many letters must be put in, left out or replaced to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, letter) in (1_usize..).zip(one.chars()) {
        let (mut next, mut left) = (vec![line], line);
        for (known, pair) in other.chars().zip(row.windows(2)) {
            let &[corner, over] = pair else { continue };
            left = (corner + usize::from(known != letter)).min(over + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// What nobody can do who is disconnected: logging in, and what begins or changes something.
const NEED_PEOPLE: &[&str] = &[
    "customer_chats",
    "installer_runs",
    "invited_user_joins",
    "issue_added",
    "issue_removed",
    "jump_approval_answered",
    "jump_approval_cancelled",
    "jump_approval_requested",
    "jump_approval_used",
    "jump_item_started",
    "jump_policy_schedule_set",
    "presentation_begins",
    "script_opened",
    "session_attribute_set",
    "session_begins",
    "session_field_added",
    "session_field_removed",
    "session_joined",
    "session_transferred",
    "skill_added",
    "skill_removed",
    "user_logs_in",
    "vault_account_checked_in_by",
    "vault_account_checked_out_by",
    "vendor_user_approved",
    "vendor_user_logs_in",
];

/// All triggers, by theme.
const TRIGGERS: &[&[Trigger]] = &[
    jump::TRIGGERS,
    machines::TRIGGERS,
    people::TRIGGERS,
    scripts::TRIGGERS,
    sessions::TRIGGERS,
    appliances::TRIGGERS,
    vault::TRIGGERS,
];

impl Trigger {
    fn check(&self, order: &Map<String, Value>) -> Result<(), String> {
        let Self { name, members, .. } = self;
        let mut wrong = String::new();
        for (given, value) in order.iter().filter(|(given, _)| *given != "trigger") {
            let complaint = match members.iter().find(|member| member.name == given) {
                None if members.is_empty() => format!("`{name}` has no members, and not `{given}`"),
                None => {
                    let all: Vec<&str> = members.iter().map(|member| member.name).collect();
                    format!("`{name}` has no member `{given}`, but {}", all.join(", "))
                }
                Some(member) if !member.kind.fits(value) => {
                    format!("`{given}` of `{name}` must be {}", member.kind.name())
                }
                Some(_) => continue,
            };
            let _ = write!(wrong, "{}{complaint}", if wrong.is_empty() { "" } else { "; " });
        }
        for member in members.iter().filter(|member| member.required && !order.contains_key(member.name)) {
            let _ = write!(
                wrong,
                "{}`{name}` needs `{}`: {}",
                if wrong.is_empty() { "" } else { "; " },
                member.name,
                member.says
            );
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Member {
    const fn needed(name: &'static str, kind: Kind, says: &'static str) -> Self {
        Self { name, kind, required: true, says }
    }

    const fn free(name: &'static str, kind: Kind, says: &'static str) -> Self {
        Self { name, kind, required: false, says }
    }
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Flag => "boolean",
            Self::Text => "text",
            Self::List => "list",
        }
    }

    fn fits(self, value: &Value) -> bool {
        match self {
            Self::Integer => value.is_i64(),
            Self::Flag => value.is_boolean(),
            Self::Text => value.is_string(),
            Self::List => value.is_array(),
        }
    }
}

impl Order<'_> {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// An integer; 0 without, which is no id.
    fn id(&self, name: &str) -> i64 {
        self.integer(name).unwrap_or_default()
    }

    fn integer(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Value::as_i64)
    }

    /// A boolean; no without.
    fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }
}

/// What to say when an order names a thing that is not there.
fn missing(site: &Site, what: &str, table: &str, id: i64) -> String {
    let ids: Vec<String> = site.store.rows(table, 0).take(10).map(|(id, _)| id.to_string()).collect();
    if ids.is_empty() {
        return format!("there is no {what} {id}, nor any other");
    }
    let more = if ids.len() == 10 { ", …" } else { "" };
    format!("there is no {what} {id}, but {}{more}", ids.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_people_is_there() {
        for name in NEED_PEOPLE {
            assert!(TRIGGERS.iter().copied().flatten().any(|trigger| trigger.name == *name), "{name}");
        }
    }
}
