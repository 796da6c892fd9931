// Made by `cargo xtask codegen` from an invented file.
//! Bulb.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use http::Method;
use serde::{Deserialize, Serialize};
use super::BulbId;

/// Bulbs: `/bulb`.
#[derive(Clone, Debug)]
pub struct Bulbs {
    pub(crate) scope: Scope,
}

impl Bulbs {
    /// Lists Bulbs.
    ///
    /// `GET /bulb`
    pub fn list(&self) -> Call<Vec<Bulb>> {
        static OPERATION: Operation = Operation::new(
            "bulb list",
            "/api/command/v2/bulb",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
}

/// A Bulb, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Bulb {
    /// The id: at least 1.
    pub id: BulbId,
}
