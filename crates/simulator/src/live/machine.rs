//! Whether a machine is online that the Configuration API knows.

use serde_json::Value;

use crate::store::{Record, text};
use crate::time;

/// The member that says whether a machine is online, where the times alone do not.
pub(crate) const ONLINE: &str = "_online";

/// Whether a machine is online: it has connected after it last disconnected.
pub(crate) fn online(row: &Record) -> bool {
    if let Some(online) = row.get(ONLINE).and_then(Value::as_bool) {
        return online;
    }
    let connected = time::parse(text(row, "last_connect_timestamp"));
    connected.is_some() && connected > time::parse(text(row, "last_disconnect_timestamp"))
}
