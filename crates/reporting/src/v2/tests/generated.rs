// Made by `cargo xtask codegen` from: PRA reporting API 2.0.0, sha256 851a3f55ce8f40d33bd3acb1a86043c05c20c8c344a6a0e42a8782fa30b3bdc9.
//! The request of every operation.

pub(super) mod pra;
