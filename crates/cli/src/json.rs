//! JSON from the appliance, read without loss.
//!
//! A number stays the text that it was written as, whatever its size, and half of a surrogate
//! pair becomes the replacement character: the value beside it must not be lost for its sake.

use std::collections::HashMap;
use std::fmt;

use serde_json::value::RawValue;

/// The deepest nesting that is read. Deeper than anything the API has, and shallow enough to
/// recurse and to indent.
pub(crate) const DEPTH: usize = 128;

/// A value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// As it was written.
    Number(String),
    Text(String),
    List(Vec<Self>),
    /// In the order of the names; of equal names, the last counts.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// Reads a value. Nothing if it is nested too deep.
    pub(crate) fn read(raw: &RawValue) -> Option<Self> {
        Reader { rest: raw.get() }.value(0)
    }

    /// Returns a member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

/// Compact JSON.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Number(text) => f.write_str(text),
            Self::Text(text) => quote(text).fmt(f),
            Self::List(items) => {
                f.write_str("[")?;
                for (place, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if place == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}{}:{value}", if place == 0 { "" } else { "," }, quote(name))?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quote(text: &str) -> serde_json::Value {
    serde_json::Value::from(text)
}

/// Returns whether `json`, which must be valid, is nested deeper than [`DEPTH`].
pub(crate) fn is_too_deep(json: &str) -> bool {
    let mut depth = 0usize;
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => loop {
                match bytes.next() {
                    Some(b'\\') => drop(bytes.next()),
                    Some(b'"') | None => break,
                    Some(_) => {}
                }
            },
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return true;
        }
    }
    false
}

/// Reads what is known to be valid.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        self.skip_blanks();
        if self.rest.starts_with('"') {
            return self.text().map(Json::Text);
        }
        let inner = depth + 1;
        if self.takes('[') {
            return (inner <= DEPTH).then(|| self.list(inner))?;
        }
        if self.takes('{') {
            return (inner <= DEPTH).then(|| self.object(inner))?;
        }
        let is_end = |letter: char| matches!(letter, ',' | ']' | '}') || letter.is_ascii_whitespace();
        let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest;
        match word {
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            "" => None,
            number => Some(Json::Number(number.to_owned())),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        if self.takes(']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.takes(']') {
                return Some(Json::List(items));
            }
            self.takes(',').then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut fields = Vec::new();
        if self.takes('}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.skip_blanks();
            let name = self.text()?;
            self.takes(':').then_some(())?;
            fields.push((name, self.value(depth)?));
            if self.takes('}') {
                return Some(Json::Object(unique(fields)));
            }
            self.takes(',').then_some(())?;
        }
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let (plain, rest) = self.rest.split_at(self.rest.find(['"', '\\'])?);
            text.push_str(plain);
            if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                return Some(text);
            }
            let mut letters = rest.chars();
            letters.next();
            let letter = letters.next()?;
            self.rest = letters.as_str();
            text.push(match letter {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => self.escaped()?,
                same => same,
            });
        }
    }

    /// Reads what follows `\u`, and the second half of a pair with it.
    fn escaped(&mut self) -> Option<char> {
        let first = self.unit()?;
        let rest = self.rest;
        if let Some(Ok(letter)) = char::decode_utf16([first]).next() {
            return Some(letter);
        }
        if let Some(after) = rest.strip_prefix("\\u") {
            self.rest = after;
            let second = self.unit()?;
            if let Some(Ok(letter)) = char::decode_utf16([first, second]).next() {
                return Some(letter);
            }
            self.rest = rest;
        }
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        u16::from_str_radix(digits, 16).ok()
    }

    fn takes(&mut self, letter: char) -> bool {
        self.skip_blanks();
        let rest = self.rest.strip_prefix(letter);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }
}

/// Keeps the last of those with equal names, at the place of the first.
fn unique(fields: Vec<(String, Json)>) -> Vec<(String, Json)> {
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(fields.len());
    if fields.iter().enumerate().all(|(place, (name, _))| places.insert(name, place).is_none()) {
        return fields;
    }
    let mut kept: Vec<(String, Json)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (name, value) in fields {
        match places.get(&name).and_then(|place| kept.get_mut(*place)) {
            Some((_, known)) => *known = value,
            None => {
                places.insert(name.clone(), kept.len());
                kept.push((name, value));
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        let raw: &RawValue = serde_json::from_str(json).unwrap();
        let read = Json::read(raw).map_or_else(|| "nothing".to_owned(), |value| value.to_string());
        assert_eq!(read, expected);
    }

    #[test]
    fn numbers_keep_their_text() {
        check(
            "[1.10, 1e400,-0 , 123456789012345678901234567890]",
            "[1.10,1e400,-0,123456789012345678901234567890]",
        );
    }

    #[test]
    fn texts_are_decoded_and_lone_halves_replaced() {
        check(r#""\ud83d\ude00\u0041\/\n""#, "\"😀A/\\n\"");
        check(r#""a\ud800""#, "\"a\u{fffd}\"");
        check(r#""\udc00\ud800\ud83d\ude00""#, "\"\u{fffd}\u{fffd}😀\"");
        check(r#""\ud800\u0041\ud800x""#, "\"\u{fffd}A\u{fffd}x\"");
    }

    #[test]
    fn of_equal_names_the_last_counts() {
        check(r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2}"#);
    }

    #[test]
    fn nesting_has_a_bound() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        check(&nested(DEPTH), &nested(DEPTH));
        check(&nested(DEPTH + 1), "nothing");
        assert!(!is_too_deep(&nested(DEPTH)));
        assert!(is_too_deep(&nested(DEPTH + 1)));
        assert!(!is_too_deep(&format!("\"{}\\\"{}\"", "[".repeat(200), "{".repeat(200))));
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("a JSON number", |number| number.is_finite()).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_same_is_read_as_everybody_reads(value in value()) {
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            let raw: &RawValue = serde_json::from_str(&pretty).unwrap();
            prop_assert_eq!(Json::read(raw).unwrap().to_string(), value.to_string());
        }
    }
}
