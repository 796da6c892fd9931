//! What is checked before the parser sees a document: a walk over the tags alone.
//!
//! The parser compares each attribute of an element with all before it and hands all namespaces
//! down to each element, so that a document within the size limit could keep it busy for hours.
//! Up to the first mistake of a document this walk sees the same tags as the parser; behind it,
//! the parser does not go.

use bt_sra_core::Result;
use memchr::{memchr, memchr3, memmem};

use crate::element::{Origin, refusal, shown_name};
use crate::{Limits, text};

/// What sort of tag it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Start,
    End,
    Empty,
    /// `<!DOCTYPE`, with or without content.
    Doctype,
}

/// A tag: where it begins, and how much it declares.
#[derive(Clone, Copy, Debug)]
struct Tag {
    at: usize,
    kind: Kind,
    attributes: usize,
    namespaces: usize,
}

/// Refuses what has a document type, is nested too deeply, or has too many attributes.
pub(crate) fn check(text: &str, origin: Origin, limits: &Limits) -> Result<()> {
    let mut depth = 0_usize;
    let mut attributes = 0_usize;
    let mut namespaces = 0_usize;
    for tag in Tags::of(text) {
        let refuse = |why: &str| Err(refusal(why, &path(text, origin, tag.at), origin.base + tag.at));
        match tag.kind {
            Kind::Doctype => return refuse("a document type declaration, which is never read,"),
            Kind::End => depth = depth.saturating_sub(1),
            Kind::Empty if depth >= limits.depth() => return refuse(&deep(limits)),
            Kind::Empty => {}
            Kind::Start => {
                depth += 1;
                if depth > limits.depth() {
                    return refuse(&deep(limits));
                }
            }
        }
        attributes += tag.attributes;
        namespaces += tag.namespaces;
        if tag.attributes > limits.attributes {
            return refuse(&format!("an element with more than {} attributes", limits.attributes));
        }
        if namespaces > limits.namespaces {
            return refuse(&format!("more than {} namespace declarations", limits.namespaces));
        }
        if attributes > usize::try_from(limits.nodes).unwrap_or(usize::MAX) {
            return refuse(&format!("more than {} attributes", limits.nodes));
        }
    }
    Ok(())
}

/// Returns the elements that are open at `at`, as a path.
///
/// In a malformed document a piece of content can look like a tag, and content is not for errors:
/// below the root, only names are shown that the document closes somewhere.
pub(crate) fn path(text: &str, origin: Origin, at: usize) -> String {
    let mut open: Vec<&str> = Vec::new();
    for tag in Tags::of(text).take_while(|tag| tag.at < at) {
        match tag.kind {
            Kind::Start => open.push(name(text, tag.at + 1)),
            Kind::End => drop(open.pop()),
            Kind::Empty | Kind::Doctype => {}
        }
    }
    let mut path = String::new();
    // A path names places, it does not repeat documents.
    for (depth, name) in open.into_iter().take(Limits::DEPTH_MAX).enumerate() {
        path.push('/');
        if depth == 0 || (depth == 1 && origin.is_known) || is_closed(text, name) {
            path.push_str(&shown_name(name.rsplit(':').next().unwrap_or(name)));
        } else {
            path.push('?');
        }
        if let Some(item) = origin.item.filter(|_| depth == 1) {
            path.push_str(&format!("[{item}]"));
        }
    }
    if path.is_empty() { "/".to_owned() } else { path }
}

fn deep(limits: &Limits) -> String {
    format!("nesting of more than {} levels", limits.depth())
}

/// Whether there is an end tag of that name.
fn is_closed(text: &str, name: &str) -> bool {
    let end = format!("</{name}");
    let mut ends = text.match_indices(&end);
    ends.any(|(at, _)| text.get(at + end.len()..).is_some_and(|rest| rest.trim_start().starts_with('>')))
}

/// The name, with its prefix, that begins at `at`.
fn name(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// Walks over the tags of a text.
struct Tags<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tags<'a> {
    fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0 }
    }

    /// Goes on behind `end`, or to the end of the text.
    fn skip_past(&mut self, from: usize, end: &[u8]) {
        let rest = self.bytes.get(from..).unwrap_or_default();
        self.at = memmem::find(rest, end).map_or(self.bytes.len(), |found| from + found + end.len());
    }

    /// Reads the tag that begins at `at`, up to its `>`. Every attribute has one value in quotes.
    fn tag(&mut self, at: usize) -> Tag {
        let mut tag = Tag { at, kind: Kind::Start, attributes: 0, namespaces: 0 };
        let rest = self.bytes.get(at + 1..).unwrap_or_default();
        if rest.first() == Some(&b'/') {
            tag.kind = Kind::End;
            self.at = memchr(b'>', rest).map_or(self.bytes.len(), |end| at + 1 + end + 1);
            return tag;
        }
        let mut from = 0;
        loop {
            let piece = rest.get(from..).unwrap_or_default();
            let Some(end) = memchr3(b'>', b'"', b'\'', piece) else { break };
            let (piece, behind) = piece.split_at_checked(end).unwrap_or_default();
            let mark = behind.first().copied().unwrap_or(b'>');
            if mark == b'>' {
                if piece.last() == Some(&b'/') {
                    tag.kind = Kind::Empty;
                }
                self.at = at + 1 + from + end + 1;
                return tag;
            }
            tag.attributes += 1;
            tag.namespaces += usize::from(declares_namespace(piece));
            let Some(length) = memchr(mark, behind.get(1..).unwrap_or_default()) else { break };
            from += end + 1 + length + 1;
        }
        self.at = self.bytes.len();
        tag
    }
}

