//! Requests as bytes, answers as values, and waits on a clock that is put forward by hand.

mod answers;
mod health;
mod requests;
mod waits;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra_core::{ManualClock, Result, Site};
use bt_sra_transport::{Body, Pipeline, RetryPolicy, Transport};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Request, Response};

/// A transport that gives prepared answers, the last one again and again.
#[derive(Debug)]
struct Canned {
    answers: Mutex<VecDeque<(u16, String)>>,
    seen: Arc<Mutex<Vec<Request<Bytes>>>>,
}

#[async_trait]
impl Transport for Canned {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        self.seen.lock().unwrap().push(request);
        let mut answers = self.answers.lock().unwrap();
        let next = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
        let (status, body) = next.unwrap();
        let mut response = Response::new(Body::whole(body));
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
        response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static("text/xml"));
        Ok(response)
    }
}

/// A way to an appliance that answers so, and what it was asked.
struct Lab {
    pipeline: Pipeline,
    seen: Arc<Mutex<Vec<Request<Bytes>>>>,
    clock: ManualClock,
}

impl Lab {
    fn new<S: Into<String>>(answers: impl IntoIterator<Item = (u16, S)>) -> Self {
        let answers = answers.into_iter().map(|(status, body)| (status, body.into())).collect();
        let seen = Arc::<Mutex<Vec<_>>>::default();
        let transport = Canned { answers: Mutex::new(answers), seen: Arc::clone(&seen) };
        let clock = ManualClock::impatient();
        let pipeline = Pipeline::builder(Site::parse("access.example.com").unwrap(), Arc::new(transport))
            .retry(RetryPolicy::NONE)
            .clock(Arc::new(clock.clone()))
            .build();
        Self { pipeline, seen, clock }
    }

    /// The paths and bodies of what was asked.
    fn asked(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        let line = |request: &Request<Bytes>| {
            format!("{} {}", request.uri().path(), String::from_utf8_lossy(request.body()))
        };
        seen.iter().map(line).collect()
    }
}
