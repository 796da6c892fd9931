//! Reports as documents that are written piece by piece: nothing of them is kept.

use std::fmt::{Display, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use crate::body::Source;
use crate::time;

/// How much is written before it is handed on.
const CHUNK: usize = 32 * 1024;

/// How many characters a line of base64 has.
const LINE: usize = 76;

/// The form of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// None is no namespace.
    pub(super) namespace: Option<&'static str>,
    /// Whether elements have a prefix.
    pub(super) prefixed: bool,
    /// Whether there is no white space.
    pub(super) dense: bool,
    /// Whether times lack their attribute.
    pub(super) no_times: bool,
    /// Whether there are elements that nobody knows.
    pub(super) extra: bool,
    /// Whether texts stand in CDATA, and comments and instructions between elements.
    pub(super) dressed: bool,
    /// Whether blank lines come first and last.
    pub(super) stray: bool,
    /// Whether the external key of a listed session is a child.
    pub(super) key_child: bool,
    /// Whether the end of a running session is empty, and not absent.
    pub(super) empty_end: bool,
}

/// Something that can be told in a report.
pub(super) trait Told: Send {
    fn tell(&self, writer: &mut Writer);
}

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// Writes a document.
#[derive(Debug)]
pub(super) struct Writer {
    out: String,
    pub(super) form: Form,
    depth: usize,
}

impl Writer {
    pub(super) fn new(form: Form) -> Self {
        let mut writer = Self { out: String::new(), form, depth: 0 };
        if form.stray {
            writer.out.push_str("\n\n");
        }
        writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        if !form.dense {
            writer.out.push_str("\n\n");
        }
        writer
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push('>');
        self.depth += 1;
        self.line();
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.end(name);
    }

