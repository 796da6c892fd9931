//! The Backup API: the configuration of an appliance as one file.
//!
#![doc = include_str!("../README.md")]

mod call;
mod check;
mod name;

pub use bt_sra_transport::save::Saved;
pub use call::{Backup, BackupCall, PATH};
pub use name::{file_name, stem};

#[cfg(test)]
mod tests;
