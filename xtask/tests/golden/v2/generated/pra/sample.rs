// Made by `cargo xtask codegen` from an invented file.
//! Sample.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Call, Json, Raw, wire};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use super::{Bulbs, Lamps};

/// The Sample API of Privileged Remote Access, version 2.0.0.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct Sample {
    scope: Scope,
}

impl Sample {
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
    /// Reads the rights.
    ///
    /// `GET /rights`
    pub fn rights(&self) -> Call<Rights> {
        static OPERATION: Operation = Operation::new(
            "rights",
            "/api/command/v2/rights",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Reads the state.
    ///
    /// A failing answer that tells the same is the inner `Err`.
    ///
    /// `GET /state`
    pub fn state(&self) -> Call<Result<State, StateError>> {
        static OPERATION: Operation = Operation::new(
                "state",
                "/api/command/v2/state",
                Repeat::Safe,
            )
            .answering(&[500]);
        self.scope.call(&OPERATION, Method::GET, &[])
    }
}

/// A Rights, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Rights {
    /// Whether `may_see` is set.
    pub may_see: Option<bool>,
    /// Whether `may_switch` is set.
    pub may_switch: Option<bool>,
    /// What this version of the crate does not know.
    #[serde(flatten)]
    pub other: BTreeMap<String, Json>,
}

/// A State, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct State {
    /// The name.
    pub name: String,
    /// The since.
    pub since: Timestamp,
    /// The watts.
    #[serde(default, deserialize_with = "wire::integer_or_none")]
    pub watts: Option<i64>,
}

/// A State Error, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StateError {
    /// The message.
    pub message: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The since.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub since: Option<Timestamp>,
    /// The watts.
    #[serde(default, deserialize_with = "wire::integer_or_none")]
    pub watts: Option<i64>,
}

bt_sra_transport::api::answers! {
    Rights,
    State,
}

bt_sra_transport::api::failures! {
    StateError {
        name,
        since,
        watts,
    }
}
