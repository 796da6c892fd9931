//! The Configuration API, typed, with a module for each product.
//!
#![cfg_attr(feature = "pra", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(any(feature = "pra", feature = "rs")),
    allow(dead_code, unused_imports, reason = "without a product only what they share is left")
)]

mod ensure;
mod find;
mod held;
mod list;

#[rustfmt::skip]
#[cfg(any(feature = "pra", feature = "rs"))]
mod generated;

#[doc(inline)]
pub use bt_sra_transport::api::{Answer, Call, Download, Json, Raw, Until, offline};
pub use ensure::{Ensure, Ensured};
pub use find::{Find, Found};
pub use held::{Held, Hold};
pub use list::{Items, List, Listing, Page, Paged, Pages};

#[cfg(feature = "pra")]
pub use generated::pra;
#[cfg(feature = "rs")]
pub use generated::rs;

#[cfg(test)]
mod tests;
