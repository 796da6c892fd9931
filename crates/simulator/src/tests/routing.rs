//! Paths, methods and what answers tell about them.

use bytes::Bytes;
use http::Request;
use serde_json::json;

use super::client::{Client, send};

#[test]
fn literal_segments_win_over_parameters() {
    let client = Client::pra();
    // `installer` is no Jump Client, `copy` no platform, `provision` no user.
    assert!(client.get("/jump-client/installer").expect(200).json.is_array());
    assert_eq!(client.get("/jump-client/installer/1").expect(200).id(), 1);
    // Nobody else asks for the name of the copy.
    assert!(client.post("/jump-client/1/copy", json!({})).expect(422).json["errors"]["name"].is_array());
    client.post("/user/provision", json!({ "user_ids": [1, 9999] })).expect(204);
    assert_eq!(client.call("OPTIONS", "/user/provision", None).expect(200).header("allow"), "POST");
    assert_eq!(client.call("OPTIONS", "/jump-approval/request", None).expect(200).header("allow"), "POST");
    assert_eq!(client.call("OPTIONS", "/jump-approval/1", None).expect(200).header("allow"), "GET,HEAD");
}

#[test]
fn options_tell_the_methods_without_blanks() {
    let client = Client::pra();
    for (path, allow) in [
        ("/jump-group", "GET,HEAD,POST"),
        ("/jump-group/1", "GET,HEAD,PATCH,DELETE"),
        ("/session-policy", "GET,HEAD"),
        ("/vault/account/1/check-out", "POST"),
    ] {
        let reply = client.call("OPTIONS", path, None).expect(200);
        assert_eq!(reply.header("allow"), allow, "{path}");
        assert!(reply.bytes.is_empty());
    }
    client.call("OPTIONS", "/nothing", None).expect(404);
}

#[test]
fn head_is_get_without_a_body() {
    let client = Client::pra();
    let get = client.get("/jump-group?per_page=5").expect(200);
    let head = client.call("HEAD", "/jump-group?per_page=5", None).expect(200);
    assert!(head.bytes.is_empty() && !get.bytes.is_empty());
    for name in ["content-type", "link", "x-bt-pagination-total"] {
        assert_eq!(head.header(name), get.header(name));
    }
    client.call("HEAD", "/jump-group/9999", None).expect(404);
    client.call("HEAD", "/user/provision", None).expect(405);
}

#[test]
fn other_methods_are_not_allowed() {
    let client = Client::pra();
    for (method, path, allow) in [
        ("PUT", "/jump-item/shell-jump/1", "GET,HEAD,PATCH,DELETE"),
        ("DELETE", "/jump-item/shell-jump", "GET,HEAD,POST"),
        ("POST", "/session-policy", "GET,HEAD"),
        ("GET", "/user/provision", "POST"),
    ] {
        let reply = client.call(method, path, None).expect(405);
        assert_eq!(reply.header("allow"), allow, "{method} {path}");
        assert!(reply.json["message"].is_string());
    }
    // Users are made by PRA only.
    Client::rs().post("/user", json!({})).expect(405);
}

#[test]
fn what_is_not_there_is_not_found() {
    let client = Client::pra();
    for path in [
        "/nothing",
        "/jump-group/9999",
        "/jump-group/one",
        "/jump-group/-1",
        "/jump-group/9999/user",
        "/jump-group/1/user/9999",
        "/jump-client/installer/0123456789abcdef0123456789abcdef/linux-64",
        "/jump-group/",
        "",
        "/%ff",
        "/cli/amiga",
    ] {
        let reply = client.get(path).expect(404);
        assert!(reply.json["message"].is_string(), "{path}");
    }
    client.raw("GET", "/", b"").expect(404);
    client.raw("GET", "/api/config/v2/team", b"").expect(404);
    Client::rs().get("/vendor").expect(404);
}

#[test]
fn the_products_can_be_told_apart_without_a_token() {
    for (client, product) in [(Client::pra(), "bpam"), (Client::rs(), "rs")] {
        let request = Request::get("/get_mech_list?version=3").body(Bytes::new()).unwrap();
        let reply = send(&client.appliance, request).expect(200);
        assert_eq!(reply.json["product"], product);
        assert_eq!(reply.json["mechs"], json!(["local"]));
        assert_eq!(reply.json["cache"], "0");
    }
}

#[test]
fn an_id_is_made_of_digits() {
    let client = Client::pra();
    client.get("/team/1").expect(200);
    for id in ["+1", "%2B1", "-1", "1.0", "0x1", "%EF%BC%91"] {
        client.get(&format!("/team/{id}")).expect(404);
    }
}
