//! A simulated appliance of Privileged Remote Access or Remote Support, for tests.
//!
#![doc = include_str!("../README.md")]
#![doc = include_str!("../BEHAVIOUR.md")]

mod answer;
mod appliance;
mod attend;
mod backup;
mod backup_file;
mod body;
mod builder;
mod call;
mod cli_zip;
mod client_script;
mod command;
mod command_v2;
mod control;
mod course;
mod crud;
mod delivery;
mod faults;
mod fill;
mod happenings;
mod history;
mod hooks;
mod installer;
mod journal;
mod keys;
mod limits;
mod live;
mod log;
mod network;
mod oauth;
mod openapi;
mod paging;
mod pattern;
mod port;
mod postman;
mod profile;
mod random;
mod refs;
mod reporting;
mod reporting_v2;
mod rng;
mod route;
mod rules;
mod scenario;
mod script;
mod seed;
mod server;
mod site;
mod special;
mod state;
mod store;
mod ticket_reply;
mod time;
mod tls;
mod triggers;
mod tunnel;
mod unconfirmed;
mod validate;
mod world;

pub use appliance::{Appliance, Credentials};
pub use backup_file::{Backup, BackupFailure};
pub use body::SimBody;
pub use builder::Builder;
pub use control::{Control, Switches};
pub use delivery::Delivery;
pub use faults::Fault;
pub use live::outbox::Recipient;
pub use live::ticket::{ReplyForm, TicketSystem};
pub use log::{Counters, Exchange};
pub use profile::Profile;
pub use scenario::Scenario;
pub use server::Server;

#[cfg(test)]
mod tests;
