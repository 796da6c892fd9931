//! What the health of both APIs has in common.

// The types are the same in both.
#[cfg(feature = "pra")]
use super::pra::{FailoverRole, Health, HealthFailure};
#[cfg(not(feature = "pra"))]
use super::rs::{FailoverRole, Health, HealthFailure};
use crate::{HealthSource, model};

fn role(role: &FailoverRole) -> model::command::FailoverRole {
    role.as_str().into()
}

impl From<Health> for crate::Health {
    fn from(health: Health) -> Self {
        Self {
            appliance_id: Some(health.appliance_id),
            hostname: Some(health.appliance_hostname),
            version: Some(health.version),
            build: Some(health.build),
            failover_role: Some(role(&health.failover_role)),
            enabled_shared_ips: health.enabled_shared_ips.unwrap_or_default(),
            last_data_sync: health.last_data_sync,
            last_data_sync_status: health.last_data_sync_status,
            ..Self::new(HealthSource::V2, true)
        }
    }
}

impl From<HealthFailure> for crate::Health {
    fn from(failure: HealthFailure) -> Self {
        Self {
            message: failure.message,
            appliance_id: failure.appliance_id,
            hostname: failure.appliance_hostname,
            version: failure.version,
            build: failure.build,
            failover_role: failure.failover_role.as_ref().map(role),
            enabled_shared_ips: failure.enabled_shared_ips.unwrap_or_default(),
            last_data_sync: failure.last_data_sync,
            last_data_sync_status: failure.last_data_sync_status,
            ..Self::new(HealthSource::V2, false)
        }
    }
}

impl From<Result<Health, HealthFailure>> for crate::Health {
    fn from(told: Result<Health, HealthFailure>) -> Self {
        told.map_or_else(Self::from, Self::from)
    }
}
