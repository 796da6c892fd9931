//! A walk over the tags of a document that comes in pieces.
//!
//! It knows what hides a `<` (comments, CDATA, processing instructions) and what hides a `>` (quotes),
//! and goes on where it stopped, so that no byte is looked at twice. Up to the first mistake of a
//! document it sees the same tags as the parser, and it refuses by itself only what the walk of
//! `guard` refuses too.

use memchr::{memchr, memmem};

use crate::Limits;
use crate::nodes::long;

/// Letters that say what is wrong with a declaration.
const DECLARATION: usize = "<!doctype html>".len();

/// Where the walk is. Offsets are those of the bytes that it is given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan {
    /// Up to where all has been looked at.
    pub(super) at: usize,
    /// Where begins what is not over yet: a tag, a comment, or the text behind one.
    pub(super) mark: usize,
    /// How many elements are open.
    pub(super) depth: usize,
    mode: Mode,
    /// Attributes of the tag that is being looked at.
    of_tag: usize,
    /// Attributes of the child of the root.
    of_child: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mode {
    Text,
    /// Behind a `<`.
    Opened,
    Tag,
    /// In the value of an attribute, up to this mark.
    Quoted(u8),
    EndTag,
    Comment,
    Section,
    Instruction,
}

/// What the walk stops at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Found {
    /// The root, or a child of it, begins with a tag from here to there.
    Start { at: usize, end: usize, is_empty: bool },
    /// The root, or a child of it, ends with a tag from here to there.
    End { at: usize, end: usize },
    /// Outside of the root, a comment or processing instruction ends here.
    Aside { end: usize },
    /// What is here may not be, or is beyond the limits.
    Refused,
}

impl Scan {
    /// Begins at an offset, with so many open elements.
    pub(super) fn from(at: usize, depth: usize) -> Self {
        Self { at, mark: at, depth, mode: Mode::Text, of_tag: 0, of_child: 0 }
    }

    /// Whether it is not inside of anything that begins with `<`.
    pub(super) fn is_in_text(&self) -> bool {
        self.mode == Mode::Text
    }

    /// Accounts for bytes that were taken away from before what it still looks at.
    pub(super) fn shift(&mut self, by: usize) {
        self.at = self.at.saturating_sub(by);
        self.mark = self.mark.saturating_sub(by);
    }

    /// Up to where the bytes say what is wrong when it refuses them.
    pub(super) fn told_up_to(&self) -> usize {
        if self.mode == Mode::Opened { self.mark + DECLARATION } else { self.at }
    }

    /// From where on it looks at the bytes again.
    pub(super) fn needs_from(&self) -> usize {
        match self.mode {
            // The last byte says whether the element is empty.
            Mode::Tag => self.at.saturating_sub(1),
            Mode::Opened => self.mark,
            _ => self.at,
        }
    }

    /// Goes on to what is next; nothing if more bytes are needed for that.
    pub(super) fn next(&mut self, bytes: &[u8], limits: &Limits) -> Option<Found> {
        loop {
            if self.mode == Mode::Text {
                let Some(found) = near(b'<', bytes.get(self.at..)?) else {
                    self.at = bytes.len();
                    return None;
                };
                self.mark = self.at + found;
                self.at = self.mark + 1;
                self.mode = Mode::Opened;
            }
            if self.mode == Mode::Opened {
                match *bytes.get(self.at)? {
                    b'/' => self.mode = Mode::EndTag,
                    b'?' => {
                        self.mode = Mode::Instruction;
                        self.at += 1;
                    }
                    b'!' => match self.declaration(bytes)? {
                        Some((mode, length)) => {
                            self.mode = mode;
                            self.at = self.mark + length;
                        }
                        None => return Some(Found::Refused),
                    },
                    _ => {
                        self.mode = Mode::Tag;
                        self.of_tag = 0;
                    }
                }
            }
            let found = match self.mode {
                Mode::EndTag => {
                    let Some(found) = near(b'>', bytes.get(self.at..)?) else {
                        self.at = bytes.len();
                        return None;
                    };
                    self.at += found + 1;
                    self.end()
                }
                Mode::Comment => self.skip_past(bytes, b"-->")?,
                Mode::Section => self.skip_past(bytes, b"]]>")?,
                Mode::Instruction => self.skip_past(bytes, b"?>")?,
                Mode::Tag | Mode::Quoted(_) => match self.tag(bytes, limits)? {
                    Some(is_empty) => self.start(is_empty, limits),
                    None => Some(Found::Refused),
                },
                Mode::Text | Mode::Opened => None,
            };
            if found == Some(Found::Refused) {
                return found;
            }
            self.mode = Mode::Text;
            self.mark = self.at;
            if found.is_some() {
                return found;
            }
        }
    }

