// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Account Policy.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::VaultAccountPolicyId;

/// Vault Account Policies: `/vault/account-policy`.
#[derive(Clone, Debug)]
pub struct VaultAccountPolicies {
    pub(crate) scope: Scope,
}

impl VaultAccountPolicies {
    /// Lists Vault Account Policies.
    ///
    /// `GET /vault/account-policy`
    pub fn list(&self) -> List<VaultAccountPolicyList> {
        static OPERATION: Operation = Operation::new(
            "vault-account-policy list",
            "/api/config/v1/vault/account-policy",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vault Account Policy.
    ///
    /// `POST /vault/account-policy`
    pub fn create(&self, new: NewVaultAccountPolicy) -> Call<VaultAccountPolicy> {
        static OPERATION: Operation = Operation::new(
            "vault-account-policy create",
            "/api/config/v1/vault/account-policy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vault Account Policy.
    ///
    /// `GET /vault/account-policy/{id}`
    pub fn get(&self, id: VaultAccountPolicyId) -> Call<VaultAccountPolicy> {
        static OPERATION: Operation = Operation::new(
            "vault-account-policy get",
            "/api/config/v1/vault/account-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Vault Account Policy.
    ///
    /// `PATCH /vault/account-policy/{id}`
    pub fn update(
        &self,
        id: VaultAccountPolicyId,
        patch: VaultAccountPolicyPatch,
    ) -> Call<VaultAccountPolicy> {
        static OPERATION: Operation = Operation::new(
            "vault-account-policy update",
            "/api/config/v1/vault/account-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Vault Account Policy.
    ///
    /// `DELETE /vault/account-policy/{id}`
    pub fn delete(&self, id: VaultAccountPolicyId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vault-account-policy delete",
            "/api/config/v1/vault/account-policy/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Finds a Vault Account Policy by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<VaultAccountPolicyList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Finds a Vault Account Policy by its `code_name`: none, one or several.
    pub fn find_by_code_name(
        &self,
        code_name: impl Into<String>,
    ) -> Find<VaultAccountPolicyList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Vault Account Policy be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewVaultAccountPolicy) -> Ensure<VaultAccountPolicyList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, VaultAccountPolicyPatch::new()),
        )
    }
}

/// The list of `/vault/account-policy`.
#[derive(Clone, Copy, Debug)]
pub enum VaultAccountPolicyList {}

impl Listing for VaultAccountPolicyList {
    type Item = VaultAccountPolicy;
    const MAY_BE_SINGLE: bool = true;
    const PAGED: bool = true;
}

impl Paged for VaultAccountPolicyList {}

impl List<VaultAccountPolicyList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `code_name`: up to 64 characters.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
}

/// A Vault Account Policy, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountPolicy {
    /// The id.
    pub id: VaultAccountPolicyId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The code name: up to 64 characters.
    pub code_name: Option<String>,
    /// The description: up to 1024 characters.
    pub description: Option<String>,
    /// Whether `auto_rotate_credentials` is set.
    pub auto_rotate_credentials: Option<bool>,
    /// Whether `allow_simultaneous_checkout` is set.
    pub allow_simultaneous_checkout: Option<bool>,
    /// Whether `scheduled_password_rotation` is set.
    pub scheduled_password_rotation: Option<bool>,
    /// The maximum password age: 1 to 365.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub maximum_password_age: Option<i64>,
}

/// A Vault Account Policy to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVaultAccountPolicy {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auto_rotate_credentials: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_simultaneous_checkout: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheduled_password_rotation: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_password_age: Option<i64>,
}

impl NewVaultAccountPolicy {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_name: None,
            description: None,
            auto_rotate_credentials: None,
            allow_simultaneous_checkout: None,
            scheduled_password_rotation: None,
            maximum_password_age: None,
        }
    }
    /// Sets the code name: up to 64 characters.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the description: up to 1024 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets whether `auto_rotate_credentials` is set.
    #[must_use]
    pub fn auto_rotate_credentials(mut self, auto_rotate_credentials: bool) -> Self {
        self.auto_rotate_credentials = Some(auto_rotate_credentials);
        self
    }
    /// Sets whether `allow_simultaneous_checkout` is set.
    #[must_use]
    pub fn allow_simultaneous_checkout(
        mut self,
        allow_simultaneous_checkout: bool,
    ) -> Self {
        self.allow_simultaneous_checkout = Some(allow_simultaneous_checkout);
        self
    }
    /// Sets whether `scheduled_password_rotation` is set.
    #[must_use]
    pub fn scheduled_password_rotation(
        mut self,
        scheduled_password_rotation: bool,
    ) -> Self {
        self.scheduled_password_rotation = Some(scheduled_password_rotation);
        self
    }
    /// Sets the maximum password age: 1 to 365.
    #[must_use]
    pub fn maximum_password_age(mut self, maximum_password_age: i64) -> Self {
        self.maximum_password_age = Some(maximum_password_age);
        self
    }
}

/// What is to change in a Vault Account Policy. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VaultAccountPolicyPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auto_rotate_credentials: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_simultaneous_checkout: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheduled_password_rotation: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_password_age: Option<i64>,
}

impl VaultAccountPolicyPatch {
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
    /// Sets the code name: up to 64 characters.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the description: up to 1024 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
    /// Sets whether `auto_rotate_credentials` is set.
    #[must_use]
    pub fn auto_rotate_credentials(mut self, auto_rotate_credentials: bool) -> Self {
        self.auto_rotate_credentials = Some(auto_rotate_credentials);
        self
    }
    /// Sets whether `allow_simultaneous_checkout` is set.
    #[must_use]
    pub fn allow_simultaneous_checkout(
        mut self,
        allow_simultaneous_checkout: bool,
    ) -> Self {
        self.allow_simultaneous_checkout = Some(allow_simultaneous_checkout);
        self
    }
    /// Sets whether `scheduled_password_rotation` is set.
    #[must_use]
    pub fn scheduled_password_rotation(
        mut self,
        scheduled_password_rotation: bool,
    ) -> Self {
        self.scheduled_password_rotation = Some(scheduled_password_rotation);
        self
    }
    /// Sets the maximum password age: 1 to 365.
    #[must_use]
    pub fn maximum_password_age(mut self, maximum_password_age: i64) -> Self {
        self.maximum_password_age = Some(maximum_password_age);
        self
    }
}

bt_sra_transport::api::answers! {
    VaultAccountPolicy,
}
