//! Users: provisioning and their group policies.

use bt_sra_core::Product;
use http::StatusCode;
use serde_json::json;

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::fill;
use crate::paging;
use crate::special::provisioning::{self, MEMBERS, POLICIES, membership};
use crate::store::{OMITTED, Record, flag, int, ints, text};
use crate::unconfirmed;
use crate::world::Site;

/// What only local users have.
pub(crate) const LOCAL_ONLY: [&str; 3] =
    ["failed_logins", "password_expiration", "password_reset_next_login"];

/// Recalculates permissions and memberships. Unknown ids are ignored; none are all.
pub(crate) fn provision(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = crud::checked(site, call, None)?;
    let ids = ints(&sent, "user_ids");
    if ids.is_empty() {
        provisioning::provision_all(site);
    }
    for id in ids {
        provisioning::provision(site, id);
    }
    Ok(call.done())
}

/// Lists the group policies that a user is a member of, as it was provisioned last.
pub(crate) fn group_policies(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let policies = provisioning::effective(site, call.id());
    let rows = site.store.rows(POLICIES, 0).filter(|(policy, _)| policies.contains(policy));
    paging::page(call, rows.map(|(_, row)| row))
}

/// Adds a local user to group policies and takes it out of others.
pub(crate) fn group_policy_changes(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = call.id();
    let changes = crud::checked(site, call, None)?;
    let row = site.store.row("/user", 0, user).ok_or(Refusal::NotFound)?;
    let provider = int(&row, "security_provider_id").unwrap_or_default();
    if !is_local(site, &row) {
        return Err(Refusal::state("Only local users are allowed."));
    }
    let (added, removed) = (ints(&changes, "added"), ints(&changes, "removed"));
    let mut errors = Errors::default();
    for (field, ids) in [("added", &added), ("removed", &removed)] {
        for id in ids.iter().filter(|id| !site.store.has(POLICIES, 0, **id)) {
            errors.add(field, format!("The group policy {id} does not exist."));
        }
    }
    errors.into_result()?;
    for policy in &added {
        if membership(site, *policy, user).is_none() {
            let id = site.store.next_id(MEMBERS);
            let mut member = Record::new();
            member.insert("id".to_owned(), json!(id));
            member.insert("security_provider_id".to_owned(), json!(provider));
            member.insert("user_id".to_owned(), json!(user));
            site.store.put(MEMBERS, *policy, id, member);
        }
    }
    for policy in &removed {
        if let Some(id) = membership(site, *policy, user) {
            site.store.take(MEMBERS, *policy, id);
        }
    }
    // The document answers with one policy; which one it does not say.
    let touched = added.iter().chain(&removed).next_back().copied();
    let of_user =
        || site.store.rows(POLICIES, 0).map(|(id, _)| id).find(|id| membership(site, *id, user).is_some());
    let row = touched.or_else(of_user).and_then(|id| site.store.row(POLICIES, 0, id));
    match (row, call.schema()) {
        (Some(row), Some(schema)) => Ok(Answer::json(StatusCode::OK, fill::shown(schema, &row))),
        _ => Ok(call.done()),
    }
}

/// Whether the appliance itself knows the password of a user.
pub(crate) fn is_local(site: &Site, user: &Record) -> bool {
    let provider = int(user, "security_provider_id").unwrap_or_default();
    // RS does not list the provider of local users, and the sample site has no others there.
    site.product == Product::Rs
        || site.store.row("/security-provider", 0, provider).is_some_and(|row| text(&row, "type") == "local")
}

/// Checks a change of a user.
pub(crate) fn before_update(
    site: &Site,
    old: &Record,
    new: &mut Record,
    errors: &mut Errors,
) -> Result<(), Refusal> {
    if flag(old, "perm_admin") {
        return Err(Refusal::state(unconfirmed::ADMINISTRATOR_MESSAGE));
    }
    // Documented: it may be set to 0, which unlocks the user.
    let failed = int(new, "failed_logins").unwrap_or_default();
    if failed != 0 && new.get("failed_logins") != old.get("failed_logins") {
        errors.add("failed_logins", "The failed logins may only be set to 0.");
    }
    if is_local(site, old) {
        return Ok(());
    }
    for field in LOCAL_ONLY.into_iter().chain(["password"]) {
        if new.get(field) != old.get(field) {
            errors.add(field, format!("The {} can only be set for local users.", field.replace('_', " ")));
        }
    }
    // Documented: read-only for users of other providers.
    new.extend(old.get("username").map(|name| ("username".to_owned(), name.clone())));
    Ok(())
}

/// Hides what only local users have.
pub(crate) fn hide_local(row: &mut Record) {
    row.insert(OMITTED.to_owned(), json!(LOCAL_ONLY));
}
