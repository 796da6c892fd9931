//! Users and group policies.

use serde_json::{Value, json};

use super::client::Client;

#[test]
fn users_change_their_group_policies() {
    let client = Client::pra();
    let names = || -> Vec<Value> {
        client
            .get("/user/2/group-policies?per_page=100&current_page=1")
            .expect(200)
            .json
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect()
    };
    assert_eq!(names(), [json!(1)]);
    client.patch("/user/2/group-policy-changes", json!({ "added": [1, 3], "removed": [2] })).expect(200);
    // Documented: changes show only after provisioning.
    assert_eq!(names(), [json!(1)]);
    client.post("/user/provision", json!({ "user_ids": [2, 2, 999] })).expect(204);
    assert_eq!(names(), [json!(1), json!(3)]);
    assert_eq!(client.patch("/user/2/group-policy-changes", json!({ "removed": [1] })).expect(200).id(), 1);
    client.post("/user/provision", json!({ "user_ids": [3] })).expect(204);
    assert_eq!(names(), [json!(1), json!(3)]);
    client.call("POST", "/user/provision", None).expect(204);
    assert_eq!(names(), [json!(3)]);
    client.patch("/user/2/group-policy-changes", json!({ "added": [99] })).expect(422);
    // The fourth user comes from a directory.
    client.patch("/user/4/group-policy-changes", json!({ "added": [1] })).expect(422);
    client.call("POST", "/user/provision", None).expect(204);
}

#[test]
fn a_group_policy_is_copied_with_its_memberships() {
    let client = Client::pra();
    client.post("/group-policy/1/copy", json!({ "name": "Operators" })).expect(422);
    let copy = client.post("/group-policy/1/copy", json!({ "name": "Second" })).expect(201);
    for list in ["jump-group", "jumpoint", "team", "vault-account"] {
        let of = |id: i64| client.get(&format!("/group-policy/{id}/{list}")).json;
        assert_eq!(of(1), of(copy.id()), "{list}");
    }
    let users = |id: i64| -> Vec<Value> {
        client
            .get(&format!("/group-policy/{id}/member"))
            .json
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["user_id"].clone())
            .collect()
    };
    assert_eq!(users(1), users(copy.id()));
    assert_eq!(
        client.get(&format!("/group-policy/{}/vault-account-group", copy.id())).json[0]["group_policy_id"],
        copy.id()
    );
}

/// Makes a local user and puts it into a new group policy; returns both ids.
fn member(client: &Client, policy: Value) -> (i64, i64) {
    let user = json!({ "username": "new", "public_display_name": "New" });
    let user = client.post("/user", user).expect(201).id();
    let policy = client.post("/group-policy", policy).expect(201).id();
    let entry = json!({ "security_provider_id": 1, "user_id": user });
    client.post(&format!("/group-policy/{policy}/member"), entry).expect(201);
    (user, policy)
}

#[test]
fn permissions_come_from_group_policies_once_they_are_provisioned() {
    let client = Client::pra();
    let granted = json!({
        "name": "Granted", "access_perm_status": "defined", "perm_access_allowed": true, "perm_web_jump": true,
        "default_jump_item_role_id": 2,
    });
    let (user, policy) = member(&client, granted);
    let path = format!("/user/{user}");
    let shown = || {
        let row = client.get(&path).json;
        (
            row["perm_web_jump"].clone(),
            row["perm_access_allowed"].clone(),
            row["default_jump_item_role_id"].clone(),
        )
    };
    let without = shown();
    assert_eq!(without.0, false);
    client.post(&format!("/group-policy/{policy}/provision"), json!({})).expect(204);
    assert_eq!(shown(), (json!(true), json!("full_support"), json!(2)));
    // A policy that defines nothing takes everything back.
    client
        .patch(&format!("/group-policy/{policy}"), json!({ "access_perm_status": "not_defined" }))
        .expect(200);
    assert_eq!(shown().0, true);
    client.post("/user/provision", json!({ "user_ids": [user] })).expect(204);
    assert_eq!(shown(), without);
}

#[test]
fn a_final_policy_is_not_overruled_by_later_ones() {
    let client = Client::pra();
    for (first, web) in [("defined", false), ("final", true)] {
        let (user, _) =
            member(&client, json!({ "name": "First", "access_perm_status": first, "perm_web_jump": true }));
        let later = json!({ "name": "Second", "access_perm_status": "defined", "perm_web_jump": false });
        let later = client.post("/group-policy", later).expect(201).id();
        client.patch(&format!("/user/{user}/group-policy-changes"), json!({ "added": [later] })).expect(200);
        client.trigger(json!({ "trigger": "user_logs_in", "id": user }));
        assert_eq!(client.get(&format!("/user/{user}")).json["perm_web_jump"], web, "{first}");
        for path in [
            format!("/user/{user}"),
            format!("/group-policy/{later}"),
            format!("/group-policy/{}", later - 1),
        ] {
            client.delete(&path).expect(204);
        }
    }
}

#[test]
fn a_group_policy_puts_its_members_on_teams() {
    let client = Client::pra();
    let (user, policy) = member(&client, json!({ "name": "Team" }));
    client.post(&format!("/group-policy/{policy}/team"), json!({ "team_id": 2, "role": "lead" })).expect(201);
    let path = format!("/team/2/user/{user}");
    client.get(&path).expect(404);
    client.post(&format!("/group-policy/{policy}/provision"), json!({})).expect(204);
    assert_eq!(client.get(&path).expect(200).json["role"], "lead");
    // Documented: what a group policy grants is not changed here.
    client.patch(&path, json!({ "role": "member" })).expect(422);
    client.delete(&format!("/group-policy/{policy}/team/2")).expect(204);
    client.get(&path).expect(200);
    client.post("/user/provision", json!({})).expect(204);
    client.get(&path).expect(404);
    // What the user has itself stays.
    client.post("/team/2/user", json!({ "user_id": user })).expect(201);
    client.post("/user/provision", json!({})).expect(204);
    client.get(&path).expect(200);
}

