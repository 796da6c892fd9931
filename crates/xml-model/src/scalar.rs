//! The forms in which the documents write single values.

use std::str::FromStr;

use crate::element::trimmed;

/// A value that is written as a text.
pub trait Scalar: Sized {
    /// What an error says was expected, with its article.
    const EXPECTED: &'static str;

    /// Whether a text without anything visible is a value too, and not the lack of one.
    const BLANK_COUNTS: bool = false;

    /// Reads the value; nothing if the text has another form.
    fn from_text(text: &str) -> Option<Self>;
}

impl Scalar for String {
    const EXPECTED: &'static str = "a text";
    const BLANK_COUNTS: bool = true;

    /// Takes the text as it is: which white space matters is for the caller to say.
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Scalar for Box<str> {
    const EXPECTED: &'static str = "a text";
    const BLANK_COUNTS: bool = true;

    /// Takes the text as it is: which white space matters is for the caller to say.
    fn from_text(text: &str) -> Option<Self> {
        Some(text.into())
    }
}

impl Scalar for bool {
    const EXPECTED: &'static str = "1 or 0";

    fn from_text(text: &str) -> Option<Self> {
        flag(text)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Scalar for $number {
            const EXPECTED: &'static str = "a whole number";

            fn from_text(text: &str) -> Option<Self> {
                Self::from_str(trimmed(text)).ok()
            }
        }
    )*};
}
numbers!(i32, i64, u64);

/// Reads `1` or `0`; the words of XML Schema's `boolean` count too.
#[must_use]
pub fn flag(text: &str) -> Option<bool> {
    match text.trim() {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// Reads an identifier for which `-1` stands for none.
#[must_use]
pub fn id_unless_none(text: &str) -> Option<i64> {
    i64::from_text(text).filter(|id| *id != -1)
}

/// Reads a list with commas between its items; white space around them does not count, and what
/// is empty is no item.
pub fn comma_list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// Returns the address that an HTML anchor leads to, or the text itself if it is an address.
#[must_use]
pub fn anchor_url(html: &str) -> Option<String> {
    let html = html.trim();
    if html.starts_with("https://") || html.starts_with("http://") {
        return Some(html.to_owned()).filter(|url| !url.contains(|c: char| c.is_whitespace() || c == '<'));
    }
    let mut rest = tag_rest(html)?;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with('>') {
            return None;
        }
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'))?;
        let (name, behind) = rest.split_at(end);
        let Some(value) = behind.trim_start().strip_prefix('=') else {
            // An attribute without a value.
            rest = behind;
            continue;
        };
        let value = value.trim_start();
        let (value, behind) = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split_once(quote)?,
            _ => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>')?),
        };
        if name.eq_ignore_ascii_case("href") {
            return Some(unescape(value)).filter(|url| !url.is_empty());
        }
        rest = behind;
    }
}

/// What follows the name of the first anchor's start tag.
fn tag_rest(html: &str) -> Option<&str> {
    html.split('<').skip(1).find_map(|piece| {
        let rest = piece.strip_prefix(['a', 'A'])?;
        // Cut at `<`, which no start tag holds.
        rest.starts_with(|c: char| c.is_whitespace()).then_some(rest)
    })
}

/// Undoes the references that addresses need. What is none stays as it is, as in HTML.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let reference = behind.split_once(';').and_then(|(name, tail)| Some((reference(name)?, tail)));
        match reference {
            Some((character, tail)) => {
                out.push(character);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out + rest
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_ones_and_zeros() {
        let read: Vec<_> = ["1", " 0\n", "true", "false", "2", "yes", ""].map(flag).to_vec();
        assert_eq!(read, [Some(true), Some(false), Some(true), Some(false), None, None, None]);
    }

    #[test]
    fn minus_one_is_no_id() {
        assert_eq!([" 7 ", "-1", "0", "x", ""].map(id_unless_none), [Some(7), None, Some(0), None, None]);
    }

    #[test]
    fn numbers_bear_white_space_and_signs_but_no_rest() {
        assert_eq!(
            ["\n-18000\t", "+3600", "1.5", "7h"].map(i32::from_text),
            [Some(-18000), Some(3600), None, None]
        );
        assert_eq!(["3", "-3", "99999999999999999999"].map(u64::from_text), [Some(3), None, None]);
    }

    #[test]
    fn lists_have_commas() {
        assert_eq!(comma_list(" a, b,,c c ,\n").collect::<Vec<_>>(), ["a", "b", "c c"]);
        assert_eq!(comma_list(" ").count(), 0);
    }

    #[test]
    fn the_address_of_an_anchor_is_found() {
        let url = |html| anchor_url(html);
        let expect = Some("https://help.example.net/?a=1&b=2".to_owned());
        assert_eq!(url("<a href=\"https://help.example.net/?a=1&amp;b=2\">Get it</a>"), expect);
        assert_eq!(url("<a href=\"https://help.example.net/?a=1&b=2\">Get it</a>"), expect);
        assert_eq!(
            url(
                "Go: <b>x</b><A download target=_blank HREF = 'https://help.example.net/?a=1&#38;b=&#x32;' >"
            ),
            expect
        );
        assert_eq!(url("<a href=https://help.example.net/?a=1&b=2>x</a>"), expect);
        assert_eq!(url(" https://help.example.net/?a=1&b=2\n"), expect);
        assert_eq!(url("<a href='x?a&nbsp;b'>"), Some("x?a&nbsp;b".to_owned()));
    }

    #[test]
    fn what_is_no_anchor_has_no_address() {
        for html in [
            "",
            "text",
            "<b>",
            "<a>x</a>",
            "<a href>",
            "<a href=",
            "<a href='x",
            "<abbr href='x'>",
            "<a href=''>",
            "https://a b",
            "<a =",
        ] {
            assert_eq!(anchor_url(html), None, "{html}");
        }
    }
}
