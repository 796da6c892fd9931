//! Requests for access.

use serde_json::{Value, json};

use super::client::Client;

/// A minute after the clock of the tests begins.
const START: i64 = 1_767_225_660;

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

/// A Jump Item that needs approval by the policy given, and what to send to ask for it.
fn wish(client: &Client, policy: Value) -> Value {
    let mut settings = json!({
        "display_name": "Asked for", "schedule_enabled": false, "approval_required": true,
        "approval_display_name": "Somebody",
    });
    settings.as_object_mut().unwrap().extend(policy.as_object().unwrap().clone());
    let policy = client.post("/jump-policy", settings).expect(201).id();
    let item = json!({
        "name": "guarded", "hostname": "guarded", "jumpoint_id": 1, "jump_group_id": 1, "protocol": "ssh",
        "jump_policy_id": policy,
    });
    let item = client.post("/jump-item/shell-jump", item).expect(201).id();
    json!({
        "user_id": 5, "jump_item_type": "shell_jump", "jump_item_id": item, "start": START, "duration": 3600,
    })
}

/// Returns the id of the last request that a user can approve.
fn last(client: &Client, user: i64) -> i64 {
    client.get(&format!("/jump-approval/{user}")).json.as_array().unwrap().last().unwrap()["id"]
        .as_i64()
        .unwrap()
}

fn state(client: &Client, user: i64, id: i64) -> Value {
    client.get(&format!("/jump-approval/{user}/view/{id}")).expect(200).json["state"].clone()
}

#[test]
fn every_refusal_of_a_request_says_why() {
    let client = Client::pra();
    let right = wish(&client, json!({ "approval_user_ids": ["3"], "approval_max_duration": 60 }));
    for (field, value, words) in [
        ("user_id", json!(999), "user does not exist"),
        ("user_id", json!(18), "disabled"),
        ("jump_item_type", json!("teapot"), "type"),
        ("jump_item_id", json!(99_999), "Item does not exist"),
        ("duration", json!(3601), "longer"),
    ] {
        let mut wrong = right.clone();
        wrong[field] = value;
        let refused = client.post("/jump-approval/request", wrong).expect(400);
        assert!(refused.json["message"].as_str().unwrap().contains(words), "{field}: {}", refused.json);
    }
    client.post("/jump-approval/request", json!({})).expect(422);
    client.post("/jump-approval/request", right).expect(200);
}

#[test]
fn approvers_are_users_or_teams_and_not_the_one_who_asks() {
    let client = Client::pra();
    let members = client.get("/team/3/user").json;
    let member = members[0]["user_id"].as_i64().unwrap();
    let mut wish = wish(&client, json!({ "approval_team_ids": ["3"] }));
    wish["user_id"] = json!(member);
    client.post("/jump-approval/request", wish.clone()).expect(200);
    let id = last(&client, member);
    let answer = |user: i64, id: i64| {
        client.post("/jump-approval/approve", json!({ "id": id, "user_id": user, "answer": "approved" }))
    };
    let refused = answer(member, id).expect(400);
    assert!(refused.json["message"].as_str().unwrap().contains("of its own"), "{}", refused.json);
    assert!(answer(1, id).expect(400).json["message"].as_str().unwrap().contains("no such request"));
    answer(members[1]["user_id"].as_i64().unwrap(), id).expect(200);
    assert_eq!(state(&client, member, id), "approved");
    let policy = client.get("/jump-policy").json.as_array().unwrap().last().unwrap()["id"].clone();
    client
        .patch(&format!("/jump-policy/{policy}"), json!({ "approval_approver_scope": "anyone" }))
        .expect(200);
    client.post("/jump-approval/request", wish).expect(200);
    answer(member, last(&client, member)).expect(200);
}

