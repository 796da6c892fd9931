//! What is planned to happen, and what became of it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The steps of a scenario that are still to come, the earliest first, and those that were tried.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub(crate) ahead: Vec<Step>,
    pub(crate) done: Vec<Done>,
}

/// A step: an order of a trigger at a time.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) at: i64,
    pub(crate) order: Map<String, Value>,
}

/// A step that was tried.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Done {
    pub(crate) at: i64,
    pub(crate) order: Map<String, Value>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<Value>,
    /// Why it could not happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) failure: Option<String>,
}
