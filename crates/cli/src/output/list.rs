//! A list that is printed page by page, so that its length does not matter.

use serde_json::value::RawValue;

use super::csv::CsvWriter;
use super::query::{Outcome, Query};
use super::table::Table;
use super::{columns, json, yaml};
use crate::args::Format;
use crate::failure::{Exit, Failure, Result};
use crate::json::Json;
use crate::kv;
use crate::shape::Shape;

/// Writes the items of a list as they come.
#[derive(Debug)]
pub(crate) struct ListWriter<'a> {
    form: Form,
    columns: Option<&'a [String]>,
    count: usize,
}

#[derive(Debug)]
enum Form {
    Json,
    Ndjson,
    Yaml,
    Kv,
    Csv(CsvWriter),
    Table(Table),
}

impl<'a> ListWriter<'a> {
    /// Starts a list of items of the given shape; `width` is that of a table.
    pub(crate) fn new(format: Format, columns: Option<&'a [String]>, shape: &Shape, width: usize) -> Self {
        let form = match format {
            // XML is never made of items: `Plan` refuses it.
            Format::Json | Format::Xml => Form::Json,
            Format::Ndjson => Form::Ndjson,
            Format::Yaml => Form::Yaml,
            Format::Kv => Form::Kv,
            Format::Csv => Form::Csv(CsvWriter::new(columns, shape)),
            Format::Table => Form::Table(Table::new(width, columns)),
        };
        Self { form, columns, count: 0 }
    }

    /// Writes the cells of CSV for readers only.
    #[must_use]
    pub(crate) fn plain(mut self, is_plain: bool) -> Self {
        if let (true, Form::Csv(writer)) = (is_plain, &mut self.form) {
            writer.plain();
        }
        self
    }

    /// Returns how many items were written.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Writes the items of a page.
    ///
    /// # Errors
    /// Names the item that is nested too deep.
    pub(crate) fn page(&mut self, items: &[&RawValue]) -> Result<String> {
        let mut out = String::new();
        match &mut self.form {
            Form::Json | Form::Ndjson => {
                for item in items {
                    match self.columns {
                        Some(names) => {
                            let item =
                                columns::project_raw(item, names).ok_or_else(|| too_deep(self.count))?;
                            self.json(&item, &mut out);
                        }
                        None => self.json(item, &mut out),
                    }
                }
            }
            Form::Yaml => {
                for item in items {
                    yaml::item(&projected(parse(item, self.count)?, self.columns), &mut out);
                    self.count += 1;
                }
            }
            Form::Kv => {
                for item in items {
                    let item = projected(parse(item, self.count)?, self.columns);
                    kv::write::lines(&item, &self.count.to_string(), &mut out);
                    self.count += 1;
                }
            }
            Form::Csv(writer) => {
                writer.rows(&parse_all(items, self.count)?, &mut out);
                self.count += items.len();
            }
            Form::Table(table) => {
                table.rows(&parse_all(items, self.count)?, &mut out);
                self.count += items.len();
            }
        }
        Ok(out)
    }

    /// Writes what stands after the last page.
    pub(crate) fn end(&mut self) -> String {
        let mut out = String::new();
        match &mut self.form {
            Form::Json if self.count == 0 => out.push_str("[]\n"),
            Form::Json => out.push_str("\n]\n"),
            Form::Yaml if self.count == 0 => out.push_str("[]\n"),
            Form::Csv(writer) => writer.end(&mut out),
            Form::Yaml | Form::Ndjson | Form::Kv | Form::Table(_) => {}
        }
        out
    }

    fn json(&mut self, item: &RawValue, out: &mut String) {
        if matches!(self.form, Form::Json) {
            out.push_str(if self.count == 0 { "[\n  " } else { ",\n  " });
            json::pretty(item.get(), 1, out);
        } else {
            json::line(item.get(), out);
        }
        self.count += 1;
    }
}

/// Writes what an expression makes of a list, page by page as far as the expression allows.
#[derive(Debug)]
pub(crate) struct QueryWriter<'a> {
    query: &'a Query,
    results: Results<'a>,
    /// All items so far, where the expression wants to see them together.
    held: Option<String>,
    is_done: bool,
}

