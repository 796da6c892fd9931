//! What goes to standard output and standard error, and in which form.

pub(crate) mod columns;
pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod list;
pub(crate) mod query;
pub(crate) mod table;
pub(crate) mod yaml;

use std::io::{self, IsTerminal as _, Write as _};

use serde_json::value::RawValue;

use self::csv::CsvWriter;
use self::list::{ListWriter, QueryWriter, Results};
use self::query::Query;
use crate::args::{Format, Globals};
use crate::failure::{Exit, Failure, Result, plain};
use crate::json::Json;
use crate::kv;
use crate::progress;
use crate::shape::Shape;

/// How the answer to a command is printed: what the options say, and what the command prefers.
#[derive(Debug)]
pub(crate) struct Plan {
    format: Format,
    /// Whether the format was asked for.
    is_wish: bool,
    columns: Option<Vec<String>>,
    query: Option<Query>,
    is_raw: bool,
    shape: Shape,
    /// Whether nobody reads CSV back in.
    is_plain: bool,
}

impl Plan {
    /// Makes a plan for an answer of the given shape; of a list, the shape of an item.
    ///
    /// # Errors
    /// Of usage: an unknown column, a query that is none.
    pub(crate) fn new(globals: &Globals, default: Format, shape: Shape) -> Result<Self> {
        let wish = if globals.kv_out { Some(Format::Kv) } else { globals.output };
        if wish == Some(Format::Xml) {
            return Err(Failure::usage("-o xml: only reports are printed so")
                .with_hint("--raw prints the answer of any command as the appliance sent it"));
        }
        if let Some(names) = &globals.columns {
            columns::check(names, &shape)?;
        }
        Ok(Self {
            format: wish.unwrap_or(default),
            is_wish: wish.is_some(),
            columns: globals.columns.clone(),
            query: globals.query.as_deref().map(Query::compile).transpose()?,
            is_raw: globals.raw,
            shape,
            is_plain: false,
        })
    }

    /// Makes a plan for what people read: a table on a terminal, JSON otherwise.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub(crate) fn reading(globals: &Globals, shape: Shape) -> Result<Self> {
        let default = if io::stdout().is_terminal() { Format::Table } else { Format::Json };
        Self::new(globals, default, shape)
    }

    /// Makes a plan for what is only read: CSV has texts as they are. Sets its columns and those of
    /// tables, unless somebody wants others.
    #[must_use]
    pub(crate) fn for_rows(mut self, names: &[&str]) -> Self {
        self.is_plain = true;
        if matches!(self.format, Format::Csv | Format::Table) && !names.is_empty() {
            self.columns.get_or_insert_with(|| names.iter().map(|name| (*name).to_owned()).collect());
        }
        self
    }

    /// Returns the columns.
    pub(crate) fn columns(&self) -> Option<&[String]> {
        self.columns.as_deref()
    }

    /// Returns the format.
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Returns whether the bytes of the answer are wanted as they are.
    pub(crate) fn is_raw(&self) -> bool {
        self.is_raw
    }

    /// Returns whether an expression makes something else of the answer.
    pub(crate) fn has_query(&self) -> bool {
        self.query.is_some()
    }

    /// Returns whether nothing was asked for.
    pub(crate) fn is_default(&self) -> bool {
        !self.is_wish && self.columns.is_none() && self.query.is_none()
    }

    /// Prints one value.
    pub(crate) fn value(&self, raw: &RawValue) -> Result<()> {
        write(&self.render(raw)?)
    }

    /// Starts a list; `width` is that of a table.
    pub(crate) fn list(&self, width: usize) -> Writer<'_> {
        match &self.query {
            Some(query) => Writer::Query(self.results(query, width)),
            None => Writer::Items(self.items(width)),
        }
    }

    fn items(&self, width: usize) -> ListWriter<'_> {
        ListWriter::new(self.format, self.columns.as_deref(), &self.shape, width).plain(self.is_plain)
    }

    fn results<'a>(&'a self, query: &'a Query, width: usize) -> QueryWriter<'a> {
        let results = match self.format {
            _ if !self.is_wish => Results::Lines,
            Format::Json => Results::Json,
            // What comes out of an expression has its own shape.
            format => Results::Items(ListWriter::new(format, None, &Shape::UNKNOWN, width)),
        };
        QueryWriter::new(query, results)
    }

    /// Writes one value in the format.
    fn render(&self, raw: &RawValue) -> Result<Vec<u8>> {
        let mut text = String::new();
        if let Some(query) = &self.query {
            let mut writer = self.results(query, width(None));
            text.push_str(&writer.run(raw.get())?);
            text.push_str(&writer.close());
            return Ok(text.into_bytes());
        }
        let projected = match &self.columns {
            Some(names) => Some(columns::project_raw(raw, names).ok_or_else(too_deep)?),
            None => None,
        };
        let raw = projected.as_deref().unwrap_or(raw);
        match self.format {
            Format::Json => {
                json::pretty(raw.get(), 0, &mut text);
                text.push('\n');
            }
            Format::Ndjson => match serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
                Ok(items) => items.iter().for_each(|item| json::line(item.get(), &mut text)),
                Err(_) => json::line(raw.get(), &mut text),
            },
            format => {
                let value = Json::read(raw).ok_or_else(too_deep)?;
                match format {
                    Format::Yaml => yaml::document(&value, &mut text),
                    Format::Csv => {
                        let writer = CsvWriter::new(self.columns.as_deref(), &self.shape);
                        csv::single(&value, writer, &mut text);
                    }
                    Format::Table => table::single(&value, &mut text),
                    _ => kv::write::lines(&value, "", &mut text),
                }
            }
        }
        Ok(text.into_bytes())
    }
}

