//! Reads documents in which nothing is unusual, which nearly all are, at a multiple of the parser's
//! speed.
//!
//! What is accepted here, the parser accepts too, with the same elements, texts and attributes: a test
//! compares both. Whatever is beyond (mistakes, names beyond ASCII, lone carriage returns, processing
//! instructions, namespaces that are declared below the root, what exceeds the limits) is left to the
//! parser, which then also says what is wrong.

use memchr::memmem;

use crate::Limits;
use crate::nodes::{Attribute, Node, Nodes, Span, short};

/// White space.
const SPACE: u8 = 1;
/// What a name begins with.
const INITIAL: u8 = 1 << 1;
/// What a name goes on with.
const NAME: u8 = 1 << 2;
/// What ends a plain piece of text.
const IN_TEXT: u8 = 1 << 3;
/// What ends a plain piece of a value.
const IN_VALUE: u8 = 1 << 4;
/// What may not stand anywhere, or perhaps not, or is not read here.
const ODD: u8 = 1 << 5;

const CLASSES: [u8; 256] = classes();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "at compile time, within 256")]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        classes[at] = match byte {
            b' ' => SPACE,
            b'\t' | b'\n' => SPACE | IN_VALUE,
            b'\r' => SPACE | IN_TEXT | IN_VALUE | ODD,
            // The last one begins, among others, the two letters that are none.
            0..=0x1f | 0xef => IN_TEXT | IN_VALUE | ODD,
            b'<' | b'&' => IN_TEXT | IN_VALUE,
            b'>' => IN_TEXT,
            b'"' | b'\'' => IN_VALUE,
            b'A'..=b'Z' | b'a'..=b'z' | b'_' => INITIAL | NAME,
            b'0'..=b'9' | b'-' | b'.' => NAME,
            _ => 0,
        };
        at += 1;
    }
    classes
}

fn is(byte: u8, class: u8) -> bool {
    CLASSES.get(usize::from(byte)).is_some_and(|found| found & class != 0)
}

/// Reads a document, unless there is something unusual in it.
pub(crate) fn read<'a>(text: &'a str, limits: &Limits) -> Option<Nodes<'a>> {
    if text.len() > Nodes::LONGEST {
        return None;
    }
    let bytes = text.as_bytes();
    let mut reader = Reader {
        bytes,
        at: 0,
        all: Nodes::new(text),
        open: Vec::with_capacity(8),
        prefixes: Vec::new(),
        depth: limits.depth(),
        most: limits.nodes.saturating_sub(2),
        of_element: short(limits.attributes),
        declared: 0,
        declarable: short(limits.namespaces),
        nodes: 0,
        attributes: 0,
    };
    reader.prolog()?;
    reader.root()?;
    reader.spaces();
    let is_over = reader.at == bytes.len();
    is_over.then_some(reader.all)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    all: Nodes<'a>,
    open: Vec<Open>,
    /// Those that the root declares, each with the namespace of the same number.
    prefixes: Vec<Span>,
    /// How much there may be, and how much there is.
    depth: usize,
    most: u32,
    of_element: u32,
    declarable: u32,
    declared: u32,
    nodes: u32,
    attributes: u32,
}

/// An element that is not over.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    /// The name with its prefix.
    name: Span,
}

/// A name with a prefix or without.
#[derive(Clone, Copy)]
struct Name {
    from: usize,
    /// Where the local part begins.
    local: usize,
    to: usize,
}

impl Name {
    fn local(self) -> Span {
        Span::new(self.local, self.to)
    }

    fn whole(self) -> Span {
        Span::new(self.from, self.to)
    }

    /// The prefix, if there is one.
    fn prefix(self) -> Option<Span> {
        (self.local > self.from).then(|| Span::new(self.from, self.local - 1))
    }
}

