//! Documents that are a root with items, one beside the other.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Document, Element, Extra, Fields, FromElement};

/// A value of which a document holds any number, directly below its root: what can be read one
/// at a time, however long the document is.
pub trait Item: FromElement {
    /// Name of the root element; an empty one stands for any.
    const ROOT: &'static str;

    /// Names of the elements that are items; none stands for any.
    const NAMES: &'static [&'static str];

    /// Returns whether a root of that name has such items.
    #[must_use]
    fn is_root(name: &str) -> bool {
        Self::ROOT.is_empty() || Self::ROOT == name
    }

    /// Returns whether an element of that name is an item.
    #[must_use]
    fn is_item(name: &str) -> bool {
        Self::NAMES.is_empty() || Self::NAMES.contains(&name)
    }
}

/// A whole document of items: for what is known to be small.
///
/// ```
/// use bt_sra_xml_model::report::{Items, Session};
///
/// let saved = br#"<session_list xmlns="http://www.beyondtrust.com/sra/namespaces/API/reporting">
///   <session lsid="0123456789abcdef0123456789abcdef"><lseq>41</lseq>
///     <start_time timestamp="1700000000">2023-11-14T22:13:20+00:00</start_time><end_time/>
///   </session>
/// </session_list>"#;
/// let sessions: Items<Session> = bt_sra_xml_model::read(saved)?;
/// assert!(sessions.items.iter().all(|session| session.is_running()));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Items<T> {
    /// The items, in the order of the document.
    pub items: Vec<T>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl<T: Item> Document for Items<T> {
    const ROOT: &'static str = T::ROOT;

    fn accepts(root: Element<'_>) -> bool {
        T::is_root(root.name())
    }

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        let items = fields.elements_where(|child| T::is_item(child.name()))?;
        Ok(Self { items, extra: fields.extra() })
    }
}
