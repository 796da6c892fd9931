//! A list as CSV: one row an item.

use super::{columns, note};
use crate::csv::{FORMULAS, cell::Cell, record};
use crate::json::Json;
use crate::shape::Shape;

/// Writes rows below a header that does not depend on what is in them, where the fields of the
/// resource are known; otherwise the first rows decide.
#[derive(Debug)]
pub(crate) struct CsvWriter {
    shape: Shape,
    names: Names,
    left_out: Option<String>,
    has_formula: bool,
    /// Whether nobody reads the cells back.
    is_plain: bool,
}

#[derive(Debug)]
enum Names {
    /// Asked for, or known; the header is still to be written.
    Pending { names: Vec<String>, is_wish: bool },
    /// The first rows decide.
    Open,
    /// The header is written.
    Settled { names: Vec<String>, is_wish: bool },
}

/// The heading of a list whose items are no objects.
const VALUE: &str = "value";

impl CsvWriter {
    /// Starts with the wanted columns, or those of `shape`.
    pub(crate) fn new(wanted: Option<&[String]>, shape: &Shape) -> Self {
        let known = shape.answered_fields();
        let names = match wanted {
            Some(names) => Names::Pending { names: names.to_vec(), is_wish: true },
            None if known.is_empty() => Names::Open,
            None => Names::Pending { names: known.into_iter().map(str::to_owned).collect(), is_wish: false },
        };
        Self { shape: shape.clone(), names, left_out: None, has_formula: false, is_plain: false }
    }

    /// Writes texts as they are, and nothing for null.
    pub(crate) fn plain(&mut self) {
        self.is_plain = true;
    }

    /// Appends rows.
    pub(crate) fn rows(&mut self, items: &[Json], out: &mut String) {
        if items.is_empty() {
            return;
        }
        self.header(items, out);
        let Names::Settled { names, is_wish } = &self.names else { return };
        for item in items {
            let cells: Vec<Cell> = names
                .iter()
                .map(|name| {
                    let value = match item {
                        Json::Object(_) => columns::at(item, name),
                        _ => Some(item).filter(|_| names.len() == 1 && name == VALUE),
                    };
                    match self.is_plain {
                        true => Cell::plain(value),
                        false => Cell::of(value, &columns::shape_at(&self.shape, name)),
                    }
                })
                .collect();
            self.has_formula |= cells.iter().any(Cell::looks_like_a_formula);
            record(&cells, out);
            if !is_wish && self.left_out.is_none() {
                self.left_out = stranger(item, names);
            }
        }
    }

    /// Appends what is missing at the end: the header of a list without rows.
    pub(crate) fn end(&mut self, out: &mut String) {
        self.header(&[], out);
        if let Some(name) = self.left_out.take() {
            note(&format!("`{name}` has no column, since it is not known here; --columns can name it"));
        }
        if self.has_formula {
            note(FORMULAS);
        }
    }

    fn header(&mut self, items: &[Json], out: &mut String) {
        let (names, is_wish) = match &mut self.names {
            Names::Settled { .. } => return,
            Names::Pending { names, is_wish } => (std::mem::take(names), *is_wish),
            Names::Open if items.is_empty() => return,
            Names::Open => (names_of(items), false),
        };
        record(&names.iter().map(|name| Cell::heading(name)).collect::<Vec<_>>(), out);
        self.names = Names::Settled { names, is_wish };
    }
}

/// Returns the names of all fields, in the order in which they come up.
fn names_of(items: &[Json]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for item in items {
        let Json::Object(fields) = item else { continue };
        for (name, _) in fields {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    if names.is_empty() { vec![VALUE.to_owned()] } else { names }
}

fn stranger(item: &Json, names: &[String]) -> Option<String> {
    let Json::Object(fields) = item else { return None };
    let is_stranger = |name: &&String| !names.contains(*name);
    fields.iter().map(|(name, _)| name).find(is_stranger).cloned()
}

/// Appends a single value: an object is a header and a row.
pub(crate) fn single(value: &Json, mut writer: CsvWriter, out: &mut String) {
    match value {
        Json::List(items) => writer.rows(items, out),
        other => writer.rows(std::slice::from_ref(other), out),
    }
    writer.end(out);
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(pages: &[&str], wanted: Option<&[&str]>, expected: Expect) {
        let wanted: Option<Vec<String>> =
            wanted.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        let mut writer = CsvWriter::new(wanted.as_deref(), &Shape::UNKNOWN);
        let mut out = String::new();
        for page in pages {
            let Some(Json::List(items)) = Json::read(serde_json::from_str(page).unwrap()) else { panic!() };
            writer.rows(&items, &mut out);
        }
        writer.end(&mut out);
        assert_eq!(out.matches('\n').count(), out.matches("\r\n").count());
        expected.assert_eq(&out.replace("\r\n", "\n"));
    }

    #[test]
    fn the_first_page_decides_where_nothing_is_known() {
        check(
            &[r#"[{"id":1},{"id":2,"b":[1,"x"]}]"#, r#"[{"id":3,"b":"","c":9}]"#],
            None,
            expect![[r#"
                id,b
                1,
                2,"[1,""x""]"
                3,""
            "#]],
        );
        check(&["[]"], None, expect![""]);
        check(&["[1,\"a\"]"], None, expect![["value\n1\na\n"]]);
    }

    #[test]
    fn wanted_columns_are_written_even_without_rows() {
        check(&["[]"], Some(&["id", "name"]), expect![["id,name\n"]]);
        check(&[r#"[{"id":1,"a":{"b":null}}]"#], Some(&["a.b", "id"]), expect![["a.b,id\nnull,1\n"]]);
    }
}
