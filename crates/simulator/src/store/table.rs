//! One table: rows that are kept, and rows that sleep until somebody asks for them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use roaring::RoaringTreemap;
use serde_json::Value;

use super::Record;

/// Rows that follow from their ids, so that nobody has to keep them.
pub(crate) trait Sleepers: fmt::Debug + Send + Sync {
    /// Makes a row.
    fn row(&self, id: i64) -> Record;

    /// Makes one field of a row.
    fn field(&self, id: i64, name: &str) -> Option<Value>;

    /// Whether a field of the row other than its id may be this number. May be wrong only by
    /// saying so without need.
    fn mentions(&self, id: i64, number: i64) -> bool;

    /// Writes down what the rows follow from.
    fn describe(&self) -> Value;
}

/// The rows of one table by id; ids grow, so this is the order of creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// The ids of all rows, kept and asleep.
    pub(super) ids: RoaringTreemap,
    pub(super) kept: BTreeMap<i64, Record>,
    /// Makes the rows that have an id and are not kept.
    pub(super) sleepers: Option<Arc<dyn Sleepers>>,
}

/// One row, which may be asleep.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row<'a> {
    Kept(&'a Record),
    Asleep(&'a dyn Sleepers, i64),
}

impl Table {
    /// A table with the rows 1 to `count`, all of them asleep.
    pub(super) fn asleep(count: i64, sleepers: Arc<dyn Sleepers>) -> Self {
        let mut ids = RoaringTreemap::new();
        ids.insert_range(1..=count.max(0).cast_unsigned());
        Self { ids, kept: BTreeMap::new(), sleepers: Some(sleepers) }
    }

    pub(super) fn put(&mut self, id: i64, record: Record) {
        self.ids.insert(id.cast_unsigned());
        self.kept.insert(id, record);
    }

    pub(super) fn take(&mut self, id: i64) -> bool {
        self.kept.remove(&id);
        self.ids.remove(id.cast_unsigned())
    }

    pub(super) fn row_mut(&mut self, id: i64) -> Option<&mut Record> {
        if !self.has(id) {
            return None;
        }
        if !self.kept.contains_key(&id) {
            let row = self.sleepers.as_ref()?.row(id);
            self.kept.insert(id, row);
        }
        self.kept.get_mut(&id)
    }

    pub(super) fn has(&self, id: i64) -> bool {
        self.ids.contains(id.cast_unsigned())
    }

    pub(super) fn count(&self) -> u64 {
        self.ids.len()
    }

    pub(super) fn row(&self, id: i64) -> Option<Row<'_>> {
        if let Some(record) = self.kept.get(&id) {
            return Some(Row::Kept(record));
        }
        let sleepers = self.sleepers.as_deref().filter(|_| self.has(id))?;
        Some(Row::Asleep(sleepers, id))
    }

    pub(super) fn scan(&self) -> impl Iterator<Item = (i64, Row<'_>)> {
        self.from(0)
    }

    /// Returns the rows after the first `start`.
    pub(super) fn scan_from(&self, start: u64) -> impl Iterator<Item = (i64, Row<'_>)> {
        let first = self.ids.select(start);
        first.into_iter().flat_map(|first| self.from(first))
    }

    /// Returns the rows from an id on.
    fn from(&self, first: u64) -> impl Iterator<Item = (i64, Row<'_>)> {
        let mut ids = self.ids.iter();
        ids.advance_to(first);
        ids.map(u64::cast_signed).filter_map(|id| self.row(id).map(|row| (id, row)))
    }
}

impl<'a> Row<'a> {
    /// Returns one field.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'a, Value>> {
        match self {
            Self::Kept(record) => record.get(name).map(Cow::Borrowed),
            Self::Asleep(sleepers, id) => sleepers.field(*id, name).map(Cow::Owned),
        }
    }

    /// Whether it is worth looking for this number in the row.
    pub(crate) fn may_mention(&self, number: i64) -> bool {
        match self {
            Self::Kept(_) => true,
            Self::Asleep(sleepers, id) => sleepers.mentions(*id, number),
        }
    }

    /// Returns the whole row; one that sleeps is made for the occasion.
    pub(crate) fn record(self) -> Cow<'a, Record> {
        match self {
            Self::Kept(record) => Cow::Borrowed(record),
            Self::Asleep(sleepers, id) => Cow::Owned(sleepers.row(id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[derive(Debug)]
    struct Squares;

    impl Sleepers for Squares {
        fn row(&self, id: i64) -> Record {
            crate::store::record(json!({ "id": id, "square": id * id }))
        }

        fn field(&self, id: i64, name: &str) -> Option<Value> {
            self.row(id).get(name).cloned()
        }

        fn mentions(&self, id: i64, number: i64) -> bool {
            id * id == number
        }

        fn describe(&self) -> Value {
            json!("squares")
        }
    }

    fn squares(rows: impl Iterator<Item = (i64, Row<'static>)>) -> Vec<i64> {
        rows.map(|(_, row)| row.get("square").and_then(|value| value.as_i64()).unwrap()).collect()
    }

    #[test]
    fn kept_rows_and_sleepers_are_one_list() {
        let mut table = Table::asleep(10, Arc::new(Squares));
        table.row_mut(3).unwrap().insert("square".to_owned(), json!(-3));
        assert!(table.take(5) && table.take(6) && !table.take(6));
        table.put(11, crate::store::record(json!({ "square": -11 })));
        let table: &'static Table = Box::leak(Box::new(table));
        assert_eq!(squares(table.scan()), [1, 4, -3, 16, 49, 64, 81, 100, -11]);
        assert_eq!(squares(table.scan_from(4)), [49, 64, 81, 100, -11]);
        assert_eq!(squares(table.scan_from(9)), [0_i64; 0]);
        assert_eq!(table.count(), 9);
        assert!(table.row(6).is_none() && table.row(12).is_none() && table.row(0).is_none());
        assert!(matches!(table.row(3), Some(Row::Kept(_))));
        assert!(matches!(table.row(4), Some(Row::Asleep(_, 4))));
    }

    #[test]
    fn a_row_that_was_deleted_does_not_come_back() {
        let mut table = Table::asleep(3, Arc::new(Squares));
        table.row_mut(2).unwrap();
        table.take(2);
        assert!(table.row_mut(2).is_none());
        assert_eq!(table.count(), 2);
    }
}
