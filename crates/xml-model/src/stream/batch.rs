//! Some whole items, and what they are read into.

use std::sync::Arc;

use bt_sra_core::{Error, Result};

use super::list::{Class, List};
use crate::element::{Origin, Piece};
use crate::text::{self, Text};
use crate::{Element, FromElement, Limits, Refusal, Tree, answer};

/// Some whole items of a list, in the order of the document, as bytes that can be read on any
/// thread. Made by [`Splitter`](super::Splitter).
#[derive(Clone, Debug)]
pub struct Batch {
    /// The root's start tag, a piece of the document, the root's end tag.
    pub(super) bytes: Vec<u8>,
    /// Where the piece begins.
    pub(super) start: usize,
    /// Where the piece ends.
    pub(super) end: usize,
    /// Where the piece begins in the bytes of the document.
    pub(super) base: usize,
    pub(super) segments: Vec<Segment>,
    /// Items before these.
    pub(super) before: u64,
    pub(super) rules: Arc<Rules>,
}

/// What does not change from batch to batch.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) list: List,
    pub(super) limits: Limits,
}

impl Rules {
    /// Where a text stands that holds nothing but one child of the root, this item if it is one.
    pub(super) fn origin(&self, base: usize, item: Option<u64>) -> Origin {
        Origin { base, item, is_known: item.is_some() && self.list.names_items() }
    }
}

/// A child of the root, in the bytes of the batch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where the child before it ended.
    pub(super) from: usize,
    pub(super) end: usize,
    pub(super) class: Class,
}

/// What a [`Batch`] holds.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parsed<T> {
    /// The items. One that is not what was expected does not hinder the others.
    pub items: Vec<Result<T>>,
    /// The children of the root that are no items.
    pub others: Vec<Tree>,
    /// Text between the children of the root, without white space around it.
    pub texts: Vec<String>,
    /// What the appliance said in place of further items.
    pub refusal: Option<Refusal>,
    /// Why nothing behind the items can be read.
    pub failure: Option<Error>,
}

impl Batch {
    /// Reads all there is.
    #[must_use]
    pub fn read<T: FromElement>(&self) -> Parsed<T> {
        self.read_at_once().unwrap_or_else(|| self.read_one_by_one())
    }

    /// Returns the items as a document of their own: the root's start tag, the items with what stands
    /// between them, and the root's end tag. For other parsers than this crate's.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns how many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.segments.iter().filter(|segment| segment.class == Class::Item).count()
    }

    /// Returns whether there are none: a batch may hold what stands beside the items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Gives the memory back to be used again.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Parses the whole, unless something is wrong with it.
    fn read_at_once<T: FromElement>(&self) -> Option<Parsed<T>> {
        let text = std::str::from_utf8(&self.bytes).ok()?;
        let limits = &self.rules.limits;
        let nodes = text::nodes(Text { text, origin: Origin::default() }, limits).ok()?;
        let mut parsed = Parsed::empty(self.segments.len());
        let mut origin = Origin { base: self.base.saturating_sub(self.start), ..Origin::default() };
        let mut item = self.before;
        let mut classes = self.segments.iter().map(|segment| segment.class);
        if self.is_a_refusal() {
            parsed.refusal = Some(answer::refusal(Element::root(&nodes, &origin)));
            return Some(parsed);
        }
        let whole = Origin::default();
        for piece in Element::root(&nodes, &whole).pieces() {
            let class = match piece {
                Piece::Element(_) => classes.find(|class| *class != Class::Gap)?,
                Piece::Text(_) => Class::Gap,
            };
            item += u64::from(class == Class::Item);
            origin.item = Some(item).filter(|_| class == Class::Item);
            parsed.add(piece, &origin, class);
            if parsed.refusal.is_some() {
                break;
            }
        }
        Some(parsed)
    }

    /// Parses each child of the root by itself: what is whole and right before a mistake is read.
    fn read_one_by_one<T: FromElement>(&self) -> Parsed<T> {
        let mut parsed = Parsed::empty(self.segments.len());
        let mut item = self.before;
        for segment in &self.segments {
            item += u64::from(segment.class == Class::Item);
            let number = Some(item).filter(|_| segment.class == Class::Item);
            if let Err(error) = self.read_one(*segment, number, &mut parsed) {
                parsed.failure = Some(error);
            }
            if parsed.failure.is_some() || parsed.refusal.is_some() {
                break;
            }
        }
        parsed
    }

    fn read_one<T: FromElement>(
        &self,
        segment: Segment,
        item: Option<u64>,
        parsed: &mut Parsed<T>,
    ) -> Result<()> {
        let piece = |from: usize, to: usize| self.bytes.get(from..to).unwrap_or_default();
        let base = self.base.saturating_add(segment.from).saturating_sub(self.start);
        let mut text =
            String::with_capacity(self.bytes.len() - self.end + self.start + segment.end - segment.from);
        text.push_str(text::utf8(piece(0, self.start), 0)?);
        text.push_str(text::utf8(piece(segment.from, segment.end), base)?);
        text.push_str(text::utf8(piece(self.end, self.bytes.len()), 0)?);
        let origin = self.rules.origin(base.saturating_sub(self.start), item);
        text::parse(Text { text: &text, origin }, &self.rules.limits, |root| {
            if self.is_a_refusal() {
                parsed.refusal = Some(answer::refusal(root));
                return Ok(());
            }
            for piece in root.pieces() {
                parsed.add(piece, &origin, segment.class);
            }
            Ok(())
        })
    }

    /// Whether the root itself is an `<error>`.
    fn is_a_refusal(&self) -> bool {
        self.start == 0
    }
}

impl<T> Parsed<T> {
    fn empty(room: usize) -> Self {
        Self {
            items: Vec::with_capacity(room),
            others: Vec::new(),
            texts: Vec::new(),
            refusal: None,
            failure: None,
        }
    }
}

impl<T: FromElement> Parsed<T> {
    fn add(&mut self, piece: Piece<'_>, origin: &Origin, class: Class) {
        let element = match piece {
            Piece::Element(element) => element.with_origin(origin),
            Piece::Text(text) => {
                let text = text.trim();
                if !text.is_empty() {
                    self.texts.push(text.to_owned());
                }
                return;
            }
        };
        match class {
            Class::Item => self.items.push(T::from_element(element)),
            Class::Refusal => self.refusal = Some(answer::refusal(element)),
            Class::Kept => self.others.push(Tree::of(element)),
            Class::Skipped | Class::Gap => {}
        }
    }
}
