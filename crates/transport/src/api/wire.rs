//! How values are read from and written to JSON where a derive does not do.

use std::fmt;
use std::marker::PhantomData;

use bt_sra_core::{ExposeSecret, SecretString};
use serde::de::{self, DeserializeOwned, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::Json;

/// A body with one field.
pub struct One<T>(pub &'static str, pub T);

impl<T: Serialize> Serialize for One<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0, &self.1)?;
        map.end()
    }
}

/// Writes a kind and a number as the object that stands for both.
pub fn pair<S: Serializer>(kind: &str, id: i64, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("id", &id)?;
    map.serialize_entry("type", kind)?;
    map.end()
}

/// Reads a text into an enum.
pub fn text<'de, D: Deserializer<'de>, T: for<'a> From<&'a str>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextReader(PhantomData))
}

struct TextReader<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for TextReader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }
}

/// Reads a value that may be missing. Appliances send an empty text for what is not set.
pub fn value_or_empty<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(EmptyReader(PhantomData))
}

/// Reads an empty text as nothing, and leaves all else to the value.
struct EmptyReader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EmptyReader<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, an empty text or null")
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() { Ok(None) } else { T::deserialize(text.into_deserializer()).map(Some) }
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Self::Value, E> {
        T::deserialize(value.into_deserializer()).map(Some)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        T::deserialize(number.into_deserializer()).map(Some)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        T::deserialize(number.into_deserializer()).map(Some)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        T::deserialize(number.into_deserializer()).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        T::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(map)).map(Some)
    }
}

/// What must be an object. By itself, a struct would also take a list for its members in order.
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectReader(PhantomData))
    }
}

struct ObjectReader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectReader<T> {
    type Value = Object<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(map)).map(Object)
    }
}

/// Reads a whole number, also one inside a text.
pub fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    deserializer.deserialize_any(IntegerReader)
}

/// Reads a whole number that may be missing, also one inside a text.
pub fn integer_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    struct Loose(i64);
    // Not derived: a derived one takes a number only from formats that know new-types.
    impl<'de> Deserialize<'de> for Loose {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            integer(deserializer).map(Self)
        }
    }
    Ok(value_or_empty(deserializer)?.map(|Loose(number)| number))
}

struct IntegerReader;

impl Visitor<'_> for IntegerReader {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::custom("the number is too large"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<i64, E> {
        text.trim().parse().map_err(|_| E::custom("a text that holds no whole number"))
    }
}

/// Reads a list; one object alone is a list of one.
pub fn one_or_many<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(ManyReader(PhantomData))
}

/// Reads a list that may be missing; one object alone is a list of one.
pub fn one_or_many_or_none<'de, D, T>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::<Many<T>>::deserialize(deserializer)?.map(|Many(items)| items))
}

/// A list, or the one object it consists of.
#[derive(Deserialize)]
#[serde(bound = "T: Deserialize<'de>")]
pub struct Many<T>(#[serde(deserialize_with = "one_or_many")] pub Vec<T>);

struct ManyReader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ManyReader<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or one object of it")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(map)).map(|item| vec![item])
    }
}

/// Reads a secret text that may be missing.
pub fn secret_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SecretString>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(SecretString::from))
}

/// Writes a secret text. This is the one place where secrets of this API become readable.
pub fn expose<S: Serializer>(secret: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose_secret())
}

/// Writes a secret text that may be missing.
pub fn expose_option<S: Serializer>(secret: &Option<SecretString>, serializer: S) -> Result<S::Ok, S::Error> {
    match secret {
        Some(secret) => expose(secret, serializer),
        None => serializer.serialize_none(),
    }
}

/// Writes a secret text of a partial update.
pub fn expose_patch<S: Serializer>(
    secret: &bt_sra_core::Patch<SecretString>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match secret {
        bt_sra_core::Patch::Value(secret) => expose(secret, serializer),
        bt_sra_core::Patch::Absent | bt_sra_core::Patch::Null => serializer.serialize_none(),
    }
}

/// A value whose shape is still to be told.
pub struct Shape(Value);

impl Shape {
    /// Takes a value.
    pub fn new(value: Value) -> Self {
        Self(value)
    }

    /// Reads a value of any shape.
    pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }

    /// Returns a member that is a text.
    pub fn text(&self, member: &str) -> Option<&str> {
        self.0.get(member)?.as_str()
    }

    /// Returns whether all of `members` are there and not null.
    pub fn has(&self, members: &[&str]) -> bool {
        members.iter().all(|member| self.0.get(member).is_some_and(|value| !value.is_null()))
    }

    /// Returns whether it is a text.
    pub fn is_text(&self) -> bool {
        self.0.is_string()
    }

    /// Returns whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        self.0.is_i64()
    }

    /// Returns whether it is a boolean.
    pub fn is_boolean(&self) -> bool {
        self.0.is_boolean()
    }

    /// Reads it as a `T`. An error names the place, not the value.
    pub fn into<T: DeserializeOwned, E: de::Error>(self) -> Result<T, E> {
        serde_path_to_error::deserialize(self.0.into_deserializer())
            .map_err(|error| E::custom(place_only(&error)))
    }

    /// Keeps it as it is.
    pub fn into_json(self) -> Json {
        Json::new(self.0)
    }
}

/// What went wrong in a value, without the value.
fn place_only(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let text = error.inner().to_string();
    if text.starts_with("missing field") {
        return text;
    }
    // The words `, expected ` are what the reader of the whole answer goes by.
    let expected = text.rsplit_once(", expected ").map_or("another form", |(_, expected)| expected);
    match error.path().to_string() {
        path if path == "." => format!("invalid value, expected {expected}"),
        path => format!("invalid value, expected {expected} in `{path}`"),
    }
}
