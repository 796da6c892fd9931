//! The same of the Backup API.

use http::StatusCode;

/// The status of an account without the permission. That of the Configuration API; of this API none
/// is documented.
pub(crate) const FORBIDDEN_STATUS: StatusCode = StatusCode::FORBIDDEN;

/// The media type of a backup.
pub(crate) const MEDIA: &str = "application/octet-stream";

/// The name of the file, where `Content-Disposition` is to give one. Callers save `.nsb` files.
pub(crate) const FILE_NAME: &str = "simulated-backup.nsb";

/// Whether members of the body beside `password` are refused, as in the Configuration API.
pub(crate) const UNKNOWN_MEMBERS_REFUSED: bool = true;

/// Whether an empty password is none.
pub(crate) const EMPTY_PASSWORD_IS_NONE: bool = true;

/// What is said of a password that is no text.
pub(crate) const PASSWORD_IS_NO_TEXT: &str = "The password field must be a string.";

/// The text that old appliances sent with the status 200, as a public script looks for it.
pub(crate) const INVALID_CREDENTIALS: &str = "Invalid credentials";

/// A page that is sent with the status 200, and a JSON error: both are ours.
pub(crate) const ERROR_PAGE: &str =
    "<html><head><title>Error</title></head><body>The backup could not be made.</body></html>\n";
pub(crate) const JSON_ERROR: (&str, &str) = ("backup_failed", "The backup could not be made.");
