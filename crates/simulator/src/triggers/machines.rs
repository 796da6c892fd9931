//! Jobs that end, and API accounts that somebody changes in /login.

use serde_json::{Value, json};

use super::Kind::{Integer, Text};
use super::{Member, Order, Trigger, missing};
use crate::course::jobs;
use crate::network;
use crate::oauth::ACCOUNTS;
use crate::special::automation::JOBS;
use crate::store::{int, ints, set};
use crate::time::Moment;
use crate::world::Site;

const ACCOUNT: Member = Member::needed("id", Integer, "the id of the API account");

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "job_result",
        only: None,
        members: &[
            Member::needed("id", Integer, "the id of the Endpoint Automation job"),
            Member::needed("endpoint_id", Integer, "the endpoint on which it ends"),
            Member::free("exit_code", Integer, "what the script returns; 0 without"),
            Member::free("output", Text, "the last that the script wrote"),
            Member::free("error", Text, "why it failed without a script to blame"),
        ],
        effect: "A job ends now on an endpoint, with this result.",
        pull: job_result,
    },
    Trigger {
        name: "api_account_disabled",
        only: None,
        members: &[ACCOUNT],
        effect: "The API account is disabled, and its tokens are invalid from now on.",
        pull: |site, _, order| enable(site, order, false),
    },
    Trigger {
        name: "api_account_enabled",
        only: None,
        members: &[ACCOUNT],
        effect: "The API account is enabled; it needs a new token.",
        pull: |site, _, order| enable(site, order, true),
    },
    Trigger {
        name: "api_account_restricted",
        only: None,
        members: &[
            ACCOUNT,
            Member::needed(
                "ip_addresses",
                Text,
                "addresses and prefixes, one a line; empty lifts the restriction",
            ),
        ],
        effect: "The API account may be used from these addresses only.",
        pull: restrict,
    },
];

fn job_result(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let (id, endpoint) = (order.id("id"), order.id("endpoint_id"));
    let why = missing(site, "job", JOBS, id);
    let job = site.store.row_mut(JOBS, 0, id).ok_or(why)?;
    if !ints(job, "endpoint_ids").contains(&endpoint) {
        return Err(format!("job {id} does not run on endpoint {endpoint}"));
    }
    let over = jobs::run(job, endpoint).and_then(|run| int(&run, "ends"));
    if over.is_some_and(|end| end <= now.second) {
        return Err(format!("job {id} has ended on endpoint {endpoint} already"));
    }
    let code = order.integer("exit_code").unwrap_or_default();
    let output = order.text("output").unwrap_or_default();
    jobs::finish(job, endpoint, now.second, code, output, order.text("error"));
    Ok(json!({ "job": id, "endpoint": endpoint, "exit_code": code }))
}

fn enable(site: &mut Site, order: &Order<'_>, enabled: bool) -> Result<Value, String> {
    let id = order.id("id");
    if !site.allow(id, "enabled", enabled) {
        return Err(missing(site, "API account", ACCOUNTS, id));
    }
    Ok(json!({ "api_account": id, "enabled": enabled }))
}

fn restrict(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let list = order.text("ip_addresses").unwrap_or_default();
    let why = missing(site, "API account", ACCOUNTS, id);
    let row = site.store.row_mut(ACCOUNTS, 0, id).ok_or(why)?;
    network::check(list)?;
    set(row, "ip_addresses", json!(list));
    Ok(json!({ "api_account": id }))
}
