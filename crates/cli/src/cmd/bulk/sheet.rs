//! CSV files: reading what spreadsheets write, and writing what they read.

use std::path::Path;

use super::problems::Problems;
use crate::failure::{Failure, Result};

/// The largest file that is read.
const LIMIT: u64 = 512 << 20;

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The separators that are known; of equally frequent ones the first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A file of rows below a header.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// The rows, all as long as the header.
    pub(crate) rows: Vec<Row>,
    /// What separates the cells.
    pub(crate) separator: u8,
    /// Whether the file begins with the mark of UTF-8.
    pub(crate) has_mark: bool,
}

/// A row.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line it begins in.
    pub(crate) line: u64,
    /// Its cells.
    pub(crate) cells: Vec<String>,
}

impl Sheet {
    /// Returns the place of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

/// Reads the bytes of a file.
pub(crate) fn load(path: &Path) -> Result<Vec<u8>> {
    let name = path.display();
    let fail = |error| Failure::io(format!("cannot read {name}"), &error);
    let meta = std::fs::metadata(path).map_err(fail)?;
    if meta.is_dir() {
        return Err(Failure::usage(format!("{name} is a folder")));
    }
    if !meta.is_file() {
        return Err(Failure::usage(format!("{name} is no file"))
            .with_hint("the file is read more than once, so a pipe will not do"));
    }
    if meta.len() > LIMIT {
        return Err(Failure::invalid(format!("{name} is larger than {} MiB", LIMIT >> 20))
            .with_hint("split it; every part needs the header"));
    }
    std::fs::read(path).map_err(fail)
}

/// Reads a sheet, or tells all that is wrong with it.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Sheet> {
    let has_mark = bytes.starts_with(MARK);
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    check_text(name, bytes)?;
    let (chosen, start) = announced(bytes);
    if chosen == Some(b'"') {
        return Err(Failure::invalid(format!("{name}: line 1: a quote cannot separate cells")));
    }
    let rest = bytes.get(start..).unwrap_or_default();
    let separator = chosen.unwrap_or_else(|| guess(rest));
    let mut problems = Problems::default();
    let mut records = records(name, bytes, start, separator, &mut problems)?.into_iter();
    let Some(header) = records.next() else {
        return Err(Failure::invalid(format!("{name}: the file is empty"))
            .with_hint("the first line names the columns: type,name,jump_group,…"));
    };
    let columns: Vec<String> = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    check_header(&header, &columns, &mut problems);
    let mut rows = Vec::new();
    for row in records {
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        if row.cells.len() != columns.len() {
            problems.add(row.line, ragged(row.cells.len(), columns.len(), separator));
            continue;
        }
        rows.push(row);
    }
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| column.is_empty()) {
        if let Some(row) = rows.iter().find(|row| row.cells.get(place).is_some_and(|cell| !cell.is_empty())) {
            problems.add(row.line, format!("the cell in column {} has no name above it", place + 1));
        }
    }
    problems.check(name, "nothing was sent")?;
    Ok(Sheet { columns, rows, separator, has_mark })
}

/// Writes rows.
#[derive(Debug)]
pub(crate) struct Writer {
    inner: csv::Writer<Vec<u8>>,
}

impl Writer {
    /// Starts with nothing.
    pub(crate) fn new(separator: u8) -> Self {
        Self { inner: csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new()) }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
        // In memory, and all rows have the header's length.
        self.inner.write_record(cells).map_err(|error| Failure::io("cannot write CSV", &error.into()))
    }

    /// Returns what was written since the last time.
    pub(crate) fn take(&mut self, separator: u8) -> Result<Vec<u8>> {
        let full = std::mem::replace(self, Self::new(separator));
        full.inner.into_inner().map_err(|error| Failure::io("cannot write CSV", error.error()))
    }
}

