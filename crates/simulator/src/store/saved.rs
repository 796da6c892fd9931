//! Tables as they are saved: the rows that are kept, and what the others follow from.

use std::collections::BTreeMap;
use std::sync::Arc;

use roaring::RoaringTreemap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::table::{Sleepers, Table};
use super::{Record, Store};

/// More ids than a site can have.
const TOO_MANY: i64 = 1 << 32;

/// All tables, written down.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    /// The last number given out, by template.
    last: BTreeMap<String, i64>,
    tables: BTreeMap<String, BTreeMap<i64, SavedTable>>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SavedTable {
    rows: BTreeMap<i64, Record>,
    /// What makes the rows that are not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sleepers: Option<Value>,
    /// Their ids: the first and the last of each run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    asleep: Vec<(i64, i64)>,
}

impl Store {
    /// Writes all tables down.
    pub(crate) fn save(&self) -> Saved {
        let table = |(parent, table): (&i64, &Table)| (*parent, table.save());
        let tables = |(template, parents): (&String, &BTreeMap<i64, Table>)| {
            (template.clone(), parents.iter().map(table).collect())
        };
        Saved { last: self.last.clone(), tables: self.tables.iter().map(tables).collect() }
    }

    /// Reads what was written down; `revive` makes sleepers out of their description.
    ///
    /// # Errors
    ///
    /// With the place of what cannot be.
    pub(crate) fn load(
        saved: Saved,
        revive: impl Fn(&Value) -> Option<Arc<dyn Sleepers>>,
    ) -> Result<Self, String> {
        let mut store = Self { tables: BTreeMap::new(), last: saved.last };
        for (template, parents) in saved.tables {
            let last = store.last.get(&template).copied();
            for (parent, saved) in parents {
                let place = |what: &str| format!("tables.{template}.{parent}.{what}");
                if let Some(id) = saved.rows.keys().find(|id| !(0..TOO_MANY).contains(*id)) {
                    return Err(format!("{}: {id} is no id", place("rows")));
                }
                let sleepers = match &saved.sleepers {
                    Some(description) => {
                        let revived = revive(description);
                        Some(revived.ok_or_else(|| format!("{}: unknown kind of rows", place("sleepers")))?)
                    }
                    None if saved.asleep.is_empty() => None,
                    None => return Err(format!("{}: nothing says what these rows are", place("asleep"))),
                };
                let most = last.unwrap_or_default().min(TOO_MANY);
                let fits = |(from, to): &&(i64, i64)| !(*from >= 1 && from <= to && *to <= most);
                if let Some((from, to)) = saved.asleep.iter().find(fits) {
                    return Err(format!(
                        "{}: {from} to {to} are no ids that were given out",
                        place("asleep")
                    ));
                }
                let table = Table::load(saved.rows, &saved.asleep, sleepers);
                store.tables.entry(template.clone()).or_default().insert(parent, table);
            }
        }
        Ok(store)
    }
}

impl Table {
    fn save(&self) -> SavedTable {
        let kept: RoaringTreemap = self.kept.keys().map(|id| id.cast_unsigned()).collect();
        let mut asleep: Vec<(i64, i64)> = Vec::new();
        for id in (&self.ids - &kept).iter().map(u64::cast_signed) {
            match asleep.last_mut() {
                Some((_, to)) if to.checked_add(1) == Some(id) => *to = id,
                _ => asleep.push((id, id)),
            }
        }
        let sleepers = self.sleepers.as_ref().map(|sleepers| sleepers.describe());
        SavedTable { rows: self.kept.clone(), sleepers, asleep }
    }

    fn load(kept: BTreeMap<i64, Record>, asleep: &[(i64, i64)], sleepers: Option<Arc<dyn Sleepers>>) -> Self {
        let mut ids: RoaringTreemap = kept.keys().map(|id| id.cast_unsigned()).collect();
        for (from, to) in asleep {
            ids.insert_range(from.cast_unsigned()..=to.cast_unsigned());
        }
        Self { ids, kept, sleepers }
    }
}
