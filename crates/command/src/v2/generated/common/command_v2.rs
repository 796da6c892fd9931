// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Command V2.

use bt_sra_core::Timestamp;
use bt_sra_transport::api::wire;
use bt_sra_xml_model::ApplianceId;
use serde::{Deserialize, Serialize};
use super::{ClusterRole, FailoverRole};

/// Health, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Health {
    /// The version.
    pub version: String,
    /// The build.
    pub build: String,
    /// The appliance hostname.
    pub appliance_hostname: String,
    /// The appliance id: of the form `^[0-9a-fA-F]{32}$`.
    pub appliance_id: ApplianceId,
    /// The cluster role.
    pub cluster_role: ClusterRole,
    /// The failover role.
    pub failover_role: FailoverRole,
    /// The enabled shared ips.
    pub enabled_shared_ips: Option<Vec<String>>,
    /// The last data sync.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_data_sync: Option<Timestamp>,
    /// The last data sync status.
    pub last_data_sync_status: Option<String>,
}

/// A Health Failure, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HealthFailure {
    /// The message.
    pub message: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The build.
    pub build: Option<String>,
    /// The appliance hostname.
    pub appliance_hostname: Option<String>,
    /// The appliance id: of the form `^[0-9a-fA-F]{32}$`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub appliance_id: Option<ApplianceId>,
    /// The cluster role.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub cluster_role: Option<ClusterRole>,
    /// The failover role.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub failover_role: Option<FailoverRole>,
    /// The enabled shared ips.
    pub enabled_shared_ips: Option<Vec<String>>,
    /// The last data sync.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_data_sync: Option<Timestamp>,
    /// The last data sync status.
    pub last_data_sync_status: Option<String>,
}

bt_sra_transport::api::answers! {
    Health,
}

bt_sra_transport::api::failures! {
    HealthFailure {
        version,
        build,
        appliance_hostname,
        appliance_id,
        cluster_role,
        failover_role,
        enabled_shared_ips,
        last_data_sync,
        last_data_sync_status,
    }
}
