//! Documents that break off, are malformed, or go beyond the limits.

use super::*;

const SAMPLE: &str = "\u{feff}<?xml version='1.0'?>\n<!-- a --><p:session_list xmlns:p='u' a='>'>\n <total>2</total>\n\
    <p:session lsid='1'><primary_customer>hunter2 &amp; ü😀</primary_customer><![CDATA[ ]]></p:session>\n\
    <?x y?><p:session lsid='2'/><p:session lsid='3'><session_details><event timestamp='1'><body>hunter2</body></event>\
    </session_details></p:session ></p:session_list>\n<!-- end -->\n";

/// Where the items of the sample end, and its root.
fn ends() -> ([usize; 3], usize) {
    let end = |of: &str| SAMPLE.find(of).unwrap() + of.len();
    ([end("]]></p:session>"), end("<p:session lsid='2'/>"), end("</p:session >")], end("</p:session_list>"))
}

#[test]
fn what_breaks_off_gives_what_was_whole_and_says_so() {
    let (items, root) = ends();
    let whole = at_once::<Session>(SESSIONS, &Limits::default(), SAMPLE.as_bytes());
    assert_eq!((whole.items.len(), whole.errors.len()), (3, 0));
    for length in 0..SAMPLE.len() {
        let xml = &SAMPLE.as_bytes()[..length];
        let outcome = at_once::<Session>(SESSIONS, &Limits::default(), xml);
        let count = items.iter().filter(|end| **end <= length).count();
        assert_eq!(outcome.items, whole.items[..count], "{length}");
        let is_over = length >= root && !SAMPLE[root..length].trim_end().contains('<')
            || length >= SAMPLE.trim_end().len();
        assert_eq!(outcome.ending.is_some(), is_over, "{length}");
        if is_over {
            continue;
        }
        let [(kind, words)] = outcome.errors.as_slice() else { panic!("{length}: {:?}", outcome.errors) };
        if length > 3 {
            let expect = format!("at byte {length}");
            assert_eq!(*kind, ErrorKind::Interrupted, "{length}: {words}");
            assert!(
                words.starts_with("the document ends too early: ") && words.ends_with(&expect),
                "{words}"
            );
        }
        assert!(!words.contains("hunter2"));
        for size in [1, 2, 5, 17] {
            let limits = Limits::default();
            assert_eq!(feed(reader(SESSIONS, &limits), xml, (size..length).step_by(size)), outcome);
        }
    }
}

#[track_caller]
fn broken(xml: &str, items: usize, kind: ErrorKind, expect: &str) {
    within(&Limits::default(), xml, items, kind, expect);
}

#[track_caller]
fn within(limits: &Limits, xml: &str, items: usize, kind: ErrorKind, expect: &str) {
    let outcome = in_every_way::<Session>(SESSIONS, limits, xml.as_bytes());
    assert_eq!(outcome.errors, [(kind, expect.to_owned())]);
    assert_eq!((outcome.items.len(), outcome.ending), (items, None));
    assert!(!expect.contains("hunter2"));
}

#[track_caller]
fn malformed(content: &str, items: usize, expect: &str) {
    let xml = format!("<session_list>\n<session lsid='1'/>{content}");
    broken(&xml, items, ErrorKind::Decode, &format!("the document is not what was expected: {expect}"));
}

#[test]
fn a_form_feed_is_no_white_space() {
    let expect = "a character that XML does not allow in `/session_list` at byte 34";
    malformed("\u{c}</session_list>", 1, expect);
    malformed("\u{c}<session lsid='2'/></session_list>", 1, expect);
    malformed("</session_list\u{c}>", 1, "no well-formed XML in `/` at byte 48");
    malformed("</session_list>\u{c}", 1, "no well-formed XML in `/` at byte 49");
    malformed(
        "<session\u{c}lsid='2'/></session_list>",
        1,
        "no well-formed XML in `/session_list` at byte 42",
    );
    let before = b"\x0c<session_list/>";
    let whole = answer::<Whole>(before, &Limits::default()).unwrap_err();
    assert!(whole.to_string().starts_with("the document is no XML: it does not begin with `<`."), "{whole}");
    let errors = in_every_way::<Session>(SESSIONS, &Limits::default(), before).errors;
    assert_eq!(errors, [(ErrorKind::Decode, whole.to_string())]);
}

