//! The typed API against a scripted transport.

#![cfg(all(feature = "pra", feature = "rs"))]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra_core::{ManualClock, Result, Site};
use bt_sra_transport::{Body, Pipeline, PipelineBuilder, RetryPolicy, Transport};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};

mod answers;
mod conveniences;
mod golden;
mod lists;
mod requests;

/// Answers from a list, and keeps what was asked.
#[derive(Clone, Debug, Default)]
struct Script(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    /// None where no answer ever comes.
    answers: VecDeque<Option<Response<Bytes>>>,
    seen: Vec<Request<Bytes>>,
}

impl Script {
    /// Answers once more, with this status, body and these headers.
    fn answer(&self, status: u16, body: &str, headers: &[(&str, &str)]) {
        let mut response = Response::new(Bytes::copy_from_slice(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            response.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
        }
        self.0.lock().unwrap().answers.push_back(Some(response));
    }

    /// Takes a request, and never answers it.
    fn hang(&self) {
        self.0.lock().unwrap().answers.push_back(None);
    }

    /// `METHOD /path?query body` of each request.
    fn seen(&self) -> Vec<String> {
        let inner = self.0.lock().unwrap();
        inner
            .seen
            .iter()
            .map(|request| {
                let address = request.uri().path_and_query().unwrap().as_str();
                let address = address.strip_prefix("/api/config/v1").unwrap_or(address);
                let body = std::str::from_utf8(request.body()).unwrap();
                format!("{} {address} {body}", request.method()).trim_end().to_owned()
            })
            .collect()
    }

    fn header(&self, name: &str) -> Option<String> {
        let inner = self.0.lock().unwrap();
        inner.seen.last()?.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
    }

    fn pipeline(&self) -> Pipeline {
        self.builder().build()
    }

    fn builder(&self) -> PipelineBuilder {
        let site = Site::parse("access.example.com").unwrap();
        let clock = Arc::new(ManualClock::impatient());
        Pipeline::builder(site, Arc::new(self.clone())).clock(clock).retry(RetryPolicy::NONE)
    }

    fn pra(&self) -> crate::pra::Config {
        crate::pra::Config::new(self.pipeline())
    }

    fn rs(&self) -> crate::rs::Config {
        crate::rs::Config::new(self.pipeline())
    }
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let answer = {
            let mut inner = self.0.lock().unwrap();
            inner.seen.push(request);
            inner.answers.pop_front().expect("a request too many")
        };
        match answer {
            Some(answer) => Ok(answer.map(Body::whole)),
            None => std::future::pending().await,
        }
    }
}
