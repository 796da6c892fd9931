//! How the XML API is called, by whom, and what every answer has.

use bytes::Bytes;
use http::Request;

use super::super::client::{Client, ask_token, send};
use super::{Xml, both};
use crate::{Appliance, Profile};
use bt_sra_core::ManualClock;

#[test]
fn the_test_scenario_of_the_guide_works() {
    let appliance = Appliance::pra().clock(ManualClock::new()).build();
    let basic = format!("{}:{}", appliance.client_id(), appliance.client_secret());
    let token = ask_token(&appliance, Some(&basic), "grant_type=client_credentials").expect(200);
    let token = token.json["access_token"].as_str().unwrap();
    let request = Request::get("/api/command?action=get_api_info")
        .header("authorization", format!("Bearer {token}"))
        .body(Bytes::new())
        .unwrap();
    let reply = send(&appliance, request).expect(200);
    assert_eq!(reply.header("x-ratelimit-limit"), "15000");
    assert_eq!(reply.header("x-ratelimit-remaining"), "14998");
    let info = Xml::of(&reply);
    assert_eq!((info.count("api_information"), info.count("permission")), (1, 10));
    assert_eq!(info.attribute("name"), "perm_command");
    assert_eq!(info.get("permission"), Some("full_access"));
}

#[test]
fn limits_are_told_by_newer_sites_and_to_accounts() {
    let limit = |client: &Client, path: &str| {
        client.raw("GET", path, b"").expect(200).header("x-ratelimit-limit").to_owned()
    };
    for (profile, told) in [(Profile::Rs19, ""), (Profile::Documented, "15000"), (Profile::Sra, "15000")] {
        let client = super::profiled(profile);
        client.appliance.control().limits(true);
        assert_eq!(limit(&client, "/api/command?action=get_api_info"), told, "{profile}");
        assert_eq!(limit(&client, "/api/config/v1/team"), "15000", "{profile}");
        assert_eq!(limit(&client, "/api/command/v2/user"), "15000", "{profile}");
        assert_eq!(limit(&client, "/check_health"), "", "{profile}");
    }
}

#[test]
fn without_a_token_the_answer_is_json() {
    for client in both() {
        for header in [None, Some("Bearer wrong")] {
            let mut request = Request::get("/api/command?action=get_api_info");
            if let Some(header) = header {
                request = request.header("authorization", header);
            }
            let reply = send(&client.appliance, request.body(Bytes::new()).unwrap()).expect(401);
            assert_eq!(reply.json["error"], "access_denied");
        }
    }
}

#[test]
fn get_and_form_are_equal_and_the_body_wins() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    let one = client.action(&format!("get_session_attributes&lsid={lsid}"));
    let other = client.form(&format!("action=get_session_attributes&lsid={lsid}"));
    assert_eq!(one.0, other.0);
    let form = "application/x-www-form-urlencoded; charset=UTF-8";
    let mixed =
        client.posted("/api/command?action=no_such&lsid=0", form, "action=get_session_attributes&lsid=");
    Xml::of(&mixed).error("Missing required parameter: lsid");
    let split = client.posted("/api/command?action=get_session_attributes", form, &format!("lsid={lsid}"));
    assert_eq!(Xml::of(&split).0, one.0);
    // Upper-case digits are the same lsid.
    let upper = client.action(&format!("get_session_attributes&lsid={}", lsid.to_uppercase()));
    assert_eq!(upper.0, one.0);
}

#[test]
fn other_bodies_are_refused() {
    let client = Client::pra();
    for media in ["multipart/form-data; boundary=x", "application/json", "text/plain", ""] {
        let reply = client.posted("/api/command?action=get_api_info", media, "action=get_api_info");
        assert_eq!(reply.status, 415, "{media}");
    }
    // Without a body nothing is missing.
    client.raw("POST", "/api/command?action=get_api_info", b"").expect(200);
}

#[test]
fn only_get_and_post_do_anything() {
    let client = Client::pra();
    let lsid = client.lsids()[0].clone();
    for method in ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"] {
        let reply = client.raw(method, &format!("/api/command?action=terminate_session&lsid={lsid}"), b"");
        assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "GET,POST"), "{method}");
    }
    assert_eq!(client.lsids().len(), 2);
}

#[test]
fn unknown_actions_and_those_of_the_other_product_are_refused_alike() {
    for client in both() {
        for query in ["", "=", "rain", "get_sessions", "GET_API_INFO"] {
            client.action(query).error("Invalid action");
        }
        Xml::of(&client.raw("GET", "/api/command", b"").expect(200)).error("Invalid action");
    }
    for action in [
        "get_appliances",
        "set_rep_status",
        "logout_rep",
        "get_support_teams",
        "generate_session_key",
        "create_virtual_customer",
        "send_chat_message",
        "join_session",
        "leave_session",
        "transfer_session",
    ] {
        Client::pra().action(action).error("Invalid action");
        let answer = Client::rs().action(action);
        assert_ne!(answer.get("error"), Some("Invalid action"), "{action}");
    }
}

#[test]
fn the_level_of_an_account_says_what_it_may_do() {
    const READ: &[&str] = &[
        "check_health",
        "get_logged_in_reps",
        "get_session_attributes",
        "get_connected_client_list",
        "get_connected_clients",
        "get_appliances",
        "get_support_teams",
        // Their pages say so, although they change something.
        "create_virtual_customer",
        "send_chat_message",
        "leave_session",
    ];
    const FULL: &[&str] = &[
        "set_failover_role",
        "set_session_attributes",
        "terminate_session",
        "import_jump_shortcut",
        "set_rep_status",
        "logout_rep",
        "generate_session_key",
        "join_session",
        "transfer_session",
    ];
    let client = Client::rs();
    client.appliance.control().permit(&client.appliance.accounts()[2].client_id, "enabled", true);
    let (full, read, none) = (client.by("Automation"), client.by("Inventory"), client.by("Reporting"));
    let denied = |client: &Client, action: &str| {
        client.action(action).get("error").is_some_and(|sentence| sentence == "Permission denied")
    };
    for action in READ {
        assert!(!denied(&full, action) && !denied(&read, action) && denied(&none, action), "{action}");
    }
    for action in FULL {
        assert!(!denied(&full, action) && denied(&read, action) && denied(&none, action), "{action}");
    }
    assert_eq!(none.action("get_api_info").get("permission"), Some("deny"));
    assert_eq!(read.action("get_api_info").get("permission"), Some("read_only"));
}

#[test]
fn every_answer_has_the_recorded_headers() {
    let reply = Client::rs().raw("GET", "/api/command?action=check_health", b"").expect(200);
    for (name, value) in [
        ("vary", "X-Requested-With,Authorization"),
        ("x-frame-options", "SAMEORIGIN"),
        ("x-content-type-options", "nosniff"),
        ("strict-transport-security", "max-age=31536000"),
        ("content-length", ""),
    ] {
        assert_eq!(reply.header(name), value, "{name}");
    }
    assert!(reply.header("cache-control").contains("no-store"));
    assert!(reply.header("set-cookie").contains("path=/login"));
}
