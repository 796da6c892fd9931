//! Remote Support.

/// The XML Command API: every action of the product.
#[cfg(feature = "command")]
pub use bt_sra_command::rs as command;

/// The Command API v2.
#[cfg(feature = "command")]
pub use bt_sra_command::v2::rs as command_v2;

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::rs as config;

/// The Reporting API: every report of the product.
#[cfg(feature = "reporting")]
pub use bt_sra_reporting::rs as reporting;

/// The commands of scripts for the representative console.
#[cfg(feature = "scripting")]
pub use bt_sra_scripting::rs as scripting;

crate::client::client!("Remote Support");
