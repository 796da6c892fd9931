//! Requests as bytes, answers as items, and long ranges against a site that fails as it is told.

mod answers;
mod plans;
mod requests;
mod streams;
mod survives;

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, ManualClock, Result, Site};
use bt_sra_transport::{Body, Pipeline, PipelineBuilder, RetryPolicy, Transport};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::Frame;

/// What comes of a request.
#[derive(Clone, Debug)]
enum Reply {
    /// Status, pieces of the body, and how it ends.
    Answer(u16, Vec<Bytes>, End),
    /// No answer at all.
    Failure(ErrorKind),
    /// An answer whose pieces are made when they are asked for, and counted.
    Made(fn(usize) -> Option<Bytes>, Arc<AtomicUsize>),
    /// An answer without a body that asks for patience, in seconds.
    Later(u16, u64),
}

/// How a body ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    Whole,
    Broken,
    /// It does not: nothing comes any more.
    Never,
}

impl Reply {
    fn xml(xml: impl Into<Vec<u8>>) -> Self {
        Self::Answer(200, vec![xml.into().into()], End::Whole)
    }

    fn broken(xml: impl Into<Vec<u8>>) -> Self {
        Self::Answer(200, vec![xml.into().into()], End::Broken)
    }
}

type Script = Box<dyn FnMut(&str) -> Reply + Send>;

/// A transport that answers by a function of the form.
struct Scripted {
    script: Mutex<Script>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

#[async_trait]
impl Transport for Scripted {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let form = String::from_utf8(request.body().to_vec()).unwrap();
        let reply = (self.script.lock().unwrap())(&form);
        self.asked.lock().unwrap().push(form);
        match reply {
            Reply::Failure(kind) => Err(Error::new(kind, "as it was told")),
            Reply::Made(make, count) => Ok(Response::new(Body::stream(Made(make, count)))),
            Reply::Later(status, seconds) => {
                let response = Response::builder().status(status).header("retry-after", seconds);
                Ok(response.body(Body::whole("")).unwrap())
            }
            Reply::Answer(status, pieces, end) => {
                let mut response = Response::new(Body::stream(Pieces(pieces.into(), end)));
                *response.status_mut() = StatusCode::from_u16(status).unwrap();
                Ok(response)
            }
        }
    }
}

/// A body in pieces.
struct Pieces(VecDeque<Bytes>, End);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        match (self.0.pop_front(), self.1) {
            (Some(piece), _) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            (None, End::Whole) => Poll::Ready(None),
            (None, End::Broken) => {
                Poll::Ready(Some(Err(Error::new(ErrorKind::Interrupted, "the answer broke off"))))
            }
            (None, End::Never) => Poll::Pending,
        }
    }
}

/// A body that is made piece by piece.
struct Made(fn(usize) -> Option<Bytes>, Arc<AtomicUsize>);

impl http_body::Body for Made {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        let piece = (self.0)(self.1.fetch_add(1, Ordering::Relaxed));
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }
}

/// A way to an appliance that answers so, and what it was asked.
struct Lab {
    pipeline: Pipeline,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Lab {
    fn new(script: impl FnMut(&str) -> Reply + Send + 'static) -> Self {
        Self::with(script, RetryPolicy::NONE)
    }

    fn with(script: impl FnMut(&str) -> Reply + Send + 'static, retry: RetryPolicy) -> Self {
        Self::made(script, |builder| builder.retry(retry).clock(Arc::new(ManualClock::impatient())))
    }

    /// A lab in which that clock tells the time, and nothing is sent again by itself.
    fn timed(clock: &ManualClock, script: impl FnMut(&str) -> Reply + Send + 'static) -> Self {
        Self::made(script, |builder| builder.retry(RetryPolicy::NONE).clock(Arc::new(clock.clone())))
    }

    /// A lab with a way to the appliance of its own.
    fn made(
        script: impl FnMut(&str) -> Reply + Send + 'static,
        make: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
    ) -> Self {
        let asked = Arc::<Mutex<Vec<_>>>::default();
        let transport = Scripted { script: Mutex::new(Box::new(script)), asked: Arc::clone(&asked) };
        let builder = Pipeline::builder(Site::parse("access.example.com").unwrap(), Arc::new(transport));
        Self { pipeline: make(builder).build(), asked }
    }

    /// The forms of what was asked, without the name of the report.
    fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|form| form.split_once('&').map_or("", |(_, rest)| rest).to_owned()).collect()
    }
}
