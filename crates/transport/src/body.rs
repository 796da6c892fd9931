//! The body of an answer, as a stream of pieces.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body as _;

/// A body from elsewhere, behind one type.
pub type BoxBody = Pin<Box<dyn http_body::Body<Data = Bytes, Error = Error> + Send>>;

/// The body of an answer. Nothing is read before it is asked for.
///
/// Also a [`Stream`] of pieces.
pub struct Body {
    /// What was read already and put back.
    ahead: Bytes,
    source: Source,
    limits: Option<Limits>,
    done: bool,
}

enum Source {
    Whole(Bytes),
    Stream(BoxBody),
    Failed(Option<Error>),
}

/// How long the body may take.
struct Limits {
    clock: Arc<dyn Clock>,
    /// Between two pieces.
    idle: Option<Duration>,
    /// For all, on the monotonic clock.
    until: Option<Duration>,
    timer: Option<bt_sra_core::Sleep>,
}

impl Body {
    /// Takes bytes that are here already.
    #[must_use]
    pub fn whole(bytes: impl Into<Bytes>) -> Self {
        Self { ahead: Bytes::new(), source: Source::Whole(bytes.into()), limits: None, done: false }
    }

    /// Takes a body that is still to come. Its errors should be of kind
    /// [`Interrupted`](ErrorKind::Interrupted).
    #[must_use]
    pub fn stream(body: impl http_body::Body<Data = Bytes, Error = Error> + Send + 'static) -> Self {
        Self { ahead: Bytes::new(), source: Source::Stream(Box::pin(body)), limits: None, done: false }
    }

    /// Limits the wait between two pieces.
    #[must_use]
    pub fn with_idle_limit(mut self, clock: Arc<dyn Clock>, idle: Duration) -> Self {
        let until = self.limits.take().and_then(|limits| limits.until);
        self.limits = Some(Limits { clock, idle: Some(idle), until, timer: None });
        self
    }

    /// Sets the moment, on the monotonic clock, at which the whole must have come.
    #[must_use]
    pub fn with_end(mut self, clock: Arc<dyn Clock>, until: Duration) -> Self {
        let idle = self.limits.take().and_then(|limits| limits.idle);
        self.limits = Some(Limits { clock, idle, until: Some(until), timer: None });
        self
    }

    /// Returns the length that was announced, if it was.
    #[must_use]
    pub fn announced_len(&self) -> Option<u64> {
        let rest = match &self.source {
            Source::Whole(bytes) => u64::try_from(bytes.len()).ok(),
            Source::Stream(body) => body.size_hint().exact(),
            Source::Failed(_) => None,
        };
        rest?.checked_add(u64::try_from(self.ahead.len()).ok()?)
    }

    /// Returns what comes first, `wanted` bytes of it or more unless there are fewer, and leaves it
    /// to be read.
    ///
    /// # Errors
    /// What reading fails with, unless something has come before.
    pub async fn peek(&mut self, wanted: usize) -> Result<Bytes> {
        let mut first = Bytes::new();
        while first.len() < wanted {
            match self.chunk().await {
                None => break,
                Some(Ok(piece)) if first.is_empty() => first = piece,
                Some(Ok(piece)) => first = [first, piece].concat().into(),
                Some(Err(error)) if first.is_empty() => return Err(error),
                // Who reads on is told that it breaks off here.
                Some(Err(error)) => {
                    self.source = Source::Failed(Some(error));
                    self.done = false;
                    break;
                }
            }
        }
        self.ahead = first.clone();
        Ok(first)
    }

    /// Returns the next piece, or none at the end.
    ///
    /// Cancel safe: a dropped call loses nothing.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// Reads all, up to `limit` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] when the body is longer than `limit`.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes> {
        let Some(first) = self.chunk().await.transpose()? else {
            return Ok(Bytes::new());
        };
        let Some(second) = self.chunk().await.transpose()? else {
            // Small answers come in one piece: no copy.
            return if first.len() > limit { Err(too_long(limit)) } else { Ok(first) };
        };
        let announced = self.announced_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
        let mut all = BytesMut::with_capacity(announced.min(limit).max(first.len() + second.len()));
        all.extend_from_slice(&first);
        all.extend_from_slice(&second);
        while let Some(piece) = self.chunk().await.transpose()? {
            all.extend_from_slice(&piece);
            if all.len() > limit {
                break;
            }
        }
        if all.len() > limit { Err(too_long(limit)) } else { Ok(all.freeze()) }
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        if !self.ahead.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.ahead))));
        }
        if self.done {
            return Poll::Ready(None);
        }
        if self.limits.as_ref().is_some_and(Limits::is_over) {
            // A body whose pieces are always there already would never be waited for.
            self.done = true;
            return Poll::Ready(Some(Err(late())));
        }
        let polled = match &mut self.source {
            Source::Whole(bytes) if bytes.is_empty() => Poll::Ready(None),
            Source::Whole(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Source::Stream(body) => poll_data(body, context),
            Source::Failed(error) => Poll::Ready(error.take().map(Err)),
        };
        match polled {
            Poll::Ready(piece) => {
                if let Some(limits) = &mut self.limits {
                    limits.timer = None;
                }
                self.done = !matches!(piece, Some(Ok(_)));
                Poll::Ready(piece)
            }
            Poll::Pending => {
                let Some(limits) = &mut self.limits else { return Poll::Pending };
                std::task::ready!(limits.poll_over(context));
                self.done = true;
                Poll::Ready(Some(Err(late())))
            }
        }
    }
}

