// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Group Policy.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    GroupPolicyId, GroupPolicyMemberId, JumpointId, SecurityProviderId, TeamId, TeamRole,
    UserId, VaultAccountGroupId, VaultAccountId, VaultAccountRole,
};

/// Group Policy Jumpoints: `/group-policy/{id}/jumpoint`.
#[derive(Clone, Debug)]
pub struct GroupPolicyJumpoints {
    pub(crate) scope: Scope,
}

impl GroupPolicyJumpoints {
    /// Lists Group Policy Jumpoints.
    ///
    /// `GET /group-policy/{id}/jumpoint`
    pub fn list(&self) -> List<GroupPolicyJumpointList> {
        static OPERATION: Operation = Operation::new(
            "group-policy jumpoint list",
            "/api/config/v1/group-policy/{id}/jumpoint",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Jumpoint.
    ///
    /// `POST /group-policy/{id}/jumpoint`
    pub fn create(&self, jumpoint_id: JumpointId) -> Call<Option<GroupPolicyJumpoint>> {
        static OPERATION: Operation = Operation::new(
            "group-policy jumpoint create",
            "/api/config/v1/group-policy/{id}/jumpoint",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json(&One("jumpoint_id", jumpoint_id))
    }
    /// Reads a Group Policy Jumpoint.
    ///
    /// `GET /group-policy/{id}/jumpoint/{jumpoint_id}`
    pub fn get(&self, jumpoint_id: JumpointId) -> Call<GroupPolicyJumpoint> {
        static OPERATION: Operation = Operation::new(
            "group-policy jumpoint get",
            "/api/config/v1/group-policy/{id}/jumpoint/{jumpoint_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&jumpoint_id])
    }
    /// Deletes a Group Policy Jumpoint.
    ///
    /// `DELETE /group-policy/{id}/jumpoint/{jumpoint_id}`
    pub fn delete(&self, jumpoint_id: JumpointId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy jumpoint delete",
            "/api/config/v1/group-policy/{id}/jumpoint/{jumpoint_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&jumpoint_id])
    }
}

/// The list of `/group-policy/{id}/jumpoint`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyJumpointList {}

impl Listing for GroupPolicyJumpointList {
    type Item = GroupPolicyJumpoint;
    const PAGED: bool = true;
}

impl Paged for GroupPolicyJumpointList {}

/// Group Policy Members: `/group-policy/{id}/member`.
#[derive(Clone, Debug)]
pub struct GroupPolicyMembers {
    pub(crate) scope: Scope,
}

impl GroupPolicyMembers {
    /// Lists Group Policy Members.
    ///
    /// `GET /group-policy/{id}/member`
    pub fn list(&self) -> List<GroupPolicyMemberList> {
        static OPERATION: Operation = Operation::new(
            "group-policy member list",
            "/api/config/v1/group-policy/{id}/member",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Member.
    ///
    /// `POST /group-policy/{id}/member`
    pub fn create(&self, new: NewGroupPolicyMember) -> Call<Option<GroupPolicyMember>> {
        static OPERATION: Operation = Operation::new(
            "group-policy member create",
            "/api/config/v1/group-policy/{id}/member",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy Member.
    ///
    /// `GET /group-policy/{id}/member/{member_id}`
    pub fn get(&self, member_id: GroupPolicyMemberId) -> Call<GroupPolicyMember> {
        static OPERATION: Operation = Operation::new(
            "group-policy member get",
            "/api/config/v1/group-policy/{id}/member/{member_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&member_id])
    }
    /// Deletes a Group Policy Member.
    ///
    /// `DELETE /group-policy/{id}/member/{member_id}`
    pub fn delete(&self, member_id: GroupPolicyMemberId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy member delete",
            "/api/config/v1/group-policy/{id}/member/{member_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&member_id])
    }
}

/// The list of `/group-policy/{id}/member`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyMemberList {}

impl Listing for GroupPolicyMemberList {
    type Item = GroupPolicyMember;
    const PAGED: bool = true;
}

impl Paged for GroupPolicyMemberList {}

/// Group Policy Teams: `/group-policy/{id}/team`.
#[derive(Clone, Debug)]
pub struct GroupPolicyTeams {
    pub(crate) scope: Scope,
}

impl GroupPolicyTeams {
    /// Lists Group Policy Teams.
    ///
    /// `GET /group-policy/{id}/team`
    pub fn list(&self) -> List<GroupPolicyTeamList> {
        static OPERATION: Operation = Operation::new(
            "group-policy team list",
            "/api/config/v1/group-policy/{id}/team",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Team.
    ///
    /// `POST /group-policy/{id}/team`
    pub fn create(&self, new: NewGroupPolicyTeam) -> Call<GroupPolicyTeam> {
        static OPERATION: Operation = Operation::new(
            "group-policy team create",
            "/api/config/v1/group-policy/{id}/team",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy Team.
    ///
    /// `GET /group-policy/{id}/team/{team_id}`
    pub fn get(&self, team_id: TeamId) -> Call<GroupPolicyTeam> {
        static OPERATION: Operation = Operation::new(
            "group-policy team get",
            "/api/config/v1/group-policy/{id}/team/{team_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&team_id])
    }
    /// Deletes a Group Policy Team.
    ///
    /// `DELETE /group-policy/{id}/team/{team_id}`
    pub fn delete(&self, team_id: TeamId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy team delete",
            "/api/config/v1/group-policy/{id}/team/{team_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&team_id])
    }
}

/// The list of `/group-policy/{id}/team`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyTeamList {}

impl Listing for GroupPolicyTeamList {
    type Item = GroupPolicyTeam;
    const PAGED: bool = true;
}

impl Paged for GroupPolicyTeamList {}

/// Group Policy Vault Accounts: `/group-policy/{id}/vault-account`.
#[derive(Clone, Debug)]
pub struct GroupPolicyVaultAccounts {
    pub(crate) scope: Scope,
}

impl GroupPolicyVaultAccounts {
    /// Lists Group Policy Vault Accounts.
    ///
    /// `GET /group-policy/{id}/vault-account`
    pub fn list(&self) -> List<GroupPolicyVaultAccountList> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account list",
            "/api/config/v1/group-policy/{id}/vault-account",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Vault Account.
    ///
    /// `POST /group-policy/{id}/vault-account`
    pub fn create(
        &self,
        new: NewGroupPolicyVaultAccount,
    ) -> Call<GroupPolicyVaultAccount> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account create",
            "/api/config/v1/group-policy/{id}/vault-account",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy Vault Account.
    ///
    /// `GET /group-policy/{id}/vault-account/{account_id}`
    pub fn get(&self, account_id: VaultAccountId) -> Call<GroupPolicyVaultAccount> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account get",
            "/api/config/v1/group-policy/{id}/vault-account/{account_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&account_id])
    }
    /// Deletes a Group Policy Vault Account.
    ///
    /// `DELETE /group-policy/{id}/vault-account/{account_id}`
    pub fn delete(&self, account_id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account delete",
            "/api/config/v1/group-policy/{id}/vault-account/{account_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&account_id])
    }
}

/// The list of `/group-policy/{id}/vault-account`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyVaultAccountList {}

impl Listing for GroupPolicyVaultAccountList {
    type Item = GroupPolicyVaultAccount;
}

/// Group Policy Vault Account Groups: `/group-policy/{id}/vault-account-group`.
#[derive(Clone, Debug)]
pub struct GroupPolicyVaultAccountGroups {
    pub(crate) scope: Scope,
}

impl GroupPolicyVaultAccountGroups {
    /// Lists Group Policy Vault Account Groups.
    ///
    /// `GET /group-policy/{id}/vault-account-group`
    pub fn list(&self) -> List<GroupPolicyVaultAccountGroupList> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account-group list",
            "/api/config/v1/group-policy/{id}/vault-account-group",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Group Policy Vault Account Group.
    ///
    /// `POST /group-policy/{id}/vault-account-group`
    pub fn create(
        &self,
        new: NewGroupPolicyVaultAccountGroup,
    ) -> Call<GroupPolicyVaultAccountGroup> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account-group create",
            "/api/config/v1/group-policy/{id}/vault-account-group",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Group Policy Vault Account Group.
    ///
    /// `GET /group-policy/{id}/vault-account-group/{account_group_id}`
    pub fn get(
        &self,
        account_group_id: VaultAccountGroupId,
    ) -> Call<GroupPolicyVaultAccount> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account-group get",
            "/api/config/v1/group-policy/{id}/vault-account-group/{account_group_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&account_group_id])
    }
    /// Deletes a Group Policy Vault Account Group.
    ///
    /// `DELETE /group-policy/{id}/vault-account-group/{account_group_id}`
    pub fn delete(&self, account_group_id: VaultAccountGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "group-policy vault-account-group delete",
            "/api/config/v1/group-policy/{id}/vault-account-group/{account_group_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&account_group_id])
    }
}

/// The list of `/group-policy/{id}/vault-account-group`.
#[derive(Clone, Copy, Debug)]
pub enum GroupPolicyVaultAccountGroupList {}

impl Listing for GroupPolicyVaultAccountGroupList {
    type Item = GroupPolicyVaultAccountGroup;
}

/// A Group Policy Jumpoint, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyJumpoint {
    /// The jumpoint id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jumpoint_id: Option<JumpointId>,
}

/// A Group Policy Member, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyMember {
    /// The id.
    pub id: GroupPolicyMemberId,
    /// The security provider id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub security_provider_id: Option<SecurityProviderId>,
    /// The distinguished name: 1 to 1024 characters.
    pub distinguished_name: Option<String>,
    /// The group name: 1 to 64 characters.
    pub group_name: Option<String>,
    /// The user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub user_id: Option<UserId>,
}

/// A Group Policy Member to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewGroupPolicyMember {
    #[serde(skip_serializing_if = "Option::is_none")]
    security_provider_id: Option<SecurityProviderId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distinguished_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
}

impl NewGroupPolicyMember {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the security provider id.
    #[must_use]
    pub fn security_provider_id(
        mut self,
        security_provider_id: SecurityProviderId,
    ) -> Self {
        self.security_provider_id = Some(security_provider_id);
        self
    }
    /// Sets the distinguished name: 1 to 1024 characters.
    #[must_use]
    pub fn distinguished_name(mut self, distinguished_name: impl Into<String>) -> Self {
        self.distinguished_name = Some(distinguished_name.into());
        self
    }
    /// Sets the group name: 1 to 64 characters.
    #[must_use]
    pub fn group_name(mut self, group_name: impl Into<String>) -> Self {
        self.group_name = Some(group_name.into());
        self
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
}

/// A Group Policy Team, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyTeam {
    /// The team id.
    pub team_id: TeamId,
    /// The role. By default `"member"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<TeamRole>,
}

/// A Group Policy Team to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewGroupPolicyTeam {
    team_id: TeamId,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<TeamRole>,
}

impl NewGroupPolicyTeam {
    /// Takes what must be there.
    pub fn new(team_id: TeamId) -> Self {
        Self { team_id, role: None }
    }
    /// Sets the role. By default `"member"`.
    #[must_use]
    pub fn role(mut self, role: TeamRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// A Group Policy Vault Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyVaultAccount {
    /// The account id.
    pub account_id: VaultAccountId,
    /// The role. By default `"inject"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<VaultAccountRole>,
}

/// A Group Policy Vault Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewGroupPolicyVaultAccount {
    account_id: VaultAccountId,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl NewGroupPolicyVaultAccount {
    /// Takes what must be there.
    pub fn new(account_id: VaultAccountId) -> Self {
        Self { account_id, role: None }
    }
    /// Sets the role. By default `"inject"`.
    #[must_use]
    pub fn role(mut self, role: VaultAccountRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// A Group Policy Vault Account Group, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupPolicyVaultAccountGroup {
    /// The group policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub group_policy_id: Option<GroupPolicyId>,
    /// The account group id.
    pub account_group_id: VaultAccountGroupId,
    /// The role. By default `"inject"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<VaultAccountRole>,
}

/// A Group Policy Vault Account Group to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewGroupPolicyVaultAccountGroup {
    #[serde(skip_serializing_if = "Option::is_none")]
    group_policy_id: Option<GroupPolicyId>,
    account_group_id: VaultAccountGroupId,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl NewGroupPolicyVaultAccountGroup {
    /// Takes what must be there.
    pub fn new(account_group_id: VaultAccountGroupId) -> Self {
        Self {
            group_policy_id: None,
            account_group_id,
            role: None,
        }
    }
    /// Sets the group policy id.
    #[must_use]
    pub fn group_policy_id(mut self, group_policy_id: GroupPolicyId) -> Self {
        self.group_policy_id = Some(group_policy_id);
        self
    }
    /// Sets the role. By default `"inject"`.
    #[must_use]
    pub fn role(mut self, role: VaultAccountRole) -> Self {
        self.role = Some(role);
        self
    }
}

bt_sra_transport::api::answers! {
    GroupPolicyJumpoint,
    GroupPolicyMember,
    GroupPolicyTeam,
    GroupPolicyVaultAccount,
    GroupPolicyVaultAccountGroup,
}
