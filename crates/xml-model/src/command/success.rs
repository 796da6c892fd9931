//! What every action answers that has nothing to say but that it was done.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Document, Element, Extra, Fields};

/// An acknowledgement. The sentence is for people: it may be in another language.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Success {
    /// The appliance's words, without white space around them.
    pub message: String,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for Success {
    const ROOT: &'static str = "success";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { message: fields.text().trim().to_owned(), extra: fields.extra() })
    }
}
