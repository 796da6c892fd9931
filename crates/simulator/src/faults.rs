//! Faults on demand: what goes wrong, with which requests, and how often.

pub(crate) mod spec;

use std::time::Duration;

use http::header::{HeaderName, RETRY_AFTER};
use http::{HeaderValue, Method, StatusCode};

use crate::answer::Answer;
use crate::oauth;
use crate::unconfirmed;

/// Something that goes wrong with the next request that fits, once unless told otherwise.
///
/// ```
/// use std::time::Duration;
/// use bt_sra_simulator::Fault;
///
/// let fault = Fault::too_many_requests()
///     .retry_after(Duration::from_secs(2))
///     .on_path("/api/config/v1/jump-item/*")
///     .times(3);
/// # let _ = fault;
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until it is given to the control"]
pub struct Fault {
    kind: Kind,
    method: Option<Method>,
    path: Option<String>,
    skip: u64,
    times: u64,
    acted: bool,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Status(StatusCode, String),
    AccessDenied,
    Delay(Duration),
    Reset,
    ResetInBody(usize),
    Truncate(usize),
    Drip(usize, Duration),
}

impl Fault {
    /// The answer has this status and a message.
    pub fn status(status: StatusCode) -> Self {
        let message = status.canonical_reason().unwrap_or("Error").to_owned();
        Self::new(Kind::Status(status, message))
    }

    /// The answer is the one beyond the rate limit.
    pub fn too_many_requests() -> Self {
        Self::new(Kind::Status(unconfirmed::OVER_LIMIT_STATUS, unconfirmed::OVER_LIMIT_MESSAGE.to_owned()))
    }

    /// The answer says that the token is not valid, although it is and stays so.
    pub fn unauthorized() -> Self {
        Self::new(Kind::AccessDenied)
    }

    /// The answer comes late, by the clock that the builder was given.
    pub fn delay(span: Duration) -> Self {
        Self::new(Kind::Delay(span))
    }

    /// The connection is reset instead of an answer.
    pub fn reset() -> Self {
        Self::new(Kind::Reset)
    }

    /// The connection is reset after this many bytes of the body.
    pub fn reset_in_body(after: usize) -> Self {
        Self::new(Kind::ResetInBody(after))
    }

    /// The connection is closed after this many bytes of the body.
    pub fn truncated(after: usize) -> Self {
        Self::new(Kind::Truncate(after))
    }

    /// The body comes in pieces of `size` bytes, with a pause before each.
    pub fn drip(size: usize, pause: Duration) -> Self {
        Self::new(Kind::Drip(size, pause))
    }

    /// Only requests with this method and path fit. A path that ends in `*` is a beginning.
    pub fn on(mut self, method: Method, path: impl Into<String>) -> Self {
        self.method = Some(method);
        self.on_path(path)
    }

    /// Only requests with this path fit. A path that ends in `*` is a beginning.
    pub fn on_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The first requests that fit are let through.
    pub fn skip(mut self, requests: u64) -> Self {
        self.skip = requests;
        self
    }

    /// It happens to this many requests.
    pub fn times(mut self, requests: u64) -> Self {
        self.times = requests;
        self
    }

    /// The appliance does what it was asked for before things go wrong.
    pub fn after_acting(mut self) -> Self {
        self.acted = true;
        self
    }

    /// The answer has `Retry-After`, in seconds.
    pub fn retry_after(self, span: Duration) -> Self {
        self.header(RETRY_AFTER, HeaderValue::from(span.as_secs()))
    }

    /// The answer has this header.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The message of the answer, where the fault makes one.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        if let Kind::Status(_, text) = &mut self.kind {
            *text = message.into();
        }
        self
    }

    fn new(kind: Kind) -> Self {
        Self { kind, method: None, path: None, skip: 0, times: 1, acted: false, headers: Vec::new() }
    }

    fn fits(&self, method: &Method, path: &str) -> bool {
        let path_fits = match self.path.as_deref() {
            None => true,
            Some(wanted) => match wanted.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == wanted,
            },
        };
        path_fits && self.method.as_ref().is_none_or(|wanted| wanted == method)
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Whether the appliance never gets to see the request.
    pub(crate) fn shields(&self) -> bool {
        !self.acted && matches!(self.kind, Kind::Status(..) | Kind::AccessDenied | Kind::Reset)
    }

    /// The answer that the fault puts in place of the true one.
    pub(crate) fn answer(&self) -> Option<Answer> {
        let mut answer = match &self.kind {
            Kind::Status(status, message) => Answer::message(*status, message),
            Kind::AccessDenied => oauth::access_denied(),
            _ => return None,
        };
        answer.headers.extend(self.headers.iter().cloned());
        Some(answer)
    }
}

/// The faults that are still to happen, in the order in which they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Vec<Fault>,
    pub(crate) happened: u64,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.waiting.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn all(&self) -> &[Fault] {
        &self.waiting
    }

    pub(crate) fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Returns the fault that happens to this request: the first one that fits.
    pub(crate) fn take(&mut self, method: &Method, path: &str) -> Option<Fault> {
        let fault = self.waiting.iter_mut().find(|fault| fault.fits(method, path))?;
        if fault.skip > 0 {
            fault.skip -= 1;
            return None;
        }
        fault.times = fault.times.saturating_sub(1);
        let happening = fault.clone();
        self.waiting.retain(|fault| fault.times > 0);
        self.happened += 1;
        Some(happening)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_happens_to_the_requests_that_fit_and_then_is_over() {
        let mut faults = Faults::default();
        faults.add(Fault::reset().on(Method::GET, "/api/config/v1/jump-item/*").skip(1).times(2));
        let mut hits = |method: Method, path: &str| faults.take(&method, path).is_some();
        assert!(!hits(Method::POST, "/api/config/v1/jump-item/shell-jump"));
        assert!(!hits(Method::GET, "/api/config/v1/jumpoint"));
        assert!(!hits(Method::GET, "/api/config/v1/jump-item/shell-jump"), "the first is let through");
        assert!(hits(Method::GET, "/api/config/v1/jump-item/shell-jump"));
        assert!(hits(Method::GET, "/api/config/v1/jump-item/web-jump"));
        assert!(!hits(Method::GET, "/api/config/v1/jump-item/shell-jump"));
        assert_eq!(faults.waiting(), 0);
        assert_eq!(faults.happened, 2);
    }
}
