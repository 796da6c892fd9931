//! The vault: accounts, what they hide, and the groups they are in.

use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::hooks;
use crate::keys;
use crate::paging;
use crate::store::{OMITTED, Record, flag, int, text};
use crate::world::Site;

pub(crate) const ACCOUNTS: &str = "/vault/account";
pub(crate) const GROUPS: &str = "/vault/account-group";
pub(crate) const POLICIES: &str = "/vault/account-policy";
const ITEMS: &str = "/jump-item/remote-rdp";

/// The group and the policy that cannot be deleted and take what has none.
pub(crate) const DEFAULT: i64 = 1;

/// Completes and checks a new account.
pub(crate) fn before_create(site: &Site, record: &mut Record, errors: &mut Errors) {
    if text(record, "type") == "x509_csr" {
        let parent = int(record, "parent_x509").and_then(|id| site.store.row(ACCOUNTS, 0, id));
        if parent.is_some_and(|parent| text(&parent, "type") != "x509_ca") {
            errors.add("parent_x509", "The selected parent x509 must be a certificate authority.");
        }
    }
    if text(record, "type") == "x509_ca" && !record.contains_key("x509_cert") {
        let certificate = keys::certificate(text(record, "subject"));
        record.insert("x509_cert".to_owned(), json!(certificate));
    }
    complete(record);
}

/// Sets what follows from the secret side of an account.
pub(crate) fn complete(record: &mut Record) {
    if matches!(text(record, "type"), "ssh" | "ssh_ca") {
        let public = keys::public_key(text(record, "private_key"));
        record.insert("public_key".to_owned(), json!(public));
    }
}

/// Lists accounts; personal ones only if asked for.
pub(crate) fn list(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let personal = matches!(call.query("include_personal"), Some("true" | "1"));
    let rows =
        site.store.rows(ACCOUNTS, 0).map(|(_, row)| row).filter(|row| personal || !flag(row, "personal"));
    paging::page(call, paging::filter(call, rows, &["include_personal"]))
}

/// Gives a user access to an account. Personal accounts are out of reach.
pub(crate) fn add_user(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    hooks::personal(site, call.id())?;
    let mut record = crud::checked(site, call, None)?;
    // Documented default, which the schema does not show here.
    record.entry("role").or_insert_with(|| json!("inject"));
    let (id, record) = crud::insert(site, "/vault/account/{id}/user", call.id(), record, call)?;
    let answer = crud::shown(call, &record);
    site.store.put("/vault/account/{id}/user", call.id(), id, record);
    Ok(answer)
}

/// Lists the accounts of an account group.
pub(crate) fn members(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows = site
        .store
        .rows(ACCOUNTS, 0)
        .filter(|(_, row)| group_of(row) == Some(call.id()))
        .map(|(id, _)| membership(id, call.id()));
    paging::page(call, rows)
}

/// Moves an account into an account group.
pub(crate) fn add_member(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = call.object()?;
    let checked = crud::checked(site, call, None)?;
    // The document calls the one field of this body read-only.
    let id = int(&checked, "account_id").or_else(|| int(&sent, "account_id"));
    let Some(id) = id else {
        return Err(Refusal::field("account_id", "The account id field is required."));
    };
    let fits = site.store.row(ACCOUNTS, 0, id).is_some_and(|row| group_of(&row).is_some());
    if !fits {
        return Err(Refusal::field("account_id", "The selected account id does not exist."));
    }
    regroup(site, id, call.id());
    Ok(crud::shown(call, &membership(id, call.id())))
}

/// Shows whether an account is in an account group.
pub(crate) fn show_member(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?;
    if group_of(&row) != Some(call.parent()) {
        return Err(Refusal::NotFound);
    }
    Ok(crud::shown(call, &membership(call.id(), call.parent())))
}

/// Moves an account to the default group.
pub(crate) fn remove_member(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    show_member(site, call)?;
    regroup(site, call.id(), DEFAULT);
    Ok(call.done())
}

/// Lists the Remote RDP items on the host of an endpoint that have no endpoint yet.
pub(crate) fn candidates(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let host = site.store.row("/vault/endpoint", 0, call.id()).map(|row| text(&row, "hostname").to_owned());
    let rows = site.store.rows(ITEMS, 0).map(|(_, row)| row).filter(|row| {
        int(row, "endpoint_id").is_none()
            && Some(text(row, "hostname").to_lowercase()) == host.as_deref().map(str::to_lowercase)
    });
    paging::page(call, rows)
}

/// Links a Remote RDP item with an endpoint.
pub(crate) fn associate_rdp(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = call.object()?;
    let checked = crud::checked(site, call, None)?;
    let Some(id) = int(&checked, "id").or_else(|| int(&sent, "id")) else {
        return Err(Refusal::field("id", "The id field is required."));
    };
    let Some(row) = site.store.row_mut(ITEMS, 0, id) else {
        return Err(Refusal::field("id", "The selected id does not exist."));
    };
    row.insert("endpoint_id".to_owned(), json!(call.id()));
    let shown = row.clone();
    Ok(crud::shown(call, &shown))
}

/// The group of an account; personal accounts and certificate authorities have none.
pub(crate) fn group_of(row: &Record) -> Option<i64> {
    let none = row
        .get(OMITTED)
        .and_then(Value::as_array)
        .is_some_and(|names| names.iter().any(|name| name == "account_group_id"));
    if none { None } else { Some(int(row, "account_group_id").unwrap_or(DEFAULT)) }
}

fn regroup(site: &mut Site, account: i64, group: i64) {
    if let Some(row) = site.store.row_mut(ACCOUNTS, 0, account) {
        row.insert("account_group_id".to_owned(), json!(group));
    }
}

fn membership(account: i64, group: i64) -> Record {
    let mut row = Record::new();
    row.insert("account_id".to_owned(), json!(account));
    row.insert("account_group_id".to_owned(), json!(group));
    row
}
