//! Reads what comes in, within limits, and writes short answers.

use axum::body::Body;
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use http::header::{ALLOW, CONNECTION, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt as _;

/// How much of a body that is too long is read on, so that its sender hears the answer.
const DRAINED: u64 = 16 * 1024 * 1024;

/// A body.
#[derive(Debug)]
pub(super) enum Incoming {
    Whole(Bytes),
    /// Longer than allowed: its beginning, its length, and whether all of it came.
    TooLong(Bytes, u64, bool),
    /// The client broke off.
    Broken,
}

/// Reads a body, of which `limit` bytes are kept.
pub(super) async fn read(mut body: Body, limit: usize) -> Incoming {
    let mut kept = BytesMut::new();
    let mut size = 0u64;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return Incoming::Broken };
        let Ok(data) = frame.into_data() else { continue };
        size = size.saturating_add(data.len() as u64);
        let room = limit.saturating_sub(kept.len()).min(data.len());
        kept.extend(data.iter().take(room));
        if size > DRAINED.max(limit as u64) {
            return Incoming::TooLong(kept.freeze(), size, false);
        }
    }
    if size > kept.len() as u64 {
        return Incoming::TooLong(kept.freeze(), size, true);
    }
    Incoming::Whole(kept.freeze())
}

/// Returns the media type, if it is text.
pub(super) fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// Makes an answer without a body.
pub(super) fn answer(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    match status {
        StatusCode::METHOD_NOT_ALLOWED => {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        _ => {}
    }
    response
}
