//! Facts of every Configuration API operation.
//!
#![doc = include_str!("../README.md")]

#[rustfmt::skip]
mod generated;
mod make;
mod schema;
#[cfg(test)]
mod tests;

pub use generated::{PRA, RS};
pub use schema::{
    Answer, Body, Field, Integer, List, Literal, Method, Object, Operation, Param, Schema, Text, TextFormat,
};

/// The Configuration API of one product.
#[derive(Debug)]
pub struct Catalog {
    /// The version of the specification, `1.10` for example. A text: 1.10 is after 1.9.
    pub version: &'static str,
    /// All operations, by path and method.
    pub operations: &'static [Operation],
    /// All named objects, by name, unreferenced ones included.
    pub objects: &'static [&'static Object],
}
