// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Team.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{TeamId, UserId};

/// Team Users: `/team/{id}/user`.
#[derive(Clone, Debug)]
pub struct TeamUsers {
    pub(crate) scope: Scope,
}

impl TeamUsers {
    /// Lists Team Users.
    ///
    /// `GET /team/{id}/user`
    pub fn list(&self) -> List<TeamUserList> {
        static OPERATION: Operation = Operation::new(
            "team user list",
            "/api/config/v1/team/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Team User.
    ///
    /// `POST /team/{id}/user`
    pub fn create(&self, new: NewTeamUser) -> Call<TeamUser> {
        static OPERATION: Operation = Operation::new(
            "team user create",
            "/api/config/v1/team/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Team User.
    ///
    /// `GET /team/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<TeamUser> {
        static OPERATION: Operation = Operation::new(
            "team user get",
            "/api/config/v1/team/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Changes a Team User.
    ///
    /// `PATCH /team/{id}/user/{user_id}`
    pub fn update(&self, user_id: UserId, patch: TeamUserPatch) -> Call<TeamUser> {
        static OPERATION: Operation = Operation::new(
            "team user update",
            "/api/config/v1/team/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&user_id]).json(&patch)
    }
    /// Deletes a Team User.
    ///
    /// `DELETE /team/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "team user delete",
            "/api/config/v1/team/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
}

/// The list of `/team/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum TeamUserList {}

impl Listing for TeamUserList {
    type Item = TeamUser;
    const PAGED: bool = true;
}

impl Paged for TeamUserList {}

/// A Team User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TeamUser {
    /// The team id.
    pub team_id: TeamId,
    /// The user id.
    pub user_id: UserId,
    /// The role. By default `"member"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub role: Option<TeamRole>,
}

/// A Team User to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewTeamUser {
    team_id: TeamId,
    user_id: UserId,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<TeamRole>,
}

impl NewTeamUser {
    /// Takes what must be there.
    pub fn new(team_id: TeamId, user_id: UserId) -> Self {
        Self {
            team_id,
            user_id,
            role: None,
        }
    }
    /// Sets the role. By default `"member"`.
    #[must_use]
    pub fn role(mut self, role: TeamRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// What is to change in a Team User. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TeamUserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    team_id: Option<TeamId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<TeamRole>,
}

impl TeamUserPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the team id.
    #[must_use]
    pub fn team_id(mut self, team_id: TeamId) -> Self {
        self.team_id = Some(team_id);
        self
    }
    /// Sets the user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
    /// Sets the role. By default `"member"`.
    #[must_use]
    pub fn role(mut self, role: TeamRole) -> Self {
        self.role = Some(role);
        self
    }
}

/// The team role.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TeamRole {
    /// `member`.
    Member,
    /// `lead`.
    Lead,
    /// `manager`.
    Manager,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl TeamRole {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Member => "member",
            Self::Lead => "lead",
            Self::Manager => "manager",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for TeamRole {
    fn from(text: &str) -> Self {
        match text {
            "member" => Self::Member,
            "lead" => Self::Lead,
            "manager" => Self::Manager,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    TeamUser,
}

bt_sra_transport::api::text_enums! {
    TeamRole,
}