/// How results are written.
#[derive(Debug)]
pub(crate) enum Results<'a> {
    /// One a line, texts bare.
    Lines,
    /// Indented JSON, one after the other.
    Json,
    /// As the items of a list; the members of a result that is a list itself.
    Items(ListWriter<'a>),
}

impl<'a> QueryWriter<'a> {
    /// Starts.
    pub(crate) fn new(query: &'a Query, results: Results<'a>) -> Self {
        let held = (!query.distributes()).then(String::new);
        Self { query, results, held, is_done: false }
    }

    /// Takes the items of a page, and writes what can be written.
    ///
    /// # Errors
    /// Those of the expression.
    pub(crate) fn page(&mut self, items: &[&RawValue]) -> Result<String> {
        let mut array = self.held.take().unwrap_or_default();
        for item in items {
            array.push(if array.is_empty() { '[' } else { ',' });
            array.push_str(item.get());
        }
        if !self.query.distributes() {
            self.held = Some(array);
            return Ok(String::new());
        }
        if array.is_empty() {
            return Ok(String::new());
        }
        array.push(']');
        self.run(&array)
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// Those of the expression.
    pub(crate) fn end(&mut self) -> Result<String> {
        let mut out = match self.held.take() {
            Some(array) if array.is_empty() => self.run("[]")?,
            Some(array) => self.run(&(array + "]"))?,
            None => String::new(),
        };
        out.push_str(&self.close());
        Ok(out)
    }

    /// Writes what stands after the last result.
    pub(crate) fn close(&mut self) -> String {
        match &mut self.results {
            Results::Items(writer) => writer.end(),
            Results::Lines | Results::Json => String::new(),
        }
    }

    /// Runs the expression on a JSON text.
    ///
    /// # Errors
    /// Those of the expression.
    pub(crate) fn run(&mut self, json: &str) -> Result<String> {
        let mut out = String::new();
        if self.is_done {
            return Ok(out);
        }
        let results = &mut self.results;
        let wants_more = self.query.run(json, |outcome| results.write(outcome, &mut out))?;
        self.is_done = !wants_more;
        Ok(out)
    }
}

impl Results<'_> {
    fn write(&mut self, outcome: Outcome, out: &mut String) -> Result<()> {
        match self {
            Self::Lines => {
                out.push_str(&outcome.text.unwrap_or(outcome.json));
                out.push('\n');
            }
            Self::Json => {
                json::pretty(&outcome.json, 0, out);
                out.push('\n');
            }
            Self::Items(writer) => {
                let raw: &RawValue = serde_json::from_str(&outcome.json).map_err(|_| {
                    Failure::new(Exit::Other, "--query: a result is nothing that JSON can hold")
                })?;
                if crate::json::is_too_deep(raw.get()) {
                    return Err(too_deep(writer.count()));
                }
                match serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
                    Ok(members) if !matches!(writer.form, Form::Ndjson) => {
                        out.push_str(&writer.page(&members)?)
                    }
                    _ => out.push_str(&writer.page(&[raw])?),
                }
            }
        }
        Ok(())
    }
}

fn projected(item: Json, columns: Option<&[String]>) -> Json {
    match columns {
        Some(names) => columns::project(&item, names),
        None => item,
    }
}

fn parse_all(items: &[&RawValue], first: usize) -> Result<Vec<Json>> {
    items.iter().zip(first..).map(|(item, number)| parse(item, number)).collect()
}

fn parse(raw: &RawValue, number: usize) -> Result<Json> {
    Json::read(raw).ok_or_else(|| too_deep(number))
}

