//! Which Jump Items an account, or the accounts of a group, can be injected into.
//!
//! A group always has an association. An account has one of its own, or inherits its group's;
//! then there is nothing here to show, to change or to delete.

use bt_sra_catalog::Method;
use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::refs;
use crate::store::{Record, int, text};
use crate::unconfirmed;
use crate::world::Site;

/// Where associations are kept, below their owner.
pub(crate) const OF_ACCOUNT: &str = "/vault/account/{id}/jump-item-association";
pub(crate) const OF_GROUP: &str = "/vault/account-group/{id}/jump-item-association";

/// The types of Jump Items that credentials can be injected into, and where these are.
const KINDS: [(&str, &str); 5] = [
    ("jump_client", "/jump-client"),
    ("remote_rdp", "/jump-item/remote-rdp"),
    ("shell_jump", "/jump-item/shell-jump"),
    ("web_jump", "/jump-item/web-jump"),
    ("protocol_tunnel", "/jump-item/protocol-tunnel-jump"),
];

const PATTERNS: [&str; 4] = ["host", "name", "tag", "comment"];

/// Returns the type of the Jump Items of a resource, as associations write it.
pub(crate) fn kind(table: &str) -> Option<&'static str> {
    KINDS.iter().find(|(_, place)| *place == table).map(|(kind, _)| *kind)
}

/// Shows an association.
pub(crate) fn show(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(call.success(), Value::Object(stored(site, call)?)))
}

/// Gives an account an association of its own.
pub(crate) fn create(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    if stored(site, call).is_ok() {
        return Err(Refusal::state("The account has an association already."));
    }
    let sent = crud::checked(site, call, None)?;
    change(site, call, Record::new(), &sent)
}

/// Changes an association. Each list that is sent replaces the former one.
pub(crate) fn update(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let old = stored(site, call)?;
    let sent = crud::checked(site, call, Some(&old))?;
    change(site, call, old, &sent)
}

/// Makes an account inherit again.
pub(crate) fn delete(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    stored(site, call)?;
    site.store.take(place(call), call.id(), 0);
    Ok(call.done())
}

/// Adds one Jump Item.
pub(crate) fn add_item(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut association = criteria(site, call)?;
    let item = item(site, call)?;
    let mut items = list(&association, "jump_items");
    if !items.contains(&item) {
        items.push(item.clone());
    }
    association.insert("jump_items".to_owned(), json!(items));
    site.store.put(place(call), call.id(), 0, association);
    Ok(Answer::json(call.success(), item))
}

/// Removes one Jump Item.
pub(crate) fn remove_item(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut association = criteria(site, call)?;
    crud::checked(site, call, None)?;
    let sent = call.object()?;
    let gone = json!({ "id": int(&sent, "id"), "type": text(&sent, "type") });
    let items = without(list(&association, "jump_items"), &gone)?;
    association.insert("jump_items".to_owned(), json!(items));
    site.store.put(place(call), call.id(), 0, association);
    Ok(call.done())
}

/// Adds one shared Jump Group.
pub(crate) fn add_group(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut association = criteria(site, call)?;
    let group = group(site, call)?;
    if !site.store.has("/jump-group", 0, group) {
        return Err(Refusal::field(
            "shared_jump_group_id",
            "The selected shared jump group id does not exist.",
        ));
    }
    let mut criteria = members(&association);
    let mut groups = list(&criteria, "shared_jump_groups");
    if !groups.contains(&json!(group)) {
        groups.push(json!(group));
    }
    criteria.insert("shared_jump_groups".to_owned(), json!(groups));
    association.insert("criteria".to_owned(), Value::Object(criteria));
    site.store.put(place(call), call.id(), 0, association);
    let mut shown = json!({ "shared_jump_group_id": group });
    if place(call) == OF_GROUP
        && let Value::Object(members) = &mut shown
    {
        members.insert("account_group_id".to_owned(), json!(call.id()));
    }
    Ok(Answer::json(call.success(), shown))
}

/// Removes one shared Jump Group.
pub(crate) fn remove_group(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut association = criteria(site, call)?;
    let group = group(site, call)?;
    let mut criteria = members(&association);
    let groups = without(list(&criteria, "shared_jump_groups"), &json!(group))?;
    criteria.insert("shared_jump_groups".to_owned(), json!(groups));
    association.insert("criteria".to_owned(), Value::Object(criteria));
    site.store.put(place(call), call.id(), 0, association);
    Ok(call.done())
}

