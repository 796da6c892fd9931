//! Appliances that change their roles and bring their data to one another.

use super::{Trouble, people};
use crate::live::appliance::{Machine, Role, Sync};
use crate::unconfirmed;
use crate::world::Site;

/// What is to become of the appliance that answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) role: Role,
    pub(crate) data_sync_first: bool,
    pub(crate) force: bool,
}

/// Changes the role. Tells whether data are synchronized first, so that it takes a while.
pub(crate) fn set_role(site: &mut Site, now: i64, change: Change) -> Result<bool, Trouble> {
    let Change { role, data_sync_first, force } = change;
    let pair = &site.live.appliances;
    if !pair.is_pair() {
        return Err(Trouble::Failover(unconfirmed::NO_FAILOVER));
    }
    if pair.role() == role {
        return Err(Trouble::Failover(unconfirmed::ROLE_IS_HELD));
    }
    if pair.sync.is_some() {
        return Err(Trouble::Failover(unconfirmed::SYNC_UNDER_WAY));
    }
    if pair.peer_lost && (data_sync_first || (role == Role::Backup && !force)) {
        return Err(Trouble::Failover(unconfirmed::PEER_LOST));
    }
    if !data_sync_first {
        site.live.appliances.set_role(role);
        return Ok(false);
    }
    // Documented: the users of the old primary are disconnected.
    let all: Vec<i64> = site.live.people.keys().copied().collect();
    for user in all {
        people::log_out(site, now, user)?;
    }
    begin_sync(site, now, Some(role));
    Ok(true)
}

/// Begins to bring data to the peer.
pub(crate) fn begin_sync(site: &mut Site, now: i64, then: Option<Role>) {
    let pair = &mut site.live.appliances;
    pair.sync = Some(Sync { ends: now.saturating_add(pair.sync_takes), then });
    unconfirmed::SYNC_RUNNING.clone_into(&mut pair.sync_status);
}

/// Adds a peer to an appliance that has none, or takes it away.
pub(crate) fn configure(site: &mut Site, now: i64, on: bool) -> Result<(), Trouble> {
    if site.live.appliances.is_pair() == on {
        let why = if on { "failover is configured already" } else { unconfirmed::NO_FAILOVER };
        return Err(Trouble::Failover(why));
    }
    let id = site.live.rng.hex(32);
    let pair = &mut site.live.appliances;
    pair.sync = None;
    pair.last_sync = None;
    pair.sync_status.clear();
    if on {
        pair.all.push(Machine {
            id,
            name: unconfirmed::APPLIANCES[1].0.to_owned(),
            hostname: unconfirmed::APPLIANCES[1].1.to_owned(),
            role: Role::Backup,
            accepting: true,
            offset: 0,
        });
        pair.set_role(Role::Primary);
        pair.last_sync = Some(now);
        unconfirmed::SYNC_DONE.clone_into(&mut pair.sync_status);
        pair.next_sync = Some(now.saturating_add(unconfirmed::SYNC_EVERY));
    } else {
        pair.all.truncate(1);
        pair.set_role(Role::None);
        pair.next_sync = None;
    }
    Ok(())
}

/// Ends and begins what is due, and returns the second in which something happens next.
pub(super) fn pass(site: &mut Site, now: i64) -> i64 {
    loop {
        let pair = &mut site.live.appliances;
        if let Some(sync) = pair.sync.clone() {
            if sync.ends > now {
                return sync.ends;
            }
            pair.sync = None;
            if pair.peer_lost {
                unconfirmed::SYNC_FAILED.clone_into(&mut pair.sync_status);
            } else {
                pair.last_sync = Some(sync.ends);
                unconfirmed::SYNC_DONE.clone_into(&mut pair.sync_status);
                if let Some(role) = sync.then {
                    pair.set_role(role);
                }
            }
            pair.next_sync = Some(sync.ends.saturating_add(unconfirmed::SYNC_EVERY));
            continue;
        }
        let Some(next) = pair.next_sync else {
            return i64::MAX;
        };
        if next > now {
            return next;
        }
        if pair.peer_lost {
            unconfirmed::SYNC_FAILED.clone_into(&mut pair.sync_status);
            // Many may have been missed: only the next one counts.
            let missed = now.saturating_sub(next) / unconfirmed::SYNC_EVERY;
            let later = missed.saturating_add(1).saturating_mul(unconfirmed::SYNC_EVERY);
            pair.next_sync = Some(next.saturating_add(later));
            continue;
        }
        // Of many that have come and gone only the last one can be seen.
        let round = unconfirmed::SYNC_EVERY.saturating_add(pair.sync_takes);
        let skipped = now.saturating_sub(next) / round.max(1);
        begin_sync(site, next.saturating_add(skipped.saturating_mul(round)), None);
    }
}
