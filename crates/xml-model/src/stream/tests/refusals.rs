//! Errors of the appliance in both forms, and those that only mean that there is nothing.

use super::*;

const NONE: &str = "No Support report information matching your chosen criteria is available.";
const NULLE: &str = "Aucune information correspondant à vos critères n’est disponible.";

#[track_caller]
fn outcome(xml: &str) -> Outcome<Session> {
    in_every_way(SESSIONS, &Limits::default(), xml.as_bytes())
}

/// The forms in which the same words come.
fn forms(words: &str) -> [String; 5] {
    [
        format!("<error xmlns='http://www.beyondtrust.com/sra/namespaces/API/reporting'>{words}</error>"),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<error xmlns=\"u\">\n{words}\n</error>\n\n\n"),
        format!("<session_list><error>{words}</error></session_list>"),
        format!("<session_list xmlns='u'>\n\t<total>0</total> <error>\n{words}</error>\n</session_list>\n"),
        format!("<p:session_list xmlns:p='u'><p:error><![CDATA[{words}]]></p:error></p:session_list>"),
    ]
}

#[test]
fn a_refusal_is_an_error_and_a_value() {
    for xml in forms("Invalid lsid.") {
        let outcome = outcome(&xml);
        let message = "the appliance refused the request: Invalid lsid.".to_owned();
        assert_eq!(outcome.errors, [(ErrorKind::Appliance, message)], "{xml}");
        assert_eq!(outcome.refusal.unwrap().message, "Invalid lsid.");
        assert!(outcome.items.is_empty() && outcome.ending.is_none());
        let Answer::Refusal(_) = answer::<Whole>(xml.as_bytes(), &Limits::default()).unwrap() else {
            panic!()
        };
    }
}

#[test]
fn no_data_is_an_empty_list() {
    for words in [NONE, NULLE, "No archives found for the given search criteria."] {
        for xml in forms(words) {
            let outcome = outcome(&xml);
            assert_eq!((outcome.items.len(), outcome.errors), (0, vec![]), "{xml}");
            let ending = outcome.ending.unwrap();
            assert_eq!((ending.items, ending.no_data.unwrap().message.as_str()), (0, words));
        }
    }
    let empty = outcome("<session_list xmlns='u'>\n</session_list>");
    assert_eq!(empty.ending.unwrap().no_data, None);
}

#[test]
fn a_caller_adds_a_language() {
    let xml = "<error>Keine Sitzungen entsprechen den gewählten Kriterien.</error>";
    let errors = outcome(xml).errors;
    assert_eq!(errors.len(), 1);
    let no_data = NoData::default().ending("entsprechen den gewählten Kriterien");
    let reader = ItemReader::<Session>::with(SESSIONS, Limits::default(), no_data);
    let outcome = feed(reader, xml.as_bytes(), (1..xml.len()).step_by(7));
    assert_eq!((outcome.errors.len(), outcome.ending.unwrap().items), (0, 0));
}

#[test]
fn a_refusal_is_known_before_the_document_is_over() {
    let mut reader = ItemReader::<Session>::new(SESSIONS);
    let error = reader.next_item(&mut &b"<error code=' 7 '>Invalid lsid.</error>"[..]).unwrap_err();
    assert_eq!(error.to_string(), "the appliance refused the request: Invalid lsid. (code 7)");
    let mut rest = &b"<session_list>"[..];
    assert!(reader.next_item(&mut rest).unwrap().is_none() && rest.is_empty());
}

#[test]
fn items_before_a_refusal_come_and_none_behind() {
    let xml = format!(
        "<session_list><session lsid='1'/><error>{NONE}</error><session lsid='2'/>{}</session_list>",
        "<session lsid='3'/>".repeat(3000)
    );
    let outcome = at_once::<Session>(SESSIONS, &Limits::default(), xml.as_bytes());
    assert_eq!((outcome.items.len(), outcome.errors.len()), (1, 1));
    let in_pieces = feed(reader(SESSIONS, &Limits::default()), xml.as_bytes(), (1..xml.len()).step_by(3));
    assert_eq!(in_pieces, outcome);
    let xml = format!("<session_list><error>{NONE}</error><session lsid='2'/></session_list>");
    let outcome = self::outcome(&xml);
    assert_eq!((outcome.items.len(), outcome.errors.len(), outcome.ending.unwrap().items), (0, 0, 0));
}

#[test]
fn an_error_deep_inside_is_data() {
    let xml = "<session_list><session lsid='1'><error>x</error></session></session_list>";
    let outcome = same_as_whole(xml);
    assert_eq!(outcome.items[0].extra.element("error").unwrap().text(), "x");
    let list = List::of(&["errors"], &["error"]);
    let outcome = in_every_way::<Tree>(list, &Limits::default(), b"<errors><error>x</error></errors>");
    assert_eq!((outcome.items.len(), outcome.refusal), (1, None));
}

#[test]
fn what_is_no_list_is_told_as_for_whole_documents() {
    for xml in [
        "",
        " \n",
        "\u{feff}",
        "hunter2",
        "Not found",
        "{\"error\":\"access_denied\",\"message\":\"The resource owner or authorization server denied the request.\"}",
        "{\"error\"",
        "<html><body><p>x<br></body></html>",
        "<!DOCTYPE html>\n<html lang=en><p>x",
        "<!doctype html>",
        "<HTML lang=en>",
        "<sessions><session/></sessions>",
        "<p:sessions xmlns:p='u'/>",
        "<p:session_list/>",
        "<!DOCTYPE session_list [<!ENTITY x 'hunter2'>]><session_list>&x;</session_list>",
        "<session_list k='1' k='2'><session lsid='1'/></session_list>",
        "<session_list k=1/>",
        "hunter2<session_list/>",
        "<![CDATA[hunter2]]><session_list/>",
        "</session_list>",
        "<session_list/>hunter2",
        "<session_list/><session_list/>",
        "<session_list></session_list></session_list>",
        "<session_list/><!-- -- -->",
        "<session_list></sessions>",
        "<session_list></session_list x>",
        "<session_list><!-- -- --></session_list>",
    ] {
        let outcome = outcome(xml);
        let error = answer::<Whole>(xml.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!(outcome.errors, [(error.kind(), error.to_string())], "{xml}");
        assert!(outcome.items.is_empty() && outcome.ending.is_none(), "{xml}");
    }
}
