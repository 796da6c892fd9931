// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! User.

use bt_sra_core::{Patch, SecretString, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    GroupPolicy, GroupPolicyId, JumpItemRoleId, SecurityProviderId, UserId,
    UserPermEndpointAutomation, UserPermViewSupportReports, UserPermViewVaultReports,
};

/// Users: `/user`.
#[derive(Clone, Debug)]
pub struct Users {
    pub(crate) scope: Scope,
}

impl Users {
    /// Lists Users.
    ///
    /// `GET /user`
    pub fn list(&self) -> List<UserList> {
        static OPERATION: Operation = Operation::new(
            "user list",
            "/api/config/v1/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a User.
    ///
    /// `POST /user`
    pub fn create(&self, new: NewUser) -> Call<User> {
        static OPERATION: Operation = Operation::new(
            "user create",
            "/api/config/v1/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Calls `provision` of a User.
    ///
    /// `POST /user/provision`
    pub fn provision(&self, user_ids: impl IntoIterator<Item = UserId>) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "user provision",
            "/api/config/v1/user/provision",
            Repeat::Never,
        );
        let user_ids: Vec<UserId> = user_ids.into_iter().collect();
        self.scope.call(&OPERATION, Method::POST, &[]).json(&One("user_ids", user_ids))
    }
    /// Reads a User.
    ///
    /// `GET /user/{id}`
    pub fn get(&self, id: UserId) -> Call<User> {
        static OPERATION: Operation = Operation::new(
            "user get",
            "/api/config/v1/user/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a User.
    ///
    /// `PATCH /user/{id}`
    pub fn update(&self, id: UserId, patch: UserPatch) -> Call<User> {
        static OPERATION: Operation = Operation::new(
            "user update",
            "/api/config/v1/user/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a User.
    ///
    /// `DELETE /user/{id}`
    pub fn delete(&self, id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "user delete",
            "/api/config/v1/user/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Lists the Group Policies of a User.
    ///
    /// `GET /user/{id}/group-policies`
    pub fn group_policies(&self, id: UserId) -> List<UserGroupPoliciesList> {
        static OPERATION: Operation = Operation::new(
            "user group-policies",
            "/api/config/v1/user/{id}/group-policies",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Calls `group-policy-changes` of a User.
    ///
    /// `PATCH /user/{id}/group-policy-changes`
    pub fn group_policy_changes(
        &self,
        id: UserId,
        patch: UserGroupPolicyChanges,
    ) -> Call<GroupPolicy> {
        static OPERATION: Operation = Operation::new(
            "user group-policy-changes",
            "/api/config/v1/user/{id}/group-policy-changes",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Finds a User by its `username`: none, one or several.
    pub fn find_by_username(&self, username: impl Into<String>) -> Find<UserList> {
        let username: String = username.into();
        self.list()
            .username(username.as_str())
            .find_by(username, |item| item.username.as_deref())
    }
    /// Makes a User be there as `new` says, by its `username`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewUser) -> Ensure<UserList> {
        let handle = self.clone();
        Ensure::new(
                "username",
                |username| self.find_by_username(username),
                self.create(new),
                move |item| handle.update(item.id, UserPatch::new()),
            )
            .without(&["password"])
    }
}

/// The list of `/user`.
#[derive(Clone, Copy, Debug)]
pub enum UserList {}

impl Listing for UserList {
    type Item = User;
    const PAGED: bool = true;
}

impl Paged for UserList {}

impl List<UserList> {
    /// Keeps what has this `security_provider_id`.
    pub fn security_provider_id(self, security_provider_id: SecurityProviderId) -> Self {
        self.with("security_provider_id", security_provider_id)
    }
    /// Keeps what has this `username`: 1 to 255 characters.
    pub fn username(self, username: impl Into<String>) -> Self {
        self.with("username", Into::<String>::into(username))
    }
    /// Keeps what has this `email_address`: 3 to 255 characters.
    pub fn email_address(self, email_address: impl Into<String>) -> Self {
        self.with("email_address", Into::<String>::into(email_address))
    }
}

/// The list of `/user/{id}/group-policies`.
#[derive(Clone, Copy, Debug)]
pub enum UserGroupPoliciesList {}

impl Listing for UserGroupPoliciesList {
    type Item = GroupPolicy;
    const PAGED: bool = true;
}

impl Paged for UserGroupPoliciesList {}

/// A User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct User {
    /// The id.
    pub id: UserId,
    /// The security provider id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub security_provider_id: Option<SecurityProviderId>,
    /// The username: 1 to 64 characters.
    pub username: Option<String>,
    /// The public display name: 1 to 64 characters.
    pub public_display_name: String,
    /// The password expiration.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub password_expiration: Option<Timestamp>,
    /// The email address: 3 to 255 characters.
    pub email_address: Option<String>,
    /// The preferred email language: 2 to 10 characters. By default `"en-us"`.
    pub preferred_email_language: Option<String>,
    /// Whether `two_factor_required` is set. By default `false`.
    pub two_factor_required: Option<bool>,
    /// Whether `enabled` is set. By default `true`.
    pub enabled: Option<bool>,
    /// The last authentication.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_authentication: Option<Timestamp>,
    /// The failed logins. By default `0`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub failed_logins: Option<i64>,
    /// Whether `password_reset_next_login` is set. By default `false`.
    pub password_reset_next_login: Option<bool>,
    /// The created at.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub created_at: Option<Timestamp>,
    /// Whether `two_factor_enabled` is set.
    pub two_factor_enabled: Option<bool>,
    /// The fido2 credential count.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub fido2_credential_count: Option<i64>,
    /// The fido2 last used date.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub fido2_last_used_date: Option<Timestamp>,
    /// Whether `perm_admin` is set.
    pub perm_admin: Option<bool>,
    /// Whether `perm_set_passwords` is set.
    pub perm_set_passwords: Option<bool>,
    /// Whether `perm_admin_pushagents` is set.
    pub perm_admin_pushagents: Option<bool>,
    /// The perm view support reports.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_view_support_reports: Option<UserPermViewSupportReports>,
    /// The perm view vault reports.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_view_vault_reports: Option<UserPermViewVaultReports>,
    /// Whether `perm_view_syslog_reports` is set.
    pub perm_view_syslog_reports: Option<bool>,
    /// Whether `perm_view_sd_recordings` is set.
    pub perm_view_sd_recordings: Option<bool>,
    /// Whether `perm_edit_jump_groups` is set.
    pub perm_edit_jump_groups: Option<bool>,
    /// Whether `perm_edit_sd_teams` is set.
    pub perm_edit_sd_teams: Option<bool>,
    /// Whether `perm_edit_canned_scripts` is set.
    pub perm_edit_canned_scripts: Option<bool>,
    /// Whether `perm_edit_custom_rep_links` is set.
    pub perm_edit_custom_rep_links: Option<bool>,
    /// The perm access allowed.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_access_allowed: Option<UserPermAccessAllowed>,
    /// Whether `perm_share_other_team` is set. By default `false`.
    pub perm_share_other_team: Option<bool>,
    /// Whether `perm_invite_external_user` is set. By default `false`.
    pub perm_invite_external_user: Option<bool>,
    /// Whether `perm_extended_availability_mode_allowed` is set. By default `false`.
    pub perm_extended_availability_mode_allowed: Option<bool>,
    /// Whether `perm_edit_external_key` is set. By default `false`.
    pub perm_edit_external_key: Option<bool>,
    /// The perm session idle timeout: -1 to 86400. By default `-1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_session_idle_timeout: Option<i64>,
    /// Whether `perm_collaborate` is set. By default `false`.
    pub perm_collaborate: Option<bool>,
    /// Whether `perm_collaborate_control` is set. By default `false`.
    pub perm_collaborate_control: Option<bool>,
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
    /// Whether `perm_web_jump` is set. By default `false`.
    pub perm_web_jump: Option<bool>,
    /// Whether `perm_protocol_tunnel` is set. By default `false`.
    pub perm_protocol_tunnel: Option<bool>,
    /// Whether `perm_sd_static_port_for_external_tools` is set. By default `false`.
    pub perm_sd_static_port_for_external_tools: Option<bool>,
    /// Whether `perm_vault` is set.
    pub perm_vault: Option<bool>,
    /// The perm endpoint automation. By default `"not_allowed"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_endpoint_automation: Option<UserPermEndpointAutomation>,
}

/// A User to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    public_display_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_expiration: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failed_logins: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_reset_next_login: Option<bool>,
}

impl NewUser {
    /// Takes what must be there.
    pub fn new(public_display_name: impl Into<String>) -> Self {
        Self {
            username: None,
            password: None,
            public_display_name: public_display_name.into(),
            password_expiration: None,
            email_address: None,
            preferred_email_language: None,
            two_factor_required: None,
            enabled: None,
            failed_logins: None,
            password_reset_next_login: None,
        }
    }
    /// Sets the username: 1 to 64 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the password: up to 256 characters.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
        self
    }
    /// Sets the password expiration.
    #[must_use]
    pub fn password_expiration(mut self, password_expiration: Timestamp) -> Self {
        self.password_expiration = Some(password_expiration);
        self
    }
    /// Sets the email address: 3 to 255 characters.
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
    /// Sets whether `two_factor_required` is set. By default `false`.
    #[must_use]
    pub fn two_factor_required(mut self, two_factor_required: bool) -> Self {
        self.two_factor_required = Some(two_factor_required);
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets the failed logins. By default `0`.
    #[must_use]
    pub fn failed_logins(mut self, failed_logins: i64) -> Self {
        self.failed_logins = Some(failed_logins);
        self
    }
    /// Sets whether `password_reset_next_login` is set. By default `false`.
    #[must_use]
    pub fn password_reset_next_login(mut self, password_reset_next_login: bool) -> Self {
        self.password_reset_next_login = Some(password_reset_next_login);
        self
    }
}

/// What is to change in a User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_display_name: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    password_expiration: Patch<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_email_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    two_factor_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failed_logins: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_reset_next_login: Option<bool>,
}

impl UserPatch {
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
    /// Sets the password: up to 256 characters.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
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
    /// Sets the password expiration. [`Patch::Null`] empties it.
    #[must_use]
    pub fn password_expiration(
        mut self,
        password_expiration: impl Into<Patch<Timestamp>>,
    ) -> Self {
        self.password_expiration = password_expiration.into();
        self
    }
    /// Sets the email address: 3 to 255 characters.
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
    /// Sets whether `two_factor_required` is set. By default `false`.
    #[must_use]
    pub fn two_factor_required(mut self, two_factor_required: bool) -> Self {
        self.two_factor_required = Some(two_factor_required);
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets the failed logins. By default `0`.
    #[must_use]
    pub fn failed_logins(mut self, failed_logins: i64) -> Self {
        self.failed_logins = Some(failed_logins);
        self
    }
    /// Sets whether `password_reset_next_login` is set. By default `false`.
    #[must_use]
    pub fn password_reset_next_login(mut self, password_reset_next_login: bool) -> Self {
        self.password_reset_next_login = Some(password_reset_next_login);
        self
    }
}

/// What is sent for `UserGroupPolicyChanges`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UserGroupPolicyChanges {
    #[serde(skip_serializing_if = "Option::is_none")]
    added: Option<Vec<GroupPolicyId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<Vec<GroupPolicyId>>,
}

impl UserGroupPolicyChanges {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the added.
    #[must_use]
    pub fn added(mut self, added: impl IntoIterator<Item = GroupPolicyId>) -> Self {
        self.added = Some(added.into_iter().collect());
        self
    }
    /// Sets the removed.
    #[must_use]
    pub fn removed(mut self, removed: impl IntoIterator<Item = GroupPolicyId>) -> Self {
        self.removed = Some(removed.into_iter().collect());
        self
    }
}

/// The user perm access allowed.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserPermAccessAllowed {
    /// `not_allowed`.
    NotAllowed,
    /// `full_support`.
    FullSupport,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl UserPermAccessAllowed {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::FullSupport => "full_support",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for UserPermAccessAllowed {
    fn from(text: &str) -> Self {
        match text {
            "not_allowed" => Self::NotAllowed,
            "full_support" => Self::FullSupport,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    User,
}

bt_sra_transport::api::text_enums! {
    UserPermAccessAllowed,
}
