//! Writes down what was done through the APIs.

use bt_sra_catalog::{Method, Operation};
use serde_json::Value;

use crate::answer::{Answer, Payload};
use crate::journal::Entry;
use crate::oauth::ACCOUNTS;
use crate::store::text;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

/// What can be done with an account of the vault: the end of the path, what the syslog calls it, and
/// what reports do.
const WITH_ACCOUNTS: &[(Method, &str, &str, &str)] = &[
    (Method::Post, "/vault/account/{id}/check-out", "vault_account_checked_out", unconfirmed::CHECKED_OUT),
    (Method::Post, "/vault/account/{id}/check-in", "vault_account_checked_in", unconfirmed::CHECKED_IN),
    (Method::Post, "/vault/account/{id}/force-check-in", "vault_account_checked_in", unconfirmed::CHECKED_IN),
    (Method::Post, "/vault/account/{id}/rotate", "vault_account_rotated", unconfirmed::ROTATED),
    (Method::Post, "/vault/account", "vault_account_added", "Account Created"),
    (Method::Patch, "/vault/account/{id}", "vault_account_changed", unconfirmed::EDITED),
    (Method::Delete, "/vault/account/{id}", "vault_account_removed", "Account Deleted"),
];

/// Who did something: the API account, and from where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct By<'a> {
    pub(crate) at: i64,
    pub(crate) account: i64,
    pub(crate) address: &'a str,
}

/// Notes an operation of the Configuration API that was done.
pub(crate) fn operation(
    site: &mut Site,
    by: By<'_>,
    done: &Operation,
    ids: &[i64],
    sent: &[u8],
    answer: &Answer,
) {
    let made = match &answer.payload {
        Payload::Json(row) => row.get("id").and_then(Value::as_i64),
        _ => None,
    };
    let id = ids.last().copied().or(made).unwrap_or_default();
    let with = WITH_ACCOUNTS.iter().find(|(method, path, ..)| (*method, *path) == (done.method, done.path));
    let event = with.map_or_else(|| named(done), |(_, _, event, _)| (*event).to_owned());
    let mut fields = vec![("id".to_owned(), id.to_string())];
    if let Ok(Value::Object(members)) = serde_json::from_slice::<Value>(sent) {
        // Secrets are nobody's business.
        let shown = members.iter().filter_map(|(name, value)| match value {
            Value::String(text) if !is_secret(name) => Some((format!("new_{name}"), text.clone())),
            Value::Bool(_) | Value::Number(_) => Some((format!("new_{name}"), value.to_string())),
            _ => None,
        });
        fields.extend(shown);
    }
    let vault = with.map(|(_, _, _, what)| (id, (*what).to_owned()));
    note(site, by, event, fields, vault);
}

/// Notes something else.
pub(crate) fn note(
    site: &mut Site,
    by: By<'_>,
    event: String,
    fields: Vec<(String, String)>,
    vault: Option<(i64, String)>,
) {
    let row = site.store.row(ACCOUNTS, 0, by.account);
    let who = row.map(|row| text(&row, "name").to_owned()).unwrap_or_default();
    let address = by.address.to_owned();
    site.journal.add(Entry { at: by.at, event, account: by.account, who, address, fields, vault });
}

fn is_secret(name: &str) -> bool {
    ["password", "key", "secret", "passphrase", "token"].iter().any(|part| name.contains(part))
}

/// What the syslog calls an operation: the resource and what became of it. That events are named
/// like this is a guess.
fn named(done: &Operation) -> String {
    let words: Vec<&str> =
        done.path.split('/').filter(|part| !part.is_empty() && !part.starts_with('{')).collect();
    let [added, removed, changed] = unconfirmed::SYSLOG_ENDS;
    let end = match done.method {
        Method::Post => added,
        Method::Delete => removed,
        _ => changed,
    };
    format!("{}_{end}", words.join("_").replace('-', "_"))
}
