//! `Archive`: the content of archives, which is JSON (RS).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use serde::de::{self, DeserializeSeed, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::flag;
use crate::open_enum::open_enum;

/// What was so at a point in time: tables of records. Large ones are better walked over, see
/// [`ArchiveState::walk`].
///
/// ```
/// use bt_sra_xml_model::report::{ArchiveState, ArchiveTable};
///
/// let state = ArchiveState::read(br#"{"queue":null,"customer_client":{"7":{"hostname":"db-7"}}}"#.as_slice())?;
/// let (id, client) = state.table(&ArchiveTable::CustomerClient).next().ok_or("a client")?;
/// assert_eq!((id, client.text("hostname").as_deref()), ("7", Some("db-7")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct ArchiveState(BTreeMap<String, Option<BTreeMap<String, ArchiveRecord>>>);

impl ArchiveState {
    /// Reads the whole of an archive that was unzipped.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] where reading fails, [`ErrorKind::Decode`] for what is no such archive.
    pub fn read(from: impl Read) -> Result<Self> {
        let mut state = Self::default();
        Self::walk(from, |entry| {
            let table = state.0.entry(entry.table.to_string()).or_default();
            if let Some((id, record)) = entry.record {
                table.get_or_insert_default().insert(id, record);
            }
            Ok(())
        })?;
        Ok(state)
    }

    /// Reads an archive that was unzipped, one record after the other, and holds no more than one.
    ///
    /// # Errors
    /// As [`ArchiveState::read`], and those of `visit`, which end the walk.
    pub fn walk(from: impl Read, mut visit: impl FnMut(StateEntry<'_>) -> Result<()>) -> Result<()> {
        let mut failed = None;
        let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::new(from));
        let mut seed = |entry: StateEntry<'_>| match visit(entry) {
            Ok(()) => true,
            Err(error) => {
                failed = Some(error);
                false
            }
        };
        let walked = Tables(&mut seed).deserialize(&mut json).and_then(|()| json.end());
        match (failed, walked) {
            (Some(error), _) => Err(error),
            (None, walked) => walked.map_err(|source| unreadable("archive of a state", &source)),
        }
    }

    /// Walks over the tables, with how many records each has.
    pub fn tables(&self) -> impl Iterator<Item = (ArchiveTable, usize)> {
        let tables = self.0.iter();
        tables.map(|(name, records)| (name.as_str().into(), records.as_ref().map_or(0, BTreeMap::len)))
    }

    /// Walks over the records of a table, with their identifiers.
    pub fn table(&self, table: &ArchiveTable) -> impl Iterator<Item = (&str, &ArchiveRecord)> {
        let records = self.0.get(table.as_str()).and_then(Option::as_ref);
        records.into_iter().flatten().map(|(id, record)| (id.as_str(), record))
    }
}

/// A record of an archive, or that a table has none.
#[derive(Debug)]
#[non_exhaustive]
pub struct StateEntry<'a> {
    /// The table.
    pub table: &'a ArchiveTable,
    /// The record with its identifier; none where the table has no records.
    pub record: Option<(String, ArchiveRecord)>,
}

/// A record: names and values. Whether a value is a text or a number is not documented, and is
/// not looked at.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct ArchiveRecord(Map<String, Value>);

impl ArchiveRecord {
    /// Walks over the names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns a value as a text; none where it is missing, `null`, a list or an object.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0.get(name).and_then(scalar)
    }

    /// Returns a value as a whole number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    /// Returns a value as a flag.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        flag(&self.text(name)?)
    }

    /// Returns a value as a time: seconds since 1970, or RFC 3339.
    #[must_use]
    pub fn time(&self, name: &str) -> Option<Timestamp> {
        let text = self.text(name)?;
        match text.trim().parse() {
            Ok(seconds) => Timestamp::from_second(seconds),
            Err(_) => text.trim().parse().ok(),
        }
    }

    /// Returns a value as it is written in JSON, whatever it is.
    #[must_use]
    pub fn json(&self, name: &str) -> Option<String> {
        self.0.get(name).map(Value::to_string)
    }
}

/// What changed: a line of an archive of events. That archives hold the same objects as the live
/// interface is not confirmed, so that all of a line is kept.
///
/// ```
/// use bt_sra_xml_model::report::{ArchiveEvent, ArchiveEventType};
///
/// let event = ArchiveEvent::read(br#"{"type":"update_model","delete":{"queue":["7"]}}"#)?;
/// assert_eq!(event.kind(), Some(ArchiveEventType::UpdateModel));
/// assert_eq!(event.deleted().map(|(table, id)| format!("{table} {id}")).collect::<Vec<_>>(), ["queue 7"]);
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct ArchiveEvent(ArchiveRecord);

