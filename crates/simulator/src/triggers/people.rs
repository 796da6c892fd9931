//! Users who log in or fail to, vendors who wait, approvals that people ask for and give.

use serde_json::{Value, json};

use super::Kind::{Integer, List, Text};
use super::{Member, Order, Trigger, missing};
use crate::course;
use crate::crud;
use crate::fill;
use crate::happenings;
use crate::special::approval::{self, Wish};
use crate::special::provisioning::{self, GROUPS};
use crate::special::{schedule, user};
use crate::store::{self, Record, flag, int, set, text};
use crate::time::{self, Moment};
use crate::unconfirmed;
use crate::world::Site;
use bt_sra_core::Product;

const USERS: &str = "/user";
const VENDOR_USERS: &str = "/vendor/{id}/user";

const PRA: Option<Product> = Some(Product::Pra);
const USER: Member = Member::needed("id", Integer, "the id of the user");
const VENDOR: Member = Member::needed("vendor_id", Integer, "the id of the vendor group");
const VENDOR_USER: Member = Member::needed("id", Integer, "the id of the vendor user");
const REQUEST: Member = Member::needed("id", Integer, "the id of the request");

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "user_logs_in",
        only: None,
        members: &[
            Member::free("id", Integer, "the id of the user; without, somebody logs in for the first time"),
            Member::free("username", Text, "the name of one who logs in for the first time"),
            Member::free(
                "security_provider_id",
                Integer,
                "the provider of one who logs in for the first time",
            ),
            Member::free("groups", List, "the groups of the user at its provider"),
        ],
        effect: "The user logs in to the console and is provisioned. Failed logins are forgotten. Disabled and locked users cannot.",
        pull: logs_in,
    },
    Trigger {
        name: "user_fails_login",
        only: None,
        members: &[USER],
        effect: "A local user gives a wrong password; after some it is locked, until its `failed_logins` are set to 0.",
        pull: fails_login,
    },
    Trigger {
        name: "vendor_user_approved",
        only: PRA,
        members: &[VENDOR, VENDOR_USER],
        effect: "Somebody in charge of the vendor group approves the user.",
        pull: vendor_approved,
    },
    Trigger {
        name: "vendor_user_logs_in",
        only: PRA,
        members: &[VENDOR, VENDOR_USER],
        effect: "The vendor user logs in, if it is approved, enabled and not expired.",
        pull: vendor_logs_in,
    },
    Trigger {
        name: "jump_approval_requested",
        only: PRA,
        members: &[
            Member::needed("user_id", Integer, "who asks"),
            Member::needed(
                "jump_item_type",
                Text,
                "the type of the Jump Item: shell_jump, jump_client and so on",
            ),
            Member::needed("jump_item_id", Integer, "the id of the Jump Item"),
            Member::free("start", Integer, "when access is to begin, in seconds since 1970; now without"),
            Member::free("duration", Integer, "for how many seconds; 7200 without"),
            Member::free("reason", Text, "why"),
        ],
        effect: "A user asks for access in the console.",
        pull: requested,
    },
    Trigger {
        name: "jump_approval_answered",
        only: PRA,
        members: &[
            REQUEST,
            Member::needed("user_id", Integer, "who answers"),
            Member::needed("answer", Text, "approved or denied"),
            Member::free("comments", Text, "what the approver says to it"),
        ],
        effect: "An approver answers a request, by mail or in the console.",
        pull: answered,
    },
    Trigger {
        name: "jump_approval_cancelled",
        only: PRA,
        members: &[REQUEST],
        effect: "The user who asked takes a request back.",
        pull: |site, _, order| approval::change(site, order.id("id"), &["pending", "approved"], "cancelled"),
    },
    Trigger {
        name: "jump_approval_used",
        only: PRA,
        members: &[REQUEST],
        effect: "A session starts on the strength of an approved request, within its time.",
        pull: used,
    },
    Trigger {
        name: "jump_policy_schedule_set",
        only: None,
        members: &[
            Member::needed("id", Integer, "the id of the Jump Policy"),
            Member::needed("entries", List, "objects with start_day, start_time, end_day and end_time"),
            Member::free("timezone", Text, "the time zone of the schedule: Europe/Berlin"),
        ],
        effect: "An administrator sets the schedule of a Jump Policy, which the API can only read.",
        pull: schedule_set,
    },
];

fn logs_in(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = match order.integer("id") {
        Some(id) => id,
        None => first_login(site, now, order)?,
    };
    let Some(row) = site.store.row(USERS, 0, id) else {
        return Err(missing(site, "user", USERS, id));
    };
    if !flag(&row, "enabled") {
        return Err(format!("user {id} is disabled"));
    }
    if int(&row, "failed_logins").unwrap_or_default() >= unconfirmed::USERS_ARE_LOCKED_AFTER {
        return Err(format!("user {id} is locked after failed logins: set its `failed_logins` to 0"));
    }
    if time::parse(text(&row, "password_expiration")).is_some_and(|end| end <= now.second) {
        return Err(format!("the password of user {id} has expired"));
    }
    if let Some(row) = site.store.row_mut(USERS, 0, id) {
        set(row, "failed_logins", json!(0));
        set(row, "last_authentication", json!(now.text()));
        row.extend(order.get("groups").map(|groups| (GROUPS.to_owned(), groups.clone())));
    }
    provisioning::provision(site, id);
    happenings::people::log_in(site, now.second, id);
    Ok(json!({ "user": id }))
}

