//! Remote Support.

/// The XML Command API: every action of the product.
#[cfg(feature = "command")]
pub use bt_sra_command::rs as command;

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::rs as config;

crate::client::client!("Remote Support");
