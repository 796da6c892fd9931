//! Work that would block a runtime: on a thread of its own, its results awaited.

use std::fmt;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use bt_sra_core::{Error, ErrorKind, Result};
use futures_core::Stream;
use tokio::sync::mpsc;

use crate::Body;

/// How many results travel together, how large they may be together, and how many of these bundles may
/// wait.
const BUNDLE: usize = 64;
const HEAVY: usize = 256 * 1024;
const WAITING: usize = 2;

/// How much of a body is held in memory before it goes to a file.
const IN_MEMORY: usize = 1024 * 1024;

/// Results of work that a thread does, as they come. The thread runs no further ahead than a few
/// bundles of them, and ends when this is dropped.
///
/// Also a [`Stream`].
pub struct Aside<T> {
    bundles: mpsc::Receiver<Vec<T>>,
    end: mpsc::Receiver<Result<()>>,
    here: std::vec::IntoIter<T>,
    is_over: bool,
}

/// Where the work on such a thread puts its results.
pub struct Results<T> {
    bundles: mpsc::Sender<Vec<T>>,
    bundle: Vec<T>,
    weight: usize,
}

impl<T: Send + 'static> Aside<T> {
    /// Starts `work`. An error that it returns comes after all of its results.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the system has no thread left.
    pub fn start(work: impl FnOnce(&mut Results<T>) -> Result<()> + Send + 'static) -> Result<Self> {
        let (sender, bundles) = mpsc::channel(WAITING);
        let (report, end) = mpsc::channel(1);
        let mut results = Results { bundles: sender, bundle: Vec::new(), weight: 0 };
        std::thread::Builder::new()
            .name("bt-sra-aside".to_owned())
            .spawn(move || {
                let ended = work(&mut results);
                results.flush();
                let _ = report.try_send(ended);
            })
            .map_err(|source| Error::new(ErrorKind::Io, "no thread for the work").with_source(source))?;
        Ok(Self { bundles, end, here: Vec::new().into_iter(), is_over: false })
    }
}

impl<T> Results<T> {
    /// Puts a small result; false if nobody waits for any more.
    pub fn put(&mut self, result: T) -> bool {
        self.put_heavy(result, 0)
    }

    /// Puts a result that holds about so many bytes: of large ones fewer wait. False if nobody waits
    /// for any more.
    pub fn put_heavy(&mut self, result: T, bytes: usize) -> bool {
        self.bundle.push(result);
        self.weight = self.weight.saturating_add(bytes);
        (self.bundle.len() < BUNDLE && self.weight < HEAVY) || self.flush()
    }

    /// Hands over what was put.
    pub fn flush(&mut self) -> bool {
        self.weight = 0;
        if self.bundle.is_empty() {
            return true;
        }
        self.bundles.blocking_send(std::mem::take(&mut self.bundle)).is_ok()
    }
}

impl<T> Aside<T> {
    /// Returns the next result, or none at the end.
    ///
    /// # Errors
    /// What the work ended with.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        std::future::poll_fn(|context| self.poll(context)).await.transpose()
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(result) = self.here.next() {
                return Poll::Ready(Some(Ok(result)));
            }
            if self.is_over {
                return Poll::Ready(None);
            }
            match std::task::ready!(self.bundles.poll_recv(context)) {
                Some(bundle) => self.here = bundle.into_iter(),
                None => {
                    let ended = std::task::ready!(self.end.poll_recv(context));
                    self.is_over = true;
                    let early = || Err(Error::new(ErrorKind::Io, "the thread of the work ended early"));
                    return Poll::Ready(ended.unwrap_or_else(early).err().map(Err));
                }
            }
        }
    }
}

impl<T> Stream for Aside<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.poll(context)
    }
}

// Results are handed out by value, and nothing points into this.
impl<T> Unpin for Aside<T> {}

impl<T> fmt::Debug for Aside<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Aside").field("is_over", &self.is_over).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Results<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Results").field("waiting", &self.bundle.len()).finish_non_exhaustive()
    }
}

/// A body that can be read to and fro, and by whatever blocks.
#[derive(Debug)]
pub struct Spool(tempfile::SpooledTempFile);

