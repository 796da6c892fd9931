//! Rows of files, printed as they are read.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};

use crate::args::Format;
use crate::failure::{Exit, Failure, Result};
use crate::output::{self, Plan, Writer};

/// So much is written at once.
const BATCH: usize = 64 << 10;

/// By so many rows the width of the columns of a table is chosen.
const FIRST: usize = 100;

/// Which columns rows have, and how they are made.
pub(super) struct Columns<T> {
    /// Those of CSV.
    pub(super) all: &'static [&'static str],
    /// Those of a table for people.
    pub(super) short: &'static [&'static str],
    /// The cells of a row.
    pub(super) row: fn(&T) -> Map<String, Value>,
}

impl<T> Columns<T> {
    /// Makes a plan that prints such rows.
    pub(super) fn plan(&self, plan: Plan) -> Plan {
        let names = if plan.format() == Format::Table { self.short } else { self.all };
        plan.for_rows(names)
    }
}

/// Prints rows.
pub(super) struct Sheet<'a, T> {
    columns: &'a Columns<T>,
    is_flat: bool,
    writer: Writer<'a>,
    /// Rows by which the width of columns is chosen.
    first: Vec<Box<RawValue>>,
    chooses_widths: bool,
    text: String,
    count: u64,
}

impl<'a, T: Serialize> Sheet<'a, T> {
    /// Begins; `plan` is one of [`Columns::plan`].
    pub(super) fn new(plan: &'a Plan, columns: &'a Columns<T>) -> Self {
        let takes_rows = matches!(plan.format(), Format::Csv | Format::Table) && !plan.has_query();
        let known = |name: &String| columns.all.contains(&name.as_str());
        let is_flat = takes_rows && plan.columns().is_none_or(|names| names.iter().all(known));
        let writer = plan.list(output::width(std::env::var("COLUMNS").ok().as_deref()));
        let chooses_widths = plan.format() == Format::Table && !plan.has_query();
        Self { columns, is_flat, writer, first: Vec::new(), chooses_widths, text: String::new(), count: 0 }
    }

    /// Prints a row.
    pub(super) fn put(&mut self, row: &T) -> Result<()> {
        let raw = if self.is_flat { to_raw_value(&(self.columns.row)(row)) } else { to_raw_value(row) };
        let raw = raw.map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        self.count += 1;
        if self.chooses_widths {
            self.first.push(raw);
            return if self.first.len() < FIRST { Ok(()) } else { self.choose() };
        }
        self.text.push_str(&self.writer.page(&[&raw])?);
        if self.text.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    /// Prints the first rows, and from now on each at once.
    fn choose(&mut self) -> Result<()> {
        self.chooses_widths = false;
        let rows = std::mem::take(&mut self.first);
        let rows: Vec<&RawValue> = rows.iter().map(|row| &**row).collect();
        self.text.push_str(&self.writer.page(&rows)?);
        Ok(())
    }

    /// Writes what waits.
    pub(super) fn flush(&mut self) -> Result<()> {
        match std::mem::take(&mut self.text) {
            text if text.is_empty() => Ok(()),
            text => output::write(text.as_bytes()),
        }
    }

    /// Ends it, and returns how many rows there were.
    pub(super) fn end(mut self) -> Result<u64> {
        self.choose()?;
        let end = self.writer.end()?;
        self.text.push_str(&end);
        self.flush()?;
        Ok(self.count)
    }

    /// Says of what failed how much there is of it.
    pub(super) fn broken(&mut self, failure: Failure) -> Failure {
        if let Err(failure) = self.choose().and_then(|()| self.flush()) {
            return failure;
        }
        match self.count {
            0 => failure,
            count => failure.with_hint(format!("{count} rows were whole, and are printed")),
        }
    }
}

/// Makes cells of columns and values.
pub(super) fn cells<const N: usize>(columns: &[&str], values: [Value; N]) -> Map<String, Value> {
    columns.iter().map(|name| (*name).to_owned()).zip(values).collect()
}
