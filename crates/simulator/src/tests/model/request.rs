//! Requests, and the sequence of them that a failure shows.

use std::fmt;

use serde_json::Value;

/// On whose behalf a request is made.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Who {
    /// May do everything.
    First,
    /// May do everything, too.
    Second,
    /// May use the Configuration API, but not manage vault accounts.
    NoVault,
    /// May not use the Configuration API.
    Nobody,
}

/// What is done to the appliance in one step.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Call(Request),
    /// Seconds go by.
    Advance(u64),
    /// Unknown fields are refused from now on, or not.
    Strict(bool),
}

#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Option<Value>,
    pub(super) who: Who,
}

impl Request {
    pub(super) fn new(method: &'static str, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), query: Vec::new(), body: None, who: Who::First }
    }

    pub(super) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    pub(super) fn target(&self) -> String {
        let pairs: Vec<String> =
            self.query.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "%20"))).collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.path, pairs.join("&"))
    }

    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(request) => request.fmt(f),
            Self::Advance(seconds) => write!(f, "(the clock goes {seconds} s forward)"),
            Self::Strict(on) => write!(f, "(strict: {on})"),
        }
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.target())?;
        if let Some(body) = &self.body {
            write!(f, " {body}")?;
        }
        match self.who {
            Who::First => Ok(()),
            who => write!(f, "   ({who:?})"),
        }
    }
}