fn check_text(name: &str, bytes: &[u8]) -> Result<()> {
    let hint = "save it as \"CSV UTF-8\"";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Failure::invalid(format!("{name}: the file is UTF-16, not UTF-8")).with_hint(hint));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Failure::invalid(format!("{name}: this is a workbook, not a CSV file")).with_hint(hint));
    }
    if let Some(place) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_at(bytes, place);
        return Err(Failure::invalid(format!("{name}: line {line}: a zero byte: this is no text")));
    }
    let Err(error) = std::str::from_utf8(bytes) else { return Ok(()) };
    let place = error.valid_up_to();
    let byte = bytes.get(place).copied().unwrap_or_default();
    let line = line_at(bytes, place);
    Err(Failure::invalid(format!("{name}: line {line}: the byte {byte:#04x} is not UTF-8")).with_hint(hint))
}

/// Reads the line by which a spreadsheet is told the separator: `sep=;`.
fn announced(bytes: &[u8]) -> (Option<u8>, usize) {
    let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
    let (line, rest) = bytes.split_at(end);
    let next = end + if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) };
    match line {
        // A tab is a separator and no blank.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator, blanks @ ..]
            if separates(*separator) && blanks.iter().all(|byte| *byte == b' ') =>
        {
            (Some(*separator), next)
        }
        _ => (None, 0),
    }
}

/// Whether somebody may mean a byte to stand between cells; that a quote cannot is told.
fn separates(byte: u8) -> bool {
    byte == b'\t' || byte.is_ascii_punctuation()
}

/// Returns the separator that is most frequent in the header, outside of quotes.
fn guess(bytes: &[u8]) -> u8 {
    let mut counts = [0usize; SEPARATORS.len()];
    let mut quoted = false;
    for byte in bytes.trim_ascii_start() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                for (separator, count) in SEPARATORS.iter().zip(&mut counts) {
                    *count += usize::from(separator == byte);
                }
            }
            _ => {}
        }
    }
    let mut best = (b',', 0);
    for (separator, count) in SEPARATORS.into_iter().zip(counts) {
        if count > best.1 {
            best = (separator, count);
        }
    }
    best.0
}

/// Reads the records from `start` on, whatever their length.
fn records(
    name: &str,
    bytes: &[u8],
    start: usize,
    separator: u8,
    problems: &mut Problems,
) -> Result<Vec<Row>> {
    let rest = bytes.get(start..).unwrap_or_default();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(rest);
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1u64, 0usize);
    loop {
        let begin = start + offset(reader.position());
        let more = reader
            .read_record(&mut record)
            .map_err(|error| Failure::invalid(format!("{name}: {error}; nothing was sent")))?;
        if !more {
            return Ok(rows);
        }
        let end = start + offset(reader.position());
        // Empty lines in front are passed over by the reader, but they are lines.
        let raw = bytes.get(begin..end).unwrap_or_default();
        let blank = raw.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        line += newlines(bytes.get(counted..begin + blank).unwrap_or_default());
        counted = begin + blank;
        if raw.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
            problems.add(line, "a quote is not closed; within quotes it is written twice");
        }
        rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
    }
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// Counts line ends of all kinds: a row is known by its line, so each needs one of its own.
fn newlines(bytes: &[u8]) -> u64 {
    let pairs = bytes.iter().zip(bytes.iter().skip(1).map(Some).chain([None]));
    let ends = pairs.filter(|(byte, next)| match byte {
        b'\n' => true,
        b'\r' => *next != Some(&b'\n'),
        _ => false,
    });
    ends.map(|_| 1).sum()
}

fn line_at(bytes: &[u8], place: usize) -> u64 {
    1 + newlines(bytes.get(..place).unwrap_or_default())
}

fn check_header(header: &Row, columns: &[String], problems: &mut Problems) {
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| !column.is_empty()) {
        let first = columns.iter().position(|known| known == column);
        if let Some(first) = first.filter(|first| *first < place) {
            let (first, place) = (first + 1, place + 1);
            let what = format!("the columns {first} and {place} are both called `{column}`");
            problems.add(header.line, what);
        }
    }
}

fn ragged(cells: usize, columns: usize, separator: u8) -> String {
    let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
    let separator = match separator {
        b'\t' => "a tab".to_owned(),
        other => format!("`{}`", char::from(other)),
    };
    format!(
        "{cells}, but the header has {columns} (separated by {separator}; a cell with one in it needs quotes)"
    )
}

#[cfg(test)]
mod tests;
