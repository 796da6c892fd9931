//! What an answer holds in truth: a status of 200 says nothing of it, nor does its media type.

use std::pin::Pin;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::save::NameEnd;
use bt_sra_transport::{Body, refusal};
use bt_sra_xml_model::{Answer, Document, Element, Limits, NoData, answer};
use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use http::{Response, StatusCode};
use serde::{Serialize, Serializer};
use std::fmt;
use std::io::Read;

/// How much of an answer is looked at.
const LOOK: usize = 256;

/// How much of a document that stands in place of a file is read.
const WORDS: usize = 256 * 1024;

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FileKind {
    /// Flash video.
    Flv,
    /// MPEG-4, and what else is built that way.
    Mp4,
    /// Matroska.
    Matroska,
    /// WebM, which is Matroska with fewer codecs.
    WebM,
    /// Ogg.
    Ogg,
    /// AVI and the like.
    Riff,
    /// gzip.
    Gzip,
    /// ZIP.
    Zip,
    /// A recording of a terminal as asciinema writes it.
    Asciicast,
    /// Other text.
    Text,
    /// Anything else.
    Other,
}

impl FileKind {
    /// Looks at the first bytes of a file.
    ///
    /// ```
    /// use bt_sra_reporting::FileKind;
    ///
    /// assert_eq!(FileKind::of(b"FLV\x01\x05"), FileKind::Flv);
    /// assert_eq!(FileKind::of(b"\0\0\0\x18ftypisom"), FileKind::Mp4);
    /// assert_eq!(FileKind::of(b"\x7fELF"), FileKind::Other);
    /// ```
    #[must_use]
    pub fn of(first: &[u8]) -> Self {
        let holds = |words: &[u8]| first.windows(words.len()).any(|window| window == words);
        match first {
            [b'F', b'L', b'V', ..] => Self::Flv,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Self::Mp4,
            [0x1a, 0x45, 0xdf, 0xa3, ..] if holds(b"webm") => Self::WebM,
            [0x1a, 0x45, 0xdf, 0xa3, ..] => Self::Matroska,
            [b'O', b'g', b'g', b'S', ..] => Self::Ogg,
            [b'R', b'I', b'F', b'F', ..] => Self::Riff,
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Self::Zip,
            [b'{', ..] if holds(b"\"version\"") && (holds(b"\"width\"") || holds(b"\"term\"")) => {
                Self::Asciicast
            }
            _ if is_text(first) => Self::Text,
            _ => Self::Other,
        }
    }

    /// Returns how names of such files end.
    #[must_use]
    pub fn end(self) -> &'static str {
        match self {
            Self::Flv => "flv",
            Self::Mp4 => "mp4",
            Self::Matroska => "mkv",
            Self::WebM => "webm",
            Self::Ogg => "ogv",
            Self::Riff => "avi",
            Self::Gzip => "gz",
            Self::Zip => "zip",
            Self::Asciicast => "cast",
            Self::Text => "txt",
            Self::Other => "bin",
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.end())
    }
}

impl Serialize for FileKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.end())
    }
}

/// Whether bytes, which may be cut anywhere, are text.
fn is_text(bytes: &[u8]) -> bool {
    let (text, whole) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => {
            let (valid, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(valid).unwrap_or_default(), error.error_len().is_none())
        }
    };
    whole && !text.is_empty() && text.chars().all(|letter| !letter.is_control() || letter.is_whitespace())
}

/// Looks at an answer that should be a file, and gives it back if it is one.
///
/// # Errors
/// [`ErrorKind::Appliance`] with the appliance's words for a document that refuses, and
/// [`ErrorKind::Decode`] for a page, another document, or nothing.
pub(crate) async fn inspect(response: Response<Body>) -> Result<(FileKind, Response<Body>)> {
    let (mut parts, mut body) = response.into_parts();
    let first = body.peek(LOOK).await?;
    let is_coded = parts.headers.contains_key(http::header::CONTENT_ENCODING);
    let shown = if is_coded { inflated(&first) } else { first.to_vec() };
    match Shown::of(&shown) {
        Shown::File => {}
        Shown::Nothing => return Err(instead("nothing", parts.status)),
        Shown::Document => {
            let bytes = body.collect(WORDS).await?;
            let bytes = if is_coded { inflated(&bytes).into() } else { bytes };
            return Err(refused(&bytes, parts.status));
        }
    }
    let kind = FileKind::of(&first);
    parts.extensions.insert(NameEnd(kind.end()));
    Ok((kind, Response::from_parts(parts, body)))
}

/// The same for a download that may go on.
pub(crate) fn check(
    response: Response<Body>,
) -> Pin<Box<dyn Future<Output = Result<Response<Body>>> + Send>> {
    Box::pin(async { inspect(response).await.map(|(_, response)| response) })
}

/// Whether an error is one of the refusals that only mean that there is nothing.
pub(crate) fn is_no_data(error: &Error, no_data: &NoData) -> bool {
    error.kind() == ErrorKind::Appliance
        && error.status().is_none_or(|status| status.is_success())
        && error.appliance_message().is_some_and(|words| no_data.says(words))
}

/// What the first bytes of an answer show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Shown {
    File,
    /// XML, HTML or JSON.
    Document,
    Nothing,
}

