// Made by `cargo xtask codegen` from an invented file.
//! Config.

use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Call, Raw};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;

/// The Configuration API of Remote Support, version 1.10.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct Config {
    scope: Scope,
}

impl Config {
    /// Takes the way to the appliance.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            scope: Scope::new(pipeline),
        }
    }
    /// Calls what is not typed: `path` hangs below `/api/config/v1`, every step of it encoded as it has to be; `body` is JSON.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        self.scope.raw("/api/config/v1", method, path, query, body)
    }
    /// Reads the a.
    ///
    /// `GET /a`
    pub fn a(&self) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "a",
            "/api/config/v1/a",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
}