#[test]
fn requests_end_with_their_time() {
    let mut client = Client::pra();
    let mut wish = wish(&client, json!({ "approval_user_ids": ["3"] }));
    client.post("/jump-approval/request", wish.clone()).expect(200);
    let waiting = last(&client, 3);
    wish["trigger"] = json!("jump_approval_requested");
    let used = client.trigger(wish.clone())["request"].as_i64().unwrap();
    let answer =
        json!({ "trigger": "jump_approval_answered", "id": used, "user_id": 3, "answer": "approved" });
    client.trigger(answer.clone());
    assert!(client.no_trigger(answer).contains("not pending"));
    let start = json!({ "trigger": "jump_approval_used", "id": used });
    assert!(client.no_trigger(start.clone()).contains("has not come"));
    client.later(60);
    client.trigger(start.clone());
    assert_eq!(state(&client, 3, used), "in_use");
    assert!(client.no_trigger(start).contains("in_use"));
    client.later(3599);
    assert_eq!((state(&client, 3, waiting), state(&client, 3, used)), (json!("pending"), json!("in_use")));
    client.later(1);
    assert_eq!(
        (state(&client, 3, waiting), state(&client, 3, used)),
        (json!("cancelled"), json!("approved"))
    );
    assert_eq!(client.get("/jump-approval/3?state=cancelled").expect(200).len(), 1);
    wish["start"] = json!(START + 86_400);
    let third = client.trigger(wish)["request"].clone();
    client.trigger(json!({ "trigger": "jump_approval_cancelled", "id": third }));
    assert!(
        client.no_trigger(json!({ "trigger": "jump_approval_cancelled", "id": third })).contains("cancelled")
    );
}

#[test]
fn the_settings_of_a_jump_policy_go_together() {
    let client = Client::pra();
    for (field, settings) in [
        (
            "approval_required",
            json!({ "approval_required": true, "approval_user_ids": ["1"], "approval_display_name": "x" }),
        ),
        ("schedule_strict", json!({ "schedule_enabled": false, "schedule_strict": true })),
        (
            "simultaneous_jump_behavior_applies_to_copies",
            json!({ "simultaneous_jump_behavior_applies_to_copies": true }),
        ),
        (
            "notification_email_addresses",
            json!({ "session_end_notification": true, "notification_display_name": "x" }),
        ),
        (
            "notification_display_name",
            json!({ "session_start_notification": true, "notification_email_addresses": ["a@example.com"] }),
        ),
        (
            "approval_user_ids",
            json!({ "approval_required": true, "schedule_enabled": false, "approval_display_name": "x" }),
        ),
        (
            "approval_display_name",
            json!({ "approval_required": true, "schedule_enabled": false, "approval_team_ids": ["1"] }),
        ),
    ] {
        let mut policy = json!({ "display_name": "p" });
        policy.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
        let refused = client.post("/jump-policy", policy).expect(422);
        assert!(refused.json["errors"][field].is_array(), "{field}: {}", refused.json);
    }
    let id = client.post("/jump-policy", json!({ "display_name": "p" })).expect(201).id();
    client.patch(&format!("/jump-policy/{id}"), json!({ "approval_required": true })).expect(422);
}

#[test]
fn an_administrator_sets_the_schedule_of_a_jump_policy() {
    for client in [Client::pra(), Client::rs()] {
        let entries = json!([{ "start_day": 5, "start_time": "22:00", "end_day": 6, "end_time": "06:30" }]);
        let order = json!({
            "trigger": "jump_policy_schedule_set", "id": 2, "entries": entries, "timezone": "Europe/Berlin",
        });
        client.trigger(order.clone());
        assert_eq!(
            client.get("/jump-policy/2/schedule").expect(200).json,
            json!({ "timezone": "Europe/Berlin", "entries": entries })
        );
        for (field, value) in
            [("start_day", json!(7)), ("end_time", json!("24:00")), ("start_time", json!("7:00"))]
        {
            let mut wrong = order.clone();
            wrong["entries"][0][field] = value;
            assert!(client.no_trigger(wrong).contains(field), "{field}");
        }
    }
}
