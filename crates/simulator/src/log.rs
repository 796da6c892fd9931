//! What a simulator has seen: exchanges and counters.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

/// How many exchanges are kept; older ones are forgotten.
const KEPT: usize = 10_000;

/// One request and what came of it, as captured.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exchange {
    /// The method.
    pub method: Method,
    /// The path, as it was written.
    pub path: String,
    /// The query without the question mark, as it was written.
    pub query: String,
    /// The headers of the request.
    pub request_headers: HeaderMap,
    /// The body of the request.
    pub request_body: Bytes,
    /// The status of the answer; none if the connection was reset instead.
    pub status: Option<StatusCode>,
    /// The headers of the answer.
    pub response_headers: HeaderMap,
    /// The body of the answer, whole even where a fault cut it short.
    pub response_body: Bytes,
}

/// What was counted since the start.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Counters {
    /// Requests, token requests included.
    pub requests: u64,
    /// Tokens that were issued.
    pub tokens_issued: u64,
    /// Requests that were refused because of the rate limits; faults are not among them.
    pub rate_limited: u64,
    /// The most requests of one account within one second, by the appliance's count.
    pub busiest_second: usize,
    /// Faults that happened.
    pub faults: u64,
    /// Connections that were accepted.
    pub connections: u64,
    /// TLS handshakes in full.
    pub full_handshakes: u64,
    /// TLS handshakes that resumed a session.
    pub resumed_handshakes: u64,
}

/// The exchanges that are kept.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) capture: bool,
    exchanges: VecDeque<Exchange>,
}

impl Log {
    pub(crate) fn new(capture: bool) -> Self {
        Self { capture, exchanges: VecDeque::new() }
    }

    pub(crate) fn add(&mut self, exchange: Exchange) {
        if !self.capture {
            return;
        }
        if self.exchanges.len() >= KEPT {
            self.exchanges.pop_front();
        }
        self.exchanges.push_back(exchange);
    }

    pub(crate) fn all(&self) -> Vec<Exchange> {
        self.exchanges.iter().cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        self.exchanges.clear();
    }
}
