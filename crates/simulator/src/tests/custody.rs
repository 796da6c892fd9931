//! Who holds the secrets of the vault, and how these change.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::{Client, token};
use crate::Appliance;

const DAY: u64 = 86_400;

#[test]
fn an_account_is_held_by_one_unless_its_policy_says_otherwise() {
    let appliance = Appliance::pra().limits(false).clock(bt_sra_core::ManualClock::new()).build();
    let accounts = appliance.accounts();
    appliance.control().permit(&accounts[1].client_id, "perm_configuration_vault_account", true);
    let [one, two] = [0, 1].map(|index: usize| Client {
        token: token(&appliance, &accounts[index].client_id, &accounts[index].client_secret),
        appliance: appliance.clone(),
    });
    let body = json!({ "type": "opaque_token", "name": "t", "token": "x" });
    let id = one.post("/vault/account", body).expect(201).id();
    let path = format!("/vault/account/{id}");
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
    two.post(&format!("{path}/check-out"), json!({})).expect(422);
    two.post(&format!("{path}/check-in"), json!({})).expect(422);
    two.post(&format!("{path}/force-check-in"), json!({})).expect(200);
    two.post(&format!("{path}/check-out"), json!({})).expect(200);
    one.patch(&path, json!({ "type": "opaque_token", "account_policy": "shared" })).expect(200);
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
}

#[test]
fn a_rotation_takes_its_time() {
    let client = Client::pra();
    let id = client.get("/vault/account?type=windows_domain").json[0]["id"].as_i64().unwrap();
    let path = format!("/vault/account/{id}");
    let password =
        || client.post(&format!("{path}/check-out"), json!({})).expect(200).json["password"].clone();
    let old = password();
    client.post(&format!("{path}/rotate"), json!({})).expect(200);
    assert_eq!(password(), old);
    client.appliance.control().advance(Duration::from_secs(60));
    let new = password();
    assert_ne!(new, old);
    assert_eq!(password(), new);
    client.post("/vault/account/1/rotate", json!({})).expect(422);
}

/// Returns the first account of a type.
fn account(client: &Client, kind: &str) -> i64 {
    client.get(&format!("/vault/account?type={kind}")).json[0]["id"].as_i64().unwrap()
}

/// Returns the password as it is stored, without anybody checking it out.
fn password(client: &Client, id: i64) -> Value {
    // Any request lets happen what is due.
    client.get("/vault/account-policy").expect(200);
    client.appliance.control().stored("/vault/account", id).unwrap()["password"].clone()
}

#[test]
fn a_secret_is_changed_after_check_in_if_its_policy_says_so() {
    let mut client = Client::pra();
    let policy = json!({ "name": "after use", "code_name": "after_use", "auto_rotate_credentials": true });
    client.post("/vault/account-policy", policy).expect(201);
    for (account_policy, generic) in [("after_use", false), ("default", false), ("after_use", true)] {
        let id = if generic { account(&client, "username_password") } else { account(&client, "aws_secret") };
        let path = format!("/vault/account/{id}");
        let change = if generic { "username_password" } else { "aws_secret" };
        client.patch(&path, json!({ "type": change, "account_policy": account_policy })).expect(200);
        let old = client.post(&format!("{path}/check-out"), json!({})).expect(200).json["password"].clone();
        client.later(DAY);
        assert_eq!(password(&client, id), old, "it is held");
        client.post(&format!("{path}/check-in"), json!({})).expect(200);
        assert_eq!(password(&client, id), old, "a rotation takes its time");
        client.later(60);
        let changed = password(&client, id) != old;
        // What the appliance does not manage it cannot change.
        assert_eq!(changed, account_policy == "after_use" && !generic, "{account_policy} {generic}");
    }
}

#[test]
fn a_secret_is_changed_when_it_is_too_old() {
    let mut client = Client::pra();
    // The policy of this account and of its group rotates every 30 days.
    let id = account(&client, "windows_local");
    let first = password(&client, id);
    client.later(30 * DAY - 1);
    assert_eq!(password(&client, id), first);
    client.later(1);
    let second = password(&client, id);
    assert_ne!(second, first);
    // Held, it stays as it is until it is given back.
    let path = format!("/vault/account/{id}");
    assert_eq!(client.post(&format!("{path}/check-out"), json!({})).json["password"], second);
    client.later(31 * DAY);
    assert_eq!(password(&client, id), second);
    client.post(&format!("{path}/check-in"), json!({})).expect(200);
    client.later(60);
    assert_ne!(password(&client, id), second);
}

#[test]
fn the_age_of_a_policy_is_there_only_with_its_schedule() {
    let client = Client::pra();
    let scheduled = json!({ "name": "s", "scheduled_password_rotation": true });
    let refused = client.post("/vault/account-policy", scheduled.clone()).expect(422);
    assert!(refused.json["errors"]["maximum_password_age"].is_array());
    let mut with_age = scheduled;
    with_age["maximum_password_age"] = json!(7);
    let made = client.post("/vault/account-policy", with_age).expect(201);
    assert_eq!(made.json["maximum_password_age"], 7);
    let path = format!("/vault/account-policy/{}", made.id());
    let changed = client.patch(&path, json!({ "scheduled_password_rotation": false })).expect(200);
    assert!(changed.json.get("maximum_password_age").is_none(), "{}", changed.json);
    client.patch(&path, json!({ "scheduled_password_rotation": true })).expect(422);
}

