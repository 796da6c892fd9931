//! Vendor groups: their users, who expire and come back.

use http::StatusCode;
use serde_json::json;

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::course::Next;
use crate::crud;
use crate::store::{Record, flag, int, ints, set, text};
use crate::time::{self, Moment};
use crate::world::Site;

pub(crate) const USERS: &str = "/vendor/{id}/user";

const VENDORS: &str = "/vendor";
const DAY: i64 = 86_400;

/// Adds a vendor user. The answer has no content: clients read the list for the new id.
pub(crate) fn add_user(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let record = crud::checked(site, call, None)?;
    let (id, record) = crud::insert(site, USERS, call.id(), record, call)?;
    site.store.put(USERS, call.id(), id, record);
    Ok(Answer::empty(call.success()))
}

/// Reactivates all users of a vendor group that have expired.
pub(crate) fn reactivate_all(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let ids: Vec<i64> = site
        .store
        .rows(USERS, call.id())
        .filter(|(_, row)| flag(row, "is_expired"))
        .map(|(id, _)| id)
        .collect();
    if ids.is_empty() {
        return Err(Refusal::Bare(StatusCode::BAD_REQUEST));
    }
    for id in ids {
        renew(site, call.id(), id, call.now);
    }
    Ok(Answer::empty(call.success()))
}

/// Reactivates one user; one that has not expired cannot be.
pub(crate) fn reactivate(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(USERS, call.parent(), call.id()).ok_or(Refusal::NotFound)?;
    if !flag(&row, "is_expired") {
        return Err(Refusal::Bare(StatusCode::BAD_REQUEST));
    }
    renew(site, call.parent(), call.id(), call.now);
    Ok(Answer::empty(call.success()))
}

/// When the account of a user of this group expires that begins now.
pub(crate) fn expiration(site: &Site, vendor: i64, now: Moment) -> String {
    let days = site.store.row(VENDORS, 0, vendor).and_then(|row| int(&row, "account_expiration"));
    time::text(now.second.saturating_add(days.unwrap_or(30).saturating_mul(DAY)))
}

/// Checks what of a vendor group goes together. All of it is documented.
pub(crate) fn check(vendor: &Record, old: Option<&Record>, errors: &mut Errors) {
    let (administrators, teams) = (ints(vendor, "administrator_ids").len(), ints(vendor, "team_ids").len());
    if administrators + teams > 10 {
        errors.add("administrator_ids", "There may be no more than 10 administrators and teams together.");
    }
    let approval = flag(vendor, "user_approval_enabled");
    if approval && vendor.get("user_added_notification_enabled").is_some_and(|value| *value == json!(false)) {
        errors.add(
            "user_added_notification_enabled",
            "The user added notification enabled field must be true with user approval enabled.",
        );
    }
    if flag(vendor, "user_reactivation_enabled") && !approval {
        errors.add(
            "user_reactivation_enabled",
            "The user reactivation enabled field can only be true with user approval enabled.",
        );
    }
    // Two of these are true by default: only what a client says is held against it.
    for field in
        ["user_added_notification_enabled", "user_expired_notification_enabled", "user_approval_enabled"]
    {
        let said = old.is_none_or(|old| old.get(field) != vendor.get(field));
        if said && flag(vendor, field) && administrators + teams == 0 {
            errors.add(field, format!("The {} needs an administrator or a team.", field.replace('_', " ")));
        }
    }
}

/// Whether a name belongs to a vendor user of any group.
pub(crate) fn is_taken(site: &Site, name: &str) -> bool {
    site.store.scan_all(USERS).any(|(_, _, row)| {
        row.get("username").is_some_and(|own| own.as_str().is_some_and(|own| own.eq_ignore_ascii_case(name)))
    })
}

/// Lets accounts expire, and deletes those that have been so for long.
pub(crate) fn pass(site: &mut Site, now: i64, next: &mut Next) {
    let vendors: Vec<(i64, Option<i64>)> = site
        .store
        .rows(VENDORS, 0)
        .map(|(id, row)| (id, int(&row, "deletion_days_after_expiration")))
        .collect();
    let (mut expired, mut gone) = (Vec::new(), Vec::new());
    for (vendor, days) in vendors {
        for (id, row) in site.store.rows(USERS, vendor) {
            let Some(end) = time::parse(text(&row, "account_expiration")) else {
                continue;
            };
            if !next.is_due(end, now) {
                continue;
            }
            let deleted = days.map(|days| end.saturating_add(days.saturating_mul(DAY)));
            if deleted.is_some_and(|second| next.is_due(second, now)) {
                gone.push((vendor, id));
            } else if !flag(&row, "is_expired") {
                expired.push((vendor, id));
            }
        }
    }
    for (vendor, id) in gone {
        site.store.take(USERS, vendor, id);
    }
    for (vendor, id) in expired {
        if let Some(row) = site.store.row_mut(USERS, vendor, id) {
            set(row, "is_expired", json!(true));
        }
    }
}

fn renew(site: &mut Site, vendor: i64, user: i64, now: Moment) {
    let expires = expiration(site, vendor, now);
    if let Some(row) = site.store.row_mut(USERS, vendor, user) {
        set(row, "account_expiration", json!(expires));
        set(row, "is_expired", json!(false));
        set(row, "enabled", json!(true));
    }
}
