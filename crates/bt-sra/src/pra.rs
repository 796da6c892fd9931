//! Privileged Remote Access.

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::pra as config;

crate::client::client!("Privileged Remote Access");
