//! The appliances behind a site: their roles, their health, and how data go between them.

use serde::{Deserialize, Serialize};

/// The appliances. The first one is that which answers.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Appliances {
    pub(crate) all: Vec<Machine>,
    pub(crate) shared_ips: Vec<String>,
    /// When data were last brought to the peer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_sync: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) sync_status: String,
    /// When the next synchronization begins by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) next_sync: Option<i64>,
    /// The one that is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sync: Option<Sync>,
    /// How many seconds one takes.
    pub(crate) sync_takes: i64,
    /// Whether the peer cannot be reached.
    pub(crate) peer_lost: bool,
    /// What is wrong with the appliance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) trouble: Option<String>,
}

/// One appliance.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Machine {
    /// 32 hexadecimal digits.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) hostname: String,
    pub(crate) role: Role,
    pub(crate) accepting: bool,
    /// Seconds from UTC.
    pub(crate) offset: i64,
}

/// A role in a failover pair.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    None,
    Primary,
    Backup,
}

/// A synchronization of data with the peer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sync {
    pub(crate) ends: i64,
    /// The role that is taken on afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) then: Option<Role>,
}

impl Role {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Primary => "primary",
            Self::Backup => "backup",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "primary" => Some(Self::Primary),
            "backup" => Some(Self::Backup),
            _ => None,
        }
    }

    /// The role of the peer of one that has this role.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::Primary => Self::Backup,
            Self::Backup => Self::Primary,
        }
    }
}

impl Appliances {
    /// The role of the appliance that answers.
    pub(crate) fn role(&self) -> Role {
        self.all.first().map_or(Role::None, |own| own.role)
    }

    /// Gives the appliance that answers a role, and the peer the other one.
    pub(crate) fn set_role(&mut self, role: Role) {
        for (index, machine) in self.all.iter_mut().enumerate() {
            machine.role = if index == 0 { role } else { role.other() };
        }
    }

    /// Whether data are being synchronized before a change of roles.
    pub(crate) fn is_swapping(&self) -> bool {
        self.sync.as_ref().is_some_and(|sync| sync.then.is_some())
    }

    /// Whether the site has a failover pair.
    pub(crate) fn is_pair(&self) -> bool {
        self.all.len() > 1
    }
}
