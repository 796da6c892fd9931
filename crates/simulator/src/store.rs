//! The state of the site: tables of JSON records.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// One stored thing. Members that begin with `_` are the appliance's own and never shown.
pub(crate) type Record = Map<String, Value>;

/// The member that names the object of the catalog which describes the record.
pub(crate) const SCHEMA: &str = "_schema";

/// The member that lists fields which are left out of answers although the schema has them.
pub(crate) const OMITTED: &str = "_omitted";

/// All tables: by path template of the collection, then by the id of the parent (0 without).
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    tables: BTreeMap<String, BTreeMap<i64, Table>>,
    /// The last number given out, by template: ids are unique per resource, over all parents.
    last: BTreeMap<String, i64>,
}

/// The rows of one table by id; ids grow, so this is the order of creation.
pub(crate) type Table = BTreeMap<i64, Record>;

impl Store {
    /// Gives out the next id of a resource.
    pub(crate) fn next_id(&mut self, template: &str) -> i64 {
        let last = self.last.entry(template.to_owned()).or_default();
        *last = last.saturating_add(1);
        *last
    }

    /// Puts a row in, in place of the one that had the id.
    pub(crate) fn put(&mut self, template: &str, parent: i64, id: i64, record: Record) {
        self.tables.entry(template.to_owned()).or_default().entry(parent).or_default().insert(id, record);
    }

    /// Takes a row out.
    pub(crate) fn take(&mut self, template: &str, parent: i64, id: i64) -> Option<Record> {
        self.tables.get_mut(template)?.get_mut(&parent)?.remove(&id)
    }

    /// Takes a whole table out.
    pub(crate) fn take_table(&mut self, template: &str, parent: i64) -> Option<Table> {
        self.tables.get_mut(template)?.remove(&parent)
    }

    pub(crate) fn row(&self, template: &str, parent: i64, id: i64) -> Option<&Record> {
        self.tables.get(template)?.get(&parent)?.get(&id)
    }

    pub(crate) fn row_mut(&mut self, template: &str, parent: i64, id: i64) -> Option<&mut Record> {
        self.tables.get_mut(template)?.get_mut(&parent)?.get_mut(&id)
    }

    /// Returns the rows of one table.
    pub(crate) fn rows(&self, template: &str, parent: i64) -> impl Iterator<Item = (i64, &Record)> {
        self.tables
            .get(template)
            .and_then(|parents| parents.get(&parent))
            .into_iter()
            .flatten()
            .map(|(id, record)| (*id, record))
    }

    /// Returns the rows of a resource under every parent, with the parent's id.
    pub(crate) fn all(&self, template: &str) -> impl Iterator<Item = (i64, i64, &Record)> {
        self.tables
            .get(template)
            .into_iter()
            .flatten()
            .flat_map(|(parent, table)| table.iter().map(|(id, record)| (*parent, *id, record)))
    }

    /// Returns all rows of a resource for changing them.
    pub(crate) fn all_mut(&mut self, template: &str) -> impl Iterator<Item = (i64, &mut Record)> {
        self.tables
            .get_mut(template)
            .into_iter()
            .flatten()
            .flat_map(|(_, table)| table.iter_mut().map(|(id, record)| (*id, record)))
    }

    /// Returns the templates that have rows.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &str> {
        self.tables.keys().map(String::as_str)
    }
}

/// Reads an integer member.
pub(crate) fn int(record: &Record, name: &str) -> Option<i64> {
    record.get(name).and_then(Value::as_i64)
}

/// Reads a text member; what is missing is empty.
pub(crate) fn text<'a>(record: &'a Record, name: &str) -> &'a str {
    record.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Reads a boolean member; what is missing is false.
pub(crate) fn flag(record: &Record, name: &str) -> bool {
    record.get(name).and_then(Value::as_bool).unwrap_or_default()
}

/// Reads a list of integers.
pub(crate) fn ints(record: &Record, name: &str) -> Vec<i64> {
    record.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_i64).collect()
}

/// Takes the members of a JSON object literal.
pub(crate) fn record(value: Value) -> Record {
    match value {
        Value::Object(record) => record,
        _ => Record::new(),
    }
}
