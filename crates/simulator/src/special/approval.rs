//! Requests for access that somebody has to approve (PRA).

use http::StatusCode;
use serde_json::{Value, json};

use crate::answer::{Answer, Refusal};
use crate::call::Call;
use crate::crud;
use crate::paging;
use crate::site::Site;
use crate::store::{Record, flag, int, ints, text};
use crate::time;
use crate::unconfirmed;

/// Where requests are kept. Hidden members name the approvers.
pub(crate) const REQUESTS: &str = "/jump-approval/{user_id}/view";

/// Lists the requests that a user can approve.
pub(crate) fn list(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows = site.store.rows(REQUESTS, 0).map(|(_, row)| row).filter(|row| approves(row, call.id()));
    paging::page(call, paging::filter(call, rows, &[]))
}

/// Shows one of them.
pub(crate) fn show(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(REQUESTS, 0, call.id()).filter(|row| approves(row, call.parent()));
    row.map(|row| crud::shown(call, &row)).ok_or(Refusal::NotFound)
}

/// Approves or denies a request.
pub(crate) fn approve(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = crud::checked(site, call, None)?;
    let id = int(&sent, "id").unwrap_or_default();
    let user = int(&sent, "user_id").unwrap_or_default();
    let Some(row) = site.store.row_mut(REQUESTS, 0, id).filter(|row| approves(row, user)) else {
        return Err(refused("The user has no such request to approve."));
    };
    if text(row, "state") != "pending" {
        return Err(refused("The request is not pending."));
    }
    row.insert("state".to_owned(), json!(text(&sent, "answer")));
    row.insert("response_comments".to_owned(), json!(text(&sent, "comments")));
    let message = format!("The request was {}.", text(&sent, "answer"));
    Ok(Answer::message(call.success(), &message))
}

/// Asks for access on behalf of a user.
pub(crate) fn request(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = crud::checked(site, call, None)?;
    let user = int(&sent, "user_id").unwrap_or_default();
    if !site.store.has("/user", 0, user) {
        return Err(refused("The user does not exist."));
    }
    let kind = text(&sent, "jump_item_type");
    let item = table(kind)
        .and_then(|table| site.store.row(table, 0, int(&sent, "jump_item_id").unwrap_or_default()));
    let Some(item) = item else {
        return Err(refused("The Jump Item does not exist."));
    };
    let policy = int(&item, "jump_policy_id");
    let policy_row = policy.and_then(|id| site.store.row("/jump-policy", 0, id));
    if unconfirmed::APPROVAL_NEEDS_POLICY
        && !policy_row.as_ref().is_some_and(|row| flag(row, "approval_required"))
    {
        return Err(refused("The Jump Item needs no approval."));
    }
    let named = policy_row.map(|row| approvers(&row)).unwrap_or_default();
    let approvers = if named.is_empty() { administrators(site) } else { named };
    let mut row = Record::new();
    let id = site.store.next_id(REQUESTS);
    row.insert("id".to_owned(), json!(id));
    row.insert("state".to_owned(), json!("pending"));
    row.extend(policy.map(|policy| ("jump_policy_id".to_owned(), json!(policy))));
    row.insert("jump_item_type".to_owned(), json!(kind));
    row.insert("jump_item_id".to_owned(), sent.get("jump_item_id").cloned().unwrap_or_default());
    row.insert("created_by_user_id".to_owned(), json!(user));
    let start = int(&sent, "start").unwrap_or(call.now.second);
    row.insert("start_timestamp".to_owned(), json!(time::text(start)));
    row.insert("duration".to_owned(), sent.get("duration").cloned().unwrap_or_else(|| json!(7200)));
    row.insert("request_reason".to_owned(), json!(text(&sent, "reason")));
    row.insert("response_comments".to_owned(), json!(""));
    row.insert("_approvers".to_owned(), json!(approvers));
    site.store.put(REQUESTS, 0, id, row);
    Ok(Answer::message(call.success(), "The request was created."))
}

/// The users that a Jump Policy names as approvers; the lists hold texts.
pub(crate) fn approvers(policy: &Record) -> Vec<i64> {
    let named = policy.get("approval_user_ids").and_then(Value::as_array);
    named.into_iter().flatten().filter_map(Value::as_str).filter_map(|text| text.parse().ok()).collect()
}

fn administrators(site: &Site) -> Vec<i64> {
    site.store.rows("/user", 0).filter(|(_, row)| flag(row, "perm_admin")).map(|(id, _)| id).collect()
}

fn approves(row: &Record, user: i64) -> bool {
    ints(row, "_approvers").contains(&user)
}

/// The vocabulary of item types is not documented here: both ways of writing them are taken.
pub(crate) fn table(kind: &str) -> Option<&'static str> {
    let table = match kind.replace('-', "_").as_str() {
        "jump_client" => "/jump-client",
        "shell_jump" => "/jump-item/shell-jump",
        "remote_rdp" => "/jump-item/remote-rdp",
        "remote_vnc" => "/jump-item/remote-vnc",
        "web_jump" => "/jump-item/web-jump",
        "protocol_tunnel" | "protocol_tunnel_jump" => "/jump-item/protocol-tunnel-jump",
        "network_tunnel" | "network_tunnel_jump" => "/jump-item/network-tunnel-jump",
        "psql_tunnel" | "psql_tunnel_jump" => "/jump-item/psql-tunnel-jump",
        "mysql_tunnel" | "mysql_tunnel_jump" => "/jump-item/mysql-tunnel-jump",
        _ => return None,
    };
    Some(table)
}

/// These two operations have 400 as their one error.
fn refused(message: &str) -> Refusal {
    Refusal::Status(StatusCode::BAD_REQUEST, message.to_owned())
}
