//! The Command API, typed, with a module for each product.
//!
#![cfg_attr(feature = "pra", doc = include_str!("../README.md"))]

mod action;
pub mod actions;
mod call;
mod handles;
mod health;
mod parameters;
mod permissions;
pub mod pra;
pub mod rs;
mod shortcut;
pub mod v2;
mod waits;
mod who;

pub use action::{ACTIONS, Access, Action, Evidence, Need, Parameter, ParameterKind};
pub use call::Call;
pub use health::{Health, HealthSource, PlainHealth, PlainHealthCall};
pub use permissions::Permissions;
pub use who::{
    Chat, ClientFilter, Leaver, NewFailoverRole, Priority, Queue, Rep, SessionVoice, TeamVoice, TransferTo,
    Visitor,
};

pub use bt_sra_transport::api::Until;
pub use bt_sra_xml_model as model;

#[cfg(test)]
mod tests;
