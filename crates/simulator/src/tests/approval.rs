//! Requests for access.

use serde_json::{Value, json};

use super::client::Client;

#[test]
fn an_approval_is_asked_for_and_given() {
    let client = Client::pra();
    let request = json!({ "user_id": 5, "jump_item_type": "shell_jump", "jump_item_id": 1, "start": 1_770_000_000, "duration": 3600, "reason": "disk" });
    client.post("/jump-approval/request", request.clone()).expect(200);
    let pending = client.get("/jump-approval/1?state=pending").expect(200);
    let made = pending.json.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&made["request_reason"], &made["start_timestamp"]),
        (&json!("disk"), &json!("2026-02-02T02:40:00+00:00"))
    );
    let answer = |user: i64, id: &Value| {
        client.post(
            "/jump-approval/approve",
            json!({ "id": id, "user_id": user, "answer": "denied", "comments": "no" }),
        )
    };
    answer(7, &made["id"]).expect(400);
    assert!(answer(1, &made["id"]).expect(200).json["message"].is_string());
    answer(1, &made["id"]).expect(400);
    let shown = client.get(&format!("/jump-approval/1/view/{}", made["id"])).expect(200);
    assert_eq!((&shown.json["state"], &shown.json["response_comments"]), (&json!("denied"), &json!("no")));
    client.get(&format!("/jump-approval/7/view/{}", made["id"])).expect(404);
    client.get("/jump-approval/999").expect(404);
    let mut nothing = request;
    nothing["jump_item_id"] = json!(99_999);
    client.post("/jump-approval/request", nothing).expect(400);
}
