// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Account.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use crate::{Find, Hold, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{
    AccountInjectableJumpItem, AccountJumpItemAssociation,
    AccountJumpItemAssociationCriteria, AccountJumpItemAssociationFilterType,
    AccountJumpItemAssociationPatch, JumpItemRef, NewVaultSshAccount,
    NewVaultTokenAccount, NewVaultUsernamePasswordAccount, UserId,
    VaultAccountCredential, VaultAccountGroupId, VaultAccountId,
    VaultAccountJumpItemAssociationSharedJumpGroups, VaultAccountUsers,
    VaultAwsSecretAccount, VaultAwsSecretAccountPatch, VaultDomainAccount,
    VaultEndpointId, VaultLocalAccount, VaultPasswordSafeAccount, VaultSshAccount,
    VaultSshAccountPatch, VaultTokenAccount, VaultTokenAccountPatch,
    VaultUsernamePasswordAccount, VaultUsernamePasswordAccountPatch,
};

/// Vault Accounts: `/vault/account`.
#[derive(Clone, Debug)]
pub struct VaultAccounts {
    pub(crate) scope: Scope,
}

impl VaultAccounts {
    /// Jump Item Association of a Vault Account.
    #[must_use]
    pub fn jump_item_association(
        &self,
        vault_account_id: VaultAccountId,
    ) -> VaultAccountJumpItemAssociation {
        VaultAccountJumpItemAssociation {
            scope: self.scope.of(&vault_account_id),
        }
    }
    /// Users of a Vault Account.
    #[must_use]
    pub fn users(&self, vault_account_id: VaultAccountId) -> VaultAccountUsers {
        VaultAccountUsers {
            scope: self.scope.of(&vault_account_id),
        }
    }
    /// Lists Vault Accounts.
    ///
    /// `GET /vault/account`
    pub fn list(&self) -> List<VaultAccountList> {
        static OPERATION: Operation = Operation::new(
            "vault-account list",
            "/api/config/v1/vault/account",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account.
    ///
    /// `POST /vault/account`
    pub fn create(&self, new: impl Into<NewVaultAccount>) -> Call<VaultAccountDetails> {
        static OPERATION: Operation = Operation::new(
            "vault-account create",
            "/api/config/v1/vault/account",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json::<NewVaultAccount>(&new.into())
    }
    /// Reads a Vault Account.
    ///
    /// `GET /vault/account/{id}`
    pub fn get(&self, id: VaultAccountId) -> Call<VaultAccountDetails> {
        static OPERATION: Operation = Operation::new(
            "vault-account get",
            "/api/config/v1/vault/account/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Vault Account.
    ///
    /// `PATCH /vault/account/{id}`
    pub fn update(
        &self,
        id: VaultAccountId,
        patch: impl Into<VaultAccountPatch>,
    ) -> Call<VaultAccountDetails> {
        static OPERATION: Operation = Operation::new(
            "vault-account update",
            "/api/config/v1/vault/account/{id}",
            Repeat::Safe,
        );
        self.scope
            .call(&OPERATION, Method::PATCH, &[&id])
            .json::<VaultAccountPatch>(&patch.into())
    }
    /// Deletes a Vault Account.
    ///
    /// `DELETE /vault/account/{id}`
    pub fn delete(&self, id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account delete",
            "/api/config/v1/vault/account/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `check-in` of a Vault Account.
    ///
    /// `POST /vault/account/{id}/check-in`
    pub fn check_in(&self, id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account check-in",
            "/api/config/v1/vault/account/{id}/check-in",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Calls `check-out` of a Vault Account.
    ///
    /// `POST /vault/account/{id}/check-out`
    pub fn check_out(&self, id: VaultAccountId) -> Call<VaultAccountCredential> {
        static OPERATION: Operation = Operation::new(
            "vault-account check-out",
            "/api/config/v1/vault/account/{id}/check-out",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Calls `force-check-in` of a Vault Account.
    ///
    /// `POST /vault/account/{id}/force-check-in`
    pub fn force_check_in(&self, id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account force-check-in",
            "/api/config/v1/vault/account/{id}/force-check-in",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Calls `rotate` of a Vault Account.
    ///
    /// `POST /vault/account/{id}/rotate`
    pub fn rotate(&self, id: VaultAccountId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account rotate",
            "/api/config/v1/vault/account/{id}/rotate",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Finds a Vault Account by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<VaultAccountList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
    /// Checks a Vault Account out until the returned guard checks it in, or while a closure runs.
    pub fn hold(&self, id: VaultAccountId) -> Hold<VaultAccountCredential> {
        Hold::new(self.check_out(id), self.check_in(id))
    }
}

/// The list of `/vault/account`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountList {}

impl Listing for VaultAccountList {
    type Item = VaultAccount;
    const PAGED: bool = true;
}

impl Paged for VaultAccountList {}

impl List<VaultAccountList> {
    /// Keeps what has this `type`.
    pub fn r#type(self, r#type: VaultAccountType) -> Self {
        self.with("type", r#type)
    }
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `include_personal`.
    pub fn include_personal(self, include_personal: bool) -> Self {
        self.with("include_personal", include_personal)
    }
    /// Keeps what has this `account_group_id`.
    pub fn account_group_id(self, account_group_id: VaultAccountGroupId) -> Self {
        self.with("account_group_id", account_group_id)
    }
    /// Keeps what has this `endpoint_id`.
    pub fn endpoint_id(self, endpoint_id: VaultEndpointId) -> Self {
        self.with("endpoint_id", endpoint_id)
    }
}

/// Vault Account Jump Item Association: `/vault/account/{id}/jump-item-association`.
#[derive(Clone, Debug)]
pub struct VaultAccountJumpItemAssociation {
    pub(crate) scope: Scope,
}

impl VaultAccountJumpItemAssociation {
    /// Jump Items.
    #[must_use]
    pub fn jump_items(&self) -> VaultAccountJumpItemAssociationJumpItems {
        VaultAccountJumpItemAssociationJumpItems {
            scope: self.scope.clone(),
        }
    }
    /// Shared Jump Groups.
    #[must_use]
    pub fn shared_jump_groups(&self) -> VaultAccountJumpItemAssociationSharedJumpGroups {
        VaultAccountJumpItemAssociationSharedJumpGroups {
            scope: self.scope.clone(),
        }
    }
    /// Reads the Vault Account Jump Item Association.
    ///
    /// `GET /vault/account/{id}/jump-item-association`
    pub fn get(&self) -> Call<AccountJumpItemAssociation> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association get",
            "/api/config/v1/vault/account/{id}/jump-item-association",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Creates a Vault Account Jump Item Association.
    ///
    /// `POST /vault/account/{id}/jump-item-association`
    pub fn create(
        &self,
        new: NewAccountJumpItemAssociation,
    ) -> Call<AccountJumpItemAssociation> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association create",
            "/api/config/v1/vault/account/{id}/jump-item-association",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Changes a Vault Account Jump Item Association.
    ///
    /// `PATCH /vault/account/{id}/jump-item-association`
    pub fn update(
        &self,
        patch: AccountJumpItemAssociationPatch,
    ) -> Call<AccountJumpItemAssociation> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association update",
            "/api/config/v1/vault/account/{id}/jump-item-association",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[]).json(&patch)
    }
    /// Deletes a Vault Account Jump Item Association.
    ///
    /// `DELETE /vault/account/{id}/jump-item-association`
    pub fn delete(&self) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association delete",
            "/api/config/v1/vault/account/{id}/jump-item-association",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[])
    }
}

/// Vault Account Jump Item Association Jump Items: `/vault/account/{id}/jump-item-association/jump-item`.
#[derive(Clone, Debug)]
pub struct VaultAccountJumpItemAssociationJumpItems {
    pub(crate) scope: Scope,
}

impl VaultAccountJumpItemAssociationJumpItems {
    /// Creates a Vault Account Jump Item Association Jump Item.
    ///
    /// `POST /vault/account/{id}/jump-item-association/jump-item`
    pub fn create(
        &self,
        jump_item: impl Into<JumpItemRef>,
    ) -> Call<Option<AccountInjectableJumpItem>> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association jump-item create",
            "/api/config/v1/vault/account/{id}/jump-item-association/jump-item",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json::<JumpItemRef>(&jump_item.into())
    }
    /// Deletes a Vault Account Jump Item Association Jump Item.
    ///
    /// `DELETE /vault/account/{id}/jump-item-association/jump-item`
    pub fn delete(&self, jump_item: impl Into<JumpItemRef>) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association jump-item delete",
            "/api/config/v1/vault/account/{id}/jump-item-association/jump-item",
            Repeat::Safe,
        );
        self.scope
            .call(&OPERATION, Method::DELETE, &[])
            .json::<JumpItemRef>(&jump_item.into())
    }
}

/// An Account Jump Item Association to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewAccountJumpItemAssociation {
    filter_type: AccountJumpItemAssociationFilterType,
    #[serde(skip_serializing_if = "Option::is_none")]
    criteria: Option<AccountJumpItemAssociationCriteria>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_items: Option<Vec<JumpItemRef>>,
}

impl NewAccountJumpItemAssociation {
    /// Takes what must be there.
    pub fn new(filter_type: AccountJumpItemAssociationFilterType) -> Self {
        Self {
            filter_type,
            criteria: None,
            jump_items: None,
        }
    }
    /// Sets the criteria.
    #[must_use]
    pub fn criteria(mut self, criteria: AccountJumpItemAssociationCriteria) -> Self {
        self.criteria = Some(criteria);
        self
    }
    /// Sets the jump items.
    #[must_use]
    pub fn jump_items(
        mut self,
        jump_items: impl IntoIterator<Item = impl Into<JumpItemRef>>,
    ) -> Self {
        self.jump_items = Some(jump_items.into_iter().map(Into::into).collect());
        self
    }
}

/// A Vault Account to create, by its kind.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum NewVaultAccount {
    /// A New Vault Username Password Account.
    UsernamePassword(Box<NewVaultUsernamePasswordAccount>),
    /// A New Vault Token Account.
    Token(Box<NewVaultTokenAccount>),
    /// A New Vault SSH Account.
    Ssh(Box<NewVaultSshAccount>),
}

impl From<NewVaultUsernamePasswordAccount> for NewVaultAccount {
    fn from(value: NewVaultUsernamePasswordAccount) -> Self {
        Self::UsernamePassword(Box::new(value))
    }
}

impl From<NewVaultTokenAccount> for NewVaultAccount {
    fn from(value: NewVaultTokenAccount) -> Self {
        Self::Token(Box::new(value))
    }
}

impl From<NewVaultSshAccount> for NewVaultAccount {
    fn from(value: NewVaultSshAccount) -> Self {
        Self::Ssh(Box::new(value))
    }
}

/// What is to change in a Vault Account, by its kind.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum VaultAccountPatch {
    /// A Vault Username Password Account Patch.
    UsernamePassword(Box<VaultUsernamePasswordAccountPatch>),
    /// A Vault Token Account Patch.
    Token(Box<VaultTokenAccountPatch>),
    /// A Vault SSH Account Patch.
    Ssh(Box<VaultSshAccountPatch>),
    /// A Vault AWS Secret Account Patch.
    AwsSecret(Box<VaultAwsSecretAccountPatch>),
}

impl From<VaultUsernamePasswordAccountPatch> for VaultAccountPatch {
    fn from(value: VaultUsernamePasswordAccountPatch) -> Self {
        Self::UsernamePassword(Box::new(value))
    }
}

impl From<VaultTokenAccountPatch> for VaultAccountPatch {
    fn from(value: VaultTokenAccountPatch) -> Self {
        Self::Token(Box::new(value))
    }
}

impl From<VaultSshAccountPatch> for VaultAccountPatch {
    fn from(value: VaultSshAccountPatch) -> Self {
        Self::Ssh(Box::new(value))
    }
}

impl From<VaultAwsSecretAccountPatch> for VaultAccountPatch {
    fn from(value: VaultAwsSecretAccountPatch) -> Self {
        Self::AwsSecret(Box::new(value))
    }
}

/// A Vault Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<VaultAccountType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// Whether `personal` is set.
    pub personal: Option<bool>,
    /// The owner user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub owner_user_id: Option<UserId>,
    /// The account group id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
}