/// Makes the user of an external provider, who becomes known by logging in.
fn first_login(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<i64, String> {
    let (Some(name), Some(provider)) = (order.text("username"), order.integer("security_provider_id")) else {
        return Err("`user_logs_in` needs `id`, or `username` and `security_provider_id`".to_owned());
    };
    let Some(kind) = site.store.row("/security-provider", 0, provider) else {
        return Err(missing(site, "security provider", "/security-provider", provider));
    };
    if text(&kind, "type") == "local" {
        return Err("local users are not made by logging in".to_owned());
    }
    let taken = site.store.rows(USERS, 0).any(|(_, row)| text(&row, "username").eq_ignore_ascii_case(name));
    if taken {
        return Err(format!("there is a user {name} already: log it in by `id`"));
    }
    let id = site.store.next_id(USERS);
    let mut row = store::record(json!({
        "id": id,
        "security_provider_id": provider,
        "username": name,
        "public_display_name": name,
        "private_display_name": name,
        "display_number": id,
        "enabled": true,
        "created_at": now.text(),
    }));
    user::hide_local(&mut row);
    if let Some(object) = crud::row_object(site, USERS, &row) {
        row.retain(|name, _| name.starts_with('_') || object.field(name).is_some());
        fill::complete(&mut row, object);
    }
    site.store.put(USERS, 0, id, row);
    Ok(id)
}

fn fails_login(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let Some(row) = site.store.row(USERS, 0, id) else {
        return Err(missing(site, "user", USERS, id));
    };
    if !user::is_local(site, &row) {
        return Err(format!("user {id} is not local: the appliance does not know its password"));
    }
    let failed = int(&row, "failed_logins").unwrap_or_default().saturating_add(1);
    if let Some(row) = site.store.row_mut(USERS, 0, id) {
        set(row, "failed_logins", json!(failed));
    }
    Ok(
        json!({ "user": id, "failed_logins": failed, "locked": failed >= unconfirmed::USERS_ARE_LOCKED_AFTER }),
    )
}

fn vendor_approved(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let row = vendor_user(site, order)?;
    if flag(row, "is_approved") {
        return Err(format!("vendor user {} is approved already", order.id("id")));
    }
    set(row, "is_approved", json!(true));
    Ok(json!({ "vendor_user": order.id("id") }))
}

fn vendor_logs_in(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let row = vendor_user(site, order)?;
    for (field, wanted, why) in [
        ("enabled", true, "disabled"),
        ("is_approved", true, "not approved yet"),
        ("is_expired", false, "expired"),
    ] {
        if flag(row, field) != wanted {
            return Err(format!("vendor user {id} is {why}"));
        }
    }
    set(row, "last_authenticated_date", json!(now.text()));
    Ok(json!({ "vendor_user": id }))
}

fn vendor_user<'a>(site: &'a mut Site, order: &Order<'_>) -> Result<&'a mut Record, String> {
    let (vendor, id) = (order.id("vendor_id"), order.id("id"));
    if !site.store.has("/vendor", 0, vendor) {
        return Err(missing(site, "vendor group", "/vendor", vendor));
    }
    let why = format!("vendor group {vendor} has no user {id}");
    site.store.row_mut(VENDOR_USERS, vendor, id).ok_or(why)
}

fn requested(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let wish = Wish {
        user: order.id("user_id"),
        kind: order.text("jump_item_type").unwrap_or_default(),
        item: order.id("jump_item_id"),
        start: order.integer("start"),
        duration: order.integer("duration"),
        reason: order.text("reason").unwrap_or_default(),
    };
    let id = approval::ask(site, now, &wish)
        .map_err(|why| format!("user {}, {} {}: {why}", wish.user, wish.kind, wish.item))?;
    course::wake(site);
    Ok(json!({ "request": id }))
}

fn answered(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    if !site.store.has(approval::REQUESTS, 0, order.id("id")) {
        return Err(missing(site, "request", approval::REQUESTS, order.id("id")));
    }
    let answer = order.text("answer").unwrap_or_default();
    if !matches!(answer, "approved" | "denied") {
        return Err("`answer` must be approved or denied".to_owned());
    }
    let (id, user) = (order.id("id"), order.id("user_id"));
    let comments = order.text("comments").unwrap_or_default();
    approval::decide(site, id, user, answer, comments).map_err(|why| format!("request {id}: {why}"))?;
    Ok(json!({ "request": id, "state": answer }))
}

fn used(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let early = site
        .store
        .row(approval::REQUESTS, 0, id)
        .and_then(|row| time::parse(text(&row, "start_timestamp")))
        .is_some_and(|start| start > now.second);
    if early {
        return Err(format!("the time of request {id} has not come"));
    }
    approval::change(site, id, &["approved"], "in_use")
}

fn schedule_set(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let entries = order.get("entries").cloned().unwrap_or_default();
    let zone = order.text("timezone").unwrap_or("Etc/UTC");
    let schedule = schedule::read(zone, &entries)?;
    let why = missing(site, "Jump Policy", "/jump-policy", id);
    let row = site.store.row_mut("/jump-policy", 0, id).ok_or(why)?;
    set(row, schedule::SCHEDULE, schedule);
    Ok(json!({ "jump_policy": id }))
}
