// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Appliance.

use bt_sra_transport::api::wire;
use bt_sra_xml_model::ApplianceId;
use serde::{Deserialize, Serialize};
use super::{ClusterRole, FailoverRole};

/// An Appliance, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Appliance {
    /// The id: of the form `^[0-9a-fA-F]{32}$`.
    pub id: ApplianceId,
    /// The name.
    pub name: String,
    /// The public hostname.
    pub public_hostname: String,
    /// The cluster role.
    pub cluster_role: ClusterRole,
    /// The failover role.
    pub failover_role: FailoverRole,
    /// Whether `accepting_connections` is set.
    pub accepting_connections: bool,
    /// The timezone offset.
    #[serde(deserialize_with = "wire::integer")]
    pub timezone_offset: i64,
}
