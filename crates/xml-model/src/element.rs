//! A cursor over the elements of a document, by local name.

use std::borrow::Cow;
use std::fmt;

use bt_sra_core::{Error, ErrorKind, is_unseen};

use crate::nodes::{Attribute, Node, Nodes, Span, long};

/// Letters of a name that an error repeats.
const NAME_LIMIT: usize = 64;

/// The namespace of `xsi:nil`.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Stands for a node that is not there, which never happens.
const NOTHING: Node = Node {
    word: Span { from: 0, to: 0 },
    next: 0,
    start: 0,
    inside: Span { from: 0, to: 0 },
    attributes: Span { from: 0, to: 0 },
    is_text: true,
};

/// An element of a document. Namespaces are not looked at: the appliance has used several for the
/// same documents, and none of them is the documented one.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    all: &'a Nodes<'a>,
    at: usize,
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

/// An element or a text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece<'a> {
    Element(Element<'a>),
    Text(&'a str),
}

/// Walks over nodes side by side.
#[derive(Clone)]
struct Side<'a> {
    all: &'a Nodes<'a>,
    at: usize,
    end: usize,
}

impl<'a> Iterator for Side<'a> {
    type Item = (usize, &'a Node);

    fn next(&mut self) -> Option<(usize, &'a Node)> {
        if self.at >= self.end {
            return None;
        }
        let (at, node) = (self.at, self.all.nodes.get(self.at)?);
        self.at = long(node.next);
        Some((at, node))
    }
}

impl<'a> Element<'a> {
    /// The root of a document.
    pub(crate) fn root(all: &'a Nodes<'a>, origin: &'a Origin) -> Self {
        Self { all, at: 0, origin }
    }

    /// The same, said to stand elsewhere.
    pub(crate) fn with_origin(self, origin: &'a Origin) -> Self {
        Self { origin, ..self }
    }

    fn node(self) -> &'a Node {
        self.all.nodes.get(self.at).unwrap_or(&NOTHING)
    }

