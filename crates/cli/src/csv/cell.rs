//! One cell.

use serde_json::Value;

use crate::json::Json;
use crate::kv::{Scalar, tree};
use crate::shape::Shape;

/// A cell of a table in CSV, before it is quoted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Cell {
    text: String,
    /// Whether it stands in quotes although nothing in it demands them.
    quoted: bool,
}

impl Cell {
    /// Makes the heading of a column.
    pub(crate) fn heading(name: &str) -> Self {
        Self { text: name.to_owned(), quoted: name.is_empty() }
    }

    /// Makes the cell of a value whose field has the given shape; of no value an empty one.
    pub(crate) fn of(value: Option<&Json>, shape: &Shape) -> Self {
        let bare = |text: String| Self { text, quoted: false };
        match value {
            None => bare(String::new()),
            Some(Json::Text(text)) if text.is_empty() => Self { text: String::new(), quoted: true },
            Some(Json::Text(text)) => match read(text, false, shape) {
                Some(Value::String(read)) if read == *text => bare(text.clone()),
                _ => bare(Json::Text(text.clone()).to_string()),
            },
            Some(other) => bare(other.to_string()),
        }
    }

    /// Makes the cell of a value that nobody reads back: texts as they are, of nothing an empty one.
    pub(crate) fn plain(value: Option<&Json>) -> Self {
        let text = match value {
            None | Some(Json::Null) => String::new(),
            Some(Json::Text(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        Self { text, quoted: false }
    }

    /// Returns whether a spreadsheet may take it for a formula.
    pub(crate) fn looks_like_a_formula(&self) -> bool {
        looks_like_a_formula(&self.text)
    }

    /// Appends it, quoted if need be.
    pub(crate) fn write(&self, out: &mut String) {
        let text = &self.text;
        // Some readers take blanks at the edges off.
        let is_bare = !self.quoted && !text.contains(['"', ',', '\n', '\r', ';']) && text.trim() == text;
        if is_bare {
            out.push_str(text);
            return;
        }
        out.push('"');
        for letter in text.chars() {
            if letter == '"' {
                out.push('"');
            }
            out.push(letter);
        }
        out.push('"');
    }
}

/// Returns whether a spreadsheet may take a cell with this text for a formula.
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '@', '\t', '\r']) || text.starts_with('-') && text.parse::<f64>().is_err()
}

/// Returns what a cell says of a field of the given shape; nothing for an empty cell, which says
/// nothing. `quoted` tells whether it stood in quotes, as far as the reader knows: an empty cell
/// in quotes is an empty text.
pub(crate) fn read(text: &str, quoted: bool, shape: &Shape) -> Option<Value> {
    if text.is_empty() {
        return quoted.then(|| Value::String(String::new()));
    }
    if text == "null" {
        return Some(Value::Null);
    }
    if text.starts_with('"')
        && let Ok(value @ Value::String(_)) = serde_json::from_str(text)
    {
        return Some(value);
    }
    if text.starts_with(['[', '{'])
        && (shape.is_unknown() || shape.takes_structure())
        && let Ok(value) = serde_json::from_str(text)
    {
        return Some(value);
    }
    Some(tree::typed(Scalar { text: text.to_owned(), quoted: false }, shape))
}

#[cfg(test)]
mod tests {
    use bt_sra_catalog::{Integer, Schema, Text};
    use proptest::prelude::*;
    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;

    const TEXT: Schema = Schema::Text(Text::PLAIN);

    fn cell(value: &Value, shape: &Shape) -> Cell {
        Cell::of(Json::read(&to_raw_value(value).unwrap()).as_ref(), shape)
    }

    #[track_caller]
    fn check(value: &Value, schema: Option<Schema>, expected: &str) {
        let shape = schema.map_or(Shape::UNKNOWN, |schema| Shape::of([schema]));
        let cell = cell(value, &shape);
        let mut written = String::new();
        cell.write(&mut written);
        assert_eq!(written, expected);
        assert_eq!(read(&cell.text, cell.quoted, &shape).as_ref(), Some(value), "{expected}");
    }

    #[test]
    fn texts_are_themselves_where_nothing_else_can_be_meant() {
        check(&json!("2024"), Some(TEXT), "2024");
        check(&json!("true"), Some(TEXT), "true");
        check(&json!("[1]"), Some(TEXT), "[1]");
        check(&json!("a, \"b\"\nc"), Some(TEXT), "\"a, \"\"b\"\"\nc\"");
        check(&json!(" x"), Some(TEXT), "\" x\"");
        check(&json!("=1+1"), Some(TEXT), "=1+1");
    }

    #[test]
    fn texts_that_mean_something_else_are_json() {
        check(&json!("null"), Some(TEXT), r#""""null""""#);
        check(&json!("\"x\""), Some(TEXT), r#""""\""x\""""""#);
        check(&json!("2024"), None, r#""""2024""""#);
        check(&json!("2024"), Some(Schema::Integer(Integer::PLAIN)), r#""""2024""""#);
        check(&json!("[1]"), None, r#""""[1]""""#);
    }

    #[test]
    fn empty_null_and_missing_differ() {
        check(&json!(""), Some(TEXT), "\"\"");
        check(&Value::Null, Some(TEXT), "null");
        let mut written = String::new();
        Cell::of(None, &Shape::UNKNOWN).write(&mut written);
        assert_eq!(written, "");
        assert_eq!(read("", false, &Shape::UNKNOWN), None);
    }

    #[test]
    fn nested_values_are_compact_json() {
        check(&json!([1, 2]), None, "\"[1,2]\"");
        check(&json!({"a": {"b": "c"}}), None, r#""{""a"":{""b"":""c""}}""#);
        check(&json!([]), None, "[]");
    }

    #[test]
    fn numbers_keep_their_type() {
        check(&json!(22), Some(Schema::Integer(Integer::PLAIN)), "22");
        check(&json!(-1.5), None, "-1.5");
        check(&json!(false), Some(Schema::Boolean), "false");
    }

    #[test]
    fn what_a_spreadsheet_could_run_is_noticed() {
        let of = |text: &str| cell(&json!(text), &Shape::of([TEXT])).looks_like_a_formula();
        assert!(of("=cmd()") && of("@x") && of("+1") && of("-x"));
        assert!(!of("x=1") && !cell(&json!(-5), &Shape::UNKNOWN).looks_like_a_formula());
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            r#"[ "',;=\[\]{}0-9nul\n\r\t]{0,6}"#.prop_map(Value::from),
            "true|null|-1|1e3|01|\\[\\]|\\{\\}|\"\"|yes".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 12, 3, |inner| prop::collection::vec(inner, 0..4).prop_map(Value::from))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_cell_reads_back_as_its_value(value in value()) {
            let cell = cell(&value, &Shape::UNKNOWN);
            prop_assert_eq!(read(&cell.text, cell.quoted, &Shape::UNKNOWN), Some(value));
        }

        #[test]
        fn a_text_reads_back_whatever_its_field(text in any::<String>()) {
            let lists: &'static Schema = &Schema::Text(Text::PLAIN);
            let list = Schema::List(bt_sra_catalog::List { items: lists, min_items: None, max_items: None, or_single: false });
            for shape in [
                Shape::of([TEXT]), Shape::of([Schema::Boolean]), Shape::of([TEXT, list]),
                Shape::of([Schema::Integer(Integer::PLAIN), TEXT]),
            ] {
                let value = Value::from(text.clone());
                let cell = cell(&value, &shape);
                prop_assert_eq!(read(&cell.text, cell.quoted, &shape), Some(value));
            }
        }
    }
}
