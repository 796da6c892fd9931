//! Recordings of sessions, of shells and of the representative's own screen: small files that are
//! true to their container, or great ones on demand.

use bytes::Bytes;
use http::StatusCode;
use http::header::{ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE, RANGE};

use super::arguments::{bad, number};
use super::{Refused, Reply, Request, live};
use crate::answer::{Answer, Payload};
use crate::body::Source;
use crate::profile::Shape;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

const DAY: i64 = 86_400;

/// Which of the recordings of a session are meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Screen,
    Shell,
    Own,
}

pub(super) fn session(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    recording(site, request, Kind::Screen)
}

pub(super) fn shell(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    recording(site, request, Kind::Shell)
}

pub(super) fn own_screen(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    recording(site, request, Kind::Own)
}

/// Of presentations there are none.
pub(super) fn presentation(_: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    request.arguments.required("lsid")?;
    Err(Refused(unconfirmed::NO_RECORDING.to_owned()))
}

fn recording(site: &Site, request: &Request<'_>, kind: Kind) -> Result<Reply, Refused> {
    let refused = |sentence: &str| Refused(sentence.to_owned());
    let lsid = request.arguments.required("lsid")?;
    let instance = match request.arguments.number(unconfirmed::INSTANCE)? {
        Some(instance) => u64::try_from(instance).map_err(|_| bad(unconfirmed::INSTANCE))?,
        None => unconfirmed::FIRST_INSTANCE,
    };
    let story = match (site.history.find(lsid), live::find(site, lsid)) {
        (Some(index), _) => site.history.story(index, ""),
        (None, Some(session)) => live::tell(site, session),
        (None, None) => return Err(refused(unconfirmed::INVALID_LSID)),
    };
    let there = match kind {
        Kind::Screen => story.recorded,
        Kind::Shell => instance < story.shells,
        Kind::Own => instance < story.shows,
    };
    // As documented, there is none before the end.
    let ended = story.ended.filter(|_| there).ok_or_else(|| refused(unconfirmed::NO_RECORDING))?;
    let age = request.now.second.saturating_sub(ended);
    if age < unconfirmed::RECORDING_TAKES {
        return Err(refused(unconfirmed::NOT_READY));
    }
    if age > unconfirmed::RECORDINGS_KEPT_DAYS * DAY {
        return Err(refused(unconfirmed::RECORDING_EXPIRED));
    }
    let (media, end) = unconfirmed::RECORDING;
    let name = match kind {
        Kind::Screen => format!("{}.{end}", story.lsid),
        Kind::Shell | Kind::Own => format!("{}-{instance}.{end}", story.lsid),
    };
    let head = head(ended - story.started);
    let tags = site.switches.recording.min(MOST).div_ceil(TAG);
    let length = u64::try_from(head.len()).unwrap_or_default() + tags * TAG;
    let ranges = site.switches.shapes.has(Shape::RANGES);
    let from = range(request).filter(|from| ranges && *from < length);
    let start = from.unwrap_or_default();
    let payload = Payload::Download { media, length: length - start, source: file(head, tags, start) };
    let status = if from.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
    let mut answer =
        Answer::new(status, payload).header(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
    if ranges {
        answer = answer.header(ACCEPT_RANGES, "bytes");
    }
    if from.is_some() {
        answer = answer.header(CONTENT_RANGE, &format!("bytes {start}-{}/{length}", length - 1));
    }
    Ok(Reply::Answer(answer))
}

/// Where a client wants to go on.
fn range(request: &Request<'_>) -> Option<u64> {
    let text = request.headers.get(RANGE)?.to_str().ok()?;
    let from = number(text.strip_prefix("bytes=")?.strip_suffix('-')?)?;
    u64::try_from(from).ok()
}

/// No recording is greater: a tebibyte.
const MOST: u64 = 1 << 40;

/// The size of a tag that fills a great recording, with the size that follows it.
const TAG: u64 = 64 * 1024;
const HEAD: u64 = 11;
const FOOT: u64 = 4;

/// An FLV file without a picture: its head, and a tag that says how long it is.
fn head(seconds: i64) -> Vec<u8> {
    let mut file = b"FLV\x01\x01\0\0\0\x09\0\0\0\0".to_vec();
    let mut script = b"\x02\0\x0aonMetaData\x08\0\0\0\x01\0\x08duration\0".to_vec();
    let seconds = f64::from(u32::try_from(seconds).unwrap_or(u32::MAX));
    script.extend(seconds.to_be_bytes());
    script.extend(b"\0\0\x09");
    tag(18, &script, &mut file);
    file
}

/// Writes a tag at the beginning of time, and its size.
fn tag(kind: u8, content: &[u8], file: &mut Vec<u8>) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    file.push(kind);
    file.extend(length.to_be_bytes().get(1..).unwrap_or_default());
    file.extend([0; 7]);
    file.extend(content);
    file.extend(length.saturating_add(11).to_be_bytes());
}

/// Makes a recording from a place on. Each tag says in its content which one it is.
fn file(head: Vec<u8>, tags: u64, start: u64) -> Source {
    let size = u64::try_from(head.len()).unwrap_or_default();
    let first = start.saturating_sub(size) / TAG;
    let mut skip = if start < size { start } else { (start - size) % TAG };
    let head = (start < size).then(|| Bytes::from(head));
    let content = usize::try_from(TAG - HEAD - FOOT).unwrap_or_default();
    let filler = (first..tags).map(move |index| {
        let mut bytes = vec![0x20; content];
        for (place, digit) in bytes.iter_mut().zip(index.to_be_bytes()) {
            *place = digit;
        }
        let mut file = Vec::with_capacity(content + 15);
        tag(9, &bytes, &mut file);
        Bytes::from(file)
    });
    Source::new(head.into_iter().chain(filler).map(move |mut piece| {
        let skipped = usize::try_from(std::mem::take(&mut skip)).unwrap_or_default();
        piece.split_off(skipped.min(piece.len()))
    }))
}
