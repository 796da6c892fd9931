// Made by `cargo xtask codegen` from an invented file.
//! The tables of both products.

mod pra;
mod rs;

pub use pra::PRA;
pub use rs::RS;
