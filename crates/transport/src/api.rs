//! What typed APIs are made of: for the crates of APIs, their generated code above all.
//!
//! A handle holds a [`Scope`](scope::Scope): the pipeline, and the ids on the path so far. From
//! it and an operation comes a [`Pending`](scope::Pending), a request that waits to be sent, and
//! around that a [`Call`], a [`Download`] or a [`Raw`], which is what users hold. API crates
//! export those of their own accord; what is hidden in them is for generated code.

mod call;
mod download;
mod json;
mod macros;
mod offline;
mod raw;
pub mod scope;
mod until;
pub mod wire;

pub use call::{Answer, Call};
pub use download::Download;
pub use json::Json;
pub use offline::offline;
pub use raw::Raw;
pub use until::Until;

pub use crate::{answers, calls, failures, number_enums, text_enums, wrapped};
