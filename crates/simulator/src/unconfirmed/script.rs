//! The same of scripts for consoles and of the Client Scripting API.

use http::StatusCode;

/// The status of a request for a script that cannot be made. Neither it nor the sentences are
/// documented.
pub(crate) const REFUSED: StatusCode = StatusCode::BAD_REQUEST;
pub(crate) const UNKNOWN_ACTION: &str = "Invalid action: ";
pub(crate) const UNKNOWN_PARAMETER: &str = "Unknown parameter: ";
pub(crate) const BAD_VALUE: &str = "Invalid value for parameter: ";
pub(crate) const MISSING: &str = "Missing required parameter: ";
pub(crate) const REPEATED: &str = "Repeated parameter: ";
pub(crate) const LOGIN_IN_PART: &str =
    "The parameters mechanism, username and password are given all together or not at all.";

/// Whether a parameter may be there once only.
pub(crate) const REPEATED_IS_REFUSED: bool = true;

/// Whether a second question mark before the query is passed over: links are in circulation that
/// have one.
pub(crate) const SECOND_QUESTION_MARK_TOLERATED: bool = true;

/// The media type of a script.
pub(crate) const MEDIA: &str = "application/octet-stream";

/// The name of a script before its ending, which is documented as `brcs-` and the name of the site.
pub(crate) const SCRIPT_NAME: &str = "session";

/// The company site name of the sample site.
pub(crate) const SITE_NAME: &str = "example";

/// How lines of a generated script end. Documented: either way.
pub(crate) const NEWLINE: &str = "\r\n";

/// Whether a console takes a script that ends in a new line, of which the grammar knows nothing.
pub(crate) const LAST_NEWLINE_TOLERATED: bool = true;

/// Where a browser goes that is not logged in; what it asked for follows.
pub(crate) const WEB_CONSOLE_LOGIN: &str = "/login?redirect=";

/// Whether a Jump Item that is no Jump Client is found by its name, its host and its comments. Of
/// Jump Clients it is documented what a search looks at.
pub(crate) const ITEMS_ARE_SEARCHED_BY: &[&str] = &["name", "hostname", "comments"];
