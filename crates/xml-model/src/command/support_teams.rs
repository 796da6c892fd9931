//! `get_support_teams`: teams, their issues and members (RS).

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Document, Element, Extra, Fields, FromElement, IssueId, RepresentativeId, TeamId};

/// All support teams.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SupportTeams {
    /// One for each team.
    pub support_teams: Vec<SupportTeam>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for SupportTeams {
    const ROOT: &'static str = "support_teams";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { support_teams: fields.elements("support_team")?, extra: fields.extra() })
    }
}

/// A support team.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SupportTeam {
    /// Identifies it.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// The issues that lead to it.
    pub issues: Option<Vec<Issue>>,
    /// Its members, if they were asked for.
    pub members: Option<Vec<TeamMember>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for SupportTeam {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.needs_attribute("id")?,
            name: fields.needs("name")?,
            issues: fields.list("issues", "issue")?,
            members: fields.list("members", "representative")?,
            extra: fields.extra(),
        })
    }
}

/// An issue that a customer may choose. None of its parts is documented.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Issue {
    /// Identifies it.
    pub id: Option<IssueId>,
    /// The name by which requests refer to it.
    pub code_name: Option<String>,
    /// What the customer reads.
    pub title: Option<String>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Issue {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.guess_attribute("id"),
            code_name: fields.guess("code_name"),
            title: fields.guess("title"),
            extra: fields.extra(),
        })
    }
}

/// A member of a team. The names are not documented.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TeamMember {
    /// Identifies the representative.
    pub id: Option<RepresentativeId>,
    /// The name that customers see.
    pub public_display_name: Option<String>,
    /// The name that colleagues see.
    pub private_display_name: Option<String>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for TeamMember {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.guess_attribute("id"),
            public_display_name: fields.guess("public_display_name"),
            private_display_name: fields.guess("private_display_name"),
            extra: fields.extra(),
        })
    }
}
