//! `get_appliances`: the appliances of a failover pair or cluster.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{ApplianceId, Document, Element, Extra, Fields, FromElement};

/// All appliances of a site.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Appliances {
    /// One for each appliance.
    pub appliances: Vec<Appliance>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for Appliances {
    const ROOT: &'static str = "appliances";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { appliances: fields.elements("appliance")?, extra: fields.extra() })
    }
}

/// An appliance.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Appliance {
    /// Identifies it.
    pub id: ApplianceId,
    /// Its name.
    pub name: String,
    /// The host name under which it is reached.
    pub public_hostname: String,
    /// Its part in a cluster.
    pub cluster_role: ClusterRole,
    /// Its part in a failover pair.
    pub failover_role: FailoverRole,
    /// Whether clients may connect to it; out of a cluster they always may.
    pub accepting_connections: bool,
    /// Seconds that its clock is ahead of UTC.
    pub timezone_offset: i32,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Appliance {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            name: fields.needs("name")?,
            public_hostname: fields.needs_word("public_hostname")?,
            cluster_role: fields.needs("cluster_role")?,
            failover_role: fields.needs("failover_role")?,
            accepting_connections: fields.needs("accepting_connections")?,
            timezone_offset: fields.needs("timezone_offset")?,
            extra: fields.extra(),
        })
    }
}

open_enum! {
    /// The part of an appliance in a cluster.
    pub enum ClusterRole {
        /// There is no cluster.
        Single = "single",
        /// It leads.
        Primary = "primary",
        /// It leads, in the words of older versions.
        Master = "master",
        /// It carries traffic.
        Traffic = "traffic",
    }

    /// The part of an appliance in a failover pair.
    pub enum FailoverRole {
        /// Failover is not set up.
        None = "none",
        /// It serves.
        Primary = "primary",
        /// It waits.
        Backup = "backup",
    }
}

impl ClusterRole {
    /// Returns whether the appliance leads, whatever its version calls that.
    #[must_use]
    pub fn is_primary(&self) -> bool {
        matches!(self, Self::Primary | Self::Master)
    }
}
