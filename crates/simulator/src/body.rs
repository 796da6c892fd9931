//! The body of an answer: a stream that can also dawdle, stop short or break.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bt_sra_core::Sleep;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::time::Time;

/// The body of an answer of the simulator.
pub struct SimBody {
    pieces: VecDeque<Bytes>,
    /// Makes the pieces that come after these, one by one as they are sent.
    source: Option<Source>,
    /// What `Content-Length` says; without it the answer is chunked.
    stated: Option<u64>,
    pause: Option<(Duration, Time)>,
    pausing: Option<Sleep>,
    end: End,
    flushed: bool,
}

/// What makes a body piece by piece, so that it is never there as a whole.
pub(crate) struct Source(Box<dyn Iterator<Item = Bytes> + Send>);

impl Source {
    pub(crate) fn new(pieces: impl Iterator<Item = Bytes> + Send + 'static) -> Self {
        Self(Box::new(pieces))
    }

    /// Stops after `length` bytes.
    fn cut(self, length: usize) -> Self {
        let (mut pieces, mut left) = (self.0, length);
        Self::new(std::iter::from_fn(move || {
            let mut piece = pieces.next().filter(|_| left > 0)?;
            piece.truncate(left);
            left -= piece.len();
            Some(piece)
        }))
    }

    /// Makes pieces of at most `size` bytes.
    fn split(self, size: usize) -> Self {
        let (mut pieces, mut rest) = (self.0, Bytes::new());
        Self::new(std::iter::from_fn(move || {
            if rest.is_empty() {
                rest = pieces.next()?;
            }
            Some(rest.split_to(rest.len().min(size.max(1))))
        }))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Source")
    }
}

/// How a body ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum End {
    /// In order.
    Whole,
    /// The connection is closed in the middle.
    Short,
    /// The connection is reset in the middle.
    Reset,
}

impl SimBody {
    /// Makes a body that is sent in chunks, as the appliance does with JSON.
    pub(crate) fn chunked(bytes: Bytes) -> Self {
        let pieces = if bytes.is_empty() { VecDeque::new() } else { VecDeque::from([bytes]) };
        Self {
            pieces,
            source: None,
            stated: None,
            pause: None,
            pausing: None,
            end: End::Whole,
            flushed: false,
        }
    }

    /// Makes a body that is sent in chunks as they are made.
    pub(crate) fn streamed(source: Source) -> Self {
        Self { source: Some(source), ..Self::chunked(Bytes::new()) }
    }

    /// States the length of what is made.
    pub(crate) fn with_length(self, length: u64) -> Self {
        Self { stated: Some(length), ..self }
    }

    /// Makes a body whose length is stated, as a download's is.
    pub(crate) fn sized(bytes: Bytes) -> Self {
        let stated = u64::try_from(bytes.len()).ok();
        Self { stated, ..Self::chunked(bytes) }
    }

    /// Makes the body stop after `length` bytes.
    pub(crate) fn cut(mut self, length: usize, end: End) -> Self {
        let mut left = length;
        let mut pieces = VecDeque::new();
        for piece in self.pieces {
            let taken = piece.len().min(left);
            left -= taken;
            if taken > 0 {
                pieces.push_back(piece.slice(..taken));
            }
        }
        self.pieces = pieces;
        self.source = self.source.map(|source| source.cut(left));
        self.end = end;
        self
    }

    /// Makes the body come in pieces of `size` bytes with a pause before each.
    pub(crate) fn drip(mut self, size: usize, pause: Duration, time: Time) -> Self {
        let mut pieces = VecDeque::new();
        for mut piece in self.pieces {
            while !piece.is_empty() {
                pieces.push_back(piece.split_to(piece.len().min(size.max(1))));
            }
        }
        self.pieces = pieces;
        self.source = self.source.map(|source| source.split(size));
        self.pause = Some((pause, time));
        self
    }
}

impl Body for SimBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.pieces.is_empty()
            && let Some(source) = &mut self.source
        {
            match source.0.next() {
                Some(piece) => self.pieces.push_back(piece),
                None => self.source = None,
            }
        }
        if self.pausing.is_none()
            && !self.pieces.is_empty()
            && let Some((pause, time)) = &self.pause
        {
            self.pausing = Some(time.sleep(*pause));
        }
        if let Some(pausing) = self.pausing.as_mut() {
            ready!(pausing.as_mut().poll(context));
            self.pausing = None;
        }
        if let Some(piece) = self.pieces.pop_front() {
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        if self.end != End::Whole && !self.flushed {
            // Gives the connection a chance to send what it has before it breaks.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let kind = match self.end {
            End::Whole => return Poll::Ready(None),
            End::Short => io::ErrorKind::UnexpectedEof,
            End::Reset => io::ErrorKind::ConnectionReset,
        };
        Poll::Ready(Some(Err(io::Error::new(kind, "the body breaks off, as asked for"))))
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty() && self.source.is_none() && self.end == End::Whole
    }

    fn size_hint(&self) -> SizeHint {
        // A stated length stands in the header; here it must not promise what a cut body lacks.
        match (self.end, self.stated) {
            (End::Whole, Some(_)) if self.source.is_none() => {
                let left =
                    self.pieces.iter().map(|piece| u64::try_from(piece.len()).unwrap_or(u64::MAX)).sum();
                SizeHint::with_exact(left)
            }
            _ => SizeHint::default(),
        }
    }
}

impl SimBody {
    pub(crate) fn stated(&self) -> Option<u64> {
        self.stated
    }
}

impl fmt::Debug for SimBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimBody").field("pieces", &self.pieces.len()).field("end", &self.end).finish()
    }
}
