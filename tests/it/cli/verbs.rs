//! Each command, when all is well.

use expect_test::expect;
use serde_json::Value;

use super::site::Site;

fn value(lines: &str, name: &str) -> String {
    let prefix = format!("{name}=");
    lines.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap().to_owned()
}

#[test]
fn a_thing_lives_from_add_to_delete() {
    let site = Site::pra();
    let added: Value = serde_json::from_str(
        &site.btapi("add jump-group").stdin(r#"{"name": "Branch 7", "comments": "new"}"#).stdout(),
    )
    .unwrap();
    let id = added["id"].as_u64().unwrap();
    assert_eq!(added["name"], "Branch 7");
    let changed =
        site.btapi(&format!("-kK update jump-group {id}")).stdin("comments=\"two\nlines\"").stdout();
    assert_eq!(value(&changed, "comments"), r#""two\nlines""#);
    let got = site.btapi(&format!("get jump-group {id} -K")).stdout();
    assert_eq!(got, changed);
    assert_eq!(got, site.btapi(&format!("get jump-group/{id} -o kv")).stdout());
    assert_eq!(site.btapi(&format!("delete jump-group {id}")).stdout(), "");
    let gone = site.btapi(&format!("get jump-group {id}")).output();
    assert_eq!(gone.status.code(), Some(5));
}

#[test]
fn pairs_reach_the_appliance_with_the_types_of_their_fields() {
    let site = Site::pra();
    let pairs = "
name=\"2024\"
hostname=192.0.2.17
jump_group_id=1
jump_group_type=shared
protocol=ssh
port=2222
terminal=xterm
jumpoint_id=1
tag=12345
";
    let item: Value =
        serde_json::from_str(&site.btapi("-k add jump-item/shell-jump").stdin(pairs).stdout()).unwrap();
    assert_eq!(item["name"], "2024");
    assert_eq!(item["port"], 2222);
    assert_eq!(item["tag"], "12345");
    let jumpoint = site
        .btapi("-k add jumpoint")
        .stdin("name=Typed\nplatform=linux-x86\nshell_jump_enabled=True\n")
        .stdout();
    let jumpoint: Value = serde_json::from_str(&jumpoint).unwrap();
    assert_eq!(jumpoint["shell_jump_enabled"], true);
}

#[test]
fn what_is_printed_as_pairs_is_read_as_pairs() {
    let site = Site::pra();
    let pairs = "name=Mirror\nhostname=192.0.2.9\nprotocol=ssh\njump_group_id=1\njumpoint_id=1\ncomments=\"a \\\"b\\\"\nc\"";
    let first = site.btapi("-kK add jump-item/shell-jump").stdin(pairs).stdout();
    let id = value(&first, "id");
    let again = site.btapi(&format!("-kK update jump-item/shell-jump {id}")).stdin(first.clone()).stdout();
    assert_eq!(again, first);
}

#[test]
fn a_multi_line_key_is_one_value() {
    let site = Site::pra();
    let key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA+/==\nbBbB0=\n-----END OPENSSH PRIVATE KEY-----";
    let input = format!("\ntype=ssh\nname=\"web key\"\nusername=ubuntu\nprivate_key=\"{key}\"\n");
    let account = site.btapi("-kK add vault/account").stdin(input).stdout();
    assert!(!account.contains("private_key="), "{account}");
    let id = value(&account, "id");
    let opened: Value =
        serde_json::from_str(&site.btapi(&format!("post vault/account/{id}/check-out")).stdout()).unwrap();
    assert_eq!(opened["private_key"], key);
}

#[test]
fn special_operations_are_posted() {
    let site = Site::pra();
    assert_eq!(site.btapi("post user/provision").stdout(), "");
    let policy = site.btapi("-kK add group-policy").stdin("name=Copied").stdout();
    let id = value(&policy, "id");
    let copy = site.btapi(&format!("-kK post group-policy/{id}/copy")).stdin("name=Copy").stdout();
    assert_eq!(value(&copy, "name"), "Copy");
    let copy = site.btapi(&format!("-K post group-policy/{id}/copy -")).stdin(r#"{"name":"Third"}"#).stdout();
    assert_eq!(value(&copy, "name"), "Third");
}

#[test]
fn any_request_can_be_made() {
    let site = Site::pra();
    let group = site.btapi("api get /api/config/v1/jump-group/1").stdout();
    assert_eq!(serde_json::from_str::<Value>(&group).unwrap()["id"], 1);
    let page = site.btapi("api GET /api/config/v1/jump-item/shell-jump?per_page=5&current_page=1").stdout();
    assert_eq!(serde_json::from_str::<Vec<Value>>(&page).unwrap().len(), 5);
    let made = site.btapi("api POST /api/config/v1/jump-group -").stdin(r#"{"name":"Raw"}"#).stdout();
    assert_eq!(serde_json::from_str::<Value>(&made).unwrap()["name"], "Raw");
    site.btapi("api GET //evil.example/x").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `//evil.example/x` is not a path of the site
        btapi: hint: the path begins below the host: /api/config/v1/jump-group
    "#]]);
    site.btapi("api GET https://evil.example/x").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `https://evil.example/x` is not a path of the site
        btapi: hint: the path begins below the host: /api/config/v1/jump-group
    "#]]);
}

#[test]
fn only_add_and_update_read_what_a_loop_reads() {
    let site = Site::pra();
    let script =
        "printf '1\\n2\\n3\\n' | while read -r id; do btapi -K get jump-group \"$id\" | grep '^id='; done";
    let folder = std::path::Path::new(super::site::BTAPI).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let ids = site.command("sh").args(["-c", script]).variable("PATH", path).stdout();
    assert_eq!(ids, "id=1\nid=2\nid=3\n");
}

#[test]
fn whoami_shows_the_account_of_the_credentials() {
    let site = Site::pra();
    let account = site.btapi("whoami -K").stdout();
    assert_eq!(value(&account, "client_id"), site.server.client_id());
}

#[test]
fn runs_share_one_token() {
    let site = Site::pra();
    for _ in 0..3 {
        site.btapi("get jump-group 1").stdout();
    }
    assert_eq!(site.server.counters().tokens_issued, 1);
}
