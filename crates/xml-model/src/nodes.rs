//! The elements and texts of a document, in its order, in few pieces of memory.
//!
//! Names, texts and values are places in the document. What is written otherwise there than it means
//! is decoded once, and its places begin where those of the document end.

use std::cell::Cell;

/// How many nodes, and attributes, there is room for in memory that is kept: some more than a batch of
/// a list has.
const KEPT: usize = 8 << 10;

/// How many bytes of decoded letters; a batch that is decoded has hardly more than its own length.
const KEPT_LETTERS: usize = 64 << 10;

thread_local! {
    /// Memory of a document that is gone: taking as much anew for each batch costs more than filling it.
    static ROOM: Cell<Room> = const { Cell::new(Room::new()) };
}

/// Memory for a document.
struct Room {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    decoded: String,
}

impl Room {
    const fn new() -> Self {
        Self { nodes: Vec::new(), attributes: Vec::new(), decoded: String::new() }
    }
}

/// A document, taken apart. Comments and processing instructions are left out.
pub(crate) struct Nodes<'a> {
    text: &'a str,
    decoded: String,
    pub(crate) nodes: Vec<Node>,
    pub(crate) attributes: Vec<Attribute>,
    /// Namespaces of attributes; the number of the first is 1.
    pub(crate) namespaces: Vec<Span>,
}

/// From here to there, without the latter.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

/// An element or a text.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Node {
    /// The local name, or the text.
    pub(crate) word: Span,
    /// The first node that is not inside.
    pub(crate) next: u32,
    /// Where it begins in the document.
    pub(crate) start: u32,
    /// What stands between the tags.
    pub(crate) inside: Span,
    /// The attributes, by their numbers.
    pub(crate) attributes: Span,
    pub(crate) is_text: bool,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Attribute {
    /// The local name.
    pub(crate) name: Span,
    pub(crate) value: Span,
    /// The number of the namespace; 0 is none.
    pub(crate) namespace: u16,
}

impl Span {
    pub(crate) fn new(from: usize, to: usize) -> Self {
        Self { from: short(from), to: short(to) }
    }

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        long(self.from)..long(self.to)
    }
}

impl<'a> Nodes<'a> {
    /// Longer documents have places that are not counted.
    pub(crate) const LONGEST: usize = i32::MAX as usize;

    pub(crate) fn new(text: &'a str) -> Self {
        let Room { nodes, attributes, decoded } = ROOM.replace(Room::new());
        Self { text, decoded, nodes, attributes, namespaces: Vec::new() }
    }

    /// Takes over what the parser has read.
    pub(crate) fn of(document: &roxmltree::Document<'a>) -> Self {
        let mut all = Self::new(document.input_text());
        let mut known: Vec<&str> = Vec::new();
        let mut open: Vec<(roxmltree::Node<'_, '_>, usize)> = Vec::new();
        for node in document.root_element().descendants() {
            while let Some((_, at)) = open.pop_if(|(outer, _)| Some(*outer) != node.parent()) {
                all.close(at);
            }
            let start = short(node.range().start);
            if node.is_text() {
                let word = all.place(node.text().unwrap_or_default());
                all.push_text(word, start);
            } else if node.is_element() {
                let first = all.attributes.len();
                for attribute in node.attributes() {
                    let namespace = attribute.namespace().map(|uri| {
                        known.iter().position(|found| std::ptr::eq(*found, uri)).unwrap_or_else(|| {
                            known.push(uri);
                            let place = all.place(uri);
                            all.namespaces.push(place);
                            known.len() - 1
                        })
                    });
                    let namespace = namespace.map_or(0, |at| u16::try_from(at + 1).unwrap_or(u16::MAX));
                    let (name, value) = (all.place(attribute.name()), all.place(attribute.value()));
                    all.attributes.push(Attribute { name, value, namespace });
                }
                let written = all.text.get(..node.range().end).unwrap_or_default();
                let inside = node.first_child().map_or(Span::default(), |child| {
                    Span::new(child.range().start, written.rfind("</").unwrap_or_default())
                });
                let attributes = Span::new(first, all.attributes.len());
                let word = all.place(node.tag_name().name());
                open.push((node, all.nodes.len()));
                all.nodes.push(Node { word, next: 0, start, inside, attributes, is_text: false });
            }
        }
        for (_, at) in open {
            all.close(at);
        }
        all
    }

    /// Adds a text.
    pub(crate) fn push_text(&mut self, word: Span, start: u32) {
        let next = short(self.nodes.len() + 1);
        self.nodes.push(Node { word, next, start, is_text: true, ..Node::default() });
    }

    /// Ends an element behind the last node.
    pub(crate) fn close(&mut self, at: usize) {
        let next = short(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(at) {
            node.next = next;
        }
    }

    /// What stands in a place.
    pub(crate) fn get(&self, span: Span) -> &str {
        let range = span.range();
        match self.text.get(range.clone()) {
            Some(text) => text,
            None => {
                let before = self.text.len();
                let range = range.start.saturating_sub(before)..range.end.saturating_sub(before);
                self.decoded.get(range).unwrap_or_default()
            }
        }
    }

    /// Where what was decoded from here on will stand.
    pub(crate) fn decoded_end(&self) -> usize {
        self.text.len() + self.decoded.len()
    }

    /// What was decoded; only to be added to.
    pub(crate) fn decoded(&mut self) -> &mut String {
        &mut self.decoded
    }

    /// Adds what stands in the document to what was decoded.
    pub(crate) fn copy(&mut self, span: Span) {
        self.decoded.push_str(self.text.get(span.range()).unwrap_or_default());
    }

    /// The place of a piece of the document, or else of a copy.
    fn place(&mut self, piece: &str) -> Span {
        let at = piece.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        if self.text.get(at..at.saturating_add(piece.len())).is_some_and(|found| std::ptr::eq(found, piece)) {
            return Span::new(at, at + piece.len());
        }
        let from = self.decoded_end();
        self.decoded.push_str(piece);
        Span::new(from, self.decoded_end())
    }
}

/// A place as it is kept. None is beyond [`Nodes::LONGEST`], or twice as much with what was decoded.
pub(crate) fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A place as it is used.
pub(crate) fn long(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

impl Drop for Nodes<'_> {
    /// Leaves the memory to the next document of this thread.
    fn drop(&mut self) {
        let (mut nodes, mut attributes) =
            (std::mem::take(&mut self.nodes), std::mem::take(&mut self.attributes));
        let mut decoded = std::mem::take(&mut self.decoded);
        if nodes.capacity().max(attributes.capacity()) > KEPT || decoded.capacity() > KEPT_LETTERS {
            return;
        }
        nodes.clear();
        attributes.clear();
        decoded.clear();
        // The thread itself may be ending.
        let _ = ROOM.try_with(|room| room.set(Room { nodes, attributes, decoded }));
    }
}

impl std::fmt::Debug for Nodes<'_> {
    /// Without the content, which is nobody's business.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Nodes").field("nodes", &self.nodes.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The room for decoded letters that a document finds when the one before has left so many.
    fn left(length: usize) -> usize {
        Nodes::new("").decoded().push_str(&"x".repeat(length));
        Nodes::new("").decoded.capacity()
    }

    #[test]
    fn memory_of_a_batch_is_left_to_the_next_one_and_more_is_not() {
        assert!((32 << 10..=KEPT_LETTERS).contains(&left(32 << 10)));
        assert_eq!(left(KEPT_LETTERS + 1), 0);
    }
}
