//! How a command ends other than well: the message, what to do, and the exit code.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::io;

use bt_sra::command::Action;
use bt_sra::reporting::model::report::ReportType;
use bt_sra::{ErrorKind, is_unseen};

/// What scripts see of a failure.
///
/// 0 is success, a closed standard output included.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Anything that has no number of its own.
    Other = 1,
    /// The command line or the settings are wrong; nothing was sent.
    Usage = 2,
    /// The appliance refused the client id, the secret or the token.
    Credentials = 3,
    /// The API account lacks a permission.
    Permission = 4,
    /// There is nothing at that path or with that id.
    NotFound = 5,
    /// The input was refused as invalid, here or by the appliance.
    Invalid = 6,
    /// The rate limit is used up.
    RateLimit = 7,
    /// No connection, no trust, no answer in time, or an answer that broke off.
    Network = 8,
    /// The answer was not understood.
    Unreadable = 9,
}

/// Why a command did not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads standard output any more; not an error.
    StdoutClosed,
    /// All has been said, by whatever ends with this status.
    Status(u8),
    /// An error with something to say.
    Said {
        /// The exit code.
        exit: u8,
        /// What went wrong, without the name of the program.
        message: String,
        /// What to do about it.
        hint: Option<String>,
    },
}

/// The result of everything in this program that can fail.
pub(crate) type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// Makes an error for exit code `exit`.
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self::coded(exit as u8, message)
    }

    /// Makes an error for an exit code outside of [`Exit`].
    pub(crate) fn coded(exit: u8, message: impl Into<String>) -> Self {
        Self::Said { exit, message: message.into(), hint: None }
    }

    /// Makes an error about the command line or the settings.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Makes an error about the input.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(Exit::Invalid, message)
    }

    /// Makes an error about a local file or stream.
    pub(crate) fn io(what: impl Into<String>, error: &io::Error) -> Self {
        Self::new(Exit::Other, format!("{}: {error}", what.into()))
    }

    /// Adds what to do about it, unless something is said already.
    #[must_use]
    pub(crate) fn with_hint(mut self, text: impl Into<String>) -> Self {
        if let Self::Said { hint, .. } = &mut self {
            hint.get_or_insert_with(|| text.into());
        }
        self
    }

    /// Says something else about what to do, for who knows more of it.
    #[must_use]
    pub(crate) fn with_other_hint(mut self, text: impl Into<String>) -> Self {
        if let Self::Said { hint, .. } = &mut self {
            *hint = Some(text.into());
        }
        self
    }

    /// Makes an error of a request that should have changed something: it says if that may have
    /// happened all the same.
    pub(crate) fn of_change(error: bt_sra::Error) -> Self {
        let may_have_acted = error.may_have_acted();
        let failure = Self::from(error);
        if may_have_acted {
            return failure.with_hint("the appliance may have carried it out; look before trying again");
        }
        failure
    }

    /// Makes it end with another exit code, if it has something to say.
    #[must_use]
    pub(crate) fn with_exit(mut self, code: u8) -> Self {
        if let Self::Said { exit, .. } = &mut self {
            *exit = code;
        }
        self
    }

    /// Returns the exit code.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::StdoutClosed => 0,
            Self::Status(status) => *status,
            Self::Said { exit, .. } => *exit,
        }
    }

    /// Returns the text for standard error; empty when there is nothing to say.
    pub(crate) fn report(&self) -> String {
        let Self::Said { message, hint, .. } = self else { return String::new() };
        let mut report = format!("btapi: {message}\n");
        if let Some(hint) = hint {
            report.push_str("btapi: hint: ");
            report.push_str(hint);
            report.push('\n');
        }
        report
    }
}

impl From<bt_sra::Error> for Failure {
    fn from(error: bt_sra::Error) -> Self {
        let (exit, hint) = judge(error.kind(), error.status().map(|status| status.as_u16()));
        let hint = match error.operation().filter(|_| exit == Exit::Permission) {
            Some(name) if Action::find(name).is_some() => {
                Some("the API account needs access to the Command API: perm_command".to_owned())
            }
            Some(name) => match ReportType::find(name) {
                Some(report) => report.permission.map(needs),
                None => hint.map(str::to_owned),
            },
            None => hint.map(str::to_owned),
        };
        let mut message = chain(&error);
        if let Some(span) = error.retry_after() {
            let seconds = span.as_secs();
            let _ = match error.status() {
                Some(_) => write!(message, " (the appliance asks to wait {seconds} s)"),
                None => write!(message, " (try again in about {} s)", seconds.max(1)),
            };
        }
        let failure = Self::new(exit, message);
        match hint {
            Some(hint) => failure.with_hint(hint),
            None => failure,
        }
    }
}

/// Says which permission a report needs.
pub(crate) fn needs(permission: &str) -> String {
    format!("this report needs an API account with {permission}")
}

