//! Users: provisioning and their group policies.

use http::StatusCode;
use serde_json::json;

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::fill;
use crate::paging;
use crate::site::Site;
use crate::store::{Record, int, ints, text};

const POLICIES: &str = "/group-policy";
const MEMBERS: &str = "/group-policy/{id}/member";

/// Recalculates permissions. Unknown ids are ignored.
pub(crate) fn provision(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    Ok(call.done())
}

/// Lists the group policies that a user is a member of.
pub(crate) fn group_policies(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows =
        site.store.rows(POLICIES, 0).filter(|(policy, _)| membership(site, *policy, call.id()).is_some());
    paging::page(call, rows.map(|(_, row)| row))
}

/// Adds a local user to group policies and takes it out of others.
pub(crate) fn group_policy_changes(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = call.id();
    let changes = crud::checked(site, call, None)?;
    let provider = site
        .store
        .row("/user", 0, user)
        .and_then(|row| int(&row, "security_provider_id"))
        .unwrap_or_default();
    let local =
        site.store.row("/security-provider", 0, provider).is_some_and(|row| text(&row, "type") == "local");
    if !local {
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

/// Returns the group policies whose grants a user has.
pub(crate) fn effective_policies(site: &Site, user: i64) -> Vec<i64> {
    site.store
        .rows(POLICIES, 0)
        .map(|(id, _)| id)
        .filter(|policy| membership(site, *policy, user).is_some())
        .collect()
}

fn membership(site: &Site, policy: i64, user: i64) -> Option<i64> {
    site.store
        .rows(MEMBERS, policy)
        .find(|(_, member)| int(member, "user_id") == Some(user))
        .map(|(id, _)| id)
}
