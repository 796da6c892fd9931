//! What is kept about a thing elsewhere than in a field that points to it.

use serde_json::{Value, json};

use crate::special::approval;
use crate::special::association::{self, OF_ACCOUNT, OF_GROUP};
use crate::special::custody::HOLDERS;
use crate::store::{Record, int, set, text};
use crate::world::Site;

/// Makes the rest of the site forget a thing. Returns what has to go with it.
pub(super) fn forget(site: &mut Site, table: &str, id: i64, row: &Record) -> Vec<(&'static str, i64)> {
    match table {
        "/jump-group" => {
            for place in [OF_ACCOUNT, OF_GROUP] {
                let names = |row: &Record| lists(row.get("criteria"), "shared_jump_groups", &json!(id));
                change(site, place, names, |row| {
                    if let Some(Value::Object(criteria)) = row.get_mut("criteria") {
                        drop_from(criteria, "shared_jump_groups", &json!(id));
                    }
                });
            }
        }
        "/jumpoint" => {
            // Documented: endpoints, local and domain accounts that use the Jumpoint go with it.
            let of = |table: &'static str| {
                site.store
                    .rows(table, 0)
                    .filter(|(_, row)| int(row, "_jumpoint") == Some(id))
                    .map(move |(id, _)| (table, id))
                    .collect::<Vec<_>>()
            };
            return [of("/vault/endpoint"), of("/vault/account")].concat();
        }
        "/team" => {
            let queue = format!("team:{}", text(row, "code_name"));
            for place in ["/jump-client", "/jump-client/installer"] {
                let names = |row: &Record| text(row, "support_button_direct_queue") == queue;
                change(site, place, names, |row| set(row, "support_button_direct_queue", json!("")));
            }
        }
        "/user" => {
            let holder = json!({ "user": id });
            change(
                site,
                "/vault/account",
                |row| contains(row, HOLDERS, &holder),
                |row| {
                    drop_from(row, HOLDERS, &holder);
                },
            );
        }
        "/vault/account-policy" => {
            // Documented: its accounts move to the default policy.
            let default = site.store.row(table, 0, 1).map(|row| text(&row, "code_name").to_owned());
            rename_policy(site, "/vault/account", text(row, "code_name"), &json!(default));
            // A group without a policy has the default one.
            rename_policy(site, "/vault/account-group", text(row, "code_name"), &Value::Null);
        }
        _ => {}
    }
    if let Some(kind) = association::kind(table) {
        let item = json!({ "id": id, "type": kind });
        for place in [OF_ACCOUNT, OF_GROUP] {
            change(
                site,
                place,
                |row| contains(row, "jump_items", &item),
                |row| {
                    drop_from(row, "jump_items", &item);
                },
            );
        }
    }
    site.store
        .rows(approval::REQUESTS, 0)
        .filter(|(_, request)| {
            int(request, "jump_item_id") == Some(id)
                && approval::table(text(request, "jump_item_type")) == Some(table)
        })
        .map(|(request, _)| (approval::REQUESTS, request))
        .collect()
}

/// Puts another code name in place of that of a policy.
pub(crate) fn rename_policy(site: &mut Site, table: &str, old: &str, new: &Value) {
    change(
        site,
        table,
        |row| text(row, "account_policy") == old,
        |row| set(row, "account_policy", new.clone()),
    );
}

fn change(site: &mut Site, table: &str, fits: impl Fn(&Record) -> bool, change: impl Fn(&mut Record)) {
    site.store.change_all(table, |row| fits(&row.record()), change);
}

fn lists(outer: Option<&Value>, name: &str, item: &Value) -> bool {
    outer.and_then(Value::as_object).is_some_and(|outer| contains(outer, name, item))
}

fn contains(row: &Record, name: &str, item: &Value) -> bool {
    row.get(name).and_then(Value::as_array).is_some_and(|items| items.contains(item))
}

fn drop_from(row: &mut Record, name: &str, gone: &Value) {
    if let Some(Value::Array(items)) = row.get_mut(name) {
        items.retain(|item| item != gone);
    }
}
