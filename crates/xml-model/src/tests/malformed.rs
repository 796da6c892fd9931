//! What the parser refuses: reason, path and offset, and nothing of the content.

use bt_sra_core::ErrorKind;

use crate::command::{Reply, Success};
use crate::{Limits, answer, read};

#[track_caller]
fn check(xml: &[u8], expect: &str) {
    let error = read::<Success>(xml).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Decode, expect));
    assert!(!format!("{error:?}").contains("hunter2"));
}

#[track_caller]
fn malformed(xml: &str, expect: &str) {
    check(xml.as_bytes(), &format!("the document is not what was expected: {expect}"));
}

#[test]
fn mistakes_are_named_with_path_and_offset() {
    malformed("<a><b/><b></b><b></c></a>", "an end tag that closes nothing in `/a/b` at byte 17");
    malformed(
        "<a>ä\n<b>é&hunter2;</b></a>",
        "a reference to an entity that does not exist in `/a/b` at byte 11",
    );
    malformed("<a k='1' k='hunter2'/>", "the same attribute twice in `/` at byte 9");
    malformed("<a><p:b/></a>", "a prefix without a namespace in `/a` at byte 4");
    malformed("<a>\u{1}</a>", "a character that XML does not allow in `/a` at byte 3");
    malformed(
        "<a><?xml version='1.0'?></a>",
        "an XML declaration that is not at the beginning in `/a` at byte 3",
    );
    malformed("<a/>hunter2", "no well-formed XML in `/` at byte 4");
    malformed("<a>", "the document ends too early in `/a` at byte 3");
    malformed("\n<a><b>hunter2", "the document ends too early in `/a/?` at byte 14");
    malformed("<a k='hunter2", "the document ends too early in `/a` at byte 13");
    check(b"<!-- hunter2 -->", "the document has no root element");
}

#[test]
fn content_that_looks_like_a_tag_is_not_shown() {
    malformed("<a><b>pass<hunter2</b></a>", "no well-formed XML in `/a/b/?` at byte 18");
    malformed("<a><b><hunter2></b></a>", "an end tag that closes nothing in `/a/b/?` at byte 15");
    malformed("<a><b>x<hunter2>", "the document ends too early in `/a/?/?` at byte 16");
}

#[test]
fn document_types_are_refused_wherever_they_stand() {
    let doctype = "a document type declaration, which is never read,";
    malformed("<!DOCTYPE a><a/>", &format!("{doctype} in `/` at byte 0"));
    malformed(
        "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'hunter2'>]><a>&x;</a>",
        &format!("{doctype} in `/` at byte 22"),
    );
    malformed("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", &format!("{doctype} in `/` at byte 0"));
    malformed("<a><!DOCTYPE a></a>", &format!("{doctype} in `/a` at byte 3"));
    malformed("<!doctype a><a/>", "no well-formed XML in `/` at byte 1");
}

#[test]
fn only_utf_8_is_read() {
    check(b"<a>\xff</a>", "the document is not UTF-8: byte 3 does not belong there");
    check(b"\xff\xfe<\0a\0", "the document is written in UTF-16; only UTF-8 is read");
    check(b"\xfe\xff\0<\0a", "the document is written in UTF-16; only UTF-8 is read");
    malformed(
        "<?xml version='1.0' encoding='ISO-8859-1'?><success>é</success>",
        "a declaration of another encoding than UTF-8 in `/` at byte 0",
    );
    for encoding in ["utf-8", "UTF8", "us-ascii", "UTF-8"] {
        let xml = format!("<?xml version='1.0' encoding = \"{encoding}\"?><success>é</success>");
        assert_eq!(read::<Success>(xml.as_bytes()).unwrap().message, "é");
    }
    let xml = b"<?xml version='1.0' encoding='ISO-8859-1'?><success>Done</success>";
    assert_eq!(read::<Success>(xml).unwrap().message, "Done");
}

#[test]
fn each_bound_holds_and_is_not_too_tight() {
    let fits = |xml: &str, limits: &Limits| {
        answer::<Reply>(xml.as_bytes(), limits).map(drop).map_err(|error| error.to_string())
    };
    let xml = "<success><a k='1' l='2'/></success>";
    let nodes = Limits { nodes: 3, ..Limits::default() };
    fits(xml, &nodes).unwrap();
    let error = fits("<success><a/><b/></success>", &nodes).unwrap_err();
    assert_eq!(error, "the document has more than 3 nodes");
    let bytes = Limits { bytes: xml.len(), ..Limits::default() };
    fits(xml, &bytes).unwrap();
    let error = fits(&format!("{xml} "), &bytes).unwrap_err();
    assert_eq!(error, "the document is 36 bytes long, and no more than 35 are read");
    let attributes = Limits { attributes: 2, ..Limits::default() };
    fits(xml, &attributes).unwrap();
    fits("<success><a k='1' l='2' m='3'/></success>", &attributes).unwrap_err();
    let namespaces = Limits { namespaces: 1, ..Limits::default() };
    fits("<success xmlns='u'><a/></success>", &namespaces).unwrap();
    fits("<success xmlns='u'><a xmlns:p='v'/></success>", &namespaces).unwrap_err();
    let depth = Limits { depth: 2, ..Limits::default() };
    fits(xml, &depth).unwrap();
    fits("<success><a><b/></a></success>", &depth).unwrap_err();
    let deepest = Limits { depth: usize::MAX, ..Limits::default() };
    let nested =
        |levels: usize| format!("<success>{}{}</success>", "<a>".repeat(levels), "</a>".repeat(levels));
    fits(&nested(Limits::DEPTH_MAX - 1), &deepest).unwrap();
    fits(&nested(Limits::DEPTH_MAX), &deepest).unwrap_err();
}

#[test]
fn what_would_keep_a_parser_busy_is_refused_at_once() {
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=''")).collect();
    let namespaces: String =
        (0..60).map(|number| format!("<a xmlns:n{number}='u{number}'><b/></a>")).collect();
    for (xml, expect) in [
        (format!("<a{attributes}/>"), "an element with more than 64 attributes in `/` at byte 0"),
        ("<a>".repeat(1_000_000), "nesting of more than 32 levels in "),
        ("<a k=''>".repeat(1_000_000), "nesting of more than 32 levels in "),
        (format!("<a>{namespaces}{namespaces}</a>"), "more than 64 namespace declarations in `/a` at byte "),
        (format!("<a>{}</a>", "<b/>".repeat(2_000_000)), "the document has more than 2000000 nodes"),
        (
            format!("<a>{}</a>", "<b k='' l=''/>".repeat(1_000_001)),
            "more than 2000000 attributes in `/a` at byte ",
        ),
        (format!("<a>{}", "&#32;".repeat(1_000_000)), "the document ends too early in `/a` at byte "),
    ] {
        let error = read::<Success>(xml.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(expect), "{error}");
    }
}

#[test]
fn the_deepest_document_that_is_read_is_read_again_from_json() {
    let levels = Limits::DEPTH_MAX - 3;
    let xml = format!(
        "<connected_clients><connected_push_agent id='1'><hostname/><platform id='l'/><timezone_offset>0</timezone_offset>\
         <client_connections>{}{}</client_connections></connected_push_agent></connected_clients>",
        "<a>".repeat(levels),
        "</a>".repeat(levels)
    );
    let limits = Limits { depth: Limits::DEPTH_MAX, ..Limits::default() };
    let reply = answer::<Reply>(xml.as_bytes(), &limits).unwrap().into_result().unwrap();
    let json = serde_json::to_string(&reply).unwrap();
    assert_eq!(serde_json::from_str::<Reply>(&json).unwrap(), reply);
}
