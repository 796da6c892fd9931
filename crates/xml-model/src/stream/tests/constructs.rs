//! What XML can hide an item's end or beginning in, one case for each rule.

use expect_test::{Expect, expect};

use super::*;

/// Reads in every way, and as a whole document, and compares items (`lsid`, name, bodies) with `expect`.
#[track_caller]
fn check(xml: &str, expect: Expect) {
    let outcome = same_as_whole(xml);
    let mut text = String::new();
    for session in &outcome.items {
        let bodies: Vec<_> =
            session.events.iter().map(|event| event.body.clone().unwrap_or_default()).collect();
        let name = session.name.clone().unwrap_or_default();
        text.push_str(&format!("{} {name:?} {bodies:?}\n", session.lsid));
    }
    expect.assert_eq(&text);
}

fn body(content: &str) -> String {
    format!(
        "<session_list><session lsid='1'><session_details><event timestamp='5'><body>{content}</body></event>\
         </session_details></session><session lsid='2'/></session_list>"
    )
}

#[test]
fn namespaces_and_prefixes_of_the_root_hold_for_items() {
    check(
        "<session_list xmlns='http://www.beyondtrust.com/sra/namespaces/API/reporting' \
         xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\n\
         <session lsid='1'><primary_customer xsi:nil='true'>a</primary_customer></session></session_list>",
        expect![[r#"
            1 "a" []
        "#]],
    );
    check(
        "<r:session_list xmlns:r='u' count='2'><r:session lsid='1'><r:primary_customer>a</r:primary_customer></r:session>\
         <r:session lsid='2'></r:session ></r:session_list >",
        expect![[r#"
            1 "a" []
            2 "" []
        "#]],
    );
}

#[test]
fn namespaces_of_an_item_hold_inside_of_it() {
    check(
        "<session_list><p:session xmlns:p='u' lsid='1'><p:primary_customer>a</p:primary_customer></p:session>\
         <session xmlns='v' lsid='2'/></session_list>",
        expect![[r#"
            1 "a" []
            2 "" []
        "#]],
    );
}

#[test]
fn marks_in_attribute_values_end_nothing() {
    check(
        "<session_list note='a>b/' x=\"'>\"><session lsid='1>2' k=\"/>\"><primary_customer a='/'>n</primary_customer>\
         </session><session lsid=\"it's > /\" /></session_list>",
        expect![[r#"
            1>2 "n" []
            it's > / "" []
        "#]],
    );
}

#[test]
fn tags_in_sections_comments_and_instructions_are_none() {
    check(
        &body("<![CDATA[</session><session lsid='9'>]]>"),
        expect![[r#"
        1 "" ["</session><session lsid='9'>"]
        2 "" []
    "#]],
    );
    check(
        &body("a<!-- </session><session lsid='9'/> -->b"),
        expect![[r#"
        1 "" ["ab"]
        2 "" []
    "#]],
    );
    check(
        &body("a<?x </session> \"?>b<![CDATA[]]]]><![CDATA[>]]>"),
        expect![[r#"
        1 "" ["ab]]>"]
        2 "" []
    "#]],
    );
    check(
        &body("<![CDATA[<!-- ]]><!-- <![CDATA[ --><!----><![CDATA[]]>"),
        expect![[r#"
        1 "" ["<!-- "]
        2 "" []
    "#]],
    );
}

#[test]
fn elements_of_the_name_inside_are_no_items() {
    check(
        "<session_list><session lsid='1'><session lsid='9'><session/></session ></session\n><session lsid='2'/>\
         <session\tlsid='3'\n></session>\n\n<session lsid='4' /></session_list>",
        expect![[r#"
            1 "" []
            2 "" []
            3 "" []
            4 "" []
        "#]],
    );
}

#[test]
fn names_that_only_begin_so_are_others() {
    let xml = "<session_list><sessions><session lsid='9'/></sessions><session lsid='1'/><session_ lsid='8'/>\
               <sess/></session_list>";
    let outcome = same_as_whole(xml);
    let names: Vec<_> = outcome.head.unwrap().rest.elements.into_iter().map(|tree| tree.name).collect();
    assert_eq!(names, ["sessions", "session_", "sess"]);
}

#[test]
fn references_are_resolved_in_items() {
    check(
        &body("&lt;/session&gt;&#60;&#x10FFFF;&amp;lt;&quot;&apos;"),
        expect![[r#"
        1 "" ["</session><\u{10ffff}&lt;\"'"]
        2 "" []
    "#]],
    );
}

#[test]
fn characters_may_be_cut() {
    check(
        &body("€ß😀𝄞"),
        expect![[r#"
        1 "" ["€ß😀𝄞"]
        2 "" []
    "#]],
    );
    check(
        "<session_list größe='ü'><session lsid='😀'/><größe/></session_list>",
        expect![[r#"
        😀 "" []
    "#]],
    );
}

#[test]
fn what_stands_around_is_passed_over() {
    check(
        "\u{feff}\n\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n\n<!-- <session_list> --><?x <y> ?>\n\
         <session_list>\n<!-- <session> --> <?x <session ?>\t<session lsid='1'/><!-- - -> -->\n\n\
         </session_list>\n\n<!-- <session lsid='2'/> --> <?x?>\n\n",
        expect![[r#"
            1 "" []
        "#]],
    );
    check("<session_list/>", expect![""]);
    check("<?xml version='1.0' encoding='US-ASCII'?><session_list>\n\n</session_list>\n", expect![""]);
    check("<session_list a='1'><!-- --></session_list>", expect![""]);
}

#[test]
fn what_is_beside_the_items_is_in_the_head() {
    let xml = "<session_list total='3' p:k='v' xmlns:p='u'><date>2024-01-02</date>some<session lsid='1'/>\
               <![CDATA[ <te]]>xt<!-- --> <session lsid='2'/><totals><count>3</count></totals> end</session_list>";
    let outcome = in_every_way::<Session>(SESSIONS, &Limits::default(), xml.as_bytes());
    let Head { rest, .. } = outcome.head.unwrap();
    assert_eq!(rest.attributes["total"], "3");
    assert_eq!(rest.attributes["{u}k"], "v");
    assert_eq!(rest.text, "some <text end");
    let elements: Vec<_> = rest.elements.iter().map(|tree| tree.name.as_str()).collect();
    assert_eq!(elements, ["date", "totals"]);
    assert_eq!(rest.elements[1].child("count").unwrap().text(), "3");
    assert_eq!(outcome.items.len(), 2);
}

#[test]
fn others_are_skipped_whatever_they_hold() {
    let list = SESSIONS.others(Others::Skip);
    let xml = "<session_list> <a k='>'/><session lsid='1'/>x <b><![CDATA[</b>]]><session lsid='9'/>&nbsp;<!-- </b> --><c\n>\
               </c></b>y<session lsid='2'/><session lsid='3'/><d></d></session_list>";
    let outcome = in_every_way::<Session>(list, &Limits::default(), xml.as_bytes());
    let lsids: Vec<_> = outcome.items.iter().map(|session| session.lsid.as_str()).collect();
    assert_eq!((lsids, outcome.errors), (vec!["1", "2", "3"], vec![]));
    let rest = outcome.head.unwrap().rest;
    assert_eq!((rest.elements.len(), rest.text.as_str()), (0, "x y"));
}

#[test]
fn any_list_can_be_read() {
    let xml = "<team_activity_list at='5'><team_activity id='1'><a/></team_activity>\n<other>x</other></team_activity_list>";
    let outcome = in_every_way::<Tree>(List::any(), &Limits::default(), xml.as_bytes());
    let names: Vec<_> = outcome.items.iter().map(|tree| tree.name.as_str()).collect();
    assert_eq!(names, ["team_activity", "other"]);
    assert_eq!(outcome.head.unwrap().root, "team_activity_list");
    let list = List::of(&["archives", "archive_list"], &["state", "event"]);
    let xml = "<archive_list><event/><state/><x/></archive_list>";
    let outcome = in_every_way::<Tree>(list, &Limits::default(), xml.as_bytes());
    assert_eq!(outcome.items.len(), 2);
}

#[test]
fn long_and_short_items_come_alike() {
    let mut xml = String::from("<session_list>\n");
    for number in 0..120 {
        let length = [1, 40_000, 7, 32_768, 200, 100_000][number % 6] / (1 + number / 20);
        let name = "é".repeat(length / 2);
        xml.push_str(&format!(
            "\t<session lsid='{number}'><primary_customer>{name}</primary_customer></session>\n"
        ));
    }
    xml.push_str("</session_list>\n");
    let expect = at_once::<Session>(SESSIONS, &Limits::default(), xml.as_bytes());
    assert_eq!((expect.items.len(), expect.errors.len()), (120, 0));
    let Answer::Data(whole) = answer::<Whole>(xml.as_bytes(), &Limits::default()).unwrap() else { panic!() };
    assert_eq!(expect.items, whole.sessions);
    for size in [17, 999, 16_384, 32_768, 40_000, 1 << 20] {
        let limits = Limits::default();
        let outcome = feed(reader(SESSIONS, &limits), xml.as_bytes(), (size..xml.len()).step_by(size));
        assert_eq!(outcome, expect, "{size}");
    }
}
