// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Team.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{TeamId, TeamUsers};

/// Teams: `/team`.
#[derive(Clone, Debug)]
pub struct Teams {
    pub(crate) scope: Scope,
}

impl Teams {
    /// Users of a Team.
    #[must_use]
    pub fn users(&self, team_id: TeamId) -> TeamUsers {
        TeamUsers {
            scope: self.scope.of(&team_id),
        }
    }
    /// Lists Teams.
    ///
    /// `GET /team`
    pub fn list(&self) -> List<TeamList> {
        static OPERATION: Operation = Operation::new(
            "team list",
            "/api/config/v1/team",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Team.
    ///
    /// `POST /team`
    pub fn create(&self, new: NewTeam) -> Call<Team> {
        static OPERATION: Operation = Operation::new(
            "team create",
            "/api/config/v1/team",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Team.
    ///
    /// `GET /team/{id}`
    pub fn get(&self, id: TeamId) -> Call<Team> {
        static OPERATION: Operation = Operation::new(
            "team get",
            "/api/config/v1/team/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Team.
    ///
    /// `PATCH /team/{id}`
    pub fn update(&self, id: TeamId, patch: TeamPatch) -> Call<Team> {
        static OPERATION: Operation = Operation::new(
            "team update",
            "/api/config/v1/team/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Team.
    ///
    /// `DELETE /team/{id}`
    pub fn delete(&self, id: TeamId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "team delete",
            "/api/config/v1/team/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Finds a Team by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<TeamList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Finds a Team by its `code_name`: none, one or several.
    pub fn find_by_code_name(&self, code_name: impl Into<String>) -> Find<TeamList> {
        let code_name: String = code_name.into();
        self.list()
            .code_name(code_name.as_str())
            .find_by(code_name, |item| item.code_name.as_deref())
    }
    /// Makes a Team be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewTeam) -> Ensure<TeamList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, TeamPatch::new()),
        )
    }
}

/// The list of `/team`.
#[derive(Clone, Copy, Debug)]
pub enum TeamList {}

impl Listing for TeamList {
    type Item = Team;
    const PAGED: bool = true;
}

impl Paged for TeamList {}

impl List<TeamList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `code_name`: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub fn code_name(self, code_name: impl Into<String>) -> Self {
        self.with("code_name", Into::<String>::into(code_name))
    }
}

/// A Team, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Team {
    /// The id.
    pub id: TeamId,
    /// The name: 1 to 255 characters.
    pub name: String,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The comments: up to 4096 characters.
    pub comments: Option<String>,
}

/// A Team to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewTeam {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
}

impl NewTeam {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_name: None,
            comments: None,
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
}

/// What is to change in a Team. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TeamPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    comments: Patch<String>,
}

impl TeamPatch {
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
}

bt_sra_transport::api::answers! {
    Team,
}
