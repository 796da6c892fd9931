// Made by `cargo xtask codegen` from an invented file.
//! Lamp Jump.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
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
        body: impl Into<Option<CopyJumpItemLamp>>,
    ) -> Call<CopyJumpItemLampAnswer> {
        static OPERATION: Operation = Operation::new(
            "lamp-jump copy",
            "/api/config/v1/jump-item/lamp/{id}/copy",
            Repeat::Never,
        );
        let call = self.scope.call(&OPERATION, Method::POST, &[&id]);
        match body.into() {
            Some(body) => call.json::<CopyJumpItemLamp>(&body),
            None => call,
        }
    }
}

/// What is sent for `CopyJumpItemLamp`.
#[derive(Clone, Debug, Serialize)]
pub struct CopyJumpItemLamp {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
}

impl CopyJumpItemLamp {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            room: None,
        }
    }
    /// Sets the room.
    #[must_use]
    pub fn room(mut self, room: impl Into<String>) -> Self {
        self.room = Some(room.into());
        self
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

bt_sra_transport::api::answers! {
    CopyJumpItemLampAnswer,
}
