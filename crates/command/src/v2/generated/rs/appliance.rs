// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Appliance.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use http::Method;
use super::Appliance;

/// Appliances: `/appliance`.
#[derive(Clone, Debug)]
pub struct Appliances {
    pub(crate) scope: Scope,
}

impl Appliances {
    /// Lists Appliances.
    ///
    /// `GET /appliance`
    pub fn list(&self) -> Call<Vec<Appliance>> {
        static OPERATION: Operation = Operation::new(
            "appliance list",
            "/api/command/v2/appliance",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
}
