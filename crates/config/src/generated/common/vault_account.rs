// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Account.

use bt_sra_core::{Patch, SecretString, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{JumpGroupId, UserId, VaultAccountGroupId, VaultAccountId, VaultEndpointId};

/// Vault Account Jump Item Association Shared Jump Groups: `/vault/account/{id}/jump-item-association/shared-jump-group`.
#[derive(Clone, Debug)]
pub struct VaultAccountJumpItemAssociationSharedJumpGroups {
    pub(crate) scope: Scope,
}

impl VaultAccountJumpItemAssociationSharedJumpGroups {
    /// Creates a Vault Account Jump Item Association Shared Jump Group.
    ///
    /// `POST /vault/account/{id}/jump-item-association/shared-jump-group`
    pub fn create(&self, shared_jump_group_id: JumpGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association shared-jump-group create",
            "/api/config/v1/vault/account/{id}/jump-item-association/shared-jump-group",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[])
            .json(&One("shared_jump_group_id", shared_jump_group_id))
    }
    /// Deletes a Vault Account Jump Item Association Shared Jump Group.
    ///
    /// `DELETE /vault/account/{id}/jump-item-association/shared-jump-group`
    pub fn delete(&self, shared_jump_group_id: JumpGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account jump-item-association shared-jump-group delete",
            "/api/config/v1/vault/account/{id}/jump-item-association/shared-jump-group",
            Repeat::Safe,
        );
        self.scope
            .call(&OPERATION, Method::DELETE, &[])
            .json(&One("shared_jump_group_id", shared_jump_group_id))
    }
}

/// Vault Account Users: `/vault/account/{id}/user`.
#[derive(Clone, Debug)]
pub struct VaultAccountUsers {
    pub(crate) scope: Scope,
}

impl VaultAccountUsers {
    /// Lists Vault Account Users.
    ///
    /// `GET /vault/account/{id}/user`
    pub fn list(&self) -> List<VaultAccountUserList> {
        static OPERATION: Operation = Operation::new(
            "vault-account user list",
            "/api/config/v1/vault/account/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account User.
    ///
    /// `POST /vault/account/{id}/user`
    pub fn create(&self, new: NewVaultAccountUser) -> Call<VaultAccountUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account user create",
            "/api/config/v1/vault/account/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vault Account User.
    ///
    /// `GET /vault/account/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<VaultAccountUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account user get",
            "/api/config/v1/vault/account/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Changes a Vault Account User.
    ///
    /// `PATCH /vault/account/{id}/user/{user_id}`
    pub fn update(
        &self,
        user_id: UserId,
        patch: VaultAccountUserPatch,
    ) -> Call<VaultAccountUser> {
        static OPERATION: Operation = Operation::new(
            "vault-account user update",
            "/api/config/v1/vault/account/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&user_id]).json(&patch)
    }
    /// Deletes a Vault Account User.
    ///
    /// `DELETE /vault/account/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account user delete",
            "/api/config/v1/vault/account/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
}

/// The list of `/vault/account/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountUserList {}

impl Listing for VaultAccountUserList {
    type Item = VaultAccountUser;
    const PAGED: bool = true;
}

impl Paged for VaultAccountUserList {}

/// An AWS Secret Key Value, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AwsSecretKeyValue {
    /// The key.
    #[serde(rename = "Key")]
    pub key: Option<String>,
    /// The value.
    #[serde(rename = "Value")]
    pub value: Option<String>,
}

/// A Vault Account Credential, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct VaultAccountCredential {
    /// The username: 1 to 255 characters.
    pub username: Option<String>,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<VaultAccountCredentialType>,
    /// The password: at least 1 characters.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub password: Option<SecretString>,
    /// The private key: at least 1 characters.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub private_key: Option<SecretString>,
    /// The signed public cert: at least 1 characters.
    pub signed_public_cert: Option<String>,
    /// The token: at least 1 characters.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub token: Option<SecretString>,
}

/// A Vault Account User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountUser {
    /// The user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub user_id: Option<UserId>,
    /// The role.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<VaultAccountRole>,
}

/// A Vault Account User to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewVaultAccountUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl NewVaultAccountUser {
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
    /// Sets the role.
    #[must_use]
    pub fn role(mut self, role: VaultAccountRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// What is to change in a Vault Account User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultAccountUserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<VaultAccountRole>,
}

impl VaultAccountUserPatch {
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
    /// Sets the role.
    #[must_use]
    pub fn role(mut self, role: VaultAccountRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// A Vault AWS Secret Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAwsSecretAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultAwsSecretAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The arn: up to 4096 characters.
    pub arn: Option<String>,
    /// The aws organization id: up to 4096 characters.
    pub aws_organization_id: Option<String>,
    /// The tags.
    pub tags: Option<Vec<AwsSecretKeyValue>>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
    /// The account group id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
}

/// What is to change in a Vault AWS Secret Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultAwsSecretAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    account_policy: Patch<String>,
}

impl VaultAwsSecretAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<Patch<String>>) -> Self {
        self.account_policy = account_policy.into();
        self
    }
}

