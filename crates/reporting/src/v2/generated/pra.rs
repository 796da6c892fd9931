// Made by `cargo xtask codegen` from: PRA reporting API 2.0.0, sha256 851a3f55ce8f40d33bd3acb1a86043c05c20c8c344a6a0e42a8782fa30b3bdc9.
//! The Reporting API v2 of Privileged Remote Access. Start with [`ReportingV2`].

mod duplicate_jump_clients;
mod ids;
mod reporting_v2;

pub use self::duplicate_jump_clients::{
    DuplicateJumpClients, DuplicateJumpClientsListCall, DuplicatesToDelete,
    DuplicateJumpClient, DuplicateJumpClientPage, ConnectionStatus,
};
pub use self::ids::DuplicateJumpClientId;
pub use self::reporting_v2::ReportingV2;
