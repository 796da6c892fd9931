//! `Team` and `SupportTeam`: what went on in the chats of teams.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::{Event, Item, session::list};
use crate::{Element, Extra, Fields, FromElement, Str, TeamId, Tree};

/// A team, and what went on in its chat.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TeamActivity {
    /// Identifies the team.
    pub id: Option<TeamId>,
    /// Its name.
    pub name: Option<Str>,
    /// Its members. What is inside is not documented.
    pub members: Option<Tree>,
    /// What happened, in the order of the document.
    pub events: Vec<Event>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for TeamActivity {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.guess_attribute("id"),
            name: fields.attribute("name")?,
            members: fields.take("members").map(Tree::of),
            events: list(&mut fields, "events", "event")?,
            extra: fields.extra(),
        })
    }
}

impl Item for TeamActivity {
    const ROOT: &'static str = "team_activity_list";
    const NAMES: &'static [&'static str] = &["team_activity"];
}
