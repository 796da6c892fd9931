//! Privileged Remote Access.

/// The XML Command API: every action of the product.
#[cfg(feature = "command")]
pub use bt_sra_command::pra as command;

/// The Command API v2.
#[cfg(feature = "command")]
pub use bt_sra_command::v2::pra as command_v2;

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::pra as config;

/// The Reporting API: every report of the product.
#[cfg(feature = "reporting")]
pub use bt_sra_reporting::pra as reporting;

/// The Reporting API v2.
#[cfg(feature = "reporting")]
pub use bt_sra_reporting::v2::pra as reporting_v2;

/// The commands of scripts for the access console.
#[cfg(feature = "scripting")]
pub use bt_sra_scripting::pra as scripting;

crate::client::client!("Privileged Remote Access");

#[cfg(feature = "reporting")]
impl Client {
    /// Returns the Reporting API v2, which newer appliances have.
    #[must_use]
    pub fn reporting_v2(&self) -> reporting_v2::ReportingV2 {
        reporting_v2::ReportingV2::new(self.connection.pipeline().clone())
    }
}
