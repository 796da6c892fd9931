// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Group Policy.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    GroupPolicyId, GroupPolicyJumpoints, GroupPolicyMembers, GroupPolicyTeams,
    GroupPolicyVaultAccountGroups, GroupPolicyVaultAccounts, JumpGroupId, JumpItemRoleId,
    PermSupportAllowed,
};

/// Group Policies: `/group-policy`.
#[derive(Clone, Debug)]
pub struct GroupPolicies {
    pub(crate) scope: Scope,
}

impl GroupPolicies {
    /// Jump Groups of a Group Policy.
    #[must_use]
    pub fn jump_groups(&self, group_policy_id: GroupPolicyId) -> GroupPolicyJumpGroups {
        GroupPolicyJumpGroups {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Jumpoints of a Group Policy.
    #[must_use]
    pub fn jumpoints(&self, group_policy_id: GroupPolicyId) -> GroupPolicyJumpoints {
        GroupPolicyJumpoints {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Members of a Group Policy.
    #[must_use]
    pub fn members(&self, group_policy_id: GroupPolicyId) -> GroupPolicyMembers {
        GroupPolicyMembers {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Teams of a Group Policy.
    #[must_use]
    pub fn teams(&self, group_policy_id: GroupPolicyId) -> GroupPolicyTeams {
        GroupPolicyTeams {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Vault Accounts of a Group Policy.
    #[must_use]
    pub fn vault_accounts(
        &self,
        group_policy_id: GroupPolicyId,
    ) -> GroupPolicyVaultAccounts {
        GroupPolicyVaultAccounts {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Vault Account Groups of a Group Policy.
    #[must_use]
    pub fn vault_account_groups(
        &self,
        group_policy_id: GroupPolicyId,
    ) -> GroupPolicyVaultAccountGroups {
        GroupPolicyVaultAccountGroups {
            scope: self.scope.of(&group_policy_id),
        }
    }
    /// Lists Group Policies.
    ///
    /// `GET /group-policy`
    pub fn list(&self) -> List<GroupPolicyList> {
        static OPERATION: Operation = Operation::new(
            "group-policy list",
            "/api/config/v1/group-policy",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy.
    ///
    /// `POST /group-policy`
    pub fn create(&self, new: NewGroupPolicy) -> Call<GroupPolicy> {
        static OPERATION: Operation = Operation::new(
            "group-policy create",
            "/api/config/v1/group-policy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy.
    ///
    /// `GET /group-policy/{id}`
    pub fn get(&self, id: GroupPolicyId) -> Call<GroupPolicy> {
        static OPERATION: Operation = Operation::new(
            "group-policy get",
            "/api/config/v1/group-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Group Policy.
    ///
    /// `PATCH /group-policy/{id}`
    pub fn update(
        &self,
        id: GroupPolicyId,
        patch: GroupPolicyPatch,
    ) -> Call<GroupPolicy> {
        static OPERATION: Operation = Operation::new(
            "group-policy update",
            "/api/config/v1/group-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Group Policy.
    ///
    /// `DELETE /group-policy/{id}`
    pub fn delete(&self, id: GroupPolicyId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy delete",
            "/api/config/v1/group-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Group Policy.
    ///
    /// `POST /group-policy/{id}/copy`
    pub fn copy(&self, id: GroupPolicyId, name: impl Into<String>) -> Call<GroupPolicy> {
        static OPERATION: Operation = Operation::new(
            "group-policy copy",
            "/api/config/v1/group-policy/{id}/copy",
            Repeat::Never,
        );
        let name: String = name.into();
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&One("name", name))
    }
    /// Calls `provision` of a Group Policy.
    ///
    /// `POST /group-policy/{id}/provision`
    pub fn provision(&self, id: GroupPolicyId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy provision",
            "/api/config/v1/group-policy/{id}/provision",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Finds a Group Policy by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<GroupPolicyList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Group Policy be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewGroupPolicy) -> Ensure<GroupPolicyList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, GroupPolicyPatch::new()),
        )
    }
}

/// The list of `/group-policy`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyList {}

impl Listing for GroupPolicyList {
    type Item = GroupPolicy;
    const PAGED: bool = true;
}

impl Paged for GroupPolicyList {}

impl List<GroupPolicyList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// Group Policy Jump Groups: `/group-policy/{id}/jump-group`.
#[derive(Clone, Debug)]
pub struct GroupPolicyJumpGroups {
    pub(crate) scope: Scope,
}

impl GroupPolicyJumpGroups {
    /// Lists Group Policy Jump Groups.
    ///
    /// `GET /group-policy/{id}/jump-group`
    pub fn list(&self) -> List<GroupPolicyJumpGroupList> {
        static OPERATION: Operation = Operation::new(
            "group-policy jump-group list",
            "/api/config/v1/group-policy/{id}/jump-group",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Jump Group.
    ///
    /// `POST /group-policy/{id}/jump-group`
    pub fn create(
        &self,
        new: NewGroupPolicyJumpGroup,
    ) -> Call<Option<GroupPolicyJumpGroup>> {
        static OPERATION: Operation = Operation::new(
            "group-policy jump-group create",
            "/api/config/v1/group-policy/{id}/jump-group",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy Jump Group.
    ///
    /// `GET /group-policy/{id}/jump-group/{jump_group_id}`
    pub fn get(&self, jump_group_id: JumpGroupId) -> Call<GroupPolicyJumpGroup> {
        static OPERATION: Operation = Operation::new(
            "group-policy jump-group get",
            "/api/config/v1/group-policy/{id}/jump-group/{jump_group_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&jump_group_id])
    }
    /// Deletes a Group Policy Jump Group.
    ///
    /// `DELETE /group-policy/{id}/jump-group/{jump_group_id}`
    pub fn delete(&self, jump_group_id: JumpGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy jump-group delete",
            "/api/config/v1/group-policy/{id}/jump-group/{jump_group_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&jump_group_id])
    }
}

/// The list of `/group-policy/{id}/jump-group`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyJumpGroupList {}

impl Listing for GroupPolicyJumpGroupList {
    type Item = GroupPolicyJumpGroup;
}

/// A Group Policy, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicy {
    /// The id.
    pub id: GroupPolicyId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The perm support allowed. By default `"not_allowed"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_support_allowed: Option<PermSupportAllowed>,
    /// The rep perm status.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub rep_perm_status: Option<GroupPolicyRepPermStatus>,
    /// Whether `perm_generate_session_key` is set. By default `false`.
    pub perm_generate_session_key: Option<bool>,
    /// Whether `perm_send_ios_profiles` is set. By default `false`.
    pub perm_send_ios_profiles: Option<bool>,
    /// Whether `perm_accept_team_sessions` is set. By default `false`.
    pub perm_accept_team_sessions: Option<bool>,
    /// Whether `perm_transfer_other_team` is set. By default `false`.
    pub perm_transfer_other_team: Option<bool>,
    /// Whether `perm_share_other_team` is set. By default `false`.
    pub perm_share_other_team: Option<bool>,
    /// Whether `perm_invite_external_rep` is set. By default `false`.
    pub perm_invite_external_rep: Option<bool>,
    /// The perm session idle timeout: -1 to 86400. By default `-1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_session_idle_timeout: Option<i64>,
    /// Whether `perm_next_session_button` is set. By default `false`.
    pub perm_next_session_button: Option<bool>,
    /// Whether `perm_extended_availability_mode_allowed` is set. By default `false`.
    pub perm_extended_availability_mode_allowed: Option<bool>,
    /// Whether `perm_edit_external_key` is set. By default `false`.
    pub perm_edit_external_key: Option<bool>,
    /// Whether `perm_disable_auto_assignment` is set. By default `false`.
    pub perm_disable_auto_assignment: Option<bool>,
    /// The perm routing idle timeout: 0 to 3600. By default `900`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_routing_idle_timeout: Option<i64>,
    /// The auto assignment max sessions: 1 to 10. By default `3`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub auto_assignment_max_sessions: Option<i64>,
    /// Whether `perm_collaborate` is set. By default `false`.
    pub perm_collaborate: Option<bool>,
    /// Whether `perm_collaborate_control` is set. By default `false`.
    pub perm_collaborate_control: Option<bool>,
    /// Whether `perm_support_button_personal_deploy` is set. By default `false`.
    pub perm_support_button_personal_deploy: Option<bool>,
    /// Whether `perm_support_button_team_manage` is set. By default `false`.
    pub perm_support_button_team_manage: Option<bool>,
    /// Whether `perm_support_button_change_public_sites` is set. By default `false`.
    pub perm_support_button_change_public_sites: Option<bool>,
    /// Whether `perm_support_button_team_deploy` is set. By default `false`.
    pub perm_support_button_team_deploy: Option<bool>,
    /// Whether `perm_jump_client` is set. By default `false`.
    pub perm_jump_client: Option<bool>,
    /// Whether `perm_local_jump` is set. By default `false`.
    pub perm_local_jump: Option<bool>,
    /// Whether `perm_remote_jump` is set. By default `false`.
    pub perm_remote_jump: Option<bool>,
    /// Whether `perm_remote_vnc` is set. By default `false`.
    pub perm_remote_vnc: Option<bool>,
    /// Whether `perm_remote_rdp` is set. By default `false`.
    pub perm_remote_rdp: Option<bool>,
    /// Whether `perm_shell_jump` is set. By default `false`.
    pub perm_shell_jump: Option<bool>,
    /// Whether `perm_local_vnc` is set. By default `false`.
    pub perm_local_vnc: Option<bool>,
    /// Whether `perm_local_rdp` is set. By default `false`.
    pub perm_local_rdp: Option<bool>,
    /// Whether `perm_vpro` is set. By default `false`.
    pub perm_vpro: Option<bool>,
    /// The default jump item role id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_jump_item_role_id: Option<JumpItemRoleId>,
    /// The private jump item role id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub private_jump_item_role_id: Option<JumpItemRoleId>,
    /// The inferior jump item role id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub inferior_jump_item_role_id: Option<JumpItemRoleId>,
    /// The unassigned jump item role id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub unassigned_jump_item_role_id: Option<JumpItemRoleId>,
    /// The perm console idle timeout: -1 to 86400. By default `-1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_console_idle_timeout: Option<i64>,
}

/// A Group Policy to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewGroupPolicy {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_allowed: Option<PermSupportAllowed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rep_perm_status: Option<GroupPolicyRepPermStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_generate_session_key: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_send_ios_profiles: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_accept_team_sessions: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_transfer_other_team: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_share_other_team: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_invite_external_rep: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_session_idle_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_next_session_button: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_extended_availability_mode_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_edit_external_key: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_disable_auto_assignment: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_routing_idle_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auto_assignment_max_sessions: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_collaborate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_collaborate_control: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_personal_deploy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_team_manage: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_change_public_sites: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_team_deploy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_jump_client: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_vnc: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_rdp: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_shell_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_vnc: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_rdp: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_vpro: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inferior_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unassigned_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_console_idle_timeout: Option<i64>,
}

impl NewGroupPolicy {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            perm_support_allowed: None,
            rep_perm_status: None,
            perm_generate_session_key: None,
            perm_send_ios_profiles: None,
            perm_accept_team_sessions: None,
            perm_transfer_other_team: None,
            perm_share_other_team: None,
            perm_invite_external_rep: None,
            perm_session_idle_timeout: None,
            perm_next_session_button: None,
            perm_extended_availability_mode_allowed: None,
            perm_edit_external_key: None,
            perm_disable_auto_assignment: None,
            perm_routing_idle_timeout: None,
            auto_assignment_max_sessions: None,
            perm_collaborate: None,
            perm_collaborate_control: None,
            perm_support_button_personal_deploy: None,
            perm_support_button_team_manage: None,
            perm_support_button_change_public_sites: None,
            perm_support_button_team_deploy: None,
            perm_jump_client: None,
            perm_local_jump: None,
            perm_remote_jump: None,
            perm_remote_vnc: None,
            perm_remote_rdp: None,
            perm_shell_jump: None,
            perm_local_vnc: None,
            perm_local_rdp: None,
            perm_vpro: None,
            default_jump_item_role_id: None,
            private_jump_item_role_id: None,
            inferior_jump_item_role_id: None,
            unassigned_jump_item_role_id: None,
            perm_console_idle_timeout: None,
        }
    }
    /// Sets the perm support allowed. By default `"not_allowed"`.
    #[must_use]
    pub fn perm_support_allowed(
        mut self,
        perm_support_allowed: PermSupportAllowed,
    ) -> Self {
        self.perm_support_allowed = Some(perm_support_allowed);
        self
    }
    /// Sets the rep perm status.
    #[must_use]
    pub fn rep_perm_status(mut self, rep_perm_status: GroupPolicyRepPermStatus) -> Self {
        self.rep_perm_status = Some(rep_perm_status);
        self
    }
    /// Sets whether `perm_generate_session_key` is set. By default `false`.
    #[must_use]
    pub fn perm_generate_session_key(mut self, perm_generate_session_key: bool) -> Self {
        self.perm_generate_session_key = Some(perm_generate_session_key);
        self
    }
    /// Sets whether `perm_send_ios_profiles` is set. By default `false`.
    #[must_use]
    pub fn perm_send_ios_profiles(mut self, perm_send_ios_profiles: bool) -> Self {
        self.perm_send_ios_profiles = Some(perm_send_ios_profiles);
        self
    }
    /// Sets whether `perm_accept_team_sessions` is set. By default `false`.
    #[must_use]
    pub fn perm_accept_team_sessions(mut self, perm_accept_team_sessions: bool) -> Self {
        self.perm_accept_team_sessions = Some(perm_accept_team_sessions);
        self
    }
    /// Sets whether `perm_transfer_other_team` is set. By default `false`.
    #[must_use]
    pub fn perm_transfer_other_team(mut self, perm_transfer_other_team: bool) -> Self {
        self.perm_transfer_other_team = Some(perm_transfer_other_team);
        self
    }
    /// Sets whether `perm_share_other_team` is set. By default `false`.
    #[must_use]
    pub fn perm_share_other_team(mut self, perm_share_other_team: bool) -> Self {
        self.perm_share_other_team = Some(perm_share_other_team);
        self
    }
    /// Sets whether `perm_invite_external_rep` is set. By default `false`.
    #[must_use]
    pub fn perm_invite_external_rep(mut self, perm_invite_external_rep: bool) -> Self {
        self.perm_invite_external_rep = Some(perm_invite_external_rep);
        self
    }
    /// Sets the perm session idle timeout: -1 to 86400. By default `-1`.
    #[must_use]
    pub fn perm_session_idle_timeout(mut self, perm_session_idle_timeout: i64) -> Self {
        self.perm_session_idle_timeout = Some(perm_session_idle_timeout);
        self
    }
    /// Sets whether `perm_next_session_button` is set. By default `false`.
    #[must_use]
    pub fn perm_next_session_button(mut self, perm_next_session_button: bool) -> Self {
        self.perm_next_session_button = Some(perm_next_session_button);
        self
    }
    /// Sets whether `perm_extended_availability_mode_allowed` is set. By default `false`.
    #[must_use]
    pub fn perm_extended_availability_mode_allowed(
        mut self,
        perm_extended_availability_mode_allowed: bool,
    ) -> Self {
        self.perm_extended_availability_mode_allowed = Some(
            perm_extended_availability_mode_allowed,
        );
        self
    }
    /// Sets whether `perm_edit_external_key` is set. By default `false`.
    #[must_use]
    pub fn perm_edit_external_key(mut self, perm_edit_external_key: bool) -> Self {
        self.perm_edit_external_key = Some(perm_edit_external_key);
        self
    }
    /// Sets whether `perm_disable_auto_assignment` is set. By default `false`.
    #[must_use]
    pub fn perm_disable_auto_assignment(
        mut self,
        perm_disable_auto_assignment: bool,
    ) -> Self {
        self.perm_disable_auto_assignment = Some(perm_disable_auto_assignment);
        self
    }
    /// Sets the perm routing idle timeout: 0 to 3600. By default `900`.
    #[must_use]
    pub fn perm_routing_idle_timeout(mut self, perm_routing_idle_timeout: i64) -> Self {
        self.perm_routing_idle_timeout = Some(perm_routing_idle_timeout);
        self
    }
    /// Sets the auto assignment max sessions: 1 to 10. By default `3`.
    #[must_use]
    pub fn auto_assignment_max_sessions(
        mut self,
        auto_assignment_max_sessions: i64,
    ) -> Self {
        self.auto_assignment_max_sessions = Some(auto_assignment_max_sessions);
        self
    }
    /// Sets whether `perm_collaborate` is set. By default `false`.
    #[must_use]
    pub fn perm_collaborate(mut self, perm_collaborate: bool) -> Self {
        self.perm_collaborate = Some(perm_collaborate);
        self
    }
    /// Sets whether `perm_collaborate_control` is set. By default `false`.
    #[must_use]
    pub fn perm_collaborate_control(mut self, perm_collaborate_control: bool) -> Self {
        self.perm_collaborate_control = Some(perm_collaborate_control);
        self
    }
    /// Sets whether `perm_support_button_personal_deploy` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_personal_deploy(
        mut self,
        perm_support_button_personal_deploy: bool,
    ) -> Self {
        self.perm_support_button_personal_deploy = Some(
            perm_support_button_personal_deploy,
        );
        self
    }
    /// Sets whether `perm_support_button_team_manage` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_team_manage(
        mut self,
        perm_support_button_team_manage: bool,
    ) -> Self {
        self.perm_support_button_team_manage = Some(perm_support_button_team_manage);
        self
    }
    /// Sets whether `perm_support_button_change_public_sites` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_change_public_sites(
        mut self,
        perm_support_button_change_public_sites: bool,
    ) -> Self {
        self.perm_support_button_change_public_sites = Some(
            perm_support_button_change_public_sites,
        );
        self
    }
    /// Sets whether `perm_support_button_team_deploy` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_team_deploy(
        mut self,
        perm_support_button_team_deploy: bool,
    ) -> Self {
        self.perm_support_button_team_deploy = Some(perm_support_button_team_deploy);
        self
    }
    /// Sets whether `perm_jump_client` is set. By default `false`.
    #[must_use]
    pub fn perm_jump_client(mut self, perm_jump_client: bool) -> Self {
        self.perm_jump_client = Some(perm_jump_client);
        self
    }
    /// Sets whether `perm_local_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_local_jump(mut self, perm_local_jump: bool) -> Self {
        self.perm_local_jump = Some(perm_local_jump);
        self
    }
    /// Sets whether `perm_remote_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_jump(mut self, perm_remote_jump: bool) -> Self {
        self.perm_remote_jump = Some(perm_remote_jump);
        self
    }
    /// Sets whether `perm_remote_vnc` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_vnc(mut self, perm_remote_vnc: bool) -> Self {
        self.perm_remote_vnc = Some(perm_remote_vnc);
        self
    }
    /// Sets whether `perm_remote_rdp` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_rdp(mut self, perm_remote_rdp: bool) -> Self {
        self.perm_remote_rdp = Some(perm_remote_rdp);
        self
    }
    /// Sets whether `perm_shell_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_shell_jump(mut self, perm_shell_jump: bool) -> Self {
        self.perm_shell_jump = Some(perm_shell_jump);
        self
    }
    /// Sets whether `perm_local_vnc` is set. By default `false`.
    #[must_use]
    pub fn perm_local_vnc(mut self, perm_local_vnc: bool) -> Self {
        self.perm_local_vnc = Some(perm_local_vnc);
        self
    }
    /// Sets whether `perm_local_rdp` is set. By default `false`.
    #[must_use]
    pub fn perm_local_rdp(mut self, perm_local_rdp: bool) -> Self {
        self.perm_local_rdp = Some(perm_local_rdp);
        self
    }
    /// Sets whether `perm_vpro` is set. By default `false`.
    #[must_use]
    pub fn perm_vpro(mut self, perm_vpro: bool) -> Self {
        self.perm_vpro = Some(perm_vpro);
        self
    }
    /// Sets the default jump item role id. By default `1`.
    #[must_use]
    pub fn default_jump_item_role_id(
        mut self,
        default_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.default_jump_item_role_id = Some(default_jump_item_role_id);
        self
    }
    /// Sets the private jump item role id. By default `1`.
    #[must_use]
    pub fn private_jump_item_role_id(
        mut self,
        private_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.private_jump_item_role_id = Some(private_jump_item_role_id);
        self
    }
    /// Sets the inferior jump item role id. By default `1`.
    #[must_use]
    pub fn inferior_jump_item_role_id(
        mut self,
        inferior_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.inferior_jump_item_role_id = Some(inferior_jump_item_role_id);
        self
    }
    /// Sets the unassigned jump item role id. By default `1`.
    #[must_use]
    pub fn unassigned_jump_item_role_id(
        mut self,
        unassigned_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.unassigned_jump_item_role_id = Some(unassigned_jump_item_role_id);
        self
    }
    /// Sets the perm console idle timeout: -1 to 86400. By default `-1`.
    #[must_use]
    pub fn perm_console_idle_timeout(mut self, perm_console_idle_timeout: i64) -> Self {
        self.perm_console_idle_timeout = Some(perm_console_idle_timeout);
        self
    }
}

/// What is to change in a Group Policy. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GroupPolicyPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_allowed: Option<PermSupportAllowed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rep_perm_status: Option<GroupPolicyRepPermStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_generate_session_key: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_send_ios_profiles: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_accept_team_sessions: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_transfer_other_team: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_share_other_team: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_invite_external_rep: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_session_idle_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_next_session_button: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_extended_availability_mode_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_edit_external_key: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_disable_auto_assignment: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_routing_idle_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auto_assignment_max_sessions: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_collaborate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_collaborate_control: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_personal_deploy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_team_manage: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_change_public_sites: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_support_button_team_deploy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_jump_client: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_vnc: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_remote_rdp: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_shell_jump: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_vnc: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_local_rdp: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_vpro: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inferior_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unassigned_jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perm_console_idle_timeout: Option<i64>,
}

impl GroupPolicyPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the perm support allowed. By default `"not_allowed"`.
    #[must_use]
    pub fn perm_support_allowed(
        mut self,
        perm_support_allowed: PermSupportAllowed,
    ) -> Self {
        self.perm_support_allowed = Some(perm_support_allowed);
        self
    }
    /// Sets the rep perm status.
    #[must_use]
    pub fn rep_perm_status(mut self, rep_perm_status: GroupPolicyRepPermStatus) -> Self {
        self.rep_perm_status = Some(rep_perm_status);
        self
    }
    /// Sets whether `perm_generate_session_key` is set. By default `false`.
    #[must_use]
    pub fn perm_generate_session_key(mut self, perm_generate_session_key: bool) -> Self {
        self.perm_generate_session_key = Some(perm_generate_session_key);
        self
    }
    /// Sets whether `perm_send_ios_profiles` is set. By default `false`.
    #[must_use]
    pub fn perm_send_ios_profiles(mut self, perm_send_ios_profiles: bool) -> Self {
        self.perm_send_ios_profiles = Some(perm_send_ios_profiles);
        self
    }
    /// Sets whether `perm_accept_team_sessions` is set. By default `false`.
    #[must_use]
    pub fn perm_accept_team_sessions(mut self, perm_accept_team_sessions: bool) -> Self {
        self.perm_accept_team_sessions = Some(perm_accept_team_sessions);
        self
    }
    /// Sets whether `perm_transfer_other_team` is set. By default `false`.
    #[must_use]
    pub fn perm_transfer_other_team(mut self, perm_transfer_other_team: bool) -> Self {
        self.perm_transfer_other_team = Some(perm_transfer_other_team);
        self
    }
    /// Sets whether `perm_share_other_team` is set. By default `false`.
    #[must_use]
    pub fn perm_share_other_team(mut self, perm_share_other_team: bool) -> Self {
        self.perm_share_other_team = Some(perm_share_other_team);
        self
    }
    /// Sets whether `perm_invite_external_rep` is set. By default `false`.
    #[must_use]
    pub fn perm_invite_external_rep(mut self, perm_invite_external_rep: bool) -> Self {
        self.perm_invite_external_rep = Some(perm_invite_external_rep);
        self
    }
    /// Sets the perm session idle timeout: -1 to 86400. By default `-1`.
    #[must_use]
    pub fn perm_session_idle_timeout(mut self, perm_session_idle_timeout: i64) -> Self {
        self.perm_session_idle_timeout = Some(perm_session_idle_timeout);
        self
    }
    /// Sets whether `perm_next_session_button` is set. By default `false`.
    #[must_use]
    pub fn perm_next_session_button(mut self, perm_next_session_button: bool) -> Self {
        self.perm_next_session_button = Some(perm_next_session_button);
        self
    }
    /// Sets whether `perm_extended_availability_mode_allowed` is set. By default `false`.
    #[must_use]
    pub fn perm_extended_availability_mode_allowed(
        mut self,
        perm_extended_availability_mode_allowed: bool,
    ) -> Self {
        self.perm_extended_availability_mode_allowed = Some(
            perm_extended_availability_mode_allowed,
        );
        self
    }
    /// Sets whether `perm_edit_external_key` is set. By default `false`.
    #[must_use]
    pub fn perm_edit_external_key(mut self, perm_edit_external_key: bool) -> Self {
        self.perm_edit_external_key = Some(perm_edit_external_key);
        self
    }
    /// Sets whether `perm_disable_auto_assignment` is set. By default `false`.
    #[must_use]
    pub fn perm_disable_auto_assignment(
        mut self,
        perm_disable_auto_assignment: bool,
    ) -> Self {
        self.perm_disable_auto_assignment = Some(perm_disable_auto_assignment);
        self
    }
    /// Sets the perm routing idle timeout: 0 to 3600. By default `900`.
    #[must_use]
    pub fn perm_routing_idle_timeout(mut self, perm_routing_idle_timeout: i64) -> Self {
        self.perm_routing_idle_timeout = Some(perm_routing_idle_timeout);
        self
    }
    /// Sets the auto assignment max sessions: 1 to 10. By default `3`.
    #[must_use]
    pub fn auto_assignment_max_sessions(
        mut self,
        auto_assignment_max_sessions: i64,
    ) -> Self {
        self.auto_assignment_max_sessions = Some(auto_assignment_max_sessions);
        self
    }
    /// Sets whether `perm_collaborate` is set. By default `false`.
    #[must_use]
    pub fn perm_collaborate(mut self, perm_collaborate: bool) -> Self {
        self.perm_collaborate = Some(perm_collaborate);
        self
    }
    /// Sets whether `perm_collaborate_control` is set. By default `false`.
    #[must_use]
    pub fn perm_collaborate_control(mut self, perm_collaborate_control: bool) -> Self {
        self.perm_collaborate_control = Some(perm_collaborate_control);
        self
    }
    /// Sets whether `perm_support_button_personal_deploy` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_personal_deploy(
        mut self,
        perm_support_button_personal_deploy: bool,
    ) -> Self {
        self.perm_support_button_personal_deploy = Some(
            perm_support_button_personal_deploy,
        );
        self
    }
    /// Sets whether `perm_support_button_team_manage` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_team_manage(
        mut self,
        perm_support_button_team_manage: bool,
    ) -> Self {
        self.perm_support_button_team_manage = Some(perm_support_button_team_manage);
        self
    }
    /// Sets whether `perm_support_button_change_public_sites` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_change_public_sites(
        mut self,
        perm_support_button_change_public_sites: bool,
    ) -> Self {
        self.perm_support_button_change_public_sites = Some(
            perm_support_button_change_public_sites,
        );
        self
    }
    /// Sets whether `perm_support_button_team_deploy` is set. By default `false`.
    #[must_use]
    pub fn perm_support_button_team_deploy(
        mut self,
        perm_support_button_team_deploy: bool,
    ) -> Self {
        self.perm_support_button_team_deploy = Some(perm_support_button_team_deploy);
        self
    }
    /// Sets whether `perm_jump_client` is set. By default `false`.
    #[must_use]
    pub fn perm_jump_client(mut self, perm_jump_client: bool) -> Self {
        self.perm_jump_client = Some(perm_jump_client);
        self
    }
    /// Sets whether `perm_local_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_local_jump(mut self, perm_local_jump: bool) -> Self {
        self.perm_local_jump = Some(perm_local_jump);
        self
    }
    /// Sets whether `perm_remote_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_jump(mut self, perm_remote_jump: bool) -> Self {
        self.perm_remote_jump = Some(perm_remote_jump);
        self
    }
    /// Sets whether `perm_remote_vnc` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_vnc(mut self, perm_remote_vnc: bool) -> Self {
        self.perm_remote_vnc = Some(perm_remote_vnc);
        self
    }
    /// Sets whether `perm_remote_rdp` is set. By default `false`.
    #[must_use]
    pub fn perm_remote_rdp(mut self, perm_remote_rdp: bool) -> Self {
        self.perm_remote_rdp = Some(perm_remote_rdp);
        self
    }
    /// Sets whether `perm_shell_jump` is set. By default `false`.
    #[must_use]
    pub fn perm_shell_jump(mut self, perm_shell_jump: bool) -> Self {
        self.perm_shell_jump = Some(perm_shell_jump);
        self
    }
    /// Sets whether `perm_local_vnc` is set. By default `false`.
    #[must_use]
    pub fn perm_local_vnc(mut self, perm_local_vnc: bool) -> Self {
        self.perm_local_vnc = Some(perm_local_vnc);
        self
    }
    /// Sets whether `perm_local_rdp` is set. By default `false`.
    #[must_use]
    pub fn perm_local_rdp(mut self, perm_local_rdp: bool) -> Self {
        self.perm_local_rdp = Some(perm_local_rdp);
        self
    }
    /// Sets whether `perm_vpro` is set. By default `false`.
    #[must_use]
    pub fn perm_vpro(mut self, perm_vpro: bool) -> Self {
        self.perm_vpro = Some(perm_vpro);
        self
    }
    /// Sets the default jump item role id. By default `1`.
    #[must_use]
    pub fn default_jump_item_role_id(
        mut self,
        default_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.default_jump_item_role_id = Some(default_jump_item_role_id);
        self
    }
    /// Sets the private jump item role id. By default `1`.
    #[must_use]
    pub fn private_jump_item_role_id(
        mut self,
        private_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.private_jump_item_role_id = Some(private_jump_item_role_id);
        self
    }
    /// Sets the inferior jump item role id. By default `1`.
    #[must_use]
    pub fn inferior_jump_item_role_id(
        mut self,
        inferior_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.inferior_jump_item_role_id = Some(inferior_jump_item_role_id);
        self
    }
    /// Sets the unassigned jump item role id. By default `1`.
    #[must_use]
    pub fn unassigned_jump_item_role_id(
        mut self,
        unassigned_jump_item_role_id: JumpItemRoleId,
    ) -> Self {
        self.unassigned_jump_item_role_id = Some(unassigned_jump_item_role_id);
        self
    }
    /// Sets the perm console idle timeout: -1 to 86400. By default `-1`.
    #[must_use]
    pub fn perm_console_idle_timeout(mut self, perm_console_idle_timeout: i64) -> Self {
        self.perm_console_idle_timeout = Some(perm_console_idle_timeout);
        self
    }
}

