//! Percent encoding after RFC 3986, section 2.1, over UTF-8.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::Severity;

/// All but what RFC 3986 calls unreserved. A space becomes `%20`, never `+`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Decodes as far as it can be read: broken escapes stay, and what is not UTF-8 is replaced.
pub(crate) fn decode(raw: &str) -> Cow<'_, str> {
    percent_decode_str(raw).decode_utf8_lossy()
}

/// Encodes what should have been: a `+` is a plus, and a `%` without digits a percent sign.
pub(crate) fn mended(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(character) = rest.chars().next() {
        let (piece, after) = rest.split_at(character.len_utf8());
        let digits = after.as_bytes().first_chunk::<2>();
        let is_escape =
            character == '%' && digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if is_escape {
            text.push('%')
        } else {
            text.push_str(&encode(piece))
        }
        rest = after;
    }
    text
}

/// Returns what a strict reader would hold against it, and whether that breaks the grammar.
pub(crate) fn fault(raw: &str) -> Option<(Severity, &'static str)> {
    let broken = |why| Some((Severity::Error, why));
    let mut bytes = raw.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_hexdigit());
                if !is_digit(bytes.next()) || !is_digit(bytes.next()) {
                    return broken("has a `%` without two hexadecimal digits behind it");
                }
            }
            b'+' => return broken("has a `+`, which is no space here; write %20, or %2B for a plus"),
            b'-' | b'.' | b'_' | b'~' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => return broken("has a character that should be percent-encoded"),
        }
    }
    match percent_decode_str(raw).decode_utf8() {
        Ok(_) => None,
        Err(_) => Some((Severity::Warning, "is not UTF-8 when decoded")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unreserved_characters_stay_and_all_others_are_encoded() {
        assert_eq!(encode("Az09-._~ &=+%/ü"), "Az09-._~%20%26%3D%2B%25%2F%C3%BC");
        assert_eq!(decode("Az09-._~%20%26%3D%2B%25%2F%c3%bc"), "Az09-._~ &=+%/ü");
    }

    #[test]
    fn what_should_have_been_encoded_is() {
        assert_eq!(mended("a%20b c+%zz%4"), "a%20b%20c%2B%25zz%254");
        assert_eq!(mended("ü%c3%BC:"), "%C3%BC%c3%BC%3A");
    }

    #[test]
    fn faults_are_told_apart() {
        for good in ["", "abc", "%20%c3%BC"] {
            assert_eq!(fault(good), None, "{good}");
        }
        for (bad, words) in [("%", "two hex"), ("%4", "two hex"), ("%zz", "two hex"), ("a b", "character")] {
            assert!(fault(bad).unwrap().1.contains(words), "{bad}");
        }
        for (bad, words) in [("ü", "character"), ("a+b", "no space"), ("%FF", "UTF-8"), ("a=b", "character")]
        {
            assert!(fault(bad).unwrap().1.contains(words), "{bad}");
        }
    }
}
