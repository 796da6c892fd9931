// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! The Command API v2 of Remote Support. Start with [`CommandV2`].

mod appliance;
mod command_v2;
mod session;

pub use self::appliance::Appliances;
pub use self::command_v2::CommandV2;
pub use self::session::Sessions;
pub use super::common::{
    Appliance, ClusterRole, FailoverRole, Health, HealthFailure, Message,
    SessionAttribute, User, UserId, UserType, Users,
};
pub use bt_sra_xml_model::{ApplianceId, Lsid};
