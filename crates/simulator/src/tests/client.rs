//! A client that calls an appliance in process, with a token and no manners.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bt_sra_core::ManualClock;
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;

use crate::{Appliance, Builder};

/// An appliance with a token for its first account.
pub(super) struct Client {
    pub(super) appliance: Appliance,
    pub(super) token: String,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Bytes,
    pub(super) json: Value,
}

impl Client {
    pub(super) fn pra() -> Self {
        Self::new(Appliance::pra())
    }

    pub(super) fn rs() -> Self {
        Self::new(Appliance::rs())
    }

    /// Without rate limits: no time passes here unless a test says so.
    pub(super) fn new(builder: Builder) -> Self {
        Self::with_clock(builder, &ManualClock::new())
    }

    pub(super) fn with_clock(builder: Builder, clock: &ManualClock) -> Self {
        let appliance = builder.seed(7).clock(clock.clone()).limits(false).build();
        let token = token(&appliance, &appliance.client_id(), &appliance.client_secret());
        Self { appliance, token }
    }

    pub(super) fn get(&self, path: &str) -> Reply {
        self.call("GET", path, None)
    }

    pub(super) fn post(&self, path: &str, body: Value) -> Reply {
        self.call("POST", path, Some(body))
    }

    pub(super) fn patch(&self, path: &str, body: Value) -> Reply {
        self.call("PATCH", path, Some(body))
    }

    pub(super) fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path, None)
    }

    /// Lets time pass; the token does not outlive it.
    pub(super) fn later(&mut self, seconds: u64) {
        self.appliance.control().advance(Duration::from_secs(seconds));
        let (id, secret) = (self.appliance.client_id(), self.appliance.client_secret());
        self.token = token(&self.appliance, &id, &secret);
    }

    /// Makes something happen, which must be possible.
    #[track_caller]
    pub(super) fn trigger(&self, order: Value) -> Value {
        self.appliance.control().trigger(&order).unwrap()
    }

    /// Asks for something that cannot happen, and returns why.
    #[track_caller]
    pub(super) fn no_trigger(&self, order: Value) -> String {
        self.appliance.control().trigger(&order).unwrap_err()
    }

    /// Calls a path below the base.
    pub(super) fn call(&self, method: &str, path: &str, body: Option<Value>) -> Reply {
        let bytes = body.map(|body| body.to_string()).unwrap_or_default();
        self.raw(method, &format!("/api/config/v1{path}"), bytes.as_bytes())
    }

    pub(super) fn raw(&self, method: &str, target: &str, body: &[u8]) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(target)
            .header("host", "access.example.com")
            .header("authorization", format!("Bearer {}", self.token))
            .body(Bytes::copy_from_slice(body))
            .unwrap();
        send(&self.appliance, request)
    }
}

/// Fetches a token with Basic credentials.
pub(super) fn token(appliance: &Appliance, id: &str, secret: &str) -> String {
    let reply = ask_token(appliance, Some(&format!("{id}:{secret}")), "grant_type=client_credentials");
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.json);
    reply.json["access_token"].as_str().unwrap().to_owned()
}

/// Sends a form to the token endpoint.
pub(super) fn ask_token(appliance: &Appliance, basic: Option<&str>, form: &str) -> Reply {
    let mut request =
        Request::post("/oauth2/token").header("content-type", "application/x-www-form-urlencoded");
    if let Some(basic) = basic {
        request = request.header("authorization", format!("Basic {}", STANDARD.encode(basic)));
    }
    send(appliance, request.body(Bytes::copy_from_slice(form.as_bytes())).unwrap())
}

pub(super) fn send(appliance: &Appliance, request: Request<Bytes>) -> Reply {
    let response = now(appliance.handle(request)).unwrap();
    let (parts, body) = response.into_parts();
    let bytes = now(body.collect()).unwrap().to_bytes();
    let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Reply { status: parts.status, headers: parts.headers, bytes, json }
}

impl Reply {
    #[track_caller]
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The answer is expected to have this status.
    #[track_caller]
    pub(super) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        self
    }

    #[track_caller]
    pub(super) fn id(&self) -> i64 {
        self.json["id"].as_i64().unwrap()
    }

    pub(super) fn len(&self) -> usize {
        self.json.as_array().unwrap().len()
    }
}

/// Runs what does not wait for anything but threads of its own.
pub(super) fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => std::thread::yield_now(),
        }
    }
}
