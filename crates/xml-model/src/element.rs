//! A cursor over the elements of a document, by local name.

use std::borrow::Cow;

use bt_sra_core::{Error, ErrorKind, is_unseen};
use roxmltree::Node;

/// Letters of a name that an error repeats.
const NAME_LIMIT: usize = 64;

/// The namespace of `xsi:nil`.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An element of a document. Namespaces are not looked at: the appliance has used several for the
/// same documents, and none of them is the documented one.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    node: Node<'a, 'a>,
    origin: &'a Origin,
}

/// Where the parsed text stands in the bytes that were read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Origin {
    /// What stands before it.
    pub(crate) base: usize,
    /// Which item of the list the only child of the root is, from 1. Without a number the children
    /// are counted where they stand.
    pub(crate) item: Option<u64>,
    /// Whether its name is one that was asked for, and so no content that looks like a tag.
    pub(crate) is_known: bool,
}

impl<'a> Element<'a> {
    pub(crate) fn new(node: Node<'a, 'a>, origin: &'a Origin) -> Self {
        Self { node, origin }
    }

    /// Returns the local name.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.node.tag_name().name()
    }

    /// Returns the value of an attribute without a namespace.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let mut attributes = self.node.attributes();
        attributes
            .find(|found| found.name() == name && found.namespace().is_none())
            .map(|found| found.value())
    }

    /// Walks over the attributes. The name of one with a namespace is `{namespace}name`.
    pub fn attributes(self) -> impl Iterator<Item = (Cow<'a, str>, &'a str)> {
        self.node.attributes().map(|found| {
            let name = match found.namespace() {
                None => Cow::Borrowed(found.name()),
                Some(namespace) => Cow::Owned(format!("{{{namespace}}}{}", found.name())),
            };
            (name, found.value())
        })
    }

    /// Returns all the text directly inside, joined: comments and elements between do not end it.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        let mut texts = self.node.children().filter(Node::is_text).filter_map(|child| child.text());
        let first = texts.next().unwrap_or_default();
        let Some(second) = texts.next() else { return Cow::Borrowed(first) };
        let mut joined = format!("{first}{second}");
        joined.extend(texts);
        Cow::Owned(joined)
    }

    /// Returns all the text inside, that of elements below included.
    #[must_use]
    pub fn whole_text(self) -> String {
        self.node.descendants().filter(Node::is_text).filter_map(|child| child.text()).collect()
    }

    /// Returns what stands between the tags, as it is written in the document.
    #[must_use]
    pub fn source(self) -> &'a str {
        let (Some(first), Some(last)) = (self.node.first_child(), self.node.last_child()) else { return "" };
        let range = first.range().start..last.range().end;
        self.node.document().input_text().get(range).unwrap_or_default()
    }

    /// Walks over the elements directly inside.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.node.children().filter(Node::is_element).map(move |node| Self { node, ..self })
    }

    /// Walks over elements (`Ok`) and texts (`Err`) directly inside.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Result<Self, &'a str>> {
        self.node.children().filter_map(move |node| {
            if node.is_element() {
                return Some(Ok(Self { node, ..self }));
            }
            node.text().filter(|_| node.is_text()).map(Err)
        })
    }

    /// Returns the first element of that name directly inside.
    #[must_use]
    pub fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// Returns the first element of that name: this one, or any below.
    #[must_use]
    pub fn find(self, name: &str) -> Option<Self> {
        let mut nodes = self.node.descendants().filter(Node::is_element);
        nodes.find(|node| node.tag_name().name() == name).map(|node| Self { node, ..self })
    }

    /// Returns where the element begins in the bytes of the document.
    #[must_use]
    pub fn offset(self) -> usize {
        self.origin.base.saturating_add(self.node.range().start)
    }

    /// Returns the way from the root. Of several elements of one name it says which, from 1.
    #[must_use]
    pub fn path(self) -> String {
        let elements = self.node.ancestors().filter(Node::is_element);
        let mut steps: Vec<_> = elements.map(|node| step(node, self.origin.item)).collect();
        steps.reverse();
        format!("/{}", steps.join("/"))
    }

    /// Makes an error of kind [`ErrorKind::Decode`] that names this place, and never the content.
    #[must_use]
    pub fn error(self, why: &str) -> Error {
        refusal(why, &self.path(), self.offset())
    }

    /// Returns whether nothing visible is in it, and it has no attributes.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.attribute_count() == 0 && self.children().next().is_none() && self.text().trim().is_empty()
    }

    /// Returns whether it says of itself, by `xsi:nil`, that it is absent, and holds nothing.
    #[must_use]
    pub fn is_nil(self) -> bool {
        let says = |found: roxmltree::Attribute<'_, '_>| {
            found.name() == "nil"
                && found.namespace() == Some(INSTANCE)
                && matches!(found.value().trim(), "true" | "1")
        };
        self.node.attributes().any(says) && self.children().next().is_none() && self.text().trim().is_empty()
    }

    /// How many attributes it has.
    pub(crate) fn attribute_count(self) -> usize {
        self.node.attributes().len()
    }

    /// Whether no text that can be seen is directly inside.
    pub(crate) fn is_textless(self) -> bool {
        self.pieces().all(|piece| piece.map_or_else(is_blank, |_| true))
    }

    /// Walks over the attributes; the name of one with a namespace is none.
    pub(crate) fn plain_attributes(self) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
        self.node.attributes().map(|found| (found.namespace().is_none().then(|| found.name()), found.value()))
    }

    /// Whether nothing at all is inside.
    pub(crate) fn is_leaf(self) -> bool {
        !self.node.has_children()
    }

    /// The text, if nothing else is inside, and it is in one piece.
    pub(crate) fn only_text(self) -> Option<&'a str> {
        match self.node.first_child() {
            None => Some(""),
            Some(child) if child.is_text() && child.next_sibling().is_none() => child.text(),
            Some(_) => None,
        }
    }

    pub(crate) fn node(self) -> Node<'a, 'a> {
        self.node
    }
}

