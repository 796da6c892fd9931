// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Command V2.

use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Call, Raw};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use super::{Appliances, Health, HealthFailure, Sessions, Users};

/// The Command API v2 of Remote Support, version 2.0.0.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct CommandV2 {
    scope: Scope,
}

impl CommandV2 {
    /// Takes the way to the appliance.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            scope: Scope::new(pipeline),
        }
    }
    /// Calls what is not typed: `path` hangs below `/api/command/v2`, every step of it encoded as it has to be; `body` is JSON.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        self.scope.raw("/api/command/v2", method, path, query, body)
    }
    /// Appliances.
    #[must_use]
    pub fn appliances(&self) -> Appliances {
        Appliances {
            scope: self.scope.clone(),
        }
    }
    /// Sessions.
    #[must_use]
    pub fn sessions(&self) -> Sessions {
        Sessions {
            scope: self.scope.clone(),
        }
    }
    /// Users.
    #[must_use]
    pub fn users(&self) -> Users {
        Users { scope: self.scope.clone() }
    }
    /// Tells how the appliance is. Asked for more often than once a minute, it may tell the same.
    ///
    /// A failing answer that tells the same is the inner `Err`.
    ///
    /// `GET /health`
    pub fn health(&self) -> Call<Result<Health, HealthFailure>> {
        static OPERATION: Operation = Operation::new(
                "health",
                "/api/command/v2/health",
                Repeat::Safe,
            )
            .answering(&[500]);
        self.scope.call(&OPERATION, Method::GET, &[])
    }
}
