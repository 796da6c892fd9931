//! Create, show, change, delete, and what follows from it.

use serde_json::json;

use super::client::Client;

fn shell() -> serde_json::Value {
    json!({ "name": "web 7", "hostname": "198.51.100.7", "jumpoint_id": 1, "jump_group_id": 1, "protocol": "ssh" })
}

#[test]
fn a_new_item_has_every_field_and_comes_back_the_same() {
    let client = Client::pra();
    let made = client.post("/jump-item/shell-jump", shell()).expect(201);
    assert_eq!(
        made.json,
        json!({
            "id": made.id(), "name": "web 7", "jumpoint_id": 1, "hostname": "198.51.100.7", "protocol": "ssh",
            "port": 22, "jump_group_id": 1, "jump_group_type": "shared", "terminal": "xterm", "keep_alive": 0,
            "tag": "", "comments": "", "jump_policy_id": null, "username": "", "session_policy_id": null,
        })
    );
    assert_eq!(client.get(&format!("/jump-item/shell-jump/{}", made.id())).expect(200).json, made.json);
}

#[test]
fn a_change_is_partial_and_null_is_a_value() {
    let client = Client::pra();
    let mut item = shell();
    item["jump_policy_id"] = json!(1);
    item["tag"] = json!("lab");
    let id = client.post("/jump-item/shell-jump", item).expect(201).id();
    let path = format!("/jump-item/shell-jump/{id}");
    let changed = client.patch(&path, json!({ "jump_policy_id": null, "port": 2222 })).expect(200);
    assert_eq!(
        (&changed.json["jump_policy_id"], &changed.json["port"], &changed.json["tag"]),
        (&json!(null), &json!(2222), &json!("lab"))
    );
    // The vendor's client sends the whole object back, id and all; the id changes nothing.
    let mut whole = changed.json;
    whole["id"] = json!(9999);
    whole["name"] = json!("web 8");
    let again = client.patch(&path, whole).expect(200);
    assert_eq!((again.id(), &again.json["name"]), (id, &json!("web 8")));
    client.patch(&path, json!({ "tag": null })).expect(422);
}

#[test]
fn what_is_deleted_is_gone_and_its_id_is_not_used_again() {
    let client = Client::pra();
    let id = client.post("/jump-item/shell-jump", shell()).expect(201).id();
    let path = format!("/jump-item/shell-jump/{id}");
    let reply = client.delete(&path).expect(204);
    assert!(reply.bytes.is_empty());
    client.get(&path).expect(404);
    client.delete(&path).expect(404);
    assert_eq!(client.post("/jump-item/shell-jump", shell()).expect(201).id(), id + 1);
}

#[test]
fn names_that_must_differ_do() {
    let client = Client::pra();
    let reply = client.post("/jump-group", json!({ "name": "wEb" })).expect(422);
    assert_eq!(reply.json["message"], "Validation Failed");
    assert_eq!(reply.json["errors"]["name"][0], "The name has already been taken.");
    client.patch("/jump-group/2", json!({ "name": "Web" })).expect(422);
    // Its own name is no obstacle.
    client.patch("/jump-group/1", json!({ "name": "Web" })).expect(200);
    client.post("/user", json!({ "username": "ADMIN", "public_display_name": "Second" })).expect(422);
}

#[test]
fn code_names_follow_from_names() {
    let client = Client::pra();
    let one = client.post("/jump-group", json!({ "name": "vpc-1 Jump Group" })).expect(201);
    assert_eq!(one.json["code_name"], "vpc_1_jump_group");
    let two = client.post("/jump-group", json!({ "name": "vpc 1 jump group", "code_name": "" })).expect(201);
    assert_eq!(two.json["code_name"], "vpc_1_jump_group_2");
}

#[test]
fn a_code_name_that_follows_is_nobody_elses_in_any_case() {
    let client = Client::pra();
    client.post("/jump-group", json!({ "name": "one", "code_name": "ALPHA" })).expect(201);
    let made = client.post("/jump-group", json!({ "name": "alpha" })).expect(201);
    assert_eq!(made.json["code_name"], "alpha_2");
}

#[test]
fn references_must_lead_somewhere() {
    let client = Client::pra();
    for (field, value) in
        [("jumpoint_id", 999), ("jump_group_id", 999), ("jump_policy_id", 999), ("session_policy_id", 999)]
    {
        let mut item = shell();
        item[field] = json!(value);
        let reply = client.post("/jump-item/shell-jump", item).expect(422);
        assert!(reply.json["errors"][field].is_array(), "{}", reply.json);
    }
    // A personal item belongs to a user: there are 25 users and 10 groups.
    let mut item = shell();
    item["jump_group_id"] = json!(25);
    client.post("/jump-item/shell-jump", item.clone()).expect(422);
    item["jump_group_type"] = json!("personal");
    client.post("/jump-item/shell-jump", item).expect(201);
    client.post("/vault/account-group", json!({ "name": "x", "account_policy": "none such" })).expect(422);
    client.post("/vendor", json!({ "name": "x", "default_policy": 77 })).expect(422);
}