/// A Vault Domain Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultDomainAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultDomainAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The username: 1 to 255 characters.
    pub username: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
    /// The account group id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
    /// Whether `is_management` is set.
    pub is_management: Option<bool>,
    /// The unique id.
    pub unique_id: Option<String>,
    /// The distinguished name.
    pub distinguished_name: Option<String>,
    /// The sam account name.
    pub sam_account_name: Option<String>,
    /// The service principal name.
    pub service_principal_name: Option<String>,
    /// The azure ad object id.
    pub azure_ad_object_id: Option<String>,
}

/// A Vault Local Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultLocalAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultLocalAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The username: 1 to 255 characters.
    pub username: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
    /// The account group id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
    /// The sid: 1 to 128 characters.
    pub sid: Option<String>,
    /// The endpoint id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub endpoint_id: Option<VaultEndpointId>,
}

/// A Vault Password Safe Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultPasswordSafeAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<VaultPasswordSafeAccountType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The username: 1 to 255 characters.
    pub username: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
    /// The account group id. By default `1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_group_id: Option<VaultAccountGroupId>,
    /// The account policy: 1 to 64 characters.
    pub account_policy: Option<String>,
}

/// A Vault SSH Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultSshAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultSshAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The username: 1 to 255 characters.
    pub username: String,
    /// The public key: 1 to 4096 characters.
    pub public_key: Option<String>,
    /// The private key public cert: 1 to 4096 characters.
    pub private_key_public_cert: Option<String>,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
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

/// A Vault SSH Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultSshAccount {
    r#type: VaultSshAccountType,
    name: String,
    username: String,
    #[serde(serialize_with = "wire::expose")]
    private_key: SecretString,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    private_key_passphrase: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_key_public_cert: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_policy: Option<String>,
}

impl NewVaultSshAccount {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        username: impl Into<String>,
        private_key: impl Into<SecretString>,
        r#type: VaultSshAccountType,
    ) -> Self {
        Self {
            r#type,
            name: name.into(),
            username: username.into(),
            private_key: private_key.into(),
            private_key_passphrase: None,
            private_key_public_cert: None,
            description: None,
            account_group_id: None,
            account_policy: None,
        }
    }
    /// Sets the private key passphrase: 1 to 1024 characters.
    #[must_use]
    pub fn private_key_passphrase(
        mut self,
        private_key_passphrase: impl Into<SecretString>,
    ) -> Self {
        self.private_key_passphrase = Some(private_key_passphrase.into());
        self
    }
    /// Sets the private key public cert: 1 to 4096 characters.
    #[must_use]
    pub fn private_key_public_cert(
        mut self,
        private_key_public_cert: impl Into<String>,
    ) -> Self {
        self.private_key_public_cert = Some(private_key_public_cert.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<String>) -> Self {
        self.account_policy = Some(account_policy.into());
        self
    }
}

/// What is to change in a Vault SSH Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultSshAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultSshAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    private_key: Option<SecretString>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    private_key_passphrase: Option<SecretString>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    private_key_public_cert: Patch<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    account_policy: Patch<String>,
}

impl VaultSshAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultSshAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the username: 1 to 255 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the private key: 1 to 4096 characters.
    #[must_use]
    pub fn private_key(mut self, private_key: impl Into<SecretString>) -> Self {
        self.private_key = Some(private_key.into());
        self
    }
    /// Sets the private key passphrase: 1 to 1024 characters.
    #[must_use]
    pub fn private_key_passphrase(
        mut self,
        private_key_passphrase: impl Into<SecretString>,
    ) -> Self {
        self.private_key_passphrase = Some(private_key_passphrase.into());
        self
    }
    /// Sets the private key public cert: 1 to 4096 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn private_key_public_cert(
        mut self,
        private_key_public_cert: impl Into<Patch<String>>,
    ) -> Self {
        self.private_key_public_cert = private_key_public_cert.into();
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<Patch<String>>) -> Self {
        self.account_policy = account_policy.into();
        self
    }
}

/// A Vault Token Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultTokenAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultTokenAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
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

/// A Vault Token Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultTokenAccount {
    r#type: &'static str,
    name: String,
    #[serde(serialize_with = "wire::expose")]
    token: SecretString,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_policy: Option<String>,
}

impl NewVaultTokenAccount {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>, token: impl Into<SecretString>) -> Self {
        Self {
            r#type: "opaque_token",
            name: name.into(),
            token: token.into(),
            description: None,
            account_group_id: None,
            account_policy: None,
        }
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<String>) -> Self {
        self.account_policy = Some(account_policy.into());
        self
    }
}

/// What is to change in a Vault Token Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultTokenAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultTokenAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    token: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    account_policy: Patch<String>,
}

impl VaultTokenAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultTokenAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the token: 1 to 4096 characters.
    #[must_use]
    pub fn token(mut self, token: impl Into<SecretString>) -> Self {
        self.token = Some(token.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<Patch<String>>) -> Self {
        self.account_policy = account_policy.into();
        self
    }
}