#[test]
fn a_rotation_can_fail() {
    let mut client = Client::pra();
    let id = account(&client, "windows_domain");
    let old = password(&client, id);
    client.trigger(json!({ "trigger": "rotation_fails", "id": id }));
    for changed in [false, true] {
        client.post(&format!("/vault/account/{id}/rotate"), json!({})).expect(200);
        client.later(60);
        assert_eq!(password(&client, id) != old, changed);
    }
    assert!(client.no_trigger(json!({ "trigger": "rotation_fails", "id": 1 })).contains("not rotated"));
}

#[test]
fn a_user_can_hold_an_account_too() {
    let client = Client::pra();
    // User 3 has the role on the first account, user 16 has none and is no administrator of the vault.
    let out = |user: i64| json!({ "trigger": "vault_account_checked_out_by", "id": 1, "user_id": user });
    let back = |user: i64| json!({ "trigger": "vault_account_checked_in_by", "id": 1, "user_id": user });
    assert!(client.no_trigger(out(16)).contains("may not"));
    client.trigger(out(3));
    assert_eq!(client.get("/vault/account/1").json["last_checkout_timestamp"], "2026-01-01T00:00:00+00:00");
    client.post("/vault/account/1/check-out", json!({})).expect(422);
    client.post("/vault/account/1/check-in", json!({})).expect(422);
    client.trigger(back(3));
    client.post("/vault/account/1/check-out", json!({})).expect(200);
    assert!(client.no_trigger(out(3)).contains("checked out already"));
    client.post("/vault/account/1/force-check-in", json!({})).expect(200);
    client.trigger(out(3));
    client.post("/vault/account/1/force-check-in", json!({})).expect(200);
    assert!(client.no_trigger(back(3)).contains("not checked out"));
}

#[test]
fn a_personal_account_is_held_by_its_owner_only() {
    let client = Client::pra();
    let all = client.get("/vault/account?include_personal=true").json;
    let row = all.as_array().unwrap().iter().find(|row| row["personal"] == true).unwrap();
    let order =
        |user: &Value| json!({ "trigger": "vault_account_checked_out_by", "id": row["id"], "user_id": user });
    assert!(client.no_trigger(order(&json!(1))).contains("may not"));
    client.trigger(order(&row["owner_user_id"]));
    let path = format!("/vault/account/{}", row["id"]);
    // 403 is documented of four operations only: the others have 422 as their one refusal.
    for action in ["check-out", "check-in", "force-check-in", "rotate"] {
        let refused = client.post(&format!("{path}/{action}"), json!({})).expect(422);
        assert!(refused.json["message"].as_str().unwrap().contains("personal"), "{}", refused.json);
    }
    client.patch(&path, json!({ "name": "taken over" })).expect(422);
    client.delete(&path).expect(403);
    client.post(&format!("{path}/user"), json!({ "user_id": 3 })).expect(403);
    // There is no such user, but that is not what is said.
    client.patch(&format!("{path}/user/3"), json!({ "role": "inject" })).expect(403);
    client.delete(&format!("{path}/user/3")).expect(403);
    client.get(&format!("{path}/user/3")).expect(404);
}

#[test]
fn an_authority_is_neither_checked_out_nor_in() {
    let client = Client::pra();
    let id = account(&client, "x509_ca");
    for action in ["check-out", "check-in", "force-check-in", "rotate"] {
        let refused = client.post(&format!("/vault/account/{id}/{action}"), json!({})).expect(422);
        assert!(refused.json["message"].as_str().unwrap().contains("of this type"), "{action}");
    }
}

#[test]
fn key_pairs_are_not_checked_in_by_force() {
    let client = Client::pra();
    let id = account(&client, "ssh");
    client.post(&format!("/vault/account/{id}/check-out"), json!({})).expect(200);
    client.post(&format!("/vault/account/{id}/force-check-in"), json!({})).expect(422);
    client.post(&format!("/vault/account/{id}/check-in"), json!({})).expect(200);
}

#[test]
fn centuries_of_rotation_take_no_time() {
    let mut client = Client::pra();
    let id = account(&client, "windows_local");
    let old = password(&client, id);
    let daily = json!({ "scheduled_password_rotation": true, "maximum_password_age": 1 });
    client.patch("/vault/account-policy/3", daily).expect(200);
    let span = 7_900 * 365 * 86_400;
    client.later(span);
    assert_ne!(password(&client, id), old);
    // What is left of the last day, and then the next change.
    let new = password(&client, id);
    client.later(86_400);
    assert_ne!(password(&client, id), new);
}