impl Spool {
    /// Takes a body, up to `limit` bytes of it: what is small into memory, the rest into a temporary
    /// file that has no name and that nobody else can open.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if there is more, [`ErrorKind::Interrupted`] if there is less than was
    /// announced, [`ErrorKind::Io`] if the disk fails, and what the body fails with.
    pub async fn take(mut body: Body, limit: u64) -> Result<Self> {
        let too_long = || Error::new(ErrorKind::Decode, format!("the answer is longer than {limit} bytes"));
        let announced = body.announced_len();
        if announced.is_some_and(|len| len > limit) {
            return Err(too_long());
        }
        let (sender, mut pieces) = mpsc::channel::<bytes::Bytes>(16);
        let mut aside = Aside::start(move |results: &mut Results<tempfile::SpooledTempFile>| {
            let failed = |source: io::Error| {
                Error::new(ErrorKind::Io, "no temporary file can be written").with_source(source)
            };
            let mut file = tempfile::SpooledTempFile::new(IN_MEMORY);
            while let Some(piece) = pieces.blocking_recv() {
                file.write_all(&piece).map_err(failed)?;
            }
            file.seek(SeekFrom::Start(0)).map_err(failed)?;
            results.put(file);
            Ok(())
        })?;
        let mut len = 0u64;
        while let Some(piece) = body.chunk().await {
            let piece = piece?;
            len = len.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
            if len > limit {
                return Err(too_long());
            }
            // A closed channel means that the writer has failed; its error says why.
            if sender.send(piece).await.is_err() {
                break;
            }
        }
        drop(sender);
        let written = aside.try_next().await?;
        if announced.is_some_and(|announced| announced != len) {
            let what = format!("the answer broke off after {len} bytes");
            return Err(Error::new(ErrorKind::Interrupted, what));
        }
        let file = written.ok_or_else(|| Error::new(ErrorKind::Io, "the writing thread ended early"))?;
        Ok(Self(file))
    }

    /// Whether it lies in a file.
    #[must_use]
    pub fn is_on_disk(&self) -> bool {
        self.0.is_rolled()
    }

    /// Makes a file of it in any case.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn into_file(self) -> io::Result<File> {
        self.0.into_file()
    }
}

impl io::Read for Spool {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Seek for Spool {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn results_come_in_order_and_then_the_error() {
        let mut aside = Aside::start(|results| {
            (0..1000).for_each(|number| {
                results.put(number);
            });
            Err(Error::new(ErrorKind::Decode, "at the end"))
        })
        .unwrap();
        for number in 0..1000 {
            assert_eq!(aside.try_next().await.unwrap(), Some(number));
        }
        assert_eq!(aside.try_next().await.unwrap_err().kind(), ErrorKind::Decode);
        assert_eq!(aside.try_next().await.unwrap(), None);
    }

    #[tokio::test]
    async fn the_thread_runs_no_further_ahead_than_a_few_bundles_and_ends_when_nobody_waits() {
        let made = Arc::new(AtomicUsize::new(0));
        let (count, (ended, mut end)) = (Arc::clone(&made), mpsc::channel::<()>(1));
        let mut aside = Aside::start(move |results| {
            let _ended = ended;
            while results.put(count.fetch_add(1, Ordering::Relaxed)) {}
            Ok(())
        })
        .unwrap();
        assert_eq!(aside.try_next().await.unwrap(), Some(0));
        drop(aside);
        assert_eq!(end.recv().await, None);
        assert!(made.load(Ordering::Relaxed) <= BUNDLE * (WAITING + 3));
    }

    #[tokio::test]
    async fn of_large_results_only_a_few_wait() {
        let made = Arc::new(AtomicUsize::new(0));
        let (count, (ended, mut end)) = (Arc::clone(&made), mpsc::channel::<()>(1));
        let mut aside = Aside::start(move |results| {
            let _ended = ended;
            while results.put_heavy(count.fetch_add(1, Ordering::Relaxed), HEAVY / 2) {}
            Ok(())
        })
        .unwrap();
        assert_eq!(aside.try_next().await.unwrap(), Some(0));
        drop(aside);
        assert_eq!(end.recv().await, None);
        assert!(made.load(Ordering::Relaxed) <= 2 * (WAITING + 3));
    }

    #[tokio::test]
    async fn a_spool_holds_what_a_body_had() {
        for (len, on_disk) in [(0, false), (10, false), (3 * IN_MEMORY, true)] {
            let bytes: Vec<u8> = (0..len).map(|index| u8::try_from(index % 251).unwrap()).collect();
            let mut spool = Spool::take(Body::whole(bytes.clone()), 1 << 30).await.unwrap();
            assert_eq!(spool.is_on_disk(), on_disk);
            let mut read = Vec::new();
            spool.read_to_end(&mut read).unwrap();
            assert!(read == bytes);
        }
        let error = Spool::take(Body::whole("abcd"), 3).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
    }
}
