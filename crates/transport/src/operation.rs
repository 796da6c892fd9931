//! What the pipeline has to know of a call beside its request.

use std::borrow::Cow;
use std::time::Duration;

use http::Method;

use crate::RetryPolicy;

/// A call, by name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Operation {
    /// What errors and traces call it: `shell-jump list`.
    pub name: Cow<'static, str>,
    /// The path template. Traces show it instead of the path, which may hold what is nobody's
    /// business.
    pub path: Cow<'static, str>,
    /// Whether doing it twice does no harm.
    pub repeat: Repeat,
    /// Failing statuses that answer what was asked, as a health check that finds something wrong
    /// does: they are not asked for again.
    pub answers: &'static [u16],
}

/// Whether a request may be sent again when the first may have been carried out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Repeat {
    /// Twice is the same as once: reading, setting, deleting.
    Safe,
    /// Twice is not the same as once: creating, acting.
    Never,
}

impl Repeat {
    /// Judges by the method: what creates or acts (`POST`, and methods that nobody knows) may not
    /// be repeated. For APIs in which `GET` only reads.
    #[must_use]
    pub fn of(method: &Method) -> Self {
        let safe = [Method::GET, Method::HEAD, Method::PUT, Method::PATCH, Method::DELETE];
        if safe.contains(method) { Self::Safe } else { Self::Never }
    }
}

impl Operation {
    /// Names a call. Usable in constants.
    #[must_use]
    pub const fn new(name: &'static str, path: &'static str, repeat: Repeat) -> Self {
        Self { name: Cow::Borrowed(name), path: Cow::Borrowed(path), repeat, answers: &[] }
    }

    /// Takes these failing statuses for answers. Usable in constants.
    #[must_use]
    pub const fn answering(mut self, statuses: &'static [u16]) -> Self {
        self.answers = statuses;
        self
    }
}

/// On a request: its answer is large. The transport reads it in larger pieces.
#[derive(Clone, Copy, Debug)]
pub struct Large;

/// Settings of a single call; what is left out is taken from the pipeline.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CallOptions {
    /// How long the whole call may take, waiting, retries and the body of the answer included.
    pub deadline: Option<Duration>,
    /// When and how often to try again.
    pub retry: Option<RetryPolicy>,
}
