//! The Reporting API, typed, with a module for each product.
//!
#![doc = include_str!("../README.md")]

mod handles;
pub mod pra;
pub mod rs;

pub use bt_sra_transport::api::offline;
pub use bt_sra_xml_model as model;