#[test]
fn members_of_lists_are_keyed_by_what_they_name() {
    let client = Client::pra();
    let made = client.post("/jump-group/1/user", json!({ "user_id": 20 })).expect(201);
    assert_eq!(made.json, json!({ "user_id": 20 }));
    client.post("/jump-group/1/user", json!({ "user_id": 20 })).expect(422);
    client.post("/jump-group/1/user", json!({})).expect(422);
    client.post("/jump-group/1/user", json!({ "user_id": 999 })).expect(422);
    client.post("/jump-group/99/user", json!({ "user_id": 20 })).expect(404);
    let changed = client.patch("/jump-group/1/user/20", json!({ "jump_item_role_id": 2 })).expect(200);
    assert_eq!(changed.json, json!({ "user_id": 20, "jump_item_role_id": 2 }));
    client.get("/jump-group/2/user/20").expect(404);
    client.delete("/jump-group/1/user/20").expect(204);
    client.get("/jump-group/1/user/20").expect(404);
}

#[test]
fn group_policy_memberships_answer_with_an_object() {
    let client = Client::pra();
    for (list, body, shown) in [
        ("jumpoint", json!({ "jumpoint_id": 4 }), json!({ "jumpoint_id": 4 })),
        (
            "jump-group",
            json!({ "jump_group_id": 4 }),
            json!({ "jump_group_id": 4, "jump_item_role_id": 0, "jump_policy_id": 0 }),
        ),
        ("vault-account", json!({ "account_id": 4 }), json!({ "account_id": 4, "role": "inject" })),
        (
            "vault-account-group",
            json!({ "account_group_id": 2 }),
            json!({ "account_group_id": 2, "group_policy_id": 1, "role": "inject" }),
        ),
        ("team", json!({ "team_id": 4 }), json!({ "team_id": 4, "role": "member" })),
    ] {
        let path = format!("/group-policy/1/{list}");
        if list == "vault-account-group" {
            client.delete(&format!("{path}/2")).expect(404);
        }
        assert_eq!(client.post(&path, body).expect(201).json, shown, "{list}");
        let id = shown
            .as_object()
            .unwrap()
            .iter()
            .find(|(name, _)| name.ends_with("_id") && *name != "group_policy_id")
            .unwrap()
            .1
            .clone();
        client.get(&format!("{path}/{id}")).expect(200);
        let status = if list.starts_with("vault-") { 200 } else { 204 };
        client.delete(&format!("{path}/{id}")).expect(status);
        client.get(&format!("{path}/{id}")).expect(404);
    }
    // One client sends the id of the policy as well.
    let member = json!({ "group_policy_id": 1, "security_provider_id": 1, "user_id": 24 });
    let made = client.post("/group-policy/1/member", member).expect(201);
    assert_eq!(made.json["user_id"], 24);
    client.get(&format!("/group-policy/1/member/{}", made.id())).expect(200);
    client.post("/group-policy/1/member", json!({ "security_provider_id": 1 })).expect(422);
    client.post("/group-policy/1/provision", json!({})).expect(204);
}

#[test]
fn a_team_member_can_move_to_another_team() {
    let client = Client::pra();
    client.post("/team/1/user", json!({ "user_id": 24, "team_id": 2 })).expect(422);
    client.post("/team/1/user", json!({ "user_id": 24 })).expect(201);
    let moved = client.patch("/team/1/user/24", json!({ "team_id": 3, "role": "lead" })).expect(200);
    assert_eq!(moved.json, json!({ "team_id": 3, "user_id": 24, "role": "lead" }));
    client.get("/team/1/user/24").expect(404);
    assert_eq!(client.get("/team/3/user/24").expect(200).json["role"], "lead");
}

#[test]
fn a_status_of_a_representative_is_a_resource_like_any() {
    let client = Client::rs();
    let made = client.post("/rep-status", json!({ "name": "On the road", "display_as": "away" })).expect(201);
    assert_eq!(made.json["code_name"], "on_the_road");
    client.patch(&format!("/rep-status/{}", made.id()), json!({ "display_as": "busy" })).expect(200);
    client.delete(&format!("/rep-status/{}", made.id())).expect(204);
}

#[test]
fn what_is_created_says_where_it_is() {
    let client = Client::pra();
    let group = client.post("/jump-group", json!({ "name": "located" })).expect(201);
    let place = group.header("location").strip_prefix("https://access.example.com/api/config/v1").unwrap();
    assert_eq!(client.get(place).expect(200).json, group.json);
    let account = json!({ "type": "opaque_token", "name": "located", "token": "t" });
    let account = client.post("/vault/account", account).expect(201);
    assert!(account.header("location").ends_with(&format!("/vault/account/{}", account.id())));
    // Said of neither: members of lists, and the installers of Jump Clients.
    let member = client.post("/jumpoint/1/user", json!({ "user_id": 9 })).expect(201);
    let installer = client.post("/jump-client/installer", json!({ "jump_group_id": 1 })).expect(201);
    assert_eq!((member.header("location"), installer.header("location")), ("", ""));
    assert_eq!(client.post("/jump-group", json!({ "name": "located" })).expect(422).header("location"), "");
}
