//! Answers of every action, read through the whole way of a call.

use bt_sra_core::{Error, ErrorKind};
use bt_sra_xml_model::command::Reply;
use bt_sra_xml_model::{Lsid, RepresentativeId};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::Lab;
use crate::actions::AnyAnswer;
use crate::rs::Command;
use crate::{ACTIONS, Chat, Leaver, NewFailoverRole, Queue, TeamVoice, TransferTo, Visitor, pra};

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
    match Command::new(lab.pipeline.clone()).action(action).send().await? {
        AnyAnswer::Known(reply) => Ok(*reply),
        AnyAnswer::Other(tree) => panic!("an unknown document: {tree:?}"),
    }
}

/// Calls an action by its typed method, and returns the answer as JSON.
async fn typed(action: &str, status: u16, body: &str) -> Result<Value, Error> {
    let lab = Lab::new([(status, body)]);
    let (rs, pra) = (Command::new(lab.pipeline.clone()), pra::Command::new(lab.pipeline.clone()));
    let session = Lsid::new("0f0e0d0c0b0a09080706050403020100");
    let rep = RepresentativeId::new(7);
    let visitor = Visitor {
        name: "Ada".to_owned(),
        ip_address: [198, 51, 100, 7].into(),
        operating_system: "Plan 9".to_owned(),
        computer_name: "ada-1".to_owned(),
    };
    let shortcut = pra::JumpShortcut::new("a", "g", pra::LocalJump::new("h"));
    macro_rules! each {
        ($($name:literal => $call:expr,)*) => {
            match action {
                $($name => $call.send().await.map(|answer| serde_json::to_value(answer).unwrap()),)*
                other => panic!("no typed call of {other}"),
            }
        };
    }
    each! {
        "get_api_info" => pra.get_api_info(),
        "check_health" => pra.check_health(),
        "set_failover_role" => rs.set_failover_role(NewFailoverRole::Backup),
        "get_appliances" => rs.get_appliances(),
        "get_logged_in_reps" => pra.get_logged_in_reps(),
        "set_rep_status" => rs.set_rep_status(rep, "away"),
        "logout_rep" => rs.logout_rep(rep),
        "get_support_teams" => rs.get_support_teams(),
        "generate_session_key" => rs.generate_session_key(&Queue::General),
        "create_virtual_customer" => rs.create_virtual_customer("1234567", visitor),
        "send_chat_message" => rs.send_chat_message(Chat::Team(7.into(), TeamVoice::System), "hello"),
        "join_session" => rs.join_session(&session, &rep.into()),
        "leave_session" => rs.leave_session(&session, &Leaver::Customer),
        "transfer_session" => rs.transfer_session(&session, &TransferTo::Team(7.into())),
        "set_session_attributes" => pra.set_session_attributes(&session),
        "get_session_attributes" => pra.get_session_attributes(&session),
        "terminate_session" => pra.terminate_session(&session),
        "get_connected_client_list" => pra.get_connected_client_list(),
        "get_connected_clients" => pra.get_connected_clients(),
        "import_jump_shortcut" => pra.import_jump_shortcut(shortcut),
    }
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

/// A telling member of the document of each root, and what it is in the small good answer.
fn telling(root: &str) -> (&'static str, Value) {
    match root {
        "api_information" => ("api_version", json!("1.24.1")),
        "health_check" => ("success", json!(true)),
        "appliances" => ("appliances", json!([])),
        "logged_in_reps" => ("reps", json!([])),
        "support_teams" => ("support_teams", json!([])),
        "session_key" => ("short_key", json!("1234567")),
        "virtual_customer" => ("download_url", json!("https://help.example.net/x")),
        "custom_attributes" => ("custom_attributes", json!([])),
        "connected_client_list" => ("connected_clients", json!([])),
        "connected_clients" => ("clients", json!([])),
        _ => ("message", json!("Done")),
    }
}

#[tokio::test]
async fn the_method_of_every_action_reads_its_own_document_and_no_other() {
    let denied = r#"{"error":"access_denied","message":"The resource owner or authorization server denied the request."}"#;
    for action in &ACTIONS {
        let body = framed(action.root, good(action.root), NAMESPACES[2]);
        let (member, value) = telling(action.root);
        assert_eq!(typed(action.name, 200, &body).await.unwrap()[member], value, "{}", action.name);
        let refused = framed("error", "Not today", NAMESPACES[0]);
        let error = typed(action.name, 200, &refused).await.unwrap_err();
        assert_eq!((error.kind(), error.appliance_message()), (ErrorKind::Appliance, Some("Not today")));
        let error = typed(action.name, 200, denied).await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Credentials, Some(action.name)));
        for other in ["<surprise/>", "<html><body>Log in</body></html>", ""] {
            let error = typed(action.name, 200, other).await.unwrap_err();
            assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Decode, true), "{}", action.name);
        }
        let wrong = if action.root == "appliances" { "logged_in_reps" } else { "appliances" };
        assert_eq!(
            typed(action.name, 200, &framed(wrong, "", "")).await.unwrap_err().kind(),
            ErrorKind::Decode,
            "{}",
            action.name
        );
    }
}

#[tokio::test]
async fn a_document_that_nobody_knows_is_passed_on_by_a_call_by_name() {
    let lab = Lab::new([(200, "<future a='1'><b>2</b></future>")]);
    let command = Command::new(lab.pipeline.clone());
    let AnyAnswer::Other(tree) = command.action("of_tomorrow").send().await.unwrap() else { panic!() };
    assert_eq!((tree.name.as_str(), tree.child("b").unwrap().text().as_str()), ("future", "2"));
    let document = command.action("of_tomorrow").document().await.unwrap();
    assert_eq!(document, "<future a='1'><b>2</b></future>");
}

#[test]
fn nothing_that_is_of_a_person_or_opens_a_session_is_in_what_debug_prints() {
    let key = framed(
        "session_key",
        &good("session_key").replace("1234567", "canary").replace("ak=0", "canary"),
        "",
    );
    let key: crate::model::command::SessionKey = crate::model::read(key.as_bytes()).unwrap();
    let customer = "<virtual_customer><download_url>canary</download_url></virtual_customer>";
    let customer: crate::model::command::VirtualCustomer = crate::model::read(customer.as_bytes()).unwrap();
    let visitor = Visitor {
        name: "canary".to_owned(),
        ip_address: [198, 51, 100, 7].into(),
        operating_system: "Plan 9".to_owned(),
        computer_name: "canary".to_owned(),
    };
    let app = pra::SecureApp::RemoteApp { name: "n".to_owned(), params: "/p:canary".to_owned() };
    let target = pra::RemoteRdp::new("h", "j").secure_app(app.clone());
    let shortcut = pra::JumpShortcut::new("a", "g", target.clone()).comments("canary");
    let shown = format!("{key:?} {customer:?} {visitor:?} {app:?} {target:?} {shortcut:?}");
    assert!(!shown.contains("canary") && !shown.contains("198.51"), "{shown}");
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
