//! The quick way and the parser: what the former accepts, the latter reads as the same.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::alike::{alike, left_to_the_parser, written};
use crate::element::{Origin, Piece};
use crate::nodes::Nodes;
use crate::{Element, Limits, guard, plain, text};

/// With all that the quick way reads.
const RICH: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:list xmlns='u' xmlns:p=\"http://a/?b\" \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n\t<event timestamp=\"1\" event_type='Chat &amp; \"Message\"'>\
    <by p:type = 'a>b' id=\"&#233;&#x1F600;]]>\n\t\">A&lt;b&quot;\u{e9} \u{fb01} ]] ></by ><body>one<!-- - > -->two<![CDATA[</event>]]>&gt;three\
    <![CDATA[]]></body><e xsi:nil='true'/><!----><v/> text &#9;<![CDATA[]]><p:v ></p:v></event><a><![CDATA[ ]]></a>\n</p:list\n>\n";

/// Everything that can be seen of an element.
fn dump(element: Element<'_>, out: &mut Vec<String>) {
    let attributes: Vec<_> = element.attributes().collect();
    let facts = (element.name(), attributes, element.source(), element.offset(), element.path());
    let texts =
        (element.text(), element.whole_text(), element.only_text(), element.is_leaf(), element.is_nil());
    out.push(format!("{facts:?} {texts:?}"));
    for piece in element.pieces() {
        match piece {
            Piece::Element(child) => dump(child, out),
            Piece::Text(text) => out.push(text.to_owned()),
        }
    }
}

fn dumped(nodes: &Nodes<'_>) -> Vec<String> {
    let mut out = Vec::new();
    dump(Element::root(nodes, &Origin::default()), &mut out);
    out
}

/// Compares both ways; says whether the quick one read it.
#[track_caller]
fn agree(xml: &str, limits: &Limits) -> bool {
    let Some(nodes) = plain::read(xml, limits) else { return false };
    guard::check(xml, Origin::default(), limits).unwrap();
    let document = roxmltree::Document::parse_with_options(xml, text::options(limits)).unwrap();
    assert_eq!(dumped(&nodes), dumped(&Nodes::of(&document)), "{xml}");
    true
}

#[test]
fn what_is_usual_is_read_the_quick_way() {
    for xml in [
        RICH,
        "<a/>",
        "<a></a>",
        " \n<a k='v' />\n",
        "<?xml version=\"1.0\"?><a>x</a>",
        "<a>&#xe9;&#10;&#09;&#13;&#xD;\n&#13;\r\n</a>",
        "<a\r\nk='\r\n\r\n&#13;v\r\n'\r\n>\r\n<b/>x\r\n&amp;\r\n</a\r\n>\r\n",
        "<r:a xmlns:r='u'><r:b r:k='v'/></r:a>",
        "<a><!-- x --><!-- y --></a>",
        "<a>\u{ffee}\u{fffd}<!--\u{ff01}--></a>",
    ] {
        assert!(agree(xml, &Limits::default()), "{xml}");
    }
}

#[test]
fn what_is_unusual_is_left_to_the_parser() {
    for xml in [
        "",
        "a",
        "<a",
        "<a>",
        "<a></b>",
        "<a></aa>",
        "<a></a></a>",
        "<a/>x",
        "<a/><!-- -->",
        "<!-- --><a/>",
        "<?xml version='1.0'?><a/>",
        "<a><?pi?></a>",
        "<a>\r</a>",
        "<a k='\r'/>",
        "<a>\u{1}</a>",
        "<a k='\u{1}'/>",
        "<a>\u{ffff}</a>",
        "<a k='\u{fffe}'/>",
        "<a><!--\u{ffff}--></a>",
        "<a><![CDATA[\u{1}]]></a>",
        "<a>]]></a>",
        "<a>&hunter;</a>",
        "<a>\r\r\n</a>",
        "<a><![CDATA[\r\n]]></a>",
        "<a>&#0;</a>",
        "<a>&#xFFFF;</a>",
        "<a>&#xD800;</a>",
        "<a>&#;</a>",
        "<a>&#x;</a>",
        "<a>&#-1;</a>",
        "<a>&amp</a>",
        "<a>&</a>",
        "<a k='&'/>",
        "<a k='<'/>",
        "<a k=v/>",
        "<a k/>",
        "<a k='v'l='w'/>",
        "<a k='v' k='w'/>",
        "<a / >",
        "<a :k='v'/>",
        "<a p:k='v'/>",
        "<p:a/>",
        "<a:b:c xmlns:a='u'/>",
        "<1a/>",
        "<\u{e9}/>",
        "<a \u{e9}=''/>",
        "<a><b xmlns='u'/></a>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:p='u' xmlns:p='v'/>",
        "<a xmlns:p=''/>",
        "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>",
        "<a xmlns:p='u' p:xmlns='v'/>",
        "<a xmlns:p='u' p:xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:p='u'><b p:xmlns='v'/></a>",
        "<a><!-- -- --></a>",
        "<a><!-- ---></a>",
        "<a><!DOCTYPE a></a>",
        "<!DOCTYPE a><a/>",
        "<a>< b/></a>",
        "<a></ a>",
        "<A></a>",
    ] {
        assert!(!agree(xml, &Limits::default()), "{xml}");
    }
}

