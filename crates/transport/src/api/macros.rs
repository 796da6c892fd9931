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

/// Makes types answers that are a member of what the appliance answers.
#[doc(hidden)]
#[macro_export]
macro_rules! wrapped {
    ($($name:ident in $member:literal),* $(,)?) => {$(
        impl $crate::api::Answer for $name {
            fn read(body: &[u8]) -> bt_sra_core::Result<Self> {
                #[derive(serde::Deserialize)]
                struct Around {
                    #[serde(rename = $member)]
                    inside: $crate::api::wire::Object<$name>,
                }
                $crate::json(body).map(|$crate::api::wire::Object(Around { inside })| inside.0)
            }
        }
    )*};
}

/// Makes types answers that go with a failing status. One that has none of these members tells
/// nothing of what was asked.
#[doc(hidden)]
#[macro_export]
macro_rules! failures {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::api::Answer for $name {
            fn read(body: &[u8]) -> bt_sra_core::Result<Self> {
                let $crate::api::wire::Object(answer) = $crate::json::<$crate::api::wire::Object<Self>>(body)?;
                if true $(&& answer.$field.is_none())* {
                    let what = "the answer tells nothing of what was asked";
                    return Err(bt_sra_core::Error::new(bt_sra_core::ErrorKind::Decode, what));
                }
                Ok(answer)
            }
        }
    )*};
}

/// Gives calls that take parameters what every call has. They bring `call`.
#[doc(hidden)]
#[macro_export]
macro_rules! calls {
    ($($name:ident => $answer:ty),* $(,)?) => {$(
        impl $name {
            /// Returns the request without sending it: the address is a path with its query, and
            /// the token is still to be put on. See [`offline`](bt_sra_transport::api::offline).
            ///
            /// # Errors
            /// [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if it cannot
            /// be sent.
            pub fn request(&self) -> bt_sra_core::Result<http::Request<bytes::Bytes>> {
                self.call.request()
            }

            /// Limits how long the whole call may take, waits and retries included.
            pub fn with_deadline(mut self, deadline: std::time::Duration) -> Self {
                self.call = self.call.with_deadline(deadline);
                self
            }

            /// Sets when and how often to try again.
            pub fn with_retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.call = self.call.with_retry(policy);
                self
            }

            /// Sends the request and reads the answer.
            ///
            /// # Errors
            /// Any kind but `Io`; what the appliance refuses is `Appliance` with the status.
            pub async fn send(self) -> bt_sra_core::Result<$answer> {
                self.call.send().await
            }

            /// Sends the call again and again until `done` says of an answer that it is what was
            /// waited for. Only for calls that read.
            pub fn until(
                self,
                done: impl Fn(&$answer) -> bool + Send + Sync + 'static,
            ) -> $crate::api::Until<$answer> {
                self.call.until(done)
            }
        }
    )*};
}
