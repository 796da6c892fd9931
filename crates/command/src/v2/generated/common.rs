// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! What is the same in both products.

mod appliance;
mod command_v2;
mod ids;
mod session;
mod shared;
mod user;

pub use self::appliance::Appliance;
pub use self::command_v2::{Health, HealthFailure};
pub use self::ids::UserId;
pub use self::session::SessionAttribute;
pub use self::shared::{Message, ClusterRole, FailoverRole};
pub use self::user::{Users, User, UserType};
