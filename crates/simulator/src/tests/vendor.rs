//! Vendor groups and their users.

use serde_json::{Value, json};

use super::client::Client;

const DAY: u64 = 86_400;

#[test]
fn vendor_users_are_added_without_an_answer() {
    let client = Client::pra();
    let user = json!({ "username": "v", "public_display_name": "V", "password": "p", "email_address": "v@example.com" });
    assert!(client.post("/vendor/1/user", user).expect(200).bytes.is_empty());
    let last = client.get("/vendor/1/user").expect(200).json.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["username"], &last["account_expiration"]),
        (&json!("v"), &json!("2026-04-01T00:00:00+00:00"))
    );
    assert_eq!(last["password"], "********", "the document demands the field");
    client.get(&format!("/vendor/2/user/{}", last["id"])).expect(404);
}

/// A new vendor group with one user, as paths.
fn group(client: &Client, settings: Value) -> (String, String) {
    let mut vendor = json!({ "name": "Lifts", "default_policy": 2, "account_expiration": 10 });
    vendor.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    let id = client.post("/vendor", vendor).expect(201).id();
    let user = json!({ "username": "lift", "public_display_name": "Lift", "password": "p", "email_address": "l@example.com" });
    client.post(&format!("/vendor/{id}/user"), user).expect(200);
    let user = client.get(&format!("/vendor/{id}/user")).json[0]["id"].clone();
    (format!("/vendor/{id}"), format!("/vendor/{id}/user/{user}"))
}

#[test]
fn a_vendor_user_expires_and_is_reactivated() {
    let mut client = Client::pra();
    let (vendor, user) = group(&client, json!({}));
    // Documented: 400 where there is nothing to reactivate, without content.
    assert!(client.post(&format!("{user}/reactivate"), json!({})).expect(400).bytes.is_empty());
    assert!(client.post(&format!("{vendor}/reactivate"), json!({})).expect(400).bytes.is_empty());
    client.later(10 * DAY - 1);
    assert_eq!(client.get(&user).json["is_expired"], false);
    client.later(1);
    assert_eq!(client.get(&user).json["is_expired"], true);
    client.post(&format!("{user}/reactivate"), json!({})).expect(200);
    let shown = client.get(&user).json;
    assert_eq!(
        (&shown["is_expired"], &shown["account_expiration"]),
        (&json!(false), &json!("2026-01-21T00:00:00+00:00"))
    );
    client.later(10 * DAY);
    assert_eq!(client.get(&user).json["is_expired"], true);
    client.post(&format!("{vendor}/reactivate"), json!({})).expect(200);
    assert_eq!(client.get(&user).json["is_expired"], false);
    client.post("/vendor/999/reactivate", json!({})).expect(404);
    client.post("/vendor/1/user/999/reactivate", json!({})).expect(404);
}

#[test]
fn an_expired_vendor_user_is_deleted_if_its_group_says_so() {
    let mut client = Client::pra();
    let (vendor, user) = group(&client, json!({ "deletion_days_after_expiration": 5 }));
    client.later(15 * DAY - 1);
    assert_eq!(client.get(&user).json["is_expired"], true);
    client.later(1);
    client.get(&user).expect(404);
    assert_eq!(client.get(&format!("{vendor}/user")).expect(200).len(), 0);
}

#[test]
fn a_vendor_user_may_have_to_be_approved_before_it_logs_in() {
    let client = Client::pra();
    let settings = json!({ "user_approval_enabled": true, "user_added_notification_enabled": true, "administrator_ids": [1] });
    let (_, user) = group(&client, settings);
    let shown = client.get(&user).json;
    assert_eq!(shown["is_approved"], false);
    let vendor: i64 = user.split('/').nth(2).unwrap().parse().unwrap();
    let order = |name: &str| json!({ "trigger": name, "vendor_id": vendor, "id": shown["id"] });
    assert!(client.no_trigger(order("vendor_user_logs_in")).contains("not approved"));
    client.trigger(order("vendor_user_approved"));
    client.trigger(order("vendor_user_logs_in"));
    assert!(client.no_trigger(order("vendor_user_approved")).contains("already"));
    let shown = client.get(&user).json;
    assert_eq!(
        (&shown["is_approved"], &shown["last_authenticated_date"]),
        (&json!(true), &json!("2026-01-01T00:00:00+00:00"))
    );
    client.patch(&user, json!({ "enabled": false })).expect(200);
    assert!(client.no_trigger(order("vendor_user_logs_in")).contains("disabled"));
    let again =
        json!({ "username": "LIFT", "public_display_name": "x", "password": "p", "email_address": "x" });
    assert!(client.post("/vendor/1/user", again).expect(422).json["errors"]["username"].is_array());
}

#[test]
fn the_settings_of_a_vendor_group_go_together() {
    let client = Client::pra();
    for (field, settings) in [
        ("user_added_notification_enabled", json!({ "user_added_notification_enabled": true })),
        ("user_approval_enabled", json!({ "user_approval_enabled": true })),
        (
            "user_added_notification_enabled",
            json!({
                "user_approval_enabled": true, "user_added_notification_enabled": false, "administrator_ids": [1],
            }),
        ),
        ("user_reactivation_enabled", json!({ "user_reactivation_enabled": true, "administrator_ids": [1] })),
        (
            "administrator_ids",
            json!({ "administrator_ids": [1, 2, 3, 4, 5, 6, 7, 8], "team_ids": [1, 2, 3] }),
        ),
    ] {
        let mut vendor = json!({ "name": "x", "default_policy": 2 });
        vendor.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
        let refused = client.post("/vendor", vendor).expect(422);
        assert!(refused.json["errors"][field].is_array(), "{field}: {}", refused.json);
    }
    // A change of something else is not held against what is there by default.
    let id = client.post("/vendor", json!({ "name": "x", "default_policy": 2 })).expect(201).id();
    client.patch(&format!("/vendor/{id}"), json!({ "name": "y" })).expect(200);
}
