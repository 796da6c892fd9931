//! The state of the site: tables of JSON records.

pub(crate) mod saved;
mod table;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

pub(crate) use self::table::{Row, Sleepers, Table};

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

impl Store {
    /// Gives out the next id of a resource.
    pub(crate) fn next_id(&mut self, template: &str) -> i64 {
        let last = self.last.entry(template.to_owned()).or_default();
        *last = last.saturating_add(1);
        *last
    }

    /// Puts a row in, in place of the one that had the id.
    pub(crate) fn put(&mut self, template: &str, parent: i64, id: i64, record: Record) {
        self.tables.entry(template.to_owned()).or_default().entry(parent).or_default().put(id, record);
    }

    /// Puts in `count` rows that are made only when somebody asks for them, and gives out their
    /// ids. The table must be empty.
    pub(crate) fn sleep(&mut self, template: &str, count: i64, sleepers: Arc<dyn Sleepers>) {
        self.last.insert(template.to_owned(), count);
        self.tables.entry(template.to_owned()).or_default().insert(0, Table::asleep(count, sleepers));
    }

    /// Takes a row out. Tells whether it was there.
    pub(crate) fn take(&mut self, template: &str, parent: i64, id: i64) -> bool {
        let table = self.tables.get_mut(template).and_then(|parents| parents.get_mut(&parent));
        table.is_some_and(|table| table.take(id))
    }

    /// Takes a whole table out.
    pub(crate) fn take_table(&mut self, template: &str, parent: i64) {
        if let Some(parents) = self.tables.get_mut(template) {
            parents.remove(&parent);
        }
    }

    /// Returns a row for changing it.
    pub(crate) fn row_mut(&mut self, template: &str, parent: i64, id: i64) -> Option<&mut Record> {
        self.tables.get_mut(template)?.get_mut(&parent)?.row_mut(id)
    }

    /// Changes all rows of a resource that fit.
    pub(crate) fn change_all(
        &mut self,
        template: &str,
        fits: impl Fn(&Row<'_>) -> bool,
        change: impl Fn(&mut Record),
    ) {
        for table in self.tables.get_mut(template).into_iter().flat_map(BTreeMap::values_mut) {
            let ids: Vec<i64> = table.scan().filter(|(_, row)| fits(row)).map(|(id, _)| id).collect();
            for id in ids {
                if let Some(row) = table.row_mut(id) {
                    change(row);
                }
            }
        }
    }

    /// Whether there is such a row.
    pub(crate) fn has(&self, template: &str, parent: i64, id: i64) -> bool {
        self.table(template, parent).is_some_and(|table| table.has(id))
    }

    /// Returns a row; one that sleeps is made for the occasion.
    pub(crate) fn row(&self, template: &str, parent: i64, id: i64) -> Option<Cow<'_, Record>> {
        self.table(template, parent)?.row(id).map(Row::record)
    }

    /// Returns how many rows one table has.
    pub(crate) fn count(&self, template: &str, parent: i64) -> u64 {
        self.table(template, parent).map_or(0, Table::count)
    }

    /// Returns the rows of one table, in the order of creation.
    pub(crate) fn rows(&self, template: &str, parent: i64) -> impl Iterator<Item = (i64, Cow<'_, Record>)> {
        self.scan(template, parent).map(|(id, row)| (id, row.record()))
    }

    /// Returns the rows of one table without waking them: for looking at few fields of many.
    pub(crate) fn scan(&self, template: &str, parent: i64) -> impl Iterator<Item = (i64, Row<'_>)> {
        self.table(template, parent).into_iter().flat_map(Table::scan)
    }

    /// Returns `length` rows of one table after the first `start`, at the same cost wherever they are.
    pub(crate) fn slice(
        &self,
        template: &str,
        parent: i64,
        start: u64,
        length: usize,
    ) -> impl Iterator<Item = Cow<'_, Record>> {
        let table = self.table(template, parent);
        table
            .into_iter()
            .flat_map(move |table| table.scan_from(start))
            .take(length)
            .map(|(_, row)| row.record())
    }

    /// Returns the rows of a resource under every parent, with the parent's id, without waking them.
    pub(crate) fn scan_all(&self, template: &str) -> impl Iterator<Item = (i64, i64, Row<'_>)> {
        self.tables
            .get(template)
            .into_iter()
            .flatten()
            .flat_map(|(parent, table)| table.scan().map(|(id, row)| (*parent, id, row)))
    }

    /// Returns the templates that have rows.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &str> {
        self.tables.keys().map(String::as_str)
    }

    fn table(&self, template: &str, parent: i64) -> Option<&Table> {
        self.tables.get(template)?.get(&parent)
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

/// Sets a member.
pub(crate) fn set(record: &mut Record, name: &str, value: Value) {
    record.insert(name.to_owned(), value);
}

/// Takes the members of a JSON object literal.
pub(crate) fn record(value: Value) -> Record {
    match value {
        Value::Object(record) => record,
        _ => Record::new(),
    }
}
