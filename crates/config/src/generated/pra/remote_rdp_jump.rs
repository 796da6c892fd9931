// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Remote RDP Jump.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    CopyJumpItem, CopyJumpItemResponse, JumpGroupRef, JumpGroupType, JumpPolicyId,
    JumpointId, RemoteRdpJumpId, RemoteRdpJumpQuality, SessionPolicyId, VaultEndpointId,
};

/// Remote RDP Jumps: `/jump-item/remote-rdp`.
#[derive(Clone, Debug)]
pub struct RemoteRdpJumps {
    pub(crate) scope: Scope,
}

impl RemoteRdpJumps {
    /// Lists Remote RDP Jumps.
    ///
    /// `GET /jump-item/remote-rdp`
    pub fn list(&self) -> List<RemoteRdpJumpList> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump list",
            "/api/config/v1/jump-item/remote-rdp",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Remote RDP Jump.
    ///
    /// `POST /jump-item/remote-rdp`
    pub fn create(&self, new: NewRemoteRdpJump) -> Call<RemoteRdpJump> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump create",
            "/api/config/v1/jump-item/remote-rdp",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Remote RDP Jump.
    ///
    /// `GET /jump-item/remote-rdp/{id}`
    pub fn get(&self, id: RemoteRdpJumpId) -> Call<RemoteRdpJump> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump get",
            "/api/config/v1/jump-item/remote-rdp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Remote RDP Jump.
    ///
    /// `PATCH /jump-item/remote-rdp/{id}`
    pub fn update(
        &self,
        id: RemoteRdpJumpId,
        patch: RemoteRdpJumpPatch,
    ) -> Call<RemoteRdpJump> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump update",
            "/api/config/v1/jump-item/remote-rdp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Remote RDP Jump.
    ///
    /// `DELETE /jump-item/remote-rdp/{id}`
    pub fn delete(&self, id: RemoteRdpJumpId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump delete",
            "/api/config/v1/jump-item/remote-rdp/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Remote RDP Jump.
    ///
    /// `POST /jump-item/remote-rdp/{id}/copy`
    pub fn copy(
        &self,
        id: RemoteRdpJumpId,
        body: CopyJumpItem,
    ) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "remote-rdp-jump copy",
            "/api/config/v1/jump-item/remote-rdp/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Remote RDP Jump by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<RemoteRdpJumpList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Remote RDP Jump be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewRemoteRdpJump) -> Ensure<RemoteRdpJumpList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, RemoteRdpJumpPatch::new()),
        )
    }
}

/// The list of `/jump-item/remote-rdp`.
#[derive(Clone, Copy, Debug)]
pub enum RemoteRdpJumpList {}

impl Listing for RemoteRdpJumpList {
    type Item = RemoteRdpJump;
    const PAGED: bool = true;
}

impl Paged for RemoteRdpJumpList {}

impl List<RemoteRdpJumpList> {
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
    /// Keeps what has this `endpoint_id`.
    pub fn endpoint_id(self, endpoint_id: VaultEndpointId) -> Self {
        self.with("endpoint_id", endpoint_id)
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
}

/// A Remote RDP Jump, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteRdpJump {
    /// The id.
    pub id: RemoteRdpJumpId,
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
    /// The quality. By default `"best_performance"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub quality: Option<RemoteRdpJumpQuality>,
    /// Whether `console` is set. By default `false`.
    pub console: Option<bool>,
    /// Whether `ignore_untrusted` is set. By default `false`.
    pub ignore_untrusted: Option<bool>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The rdp username: up to 128 characters.
    pub rdp_username: Option<String>,
    /// The domain: up to 64 characters.
    pub domain: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// Whether `session_forensics` is set. By default `false`.
    pub session_forensics: Option<bool>,
    /// The session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub session_policy_id: Option<SessionPolicyId>,
    /// The endpoint id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub endpoint_id: Option<VaultEndpointId>,
    /// The secure app type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub secure_app_type: Option<RemoteRdpJumpSecureAppType>,
    /// The remote app name: up to 512 characters.
    pub remote_app_name: Option<String>,
    /// The remote app params: up to 8000 characters.
    pub remote_app_params: Option<String>,
    /// The remote exe path: up to 512 characters.
    pub remote_exe_path: Option<String>,
    /// The remote exe params: up to 8000 characters.
    pub remote_exe_params: Option<String>,
    /// The target system: up to 250 characters.
    pub target_system: Option<String>,
    /// The credential type: up to 250 characters.
    pub credential_type: Option<String>,
}

