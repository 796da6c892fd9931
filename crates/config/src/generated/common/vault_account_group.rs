// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Account Group.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{JumpGroupId, UserId, VaultAccountGroupId, VaultAccountId, VaultAccountRole};

/// The list of `/vault/account-group`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountGroupList {}

impl Listing for VaultAccountGroupList {
    type Item = VaultAccountGroup;
    const MAY_BE_SINGLE: bool = true;
    const PAGED: bool = true;
}

impl Paged for VaultAccountGroupList {}

impl List<VaultAccountGroupList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// Vault Account Group Accounts: `/vault/account-group/{id}/account`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroupAccounts {
    pub(crate) scope: Scope,
}

impl VaultAccountGroupAccounts {
    /// Lists Vault Account Group Accounts.
    ///
    /// `GET /vault/account-group/{id}/account`
    pub fn list(&self) -> List<VaultAccountGroupAccountList> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group account list",
            "/api/config/v1/vault/account-group/{id}/account",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account Group Account.
    ///
    /// `POST /vault/account-group/{id}/account`
    pub fn create(&self, account_id: VaultAccountId) -> Call<VaultAccountGroupAccount> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group account create",
            "/api/config/v1/vault/account-group/{id}/account",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json(&One("account_id", account_id))
    }
    /// Reads a Vault Account Group Account.
    ///
    /// `GET /vault/account-group/{id}/account/{account_id}`
    pub fn get(&self, account_id: VaultAccountId) -> Call<VaultAccountGroupAccount> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group account get",
            "/api/config/v1/vault/account-group/{id}/account/{account_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&account_id])
    }
    /// Deletes a Vault Account Group Account.
    ///
    /// `DELETE /vault/account-group/{id}/account/{account_id}`
    pub fn delete(&self, account_id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group account delete",
            "/api/config/v1/vault/account-group/{id}/account/{account_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&account_id])
    }
}

/// The list of `/vault/account-group/{id}/account`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountGroupAccountList {}

impl Listing for VaultAccountGroupAccountList {
    type Item = VaultAccountGroupAccount;
    const PAGED: bool = true;
}

impl Paged for VaultAccountGroupAccountList {}

/// Vault Account Group Jump Item Association Shared Jump Groups: `/vault/account-group/{id}/jump-item-association/shared-jump-group`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroupJumpItemAssociationSharedJumpGroups {
    pub(crate) scope: Scope,
}

impl VaultAccountGroupJumpItemAssociationSharedJumpGroups {
    /// Creates a Vault Account Group Jump Item Association Shared Jump Group.
    ///
    /// `POST /vault/account-group/{id}/jump-item-association/shared-jump-group`
    pub fn create(
        &self,
        shared_jump_group_id: JumpGroupId,
    ) -> Call<AccountJumpGroupAssociationResponse> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association shared-jump-group create",
            "/api/config/v1/vault/account-group/{id}/jump-item-association/shared-jump-group",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json(&One("shared_jump_group_id", shared_jump_group_id))
    }
    /// Deletes a Vault Account Group Jump Item Association Shared Jump Group.
    ///
    /// `DELETE /vault/account-group/{id}/jump-item-association/shared-jump-group`
    pub fn delete(&self, shared_jump_group_id: JumpGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association shared-jump-group delete",
            "/api/config/v1/vault/account-group/{id}/jump-item-association/shared-jump-group",
            Repeat::Safe,
        );
        self.scope
            .call(&OPERATION, Method::DELETE, &[])
            .json(&One("shared_jump_group_id", shared_jump_group_id))
    }
}

/// Vault Account Group Users: `/vault/account-group/{id}/user`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroupUsers {
    pub(crate) scope: Scope,
}

impl VaultAccountGroupUsers {
    /// Lists Vault Account Group Users.
    ///
    /// `GET /vault/account-group/{id}/user`
    pub fn list(&self) -> List<VaultAccountGroupUserList> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group user list",
            "/api/config/v1/vault/account-group/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account Group User.
    ///
    /// `POST /vault/account-group/{id}/user`
    pub fn create(&self, new: NewVaultAccountGroupUser) -> Call<VaultAccountGroupUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group user create",
            "/api/config/v1/vault/account-group/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vault Account Group User.
    ///
    /// `GET /vault/account-group/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<VaultAccountGroupUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group user get",
            "/api/config/v1/vault/account-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Changes a Vault Account Group User.
    ///
    /// `PATCH /vault/account-group/{id}/user/{user_id}`
    pub fn update(
        &self,
        user_id: UserId,
        patch: VaultAccountGroupUserPatch,
    ) -> Call<VaultAccountGroupUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group user update",
            "/api/config/v1/vault/account-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&user_id]).json(&patch)
    }
    /// Deletes a Vault Account Group User.
    ///
    /// `DELETE /vault/account-group/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group user delete",
            "/api/config/v1/vault/account-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
}

/// The list of `/vault/account-group/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountGroupUserList {}

impl Listing for VaultAccountGroupUserList {
    type Item = VaultAccountGroupUser;
    const PAGED: bool = true;
}

impl Paged for VaultAccountGroupUserList {}

/// An Account Jump Group Association Response, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccountJumpGroupAssociationResponse {
    /// The shared jump group id.
    pub shared_jump_group_id: JumpGroupId,
    /// The account group id.
    pub account_group_id: VaultAccountGroupId,
}

/// A Vault Account Group, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountGroup {
    /// The id.
    pub id: VaultAccountGroupId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 1024 characters.
    pub description: Option<String>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
}

/// A Vault Account Group to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultAccountGroup {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_policy: Option<String>,
}

impl NewVaultAccountGroup {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            account_policy: None,
        }
    }
    /// Sets the description: up to 1024 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account policy: 1 to 64 characters.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<String>) -> Self {
        self.account_policy = Some(account_policy.into());
        self
    }
}

/// What is to change in a Vault Account Group. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultAccountGroupPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    account_policy: Patch<String>,
}

impl VaultAccountGroupPatch {
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
    /// Sets the description: up to 1024 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account policy: 1 to 64 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<Patch<String>>) -> Self {
        self.account_policy = account_policy.into();
        self
    }
}

/// A Vault Account Group Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountGroupAccount {
    /// The account id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_id: Option<VaultAccountId>,
    /// The account group id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
}

/// A Vault Account Group User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountGroupUser {
    /// The user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub user_id: Option<UserId>,
    /// The account group id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The role. By default `"inject"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<VaultAccountRole>,
}

/// A Vault Account Group User to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewVaultAccountGroupUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl NewVaultAccountGroupUser {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
    /// Sets the role. By default `"inject"`.
    #[must_use]
    pub fn role(mut self, role: VaultAccountRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// What is to change in a Vault Account Group User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultAccountGroupUserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl VaultAccountGroupUserPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
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
    AccountJumpGroupAssociationResponse,
    VaultAccountGroup,
    VaultAccountGroupAccount,
    VaultAccountGroupUser,
}
