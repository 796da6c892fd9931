//! `get_logged_in_reps`: who is logged in to a console.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{Document, Element, Extra, Fields, FromElement, LooseTime, RepresentativeId, anchor_url};

/// All who are logged in: representatives, or access users; both products use the same names.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LoggedInReps {
    /// One for each login.
    pub reps: Vec<LoggedInRep>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for LoggedInReps {
    const ROOT: &'static str = "logged_in_reps";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { reps: fields.elements("rep")?, extra: fields.extra() })
    }
}

/// A representative or access user who is logged in.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LoggedInRep {
    /// Identifies the user.
    pub id: RepresentativeId,
    /// The only name before API 1.10.0; since then the same as the public one.
    pub display_name: Option<String>,
    /// The name that customers see, since API 1.10.0.
    pub public_display_name: Option<String>,
    /// The name that colleagues see, since API 1.10.0.
    pub private_display_name: Option<String>,
    /// The name of the account; not documented.
    pub username: Option<String>,
    /// What sort of user it is.
    #[serde(rename = "type")]
    pub kind: RepType,
    /// The link by which a customer reaches this representative.
    pub direct_link: Option<DirectLink>,
    /// Since when. The form of this time is not documented.
    pub logged_in_since: LooseTime,
    /// Number of presentations that are running.
    pub presentation_count: u64,
    /// Number of active sessions.
    pub support_session_count: u64,
    /// Whether the public site shows this representative.
    pub showing_on_rep_list: bool,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl LoggedInRep {
    /// Returns the name that customers see, whatever the version of the document.
    #[must_use]
    pub fn public_name(&self) -> Option<&str> {
        self.public_display_name.as_deref().or(self.display_name.as_deref())
    }
}

impl FromElement for LoggedInRep {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let rep = Self {
            id: fields.needs_attribute("id")?,
            display_name: fields.child("display_name")?,
            public_display_name: fields.child("public_display_name")?,
            private_display_name: fields.child("private_display_name")?,
            username: fields.guess("username"),
            kind: fields.needs("type")?,
            direct_link: fields.element("direct_link")?,
            logged_in_since: fields
                .loose_time("logged_in_since")
                .ok_or_else(|| fields.missing("logged_in_since"))?,
            presentation_count: fields.needs("presentation_count")?,
            support_session_count: fields.needs("support_session_count")?,
            showing_on_rep_list: fields.needs("showing_on_rep_list")?,
            extra: fields.extra(),
        };
        match rep.public_name() {
            Some(_) => Ok(rep),
            None => Err(element.error("the element `public_display_name` is missing")),
        }
    }
}

/// A link as a piece of HTML.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DirectLink {
    /// The HTML as the document holds it: as a text, or as elements, without white space
    /// around it.
    pub html: String,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl DirectLink {
    /// Returns the address that the link leads to.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        anchor_url(&self.html)
    }
}

impl FromElement for DirectLink {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let html = fields.text_or_source().trim().to_owned();
        Ok(Self { html, extra: fields.extra() })
    }
}

open_enum! {
    /// What sort of user is logged in.
    pub enum RepType {
        /// One with an account.
        Normal = "Normal",
        /// One who was invited.
        Invited = "Invited",
        /// One of an embassy, in older versions.
        Embassy = "Embassy",
    }
}
