//! Sites with many Jump Items, of which nobody keeps more than was changed.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::client::Client;
use crate::{Appliance, Builder};

const SHELLS: &str = "/jump-item/shell-jump";

fn total(client: &Client, query: &str) -> u64 {
    let reply = client.get(&format!("{SHELLS}?per_page=1{query}")).expect(200);
    reply.header("x-bt-pagination-total").parse().unwrap()
}

fn ids(items: &Value) -> Vec<i64> {
    items.as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
}

fn many(builder: Builder) -> Client {
    Client::new(builder.items(1_000_000))
}

#[test]
fn a_million_items_are_listed_from_the_last_page_on() {
    for client in [many(Appliance::pra()), many(Appliance::rs())] {
        let all = total(&client, "");
        assert!(all > 999_000 && all < 1_000_000, "{all}");
        let last = client.get(&format!("{SHELLS}?current_page={}", all.div_ceil(100))).expect(200);
        assert_eq!(ids(&last.json).last().copied(), i64::try_from(all).ok());
        let one = client.get(&format!("{SHELLS}/{all}")).expect(200);
        assert_eq!(Some(&one.json), last.json.as_array().unwrap().last());
        assert_eq!(last.json[0]["name"], json!(format!("srv-{}", last.json[0]["id"])));
    }
}

#[test]
fn the_same_seed_gives_the_same_items_and_another_one_others() {
    let rows = |seed: u64| {
        let control = Appliance::pra().seed(seed).items(100_000).build().control();
        [1, 77_777, 99_000].map(|id| control.stored(SHELLS, id).unwrap())
    };
    assert_eq!(rows(1), rows(1));
    assert_ne!(rows(1), rows(2));
}

#[test]
fn pages_are_full_and_in_order_after_deletions_changes_and_additions() {
    let client = Client::new(Appliance::pra().items(5_000));
    let all = total(&client, "");
    let mut expected: BTreeSet<i64> = (1..=i64::try_from(all).unwrap()).collect();
    for id in [1, 2, 3, 100, 101, 2_500, 2_501, i64::try_from(all).unwrap()] {
        client.delete(&format!("{SHELLS}/{id}")).expect(204);
        client.get(&format!("{SHELLS}/{id}")).expect(404);
        expected.remove(&id);
    }
    client.patch(&format!("{SHELLS}/50"), json!({ "name": "changed" })).expect(200);
    let body = json!({ "name": "new", "hostname": "192.0.2.1", "jumpoint_id": 1, "jump_group_id": 1, "protocol": "ssh" });
    expected.insert(client.post(SHELLS, body).expect(201).id());
    let copy = client.post(
        &format!("{SHELLS}/60/copy"),
        json!({ "name": "copy", "jump_group_id": 2, "jump_group_type": "shared" }),
    );
    let copy = copy.expect(200);
    expected.insert(copy.json["destId"].as_i64().unwrap());
    let mut found = Vec::new();
    let pages = expected.len().div_ceil(100);
    for page in 1..=pages {
        let reply = client.get(&format!("{SHELLS}?current_page={page}")).expect(200);
        assert_eq!(reply.header("x-bt-pagination-total"), expected.len().to_string());
        assert!(page == pages || reply.len() == 100);
        found.extend(ids(&reply.json));
    }
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    assert_eq!(client.get(&format!("{SHELLS}/50")).json["name"], "changed");
    assert_eq!(total(&client, "&name=CHANGED"), 1);
    assert_eq!(total(&client, "&name=srv-050"), 0);
}

#[test]
fn filters_find_items_that_nobody_has_seen_yet() {
    let client = many(Appliance::pra());
    let found = client.get(&format!("{SHELLS}?name=SRV-987654")).expect(200);
    assert_eq!(ids(&found.json), [987_654]);
    // Whatever the filter, it counts what a walk over the list would count.
    let client = Client::new(Appliance::pra().items(2_000));
    let all: Vec<Value> = (1..=20)
        .flat_map(|page| {
            client.get(&format!("{SHELLS}?current_page={page}")).json.as_array().unwrap().clone()
        })
        .collect();
    for (field, value) in [
        ("tag", json!("lab")),
        ("jump_group_id", json!(3)),
        ("jump_group_type", json!("personal")),
        ("jumpoint_id", json!(2)),
        ("hostname", all[40]["hostname"].clone()),
    ] {
        let expected = all.iter().filter(|item| item[field] == value).count();
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        assert!(expected > 0, "{field}");
        assert_eq!(total(&client, &format!("&{field}={text}")), u64::try_from(expected).unwrap(), "{field}");
    }
}

#[test]
fn sleeping_items_go_with_their_group_jumpoint_and_user_and_hold_their_policy() {
    let client = Client::new(Appliance::pra().items(3_000));
    let control = client.appliance.control();
    // The others that have this policy would be named first.
    for resource in [
        "/jump-client",
        "/jump-item/mysql-tunnel-jump",
        "/jump-item/network-tunnel-jump",
        "/jump-item/protocol-tunnel-jump",
        "/jump-item/psql-tunnel-jump",
        "/jump-item/remote-rdp",
        "/jump-item/remote-vnc",
    ] {
        for id in control.ids(resource) {
            assert!(control.delete(resource, id));
        }
    }
    let refused = client.delete("/jump-policy/1").expect(422);
    assert!(refused.json["message"].as_str().unwrap().contains("shell-jump"), "{}", refused.json);
    for (resource, filter) in [
        ("/jump-group/4", "&jump_group_id=4&jump_group_type=shared"),
        ("/jumpoint/2", "&jumpoint_id=2"),
        ("/user/5", "&jump_group_id=5&jump_group_type=personal"),
    ] {
        let (before, going) = (total(&client, ""), total(&client, filter));
        assert!(going > 0, "{resource}");
        client.delete(resource).expect(204);
        assert_eq!(total(&client, filter), 0, "{resource}");
        assert_eq!(total(&client, ""), before - going, "{resource}");
    }
}

#[test]
fn sleeping_items_can_be_named_by_others() {
    let client = many(Appliance::pra());
    let path = "/vault/account/1/jump-item-association";
    let item = json!({ "id": 777_777, "type": "shell_jump" });
    client.delete(path);
    client.post(path, json!({ "filter_type": "criteria", "jump_items": [item] })).expect(201);
    assert_eq!(client.get(path).expect(200).json["jump_items"], json!([item]));
    let item = json!({ "id": 7_777_777, "type": "shell_jump" });
    client.post(&format!("{path}/jump-item"), item).expect(422);
}
