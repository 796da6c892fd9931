//! The vault: accounts, what they hide, and the groups they are in.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::hooks;
use crate::keys;
use crate::paging;
use crate::site::Site;
use crate::store::{OMITTED, Record, flag, int, text};
use crate::unconfirmed;

const ACCOUNTS: &str = "/vault/account";
const GROUPS: &str = "/vault/account-group";
const POLICIES: &str = "/vault/account-policy";
const ITEMS: &str = "/jump-item/remote-rdp";

/// The group and the policy that cannot be deleted and take what has none.
const DEFAULT: i64 = 1;

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

/// Hands out the secret of an account.
pub(crate) fn check_out(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    let row = account(site, call)?;
    let kind = text(&row, "type").to_owned();
    if matches!(kind.as_str(), "x509_ca" | "x509_csr" | "password_safe") {
        return Err(Refusal::state("Accounts of this type cannot be checked out."));
    }
    let mut holders = holders(&row);
    let mine = holders.contains(&call.account);
    if !holders.is_empty() && !mine && !shared(site, &row) {
        return Err(Refusal::state("The account is checked out already."));
    }
    if !mine {
        holders.push(call.account);
    }
    let due = int(&row, "_rotates").is_some_and(|second| second <= call.now.second);
    let fresh = due.then(|| site.rng.password());
    let row = site.store.row_mut(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?;
    if let Some(password) = fresh {
        row.remove("_rotates");
        row.insert("password".to_owned(), json!(password));
    }
    row.insert("_holders".to_owned(), json!(holders));
    row.insert("last_checkout_timestamp".to_owned(), json!(call.now.text()));
    Ok(Answer::json(call.success(), Value::Object(credential(row, &kind))))
}

/// Takes back a secret that this API account holds.
pub(crate) fn check_in(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    let row = account(site, call)?;
    let mut holders = holders(&row);
    if !holders.contains(&call.account) {
        return Err(Refusal::state("The account is not checked out."));
    }
    holders.retain(|holder| *holder != call.account);
    hold(site, call, &holders);
    Ok(call.done())
}

/// Takes back a secret from whoever holds it.
pub(crate) fn force_check_in(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    let row = account(site, call)?;
    if matches!(text(&row, "type"), "ssh" | "ssh_ca" | "x509_ca" | "x509_csr") {
        return Err(Refusal::state("Accounts of this type cannot be checked in by force."));
    }
    if holders(&row).is_empty() {
        return Err(Refusal::state("The account is not checked out."));
    }
    hold(site, call, &[]);
    Ok(call.done())
}

/// Schedules a new secret for an account that the appliance manages.
pub(crate) fn rotate(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    let row = account(site, call)?;
    if !matches!(text(&row, "type"), "windows_local" | "windows_domain" | "aws_secret") {
        return Err(Refusal::state("Accounts of this type cannot be rotated."));
    }
    let delay = i64::try_from(unconfirmed::ROTATION_TAKES.as_secs()).unwrap_or_default();
    if let Some(row) = site.store.row_mut(ACCOUNTS, 0, call.id()) {
        row.insert("_rotates".to_owned(), json!(call.now.second.saturating_add(delay)));
    }
    Ok(call.done())
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

fn account<'a>(site: &'a Site, call: &Call<'_>) -> Result<Cow<'a, Record>, Refusal> {
    hooks::personal(site, call.id())?;
    site.store.row(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)
}

fn credential(row: &Record, kind: &str) -> Record {
    // Tokens and secrets have no user name; clients demand one.
    let name = Some(text(row, "username")).filter(|name| !name.is_empty()).unwrap_or(text(row, "name"));
    let mut shown = Record::new();
    shown.insert("username".to_owned(), json!(name));
    shown.insert("type".to_owned(), json!(kind));
    let secret = match kind {
        "ssh" | "ssh_ca" => "private_key",
        "opaque_token" => "token",
        _ => "password",
    };
    shown.insert(secret.to_owned(), json!(text(row, secret)));
    if kind == "ssh_ca" {
        shown.insert("signed_public_cert".to_owned(), json!(keys::signed(text(row, "public_key"))));
    }
    shown
}

fn holders(row: &Record) -> Vec<i64> {
    crate::store::ints(row, "_holders")
}

fn hold(site: &mut Site, call: &Call<'_>, holders: &[i64]) {
    if let Some(row) = site.store.row_mut(ACCOUNTS, 0, call.id()) {
        row.insert("_holders".to_owned(), json!(holders));
    }
}

/// Whether several may hold the account at a time: its policy says, else its group's, else the default.
fn shared(site: &Site, row: &Record) -> bool {
    let own = row.get("account_policy").and_then(Value::as_str);
    let group = group_of(row).and_then(|id| site.store.row(GROUPS, 0, id));
    let code_name =
        own.or_else(|| group.as_ref().and_then(|group| group.get("account_policy")).and_then(Value::as_str));
    let named = code_name.and_then(|code_name| {
        site.store.rows(POLICIES, 0).map(|(_, row)| row).find(|row| text(row, "code_name") == code_name)
    });
    named
        .or_else(|| site.store.row(POLICIES, 0, DEFAULT))
        .is_some_and(|policy| flag(&policy, "allow_simultaneous_checkout"))
}

/// The group of an account; personal accounts and certificate authorities have none.
fn group_of(row: &Record) -> Option<i64> {
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
