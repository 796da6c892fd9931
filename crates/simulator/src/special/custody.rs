//! Who holds the secret of a vault account, and who may.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::answer::{Answer, Refusal};
use crate::call::Call;
use crate::course::rotation;
use crate::crud;
use crate::hooks;
use crate::keys;
use crate::special::provisioning;
use crate::special::vault::{ACCOUNTS, DEFAULT, GROUPS, POLICIES, group_of};
use crate::store::{Record, flag, int, set, text};
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// The member that lists who holds the secret.
pub(crate) const HOLDERS: &str = "_holders";

/// Somebody who can hold a secret.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holder {
    ApiAccount(i64),
    User(i64),
}

/// Hands out the secret of an account.
pub(crate) fn check_out(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    reachable(site, call)?;
    let holder = Holder::ApiAccount(call.account);
    take(site, call.id(), holder, call.now).map_err(Refusal::state)?;
    let row = site.store.row(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?;
    Ok(Answer::json(call.success(), Value::Object(credential(&row))))
}

/// Takes back a secret that this API account holds.
pub(crate) fn check_in(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    reachable(site, call)?;
    let holder = Holder::ApiAccount(call.account);
    give_back(site, call.id(), holder, call.now).map_err(Refusal::state)?;
    Ok(call.done())
}

/// Takes back a secret from whoever holds it.
pub(crate) fn force_check_in(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    reachable(site, call)?;
    let row = site.store.row(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?;
    if matches!(text(&row, "type"), "ssh" | "ssh_ca" | "x509_ca" | "x509_csr") {
        return Err(Refusal::state("Accounts of this type cannot be checked in by force."));
    }
    if holders(&row).is_empty() {
        return Err(Refusal::state("The account is not checked out."));
    }
    hold(site, call.id(), &[], call.now);
    Ok(call.done())
}

/// Schedules a new secret for an account that the appliance manages.
pub(crate) fn rotate(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    reachable(site, call)?;
    let row = site.store.row_mut(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?;
    if !rotation::is_managed(row) {
        return Err(Refusal::state("Accounts of this type cannot be rotated."));
    }
    rotation::schedule(row, call.now);
    Ok(call.done())
}

/// Gives the secret to somebody, if it can be had.
pub(crate) fn take(site: &mut Site, account: i64, holder: Holder, now: Moment) -> Result<(), String> {
    let row = site.store.row(ACCOUNTS, 0, account).ok_or("The account does not exist.")?;
    if matches!(text(&row, "type"), "x509_ca" | "x509_csr" | "password_safe") {
        return Err("Accounts of this type cannot be checked out.".to_owned());
    }
    let mut holders = holders(&row);
    let mine = holders.contains(&holder);
    if mine && !unconfirmed::HOLDER_CHECKS_OUT_AGAIN {
        return Err("The account is checked out already.".to_owned());
    }
    let shared = policy(site, &row).is_some_and(|policy| flag(&policy, "allow_simultaneous_checkout"));
    if !holders.is_empty() && !mine && !shared {
        return Err("The account is checked out already.".to_owned());
    }
    if !mine {
        holders.push(holder);
    }
    if let Some(row) = site.store.row_mut(ACCOUNTS, 0, account) {
        set(row, HOLDERS, holders.iter().map(|holder| holder.value()).collect());
        set(row, "last_checkout_timestamp", json!(now.text()));
    }
    Ok(())
}

/// Takes the secret back from one who holds it.
pub(crate) fn give_back(site: &mut Site, account: i64, holder: Holder, now: Moment) -> Result<(), String> {
    let row = site.store.row(ACCOUNTS, 0, account).ok_or("The account does not exist.")?;
    if text(&row, "type") == "x509_ca" {
        return Err("Accounts of this type cannot be checked in.".to_owned());
    }
    let mut holders = holders(&row);
    if !holders.contains(&holder) {
        return Err("The account is not checked out.".to_owned());
    }
    holders.retain(|other| *other != holder);
    hold(site, account, &holders, now);
    Ok(())
}

/// Returns who holds the secret of an account.
pub(crate) fn holders(row: &Record) -> Vec<Holder> {
    let list = row.get(HOLDERS).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Holder::read).collect()
}

/// Returns the policy of an account: its own, else that of its group, else the default.
pub(crate) fn policy<'a>(site: &'a Site, row: &Record) -> Option<Cow<'a, Record>> {
    let named = |row: &Record| row.get("account_policy").and_then(Value::as_str).map(str::to_owned);
    let group = || group_of(row).and_then(|id| site.store.row(GROUPS, 0, id));
    let code_name = named(row).or_else(|| group().and_then(|group| named(&group)));
    let mut policies = site.store.rows(POLICIES, 0).map(|(_, policy)| policy);
    code_name
        .and_then(|code_name| policies.find(|policy| text(policy, "code_name") == code_name))
        .or_else(|| site.store.row(POLICIES, 0, DEFAULT))
}

