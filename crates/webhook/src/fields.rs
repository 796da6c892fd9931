//! The fields of a body: names and values in the order in which they came.

use std::borrow::Cow;
use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result};
use percent_encoding::percent_decode_str;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// How many fields a body may have. Custom fields included, an appliance sends some fifty.
const MOST: usize = 1000;

/// Names and values in the order in which they came; a name may come more than once.
///
/// Serializes as an object in that order, in which a repeated name has a list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a body: a form, or a JSON object. What nests in the object gets dotted names, so
    /// that `{"user": {"id": 5}}` and `user.id=5` are the same; in a list each item is a field of
    /// its own, and null is none.
    ///
    /// `content_type` says which of the two is tried first; without one, the first letter does.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] with the place, and nothing of what stands there.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self> {
        if is_json(content_type) || looks_like_json(body) {
            Self::from_json(body)
        } else {
            Self::from_form(body)
        }
    }

    /// Reads a form, `name=value&name=value`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] for what is not UTF-8 when decoded, and for more than 1,000 fields.
    pub fn from_form(body: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(body)
            .map_err(|error| refuse(format!("byte {} is not UTF-8", error.valid_up_to())))?;
        let mut fields = Vec::new();
        let pieces = text.trim_matches(['\r', '\n', ' ', '\u{feff}']).split('&');
        for (place, piece) in pieces.filter(|piece| !piece.is_empty()).enumerate() {
            if place >= MOST {
                return Err(refuse(format!("more than {MOST} fields")));
            }
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            let decode = |text| decoded(text).ok_or_else(|| refuse(format!("field {}", place + 1)));
            fields.push((decode(name)?, decode(value)?));
        }
        Ok(Self(fields))
    }

    /// Reads a JSON object.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] for what is no JSON object, and for more than 1,000 fields.
    pub fn from_json(body: &[u8]) -> Result<Self> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        let mut fields = Vec::new();
        let mut reader = serde_json::Deserializer::from_slice(body);
        Node { path: String::new(), fields: &mut fields }
            .deserialize(&mut reader)
            .and_then(|()| reader.end())
            .map_err(|error| {
                // Its own words may repeat what stands there.
                let place = format!("line {}, column {}", error.line(), error.column());
                match error.classify() {
                    serde_json::error::Category::Eof => refuse(format!("the JSON breaks off at {place}")),
                    _ => refuse(format!("{place}: not the JSON of an object with up to {MOST} fields")),
                }
            })?;
        Ok(Self(fields))
    }

    /// Returns the first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Returns all values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Walks all names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the first value of a name out.
    pub(crate) fn take(&mut self, name: &str) -> Option<String> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    /// Takes the first value of a name out, unless it is empty.
    pub(crate) fn take_some(&mut self, name: &str) -> Option<String> {
        self.take(name).filter(|value| !value.is_empty())
    }

    /// Leaves out all fields of a name.
    #[cfg(feature = "server")]
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut seen = std::collections::HashSet::new();
        let mut times = std::collections::HashMap::<&str, usize>::new();
        for (name, _) in self.iter() {
            *times.entry(name).or_default() += 1;
        }
        for (name, value) in self.iter().filter(|(name, _)| seen.insert(*name)) {
            if times.get(name) == Some(&1) {
                map.serialize_entry(name, value)?;
            } else {
                map.serialize_entry(name, &self.all(name).collect::<Vec<_>>())?;
            }
        }
        map.end()
    }
}

fn is_json(content_type: Option<&str>) -> bool {
    let media = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let media = media.to_ascii_lowercase();
    media == "application/json" || media == "text/json" || media.ends_with("+json")
}

fn looks_like_json(body: &[u8]) -> bool {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn decoded(text: &str) -> Option<String> {
    let spaced: Cow<'_, str> = if text.contains('+') { text.replace('+', " ").into() } else { text.into() };
    percent_decode_str(&spaced).decode_utf8().ok().map(Cow::into_owned)
}

fn refuse(why: String) -> Error {
    Error::new(ErrorKind::Decode, format!("the body cannot be read: {why}"))
}

/// A value at a path; its texts become fields.
struct Node<'a> {
    path: String,
    fields: &'a mut Vec<(String, String)>,
}