fn change(site: &mut Site, call: &Call<'_>, old: Record, sent: &Record) -> Result<Answer, Refusal> {
    let mut new = old;
    new.extend(
        ["filter_type", "jump_items"]
            .iter()
            .filter_map(|name| sent.get(*name).map(|value| ((*name).to_owned(), value.clone()))),
    );
    new.entry("jump_items").or_insert_with(|| json!([]));
    let mut errors = Errors::default();
    for (index, item) in list(&new, "jump_items").iter().enumerate() {
        if let Value::Object(item) = item {
            known(site, item, &format!("jump_items.{index}"), &mut errors);
        }
    }
    if text(&new, "filter_type") == "criteria" {
        let sent = sent.get("criteria").and_then(Value::as_object);
        let mut kept = members(&new);
        for (name, value) in sent.into_iter().flatten() {
            kept.insert(name.clone(), lower(value));
        }
        for name in PATTERNS.into_iter().chain(["shared_jump_groups"]) {
            kept.entry(name).or_insert_with(|| json!([]));
        }
        refs::check(site, OF_ACCOUNT, &kept, &Record::new(), &mut errors);
        let empty = kept.values().all(|value| value.as_array().is_none_or(Vec::is_empty));
        let alone = new.get("jump_items").and_then(Value::as_array).is_none_or(Vec::is_empty);
        if call.operation.method == Method::Post && empty && alone {
            errors.add("criteria", "The criteria field is required when the filter type is criteria.");
        }
        new.insert("criteria".to_owned(), Value::Object(kept));
    } else {
        // Documented: the other kinds delete all criteria.
        new.remove("criteria");
    }
    errors.into_result()?;
    site.store.put(place(call), call.id(), 0, new.clone());
    Ok(Answer::json(call.success(), Value::Object(new)))
}

fn place(call: &Call<'_>) -> &'static str {
    if call.operation.path.starts_with("/vault/account-group/") { OF_GROUP } else { OF_ACCOUNT }
}

fn stored(site: &Site, call: &Call<'_>) -> Result<Record, Refusal> {
    if let Some(own) = site.store.row(place(call), call.id(), 0) {
        return Ok(own.into_owned());
    }
    if place(call) == OF_GROUP {
        return Ok(crate::store::record(json!({ "filter_type": "any_jump_items", "jump_items": [] })));
    }
    let message = "The account inherits the association of its account group.";
    Err(Refusal::Status(unconfirmed::NO_ASSOCIATION_STATUS, message.to_owned()))
}

/// Returns the association if single things can be added to it.
fn criteria(site: &Site, call: &Call<'_>) -> Result<Record, Refusal> {
    let association = stored(site, call)?;
    if text(&association, "filter_type") != "criteria" {
        return Err(Refusal::field("filter_type", "The filter type must be criteria."));
    }
    Ok(association)
}

fn item(site: &Site, call: &Call<'_>) -> Result<Value, Refusal> {
    crud::checked(site, call, None)?;
    let sent = call.object()?;
    let mut errors = Errors::default();
    known(site, &sent, "id", &mut errors);
    errors.into_result()?;
    Ok(json!({ "id": int(&sent, "id"), "type": text(&sent, "type") }))
}

fn group(site: &Site, call: &Call<'_>) -> Result<i64, Refusal> {
    crud::checked(site, call, None)?;
    let sent = call.object()?;
    int(&sent, "shared_jump_group_id")
        .ok_or_else(|| Refusal::field("shared_jump_group_id", "The shared jump group id field is required."))
}

/// Complains about a Jump Item that does not exist, or that credentials cannot be injected into.
fn known(site: &Site, item: &Record, field: &str, errors: &mut Errors) {
    let Some((_, table)) = KINDS.iter().find(|(kind, _)| *kind == text(item, "type")) else {
        return;
    };
    match int(item, "id").and_then(|id| site.store.row(table, 0, id)) {
        None => errors.add(field, "The selected Jump Item does not exist."),
        Some(row) if *table == "/jump-item/protocol-tunnel-jump" && text(&row, "tunnel_type") != "mssql" => {
            errors.add(field, unconfirmed::TUNNEL_ASSOCIATION_MESSAGE);
        }
        Some(_) => {}
    }
}

fn without(items: Vec<Value>, gone: &Value) -> Result<Vec<Value>, Refusal> {
    if !items.contains(gone) {
        return Err(Refusal::NotFound);
    }
    Ok(items.into_iter().filter(|item| item != gone).collect())
}

/// Takes a list out of a record, to be put back changed.
fn list(record: &Record, name: &str) -> Vec<Value> {
    record.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn members(association: &Record) -> Record {
    association.get("criteria").and_then(Value::as_object).cloned().unwrap_or_default()
}

/// The appliance keeps patterns in lower case.
fn lower(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(lower).collect(),
        Value::String(text) => json!(text.to_lowercase()),
        other => other.clone(),
    }
}
