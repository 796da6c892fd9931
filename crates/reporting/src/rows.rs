//! What is read out of a file that a report is, as it is read.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bt_sra_core::{Error, Result};
use bt_sra_transport::{Aside, Results, Spool};
use futures_core::Stream;

use crate::asking::Asking;

type Opening<T> = Pin<Box<dyn Future<Output = Result<Option<Aside<T>>>> + Send>>;

/// What is in a file, one after the other. The file is taken whole at first, into a temporary file
/// that nobody else can open if it is large, and read by a thread that runs little ahead.
///
/// Also a [`Stream`].
pub struct Rows<T> {
    asking: Asking,
    state: State<T>,
}

enum State<T> {
    Opening(Opening<T>),
    Reading(Aside<T>),
    Over,
}

impl<T: Send + 'static> Rows<T> {
    /// Reads what `spool` brings by `read`; nothing at all is no error.
    pub(crate) fn new(
        asking: Asking,
        spool: impl Future<Output = Result<Option<Spool>>> + Send + 'static,
        read: impl FnOnce(Spool, &mut Results<T>) -> Result<()> + Send + 'static,
    ) -> Self {
        let opening = Box::pin(async move {
            match spool.await? {
                Some(spool) => Aside::start(move |results| read(spool, results)).map(Some),
                None => Ok(None),
            }
        });
        Self { asking, state: State::Opening(opening) }
    }

    /// Returns the next one, or none at the end. Nothing is sent before the first one is waited for.
    ///
    /// Cancel safe: a dropped call loses nothing.
    ///
    /// # Errors
    /// - [`ErrorKind::Appliance`](bt_sra_core::ErrorKind::Appliance) with the appliance's words if it
    ///   refuses;
    /// - [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) for a file that is not what was
    ///   expected, or too large, behind all that could be read;
    /// - [`ErrorKind::Io`](bt_sra_core::ErrorKind::Io) if there is no room for the file;
    /// - any other kind.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        std::future::poll_fn(|context| self.poll(context)).await.transpose()
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            match &mut self.state {
                State::Over => return Poll::Ready(None),
                State::Opening(opening) => match ready!(opening.as_mut().poll(context)) {
                    Ok(Some(aside)) => self.state = State::Reading(aside),
                    Ok(None) => self.state = State::Over,
                    Err(error) => return self.failed(error),
                },
                State::Reading(aside) => match ready!(Pin::new(aside).poll_next(context)) {
                    Some(Ok(row)) => return Poll::Ready(Some(Ok(row))),
                    Some(Err(error)) => return self.failed(error),
                    None => self.state = State::Over,
                },
            }
        }
    }

    fn failed(&mut self, error: Error) -> Poll<Option<Result<T>>> {
        self.state = State::Over;
        Poll::Ready(Some(Err(self.asking.named(error))))
    }
}

impl<T: Send + 'static> Stream for Rows<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.poll(context)
    }
}

// What is awaited is pinned in a box.
impl<T> Unpin for Rows<T> {}

impl<T> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("asking", &self.asking).finish_non_exhaustive()
    }
}
