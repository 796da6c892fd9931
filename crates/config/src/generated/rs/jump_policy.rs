// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jump Policy.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    JumpPolicyId, JumpPolicySimultaneousJumps, JumpPolicySimultaneousJumpsRdp, Schedule,
};

/// Jump Policies: `/jump-policy`.
#[derive(Clone, Debug)]
pub struct JumpPolicies {
    pub(crate) scope: Scope,
}

impl JumpPolicies {
    /// Lists Jump Policies.
    ///
    /// `GET /jump-policy`
    pub fn list(&self) -> List<JumpPolicyList> {
        static OPERATION: Operation = Operation::new(
            "jump-policy list",
            "/api/config/v1/jump-policy",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jump Policy.
    ///
    /// `POST /jump-policy`
    pub fn create(&self, new: NewJumpPolicy) -> Call<JumpPolicy> {
        static OPERATION: Operation = Operation::new(
            "jump-policy create",
            "/api/config/v1/jump-policy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Jump Policy.
    ///
    /// `GET /jump-policy/{id}`
    pub fn get(&self, id: JumpPolicyId) -> Call<JumpPolicy> {
        static OPERATION: Operation = Operation::new(
            "jump-policy get",
            "/api/config/v1/jump-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Jump Policy.
    ///
    /// `PATCH /jump-policy/{id}`
    pub fn update(&self, id: JumpPolicyId, patch: JumpPolicyPatch) -> Call<JumpPolicy> {
        static OPERATION: Operation = Operation::new(
            "jump-policy update",
            "/api/config/v1/jump-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Jump Policy.
    ///
    /// `DELETE /jump-policy/{id}`
    pub fn delete(&self, id: JumpPolicyId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jump-policy delete",
            "/api/config/v1/jump-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Reads the schedule of a Jump Policy.
    ///
    /// `GET /jump-policy/{id}/schedule`
    pub fn schedule(&self, id: JumpPolicyId) -> Call<Schedule> {
        static OPERATION: Operation = Operation::new(
            "jump-policy schedule",
            "/api/config/v1/jump-policy/{id}/schedule",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Finds a Jump Policy by its `display_name`: none, one or several.
    pub fn find_by_display_name(
        &self,
        display_name: impl Into<String>,
    ) -> Find<JumpPolicyList> {
        let display_name: String = display_name.into();
        self.list().find_by(display_name, |item| Some(&item.display_name))
    }
    /// Finds a Jump Policy by its `code_name`: none, one or several.
    pub fn find_by_code_name(
        &self,
        code_name: impl Into<String>,
    ) -> Find<JumpPolicyList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Jump Policy be there as `new` says, by its `display_name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewJumpPolicy) -> Ensure<JumpPolicyList> {
        let handle = self.clone();
        Ensure::new(
            "display_name",
            |display_name| self.find_by_display_name(display_name),
            self.create(new),
            move |item| handle.update(item.id, JumpPolicyPatch::new()),
        )
    }
}

/// The list of `/jump-policy`.
#[derive(Clone, Copy, Debug)]
pub enum JumpPolicyList {}

impl Listing for JumpPolicyList {
    type Item = JumpPolicy;
    const PAGED: bool = true;
}

impl Paged for JumpPolicyList {}

impl List<JumpPolicyList> {
    /// Keeps what has this `code_name`: up to 64 characters.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
}

/// A Jump Policy, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpPolicy {
    /// The id.
    pub id: JumpPolicyId,
    /// The display name: 1 to 255 characters.
    pub display_name: String,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The description: up to 1000 characters.
    pub description: Option<String>,
    /// Whether `schedule_enabled` is set. By default `true`.
    pub schedule_enabled: Option<bool>,
    /// The simultaneous jumps. By default `"global"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub simultaneous_jumps: Option<JumpPolicySimultaneousJumps>,
    /// Whether `simultaneous_jump_behavior_applies_to_copies` is set. By default `false`.
    pub simultaneous_jump_behavior_applies_to_copies: Option<bool>,
    /// The simultaneous jumps rdp. By default `"global"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub simultaneous_jumps_rdp: Option<JumpPolicySimultaneousJumpsRdp>,
    /// Whether `schedule_strict` is set. By default `false`.
    pub schedule_strict: Option<bool>,
    /// Whether `ticket_id_required` is set. By default `false`.
    pub ticket_id_required: Option<bool>,
    /// Whether `two_factor_challenge_required` is set. By default `false`.
    pub two_factor_challenge_required: Option<bool>,
}

/// A Jump Policy to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewJumpPolicy {
    display_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jumps: Option<JumpPolicySimultaneousJumps>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jump_behavior_applies_to_copies: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jumps_rdp: Option<JumpPolicySimultaneousJumpsRdp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_strict: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket_id_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_challenge_required: Option<bool>,
}

impl NewJumpPolicy {
    /// Takes what must be there.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self {
            display_name: display_name.into(),
            code_name: None,
            description: None,
            schedule_enabled: None,
            simultaneous_jumps: None,
            simultaneous_jump_behavior_applies_to_copies: None,
            simultaneous_jumps_rdp: None,
            schedule_strict: None,
            ticket_id_required: None,
            two_factor_challenge_required: None,
        }
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the description: up to 1000 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets whether `schedule_enabled` is set. By default `true`.
    #[must_use]
    pub fn schedule_enabled(mut self, schedule_enabled: bool) -> Self {
        self.schedule_enabled = Some(schedule_enabled);
        self
    }
    /// Sets the simultaneous jumps. By default `"global"`.
    #[must_use]
    pub fn simultaneous_jumps(
        mut self,
        simultaneous_jumps: JumpPolicySimultaneousJumps,
    ) -> Self {
        self.simultaneous_jumps = Some(simultaneous_jumps);
        self
    }
    /// Sets whether `simultaneous_jump_behavior_applies_to_copies` is set. By default `false`.
    #[must_use]
    pub fn simultaneous_jump_behavior_applies_to_copies(
        mut self,
        simultaneous_jump_behavior_applies_to_copies: bool,
    ) -> Self {
        self.simultaneous_jump_behavior_applies_to_copies = Some(
            simultaneous_jump_behavior_applies_to_copies,
        );
        self
    }
    /// Sets the simultaneous jumps rdp. By default `"global"`.
    #[must_use]
    pub fn simultaneous_jumps_rdp(
        mut self,
        simultaneous_jumps_rdp: JumpPolicySimultaneousJumpsRdp,
    ) -> Self {
        self.simultaneous_jumps_rdp = Some(simultaneous_jumps_rdp);
        self
    }
    /// Sets whether `schedule_strict` is set. By default `false`.
    #[must_use]
    pub fn schedule_strict(mut self, schedule_strict: bool) -> Self {
        self.schedule_strict = Some(schedule_strict);
        self
    }
    /// Sets whether `ticket_id_required` is set. By default `false`.
    #[must_use]
    pub fn ticket_id_required(mut self, ticket_id_required: bool) -> Self {
        self.ticket_id_required = Some(ticket_id_required);
        self
    }
    /// Sets whether `two_factor_challenge_required` is set. By default `false`.
    #[must_use]
    pub fn two_factor_challenge_required(
        mut self,
        two_factor_challenge_required: bool,
    ) -> Self {
        self.two_factor_challenge_required = Some(two_factor_challenge_required);
        self
    }
}

/// What is to change in a Jump Policy. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JumpPolicyPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jumps: Option<JumpPolicySimultaneousJumps>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jump_behavior_applies_to_copies: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous_jumps_rdp: Option<JumpPolicySimultaneousJumpsRdp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_strict: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket_id_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_challenge_required: Option<bool>,
}

impl JumpPolicyPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the display name: 1 to 255 characters.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the description: up to 1000 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets whether `schedule_enabled` is set. By default `true`.
    #[must_use]
    pub fn schedule_enabled(mut self, schedule_enabled: bool) -> Self {
        self.schedule_enabled = Some(schedule_enabled);
        self
    }
    /// Sets the simultaneous jumps. By default `"global"`.
    #[must_use]
    pub fn simultaneous_jumps(
        mut self,
        simultaneous_jumps: JumpPolicySimultaneousJumps,
    ) -> Self {
        self.simultaneous_jumps = Some(simultaneous_jumps);
        self
    }
    /// Sets whether `simultaneous_jump_behavior_applies_to_copies` is set. By default `false`.
    #[must_use]
    pub fn simultaneous_jump_behavior_applies_to_copies(
        mut self,
        simultaneous_jump_behavior_applies_to_copies: bool,
    ) -> Self {
        self.simultaneous_jump_behavior_applies_to_copies = Some(
            simultaneous_jump_behavior_applies_to_copies,
        );
        self
    }
    /// Sets the simultaneous jumps rdp. By default `"global"`.
    #[must_use]
    pub fn simultaneous_jumps_rdp(
        mut self,
        simultaneous_jumps_rdp: JumpPolicySimultaneousJumpsRdp,
    ) -> Self {
        self.simultaneous_jumps_rdp = Some(simultaneous_jumps_rdp);
        self
    }
    /// Sets whether `schedule_strict` is set. By default `false`.
    #[must_use]
    pub fn schedule_strict(mut self, schedule_strict: bool) -> Self {
        self.schedule_strict = Some(schedule_strict);
        self
    }
    /// Sets whether `ticket_id_required` is set. By default `false`.
    #[must_use]
    pub fn ticket_id_required(mut self, ticket_id_required: bool) -> Self {
        self.ticket_id_required = Some(ticket_id_required);
        self
    }
    /// Sets whether `two_factor_challenge_required` is set. By default `false`.
    #[must_use]
    pub fn two_factor_challenge_required(
        mut self,
        two_factor_challenge_required: bool,
    ) -> Self {
        self.two_factor_challenge_required = Some(two_factor_challenge_required);
        self
    }
}

bt_sra_transport::api::answers! {
    JumpPolicy,
}