fn too_deep(number: usize) -> Failure {
    Failure::new(Exit::Unreadable, format!("item {number} of the list (from 0) is nested too deep"))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(format: Format, pages: &[&str], expected: Expect) {
        let mut writer = ListWriter::new(format, None, &Shape::UNKNOWN, 40);
        let mut out = String::new();
        for page in pages {
            out.push_str(&writer.page(&serde_json::from_str::<Vec<&RawValue>>(page).unwrap()).unwrap());
        }
        out.push_str(&writer.end());
        expected.assert_eq(&out);
    }

    const PAGES: [&str; 3] =
        [r#"[{"id":1,"name":"a"},{"id":2,"name":"bb"}]"#, r#"[{"id":3,"name":"a long name"}]"#, "[]"];

    #[test]
    fn pages_make_one_json_list() {
        check(
            Format::Json,
            &PAGES,
            expect![[r#"
                [
                  {
                    "id": 1,
                    "name": "a"
                  },
                  {
                    "id": 2,
                    "name": "bb"
                  },
                  {
                    "id": 3,
                    "name": "a long name"
                  }
                ]
            "#]],
        );
        check(
            Format::Json,
            &["[]"],
            expect![[r"
                []
            "]],
        );
    }

    #[test]
    fn pairs_are_numbered_over_all_pages() {
        check(
            Format::Kv,
            &PAGES,
            expect![[r"
                0__id=1
                0__name=a
                1__id=2
                1__name=bb
                2__id=3
                2__name=a long name
            "]],
        );
        check(Format::Kv, &["[]"], expect![""]);
    }

    #[test]
    fn an_item_that_cannot_be_read_is_named() {
        let page = format!("[{{}},{}{}]", "[".repeat(200), "]".repeat(200));
        let items: Vec<&RawValue> = serde_json::from_str(&page).unwrap();
        for format in [Format::Kv, Format::Table, Format::Yaml, Format::Csv] {
            let failure = ListWriter::new(format, None, &Shape::UNKNOWN, 40).page(&items).unwrap_err();
            assert_eq!(failure.report(), "btapi: item 1 of the list (from 0) is nested too deep\n");
        }
    }

    #[test]
    fn items_are_lines_and_yaml_over_all_pages() {
        check(
            Format::Ndjson,
            &["[{\n  \"id\": 1.0\n}]", "[{\"id\":2,\"b\":\"x  y\"}]"],
            expect![[r#"
                {"id":1.0}
                {"id":2,"b":"x  y"}
            "#]],
        );
        check(
            Format::Yaml,
            &PAGES,
            expect![[r"
                - id: 1
                  name: a
                - id: 2
                  name: bb
                - id: 3
                  name: a long name
            "]],
        );
        check(Format::Yaml, &["[]"], expect![["[]\n"]]);
    }

    #[track_caller]
    fn check_query(code: &str, format: Option<Format>, expected: Expect) {
        let query = Query::compile(code).unwrap();
        let results = match format {
            None => Results::Lines,
            Some(Format::Json) => Results::Json,
            Some(format) => Results::Items(ListWriter::new(format, None, &Shape::UNKNOWN, 40)),
        };
        let mut writer = QueryWriter::new(&query, results);
        let mut out = String::new();
        for page in PAGES {
            out.push_str(&writer.page(&serde_json::from_str::<Vec<&RawValue>>(page).unwrap()).unwrap());
        }
        out.push_str(&writer.end().unwrap());
        expected.assert_eq(&out.replace('\r', ""));
    }

    #[test]
    fn an_expression_sees_the_whole_list_whatever_its_pages() {
        check_query(".[].name", None, expect![["a\nbb\na long name\n"]]);
        check_query("length, map(.id)", None, expect![["3\n[1,2,3]\n"]]);
        check_query(".[] | if .id == 2 then halt else .id end", None, expect![["1\n"]]);
        check_query(".[0] | {name}", Some(Format::Json), expect![["{\n  \"name\": \"a\"\n}\n"]]);
        check_query("map({n: .name})", Some(Format::Csv), expect![["n\na\nbb\na long name\n"]]);
        check_query(".[] | {n: .id}", Some(Format::Kv), expect![["0__n=1\n1__n=2\n2__n=3\n"]]);
        check_query("map(.id)", Some(Format::Ndjson), expect![["[1,2,3]\n"]]);
    }

    #[test]
    fn columns_are_those_of_the_first_page() {
        check(
            Format::Table,
            &PAGES,
            expect![[r"
                ID  NAME
                1   a
                2   bb
                3   a long name
            "]],
        );
    }
}
