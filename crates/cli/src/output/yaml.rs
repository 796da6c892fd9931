//! YAML that every reader takes for the same value, those of YAML 1.1 included.
//!
//! A text stands bare only if nobody could take it for something else: `no`, `1e3`, `12:30` and
//! `2024-01-01` are quoted. Texts of several lines are blocks where that loses nothing.

use std::fmt::Write as _;

use crate::json::Json;

/// Appends one member of a list.
pub(crate) fn item(value: &Json, out: &mut String) {
    out.push_str("- ");
    node(value, 2, false, out);
}

/// Appends a document of its own.
pub(crate) fn document(value: &Json, out: &mut String) {
    node(value, 0, false, out);
}

/// Appends a value and its line end. `indent` is where its lines begin; the first is begun
/// already. `in_pair` says that what stands before is a key, whose value may not begin a
/// collection on the same line.
fn node(value: &Json, indent: usize, in_pair: bool, out: &mut String) {
    match value {
        Json::List(items) if !items.is_empty() => {
            for (place, item) in items.iter().enumerate() {
                start(place == 0 && !in_pair, indent, out);
                out.push_str("- ");
                node(item, indent + 2, false, out);
            }
        }
        Json::Object(fields) if !fields.is_empty() => {
            for (place, (name, value)) in fields.iter().enumerate() {
                start(place == 0 && !in_pair, indent, out);
                pair(name, value, indent, out);
            }
        }
        scalar => {
            if in_pair {
                out.push(' ');
            }
            write_scalar(scalar, indent, out);
            out.push('\n');
        }
    }
}

/// Goes to where a line begins, unless it is begun already.
fn start(is_begun: bool, indent: usize, out: &mut String) {
    if !is_begun {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn pair(name: &str, value: &Json, indent: usize, out: &mut String) {
    // Readers look for the colon only so far.
    if name.len() > LONGEST_KEY {
        out.push_str("? ");
        write_quoted(name, out);
        start(false, indent, out);
    } else if is_plain(name) {
        out.push_str(name);
    } else {
        write_quoted(name, out);
    }
    out.push(':');
    node(value, indent + 2, true, out);
}

const LONGEST_KEY: usize = 100;

fn write_scalar(value: &Json, indent: usize, out: &mut String) {
    match value {
        Json::Number(text) => write_number(text, out),
        Json::Text(text) if is_plain(text) => out.push_str(text),
        Json::Text(text) if indent > 0 && is_block(text) => write_block(text, indent, out),
        Json::Text(text) => write_quoted(text, out),
        other => {
            let _ = write!(out, "{other}");
        }
    }
}

/// Appends a number as YAML 1.1 wants it: with a point before the exponent, and a sign in it.
fn write_number(text: &str, out: &mut String) {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        out.push_str(text);
        return;
    };
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['+', '-']) { "" } else { "+" };
    let _ = write!(out, "{mantissa}{point}e{sign}{exponent}");
}

/// Returns whether a text can stand as it is.
fn is_plain(text: &str) -> bool {
    let harmless = |letter: char| letter.is_ascii_alphanumeric() || " _-./@+()".contains(letter);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(harmless)
        && !text.ends_with(' ')
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What YAML 1.1 takes for a boolean or for nothing, in any case.
const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Returns whether a text can be a block of lines: nothing in it needs an escape, and its first
/// line tells how far all are indented.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && text.chars().all(|letter| letter == '\n' || is_shown(letter))
        && text.split('\n').any(|line| !line.is_empty())
}

fn write_block(text: &str, indent: usize, out: &mut String) {
    let body = text.trim_end_matches('\n');
    out.push_str(match text.len() - body.len() {
        0 => "|-",
        1 => "|",
        _ => "|+",
    });
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
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
            letter if is_shown(letter) => out.push(letter),
            other => {
                let _ = match u32::from(other) {
                    code @ 0..=0xff => write!(out, "\\x{code:02x}"),
                    code @ 0..=0xffff => write!(out, "\\u{code:04x}"),
                    code => write!(out, "\\U{code:08x}"),
                };
            }
        }
    }
    out.push('"');
}

/// Returns whether a letter may stand unescaped in every YAML.
fn is_shown(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
        && !bt_sra::is_unseen(letter)
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
        item(&Json::read(&to_raw_value(&value).unwrap()).unwrap(), &mut out);
        expected.assert_eq(&out);
    }

    #[test]
    fn nested_values_are_indented() {
        check(
            json!({"id": 1, "tags": ["a", ["b", {}]], "rule": {"list": [{"x": null, "y": []}]}}),
            expect![[r#"
                - id: 1
                  tags:
                    - a
                    - - b
                      - {}
                  rule:
                    list:
                      - x: null
                        "y": []
            "#]],
        );
        check(json!([]), expect![["- []\n"]]);
    }

    #[test]
    fn texts_that_read_as_something_else_are_quoted() {
        check(
            json!([
                "no",
                "Yes",
                "1e3",
                "0x1f",
                "12:30",
                "2024-01-01",
                "",
                "~",
                "a: b",
                "a #b",
                "web 7",
                "=",
                "null",
                "NULL"
            ]),
            expect![[r##"
                - - "no"
                  - "Yes"
                  - "1e3"
                  - "0x1f"
                  - "12:30"
                  - "2024-01-01"
                  - ""
                  - "~"
                  - "a: b"
                  - "a #b"
                  - web 7
                  - "="
                  - "null"
                  - "NULL"
            "##]],
        );
    }

    #[test]
    fn lines_are_blocks_where_nothing_is_lost() {
        check(
            json!({"key": "-----BEGIN-----\nab+/==\n-----END-----\n", "b": "x\ny", "c": "x\n\n\n", "d": " x\ny", "e": "\n", "f": "a\rb\n"}),
            expect![[r#"
                - key: |
                    -----BEGIN-----
                    ab+/==
                    -----END-----
                  b: |-
                    x
                    y
                  c: |+
                    x


                  d: " x\ny"
                  e: "\n"
                  f: "a\rb\n"
            "#]],
        );
    }

    #[test]
    fn numbers_are_numbers_to_everybody() {
        let raw = serde_json::from_str("[1, -0, 1.10, 1e3, 2.5E-7, 123456789012345678901234567890]").unwrap();
        let mut out = String::new();
        document(&Json::read(raw).unwrap(), &mut out);
        expect![[r"
            - 1
            - -0
            - 1.10
            - 1.0e+3
            - 2.5e-7
            - 123456789012345678901234567890
        "]]
        .assert_eq(&out);
    }
}