/// A Group Policy Jump Group, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyJumpGroup {
    /// The jump group id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_id: Option<JumpGroupId>,
    /// The jump item role id: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_item_role_id: Option<JumpItemRoleId>,
}

/// A Group Policy Jump Group to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewGroupPolicyJumpGroup {
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_id: Option<JumpGroupId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_item_role_id: Option<JumpItemRoleId>,
}

impl NewGroupPolicyJumpGroup {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the jump group id.
    #[must_use]
    pub fn jump_group_id(mut self, jump_group_id: JumpGroupId) -> Self {
        self.jump_group_id = Some(jump_group_id);
        self
    }
    /// Sets the jump item role id: at least 0.
    #[must_use]
    pub fn jump_item_role_id(mut self, jump_item_role_id: JumpItemRoleId) -> Self {
        self.jump_item_role_id = Some(jump_item_role_id);
        self
    }
}

/// The group policy rep perm status.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum GroupPolicyRepPermStatus {
    /// `not_defined`.
    NotDefined,
    /// `defined`.
    Defined,
    /// `final`.
    Final,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl GroupPolicyRepPermStatus {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotDefined => "not_defined",
            Self::Defined => "defined",
            Self::Final => "final",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for GroupPolicyRepPermStatus {
    fn from(text: &str) -> Self {
        match text {
            "not_defined" => Self::NotDefined,
            "defined" => Self::Defined,
            "final" => Self::Final,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    GroupPolicy,
    GroupPolicyJumpGroup,
}

bt_sra_transport::api::text_enums! {
    GroupPolicyRepPermStatus,
}