fn late() -> Error {
    Error::new(ErrorKind::Timeout, "the answer did not come to its end in time")
}

fn too_long(limit: usize) -> Error {
    Error::new(ErrorKind::Decode, format!("the answer is longer than {limit} bytes"))
}

/// Skips what is not data (trailers).
fn poll_data(body: &mut BoxBody, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
    loop {
        match std::task::ready!(body.as_mut().poll_frame(context)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(frame)) => {
                if let Ok(data) = frame.into_data()
                    && !data.is_empty()
                {
                    return Poll::Ready(Some(Ok(data)));
                }
            }
        }
    }
}

impl Limits {
    /// Returns whether the moment at which all must have come is past.
    fn is_over(&self) -> bool {
        self.until.is_some_and(|until| self.clock.monotonic() >= until)
    }

    /// Ready when the wait has been too long. The timer is made at the first wait only.
    fn poll_over(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.timer.is_none() {
            let left = self.until.map(|until| until.saturating_sub(self.clock.monotonic()));
            let span = match (self.idle, left) {
                (Some(idle), Some(left)) => idle.min(left),
                (Some(span), None) | (None, Some(span)) => span,
                (None, None) => return Poll::Pending,
            };
            self.timer = Some(self.clock.sleep(span));
        }
        self.timer.as_mut().map_or(Poll::Pending, |timer| timer.as_mut().poll(context))
    }
}

impl Stream for Body {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        self.poll_chunk(context)
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").field("len", &self.announced_len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::task::Waker;

    use bt_sra_core::ManualClock;
    use http_body::Frame;

    use super::*;

    /// Pieces that are ready at once; then it hangs, or ends.
    struct Pieces(VecDeque<&'static [u8]>, bool);

    impl http_body::Body for Pieces {
        type Data = Bytes;
        type Error = Error;

        fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
            match self.0.pop_front() {
                Some(piece) => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(piece))))),
                None if self.1 => Poll::Pending,
                None => Poll::Ready(None),
            }
        }
    }

    fn poll<T>(future: impl Future<Output = T>) -> Poll<T> {
        Box::pin(future).as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }

    fn pieces(list: &[&'static [u8]]) -> Body {
        Body::stream(Pieces(list.iter().copied().collect(), false))
    }

    #[track_caller]
    fn collected(body: Body, limit: usize) -> Result<Bytes> {
        let Poll::Ready(result) = poll(body.collect(limit)) else { panic!("pending") };
        result
    }

    #[test]
    fn a_body_is_collected_up_to_its_limit() {
        assert_eq!(collected(Body::whole(""), 0).unwrap(), "");
        assert_eq!(collected(pieces(&[b"ab", b"", b"cd", b"e"]), 5).unwrap(), "abcde");
        assert_eq!(collected(pieces(&[b"ab", b"cd", b"e"]), 4).unwrap_err().kind(), ErrorKind::Decode);
        assert_eq!(collected(pieces(&[b"abcde"]), 4).unwrap_err().kind(), ErrorKind::Decode);
    }

    #[test]
    fn silence_between_pieces_ends_in_a_timeout() {
        let clock = ManualClock::new();
        let mut body = Body::stream(Pieces([&b"ab"[..]].into(), true))
            .with_idle_limit(Arc::new(clock.clone()), Duration::from_secs(5));
        assert!(matches!(poll(body.chunk()), Poll::Ready(Some(Ok(_)))));
        assert!(poll(body.chunk()).is_pending());
        clock.advance(Duration::from_secs(5));
        let Poll::Ready(Some(Err(error))) = poll(body.chunk()) else { panic!("no error") };
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(matches!(poll(body.chunk()), Poll::Ready(None)));
    }

    #[test]
    fn the_end_of_the_call_ends_the_body() {
        let clock = ManualClock::new();
        let mut body = Body::stream(Pieces([].into(), true))
            .with_idle_limit(Arc::new(clock.clone()), Duration::from_secs(5))
            .with_end(Arc::new(clock.clone()), Duration::from_secs(2));
        assert!(poll(body.chunk()).is_pending());
        clock.advance(Duration::from_secs(2));
        assert!(matches!(poll(body.chunk()), Poll::Ready(Some(Err(_)))));
    }
}
