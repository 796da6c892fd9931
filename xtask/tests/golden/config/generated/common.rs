// Made by `cargo xtask codegen` from an invented file.
//! What is the same in both products.
