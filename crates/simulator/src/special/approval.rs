//! Requests for access that somebody has to approve (PRA).

use http::StatusCode;
use serde_json::{Value, json};

use crate::answer::{Answer, Refusal};
use crate::call::Call;
use crate::course::Next;
use crate::crud;
use crate::paging;
use crate::store::{Record, flag, int, set, text};
use crate::time::{self, Moment};
use crate::unconfirmed;
use crate::world::Site;

/// Where requests are kept.
pub(crate) const REQUESTS: &str = "/jump-approval/{user_id}/view";

const POLICIES: &str = "/jump-policy";

/// What somebody asks for.
#[derive(Debug)]
pub(crate) struct Wish<'a> {
    pub(crate) user: i64,
    pub(crate) kind: &'a str,
    pub(crate) item: i64,
    pub(crate) start: Option<i64>,
    pub(crate) duration: Option<i64>,
    pub(crate) reason: &'a str,
}

/// Lists the requests that a user can approve.
pub(crate) fn list(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows = site.store.rows(REQUESTS, 0).map(|(_, row)| row).filter(|row| approves(site, row, call.id()));
    paging::page(call, paging::filter(call, rows, &[]))
}

/// Shows one of them.
pub(crate) fn show(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(REQUESTS, 0, call.id()).filter(|row| approves(site, row, call.parent()));
    row.map(|row| crud::shown(call, &row)).ok_or(Refusal::NotFound)
}

/// Approves or denies a request.
pub(crate) fn approve(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = crud::checked(site, call, None)?;
    let (id, user) = (int(&sent, "id").unwrap_or_default(), int(&sent, "user_id").unwrap_or_default());
    decide(site, id, user, text(&sent, "answer"), text(&sent, "comments")).map_err(refused)?;
    Ok(Answer::message(call.success(), &format!("The request was {}.", text(&sent, "answer"))))
}

/// Asks for access on behalf of a user.
pub(crate) fn request(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = crud::checked(site, call, None)?;
    let wish = Wish {
        user: int(&sent, "user_id").unwrap_or_default(),
        kind: text(&sent, "jump_item_type"),
        item: int(&sent, "jump_item_id").unwrap_or_default(),
        start: int(&sent, "start"),
        duration: int(&sent, "duration"),
        reason: text(&sent, "reason"),
    };
    ask(site, call.now, &wish).map_err(refused)?;
    Ok(Answer::message(call.success(), "The request was created."))
}

/// Makes a request, if there is something to be asked for.
pub(crate) fn ask(site: &mut Site, now: Moment, wish: &Wish<'_>) -> Result<i64, String> {
    match site.store.row("/user", 0, wish.user) {
        None => return Err("The user does not exist.".to_owned()),
        Some(row) if !flag(&row, "enabled") => return Err("The user is disabled.".to_owned()),
        Some(_) => {}
    }
    let Some(place) = table(wish.kind) else {
        return Err("The type of Jump Item is not known.".to_owned());
    };
    let Some(item) = site.store.row(place, 0, wish.item) else {
        return Err("The Jump Item does not exist.".to_owned());
    };
    let policy = int(&item, "jump_policy_id");
    let row = policy.and_then(|id| site.store.row(POLICIES, 0, id));
    let required = row.as_ref().filter(|row| flag(row, "approval_required"));
    if unconfirmed::APPROVAL_NEEDS_POLICY && required.is_none() {
        return Err("The Jump Item needs no approval.".to_owned());
    }
    let duration = wish.duration.unwrap_or(7200);
    let most =
        required.and_then(|row| int(row, "approval_max_duration")).map(|minutes| minutes.saturating_mul(60));
    if most.is_some_and(|most| duration > most) {
        return Err("The duration is longer than the Jump Policy allows.".to_owned());
    }
    let start = wish.start.unwrap_or(now.second);
    let mut request = crate::store::record(json!({
        "state": "pending",
        "jump_item_type": wish.kind,
        "jump_item_id": wish.item,
        "created_by_user_id": wish.user,
        "start_timestamp": time::text(start),
        "duration": duration,
        "request_reason": wish.reason,
        "response_comments": "",
    }));
    request.extend(policy.map(|policy| ("jump_policy_id".to_owned(), json!(policy))));
    let id = site.store.next_id(REQUESTS);
    set(&mut request, "id", json!(id));
    site.store.put(REQUESTS, 0, id, request);
    Ok(id)
}

