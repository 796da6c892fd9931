//! Work that has to be done even when nobody waits for it any more: giving back what was taken.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bt_sra_core::{Error, ErrorKind, Result};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing::Instrument;

/// Where the work of one pipeline goes that outlives those who asked for it. Clones share it.
///
/// It is done by the runtime that was current when this was taken. What the runtime does not get
/// to before it is shut down, and all of it when the process is killed, is lost;
/// [`settled`](Self::settled) waits for what is left.
#[derive(Clone)]
pub struct Afterwards {
    runtime: Option<Handle>,
    open: Open,
}

/// How much work is open.
#[derive(Clone)]
pub(crate) struct Open(watch::Sender<usize>);

/// Counts as open work as long as it lives.
struct Ticket(Open);

/// The result of work that goes on when this is dropped. What it brings is then dropped as well.
#[derive(Debug)]
#[must_use = "the work is done without, but its result is lost"]
pub struct Lasting<T>(Running<T>);

enum Running<T> {
    Spawned(JoinHandle<(Result<T>, Ticket)>),
    /// There is no runtime: the work stops when it is dropped, as any future does.
    Inline(Pin<Box<dyn Future<Output = Result<T>> + Send>>),
}

impl Afterwards {
    pub(crate) fn new(open: Open) -> Self {
        Self { runtime: Handle::try_current().ok(), open }
    }

    /// Starts `work` that does not stop when its result is no longer waited for.
    pub fn lasting<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Lasting<T> {
        let Some(runtime) = self.runtime() else { return Lasting(Running::Inline(Box::pin(work))) };
        let ticket = Ticket::new(&self.open);
        let work = async move { (work.await, ticket) }.in_current_span();
        Lasting(Running::Spawned(runtime.spawn(work)))
    }

    /// Starts `work` whose end nobody waits for. Its failure is traced, as is that it cannot be
    /// done at all because there is no runtime.
    pub fn start(&self, what: &'static str, work: impl Future<Output = Result<()>> + Send + 'static) {
        let Some(runtime) = self.runtime() else {
            tracing::warn!(what, "not done: there is no runtime to do it");
            return;
        };
        let ticket = Ticket::new(&self.open);
        let work = async move {
            if let Err(error) = work.await {
                tracing::warn!(what, %error, "not done");
            }
            drop(ticket);
        };
        runtime.spawn(work.in_current_span());
    }

    /// Waits until nothing is left to be done.
    pub async fn settled(&self) {
        self.open.settled().await;
    }

    fn runtime(&self) -> Option<Handle> {
        self.runtime.clone().or_else(|| Handle::try_current().ok())
    }
}

impl Open {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    pub(crate) async fn settled(&self) {
        // It fails when the sender is gone, which is here.
        let _ = self.0.subscribe().wait_for(|open| *open == 0).await;
    }
}

impl Ticket {
    fn new(open: &Open) -> Self {
        open.0.send_modify(|open| *open = open.saturating_add(1));
        Self(open.clone())
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.0.0.send_modify(|open| *open = open.saturating_sub(1));
    }
}

impl<T> Future for Lasting<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        match &mut self.0 {
            Running::Inline(work) => work.as_mut().poll(context),
            Running::Spawned(task) => Pin::new(task).poll(context).map(|joined| match joined {
                Ok((result, _)) => result,
                Err(source) => Err(Error::new(ErrorKind::Interrupted, "the work was stopped by the runtime")
                    .with_source(source)),
            }),
        }
    }
}

impl fmt::Debug for Afterwards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Afterwards").field("open", &*self.open.0.borrow()).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Running<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spawned(_) => "Spawned",
            Self::Inline(_) => "Inline",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::task::Waker;

    use super::*;

    /// Counts that it was dropped.
    struct Dropped(Arc<AtomicU32>);

    impl Drop for Dropped {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[tokio::test]
    async fn work_goes_on_when_its_result_is_not_wanted_and_the_result_is_dropped() {
        let (afterwards, dropped) = (Afterwards::new(Open::new()), Arc::new(AtomicU32::new(0)));
        let (release, wait) = tokio::sync::oneshot::channel::<()>();
        let result = Dropped(Arc::clone(&dropped));
        let lasting = afterwards.lasting(async move {
            let _ = wait.await;
            Ok(result)
        });
        drop(lasting);
        assert_eq!(dropped.load(Ordering::SeqCst), 0);
        release.send(()).unwrap();
        afterwards.settled().await;
        assert_eq!(dropped.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn settled_waits_for_work_that_work_has_started() {
        let afterwards = Afterwards::new(Open::new());
        let done = Arc::new(AtomicU32::new(0));
        let (inner, counted) = (afterwards.clone(), Arc::clone(&done));
        afterwards.start("outer", async move {
            inner.start("inner", async move {
                tokio::task::yield_now().await;
                counted.fetch_add(1, Ordering::SeqCst);
                Ok(())
            });
            Err(Error::new(ErrorKind::Io, "x"))
        });
        afterwards.settled().await;
        assert_eq!(done.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn without_a_runtime_work_is_done_by_whoever_waits() {
        let afterwards = Afterwards::new(Open::new());
        afterwards.start("nothing", async { Ok(()) });
        let mut lasting = std::pin::pin!(afterwards.lasting(async { Ok(7) }));
        let Poll::Ready(result) = lasting.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("pending")
        };
        assert_eq!(result.unwrap(), 7);
    }

    #[test]
    fn the_runtime_that_was_current_does_it_from_any_thread() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let afterwards = runtime.block_on(async { Afterwards::new(Open::new()) });
        let (done, inner) = (Arc::new(AtomicU32::new(0)), afterwards.clone());
        let counted = Dropped(Arc::clone(&done));
        std::thread::spawn(move || {
            inner.start("from elsewhere", async move {
                drop(counted);
                Ok(())
            });
        })
        .join()
        .unwrap();
        runtime.block_on(afterwards.settled());
        assert_eq!(done.load(Ordering::SeqCst), 1);
    }
}
