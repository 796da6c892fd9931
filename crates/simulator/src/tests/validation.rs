//! What bodies get refused for.

use serde_json::{Value, json};

use super::client::Client;

/// Changes one field of a valid body and tells what the appliance says about the field.
#[track_caller]
fn check(path: &str, valid: &Value, field: &str, value: Value, complaint: &str) {
    let client = Client::pra();
    let mut body = valid.clone();
    body[field] = value;
    let reply = client.post(path, body).expect(if complaint.is_empty() { 201 } else { 422 });
    if !complaint.is_empty() {
        assert_eq!(reply.json["message"], "Validation Failed");
        let first = reply.json["errors"][field][0].as_str().unwrap_or_default();
        assert!(first.contains(complaint), "{}", reply.json);
        assert_eq!(reply.json["errors"].as_object().unwrap().len(), 1, "{}", reply.json);
    }
}

#[test]
fn fields_are_held_against_the_catalog() {
    let shell =
        json!({ "name": "a", "hostname": "h", "jumpoint_id": 1, "jump_group_id": 1, "protocol": "ssh" });
    let path = "/jump-item/shell-jump";
    check(path, &shell, "port", json!("22"), "must be an integer");
    check(path, &shell, "port", json!(22.5), "must be an integer");
    check(path, &shell, "jumpoint_id", json!(2_147_483_648_i64), "must be an integer");
    check(path, &shell, "port", json!(0), "between 1 and 65535");
    check(path, &shell, "port", json!(65_536), "between 1 and 65535");
    check(path, &shell, "port", json!(65_535), "");
    check(path, &shell, "name", json!(""), "at least 1 characters");
    check(path, &shell, "name", json!("ü".repeat(128)), "");
    check(path, &shell, "name", json!("ü".repeat(129)), "greater than 128");
    check(path, &shell, "name", json!(null), "must not be null");
    check(path, &shell, "name", json!(7), "must be a string");
    check(path, &shell, "protocol", json!("rsh"), "must be one of ssh, telnet");
    check(path, &shell, "terminal", json!("vt100"), "must be one of xterm, VT100");
    check(path, &shell, "session_policy_id", json!(1), "between 2");
    check(path, &shell, "session_policy_id", json!(null), "");
    check(path, &shell, "tag", json!(""), "");
    let group = json!({ "name": "a" });
    check("/jump-group", &group, "code_name", json!("has blank"), "invalid format");
    check("/jump-group", &group, "code_name", json!("has-no_blank"), "");
    check("/jump-group", &group, "comments", json!(null), "");
    let user = json!({ "username": "u", "public_display_name": "U" });
    check("/user", &user, "enabled", json!("true"), "must be true or false");
    check("/user", &user, "password_expiration", json!("2026-01-02T03:04:05+01:00"), "RFC 3339");
    check("/user", &user, "password_expiration", json!("2026-01-02T03:04:05"), "RFC 3339");
    check("/user", &user, "password_expiration", json!("2026-01-02T03:04:05.678Z"), "");
    check("/user", &user, "password_expiration", json!(""), "");
    let policy = json!({ "display_name": "p" });
    check("/jump-policy", &policy, "notification_email_addresses", json!("a@example.com"), "must be a list");
    check(
        "/jump-policy",
        &policy,
        "notification_email_addresses",
        json!(vec!["a@example.com"; 101]),
        "more than 100",
    );
    let token = json!({ "type": "opaque_token", "name": "t", "token": "x" });
    check("/vault/account", &token, "type", json!("rocket"), "type is invalid");
    check("/vault/account", &token, "account_policy", json!("shared"), "");
}

#[test]
fn all_faults_are_told_at_once() {
    let reply =
        Client::pra().post("/jump-item/shell-jump", json!({ "port": "x", "protocol": "rsh" })).expect(422);
    let mut fields: Vec<&String> = reply.json["errors"].as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(fields, ["hostname", "jump_group_id", "jumpoint_id", "name", "port", "protocol"]);
    assert_eq!(reply.json["errors"]["jump_group_id"][0], "The jump group id field is required.");
}

#[test]
fn unknown_fields_have_a_status_of_their_own() {
    let client = Client::pra();
    let body = json!({ "name": "a", "colour": "red", "shape": 1 });
    let reply = client.post("/jump-group", body.clone()).expect(401);
    let message = reply.json["message"].as_str().unwrap();
    assert!(message.contains("colour") && message.contains("shape"), "{message}");
    assert!(reply.json.get("error").is_none(), "it is not about the token");
    client.patch("/jump-group/1", json!({ "colour": "red" })).expect(401);
    client.appliance.control().strict(false);
    client.post("/jump-group", body).expect(201);
}