/// What a text has come to.
#[derive(Clone, Copy)]
enum Run {
    Nothing,
    /// As it is written.
    Plain(Span),
    /// Decoded, from there to what was decoded last.
    Decoded(usize),
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Goes on to the first byte of a class.
    fn skip_to(&mut self, class: u8) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| is(*byte, class)).unwrap_or(rest.len());
    }

    fn spaces(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !is(*byte, SPACE)).unwrap_or(rest.len());
    }

    /// Takes a declaration as everybody writes it, and white space.
    fn prolog(&mut self) -> Option<()> {
        let rest = self.rest();
        if let Some(declaration) = rest.strip_prefix(b"<?xml version=\"1.0\"") {
            let encoding = [&b" encoding=\"UTF-8\""[..], b" encoding=\"utf-8\""];
            let behind = encoding.iter().find_map(|encoding| declaration.strip_prefix(*encoding));
            let behind = behind.unwrap_or(declaration).strip_prefix(b"?>")?;
            self.at = self.bytes.len() - behind.len();
        }
        self.spaces();
        Some(())
    }

    fn root(&mut self) -> Option<()> {
        if self.byte()? != b'<' {
            return None;
        }
        self.start_tag()?;
        while !self.open.is_empty() {
            if self.byte()? != b'<' {
                self.text()?;
            }
            match *self.bytes.get(self.at + 1)? {
                b'/' => self.end_tag()?,
                b'!' if self.rest().starts_with(b"<!--") => self.comment()?,
                b'!' => self.text()?,
                _ => self.start_tag()?,
            }
        }
        Some(())
    }

    /// Counts a node.
    fn count(&mut self) -> Option<()> {
        self.nodes += 1;
        (self.nodes < self.most).then_some(())
    }

    fn name(&mut self) -> Option<Name> {
        let from = self.at;
        let local = self.part_of_name()?;
        if self.byte()? != b':' {
            return Some(Name { from, local, to: self.at });
        }
        self.at += 1;
        let local = self.part_of_name()?;
        Some(Name { from, local, to: self.at })
    }

    /// Takes what has no colon; says where it began.
    fn part_of_name(&mut self) -> Option<usize> {
        let from = self.at;
        let rest = self.bytes.get(from..)?;
        let length = rest.iter().position(|byte| !is(*byte, NAME))?;
        self.at += length;
        is(*rest.first()?, INITIAL).then_some(from)
    }

    fn start_tag(&mut self) -> Option<()> {
        self.count()?;
        if self.open.len() >= self.depth {
            return None;
        }
        let start = self.at;
        self.at += 1;
        let name = self.name()?;
        let first = self.all.attributes.len();
        let mut count = 0_u32;
        let is_empty = loop {
            match self.byte()? {
                b'>' => break false,
                b'/' => {
                    self.at += 1;
                    break true;
                }
                byte if is(byte, SPACE) => {
                    self.spaces();
                    if is(self.byte()?, INITIAL) {
                        count += 1;
                        if count > self.of_element {
                            return None;
                        }
                        self.attribute(first)?;
                    }
                }
                _ => return None,
            }
        };
        if self.byte()? != b'>' {
            return None;
        }
        self.at += 1;
        self.attributes += count;
        if self.attributes > self.most {
            return None;
        }
        if let Some(prefix) = name.prefix() {
            self.namespace(prefix)?;
        }
        let at = self.all.nodes.len();
        self.all.nodes.push(Node {
            word: name.local(),
            next: short(at + 1),
            start: short(start),
            inside: Span::new(self.at, self.at),
            attributes: Span::new(first, self.all.attributes.len()),
            is_text: false,
        });
        if !is_empty {
            self.open.push(Open { at, name: name.whole() });
        }
        Some(())
    }

    /// Takes an attribute of an element whose first attribute has this number.
    fn attribute(&mut self, first: usize) -> Option<()> {
        let name = self.name()?;
        if self.byte()? != b'=' {
            self.spaces();
            if self.byte()? != b'=' {
                return None;
            }
        }
        self.at += 1;
        if is(self.byte()?, SPACE) {
            self.spaces();
        }
        let value = self.value()?;
        let local = name.local();
        let written = self.bytes.get(local.range())?;
        let namespace = match name.prefix() {
            None if written == b"xmlns" => return self.declare(Span::default(), value),
            None => 0,
            // The parser takes it for a declaration, too.
            Some(_) if written == b"xmlns" => return None,
            Some(prefix) if self.bytes.get(prefix.range()) == Some(b"xmlns") => {
                return self.declare(local, value);
            }
            Some(prefix) => self.namespace(prefix)?,
        };
        // Where two have the same local name, their namespaces may make a difference.
        let others = self.all.attributes.get(first..).unwrap_or_default();
        if others.iter().any(|other| self.bytes.get(other.name.range()) == Some(written)) {
            return None;
        }
        self.all.attributes.push(Attribute { name: local, value, namespace });
        Some(())
    }

    /// Takes a value in quotes.
    fn value(&mut self) -> Option<Span> {
        let quote = self.byte().filter(|byte| matches!(byte, b'"' | b'\''))?;
        self.at += 1;
        let mut from = self.at;
        let mut run = Run::Nothing;
        loop {
            self.skip_to(IN_VALUE);
            match self.byte()? {
                byte if byte == quote => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.at += 1;
                    return Some(self.end(run, from));
                }
                b'"' | b'\'' => self.at += 1,
                b'&' => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.reference(&mut run)?;
                    from = self.at;
                }
                b'\t' | b'\n' => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.decode(&mut run);
                    self.all.decoded().push(' ');
                    self.at += 1;
                    from = self.at;
                }
                b'\r' if self.is_line_end() => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.decode(&mut run);
                    self.all.decoded().push(' ');
                    self.at += 2;
                    from = self.at;
                }
                b'<' => return None,
                _ => self.letter()?,
            }
        }
    }

    /// Takes a declaration of a namespace, which only the root may make here.
    fn declare(&mut self, prefix: Span, value: Span) -> Option<()> {
        let (name, uri) = (self.all.get(prefix), self.all.get(value));
        let is_reserved = matches!(name, "xml" | "xmlns")
            || uri.is_empty()
            || uri == "http://www.w3.org/XML/1998/namespace"
            || uri == "http://www.w3.org/2000/xmlns/";
        let is_known = self.prefixes.iter().any(|known| self.all.get(*known) == name);
        self.declared += 1;
        if is_reserved || is_known || !self.all.nodes.is_empty() || self.declared > self.declarable {
            return None;
        }
        self.prefixes.push(prefix);
        self.all.namespaces.push(value);
        Some(())
    }

    /// The number of the namespace that the root declares with this prefix.
    fn namespace(&self, prefix: Span) -> Option<u16> {
        let name = self.all.get(prefix);
        let at = self.prefixes.iter().position(|known| self.all.get(*known) == name)?;
        u16::try_from(at + 1).ok()
    }

    fn end_tag(&mut self) -> Option<()> {
        let start = self.at;
        let open = self.open.pop()?;
        let name = self.bytes.get(open.name.range())?;
        if !self.bytes.get(start + 2..)?.starts_with(name) {
            return None;
        }
        self.at += 2 + name.len();
        if self.byte()? != b'>' {
            self.spaces();
            if self.byte()? != b'>' {
                return None;
            }
        }
        self.at += 1;
        let next = short(self.all.nodes.len());
        let node = self.all.nodes.get_mut(open.at)?;
        node.next = next;
        node.inside.to = short(start);
        Some(())
    }

    fn comment(&mut self) -> Option<()> {
        self.count()?;
        let from = self.at + 4;
        let length = memmem::find(self.bytes.get(from..)?, b"--")?;
        self.has_no_odd(from, from + length)?;
        self.at = from + length + 3;
        (self.bytes.get(self.at - 1) == Some(&b'>')).then_some(())
    }

    /// Takes text up to a tag or a comment, with all sections in it.
    fn text(&mut self) -> Option<()> {
        self.count()?;
        let start = self.at;
        let mut from = start;
        let mut run = Run::Nothing;
        loop {
            self.skip_to(IN_TEXT);
            match self.byte()? {
                b'<' => {
                    self.add(&mut run, Span::new(from, self.at));
                    if self.bytes.get(self.at + 1) != Some(&b'!') || self.rest().starts_with(b"<!--") {
                        break;
                    }
                    self.section(&mut run)?;
                    from = self.at;
                }
                b'&' => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.reference(&mut run)?;
                    from = self.at;
                }
                b'\r' if self.is_line_end() => {
                    self.add(&mut run, Span::new(from, self.at));
                    self.decode(&mut run);
                    self.all.decoded().push('\n');
                    self.at += 2;
                    from = self.at;
                }
                b'>' => {
                    if self.bytes.get(..self.at)?.ends_with(b"]]") && self.at >= from + 2 {
                        return None;
                    }
                    self.at += 1;
                }
                _ => self.letter()?,
            }
        }
        let word = self.end(run, start);
        self.all.push_text(word, short(start));
        Some(())
    }

    /// Takes a CDATA section.
    fn section(&mut self, run: &mut Run) -> Option<()> {
        let from = self.at + self.rest().strip_prefix(b"<![CDATA[").map(|_| 9)?;
        let length = memmem::find(self.bytes.get(from..)?, b"]]>")?;
        self.has_no_odd(from, from + length)?;
        self.add(run, Span::new(from, from + length));
        self.at = from + length + 3;
        Some(())
    }

    /// Adds what is written as it is meant.
    fn add(&mut self, run: &mut Run, span: Span) {
        if span.from == span.to {
            return;
        }
        match run {
            Run::Nothing => *run = Run::Plain(span),
            Run::Plain(_) | Run::Decoded(_) => {
                self.decode(run);
                self.all.copy(span);
            }
        }
    }

    /// Begins to decode.
    fn decode(&mut self, run: &mut Run) {
        if let Run::Decoded(_) = run {
            return;
        }
        let from = self.all.decoded_end();
        if let Run::Plain(before) = *run {
            self.all.copy(before);
        }
        *run = Run::Decoded(from);
    }

    /// What it has come to; nothing is at `empty`.
    fn end(&self, run: Run, empty: usize) -> Span {
        match run {
            Run::Nothing => Span::new(empty, empty),
            Run::Plain(span) => span,
            Run::Decoded(from) => Span::new(from, self.all.decoded_end()),
        }
    }

    /// Takes a reference to a letter.
    fn reference(&mut self, run: &mut Run) -> Option<()> {
        let rest = self.bytes.get(self.at + 1..)?;
        let rest = rest.get(..12).unwrap_or(rest);
        let length = rest.iter().position(|byte| *byte == b';')?;
        let letter = match rest.get(..length)? {
            b"amp" => '&',
            b"lt" => '<',
            b"gt" => '>',
            b"quot" => '"',
            b"apos" => '\'',
            [b'#', b'x', digits @ ..] => letter(digits, 16)?,
            [b'#', digits @ ..] => letter(digits, 10)?,
            _ => return None,
        };
        self.decode(run);
        self.all.decoded().push(letter);
        self.at += 1 + length + 1;
        Some(())
    }

    /// Whether a carriage return is the first half of the end of a line. By itself, it is left to the
    /// parser.
    fn is_line_end(&self) -> bool {
        self.bytes.get(self.at + 1) == Some(&b'\n')
    }

    /// Takes a byte of class [`ODD`] that is in order.
    fn letter(&mut self) -> Option<()> {
        let is_none = matches!(self.rest(), [0..=0x1f, ..] | [0xef, 0xbf, 0xbe | 0xbf, ..]);
        self.at += 1;
        (!is_none).then_some(())
    }

    /// Whether all letters are in order.
    fn has_no_odd(&mut self, from: usize, to: usize) -> Option<()> {
        let mut rest = self.bytes.get(from..to)?;
        while let Some(at) = rest.iter().position(|byte| is(*byte, ODD)) {
            self.at = to - rest.len() + at;
            self.letter()?;
            rest = rest.get(at + 1..)?;
        }
        Some(())
    }
}

/// The letter of a number, unless it is none that may stand in a document.
fn letter(digits: &[u8], radix: u32) -> Option<char> {
    let mut number = 0_u32;
    for digit in digits {
        number = number.checked_mul(radix)?.checked_add(char::from(*digit).to_digit(radix)?)?;
    }
    let letter = char::from_u32(number).filter(|_| !digits.is_empty())?;
    let is_plain = letter >= ' ' || matches!(letter, '\t' | '\n' | '\r');
    (is_plain && !matches!(letter, '\u{fffe}' | '\u{ffff}')).then_some(letter)
}
