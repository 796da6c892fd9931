//! Tells a backup from what comes in its place.
//!
//! What is in a backup is nobody's to read, and no mark at its beginning is known. But it is no
//! text, while refusals with status 200, pages of a gateway and documents are.

use std::collections::VecDeque;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::{Body, refusal};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};
use http_body::{Frame, SizeHint};
use serde_json::Value;

/// How much is looked at: no refusal is as long.
const BEGINNING: usize = 64 * 1024;

/// How much of that must be readable to be a text.
const READ: usize = 4096;

/// How much of a text is repeated in an error.
const WORDS: usize = 200;

/// Looks at the beginning of a good answer; its end is looked at as it is read.
pub(crate) async fn check(response: Response<Body>, at_least: u64) -> Result<Response<Body>> {
    check_encoding(response.headers())?;
    let (parts, mut body) = response.into_parts();
    let announced = body.announced_len();
    let (mut pieces, mut length, mut is_whole) = (VecDeque::new(), 0, false);
    while length < BEGINNING && !is_whole {
        match body.chunk().await.transpose()? {
            Some(piece) => {
                length += piece.len();
                pieces.push_back(piece);
            }
            None => is_whole = true,
        }
    }
    let mut beginning = Vec::with_capacity(length.min(BEGINNING));
    for piece in &pieces {
        let room = BEGINNING - beginning.len();
        beginning.extend_from_slice(piece.get(..room).unwrap_or(piece));
    }
    if let Some(error) = judge(parts.status, &beginning, is_whole) {
        return Err(error);
    }
    if is_whole {
        enough(length as u64, at_least)?;
    }
    let left = announced.map(|announced| announced.saturating_add(length as u64));
    let body = Checked { pieces, body, seen: 0, left, at_least };
    Ok(Response::from_parts(parts, Body::stream(body)))
}

fn check_encoding(headers: &HeaderMap) -> Result<()> {
    let mut encodings = headers.get_all(header::CONTENT_ENCODING).into_iter();
    match encodings.any(|value| !value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity")) {
        true => Err(no_backup("the answer is in an encoding that was not asked for")),
        false => Ok(()),
    }
}

fn no_backup(why: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Decode, why).with_may_have_acted(false)
}

fn enough(seen: u64, at_least: u64) -> Result<()> {
    if seen >= at_least {
        return Ok(());
    }
    Err(no_backup(format!("the answer has {seen} bytes, and a backup must have {at_least} at least")))
}

/// Returns what the answer is, if that is no backup.
fn judge(status: StatusCode, beginning: &[u8], is_whole: bool) -> Option<Error> {
    if let [0xff, 0xfe, b'<', 0, ..] | [0xfe, 0xff, 0, b'<', ..] = beginning {
        return Some(no_backup("the answer is a page or a document, and not a backup"));
    }
    if !is_readable(beginning.get(..READ).unwrap_or(beginning)) {
        return None;
    }
    let text = beginning.strip_prefix("\u{feff}".as_bytes()).unwrap_or(beginning).trim_ascii();
    match text.first() {
        None => is_whole.then(|| no_backup("the answer is empty")),
        Some(b'<') => {
            let what = match is_page(text) {
                true => "the answer is a page for people, and not a backup",
                false => "the answer is a document in XML, and not a backup",
            };
            Some(no_backup(what))
        }
        Some(b'{' | b'[') => Some(match is_whole {
            true => refused(status, text),
            false => no_backup("the answer is JSON, and not a backup"),
        }),
        Some(_) if is_whole => {
            let words = String::from_utf8_lossy(text);
            let words: String = words.chars().take(WORDS).collect();
            // What appliances of old say with status 200.
            if words.to_ascii_lowercase().starts_with("invalid credentials") {
                let what = "the appliance refused the credentials";
                return Some(Error::new(ErrorKind::Credentials, what).with_appliance_message(words));
            }
            Some(no_backup("the answer is a text, and not a backup").with_appliance_message(words))
        }
        Some(_) => None,
    }
}

fn is_readable(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c'))
}

fn is_page(text: &[u8]) -> bool {
    let start = text.get(..512).unwrap_or(text).to_ascii_lowercase();
    let has = |wanted: &[u8]| start.windows(wanted.len()).any(|window| window == wanted);
    has(b"<html") || has(b"<!doctype html") || has(b"<body") || has(b"<head")
}

/// Makes an error of a refusal in JSON with a status that is none.
fn refused(status: StatusCode, json: &[u8]) -> Error {
    let Ok(Value::Object(members)) = serde_json::from_slice::<Value>(json) else {
        return no_backup("the answer is JSON, and not a backup");
    };
    let error = refusal(status, json);
    if !members.get("error").is_some_and(|code| code == "access_denied" || code == "invalid_client") {
        return error;
    }
    let denied = Error::new(ErrorKind::Credentials, "the appliance refused the token").with_status(status);
    match error.appliance_message() {
        Some(words) => denied.with_appliance_message(words),
        None => denied,
    }
}

/// The beginning that was looked at, and the rest. Ends in an error if that is too little.
struct Checked {
    pieces: VecDeque<Bytes>,
    body: Body,
    seen: u64,
    /// How much is still to come, if that was announced.
    left: Option<u64>,
    at_least: u64,
}

impl http_body::Body for Checked {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        let piece = match self.pieces.pop_front() {
            Some(piece) => Some(Ok(piece)),
            // Asking for a piece can be given up and done again: nothing is lost.
            None => std::task::ready!(pin!(self.body.chunk()).poll(context)),
        };
        Poll::Ready(match piece {
            Some(Ok(piece)) => {
                let length = piece.len() as u64;
                self.seen = self.seen.saturating_add(length);
                self.left = self.left.map(|left| left.saturating_sub(length));
                Some(Ok(Frame::data(piece)))
            }
            Some(Err(error)) => Some(Err(error)),
            None => enough(self.seen, self.at_least).err().map(Err),
        })
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
