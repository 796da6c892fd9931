//! Vendor groups and their users.

use serde_json::json;

use super::client::Client;

#[test]
fn vendor_users_are_added_without_an_answer_and_come_back() {
    let client = Client::pra();
    let user = json!({ "username": "v", "public_display_name": "V", "password": "p", "email_address": "v@example.com" });
    assert!(client.post("/vendor/1/user", user).expect(200).bytes.is_empty());
    let last = client.get("/vendor/1/user").expect(200).json.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["username"], &last["account_expiration"]),
        (&json!("v"), &json!("2026-04-01T00:00:00+00:00"))
    );
    assert_eq!(last["password"], "********", "the document demands the field");
    let path = format!("/vendor/1/user/{}", last["id"]);
    client.patch(&path, json!({ "enabled": false })).expect(200);
    client.post(&format!("{path}/reactivate"), json!({})).expect(200);
    assert_eq!(client.get(&path).json["enabled"], true);
    client.post("/vendor/1/reactivate", json!({})).expect(200);
    assert!(
        client.get("/vendor/1/user").json.as_array().unwrap().iter().all(|row| row["is_expired"] == false)
    );
    client.get(&format!("/vendor/2/user/{}", last["id"])).expect(404);
}
