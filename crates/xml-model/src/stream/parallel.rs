//! The same on several threads.

use std::collections::VecDeque;
use std::fmt;
use std::io::Read;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::vec;

use bt_sra_core::{Error, ErrorKind, Result};

use super::batch::{Batch, Parsed};
use super::items::Items;
use super::list::Head;
use super::reader::Ending;
use super::splitter::BATCH;
use crate::{FromElement, Refusal};

/// Batches that a worker gets at a time, once all has begun: waking a thread costs about as much as
/// reading a tenth of a batch.
const TOGETHER: usize = 4;

/// How long what it gets at a time may be until no more is added: a long item makes a batch by itself.
const FULL: usize = TOGETHER * BATCH;

/// So many times that wait for each worker, or that it has read and nobody has taken.
const AHEAD: usize = 2;

/// What a worker gets at a time.
type Job = Vec<Batch>;

/// What it makes of it, with the memory of the batches.
type Done<T> = Vec<(Parsed<T>, Vec<u8>)>;

/// The items of a list, read on several threads, in the order of the document. Made by
/// [`Items::parallel`].
///
/// The thread that asks for items reads the bytes and cuts them; the workers parse. Each gets some batches
/// in turn, so that the order needs no sorting. They end with this value.
pub struct ParallelItems<R, T> {
    items: Items<R, T>,
    workers: Vec<Worker<T>>,
    /// Whose turn it is to read.
    next: usize,
    /// How many batches the next one gets, and how many jobs are done at a time: few at first, so that
    /// the first item comes soon.
    together: usize,
    ahead: usize,
    /// Who is reading, in the order of the document.
    reading: VecDeque<usize>,
    /// What has been read and is not looked at yet.
    done: vec::IntoIter<(Parsed<T>, Vec<u8>)>,
    /// What comes behind what is being read.
    failure: Option<Error>,
    /// Whether all has been cut.
    is_cut: bool,
}

struct Worker<T> {
    /// None once it is to end.
    jobs: Option<SyncSender<Job>>,
    done: Option<Receiver<Done<T>>>,
    thread: Option<JoinHandle<()>>,
}

impl<R: Read, T: FromElement + Send + 'static> ParallelItems<R, T> {
    pub(super) fn new(items: Items<R, T>, workers: usize) -> Self {
        // Where the system has no more threads, fewer do as well, and none too.
        let workers = if workers > 1 { workers } else { 0 };
        let workers = (0..workers).map_while(|_| Worker::start()).collect();
        Self {
            items,
            workers,
            next: 0,
            together: 1,
            ahead: 1,
            reading: VecDeque::new(),
            done: Vec::new().into_iter(),
            failure: None,
            is_cut: false,
        }
    }

    /// Cuts until every worker has enough to do.
    fn cut_ahead(&mut self) {
        while !self.is_cut && self.reading.len() < self.ahead {
            let (mut job, mut length) = (Vec::with_capacity(self.together), 0);
            while !self.is_cut && job.len() < self.together && length < FULL {
                match self.cut() {
                    Ok(Some(batch)) => {
                        length += batch.as_bytes().len();
                        job.push(batch);
                    }
                    Ok(None) => self.is_cut = true,
                    Err(error) => {
                        self.is_cut = true;
                        self.failure = Some(error);
                    }
                }
            }
            if job.is_empty() {
                return;
            }
            if let Some(worker) = self.workers.get(self.next)
                && let Some(jobs) = &worker.jobs
            {
                // A worker that has ended is noticed when its result is due.
                let _ = jobs.send(job);
            }
            self.reading.push_back(self.next);
            self.next = (self.next + 1) % self.workers.len();
            self.together = (self.together * 2).min(TOGETHER);
        }
    }

    fn cut(&mut self) -> Result<Option<Batch>> {
        loop {
            let mut piece = self.items.source.rest();
            let before = piece.len();
            let batch = self.items.reader.next_batch(&mut piece);
            let taken = before - piece.len();
            self.items.source.take(taken);
            if let Some(batch) = batch? {
                return Ok(Some(batch));
            }
            if !self.items.source.fill()? {
                return Ok(None);
            }
        }
    }

    /// Waits for the batch that comes next in the document; nothing if none is being read.
    fn parsed(&mut self) -> Result<Option<Parsed<T>>> {
        loop {
            if let Some((parsed, bytes)) = self.done.next() {
                self.items.reader.splitter().reuse(bytes);
                return Ok(Some(parsed));
            }
            self.cut_ahead();
            let Some(worker) = self.reading.pop_front().and_then(|number| self.workers.get_mut(number))
            else {
                return Ok(None);
            };
            let Some(done) = worker.done.as_ref().and_then(|done| done.recv().ok()) else {
                // Who catches the panic is not to take what follows for all there is.
                self.items.is_over = true;
                if let Some(Err(panic)) = worker.thread.take().map(JoinHandle::join) {
                    resume_unwind(panic);
                }
                return Err(Error::new(ErrorKind::Io, "a thread that reads items has ended"));
            };
            self.done = done.into_iter();
            self.ahead = (self.ahead + 1).min(AHEAD * self.workers.len());
        }
    }
}

impl<R: Read, T: FromElement + Send + 'static> Iterator for ParallelItems<R, T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.workers.is_empty() {
            return self.items.next();
        }
        loop {
            if self.items.is_over {
                return None;
            }
            if let Some(item) = self.items.reader.next_ready() {
                return Some(item);
            }
            if self.items.reader.is_told() {
                self.items.is_over = true;
                return None;
            }
            match self.parsed() {
                Ok(Some(parsed)) => self.items.reader.take(parsed),
                Ok(None) => {
                    self.items.is_over = true;
                    let ending = self.failure.take().map_or_else(|| self.items.end(), Err);
                    return ending.err().map(Err);
                }
                Err(error) => {
                    self.items.is_over = true;
                    return Some(Err(error));
                }
            }
        }
    }
}

impl<R, T> ParallelItems<R, T> {
    /// Returns the root and what stands beside the items, as far as it was read.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.items.head()
    }

    /// Returns what the appliance said in place of items, even if it means that there is no data.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.items.refusal()
    }

    /// Returns how the list ended, once it has, and not with an error.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        self.items.ending()
    }
}

impl<R: fmt::Debug, T> fmt::Debug for ParallelItems<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParallelItems").field("workers", &self.workers.len()).finish_non_exhaustive()
    }
}

impl<T: FromElement + Send + 'static> Worker<T> {
    fn start() -> Option<Self> {
        let (jobs, given) = sync_channel::<Job>(AHEAD);
        let (results, done) = sync_channel(AHEAD);
        let work = move || {
            for job in given {
                let read = |batch: Batch| (batch.read(), batch.into_bytes());
                if results.send(job.into_iter().map(read).collect::<Done<T>>()).is_err() {
                    return;
                }
            }
        };
        let thread = Builder::new().name("bt-sra-items".to_owned()).spawn(work).ok()?;
        Some(Self { jobs: Some(jobs), done: Some(done), thread: Some(thread) })
    }
}

impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        self.jobs = None;
        self.done = None;
        if let Some(thread) = self.thread.take() {
            // What it may have to say is nobody's any more.
            let _ = thread.join();
        }
    }
}
