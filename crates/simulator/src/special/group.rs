//! Group policies: copies, provisioning.

use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::crud;
use crate::fill;
use crate::paging;
use crate::special::provisioning;
use crate::store::{Record, text};
use crate::world::Site;

/// Copies a group policy with everything that was added to it.
pub(crate) fn copy(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    const TABLE: &str = "/group-policy";
    let changes = crud::checked(site, call, None)?;
    let name = text(&changes, "name").to_owned();
    let mut copy = site.store.row(TABLE, 0, call.id()).ok_or(Refusal::NotFound)?.into_owned();
    let mut errors = Errors::default();
    if site.store.rows(TABLE, 0).any(|(_, row)| paging::holds(row.get("name"), &name)) {
        errors.add("name", "The name has already been taken.");
    }
    errors.into_result()?;
    let id = site.store.next_id(TABLE);
    copy.insert("id".to_owned(), json!(id));
    copy.insert("name".to_owned(), json!(name));
    let prefix = format!("{TABLE}/{{id}}/");
    let below: Vec<String> =
        site.store.templates().filter(|template| template.starts_with(&prefix)).map(str::to_owned).collect();
    for template in below {
        let rows: Vec<(i64, Record)> =
            site.store.rows(&template, call.id()).map(|(key, row)| (key, row.into_owned())).collect();
        for (mut key, mut row) in rows {
            // Members have ids of their own; the other lists are keyed by what they name.
            if row.contains_key("id") {
                key = site.store.next_id(&template);
                row.insert("id".to_owned(), json!(key));
            }
            if row.contains_key("group_policy_id") {
                row.insert("group_policy_id".to_owned(), json!(id));
            }
            site.store.put(&template, id, key, row);
        }
    }
    let answer = crud::shown(call, &copy);
    site.store.put(TABLE, 0, id, copy);
    Ok(answer)
}

/// Recalculates the permissions of the members.
pub(crate) fn provision(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    crud::checked(site, call, None)?;
    provisioning::provision_members(site, call.id());
    Ok(call.done())
}

/// Shows an account group of a group policy. The document names the wrong schema here, one that
/// demands `account_id`: the answer has the fields of both.
pub(crate) fn show_account_group(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site
        .store
        .row("/group-policy/{id}/vault-account-group", call.parent(), call.id())
        .ok_or(Refusal::NotFound)?;
    let mut shown = row.clone().into_owned();
    shown.insert("account_id".to_owned(), json!(call.id()));
    match call.schema().map(|schema| fill::shown(schema, &shown)) {
        Some(Value::Object(mut members)) => {
            for name in ["group_policy_id", "account_group_id"] {
                members.extend(shown.get(name).map(|value| (name.to_owned(), value.clone())));
            }
            Ok(Answer::json(call.success(), Value::Object(members)))
        }
        _ => Ok(crud::shown(call, &row)),
    }
}
