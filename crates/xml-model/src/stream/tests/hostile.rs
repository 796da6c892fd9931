//! What would fill the memory or keep a parser busy.

use super::*;

/// Feeds `start` and then `again` until it is refused, in pieces as they come from a network; returns
/// how many bytes that took.
#[track_caller]
fn endless(limits: &Limits, start: &str, again: &str, expect: &str) -> usize {
    let mut reader = reader::<Tree>(SESSIONS, limits);
    let piece = again.repeat(1 + 16_000 / again.len());
    let mut taken = 0;
    for piece in std::iter::once(start).chain(std::iter::repeat(piece.as_str())) {
        let mut piece = piece.as_bytes();
        taken += piece.len();
        loop {
            match reader.next_item(&mut piece) {
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(error) => {
                    assert!(error.to_string().contains(expect), "{error}");
                    return taken;
                }
            }
        }
        assert!(taken < 200 << 20, "it is never refused");
    }
    unreachable!("pieces do not end")
}

#[test]
fn what_never_ends_is_refused_at_the_limit() {
    let limits = Limits { item_bytes: 1 << 18, bytes: 1 << 18, ..Limits::default() };
    let within = |start: &str, again: &str, expect: &str, most: usize| {
        let taken = endless(&limits, start, again, expect);
        assert!(taken <= most + 64_000, "{again}: {taken}");
    };
    let item = "an item, number 1, of more than 262144 bytes in `/session_list` at byte 14";
    let head = "no root element in its first 65536 bytes";
    within("<session_list>", "<session", item, 1 << 18);
    within("<session_list>", "<session>", "nesting of more than 32 levels", 0);
    within("<session_list><session", "x", item, 1 << 18);
    within("<session_list><session ", "k='' ", "more than 64 attributes", 0);
    within("<session_list><session k='", "x", item, 1 << 18);
    within("<session_list><session>", "x", item, 1 << 18);
    within("<session_list><session>", "<a/>", item, 1 << 18);
    within("<session_list><session><![CDATA[", "]", item, 1 << 18);
    within("<session_list><!--", "-", item, 1 << 18);
    within("<session_list><?x", "?", item, 1 << 18);
    within("<session_list>", "\n", item, 1 << 18);
    within("<session_list></", "a", item, 1 << 18);
    within("<session_list>", "<a>x</a>", "more than 262144 bytes beside the items", 1 << 18);
    within("<session_list>", "x<session/>", "262144 bytes of text beside the items", 3 << 20);
    within("<session_list/><!--", "-", "more than 262144 bytes beside its items", 1 << 18);
    within("<error>", "x", "more than 262144 bytes beside its items", 1 << 18);
    within("<error>", "<a>", "nesting of more than 32 levels", 0);
    within("<", "a", head, 64 << 10);
    within("<!--", "x", head, 64 << 10);
    within("", "<!---->", head, 64 << 10);
    within("<session_list ", "k='' ", "more than 64 attributes", 0);
    within("<session_list k='", "x", head, 64 << 10);
    within("hunter2 ", "x", "the document is no XML", 64 << 10);
    within("{", " ", "the document is no XML", 64 << 10);
    within("<!DOCTYPE session_list [", "<!ENTITY a 'b'>", "a document type declaration", 0);
}

#[test]
fn blank_lines_and_items_may_go_on_for_ever() {
    for (start, again) in [("", "\n"), ("<session_list>", "<session/>\n"), ("<session_list/>", "\n<!-- -->")]
    {
        let limits = Limits { stream_bytes: Some(300_000), item_bytes: 1 << 10, ..Limits::default() };
        endless(&limits, start, again, "the document is longer than 300000 bytes");
    }
}

#[test]
fn what_is_skipped_takes_no_memory() {
    let list = SESSIONS.others(Others::Skip);
    let limits = Limits { item_bytes: 1 << 10, ..Limits::default() };
    for long in ["x", "<b/>", "<!-- x -->", "<![CDATA[</a>]]>", "<a></a>"] {
        let mut splitter = Splitter::new(list, limits.clone());
        let mut feed = |piece: &str| splitter.next_batch(&mut piece.as_bytes()).unwrap();
        assert!(feed("<session_list><a>").is_none());
        let piece = long.repeat(1 + 8000 / long.len());
        for _ in 0..40 {
            assert!(feed(&piece).is_none());
        }
        assert!(feed("<![CDATA[").is_none());
        for _ in 0..40 {
            assert!(feed("<a>]></a>").is_none());
        }
        let batch = feed("]]></a><session/>").unwrap();
        assert_eq!(batch.read::<Tree>().items.len(), 1);
    }
}

#[test]
fn attributes_and_namespaces_of_an_item_are_bounded() {
    let attributes: String = (0..20_000).map(|number| format!(" a{number}=''")).collect();
    let namespaces: String = (0..70).map(|number| format!("<a xmlns:n{number}='u'/>")).collect();
    for (content, expect) in [
        (format!("<session{attributes}/>"), "an element with more than 64 attributes"),
        (format!("<session>{namespaces}</session>"), "more than 64 namespace declarations"),
        (format!("<session>{}", "<a k=''>".repeat(1_000)), "nesting of more than 32 levels"),
        (format!("<session>{}</session>", "<a k='' l=''/>".repeat(5_001)), "more than 10000 attributes"),
        (format!("<session>{}</session>", "<a/>".repeat(10_001)), "more than 10000 nodes"),
        (format!("<session>{}</session>", "&lol;".repeat(100)), "an entity that does not exist"),
    ] {
        let xml = format!("<session_list><session/>{content}<session/></session_list>");
        let limits = Limits { nodes: 10_000, ..Limits::default() };
        let outcome = at_once::<Tree>(SESSIONS, &limits, xml.as_bytes());
        assert_eq!((outcome.items.len(), outcome.errors.len()), (1, 1));
        assert!(outcome.errors[0].1.contains(expect), "{:?}", outcome.errors);
    }
}

#[test]
fn an_item_as_long_as_the_limit_comes_in_small_pieces_in_time() {
    let name = "<a k='1'>x</a>".repeat(20_000);
    let xml = format!("<session_list><session lsid='1'>{name}</session></session_list>");
    let limits = Limits::default();
    let outcome = feed(reader::<Tree>(SESSIONS, &limits), xml.as_bytes(), (7..xml.len()).step_by(7));
    assert_eq!((outcome.items.len(), outcome.errors.len()), (1, 0));
}
