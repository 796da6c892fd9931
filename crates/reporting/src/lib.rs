//! The Reporting API, typed, with a module for each product.
//!
#![doc = include_str!("../README.md")]

mod asking;
mod distinct;
mod handles;
mod parts;
mod plan;
pub mod pra;
mod report;
pub mod rs;
mod selectors;
mod stream;
mod window;

pub use distinct::{Distinct, Key};
pub use plan::Plan;
pub use report::{LSIDS_AT_ONCE, OfSession, Report};
pub use selectors::{
    LicenseInterval, SessionFilter, Sessions, SummaryBy, SurveyBy, Surveys, VaultFilter, Whose,
};
pub use stream::{Progress, ReportStream};
pub use window::{Day, StartWindow, Window, WindowBy};

pub use bt_sra_transport::api::offline;
pub use bt_sra_xml_model as model;

#[cfg(test)]
mod tests;
