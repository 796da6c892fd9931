//! What goes to standard output and standard error, and in which form.

pub(crate) mod json;
pub(crate) mod list;
pub(crate) mod table;

use std::io::{self, IsTerminal as _, Write as _};

use serde_json::value::RawValue;

use crate::args::{Format, Globals};
use crate::failure::{Exit, Failure, Result, plain};
use crate::json::Json;
use crate::kv;

/// Returns the format that was asked for, or `default`.
pub(crate) fn format_or(globals: &Globals, default: Format) -> Format {
    if globals.kv_out { Format::Kv } else { globals.output.unwrap_or(default) }
}

/// Returns the format that was asked for, or the default of commands that people read.
pub(crate) fn reading_format_of(globals: &Globals) -> Format {
    format_or(globals, if io::stdout().is_terminal() { Format::Table } else { Format::Json })
}

/// Prints one value.
pub(crate) fn value(raw: &RawValue, format: Format) -> Result<()> {
    write(&render(raw, format)?)
}

/// Writes one value in the given format.
fn render(raw: &RawValue, format: Format) -> Result<Vec<u8>> {
    if format == Format::Json {
        let mut text = String::new();
        json::pretty(raw.get(), 0, &mut text);
        text.push('\n');
        return Ok(text.into_bytes());
    }
    let value = Json::read(raw)
        .ok_or_else(|| Failure::new(Exit::Unreadable, "the answer is nested too deep to be printed so"))?;
    let mut text = String::new();
    match format {
        Format::Table => table::single(&value, &mut text),
        Format::Kv | Format::Json => kv::write::lines(&value, "", &mut text),
    }
    Ok(text.into_bytes())
}

/// Writes to standard output.
pub(crate) fn write(bytes: &[u8]) -> Result<()> {
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
