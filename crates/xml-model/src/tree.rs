//! Elements without a type of their own, and what typed values keep of them.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use crate::element::Piece;
use crate::{Element, FromElement};

/// An element as it stands in the document: for what nobody has described.
///
/// Comments, processing instructions and the namespaces of elements are left out, and so is
/// white space between elements.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Tree {
    /// The local name.
    pub name: String,
    /// The attributes. The name of one with a namespace is `{namespace}name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Texts and elements, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Content>,
}

/// What an element holds. As JSON a text is a string and an element an object.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// A text, with all its white space.
    Text(String),
    /// An element.
    Element(Tree),
}

// Derived, it would buffer what is inside once more at every level.
impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> de::Visitor<'de> for Reader {
            type Value = Content;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or an element")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Content, E> {
                Ok(Content::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Content, A::Error> {
                Tree::deserialize(MapAccessDeserializer::new(map)).map(Content::Element)
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

impl FromElement for Tree {
    /// Copies an element and all below it.
    fn from_element(element: Element<'_>) -> bt_sra_core::Result<Self> {
        Ok(Self::of(element))
    }
}

impl Tree {
    /// Copies an element and all below it.
    #[must_use]
    pub fn of(element: Element<'_>) -> Self {
        let attributes = element.attributes().map(|(name, value)| (name.into_owned(), value.to_owned()));
        let mut tree =
            Self { name: element.name().to_owned(), attributes: attributes.collect(), content: Vec::new() };
        let has_elements = element.children().next().is_some();
        for text_or_element in element.pieces() {
            match (text_or_element, tree.content.last_mut()) {
                (Piece::Element(child), _) => tree.content.push(Content::Element(Self::of(child))),
                // A comment may have stood between.
                (Piece::Text(text), Some(Content::Text(before))) => before.push_str(text),
                (Piece::Text(text), _) => tree.content.push(Content::Text(text.to_owned())),
            }
        }
        if has_elements {
            tree.content.retain(|content| !matches!(content, Content::Text(text) if text.trim().is_empty()));
        }
        tree
    }

    /// Walks over the elements directly inside.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(tree) => Some(tree),
            Content::Text(_) => None,
        })
    }

    /// Returns the first element of that name directly inside.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.name == name)
    }

    /// Returns all the text directly inside, joined.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |content: &'_ Content| match content {
            Content::Text(text) => Some(text.clone()),
            Content::Element(_) => None,
        };
        self.content.iter().filter_map(text).collect()
    }
}

/// What a document holds beyond what the type it was read into knows. Empty, it is one word wide.
///
/// - attributes and elements with names that are not known;
/// - known elements that come again though they are known to come once;
/// - known elements that have attributes or elements of their own beyond what is known, as a
///   whole, beside the value that was read from them;
/// - text where only elements are known.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Extra(Option<Box<Rest>>);

/// What [`Extra`] holds when it is not empty.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Rest {
    /// Attributes. The name of one with a namespace is `{namespace}name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Elements, in the order of the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Tree>,
    /// Text between the elements, joined, without white space around it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Extra {
    /// Returns whether nothing was left over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Returns what was left over, if anything.
    #[must_use]
    pub fn rest(&self) -> Option<&Rest> {
        self.0.as_deref()
    }

    /// Returns an attribute that was left over.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.rest()?.attributes.get(name).map(String::as_str)
    }

    /// Walks over the elements that were left over.
    pub fn elements(&self) -> impl Iterator<Item = &Tree> {
        self.rest().into_iter().flat_map(|rest| &rest.elements)
    }

    /// Returns the first element of that name that was left over.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<&Tree> {
        self.elements().find(|element| element.name == name)
    }
}

impl From<Rest> for Extra {
    fn from(rest: Rest) -> Self {
        Self((rest != Rest::default()).then(|| Box::new(rest)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::element::Origin;
    use crate::nodes::Nodes;

    fn tree(text: &str) -> Tree {
        let nodes = Nodes::of(&roxmltree::Document::parse(text).unwrap());
        Tree::of(Element::root(&nodes, &Origin::default()))
    }

    #[test]
    fn a_tree_is_the_same_after_json() {
        let tree = tree("<a id='1' xmlns:p='u' p:id='2'>\n  <b/> x <c> y<!-- --> z </c>\n</a>");
        let json = serde_json::to_string(&tree).unwrap();
        assert_eq!(
            json,
            r#"{"name":"a","attributes":{"id":"1","{u}id":"2"},"content":[{"name":"b"}," x ",{"name":"c","content":[" y z "]}]}"#
        );
        assert_eq!(serde_json::from_str::<Tree>(&json).unwrap(), tree);
        assert_eq!((tree.text().as_str(), tree.child("c").unwrap().text().as_str()), (" x ", " y z "));
    }

    #[test]
    fn white_space_alone_is_kept_where_nothing_else_is() {
        assert_eq!(tree("<a> \n</a>").text(), " \n");
    }

    #[test]
    fn empty_costs_a_word() {
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
        assert!(Extra::from(Rest::default()).is_empty());
    }
}
