//! A list that is printed page by page, so that its length does not matter.

use serde_json::Value;
use serde_json::value::RawValue;

use super::json;
use super::table::Table;
use crate::args::Format;
use crate::kv;

/// Writes the items of a list as they come.
#[derive(Debug)]
pub(crate) struct ListWriter {
    form: Form,
    count: usize,
}

#[derive(Debug)]
enum Form {
    Json,
    Kv,
    Table(Table),
}

impl ListWriter {
    /// Starts a list; `width` is that of a table.
    pub(crate) fn new(format: Format, width: usize) -> Self {
        let form = match format {
            Format::Json => Form::Json,
            Format::Kv => Form::Kv,
            Format::Table => Form::Table(Table::new(width)),
        };
        Self { form, count: 0 }
    }

    /// Returns how many items were written.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Writes the items of a page.
    pub(crate) fn page(&mut self, items: &[&RawValue]) -> String {
        let mut out = String::new();
        match &mut self.form {
            Form::Json => {
                for item in items {
                    out.push_str(if self.count == 0 { "[\n  " } else { ",\n  " });
                    json::pretty(item.get(), 1, &mut out);
                    self.count += 1;
                }
            }
            Form::Kv => {
                for item in items {
                    kv::write::lines(&parse(item), &self.count.to_string(), &mut out);
                    self.count += 1;
                }
            }
            Form::Table(table) => {
                let values: Vec<Value> = items.iter().map(|item| parse(item)).collect();
                table.rows(&values, &mut out);
                self.count += items.len();
            }
        }
        out
    }

    /// Writes what stands after the last page.
    pub(crate) fn end(&self) -> &'static str {
        match self.form {
            Form::Json if self.count == 0 => "[]\n",
            Form::Json => "\n]\n",
            Form::Kv | Form::Table(_) => "",
        }
    }
}

fn parse(raw: &RawValue) -> Value {
    serde_json::from_str(raw.get()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(format: Format, pages: &[&str], expected: Expect) {
        let mut writer = ListWriter::new(format, 40);
        let mut out = String::new();
        for page in pages {
            out.push_str(&writer.page(&serde_json::from_str::<Vec<&RawValue>>(page).unwrap()));
        }
        out.push_str(writer.end());
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
