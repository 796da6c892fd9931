//! Secrets of the vault that change: on request, at check-in, and when they are too old.

use serde_json::json;

use super::Next;
use crate::special::custody;
use crate::special::vault::ACCOUNTS;
use crate::store::{Record, flag, int, set, text};
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// The second in which a scheduled rotation takes place.
const PLANNED: &str = "_rotates";
/// The second of the last change, or of the last attempt.
const CHANGED: &str = "_changed";
/// Whether the next attempt fails.
pub(crate) const FAILS: &str = "_rotation_fails";

const DAY: i64 = 86_400;

/// Whether the appliance can change the secret of an account.
pub(crate) fn is_managed(row: &Record) -> bool {
    matches!(text(row, "type"), "windows_local" | "windows_domain" | "aws_secret")
}

/// Plans a rotation for now, which takes its time.
pub(crate) fn schedule(row: &mut Record, now: Moment) {
    let delay = i64::try_from(unconfirmed::ROTATION_TAKES.as_secs()).unwrap_or_default();
    set(row, PLANNED, json!(now.second.saturating_add(delay)));
}

/// Changes what is due: first what was planned, then what has become too old since.
pub(super) fn pass(site: &mut Site, now: i64, next: &mut Next) {
    while step(site, now, next) {}
}

/// Changes what is due first of each account. Tells whether there was anything.
fn step(site: &mut Site, now: i64, next: &mut Next) -> bool {
    let mut first = Vec::new();
    let mut attempts = Vec::new();
    for (id, row) in site.store.rows(ACCOUNTS, 0).filter(|(_, row)| is_managed(row)) {
        let Some(changed) = int(&row, CHANGED) else {
            // The age of what the sample site has is counted from here.
            first.push(id);
            continue;
        };
        let planned = int(&row, PLANNED).filter(|planned| next.is_due(*planned, now));
        let aged = age(site, &row).and_then(|age| {
            let second = changed.saturating_add(age);
            // Of several changes only the last one is left to be seen, after however many years.
            let times = now.saturating_sub(second) / age;
            next.is_due(second, now).then(|| (second.saturating_add(times.saturating_mul(age)), times > 0))
        });
        attempts
            .extend(planned.map(|second| (second, false)).or(aged).map(|(second, more)| (id, second, more)));
    }
    let more = !first.is_empty() || !attempts.is_empty();
    for id in first {
        if let Some(row) = site.store.row_mut(ACCOUNTS, 0, id) {
            set(row, CHANGED, json!(now));
        }
    }
    for (id, second, more) in attempts {
        let fresh = site.rng.password();
        if let Some(row) = site.store.row_mut(ACCOUNTS, 0, id) {
            set(row, CHANGED, json!(second));
            row.remove(PLANNED);
            if row.remove(FAILS).is_none() || more {
                set(row, "password", json!(fresh));
            }
        }
    }
    more
}

/// Returns after how many seconds a secret is too old, if its policy minds.
fn age(site: &Site, row: &Record) -> Option<i64> {
    let policy = custody::policy(site, row).filter(|policy| flag(policy, "scheduled_password_rotation"))?;
    // Nobody is to be left with a secret that has gone stale in the hand.
    if unconfirmed::AGE_WAITS_FOR_CHECK_IN && !custody::holders(row).is_empty() {
        return None;
    }
    let days = int(&policy, "maximum_password_age").filter(|days| *days > 0)?;
    Some(days.saturating_mul(DAY))
}