#[test]
fn the_place_where_it_breaks_off_is_named() {
    let start = "the document ends too early: it breaks off in ";
    let kind = ErrorKind::Interrupted;
    broken("<session_list>", 0, kind, &format!("{start}`/session_list` at byte 14"));
    broken(
        "<session_list><session lsid='1'/><session lsid='2'><a><b/><b></b>hunter2</c",
        1,
        kind,
        &format!("{start}`/session_list/session[2]/?` at byte 75"),
    );
    broken("<session_list/><!-- ", 0, kind, &format!("{start}`/` at byte 20"));
    broken("<error>hunter2", 0, kind, &format!("{start}`/error` at byte 14"));
}

#[test]
fn items_before_a_mistake_come() {
    malformed(
        "<session lsid='2'>&hunter2;</session><session lsid='3'/></session_list>",
        1,
        "a reference to an entity that does not exist in `/session_list/session[2]` at byte 52",
    );
    malformed(
        "<session lsid='2'><a></b></session><session lsid='3'/></session_list>",
        1,
        "an end tag that closes nothing in `/session_list/session[2]/?` at byte 55",
    );
    malformed("</session></session_list>", 1, "an end tag that closes nothing in `/session_list` at byte 34");
    malformed(
        "<session lsid='2'><q:a/></session></session_list>",
        1,
        "a prefix without a namespace in `/session_list/session[2]` at byte 53",
    );
    malformed(
        "<session lsid='2' k='<session>'/><session lsid='3'/></session_list>",
        1,
        "no well-formed XML in `/session_list/?` at byte 55",
    );
    malformed(
        "<session lsid='2'/>hunter2 & more<session lsid='3'/></session_list>",
        2,
        "a broken reference in `/session_list` at byte 61",
    );
    malformed(
        "<session lsid='2'/><!DOCTYPE hunter2><session lsid='3'/></session_list>",
        2,
        "a document type declaration, which is never read, in `/session_list` at byte 53",
    );
    malformed(
        "<session lsid='2'/></session_list><session lsid='3'/>",
        2,
        "no well-formed XML in `/` at byte 68",
    );
}

#[test]
fn mistakes_in_what_is_kept_are_told_and_in_what_is_skipped_are_not() {
    let xml = "<session_list><session lsid='1'/><a>&hunter2;</a><session lsid='2'/></session_list>";
    let expect = "the document is not what was expected: a reference to an entity that does not exist in \
                  `/session_list/a` at byte 36";
    broken(xml, 1, ErrorKind::Decode, expect);
    let list = SESSIONS.others(Others::Skip);
    let outcome = in_every_way::<Session>(list, &Limits::default(), xml.as_bytes());
    assert_eq!((outcome.items.len(), outcome.errors), (2, vec![]));
}

#[test]
fn only_utf_8_is_read() {
    let outcome = |xml: &[u8]| {
        let outcome = in_every_way::<Session>(SESSIONS, &Limits::default(), xml);
        let [(ErrorKind::Decode, words)] = outcome.errors.as_slice() else { panic!("{:?}", outcome.errors) };
        (outcome.items.len(), words.clone())
    };
    let utf_16 = (0, "the document is written in UTF-16; only UTF-8 is read".to_owned());
    assert_eq!(outcome(b"\xff\xfe<\0s\0"), utf_16);
    assert_eq!(outcome(b"\xfe\xff\0<\0s"), utf_16);
    let at = |at| format!("the document is not UTF-8: byte {at} does not belong there");
    let xml = b"<session_list><session lsid='1'/><session lsid='\xff'/><session lsid='3'/></session_list>";
    assert_eq!(outcome(xml), (1, at(48)));
    assert_eq!(outcome(b"<session_list a='\xc3'><session lsid='1'/></session_list>"), (0, at(17)));
    assert_eq!(outcome(b"<session_list><session lsid='1'/>\xc3\x28</session_list>"), (1, at(33)));
    for encoding in ["ISO-8859-1", "UTF-16", "windows-1252"] {
        let xml = format!(
            "<?xml version='1.0' encoding='{encoding}'?>\n<session_list><session lsid='1'/></session_list>"
        );
        let expect = "the document is not what was expected: a declaration of another encoding than UTF-8 in `/` at byte 0";
        assert_eq!(outcome(xml.as_bytes()), (0, expect.to_owned()));
    }
}

