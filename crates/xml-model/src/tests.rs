//! Tests of documents as such: what is malformed, and what is hostile.

mod hostile;
mod malformed;
mod survives;
