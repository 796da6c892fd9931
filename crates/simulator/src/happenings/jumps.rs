//! Sessions that users begin to Jump Items.

use std::collections::BTreeMap;

use super::sessions::{self, Opening};
use super::{machines, people};
use crate::live::session::JumpItem;
use crate::store::{flag, int};
use crate::world::Site;

/// Whether the ticket system is asked before a session to a Jump Item begins. Documented: a policy
/// that demands it does nothing without a ticket system.
pub(crate) fn needs_ticket(site: &Site, table: &str, id: i64) -> bool {
    let policy = site.store.row(table, 0, id).and_then(|row| int(&row, "jump_policy_id"));
    let policy = policy.and_then(|policy| site.store.row("/jump-policy", 0, policy));
    site.live.tickets.system.is_some() && policy.is_some_and(|policy| flag(&policy, "ticket_id_required"))
}

/// Sees that a user can begin a session to a Jump Item.
///
/// # Errors
///
/// In words.
pub(crate) fn check(site: &Site, user: i64, item: &JumpItem) -> Result<(), String> {
    people::logged_in(site, user).map_err(|trouble| trouble.to_string())?;
    if machines::is_reachable(site, &item.table, item.id) {
        return Ok(());
    }
    match site.store.has(&item.table, 0, item.id) {
        true => Err(format!("Jump Client {} is offline", item.id)),
        false => Err(format!("there is no Jump Item {} any more", item.id)),
    }
}

/// Begins a session to a Jump Item whose policy demands no ticket.
///
/// # Errors
///
/// In words.
pub(crate) fn begin(
    site: &mut Site,
    now: i64,
    user: i64,
    item: JumpItem,
    attributes: BTreeMap<String, String>,
) -> Result<String, String> {
    if needs_ticket(site, &item.table, item.id) {
        let id = item.id;
        return Err(format!(
            "the Jump Policy of Jump Item {id} demands a ticket: let `jump_item_started` happen"
        ));
    }
    begin_approved(site, now, user, item, attributes)
}

/// Begins a session that nobody has to approve any more.
pub(super) fn begin_approved(
    site: &mut Site,
    now: i64,
    user: i64,
    item: JumpItem,
    attributes: BTreeMap<String, String>,
) -> Result<String, String> {
    check(site, user, &item)?;
    sessions::check_attributes(site, &BTreeMap::new(), &attributes).map_err(|trouble| trouble.to_string())?;
    let customer = machines::customer(site, &item.table, item.id).ok_or("the Jump Item is gone")?;
    let opening = Opening { customer, jump_item: Some(item), attributes, ..Opening::default() };
    let lsid = sessions::open(site, now, opening);
    sessions::join(site, now, &lsid, user, None).map_err(|trouble| trouble.to_string())?;
    Ok(lsid)
}
