//! What deleting one thing does to the others.

pub(crate) mod elsewhere;

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::answer::Refusal;
use crate::hooks;
use crate::refs;
use crate::store::{Record, flag};
use crate::world::Site;

/// What happens to rows that point to a deleted one.
#[derive(Clone, Copy, Debug)]
enum Then {
    /// They are deleted too.
    Cascade,
    /// They keep the thing alive: deleting is refused.
    Refuse,
    /// They point to nothing from now on.
    Null,
    /// They point to this one from now on.
    Default(i64),
}

/// Rules by the deleted table and the table that points to it. What is not listed: members of
/// lists below a parent go silently, everything else refuses.
const RULES: &[(&str, &str, Then)] = &[
    // Documented: a Jump Group and a Jumpoint take their Jump Items with them.
    ("/jump-group", "/jump-item/", Then::Cascade),
    ("/jump-group", "/jump-client", Then::Cascade),
    ("/jumpoint", "/jump-item/", Then::Cascade),
    // Documented: accounts move to the default group.
    ("/vault/account-group", "/vault/account", Then::Default(1)),
    // Not documented: personal items go with their user, everything else forgets it.
    ("/user", "/jump-item/", Then::Cascade),
    ("/user", "/jump-client", Then::Cascade),
    ("/user", "/jump-approval/{user_id}/view", Then::Cascade),
    ("/user", "/vault/account", Then::Cascade),
    ("/user", "/endpoint-automation/", Then::Null),
    ("/user", "/jump-policy", Then::Null),
    ("/user", "/vendor", Then::Null),
    ("/team", "/jump-policy", Then::Null),
    ("/team", "/vendor", Then::Null),
    // Not documented: its endpoints remain, without the group.
    ("/jump-group", "/endpoint-automation/", Then::Null),
    ("/vault/endpoint", "/vault/account", Then::Cascade),
    ("/vault/endpoint", "/jump-item/", Then::Null),
    ("/jump-policy", "/jump-approval/", Then::Cascade),
    ("/jump-policy", "", Then::Refuse),
    ("/group-policy", "/vendor", Then::Refuse),
    ("/vault/account", "/jumpoint", Then::Null),
    ("/vault/account", "/vault/account", Then::Refuse),
];

/// Deletes a row, and what belongs to it.
pub(crate) fn delete(site: &mut Site, table: &'static str, parent: i64, id: i64) -> Result<(), Refusal> {
    let row = site.store.row(table, parent, id).ok_or(Refusal::NotFound)?.into_owned();
    refuse(site, table, parent, id, &row)?;
    let pointing = pointing(site, table, id);
    for (other, _, _, then) in &pointing {
        if matches!(then, Then::Refuse) {
            return Err(Refusal::state(format!("It is in use by {}.", other.trim_start_matches('/'))));
        }
    }
    remove(site, table, parent, id);
    Ok(())
}

/// Takes a row out, and what goes with it. Nothing is refused any more.
fn remove(site: &mut Site, table: &str, parent: i64, id: i64) {
    let row = site.store.row(table, parent, id).map(Cow::into_owned).unwrap_or_default();
    let pointing = pointing(site, table, id);
    // First of all, so that circles come to an end.
    if !site.store.take(table, parent, id) {
        return;
    }
    for (other, above, key, then) in pointing {
        match then {
            Then::Cascade => remove(site, &other, above, key),
            Then::Null | Then::Default(_) => repoint(site, table, &other, above, key, id, then),
            Then::Refuse => {}
        }
    }
    for (other, key) in elsewhere::forget(site, table, id, &row) {
        remove(site, other, 0, key);
    }
    // Nothing is below Jump Items, and they go by thousands.
    if !table.starts_with("/jump-item/") {
        drop_below(site, table, id);
    }
}

fn refuse(site: &Site, table: &str, parent: i64, id: i64, row: &Record) -> Result<(), Refusal> {
    match table {
        "/user" if flag(row, "perm_admin") => {
            Err(Refusal::state("Administrators cannot be deleted with this API."))
        }
        "/vault/account" if flag(row, "personal") => hooks::personal(site, id),
        "/vault/account/{id}/user" => hooks::personal(site, parent),
        "/vault/account-group" | "/vault/account-policy" if id == 1 => {
            Err(Refusal::state("The default cannot be deleted."))
        }
        _ => Ok(()),
    }
}

/// Finds the rows that point to a thing, and what is to be done with them.
fn pointing(site: &Site, table: &str, id: i64) -> Vec<(Arc<str>, i64, i64, Then)> {
    let mut found = Vec::new();
    // Nothing points to Jump Items or to members of lists by a field.
    if table.starts_with("/jump-item/") || table.contains('{') {
        return found;
    }
    let templates: Vec<Arc<str>> = site.store.templates().map(Arc::from).collect();
    for other in templates {
        for (above, key, row) in site.store.scan_all(&other) {
            if (&*other, key) == (table, id)
                || !row.may_mention(id)
                || !points(site, table, id, &other, &row.record())
            {
                continue;
            }
            let member = other.contains("/{");
            let rule = RULES.iter().find(|(deleted, from, _)| *deleted == table && other.starts_with(from));
            let then = rule.map_or(if member { Then::Cascade } else { Then::Refuse }, |(_, _, then)| *then);
            // Membership lists go with what they name, whatever a rule says about the rest.
            let then =
                if member && matches!(then, Then::Null | Then::Default(_)) { Then::Cascade } else { then };
            found.push((other.clone(), above, key, then));
        }
    }
    found
}

fn points(site: &Site, table: &str, id: i64, other: &str, row: &Record) -> bool {
    row.iter().any(|(name, value)| {
        let hit = match value {
            Value::Array(items) => items.iter().any(|item| is(item, id)),
            value => is(value, id),
        };
        hit && name != "id" && !name.starts_with('_') && refs::target(site, other, name, row) == Some(table)
    })
}

fn repoint(site: &mut Site, table: &str, other: &str, above: i64, key: i64, id: i64, then: Then) {
    let Some(row) = site.store.row(other, above, key).map(Cow::into_owned) else {
        return;
    };
    let mut changed = row.clone();
    for (name, value) in &row {
        if name.starts_with('_') || refs::target(site, other, name, &row) != Some(table) {
            continue;
        }
        let new = match (value, then) {
            (Value::Array(items), _) => {
                Value::Array(items.iter().filter(|item| !is(item, id)).cloned().collect())
            }
            (value, Then::Default(default)) if is(value, id) => json!(default),
            (value, _) if is(value, id) => Value::Null,
            _ => continue,
        };
        if new.is_null() && !nullable(site, other, name, &row) {
            changed.remove(name);
        } else {
            changed.insert(name.clone(), new);
        }
    }
    site.store.put(other, above, key, changed);
}

fn nullable(site: &Site, table: &str, field: &str, row: &Record) -> bool {
    site.router
        .template(table)
        .and_then(|table| crate::crud::row_object(site, table, row))
        .and_then(|object| object.field(field))
        .is_some_and(|field| field.nullable)
}

/// Drops the lists below a deleted row.
fn drop_below(site: &mut Site, table: &str, id: i64) {
    let prefix = format!("{table}/{{id}}/");
    let below: Vec<String> =
        site.store.templates().filter(|template| template.starts_with(&prefix)).map(str::to_owned).collect();
    for template in below {
        site.store.take_table(&template, id);
    }
}

fn is(value: &Value, id: i64) -> bool {
    value.as_i64() == Some(id) || value.as_str().is_some_and(|text| text.parse() == Ok(id))
}
