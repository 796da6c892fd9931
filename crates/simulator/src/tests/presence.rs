//! Jump Clients and Jumpoints that come and go.

use serde_json::{Value, json};

use super::client::Client;

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// Installs a Jump Client with the given members of an installer, and returns its id.
fn install(client: &Client, mut installer: Value) -> i64 {
    installer["jump_group_id"] = json!(2);
    let id = client.post("/jump-client/installer", installer).expect(201).id();
    let done = client.trigger(json!({ "trigger": "installer_runs", "id": id, "hostname": "kiosk" }));
    done["jump_client"].as_i64().unwrap()
}

#[test]
fn an_installer_makes_jump_clients_with_its_settings() {
    for client in [Client::pra(), Client::rs()] {
        let installer = json!({
            "name": "Kiosk", "jump_group_id": 3, "jump_policy_id": 1, "tag": "hall", "comments": "by the door",
            "max_offline_minutes": 90, "elevate_install": false, "allow_override_tag": true,
        });
        let made = client.post("/jump-client/installer", installer).expect(201);
        assert_eq!(made.json["max_offline_minutes"], 90);
        let order = json!({
            "trigger": "installer_runs", "id": made.id(), "hostname": "kiosk7", "tag": "gate",
            "operating_system": "Debian 12", "public_ip": "198.51.100.9",
        });
        let id = client.trigger(order)["jump_client"].as_i64().unwrap();
        let shown = client.get(&format!("/jump-client/{id}")).expect(200).json;
        for (field, value) in [
            ("name", json!("Kiosk")),
            ("jump_group_id", json!(3)),
            ("jump_policy_id", json!(1)),
            ("tag", json!("gate")),
            ("comments", json!("by the door")),
            ("max_offline_minutes", json!(90)),
            ("install_mode", json!("user")),
            ("hostname", json!("kiosk7")),
            ("fqdn", json!("kiosk7.example.com")),
            ("operating_system", json!("Debian 12")),
            ("public_ip", json!("198.51.100.9")),
            ("connection_type", json!("active")),
            ("last_connect_timestamp", json!("2026-01-01T00:00:00+00:00")),
            ("is_lost", json!(false)),
        ] {
            assert_eq!(shown[field], value, "{field}: {shown}");
        }
        assert!(shown.get("last_disconnect_timestamp").is_none(), "it has never disconnected: {shown}");
        assert_eq!(client.get("/jump-client?hostname=KIOSK7").expect(200).len(), 1);
        let refused =
            client.no_trigger(json!({ "trigger": "installer_runs", "id": made.id(), "comments": "x" }));
        assert!(refused.contains("`allow_override_comments` is false"), "{refused}");
    }
}

#[test]
fn without_a_name_a_jump_client_has_that_of_its_machine() {
    let client = Client::pra();
    let id = install(&client, json!({}));
    assert_eq!(client.get(&format!("/jump-client/{id}")).json["name"], "kiosk");
}

#[test]
fn an_expired_installer_is_gone_and_installs_nothing() {
    let mut client = Client::pra();
    let id = client
        .post("/jump-client/installer", json!({ "jump_group_id": 1, "valid_duration": 10 }))
        .expect(201)
        .id();
    client.later(599);
    client.get(&format!("/jump-client/installer/{id}")).expect(200);
    client.trigger(json!({ "trigger": "installer_runs", "id": id }));
    client.later(1);
    client.get(&format!("/jump-client/installer/{id}")).expect(404);
    assert!(client.get("/jump-client/installer").json.as_array().unwrap().iter().all(|row| row["id"] != id));
    assert!(client.no_trigger(json!({ "trigger": "installer_runs", "id": id })).contains("expired"));
}

#[test]
fn a_jump_client_that_stays_away_is_lost_and_is_found_again() {
    let mut client = Client::pra();
    let id = install(&client, json!({}));
    let path = format!("/jump-client/{id}");
    client.later(HOUR);
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": id }));
    let gone = client.get(&path).json;
    assert_eq!(gone["last_disconnect_timestamp"], "2026-01-01T01:00:00+00:00");
    client.later(15 * DAY - 1);
    assert_eq!(client.get(&path).json["is_lost"], false);
    client.later(1);
    assert_eq!(client.get(&path).json["is_lost"], true);
    client.trigger(json!({ "trigger": "jump_client_connects", "id": id, "console_user": "night" }));
    let back = client.get(&path).json;
    assert_eq!(
        (&back["is_lost"], &back["last_connect_timestamp"], &back["console_user"]),
        (&json!(false), &json!("2026-01-16T01:00:00+00:00"), &json!("night"))
    );
}

#[test]
fn a_jump_client_with_a_limit_is_uninstalled_after_it() {
    let mut client = Client::pra();
    let id = install(&client, json!({ "max_offline_minutes": 30 }));
    let path = format!("/jump-client/{id}");
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": id }));
    client.later(30 * 60 - 1);
    assert_eq!(client.get(&path).json["connection_type"], "active");
    // The limit can be changed while the time runs.
    client.patch(&path, json!({ "max_offline_minutes": 60 })).expect(200);
    client.later(30 * 60);
    assert_eq!(client.get(&path).json["connection_type"], "active");
    client.later(1);
    assert_eq!(client.get(&path).json["connection_type"], "uninstalled");
    assert!(
        client
            .get("/jump-client?connection_type=uninstalled")
            .json
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["id"] == id)
    );
    let refused = client.no_trigger(json!({ "trigger": "jump_client_connects", "id": id }));
    assert!(refused.contains("installer"), "{refused}");
}