/// A Vault Username Password Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultUsernamePasswordAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultUsernamePasswordAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The username: 1 to 255 characters.
    pub username: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The last checkout timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_checkout_timestamp: Option<Timestamp>,
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

/// A Vault Username Password Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultUsernamePasswordAccount {
    r#type: &'static str,
    name: String,
    username: String,
    #[serde(serialize_with = "wire::expose")]
    password: SecretString,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_policy: Option<String>,
}

impl NewVaultUsernamePasswordAccount {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        username: impl Into<String>,
        password: impl Into<SecretString>,
    ) -> Self {
        Self {
            r#type: "username_password",
            name: name.into(),
            username: username.into(),
            password: password.into(),
            description: None,
            account_group_id: None,
            account_policy: None,
        }
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<String>) -> Self {
        self.account_policy = Some(account_policy.into());
        self
    }
}

/// What is to change in a Vault Username Password Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultUsernamePasswordAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultUsernamePasswordAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_group_id: Option<VaultAccountGroupId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    account_policy: Patch<String>,
}

impl VaultUsernamePasswordAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultUsernamePasswordAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the username: 1 to 255 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the password: 1 to 255 characters.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the account group id. By default `1`.
    #[must_use]
    pub fn account_group_id(mut self, account_group_id: VaultAccountGroupId) -> Self {
        self.account_group_id = Some(account_group_id);
        self
    }
    /// Sets the account policy: 1 to 64 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn account_policy(mut self, account_policy: impl Into<Patch<String>>) -> Self {
        self.account_policy = account_policy.into();
        self
    }
}

/// The vault account credential type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultAccountCredentialType {
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
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultAccountCredentialType {
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
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultAccountCredentialType {
    fn from(text: &str) -> Self {
        match text {
            "username_password" => Self::UsernamePassword,
            "ssh" => Self::Ssh,
            "ssh_ca" => Self::SshCa,
            "windows_local" => Self::WindowsLocal,
            "windows_domain" => Self::WindowsDomain,
            "opaque_token" => Self::OpaqueToken,
            "aws_secret" => Self::AwsSecret,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault account role.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultAccountRole {
    /// `inject`.
    Inject,
    /// `inject_and_checkout`.
    InjectAndCheckout,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultAccountRole {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Inject => "inject",
            Self::InjectAndCheckout => "inject_and_checkout",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultAccountRole {
    fn from(text: &str) -> Self {
        match text {
            "inject" => Self::Inject,
            "inject_and_checkout" => Self::InjectAndCheckout,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault aws secret account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultAwsSecretAccountType {
    /// `aws_secret`.
    AwsSecret,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultAwsSecretAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AwsSecret => "aws_secret",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultAwsSecretAccountType {
    fn from(text: &str) -> Self {
        match text {
            "aws_secret" => Self::AwsSecret,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault domain account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultDomainAccountType {
    /// `windows_domain`.
    WindowsDomain,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultDomainAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WindowsDomain => "windows_domain",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultDomainAccountType {
    fn from(text: &str) -> Self {
        match text {
            "windows_domain" => Self::WindowsDomain,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault local account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultLocalAccountType {
    /// `windows_local`.
    WindowsLocal,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultLocalAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WindowsLocal => "windows_local",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultLocalAccountType {
    fn from(text: &str) -> Self {
        match text {
            "windows_local" => Self::WindowsLocal,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault password safe account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultPasswordSafeAccountType {
    /// `password_safe`.
    PasswordSafe,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultPasswordSafeAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PasswordSafe => "password_safe",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultPasswordSafeAccountType {
    fn from(text: &str) -> Self {
        match text {
            "password_safe" => Self::PasswordSafe,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault ssh account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultSshAccountType {
    /// `ssh`.
    Ssh,
    /// `ssh_ca`.
    SshCa,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultSshAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ssh => "ssh",
            Self::SshCa => "ssh_ca",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultSshAccountType {
    fn from(text: &str) -> Self {
        match text {
            "ssh" => Self::Ssh,
            "ssh_ca" => Self::SshCa,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault token account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultTokenAccountType {
    /// `opaque_token`.
    OpaqueToken,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultTokenAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::OpaqueToken => "opaque_token",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultTokenAccountType {
    fn from(text: &str) -> Self {
        match text {
            "opaque_token" => Self::OpaqueToken,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault username password account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultUsernamePasswordAccountType {
    /// `username_password`.
    UsernamePassword,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultUsernamePasswordAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::UsernamePassword => "username_password",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultUsernamePasswordAccountType {
    fn from(text: &str) -> Self {
        match text {
            "username_password" => Self::UsernamePassword,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    VaultAccountCredential,
    VaultAccountUser,
}

bt_sra_transport::api::text_enums! {
    VaultAccountCredentialType,
    VaultAccountRole,
    VaultAwsSecretAccountType,
    VaultDomainAccountType,
    VaultLocalAccountType,
    VaultPasswordSafeAccountType,
    VaultSshAccountType,
    VaultTokenAccountType,
    VaultUsernamePasswordAccountType,
}
