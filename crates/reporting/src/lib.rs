//! The Reporting API, typed, with a module for each product.
//!
#![doc = include_str!("../README.md")]

mod archive;
mod asking;
mod content;
mod distinct;
mod download;
mod endpoint_licenses;
mod files;
mod handles;
mod parts;
mod plan;
pub mod pra;
mod report;
mod rows;
pub mod rs;
mod selectors;
mod stream;
mod syslog;
mod unpack;
pub mod v2;
mod window;

pub use archive::{Archive, ArchiveRow, read_archive_state, walk_archive_events, walk_archive_state};
pub use content::FileKind;
pub use distinct::{Distinct, Key};
pub use download::{Download, OpenFile, SavedFile};
pub use endpoint_licenses::{
    EndpointLicense, EndpointLicenseHead, EndpointLicenseRow, EndpointLicenses, walk_endpoint_licenses,
};
pub use plan::Plan;
pub use report::{LSIDS_AT_ONCE, OfSession, Report};
pub use rows::Rows;
pub use selectors::{
    LicenseInterval, SessionFilter, Sessions, SummaryBy, SurveyBy, Surveys, VaultFilter, Whose,
};
pub use stream::{Progress, ReportStream};
pub use syslog::{Syslog, SyslogFields, SyslogLimits, SyslogPerson, SyslogRecord, SyslogStamp, walk_syslog};
pub use window::{Day, Moment, StartWindow, Window, WindowBy};

pub use bt_sra_transport::api::offline;
pub use bt_sra_transport::save::Saved;
pub use bt_sra_transport::{Body, ProgressObserver};
pub use bt_sra_xml_model as model;

#[cfg(test)]
mod tests;
