//! Downloads that go on where they broke off, in this call or in an earlier one.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result};
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_RANGE, ETAG, HeaderValue, IF_RANGE, LAST_MODIFIED, RANGE};
use http::{HeaderMap, Request, Response, StatusCode};
use ring::digest;

use super::partial::{Disk, Found, Note, OVERLAP, Place};
use super::{BATCH, Batch, SaveOptions, Saved, announced_len, chosen_name, found_name, hex, length};
use crate::{Body, CallOptions, Operation, Pipeline, RetryPolicy, Wait, accept, retry};

/// How long one waits for somebody else who is at the same file: a call that was given up just
/// now, whose thread still has it.
const PATIENCE: Duration = Duration::from_secs(3);
const STEP: Duration = Duration::from_millis(50);

/// So many bytes more are progress: after them an answer that breaks off counts as the first.
const PROGRESS: u64 = 1024 * 1024;

/// Looks at a whole answer before a file is made of it, and gives it back unless it is something
/// else.
pub type Check = fn(Response<Body>) -> Pin<Box<dyn Future<Output = Result<Response<Body>>> + Send>>;

/// What is to be downloaded. The request should be a `GET`: ranges mean nothing elsewhere.
#[derive(Clone)]
pub struct Fetch {
    /// The way to the appliance.
    pub pipeline: Pipeline,
    /// What errors and traces call it.
    pub operation: Operation,
    /// The request, whose address is a path with its query.
    pub request: Request<Bytes>,
    /// The deadline is for all of it, and so are the attempts.
    pub options: CallOptions,
    /// Who looks at the answer before it becomes a file.
    pub check: Option<Check>,
}

/// A file that was saved, in one go or in several.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Resumed {
    /// The file.
    pub saved: Saved,
    /// How many of its bytes were there from an earlier run.
    pub kept: u64,
    /// Its first bytes, some hundreds.
    pub head: Bytes,
}

/// Downloads a file into `folder`, and goes on where it was broken off: in this call, as often as
/// the retry policy allows without progress, and in the next one after whatever ended this one.
///
/// What has come lies in a hidden file of the folder, readable by its owner only, whose name follows
/// from the site and the request. The next call asks for the rest of it. It goes on only if the
/// file is the same one still: by its validator, its length, and the last bytes of what is there, as far
/// as the server tells them. If it is another, or the server gives no parts of files, it begins again. The hash is that
/// of the whole file, which appears under its name when it is complete, and replaces nothing.
///
/// # Errors
/// [`ErrorKind::Io`] if the disk fails, the chosen name is taken, or somebody else downloads the same
/// into the folder; [`ErrorKind::Decode`] if the server contradicts itself; and what a call fails
/// with. What has come is kept for the next time, unless more came than the server had announced.
pub async fn save_resuming(fetch: Fetch, folder: &Path, options: &SaveOptions) -> Result<Resumed> {
    let name = fetch.operation.name.clone();
    let end = fetch.options.deadline.or(fetch.pipeline.deadline());
    let end = end.map(|span| fetch.pipeline.clock().monotonic().saturating_add(span));
    let work = async {
        let place = Place { folder: folder.to_owned(), what: what(&fetch), chosen: chosen_name(options)? };
        let (disk, found) = open(&fetch.pipeline, place).await?;
        Download::new(fetch, end, options, found).run(disk).await
    };
    // Boxed: the state of a download is large, and callers hold it in theirs.
    Box::pin(work).await.map_err(|error| error.with_operation(name))
}

/// What is asked for, as a hash: of the site and the request.
fn what(fetch: &Fetch) -> String {
    let mut hash = digest::Context::new(&digest::SHA256);
    let request = &fetch.request;
    let site = fetch.pipeline.site().to_string();
    let address = request.uri().to_string();
    for part in [site.as_bytes(), request.method().as_str().as_bytes(), address.as_bytes(), request.body()] {
        hash.update(&length(part.len()).to_le_bytes());
        hash.update(part);
    }
    hex(hash.finish().as_ref().get(..16).unwrap_or_default())
}

