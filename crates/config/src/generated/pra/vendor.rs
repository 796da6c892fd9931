// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Vendor.

use bt_sra_core::{Patch, SecretString, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{TeamId, UserId, VendorId};

/// Vendors: `/vendor`.
#[derive(Clone, Debug)]
pub struct Vendors {
    pub(crate) scope: Scope,
}

impl Vendors {
    /// Users of a Vendor.
    #[must_use]
    pub fn users(&self, vendor_id: VendorId) -> VendorUsers {
        VendorUsers {
            scope: self.scope.of(&vendor_id),
        }
    }
    /// Lists Vendors.
    ///
    /// `GET /vendor`
    pub fn list(&self) -> List<VendorList> {
        static OPERATION: Operation = Operation::new(
            "vendor list",
            "/api/config/v1/vendor",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vendor.
    ///
    /// `POST /vendor`
    pub fn create(&self, new: NewVendor) -> Call<Vendor> {
        static OPERATION: Operation = Operation::new(
            "vendor create",
            "/api/config/v1/vendor",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vendor.
    ///
    /// `GET /vendor/{id}`
    pub fn get(&self, id: VendorId) -> Call<Vendor> {
        static OPERATION: Operation = Operation::new(
            "vendor get",
            "/api/config/v1/vendor/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Vendor.
    ///
    /// `PATCH /vendor/{id}`
    pub fn update(&self, id: VendorId, patch: VendorPatch) -> Call<Vendor> {
        static OPERATION: Operation = Operation::new(
            "vendor update",
            "/api/config/v1/vendor/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Vendor.
    ///
    /// `DELETE /vendor/{id}`
    pub fn delete(&self, id: VendorId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vendor delete",
            "/api/config/v1/vendor/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `reactivate` of a Vendor.
    ///
    /// `POST /vendor/{id}/reactivate`
    pub fn reactivate(&self, id: VendorId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vendor reactivate",
            "/api/config/v1/vendor/{id}/reactivate",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
    /// Finds a Vendor by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<VendorList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Vendor be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewVendor) -> Ensure<VendorList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, VendorPatch::new()),
        )
    }
}

/// The list of `/vendor`.
#[derive(Clone, Copy, Debug)]
pub enum VendorList {}

impl Listing for VendorList {
    type Item = Vendor;
    const PAGED: bool = true;
}

impl Paged for VendorList {}

impl List<VendorList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// Vendor Users: `/vendor/{id}/user`.
#[derive(Clone, Debug)]
pub struct VendorUsers {
    pub(crate) scope: Scope,
}

impl VendorUsers {
    /// Lists Vendor Users.
    ///
    /// `GET /vendor/{id}/user`
    pub fn list(&self) -> List<VendorUserList> {
        static OPERATION: Operation = Operation::new(
            "vendor user list",
            "/api/config/v1/vendor/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Vendor User.
    ///
    /// `POST /vendor/{id}/user`
    pub fn create(&self, new: NewVendorUser) -> Call<Option<VendorUser>> {
        static OPERATION: Operation = Operation::new(
            "vendor user create",
            "/api/config/v1/vendor/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Vendor User.
    ///
    /// `GET /vendor/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<Option<VendorUser>> {
        static OPERATION: Operation = Operation::new(
            "vendor user get",
            "/api/config/v1/vendor/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Changes a Vendor User.
    ///
    /// `PATCH /vendor/{id}/user/{user_id}`
    pub fn update(&self, user_id: UserId, patch: VendorUserPatch) -> Call<VendorUser> {
        static OPERATION: Operation = Operation::new(
            "vendor user update",
            "/api/config/v1/vendor/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&user_id]).json(&patch)
    }
    /// Deletes a Vendor User.
    ///
    /// `DELETE /vendor/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vendor user delete",
            "/api/config/v1/vendor/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
    /// Calls `reactivate` of a Vendor User.
    ///
    /// `POST /vendor/{id}/user/{user_id}/reactivate`
    pub fn reactivate(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "vendor user reactivate",
            "/api/config/v1/vendor/{id}/user/{user_id}/reactivate",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&user_id])
    }
    /// Finds a Vendor User by its `username`: none, one or several.
    pub fn find_by_username(&self, username: impl Into<String>) -> Find<VendorUserList> {
        let username: String = username.into();
        self.list().find_by(username, |item| Some(&item.username))
    }
}

/// The list of `/vendor/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum VendorUserList {}

impl Listing for VendorUserList {
    type Item = VendorUser;
    const PAGED: bool = true;
}

impl Paged for VendorUserList {}

/// A Vendor, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Vendor {
    /// The id.
    pub id: VendorId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The default policy.
    pub default_policy: i64,
    /// The account expiration: 1 to 365. By default `30`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_expiration: Option<i64>,
    /// The deletion days after expiration: 1 to 365.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub deletion_days_after_expiration: Option<i64>,
    /// Whether `user_added_notification_enabled` is set. By default `true`.
    pub user_added_notification_enabled: Option<bool>,
    /// Whether `user_expired_notification_enabled` is set. By default `true`.
    pub user_expired_notification_enabled: Option<bool>,
    /// Whether `user_approval_enabled` is set. By default `false`.
    pub user_approval_enabled: Option<bool>,
    /// Whether `user_reactivation_enabled` is set. By default `false`.
    pub user_reactivation_enabled: Option<bool>,
    /// The administrator ids: up to 10 items.
    pub administrator_ids: Option<Vec<UserId>>,
    /// The team ids: up to 10 items.
    pub team_ids: Option<Vec<TeamId>>,
    /// The network restrictions: up to 128 items.
    pub network_restrictions: Option<Vec<String>>,
    /// The duration: 1 to 168. By default `24`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub duration: Option<i64>,
    /// Whether `duration_enabled` is set. By default `false`.
    pub duration_enabled: Option<bool>,
}

/// A Vendor to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVendor {
    name: String,
    default_policy: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_expiration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deletion_days_after_expiration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_added_notification_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_expired_notification_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_approval_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_reactivation_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    administrator_ids: Option<Vec<UserId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    team_ids: Option<Vec<TeamId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_restrictions: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_enabled: Option<bool>,
}

impl NewVendor {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>, default_policy: i64) -> Self {
        Self {
            name: name.into(),
            default_policy,
            account_expiration: None,
            deletion_days_after_expiration: None,
            user_added_notification_enabled: None,
            user_expired_notification_enabled: None,
            user_approval_enabled: None,
            user_reactivation_enabled: None,
            administrator_ids: None,
            team_ids: None,
            network_restrictions: None,
            duration: None,
            duration_enabled: None,
        }
    }
    /// Sets the account expiration: 1 to 365. By default `30`.
    #[must_use]
    pub fn account_expiration(mut self, account_expiration: i64) -> Self {
        self.account_expiration = Some(account_expiration);
        self
    }
    /// Sets the deletion days after expiration: 1 to 365.
    #[must_use]
    pub fn deletion_days_after_expiration(
        mut self,
        deletion_days_after_expiration: i64,
    ) -> Self {
        self.deletion_days_after_expiration = Some(deletion_days_after_expiration);
        self
    }
    /// Sets whether `user_added_notification_enabled` is set. By default `true`.
    #[must_use]
    pub fn user_added_notification_enabled(
        mut self,
        user_added_notification_enabled: bool,
    ) -> Self {
        self.user_added_notification_enabled = Some(user_added_notification_enabled);
        self
    }
    /// Sets whether `user_expired_notification_enabled` is set. By default `true`.
    #[must_use]
    pub fn user_expired_notification_enabled(
        mut self,
        user_expired_notification_enabled: bool,
    ) -> Self {
        self.user_expired_notification_enabled = Some(user_expired_notification_enabled);
        self
    }
    /// Sets whether `user_approval_enabled` is set. By default `false`.
    #[must_use]
    pub fn user_approval_enabled(mut self, user_approval_enabled: bool) -> Self {
        self.user_approval_enabled = Some(user_approval_enabled);
        self
    }
    /// Sets whether `user_reactivation_enabled` is set. By default `false`.
    #[must_use]
    pub fn user_reactivation_enabled(mut self, user_reactivation_enabled: bool) -> Self {
        self.user_reactivation_enabled = Some(user_reactivation_enabled);
        self
    }
    /// Sets the administrator ids: up to 10 items.
    #[must_use]
    pub fn administrator_ids(
        mut self,
        administrator_ids: impl IntoIterator<Item = UserId>,
    ) -> Self {
        self.administrator_ids = Some(administrator_ids.into_iter().collect());
        self
    }
    /// Sets the team ids: up to 10 items.
    #[must_use]
    pub fn team_ids(mut self, team_ids: impl IntoIterator<Item = TeamId>) -> Self {
        self.team_ids = Some(team_ids.into_iter().collect());
        self
    }
    /// Sets the network restrictions: up to 128 items.
    #[must_use]
    pub fn network_restrictions(
        mut self,
        network_restrictions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.network_restrictions = Some(
            network_restrictions.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the duration: 1 to 168. By default `24`.
    #[must_use]
    pub fn duration(mut self, duration: i64) -> Self {
        self.duration = Some(duration);
        self
    }
    /// Sets whether `duration_enabled` is set. By default `false`.
    #[must_use]
    pub fn duration_enabled(mut self, duration_enabled: bool) -> Self {
        self.duration_enabled = Some(duration_enabled);
        self
    }
}

/// What is to change in a Vendor. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VendorPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_policy: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_expiration: Option<i64>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    deletion_days_after_expiration: Patch<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_added_notification_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_expired_notification_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_approval_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_reactivation_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    administrator_ids: Option<Vec<UserId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    team_ids: Option<Vec<TeamId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_restrictions: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_enabled: Option<bool>,
}

impl VendorPatch {
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
    /// Sets the default policy.
    #[must_use]
    pub fn default_policy(mut self, default_policy: i64) -> Self {
        self.default_policy = Some(default_policy);
        self
    }
    /// Sets the account expiration: 1 to 365. By default `30`.
    #[must_use]
    pub fn account_expiration(mut self, account_expiration: i64) -> Self {
        self.account_expiration = Some(account_expiration);
        self
    }
    /// Sets the deletion days after expiration: 1 to 365. [`Patch::Null`] empties it.
    #[must_use]
    pub fn deletion_days_after_expiration(
        mut self,
        deletion_days_after_expiration: impl Into<Patch<i64>>,
    ) -> Self {
        self.deletion_days_after_expiration = deletion_days_after_expiration.into();
        self
    }
    /// Sets whether `user_added_notification_enabled` is set. By default `true`.
    #[must_use]
    pub fn user_added_notification_enabled(
        mut self,
        user_added_notification_enabled: bool,
    ) -> Self {
        self.user_added_notification_enabled = Some(user_added_notification_enabled);
        self
    }
    /// Sets whether `user_expired_notification_enabled` is set. By default `true`.
    #[must_use]
    pub fn user_expired_notification_enabled(
        mut self,
        user_expired_notification_enabled: bool,
    ) -> Self {
        self.user_expired_notification_enabled = Some(user_expired_notification_enabled);
        self
    }
    /// Sets whether `user_approval_enabled` is set. By default `false`.
    #[must_use]
    pub fn user_approval_enabled(mut self, user_approval_enabled: bool) -> Self {
        self.user_approval_enabled = Some(user_approval_enabled);
        self
    }
    /// Sets whether `user_reactivation_enabled` is set. By default `false`.
    #[must_use]
    pub fn user_reactivation_enabled(mut self, user_reactivation_enabled: bool) -> Self {
        self.user_reactivation_enabled = Some(user_reactivation_enabled);
        self
    }
    /// Sets the administrator ids: up to 10 items.
    #[must_use]
    pub fn administrator_ids(
        mut self,
        administrator_ids: impl IntoIterator<Item = UserId>,
    ) -> Self {
        self.administrator_ids = Some(administrator_ids.into_iter().collect());
        self
    }
    /// Sets the team ids: up to 10 items.
    #[must_use]
    pub fn team_ids(mut self, team_ids: impl IntoIterator<Item = TeamId>) -> Self {
        self.team_ids = Some(team_ids.into_iter().collect());
        self
    }
    /// Sets the network restrictions: up to 128 items.
    #[must_use]
    pub fn network_restrictions(
        mut self,
        network_restrictions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.network_restrictions = Some(
            network_restrictions.into_iter().map(Into::into).collect(),
        );
        self
    }
    /// Sets the duration: 1 to 168. By default `24`.
    #[must_use]
    pub fn duration(mut self, duration: i64) -> Self {
        self.duration = Some(duration);
        self
    }
    /// Sets whether `duration_enabled` is set. By default `false`.
    #[must_use]
    pub fn duration_enabled(mut self, duration_enabled: bool) -> Self {
        self.duration_enabled = Some(duration_enabled);
        self
    }
}

/// A Vendor User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct VendorUser {
    /// The id.
    pub id: UserId,
    /// The username: 1 to 64 characters.
    pub username: String,
    /// The public display name: 1 to 64 characters.
    pub public_display_name: String,
    /// The password: 1 to 255 characters.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub password: Option<SecretString>,
    /// The password expiration.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub password_expiration: Option<Timestamp>,
    /// Whether `password_reset_next_login` is set. By default `false`.
    pub password_reset_next_login: Option<bool>,
    /// The account expiration.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub account_expiration: Option<Timestamp>,
    /// Whether `enabled` is set. By default `true`.
    pub enabled: Option<bool>,
    /// The email address: 1 to 256 characters.
    pub email_address: String,
    /// The preferred email language: 2 to 10 characters. By default `"en-us"`.
    pub preferred_email_language: Option<String>,
    /// The last authenticated date.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_authenticated_date: Option<Timestamp>,
    /// Whether `vendor_administrator` is set.
    pub vendor_administrator: Option<bool>,
    /// Whether `is_approved` is set.
    pub is_approved: Option<bool>,
    /// Whether `is_expired` is set.
    pub is_expired: Option<bool>,
    /// Whether `two_factor_enabled` is set.
    pub two_factor_enabled: Option<bool>,
    /// The fido2 credential count.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub fido2_credential_count: Option<i64>,
    /// The fido2 last used date.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub fido2_last_used_date: Option<Timestamp>,
}

/// A Vendor User to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewVendorUser {
    username: String,
    public_display_name: String,
    #[serde(serialize_with = "wire::expose")]
    password: SecretString,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_expiration: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_reset_next_login: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    email_address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_email_language: Option<String>,
}

impl NewVendorUser {
    /// Takes what must be there.
    pub fn new(
        username: impl Into<String>,
        public_display_name: impl Into<String>,
        password: impl Into<SecretString>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            username: username.into(),
            public_display_name: public_display_name.into(),
            password: password.into(),
            password_expiration: None,
            password_reset_next_login: None,
            enabled: None,
            email_address: email_address.into(),
            preferred_email_language: None,
        }
    }
    /// Sets the password expiration.
    #[must_use]
    pub fn password_expiration(mut self, password_expiration: Timestamp) -> Self {
        self.password_expiration = Some(password_expiration);
        self
    }
    /// Sets whether `password_reset_next_login` is set. By default `false`.
    #[must_use]
    pub fn password_reset_next_login(mut self, password_reset_next_login: bool) -> Self {
        self.password_reset_next_login = Some(password_reset_next_login);
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets the preferred email language: 2 to 10 characters. By default `"en-us"`.
    #[must_use]
    pub fn preferred_email_language(
        mut self,
        preferred_email_language: impl Into<String>,
    ) -> Self {
        self.preferred_email_language = Some(preferred_email_language.into());
        self
    }
}

/// What is to change in a Vendor User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VendorUserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_display_name: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    password_expiration: Patch<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_reset_next_login: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_email_language: Option<String>,
}

impl VendorUserPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the username: 1 to 64 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the public display name: 1 to 64 characters.
    #[must_use]
    pub fn public_display_name(
        mut self,
        public_display_name: impl Into<String>,
    ) -> Self {
        self.public_display_name = Some(public_display_name.into());
        self
    }
    /// Sets the password: 1 to 255 characters.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
        self
    }
    /// Sets the password expiration. [`Patch::Null`] empties it.
    #[must_use]
    pub fn password_expiration(
        mut self,
        password_expiration: impl Into<Patch<Timestamp>>,
    ) -> Self {
        self.password_expiration = password_expiration.into();
        self
    }
    /// Sets whether `password_reset_next_login` is set. By default `false`.
    #[must_use]
    pub fn password_reset_next_login(mut self, password_reset_next_login: bool) -> Self {
        self.password_reset_next_login = Some(password_reset_next_login);
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets the email address: 1 to 256 characters.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }
    /// Sets the preferred email language: 2 to 10 characters. By default `"en-us"`.
    #[must_use]
    pub fn preferred_email_language(
        mut self,
        preferred_email_language: impl Into<String>,
    ) -> Self {
        self.preferred_email_language = Some(preferred_email_language.into());
        self
    }
}

bt_sra_transport::api::answers! {
    Vendor,
    VendorUser,
}
