//! What the quick way and the parser must agree on, seen from outside: for the tests and for the fuzz
//! target, which includes this file.

use crate::{Document, Element, Limits, answer};

/// What markup is made of; nearly all of it is read the quick way.
const PIECES: [&str; 49] = [
    "<a>",
    "</a>",
    "<a/>",
    "<a",
    "<b>",
    "</b>",
    "<p:b",
    "</p:b>",
    "<p:a",
    "</p:a>",
    "/>",
    " />",
    ">\n",
    "</",
    " k=",
    " p:k=",
    " q:k=",
    " xmlns=",
    " xmlns:p=",
    " xmlns:q=",
    " p:",
    " p:xmlns=",
    " xml:",
    "xmlns",
    "xml",
    "='u'",
    "'u'",
    "\"v\"",
    "''",
    "'http://www.w3.org/2000/xmlns/'",
    "'http://www.w3.org/XML/1998/namespace'",
    "<!--",
    "-->",
    "--",
    "<![CDATA[",
    "]]>",
    "]]",
    "&amp;",
    "&quot;",
    "&#13;",
    "&#x41;",
    "&#xFFFF;",
    "\r\n",
    "\u{e9}",
    "\u{fb01}",
    "\u{ffff}",
    "<?x?>",
    "<!DOCTYPE a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
];

/// Everything that can be seen of a document.
#[derive(Debug, PartialEq)]
struct Seen(Vec<String>);

impl Document for Seen {
    const ROOT: &'static str = "a";

    fn accepts(_: Element<'_>) -> bool {
        true
    }

    fn from_root(root: Element<'_>) -> bt_sra_core::Result<Self> {
        let mut seen = Self(Vec::new());
        seen.look(root);
        Ok(seen)
    }
}

impl Seen {
    fn look(&mut self, element: Element<'_>) {
        let attributes: Vec<_> = element.attributes().collect();
        let place = (element.source(), element.offset(), element.path());
        let texts = (element.text(), element.whole_text(), element.is_empty(), element.is_nil());
        self.0.push(format!("{} {attributes:?} {place:?} {texts:?}", element.name()));
        for child in element.children() {
            self.look(child);
        }
    }
}

/// Makes a document of any bytes: those beyond ASCII stand for pieces of markup.
pub(crate) fn written(bytes: &[u8]) -> String {
    let mut xml = String::new();
    for byte in bytes {
        match byte.checked_sub(0x80) {
            None => xml.push(char::from(*byte)),
            Some(number) => xml.push_str(PIECES[usize::from(number) % PIECES.len()]),
        }
    }
    xml
}

/// Checks that the parser reads a document as the same if it is read at all.
#[track_caller]
pub(crate) fn alike(xml: &str) {
    let limits = Limits::default();
    let Ok(seen) = answer::<Seen>(xml.as_bytes(), &limits) else { return };
    let by_parser = answer::<Seen>(left_to_the_parser(xml).as_bytes(), &limits);
    assert_eq!(by_parser.unwrap(), seen, "{xml}");
}

/// The same document with what is never read the quick way.
pub(crate) fn left_to_the_parser(xml: &str) -> String {
    format!("{xml}<?x?>")
}