async fn open(pipeline: &Pipeline, place: Place) -> Result<(Disk, Found)> {
    let mut waited = Duration::ZERO;
    loop {
        if let Some(opened) = Disk::open(place.clone()).await? {
            return Ok(opened);
        }
        if waited >= PATIENCE {
            return Err(Error::new(ErrorKind::Io, "somebody else downloads the same into this folder"));
        }
        pipeline.clock().sleep(STEP).await;
        waited = waited.saturating_add(STEP);
    }
}

/// A download under way.
struct Download<'a> {
    fetch: Fetch,
    options: &'a SaveOptions,
    policy: RetryPolicy,
    /// On the monotonic clock.
    end: Option<Duration>,
    /// How much of the file is here.
    here: u64,
    kept: u64,
    /// What it is a part of; none if there is nothing to go on from.
    note: Option<Note>,
    tail: Tail,
    /// Whether what is here was found to be of the file just now, and the last answer was whole: the
    /// next one follows on it, as servers may give less than they are asked for.
    is_fresh: bool,
}

/// What an answer is.
enum Answer {
    /// The file from its beginning.
    Whole(Response<Body>),
    /// The file from a place on.
    Rest(Response<Body>, Range),
    /// All is here.
    Over,
    /// A part of another file, or something that makes no sense.
    Another,
}

/// Which part of a file: from, up to, of how many.
type Range = (u64, u64, Option<u64>);

/// How the reading of an answer ended.
enum Ended {
    /// All that was announced has come.
    Complete,
    /// It broke off.
    Broken(Error),
    /// It is of another file.
    Another,
    /// The disk has failed.
    Disk,
    /// There was more than announced.
    Lied(Error),
}

impl<'a> Download<'a> {
    fn new(fetch: Fetch, end: Option<Duration>, options: &'a SaveOptions, found: Found) -> Self {
        let policy = fetch.options.retry.unwrap_or(fetch.pipeline.retry());
        let mut tail = Tail::default();
        let here = if found.note.is_some() { found.len } else { 0 };
        tail.push(found.tail);
        Self { fetch, options, policy, end, here, kept: here, note: found.note, tail, is_fresh: false }
    }

    async fn run(mut self, disk: Disk) -> Result<Resumed> {
        let (mut broken, mut best) = (0, self.here);
        loop {
            let answer = match self.ask().await {
                Ok(answer) => answer,
                Err(error) => return Err(kept(disk, error).await),
            };
            let is_rest = matches!(answer, Answer::Rest(..));
            let ended = match answer {
                Answer::Another => Ended::Another,
                Answer::Over => Ended::Complete,
                Answer::Whole(response) => match self.begin(&disk, response).await {
                    Ok((body, until)) => self.read(&disk, body, 0, until).await,
                    Err(error) => return Err(kept(disk, error).await),
                },
                Answer::Rest(response, (_, until, told)) => {
                    if let Some(note) = &mut self.note {
                        note.total = note.total.or(told);
                    }
                    let overlap = self.here.saturating_sub(self.from());
                    self.read(&disk, response.into_body(), overlap, Some(until)).await
                }
            };
            let error = match ended {
                // The end of a part is not that of the file, unless it is known where that is.
                Ended::Complete if is_rest && self.total().is_none_or(|total| self.here < total) => {
                    self.is_fresh = true;
                    continue;
                }
                Ended::Complete => {
                    let name = self.note.take().unwrap_or_default().name;
                    let done = disk.end(name).await?;
                    return Ok(Resumed { saved: done.saved, kept: self.kept, head: done.head });
                }
                Ended::Broken(error) => error,
                Ended::Another => {
                    tracing::warn!("the file is another one now, beginning again");
                    (self.note, self.here, self.kept) = (None, 0, 0);
                    (self.tail, self.is_fresh) = (Tail::default(), false);
                    continue;
                }
                Ended::Disk => {
                    let failed = disk.keep().await.err();
                    return Err(
                        failed.unwrap_or_else(|| Error::new(ErrorKind::Io, "the writing thread ended early"))
                    );
                }
                Ended::Lied(error) => {
                    disk.discard().await;
                    return Err(error);
                }
            };
            self.is_fresh = false;
            if self.here >= best.saturating_add(PROGRESS) {
                (broken, best) = (0, self.here);
            }
            broken += 1;
            if broken >= self.policy.attempts || !error.is_transient() || self.is_over() {
                return Err(kept(disk, error).await);
            }
            let pause = self.policy.wait(broken, retry::random());
            tracing::warn!(kind = ?error.kind(), here = self.here, ?pause, "going on with the download");
            self.fetch.pipeline.pause(Wait::Failed { pause }).await;
        }
    }