#[test]
fn what_the_vendors_client_sends_beyond_the_document_is_taken() {
    let client = Client::pra();
    let installer =
        json!({ "jump_group_id": 1, "max_offline_minutes": 0, "allow_override_max_offline_minutes": false });
    client.post("/jump-client/installer", installer).expect(201);
    let key = json!({
        "type": "ssh", "name": "k", "username": "u", "private_key": "x",
        "account_policy": "shared", "last_checkout_timestamp": null,
    });
    client.post("/vault/account", key).expect(201);
    let association = json!({ "filter_type": "no_jump_items", "criteria": null, "jump_items": null });
    client.post("/vault/account/2/jump-item-association", association).expect(201);
    // Read-only fields are passed over, wherever they come from.
    let account = json!({ "type": "opaque_token", "name": "t", "token": "x", "personal": true, "id": 5 });
    assert_eq!(client.post("/vault/account", account).expect(201).json["personal"], false);
}

#[test]
fn bodies_that_are_no_object_are_refused() {
    let client = Client::pra();
    for body in [&b"{"[..], b"[]", b"7", b"\xff\xfe", b"{\"name\": \"a\"} x", b"null"] {
        let reply = client.raw("POST", "/api/config/v1/jump-group", body).expect(422);
        assert!(reply.json["message"].is_string());
    }
    client.raw("POST", "/api/config/v1/jump-group", b" \n").expect(422);
    let deep = "[".repeat(100_000);
    client.raw("POST", "/api/config/v1/jump-group", deep.as_bytes()).expect(422);
    let huge = vec![b' '; 3 * 1024 * 1024];
    client.raw("POST", "/api/config/v1/jump-group", &huge).expect(413);
}

#[test]
fn tunnels_take_the_fields_of_their_type() {
    let client = Client::pra();
    let tunnel = |extra: Value| {
        let mut body = json!({ "name": "t", "hostname": "h", "jumpoint_id": 1, "jump_group_id": 1 });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        client.post("/jump-item/protocol-tunnel-jump", body)
    };
    tunnel(json!({ "tunnel_definitions": "22;24;26;28" })).expect(201);
    tunnel(json!({})).expect(422);
    let odd = tunnel(json!({ "tunnel_definitions": "22;24;26" })).expect(400);
    assert!(
        odd.json["errors"]["tunnel_definitions"][0]
            .as_str()
            .unwrap()
            .contains("number of parameters is invalid")
    );
    tunnel(json!({ "tunnel_definitions": "22;0" })).expect(422);
    tunnel(json!({ "tunnel_definitions": "0;22", "tunnel_listen_address": "127.0.1.1" })).expect(422);
    let foreign = tunnel(json!({ "tunnel_definitions": "0;22", "username": "sa" })).expect(400);
    assert_eq!(
        foreign.json["errors"]["username"][0],
        "This field is only allowed when tunnel_type is 'mssql'"
    );
    tunnel(json!({ "tunnel_type": "mssql" })).expect(422);
    let mssql = tunnel(json!({ "tunnel_type": "mssql", "username": "sa", "database": "ledger" })).expect(201);
    // The whole object can be sent back.
    client.patch(&format!("/jump-item/protocol-tunnel-jump/{}", mssql.id()), mssql.json).expect(200);
    let cluster =
        json!({ "tunnel_type": "k8s", "url": "https://k.example.com:6443", "ca_certificates": "pem" });
    assert_eq!(tunnel(cluster.clone()).expect(201).json["hostname"], "https://k.example.com:6443");
    let mut windows = cluster;
    windows["jumpoint_id"] = json!(2);
    tunnel(windows).expect(422);
    tunnel(json!({ "tunnel_type": "oracle" })).expect(422);
}

