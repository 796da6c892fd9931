//! The same of tickets for Jump Items.

use http::StatusCode;

/// The path of URLs for replies; what cannot be guessed follows.
pub(crate) const REPLY_PATH: &str = "/api/ticket_response/";

/// How many seconds a reply may take. That there is a limit follows from its error message.
pub(crate) const REPLY_WITHIN: i64 = 300;

/// How many requests are kept.
pub(crate) const REQUESTS_KEPT: usize = 1_000;

/// Whether a reply counts that comes before the request has been answered.
pub(crate) const REPLIES_MAY_HURRY: bool = true;

/// The answer to a reply that is taken.
pub(crate) const TAKEN: (StatusCode, &str) = (StatusCode::OK, "OK\n");

/// Those to replies that are not: to a URL that nobody was given, in another form, without what is
/// needed, to a request that has been answered already, and too late.
pub(crate) const UNKNOWN: (StatusCode, &str) = (StatusCode::NOT_FOUND, "There is no such request.");
pub(crate) const OTHER_FORM: (StatusCode, &str) =
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The reply has a form that is not taken.");
pub(crate) const BAD: StatusCode = StatusCode::BAD_REQUEST;
pub(crate) const ANSWERED: (StatusCode, &str) = (StatusCode::CONFLICT, "The request was answered already.");
pub(crate) const LATE: (StatusCode, &str) = (StatusCode::GONE, "The time for a reply is over.");

/// What the user is told when no reply comes, and when the ticket system cannot be asked.
pub(crate) const TOLD_LATE: &str = "The ticket system did not answer in time.";
pub(crate) const TOLD_UNREACHABLE: &str = "The ticket system could not be asked.";

/// Whether the addresses of a Jump Item that is no Jump Client are sent empty; else not at all.
pub(crate) const EMPTY_ADDRESSES_ARE_SENT: bool = true;
