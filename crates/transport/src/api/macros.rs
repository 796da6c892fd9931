//! What every enum and every answer of the API has in common.

/// Gives enums of texts their conversions. They bring `as_str` and `From<&str>`.
#[doc(hidden)]
#[macro_export]
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
                $crate::api::wire::text(deserializer)
            }
        }
    )*};
}

/// Gives enums of numbers their conversions. They bring `as_i64` and `From<i64>`.
#[doc(hidden)]
#[macro_export]
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
                $crate::api::wire::integer(deserializer).map(Self::from)
            }
        }
    )*};
}

/// Makes types answers.
#[doc(hidden)]
#[macro_export]
macro_rules! answers {
    ($($name:ident),* $(,)?) => {$(
        impl $crate::api::Answer for $name {
            fn read(body: &[u8]) -> bt_sra_core::Result<Self> {
                $crate::json(body).map(|$crate::api::wire::Object(answer)| answer)
            }
        }
    )*};
}
