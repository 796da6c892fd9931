//! Answers and refusals before they become HTTP.

use bytes::Bytes;
use http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, SERVER, SET_COOKIE,
};
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Map, Value, json};

use crate::body::{SimBody, Source};
use crate::unconfirmed;

/// What an operation has to say.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) payload: Payload,
}

/// The content of an answer.
#[derive(Debug)]
pub(crate) enum Payload {
    Empty,
    Json(Value),
    /// Another media type, sent with its length.
    File {
        media: &'static str,
        bytes: Bytes,
    },
    /// Another media type, sent in chunks.
    Text {
        media: &'static str,
        bytes: Bytes,
    },
    /// Another media type, made while it is sent, with its length.
    Download {
        media: &'static str,
        length: u64,
        source: Source,
    },
    /// Another media type, made while it is sent.
    Stream {
        media: &'static str,
        source: Source,
    },
}

impl Answer {
    pub(crate) fn new(status: StatusCode, payload: Payload) -> Self {
        Self { status, headers: Vec::new(), payload }
    }

    pub(crate) fn empty(status: StatusCode) -> Self {
        Self::new(status, Payload::Empty)
    }

    pub(crate) fn json(status: StatusCode, value: Value) -> Self {
        Self::new(status, Payload::Json(value))
    }

    /// An answer of the shape `{"message": …}`.
    pub(crate) fn message(status: StatusCode, message: &str) -> Self {
        Self::json(status, json!({ "message": message }))
    }

    /// A download with a file name.
    pub(crate) fn file(media: &'static str, name: &str, bytes: Bytes) -> Self {
        Self::new(StatusCode::OK, Payload::File { media, bytes })
            .header(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""))
    }

    /// Adds a header; a value that cannot stand in one is left out.
    pub(crate) fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// Makes the response, and says what its body would be if nothing went wrong; of a body that is
    /// made while it is sent nobody can.
    pub(crate) fn into_response(self) -> (Response<SimBody>, Option<Bytes>) {
        let (media, bytes, body) = match self.payload {
            Payload::Empty => (None, Some(Bytes::new()), SimBody::chunked(Bytes::new())),
            Payload::Json(value) => {
                // The log keeps it for a while: without the room that writing has taken ahead.
                let bytes = Bytes::from(value.to_string().into_bytes().into_boxed_slice());
                (Some("application/json"), Some(bytes.clone()), SimBody::chunked(bytes))
            }
            Payload::File { media, bytes } => (Some(media), Some(bytes.clone()), SimBody::sized(bytes)),
            Payload::Text { media, bytes } => (Some(media), Some(bytes.clone()), SimBody::chunked(bytes)),
            Payload::Download { media, length, source } => {
                (Some(media), None, SimBody::streamed(source).with_length(length))
            }
            Payload::Stream { media, source } => (Some(media), None, SimBody::streamed(source)),
        };
        let stated = body.stated();
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(SERVER, HeaderValue::from_static(unconfirmed::SERVER));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("must-revalidate, no-cache, no-store"));
        // Appliances set cookies that no API client needs.
        headers.insert(SET_COOKIE, HeaderValue::from_static("ns_sl=1; Path=/; Secure; HttpOnly"));
        if let Some(media) = media {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
        }
        if let Some(length) = stated {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        (response, bytes)
    }
}

/// Why an operation is refused.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    NotFound,
    /// Fields or parameters that the operation does not know.
    Unknown(Vec<String>),
    /// Fields that are wrong.
    Invalid(Errors),
    /// Fields that are wrong, with another status than 422.
    InvalidAs(StatusCode, Errors),
    /// The method is not one of these.
    Method(String),
    /// A status with a message.
    Status(StatusCode, String),
    /// A status without content.
    Bare(StatusCode),
}

impl Refusal {
    /// One field that is wrong.
    pub(crate) fn field(name: &str, message: impl Into<String>) -> Self {
        let mut errors = Errors::default();
        errors.add(name, message);
        Self::Invalid(errors)
    }

    /// Refused for the state of the resource, with no field to blame.
    pub(crate) fn state(message: impl Into<String>) -> Self {
        Self::Status(StatusCode::UNPROCESSABLE_ENTITY, message.into())
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::message(StatusCode::NOT_FOUND, unconfirmed::NOT_FOUND_MESSAGE),
            Refusal::Unknown(names) => Self::message(
                unconfirmed::UNKNOWN_STATUS,
                &format!("{} {}", unconfirmed::UNKNOWN_MESSAGE, names.join(", ")),
            ),
            Refusal::Invalid(errors) => Refusal::InvalidAs(StatusCode::UNPROCESSABLE_ENTITY, errors).into(),
            Refusal::InvalidAs(status, errors) => {
                Self::json(status, json!({ "message": unconfirmed::VALIDATION_MESSAGE, "errors": errors.0 }))
            }
            Refusal::Method(allow) => {
                Self::message(StatusCode::METHOD_NOT_ALLOWED, unconfirmed::METHOD_MESSAGE)
                    .header(ALLOW, &allow)
            }
            Refusal::Status(StatusCode::UNPROCESSABLE_ENTITY, message) => {
                Self::json(StatusCode::UNPROCESSABLE_ENTITY, json!({ "message": message, "errors": {} }))
            }
            Refusal::Status(status, message) => Self::message(status, &message),
            Refusal::Bare(status) => Self::empty(status),
        }
    }
}

/// Messages by field, in the order of their discovery.
#[derive(Clone, Debug, Default)]
pub(crate) struct Errors(Map<String, Value>);

impl Errors {
    pub(crate) fn add(&mut self, field: &str, message: impl Into<String>) {
        let list = self.0.entry(field).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(Value::String(message.into()));
        }
    }

    pub(crate) fn contains(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// Ends with a refusal if there is anything to complain about.
    pub(crate) fn into_result(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self)) }
    }
}
