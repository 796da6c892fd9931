// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Remote VNC Jump.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    CopyJumpItem, CopyJumpItemResponse, JumpGroupRef, JumpGroupType, JumpPolicyId,
    JumpointId, RemoteVncJumpId, SessionPolicyId,
};

/// Remote VNC Jumps: `/jump-item/remote-vnc`.
#[derive(Clone, Debug)]
pub struct RemoteVncJumps {
    pub(crate) scope: Scope,
}

impl RemoteVncJumps {
    /// Lists Remote VNC Jumps.
    ///
    /// `GET /jump-item/remote-vnc`
    pub fn list(&self) -> List<RemoteVncJumpList> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump list",
            "/api/config/v1/jump-item/remote-vnc",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Remote VNC Jump.
    ///
    /// `POST /jump-item/remote-vnc`
    pub fn create(&self, new: NewRemoteVncJump) -> Call<RemoteVncJump> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump create",
            "/api/config/v1/jump-item/remote-vnc",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Remote VNC Jump.
    ///
    /// `GET /jump-item/remote-vnc/{id}`
    pub fn get(&self, id: RemoteVncJumpId) -> Call<RemoteVncJump> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump get",
            "/api/config/v1/jump-item/remote-vnc/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Remote VNC Jump.
    ///
    /// `PATCH /jump-item/remote-vnc/{id}`
    pub fn update(
        &self,
        id: RemoteVncJumpId,
        patch: RemoteVncJumpPatch,
    ) -> Call<RemoteVncJump> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump update",
            "/api/config/v1/jump-item/remote-vnc/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Remote VNC Jump.
    ///
    /// `DELETE /jump-item/remote-vnc/{id}`
    pub fn delete(&self, id: RemoteVncJumpId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump delete",
            "/api/config/v1/jump-item/remote-vnc/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Remote VNC Jump.
    ///
    /// `POST /jump-item/remote-vnc/{id}/copy`
    pub fn copy(
        &self,
        id: RemoteVncJumpId,
        body: CopyJumpItem,
    ) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "remote-vnc-jump copy",
            "/api/config/v1/jump-item/remote-vnc/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Remote VNC Jump by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<RemoteVncJumpList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Remote VNC Jump be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewRemoteVncJump) -> Ensure<RemoteVncJumpList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, RemoteVncJumpPatch::new()),
        )
    }
}

/// The list of `/jump-item/remote-vnc`.
#[derive(Clone, Copy, Debug)]
pub enum RemoteVncJumpList {}

impl Listing for RemoteVncJumpList {
    type Item = RemoteVncJump;
    const PAGED: bool = true;
}

impl Paged for RemoteVncJumpList {}

impl List<RemoteVncJumpList> {
    /// Keeps what has this `jump_group_id` and `jump_group_type`.
    pub fn jump_group(self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.with("jump_group_id", jump_group.id())
            .with("jump_group_type", jump_group.kind())
    }
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `hostname`: 3 to 255 characters.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `jump_group_id`.
    pub fn jump_group_id(self, jump_group_id: i64) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
    /// Keeps what has this `jump_group_type`.
    pub fn jump_group_type(self, jump_group_type: JumpGroupType) -> Self {
        self.with("jump_group_type", jump_group_type)
    }
    /// Keeps what has this `jumpoint_id`.
    pub fn jumpoint_id(self, jumpoint_id: JumpointId) -> Self {
        self.with("jumpoint_id", jumpoint_id)
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
}

/// A Remote VNC Jump, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteVncJump {
    /// The id.
    pub id: RemoteVncJumpId,
    /// The name: 1 to 128 characters.
    pub name: String,
    /// The jumpoint id.
    pub jumpoint_id: JumpointId,
    /// The hostname: 1 to 128 characters.
    pub hostname: String,
    /// The port: 100 to 65535. By default `5900`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub port: Option<i64>,
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
}

impl RemoteVncJump {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// A Remote VNC Jump to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewRemoteVncJump {
    name: String,
    jumpoint_id: JumpointId,
    hostname: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<i64>,
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
}

impl NewRemoteVncJump {
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
            port: None,
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            tag: None,
            comments: None,
            jump_policy_id: None,
            session_policy_id: None,
        }
    }
    /// Sets the port: 100 to 65535. By default `5900`.
    #[must_use]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
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
}

/// What is to change in a Remote VNC Jump. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RemoteVncJumpPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jumpoint_id: Option<JumpointId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hostname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<i64>,
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
}

impl RemoteVncJumpPatch {
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
    /// Sets the port: 100 to 65535. By default `5900`.
    #[must_use]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
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
}

bt_sra_transport::api::answers! {
    RemoteVncJump,
}
