//! The Configuration API, typed, with a module for each product.
//!
#![cfg_attr(feature = "pra", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(any(feature = "pra", feature = "rs")),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "without a product only what they share is left"
    )
)]

mod call;
mod download;
mod ensure;
mod find;
mod held;
mod json;
mod list;
#[allow(unused_imports, unused_macros, reason = "which of these are used changes with product and version")]
mod macros;
mod offline;
mod raw;
mod scope;
mod until;
#[allow(dead_code, reason = "which of these are used changes with the version of the API")]
mod wire;

#[rustfmt::skip]
#[cfg(any(feature = "pra", feature = "rs"))]
mod generated;

pub use call::{Answer, Call};
pub use download::Download;
pub use ensure::{Ensure, Ensured};
pub use find::{Find, Found};
pub use held::{Held, Hold};
pub use json::Json;
pub use list::{Items, List, Listing, Page, Paged, Pages};
pub use offline::offline;
pub use raw::Raw;
pub use until::Until;

#[cfg(feature = "pra")]
pub use generated::pra;
#[cfg(feature = "rs")]
pub use generated::rs;

#[cfg(test)]
mod tests;
