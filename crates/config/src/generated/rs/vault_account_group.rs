// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Account Group.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List};
use http::Method;
use super::{
    AccountInjectableJumpItem, AccountJumpItemAssociation,
    AccountJumpItemAssociationPatch, JumpItemRef, NewVaultAccountGroup,
    VaultAccountGroup, VaultAccountGroupAccounts, VaultAccountGroupId,
    VaultAccountGroupJumpItemAssociationSharedJumpGroups, VaultAccountGroupList,
    VaultAccountGroupPatch, VaultAccountGroupUsers,
};

/// Vault Account Groups: `/vault/account-group`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroups {
    pub(crate) scope: Scope,
}

impl VaultAccountGroups {
    /// Accounts of a Vault Account Group.
    #[must_use]
    pub fn accounts(
        &self,
        vault_account_group_id: VaultAccountGroupId,
    ) -> VaultAccountGroupAccounts {
        VaultAccountGroupAccounts {
            scope: self.scope.of(&vault_account_group_id),
        }
    }
    /// Jump Item Association of a Vault Account Group.
    #[must_use]
    pub fn jump_item_association(
        &self,
        vault_account_group_id: VaultAccountGroupId,
    ) -> VaultAccountGroupJumpItemAssociation {
        VaultAccountGroupJumpItemAssociation {
            scope: self.scope.of(&vault_account_group_id),
        }
    }
    /// Users of a Vault Account Group.
    #[must_use]
    pub fn users(
        &self,
        vault_account_group_id: VaultAccountGroupId,
    ) -> VaultAccountGroupUsers {
        VaultAccountGroupUsers {
            scope: self.scope.of(&vault_account_group_id),
        }
    }
    /// Lists Vault Account Groups.
    ///
    /// `GET /vault/account-group`
    pub fn list(&self) -> List<VaultAccountGroupList> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group list",
            "/api/config/v1/vault/account-group",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account Group.
    ///
    /// `POST /vault/account-group`
    pub fn create(&self, new: NewVaultAccountGroup) -> Call<VaultAccountGroup> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group create",
            "/api/config/v1/vault/account-group",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vault Account Group.
    ///
    /// `GET /vault/account-group/{id}`
    pub fn get(&self, id: VaultAccountGroupId) -> Call<VaultAccountGroup> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group get",
            "/api/config/v1/vault/account-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Vault Account Group.
    ///
    /// `PATCH /vault/account-group/{id}`
    pub fn update(
        &self,
        id: VaultAccountGroupId,
        patch: VaultAccountGroupPatch,
    ) -> Call<VaultAccountGroup> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group update",
            "/api/config/v1/vault/account-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Vault Account Group.
    ///
    /// `DELETE /vault/account-group/{id}`
    pub fn delete(&self, id: VaultAccountGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group delete",
            "/api/config/v1/vault/account-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Finds a Vault Account Group by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<VaultAccountGroupList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Vault Account Group be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewVaultAccountGroup) -> Ensure<VaultAccountGroupList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, VaultAccountGroupPatch::new()),
        )
    }
}

/// Vault Account Group Jump Item Association: `/vault/account-group/{id}/jump-item-association`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroupJumpItemAssociation {
    pub(crate) scope: Scope,
}

impl VaultAccountGroupJumpItemAssociation {
    /// Jump Items.
    #[must_use]
    pub fn jump_items(&self) -> VaultAccountGroupJumpItemAssociationJumpItems {
        VaultAccountGroupJumpItemAssociationJumpItems {
            scope: self.scope.clone(),
        }
    }
    /// Shared Jump Groups.
    #[must_use]
    pub fn shared_jump_groups(
        &self,
    ) -> VaultAccountGroupJumpItemAssociationSharedJumpGroups {
        VaultAccountGroupJumpItemAssociationSharedJumpGroups {
            scope: self.scope.clone(),
        }
    }
    /// Reads the Vault Account Group Jump Item Association.
    ///
    /// `GET /vault/account-group/{id}/jump-item-association`
    pub fn get(&self) -> Call<AccountJumpItemAssociation> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association get",
            "/api/config/v1/vault/account-group/{id}/jump-item-association",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Changes a Vault Account Group Jump Item Association.
    ///
    /// `PATCH /vault/account-group/{id}/jump-item-association`
    pub fn update(
        &self,
        patch: AccountJumpItemAssociationPatch,
    ) -> Call<AccountJumpItemAssociation> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association update",
            "/api/config/v1/vault/account-group/{id}/jump-item-association",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[]).json(&patch)
    }
}

/// Vault Account Group Jump Item Association Jump Items: `/vault/account-group/{id}/jump-item-association/jump-item`.
#[derive(Clone, Debug)]
pub struct VaultAccountGroupJumpItemAssociationJumpItems {
    pub(crate) scope: Scope,
}

impl VaultAccountGroupJumpItemAssociationJumpItems {
    /// Creates a Vault Account Group Jump Item Association Jump Item.
    ///
    /// `POST /vault/account-group/{id}/jump-item-association/jump-item`
    pub fn create(
        &self,
        jump_item: impl Into<JumpItemRef>,
    ) -> Call<AccountInjectableJumpItem> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association jump-item create",
            "/api/config/v1/vault/account-group/{id}/jump-item-association/jump-item",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json::<JumpItemRef>(&jump_item.into())
    }
    /// Deletes a Vault Account Group Jump Item Association Jump Item.
    ///
    /// `DELETE /vault/account-group/{id}/jump-item-association/jump-item`
    pub fn delete(&self, jump_item: impl Into<JumpItemRef>) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-group jump-item-association jump-item delete",
            "/api/config/v1/vault/account-group/{id}/jump-item-association/jump-item",
            Repeat::Safe,
        );
        self.scope
            .call(&OPERATION, Method::DELETE, &[])
            .json::<JumpItemRef>(&jump_item.into())
    }
}
