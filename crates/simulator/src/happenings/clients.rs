//! Clients that connect because of what goes on, and are gone when it is over.

use std::collections::VecDeque;

use super::people;
use crate::live::client::{Client, Connected};
use crate::live::machine::online;
use crate::live::session::Session;
use crate::rng::Rng;
use crate::store::text;
use crate::time;
use crate::world::Site;

const NODES: &str = "/jumpoint/{id}/node";

/// What a client says about its machine.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) hostname: String,
    /// The name of the operating system.
    pub(crate) platform: String,
    /// Its short code.
    pub(crate) code: &'static str,
}

/// Describes the machine of a client.
pub(crate) fn about(site: &Site, client: &Client) -> About {
    let (hostname, platform) = match &client.what {
        Connected::Console(user) => {
            let name = people::names(site, *user).username;
            let host = if name.is_empty() { format!("guest-{user}") } else { name.replace('.', "-") };
            (format!("{host}.example.com"), "Windows 11 Pro (x64)".to_owned())
        }
        Connected::Customer(lsid) => {
            let customer = site.live.session(lsid).map(|session| session.customer.clone());
            let customer = customer.unwrap_or_default();
            (customer.computer, customer.system)
        }
        Connected::Attendee { number, .. } => {
            (format!("attendee-{number}.example.com"), "macOS 15".to_owned())
        }
        Connected::Agent { jumpoint, node } => {
            let node = site.store.row(NODES, *jumpoint, *node).map(|row| text(&row, "hostname").to_owned());
            let platform = site.store.row("/jumpoint", 0, *jumpoint);
            let windows = platform.is_some_and(|row| text(&row, "platform").starts_with("windows"));
            let platform = if windows { "Windows Server 2022 (x64)" } else { "Linux (x64)" };
            (node.unwrap_or_default(), platform.to_owned())
        }
    };
    let code = match platform.to_ascii_lowercase() {
        name if name.contains("windows") => "winNT-64",
        name if name.contains("mac") => "mac-osx-x86",
        _ => "linux-64",
    };
    About { hostname, platform, code }
}

/// Counts the Jump Clients that are online.
pub(crate) fn pinned(site: &Site) -> usize {
    let clients = site.store.rows("/jump-client", 0);
    clients.filter(|(_, row)| text(row, "connection_type") != "uninstalled" && online(row)).count()
}

/// Connects and disconnects, so that who is connected fits what goes on.
pub(super) fn pass(site: &mut Site, now: i64) {
    let wanted = wanted(site, now);
    site.live.clients.retain(|_, client| wanted.iter().any(|(what, _)| *what == client.what));
    for (what, since) in wanted {
        if !site.live.clients.values().any(|client| client.what == what) {
            connect(site, since, what);
        }
    }
}

/// A client loses its connection and makes another one, with another id, which is returned.
pub(crate) fn reconnect(site: &mut Site, now: i64, id: i64) -> Option<i64> {
    let client = site.live.clients.remove(&id)?;
    Some(connect(site, now, client.what))
}

fn connect(site: &mut Site, since: i64, what: Connected) -> i64 {
    site.live.last_client = site.live.last_client.saturating_add(1);
    let id = site.live.last_client;
    // Not from the generator of the site: the address follows from the connection.
    let mut rng = Rng::new(id.unsigned_abs());
    let mut client = Client {
        what,
        since,
        private_ip: format!("10.{}.{}.{}", rng.below(256), rng.below(256), 1 + rng.below(254)),
        public_ip: rng.address(),
        offset: 0,
        events: VecDeque::new(),
    };
    client.note(since, "Connected");
    site.live.clients.insert(id, client);
    id
}

/// Everybody who ought to be connected, and since when.
fn wanted(site: &Site, now: i64) -> Vec<(Connected, i64)> {
    let consoles = site.live.people.iter().map(|(id, person)| (Connected::Console(*id), person.since));
    let is_connected = |session: &&Session| session.customer.present && !session.customer.is_virtual;
    let customers = site
        .live
        .sessions
        .iter()
        .filter(is_connected)
        .map(|session| (Connected::Customer(session.lsid.clone()), session.customer.since));
    let agents = site.store.scan_all(NODES).filter(|(_, _, row)| online(&row.record())).map(
        |(jumpoint, node, row)| {
            let since = time::parse(text(&row.record(), "last_connect_timestamp")).unwrap_or(now);
            (Connected::Agent { jumpoint, node }, since)
        },
    );
    let attendees = site.live.presentations.iter().flat_map(|presentation| {
        let user = presentation.user;
        let all = 1..=presentation.attendees;
        all.map(move |number| (Connected::Attendee { user, number }, presentation.since))
    });
    agents.chain(consoles).chain(customers).chain(attendees).collect()
}
