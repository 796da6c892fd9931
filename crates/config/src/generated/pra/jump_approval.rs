// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Jump Approval.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{List, Listing};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{JumpApprovalId, JumpItemRef, JumpPolicyId, UserId};

/// Jump Approvals: `/jump-approval/approve`.
#[derive(Clone, Debug)]
pub struct JumpApprovals {
    pub(crate) scope: Scope,
}

impl JumpApprovals {
    /// Calls `approve` of a Jump Approval.
    ///
    /// `POST /jump-approval/approve`
    pub fn approve(&self, body: ApproveJumpApproval) -> Call<ApproveJumpApprovalAnswer> {
        static OPERATION: Operation = Operation::new(
            "jump-approval approve",
            "/api/config/v1/jump-approval/approve",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&body)
    }
    /// Calls `request` of a Jump Approval.
    ///
    /// `POST /jump-approval/request`
    pub fn request(&self, body: RequestJumpApproval) -> Call<RequestJumpApprovalAnswer> {
        static OPERATION: Operation = Operation::new(
            "jump-approval request",
            "/api/config/v1/jump-approval/request",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&body)
    }
    /// Lists Jump Approvals.
    ///
    /// `GET /jump-approval/{user_id}`
    pub fn list(&self, user_id: UserId) -> List<JumpApprovalList> {
        static OPERATION: Operation = Operation::new(
            "jump-approval list",
            "/api/config/v1/jump-approval/{user_id}",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&user_id])
    }
    /// Reads the view of a Jump Approval.
    ///
    /// `GET /jump-approval/{user_id}/view/{id}`
    pub fn view(
        &self,
        user_id: UserId,
        id: JumpApprovalId,
    ) -> Call<JumpAuthorizationRequest> {
        static OPERATION: Operation = Operation::new(
            "jump-approval view",
            "/api/config/v1/jump-approval/{user_id}/view/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id, &id])
    }
}

/// The list of `/jump-approval/{user_id}`.
#[derive(Clone, Copy, Debug)]
pub enum JumpApprovalList {}

impl Listing for JumpApprovalList {
    type Item = JumpAuthorizationRequest;
}

impl List<JumpApprovalList> {
    /// Keeps what has this `state`.
    pub fn state(self, state: JumpAuthorizationState) -> Self {
        self.with("state", state)
    }
}

/// What is sent for `ApproveJumpApproval`.
#[derive(Clone, Debug, Serialize)]
pub struct ApproveJumpApproval {
    id: JumpApprovalId,
    user_id: UserId,
    answer: JumpApprovalDecision,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
}

impl ApproveJumpApproval {
    /// Takes what must be there.
    pub fn new(
        id: JumpApprovalId,
        user_id: UserId,
        answer: JumpApprovalDecision,
    ) -> Self {
        Self {
            id,
            user_id,
            answer,
            comments: None,
        }
    }
    /// Sets the comments: up to 2048 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
}

/// An Approve Jump Approval Answer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApproveJumpApprovalAnswer {
    /// The message.
    pub message: Option<String>,
}

/// A Jump Authorization Request, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpAuthorizationRequest {
    /// The id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub id: Option<JumpApprovalId>,
    /// The state.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub state: Option<JumpAuthorizationState>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The jump item type.
    pub jump_item_type: Option<String>,
    /// The jump item id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_item_id: Option<i64>,
    /// The created by user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_by_user_id: Option<UserId>,
    /// The start timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub start_timestamp: Option<Timestamp>,
    /// The duration: at least 60. By default `7200`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub duration: Option<i64>,
    /// The request reason: up to 2048 characters.
    pub request_reason: Option<String>,
    /// The response comments: up to 2048 characters.
    pub response_comments: Option<String>,
}

impl JumpAuthorizationRequest {
    /// Returns what `jump_item_id` and `jump_item_type` say together.
    #[must_use]
    pub fn jump_item(&self) -> Option<JumpItemRef> {
        Some(JumpItemRef::new(self.jump_item_type.as_deref()?, self.jump_item_id?))
    }
}

/// What is sent for `RequestJumpApproval`.
#[derive(Clone, Debug, Serialize)]
pub struct RequestJumpApproval {
    user_id: UserId,
    jump_item_type: String,
    jump_item_id: i64,
    start: i64,
    duration: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl RequestJumpApproval {
    /// Takes what must be there.
    pub fn new(
        user_id: UserId,
        jump_item: impl Into<JumpItemRef>,
        start: i64,
        duration: i64,
    ) -> Self {
        let jump_item = jump_item.into();
        Self {
            user_id,
            jump_item_type: jump_item.kind().to_owned(),
            jump_item_id: jump_item.id(),
            start,
            duration,
            reason: None,
        }
    }
    /// Sets the reason: up to 2048 characters.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// A Request Jump Approval Answer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequestJumpApprovalAnswer {
    /// The message.
    pub message: Option<String>,
}

/// The jump approval decision.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpApprovalDecision {
    /// `approved`.
    Approved,
    /// `denied`.
    Denied,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpApprovalDecision {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpApprovalDecision {
    fn from(text: &str) -> Self {
        match text {
            "approved" => Self::Approved,
            "denied" => Self::Denied,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump authorization state.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpAuthorizationState {
    /// `pending`.
    Pending,
    /// `approved`.
    Approved,
    /// `denied`.
    Denied,
    /// `cancelled`.
    Cancelled,
    /// `in_use`.
    InUse,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpAuthorizationState {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Cancelled => "cancelled",
            Self::InUse => "in_use",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpAuthorizationState {
    fn from(text: &str) -> Self {
        match text {
            "pending" => Self::Pending,
            "approved" => Self::Approved,
            "denied" => Self::Denied,
            "cancelled" => Self::Cancelled,
            "in_use" => Self::InUse,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    ApproveJumpApprovalAnswer,
    JumpAuthorizationRequest,
    RequestJumpApprovalAnswer,
}

bt_sra_transport::api::text_enums! {
    JumpApprovalDecision,
    JumpAuthorizationState,
}
