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

crate::client::client!("Privileged Remote Access");
