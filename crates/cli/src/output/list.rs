//! A list that is printed page by page, so that its length does not matter.

use serde_json::value::RawValue;

use super::json;
use super::table::Table;
use crate::args::Format;
use crate::failure::{Exit, Failure, Result};
use crate::json::Json;
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
    ///
    /// # Errors
    /// Names the item that is nested too deep.
    pub(crate) fn page(&mut self, items: &[&RawValue]) -> Result<String> {
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
                    kv::write::lines(&parse(item, self.count)?, &self.count.to_string(), &mut out);
                    self.count += 1;
                }
            }
            Form::Table(table) => {
                let values = items.iter().zip(self.count..).map(|(item, number)| parse(item, number));
                table.rows(&values.collect::<Result<Vec<_>>>()?, &mut out);
                self.count += items.len();
            }
        }
        Ok(out)
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

fn parse(raw: &RawValue, number: usize) -> Result<Json> {
    Json::read(raw).ok_or_else(|| {
        Failure::new(Exit::Unreadable, format!("item {number} of the list (from 0) is nested too deep"))
    })
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
            out.push_str(&writer.page(&serde_json::from_str::<Vec<&RawValue>>(page).unwrap()).unwrap());
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
    fn an_item_that_cannot_be_read_is_named() {
        let page = format!("[{{}},{}{}]", "[".repeat(200), "]".repeat(200));
        let items: Vec<&RawValue> = serde_json::from_str(&page).unwrap();
        for format in [Format::Kv, Format::Table] {
            let failure = ListWriter::new(format, 40).page(&items).unwrap_err();
            assert_eq!(failure.report(), "btapi: item 1 of the list (from 0) is nested too deep\n");
        }
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
