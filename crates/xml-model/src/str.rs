//! A text that is held in place if it is short.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Scalar;

/// Bytes that are held in place: as many as make it as wide as a `String`.
const INLINE: usize = 22;

/// A text that never changes. Up to 22 bytes of UTF-8 it costs no allocation: reports hold
/// millions of short names and numbers.
///
/// ```
/// use bt_sra_xml_model::Str;
///
/// let name = Str::from("Ada");
/// assert_eq!((name.as_str(), name.len()), ("Ada", 3));
/// assert_eq!(String::from(name), "Ada");
/// ```
#[derive(Clone)]
pub struct Str(Held);

#[derive(Clone)]
enum Held {
    Inline(u8, [u8; INLINE]),
    Boxed(Box<str>),
}

impl Str {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Held::Inline(length, bytes) => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                // It always is UTF-8: it was copied from a `str`.
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Held::Boxed(text) => text,
        }
    }

    fn inline(text: &str) -> Option<Self> {
        let mut bytes = [0; INLINE];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Held::Inline(u8::try_from(text.len()).ok()?, bytes)))
    }
}

impl Default for Str {
    fn default() -> Self {
        Self(Held::Inline(0, [0; INLINE]))
    }
}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self::inline(text).unwrap_or_else(|| Self(Held::Boxed(text.into())))
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self::inline(&text).unwrap_or_else(|| Self(Held::Boxed(text.into())))
    }
}

impl From<&String> for Str {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Cow<'_, str>> for Str {
    fn from(text: Cow<'_, str>) -> Self {
        Self::from(text.as_ref())
    }
}

impl From<Str> for String {
    fn from(text: Str) -> Self {
        match text.0 {
            Held::Inline(..) => text.as_str().to_owned(),
            Held::Boxed(text) => text.into(),
        }
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Str {}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Serialize for Str {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Str {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl de::Visitor<'_> for Reader {
            type Value = Str;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Str, E> {
                Ok(Str::from(text))
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<Str, E> {
                Ok(Str::from(text))
            }
        }

        deserializer.deserialize_str(Reader)
    }
}

impl Scalar for Str {
    const EXPECTED: &'static str = "a text";
    const BLANK_COUNTS: bool = true;

    /// Takes the text as it is: which white space matters is for the caller to say.
    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_texts_are_texts() {
        for text in
            ["", "a", "é", "0123456789012345678901", "01234567890123456789012", "😀😀😀😀😀é", "😀😀😀😀😀😀"]
        {
            let held = Str::from(text);
            assert_eq!((held.as_str(), held.len()), (text, text.len()));
            assert_eq!((&held, &Str::from(text.to_owned())), (&held.clone(), &held));
            assert_eq!(String::from(held.clone()), text);
            let json = serde_json::to_string(&held).unwrap();
            assert_eq!(json, serde_json::to_string(text).unwrap());
            assert_eq!(serde_json::from_str::<Str>(&json).unwrap(), held);
        }
    }

    #[test]
    fn it_is_no_wider_than_a_string() {
        assert_eq!((size_of::<Str>(), size_of::<Option<Str>>()), (24, 24));
    }
}
