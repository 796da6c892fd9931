//! Which Jump Items vault accounts can be injected into.

use serde_json::json;

use super::client::Client;

#[test]
fn an_association_is_own_or_inherited() {
    let client = Client::pra();
    let path = "/vault/account/2/jump-item-association";
    client.get(path).expect(404);
    client.patch(path, json!({ "filter_type": "no_jump_items" })).expect(404);
    client.delete(path).expect(404);
    client.post(path, json!({ "filter_type": "criteria" })).expect(422);
    let body =
        json!({ "filter_type": "criteria", "criteria": { "name": ["WEB-*"], "shared_jump_groups": [1] } });
    let made = client.post(path, body.clone()).expect(201);
    assert_eq!(made.json["criteria"]["name"], json!(["web-*"]));
    assert_eq!(made.json["jump_items"], json!([]));
    client.post(path, body).expect(422);
    let changed =
        client.patch(path, json!({ "filter_type": "criteria", "criteria": { "tag": ["a"] } })).expect(200);
    assert_eq!(
        (&changed.json["criteria"]["name"], &changed.json["criteria"]["tag"]),
        (&json!(["web-*"]), &json!(["a"]))
    );
    client.post(&format!("{path}/shared-jump-group"), json!({ "shared_jump_group_id": 2 })).expect(200);
    client.post(&format!("{path}/shared-jump-group"), json!({ "shared_jump_group_id": 99 })).expect(422);
    client
        .call("DELETE", &format!("{path}/shared-jump-group"), Some(json!({ "shared_jump_group_id": 1 })))
        .expect(204);
    let item = json!({ "id": 1, "type": "shell_jump" });
    assert_eq!(client.post(&format!("{path}/jump-item"), item.clone()).expect(200).json, item);
    client.post(&format!("{path}/jump-item"), json!({ "id": 9999, "type": "shell_jump" })).expect(422);
    let shown = client.get(path).expect(200);
    assert_eq!(shown.json["criteria"]["shared_jump_groups"], json!([2]));
    assert_eq!(shown.json["jump_items"], json!([item]));
    client.call("DELETE", &format!("{path}/jump-item"), Some(item.clone())).expect(204);
    client.call("DELETE", &format!("{path}/jump-item"), Some(item.clone())).expect(404);
    let none = client.patch(path, json!({ "filter_type": "any_jump_items" })).expect(200);
    assert!(none.json.get("criteria").is_none());
    client.post(&format!("{path}/jump-item"), item).expect(422);
    client.delete(path).expect(204);
    client.get(path).expect(404);
    // A group always has one.
    assert_eq!(
        client.get("/vault/account-group/1/jump-item-association").expect(200).json["filter_type"],
        "any_jump_items"
    );
}

#[test]
fn credentials_go_into_database_tunnels_of_one_kind_only() {
    let client = Client::pra();
    let path = "/vault/account/1/jump-item-association/jump-item";
    let tunnels = client.get("/jump-item/protocol-tunnel-jump").json;
    let of = |kind: &str| {
        tunnels.as_array().unwrap().iter().find(|row| row["tunnel_type"] == kind).unwrap()["id"].clone()
    };
    client.post(path, json!({ "id": of("mssql"), "type": "protocol_tunnel" })).expect(200);
    let refused = client.post(path, json!({ "id": of("tcp"), "type": "protocol_tunnel" })).expect(422);
    assert_eq!(refused.json["errors"]["id"][0], "Only SQL Server Tunnels are allowed.");
}
