//! Comma-separated values: how a value becomes a cell, and a cell a value again.
//!
//! A field that is missing is an empty cell, null is `null`, an empty text is an empty cell in
//! quotes (`""`), and lists and objects are compact JSON. A text is itself, unless it would be
//! read as something else: then it is written as a JSON text, in quotes of its own. Where the
//! type of a field is known, it decides what "something else" is, so that a name `2024` needs no
//! quotes.
//!
//! A text that begins with `=`, `+`, `-` or `@` is left as it is, though spreadsheets may take it
//! for a formula: changing it would change the data.

pub(crate) mod cell;

/// What is said of a file with such a text in it.
pub(crate) const FORMULAS: &str =
    "some cells begin with =, +, - or @, which spreadsheets take for formulas: import the file as text";

/// Appends one record, its cells quoted where RFC 4180 demands it.
pub(crate) fn record<'a>(cells: impl IntoIterator<Item = &'a cell::Cell>, out: &mut String) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        cell.write(out);
    }
    out.push_str("\r\n");
}
