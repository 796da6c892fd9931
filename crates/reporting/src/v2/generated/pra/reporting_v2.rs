// Made by `cargo xtask codegen` from: PRA reporting API 2.0.0, sha256 851a3f55ce8f40d33bd3acb1a86043c05c20c8c344a6a0e42a8782fa30b3bdc9.
//! Reporting V2.

use bt_sra_transport::Pipeline;
use bt_sra_transport::api::Raw;
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use super::DuplicateJumpClients;

/// The Reporting API v2 of Privileged Remote Access, version 2.0.0.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct ReportingV2 {
    scope: Scope,
}

impl ReportingV2 {
    /// Takes the way to the appliance.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            scope: Scope::new(pipeline),
        }
    }
    /// Calls what is not typed: `path` hangs below `/api/reporting/v2`, every step of it encoded as it has to be; `body` is JSON.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        self.scope.raw("/api/reporting/v2", method, path, query, body)
    }
    /// Duplicate Jump Clients.
    #[must_use]
    pub fn duplicate_jump_clients(&self) -> DuplicateJumpClients {
        DuplicateJumpClients {
            scope: self.scope.clone(),
        }
    }
}
