//! Cuts a list at the boundaries of its items, whatever the pieces in which it comes.

use std::sync::Arc;

use bt_sra_core::{Error, ErrorKind, Result};

use super::batch::{Batch, Rules, Segment};
use super::list::{Class, Head, List};
use super::scan::{Found, Scan};
use crate::element::{Origin, refusal};
use crate::text::{self, Text};
use crate::{Limits, guard};

mod edges;

/// What is parsed at a time, unless a single item is longer. Beyond, the parser's memory comes from
/// the system anew each time.
pub(super) const BATCH: usize = 32 << 10;

/// What may stand before the first item: comments, and the root's start tag.
const HEAD: usize = 64 << 10;

/// Buffers that are kept to be used again.
const SPARES: usize = 32;

/// Cuts a list at the boundaries of its items.
///
/// Give it the bytes as they come, in pieces of any length. It keeps what is not whole yet, and
/// looks at no byte twice. [`ItemReader`](super::ItemReader) is this and the reading in one.
#[derive(Debug)]
pub struct Splitter {
    rules: Arc<Rules>,
    phase: Phase,
    /// The root's start tag, and what has come behind it and is not cut off yet.
    buffer: Vec<u8>,
    /// Length of that tag; 0 outside of the root.
    prefix: usize,
    /// Where the bytes behind it begin in the document.
    base: u64,
    scan: Scan,
    /// Where the child of the root before this one ended.
    from: usize,
    /// What the child of the root is that is open.
    open: Option<Class>,
    /// What is whole and not cut off yet.
    segments: Vec<Segment>,
    /// The root's end tag.
    closing: Vec<u8>,
    /// Items so far, and how many of them were cut off.
    items: u64,
    given: u64,
    /// Bytes of children that are no items.
    kept: usize,
    /// Bytes so far.
    bytes: u64,
    head: Option<Head>,
    /// What comes behind the items that are whole.
    failure: Option<Error>,
    spares: Vec<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Phase {
    /// Before anything else: a mark of the encoding may come.
    Start,
    Prolog,
    /// Within a root that is an `<error>`.
    Refusal,
    Body,
    Epilog,
    Failed,
}

impl Splitter {
    /// Makes one for a document of that kind.
    #[must_use]
    pub fn new(list: List, limits: Limits) -> Self {
        Self {
            rules: Arc::new(Rules { list, limits }),
            phase: Phase::Start,
            buffer: Vec::with_capacity(BATCH),
            prefix: 0,
            base: 0,
            scan: Scan::from(0, 0),
            from: 0,
            open: None,
            segments: Vec::new(),
            closing: Vec::new(),
            items: 0,
            given: 0,
            kept: 0,
            bytes: 0,
            head: None,
            failure: None,
            spares: Vec::new(),
        }
    }

    /// Takes bytes away from the front of `input` until some items are whole; nothing when all are
    /// taken and none is. What is whole when the input is used up is not waited for more.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] for what is no such document or beyond the limits, and
    /// [`ErrorKind::Credentials`] for the JSON that the appliance answers to a token it does not
    /// accept. Nothing comes behind an error.
    pub fn next_batch(&mut self, input: &mut &[u8]) -> Result<Option<Batch>> {
        if let Some(error) = self.failure.take() {
            return self.fail(error);
        }
        loop {
            match self.look() {
                Ok(Some(batch)) => return Ok(Some(batch)),
                Ok(None) => {}
                Err(error) => return self.fail(error),
            }
            let held = self.buffer.len() - self.prefix;
            if !self.segments.is_empty() && (input.is_empty() || held >= BATCH) {
                return Ok(Some(self.cut()));
            }
            if self.phase == Phase::Failed {
                *input = &[];
            }
            if input.is_empty() {
                return Ok(None);
            }
            let room = if held < BATCH { BATCH - held } else { BATCH };
            let allowed = match self.rules.limits.stream_bytes {
                Some(limit) => usize::try_from(limit - self.bytes).unwrap_or(usize::MAX),
                None => usize::MAX,
            };
            if allowed == 0 {
                return self.fail(text::refuse(format!("the document is longer than {} bytes", self.bytes)));
            }
            let (piece, rest) = input.split_at_checked(room.min(allowed)).unwrap_or((input, &[]));
            self.buffer.extend_from_slice(piece);
            self.bytes += u64::try_from(piece.len()).unwrap_or(u64::MAX);
            *input = rest;
        }
    }

    /// Says that no more bytes come. To be called when [`Splitter::next_batch`] has taken all and
    /// gives nothing any more.
    ///
    /// # Errors
    /// [`ErrorKind::Interrupted`] if the document is not over, and as [`Splitter::next_batch`] if
    /// what has come of it is not right.
    pub fn finish(&mut self) -> Result<()> {
        if let Some(error) = self.failure.take() {
            self.phase = Phase::Failed;
            return Err(error);
        }
        let ending = self.ending();
        self.phase = if ending.is_ok() { self.phase } else { Phase::Failed };
        ending
    }

