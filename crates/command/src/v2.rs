//! The Command API in version 2, which speaks JSON, with a module for each product.

#[cfg(any(feature = "pra", feature = "rs"))]
#[rustfmt::skip]
mod generated;
#[cfg(any(feature = "pra", feature = "rs"))]
mod health;

#[doc(inline)]
pub use bt_sra_transport::api::{Answer, Call, Download, Json, Raw, Until, offline};

#[cfg(feature = "pra")]
pub use generated::pra;
#[cfg(feature = "rs")]
pub use generated::rs;

#[cfg(test)]
mod tests;
