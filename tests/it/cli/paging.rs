//! Lists of many pages.

use bt_sra_simulator::Appliance;
use serde_json::Value;

use super::canned;
use super::site::Site;

fn ids(json: &str) -> Vec<u64> {
    let items: Vec<Value> = serde_json::from_str(json).unwrap();
    items.iter().map(|item| item["id"].as_u64().unwrap()).collect()
}

#[test]
fn all_pages_are_fetched_and_printed_once() {
    let site = Site::of(Appliance::pra().seed(7).items(20));
    let create = |name: &str| {
        let pairs = format!(
            "name={name}\nhostname=192.0.2.1\nprotocol=ssh\njump_group_id=1\njumpoint_id=1\ntag=paged"
        );
        site.btapi("-k add jump-item/shell-jump").stdin(pairs).stdout();
    };
    (0..11).for_each(|number| create(&format!("paged {number}")));
    let all = ids(&site.btapi("list jump-item/shell-jump tag=paged per_page=5").stdout());
    assert_eq!(all.len(), 11);
    assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
    let lines = site.btapi("-K list jump-item/shell-jump tag=paged per_page=5").stdout();
    assert!(lines.contains(&format!("\n10__id={}\n", all[10])), "{lines}");
    let second = ids(&site.btapi("list jump-item/shell-jump tag=PAGED per_page=5 current_page=2").stdout());
    assert_eq!(second, all[5..10]);
    let table = site.btapi("-o table list jump-item/shell-jump tag=paged per_page=5").stdout();
    assert_eq!(table.lines().count(), 12, "{table}");
}

#[test]
fn nothing_found_is_an_empty_list() {
    let site = Site::pra();
    assert_eq!(site.btapi("list jump-item/shell-jump tag=no-such-tag").stdout(), "[]\n");
    assert_eq!(site.btapi("-kK list jump-item/shell-jump").stdin("tag=no-such-tag").stdout(), "");
    let output = site.btapi("list jump-item/shell-jump tag=no-such-tag -o table").output();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let note = String::from_utf8_lossy(&output.stderr);
    assert_eq!(note, "btapi: note: jump-item/shell-jump: nothing found\n");
}

#[test]
fn a_filter_goes_over_the_wire_as_it_is() {
    let site = Site::pra();
    let name = "50% & more = ü+#?";
    site.btapi("-k add jump-group").stdin(format!("name=\"{name}\"")).stdout();
    let found = site.btapi("-kK list jump-group").stdin(format!("name={name}")).stdout();
    assert!(found.contains(&format!("0__name={name}\n")), "{found}");
    assert!(!found.contains("1__"), "{found}");
}

#[test]
fn a_reader_that_leaves_ends_the_list_quietly() {
    let site = Site::pra();
    let items: Vec<String> = (0..20_000).map(|id| format!("{{\"id\":{id}}}")).collect();
    let page = canned::answer("200 OK\r\nX-BT-Pagination-Last-Page: 1", &format!("[{}]", items.join(",")));
    let (code, stderr) = canned::btapi(&site, &page, "list user").output_cut_short(10);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}

#[test]
fn one_object_where_a_list_is_meant_is_a_list_of_one() {
    let site = Site::pra();
    let single = canned::answer("200 OK", "{\"id\":7}");
    let list = canned::btapi(&site, &single, "list vault/account-policy").stdout();
    assert_eq!(ids(&list), [7]);
}

#[test]
fn numbers_are_printed_as_the_appliance_wrote_them() {
    let site = Site::pra();
    let odd = canned::answer("200 OK", "[{\"id\":1.10,\"big\":123456789012345678901234567890}]");
    let list = canned::btapi(&site, &odd, "list user").stdout();
    assert_eq!(list, "[\n  {\n    \"id\": 1.10,\n    \"big\": 123456789012345678901234567890\n  }\n]\n");
}
