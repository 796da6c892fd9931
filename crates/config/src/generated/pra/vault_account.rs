// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Vault Account.

use bt_sra_core::SecretString;
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
    /// A New Vault X509 Imported CA Account.
    X509ImportedCa(Box<NewVaultX509ImportedCaAccount>),
    /// A New Vault X509 Generated CA Account.
    X509GeneratedCa(Box<NewVaultX509GeneratedCaAccount>),
    /// A New Vault X509 Client Account.
    X509Client(Box<NewVaultX509ClientAccount>),
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

impl From<NewVaultX509ImportedCaAccount> for NewVaultAccount {
    fn from(value: NewVaultX509ImportedCaAccount) -> Self {
        Self::X509ImportedCa(Box::new(value))
    }
}

impl From<NewVaultX509GeneratedCaAccount> for NewVaultAccount {
    fn from(value: NewVaultX509GeneratedCaAccount) -> Self {
        Self::X509GeneratedCa(Box::new(value))
    }
}

impl From<NewVaultX509ClientAccount> for NewVaultAccount {
    fn from(value: NewVaultX509ClientAccount) -> Self {
        Self::X509Client(Box::new(value))
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
    /// A Vault X509 Imported CA Account Patch.
    X509ImportedCa(Box<VaultX509ImportedCaAccountPatch>),
    /// A Vault X509 Generated CA Account Patch.
    X509GeneratedCa(Box<VaultX509GeneratedCaAccountPatch>),
    /// A Vault X509 Client Account Patch.
    X509Client(Box<VaultX509ClientAccountPatch>),
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

impl From<VaultX509ImportedCaAccountPatch> for VaultAccountPatch {
    fn from(value: VaultX509ImportedCaAccountPatch) -> Self {
        Self::X509ImportedCa(Box::new(value))
    }
}

impl From<VaultX509GeneratedCaAccountPatch> for VaultAccountPatch {
    fn from(value: VaultX509GeneratedCaAccountPatch) -> Self {
        Self::X509GeneratedCa(Box::new(value))
    }
}

impl From<VaultX509ClientAccountPatch> for VaultAccountPatch {
    fn from(value: VaultX509ClientAccountPatch) -> Self {
        Self::X509Client(Box::new(value))
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
    /// A Vault X509 Imported CA Account.
    X509ImportedCa(Box<VaultX509ImportedCaAccount>),
    /// A Vault X509 Generated CA Account.
    X509GeneratedCa(Box<VaultX509GeneratedCaAccount>),
    /// A Vault X509 Client Account.
    X509Client(Box<VaultX509ClientAccount>),
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
            Self::X509ImportedCa(it) => Some(it.id),
            Self::X509GeneratedCa(it) => Some(it.id),
            Self::X509Client(it) => Some(it.id),
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
            Some(
                "x509_ca",
            ) if shape
                .has(
                    &[
                        "id",
                        "type",
                        "name",
                        "subject",
                        "ttl",
                        "key_algorithm",
                        "cert_digest_algorithm",
                    ],
                ) => shape.into().map(Self::X509GeneratedCa),
            Some("x509_ca") if shape.has(&["id", "type", "name", "x509_cert"]) => {
                shape.into().map(Self::X509ImportedCa)
            }
            Some("x509_csr") => shape.into().map(Self::X509Client),
            Some("aws_secret") => shape.into().map(Self::AwsSecret),
            Some("password_safe") => shape.into().map(Self::PasswordSafe),
            Some("windows_local") => shape.into().map(Self::Local),
            Some("windows_domain") => shape.into().map(Self::Domain),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// A Vault X509 Client Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultX509ClientAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultX509ClientAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The parent x509.
    pub parent_x509: VaultAccountId,
    /// The subject: 1 to 255 characters.
    pub subject: String,
    /// The ttl.
    pub ttl: VaultX509ClientAccountTtl,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The cert digest algorithm.
    pub cert_digest_algorithm: CertDigestAlgorithm,
}

/// A Vault X509 Client Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultX509ClientAccount {
    r#type: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    parent_x509: VaultAccountId,
    subject: String,
    ttl: VaultX509ClientAccountTtl,
    key_algorithm: KeyAlgorithm,
    cert_digest_algorithm: CertDigestAlgorithm,
}

impl NewVaultX509ClientAccount {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        subject: impl Into<String>,
        parent_x509: VaultAccountId,
        ttl: VaultX509ClientAccountTtl,
        key_algorithm: KeyAlgorithm,
        cert_digest_algorithm: CertDigestAlgorithm,
    ) -> Self {
        Self {
            r#type: "x509_csr",
            name: name.into(),
            description: None,
            parent_x509,
            subject: subject.into(),
            ttl,
            key_algorithm,
            cert_digest_algorithm,
        }
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

/// What is to change in a Vault X509 Client Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultX509ClientAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultX509ClientAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_x509: Option<VaultAccountId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<VaultX509ClientAccountTtl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_algorithm: Option<KeyAlgorithm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cert_digest_algorithm: Option<CertDigestAlgorithm>,
}

impl VaultX509ClientAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultX509ClientAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the parent x509.
    #[must_use]
    pub fn parent_x509(mut self, parent_x509: VaultAccountId) -> Self {
        self.parent_x509 = Some(parent_x509);
        self
    }
    /// Sets the subject: 1 to 255 characters.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
    /// Sets the ttl.
    #[must_use]
    pub fn ttl(mut self, ttl: VaultX509ClientAccountTtl) -> Self {
        self.ttl = Some(ttl);
        self
    }
    /// Sets the key algorithm.
    #[must_use]
    pub fn key_algorithm(mut self, key_algorithm: KeyAlgorithm) -> Self {
        self.key_algorithm = Some(key_algorithm);
        self
    }
    /// Sets the cert digest algorithm.
    #[must_use]
    pub fn cert_digest_algorithm(
        mut self,
        cert_digest_algorithm: CertDigestAlgorithm,
    ) -> Self {
        self.cert_digest_algorithm = Some(cert_digest_algorithm);
        self
    }
}

/// A Vault X509 Generated CA Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultX509GeneratedCaAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultX509ImportedCaAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The x509 cert: 1 to 4096 characters.
    pub x509_cert: Option<String>,
    /// The subject: 1 to 255 characters.
    pub subject: String,
    /// The ttl.
    pub ttl: VaultX509GeneratedCaAccountTtl,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The cert digest algorithm.
    pub cert_digest_algorithm: CertDigestAlgorithm,
}