    /// Where the next answer is to begin. The end of what is here is asked for once more, to be
    /// compared: a validator says what the server believes, and not every server looks at it.
    fn from(&self) -> u64 {
        let overlap = if self.is_fresh { 0 } else { length(OVERLAP) };
        if self.note.is_some() { self.here.saturating_sub(overlap) } else { 0 }
    }

    fn total(&self) -> Option<u64> {
        self.note.as_ref().and_then(|note| note.total)
    }

    fn is_over(&self) -> bool {
        self.end.is_some_and(|end| self.fetch.pipeline.clock().monotonic() >= end)
    }

    async fn ask(&self) -> Result<Answer> {
        let from = self.from();
        let mut request = self.fetch.request.clone();
        // A place in a file is one in its plain form.
        request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        request.extensions_mut().insert(crate::Large);
        if from > 0 {
            let range = HeaderValue::try_from(format!("bytes={from}-"));
            let range = range.map_err(|_| Error::new(ErrorKind::InvalidRequest, "this is no range"))?;
            request.headers_mut().insert(RANGE, range);
            let note = self.note.as_ref();
            let validator = note.and_then(|note| strong(note).or(note.modified.as_deref()));
            if let Some(validator) = validator.and_then(|text| HeaderValue::from_str(text).ok()) {
                request.headers_mut().insert(IF_RANGE, validator);
            }
        }
        let mut options = self.fetch.options.clone();
        if let Some(end) = self.end {
            options.deadline = Some(end.saturating_sub(self.fetch.pipeline.clock().monotonic()));
        }
        let response = self.fetch.pipeline.call(&self.fetch.operation, request, &options).await?;
        match response.status() {
            StatusCode::PARTIAL_CONTENT if from > 0 => Ok(match self.rest(response.headers(), from) {
                Some(range) => Answer::Rest(response, range),
                None => Answer::Another,
            }),
            StatusCode::PARTIAL_CONTENT => {
                let what = "a part of the file came where all of it was asked for";
                Err(Error::new(ErrorKind::Decode, what).with_status(StatusCode::PARTIAL_CONTENT))
            }
            StatusCode::RANGE_NOT_SATISFIABLE if from > 0 => {
                let told = unsatisfied(response.headers());
                let is_over = self.is_fresh && self.total().is_none() && told.is_none_or(|told| told == from);
                Ok(if is_over { Answer::Over } else { Answer::Another })
            }
            _ => accept(response).await.map(Answer::Whole),
        }
    }

    /// Which part of the file comes; none if it is not the one that was asked for.
    fn rest(&self, headers: &HeaderMap, from: u64) -> Option<Range> {
        let note = self.note.as_ref()?;
        let (first, until, total) = content_range(headers)?;
        let same_length = match (note.total, total) {
            (Some(known), Some(told)) => known == told && until <= told,
            (known, told) => known.or(told).is_none_or(|total| until <= total),
        };
        let told_len = announced_len(headers).is_none_or(|len| until.checked_sub(first) == Some(len));
        let same_etag = match (&note.etag, text(headers, ETAG)) {
            (Some(known), Some(told)) => *known == told,
            _ => true,
        };
        (first == from && until >= self.here && same_length && told_len && same_etag)
            .then_some((first, until, total))
    }

    /// Begins with a whole file.
    async fn begin(&mut self, disk: &Disk, response: Response<Body>) -> Result<(Body, Option<u64>)> {
        let response = match self.fetch.check {
            Some(check) => check(response).await?,
            None => response,
        };
        let (parts, body) = response.into_parts();
        let note = Note {
            what: what(&self.fetch),
            name: found_name(&parts, self.options),
            total: announced_len(&parts.headers),
            etag: text(&parts.headers, ETAG),
            modified: text(&parts.headers, LAST_MODIFIED),
        };
        let total = note.total;
        self.note = Some(note.clone());
        (self.here, self.kept, self.tail, self.is_fresh) = (0, 0, Tail::default(), false);
        disk.begin(note).await;
        Ok((body, total))
    }

