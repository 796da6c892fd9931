//! Whether a Jump Client is connected, and since when it is not, as far as its times tell.

use bt_sra::Timestamp;

use super::bulk::fetch::{self, Thing};

/// The times of a Jump Client that its presence follows from.
pub(super) const CONNECTED: &str = "last_connect_timestamp";
/// See [`CONNECTED`].
pub(super) const DISCONNECTED: &str = "last_disconnect_timestamp";

/// What the times of a Jump Client say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    /// It has connected, and not disconnected since. The same time for both counts as this.
    Connected,
    /// It has disconnected, at this time, and not connected since.
    Offline(Timestamp),
    /// It has never connected.
    Never,
    /// The times are unreadable, or one is missing that must be there.
    Unknown,
}

impl Presence {
    /// Judges a Jump Client. One that is uninstalled never counts as connected.
    pub(super) fn of(client: &Thing) -> Self {
        let (Ok(connected), Ok(disconnected)) = (time(client, CONNECTED), time(client, DISCONNECTED)) else {
            return Self::Unknown;
        };
        let uninstalled = fetch::text(client, "connection_type") == "uninstalled";
        match (connected, disconnected) {
            (None, None) => Self::Never,
            (Some(connected), Some(disconnected)) if disconnected > connected => Self::Offline(disconnected),
            _ if uninstalled => Self::Unknown,
            (Some(_), _) => Self::Connected,
            (None, Some(_)) => Self::Unknown,
        }
    }
}

/// Reads a time of a Jump Client; there may be none.
pub(super) fn time(client: &Thing, name: &str) -> Result<Option<Timestamp>, ()> {
    match client.get(name) {
        None | Some(serde_json::Value::Null) => Ok(None),
        Some(serde_json::Value::String(text)) if text.is_empty() => Ok(None),
        Some(value) => value.as_str().and_then(|text| text.parse().ok()).map(Some).ok_or(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    fn check(connected: Value, disconnected: Value, kind: &str, expected: Presence) {
        let client = json!({ CONNECTED: connected, DISCONNECTED: disconnected, "connection_type": kind });
        assert_eq!(Presence::of(client.as_object().unwrap()), expected);
    }

    #[test]
    fn presence_follows_from_both_times() {
        let (early, late) = ("2026-01-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00");
        check(json!(late), json!(early), "active", Presence::Connected);
        check(json!(late), Value::Null, "active", Presence::Connected);
        check(json!(late), json!(late), "active", Presence::Connected);
        check(json!(early), json!(late), "active", Presence::Offline(late.parse().unwrap()));
        check(json!(""), Value::Null, "active", Presence::Never);
    }

    #[test]
    fn what_is_odd_is_unknown() {
        let time = "2026-01-01T00:00:00+00:00";
        check(Value::Null, json!(time), "active", Presence::Unknown);
        check(json!("soon"), json!(time), "active", Presence::Unknown);
        check(json!(5), Value::Null, "active", Presence::Unknown);
        check(json!(time), Value::Null, "uninstalled", Presence::Unknown);
    }
}
