//! The Reporting API, typed, with a module for each product.
//!
#![doc = include_str!("../README.md")]

pub use bt_sra_xml_model as model;
