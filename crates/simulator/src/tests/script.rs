//! Scripts for consoles: generated over HTTP, and opened by somebody.

use serde_json::json;

use super::client::{Client, Reply};
use crate::Appliance;

const URL: &str = "/api/client_script";

fn ask(client: &Client, query: &str) -> Reply {
    let request = http::Request::get(format!("{URL}?{query}")).header("host", "access.example.com");
    super::client::send(&client.appliance, request.body(bytes::Bytes::new()).unwrap())
}

#[track_caller]
fn generated(client: &Client, query: &str, expected: &str) -> String {
    let reply = ask(client, &format!("type=rep&operation=generate&{query}")).expect(200);
    let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
    assert_eq!(text, expected);
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"session.brcs-example\"");
    text
}

#[track_caller]
fn refused(client: &Client, query: &str, word: &str) {
    let reply = ask(client, query).expect(400);
    let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
    assert!(text.contains(word), "{query}: {text}");
}

#[test]
fn a_script_is_generated_without_a_token_and_begins_with_login() {
    let client = Client::pra();
    let script = generated(
        &client,
        "action=start_jump_item_session&client.hostname=db%2D07&session.custom.ticket_ref=CHG%20118",
        "BRCS1.0\r\naction=login\r\naction=start_jump_item_session&client.hostname=db-07&session.custom.ticket_ref=CHG%20118",
    );
    assert!(!script.contains('+'));
    generated(&client, "action=login", "BRCS1.0\r\naction=login");
    generated(
        &client,
        "action=push_and_start_local&hostname=pc+7",
        "BRCS1.0\r\naction=login\r\naction=push_and_start_local&hostname=pc%207",
    );
    // Old links, and odd ones.
    for url in ["/api/client_script.ns?", "/api/client_script??"] {
        client.raw("GET", &format!("{url}type=rep&operation=generate&action=login"), b"").expect(200);
    }
    client.raw("POST", URL, b"type=rep&operation=generate&action=login").expect(405);
}

#[test]
fn what_is_wrong_with_a_request_is_told() {
    let client = Client::pra();
    let long = "x".repeat(256);
    for (query, word) in [
        ("", "type"),
        ("type=rep&operation=generate", "action"),
        ("type=rep&operation=execute&action=login", "operation"),
        ("type=x&operation=generate&action=login", "type"),
        ("type=rep&operation=generate&action=login&action=login", "action"),
        ("type=rep&operation=generate&action=jump", "Invalid action: jump"),
        ("type=rep&operation=generate&action=start_rdp_session&target=a", "start_rdp_session"),
        ("type=rep&operation=generate&action=start_jump_item_session", "search_string"),
        (
            "type=rep&operation=generate&action=start_jump_item_session&jump.method=x&search_string=a",
            "jump.method",
        ),
        ("type=rep&operation=generate&action=start_jump_item_session&search_string=a&x=1", "x"),
        ("type=rep&operation=generate&action=start_shell_jump_session&target=a&port=0", "port"),
        ("type=rep&operation=generate&action=push_and_start_remote&hostname=a", "hostname"),
        ("type=rep&operation=generate&action=login&username=a", "all together"),
        (&format!("type=rep&operation=generate&action=push_and_start_local&hostname={long}"), "hostname"),
        (
            "type=rep&operation=generate&action=push_and_start_local&hostname=a&session.custom.x=1",
            "session.custom.x",
        ),
        ("type=web_console&operation=execute&action=login", "Invalid action: login"),
        ("type=web_console&operation=generate&action=start_jump_item_session&search_string=a", "operation"),
    ] {
        refused(&client, query, word);
    }
    client.trigger(json!({ "trigger": "shape_set", "name": "xml_api_off", "on": true }));
    ask(&client, "type=rep&operation=generate&action=login").expect(404);
}