/// A Vault X509 Generated CA Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultX509GeneratedCaAccount {
    r#type: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    subject: String,
    ttl: VaultX509GeneratedCaAccountTtl,
    key_algorithm: KeyAlgorithm,
    cert_digest_algorithm: CertDigestAlgorithm,
}

impl NewVaultX509GeneratedCaAccount {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        subject: impl Into<String>,
        ttl: VaultX509GeneratedCaAccountTtl,
        key_algorithm: KeyAlgorithm,
        cert_digest_algorithm: CertDigestAlgorithm,
    ) -> Self {
        Self {
            r#type: "x509_ca",
            name: name.into(),
            description: None,
            subject: subject.into(),
            ttl,
            key_algorithm,
            cert_digest_algorithm,
        }
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

/// What is to change in a Vault X509 Generated CA Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultX509GeneratedCaAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultX509ImportedCaAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<VaultX509GeneratedCaAccountTtl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_algorithm: Option<KeyAlgorithm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cert_digest_algorithm: Option<CertDigestAlgorithm>,
}

impl VaultX509GeneratedCaAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultX509ImportedCaAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the subject: 1 to 255 characters.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
    /// Sets the ttl.
    #[must_use]
    pub fn ttl(mut self, ttl: VaultX509GeneratedCaAccountTtl) -> Self {
        self.ttl = Some(ttl);
        self
    }
    /// Sets the key algorithm.
    #[must_use]
    pub fn key_algorithm(mut self, key_algorithm: KeyAlgorithm) -> Self {
        self.key_algorithm = Some(key_algorithm);
        self
    }
    /// Sets the cert digest algorithm.
    #[must_use]
    pub fn cert_digest_algorithm(
        mut self,
        cert_digest_algorithm: CertDigestAlgorithm,
    ) -> Self {
        self.cert_digest_algorithm = Some(cert_digest_algorithm);
        self
    }
}

