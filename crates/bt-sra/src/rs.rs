//! Remote Support.

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::rs as config;

crate::client::client!("Remote Support");
