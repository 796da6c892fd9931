//! What deleting one thing does to the others.

use serde_json::{Value, json};

use super::client::Client;

#[test]
fn deleting_takes_along_what_the_rules_say() {
    let client = Client::pra();
    let mut item = json!({ "name": "web 7", "hostname": "198.51.100.7", "protocol": "ssh" });
    item["jump_group_id"] = json!(3);
    item["jumpoint_id"] = json!(6);
    item["jump_policy_id"] = json!(3);
    let one = client.post("/jump-item/shell-jump", item.clone()).expect(201).id();
    let reply = client.delete("/jump-policy/3").expect(422);
    assert!(reply.json["message"].as_str().unwrap().contains("shell-jump"));
    client.delete("/jump-group/3").expect(204);
    client.get(&format!("/jump-item/shell-jump/{one}")).expect(404);
    client.get("/jump-group/3/user").expect(404);
    assert!(
        client
            .get("/group-policy/3/jump-group")
            .json
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["jump_group_id"] != 3)
    );
    client.delete("/jump-policy/3").expect(204);

    item["jump_group_id"] = json!(1);
    item["jump_policy_id"] = json!(null);
    let two = client.post("/jump-item/shell-jump", item).expect(201).id();
    client.delete("/jumpoint/6").expect(204);
    client.get(&format!("/jump-item/shell-jump/{two}")).expect(404);

    client.delete("/user/1").expect(422);
    client.delete("/user/3").expect(204);
    assert_eq!(client.get("/jump-policy/2").json["approval_user_ids"], json!(["1"]));
    client.get("/vault/account/1/user/3").expect(404);
    client.delete("/group-policy/4").expect(422);
    client.delete("/vendor/1").expect(204);
    client.get("/vendor/1/user").expect(404);
}

#[test]
fn the_vault_keeps_what_loses_its_group_or_policy() {
    let client = Client::pra();
    client.delete("/vault/account-group/1").expect(422);
    client.delete("/vault/account-policy/1").expect(422);
    let ids: Vec<i64> = client
        .get("/vault/account?account_group_id=2")
        .json
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_i64().unwrap())
        .collect();
    assert!(!ids.is_empty());
    client.delete("/vault/account-group/2").expect(204);
    for id in ids {
        assert_eq!(client.get(&format!("/vault/account/{id}")).json["account_group_id"], 1);
    }
    let rotating = client.get("/vault/account?type=windows_local").json[0].clone();
    assert_eq!(rotating["account_policy"], "rotating");
    client.delete("/vault/account-policy/3").expect(204);
    assert_eq!(client.get("/vault/account?type=windows_local").json[0]["account_policy"], "default");
    assert_eq!(client.get("/vault/account-group/1").json["account_policy"], json!(null));
}

#[test]
fn a_deleted_jump_item_leaves_associations_and_requests() {
    let client = Client::pra();
    let item = |id: i64| json!({ "id": id, "type": "shell_jump" });
    let body = json!({
        "filter_type": "criteria", "criteria": { "shared_jump_groups": [4, 5] }, "jump_items": [item(1), item(2)],
    });
    client.post("/vault/account/2/jump-item-association", body.clone()).expect(201);
    client.patch("/vault/account-group/2/jump-item-association", body).expect(200);
    let asked = json!({ "user_id": 5, "jump_item_type": "shell_jump", "jump_item_id": 1, "start": 1_770_000_000, "duration": 600 });
    client.post("/jump-approval/request", asked).expect(200);
    let requests = || client.get("/jump-approval/1").json.to_string();
    assert!(requests().contains("\"jump_item_id\":1,"), "{}", requests());
    client.delete("/jump-item/shell-jump/1").expect(204);
    client.delete("/jump-group/4").expect(204);
    for owner in ["account", "account-group"] {
        let shown = client.get(&format!("/vault/{owner}/2/jump-item-association")).json;
        // The second item may have been in the fourth group.
        let left: Vec<Value> = shown["jump_items"].as_array().unwrap().clone();
        assert!(!left.contains(&item(1)), "{shown}");
        assert_eq!(shown["criteria"]["shared_jump_groups"], json!([5]), "{shown}");
    }
    assert!(!requests().contains("\"jump_item_id\":1,"), "{}", requests());
}

#[test]
fn a_jump_group_with_automation_endpoints_can_be_deleted() {
    let client = Client::pra();
    // The laptops of the sample site are in there, and Endpoint Automation knows them.
    client.delete("/jump-group/7").expect(204);
    assert_eq!(client.get("/jump-client?jump_group_id=7").expect(200).len(), 0);
}

#[test]
fn a_jumpoint_takes_along_what_was_discovered_through_it() {
    let client = Client::pra();
    let count = |path: &str| client.get(path).expect(200).len();
    assert!(count("/vault/endpoint") > 0 && count("/vault/account?type=windows_local") > 0);
    let order = json!({
        "trigger": "endpoint_discovered", "hostname": "sql1.example.com", "jumpoint_id": 3, "accounts": ["sa", "ops"],
    });
    let found = client.trigger(order);
    let account = client.get(&format!("/vault/account/{}", found["accounts"][0])).expect(200);
    assert_eq!((&account.json["endpoint_id"], &account.json["username"]), (&found["endpoint"], &json!("sa")));
    client.post(&format!("/vault/account/{}/check-out", account.id()), json!({})).expect(200);
    client.post(&format!("/vault/account/{}/user", account.id()), json!({ "user_id": 3 })).expect(201);
    client.delete("/jumpoint/2").expect(204);
    assert_eq!(count("/vault/endpoint"), 1);
    assert_eq!(count("/vault/account?type=windows_local"), 2);
    assert_eq!(count("/vault/account?type=windows_domain"), 0);
    client.delete("/jumpoint/3").expect(204);
    assert_eq!(count("/vault/endpoint"), 0);
    client.get(&format!("/vault/account/{}/user", account.id())).expect(404);
}

#[test]
fn a_policy_takes_its_new_code_name_along() {
    let client = Client::pra();
    client.patch("/vault/account-policy/3", json!({ "code_name": "often" })).expect(200);
    assert_eq!(client.get("/vault/account?type=windows_local").json[0]["account_policy"], "often");
    assert_eq!(client.get("/vault/account-group/2").json["account_policy"], "often");
}

#[test]
fn a_deleted_team_is_no_longer_the_queue_of_support_buttons() {
    let client = Client::rs();
    let body = json!({ "jump_group_id": 1, "support_button_direct_queue": "team:network" });
    let path =
        format!("/jump-client/installer/{}", client.post("/jump-client/installer", body).expect(201).id());
    assert_eq!(client.get(&path).json["support_button_direct_queue"], "team:network");
    client.delete("/team/3").expect(204);
    assert_eq!(client.get(&path).json["support_button_direct_queue"], "");
}
