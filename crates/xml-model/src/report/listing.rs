//! `AccessSessionListing` and `SupportSessionListing`: which sessions there are.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::{Element, Extra, Fields, FromElement, Lsid, Str};

/// A session, in short.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListedSession {
    /// Identifies it.
    pub lsid: Lsid,
    /// Whether there is a recording of the screen.
    pub has_recording: Option<bool>,
    /// The key of another system.
    pub external_key: Option<Str>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for ListedSession {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let written: Option<Str> = fields.attribute("external_key")?;
        let written = written.map(|key| Str::from(key.trim())).filter(|key| !key.is_empty());
        Ok(Self {
            lsid: fields.needs_attribute("lsid")?,
            has_recording: fields.guess_attribute("has_recording"),
            external_key: match written {
                Some(key) => Some(key),
                None => fields.word("external_key").map(Str::from),
            },
            extra: fields.extra(),
        })
    }
}

impl Item for ListedSession {
    const ROOT: &'static str = "session_summary_list";
    const NAMES: &'static [&'static str] = &["session_summary"];
}
