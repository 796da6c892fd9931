// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Web Jump.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{
    CopyJumpItem, CopyJumpItemResponse, JumpGroupRef, JumpGroupType, JumpPolicyId,
    JumpointId, SessionPolicyId, WebJumpId,
};

/// Web Jumps: `/jump-item/web-jump`.
#[derive(Clone, Debug)]
pub struct WebJumps {
    pub(crate) scope: Scope,
}

impl WebJumps {
    /// Lists Web Jumps.
    ///
    /// `GET /jump-item/web-jump`
    pub fn list(&self) -> List<WebJumpList> {
        static OPERATION: Operation = Operation::new(
            "web-jump list",
            "/api/config/v1/jump-item/web-jump",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Web Jump.
    ///
    /// `POST /jump-item/web-jump`
    pub fn create(&self, new: NewWebJump) -> Call<WebJump> {
        static OPERATION: Operation = Operation::new(
            "web-jump create",
            "/api/config/v1/jump-item/web-jump",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Web Jump.
    ///
    /// `GET /jump-item/web-jump/{id}`
    pub fn get(&self, id: WebJumpId) -> Call<WebJump> {
        static OPERATION: Operation = Operation::new(
            "web-jump get",
            "/api/config/v1/jump-item/web-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Web Jump.
    ///
    /// `PATCH /jump-item/web-jump/{id}`
    pub fn update(&self, id: WebJumpId, patch: WebJumpPatch) -> Call<WebJump> {
        static OPERATION: Operation = Operation::new(
            "web-jump update",
            "/api/config/v1/jump-item/web-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Web Jump.
    ///
    /// `DELETE /jump-item/web-jump/{id}`
    pub fn delete(&self, id: WebJumpId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "web-jump delete",
            "/api/config/v1/jump-item/web-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Web Jump.
    ///
    /// `POST /jump-item/web-jump/{id}/copy`
    pub fn copy(&self, id: WebJumpId, body: CopyJumpItem) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "web-jump copy",
            "/api/config/v1/jump-item/web-jump/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Web Jump by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<WebJumpList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Web Jump be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewWebJump) -> Ensure<WebJumpList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, WebJumpPatch::new()),
        )
    }
}

/// The list of `/jump-item/web-jump`.
#[derive(Clone, Copy, Debug)]
pub enum WebJumpList {}

impl Listing for WebJumpList {
    type Item = WebJump;
    const PAGED: bool = true;
}

impl Paged for WebJumpList {}

impl List<WebJumpList> {
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
    /// Keeps what has this `url`: 1 to 255 characters.
    pub fn url(self, url: impl Into<String>) -> Self {
        self.with("url", Into::<String>::into(url))
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

/// A Web Jump, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WebJump {
    /// The id.
    pub id: WebJumpId,
    /// The name: 1 to 128 characters.
    pub name: String,
    /// The jumpoint id.
    pub jumpoint_id: JumpointId,
    /// The url: 1 to 255 characters.
    pub url: String,
    /// The username format. By default `"default"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub username_format: Option<WebJumpUsernameFormat>,
    /// Whether `verify_certificate` is set. By default `true`.
    pub verify_certificate: Option<bool>,
    /// The jump group id.
    pub jump_group_id: i64,
    /// The jump group type. By default `"shared"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_type: Option<JumpGroupType>,
    /// The authentication timeout: 1 to 30. By default `3`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub authentication_timeout: Option<i64>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The username field: up to 255 characters.
    pub username_field: Option<String>,
    /// The password field: up to 255 characters.
    pub password_field: Option<String>,
    /// The submit field: up to 255 characters.
    pub submit_field: Option<String>,
    /// The session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub session_policy_id: Option<SessionPolicyId>,
}

impl WebJump {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// A Web Jump to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewWebJump {
    name: String,
    jumpoint_id: JumpointId,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    username_format: Option<WebJumpUsernameFormat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verify_certificate: Option<bool>,
    jump_group_id: i64,
    jump_group_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authentication_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username_field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password_field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    submit_field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_policy_id: Option<SessionPolicyId>,
}

impl NewWebJump {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        url: impl Into<String>,
        jumpoint_id: JumpointId,
        jump_group: impl Into<JumpGroupRef>,
    ) -> Self {
        let jump_group = jump_group.into();
        Self {
            name: name.into(),
            jumpoint_id,
            url: url.into(),
            username_format: None,
            verify_certificate: None,
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            authentication_timeout: None,
            tag: None,
            comments: None,
            jump_policy_id: None,
            username_field: None,
            password_field: None,
            submit_field: None,
            session_policy_id: None,
        }
    }
    /// Sets the username format. By default `"default"`.
    #[must_use]
    pub fn username_format(mut self, username_format: WebJumpUsernameFormat) -> Self {
        self.username_format = Some(username_format);
        self
    }
    /// Sets whether `verify_certificate` is set. By default `true`.
    #[must_use]
    pub fn verify_certificate(mut self, verify_certificate: bool) -> Self {
        self.verify_certificate = Some(verify_certificate);
        self
    }
    /// Sets the authentication timeout: 1 to 30. By default `3`.
    #[must_use]
    pub fn authentication_timeout(mut self, authentication_timeout: i64) -> Self {
        self.authentication_timeout = Some(authentication_timeout);
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
    /// Sets the username field: up to 255 characters.
    #[must_use]
    pub fn username_field(mut self, username_field: impl Into<String>) -> Self {
        self.username_field = Some(username_field.into());
        self
    }
    /// Sets the password field: up to 255 characters.
    #[must_use]
    pub fn password_field(mut self, password_field: impl Into<String>) -> Self {
        self.password_field = Some(password_field.into());
        self
    }
    /// Sets the submit field: up to 255 characters.
    #[must_use]
    pub fn submit_field(mut self, submit_field: impl Into<String>) -> Self {
        self.submit_field = Some(submit_field.into());
        self
    }
    /// Sets the session policy id: at least 2.
    #[must_use]
    pub fn session_policy_id(mut self, session_policy_id: SessionPolicyId) -> Self {
        self.session_policy_id = Some(session_policy_id);
        self
    }
}

/// What is to change in a Web Jump. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WebJumpPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jumpoint_id: Option<JumpointId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username_format: Option<WebJumpUsernameFormat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verify_certificate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authentication_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    jump_policy_id: Patch<JumpPolicyId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    username_field: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    password_field: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    submit_field: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    session_policy_id: Patch<SessionPolicyId>,
}

impl WebJumpPatch {
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
    /// Sets the url: 1 to 255 characters.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
    /// Sets the username format. By default `"default"`.
    #[must_use]
    pub fn username_format(mut self, username_format: WebJumpUsernameFormat) -> Self {
        self.username_format = Some(username_format);
        self
    }
    /// Sets whether `verify_certificate` is set. By default `true`.
    #[must_use]
    pub fn verify_certificate(mut self, verify_certificate: bool) -> Self {
        self.verify_certificate = Some(verify_certificate);
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
    /// Sets the authentication timeout: 1 to 30. By default `3`.
    #[must_use]
    pub fn authentication_timeout(mut self, authentication_timeout: i64) -> Self {
        self.authentication_timeout = Some(authentication_timeout);
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
    /// Sets the username field: up to 255 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn username_field(mut self, username_field: impl Into<Patch<String>>) -> Self {
        self.username_field = username_field.into();
        self
    }
    /// Sets the password field: up to 255 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn password_field(mut self, password_field: impl Into<Patch<String>>) -> Self {
        self.password_field = password_field.into();
        self
    }
    /// Sets the submit field: up to 255 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn submit_field(mut self, submit_field: impl Into<Patch<String>>) -> Self {
        self.submit_field = submit_field.into();
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

/// The web jump username format.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum WebJumpUsernameFormat {
    /// `default`.
    Default,
    /// `username_only`.
    UsernameOnly,
    /// `force_upn_format`.
    ForceUpnFormat,
    /// `force_dlln_format`.
    ForceDllnFormat,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl WebJumpUsernameFormat {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Default => "default",
            Self::UsernameOnly => "username_only",
            Self::ForceUpnFormat => "force_upn_format",
            Self::ForceDllnFormat => "force_dlln_format",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for WebJumpUsernameFormat {
    fn from(text: &str) -> Self {
        match text {
            "default" => Self::Default,
            "username_only" => Self::UsernameOnly,
            "force_upn_format" => Self::ForceUpnFormat,
            "force_dlln_format" => Self::ForceDllnFormat,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    WebJump,
}

bt_sra_transport::api::text_enums! {
    WebJumpUsernameFormat,
}
