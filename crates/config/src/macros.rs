//! What every enum and every answer of the API has in common.

/// Gives enums of texts their conversions. They bring `as_str` and `From<&str>`.
macro_rules! text_enums {
    ($($name:ident),* $(,)?) => {$(
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::text(deserializer)
            }
        }
    )*};
}

/// Gives enums of numbers their conversions. They bring `as_i64` and `From<i64>`.
macro_rules! number_enums {
    ($($name:ident),* $(,)?) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::integer(deserializer).map(Self::from)
            }
        }
    )*};
}

/// Makes types answers.
macro_rules! answers {
    ($($name:ident),* $(,)?) => {$(
        impl $crate::Answer for $name {
            fn read(body: &[u8]) -> bt_sra_core::Result<Self> {
                bt_sra_transport::json(body).map(|$crate::wire::Object(answer)| answer)
            }
        }
    )*};
}

pub(crate) use {answers, number_enums, text_enums};