fn too_deep() -> Failure {
    Failure::new(Exit::Unreadable, "the answer is nested too deep to be printed so")
}

/// Writes a list as it comes.
#[derive(Debug)]
pub(crate) enum Writer<'a> {
    /// Its items.
    Items(ListWriter<'a>),
    /// What an expression makes of them.
    Query(QueryWriter<'a>),
}

impl Writer<'_> {
    /// Writes the items of a page.
    pub(crate) fn page(&mut self, items: &[&RawValue]) -> Result<String> {
        match self {
            Self::Items(writer) => writer.page(items),
            Self::Query(writer) => writer.page(items),
        }
    }

    /// Returns how many items were written, where they are written as they are.
    pub(crate) fn count(&self) -> Option<usize> {
        match self {
            Self::Items(writer) => Some(writer.count()),
            Self::Query(_) => None,
        }
    }

    /// Writes what stands after the last page.
    pub(crate) fn end(&mut self) -> Result<String> {
        match self {
            Self::Items(writer) => Ok(writer.end()),
            Self::Query(writer) => writer.end(),
        }
    }
}

/// Writes to standard output.
pub(crate) fn write(bytes: &[u8]) -> Result<()> {
    progress::clear_for_data();
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| broken(&error))
}

/// Judges why standard output cannot be written.
pub(crate) fn broken(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::StdoutClosed
    } else {
        Failure::io("cannot write to standard output", error)
    }
}

/// Tells something on standard error that is no error.
pub(crate) fn note(text: &str) {
    complain(&format!("btapi: note: {}\n", plain(text)));
}

/// Writes to standard error, whether or not somebody listens.
pub(crate) fn complain(text: &str) {
    progress::clear();
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// How wide a table may be: what the variable `COLUMNS` says, else what the terminal says.
pub(crate) fn width(columns: Option<&str>) -> usize {
    let said = columns.and_then(|text| text.parse().ok());
    said.or_else(terminal_width).unwrap_or(80)
}

#[cfg(unix)]
fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|width| *width > 0)
}

#[cfg(not(unix))]
fn terminal_width() -> Option<usize> {
    None
}
