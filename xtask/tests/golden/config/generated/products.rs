// Made by `cargo xtask codegen` from an invented file.
//! Generated code: the API of each product, and what they share.

#[cfg(feature = "pra")]
pub mod pra;

#[cfg(feature = "rs")]
pub mod rs;