    fn side(self) -> Side<'a> {
        Side { all: self.all, at: self.at + 1, end: long(self.node().next) }
    }

    fn attributes_of(self) -> &'a [Attribute] {
        self.all.attributes.get(self.node().attributes.range()).unwrap_or_default()
    }

    fn namespace(self, attribute: Attribute) -> Option<&'a str> {
        let number = usize::from(attribute.namespace).checked_sub(1)?;
        self.all.namespaces.get(number).map(|uri| self.all.get(*uri))
    }

    /// Returns the local name.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.all.get(self.node().word)
    }

    /// Returns the value of an attribute without a namespace.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes_of().iter();
        let found = attributes.find(|found| found.namespace == 0 && self.all.get(found.name) == name)?;
        Some(self.all.get(found.value))
    }

    /// Walks over the attributes. The name of one with a namespace is `{namespace}name`.
    pub fn attributes(self) -> impl Iterator<Item = (Cow<'a, str>, &'a str)> {
        self.attributes_of().iter().map(move |found| {
            let name = self.all.get(found.name);
            let name = match self.namespace(*found) {
                None => Cow::Borrowed(name),
                Some(namespace) => Cow::Owned(format!("{{{namespace}}}{name}")),
            };
            (name, self.all.get(found.value))
        })
    }

    /// Returns all the text directly inside, joined: comments and elements between do not end it.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        let mut texts = self.side().filter(|(_, node)| node.is_text).map(|(_, node)| self.all.get(node.word));
        let first = texts.next().unwrap_or_default();
        let Some(second) = texts.next() else { return Cow::Borrowed(first) };
        let mut joined = format!("{first}{second}");
        joined.extend(texts);
        Cow::Owned(joined)
    }

    /// Returns all the text inside, that of elements below included.
    #[must_use]
    pub fn whole_text(self) -> String {
        let inside = self.all.nodes.get(self.at + 1..long(self.node().next)).unwrap_or_default();
        inside.iter().filter(|node| node.is_text).map(|node| self.all.get(node.word)).collect()
    }

    /// Returns what stands between the tags, as it is written in the document.
    #[must_use]
    pub fn source(self) -> &'a str {
        self.all.get(self.node().inside)
    }

    /// Walks over the elements directly inside.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let elements = self.side().filter(|(_, node)| !node.is_text);
        elements.map(move |(at, _)| Self { at, ..self })
    }

    /// Walks over elements and texts directly inside.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Piece<'a>> {
        self.side().map(move |(at, node)| {
            if node.is_text {
                Piece::Text(self.all.get(node.word))
            } else {
                Piece::Element(Self { at, ..self })
            }
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
        let mut all = (self.at..long(self.node().next)).map(|at| Self { at, ..self });
        all.find(|element| !element.node().is_text && element.name() == name)
    }

    /// Returns where the element begins in the bytes of the document.
    #[must_use]
    pub fn offset(self) -> usize {
        self.origin.base.saturating_add(long(self.node().start))
    }

    /// Returns the way from the root. Of several elements of one name it says which, from 1.
    #[must_use]
    pub fn path(self) -> String {
        let mut path = format!("/{}", shown_name(Self { at: 0, ..self }.name()));
        let mut outer = Self { at: 0, ..self };
        let mut is_item = true;
        while outer.at < self.at {
            // The child that this element is, or is in.
            let Some(step) = outer.children().find(|child| long(child.node().next) > self.at) else { break };
            path.push('/');
            path.push_str(&shown_name(step.name()));
            let item = self.origin.item.filter(|_| is_item);
            let number = item.map_or_else(|| step.number_in(outer), |item| Some(item.to_string()));
            if let Some(number) = number {
                path.push_str(&format!("[{number}]"));
            }
            is_item = false;
            outer = step;
        }
        path
    }

    /// Which one of its name it is, if there are several.
    fn number_in(self, outer: Self) -> Option<String> {
        let mut namesakes = outer.children().filter(|other| other.name() == self.name());
        let before = namesakes.by_ref().take_while(|other| other.at != self.at).count();
        (before > 0 || namesakes.next().is_some()).then(|| (before + 1).to_string())
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
        let says = |found: &Attribute| {
            found.namespace > 0
                && self.all.get(found.name) == "nil"
                && self.namespace(*found) == Some(INSTANCE)
                && matches!(self.all.get(found.value).trim(), "true" | "1")
        };
        let mut attributes = self.attributes_of().iter();
        attributes.any(says) && self.children().next().is_none() && self.text().trim().is_empty()
    }

    /// How many attributes it has.
    pub(crate) fn attribute_count(self) -> usize {
        let attributes = self.node().attributes;
        long(attributes.to.saturating_sub(attributes.from))
    }

    /// Whether no text that can be seen is directly inside.
    pub(crate) fn is_textless(self) -> bool {
        self.side().all(|(_, node)| !node.is_text || is_blank(self.all.get(node.word)))
    }

    /// Walks over the attributes; the name of one with a namespace is none.
    pub(crate) fn plain_attributes(self) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
        self.attributes_of().iter().map(move |found| {
            ((found.namespace == 0).then(|| self.all.get(found.name)), self.all.get(found.value))
        })
    }

    /// How many elements and texts are directly inside, at most.
    pub(crate) fn most_children(self) -> usize {
        long(self.node().next).saturating_sub(self.at + 1)
    }

    /// Whether nothing at all is inside.
    pub(crate) fn is_leaf(self) -> bool {
        self.side().next().is_none()
    }

    /// The text, if no elements are inside.
    pub(crate) fn only_text(self) -> Option<Cow<'a, str>> {
        let mut side = self.side();
        match (side.next(), side.next()) {
            (None, _) => Some(Cow::Borrowed("")),
            (Some((_, node)), None) if node.is_text => Some(Cow::Borrowed(self.all.get(node.word))),
            _ if self.children().next().is_none() => Some(self.text()),
            _ => None,
        }
    }
}

impl fmt::Debug for Element<'_> {
    /// Without the content, which is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Element").field(&self.name()).finish()
    }
}

/// Whether there is nothing but what XML takes for white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// A text without the white space around it.
pub(crate) fn trimmed(text: &str) -> &str {
    // Nearly all have none, which takes no decoding of letters to see.
    let is_seen = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_seen(text.as_bytes().first()) && is_seen(text.as_bytes().last()) { text } else { text.trim() }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn with_root(text: &str, check: impl Fn(Element<'_>)) {
        let nodes = Nodes::of(&roxmltree::Document::parse(text).unwrap());
        check(Element::root(&nodes, &Origin::default()));
        if let Some(nodes) = crate::plain::read(text, &crate::Limits::default()) {
            check(Element::root(&nodes, &Origin::default()));
        }
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