/// A Vault Account Details, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum VaultAccountDetails {
    /// A Vault Username Password Account.
    UsernamePassword(Box<VaultUsernamePasswordAccount>),
    /// A Vault Token Account.
    Token(Box<VaultTokenAccount>),
    /// A Vault SSH Account.
    Ssh(Box<VaultSshAccount>),
    /// A Vault AWS Secret Account.
    AwsSecret(Box<VaultAwsSecretAccount>),
    /// A Vault Password Safe Account.
    PasswordSafe(Box<VaultPasswordSafeAccount>),
    /// A Vault Local Account.
    Local(Box<VaultLocalAccount>),
    /// A Vault Domain Account.
    Domain(Box<VaultDomainAccount>),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl VaultAccountDetails {
    /// Returns the id, unless the shape is unknown.
    #[must_use]
    pub fn id(&self) -> Option<VaultAccountId> {
        match self {
            Self::UsernamePassword(it) => Some(it.id),
            Self::Token(it) => Some(it.id),
            Self::Ssh(it) => Some(it.id),
            Self::AwsSecret(it) => Some(it.id),
            Self::PasswordSafe(it) => Some(it.id),
            Self::Local(it) => Some(it.id),
            Self::Domain(it) => Some(it.id),
            Self::Other(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for VaultAccountDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("username_password") => shape.into().map(Self::UsernamePassword),
            Some("opaque_token") => shape.into().map(Self::Token),
            Some("ssh") => shape.into().map(Self::Ssh),
            Some("ssh_ca") => shape.into().map(Self::Ssh),
            Some("aws_secret") => shape.into().map(Self::AwsSecret),
            Some("password_safe") => shape.into().map(Self::PasswordSafe),
            Some("windows_local") => shape.into().map(Self::Local),
            Some("windows_domain") => shape.into().map(Self::Domain),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// The vault account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultAccountType {
    /// `username_password`.
    UsernamePassword,
    /// `ssh`.
    Ssh,
    /// `ssh_ca`.
    SshCa,
    /// `windows_local`.
    WindowsLocal,
    /// `windows_domain`.
    WindowsDomain,
    /// `opaque_token`.
    OpaqueToken,
    /// `aws_secret`.
    AwsSecret,
    /// `password_safe`.
    PasswordSafe,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::UsernamePassword => "username_password",
            Self::Ssh => "ssh",
            Self::SshCa => "ssh_ca",
            Self::WindowsLocal => "windows_local",
            Self::WindowsDomain => "windows_domain",
            Self::OpaqueToken => "opaque_token",
            Self::AwsSecret => "aws_secret",
            Self::PasswordSafe => "password_safe",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultAccountType {
    fn from(text: &str) -> Self {
        match text {
            "username_password" => Self::UsernamePassword,
            "ssh" => Self::Ssh,
            "ssh_ca" => Self::SshCa,
            "windows_local" => Self::WindowsLocal,
            "windows_domain" => Self::WindowsDomain,
            "opaque_token" => Self::OpaqueToken,
            "aws_secret" => Self::AwsSecret,
            "password_safe" => Self::PasswordSafe,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    VaultAccountDetails,
}

bt_sra_transport::api::text_enums! {
    VaultAccountType,
}
