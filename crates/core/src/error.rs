//! The one error type of the workspace.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

/// The result of everything here that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the appliance holds against each field of a request, by the field's name.
pub type FieldErrors = BTreeMap<String, Vec<String>>;

/// What went wrong, coarse enough to match on.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Settings are missing or contradict each other; nothing was sent.
    Config,
    /// The request was refused locally; nothing was sent.
    InvalidRequest,
    /// The appliance refused the client id, the secret or the token; it did not act.
    Credentials,
    /// No connection was made; the appliance saw nothing.
    Connect,
    /// The peer could not be trusted; the appliance saw nothing.
    Tls,
    /// The deadline passed; the appliance may or may not have acted.
    Timeout,
    /// The answer broke off; the appliance has probably acted.
    Interrupted,
    /// The budget is spent, here or at the appliance; it did not act.
    RateLimited,
    /// The appliance answered with an error of its own; with a status of 500 and above it may
    /// have acted, below it did not.
    Appliance,
    /// The answer could not be understood; the appliance has probably acted.
    Decode,
    /// The shared token or budget store failed; nothing was sent.
    Store,
    /// A local file or stream failed; the appliance may have acted if an answer was being read.
    Io,
}

impl ErrorKind {
    /// All kinds, in the order of their declaration.
    pub const ALL: [Self; 12] = [
        Self::Config,
        Self::InvalidRequest,
        Self::Credentials,
        Self::Connect,
        Self::Tls,
        Self::Timeout,
        Self::Interrupted,
        Self::RateLimited,
        Self::Appliance,
        Self::Decode,
        Self::Store,
        Self::Io,
    ];
}

/// An error: a kind to match on, a sentence to read, and what is known beyond.
///
/// `Display` prints this level only; walk [`source`](StdError::source) for the rest. No secret,
/// body or query ever stands in either form of printing.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    operation: Option<Cow<'static, str>>,
    status: Option<StatusCode>,
    appliance_message: Option<String>,
    field_errors: FieldErrors,
    retry_after: Option<Duration>,
    may_have_acted: Option<bool>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// Makes an error. The message is lower case, without a final full stop.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            status: None,
            appliance_message: None,
            field_errors: FieldErrors::new(),
            retry_after: None,
            may_have_acted: None,
            source: None,
        }))
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Adds the name of the operation, unless there is one.
    #[must_use]
    pub fn with_operation(mut self, operation: impl Into<Cow<'static, str>>) -> Self {
        self.0.operation.get_or_insert_with(|| operation.into());
        self
    }

    /// Adds the status of the answer.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    /// Adds the appliance's own words.
    #[must_use]
    pub fn with_appliance_message(mut self, message: impl Into<String>) -> Self {
        self.0.appliance_message = Some(message.into());
        self
    }

    /// Adds what the appliance holds against single fields.
    #[must_use]
    pub fn with_field_errors(mut self, errors: FieldErrors) -> Self {
        self.0.field_errors = errors;
        self
    }

    /// Adds how long the appliance asked to wait.
    #[must_use]
    pub fn with_retry_after(mut self, span: Duration) -> Self {
        self.0.retry_after = Some(span);
        self
    }

    /// States whether the appliance may have acted, where more is known than the kind says.
    #[must_use]
    pub fn with_may_have_acted(mut self, acted: bool) -> Self {
        self.0.may_have_acted = Some(acted);
        self
    }

    /// Returns the kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the name of the operation that failed.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// Returns the status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Returns what the appliance said, unchanged.
    #[must_use]
    pub fn appliance_message(&self) -> Option<&str> {
        self.0.appliance_message.as_deref()
    }

    /// Returns what the appliance holds against single fields (422); empty otherwise.
    #[must_use]
    pub fn field_errors(&self) -> &FieldErrors {
        &self.0.field_errors
    }

    /// Returns how long the appliance asked to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Returns whether the appliance may have carried out the request.
    #[must_use]
    pub fn may_have_acted(&self) -> bool {
        self.0.may_have_acted.unwrap_or(match self.0.kind {
            ErrorKind::Timeout | ErrorKind::Interrupted | ErrorKind::Decode => true,
            ErrorKind::Appliance => self.0.status.is_none_or(|status| status.is_server_error()),
            _ => false,
        })
    }

    /// Returns whether the same request may well succeed later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Interrupted | ErrorKind::RateLimited => true,
            ErrorKind::Appliance => self.0.status.is_some_and(|status| status.is_server_error()),
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(operation) = &inner.operation {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&inner.message)?;
        if let Some(status) = inner.status {
            write!(f, " (HTTP {})", status.as_u16())?;
        }
        if let Some(message) = &inner.appliance_message {
            write!(f, ": {}", Plain(message))?;
        }
        for (field, reasons) in &inner.field_errors {
            for reason in reasons {
                write!(f, "; {}: {}", Plain(field), Plain(reason))?;
            }
        }
        Ok(())
    }
}

/// Returns whether a character takes no room but hides text or turns its direction, and so has no
/// place in foreign text that people read. Control characters are another matter.
#[must_use]
pub fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// Foreign text on one line, without control characters that could play with a terminal.
struct Plain<'a>(&'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.trim().chars().filter(|character| !is_unseen(*character)) {
            fmt::Write::write_char(f, if character.is_control() { ' ' } else { character })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("kind", &self.0.kind).field("message", &self.to_string());
        if let Some(span) = self.0.retry_after {
            out.field("retry_after", &span);
        }
        if let Some(source) = &self.0.source {
            out.field("source", source);
        }
        out.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_prints_its_own_level_on_one_line() {
        let error = Error::new(ErrorKind::Appliance, "the appliance refused the request")
            .with_operation("shell-jump create")
            .with_status(StatusCode::UNPROCESSABLE_ENTITY)
            .with_appliance_message("Validation\nFailed")
            .with_field_errors(FieldErrors::from([(
                "port".to_owned(),
                vec!["too \u{202e}big\u{1b}[31m".to_owned()],
            )]))
            .with_source("deeper");
        assert_eq!(
            error.to_string(),
            "shell-jump create: the appliance refused the request (HTTP 422): Validation Failed; port: too big [31m"
        );
    }

    #[test]
    fn whether_it_acted_follows_from_kind_and_status() {
        let acted = |kind: ErrorKind| Error::new(kind, "x").may_have_acted();
        let by_kind: Vec<_> = ErrorKind::ALL.into_iter().filter(|kind| acted(*kind)).collect();
        assert_eq!(
            by_kind,
            [ErrorKind::Timeout, ErrorKind::Interrupted, ErrorKind::Appliance, ErrorKind::Decode]
        );
        let refused = Error::new(ErrorKind::Appliance, "x").with_status(StatusCode::NOT_FOUND);
        assert!(!refused.may_have_acted());
        assert!(!Error::new(ErrorKind::Timeout, "x").with_may_have_acted(false).may_have_acted());
    }

    #[test]
    fn an_error_is_one_word_wide() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }
}
