// Made by `cargo xtask codegen` from an invented file.
//! The tables of Remote Support.

use crate::Catalog;
use crate::schema::{Object, Operation};

mod objects;
mod operations;

/// The Configuration API of Remote Support, version 1.10.
pub static RS: Catalog = Catalog {
    version: "1.10",
    operations: &OPERATIONS,
    objects: OBJECTS,
};

static OPERATIONS: [Operation; 1usize] = [operations::X_A_SHOW];

static OBJECTS: &[&Object] = &[];
