//! Writes a JSON value as key=value lines: one line for each scalar, whatever is in it.
//!
//! A text stands bare where it would be read back as itself, and in double quotes otherwise. A
//! line end inside a value is escaped, so that no value can pose as a line of its own.

use std::fmt::Write as _;

use super::{JOINT, means_something_else};
use crate::json::Json;

/// Appends the lines of `value`, whose path so far is `path`, or which is the whole if that is
/// empty. An empty list as the whole has none.
pub(crate) fn lines(value: &Json, path: &str, out: &mut String) {
    below(value, (!path.is_empty()).then_some(path), out);
}

/// Without a path it is the whole; an empty path is that of a member without a name.
fn below(value: &Json, path: Option<&str>, out: &mut String) {
    match value {
        Json::List(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                below(item, Some(&join(path, &index.to_string())), out);
            }
        }
        Json::Object(fields) if !fields.is_empty() => {
            for (name, field) in fields {
                below(field, Some(&join(path, name)), out);
            }
        }
        Json::List(_) | Json::Object(_) if path.is_none() => {}
        scalar => {
            write_key(path.unwrap_or_default(), out);
            out.push('=');
            write_scalar(scalar, out);
            out.push('\n');
        }
    }
}

fn join(path: Option<&str>, name: &str) -> String {
    path.map_or_else(|| name.to_owned(), |path| format!("{path}{JOINT}{name}"))
}

fn write_key(key: &str, out: &mut String) {
    let bare = !key.is_empty()
        && key == key.trim()
        && !key.starts_with(['"', '#', '\u{feff}'])
        && !key.contains(|letter: char| letter == '=' || letter.is_control());
    if bare { out.push_str(key) } else { write_quoted(key, out) }
}

fn write_scalar(value: &Json, out: &mut String) {
    match value {
        Json::Bool(true) => out.push_str("True"),
        Json::Bool(false) => out.push_str("False"),
        Json::Text(text) => {
            let bare = text == text.trim()
                && !text.starts_with(['"', '\''])
                && !text.contains(char::is_control)
                && !means_something_else(text);
            if bare { out.push_str(text) } else { write_quoted(text, out) }
        }
        // `null`, `[]`, `{}` and numbers as JSON has them.
        other => {
            let _ = write!(out, "{other}");
        }
    }
}

fn write_quoted(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use serde_json::value::to_raw_value;
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "reads better in a table")]
    fn check(value: Value, expected: Expect) {
        let mut out = String::new();
        lines(&Json::read(&to_raw_value(&value).unwrap()).unwrap(), "", &mut out);
        expected.assert_eq(&out);
    }

    #[test]
    fn lists_begin_with_the_index() {
        check(
            json!([{"id": 31, "name": "alpha"}, {"id": 32, "tags": ["x", "y"]}]),
            expect![[r"
                0__id=31
                0__name=alpha
                1__id=32
                1__tags__0=x
                1__tags__1=y
            "]],
        );
        check(json!([]), expect![""]);
        check(
            json!({"": {"": 1, "a": []}, "b": {}}),
            expect![[r"
            __=1
            __a=[]
            b={}
        "]],
        );
    }

    #[test]
    fn texts_are_quoted_when_they_would_read_as_something_else() {
        check(
            json!({
                "a": "two words", "b": "2024", "c": "true", "d": "null", "e": "", "f": " x", "g": "\"x\"",
                "h": "say \"x\"", "i": "C:\\new", "j": "[]", "k": "#x", "l": "a=b",
            }),
            expect![[r##"
                a=two words
                b="2024"
                c="true"
                d="null"
                e=
                f=" x"
                g="\"x\""
                h=say "x"
                i=C:\new
                j="[]"
                k=#x
                l=a=b
            "##]],
        );
    }

    #[test]
    fn other_scalars_stand_bare() {
        check(
            json!({"a": true, "b": false, "c": null, "d": -1, "e": 1.5, "f": [], "g": {}}),
            expect![[r"
                a=True
                b=False
                c=null
                d=-1
                e=1.5
                f=[]
                g={}
            "]],
        );
    }

    #[test]
    fn no_value_poses_as_a_line() {
        check(
            json!([{"comments": "x\n0__id=99", "k\n0__id": 5}]),
            expect![[r#"
                0__comments="x\n0__id=99"
                "0__k\n0__id"=5
            "#]],
        );
    }
}