impl RemoteRdpJump {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// A Remote RDP Jump to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewRemoteRdpJump {
    name: String,
    jumpoint_id: JumpointId,
    hostname: String,
    jump_group_id: i64,
    jump_group_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<RemoteRdpJumpQuality>,
    #[serde(skip_serializing_if = "Option::is_none")]
    console: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_untrusted: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rdp_username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_forensics: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_policy_id: Option<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secure_app_type: Option<RemoteRdpJumpSecureAppType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_app_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_app_params: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_exe_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_exe_params: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_system: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_type: Option<String>,
}

impl NewRemoteRdpJump {
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
            quality: None,
            console: None,
            ignore_untrusted: None,
            tag: None,
            comments: None,
            rdp_username: None,
            domain: None,
            jump_policy_id: None,
            session_forensics: None,
            session_policy_id: None,
            secure_app_type: None,
            remote_app_name: None,
            remote_app_params: None,
            remote_exe_path: None,
            remote_exe_params: None,
            target_system: None,
            credential_type: None,
        }
    }
    /// Sets the quality. By default `"best_performance"`.
    #[must_use]
    pub fn quality(mut self, quality: RemoteRdpJumpQuality) -> Self {
        self.quality = Some(quality);
        self
    }
    /// Sets whether `console` is set. By default `false`.
    #[must_use]
    pub fn console(mut self, console: bool) -> Self {
        self.console = Some(console);
        self
    }
    /// Sets whether `ignore_untrusted` is set. By default `false`.
    #[must_use]
    pub fn ignore_untrusted(mut self, ignore_untrusted: bool) -> Self {
        self.ignore_untrusted = Some(ignore_untrusted);
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
    /// Sets the rdp username: up to 128 characters.
    #[must_use]
    pub fn rdp_username(mut self, rdp_username: impl Into<String>) -> Self {
        self.rdp_username = Some(rdp_username.into());
        self
    }
    /// Sets the domain: up to 64 characters.
    #[must_use]
    pub fn domain(mut self, domain: impl Into<String>) -> Self {
        self.domain = Some(domain.into());
        self
    }
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
    /// Sets whether `session_forensics` is set. By default `false`.
    #[must_use]
    pub fn session_forensics(mut self, session_forensics: bool) -> Self {
        self.session_forensics = Some(session_forensics);
        self
    }
    /// Sets the session policy id: at least 2.
    #[must_use]
    pub fn session_policy_id(mut self, session_policy_id: SessionPolicyId) -> Self {
        self.session_policy_id = Some(session_policy_id);
        self
    }
    /// Sets the secure app type.
    #[must_use]
    pub fn secure_app_type(
        mut self,
        secure_app_type: RemoteRdpJumpSecureAppType,
    ) -> Self {
        self.secure_app_type = Some(secure_app_type);
        self
    }
    /// Sets the remote app name: up to 512 characters.
    #[must_use]
    pub fn remote_app_name(mut self, remote_app_name: impl Into<String>) -> Self {
        self.remote_app_name = Some(remote_app_name.into());
        self
    }
    /// Sets the remote app params: up to 8000 characters.
    #[must_use]
    pub fn remote_app_params(mut self, remote_app_params: impl Into<String>) -> Self {
        self.remote_app_params = Some(remote_app_params.into());
        self
    }
    /// Sets the remote exe path: up to 512 characters.
    #[must_use]
    pub fn remote_exe_path(mut self, remote_exe_path: impl Into<String>) -> Self {
        self.remote_exe_path = Some(remote_exe_path.into());
        self
    }
    /// Sets the remote exe params: up to 8000 characters.
    #[must_use]
    pub fn remote_exe_params(mut self, remote_exe_params: impl Into<String>) -> Self {
        self.remote_exe_params = Some(remote_exe_params.into());
        self
    }
    /// Sets the target system: up to 250 characters.
    #[must_use]
    pub fn target_system(mut self, target_system: impl Into<String>) -> Self {
        self.target_system = Some(target_system.into());
        self
    }
    /// Sets the credential type: up to 250 characters.
    #[must_use]
    pub fn credential_type(mut self, credential_type: impl Into<String>) -> Self {
        self.credential_type = Some(credential_type.into());
        self
    }
}

