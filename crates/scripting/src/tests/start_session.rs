//! Addresses that begin a session.

use bt_sra_core::{ErrorKind, Site};
use expect_test::{Expect, expect};

use crate::START_SESSION_PARAMETERS;
use crate::rs::StartSession;

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "written in place")]
fn check(start: StartSession, expected: Expect) {
    expected.assert_eq(&start.path());
    let site = Site::parse("support.example.com").unwrap();
    assert_eq!(start.url(&site), format!("https://support.example.com{}", start.path()));
    let (_, query) = start.path().split_once('?').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    for pair in query.split('&') {
        let (name, _) = pair.split_once('=').unwrap();
        let is_it = |known: &str| match known.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == known,
        };
        assert!(START_SESSION_PARAMETERS.iter().any(|(known, _)| is_it(known)), "{name}");
    }
}

#[test]
fn each_way_in_has_its_parameters() {
    check(StartSession::by_id(5), expect!["/api/start_session?id=5"]);
    check(StartSession::by_name("Mira Ö."), expect!["/api/start_session?name=Mira%20%C3%96."]);
    check(StartSession::by_short_key("1234567"), expect!["/api/start_session?short_key=1234567"]);
    check(
        StartSession::by_issue("vpn+mail").chat(),
        expect!["/api/start_session?issue_menu=1&codeName=vpn%2Bmail&c2cjs=1"],
    );
}

#[test]
fn nothing_breaks_out_of_a_value_and_the_last_one_counts() {
    let start = StartSession::by_name("a&id=1#x?").external_key("old").external_key("A=B%");
    let start = start.customer("company", "\n\"<").unwrap().custom("cost_center", "").unwrap();
    check(
        start,
        expect![
            "/api/start_session?name=a%26id%3D1%23x%3F&session.custom.external_key=A%3DB%25&customer.company=%0A%22%3C&session.custom.cost_center="
        ],
    );
}

#[test]
fn names_that_are_none_are_refused() {
    for name in ["", "a b", "a&b", "a=b", "ü", "a.b", &"x".repeat(65)] {
        let start = StartSession::by_id(1);
        for error in [start.clone().customer(name, "x").unwrap_err(), start.custom(name, "x").unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
            assert!(error.to_string().contains("is no code name"), "{error}");
        }
    }
}

#[test]
fn a_key_is_not_in_the_debug_output() {
    assert_eq!(format!("{:?}", StartSession::by_short_key("1234567")), r#"{"short_key"}"#);
}