    /// Takes back the memory of a batch that was read.
    pub fn recycle(&mut self, batch: Batch) {
        self.reuse(batch.into_bytes());
    }

    pub(super) fn reuse(&mut self, mut bytes: Vec<u8>) {
        if bytes.capacity() <= 4 * BATCH && self.spares.len() < SPARES {
            bytes.clear();
            self.spares.push(bytes);
        }
    }

    /// Returns the root, once it has begun. What stands beside the items is in the batches.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    pub(super) fn head_mut(&mut self) -> Option<&mut Head> {
        self.head.as_mut()
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.rules.limits
    }

    /// Returns how many items have come.
    #[must_use]
    pub fn items(&self) -> u64 {
        self.items
    }

    /// Returns how many bytes have come.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Looks at what is in the buffer, to its end or to where a batch must be cut off.
    fn look(&mut self) -> Result<Option<Batch>> {
        if matches!(self.phase, Phase::Start | Phase::Prolog) {
            self.look_for_root()?;
        }
        match self.phase {
            Phase::Start | Phase::Prolog => Ok(None),
            Phase::Refusal => self.look_for_end_of_refusal(),
            Phase::Body => {
                let batch = self.look_for_children()?;
                if batch.is_none() && self.phase == Phase::Epilog {
                    self.look_behind()?;
                }
                Ok(batch)
            }
            Phase::Epilog => self.look_behind().map(|()| None),
            Phase::Failed => {
                self.buffer.clear();
                self.prefix = 0;
                Ok(None)
            }
        }
    }

    fn look_for_children(&mut self) -> Result<Option<Batch>> {
        while let Some(found) = self.scan.next(&self.buffer, &self.rules.limits) {
            let batch = match found {
                Found::Start { at, end, is_empty } => {
                    let class = self.rules.list.class(tag_name(&self.buffer, at + 1));
                    self.open = Some(class);
                    let batch = if class == Class::Skipped { self.gap(at) } else { None };
                    if is_empty { self.close(end)?.or(batch) } else { batch }
                }
                Found::End { at, end } if self.scan.depth == 0 => {
                    let written = self.buffer.get(at + 2..end - 1).unwrap_or_default();
                    if text::trim_end(written) != tag_name(&self.closing, 2) {
                        return Err(self.mistake());
                    }
                    let batch = self.gap(at);
                    self.leave_root();
                    return Ok(batch);
                }
                Found::End { end, .. } => self.close(end)?,
                Found::Aside { .. } => None,
                Found::Refused => return Err(self.mistake()),
            };
            if batch.is_some() {
                return Ok(batch);
            }
        }
        if self.open == Some(Class::Skipped) {
            self.drop_to(self.scan.needs_from());
        }
        let length = self.buffer.len() - self.from;
        self.check_length(length)?;
        Ok(None)
    }

    /// Ends the child of the root that is open.
    fn close(&mut self, end: usize) -> Result<Option<Batch>> {
        let Some(class) = self.open else { return Ok(None) };
        if class == Class::Skipped {
            // A batch may have been cut off before it, so that `end` is another place now.
            self.drop_to(self.scan.at);
            self.open = None;
            return Ok(None);
        }
        self.check_length(end - self.from)?;
        let limits = &self.rules.limits;
        match class {
            Class::Item if limits.stream_items == Some(self.items) => {
                return Err(text::refuse(format!("the document has more than {} items", self.items)));
            }
            Class::Item => self.items += 1,
            Class::Kept => self.kept = self.kept.saturating_add(end - self.from),
            _ => {}
        }
        if self.kept > limits.bytes {
            let limit = limits.bytes;
            return Err(text::refuse(format!("the document has more than {limit} bytes beside the items")));
        }
        self.open = None;
        self.segments.push(Segment { from: self.from, end, class });
        self.from = end;
        // A long item is not to wait for others.
        Ok((end - self.prefix > BATCH).then(|| self.cut()))
    }

    /// Cuts off all that stands before `at`, where no item is: text, comments, and whole items.
    fn gap(&mut self, at: usize) -> Option<Batch> {
        let gap = self.buffer.get(self.from..at).unwrap_or_default();
        if !gap.iter().all(text::is_blank) {
            self.segments.push(Segment { from: self.from, end: at, class: Class::Gap });
            self.from = at;
        }
        let batch = (!self.segments.is_empty()).then(|| self.cut());
        self.drop_to(self.scan.mark.min(self.scan.at));
        batch
    }

    /// Cuts off what is whole.
    fn cut(&mut self) -> Batch {
        let end = self.segments.last().map_or(self.prefix, |segment| segment.end);
        let mut next = self.spares.pop().unwrap_or_default();
        let (prefix, whole) = self.buffer.split_at_checked(self.prefix).unwrap_or_default();
        next.reserve(self.prefix + BATCH + self.closing.len());
        next.extend_from_slice(prefix);
        next.extend_from_slice(whole.get(end - self.prefix..).unwrap_or_default());
        let mut bytes = std::mem::replace(&mut self.buffer, next);
        bytes.truncate(end);
        bytes.extend_from_slice(&self.closing);
        let base = self.place(self.prefix);
        self.shift(end - self.prefix);
        let before = std::mem::replace(&mut self.given, self.items);
        let (segments, rules) = (std::mem::take(&mut self.segments), Arc::clone(&self.rules));
        Batch { bytes, start: self.prefix, end, base, segments, before, rules }
    }

