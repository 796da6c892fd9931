//! An event as it goes to a sink.

use std::net::IpAddr;

use bt_sra_core::Timestamp;
use ring::digest;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::{Event, Fields};

/// How the line of a record begins.
pub(super) const BEGINNING: &str = "{\"event\":";

/// An event, and what the receiver knows of it.
///
/// Serializes as an object; one line of it is what files, other receivers and commands get.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Record {
    /// The event.
    pub event: Event,
    /// All fields of its body, in the order in which they came.
    pub fields: Fields,
    /// What stood in the query of the address, without the secret.
    pub query: Fields,
    /// Where it came from.
    pub from: IpAddr,
    /// When it came here.
    pub received: Timestamp,
    /// The same for events whose fields and query are the same: events have no id of their own.
    pub id: String,
    /// Whether one with this id was stored before. An appliance sends an event again if our answer
    /// was lost; two events of one second may also be the same in all that is told of them.
    pub duplicate: bool,
}

impl Record {
    /// Returns the record as one line of JSON, without a line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        // Texts, numbers and lists of them: nothing that could not be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("event", &self.event.kind)?;
        map.serialize_entry("timestamp", &self.event.timestamp)?;
        map.serialize_entry("lsid", &self.event.lsid)?;
        map.serialize_entry("fields", &self.fields)?;
        if !self.query.is_empty() {
            map.serialize_entry("query", &self.query)?;
        }
        map.serialize_entry("from", &self.from)?;
        map.serialize_entry("received", &self.received)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("duplicate", &self.duplicate)?;
        map.end()
    }
}

/// Returns the id of an event with these fields.
pub(super) fn id(fields: &Fields, query: &Fields) -> String {
    let mut hash = digest::Context::new(&digest::SHA256);
    for fields in [fields, query] {
        hash.update(&fields.len().to_be_bytes());
        for text in fields.iter().flat_map(|(name, value)| [name, value]) {
            hash.update(&text.len().to_be_bytes());
            hash.update(text.as_bytes());
        }
    }
    hash.finish().as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
