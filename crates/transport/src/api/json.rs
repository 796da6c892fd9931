//! A value of any shape.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// A JSON value that this crate has no type for. `Debug` does not show it: it may hold a secret.
#[derive(Clone, PartialEq)]
pub struct Json(Value);

impl Json {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] when it is none.
    pub fn from_text(text: &str) -> Result<Self> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|_| Error::new(ErrorKind::InvalidRequest, "the text is not valid JSON"))
    }

    /// Returns the value as a text.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.to_string()
    }

    /// Returns the member `type`, if it is a text.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.0.get("type")?.as_str()
    }

    pub(super) fn new(value: Value) -> Self {
        Self(value)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Json").field("type", &self.kind()).finish_non_exhaustive()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }
}