/// A Vault X509 Imported CA Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultX509ImportedCaAccount {
    /// The id.
    pub id: VaultAccountId,
    /// The type.
    pub r#type: VaultX509ImportedCaAccountType,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// The x509 cert: 1 to 4096 characters.
    pub x509_cert: String,
}

/// A Vault X509 Imported CA Account to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultX509ImportedCaAccount {
    r#type: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(serialize_with = "wire::expose")]
    x509_key: SecretString,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    x509_key_passphrase: Option<SecretString>,
    x509_cert: String,
}

impl NewVaultX509ImportedCaAccount {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        x509_key: impl Into<SecretString>,
        x509_cert: impl Into<String>,
    ) -> Self {
        Self {
            r#type: "x509_ca",
            name: name.into(),
            description: None,
            x509_key: x509_key.into(),
            x509_key_passphrase: None,
            x509_cert: x509_cert.into(),
        }
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the x509 key passphrase: 1 to 1024 characters.
    #[must_use]
    pub fn x509_key_passphrase(
        mut self,
        x509_key_passphrase: impl Into<SecretString>,
    ) -> Self {
        self.x509_key_passphrase = Some(x509_key_passphrase.into());
        self
    }
}

/// What is to change in a Vault X509 Imported CA Account. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultX509ImportedCaAccountPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<VaultX509ImportedCaAccountType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    x509_key: Option<SecretString>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    x509_key_passphrase: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    x509_cert: Option<String>,
}

impl VaultX509ImportedCaAccountPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: VaultX509ImportedCaAccountType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the description: up to 4096 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets the x509 key: 1 to 4096 characters.
    #[must_use]
    pub fn x509_key(mut self, x509_key: impl Into<SecretString>) -> Self {
        self.x509_key = Some(x509_key.into());
        self
    }
    /// Sets the x509 key passphrase: 1 to 1024 characters.
    #[must_use]
    pub fn x509_key_passphrase(
        mut self,
        x509_key_passphrase: impl Into<SecretString>,
    ) -> Self {
        self.x509_key_passphrase = Some(x509_key_passphrase.into());
        self
    }
    /// Sets the x509 cert: 1 to 4096 characters.
    #[must_use]
    pub fn x509_cert(mut self, x509_cert: impl Into<String>) -> Self {
        self.x509_cert = Some(x509_cert.into());
        self
    }
}

