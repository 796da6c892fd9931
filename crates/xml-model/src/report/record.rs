//! Items of reports whose parts no source describes.

use std::borrow::Cow;

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::{Content, Element, FromElement, Tree};

/// An item as it stands in the document: of summaries, presentations, Jump Item events and license
/// intervals nobody has described the parts. It is an item of any document.
///
/// ```
/// use bt_sra_xml_model::report::{Items, Record};
///
/// let saved = b"<summary_list><summary id='7'><sessions>3</sessions></summary></summary_list>";
/// let summaries: Items<Record> = bt_sra_xml_model::read(saved)?;
/// let summary = &summaries.items[0];
/// assert_eq!((summary.get("id").as_deref(), summary.get("sessions").as_deref()), (Some("7"), Some("3")));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Record(pub Tree);

impl Record {
    /// Returns an attribute, or else the text of the first element of that name, without white
    /// space around it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.0.attributes.get(name) {
            Some(value) => Some(Cow::Borrowed(value)),
            None => self.0.child(name).map(trimmed),
        }
    }

    /// Walks over all attributes and then all elements directly inside, with their texts.
    pub fn fields(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let attributes = self.0.attributes.iter();
        let attributes = attributes.map(|(name, value)| (name.as_str(), Cow::Borrowed(value.as_str())));
        attributes.chain(self.0.children().map(|child| (child.name.as_str(), trimmed(child))))
    }
}

impl FromElement for Record {
    fn from_element(element: Element<'_>) -> Result<Self> {
        Ok(Self(Tree::of(element)))
    }
}

impl Item for Record {
    const ROOT: &'static str = "";
    const NAMES: &'static [&'static str] = &[];
}

fn trimmed(tree: &Tree) -> Cow<'_, str> {
    match tree.content.as_slice() {
        [] => Cow::Borrowed(""),
        [Content::Text(text)] => Cow::Borrowed(text.trim()),
        _ => Cow::Owned(tree.text().trim().to_owned()),
    }
}
