//! People who are logged in to their console.

use serde::{Deserialize, Serialize};

/// Somebody who is logged in.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// When the login was.
    pub(crate) since: i64,
    /// The code name of the status.
    pub(crate) status: String,
    /// Whether the person is shown on the public site.
    pub(crate) listed: bool,
    /// The name of somebody who was invited into a session and is no user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) invited: Option<String>,
}

/// Ids of invited people begin after this one: they are no users of the Configuration API.
pub(crate) const INVITED: i64 = 1_000_000;