/// What is to change in a Remote RDP Jump. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RemoteRdpJumpPatch {
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
    quality: Option<RemoteRdpJumpQuality>,
    #[serde(skip_serializing_if = "Option::is_none")]
    console: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_untrusted: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rdp_username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    jump_policy_id: Patch<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_forensics: Option<bool>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    session_policy_id: Patch<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secure_app_type: Option<RemoteRdpJumpSecureAppType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_app_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_app_params: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_exe_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_exe_params: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_system: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_type: Option<String>,
}

impl RemoteRdpJumpPatch {
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
    /// Sets the quality. By default `"best_performance"`.
    #[must_use]
    pub fn quality(mut self, quality: RemoteRdpJumpQuality) -> Self {
        self.quality = Some(quality);
        self
    }
    /// Sets whether `console` is set. By default `false`.
    #[must_use]
    pub fn console(mut self, console: bool) -> Self {
        self.console = Some(console);
        self
    }
    /// Sets whether `ignore_untrusted` is set. By default `false`.
    #[must_use]
    pub fn ignore_untrusted(mut self, ignore_untrusted: bool) -> Self {
        self.ignore_untrusted = Some(ignore_untrusted);
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
    /// Sets the rdp username: up to 128 characters.
    #[must_use]
    pub fn rdp_username(mut self, rdp_username: impl Into<String>) -> Self {
        self.rdp_username = Some(rdp_username.into());
        self
    }
    /// Sets the domain: up to 64 characters.
    #[must_use]
    pub fn domain(mut self, domain: impl Into<String>) -> Self {
        self.domain = Some(domain.into());
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
    /// Sets whether `session_forensics` is set. By default `false`.
    #[must_use]
    pub fn session_forensics(mut self, session_forensics: bool) -> Self {
        self.session_forensics = Some(session_forensics);
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
    /// Sets the secure app type.
    #[must_use]
    pub fn secure_app_type(
        mut self,
        secure_app_type: RemoteRdpJumpSecureAppType,
    ) -> Self {
        self.secure_app_type = Some(secure_app_type);
        self
    }
    /// Sets the remote app name: up to 512 characters.
    #[must_use]
    pub fn remote_app_name(mut self, remote_app_name: impl Into<String>) -> Self {
        self.remote_app_name = Some(remote_app_name.into());
        self
    }
    /// Sets the remote app params: up to 8000 characters.
    #[must_use]
    pub fn remote_app_params(mut self, remote_app_params: impl Into<String>) -> Self {
        self.remote_app_params = Some(remote_app_params.into());
        self
    }
    /// Sets the remote exe path: up to 512 characters.
    #[must_use]
    pub fn remote_exe_path(mut self, remote_exe_path: impl Into<String>) -> Self {
        self.remote_exe_path = Some(remote_exe_path.into());
        self
    }
    /// Sets the remote exe params: up to 8000 characters.
    #[must_use]
    pub fn remote_exe_params(mut self, remote_exe_params: impl Into<String>) -> Self {
        self.remote_exe_params = Some(remote_exe_params.into());
        self
    }
    /// Sets the target system: up to 250 characters.
    #[must_use]
    pub fn target_system(mut self, target_system: impl Into<String>) -> Self {
        self.target_system = Some(target_system.into());
        self
    }
    /// Sets the credential type: up to 250 characters.
    #[must_use]
    pub fn credential_type(mut self, credential_type: impl Into<String>) -> Self {
        self.credential_type = Some(credential_type.into());
        self
    }
}

/// The remote rdp jump secure app type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RemoteRdpJumpSecureAppType {
    /// `none`.
    None,
    /// `remote_app`.
    RemoteApp,
    /// `remote_desktop_agent`.
    RemoteDesktopAgent,
    /// `remote_desktop_agent_credentials`.
    RemoteDesktopAgentCredentials,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl RemoteRdpJumpSecureAppType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::RemoteApp => "remote_app",
            Self::RemoteDesktopAgent => "remote_desktop_agent",
            Self::RemoteDesktopAgentCredentials => "remote_desktop_agent_credentials",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for RemoteRdpJumpSecureAppType {
    fn from(text: &str) -> Self {
        match text {
            "none" => Self::None,
            "remote_app" => Self::RemoteApp,
            "remote_desktop_agent" => Self::RemoteDesktopAgent,
            "remote_desktop_agent_credentials" => Self::RemoteDesktopAgentCredentials,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    RemoteRdpJump,
}

bt_sra_transport::api::text_enums! {
    RemoteRdpJumpSecureAppType,
}
