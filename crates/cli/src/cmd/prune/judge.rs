//! Which Jump Clients are of no use any more.

use std::collections::HashMap;
use std::time::Duration;

use bt_sra::Timestamp;

use crate::cmd::bulk::fetch::{self, Thing};
use crate::cmd::presence::{CONNECTED, Presence, time};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) now: Timestamp,
    /// How long a client must have been offline.
    pub(super) offline_for: Option<Duration>,
    /// How long a duplicate must have been.
    pub(super) duplicates: Option<Duration>,
}

/// What becomes of a client.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// It has been offline for long enough, since then.
    Offline(Timestamp),
    /// Another client of the same machine, with this id, has connected since it went offline.
    Duplicate(Timestamp, i64),
    /// It stays: the word says why.
    Kept(&'static str),
}

/// All words for what stays, in the order in which they are counted.
pub(super) const KEPT: [&str; 6] =
    ["connected", "offline_recently", "never_connected", "passive", "disabled", "unknown"];

/// Judges all clients of a site, in their order.
pub(super) fn judge(clients: &[Thing], rules: Rules) -> Vec<Verdict> {
    let newest = newest(clients);
    clients.iter().map(|client| one(client, rules, &newest)).collect()
}

fn one(client: &Thing, rules: Rules, newest: &HashMap<Machine, Newest>) -> Verdict {
    if fetch::id(client).is_none() {
        return Verdict::Kept("unknown");
    }
    // Those wait to be called, or are switched off on purpose: being away says nothing.
    if fetch::text(client, "connection_type") == "passive" {
        return Verdict::Kept("passive");
    }
    if fetch::text(client, "unavailable_reason") == "disabled" {
        return Verdict::Kept("disabled");
    }
    let since = match Presence::of(client) {
        Presence::Connected => return Verdict::Kept("connected"),
        Presence::Never => return Verdict::Kept("never_connected"),
        Presence::Unknown => return Verdict::Kept("unknown"),
        // One of the clocks is wrong.
        Presence::Offline(since) if since > rules.now => return Verdict::Kept("unknown"),
        Presence::Offline(since) => since,
    };
    let span = rules.now.saturating_duration_since(since);
    if rules.offline_for.is_some_and(|least| span >= least) {
        return Verdict::Offline(since);
    }
    let other = machine(client).and_then(|machine| newest.get(&machine));
    match other {
        Some(other)
            if rules.duplicates.is_some_and(|least| span >= least)
                && Some(other.id) != fetch::id(client)
                && other.connected > since =>
        {
            Verdict::Duplicate(since, other.id)
        }
        _ => Verdict::Kept("offline_recently"),
    }
}

/// What clients of the same machine have in common: names in small letters, and the operating
/// system.
type Machine = (String, String, String);

/// The client of a machine that has connected last.
#[derive(Clone, Copy, Debug)]
struct Newest {
    connected: Timestamp,
    id: i64,
}

pub(super) fn machine(client: &Thing) -> Option<Machine> {
    let part = |name| fetch::text(client, name).to_lowercase();
    let host = part("hostname");
    (!host.is_empty()).then(|| (host, part("fqdn"), part("operating_system")))
}

fn newest(clients: &[Thing]) -> HashMap<Machine, Newest> {
    let mut newest: HashMap<Machine, Newest> = HashMap::new();
    for client in clients {
        let (Some(machine), Ok(Some(connected)), Some(id)) =
            (machine(client), time(client, CONNECTED), fetch::id(client))
        else {
            continue;
        };
        let known = newest.entry(machine).or_insert(Newest { connected, id });
        if (connected, id) > (known.connected, known.id) {
            *known = Newest { connected, id };
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const DAY: Duration = Duration::from_secs(86_400);

    fn at(day: u8) -> String {
        format!("2026-01-{day:02}T00:00:00+00:00")
    }

    fn client(id: i64, host: &str, connected: u8, disconnected: u8) -> Thing {
        let time = |day: u8| if day == 0 { Value::Null } else { json!(at(day)) };
        let client = json!({
            "id": id, "hostname": host, "connection_type": "active",
            "last_connect_timestamp": time(connected), "last_disconnect_timestamp": time(disconnected),
        });
        client.as_object().cloned().unwrap()
    }

    fn with(mut client: Thing, name: &str, value: &str) -> Thing {
        client.insert(name.to_owned(), json!(value));
        client
    }

    #[track_caller]
    fn check(clients: &[Thing], offline: Option<u32>, duplicates: Option<u32>, expected: &[Verdict]) {
        let rules = Rules {
            now: at(31).parse().unwrap(),
            offline_for: offline.map(|days| DAY * days),
            duplicates: duplicates.map(|days| DAY * days),
        };
        assert_eq!(judge(clients, rules), expected);
    }

    fn offline(day: u8) -> Verdict {
        Verdict::Offline(at(day).parse().unwrap())
    }

    #[test]
    fn what_has_been_offline_long_enough_goes() {
        let clients =
            [client(1, "a", 1, 11), client(2, "b", 1, 12), client(3, "c", 12, 11), client(4, "d", 1, 0)];
        let connected = Verdict::Kept("connected");
        check(
            &clients,
            Some(20),
            None,
            &[offline(11), Verdict::Kept("offline_recently"), connected, connected],
        );
    }

    #[test]
    fn what_is_not_known_for_sure_stays() {
        let odd = client(5, "e", 1, 2);
        let clients = [
            client(1, "a", 0, 0),
            client(2, "b", 0, 5),
            with(client(3, "c", 1, 2), "connection_type", "passive"),
            with(client(4, "d", 1, 2), "unavailable_reason", "disabled"),
            with(odd, "last_disconnect_timestamp", "2030-01-01T00:00:00+00:00"),
            with(client(6, "f", 1, 2), "last_connect_timestamp", "yesterday"),
            with(client(7, "g", 1, 2), "id", "seven"),
        ];
        let kept = ["never_connected", "unknown", "passive", "disabled", "unknown", "unknown", "unknown"];
        check(&clients, Some(1), Some(1), &kept.map(Verdict::Kept));
    }

    #[test]
    fn of_duplicates_the_one_that_connected_last_stays() {
        let duplicate = |day: u8, id| Verdict::Duplicate(at(day).parse().unwrap(), id);
        let recently = Verdict::Kept("offline_recently");
        // Installed three times, one after the other.
        let clients = [client(1, "PC", 1, 5), client(2, "pc", 6, 10), client(3, "pc", 11, 30)];
        check(&clients, None, Some(7), &[duplicate(5, 3), duplicate(10, 3), recently]);
        check(&clients, Some(26), Some(22), &[offline(5), recently, recently]);
        // Two machines of the same name, or copies of one client: both were there at once.
        let clients = [client(1, "pc", 1, 20), client(2, "pc", 2, 20)];
        check(&clients, None, Some(7), &[recently, recently]);
        // Another operating system or domain is another machine.
        let clients = [
            with(client(1, "pc", 1, 5), "operating_system", "Debian 12"),
            with(client(2, "pc", 1, 5), "fqdn", "pc.example.com"),
            client(3, "pc", 11, 0),
        ];
        check(&clients, None, Some(7), &[recently, recently, Verdict::Kept("connected")]);
        // Without a name nothing is the same.
        check(
            &[client(1, "", 1, 5), client(2, "", 9, 0)],
            None,
            Some(7),
            &[recently, Verdict::Kept("connected")],
        );
    }
}
