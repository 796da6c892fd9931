// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Protocol Tunnel Jump.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    CopyJumpItem, CopyJumpItemResponse, JumpGroupRef, JumpGroupType, JumpPolicyId,
    JumpointId, ProtocolTunnelJumpId, SessionPolicyId,
};

/// Protocol Tunnel Jumps: `/jump-item/protocol-tunnel-jump`.
#[derive(Clone, Debug)]
pub struct ProtocolTunnelJumps {
    pub(crate) scope: Scope,
}

impl ProtocolTunnelJumps {
    /// Lists Protocol Tunnel Jumps.
    ///
    /// `GET /jump-item/protocol-tunnel-jump`
    pub fn list(&self) -> List<ProtocolTunnelJumpList> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump list",
            "/api/config/v1/jump-item/protocol-tunnel-jump",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Protocol Tunnel Jump.
    ///
    /// `POST /jump-item/protocol-tunnel-jump`
    pub fn create(&self, new: NewProtocolTunnelJump) -> Call<ProtocolTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump create",
            "/api/config/v1/jump-item/protocol-tunnel-jump",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Protocol Tunnel Jump.
    ///
    /// `GET /jump-item/protocol-tunnel-jump/{id}`
    pub fn get(&self, id: ProtocolTunnelJumpId) -> Call<ProtocolTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump get",
            "/api/config/v1/jump-item/protocol-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Protocol Tunnel Jump.
    ///
    /// `PATCH /jump-item/protocol-tunnel-jump/{id}`
    pub fn update(
        &self,
        id: ProtocolTunnelJumpId,
        patch: ProtocolTunnelJumpPatch,
    ) -> Call<ProtocolTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump update",
            "/api/config/v1/jump-item/protocol-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Protocol Tunnel Jump.
    ///
    /// `DELETE /jump-item/protocol-tunnel-jump/{id}`
    pub fn delete(&self, id: ProtocolTunnelJumpId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump delete",
            "/api/config/v1/jump-item/protocol-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Protocol Tunnel Jump.
    ///
    /// `POST /jump-item/protocol-tunnel-jump/{id}/copy`
    pub fn copy(
        &self,
        id: ProtocolTunnelJumpId,
        body: CopyJumpItem,
    ) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "protocol-tunnel-jump copy",
            "/api/config/v1/jump-item/protocol-tunnel-jump/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Protocol Tunnel Jump by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<ProtocolTunnelJumpList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Protocol Tunnel Jump be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewProtocolTunnelJump) -> Ensure<ProtocolTunnelJumpList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, ProtocolTunnelJumpPatch::new()),
        )
    }
}

/// The list of `/jump-item/protocol-tunnel-jump`.
#[derive(Clone, Copy, Debug)]
pub enum ProtocolTunnelJumpList {}

impl Listing for ProtocolTunnelJumpList {
    type Item = ProtocolTunnelJump;
    const PAGED: bool = true;
}

impl Paged for ProtocolTunnelJumpList {}

impl List<ProtocolTunnelJumpList> {
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
    /// Keeps what has this `hostname`: 1 to 128 characters.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `jump_group_id`: at least 1.
    pub fn jump_group_id(self, jump_group_id: i64) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
    /// Keeps what has this `jump_group_type`.
    pub fn jump_group_type(self, jump_group_type: JumpGroupType) -> Self {
        self.with("jump_group_type", jump_group_type)
    }
    /// Keeps what has this `jumpoint_id`: at least 1.
    pub fn jumpoint_id(self, jumpoint_id: JumpointId) -> Self {
        self.with("jumpoint_id", jumpoint_id)
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
}

/// A Protocol Tunnel Jump, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ProtocolTunnelJump {
    /// The id.
    pub id: ProtocolTunnelJumpId,
    /// The name: 1 to 128 characters.
    pub name: String,
    /// The jumpoint id.
    pub jumpoint_id: JumpointId,
    /// The hostname: 1 to 128 characters.
    pub hostname: String,
    /// The jump group id.
    pub jump_group_id: i64,
    /// The jump group type. By default `"shared"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_type: Option<JumpGroupType>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub session_policy_id: Option<SessionPolicyId>,
    /// The tunnel listen address: up to 32 characters. By default `"127.0.0.1"`.
    pub tunnel_listen_address: Option<String>,
    /// The tunnel definitions: up to 5000 characters.
    pub tunnel_definitions: Option<String>,
    /// The tunnel type. By default `"tcp"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub tunnel_type: Option<ProtocolTunnelJumpTunnelType>,
    /// The username: up to 128 characters.
    pub username: Option<String>,
    /// The database: up to 128 characters.
    pub database: Option<String>,
    /// The url: 1 to 256 characters.
    pub url: Option<String>,
    /// The ca certificates: 1 to 12288 characters.
    pub ca_certificates: Option<String>,
}

impl ProtocolTunnelJump {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// A Protocol Tunnel Jump to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewProtocolTunnelJump {
    name: String,
    jumpoint_id: JumpointId,
    hostname: String,
    jump_group_id: i64,
    jump_group_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_policy_id: Option<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_listen_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_definitions: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_type: Option<ProtocolTunnelJumpTunnelType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ca_certificates: Option<String>,
}