#[test]
fn each_limit_holds_and_is_not_too_tight() {
    let xml = "<session_list><session lsid='1'/>  <session lsid='2'><a><b k='' l=''/></a></session><x/><y/></session_list>";
    let fits = |limits: &Limits| {
        let outcome = in_every_way::<Session>(SESSIONS, limits, xml.as_bytes());
        assert_eq!((outcome.items.len(), outcome.errors), (2, vec![]));
    };
    let refused = |limits: &Limits, items, expect: &str| {
        within(limits, xml, items, ErrorKind::Decode, expect);
    };
    let start = "the document is not what was expected:";
    fits(&Limits { item_bytes: 51, ..Limits::default() });
    refused(
        &Limits { item_bytes: 50, ..Limits::default() },
        1,
        &format!("{start} an item, number 2, of more than 50 bytes in `/session_list` at byte 33"),
    );
    fits(&Limits { stream_bytes: Some(xml.len() as u64), ..Limits::default() });
    refused(
        &Limits { stream_bytes: Some(40), ..Limits::default() },
        1,
        "the document is longer than 40 bytes",
    );
    fits(&Limits { stream_items: Some(2), ..Limits::default() });
    refused(&Limits { stream_items: Some(1), ..Limits::default() }, 1, "the document has more than 1 items");
    fits(&Limits { bytes: 8, ..Limits::default() });
    refused(
        &Limits { bytes: 7, ..Limits::default() },
        2,
        "the document has more than 7 bytes beside the items",
    );
    fits(&Limits { depth: 4, ..Limits::default() });
    refused(
        &Limits { depth: 3, ..Limits::default() },
        1,
        &format!("{start} nesting of more than 3 levels in `/session_list/session[2]/?` at byte 56"),
    );
    fits(&Limits { attributes: 2, ..Limits::default() });
    refused(
        &Limits { attributes: 1, ..Limits::default() },
        1,
        &format!("{start} an element with more than 1 attributes in `/session_list/session[2]/?` at byte 56"),
    );
    fits(&Limits { nodes: 6, ..Limits::default() });
    refused(&Limits { nodes: 5, ..Limits::default() }, 1, "the document has more than 5 nodes");
    let xml = "<session_list xmlns='u'><session lsid='1' xmlns:p='u'/><session lsid='2' xmlns:p='u' xmlns:q='v'/></session_list>";
    let outcome =
        in_every_way::<Session>(SESSIONS, &Limits { namespaces: 3, ..Limits::default() }, xml.as_bytes());
    assert_eq!((outcome.items.len(), outcome.errors), (2, vec![]));
    let expect = format!("{start} more than 2 namespace declarations in `/session_list` at byte 55");
    within(&Limits { namespaces: 2, ..Limits::default() }, xml, 1, ErrorKind::Decode, &expect);
}

#[test]
fn text_beside_the_items_is_bounded() {
    let limits = Limits { bytes: 5, ..Limits::default() };
    let xml = "<session_list>ab<session lsid='1'/>c<session lsid='2'/></session_list>";
    let outcome = in_every_way::<Session>(SESSIONS, &limits, xml.as_bytes());
    assert_eq!((outcome.items.len(), outcome.errors), (2, vec![]));
    let limits = Limits { bytes: 4, ..Limits::default() };
    let outcome = at_once::<Session>(SESSIONS, &limits, xml.as_bytes());
    assert_eq!(outcome.errors[0].1, "the document has more than 4 bytes of text beside the items");
}