impl Node<'_> {
    fn put<E: serde::de::Error>(self, value: impl fmt::Display) -> Result<(), E> {
        if self.path.is_empty() {
            return Err(E::custom("no object"));
        }
        if self.fields.len() >= MOST {
            return Err(E::custom("too many fields"));
        }
        self.fields.push((self.path, value.to_string()));
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.put(value)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.put(value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.put(value)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.put(value)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.put(value)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        if self.path.is_empty() { Err(E::custom("no object")) } else { Ok(()) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.path.is_empty() {
            return Err(A::Error::custom("no object"));
        }
        while items.next_element_seed(Node { path: self.path.clone(), fields: self.fields })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        // A long name at each of many levels would make paths that grow with the square.
        if self.path.len() > 1000 {
            return Err(A::Error::custom("nested too deep"));
        }
        while let Some(name) = members.next_key::<String>()? {
            let path = if self.path.is_empty() { name } else { format!("{}.{name}", self.path) };
            // A name that is empty is a name too, but none that could be told from no path.
            let path = if path.is_empty() { "\"\"".to_owned() } else { path };
            members.next_value_seed(Node { path, fields: self.fields })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(content_type: &str, body: impl AsRef<[u8]>, expected: Expect) {
        let content_type = Some(content_type).filter(|text| !text.is_empty());
        let text = match Fields::parse(content_type, body.as_ref()) {
            Ok(fields) => serde_json::to_string(&fields).unwrap(),
            Err(error) => error.to_string(),
        };
        expected.assert_eq(&text);
    }

    #[test]
    fn a_form_is_read_in_its_order() {
        let form = "application/x-www-form-urlencoded; charset=UTF-8";
        check(
            form,
            "b=2&a=%C3%BC+x%26&b=3&empty=&flag&&=v",
            expect![[r#"{"b":["2","3"],"a":"ü x&","empty":"","flag":"","":"v"}"#]],
        );
        check(form, "", expect!["{}"]);
        check("", "a=100%&b=%zz%4", expect![[r#"{"a":"100%","b":"%zz%4"}"#]]);
        check(form, "ok=1&a=%ff", expect!["the body cannot be read: field 2"]);
        check(form, b"a=\xff", expect!["the body cannot be read: byte 2 is not UTF-8"]);
        check(form, "a&".repeat(1001), expect!["the body cannot be read: more than 1000 fields"]);
        check(form, "a=1\r\n", expect![[r#"{"a":"1"}"#]]);
    }

    #[test]
    fn json_is_read_as_if_it_were_a_form() {
        let json = "application/json";
        check(
            json,
            r#"{"a":{"b":1,"c":{"d":true}},"a.b":"again","n":null,"l":[1,"x",{"y":-2.5}],"e":""}"#,
            expect![[r#"{"a.b":["1","again"],"a.c.d":"true","l":["1","x"],"l.y":"-2.5","e":""}"#]],
        );
        // Nobody knows which type is announced.
        check("application/x-www-form-urlencoded", " {\"a\":1}", expect![[r#"{"a":"1"}"#]]);
        check("application/problem+json", "{}", expect!["{}"]);
        check(
            json,
            "a=1",
            expect![
                "the body cannot be read: line 1, column 1: not the JSON of an object with up to 1000 fields"
            ],
        );
        check(
            json,
            "[1]",
            expect![
                "the body cannot be read: line 1, column 1: not the JSON of an object with up to 1000 fields"
            ],
        );
        check(
            json,
            "null",
            expect![
                "the body cannot be read: line 1, column 4: not the JSON of an object with up to 1000 fields"
            ],
        );
        check(
            json,
            "{\"secret\":\"hunter2\"",
            expect!["the body cannot be read: the JSON breaks off at line 1, column 19"],
        );
        check(
            json,
            "{} x",
            expect![
                "the body cannot be read: line 1, column 4: not the JSON of an object with up to 1000 fields"
            ],
        );
        check(json, "{\"\":1}", expect![[r#"{"\"\"":"1"}"#]]);
        let deep = "{\"a\":".repeat(200) + "1" + &"}".repeat(200);
        assert!(Fields::parse(None, deep.as_bytes()).is_err());
        let many = format!("{{\"a\":[{}1]}}", "1,".repeat(1000));
        assert!(Fields::parse(None, many.as_bytes()).is_err());
    }

    #[test]
    fn nothing_of_a_body_is_repeated_in_an_error() {
        for body in ["{\"password\":hunter2}", "{\"hunter2\"", "a=%ffhunter2"] {
            let error = Fields::parse(None, body.as_bytes()).unwrap_err();
            assert!(!format!("{error:?}").contains("hunter2"));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_bytes_are_read_or_refused(body: Vec<u8>, json: bool) {
            let _ = Fields::parse(json.then_some("application/json"), &body);
        }

        #[test]
        fn what_is_written_as_a_form_is_read_again(fields: Vec<(String, String)>) {
            let body = crate::form::write(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            // A field without name and value leaves nothing to be seen.
            prop_assume!(!body.starts_with('{'));
            prop_assert_eq!(Fields::parse(None, body.as_bytes()).unwrap(), fields.into_iter().collect());
        }
    }
}
