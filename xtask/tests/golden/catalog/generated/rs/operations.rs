// Made by `cargo xtask codegen` from an invented file.
//! Operations of RS, by group.

mod a;

pub(super) use a::X_A_SHOW;
