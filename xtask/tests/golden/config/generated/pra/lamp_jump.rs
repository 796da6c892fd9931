// Made by `cargo xtask codegen` from an invented file.
//! Lamp Jump.

use bt_sra_transport::{Operation, Repeat};
use crate::Call;
use crate::scope::Scope;
use crate::wire::One;
use http::Method;
use serde::{Deserialize, Serialize};
use super::LampJumpId;

/// Lamp Jumps: `/jump-item/lamp/{id}/copy`.
#[derive(Clone, Debug)]
pub struct LampJumps {
    pub(crate) scope: Scope,
}

impl LampJumps {
    /// Calls `copy` of a Lamp Jump.
    ///
    /// `POST /jump-item/lamp/{id}/copy`
    pub fn copy(
        &self,
        id: LampJumpId,
        name: impl Into<String>,
    ) -> Call<CopyJumpItemLampAnswer> {
        static OPERATION: Operation = Operation::new(
            "lamp-jump copy",
            "/api/config/v1/jump-item/lamp/{id}/copy",
            Repeat::Never,
        );
        let name: String = name.into();
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&One("name", name))
    }
}

/// A Copy Jump Item Lamp Answer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CopyJumpItemLampAnswer {
    /// The dest id.
    #[serde(rename = "destId")]
    pub dest_id: Option<String>,
}

crate::macros::answers! {
    CopyJumpItemLampAnswer,
}
