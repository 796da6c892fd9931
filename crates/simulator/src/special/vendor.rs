//! Vendor groups: their users and how these come back.

use serde_json::json;

use crate::answer::{Answer, Refusal};
use crate::call::Call;
use crate::crud;
use crate::site::Site;
use crate::store::{Record, int};
use crate::time;

const USERS: &str = "/vendor/{id}/user";

/// Adds a vendor user. The answer has no content: clients read the list for the new id.
pub(crate) fn add_user(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let record = crud::checked(site, call, None)?;
    let (id, record) = crud::insert(site, USERS, call.id(), record, call)?;
    site.store.put(USERS, call.id(), id, record);
    Ok(Answer::empty(call.success()))
}

/// Reactivates all users of a vendor group.
pub(crate) fn reactivate_all(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let ids: Vec<i64> = site.store.rows(USERS, call.id()).map(|(id, _)| id).collect();
    for id in ids {
        renew(site, call, call.id(), id);
    }
    Ok(Answer::empty(call.success()))
}

/// Reactivates one user.
pub(crate) fn reactivate(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    renew(site, call, call.parent(), call.id());
    Ok(Answer::empty(call.success()))
}

fn renew(site: &mut Site, call: &Call<'_>, vendor: i64, user: i64) {
    let days =
        site.store.row("/vendor", 0, vendor).and_then(|row| int(&row, "account_expiration")).unwrap_or(30);
    let expires = call.now.second.saturating_add(days.saturating_mul(86_400));
    if let Some(row) = site.store.row_mut(USERS, vendor, user) {
        let renewed: Record = [
            ("account_expiration".to_owned(), json!(time::text(expires))),
            ("is_expired".to_owned(), json!(false)),
            ("enabled".to_owned(), json!(true)),
        ]
        .into_iter()
        .collect();
        row.extend(renewed);
    }
}
