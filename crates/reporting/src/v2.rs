//! The Reporting API in version 2, which speaks JSON. It is only confirmed for Privileged Remote
//! Access.

#[cfg(feature = "pra")]
#[rustfmt::skip]
mod generated;
#[cfg(feature = "pra")]
mod list;

#[cfg(feature = "pra")]
pub use list::{Items, Page};

#[cfg(feature = "pra")]
#[doc(inline)]
pub use bt_sra_transport::api::{Answer, Call, Json, Raw, Until, offline};

#[cfg(feature = "pra")]
pub use generated::pra;

#[cfg(test)]
mod tests;