#[test]
fn a_user_of_a_provider_becomes_known_by_logging_in() {
    let client = Client::pra();
    client
        .post("/group-policy/2/member", json!({ "security_provider_id": 3, "group_name": "auditors" }))
        .expect(201);
    let order = json!({
        "trigger": "user_logs_in", "username": "sam@example.com", "security_provider_id": 3, "groups": ["auditors"],
    });
    let id = client.trigger(order.clone())["user"].as_i64().unwrap();
    let shown = client.get(&format!("/user/{id}")).expect(200).json;
    assert_eq!(
        (&shown["security_provider_id"], &shown["created_at"], &shown["last_authentication"]),
        (&json!(3), &json!("2026-01-01T00:00:00+00:00"), &json!("2026-01-01T00:00:00+00:00"))
    );
    assert!(shown.get("failed_logins").is_none(), "only local users have it: {shown}");
    assert_eq!(client.get(&format!("/user/{id}/group-policies")).json[0]["id"], 2);
    assert!(client.no_trigger(order).contains("already"));
    client.trigger(json!({ "trigger": "user_logs_in", "id": id, "groups": [] }));
    assert_eq!(client.get(&format!("/user/{id}/group-policies")).len(), 0);
    let nobody = json!({ "trigger": "user_logs_in", "username": "x", "security_provider_id": 1 });
    assert!(client.no_trigger(nobody).contains("local"));
    assert!(client.no_trigger(json!({ "trigger": "user_logs_in" })).contains("needs `id`"));
}

#[test]
fn failed_logins_lock_a_user_until_they_are_set_to_zero() {
    for client in [Client::pra(), Client::rs()] {
        let fail = json!({ "trigger": "user_fails_login", "id": 2 });
        for count in 1..=5 {
            let done = client.trigger(fail.clone());
            assert_eq!((&done["failed_logins"], &done["locked"]), (&json!(count), &json!(count == 5)));
        }
        assert_eq!(client.get("/user/2").json["failed_logins"], 5);
        let login = json!({ "trigger": "user_logs_in", "id": 2 });
        assert!(client.no_trigger(login.clone()).contains("locked"));
        let refused = client.patch("/user/2", json!({ "failed_logins": 3 })).expect(422);
        assert!(refused.json["errors"]["failed_logins"].is_array());
        client.patch("/user/2", json!({ "failed_logins": 0 })).expect(200);
        client.trigger(login.clone());
        client.patch("/user/2", json!({ "enabled": false })).expect(200);
        assert!(client.no_trigger(login).contains("disabled"));
    }
}

#[test]
fn what_only_local_users_have_cannot_be_set_for_others() {
    let client = Client::pra();
    // The fourth user comes from a directory.
    let shown = client.get("/user/4").expect(200).json;
    assert!(
        shown.get("failed_logins").is_none() && shown.get("password_reset_next_login").is_none(),
        "{shown}"
    );
    for field in ["password", "password_expiration", "password_reset_next_login"] {
        let value = match field {
            "password" => json!("secret"),
            "password_expiration" => json!("2030-01-01T00:00:00Z"),
            _ => json!(true),
        };
        let refused = client.patch("/user/4", json!({ field: value })).expect(422);
        assert!(refused.json["errors"][field].is_array(), "{}", refused.json);
        client.patch("/user/2", json!({ field: value })).expect(200);
    }
    let kept = client.patch("/user/4", json!({ "username": "other" })).expect(200);
    assert_eq!(kept.json["username"], shown["username"]);
}

#[test]
fn administrators_and_most_providers_are_out_of_reach() {
    let client = Client::pra();
    let refused = client.patch("/user/1", json!({ "enabled": false })).expect(422);
    assert_eq!(refused.json["message"], "This API cannot update administrators.");
    client.delete("/user/1").expect(422);
    for provider in [1, 2, 4, 5, 6] {
        client
            .patch(&format!("/security-provider/{provider}"), json!({ "available_groups": [] }))
            .expect(422);
    }
    let saml =
        client.patch("/security-provider/3", json!({ "available_groups": ["night shift"] })).expect(200);
    assert_eq!(saml.json["available_groups"], json!(["night shift"]));
}

#[test]
fn nobody_is_twice_a_member_of_a_group_policy() {
    let client = Client::pra();
    let path = "/group-policy/3/member";
    let members = |name: &str, value: Value| {
        let all = client.get(path).json;
        all.as_array().unwrap().iter().filter(|row| row[name] == value).count()
    };
    let entry = json!({ "security_provider_id": 1, "user_id": 20 });
    client.post(path, entry.clone()).expect(201);
    client.post(path, entry).expect(422);
    let group = json!({ "security_provider_id": 3, "group_name": "once" });
    client.post(path, group.clone()).expect(201);
    client.post(path, group).expect(422);
    client.post(path, json!({ "security_provider_id": 6, "group_name": "once" })).expect(201);
    assert_eq!((members("user_id", json!(20)), members("group_name", json!("once"))), (1, 2));
}
