// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
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
    /// Whether `external_tools_rdp_allowed` is set. By default `true`.
    pub external_tools_rdp_allowed: Option<bool>,
    /// Whether `external_tools_shell_allowed` is set. By default `true`.
    pub external_tools_shell_allowed: Option<bool>,
    /// Whether `schedule_strict` is set. By default `false`.
    pub schedule_strict: Option<bool>,
    /// Whether `ticket_id_required` is set. By default `false`.
    pub ticket_id_required: Option<bool>,
    /// Whether `two_factor_challenge_required` is set. By default `false`.
    pub two_factor_challenge_required: Option<bool>,
    /// Whether `session_start_notification` is set. By default `false`.
    pub session_start_notification: Option<bool>,
    /// Whether `session_end_notification` is set. By default `false`.
    pub session_end_notification: Option<bool>,
    /// The notification email addresses: up to 100 items.
    pub notification_email_addresses: Option<Vec<String>>,
    /// The notification display name: up to 255 characters.
    pub notification_display_name: Option<String>,
    /// The notification email language. By default `"en-us"`.
    pub notification_email_language: Option<String>,
    /// Whether `approval_required` is set. By default `false`.
    pub approval_required: Option<bool>,
    /// The approval max duration: 1 to 524160. By default `480`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub approval_max_duration: Option<i64>,
    /// The approval scope. By default `"requestor"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub approval_scope: Option<JumpPolicyApprovalScope>,
    /// The approval email addresses: up to 100 items.
    pub approval_email_addresses: Option<Vec<String>>,
    /// The approval user ids: up to 100 items.
    pub approval_user_ids: Option<Vec<String>>,
    /// The approval team ids: up to 100 items.
    pub approval_team_ids: Option<Vec<String>>,
    /// The approval display name: up to 255 characters.
    pub approval_display_name: Option<String>,
    /// The approval email language. By default `"en-us"`.
    pub approval_email_language: Option<String>,
    /// The approval approver scope. By default `"not_requestor"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub approval_approver_scope: Option<JumpPolicyApprovalApproverScope>,
    /// Whether `recordings_disabled` is set. By default `false`.
    pub recordings_disabled: Option<bool>,
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
    external_tools_rdp_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_tools_shell_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_strict: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket_id_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_challenge_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_start_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_end_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_email_addresses: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_max_duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_scope: Option<JumpPolicyApprovalScope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_email_addresses: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_user_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_team_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_approver_scope: Option<JumpPolicyApprovalApproverScope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recordings_disabled: Option<bool>,
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
            external_tools_rdp_allowed: None,
            external_tools_shell_allowed: None,
            schedule_strict: None,
            ticket_id_required: None,
            two_factor_challenge_required: None,
            session_start_notification: None,
            session_end_notification: None,
            notification_email_addresses: None,
            notification_display_name: None,
            notification_email_language: None,
            approval_required: None,
            approval_max_duration: None,
            approval_scope: None,
            approval_email_addresses: None,
            approval_user_ids: None,
            approval_team_ids: None,
            approval_display_name: None,
            approval_email_language: None,
            approval_approver_scope: None,
            recordings_disabled: None,
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
    /// Sets whether `external_tools_rdp_allowed` is set. By default `true`.
    #[must_use]
    pub fn external_tools_rdp_allowed(
        mut self,
        external_tools_rdp_allowed: bool,
    ) -> Self {
        self.external_tools_rdp_allowed = Some(external_tools_rdp_allowed);
        self
    }
    /// Sets whether `external_tools_shell_allowed` is set. By default `true`.
    #[must_use]
    pub fn external_tools_shell_allowed(
        mut self,
        external_tools_shell_allowed: bool,
    ) -> Self {
        self.external_tools_shell_allowed = Some(external_tools_shell_allowed);
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
    /// Sets whether `session_start_notification` is set. By default `false`.
    #[must_use]
    pub fn session_start_notification(
        mut self,
        session_start_notification: bool,
    ) -> Self {
        self.session_start_notification = Some(session_start_notification);
        self
    }
    /// Sets whether `session_end_notification` is set. By default `false`.
    #[must_use]
    pub fn session_end_notification(mut self, session_end_notification: bool) -> Self {
        self.session_end_notification = Some(session_end_notification);
        self
    }
    /// Sets the notification email addresses: up to 100 items.
    #[must_use]
    pub fn notification_email_addresses(
        mut self,
        notification_email_addresses: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.notification_email_addresses = Some(
            notification_email_addresses.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the notification display name: up to 255 characters.
    #[must_use]
    pub fn notification_display_name(
        mut self,
        notification_display_name: impl Into<String>,
    ) -> Self {
        self.notification_display_name = Some(notification_display_name.into());
        self
    }
    /// Sets the notification email language. By default `"en-us"`.
    #[must_use]
    pub fn notification_email_language(
        mut self,
        notification_email_language: impl Into<String>,
    ) -> Self {
        self.notification_email_language = Some(notification_email_language.into());
        self
    }
    /// Sets whether `approval_required` is set. By default `false`.
    #[must_use]
    pub fn approval_required(mut self, approval_required: bool) -> Self {
        self.approval_required = Some(approval_required);
        self
    }
    /// Sets the approval max duration: 1 to 524160. By default `480`.
    #[must_use]
    pub fn approval_max_duration(mut self, approval_max_duration: i64) -> Self {
        self.approval_max_duration = Some(approval_max_duration);
        self
    }
    /// Sets the approval scope. By default `"requestor"`.
    #[must_use]
    pub fn approval_scope(mut self, approval_scope: JumpPolicyApprovalScope) -> Self {
        self.approval_scope = Some(approval_scope);
        self
    }
    /// Sets the approval email addresses: up to 100 items.
    #[must_use]
    pub fn approval_email_addresses(
        mut self,
        approval_email_addresses: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_email_addresses = Some(
            approval_email_addresses.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval user ids: up to 100 items.
    #[must_use]
    pub fn approval_user_ids(
        mut self,
        approval_user_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_user_ids = Some(
            approval_user_ids.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval team ids: up to 100 items.
    #[must_use]
    pub fn approval_team_ids(
        mut self,
        approval_team_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_team_ids = Some(
            approval_team_ids.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval display name: up to 255 characters.
    #[must_use]
    pub fn approval_display_name(
        mut self,
        approval_display_name: impl Into<String>,
    ) -> Self {
        self.approval_display_name = Some(approval_display_name.into());
        self
    }
    /// Sets the approval email language. By default `"en-us"`.
    #[must_use]
    pub fn approval_email_language(
        mut self,
        approval_email_language: impl Into<String>,
    ) -> Self {
        self.approval_email_language = Some(approval_email_language.into());
        self
    }
    /// Sets the approval approver scope. By default `"not_requestor"`.
    #[must_use]
    pub fn approval_approver_scope(
        mut self,
        approval_approver_scope: JumpPolicyApprovalApproverScope,
    ) -> Self {
        self.approval_approver_scope = Some(approval_approver_scope);
        self
    }
    /// Sets whether `recordings_disabled` is set. By default `false`.
    #[must_use]
    pub fn recordings_disabled(mut self, recordings_disabled: bool) -> Self {
        self.recordings_disabled = Some(recordings_disabled);
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
    external_tools_rdp_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_tools_shell_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule_strict: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket_id_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_challenge_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_start_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_end_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_email_addresses: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_max_duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_scope: Option<JumpPolicyApprovalScope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_email_addresses: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_user_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_team_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval_approver_scope: Option<JumpPolicyApprovalApproverScope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recordings_disabled: Option<bool>,
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
    /// Sets whether `external_tools_rdp_allowed` is set. By default `true`.
    #[must_use]
    pub fn external_tools_rdp_allowed(
        mut self,
        external_tools_rdp_allowed: bool,
    ) -> Self {
        self.external_tools_rdp_allowed = Some(external_tools_rdp_allowed);
        self
    }
    /// Sets whether `external_tools_shell_allowed` is set. By default `true`.
    #[must_use]
    pub fn external_tools_shell_allowed(
        mut self,
        external_tools_shell_allowed: bool,
    ) -> Self {
        self.external_tools_shell_allowed = Some(external_tools_shell_allowed);
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
    /// Sets whether `session_start_notification` is set. By default `false`.
    #[must_use]
    pub fn session_start_notification(
        mut self,
        session_start_notification: bool,
    ) -> Self {
        self.session_start_notification = Some(session_start_notification);
        self
    }
    /// Sets whether `session_end_notification` is set. By default `false`.
    #[must_use]
    pub fn session_end_notification(mut self, session_end_notification: bool) -> Self {
        self.session_end_notification = Some(session_end_notification);
        self
    }
    /// Sets the notification email addresses: up to 100 items.
    #[must_use]
    pub fn notification_email_addresses(
        mut self,
        notification_email_addresses: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.notification_email_addresses = Some(
            notification_email_addresses.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the notification display name: up to 255 characters.
    #[must_use]
    pub fn notification_display_name(
        mut self,
        notification_display_name: impl Into<String>,
    ) -> Self {
        self.notification_display_name = Some(notification_display_name.into());
        self
    }
    /// Sets the notification email language. By default `"en-us"`.
    #[must_use]
    pub fn notification_email_language(
        mut self,
        notification_email_language: impl Into<String>,
    ) -> Self {
        self.notification_email_language = Some(notification_email_language.into());
        self
    }
    /// Sets whether `approval_required` is set. By default `false`.
    #[must_use]
    pub fn approval_required(mut self, approval_required: bool) -> Self {
        self.approval_required = Some(approval_required);
        self
    }
    /// Sets the approval max duration: 1 to 524160. By default `480`.
    #[must_use]
    pub fn approval_max_duration(mut self, approval_max_duration: i64) -> Self {
        self.approval_max_duration = Some(approval_max_duration);
        self
    }
    /// Sets the approval scope. By default `"requestor"`.
    #[must_use]
    pub fn approval_scope(mut self, approval_scope: JumpPolicyApprovalScope) -> Self {
        self.approval_scope = Some(approval_scope);
        self
    }
    /// Sets the approval email addresses: up to 100 items.
    #[must_use]
    pub fn approval_email_addresses(
        mut self,
        approval_email_addresses: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_email_addresses = Some(
            approval_email_addresses.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval user ids: up to 100 items.
    #[must_use]
    pub fn approval_user_ids(
        mut self,
        approval_user_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_user_ids = Some(
            approval_user_ids.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval team ids: up to 100 items.
    #[must_use]
    pub fn approval_team_ids(
        mut self,
        approval_team_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.approval_team_ids = Some(
            approval_team_ids.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the approval display name: up to 255 characters.
    #[must_use]
    pub fn approval_display_name(
        mut self,
        approval_display_name: impl Into<String>,
    ) -> Self {
        self.approval_display_name = Some(approval_display_name.into());
        self
    }
    /// Sets the approval email language. By default `"en-us"`.
    #[must_use]
    pub fn approval_email_language(
        mut self,
        approval_email_language: impl Into<String>,
    ) -> Self {
        self.approval_email_language = Some(approval_email_language.into());
        self
    }
    /// Sets the approval approver scope. By default `"not_requestor"`.
    #[must_use]
    pub fn approval_approver_scope(
        mut self,
        approval_approver_scope: JumpPolicyApprovalApproverScope,
    ) -> Self {
        self.approval_approver_scope = Some(approval_approver_scope);
        self
    }
    /// Sets whether `recordings_disabled` is set. By default `false`.
    #[must_use]
    pub fn recordings_disabled(mut self, recordings_disabled: bool) -> Self {
        self.recordings_disabled = Some(recordings_disabled);
        self
    }
}

/// The jump policy approval approver scope.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpPolicyApprovalApproverScope {
    /// `not_requestor`.
    NotRequestor,
    /// `anyone`.
    Anyone,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpPolicyApprovalApproverScope {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotRequestor => "not_requestor",
            Self::Anyone => "anyone",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpPolicyApprovalApproverScope {
    fn from(text: &str) -> Self {
        match text {
            "not_requestor" => Self::NotRequestor,
            "anyone" => Self::Anyone,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump policy approval scope.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpPolicyApprovalScope {
    /// `requestor`.
    Requestor,
    /// `anyone`.
    Anyone,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpPolicyApprovalScope {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Requestor => "requestor",
            Self::Anyone => "anyone",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpPolicyApprovalScope {
    fn from(text: &str) -> Self {
        match text {
            "requestor" => Self::Requestor,
            "anyone" => Self::Anyone,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    JumpPolicy,
}

bt_sra_transport::api::text_enums! {
    JumpPolicyApprovalApproverScope,
    JumpPolicyApprovalScope,
}