#[test]
fn what_is_beyond_the_bounds_is_left_to_the_parser() {
    for (xml, limits) in [
        ("<a><b/></a>", Limits { depth: 1, ..Limits::default() }),
        ("<a k='' l=''/>", Limits { attributes: 1, ..Limits::default() }),
        ("<a xmlns='u' xmlns:p='v'/>", Limits { namespaces: 1, ..Limits::default() }),
        ("<a><b/>x</a>", Limits { nodes: 3, ..Limits::default() }),
        ("<a><b k='' l=''/><b k='' l=''/><b k='' l=''/></a>", Limits { nodes: 5, ..Limits::default() }),
    ] {
        assert!(agree(xml, &Limits::default()), "{xml}");
        assert!(!agree(xml, &limits), "{xml}");
    }
}

#[test]
fn ends_of_lines_are_the_same_in_any_company() {
    let pieces = ["x", "\r\n", "\n", "\r", "&#13;", "&#10;", "&amp;", "<![CDATA[y]]>"];
    let mut read = 0;
    for number in 0..pieces.len().pow(5) {
        let picked = (0..5).map(|digit| pieces[number / pieces.len().pow(digit) % pieces.len()]);
        let text: String = picked.collect();
        read += usize::from(agree(&format!("<a>{text}</a>"), &Limits::default()));
        read += usize::from(agree(&format!("<a k='{text}'/>"), &Limits::default()));
    }
    assert!(read > 20_000, "{read}");
}

#[test]
fn an_instruction_behind_the_root_leaves_a_document_to_the_parser() {
    assert!(plain::read(RICH, &Limits::default()).is_some());
    assert!(plain::read(&left_to_the_parser(RICH), &Limits::default()).is_none());
    alike(RICH);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_markup_are_the_same_or_left(pieces in vec(select(vec![
        "<a>", "</a>", "<b>", "</b>", "<b/>", "<p:b k='v'>", "</p:b>", "</b >", "<!--", "-->", "-", "<![CDATA[", "]]>", "]]", "<?", "?>",
        " xmlns='u'", " p:xmlns='v'", "='", "'", "\"", "=", " ", "&", "&amp;", "&#65;", "&#x41;", "&#13;", "\r\n", ";", "\u{e9}", "\u{ffff}", "\u{1}", "<b k=\"", "\"/>",
        "<b k='' k=''/>", ">", "<", "/", "\n", "\t", "\r", ":", "x", "<!DOCTYPE a>",
    ]), 0..16)) {
        let inside = pieces.concat();
        agree(&inside, &Limits::default());
        agree(&format!("<a xmlns:p='u'>{inside}</a>"), &Limits::default());
        agree(&format!("<a xmlns:p='u'{inside}/>"), &Limits::default());
        agree(&format!("<a xmlns:p='u'><b>{inside}</b></a>"), &Limits::default());
        agree(&format!("<a k='{inside}'/>"), &Limits::default());
    }

    #[test]
    fn spoiled_documents_are_the_same_or_left(changes in vec((any::<Index>(), select(vec![
        "", "\r\n", "&#13;", "<", ">", "/", "'", "\"", "&", ";", "#", "=", " ", "\n", "\r", ":", "-", "]", "!", "a", "\u{e9}", "\u{fffe}", "\u{1}", "<b>", "</b>",
    ]), any::<bool>()), 1..4)) {
        let mut letters: Vec<String> = RICH.chars().map(String::from).collect();
        for (at, letter, is_more) in changes {
            let at = at.index(letters.len());
            if is_more { letters.insert(at, letter.to_owned()) } else { letters[at] = letter.to_owned() }
        }
        agree(&letters.concat(), &Limits::default());
    }

    #[test]
    fn any_bytes_are_alike(bytes in vec(any::<u8>(), 0..16)) {
        let xml = written(&bytes);
        alike(&xml);
        alike(&format!("<a{xml}"));
        alike(&format!("<a xmlns:p='u'{xml}/>"));
        alike(&format!("<a xmlns:p='u'>{xml}</a>"));
    }
}