/// Whether a user may check an account out: as its owner, as an administrator of the vault, or by
/// a role on the account or on its group, given directly or by a group policy.
pub(crate) fn may_check_out(site: &Site, account: i64, user: i64) -> bool {
    let Some(row) = site.store.row(ACCOUNTS, 0, account) else {
        return false;
    };
    if flag(&row, "personal") {
        return int(&row, "owner_user_id") == Some(user);
    }
    if site.store.row("/user", 0, user).is_some_and(|row| flag(&row, "perm_vault")) {
        return true;
    }
    let group = group_of(&row).unwrap_or_default();
    let mut roles =
        vec![("/vault/account/{id}/user", account, user), ("/vault/account-group/{id}/user", group, user)];
    for policy in provisioning::effective(site, user) {
        roles.push(("/group-policy/{id}/vault-account", policy, account));
        roles.push(("/group-policy/{id}/vault-account-group", policy, group));
    }
    roles.into_iter().any(|(table, parent, id)| {
        site.store.row(table, parent, id).is_some_and(|row| text(&row, "role") == "inject_and_checkout")
    })
}

impl Holder {
    fn read(value: &Value) -> Option<Self> {
        let id = |name| value.get(name).and_then(Value::as_i64);
        id("api_account").map(Self::ApiAccount).or_else(|| id("user").map(Self::User))
    }

    fn value(self) -> Value {
        match self {
            Self::ApiAccount(id) => json!({ "api_account": id }),
            Self::User(id) => json!({ "user": id }),
        }
    }
}

/// Checks the body, and that the account is nobody's own.
fn reachable(site: &Site, call: &Call<'_>) -> Result<(), Refusal> {
    crud::checked(site, call, None)?;
    hooks::unless_personal(&*site.store.row(ACCOUNTS, 0, call.id()).ok_or(Refusal::NotFound)?)
}

/// Notes who holds the secret now. When nobody does any more, it may have to change.
fn hold(site: &mut Site, account: i64, holders: &[Holder], now: Moment) {
    let Some(row) = site.store.row(ACCOUNTS, 0, account) else {
        return;
    };
    let change = holders.is_empty()
        && rotation::is_managed(&row)
        && policy(site, &row).is_some_and(|policy| flag(&policy, "auto_rotate_credentials"));
    if let Some(row) = site.store.row_mut(ACCOUNTS, 0, account) {
        set(row, HOLDERS, holders.iter().map(|holder| holder.value()).collect());
        if change {
            rotation::schedule(row, now);
        }
    }
}

fn credential(row: &Record) -> Record {
    let kind = text(row, "type");
    // Tokens and secrets have no user name; clients demand one.
    let name = Some(text(row, "username")).filter(|name| !name.is_empty()).unwrap_or(text(row, "name"));
    let mut shown = Record::new();
    set(&mut shown, "username", json!(name));
    set(&mut shown, "type", json!(kind));
    let secret = match kind {
        "ssh" | "ssh_ca" => "private_key",
        "opaque_token" => "token",
        _ => "password",
    };
    set(&mut shown, secret, json!(text(row, secret)));
    if kind == "ssh_ca" {
        set(&mut shown, "signed_public_cert", json!(keys::signed(text(row, "public_key"))));
    }
    shown
}
