//! Columns for people: what fits on a line, the telling fields first.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::json::Json;

/// What people look for first.
const FIRST: [&str; 10] = [
    "id",
    "name",
    "username",
    "hostname",
    "type",
    "platform",
    "tag",
    "connected",
    "enabled",
    "jump_group_id",
];

/// The widest column.
const WIDEST: usize = 40;

/// Between two columns.
const GAP: &str = "  ";

/// A table whose columns are chosen by its first rows.
#[derive(Debug)]
pub(crate) struct Table {
    width: usize,
    wanted: Option<Vec<String>>,
    columns: Option<Vec<Column>>,
}

#[derive(Debug)]
struct Column {
    name: String,
    width: usize,
}

impl Table {
    /// Makes a table of the wanted columns, or of those that fit on a line of `width` letters.
    pub(crate) fn new(width: usize, wanted: Option<&[String]>) -> Self {
        Self { width, wanted: wanted.map(<[String]>::to_vec), columns: None }
    }

    /// Appends rows, the first time below their headings.
    pub(crate) fn rows(&mut self, items: &[Json], out: &mut String) {
        if items.is_empty() {
            return;
        }
        let is_first = self.columns.is_none();
        let columns = self.columns.get_or_insert_with(|| match &self.wanted {
            Some(names) => names.iter().map(|name| Column::fitting(name, items)).collect(),
            None => choose(items, self.width),
        });
        if is_first {
            line(columns, |column| column.name.to_uppercase(), out);
        }
        for item in items {
            line(columns, |column| cell(field(item, &column.name)), out);
        }
    }
}

impl Column {
    fn fitting(name: &str, items: &[Json]) -> Self {
        let widest = items.iter().map(|item| count(&cell(field(item, name)))).max().unwrap_or_default();
        Self { name: name.to_owned(), width: widest.max(count(name)).min(WIDEST) }
    }
}

/// Appends an object, one field a line, those within others by their path.
pub(crate) fn single(value: &Json, out: &mut String) {
    let mut fields = Vec::new();
    collect("", value, &mut fields);
    let width = fields.iter().map(|(name, _)| count(name)).max().unwrap_or_default();
    for (name, value) in fields {
        let value = cell(Some(value));
        let gap = if value.is_empty() { 0 } else { width.saturating_sub(count(&name)) + GAP.len() };
        let _ = writeln!(out, "{name}{:gap$}{value}", "");
    }
}

fn collect<'a>(path: &str, value: &'a Json, fields: &mut Vec<(String, &'a Json)>) {
    let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Json::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(name, value)| collect(&join(name), value, fields));
        }
        Json::List(items) if items.iter().any(|item| matches!(item, Json::Object(_) | Json::List(_))) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| collect(&join(&index.to_string()), item, fields));
        }
        scalar => fields.push((clean(path), scalar)),
    }
}

fn choose(items: &[Json], width: usize) -> Vec<Column> {
    let names: Vec<&str> = match items.first() {
        Some(Json::Object(fields)) => fields.iter().map(|(name, _)| name.as_str()).collect(),
        _ => Vec::new(),
    };
    if names.is_empty() {
        return vec![Column { name: String::new(), width: WIDEST }];
    }
    let telling = FIRST.iter().copied().filter(|name| names.contains(name));
    let others = names.iter().copied().filter(|name| !FIRST.contains(name));
    let mut columns = Vec::new();
    let mut used = 0;
    for name in telling.chain(others) {
        let says_something = items.iter().any(|item| {
            field(item, name).is_some_and(|value| match value {
                Json::Null | Json::List(_) | Json::Object(_) => false,
                Json::Text(text) => !text.is_empty(),
                _ => true,
            })
        });
        if !says_something {
            continue;
        }
        let column = Column::fitting(name, items);
        let needed = column.width + if columns.is_empty() { 0 } else { GAP.len() };
        if used + needed > width && !columns.is_empty() {
            break;
        }
        used += needed;
        columns.push(column);
    }
    columns
}

fn field<'a>(item: &'a Json, name: &str) -> Option<&'a Json> {
    if name.is_empty() { Some(item) } else { super::columns::at(item, name) }
}