    /// Drops what stands between the prefix and `at`.
    fn drop_to(&mut self, at: usize) {
        self.buffer.drain(self.prefix..at.max(self.prefix));
        self.shift(at.saturating_sub(self.prefix));
        self.from = self.prefix;
    }

    fn shift(&mut self, by: usize) {
        self.scan.shift(by);
        self.from = self.from.saturating_sub(by);
        self.base = self.base.saturating_add(u64::try_from(by).unwrap_or(u64::MAX));
    }

    fn check_length(&self, length: usize) -> Result<()> {
        let limit = self.rules.limits.item_bytes;
        if length <= limit {
            return Ok(());
        }
        if self.phase != Phase::Body {
            return Err(text::refuse(format!("the document has more than {limit} bytes beside its items")));
        }
        let why = format!("an item, number {}, of more than {limit} bytes", self.items + 1);
        let path = guard::path(&self.tail(self.from), Origin::default(), usize::MAX);
        Err(refusal(&why, &path, self.place(self.from)))
    }

    /// Says what is wrong up to here, where the walk has stopped.
    fn mistake(&self) -> Error {
        if self.open == Some(Class::Skipped) {
            // What stands before is not there any more.
            let why = "no well-formed XML, or what is beyond the limits, in an element that is skipped";
            let path = guard::path(&self.tail(self.from), Origin::default(), usize::MAX);
            return refusal(why, &path, self.place(self.scan.at.saturating_sub(1)));
        }
        if let Err(error) = self.valid_tail(self.scan.at) {
            return error;
        }
        let text = self.tail(self.scan.told_up_to().min(self.buffer.len()));
        text::mistake(Text { text: &text, origin: self.origin() }, &self.rules.limits)
            .unwrap_or_else(|| refusal("no well-formed XML", "/", self.place(self.scan.mark)))
    }

    /// Says how the document ends, when no more bytes come.
    fn ending(&self) -> Result<()> {
        match self.phase {
            Phase::Failed => return Err(text::refuse("the document was refused before its end")),
            Phase::Start | Phase::Prolog => self.start_is_markup()?,
            Phase::Epilog if self.buffer.is_empty() => return Ok(()),
            Phase::Epilog | Phase::Body | Phase::Refusal => {}
        }
        // What is not over may be anything; what is over must be right.
        let text = self.valid_tail(self.scan.mark)?;
        let origin = self.origin();
        if let Some(error) = text::mistake(Text { text: &text, origin }, &self.rules.limits) {
            return Err(error);
        }
        let path = guard::path(&text, origin, usize::MAX);
        let at = self.place(self.buffer.len());
        let why = format!("the document ends too early: it breaks off in `{path}` at byte {at}");
        Err(Error::new(ErrorKind::Interrupted, why))
    }

    /// The root's start tag, and what of the child that is open stands before `at`.
    fn valid_tail(&self, at: usize) -> Result<String> {
        text::utf8(self.buffer.get(self.from..at).unwrap_or_default(), self.place(self.from))?;
        Ok(self.tail(at))
    }

    fn tail(&self, at: usize) -> String {
        let prefix = self.buffer.get(..self.prefix).unwrap_or_default();
        let prefix = if self.phase == Phase::Epilog { edges::ROOT.as_bytes() } else { prefix };
        let piece = self.buffer.get(self.from..at).unwrap_or_default();
        String::from_utf8_lossy(&[prefix, piece].concat()).into_owned()
    }

    /// Where such a tail stands.
    fn origin(&self) -> Origin {
        let before = if self.phase == Phase::Epilog { edges::ROOT.len() } else { self.prefix };
        let item = self.open.filter(|class| *class == Class::Item).map(|_| self.items + 1);
        self.rules.origin(self.place(self.from).saturating_sub(before), item)
    }

    /// Where in the document a place of the buffer is.
    fn place(&self, at: usize) -> usize {
        let at = u64::try_from(at.saturating_sub(self.prefix)).unwrap_or(u64::MAX);
        usize::try_from(self.base.saturating_add(at)).unwrap_or(usize::MAX)
    }

    /// Gives an error, or what is whole before it.
    fn fail(&mut self, error: Error) -> Result<Option<Batch>> {
        if !self.segments.is_empty() {
            self.failure = Some(error);
            return Ok(Some(self.cut()));
        }
        self.phase = Phase::Failed;
        Err(error)
    }
}

/// The name, with its prefix, that begins at `at`.
fn tag_name(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_over = |byte: &u8| text::is_blank(byte) || matches!(byte, b'/' | b'>');
    let end = rest.iter().position(is_over).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}