    /// Writes an element that holds text.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: impl Display) {
        self.start(name, attributes);
        self.out.push('>');
        let _ = write!(Escaped { out: &mut self.out, attribute: false }, "{text}");
        self.end(name);
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str(if self.form.dense { "/>" } else { " />" });
        self.line();
    }

    /// The same, where the template has an attribute that is not there.
    pub(super) fn gappy(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str(if self.form.dense { "/>" } else { "  />" });
        self.line();
    }

    /// Writes a time, with the seconds since 1970 beside it.
    pub(super) fn time(&mut self, name: &str, second: i64) {
        if self.form.no_times {
            self.text(name, &[], time::text(second));
        } else {
            self.text(name, &[("timestamp", &second)], time::text(second));
        }
    }

    /// Writes text that people have written: encoded if it cannot stand in XML.
    pub(super) fn body(&mut self, text: &str) {
        if text.chars().any(is_forbidden) {
            let encoded = STANDARD.encode(text);
            let mut lines = Vec::new();
            let mut rest = encoded.as_str();
            while let Some((line, after)) = rest.split_at_checked(LINE) {
                lines.push(line);
                rest = after;
            }
            lines.push(rest);
            self.text("encoded_body", &[], lines.join("\r\n").replace('\r', ""));
        } else if self.form.dressed {
            self.start("body", &[]);
            let _ = write!(self.out, "><![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"));
            self.end("body");
        } else {
            self.text("body", &[], text);
        }
    }

    /// Leaves a line blank, where a template has something that is not there.
    pub(super) fn gap(&mut self) {
        self.line();
    }

    /// Writes what a later version might send.
    pub(super) fn beyond(&mut self) {
        if self.form.extra {
            self.open("of_a_later_version", &[("since", &"later")]);
            self.text("session", &[], "1");
            self.close("of_a_later_version");
        }
        if self.form.dressed {
            self.out.push_str("<!-- <session lsid=\"no session\"> </session_list> --><?note a > b?>");
            self.line();
        }
    }

    /// Writes what stands in the tag of a root.
    fn root(&mut self, name: &str, schema: bool) {
        let prefix = if self.form.prefixed { ":r" } else { "" };
        self.out.push('<');
        self.name(name);
        if let Some(namespace) = self.form.namespace {
            let _ = write!(self.out, " xmlns{prefix}=\"{namespace}\"");
        }
        if schema {
            self.out.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        }
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.out.push('<');
        self.name(name);
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"");
            let _ = write!(Escaped { out: &mut self.out, attribute: true }, "{value}");
            self.out.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.name(name);
        self.out.push('>');
        self.line();
    }

    fn name(&mut self, name: &str) {
        if self.form.prefixed && self.form.namespace.is_some() {
            self.out.push_str("r:");
        }
        self.out.push_str(name);
    }

    fn indent(&mut self) {
        if !self.form.dense {
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn line(&mut self) {
        if !self.form.dense {
            self.out.push('\n');
        }
    }

    /// Writes the tag that opens the document.
    fn begin(&mut self, root: &str) {
        self.root(root, root == "session_list");
        self.out.push('>');
        self.depth = 1;
        self.line();
    }

    fn finish(&mut self, root: &str) {
        self.depth = 1;
        self.close(root);
        if self.form.stray {
            self.out.push_str("\n\n\n");
        }
    }
}

/// Streams a list.
pub(super) fn list(
    form: Form,
    root: &'static str,
    mut items: Box<dyn Iterator<Item = Box<dyn Told>> + Send>,
) -> Source {
    let mut writer = Writer::new(form);
    writer.begin(root);
    let mut open = true;
    Source::new(std::iter::from_fn(move || {
        while open && writer.out.len() < CHUNK {
            match items.next() {
                Some(item) => {
                    item.tell(&mut writer);
                    writer.beyond();
                }
                None => {
                    writer.finish(root);
                    open = false;
                }
            }
        }
        let chunk = std::mem::take(&mut writer.out);
        (!chunk.is_empty()).then(|| Bytes::from(chunk))
    }))
}

/// Writes a document with one element within its root, or with none.
pub(super) fn small(form: Form, root: &str, write: impl FnOnce(&mut Writer)) -> Bytes {
    let mut writer = Writer::new(form);
    writer.begin(root);
    write(&mut writer);
    writer.finish(root);
    Bytes::from(writer.out)
}

/// Writes the document of an error, as observed: three blank lines follow.
pub(super) fn error(form: Form, root: Option<&str>, sentence: &str, code: Option<&str>) -> Bytes {
    let mut writer = Writer::new(form);
    let code: Vec<(&str, &dyn Display)> = code.iter().map(|code| ("code", code as &dyn Display)).collect();
    if let Some(root) = root {
        writer.begin(root);
        writer.text("error", &code, sentence);
        writer.finish(root);
        return Bytes::from(writer.out);
    }
    writer.root("error", false);
    for (name, value) in code {
        let _ = write!(writer.out, " {name}=\"{value}\"");
    }
    writer.out.push('>');
    let around = if form.stray { "\n" } else { "" };
    writer.out.push_str(around);
    let _ = write!(Escaped { out: &mut writer.out, attribute: false }, "{sentence}");
    writer.out.push_str(around);
    writer.end("error");
    if !form.dense {
        writer.out.push_str("\n\n\n");
    }
    Bytes::from(writer.out)
}

/// Whether a character cannot stand in XML at all.
fn is_forbidden(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Writes text so that it is read as it is. What cannot stand in XML at all is replaced.
struct Escaped<'a> {
    out: &'a mut String,
    attribute: bool,
}

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        // Most texts need nothing.
        if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | ..b' ' | 0xef)) {
            self.out.push_str(text);
            return Ok(());
        }
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if self.attribute => self.out.push_str("&quot;"),
                '\r' => self.out.push_str("&#13;"),
                '\t' if self.attribute => self.out.push_str("&#9;"),
                '\n' if self.attribute => self.out.push_str("&#10;"),
                letter if is_forbidden(letter) => self.out.push('\u{fffd}'),
                letter => self.out.push(letter),
            }
        }
        Ok(())
    }
}
