//! Tests of documents as such: what is malformed, and what is hostile.

mod alike;
pub(crate) mod dress;
mod hostile;
mod malformed;
mod plain;
mod survives;
