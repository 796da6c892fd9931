// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Appliance.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use bt_sra_xml_model::ApplianceId;
use http::Method;
use serde::{Deserialize, Serialize};
use super::{Appliance, ClientType};

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
    /// Counts the clients of each appliance.
    ///
    /// `GET /appliance/client-count`
    pub fn client_counts(&self) -> ApplianceClientCountList {
        static OPERATION: Operation = Operation::new(
            "appliance client-counts",
            "/api/command/v2/appliance/client-count",
            Repeat::Safe,
        );
        ApplianceClientCountList {
            call: self.scope.call(&OPERATION, Method::GET, &[]),
        }
    }
}

/// The call of `GET /appliance/client-count`, and what it may be told.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ApplianceClientCountList {
    pub(crate) call: Call<Vec<ApplianceClientCount>>,
}

impl ApplianceClientCountList {
    /// Keeps what has this `type`.
    pub fn r#type(self, r#type: ClientType) -> Self {
        Self {
            call: self.call.query("type", r#type),
        }
    }
}

/// An Appliance Client Count, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApplianceClientCount {
    /// The id: of the form `^[0-9a-fA-F]{32}$`.
    pub id: ApplianceId,
    /// The access consoles: at least 0.
    pub access_consoles: i64,
    /// The asset clients: at least 0.
    pub asset_clients: i64,
    /// The gateways: at least 0.
    pub gateways: i64,
}

bt_sra_transport::api::calls! {
    ApplianceClientCountList => Vec<ApplianceClientCount>,
}