/// Whether there is nothing but what XML takes for white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// An error about a place in a document.
pub(crate) fn refusal(why: &str, path: &str, offset: usize) -> Error {
    Error::new(
        ErrorKind::Decode,
        format!("the document is not what was expected: {why} in `{path}` at byte {offset}"),
    )
}

/// A name from a document, as an error may show it.
pub(crate) fn shown_name(name: &str) -> String {
    let shown = |c: char| if c.is_control() || is_unseen(c) { '?' } else { c };
    let mut text: String = name.chars().take(NAME_LIMIT).map(shown).collect();
    if name.chars().nth(NAME_LIMIT).is_some() {
        text.push('…');
    }
    text
}

fn step(node: Node<'_, '_>, item: Option<u64>) -> String {
    let name = node.tag_name().name();
    let is_item = || node.ancestors().skip(1).filter(Node::is_element).count() == 1;
    if let Some(item) = item.filter(|_| is_item()) {
        return format!("{}[{item}]", shown_name(name));
    }
    let is_namesake = |other: &Node<'_, '_>| other.is_element() && other.tag_name().name() == name;
    let before = node.prev_siblings().skip(1).filter(is_namesake).count();
    let is_one_of_many = before > 0 || node.next_siblings().skip(1).any(|other| is_namesake(&other));
    if is_one_of_many { format!("{}[{}]", shown_name(name), before + 1) } else { shown_name(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_root(text: &str, check: impl FnOnce(Element<'_>)) {
        let document = roxmltree::Document::parse(text).unwrap();
        check(Element::new(document.root_element(), &Origin::default()));
    }

    #[test]
    fn pieces_of_text_are_joined() {
        with_root("<a>one <!-- no -->two<![CDATA[ <three>]]><b>no</b><?no no?> f&#111;ur</a>", |root| {
            assert_eq!(root.text(), "one two <three> four");
            assert_eq!(root.whole_text(), "one two <three>no four");
        });
        with_root("<a/>", |root| assert_eq!((root.text().as_ref(), root.source()), ("", "")));
    }

    #[test]
    fn the_source_is_kept_as_written() {
        with_root("<a> <b k='&amp;'>x</b>y</a>", |root| assert_eq!(root.source(), " <b k='&amp;'>x</b>y"));
    }

    #[test]
    fn names_are_local_and_attributes_without_prefix() {
        with_root("<p:a xmlns:p='u' p:id='1' id='2'><p:b/></p:a>", |root| {
            assert_eq!((root.name(), root.attribute("id")), ("a", Some("2")));
            let names: Vec<_> = root.attributes().map(|(name, _)| name.into_owned()).collect();
            assert_eq!(names, ["{u}id", "id"]);
            assert_eq!(root.child("b").unwrap().path(), "/a/b");
        });
    }

    #[test]
    fn a_path_counts_namesakes() {
        with_root("<a><b/><c/> <b><d/></b></a>", |root| {
            let inner = root.find("d").unwrap();
            assert_eq!((inner.path().as_str(), inner.offset()), ("/a/b[2]/d", 15));
        });
    }

    #[test]
    fn names_in_errors_are_short_and_visible() {
        assert_eq!(shown_name("a\u{200d}b"), "a?b");
        assert_eq!(shown_name(&"n".repeat(99)).chars().count(), 65);
    }
}