impl ArchiveEvent {
    /// Reads a line.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] for what is no JSON object.
    pub fn read(line: &[u8]) -> Result<Self> {
        serde_json::from_slice(line).map_err(|source| unreadable("line of an archive of events", &source))
    }

    /// Returns what sort of change it is.
    #[must_use]
    pub fn kind(&self) -> Option<ArchiveEventType> {
        self.0.text("type").map(|word| word.trim().into())
    }

    /// Returns all that the line holds.
    #[must_use]
    pub fn record(&self) -> &ArchiveRecord {
        &self.0
    }

    /// Walks over the records that are new: table, identifier, record.
    pub fn inserted(&self) -> impl Iterator<Item = (ArchiveTable, &str, ArchiveRecord)> {
        self.records("insert")
    }

    /// Walks over the records that changed, each with what changed.
    pub fn updated(&self) -> impl Iterator<Item = (ArchiveTable, &str, ArchiveRecord)> {
        self.records("update")
    }

    /// Walks over the records that are gone: table and identifier.
    pub fn deleted(&self) -> impl Iterator<Item = (ArchiveTable, Cow<'_, str>)> {
        let tables = self.0.0.get("delete").and_then(Value::as_object).into_iter().flatten();
        tables.flat_map(|(table, ids)| {
            let ids = ids.as_array().into_iter().flatten().filter_map(scalar);
            ids.map(move |id| (table.as_str().into(), id))
        })
    }

    fn records(&self, name: &str) -> impl Iterator<Item = (ArchiveTable, &str, ArchiveRecord)> {
        let tables = self.0.0.get(name).and_then(Value::as_object).into_iter().flatten();
        tables.flat_map(|(table, records)| {
            let records = records.as_object().into_iter().flatten();
            records.filter_map(move |(id, record)| {
                let record = ArchiveRecord(record.as_object()?.clone());
                Some((table.as_str().into(), id.as_str(), record))
            })
        })
    }
}

open_enum! {
    /// A table of an archive.
    pub enum ArchiveTable {
        /// Queues.
        Queue = "queue",
        /// Sessions.
        SupportSession = "support_session",
        /// Attributes of sessions.
        SupportSessionAttribute = "support_session_attribute",
        /// Skills that sessions need.
        SupportSessionSkill = "support_session_skill",
        /// Customers in sessions.
        CustomerClient = "customer_client",
        /// Representatives who are logged in.
        Representative = "representative",
        /// Which representative is in which queue.
        RepresentativeQueue = "representative_queue",
        /// Which representative is in which session.
        RepresentativeSupportSession = "representative_support_session",
    }

    /// What sort of change a line of an archive of events is.
    pub enum ArchiveEventType {
        /// Records are new, changed or gone.
        UpdateModel = "update_model",
        /// All records are gone.
        TruncateModel = "truncate_model",
    }
}

fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(_) | Value::Bool(_) => Some(Cow::Owned(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// An error that says where, and does not repeat the content as the parser's own does.
fn unreadable(what: &str, source: &serde_json::Error) -> Error {
    if source.is_io() {
        return Error::new(ErrorKind::Io, format!("the {what} cannot be read to its end"));
    }
    let why = if source.is_eof() { "it ends too early" } else { "it is no JSON of that form" };
    let (line, column) = (source.line(), source.column());
    Error::new(ErrorKind::Decode, format!("the {what} is not what was expected: {why} at {line}:{column}"))
}

/// Who is told of each record, and says whether to go on.
type Tell<'a> = &'a mut dyn FnMut(StateEntry<'_>) -> bool;

/// Reads all tables.
struct Tables<'a>(Tell<'a>);

/// Reads the records of a table.
struct Records<'a>(Tell<'a>, ArchiveTable);

/// Ends a walk; nobody sees it.
const STOPPED: &str = "the walk was stopped";

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(table) = map.next_key::<ArchiveTable>()? {
            map.next_value_seed(Records(&mut *self.0, table))?;
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records or null")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        let goes_on = (self.0)(StateEntry { table: &self.1, record: None });
        goes_on.then_some(()).ok_or_else(|| E::custom(STOPPED))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut is_empty = true;
        while let Some(record) = map.next_entry()? {
            is_empty = false;
            if !(self.0)(StateEntry { table: &self.1, record: Some(record) }) {
                return Err(de::Error::custom(STOPPED));
            }
        }
        if is_empty { self.visit_unit() } else { Ok(()) }
    }
}
