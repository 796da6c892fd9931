//! What a simulator has seen: exchanges and counters.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

/// How many exchanges are kept; older ones are forgotten.
const KEPT: usize = 10_000;

/// How many bytes of bodies are kept; those of older exchanges are forgotten.
const KEPT_BYTES: usize = 8 * 1024 * 1024;

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
    /// Whether the bodies are those of the exchange: only the newest 8 MiB of bodies are kept,
    /// and those of older exchanges are empty. The body of a report is never kept.
    pub bodies_kept: bool,
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
    /// How many of them, the oldest, have lost their bodies.
    emptied: usize,
    /// The size of the bodies that are kept.
    bytes: usize,
}

impl Log {
    pub(crate) fn new(capture: bool) -> Self {
        Self { capture, exchanges: VecDeque::new(), emptied: 0, bytes: 0 }
    }

    pub(crate) fn add(&mut self, exchange: Exchange) {
        if !self.capture {
            return;
        }
        if self.exchanges.len() >= KEPT
            && let Some(oldest) = self.exchanges.pop_front()
        {
            self.bytes = self.bytes.saturating_sub(size(&oldest));
            self.emptied = self.emptied.saturating_sub(1);
        }
        self.bytes = self.bytes.saturating_add(size(&exchange));
        self.exchanges.push_back(exchange);
        while self.bytes > KEPT_BYTES
            && let Some(oldest) = self.exchanges.get_mut(self.emptied)
        {
            self.bytes = self.bytes.saturating_sub(size(oldest));
            self.emptied += 1;
            oldest.request_body = Bytes::new();
            oldest.response_body = Bytes::new();
            oldest.bodies_kept = false;
        }
    }

    pub(crate) fn all(&self) -> Vec<Exchange> {
        self.exchanges.iter().cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.capture);
    }
}

fn size(exchange: &Exchange) -> usize {
    exchange.request_body.len().saturating_add(exchange.response_body.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(size: usize) -> Exchange {
        Exchange {
            method: Method::GET,
            path: "/".to_owned(),
            query: String::new(),
            request_headers: HeaderMap::new(),
            request_body: Bytes::new(),
            status: Some(StatusCode::OK),
            response_headers: HeaderMap::new(),
            response_body: Bytes::from(vec![b'x'; size]),
            bodies_kept: true,
        }
    }

    #[test]
    fn only_the_newest_bodies_are_kept() {
        let mut log = Log::new(true);
        for _ in 0..40 {
            log.add(exchange(1024 * 1024));
        }
        let kept: Vec<bool> = log.all().iter().map(|exchange| exchange.bodies_kept).collect();
        assert_eq!(kept, [vec![false; 32], vec![true; 8]].concat());
        assert!(log.all().iter().all(|exchange| exchange.bodies_kept != exchange.response_body.is_empty()));
    }

    #[test]
    fn the_oldest_exchanges_are_forgotten() {
        let mut log = Log::new(true);
        for size in 0..KEPT + 5 {
            log.add(exchange(size));
        }
        let all = log.all();
        assert_eq!(all.len(), KEPT);
        assert_eq!(all.last().map(|exchange| exchange.response_body.len()), Some(KEPT + 4));
        let bytes: usize = all.iter().map(size).sum();
        assert!(bytes <= KEPT_BYTES && bytes == log.bytes);
    }
}
