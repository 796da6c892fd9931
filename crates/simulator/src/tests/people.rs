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
    assert_eq!(names(), [json!(1), json!(3)]);
    assert_eq!(client.patch("/user/2/group-policy-changes", json!({ "removed": [1] })).expect(200).id(), 1);
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