#[test]
fn rs_has_actions_of_its_own() {
    let client = Client::rs();
    for query in [
        "action=start_rdp_session&target=a&display_size=800x600&quality=low&console=yes",
        "action=start_vnc_session&target=a&port=5901",
        "action=start_vpro_session&target=a&jumpoint=b",
        "action=generate_session_key&public_portal_hostname=support.example.com",
    ] {
        ask(&client, &format!("type=rep&operation=generate&{query}")).expect(200);
    }
    refused(&client, "type=rep&operation=generate&action=start_vpro_session&target=a", "jumpoint");
    refused(
        &client,
        "type=rep&operation=generate&action=start_rdp_session&target=a&display_size=8x",
        "display_size",
    );
}

#[test]
fn the_web_console_is_reached_by_way_of_the_login() {
    let client = Client::rs();
    let reply =
        ask(&client, "type=web_console&operation=execute&action=start_jump_item_session&search_string=a");
    let reply = reply.expect(302);
    let place = reply.header("location");
    assert!(place.starts_with("/login?redirect=%2Fapi%2Fclient%5Fscript%3Ftype%3Dweb"), "{place}");
}

#[test]
fn a_console_runs_what_was_generated() {
    let client = Client::new(Appliance::pra().items(0));
    let host = client.get("/jump-client/1").json["hostname"].as_str().unwrap().to_owned();
    let query = format!(
        "type=rep&operation=generate&action=start_jump_item_session&client.hostname={host}&jump.method=pinned&session.custom.external_key=A%261"
    );
    let script = String::from_utf8(ask(&client, &query).expect(200).bytes.to_vec()).unwrap();
    let same: Vec<i64> = client
        .get("/jump-client")
        .json
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["hostname"].as_str().unwrap().contains(&host))
        .map(|row| row["id"].as_i64().unwrap())
        .collect();
    let order = json!({ "trigger": "script_opened", "id": 7, "script": script, "jump_item_id": 1 });
    if same.len() > 1 {
        let mut open = order.clone();
        open.as_object_mut().unwrap().shift_remove("jump_item_id");
        assert!(client.no_trigger(open).contains("choose one"));
    }
    let done = client.trigger(order);
    let lsid = done["done"][1]["lsid"].as_str().unwrap();
    let sessions = client.appliance.control().sessions();
    let session =
        sessions["running"].as_array().unwrap().iter().find(|session| session["lsid"] == *lsid).unwrap();
    assert_eq!(
        (&session["members"][0]["user"], &session["attributes"]["external_key"]),
        (&json!(7), &json!("A&1"))
    );
    assert_eq!(session["jump_item"], json!({ "table": "/jump-client", "id": 1 }));
}

#[test]
fn a_console_is_strict_about_files() {
    let client = Client::pra();
    let too_many = format!("BRCS1.0{}", "\naction=login".repeat(11));
    for (script, word) in [
        ("", "line 1"),
        ("BRCS2.0\naction=login", "line 1"),
        ("BRCS1.0", "no command"),
        ("BRCS1.0\n\naction=login", "line 2"),
        ("BRCS1.0\naction=login\nhostname=a&action=push_and_start_local", "line 3"),
        ("BRCS1.0\naction=push_and_start_local&hostname=a b", "percent-encoded"),
        ("BRCS1.0\naction=push_and_start_local&hostname=a+b", "percent-encoded"),
        ("BRCS1.0\naction=push_and_start_local&hostname=%f", "percent-encoded"),
        ("BRCS1.0\naction=push_and_start_local&hostname=%ff", "UTF-8"),
        ("BRCS1.0\naction=push_and_start_local&hostname", "no `=`"),
        ("BRCS1.0\naction=push_and_start_local", "hostname"),
        (&too_many, "11 commands"),
    ] {
        let why = client.no_trigger(json!({ "trigger": "script_opened", "id": 2, "script": script }));
        assert!(why.contains(word), "{script:?}: {why}");
    }
    let jump = "BRCS1.0\naction=push_and_start_local&hostname=pc";
    assert!(
        client
            .no_trigger(json!({ "trigger": "script_opened", "id": 9, "script": jump }))
            .contains("logged in")
    );
    let ok = "BRCS1.0\r\naction=login\naction=push_and_start_local&hostname=pc%C3%A9\n";
    let done = client.trigger(json!({ "trigger": "script_opened", "id": 9, "script": ok }));
    assert_eq!(done["done"][1], json!({ "action": "push_and_start_local", "lsid": null }));
}
