// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jump Client.

use bt_sra_core::{Patch, Timestamp};
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Download, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    ConnectionType, CopyJumpItem, CopyJumpItemResponse, JumpClientId,
    JumpClientInstallMode, JumpClientInstallerId, JumpClientInstallerKeyInfo,
    JumpClientInstallerPlatform, JumpClientUnavailableReason, JumpGroupRef,
    JumpGroupType, JumpPolicyId, SessionPolicyId,
};

/// Jump Clients: `/jump-client`.
#[derive(Clone, Debug)]
pub struct JumpClients {
    pub(crate) scope: Scope,
}

impl JumpClients {
    /// Installers.
    #[must_use]
    pub fn installers(&self) -> JumpClientInstallers {
        JumpClientInstallers {
            scope: self.scope.clone(),
        }
    }
    /// Lists Jump Clients.
    ///
    /// `GET /jump-client`
    pub fn list(&self) -> List<JumpClientList> {
        static OPERATION: Operation = Operation::new(
            "jump-client list",
            "/api/config/v1/jump-client",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads a Jump Client.
    ///
    /// `GET /jump-client/{id}`
    pub fn get(&self, id: JumpClientId) -> Call<JumpClient> {
        static OPERATION: Operation = Operation::new(
            "jump-client get",
            "/api/config/v1/jump-client/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Jump Client.
    ///
    /// `PATCH /jump-client/{id}`
    pub fn update(&self, id: JumpClientId, patch: JumpClientPatch) -> Call<JumpClient> {
        static OPERATION: Operation = Operation::new(
            "jump-client update",
            "/api/config/v1/jump-client/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Jump Client.
    ///
    /// `DELETE /jump-client/{id}`
    pub fn delete(&self, id: JumpClientId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jump-client delete",
            "/api/config/v1/jump-client/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Jump Client.
    ///
    /// `POST /jump-client/{id}/copy`
    pub fn copy(
        &self,
        id: JumpClientId,
        body: CopyJumpItem,
    ) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "jump-client copy",
            "/api/config/v1/jump-client/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Jump Client by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<JumpClientList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/jump-client`.
#[derive(Clone, Copy, Debug)]
pub enum JumpClientList {}

impl Listing for JumpClientList {
    type Item = JumpClient;
    const PAGED: bool = true;
}

impl Paged for JumpClientList {}

impl List<JumpClientList> {
    /// Keeps what has this `jump_group_id` and `jump_group_type`.
    pub fn jump_group(self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.with("jump_group_id", jump_group.id())
            .with("jump_group_type", jump_group.kind())
    }
    /// Keeps what has this `name`: 1 to 128 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `hostname`: 1 to 255 characters.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `fqdn`: 1 to 255 characters.
    pub fn fqdn(self, fqdn: impl Into<String>) -> Self {
        self.with("fqdn", Into::<String>::into(fqdn))
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
    /// Keeps what has this `jump_group_id`.
    pub fn jump_group_id(self, jump_group_id: i64) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
    /// Keeps what has this `jump_group_type`.
    pub fn jump_group_type(self, jump_group_type: JumpGroupType) -> Self {
        self.with("jump_group_type", jump_group_type)
    }
    /// Keeps what has this `console_user`: at least 1 characters.
    pub fn console_user(self, console_user: impl Into<String>) -> Self {
        self.with("console_user", Into::<String>::into(console_user))
    }
    /// Keeps what has this `public_ip`: at least 1 characters.
    pub fn public_ip(self, public_ip: impl Into<String>) -> Self {
        self.with("public_ip", Into::<String>::into(public_ip))
    }
    /// Keeps what has this `private_ip`: at least 1 characters.
    pub fn private_ip(self, private_ip: impl Into<String>) -> Self {
        self.with("private_ip", Into::<String>::into(private_ip))
    }
    /// Keeps what has this `connection_type`.
    pub fn connection_type(self, connection_type: ConnectionType) -> Self {
        self.with("connection_type", connection_type)
    }
}

/// Jump Client Installers: `/jump-client/installer`.
#[derive(Clone, Debug)]
pub struct JumpClientInstallers {
    pub(crate) scope: Scope,
}

impl JumpClientInstallers {
    /// Lists Jump Client Installers.
    ///
    /// `GET /jump-client/installer`
    pub fn list(&self) -> List<JumpClientInstallerList> {
        static OPERATION: Operation = Operation::new(
            "jump-client installer list",
            "/api/config/v1/jump-client/installer",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jump Client Installer.
    ///
    /// `POST /jump-client/installer`
    pub fn create(&self, new: NewJumpClientInstaller) -> Call<JumpClientInstaller> {
        static OPERATION: Operation = Operation::new(
            "jump-client installer create",
            "/api/config/v1/jump-client/installer",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Jump Client Installer.
    ///
    /// `GET /jump-client/installer/{id}`
    pub fn get(&self, id: JumpClientInstallerId) -> Call<JumpClientInstaller> {
        static OPERATION: Operation = Operation::new(
            "jump-client installer get",
            "/api/config/v1/jump-client/installer/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Deletes a Jump Client Installer.
    ///
    /// `DELETE /jump-client/installer/{id}`
    pub fn delete(&self, id: JumpClientInstallerId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jump-client installer delete",
            "/api/config/v1/jump-client/installer/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Downloads a Jump Client Installer.
    ///
    /// `GET /jump-client/installer/{installer_id}/{platform}`
    pub fn download(
        &self,
        installer_id: &str,
        platform: JumpClientInstallerPlatform,
    ) -> Download {
        static OPERATION: Operation = Operation::new(
            "jump-client installer download",
            "/api/config/v1/jump-client/installer/{installer_id}/{platform}",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[&installer_id, &platform])
    }
    /// Finds a Jump Client Installer by its `name`: none, one or several.
    pub fn find_by_name(
        &self,
        name: impl Into<String>,
    ) -> Find<JumpClientInstallerList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/jump-client/installer`.
#[derive(Clone, Copy, Debug)]
pub enum JumpClientInstallerList {}

impl Listing for JumpClientInstallerList {
    type Item = JumpClientInstaller;
    const PAGED: bool = true;
}

impl Paged for JumpClientInstallerList {}

impl List<JumpClientInstallerList> {
    /// Keeps what has this `jump_group_id` and `jump_group_type`.
    pub fn jump_group(self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.with("jump_group_id", jump_group.id())
            .with("jump_group_type", jump_group.kind())
    }
    /// Keeps what has this `name`: 1 to 128 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `hostname`: 1 to 255 characters.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `fqdn`: 1 to 255 characters.
    pub fn fqdn(self, fqdn: impl Into<String>) -> Self {
        self.with("fqdn", Into::<String>::into(fqdn))
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
    /// Keeps what has this `jump_group_id`.
    pub fn jump_group_id(self, jump_group_id: i64) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
    /// Keeps what has this `jump_group_type`.
    pub fn jump_group_type(self, jump_group_type: JumpGroupType) -> Self {
        self.with("jump_group_type", jump_group_type)
    }
    /// Keeps what has this `connection_type`.
    pub fn connection_type(self, connection_type: ConnectionType) -> Self {
        self.with("connection_type", connection_type)
    }
}

/// A Jump Client Installer to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewJumpClientInstaller {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    jump_group_id: i64,
    jump_group_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    connection_type: Option<ConnectionType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attended_session_policy_id: Option<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unattended_session_policy_id: Option<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support_button_profile_code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_support_button_profile: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support_button_direct_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_support_button_direct_queue: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    elevate_install: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    elevate_prompt: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_client_start_mode: Option<CustomerClientStartMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_jump_group: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_jump_policy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_name: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_tag: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_comments: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_attended_session_policy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_unattended_session_policy: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jumpoint_proxy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_offline_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_override_max_offline_minutes: Option<bool>,
}

impl NewJumpClientInstaller {
    /// Takes what must be there.
    pub fn new(jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        Self {
            name: None,
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            jump_policy_id: None,
            tag: None,
            connection_type: None,
            attended_session_policy_id: None,
            unattended_session_policy_id: None,
            support_button_profile_code_name: None,
            allow_override_support_button_profile: None,
            support_button_direct_queue: None,
            allow_override_support_button_direct_queue: None,
            comments: None,
            valid_duration: None,
            elevate_install: None,
            elevate_prompt: None,
            customer_client_start_mode: None,
            allow_override_jump_group: None,
            allow_override_jump_policy: None,
            allow_override_name: None,
            allow_override_tag: None,
            allow_override_comments: None,
            allow_override_attended_session_policy: None,
            allow_override_unattended_session_policy: None,
            jumpoint_proxy: None,
            max_offline_minutes: None,
            allow_override_max_offline_minutes: None,
        }
    }
    /// Sets the name: up to 128 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
    /// Sets the tag: up to 64 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Sets the connection type. By default `"active"`.
    #[must_use]
    pub fn connection_type(mut self, connection_type: ConnectionType) -> Self {
        self.connection_type = Some(connection_type);
        self
    }
    /// Sets the attended session policy id: at least 2.
    #[must_use]
    pub fn attended_session_policy_id(
        mut self,
        attended_session_policy_id: SessionPolicyId,
    ) -> Self {
        self.attended_session_policy_id = Some(attended_session_policy_id);
        self
    }
    /// Sets the unattended session policy id: at least 2.
    #[must_use]
    pub fn unattended_session_policy_id(
        mut self,
        unattended_session_policy_id: SessionPolicyId,
    ) -> Self {
        self.unattended_session_policy_id = Some(unattended_session_policy_id);
        self
    }
    /// Sets the support button profile code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn support_button_profile_code_name(
        mut self,
        support_button_profile_code_name: impl Into<String>,
    ) -> Self {
        self.support_button_profile_code_name = Some(
            support_button_profile_code_name.into(),
        );
        self
    }
    /// Sets whether `allow_override_support_button_profile` is set. By default `false`.
    #[must_use]
    pub fn allow_override_support_button_profile(
        mut self,
        allow_override_support_button_profile: bool,
    ) -> Self {
        self.allow_override_support_button_profile = Some(
            allow_override_support_button_profile,
        );
        self
    }
    /// Sets the support button direct queue: up to 69 characters, of the form `^team:[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn support_button_direct_queue(
        mut self,
        support_button_direct_queue: impl Into<String>,
    ) -> Self {
        self.support_button_direct_queue = Some(support_button_direct_queue.into());
        self
    }
    /// Sets whether `allow_override_support_button_direct_queue` is set. By default `false`.
    #[must_use]
    pub fn allow_override_support_button_direct_queue(
        mut self,
        allow_override_support_button_direct_queue: bool,
    ) -> Self {
        self.allow_override_support_button_direct_queue = Some(
            allow_override_support_button_direct_queue,
        );
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets the valid duration: 10 to 525600. By default `1440`.
    #[must_use]
    pub fn valid_duration(mut self, valid_duration: i64) -> Self {
        self.valid_duration = Some(valid_duration);
        self
    }
    /// Sets whether `elevate_install` is set. By default `true`.
    #[must_use]
    pub fn elevate_install(mut self, elevate_install: bool) -> Self {
        self.elevate_install = Some(elevate_install);
        self
    }
    /// Sets whether `elevate_prompt` is set. By default `true`.
    #[must_use]
    pub fn elevate_prompt(mut self, elevate_prompt: bool) -> Self {
        self.elevate_prompt = Some(elevate_prompt);
        self
    }
    /// Sets the customer client start mode. By default `"normal"`.
    #[must_use]
    pub fn customer_client_start_mode(
        mut self,
        customer_client_start_mode: CustomerClientStartMode,
    ) -> Self {
        self.customer_client_start_mode = Some(customer_client_start_mode);
        self
    }
    /// Sets whether `allow_override_jump_group` is set. By default `false`.
    #[must_use]
    pub fn allow_override_jump_group(mut self, allow_override_jump_group: bool) -> Self {
        self.allow_override_jump_group = Some(allow_override_jump_group);
        self
    }
    /// Sets whether `allow_override_jump_policy` is set. By default `false`.
    #[must_use]
    pub fn allow_override_jump_policy(
        mut self,
        allow_override_jump_policy: bool,
    ) -> Self {
        self.allow_override_jump_policy = Some(allow_override_jump_policy);
        self
    }
    /// Sets whether `allow_override_name` is set. By default `false`.
    #[must_use]
    pub fn allow_override_name(mut self, allow_override_name: bool) -> Self {
        self.allow_override_name = Some(allow_override_name);
        self
    }
    /// Sets whether `allow_override_tag` is set. By default `false`.
    #[must_use]
    pub fn allow_override_tag(mut self, allow_override_tag: bool) -> Self {
        self.allow_override_tag = Some(allow_override_tag);
        self
    }
    /// Sets whether `allow_override_comments` is set. By default `false`.
    #[must_use]
    pub fn allow_override_comments(mut self, allow_override_comments: bool) -> Self {
        self.allow_override_comments = Some(allow_override_comments);
        self
    }
    /// Sets whether `allow_override_attended_session_policy` is set. By default `false`.
    #[must_use]
    pub fn allow_override_attended_session_policy(
        mut self,
        allow_override_attended_session_policy: bool,
    ) -> Self {
        self.allow_override_attended_session_policy = Some(
            allow_override_attended_session_policy,
        );
        self
    }
    /// Sets whether `allow_override_unattended_session_policy` is set. By default `false`.
    #[must_use]
    pub fn allow_override_unattended_session_policy(
        mut self,
        allow_override_unattended_session_policy: bool,
    ) -> Self {
        self.allow_override_unattended_session_policy = Some(
            allow_override_unattended_session_policy,
        );
        self
    }
    /// Sets the jumpoint proxy: up to 64 characters.
    #[must_use]
    pub fn jumpoint_proxy(mut self, jumpoint_proxy: impl Into<String>) -> Self {
        self.jumpoint_proxy = Some(jumpoint_proxy.into());
        self
    }
    /// Sets the max offline minutes.
    #[must_use]
    pub fn max_offline_minutes(mut self, max_offline_minutes: i64) -> Self {
        self.max_offline_minutes = Some(max_offline_minutes);
        self
    }
    /// Sets whether `allow_override_max_offline_minutes` is set.
    #[must_use]
    pub fn allow_override_max_offline_minutes(
        mut self,
        allow_override_max_offline_minutes: bool,
    ) -> Self {
        self.allow_override_max_offline_minutes = Some(
            allow_override_max_offline_minutes,
        );
        self
    }
}

/// A Jump Client, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpClient {
    /// The id.
    pub id: JumpClientId,
    /// The jump group id.
    pub jump_group_id: i64,
    /// The jump group type. By default `"shared"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_type: Option<JumpGroupType>,
    /// The name: 1 to 128 characters.
    pub name: Option<String>,
    /// The hostname: 1 to 255 characters.
    pub hostname: Option<String>,
    /// The fqdn: 1 to 255 characters.
    pub fqdn: Option<String>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The attended session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub attended_session_policy_id: Option<SessionPolicyId>,
    /// The unattended session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub unattended_session_policy_id: Option<SessionPolicyId>,
    /// The public site address: 1 to 128 characters.
    pub public_site_address: Option<String>,
    /// The support button profile code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub support_button_profile_code_name: Option<String>,
    /// The support button direct queue: up to 69 characters, of the form `^team:[a-zA-Z0-9_\-]+$`.
    pub support_button_direct_queue: Option<String>,
    /// The customer client start mode. By default `"normal"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub customer_client_start_mode: Option<CustomerClientStartMode>,
    /// Whether `is_quiet` is set. By default `false`.
    pub is_quiet: Option<bool>,
    /// The install mode.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub install_mode: Option<JumpClientInstallMode>,
    /// The connection type. By default `"active"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub connection_type: Option<ConnectionType>,
    /// The last connect timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_connect_timestamp: Option<Timestamp>,
    /// The last disconnect timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_disconnect_timestamp: Option<Timestamp>,
    /// Whether `is_lost` is set.
    pub is_lost: Option<bool>,
    /// Whether `needs_update` is set.
    pub needs_update: Option<bool>,
    /// The unavailable reason.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub unavailable_reason: Option<JumpClientUnavailableReason>,
    /// The operating system.
    pub operating_system: Option<String>,
    /// The public ip.
    pub public_ip: Option<String>,
    /// The private ip.
    pub private_ip: Option<String>,
    /// The console user.
    pub console_user: Option<String>,
    /// The expiration timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub expiration_timestamp: Option<Timestamp>,
    /// The max offline minutes: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub max_offline_minutes: Option<i64>,
    /// The last access timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_access_timestamp: Option<Timestamp>,
}

impl JumpClient {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// What is to change in a Jump Client. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JumpClientPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    jump_policy_id: Patch<JumpPolicyId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    attended_session_policy_id: Patch<SessionPolicyId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    unattended_session_policy_id: Patch<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_site_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support_button_profile_code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support_button_direct_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_client_start_mode: Option<CustomerClientStartMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_quiet: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_offline_minutes: Option<i64>,
}

impl JumpClientPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `jump_group_id` and `jump_group_type`.
    #[must_use]
    pub fn jump_group(mut self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.jump_group_id = Some(jump_group.id());
        self.jump_group_type = Some(jump_group.kind().to_owned());
        self
    }
    /// Sets the name: 1 to 128 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the tag: up to 64 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets the jump policy id. [`Patch::Null`] empties it.
    #[must_use]
    pub fn jump_policy_id(
        mut self,
        jump_policy_id: impl Into<Patch<JumpPolicyId>>,
    ) -> Self {
        self.jump_policy_id = jump_policy_id.into();
        self
    }
    /// Sets the attended session policy id: at least 2. [`Patch::Null`] empties it.
    #[must_use]
    pub fn attended_session_policy_id(
        mut self,
        attended_session_policy_id: impl Into<Patch<SessionPolicyId>>,
    ) -> Self {
        self.attended_session_policy_id = attended_session_policy_id.into();
        self
    }
    /// Sets the unattended session policy id: at least 2. [`Patch::Null`] empties it.
    #[must_use]
    pub fn unattended_session_policy_id(
        mut self,
        unattended_session_policy_id: impl Into<Patch<SessionPolicyId>>,
    ) -> Self {
        self.unattended_session_policy_id = unattended_session_policy_id.into();
        self
    }
    /// Sets the public site address: 1 to 128 characters.
    #[must_use]
    pub fn public_site_address(
        mut self,
        public_site_address: impl Into<String>,
    ) -> Self {
        self.public_site_address = Some(public_site_address.into());
        self
    }
    /// Sets the support button profile code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn support_button_profile_code_name(
        mut self,
        support_button_profile_code_name: impl Into<String>,
    ) -> Self {
        self.support_button_profile_code_name = Some(
            support_button_profile_code_name.into(),
        );
        self
    }
    /// Sets the support button direct queue: up to 69 characters, of the form `^team:[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn support_button_direct_queue(
        mut self,
        support_button_direct_queue: impl Into<String>,
    ) -> Self {
        self.support_button_direct_queue = Some(support_button_direct_queue.into());
        self
    }
    /// Sets the customer client start mode. By default `"normal"`.
    #[must_use]
    pub fn customer_client_start_mode(
        mut self,
        customer_client_start_mode: CustomerClientStartMode,
    ) -> Self {
        self.customer_client_start_mode = Some(customer_client_start_mode);
        self
    }
    /// Sets whether `is_quiet` is set. By default `false`.
    #[must_use]
    pub fn is_quiet(mut self, is_quiet: bool) -> Self {
        self.is_quiet = Some(is_quiet);
        self
    }
    /// Sets the max offline minutes: at least 0.
    #[must_use]
    pub fn max_offline_minutes(mut self, max_offline_minutes: i64) -> Self {
        self.max_offline_minutes = Some(max_offline_minutes);
        self
    }
}

/// A Jump Client Installer, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct JumpClientInstaller {
    /// The id.
    pub id: JumpClientInstallerId,
    /// The jump group id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_id: Option<i64>,
    /// The jump group type. By default `"shared"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_type: Option<JumpGroupType>,
    /// The name: 1 to 128 characters.
    pub name: Option<String>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The attended session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub attended_session_policy_id: Option<SessionPolicyId>,
    /// The unattended session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub unattended_session_policy_id: Option<SessionPolicyId>,
    /// The public site address: 1 to 128 characters.
    pub public_site_address: Option<String>,
    /// The support button profile code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub support_button_profile_code_name: Option<String>,
    /// Whether `allow_override_support_button_profile` is set. By default `false`.
    pub allow_override_support_button_profile: Option<bool>,
    /// The support button direct queue: up to 69 characters, of the form `^team:[a-zA-Z0-9_\-]+$`.
    pub support_button_direct_queue: Option<String>,
    /// Whether `allow_override_support_button_direct_queue` is set. By default `false`.
    pub allow_override_support_button_direct_queue: Option<bool>,
    /// The connection type. By default `"active"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub connection_type: Option<ConnectionType>,
    /// The expiration timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub expiration_timestamp: Option<Timestamp>,
    /// The max offline minutes: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub max_offline_minutes: Option<i64>,
    /// Whether `elevate_install` is set. By default `true`.
    pub elevate_install: Option<bool>,
    /// Whether `elevate_prompt` is set. By default `true`.
    pub elevate_prompt: Option<bool>,
    /// Whether `is_quiet` is set. By default `false`.
    pub is_quiet: Option<bool>,
    /// The customer client start mode. By default `"normal"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub customer_client_start_mode: Option<CustomerClientStartMode>,
    /// Whether `allow_override_jump_group` is set. By default `false`.
    pub allow_override_jump_group: Option<bool>,
    /// Whether `allow_override_jump_policy` is set. By default `false`.
    pub allow_override_jump_policy: Option<bool>,
    /// Whether `allow_override_name` is set. By default `false`.
    pub allow_override_name: Option<bool>,
    /// Whether `allow_override_tag` is set. By default `false`.
    pub allow_override_tag: Option<bool>,
    /// Whether `allow_override_comments` is set. By default `false`.
    pub allow_override_comments: Option<bool>,
    /// Whether `allow_override_attended_session_policy` is set. By default `false`.
    pub allow_override_attended_session_policy: Option<bool>,
    /// Whether `allow_override_unattended_session_policy` is set. By default `false`.
    pub allow_override_unattended_session_policy: Option<bool>,
    /// The installer id: 32 characters.
    pub installer_id: Option<String>,
    /// The key info.
    pub key_info: Option<JumpClientInstallerKeyInfo>,
    /// The jumpoint proxy: up to 64 characters.
    pub jumpoint_proxy: Option<String>,
}

impl JumpClientInstaller {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> Option<JumpGroupRef> {
        Some(
            JumpGroupRef::new(
                self
                    .jump_group_type
                    .as_ref()
                    .map(|kind| kind.as_str())
                    .unwrap_or("shared"),
                self.jump_group_id?,
            ),
        )
    }
}

/// The customer client start mode.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CustomerClientStartMode {
    /// `normal`.
    Normal,
    /// `minimized`.
    Minimized,
    /// `hidden`.
    Hidden,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl CustomerClientStartMode {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Normal => "normal",
            Self::Minimized => "minimized",
            Self::Hidden => "hidden",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CustomerClientStartMode {
    fn from(text: &str) -> Self {
        match text {
            "normal" => Self::Normal,
            "minimized" => Self::Minimized,
            "hidden" => Self::Hidden,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    JumpClient,
    JumpClientInstaller,
}

bt_sra_transport::api::text_enums! {
    CustomerClientStartMode,
}