/// Answers a request.
pub(crate) fn decide(
    site: &mut Site,
    id: i64,
    user: i64,
    answer: &str,
    comments: &str,
) -> Result<(), String> {
    let row = site.store.row(REQUESTS, 0, id).filter(|row| approves(site, row, user));
    let Some(row) = row else {
        return Err("The user has no such request to approve.".to_owned());
    };
    if text(&row, "state") != "pending" {
        return Err("The request is not pending.".to_owned());
    }
    let scope = policy(site, &row).map(|policy| text(&policy, "approval_approver_scope").to_owned());
    // Documented: unless the policy says so, nobody approves a request of their own.
    if int(&row, "created_by_user_id") == Some(user) && scope.as_deref() != Some("anyone") {
        return Err("The user may not answer a request of its own.".to_owned());
    }
    if let Some(row) = site.store.row_mut(REQUESTS, 0, id) {
        set(row, "state", json!(answer));
        set(row, "response_comments", json!(comments));
    }
    Ok(())
}

/// Brings a request from one of some states into another.
pub(crate) fn change(site: &mut Site, id: i64, from: &[&str], to: &str) -> Result<Value, String> {
    let Some(row) = site.store.row_mut(REQUESTS, 0, id) else {
        return Err(format!("there is no request {id}"));
    };
    if !from.contains(&text(row, "state")) {
        return Err(format!("request {id} is {}, and not {}", text(row, "state"), from.join(" or ")));
    }
    set(row, "state", json!(to));
    Ok(json!({ "request": id, "state": to }))
}

/// Ends what nobody has answered in time, and sessions whose time is over.
pub(crate) fn pass(site: &mut Site, now: i64, next: &mut Next) {
    let mut over = Vec::new();
    for (id, row) in site.store.rows(REQUESTS, 0) {
        let state = match text(&row, "state") {
            "pending" => unconfirmed::UNANSWERED_REQUESTS_BECOME,
            "in_use" => "approved",
            _ => continue,
        };
        let start = time::parse(text(&row, "start_timestamp")).unwrap_or_default();
        if next.is_due(start.saturating_add(int(&row, "duration").unwrap_or_default()), now) {
            over.push((id, state));
        }
    }
    for (id, state) in over {
        if let Some(row) = site.store.row_mut(REQUESTS, 0, id) {
            set(row, "state", json!(state));
        }
    }
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

/// Whether a user is an approver: by the Jump Policy, itself or through a team; where that names
/// nobody, as an administrator.
fn approves(site: &Site, request: &Record, user: i64) -> bool {
    let policy = policy(site, request);
    let named = |field: &str| policy.as_ref().map(|policy| ids(policy, field)).unwrap_or_default();
    let (users, teams) = (named("approval_user_ids"), named("approval_team_ids"));
    if users.is_empty() && teams.is_empty() {
        return site.store.row("/user", 0, user).is_some_and(|row| flag(&row, "perm_admin"));
    }
    users.contains(&user) || teams.iter().any(|team| site.store.has("/team/{id}/user", *team, user))
}

fn policy<'a>(site: &'a Site, request: &Record) -> Option<std::borrow::Cow<'a, Record>> {
    site.store.row(POLICIES, 0, int(request, "jump_policy_id")?)
}

/// The lists of ids in a Jump Policy hold texts.
fn ids(policy: &Record, field: &str) -> Vec<i64> {
    let named = policy.get(field).and_then(Value::as_array);
    named
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_i64().or_else(|| id.as_str().and_then(|text| text.parse().ok())))
        .collect()
}

/// These two operations have 400 as their one error.
fn refused(message: String) -> Refusal {
    Refusal::Status(StatusCode::BAD_REQUEST, message)
}
