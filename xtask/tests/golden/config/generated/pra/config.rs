// Made by `cargo xtask codegen` from an invented file.
//! Config.

use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Download, Raw};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use super::{Bulbs, LampJumps, Lamps, Sources};

/// The Configuration API of Privileged Remote Access, version 1.10.
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
    /// Bulbs.
    #[must_use]
    pub fn bulbs(&self) -> Bulbs {
        Bulbs { scope: self.scope.clone() }
    }
    /// Lamps.
    #[must_use]
    pub fn lamps(&self) -> Lamps {
        Lamps { scope: self.scope.clone() }
    }
    /// Lamp Jumps.
    #[must_use]
    pub fn lamp_jumps(&self) -> LampJumps {
        LampJumps {
            scope: self.scope.clone(),
        }
    }
    /// Sources.
    #[must_use]
    pub fn sources(&self) -> Sources {
        Sources {
            scope: self.scope.clone(),
        }
    }
    /// Downloads `openapi.yaml`.
    ///
    /// `GET /openapi.yaml`
    pub fn openapi_yaml(&self) -> Download {
        static OPERATION: Operation = Operation::new(
            "openapi-yaml",
            "/api/config/v1/openapi.yaml",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[])
    }
}