fn line(columns: &[Column], text: impl Fn(&Column) -> String, out: &mut String) {
    let mut pending = 0;
    for (place, column) in columns.iter().enumerate() {
        let is_last = place + 1 == columns.len();
        let text = if is_last { text(column) } else { shorten(text(column), column.width) };
        out.extend(std::iter::repeat_n(' ', pending));
        out.push_str(&text);
        pending = column.width.saturating_sub(count(&text)) + GAP.len();
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
}

fn shorten(text: String, width: usize) -> String {
    if count(&text) <= width {
        return text;
    }
    let mut end = 0;
    for (start, letter) in text.char_indices() {
        let next = start + letter.len_utf8();
        if text.get(..next).is_none_or(|text| count(text) >= width) {
            break;
        }
        end = next;
    }
    let mut short = text;
    short.truncate(end);
    short.push('…');
    short
}

fn cell(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => "-".to_owned(),
        Some(Json::Bool(true)) => "yes".to_owned(),
        Some(Json::Bool(false)) => "no".to_owned(),
        Some(Json::Text(text)) => clean(text),
        Some(Json::List(items)) => items.iter().map(|item| cell(Some(item))).collect::<Vec<_>>().join(", "),
        Some(other) => clean(&other.to_string()),
    }
}

/// Keeps what comes from elsewhere on its line and away from the terminal's controls.
fn clean(text: &str) -> String {
    crate::failure::plain(text.trim_end())
}

/// Returns how many columns of a terminal the text takes.
fn count(text: &str) -> usize {
    text.width()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use serde_json::value::to_raw_value;
    use serde_json::{Value, json};

    use super::*;

    fn read(value: &Value) -> Json {
        Json::read(&to_raw_value(value).unwrap()).unwrap()
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "reads better in a table")]
    fn check(width: usize, items: Value, expected: Expect) {
        let mut out = String::new();
        let items: Vec<Json> = items.as_array().unwrap().iter().map(read).collect();
        Table::new(width, None).rows(&items, &mut out);
        expected.assert_eq(&out);
    }

    #[test]
    fn telling_fields_come_first_and_the_rest_while_there_is_room() {
        let items = json!([
            {"comments": "a rather long remark", "port": 22, "name": "alpha", "id": 31, "tag": "", "criteria": {"x": 1}},
            {"comments": null, "port": 2222, "name": "be\u{1b}[31mta", "id": 7, "tag": "", "criteria": {}},
        ]);
        check(
            50,
            items.clone(),
            expect![[r#"
                ID  NAME       COMMENTS              PORT
                31  alpha      a rather long remark  22
                7   be [31mta  -                     2222
            "#]],
        );
        check(
            20,
            items,
            expect![[r"
                ID  NAME
                31  alpha
                7   be [31mta
            "]],
        );
    }

    #[test]
    fn odd_items_do_not_break_it() {
        check(
            20,
            json!([1, "two", {"id": 3}]),
            expect![[r#"

                1
                two
                {"id":3}
            "#]],
        );
        check(20, json!([]), expect![""]);
    }

    #[test]
    fn long_cells_are_cut() {
        check(
            200,
            json!([{"id": 1, "name": "x".repeat(60), "port": 22}]),
            expect![[r"
                ID  NAME                                      PORT
                1   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  22
            "]],
        );
    }

    #[test]
    fn letters_of_two_columns_and_of_none_leave_columns_straight() {
        check(
            200,
            json!([
                {"name": "東京サーバ", "port": 1},
                {"name": "cafe\u{301}", "port": 2},
                {"name": "👩‍💻 desk", "port": 3},
                {"name": "東".repeat(40), "port": 4},
                {"name": "e\u{301}".repeat(60), "port": 5},
            ]),
            expect![[r#"
                NAME                                      PORT
                東京サーバ                                1
                café                                      2
                👩💻 desk                                 3
                東東東東東東東東東東東東東東東東東東東…   4
                ééééééééééééééééééééééééééééééééééééééé…  5
            "#]],
        );
    }

    #[test]
    fn an_object_has_a_line_for_each_field() {
        let mut out = String::new();
        single(
            &read(
                &json!({"id": 1, "on": true, "tags": ["a", "b"], "rule": {"list": [{"x": null}], "none": {}}}),
            ),
            &mut out,
        );
        expect![[r"
            id             1
            on             yes
            tags           a, b
            rule.list.0.x  -
            rule.none      {}
        "]]
        .assert_eq(&out);
    }
}
