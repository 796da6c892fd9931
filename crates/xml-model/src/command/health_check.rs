//! `check_health`: whether an appliance is well, and its part in failover.

use std::net::IpAddr;

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::FailoverRole;
use crate::{ApplianceId, Document, Element, Extra, Fields, FromElement, Time};

/// The state of one appliance.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HealthCheck {
    /// Which appliance answered.
    pub appliance: CheckedAppliance,
    /// Release and build; see [`HealthCheck::release`].
    pub version: String,
    /// Whether it is well.
    pub success: bool,
    /// What is wrong.
    pub error_message: Option<String>,
    /// Its part in failover.
    pub failover_role: FailoverRole,
    /// The shared addresses that are switched on here; see [`HealthCheck::shared_ips`].
    pub enabled_shared_ips: Vec<String>,
    /// When data was last synchronized with the peer.
    pub last_data_sync_time: Option<Time>,
    /// How that went.
    pub last_data_sync_status: Option<String>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl HealthCheck {
    /// Returns the release, such as `24.1.2`.
    #[must_use]
    pub fn release(&self) -> &str {
        self.version.split_whitespace().next().unwrap_or_default()
    }

    /// Walks over the shared addresses that are switched on here.
    pub fn shared_ips(&self) -> impl Iterator<Item = IpAddr> {
        self.enabled_shared_ips.iter().filter_map(|ip| ip.parse().ok())
    }
}

impl Document for HealthCheck {
    const ROOT: &'static str = "health_check";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self {
            appliance: fields.needs_element("appliance")?,
            version: fields.needs_word("version")?,
            success: fields.needs("success")?,
            error_message: fields.child("error_message")?,
            // A part that is there but blank is an odd word, and no reason to hide the health.
            failover_role: fields.needs_word_or_blank("failover_role")?.into(),
            // As they are written: an odd address must not hide that an appliance is ill.
            enabled_shared_ips: fields.words("enabled_shared_ips", "ip"),
            last_data_sync_time: fields.guess_time("last_data_sync_time"),
            last_data_sync_status: fields.child("last_data_sync_status")?,
            extra: fields.extra(),
        })
    }
}

/// The appliance that answered.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CheckedAppliance {
    /// Identifies it.
    pub id: ApplianceId,
    /// Its own name for itself, which may be an internal one.
    pub hostname: String,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for CheckedAppliance {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            hostname: fields.text().trim().to_owned(),
            extra: fields.extra(),
        })
    }
}
