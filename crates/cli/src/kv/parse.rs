//! Reads key=value lines.

use super::{Pair, Scalar};
use crate::failure::{Failure, Result};

/// Reads all pairs.
///
/// # Errors
/// Names the line. The text of the line is never repeated: it may be a part of a private key.
pub(crate) fn pairs(bytes: &[u8]) -> Result<Vec<Pair>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            return Err(fault(line, "not UTF-8 text"));
        }
    };
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1 };
    let mut pairs = Vec::new();
    while let Some(pair) = reader.pair()? {
        pairs.push(pair);
    }
    Ok(pairs)
}

pub(super) fn fault(line: usize, what: impl std::fmt::Display) -> Failure {
    Failure::invalid(format!("standard input, line {line}: {what}"))
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    fn pair(&mut self) -> Result<Option<Pair>> {
        loop {
            self.skip_blanks();
            match self.rest.chars().next() {
                None => return Ok(None),
                Some('\n' | '\r') => self.skip_line(),
                Some('#') => self.skip_line(),
                Some(_) => break,
            }
        }
        let line = self.line;
        let key = self.key()?;
        let value = self.value()?;
        Ok(Some(Pair { line, key, value }))
    }

    /// Reads up to and with the first `=`.
    fn key(&mut self) -> Result<String> {
        let line = self.line;
        if self.rest.starts_with('"') {
            let key = self.double_quoted()?;
            self.skip_blanks();
            self.rest = self.rest.strip_prefix('=').ok_or_else(|| fault(line, NO_EQUALS))?;
            return Ok(key);
        }
        let end = self.rest.find(['=', '\n']).unwrap_or(self.rest.len());
        let (key, rest) = self.rest.split_at(end);
        self.rest = rest.strip_prefix('=').ok_or_else(|| fault(line, NO_EQUALS))?;
        let key = key.trim();
        if key.is_empty() {
            return Err(fault(line, "no name before the `=`"));
        }
        Ok(key.to_owned())
    }

    /// Reads a value and the end of its line.
    fn value(&mut self) -> Result<Scalar> {
        self.skip_blanks();
        let text = match self.rest.chars().next() {
            Some('"') => self.double_quoted()?,
            Some('\'') => self.single_quoted()?,
            _ => {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                let (text, _) = self.rest.split_at(end);
                self.skip_line();
                return Ok(Scalar { text: text.trim().to_owned(), quoted: false });
            }
        };
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        let (after, _) = self.rest.split_at(end);
        if !after.trim().is_empty() {
            return Err(fault(self.line, "something follows the closing quote")
                .with_hint(r#"inside double quotes a quote is written \""#));
        }
        self.skip_line();
        Ok(Scalar { text, quoted: true })
    }

    fn double_quoted(&mut self) -> Result<String> {
        let opened = self.line;
        let mut text = String::new();
        let mut letters = self.rest.chars();
        letters.next();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => {
                    self.rest = letters.as_str();
                    return Ok(text);
                }
                '\\' => match escape(letters.as_str()) {
                    Some((meant, length)) => {
                        text.push(meant);
                        letters = letters.as_str().get(length..).unwrap_or_default().chars();
                    }
                    None => text.push('\\'),
                },
                other => {
                    self.line += usize::from(other == '\n');
                    text.push(other);
                }
            }
        }
        Err(unclosed(opened, "double"))
    }

    fn single_quoted(&mut self) -> Result<String> {
        let opened = self.line;
        let inside = self.rest.strip_prefix('\'').unwrap_or(self.rest);
        let (text, rest) = inside.split_once('\'').ok_or_else(|| unclosed(opened, "single"))?;
        self.line += text.matches('\n').count();
        self.rest = rest;
        Ok(text.to_owned())
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    fn skip_line(&mut self) {
        match self.rest.split_once('\n') {
            Some((_, rest)) => {
                self.rest = rest;
                self.line += 1;
            }
            None => self.rest = "",
        }
    }
}

/// Returns what the text behind a backslash stands for and how long it is; nothing if the
/// backslash is only a backslash.
fn escape(rest: &str) -> Option<(char, usize)> {
    match rest.chars().next()? {
        same @ ('"' | '\\') => Some((same, 1)),
        'n' => Some(('\n', 1)),
        'r' => Some(('\r', 1)),
        't' => Some(('\t', 1)),
        'u' => {
            let digits = rest.get(1..5)?;
            let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let code = is_hex.then(|| u32::from_str_radix(digits, 16).ok())??;
            Some((char::from_u32(code)?, 5))
        }
        _ => None,
    }
}

fn unclosed(line: usize, which: &str) -> Failure {
    fault(line, format_args!("the {which} quote that opens here is never closed"))
}

const NO_EQUALS: &str = "no `=` in it; every line is key=value, or part of a quoted value";

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let rendered = match pairs(text.as_bytes()) {
            Ok(pairs) => pairs
                .iter()
                .map(|pair| {
                    let mark = if pair.value.quoted { " quoted" } else { "" };
                    format!("{}: {}={:?}{mark}\n", pair.line, pair.key, pair.value.text)
                })
                .collect(),
            Err(failure) => failure.report(),
        };
        expected.assert_eq(&rendered);
    }

    #[test]
    fn the_published_form_is_read() {
        check(
            "\nname=\"Branch 7 Router\"\nhostname=192.0.2.17\nprivate_key=\"-----BEGIN KEY-----\nab+/==\n-----END KEY-----\"\nport=2222\n\n",
            expect![[r#"
                2: name="Branch 7 Router" quoted
                3: hostname="192.0.2.17"
                4: private_key="-----BEGIN KEY-----\nab+/==\n-----END KEY-----" quoted
                7: port="2222"
            "#]],
        );
    }

    #[test]
    fn blanks_comments_and_line_ends_do_no_harm() {
        check(
            "\u{feff}# note\r\n  a = b c \r\n\t\r\n#x=1\r\nq = \"y\" \r\ne=\r\nlast=1",
            expect![[r#"
                2: a="b c"
                5: q="y" quoted
                6: e=""
                7: last="1"
            "#]],
        );
    }

    #[test]
    fn the_first_equals_splits() {
        check(
            "a=b=c\nd==\n",
            expect![[r#"
            1: a="b=c"
            2: d="="
        "#]],
        );
    }

    #[test]
    fn backslashes_are_escapes_between_double_quotes_only() {
        check(
            "a=C:\\new\nb='C:\\new \"x\"'\nc=\"\\\"x\\\" \\\\ \\n\\t\\r\\u0041\"\nd=\"C:\\Users\\u12\"\ne=say \"hi\"\n",
            expect![[r#"
                1: a="C:\\new"
                2: b="C:\\new \"x\"" quoted
                3: c="\"x\" \\ \n\t\rA" quoted
                4: d="C:\\Users\\u12" quoted
                5: e="say \"hi\""
            "#]],
        );
    }

    #[test]
    fn odd_keys_can_be_quoted() {
        check(
            "\"a=\\n\" = 1\n",
            expect![[r#"
                1: a=
                ="1"
            "#]],
        );
    }

    #[test]
    fn faults_name_the_line() {
        check(
            "a=1\nb=\"x\ny\n",
            expect![[r#"
                btapi: standard input, line 2: the double quote that opens here is never closed
            "#]],
        );
        check(
            "a='x",
            expect![[r#"
                btapi: standard input, line 1: the single quote that opens here is never closed
            "#]],
        );
        check(
            "a=\"x\ny\" z",
            expect![[r#"
                btapi: standard input, line 2: something follows the closing quote
                btapi: hint: inside double quotes a quote is written \"
            "#]],
        );
        check(
            "a=1\nsecret",
            expect![[r#"
                btapi: standard input, line 2: no `=` in it; every line is key=value, or part of a quoted value
            "#]],
        );
        check(
            "=1",
            expect![[r#"
                btapi: standard input, line 1: no name before the `=`
            "#]],
        );
        assert!(pairs(b"a=1\nb=\xff").unwrap_err().report().contains("line 2: not UTF-8"));
    }
}
