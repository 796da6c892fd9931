//! Session keys.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::session::Queue;

/// A key that lets a customer into a session.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Key {
    /// Seven digits.
    pub(crate) short: String,
    /// 32 hexadecimal digits, for the URL.
    pub(crate) ak: String,
    pub(crate) expires: i64,
    pub(crate) queue: Queue,
    pub(crate) attributes: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) priority: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) skills: Vec<String>,
    /// Whether a session has begun with it.
    pub(crate) used: bool,
}
