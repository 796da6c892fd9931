//! From bytes to the text that the parser takes, and what is no XML at all.

use bt_sra_core::{Error, ErrorKind, Result};
use serde::Deserialize;

use crate::element::{Origin, refusal};
use crate::nodes::Nodes;
use crate::{Element, Limits, guard, plain};

/// Letters of a refusal that an error repeats.
const WORDS_LIMIT: usize = 4096;

/// The text of a document, and where it stands in the bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    pub(crate) origin: Origin,
}

/// Takes bytes for a document: UTF-8, with or without a mark; white space before it is skipped,
/// though XML allows none before its declaration.
pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Text<'a>> {
    if bytes.len() > limits.bytes {
        let (is, limit) = (bytes.len(), limits.bytes);
        return Err(refuse(format!("the document is {is} bytes long, and no more than {limit} are read")));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(refuse("the document is written in UTF-16; only UTF-8 is read"));
    }
    let whole = utf8(bytes, 0)?;
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole).trim_start_matches([' ', '\t', '\r', '\n']);
    let text = Text { text, origin: Origin { base: whole.len() - text.len(), ..Origin::default() } };
    if text.text.is_empty() {
        return Err(refuse("the document is empty"));
    }
    if text.text.starts_with('<') {
        if is_web_page(text.text) {
            return Err(web_page());
        }
        if declares_another_encoding(text.text) && !text.text.is_ascii() {
            return Err(another_encoding(text.origin.base));
        }
        return Ok(text);
    }
    Err(not_xml(text.text))
}

/// Parses a text within the bounds and hands the root to `read`.
pub(crate) fn parse<T>(
    text: Text<'_>,
    limits: &Limits,
    read: impl FnOnce(Element<'_>) -> Result<T>,
) -> Result<T> {
    let nodes = nodes(text, limits)?;
    read(Element::root(&nodes, &text.origin))
}

/// Takes a text apart, by the quick way if it can be.
pub(crate) fn nodes<'a>(text: Text<'a>, limits: &Limits) -> Result<Nodes<'a>> {
    if let Some(nodes) = plain::read(text.text, limits) {
        return Ok(nodes);
    }
    if text.text.len() > Nodes::LONGEST {
        return Err(refuse(format!("the document has more than {} bytes", Nodes::LONGEST)));
    }
    guard::check(text.text, text.origin, limits)?;
    let document = roxmltree::Document::parse_with_options(text.text, options(limits));
    document.map(|document| Nodes::of(&document)).map_err(|source| malformed(text, limits, &source))
}

/// Says what is wrong with a text beyond that it ends too early, if anything.
pub(crate) fn mistake(text: Text<'_>, limits: &Limits) -> Option<Error> {
    use roxmltree::Error as Parser;
    if let Err(error) = guard::check(text.text, text.origin, limits) {
        return Some(error);
    }
    match roxmltree::Document::parse_with_options(text.text, options(limits)) {
        Ok(_) | Err(Parser::UnclosedRootNode | Parser::UnexpectedEndOfStream | Parser::NoRootNode) => None,
        Err(source) => Some(malformed(text, limits, &source)),
    }
}

/// Takes bytes for text; `base` stands before them.
pub(crate) fn utf8(bytes: &[u8], base: usize) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|source| {
        let at = base.saturating_add(source.valid_up_to());
        refuse(format!("the document is not UTF-8: byte {at} does not belong there"))
    })
}

/// Whether a byte is white space to XML, which has less of it than ASCII.
pub(crate) fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Takes white space away from the end.
pub(crate) fn trim_end(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !is_blank(byte)).map_or(0, |last| last + 1);
    bytes.get(..end).unwrap_or_default()
}

/// What the parser itself is told.
pub(crate) fn options<'a>(limits: &Limits) -> roxmltree::ParsingOptions<'a> {
    roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: limits.nodes, entity_resolver: None }
}

/// The error for a page that is meant for a browser.
pub(crate) fn web_page() -> Error {
    refuse(
        "the document is a web page and no answer of the API: check the address, and whether a proxy \
         answers in place of the appliance",
    )
}