    /// Says what begins with `<!`, and how long its beginning is: nothing that is allowed, or
    /// nothing that can be said yet.
    #[expect(clippy::option_option, reason = "two kinds of nothing")]
    fn declaration(&self, bytes: &[u8]) -> Option<Option<(Mode, usize)>> {
        let begun = bytes.get(self.mark..)?;
        for (start, mode) in [(&b"<!--"[..], Mode::Comment), (&b"<![CDATA["[..], Mode::Section)] {
            if begun.starts_with(start) {
                return Some(Some((mode, start.len())));
            }
            if start.starts_with(begun) {
                return None;
            }
        }
        if begun.len() < DECLARATION { None } else { Some(None) }
    }

    #[expect(clippy::option_option, reason = "two kinds of nothing")]
    fn skip_past(&mut self, bytes: &[u8], end: &[u8]) -> Option<Option<Found>> {
        let Some(found) = memmem::find(bytes.get(self.at..)?, end) else {
            self.at = self.at.max((bytes.len() + 1).saturating_sub(end.len()));
            return None;
        };
        self.at += found + end.len();
        let is_outside = self.depth == 0;
        Some(is_outside.then_some(Found::Aside { end: self.at }))
    }

    /// Goes to the end of a start tag, and says whether its element is empty, or that it is refused.
    #[expect(clippy::option_option, reason = "two kinds of nothing")]
    fn tag(&mut self, bytes: &[u8], limits: &Limits) -> Option<Option<bool>> {
        let rest = bytes.get(self.at..)?;
        let (words, tail) = rest.as_chunks::<8>();
        for word in words {
            let mut found = marks(u64::from_le_bytes(*word));
            while found != 0 {
                let place = long(found.trailing_zeros() / 8);
                found &= found - 1;
                let byte = *word.get(place)?;
                if self.is_over(byte, limits) {
                    self.at += place + 1;
                    let is_empty = bytes.get(self.at - 2) == Some(&b'/');
                    return Some((byte == b'>').then_some(is_empty));
                }
            }
            self.at += 8;
        }
        for byte in tail {
            self.at += 1;
            if self.is_over(*byte, limits) {
                let is_empty = bytes.get(self.at - 2) == Some(&b'/');
                return Some((*byte == b'>').then_some(is_empty));
            }
        }
        None
    }

    /// Looks at a byte of a start tag; whether it ends the tag, which nothing but a `>` may do.
    fn is_over(&mut self, byte: u8, limits: &Limits) -> bool {
        match (self.mode, byte) {
            (Mode::Quoted(quote), _) if byte == quote => self.mode = Mode::Tag,
            (Mode::Quoted(_), _) => return byte == b'<',
            (_, b'>') => return true,
            (_, b'"' | b'\'') => {
                self.mode = Mode::Quoted(byte);
                self.of_tag += 1;
                return self.of_tag > limits.attributes;
            }
            _ => {}
        }
        false
    }

    fn start(&mut self, is_empty: bool, limits: &Limits) -> Option<Found> {
        let outside = self.depth;
        if outside >= limits.depth() {
            return Some(Found::Refused);
        }
        self.depth += usize::from(!is_empty);
        if outside <= 1 {
            self.of_child = self.of_tag;
            return Some(Found::Start { at: self.mark, end: self.at, is_empty });
        }
        self.of_child += self.of_tag;
        let is_too_much = self.of_child > usize::try_from(limits.nodes).unwrap_or(usize::MAX);
        is_too_much.then_some(Found::Refused)
    }

    fn end(&mut self) -> Option<Found> {
        let Some(depth) = self.depth.checked_sub(1) else { return Some(Found::Refused) };
        self.depth = depth;
        (depth <= 1).then_some(Found::End { at: self.mark, end: self.at })
    }
}

/// Finds a byte that is mostly near: a call that is made for long searches costs more than a look.
fn near(byte: u8, bytes: &[u8]) -> Option<usize> {
    let (words, _) = bytes.as_chunks::<8>();
    let near = words.get(..2).unwrap_or(words);
    for (number, word) in near.iter().enumerate() {
        let found = zeros(u64::from_le_bytes(*word) ^ each(byte));
        if found != 0 {
            return Some(number * 8 + long(found.trailing_zeros() / 8));
        }
    }
    let from = near.len() * 8;
    memchr(byte, bytes.get(from..)?).map(|found| from + found)
}

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Marks the bytes that are 0 by their highest bits; behind the first one, some others, too.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(each(1)) & !word & each(0x80)
}

/// Marks `<`, `>`, both quotes, and some bytes that are none of them.
const fn marks(word: u64) -> u64 {
    // `<` and `>` differ in one bit, the quotes in two, which are left out of account.
    zeros((word & each(!0b10)) ^ each(b'<')) | zeros((word & each(!0b101)) ^ each(b'"'))
}
