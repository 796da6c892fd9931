//! Jump Clients and nodes of Jumpoints that are online or not, and installers that run out.

use serde_json::{Value, json};

use super::Next;
pub(crate) use crate::live::machine::{ONLINE, online};
use crate::special::jump::INSTALLERS;
use crate::store::{Record, int, set, text};
use crate::time::{self, Moment};
use crate::unconfirmed;
use crate::world::Site;

/// The member that Jump Clients share which are copies of one another.
pub(crate) const MACHINE: &str = "_machine";

const CLIENTS: &str = "/jump-client";
const NODES: &str = "/jumpoint/{id}/node";

/// A machine connects.
pub(crate) fn connect(row: &mut Record, now: Moment) {
    set(row, ONLINE, json!(true));
    set(row, "last_connect_timestamp", json!(now.text()));
}

/// A machine disconnects; one that is offline stays as it is.
pub(crate) fn disconnect(row: &mut Record, second: i64) {
    if online(row) {
        set(row, "last_disconnect_timestamp", json!(time::text(second)));
    }
    set(row, ONLINE, json!(false));
}

/// A Jump Client is uninstalled.
pub(crate) fn uninstall(row: &mut Record, second: i64) {
    disconnect(row, second);
    set(row, "connection_type", json!("uninstalled"));
    set(row, "is_lost", json!(false));
}

/// Returns a Jump Client and its copies.
pub(crate) fn same_machine(site: &Site, id: i64) -> Vec<i64> {
    let machine = site.store.row(CLIENTS, 0, id).and_then(|row| int(&row, MACHINE));
    site.store
        .rows(CLIENTS, 0)
        .filter(|(other, row)| *other == id || (machine.is_some() && int(row, MACHINE) == machine))
        .map(|(other, _)| other)
        .collect()
}

/// Sets whether a Jumpoint is connected: by its nodes.
pub(crate) fn tell_jumpoint(site: &mut Site, id: i64) {
    let connected = site.store.rows(NODES, id).any(|(_, node)| online(&node));
    if let Some(row) = site.store.row_mut("/jumpoint", 0, id) {
        set(row, "connected", json!(connected));
    }
}

/// Makes clients lost and uninstalled, and takes away the installers that have run out.
pub(super) fn pass(site: &mut Site, now: i64, next: &mut Next) {
    let mut fates = Vec::new();
    for (id, row) in site.store.rows(CLIENTS, 0) {
        fates.extend(fate(&row, now, next).map(|fate| (id, fate)));
    }
    for (id, fate) in fates {
        match (fate, unconfirmed::UNINSTALLED_CLIENTS_STAY) {
            (Fate::Uninstalled(_), false) => {
                site.store.take(CLIENTS, 0, id);
            }
            (fate, _) => {
                if let Some(row) = site.store.row_mut(CLIENTS, 0, id) {
                    match fate {
                        Fate::Lost => set(row, "is_lost", json!(true)),
                        Fate::Uninstalled(second) => uninstall(row, second),
                    }
                }
            }
        }
    }
    let over: Vec<i64> = site
        .store
        .rows(INSTALLERS, 0)
        .filter(|(_, row)| int(row, "_expires").is_some_and(|second| next.is_due(second, now)))
        .map(|(id, _)| id)
        .collect();
    for id in over {
        site.store.take(INSTALLERS, 0, id);
    }
}

enum Fate {
    Lost,
    Uninstalled(i64),
}

fn fate(row: &Record, now: i64, next: &mut Next) -> Option<Fate> {
    if text(row, "connection_type") == "uninstalled" {
        return None;
    }
    // Documented: then it uninstalls itself.
    if let Some(end) = time::parse(text(row, "expiration_timestamp"))
        && next.is_due(end, now)
    {
        return Some(Fate::Uninstalled(end));
    }
    if online(row) {
        return None;
    }
    let gone = time::parse(text(row, "last_disconnect_timestamp"))?;
    // Documented: 0 stands for the settings of the site.
    match int(row, "max_offline_minutes").unwrap_or_default() {
        0 => {
            let end = gone.saturating_add(unconfirmed::CLIENTS_ARE_LOST_AFTER_DAYS.saturating_mul(86_400));
            let lost = row.get("is_lost").and_then(Value::as_bool).unwrap_or_default();
            (next.is_due(end, now) && !lost).then_some(Fate::Lost)
        }
        minutes => {
            let end = gone.saturating_add(minutes.saturating_mul(60));
            next.is_due(end, now).then_some(Fate::Uninstalled(end))
        }
    }
}