/// Cuts words that are too many for an error.
pub(crate) fn cut(text: &str) -> String {
    let mut end = text.len().min(WORDS_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mark = if end < text.len() { " …" } else { "" };
    format!("{}{mark}", text.get(..end).unwrap_or_default())
}

/// Whether a text begins as web pages do.
pub(crate) fn is_web_page(text: &str) -> bool {
    let begins = |start: &str| text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
    begins("<!doctype html") || begins("<html")
}

/// Whether the text begins with a declaration of another encoding than the one that is read.
pub(crate) fn declares_another_encoding(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("<?xml") else { return false };
    let declaration = rest.split_once("?>").map_or("", |(declaration, _)| declaration);
    let Some((_, behind)) = declaration.split_once("encoding") else { return false };
    let behind = behind.trim_start().trim_start_matches('=').trim_start();
    let name = behind.split(['"', '\'']).nth(1).unwrap_or_default();
    !["utf-8", "utf8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The error for such a declaration.
pub(crate) fn another_encoding(base: usize) -> Error {
    refusal("a declaration of another encoding than UTF-8", "/", base)
}

/// What the appliance answers where it should answer XML: JSON when it refuses the token, a short
/// text when the API is not there.
fn not_xml(text: &str) -> Error {
    #[derive(Deserialize)]
    struct Refused {
        error: String,
        message: Option<String>,
        error_description: Option<String>,
    }
    if text.starts_with('{')
        && let Ok(refused) = serde_json::from_str::<Refused>(text)
    {
        let words = refused.message.or(refused.error_description).unwrap_or(refused.error);
        return Error::new(ErrorKind::Credentials, "the appliance refused the token")
            .with_appliance_message(cut(&words));
    }
    refuse(
        "the document is no XML: it does not begin with `<`. Where a short text stands in its place, \
         check that the XML API is enabled and that the API account has the permission",
    )
}

/// What the parser holds against a document, without the pieces of it that the parser repeats.
fn malformed(text: Text<'_>, limits: &Limits, source: &roxmltree::Error) -> Error {
    use roxmltree::Error as Parser;
    let why = match source {
        Parser::DtdDetected => "a document type declaration, which is never read,",
        Parser::NodesLimitReached => {
            return refuse(format!("the document has more than {} nodes", limits.nodes));
        }
        Parser::AttributesLimitReached | Parser::NamespacesLimitReached => {
            return refuse("the document has too many attributes or namespaces");
        }
        Parser::NoRootNode => return refuse("the document has no root element"),
        Parser::UnclosedRootNode | Parser::UnexpectedEndOfStream => {
            let at = text.text.len();
            let path = guard::path(text.text, text.origin, at);
            return refusal("the document ends too early", &path, text.origin.base + at);
        }
        Parser::UnknownNamespace(..) => "a prefix without a namespace",
        Parser::UnexpectedCloseTag(..) | Parser::UnexpectedEntityCloseTag(_) => {
            "an end tag that closes nothing"
        }
        Parser::UnknownEntityReference(..) => "a reference to an entity that does not exist",
        Parser::MalformedEntityReference(_) => "a broken reference",
        Parser::DuplicatedAttribute(..) | Parser::DuplicatedNamespace(..) => "the same attribute twice",
        Parser::NonXmlChar(..) => "a character that XML does not allow",
        Parser::UnexpectedDeclaration(_) => "an XML declaration that is not at the beginning",
        _ => "no well-formed XML",
    };
    let at = offset(text.text, source.pos());
    refusal(why, &guard::path(text.text, text.origin, at), text.origin.base + at)
}

/// Turns rows and columns, both from 1, the latter in characters, into an offset.
fn offset(text: &str, place: roxmltree::TextPos) -> usize {
    let skipped = usize::try_from(place.row.saturating_sub(1)).unwrap_or(usize::MAX);
    let column = usize::try_from(place.col.saturating_sub(1)).unwrap_or(usize::MAX);
    let start: usize = text.split_inclusive('\n').take(skipped).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

pub(crate) fn refuse(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Decode, message)
}
