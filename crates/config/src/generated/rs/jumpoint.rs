// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jumpoint.

use bt_sra_core::SecretString;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Download, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    JumpointId, JumpointJzpClientAddressRestrictionsType, JumpointNodeList,
    JumpointPlatform, JumpointUsers,
};

/// Jumpoints: `/jumpoint`.
#[derive(Clone, Debug)]
pub struct Jumpoints {
    pub(crate) scope: Scope,
}

impl Jumpoints {
    /// Users of a Jumpoint.
    #[must_use]
    pub fn users(&self, jumpoint_id: JumpointId) -> JumpointUsers {
        JumpointUsers {
            scope: self.scope.of(&jumpoint_id),
        }
    }
    /// Lists Jumpoints.
    ///
    /// `GET /jumpoint`
    pub fn list(&self) -> List<JumpointList> {
        static OPERATION: Operation = Operation::new(
            "jumpoint list",
            "/api/config/v1/jumpoint",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jumpoint.
    ///
    /// `POST /jumpoint`
    pub fn create(&self, new: NewJumpoint) -> Call<Jumpoint> {
        static OPERATION: Operation = Operation::new(
            "jumpoint create",
            "/api/config/v1/jumpoint",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Jumpoint.
    ///
    /// `GET /jumpoint/{id}`
    pub fn get(&self, id: JumpointId) -> Call<Jumpoint> {
        static OPERATION: Operation = Operation::new(
            "jumpoint get",
            "/api/config/v1/jumpoint/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Jumpoint.
    ///
    /// `PATCH /jumpoint/{id}`
    pub fn update(&self, id: JumpointId, patch: JumpointPatch) -> Call<Jumpoint> {
        static OPERATION: Operation = Operation::new(
            "jumpoint update",
            "/api/config/v1/jumpoint/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Jumpoint.
    ///
    /// `DELETE /jumpoint/{id}`
    pub fn delete(&self, id: JumpointId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jumpoint delete",
            "/api/config/v1/jumpoint/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Downloads the installer of a Jumpoint.
    ///
    /// `GET /jumpoint/{id}/installer`
    pub fn installer(&self, id: JumpointId) -> Download {
        static OPERATION: Operation = Operation::new(
            "jumpoint installer",
            "/api/config/v1/jumpoint/{id}/installer",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[&id])
    }
    /// Lists the Nodes of a Jumpoint.
    ///
    /// `GET /jumpoint/{id}/node`
    pub fn nodes(&self, id: JumpointId) -> List<JumpointNodeList> {
        static OPERATION: Operation = Operation::new(
            "jumpoint nodes",
            "/api/config/v1/jumpoint/{id}/node",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Finds a Jumpoint by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<JumpointList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Finds a Jumpoint by its `code_name`: none, one or several.
    pub fn find_by_code_name(&self, code_name: impl Into<String>) -> Find<JumpointList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Jumpoint be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewJumpoint) -> Ensure<JumpointList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, JumpointPatch::new()),
        )
    }
}

/// The list of `/jumpoint`.
#[derive(Clone, Copy, Debug)]
pub enum JumpointList {}

impl Listing for JumpointList {
    type Item = Jumpoint;
    const PAGED: bool = true;
}

impl Paged for JumpointList {}

impl List<JumpointList> {
    /// Keeps what has this `name`.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `public_ip`.
    pub fn public_ip(self, public_ip: impl Into<String>) -> Self {
        self.with("public_ip", Into::<String>::into(public_ip))
    }
    /// Keeps what has this `private_ip`.
    pub fn private_ip(self, private_ip: impl Into<String>) -> Self {
        self.with("private_ip", Into::<String>::into(private_ip))
    }
    /// Keeps what has this `hostname`.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `code_name`: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
}

/// A Jumpoint, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Jumpoint {
    /// The id.
    pub id: JumpointId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The platform.
    pub platform: JumpointPlatform,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// Whether `enabled` is set. By default `true`.
    pub enabled: Option<bool>,
    /// Whether `connected` is set. By default `true`.
    pub connected: Option<bool>,
    /// Whether `clustered` is set. By default `false`.
    pub clustered: Option<bool>,
    /// Whether `shell_jump_enabled` is set. By default `false`.
    pub shell_jump_enabled: Option<bool>,
    /// The external jump item network id: up to 1024 characters.
    pub external_jump_item_network_id: Option<String>,
    /// Whether `jzp_enabled` is set. By default `false`.
    pub jzp_enabled: Option<bool>,
    /// The jzp proxy hostname: up to 256 characters.
    pub jzp_proxy_hostname: Option<String>,
    /// The jzp proxy port: 1 to 65535. By default `9555`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jzp_proxy_port: Option<i64>,
    /// Whether `jzp_allow_http_get` is set. By default `false`.
    pub jzp_allow_http_get: Option<bool>,
    /// The jzp client address restrictions type. By default `"no_restriction"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jzp_client_address_restrictions_type: Option<
        JumpointJzpClientAddressRestrictionsType,
    >,
    /// The jzp restricted ips.
    pub jzp_restricted_ips: Option<Vec<String>>,
    /// The docker deploy key.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub docker_deploy_key: Option<SecretString>,
    /// The key info.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub key_info: Option<SecretString>,
}

/// A Jumpoint to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewJumpoint {
    name: String,
    platform: JumpointPlatform,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clustered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shell_jump_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_jump_item_network_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_proxy_hostname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_proxy_port: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_allow_http_get: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_client_address_restrictions_type: Option<
        JumpointJzpClientAddressRestrictionsType,
    >,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_restricted_ips: Option<Vec<String>>,
}

impl NewJumpoint {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>, platform: JumpointPlatform) -> Self {
        Self {
            name: name.into(),
            platform,
            code_name: None,
            comments: None,
            enabled: None,
            clustered: None,
            shell_jump_enabled: None,
            external_jump_item_network_id: None,
            jzp_enabled: None,
            jzp_proxy_hostname: None,
            jzp_proxy_port: None,
            jzp_allow_http_get: None,
            jzp_client_address_restrictions_type: None,
            jzp_restricted_ips: None,
        }
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets whether `clustered` is set. By default `false`.
    #[must_use]
    pub fn clustered(mut self, clustered: bool) -> Self {
        self.clustered = Some(clustered);
        self
    }
    /// Sets whether `shell_jump_enabled` is set. By default `false`.
    #[must_use]
    pub fn shell_jump_enabled(mut self, shell_jump_enabled: bool) -> Self {
        self.shell_jump_enabled = Some(shell_jump_enabled);
        self
    }
    /// Sets the external jump item network id: up to 1024 characters.
    #[must_use]
    pub fn external_jump_item_network_id(
        mut self,
        external_jump_item_network_id: impl Into<String>,
    ) -> Self {
        self.external_jump_item_network_id = Some(external_jump_item_network_id.into());
        self
    }
    /// Sets whether `jzp_enabled` is set. By default `false`.
    #[must_use]
    pub fn jzp_enabled(mut self, jzp_enabled: bool) -> Self {
        self.jzp_enabled = Some(jzp_enabled);
        self
    }
    /// Sets the jzp proxy hostname: up to 256 characters.
    #[must_use]
    pub fn jzp_proxy_hostname(mut self, jzp_proxy_hostname: impl Into<String>) -> Self {
        self.jzp_proxy_hostname = Some(jzp_proxy_hostname.into());
        self
    }
    /// Sets the jzp proxy port: 1 to 65535. By default `9555`.
    #[must_use]
    pub fn jzp_proxy_port(mut self, jzp_proxy_port: i64) -> Self {
        self.jzp_proxy_port = Some(jzp_proxy_port);
        self
    }
    /// Sets whether `jzp_allow_http_get` is set. By default `false`.
    #[must_use]
    pub fn jzp_allow_http_get(mut self, jzp_allow_http_get: bool) -> Self {
        self.jzp_allow_http_get = Some(jzp_allow_http_get);
        self
    }
    /// Sets the jzp client address restrictions type. By default `"no_restriction"`.
    #[must_use]
    pub fn jzp_client_address_restrictions_type(
        mut self,
        jzp_client_address_restrictions_type: JumpointJzpClientAddressRestrictionsType,
    ) -> Self {
        self.jzp_client_address_restrictions_type = Some(
            jzp_client_address_restrictions_type,
        );
        self
    }
    /// Sets the jzp restricted ips.
    #[must_use]
    pub fn jzp_restricted_ips(
        mut self,
        jzp_restricted_ips: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.jzp_restricted_ips = Some(
            jzp_restricted_ips.into_iter().map(Into::into).collect(),
        );
        self
    }
}

/// What is to change in a Jumpoint. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JumpointPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    platform: Option<JumpointPlatform>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clustered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shell_jump_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_jump_item_network_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_proxy_hostname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_proxy_port: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_allow_http_get: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_client_address_restrictions_type: Option<
        JumpointJzpClientAddressRestrictionsType,
    >,
    #[serde(skip_serializing_if = "Option::is_none")]
    jzp_restricted_ips: Option<Vec<String>>,
}

impl JumpointPatch {
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
    /// Sets the platform.
    #[must_use]
    pub fn platform(mut self, platform: JumpointPlatform) -> Self {
        self.platform = Some(platform);
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets whether `enabled` is set. By default `true`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }
    /// Sets whether `clustered` is set. By default `false`.
    #[must_use]
    pub fn clustered(mut self, clustered: bool) -> Self {
        self.clustered = Some(clustered);
        self
    }
    /// Sets whether `shell_jump_enabled` is set. By default `false`.
    #[must_use]
    pub fn shell_jump_enabled(mut self, shell_jump_enabled: bool) -> Self {
        self.shell_jump_enabled = Some(shell_jump_enabled);
        self
    }
    /// Sets the external jump item network id: up to 1024 characters.
    #[must_use]
    pub fn external_jump_item_network_id(
        mut self,
        external_jump_item_network_id: impl Into<String>,
    ) -> Self {
        self.external_jump_item_network_id = Some(external_jump_item_network_id.into());
        self
    }
    /// Sets whether `jzp_enabled` is set. By default `false`.
    #[must_use]
    pub fn jzp_enabled(mut self, jzp_enabled: bool) -> Self {
        self.jzp_enabled = Some(jzp_enabled);
        self
    }
    /// Sets the jzp proxy hostname: up to 256 characters.
    #[must_use]
    pub fn jzp_proxy_hostname(mut self, jzp_proxy_hostname: impl Into<String>) -> Self {
        self.jzp_proxy_hostname = Some(jzp_proxy_hostname.into());
        self
    }
    /// Sets the jzp proxy port: 1 to 65535. By default `9555`.
    #[must_use]
    pub fn jzp_proxy_port(mut self, jzp_proxy_port: i64) -> Self {
        self.jzp_proxy_port = Some(jzp_proxy_port);
        self
    }
    /// Sets whether `jzp_allow_http_get` is set. By default `false`.
    #[must_use]
    pub fn jzp_allow_http_get(mut self, jzp_allow_http_get: bool) -> Self {
        self.jzp_allow_http_get = Some(jzp_allow_http_get);
        self
    }
    /// Sets the jzp client address restrictions type. By default `"no_restriction"`.
    #[must_use]
    pub fn jzp_client_address_restrictions_type(
        mut self,
        jzp_client_address_restrictions_type: JumpointJzpClientAddressRestrictionsType,
    ) -> Self {
        self.jzp_client_address_restrictions_type = Some(
            jzp_client_address_restrictions_type,
        );
        self
    }
    /// Sets the jzp restricted ips.
    #[must_use]
    pub fn jzp_restricted_ips(
        mut self,
        jzp_restricted_ips: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.jzp_restricted_ips = Some(
            jzp_restricted_ips.into_iter().map(Into::into).collect(),
        );
        self
    }
}

bt_sra_transport::api::answers! {
    Jumpoint,
}
