//! Version 2: the requests of all operations, and how answers are read.

#![cfg(all(feature = "pra", feature = "rs"))]

use bt_sra_core::Result;
use bytes::Bytes;
use http::Request;

use super::{offline, pra, rs};

mod answers;
#[rustfmt::skip]
mod generated;
mod golden;
mod requests;

fn command() -> pra::CommandV2 {
    pra::CommandV2::new(offline())
}

/// The request of an operation, and what is known of it.
struct Made {
    id: &'static str,
    method: &'static str,
    /// The template, with the base.
    path: &'static str,
    query: &'static [&'static str],
    has_body: bool,
    is_file: bool,
    request: Result<Request<Bytes>>,
}

/// Sample values.
struct At;

#[allow(dead_code, reason = "which of these are used changes with the version of the API")]
impl At {
    fn id(&self, _name: &str) -> i64 {
        7
    }

    fn number(&self, _name: &str, sample: i64) -> i64 {
        sample
    }

    fn text(&self, _name: &str, sample: &str) -> String {
        sample.to_owned()
    }

    fn step(&self, _name: &str) -> String {
        "7".to_owned()
    }
}