/// Returns the exit code for an error of the library, and what usually helps.
fn judge(kind: ErrorKind, status: Option<u16>) -> (Exit, Option<&'static str>) {
    match kind {
        ErrorKind::Config => (Exit::Usage, None),
        ErrorKind::InvalidRequest => (Exit::Invalid, None),
        ErrorKind::Credentials => (
            Exit::Credentials,
            Some(
                "check BT_CLIENT_ID and BT_CLIENT_SECRET, and that the API account is enabled and not locked",
            ),
        ),
        ErrorKind::Connect => {
            (Exit::Network, Some("check BT_API_HOST, the network, and HTTPS_PROXY and NO_PROXY"))
        }
        ErrorKind::Tls => (
            Exit::Network,
            Some("if the certificate comes from a private authority, name its PEM file in BT_CA_FILE"),
        ),
        ErrorKind::Timeout | ErrorKind::Interrupted => (Exit::Network, None),
        ErrorKind::RateLimited => (
            Exit::RateLimit,
            Some("an API account has 20 requests a second and 15000 an hour; try again later"),
        ),
        ErrorKind::Appliance => by_status(status),
        ErrorKind::Decode => (Exit::Unreadable, None),
        _ => (Exit::Other, None),
    }
}

fn by_status(status: Option<u16>) -> (Exit, Option<&'static str>) {
    match status {
        Some(403) => (
            Exit::Permission,
            Some(
                "the API account needs access to the Configuration API; `vault/` also needs to manage vault accounts",
            ),
        ),
        Some(404) => (Exit::NotFound, None),
        Some(429) => (Exit::RateLimit, None),
        // A refusal with status 200 is an `<error>` document, as is one in a saved file.
        None | Some(200..=299 | 400..=499) => (Exit::Invalid, None),
        _ => (Exit::Other, None),
    }
}

/// Returns the messages of an error and its causes in one line.
pub(crate) fn chain(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        // Some causes repeat what the level above has said.
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    plain(&text)
}

/// Makes foreign text harmless to a terminal and honest to the eye: control characters become
/// blanks, and marks that turn the direction of text or take no room are left out.
pub(crate) fn plain(text: &str) -> String {
    let visible = text.chars().filter(|character| !is_unseen(*character));
    visible.map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the table of the documents, line by line, with what the code does.
    #[test]
    fn the_table_of_the_documents_is_true() {
        let text = include_str!("../../../ARCHITECTURE.md");
        let table = text.split("| exit code |\n").nth(1).unwrap().lines().skip(1);
        let mut kinds = Vec::new();
        for line in table.take_while(|line| line.starts_with('|')) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [name, statuses, acted, code] = cells[..] else { panic!("{line}") };
            let name = name.trim_matches('`');
            let kind = ErrorKind::ALL.into_iter().find(|kind| format!("{kind:?}") == name).expect(name);
            let statuses: Vec<Option<u16>> = match statuses {
                "" => vec![None],
                "2xx (an `<error>` document)" => vec![Some(200)],
                "422, other 4xx" => [400, 405, 409, 413, 418, 422].map(Some).to_vec(),
                "5xx" => [500, 502, 503, 504].map(Some).to_vec(),
                status => vec![Some(status.parse().unwrap())],
            };
            for status in statuses {
                assert_eq!((judge(kind, status).0 as u8).to_string(), code, "{line}");
                let mut error = bt_sra::Error::new(kind, "x");
                if let Some(status) = status {
                    error = error.with_status(http::StatusCode::from_u16(status).unwrap());
                }
                assert_eq!(if error.may_have_acted() { "yes" } else { "no" }, acted, "{line}");
            }
            kinds.push(kind);
        }
        kinds.dedup();
        assert_eq!(kinds, ErrorKind::ALL);
    }

    #[test]
    fn the_report_has_the_chain_and_a_hint() {
        let error = bt_sra::Error::new(ErrorKind::Tls, "the certificate is not trusted")
            .with_source(io::Error::other("unknown\u{1b}[31m issuer"));
        assert_eq!(
            Failure::from(error).report(),
            "btapi: the certificate is not trusted: unknown [31m issuer\n\
             btapi: hint: if the certificate comes from a private authority, name its PEM file in BT_CA_FILE\n"
        );
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        assert_eq!(plain("a\u{202e}b\u{200b}c\u{2069}\u{feff}d\u{1b}[31m\ne"), "abcd [31m e");
        assert_eq!(plain("日本 ü e\u{301}"), "日本 ü e\u{301}");
    }

    #[test]
    fn a_closed_output_is_no_failure() {
        assert_eq!(Failure::StdoutClosed.exit_code(), 0);
        assert_eq!(Failure::StdoutClosed.report(), "");
    }
}