#[test]
fn network_tunnels_take_any_of_the_shapes() {
    let client = Client::pra();
    let tunnel = |rules: Value| {
        let body = json!({ "name": "n", "jumpoint_id": 1, "jump_group_id": 1, "filter_rules": rules });
        client.post("/jump-item/network-tunnel-jump", body)
    };
    let rules = json!([
        { "ip_addresses": { "cidr": "192.0.2.0/24" }, "protocol": "TCP", "ports": { "range": { "start": 1, "end": 9 } } },
        { "ip_addresses": { "range": { "start": "192.0.2.1", "end": "192.0.2.9" } } },
        { "ip_addresses": { "list": ["192.0.2.1"] }, "ports": { "list": [80] } },
    ]);
    assert_eq!(tunnel(rules.clone()).expect(201).json["filter_rules"], rules);
    tunnel(json!([])).expect(422);
    tunnel(json!([{ "protocol": "TCP" }])).expect(422);
    tunnel(json!([{ "ip_addresses": { "list": ["a"] }, "protocol": "PIGEON" }])).expect(422);
    tunnel(json!([{ "ip_addresses": { "subnet": "a" } }])).expect(422);
}

#[test]
fn what_cannot_change_stays() {
    let client = Client::pra();
    client.patch("/jumpoint/1", json!({ "platform": "windows-x86" })).expect(422);
    client.patch("/jumpoint/1", json!({ "clustered": false })).expect(422);
    client.patch("/jumpoint/1", json!({ "clustered": true, "comments": "seen" })).expect(200);
    let reply = client.patch("/user/1", json!({ "enabled": false })).expect(422);
    assert_eq!(reply.json["message"], "This API cannot update administrators.");
    client.patch("/security-provider/2", json!({ "available_groups": [] })).expect(422);
}

#[test]
fn what_the_own_clients_of_the_vendor_send_beyond_the_document_is_kept_and_shown() {
    let client = Client::pra();
    let ssh = json!({
        "type": "ssh", "name": "k", "username": "u", "private_key": "x", "account_policy": "rotating",
        "last_checkout_timestamp": null, "personal": true,
    });
    let made = client.post("/vault/account", ssh).expect(201);
    assert_eq!((&made.json["account_policy"], &made.json["personal"]), (&json!("rotating"), &json!(false)));
    let installer = json!({
        "jump_group_id": 1, "max_offline_minutes": 5, "allow_override_max_offline_minutes": true,
    });
    let made = client.post("/jump-client/installer", installer).expect(201);
    let shown = client.get(&format!("/jump-client/installer/{}", made.id())).expect(200).json;
    assert_eq!(
        (&shown["max_offline_minutes"], &shown["allow_override_max_offline_minutes"]),
        (&json!(5), &json!(true))
    );
}

#[test]
fn tunnels_to_other_databases_take_no_database_fields() {
    let client = Client::pra();
    for kind in ["psql", "mysql"] {
        let body = json!({
            "name": "t", "hostname": "db", "jumpoint_id": 1, "jump_group_id": 1, "tunnel_type": kind,
        });
        let mut with_user = body.clone();
        with_user["username"] = json!("reader");
        let refused = client.post("/jump-item/protocol-tunnel-jump", with_user).expect(400);
        assert_eq!(
            refused.json["errors"]["username"][0],
            "This field is only allowed when tunnel_type is 'mssql'"
        );
        let made = client.post("/jump-item/protocol-tunnel-jump", body).expect(201);
        let path = format!("/jump-item/protocol-tunnel-jump/{}", made.id());
        let changed = client.patch(&path, json!({ "database": "ledger", "tag": "db" })).expect(200);
        assert_eq!((&changed.json["database"], &changed.json["tag"]), (&made.json["database"], &json!("db")));
    }
    let unknown = json!({
        "name": "t", "hostname": "db", "jumpoint_id": 1, "jump_group_id": 1, "tunnel_type": "oracle",
    });
    client.post("/jump-item/protocol-tunnel-jump", unknown).expect(422);
}

#[test]
fn fields_that_only_answers_have_are_ignored() {
    let client = Client::rs();
    // The body of this operation is described apart from the resource; clients send both alike.
    let body = json!({ "jump_group_id": 1, "is_quiet": true, "id": 77, "installer_id": "x" });
    let made = client.post("/jump-client/installer", body).expect(201);
    assert_ne!((&made.json["id"], &made.json["installer_id"]), (&json!(77), &json!("x")));
    assert_eq!(made.json["is_quiet"], false);
    client.post("/jump-client/installer", json!({ "jump_group_id": 1, "session_policy_id": 1 })).expect(401);
}

#[test]
fn an_account_without_a_type_lacks_nothing_else() {
    let client = Client::pra();
    let refused = client.post("/vault/account", json!({ "name": "untyped" })).expect(422);
    assert_eq!(refused.json["errors"], json!({ "type": ["The type field is required."] }));
}