#[test]
fn copies_of_a_jump_client_are_one_machine() {
    let client = Client::pra();
    let id = install(&client, json!({}));
    let body = json!({ "name": "copy", "jump_group_id": 4, "jump_group_type": "shared" });
    let copy = client.post(&format!("/jump-client/{id}/copy"), body).expect(200).json["destId"].clone();
    let done = client.trigger(json!({ "trigger": "jump_client_uninstalled", "id": copy }));
    assert_eq!(done["jump_clients"], json!([id, copy]));
    for id in [json!(id), copy] {
        let shown = client.get(&format!("/jump-client/{id}")).json;
        assert_eq!(shown["connection_type"], "uninstalled", "{shown}");
    }
}

#[test]
fn access_is_for_jump_clients_that_are_there() {
    let client = Client::pra();
    let id = install(&client, json!({}));
    let access = json!({ "trigger": "jump_client_accessed", "id": id });
    client.trigger(access.clone());
    let path = format!("/jump-client/{id}");
    assert_eq!(client.get(&path).json["last_access_timestamp"], "2026-01-01T00:00:00+00:00");
    client.trigger(json!({ "trigger": "jump_client_disabled", "id": id }));
    assert_eq!(client.get(&path).json["unavailable_reason"], "disabled");
    assert!(client.no_trigger(access.clone()).contains("disabled"));
    client.trigger(json!({ "trigger": "jump_client_enabled", "id": id }));
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": id }));
    assert!(client.no_trigger(access).contains("offline"));
}

#[test]
fn nodes_make_a_jumpoint_connected() {
    let client = Client::pra();
    let made = client
        .post("/jumpoint", json!({ "name": "c", "platform": "linux-x86", "clustered": true }))
        .expect(201);
    let path = format!("/jumpoint/{}", made.id());
    assert_eq!(made.json["connected"], false);
    let connect = json!({ "trigger": "jumpoint_connects", "id": made.id() });
    let nodes: Vec<Value> = (0..10).map(|_| client.trigger(connect.clone())["node"].clone()).collect();
    assert!(client.no_trigger(connect).contains("10 of 10 nodes"));
    client.get(&format!("{path}/installer")).expect(422);
    assert_eq!(client.get(&path).json["connected"], true);
    client.trigger(json!({ "trigger": "jumpoint_disconnects", "id": made.id(), "node": nodes[3] }));
    assert_eq!(client.get(&path).json["connected"], true);
    client.trigger(json!({ "trigger": "jumpoint_disconnects", "id": made.id() }));
    assert_eq!(client.get(&path).json["connected"], false);
    let shown = client.get(&format!("{path}/node")).json;
    assert_eq!(shown[3]["last_disconnect_timestamp"], "2026-01-01T00:00:00+00:00");
    let back = json!({
        "trigger": "jumpoint_connects", "id": made.id(), "node": nodes[0], "hostname": "node1.example.com",
    });
    client.trigger(back);
    assert_eq!(client.get(&path).json["connected"], true);
    assert_eq!(client.get("/jumpoint?hostname=NODE1.example.com").json[0]["id"], made.id());
    client.trigger(json!({ "trigger": "jumpoint_node_removed", "id": made.id(), "node": nodes[0] }));
    assert_eq!(client.get(&path).json["connected"], false);
    client.get(&format!("{path}/installer")).expect(200);
    assert!(
        client
            .no_trigger(json!({ "trigger": "jumpoint_disconnects", "id": made.id(), "node": 1 }))
            .contains("no such node")
    );
}

#[test]
fn an_installer_names_a_proxy_that_is_one() {
    let client = Client::pra();
    let installer = json!({ "jump_group_id": 1, "jumpoint_proxy": "Office" });
    let refused = client.post("/jump-client/installer", installer.clone()).expect(422);
    assert!(refused.json["errors"]["jumpoint_proxy"].is_array());
    client.patch("/jumpoint/2", json!({ "jzp_enabled": true })).expect(200);
    client.post("/jump-client/installer", installer.clone()).expect(201);
    client.trigger(json!({ "trigger": "jumpoint_disconnects", "id": 2 }));
    client.post("/jump-client/installer", installer).expect(422);
}

#[test]
fn a_jumpoint_names_an_account_and_a_network_that_fit() {
    let client = Client::pra();
    let of = |kind: &str| client.get(&format!("/vault/account?type={kind}")).json[0]["id"].clone();
    for (kind, status) in [("username_password", 200), ("windows_domain", 200), ("ssh", 422)] {
        client.patch("/jumpoint/2", json!({ "rdp_service_account_id": of(kind) })).expect(status);
    }
    let network = json!({ "external_jump_item_network_id": "north" });
    client.patch("/jumpoint/2", network.clone()).expect(200);
    client.patch("/jumpoint/2", network.clone()).expect(200);
    client.patch("/jumpoint/3", network).expect(422);
    client.patch("/jumpoint/3", json!({ "external_jump_item_network_id": "" })).expect(200);
}

#[test]
fn jump_clients_of_rs_name_portals_and_teams_that_exist() {
    let client = Client::rs();
    for (field, right, wrong) in [
        ("public_site_address", "support.example.com", "nowhere.example.com"),
        ("support_button_direct_queue", "team:network", "team:nobody"),
    ] {
        client.patch("/jump-client/1", json!({ field: wrong })).expect(422);
        client.patch("/jump-client/1", json!({ field: right })).expect(200);
    }
    for (queue, status) in [("team:network", 201), ("team:nobody", 422), ("", 201)] {
        let installer = json!({ "jump_group_id": 1, "support_button_direct_queue": queue });
        client.post("/jump-client/installer", installer).expect(status);
    }
    for (portals, status) in [
        (json!([1, "2"]), 200),
        (json!(["All portals"]), 200),
        (json!(["all"]), 200),
        (json!([9]), 422),
        (json!(["x"]), 422),
    ] {
        client.patch("/team/1", json!({ "public_portal_ids": portals })).expect(status);
    }
}
