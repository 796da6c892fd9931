//! XML documents as the appliance writes them: by a template, with tabs and blank lines.

use std::fmt::Write as _;

use crate::profile::{Profile, Shape, Shapes};
use crate::time;
use crate::unconfirmed;

/// An element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Nothing,
    Text(String),
    /// None is where the template has an optional element that this document lacks.
    Children(Vec<Option<Element>>),
}

impl Element {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Content::Nothing }
    }

    /// An element that holds text.
    pub(crate) fn text(name: &'static str, text: impl ToString) -> Self {
        Self { content: Content::Text(text.to_string()), ..Self::new(name) }
    }

    /// An element that holds `1` or `0`.
    pub(crate) fn flag(name: &'static str, on: bool) -> Self {
        Self::text(name, u8::from(on))
    }

    /// An element that holds a time, with the seconds since 1970 beside it.
    pub(crate) fn time(name: &'static str, second: i64) -> Self {
        Self::text(name, time::text(second)).with("ts", second)
    }

    /// Adds an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Adds a child.
    pub(crate) fn child(self, child: Self) -> Self {
        self.maybe(Some(child))
    }

    /// Adds a child, or the gap that its absence leaves.
    pub(crate) fn maybe(mut self, child: Option<Self>) -> Self {
        match &mut self.content {
            Content::Children(children) => children.push(child),
            _ => self.content = Content::Children(vec![child]),
        }
        self
    }

    /// Adds children.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

/// Writes a document.
pub(crate) fn document(root: &Element, profile: Profile, shapes: Shapes) -> String {
    let namespace = if shapes.has(Shape::UNKNOWN_NAMESPACE) {
        unconfirmed::UNKNOWN_NAMESPACE
    } else {
        profile.namespace()
    };
    let mut out = String::new();
    if shapes.has(Shape::STRAY_LINES) {
        out.push_str("\n\n");
    }
    // Observed: two line feeds after the prolog.
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n");
    write(root, Some(namespace), 0, profile.is_old(), shapes, &mut out);
    if shapes.has(Shape::STRAY_LINES) {
        out.push_str("\n\n\n");
    }
    out
}

fn write(
    element: &Element,
    namespace: Option<&str>,
    depth: usize,
    gaps: bool,
    shapes: Shapes,
    out: &mut String,
) {
    indent(depth, out);
    let _ = write!(out, "<{}", element.name);
    if let Some(namespace) = namespace {
        let _ = write!(out, " xmlns=\"{namespace}\"");
    }
    for (name, value) in &element.attributes {
        if *name == "ts" && shapes.has(Shape::NO_TS) {
            continue;
        }
        let _ = write!(out, " {name}=\"");
        // Written as they are, these would be read as blanks.
        escape(value, &['\t', '\n', '\r'], out);
        out.push('"');
    }
    match &element.content {
        Content::Nothing => out.push_str("/>\n"),
        Content::Text(text) => {
            out.push('>');
            escape(text, &['\r'], out);
            let _ = writeln!(out, "</{}>", element.name);
        }
        Content::Children(children) => {
            out.push_str(">\n");
            for child in children {
                match child {
                    Some(child) => write(child, None, depth.saturating_add(1), gaps, shapes, out),
                    None if gaps => out.push('\n'),
                    None => {}
                }
            }
            if shapes.has(Shape::EXTRA_ELEMENTS) {
                let beyond = Element::text("of_a_later_version", "1").with("since", "later");
                write(&beyond, None, depth.saturating_add(1), false, Shapes::default(), out);
            }
            indent(depth, out);
            let _ = writeln!(out, "</{}>", element.name);
        }
    }
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n('\t', depth));
}

/// Writes text so that it is read as it is, these white spaces by their numbers. What cannot stand in
/// XML at all is replaced.
fn escape(text: &str, numbered: &[char], out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if numbered.contains(&letter) => {
                let _ = write!(out, "&#{};", u32::from(letter));
            }
            '\t' | '\n' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_gaps_are_those_of_old_versions() {
        let root = Element::new("a")
            .with("b", "\"<'>&\t\r\n")
            .maybe(None)
            .child(Element::text("c", "1 < 2 & \u{0}\r\n\t"))
            .child(Element::new("d"));
        let old = document(&root, Profile::Rs19, Shapes::default());
        assert_eq!(
            old,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n\
             <a xmlns=\"http://www.bomgar.com/namespaces/API/command\" b=\"&quot;&lt;'&gt;&amp;&#9;&#13;&#10;\">\n\
             \n\
             \t<c>1 &lt; 2 &amp; \u{fffd}&#13;\n\t</c>\n\
             \t<d/>\n\
             </a>\n"
        );
        let new = document(&root, Profile::Sra, Shapes::default());
        assert!(new.contains("\">\n\t<c>"), "{new}");
    }
}
