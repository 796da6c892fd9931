//! Answers of every action, read through the whole way of a call.

use bt_sra_core::{Error, ErrorKind};
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::command::Reply;
use expect_test::{Expect, expect};

use super::Lab;
use crate::rs::Command;
use crate::{ACTIONS, pra};

const NAMESPACES: [&str; 5] = [
    "http://www.bomgar.com/namespaces/API/command",
    "https://www.bomgar.com/namespaces/API/command",
    "https://www.beyondtrust.com/namespaces/API/command",
    "http://www.beyondtrust.com/sra/namespaces/API/command",
    "urn:nobody:knows",
];

/// A document of the root element, as appliances frame it.
fn framed(root: &str, inner: &str, namespace: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<{root} xmlns=\"{namespace}\">\n\n\t{inner}\n\n</{root}>\n\n\n"
    )
}

/// A small good answer of each action, without its root.
fn good(root: &str) -> &'static str {
    match root {
        "api_information" => {
            "<api_version>1.24.1</api_version><timestamp>1700000000</timestamp><permissions/>"
        }
        "health_check" => {
            "<appliance id=\"00112233445566778899aabbccddeeff\">n</appliance><version>24.1.2 (1)</version>\
             <success>1</success><failover_role>none</failover_role>"
        }
        "session_key" => {
            "<type>support</type><expires>1700086400</expires><queue available=\"1\">general</queue>\
             <short_key>1234567</short_key><key_url>https://h/?ak=0</key_url><mail_subject>s</mail_subject>\
             <mail_body>b</mail_body>"
        }
        "virtual_customer" => "<download_url>https://help.example.net/x</download_url>",
        "connected_client_list" => "<connected_client_summary/>",
        "success" => "Done",
        _ => "",
    }
}

async fn ask(action: &str, status: u16, body: &str) -> Result<Reply, Error> {
    let lab = Lab::new([(status, body)]);
    Command::new(lab.pipeline.clone()).action(action).send().await
}

#[tokio::test]
async fn every_action_is_answered_in_every_namespace() {
    for action in &ACTIONS {
        for namespace in NAMESPACES {
            let body = framed(action.root, good(action.root), namespace);
            let reply = ask(action.name, 200, &body).await.unwrap();
            let json = serde_json::to_value(&reply).unwrap();
            assert_eq!(json.as_object().unwrap().keys().collect::<Vec<_>>(), [action.root]);
        }
    }
}

#[tokio::test]
async fn every_action_can_be_refused_in_both_forms() {
    for action in &ACTIONS {
        let alone = framed("error", "Not today", NAMESPACES[0]);
        let nested = framed(action.root, "<error>Not today</error>", NAMESPACES[2]);
        for body in [alone, nested] {
            let error = ask(action.name, 200, &body).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.to_string()),
                (
                    ErrorKind::Appliance,
                    format!("{}: the appliance refused the request (HTTP 200): Not today", action.name)
                )
            );
            assert!(!error.may_have_acted() && !error.is_transient());
        }
    }
}

#[track_caller]
fn told(error: &Error, kind: ErrorKind, expected: Expect) {
    assert_eq!(error.kind(), kind);
    expected.assert_eq(&error.to_string());
}

#[tokio::test]
async fn what_is_no_answer_is_an_error_of_its_kind() {
    let error = ask("check_health", 200, "<error code=\"c\">No</error>").await.unwrap_err();
    told(
        &error,
        ErrorKind::Appliance,
        expect!["check_health: the appliance refused the request (HTTP 200): No (code c)"],
    );
    let denied = r#"{"error":"access_denied","message":"The resource owner or authorization server denied the request."}"#;
    for status in [200, 401] {
        let error = ask("check_health", status, denied).await.unwrap_err();
        assert!(error.appliance_message().is_some_and(|words| words.contains("denied")), "{error}");
    }
    let error = ask("check_health", 200, denied).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let error = ask("check_health", 200, "<surprise/>").await.unwrap_err();
    told(
        &error,
        ErrorKind::Decode,
        expect![
            "check_health: the document is not what was expected: the root element is `surprise` and not `one of those of the Command API`, in `/surprise` at byte 0 (HTTP 200)"
        ],
    );
    let lab = Lab::new([(200, "<success>x</success>")]);
    let error = pra::Command::new(lab.pipeline).check_health().send().await.unwrap_err();
    told(
        &error,
        ErrorKind::Decode,
        expect![
            "check_health: the document is not what was expected: the root element is `success` and not `health_check`, in `/success` at byte 0 (HTTP 200)"
        ],
    );
    for (status, kind) in
        [(403, ErrorKind::Appliance), (429, ErrorKind::RateLimited), (500, ErrorKind::Appliance)]
    {
        assert_eq!(ask("check_health", status, "").await.unwrap_err().kind(), kind);
    }
    let error =
        ask("check_health", 200, "<!doctype html><html><body>Log in</body></html>").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><health_check>&a;</health_check>";
    assert_eq!(ask("check_health", 200, bomb).await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn an_answer_longer_than_the_limit_is_not_read() {
    let lab = Lab::new([(200, format!("<success>{}</success>", "x".repeat(5000)))]);
    let command = Command::new(lab.pipeline);
    let mut limits = crate::model::Limits::default();
    limits.bytes = 4096;
    let session = Lsid::new("0f0e0d0c0b0a09080706050403020100");
    let error = command.terminate_session(&session).with_limits(limits).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.may_have_acted(), "it was carried out, only the answer is lost");
}

#[tokio::test]
async fn what_reads_is_asked_again_and_what_acts_is_not() {
    for action in &ACTIONS {
        let lab = Lab::new([(503, String::new()), (200, framed(action.root, good(action.root), ""))]);
        let mut policy = bt_sra_transport::RetryPolicy::attempts(2);
        policy.base = std::time::Duration::ZERO;
        let sent = Command::new(lab.pipeline.clone()).action(action.name).with_retry(policy).send().await;
        let is_safe = action.repeat == bt_sra_transport::Repeat::Safe;
        assert_eq!(
            (sent.is_ok(), lab.asked().len()),
            (is_safe, if is_safe { 2 } else { 1 }),
            "{}",
            action.name
        );
    }
}
