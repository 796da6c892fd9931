//! Copies of things, with changes.

use expect_test::expect;
use serde_json::Value;

use super::site::Site;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_copy_differs_in_what_was_given() {
    let site = Site::pra();
    let original = json(&site.btapi("get jump-item/shell-jump 1").stdout());
    let copy = site.btapi("-k copy jump-item/shell-jump 1").stdin("name=Twin\nport=2022\n").stdout();
    let copy = json(&copy);
    assert_ne!(copy["id"], original["id"]);
    assert_eq!((&copy["name"], &copy["port"]), (&Value::from("Twin"), &Value::from(2022)));
    for same in ["hostname", "jump_group_id", "protocol", "jumpoint_id"] {
        assert_eq!(copy[same], original[same], "{same}");
    }
    assert_eq!(json(&site.btapi("get jump-item/shell-jump 1").stdout()), original);
}

#[test]
fn what_a_copy_demands_comes_from_the_original() {
    let site = Site::pra();
    let original = json(&site.btapi("get jump-client 1").stdout());
    let copy = json(&site.btapi("copy jump-client 1").stdin("").stdout());
    assert_eq!(copy["name"], original["name"]);
    let policy = json(&site.btapi("copy group-policy 1").stdin(r#"{"name":"Second"}"#).stdout());
    assert_eq!(policy["name"], "Second");
}

#[test]
fn a_copy_that_cannot_be_is_refused_before_anything_is_sent() {
    let site = Site::pra();
    let requests = site.server.counters().requests;
    site.btapi("-k copy jump-item/shell-jump 1").stdin("name=x\nport=many\n").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump/1: the input was refused, nothing was sent
          port: expected a whole number, got a text
    "#]]);
    site.btapi("copy jump-item/shell-jump 1").stdin("[]").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input is JSON, but not an object
    "#]]);
    site.btapi("copy jump-item/shell-jump x").stdin("").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `x` is not an id of jump-item/shell-jump: expected a whole number
    "#]]);
    assert_eq!(site.server.counters().requests, requests);
    site.btapi("copy jump-item/shell-jump 99999").stdin("").check(expect![[r#"
        exit 5
        --- stderr
        btapi: GET /api/config/v1/jump-item/shell-jump/99999: not found (HTTP 404): Resource not found.
    "#]]);
}

#[test]
fn a_change_that_fails_tells_the_id_of_the_copy() {
    let site = Site::pra();
    let output =
        site.btapi("-k copy jump-item/shell-jump 1").stdin("name=Half\njumpoint_id=99999\n").output();
    assert_eq!(output.status.code(), Some(6));
    let said = String::from_utf8(output.stderr).unwrap();
    let copies = json(&site.btapi("list jump-item/shell-jump name=Half").stdout());
    assert!(said.contains(&format!("the copy is made, its id is {};", copies[0]["id"])), "{said}");
}
