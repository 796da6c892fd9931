//! The vault as the consoles and the discovery use it.

use serde_json::{Value, json};

use super::Kind::{Integer, List, Text};
use super::{Member, Order, Trigger, missing};
use crate::course::rotation;
use crate::crud;
use crate::fill;
use crate::special::custody::{self, Holder};
use crate::special::vault::ACCOUNTS;
use crate::store::{self, Record, SCHEMA, flag, set};
use crate::time::Moment;
use crate::world::Site;

const ACCOUNT: Member = Member::needed("id", Integer, "the id of the vault account");
const USER: Member = Member::needed("user_id", Integer, "the id of the user");

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "vault_account_checked_out_by",
        only: None,
        members: &[ACCOUNT, USER],
        effect: "A user takes the secret of the account in a console, if role and policy allow it.",
        pull: checked_out,
    },
    Trigger {
        name: "vault_account_checked_in_by",
        only: None,
        members: &[ACCOUNT, USER],
        effect: "A user gives the secret back; by its policy it is rotated.",
        pull: checked_in,
    },
    Trigger {
        name: "rotation_fails",
        only: None,
        members: &[ACCOUNT],
        effect: "The next rotation of the account leaves its secret as it is.",
        pull: rotation_fails,
    },
    Trigger {
        name: "endpoint_discovered",
        only: None,
        members: &[
            Member::needed("hostname", Text, "the name of the machine"),
            Member::free("jumpoint_id", Integer, "the Jumpoint that found it; without, the first"),
            Member::free("domain_name", Text, "its domain"),
            Member::free("operating_system", Text, "its operating system"),
            Member::free("accounts", List, "the names of local accounts that were found on it"),
        ],
        effect: "A discovery imports an endpoint of the vault with its local Windows accounts. They go with their Jumpoint.",
        pull: discovered,
    },
];

fn checked_out(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let (id, user) = both(site, order)?;
    let enabled = site.store.row("/user", 0, user).is_some_and(|row| flag(&row, "enabled"));
    if !enabled || !custody::may_check_out(site, id, user) {
        return Err(format!("user {user} may not check account {id} out"));
    }
    custody::take(site, id, Holder::User(user), now).map_err(|why| format!("account {id}: {why}"))?;
    Ok(json!({ "account": id, "user": user }))
}

fn checked_in(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let (id, user) = both(site, order)?;
    custody::give_back(site, id, Holder::User(user), now).map_err(|why| format!("account {id}: {why}"))?;
    Ok(json!({ "account": id, "user": user }))
}

fn rotation_fails(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let why = missing(site, "vault account", ACCOUNTS, id);
    let row = site.store.row_mut(ACCOUNTS, 0, id).ok_or(why)?;
    if !rotation::is_managed(row) {
        return Err(format!("account {id} is of a kind that is not rotated"));
    }
    set(row, rotation::FAILS, json!(true));
    Ok(json!({ "account": id }))
}

fn both(site: &Site, order: &Order<'_>) -> Result<(i64, i64), String> {
    let (id, user) = (order.id("id"), order.id("user_id"));
    if !site.store.has(ACCOUNTS, 0, id) {
        return Err(missing(site, "vault account", ACCOUNTS, id));
    }
    if !site.store.has("/user", 0, user) {
        return Err(missing(site, "user", "/user", user));
    }
    Ok((id, user))
}

fn discovered(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let first = site.store.rows("/jumpoint", 0).map(|(id, _)| id).next();
    let jumpoint = order.integer("jumpoint_id").or(first).unwrap_or_default();
    if !site.store.has("/jumpoint", 0, jumpoint) {
        return Err(missing(site, "Jumpoint", "/jumpoint", jumpoint));
    }
    let names: Vec<&str> = order
        .get("accounts")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let host = order.text("hostname").unwrap_or_default().to_owned();
    let short = host.split('.').next().unwrap_or_default().to_owned();
    let endpoint = store::record(json!({
        "name": short,
        "hostname": host,
        "operating_system": order.text("operating_system").unwrap_or("Windows Server 2022"),
        "domain_name": order.text("domain_name").unwrap_or_default(),
        "distinguished_name": "",
        "description": "",
        "_jumpoint": jumpoint,
    }));
    let endpoint = add(site, "/vault/endpoint", endpoint);
    let mut accounts = Vec::new();
    for name in names {
        let account = store::record(json!({
            "type": "windows_local",
            SCHEMA: "VaultLocalAccount",
            "name": format!("{short}\\{name}"),
            "username": name,
            "account_group_id": 1,
            "endpoint_id": endpoint,
            "sid": format!("S-1-5-21-100-200-{endpoint}-{}", 500 + accounts.len()),
        }));
        let id = add(site, ACCOUNTS, account);
        let password = site.rng.password();
        if let Some(row) = site.store.row_mut(ACCOUNTS, 0, id) {
            set(row, "password", json!(password));
        }
        accounts.push(id);
    }
    Ok(json!({ "endpoint": endpoint, "accounts": accounts }))
}

fn add(site: &mut Site, table: &'static str, mut record: Record) -> i64 {
    let id = site.store.next_id(table);
    set(&mut record, "id", json!(id));
    if let Some(object) = crud::row_object(site, table, &record) {
        fill::complete(&mut record, object);
    }
    site.store.put(table, 0, id, record);
    id
}