/// The cert digest algorithm.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CertDigestAlgorithm {
    /// `sha256`.
    Sha256,
    /// `sha384`.
    Sha384,
    /// `sha512`.
    Sha512,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl CertDigestAlgorithm {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CertDigestAlgorithm {
    fn from(text: &str) -> Self {
        match text {
            "sha256" => Self::Sha256,
            "sha384" => Self::Sha384,
            "sha512" => Self::Sha512,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The key algorithm.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// `rsa_2048`.
    Rsa2048,
    /// `rsa_3072`.
    Rsa3072,
    /// `rsa_4096`.
    Rsa4096,
    /// `ecc_secp384r1`.
    EccSecp384r1,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl KeyAlgorithm {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Rsa2048 => "rsa_2048",
            Self::Rsa3072 => "rsa_3072",
            Self::Rsa4096 => "rsa_4096",
            Self::EccSecp384r1 => "ecc_secp384r1",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for KeyAlgorithm {
    fn from(text: &str) -> Self {
        match text {
            "rsa_2048" => Self::Rsa2048,
            "rsa_3072" => Self::Rsa3072,
            "rsa_4096" => Self::Rsa4096,
            "ecc_secp384r1" => Self::EccSecp384r1,
            other => Self::Other(other.to_owned()),
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
    /// `x509_ca`.
    X509Ca,
    /// `x509_csr`.
    X509Csr,
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
            Self::X509Ca => "x509_ca",
            Self::X509Csr => "x509_csr",
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
            "x509_ca" => Self::X509Ca,
            "x509_csr" => Self::X509Csr,
            "aws_secret" => Self::AwsSecret,
            "password_safe" => Self::PasswordSafe,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault x509 client account ttl.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultX509ClientAccountTtl {
    /// 60.
    N60,
    /// 120.
    N120,
    /// 300.
    N300,
    /// 1800.
    N1800,
    /// 3600.
    N3600,
    /// 10800.
    N10800,
    /// 28800.
    N28800,
    /// 86400.
    N86400,
    /// A value that this version of the crate does not know.
    Other(i64),
}

impl VaultX509ClientAccountTtl {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::N60 => 60,
            Self::N120 => 120,
            Self::N300 => 300,
            Self::N1800 => 1800,
            Self::N3600 => 3600,
            Self::N10800 => 10800,
            Self::N28800 => 28800,
            Self::N86400 => 86400,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for VaultX509ClientAccountTtl {
    fn from(number: i64) -> Self {
        match number {
            60 => Self::N60,
            120 => Self::N120,
            300 => Self::N300,
            1800 => Self::N1800,
            3600 => Self::N3600,
            10800 => Self::N10800,
            28800 => Self::N28800,
            86400 => Self::N86400,
            other => Self::Other(other),
        }
    }
}

/// The vault x509 client account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultX509ClientAccountType {
    /// `x509_csr`.
    X509Csr,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultX509ClientAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::X509Csr => "x509_csr",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultX509ClientAccountType {
    fn from(text: &str) -> Self {
        match text {
            "x509_csr" => Self::X509Csr,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The vault x509 generated ca account ttl.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultX509GeneratedCaAccountTtl {
    /// 365.
    N365,
    /// 730.
    N730,
    /// 1095.
    N1095,
    /// 1825.
    N1825,
    /// 3650.
    N3650,
    /// 7300.
    N7300,
    /// A value that this version of the crate does not know.
    Other(i64),
}

impl VaultX509GeneratedCaAccountTtl {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::N365 => 365,
            Self::N730 => 730,
            Self::N1095 => 1095,
            Self::N1825 => 1825,
            Self::N3650 => 3650,
            Self::N7300 => 7300,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for VaultX509GeneratedCaAccountTtl {
    fn from(number: i64) -> Self {
        match number {
            365 => Self::N365,
            730 => Self::N730,
            1095 => Self::N1095,
            1825 => Self::N1825,
            3650 => Self::N3650,
            7300 => Self::N7300,
            other => Self::Other(other),
        }
    }
}

/// The vault x509 imported ca account type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VaultX509ImportedCaAccountType {
    /// `x509_ca`.
    X509Ca,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl VaultX509ImportedCaAccountType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::X509Ca => "x509_ca",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for VaultX509ImportedCaAccountType {
    fn from(text: &str) -> Self {
        match text {
            "x509_ca" => Self::X509Ca,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    VaultAccountDetails,
}

bt_sra_transport::api::text_enums! {
    CertDigestAlgorithm,
    KeyAlgorithm,
    VaultAccountType,
    VaultX509ClientAccountType,
    VaultX509ImportedCaAccountType,
}

bt_sra_transport::api::number_enums! {
    VaultX509ClientAccountTtl,
    VaultX509GeneratedCaAccountTtl,
}
