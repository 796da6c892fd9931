//! What the JSON APIs share when they read an answer.

use bt_sra_core::{Error, ErrorKind, FieldErrors, Result, SystemClock};
use bytes::Bytes;
use http::{Response, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::pipeline::MayHaveActed;
use crate::{Body, place, retry};

/// How much of a refusal is read.
const REFUSAL_LIMIT: usize = 256 * 1024;

/// How many bytes of the appliance's own words an error keeps.
const WORDS_LIMIT: usize = 2048;

/// How many fields an error names, and how many reasons for each.
const FIELDS_LIMIT: usize = 100;

/// How much a page of JSON may have: a hundred items of half a mebibyte each.
const PAGE_LIMIT: usize = 64 * 1024 * 1024;

/// Returns a successful answer as it is, and turns any other into an error with the appliance's
/// own words.
///
/// # Errors
/// [`ErrorKind::Appliance`] with the status, the message and the field errors of the answer;
/// [`ErrorKind::RateLimited`] for 429.
pub async fn accept(response: Response<Body>) -> Result<Response<Body>> {
    if response.status().is_success() {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    // An unreadable refusal is still a refusal: what there is of the body is enough.
    let bytes = body.collect(REFUSAL_LIMIT).await.unwrap_or_default();
    let mut error = refusal(parts.status, &bytes);
    if parts.extensions.get::<MayHaveActed>().is_some() {
        error = error.with_may_have_acted(true);
    }
    if let Some(span) = retry::retry_after(&parts.headers, &SystemClock) {
        error = error.with_retry_after(span);
    }
    if parts.status.is_redirection()
        && let Some(target) = parts.headers.get(header::LOCATION)
        && let Some(host) = target.to_str().ok().and_then(|text| text.parse::<http::Uri>().ok())
        && let Some(host) = host.host()
    {
        error = error
            .with_source(format!("it points to {host}; only what reads follows, and only on the same site"));
    }
    Err(error)
}

/// Turns status and body of a refused request into an error.
#[must_use]
pub fn refusal(status: StatusCode, body: &[u8]) -> Error {
    let (kind, what) = match status.as_u16() {
        429 => (ErrorKind::RateLimited, "the rate limit of the appliance is reached"),
        300..=399 => (ErrorKind::Appliance, "the appliance points elsewhere"),
        401 => (ErrorKind::Appliance, "the appliance does not know a parameter or field, or not the token"),
        403 => (ErrorKind::Appliance, "the API account lacks the permission"),
        404 => (ErrorKind::Appliance, "not found"),
        422 => (ErrorKind::Appliance, "the appliance refused the data"),
        500.. => (ErrorKind::Appliance, "the appliance failed"),
        _ => (ErrorKind::Appliance, "the appliance refused the request"),
    };
    let error = Error::new(kind, what).with_status(status);
    let Ok(Value::Object(body)) = serde_json::from_slice::<Value>(body) else { return error };
    let error = match message(&body) {
        Some(message) => error.with_appliance_message(message),
        None => error,
    };
    error.with_field_errors(field_errors(&body))
}

/// Reads a whole answer, up to the size of a large page.
///
/// # Errors
/// [`ErrorKind::Decode`] when there is more.
pub async fn collect(response: Response<Body>) -> Result<Bytes> {
    response.into_body().collect(PAGE_LIMIT).await
}

/// Reads a value from JSON. An error names the place, not the text.
///
/// # Errors
/// [`ErrorKind::Decode`] with the member, line and column.
pub fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|source| {
        let reason = decode_reason(&source);
        let path = place::path(bytes, source.line(), source.column());
        // What is missing is missing in the object: the last member before its end is no part of it.
        let member = if path.is_empty() || reason.starts_with("missing") {
            String::new()
        } else {
            format!(" in `{path}`")
        };
        let place = match source.line() {
            0 => String::new(),
            line => format!(" at line {line}, column {}", source.column()),
        };
        Error::new(ErrorKind::Decode, format!("the answer is not what was expected: {reason}{member}{place}"))
    })
}

/// What serde says, as far as it holds nothing of the text itself: a missing or doubled field by
/// its name (which is ours), the expected type, or where the syntax broke.
fn decode_reason(source: &serde_json::Error) -> String {
    let text = source.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    match source.classify() {
        serde_json::error::Category::Data => {
            if text.starts_with("missing field") || text.starts_with("duplicate field") {
                return text.to_owned();
            }
            match text.rsplit_once(", expected ") {
                Some((_, expected)) => format!("expected {expected}"),
                None => "a value has the wrong form".to_owned(),
            }
        }
        serde_json::error::Category::Eof => "the JSON ends too early".to_owned(),
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => "no valid JSON".to_owned(),
    }
}

fn message(body: &Map<String, Value>) -> Option<String> {
    ["message", "error_description", "error"]
        .into_iter()
        .find_map(|member| body.get(member)?.as_str())
        .map(cut)
}

/// Cuts words that are too many for an error.
fn cut(text: &str) -> String {
    let mut end = text.len().min(WORDS_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mark = if end < text.len() { " …" } else { "" };
    format!("{}{mark}", text.get(..end).unwrap_or_default())
}

fn field_errors(body: &Map<String, Value>) -> FieldErrors {
    let Some(Value::Object(errors)) = body.get("errors") else { return FieldErrors::new() };
    errors
        .iter()
        .take(FIELDS_LIMIT)
        .map(|(field, reasons)| {
            let reasons = match reasons {
                Value::Array(reasons) => reasons.iter().take(FIELDS_LIMIT).map(words).collect(),
                other => vec![words(other)],
            };
            (cut(field), reasons)
        })
        .collect()
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| cut(&value.to_string()), cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_words_of_the_appliance() {
        let error = refusal(
            StatusCode::UNPROCESSABLE_ENTITY,
            br#"{"message":"Validation Failed","errors":{"port":["too big"],"name":"odd"}}"#,
        );
        assert_eq!(error.appliance_message(), Some("Validation Failed"));
        assert_eq!(error.field_errors()["port"], ["too big"]);
        assert_eq!(error.field_errors()["name"], ["odd"]);
    }

    #[tokio::test]
    async fn a_refusal_keeps_how_long_to_wait() {
        let mut response = Response::new(Body::whole(""));
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        response.headers_mut().insert(header::RETRY_AFTER, http::HeaderValue::from_static("9"));
        let error = accept(response).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(9)));
    }

    #[test]
    fn words_without_end_are_cut() {
        let long =
            format!(r#"{{"message":"{}","errors":{{"x":["{}"]}}}}"#, "ä".repeat(9000), "y".repeat(9000));
        let error = refusal(StatusCode::BAD_REQUEST, long.as_bytes());
        assert!(error.to_string().len() < 5000 && error.to_string().contains(" …"));
    }

    #[test]
    fn a_refusal_without_json_is_still_a_refusal() {
        for body in [&b"<html>"[..], b"", b"[1]", b"\xff", br#"{"errors":[]}"#] {
            let error = refusal(StatusCode::NOT_FOUND, body);
            assert_eq!(error.to_string(), "not found (HTTP 404)");
        }
    }

    #[test]
    fn a_decode_error_names_the_place_and_not_the_text() {
        #[derive(Debug, serde::Deserialize)]
        struct Account {
            #[expect(dead_code, reason = "only read")]
            id: i64,
        }
        let error = json::<Account>(br#"{"id":"hunter2"}"#).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the answer is not what was expected: expected i64 in `id` at line 1, column 15"
        );
        let error = json::<Account>(br#"{"name":"hunter2"}"#).unwrap_err();
        assert!(error.to_string().contains("missing field `id`"));
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
