//! Who and what takes part in history. It is written down when the simulator starts, so that history
//! does not change when somebody is renamed or deleted.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Everybody and everything that history knows.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cast {
    /// Whether sessions go to machines (PRA), and not to customers (RS).
    pub(crate) access: bool,
    pub(crate) people: Vec<Person>,
    pub(crate) teams: Vec<Team>,
    pub(crate) machines: Vec<Machine>,
    pub(crate) jump_groups: Vec<Named>,
    pub(crate) jumpoints: Vec<Named>,
    pub(crate) vault_accounts: Vec<Named>,
    pub(crate) portals: Vec<Named>,
    /// The custom fields of sessions: code names and display names.
    pub(crate) fields: Vec<(String, String)>,
}

/// A user.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) username: String,
    pub(crate) public: String,
    pub(crate) private: String,
}

/// A team.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Team {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// Places in the list of people.
    pub(crate) members: Vec<usize>,
}

/// A machine.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Machine {
    pub(crate) name: String,
    pub(crate) hostname: String,
    pub(crate) system: String,
    /// What kind of Jump Item leads to it.
    pub(crate) kind: String,
}

/// Something with a name.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub(crate) id: i64,
    pub(crate) name: String,
}

pub(super) fn write<S: Serializer>(cast: &Arc<Cast>, serializer: S) -> Result<S::Ok, S::Error> {
    cast.as_ref().serialize(serializer)
}

pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Cast>, D::Error> {
    Cast::deserialize(deserializer).map(Arc::new)
}
