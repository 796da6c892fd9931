// Made by `cargo xtask codegen` from an invented file.
//! Objects of RS, by group.
