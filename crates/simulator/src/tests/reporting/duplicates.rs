//! The JSON report on Jump Clients that are there twice.

use serde_json::{Value, json};

use super::*;

const PATH: &str = "/api/reporting/v2/duplicate-jump-clients";

/// A site on which the first and the third Jump Client have copies: two, and one.
fn site() -> Client {
    let client = Client::pra();
    for id in [1, 1, 3] {
        let row = client.get(&format!("/jump-client/{id}")).expect(200).json;
        let body = json!({ "name": format!("copy of {id}"), "jump_group_id": row["jump_group_id"], "jump_group_type": "shared" });
        client.post(&format!("/jump-client/{id}/copy"), body).expect(200);
    }
    client
}

fn ids(client: &Client, query: &str) -> Vec<i64> {
    let reply = client.raw("GET", &format!("{PATH}?{query}"), b"").expect(200);
    let items = reply.json["data"]["items"].as_array().unwrap();
    items.iter().map(|item| item["id"].as_i64().unwrap()).collect()
}

#[test]
fn clients_that_are_there_twice_are_listed_filtered_and_paged() {
    let client = site();
    assert_eq!(ids(&client, ""), [1, 3, 25, 26, 27]);
    assert_eq!(ids(&client, "limit=2&offset=1"), [3, 25]);
    assert_eq!(ids(&client, "id=25"), [25]);
    assert_eq!(ids(&client, "name=COPY"), [25, 26, 27]);
    assert_eq!(ids(&client, "jump_group=work"), [1, 3, 25, 26, 27]);
    assert_eq!(ids(&client, "status=offline"), Vec::<i64>::new());
    let page = client.raw("GET", &format!("{PATH}?limit=2&offset=4"), b"").expect(200).json;
    let data = &page["data"];
    assert_eq!([&data["count"], &data["offset"], &data["limit"], &data["total"]], [1, 4, 2, 5]);
    for (query, name) in [
        ("limit=0", "limit"),
        ("limit=5001", "limit"),
        ("offset=-1", "offset"),
        ("id=0", "id"),
        ("status=gone", "status"),
        ("page=1", "page"),
    ] {
        let refused = client.raw("GET", &format!("{PATH}?{query}"), b"").expect(400);
        assert!(refused.json["message"].as_str().unwrap().ends_with(name), "{query}");
    }
    let one = client.raw("GET", &format!("{PATH}/25"), b"").expect(200).json;
    let members: Vec<&String> = one["data"].as_object().unwrap().keys().collect();
    assert_eq!(
        members,
        ["id", "name", "jump_group", "install_time", "comments", "tag", "status", "system_identifier"]
    );
    for (path, status) in [("/2", 404), ("/99", 404), ("/x", 400), ("/0", 400), ("/1/2", 404), ("x", 404)] {
        client.raw("GET", &format!("{PATH}{path}"), b"").expect(status);
    }
    client.raw("POST", PATH, b"{}").expect(405);
    Client::rs().raw("GET", PATH, b"").expect(404);
    client.by("Reporting").raw("GET", PATH, b"").expect(403);
    client.by("Inventory").raw("GET", PATH, b"").expect(200);
}

#[test]
fn duplicates_are_deleted_and_one_of_each_is_left() {
    let delete = |client: &Client, body: Value| client.raw("DELETE", PATH, body.to_string().as_bytes());
    let client = site();
    for (body, status) in [
        (json!({}), 422),
        (json!({ "ids": [1], "system_identifiers": ["x"] }), 422),
        (json!({ "ids": [1, 25, 26] }), 422),
        (json!({ "ids": [2] }), 404),
        (json!({ "system_identifiers": ["nobody"] }), 404),
        (json!({ "ids": [] }), 400),
        (json!({ "ids": ["1"] }), 400),
        (json!({ "ids": [1], "force": true }), 400),
        (json!({ "ids": [1], "allow_delete_all": 1 }), 400),
        (json!([1]), 400),
    ] {
        assert_eq!(delete(&client, body.clone()).status, status, "{body}");
    }
    assert_eq!(ids(&client, "").len(), 5, "nothing has happened");
    delete(&client, json!({ "ids": [1, 25] })).expect(204);
    assert_eq!(ids(&client, ""), [3, 27], "the last one is no duplicate any more");
    let system =
        client.raw("GET", &format!("{PATH}/3"), b"").expect(200).json["data"]["system_identifier"].clone();
    delete(&client, json!({ "system_identifiers": [system] })).expect(204);
    assert_eq!(ids(&client, ""), Vec::<i64>::new());
    client.get("/jump-client/27").expect(200);
    client.get("/jump-client/3").expect(404);
    let client = site();
    delete(&client, json!({ "ids": [1, 25, 26], "allow_delete_all": true })).expect(204);
    client.get("/jump-client/26").expect(404);
}
