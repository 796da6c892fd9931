// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! User.

use bt_sra_core::{Patch, SecretString, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    GroupPolicy, JumpItemRoleId, PermSupportAllowed, SecurityProviderId, UserId,
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
    /// Finds a User by its `username`: none, one or several.
    pub fn find_by_username(&self, username: impl Into<String>) -> Find<UserList> {
        let username: String = username.into();
        self.list()
            .username(username.as_str())
            .find_by(username, |item| item.username.as_deref())
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
    /// The display number.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub display_number: Option<i64>,
    /// The username: 1 to 64 characters.
    pub username: Option<String>,
    /// The public display name: 1 to 64 characters.
    pub public_display_name: String,
    /// The private display name: 1 to 64 characters.
    pub private_display_name: String,
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
    /// Whether `perm_view_license_reports` is set.
    pub perm_view_license_reports: Option<bool>,
    /// Whether `perm_view_syslog_reports` is set.
    pub perm_view_syslog_reports: Option<bool>,
    /// Whether `perm_view_sd_recordings` is set.
    pub perm_view_sd_recordings: Option<bool>,
    /// Whether `perm_edit_ambush` is set.
    pub perm_edit_ambush: Option<bool>,
    /// Whether `perm_edit_jump_groups` is set.
    pub perm_edit_jump_groups: Option<bool>,
    /// Whether `perm_edit_public_template` is set.
    pub perm_edit_public_template: Option<bool>,
    /// Whether `perm_edit_public_file_store` is set.
    pub perm_edit_public_file_store: Option<bool>,
    /// Whether `perm_edit_messages` is set.
    pub perm_edit_messages: Option<bool>,
    /// Whether `perm_edit_sd_teams` is set.
    pub perm_edit_sd_teams: Option<bool>,
    /// Whether `perm_edit_issues` is set.
    pub perm_edit_issues: Option<bool>,
    /// Whether `perm_edit_skills` is set.
    pub perm_edit_skills: Option<bool>,
    /// Whether `perm_edit_callback_button_profiles` is set.
    pub perm_edit_callback_button_profiles: Option<bool>,
    /// Whether `perm_edit_canned_scripts` is set.
    pub perm_edit_canned_scripts: Option<bool>,
    /// Whether `perm_edit_custom_rep_links` is set.
    pub perm_edit_custom_rep_links: Option<bool>,
    /// Whether `perm_change_display_name` is set.
    pub perm_change_display_name: Option<bool>,
    /// Whether `perm_change_rep_avatar` is set.
    pub perm_change_rep_avatar: Option<bool>,
    /// Whether `perm_show_on_public_list` is set.
    pub perm_show_on_public_list: Option<bool>,
    /// The perm support allowed. By default `"not_allowed"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_support_allowed: Option<PermSupportAllowed>,
    /// Whether `perm_share_other_team` is set. By default `false`.
    pub perm_share_other_team: Option<bool>,
    /// Whether `perm_invite_external_rep` is set. By default `false`.
    pub perm_invite_external_rep: Option<bool>,
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
    /// Whether `perm_generate_session_key` is set. By default `false`.
    pub perm_generate_session_key: Option<bool>,
    /// Whether `perm_send_ios_profiles` is set. By default `false`.
    pub perm_send_ios_profiles: Option<bool>,
    /// Whether `perm_accept_team_sessions` is set. By default `false`.
    pub perm_accept_team_sessions: Option<bool>,
    /// Whether `perm_transfer_other_team` is set. By default `false`.
    pub perm_transfer_other_team: Option<bool>,
    /// Whether `perm_next_session_button` is set. By default `false`.
    pub perm_next_session_button: Option<bool>,
    /// Whether `perm_disable_auto_assignment` is set. By default `false`.
    pub perm_disable_auto_assignment: Option<bool>,
    /// The perm routing idle timeout: 0 to 3600. By default `900`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_routing_idle_timeout: Option<i64>,
    /// The auto assignment max sessions: 1 to 10. By default `3`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub auto_assignment_max_sessions: Option<i64>,
    /// Whether `perm_support_button_personal_deploy` is set. By default `false`.
    pub perm_support_button_personal_deploy: Option<bool>,
    /// Whether `perm_support_button_team_manage` is set. By default `false`.
    pub perm_support_button_team_manage: Option<bool>,
    /// Whether `perm_support_button_change_public_sites` is set. By default `false`.
    pub perm_support_button_change_public_sites: Option<bool>,
    /// Whether `perm_support_button_team_deploy` is set. By default `false`.
    pub perm_support_button_team_deploy: Option<bool>,
    /// Whether `perm_local_vnc` is set. By default `false`.
    pub perm_local_vnc: Option<bool>,
    /// Whether `perm_local_rdp` is set. By default `false`.
    pub perm_local_rdp: Option<bool>,
    /// Whether `perm_vpro` is set. By default `false`.
    pub perm_vpro: Option<bool>,
    /// The perm console idle timeout: -1 to 86400. By default `-1`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_console_idle_timeout: Option<i64>,
    /// Whether `perm_edit_iphone_content` is set.
    pub perm_edit_iphone_content: Option<bool>,
    /// Whether `perm_vault` is set.
    pub perm_vault: Option<bool>,
    /// The perm endpoint automation. By default `"not_allowed"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_endpoint_automation: Option<UserPermEndpointAutomation>,
}

/// What is to change in a User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    display_number: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_display_name: Option<String>,
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
    /// Sets the display number.
    #[must_use]
    pub fn display_number(mut self, display_number: i64) -> Self {
        self.display_number = Some(display_number);
        self
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
    /// Sets the private display name: 1 to 64 characters.
    #[must_use]
    pub fn private_display_name(
        mut self,
        private_display_name: impl Into<String>,
    ) -> Self {
        self.private_display_name = Some(private_display_name.into());
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

bt_sra_transport::api::answers! {
    User,
}
