// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Jump Group.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{JumpGroupId, JumpItemRoleId, JumpPolicyId, UserId};

/// Jump Groups: `/jump-group`.
#[derive(Clone, Debug)]
pub struct JumpGroups {
    pub(crate) scope: Scope,
}

impl JumpGroups {
    /// Users of a Jump Group.
    #[must_use]
    pub fn users(&self, jump_group_id: JumpGroupId) -> JumpGroupUsers {
        JumpGroupUsers {
            scope: self.scope.of(&jump_group_id),
        }
    }
    /// Lists Jump Groups.
    ///
    /// `GET /jump-group`
    pub fn list(&self) -> List<JumpGroupList> {
        static OPERATION: Operation = Operation::new(
            "jump-group list",
            "/api/config/v1/jump-group",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jump Group.
    ///
    /// `POST /jump-group`
    pub fn create(&self, new: NewJumpGroup) -> Call<JumpGroup> {
        static OPERATION: Operation = Operation::new(
            "jump-group create",
            "/api/config/v1/jump-group",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Jump Group.
    ///
    /// `GET /jump-group/{id}`
    pub fn get(&self, id: JumpGroupId) -> Call<JumpGroup> {
        static OPERATION: Operation = Operation::new(
            "jump-group get",
            "/api/config/v1/jump-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Jump Group.
    ///
    /// `PATCH /jump-group/{id}`
    pub fn update(&self, id: JumpGroupId, patch: JumpGroupPatch) -> Call<JumpGroup> {
        static OPERATION: Operation = Operation::new(
            "jump-group update",
            "/api/config/v1/jump-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Jump Group.
    ///
    /// `DELETE /jump-group/{id}`
    pub fn delete(&self, id: JumpGroupId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jump-group delete",
            "/api/config/v1/jump-group/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Finds a Jump Group by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<JumpGroupList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Finds a Jump Group by its `code_name`: none, one or several.
    pub fn find_by_code_name(
        &self,
        code_name: impl Into<String>,
    ) -> Find<JumpGroupList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Jump Group be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewJumpGroup) -> Ensure<JumpGroupList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, JumpGroupPatch::new()),
        )
    }
}

/// The list of `/jump-group`.
#[derive(Clone, Copy, Debug)]
pub enum JumpGroupList {}

impl Listing for JumpGroupList {
    type Item = JumpGroup;
    const PAGED: bool = true;
}

impl Paged for JumpGroupList {}

impl List<JumpGroupList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `code_name`: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
}

/// Jump Group Users: `/jump-group/{id}/user`.
#[derive(Clone, Debug)]
pub struct JumpGroupUsers {
    pub(crate) scope: Scope,
}

impl JumpGroupUsers {
    /// Lists Jump Group Users.
    ///
    /// `GET /jump-group/{id}/user`
    pub fn list(&self) -> List<JumpGroupUserList> {
        static OPERATION: Operation = Operation::new(
            "jump-group user list",
            "/api/config/v1/jump-group/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jump Group User.
    ///
    /// `POST /jump-group/{id}/user`
    pub fn create(&self, new: NewJumpGroupUser) -> Call<JumpGroupUser> {
        static OPERATION: Operation = Operation::new(
            "jump-group user create",
            "/api/config/v1/jump-group/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Jump Group User.
    ///
    /// `GET /jump-group/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<JumpGroupUser> {
        static OPERATION: Operation = Operation::new(
            "jump-group user get",
            "/api/config/v1/jump-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Changes a Jump Group User.
    ///
    /// `PATCH /jump-group/{id}/user/{user_id}`
    pub fn update(
        &self,
        user_id: UserId,
        patch: JumpGroupUserPatch,
    ) -> Call<JumpGroupUser> {
        static OPERATION: Operation = Operation::new(
            "jump-group user update",
            "/api/config/v1/jump-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&user_id]).json(&patch)
    }
    /// Deletes a Jump Group User.
    ///
    /// `DELETE /jump-group/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jump-group user delete",
            "/api/config/v1/jump-group/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
}

/// The list of `/jump-group/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum JumpGroupUserList {}

impl Listing for JumpGroupUserList {
    type Item = JumpGroupUser;
    const PAGED: bool = true;
}

impl Paged for JumpGroupUserList {}

/// A Jump Group, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpGroup {
    /// The id.
    pub id: JumpGroupId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The comments: up to 4096 characters.
    pub comments: Option<String>,
    /// The ecm group id. A plain number: the specification does not tell what of.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub ecm_group_id: Option<i64>,
}

/// A Jump Group to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewJumpGroup {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ecm_group_id: Option<i64>,
}

impl NewJumpGroup {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_name: None,
            comments: None,
            ecm_group_id: None,
        }
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the comments: up to 4096 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets the ecm group id.
    #[must_use]
    pub fn ecm_group_id(mut self, ecm_group_id: i64) -> Self {
        self.ecm_group_id = Some(ecm_group_id);
        self
    }
}

/// What is to change in a Jump Group. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JumpGroupPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    comments: Patch<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ecm_group_id: Option<i64>,
}

impl JumpGroupPatch {
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
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the comments: up to 4096 characters. [`Patch::Null`] empties it.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<Patch<String>>) -> Self {
        self.comments = comments.into();
        self
    }
    /// Sets the ecm group id.
    #[must_use]
    pub fn ecm_group_id(mut self, ecm_group_id: i64) -> Self {
        self.ecm_group_id = Some(ecm_group_id);
        self
    }
}

/// A Jump Group User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpGroupUser {
    /// The user id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub user_id: Option<UserId>,
    /// The jump item role id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_item_role_id: Option<JumpItemRoleId>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
}

/// A Jump Group User to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewJumpGroupUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
}

impl NewJumpGroupUser {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
    /// Sets the jump item role id.
    #[must_use]
    pub fn jump_item_role_id(mut self, jump_item_role_id: JumpItemRoleId) -> Self {
        self.jump_item_role_id = Some(jump_item_role_id);
        self
    }
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
}

/// What is to change in a Jump Group User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JumpGroupUserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_item_role_id: Option<JumpItemRoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
}

impl JumpGroupUserPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
    /// Sets the jump item role id.
    #[must_use]
    pub fn jump_item_role_id(mut self, jump_item_role_id: JumpItemRoleId) -> Self {
        self.jump_item_role_id = Some(jump_item_role_id);
        self
    }
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
}

bt_sra_transport::api::answers! {
    JumpGroup,
    JumpGroupUser,
}
