//! The facade and the appliance in one thread, without sockets and without waiting: time passes
//! only when nobody has anything left to do, and then at once.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra::{
    Body, ClientCredentials, Clock, Connection, ConnectionBuilder, Error, ErrorKind, Result, Timestamp,
    Transport,
};
use bt_sra_simulator::{Appliance, Builder, SimBody};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::Frame;

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// One thread with a clock, on which an appliance and its clients live.
#[derive(Clone, Debug, Default)]
pub(crate) struct World(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    elapsed: Duration,
    /// Until when somebody sleeps.
    sleepers: Vec<(Duration, Waker)>,
    /// What goes on whether anybody waits for it or not: an appliance that works.
    tasks: Vec<Task>,
}

impl World {
    /// Makes an appliance that lives by this clock.
    pub(crate) fn appliance(&self, builder: Builder) -> Appliance {
        builder.clock(self.clone()).build()
    }

    /// Settings for a client of `appliance` that lives by this clock, with the default limits.
    pub(crate) fn client<C>(
        &self,
        appliance: &Appliance,
        builder: ConnectionBuilder<C>,
    ) -> ConnectionBuilder<C> {
        builder
            .credentials(ClientCredentials::new(appliance.client_id(), appliance.client_secret()))
            .transport(Arc::new(InProcess { world: self.clone(), appliance: appliance.clone() }))
            .clock(Arc::new(self.clone()))
    }

    pub(crate) fn connection(&self, appliance: &Appliance) -> ConnectionBuilder {
        self.client(appliance, Connection::builder("access.example.com").unwrap())
    }

    /// Does `task` beside what is waited for.
    pub(crate) fn beside(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.0.lock().unwrap().tasks.push(Box::pin(task));
    }

    /// Runs `work` to its end, and then what goes on beside it.
    ///
    /// # Panics
    /// If everybody waits for somebody else.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = Box::pin(work);
        let mut done = None;
        let woken = Arc::new(Woken::default());
        let waker = Waker::from(Arc::clone(&woken));
        let mut context = Context::from_waker(&waker);
        loop {
            woken.0.store(false, Ordering::SeqCst);
            if done.is_none()
                && let Poll::Ready(result) = work.as_mut().poll(&mut context)
            {
                done = Some(result);
            }
            // Taken out: a task may add others.
            let tasks = std::mem::take(&mut self.0.lock().unwrap().tasks);
            let mut left = Vec::new();
            for mut task in tasks {
                if task.as_mut().poll(&mut context).is_pending() {
                    left.push(task);
                }
            }
            let mut inner = self.0.lock().unwrap();
            let is_new = !inner.tasks.is_empty();
            inner.tasks.append(&mut left);
            let is_quiet = inner.tasks.is_empty();
            drop(inner);
            if is_quiet && let Some(done) = done.take() {
                return done;
            }
            if !is_new && !woken.0.load(Ordering::SeqCst) {
                assert!(self.pass(), "everybody waits for somebody else");
            }
        }
    }

    /// Lets time pass until the next sleep is over. Tells whether anybody sleeps.
    fn pass(&self) -> bool {
        let mut inner = self.0.lock().unwrap();
        let Some(next) = inner.sleepers.iter().map(|(until, _)| *until).min() else { return false };
        inner.elapsed = inner.elapsed.max(next);
        let sleepers = std::mem::take(&mut inner.sleepers);
        let (due, later): (Vec<_>, Vec<_>) = sleepers.into_iter().partition(|(until, _)| *until <= next);
        inner.sleepers = later;
        drop(inner);
        due.into_iter().for_each(|(_, waker)| waker.wake());
        true
    }
}

impl Clock for World {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_767_225_600).unwrap().saturating_add(self.monotonic())
    }

    fn monotonic(&self) -> Duration {
        self.0.lock().unwrap().elapsed
    }

    fn sleep(&self, span: Duration) -> bt_sra::Sleep {
        let until = self.monotonic() + span;
        let world = self.clone();
        Box::pin(std::future::poll_fn(move |context| {
            let mut inner = world.0.lock().unwrap();
            if inner.elapsed >= until {
                return Poll::Ready(());
            }
            inner.sleepers.push((until, context.waker().clone()));
            Poll::Pending
        }))
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("elapsed", &self.elapsed).finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// The way to an appliance in the same process. As over a wire, an appliance goes on with what it
/// has begun when the client has hung up.
#[derive(Debug)]
struct InProcess {
    world: World,
    appliance: Appliance,
}

#[async_trait]
impl Transport for InProcess {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let (give, take) = tokio::sync::oneshot::channel();
        let appliance = self.appliance.clone();
        self.world.beside(async move {
            let _ = give.send(appliance.handle(request).await);
        });
        let answer = take.await;
        answered(answer.map_err(|_| Error::new(ErrorKind::Interrupted, "the appliance is gone"))?)
    }
}

/// The body of a simulated answer, with the errors of the client.
struct Answered(SimBody);

impl http_body::Body for Answered {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        Pin::new(&mut self.0)
            .poll_frame(context)
            .map_err(|source| Error::new(ErrorKind::Interrupted, "the answer broke off").with_source(source))
    }
}

/// The shortest way to an appliance in the same process: for tests on a tokio runtime in which
/// nobody waits.
#[derive(Clone, Debug)]
pub(crate) struct Direct(Appliance);

impl Direct {
    pub(crate) fn new(appliance: &Appliance) -> Self {
        Self(appliance.clone())
    }
}

#[async_trait]
impl Transport for Direct {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        answered(self.0.handle(request).await)
    }
}

/// Turns an answer of the appliance into one of the client.
fn answered(answer: std::io::Result<Response<SimBody>>) -> Result<Response<Body>> {
    let response = answer.map_err(|source| {
        Error::new(ErrorKind::Interrupted, "the connection broke before the answer").with_source(source)
    })?;
    // HTTP knows no body after these.
    let is_bare = response.status() == StatusCode::NO_CONTENT;
    Ok(response.map(|body| if is_bare { Body::whole("") } else { Body::stream(Answered(body)) }))
}
