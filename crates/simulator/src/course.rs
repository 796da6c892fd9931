//! What happens by itself as time passes.
//!
//! Everything that is due happens before the next request is answered, each thing at its own time
//! and not at that of the request.

pub(crate) mod jobs;
pub(crate) mod presence;
pub(crate) mod rotation;

use crate::happenings::{self, sessions};
use crate::special::{approval, vendor};
use crate::time::Moment;
use crate::world::Site;

/// Resources whose changes may bring something forward.
const WATCHED: &[&str] = &[
    "/endpoint-automation",
    "/jump-approval",
    "/jump-client",
    // They take Jump Clients along.
    "/jump-group",
    "/jumpoint",
    "/team",
    "/user",
    "/vault",
    "/vendor",
];

/// Lets everything happen that is due.
pub(crate) fn settle(site: &mut Site, now: Moment) {
    if now.second < site.next_event {
        return;
    }
    let mut next = Next(i64::MAX);
    presence::pass(site, now.second, &mut next);
    jobs::pass(site, now.second, &mut next);
    rotation::pass(site, now.second, &mut next);
    vendor::pass(site, now.second, &mut next);
    approval::pass(site, now.second, &mut next);
    // After machines and people have come and gone.
    let happens = happenings::pass(site, now.second);
    site.next_event = next.0.min(happens);
}

/// Something has changed: look again what is due.
pub(crate) fn wake(site: &mut Site) {
    site.next_event = i64::MIN;
}

/// Notes that a request may have changed something below a path.
pub(crate) fn changed(site: &mut Site, path: &str) {
    if WATCHED.iter().any(|watched| path.starts_with(watched)) || sessions::is_adrift(site) {
        wake(site);
    }
}

/// The second of the next thing that happens.
#[derive(Debug)]
pub(crate) struct Next(i64);

impl Next {
    /// Tells whether a second has come; if not, it is kept in mind.
    pub(crate) fn is_due(&mut self, second: i64, now: i64) -> bool {
        if second > now {
            self.0 = self.0.min(second);
        }
        second <= now
    }
}
