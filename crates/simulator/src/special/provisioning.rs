//! What users may do, and where they belong: as it was recalculated last.
//!
//! Documented: changes of permissions and memberships show in later calls only after the users
//! concerned have been provisioned, by the API or by logging in.

use std::borrow::Cow;

use bt_sra_catalog::Schema;
use serde_json::{Value, json};

use crate::crud;
use crate::store::{Record, flag, int, ints, set, text};
use crate::world::Site;

pub(crate) const POLICIES: &str = "/group-policy";
pub(crate) const MEMBERS: &str = "/group-policy/{id}/member";
const TEAM_USERS: &str = "/team/{id}/user";

/// The member that names the groups of a user at its security provider.
pub(crate) const GROUPS: &str = "_groups";

/// The member of a membership that says which group policy it comes from.
pub(crate) const BY_POLICY: &str = "_policy";

/// The member that lists the group policies of a user.
const EFFECTIVE: &str = "_policies";

/// The member that keeps the permissions a user has without any group policy.
const OWN: &str = "_own";

/// Recalculates what a user may do and where it belongs.
pub(crate) fn provision(site: &mut Site, user: i64) {
    let Some(row) = site.store.row("/user", 0, user).map(Cow::into_owned) else {
        return;
    };
    let policies: Vec<(i64, Record)> = site
        .store
        .rows(POLICIES, 0)
        .filter(|(policy, _)| is_member(site, *policy, user, &row))
        .map(|(policy, record)| (policy, record.into_owned()))
        .collect();
    let own = row.get(OWN).and_then(Value::as_object).cloned().unwrap_or_else(|| permissions(&row));
    let object = crud::row_object(site, "/user", &row);
    let mut granted = own.clone();
    // Administrators may do everything anyway.
    let counting = if flag(&row, "perm_admin") { &[][..] } else { &policies[..] };
    for (_, policy) in counting {
        let status = [text(policy, "access_perm_status"), text(policy, "rep_perm_status")].concat();
        if status == "defined" || status == "final" {
            for (name, value) in permissions(policy) {
                if let Some(field) = object.and_then(|object| object.field(&name)) {
                    granted.insert(name, like(&field.schema, value));
                }
            }
        }
        // Documented: then policies of lower priority do not count.
        if status == "final" {
            break;
        }
    }
    let ids: Vec<i64> = policies.iter().map(|(policy, _)| *policy).collect();
    teams(site, user, &ids);
    if let Some(row) = site.store.row_mut("/user", 0, user) {
        row.retain(|name, _| !is_permission(name));
        row.extend(granted);
        set(row, OWN, Value::Object(own));
        set(row, EFFECTIVE, json!(ids));
    }
}

/// Provisions every user.
pub(crate) fn provision_all(site: &mut Site) {
    for user in users(site) {
        provision(site, user);
    }
}

/// Provisions the members of a group policy, and those who were.
pub(crate) fn provision_members(site: &mut Site, policy: i64) {
    for user in users(site) {
        let concerned = site.store.row("/user", 0, user).is_some_and(|row| {
            ints(&row, EFFECTIVE).contains(&policy) || is_member(site, policy, user, &row)
        });
        if concerned {
            provision(site, user);
        }
    }
}

/// Returns the group policies whose grants a user has.
pub(crate) fn effective(site: &Site, user: i64) -> Vec<i64> {
    let ids = site.store.row("/user", 0, user).map(|row| ints(&row, EFFECTIVE)).unwrap_or_default();
    ids.into_iter().filter(|policy| site.store.has(POLICIES, 0, *policy)).collect()
}

/// Finds the entry that makes a user itself a member of a group policy.
pub(crate) fn membership(site: &Site, policy: i64, user: i64) -> Option<i64> {
    site.store
        .rows(MEMBERS, policy)
        .find(|(_, member)| int(member, "user_id") == Some(user))
        .map(|(id, _)| id)
}

/// Whether a user is to be a member: itself, or by a group of its security provider.
fn is_member(site: &Site, policy: i64, user: i64, row: &Record) -> bool {
    let groups = row.get(GROUPS).and_then(Value::as_array);
    let provider = int(row, "security_provider_id");
    site.store.rows(MEMBERS, policy).any(|(_, member)| {
        let named = |field: &str| {
            member.get(field).is_some_and(|name| groups.is_some_and(|groups| groups.contains(name)))
        };
        int(&member, "user_id") == Some(user)
            || (int(&member, "security_provider_id") == provider
                && (named("group_name") || named("distinguished_name")))
    })
}

/// Puts a user into the teams that its group policies grant, and out of those they do no more.
fn teams(site: &mut Site, user: i64, policies: &[i64]) {
    let teams: Vec<i64> = site.store.rows("/team", 0).map(|(id, _)| id).collect();
    for team in teams {
        let there = site.store.row(TEAM_USERS, team, user);
        // What was given to the user itself stays as it is.
        if there.as_ref().is_some_and(|row| !row.contains_key(BY_POLICY)) {
            continue;
        }
        let old = there.is_some();
        let grant = policies.iter().find_map(|policy| {
            let row = site.store.row("/group-policy/{id}/team", *policy, team)?;
            Some((*policy, text(&row, "role").to_owned()))
        });
        match grant {
            Some((policy, role)) => {
                let row = json!({ "team_id": team, "user_id": user, "role": role, BY_POLICY: policy });
                site.store.put(TEAM_USERS, team, user, crate::store::record(row));
            }
            None if old => {
                site.store.take(TEAM_USERS, team, user);
            }
            None => {}
        }
    }
}

fn users(site: &Site) -> Vec<i64> {
    site.store.rows("/user", 0).map(|(id, _)| id).collect()
}

/// What of a user or a group policy is a permission.
fn permissions(row: &Record) -> Record {
    let members = row.iter().filter(|(name, _)| is_permission(name));
    members.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn is_permission(name: &str) -> bool {
    (name.starts_with("perm_") && name != "perm_admin")
        || name.ends_with("_jump_item_role_id")
        || name == "auto_assignment_max_sessions"
}

/// Writes a permission as users have it: one is a yes or no in policies and a level in users.
fn like(schema: &Schema, granted: Value) -> Value {
    match (schema, &granted) {
        (Schema::Text(_), Value::Bool(true)) => json!("full_support"),
        (Schema::Text(_), Value::Bool(false)) => json!("not_allowed"),
        _ => granted,
    }
}