    /// Reads an answer that ends at `until`. Its first bytes, `overlap` of them, are here already.
    async fn read(&mut self, disk: &Disk, mut body: Body, overlap: u64, until: Option<u64>) -> Ended {
        let mut known = self.tail.last(overlap);
        let mut batch = Batch::default();
        let ended = loop {
            let mut piece = match body.chunk().await {
                None => break Ended::Complete,
                Some(Ok(piece)) => piece,
                Some(Err(error)) => break Ended::Broken(error),
            };
            let compared = known.len().min(piece.len());
            if known.split_to(compared) != piece.split_to(compared) {
                return Ended::Another;
            }
            if piece.is_empty() {
                continue;
            }
            self.here = self.here.saturating_add(length(piece.len()));
            if until.is_some_and(|until| self.here > until) {
                let what = "there is more of the file than the server has announced";
                return Ended::Lied(Error::new(ErrorKind::Decode, what));
            }
            self.tail.push(piece.clone());
            batch.push(piece);
            if batch.len >= BATCH {
                self.options.progress.at(self.here, self.total());
                if !disk.write(std::mem::take(&mut batch)).await {
                    return Ended::Disk;
                }
            }
        };
        if batch.len > 0 {
            self.options.progress.at(self.here, self.total());
        }
        if !disk.write(batch).await {
            return Ended::Disk;
        }
        match ended {
            // Without the bytes that are to be compared it says nothing.
            Ended::Complete if !known.is_empty() || until.is_some_and(|until| self.here < until) => {
                Ended::Broken(too_short(self.here))
            }
            other => other,
        }
    }
}

fn too_short(here: u64) -> Error {
    Error::new(ErrorKind::Interrupted, format!("the answer broke off after {here} bytes"))
}

/// Lets go of the file, so that whoever hears of the error can go on with it.
async fn kept(disk: Disk, error: Error) -> Error {
    match disk.keep().await {
        Ok(()) => error,
        Err(failed) => failed,
    }
}

/// The validator that says for sure that a file is the same to the byte.
fn strong(note: &Note) -> Option<&str> {
    note.etag.as_deref().filter(|tag| tag.starts_with('"'))
}

fn text(headers: &HeaderMap, name: http::HeaderName) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    (text.len() <= 1024).then(|| text.to_owned())
}

/// Reads how long a file is whose range was none, from `bytes */10`.
fn unsatisfied(headers: &HeaderMap) -> Option<u64> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?.trim();
    text.strip_prefix("bytes ")?.trim().strip_prefix("*/")?.trim().parse().ok()
}

/// Reads `bytes 7-9/10` as 7, 10 and 10: from, up to, of how many.
fn content_range(headers: &HeaderMap) -> Option<Range> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?.trim();
    let (range, total) = text.strip_prefix("bytes ")?.trim().split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let (first, last): (u64, u64) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let total = match total.trim() {
        "*" => None,
        total => Some(total.parse().ok()?),
    };
    (first <= last).then(|| (first, last.saturating_add(1), total))
}

/// The end of what has come, of [`OVERLAP`] bytes and a little more.
#[derive(Default)]
struct Tail {
    pieces: VecDeque<Bytes>,
    len: usize,
}

impl Tail {
    fn push(&mut self, piece: Bytes) {
        self.len += piece.len();
        self.pieces.push_back(piece);
        while let Some(first) = self.pieces.front() {
            let Some(rest) = self.len.checked_sub(first.len()).filter(|rest| *rest >= OVERLAP) else { break };
            self.len = rest;
            self.pieces.pop_front();
        }
    }

    /// The last bytes, `wanted` of them.
    fn last(&self, wanted: u64) -> Bytes {
        let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
        if wanted == 0 {
            return Bytes::new();
        }
        let all: Vec<u8> = self.pieces.iter().flatten().copied().collect();
        let mut all = Bytes::from(all);
        all.split_off(all.len().saturating_sub(wanted))
    }
}

impl fmt::Debug for Fetch {
    /// Shows neither the query nor the body: both may hold what is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetch")
            .field("operation", &self.operation.name)
            .field("path", &self.request.uri().path())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