/// Whether what stands before a value ends with the name of a namespace declaration. The parser takes
/// the local name for one, too, whatever its prefix.
fn declares_namespace(before: &[u8]) -> bool {
    let name = text::trim_end(before);
    let name = text::trim_end(name.strip_suffix(b"=").unwrap_or(name));
    let start = name.iter().rposition(text::is_blank).map_or(0, |space| space + 1);
    let name = name.get(start..).unwrap_or_default();
    name.starts_with(b"xmlns:") || name.rsplit(|byte| *byte == b':').next() == Some(b"xmlns")
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let at = self.at + memchr(b'<', rest)?;
            let rest = self.bytes.get(at + 1..).unwrap_or_default();
            if rest.starts_with(b"!--") {
                self.skip_past(at + 4, b"-->");
            } else if rest.starts_with(b"![CDATA[") {
                self.skip_past(at + 9, b"]]>");
            } else if rest.starts_with(b"?") {
                self.skip_past(at + 2, b"?>");
            } else if rest.starts_with(b"!") {
                // Nothing else may begin so; if it is no document type, the parser says what it is.
                self.skip_past(at + 2, b">");
                if rest.starts_with(b"!DOCTYPE") {
                    return Some(Tag { at, kind: Kind::Doctype, attributes: 0, namespaces: 0 });
                }
            } else {
                return Some(self.tag(at));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, limits: &Limits, expect: &str) {
        let error = check(text, Origin::default(), limits).unwrap_err().to_string();
        assert_eq!(error, format!("the document is not what was expected: {expect}"));
    }

    #[test]
    fn marks_inside_of_comments_sections_and_quotes_are_no_tags() {
        let limits = Limits { depth: 2, attributes: 1, ..Limits::default() };
        let text = r#"<?x <a><b><c> ?><a><!-- <b><c><d> --><b k="<c a='1' b='2'><d>">=<![CDATA[<c><d>]]></b><b/></a>"#;
        check(text, Origin::default(), &limits).unwrap();
    }

    #[test]
    fn what_is_beyond_the_bounds_is_refused_with_its_place() {
        let limits = Limits { depth: 2, attributes: 2, namespaces: 1, nodes: 3, ..Limits::default() };
        refused("<a><p:b><c></c></p:b>", &limits, "nesting of more than 2 levels in `/a/b` at byte 8");
        refused("<a><b></b><b><c/>", &limits, "nesting of more than 2 levels in `/a/b` at byte 13");
        refused("<a q='' r='' s=''/>", &limits, "an element with more than 2 attributes in `/` at byte 0");
        refused(
            "<a xmlns='x'><b xmlns:p='y'/></a>",
            &limits,
            "more than 1 namespace declarations in `/a` at byte 13",
        );
        refused("<a q='' r=''><b q='' r=''/></a>", &limits, "more than 3 attributes in `/a` at byte 13");
        refused(
            "<!DOCTYPE a><a/>",
            &limits,
            "a document type declaration, which is never read, in `/` at byte 0",
        );
    }

    #[test]
    fn what_declares_a_namespace_is_told_by_its_name() {
        let limits = Limits { namespaces: 1, ..Limits::default() };
        check("<a xmlns='u' xmlnsx='' xmlns-p='' p:xmlnsx='' xml='' k='xmlns'/>", Origin::default(), &limits)
            .unwrap();
        let expect = "more than 1 namespace declarations in `/` at byte 0";
        refused("<a xmlns='u' xmlns:p='v'/>", &limits, expect);
        refused("<a xmlns='u'\nxmlns:p\t=\n'v'/>", &limits, expect);
        // The parser takes this for one, too.
        refused("<a xmlns:p='u' p:xmlns='v'/>", &limits, expect);
    }

    #[test]
    fn tags_that_never_end_end_with_the_text() {
        for text in
            ["<", "<a", "<a q='", "<!--", "<![CDATA[", "<?", "<!", "</", "<a/", "</>", "<>", "</a></b>"]
        {
            check(text, Origin::default(), &Limits::default()).unwrap();
        }
    }
}