impl NewProtocolTunnelJump {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        hostname: impl Into<String>,
        jumpoint_id: JumpointId,
        jump_group: impl Into<JumpGroupRef>,
    ) -> Self {
        let jump_group = jump_group.into();
        Self {
            name: name.into(),
            jumpoint_id,
            hostname: hostname.into(),
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            tag: None,
            comments: None,
            jump_policy_id: None,
            session_policy_id: None,
            tunnel_listen_address: None,
            tunnel_definitions: None,
            tunnel_type: None,
            username: None,
            database: None,
            url: None,
            ca_certificates: None,
        }
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
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
    /// Sets the session policy id: at least 2.
    #[must_use]
    pub fn session_policy_id(mut self, session_policy_id: SessionPolicyId) -> Self {
        self.session_policy_id = Some(session_policy_id);
        self
    }
    /// Sets the tunnel listen address: up to 32 characters. By default `"127.0.0.1"`.
    #[must_use]
    pub fn tunnel_listen_address(
        mut self,
        tunnel_listen_address: impl Into<String>,
    ) -> Self {
        self.tunnel_listen_address = Some(tunnel_listen_address.into());
        self
    }
    /// Sets the tunnel definitions: up to 5000 characters.
    #[must_use]
    pub fn tunnel_definitions(mut self, tunnel_definitions: impl Into<String>) -> Self {
        self.tunnel_definitions = Some(tunnel_definitions.into());
        self
    }
    /// Sets the tunnel type. By default `"tcp"`.
    #[must_use]
    pub fn tunnel_type(mut self, tunnel_type: ProtocolTunnelJumpTunnelType) -> Self {
        self.tunnel_type = Some(tunnel_type);
        self
    }
    /// Sets the username: up to 128 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the database: up to 128 characters.
    #[must_use]
    pub fn database(mut self, database: impl Into<String>) -> Self {
        self.database = Some(database.into());
        self
    }
    /// Sets the url: 1 to 256 characters.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
    /// Sets the ca certificates: 1 to 12288 characters.
    #[must_use]
    pub fn ca_certificates(mut self, ca_certificates: impl Into<String>) -> Self {
        self.ca_certificates = Some(ca_certificates.into());
        self
    }
}

/// What is to change in a Protocol Tunnel Jump. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProtocolTunnelJumpPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jumpoint_id: Option<JumpointId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hostname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    jump_policy_id: Patch<JumpPolicyId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    session_policy_id: Patch<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_listen_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_definitions: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tunnel_type: Option<ProtocolTunnelJumpTunnelType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ca_certificates: Option<String>,
}

impl ProtocolTunnelJumpPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 128 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the jumpoint id.
    #[must_use]
    pub fn jumpoint_id(mut self, jumpoint_id: JumpointId) -> Self {
        self.jumpoint_id = Some(jumpoint_id);
        self
    }
    /// Sets the hostname: 1 to 128 characters.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }
    /// Sets `jump_group_id` and `jump_group_type`.
    #[must_use]
    pub fn jump_group(mut self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.jump_group_id = Some(jump_group.id());
        self.jump_group_type = Some(jump_group.kind().to_owned());
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
    /// Sets the session policy id: at least 2. [`Patch::Null`] empties it.
    #[must_use]
    pub fn session_policy_id(
        mut self,
        session_policy_id: impl Into<Patch<SessionPolicyId>>,
    ) -> Self {
        self.session_policy_id = session_policy_id.into();
        self
    }
    /// Sets the tunnel listen address: up to 32 characters. By default `"127.0.0.1"`.
    #[must_use]
    pub fn tunnel_listen_address(
        mut self,
        tunnel_listen_address: impl Into<String>,
    ) -> Self {
        self.tunnel_listen_address = Some(tunnel_listen_address.into());
        self
    }
    /// Sets the tunnel definitions: up to 5000 characters.
    #[must_use]
    pub fn tunnel_definitions(mut self, tunnel_definitions: impl Into<String>) -> Self {
        self.tunnel_definitions = Some(tunnel_definitions.into());
        self
    }
    /// Sets the tunnel type. By default `"tcp"`.
    #[must_use]
    pub fn tunnel_type(mut self, tunnel_type: ProtocolTunnelJumpTunnelType) -> Self {
        self.tunnel_type = Some(tunnel_type);
        self
    }
    /// Sets the username: up to 128 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }
    /// Sets the database: up to 128 characters.
    #[must_use]
    pub fn database(mut self, database: impl Into<String>) -> Self {
        self.database = Some(database.into());
        self
    }
    /// Sets the url: 1 to 256 characters.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
    /// Sets the ca certificates: 1 to 12288 characters.
    #[must_use]
    pub fn ca_certificates(mut self, ca_certificates: impl Into<String>) -> Self {
        self.ca_certificates = Some(ca_certificates.into());
        self
    }
}

/// The protocol tunnel jump tunnel type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ProtocolTunnelJumpTunnelType {
    /// `tcp`.
    Tcp,
    /// `mssql`.
    Mssql,
    /// `k8s`.
    K8s,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ProtocolTunnelJumpTunnelType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Tcp => "tcp",
            Self::Mssql => "mssql",
            Self::K8s => "k8s",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ProtocolTunnelJumpTunnelType {
    fn from(text: &str) -> Self {
        match text {
            "tcp" => Self::Tcp,
            "mssql" => Self::Mssql,
            "k8s" => Self::K8s,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    ProtocolTunnelJump,
}

bt_sra_transport::api::text_enums! {
    ProtocolTunnelJumpTunnelType,
}
