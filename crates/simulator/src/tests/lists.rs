//! Pages and filters.

use serde_json::json;

use super::client::Client;
use crate::Appliance;

#[test]
fn pages_have_all_five_headers() {
    let client = Client::pra();
    let reply = client.get("/user?per_page=10&current_page=2").expect(200);
    assert_eq!(reply.len(), 10);
    assert_eq!(reply.header("x-bt-pagination-current-page"), "2");
    assert_eq!(reply.header("x-bt-pagination-per-page"), "10");
    assert_eq!(reply.header("x-bt-pagination-last-page"), "3");
    assert_eq!(reply.header("x-bt-pagination-total"), "25");
    let url = "<https://access.example.com/api/config/v1/user?per_page=10&current_page=";
    let expected = format!(
        "{url}1>; rel=\"first\", {url}1>; rel=\"previous\", {url}3>; rel=\"next\", {url}3>; rel=\"last\""
    );
    assert_eq!(reply.header("link"), expected);
}

#[test]
fn edges_of_lists() {
    let client = Client::new(Appliance::pra().items(300));
    let all = client.get("/user").expect(200);
    assert_eq!((all.len(), all.header("x-bt-pagination-per-page")), (25, "100"));
    assert!(!all.header("link").contains("next") && !all.header("link").contains("previous"));
    // Past the end there is nothing, and that is no error.
    let past = client.get("/user?per_page=10&current_page=9").expect(200);
    assert_eq!((past.len(), past.header("x-bt-pagination-last-page")), (0, "3"));
    assert!(past.header("link").contains("current_page=3>; rel=\"previous\""));
    // An empty list has one page.
    let none = client.get("/user?username=nobody").expect(200);
    assert_eq!(
        (none.len(), none.header("x-bt-pagination-last-page"), none.header("x-bt-pagination-total")),
        (0, "1", "0")
    );
    // The greatest page is a hundred.
    let shells = client.get("/jump-item/shell-jump").expect(200);
    assert_eq!(shells.len(), 100);
    let exact = client.get("/user?per_page=25").expect(200);
    assert_eq!(exact.header("x-bt-pagination-last-page"), "1");
}

#[test]
fn all_pages_together_are_the_whole_list() {
    let client = Client::pra();
    let total: usize = client.get("/jump-item/shell-jump").header("x-bt-pagination-total").parse().unwrap();
    let mut ids = Vec::new();
    for page in 1.. {
        let reply = client.get(&format!("/jump-item/shell-jump?per_page=7&current_page={page}"));
        if reply.len() == 0 {
            break;
        }
        ids.extend(reply.json.as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()));
    }
    assert_eq!(ids.len(), total);
    assert!(ids.is_sorted());
}

#[test]
fn wrong_paging_is_refused() {
    let client = Client::pra();
    for query in [
        "per_page=0",
        "per_page=101",
        "per_page=ten",
        "current_page=2147483648",
        "current_page=0",
        "current_page=-1",
        "current_page=1.5",
    ] {
        let reply = client.get(&format!("/user?{query}")).expect(422);
        let field = query.split('=').next().unwrap();
        assert!(reply.json["errors"][field].is_array(), "{query}");
    }
}

#[test]
fn filters_are_exact_ignore_case_and_combine() {
    let client = Client::pra();
    for (name, tag) in [("Alpha", "lab"), ("ALPHA", "prod"), ("Alphabet", "lab")] {
        let item = json!({ "name": name, "hostname": "192.0.2.1", "jumpoint_id": 1, "jump_group_id": 1, "protocol": "ssh", "tag": format!("unit {tag}") });
        client.post("/jump-item/shell-jump", item).expect(201);
    }
    for (query, count) in [
        ("name=alpha", 2),
        ("name=alph", 0),
        ("name=alpha&tag=UNIT%20LAB", 1),
        ("name=alpha&tag=unit+prod", 1),
        ("tag=unit%20lab", 2),
        ("name=alpha&jumpoint_id=2", 0),
        ("name=alpha&jump_group_type=shared", 2),
    ] {
        assert_eq!(client.get(&format!("/jump-item/shell-jump?{query}")).expect(200).len(), count, "{query}");
    }
    let reply = client.get("/jump-item/shell-jump?tag=unit%20lab&per_page=5").expect(200);
    assert!(reply.header("link").contains("&tag=unit%20lab>"), "{}", reply.header("link"));
}

#[test]
fn wrong_filters_are_refused() {
    let client = Client::pra();
    client.get("/jump-item/shell-jump?jumpoint_id=one").expect(422);
    client.get("/vault/account?include_personal=perhaps").expect(422);
    client.get("/vault/account?type=rocket").expect(422);
    let reply = client.get("/jump-item/shell-jump?colour=red").expect(401);
    assert!(reply.json["message"].as_str().unwrap().contains("colour"));
    assert!(reply.json.get("error").is_none(), "it is not about the token");
    client.get("/jump-item/shell-jump/1?name=x").expect(401);
    client.appliance.control().strict(false);
    client.get("/jump-item/shell-jump?colour=red").expect(200);
}

#[test]
fn lists_without_pages_tell_nothing_and_take_paging_only_if_not_strict() {
    let client = Client::pra();
    client.get("/group-policy/1/jump-group?current_page=1").expect(401);
    client.appliance.control().strict(false);
    let reply = client.get("/group-policy/1/jump-group?per_page=100&current_page=1").expect(200);
    assert_eq!(reply.len(), 2);
    assert_eq!(reply.header("x-bt-pagination-total"), "");
    assert_eq!(reply.header("link"), "");
}

#[test]
fn filters_that_are_not_fields_work() {
    let client = Client::pra();
    let host = client.get("/jumpoint/1/node").json[1]["hostname"].as_str().unwrap().to_owned();
    let found = client.get(&format!("/jumpoint?hostname={host}")).expect(200);
    assert_eq!((found.len(), found.json[0]["id"].as_i64()), (1, Some(1)));
    let without = client.get("/vault/account").expect(200).len();
    let with = client.get("/vault/account?include_personal=true").expect(200).len();
    assert_eq!(with, without + 2);
    assert_eq!(client.get("/vault/account?endpoint_id=2").expect(200).len(), 1);
    let linux = client.get("/endpoint-automation/endpoint?operating_system=Linux").expect(200);
    let all = client.get("/endpoint-automation/endpoint").expect(200);
    assert!(linux.len() > 0 && linux.len() < all.len());
    // Lists match if one of their members does.
    let named = client.get("/endpoint-automation/endpoint?names=LAPTOP-001").expect(200);
    assert_eq!((named.len(), &named.json[0]["names"]), (1, &json!(["laptop-001"])));
    assert_eq!(client.get("/endpoint-automation/endpoint?jump_group_id=7").len(), all.len());
    assert_eq!(client.get("/endpoint-automation/endpoint?jump_group_id=1").len(), 0);
}
