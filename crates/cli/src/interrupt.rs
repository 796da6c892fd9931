//! Lets people stop a download in good order: nothing half-done stays behind.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use bt_sra::{Body, Error, ErrorKind};
use bytes::Bytes;
use http_body::Frame;

use crate::progress::Progress;

/// Whether somebody has asked to stop: 0, or the exit code that says so.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stopped(Arc<AtomicU8>);

impl Stopped {
    /// Returns the exit code, if somebody has asked to stop.
    pub(crate) fn exit_code(&self) -> Option<u8> {
        Some(self.0.load(Ordering::Relaxed)).filter(|code| *code != 0)
    }

    /// Puts `first` in front of `body`, and makes it fail once somebody asks to stop.
    /// What passes is counted.
    pub(crate) fn guard(&self, first: Bytes, body: Body, progress: Progress) -> Body {
        let (stop, stopped) = (Box::pin(stop()), self.clone());
        Body::stream(Guarded { first: Some(first), body, stop, stopped, progress })
    }
}

struct Guarded {
    first: Option<Bytes>,
    body: Body,
    stop: Pin<Box<dyn Future<Output = u8> + Send>>,
    stopped: Stopped,
    progress: Progress,
}

impl http_body::Body for Guarded {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if let Poll::Ready(code) = self.stop.as_mut().poll(context) {
            self.stopped.0.store(code, Ordering::Relaxed);
            return Poll::Ready(Some(Err(Error::new(ErrorKind::Interrupted, "stopped"))));
        }
        if let Some(first) = self.first.take() {
            self.progress.add(first.len() as u64);
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        // Asking for a piece can be given up and done again: nothing is lost.
        let piece = pin!(self.body.chunk()).poll(context);
        if let Poll::Ready(Some(Ok(piece))) = &piece {
            self.progress.add(piece.len() as u64);
        }
        piece.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// Waits until somebody asks to stop; returns the exit code that shells give it. From the call on
/// nobody who asks is missed.
pub(crate) fn stop() -> impl Future<Output = u8> {
    #[cfg(unix)]
    let signals = {
        use tokio::signal::unix::{SignalKind, signal};
        (signal(SignalKind::hangup()), signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    };
    async move {
        #[cfg(unix)]
        if let (Ok(mut hangup), Ok(mut interrupt), Ok(mut terminate)) = signals {
            return tokio::select! {
                _ = hangup.recv() => 129,
                _ = interrupt.recv() => 130,
                _ = terminate.recv() => 143,
            };
        }
        match tokio::signal::ctrl_c().await {
            Ok(()) => 130,
            // Nothing to wait for: signals do what they do by themselves.
            Err(_) => std::future::pending().await,
        }
    }
}