impl Shown {
    fn of(first: &[u8]) -> Self {
        let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
        match text {
            [] => Self::Nothing,
            [b'<', ..] => Self::Document,
            [b'{' | b'[', ..] if FileKind::of(first) != FileKind::Asciicast => Self::Document,
            _ => Self::File,
        }
    }
}

/// What of gzip there is, as far as it goes, and no more than a document may have.
fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let limit = u64::try_from(WORDS).unwrap_or(u64::MAX);
    // What is broken off says enough by its beginning.
    let _ = MultiGzDecoder::new(bytes).take(limit).read_to_end(&mut out);
    if out.is_empty() { bytes.to_vec() } else { out }
}

/// Any document at all: only whether it refuses matters.
struct Any;

impl Document for Any {
    const ROOT: &'static str = "error";

    fn accepts(_: Element<'_>) -> bool {
        true
    }

    fn from_root(_: Element<'_>) -> Result<Self> {
        Ok(Self)
    }
}

/// Makes an error of a document that stands in the place of a file.
fn refused(bytes: &Bytes, status: StatusCode) -> Error {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if matches!(text, [b'{' | b'[', ..]) {
        let error = refusal(status, bytes);
        return if error.appliance_message().is_some() { error } else { instead("a JSON document", status) };
    }
    let start = text.get(..15).unwrap_or(text).to_ascii_lowercase();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return instead("a page of HTML", status);
    }
    match answer::<Any>(bytes, &Limits::default()).and_then(Answer::into_result) {
        Err(error) if error.kind() != ErrorKind::Decode => error.with_status(status),
        Err(error) => instead("an unreadable document", status).with_source(error),
        Ok(Any) => instead("an XML document", status),
    }
}

fn instead(what: &str, status: StatusCode) -> Error {
    let what = format!("the answer is {what} in place of the file");
    Error::new(ErrorKind::Decode, what).with_status(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_kind(first: &[u8], expect: FileKind) {
        assert_eq!(FileKind::of(first), expect);
    }

    #[test]
    fn the_first_bytes_tell_what_a_file_is() {
        check_kind(b"FLV\x01", FileKind::Flv);
        check_kind(b"\0\0\0 ftypmp42", FileKind::Mp4);
        check_kind(b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", FileKind::WebM);
        check_kind(b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", FileKind::Matroska);
        check_kind(b"\x1f\x8b\x08", FileKind::Gzip);
        check_kind(b"PK\x03\x04", FileKind::Zip);
        check_kind(b"{\"version\": 2, \"width\": 80}\n[0.1, \"o\", \"x\"]", FileKind::Asciicast);
        check_kind("Grüße\r\n\tabc".as_bytes(), FileKind::Text);
        check_kind("abcü".as_bytes().split_last().unwrap().1, FileKind::Text);
        check_kind(b"\x7fELF\0", FileKind::Other);
        check_kind(b"", FileKind::Other);
    }

    async fn inspected(body: &'static [u8], coding: Option<&'static str>) -> String {
        let mut response = Response::new(Body::whole(body));
        if let Some(coding) = coding {
            let coding = http::HeaderValue::from_static(coding);
            response.headers_mut().insert(http::header::CONTENT_ENCODING, coding);
        }
        match inspect(response).await {
            Ok((kind, response)) => {
                assert_eq!(response.into_body().collect(1 << 20).await.unwrap(), body);
                kind.to_string()
            }
            Err(error) => format!("{:?}: {error}", error.kind()),
        }
    }

    #[tokio::test]
    async fn a_document_in_place_of_a_file_is_an_error_with_its_words() {
        assert_eq!(inspected(b"FLV\x01 and more", None).await, "flv");
        for expired in [
            &b"<?xml version=\"1.0\"?>\n\n<error xmlns=\"x\">\n This recording has expired. </error>\n\n"[..],
            b"\xef\xbb\xbf<error>This recording has expired.</error>",
            b"<session_list><error>This recording has expired.</error></session_list>",
        ] {
            assert_eq!(
                inspected(expired, None).await,
                "Appliance: the appliance refused the request (HTTP 200): This recording has expired."
            );
        }
        for (body, what) in [
            (&b"<!DOCTYPE html><p>"[..], "a page of HTML"),
            (b"  <html>", "a page of HTML"),
            (b"<session_list/>", "an XML document"),
            (b"<session_list>", "an unreadable document"),
            (b"[]", "a JSON document"),
            (b"{\"x\":1}", "a JSON document"),
            (b" \n", "nothing"),
            (b"", "nothing"),
        ] {
            let expect = format!("Decode: the answer is {what} in place of the file (HTTP 200)");
            assert_eq!(inspected(body, None).await, expect);
        }
        let told = inspected(br#"{"message":"no such thing"}"#, None).await;
        assert!(told.ends_with("no such thing"), "{told}");
    }

    #[tokio::test]
    async fn a_refusal_is_recognized_in_gzip_too() {
        use std::io::Write;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"<error>Invalid lsid.</error>").unwrap();
        let packed: &'static [u8] = Box::leak(packed.finish().unwrap().into_boxed_slice());
        assert!(inspected(packed, Some("gzip")).await.ends_with("Invalid lsid."));
        // A file that is gzip itself says nothing of a coding.
        assert_eq!(inspected(packed, None).await, "gz");
    }
}
