//! Lists of many pages.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use bt_sra_simulator::Appliance;
use serde_json::Value;

use super::canned;
use super::site::{BTAPI, Site};

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
fn a_page_is_printed_before_the_next_has_come() {
    let site = Site::pra();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (go_on, printed) = mpsc::channel::<()>();
    let server = std::thread::spawn(move || {
        let mut first_was_printed = true;
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut lines = stream.by_ref().lines().map(Result::unwrap);
            let request = lines.next().unwrap();
            let mut length = 0;
            for line in lines.take_while(|line| !line.is_empty()) {
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
            }
            stream.read_exact(&mut vec![0; length]).unwrap();
            let is_last = request.contains("current_page=2");
            if is_last {
                // Asked for already, but held back until somebody has read the first page.
                first_was_printed = printed.recv_timeout(Duration::from_secs(60)).is_ok();
            }
            let body = match (request.starts_with("POST"), is_last) {
                (true, _) => r#"{"access_token":"canned","token_type":"Bearer","expires_in":3600}"#,
                (_, false) => r#"[{"id":1}]"#,
                (_, true) => r#"[{"id":2}]"#,
            };
            let answer = canned::answer("200 OK\r\nX-BT-Pagination-Last-Page: 2", body);
            stream.get_mut().write_all(answer.as_bytes()).unwrap();
            if is_last {
                break;
            }
        }
        first_was_printed
    });
    let mut child = Command::new(BTAPI)
        .args(["-K", "list", "user"])
        .env("BT_API_HOST", address)
        .env("BT_CLIENT_ID", "id")
        .env("BT_CLIENT_SECRET", "a-canned-secret")
        .env("XDG_RUNTIME_DIR", site.home())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "0__id=1");
    go_on.send(()).unwrap();
    assert_eq!(lines.next().unwrap().unwrap(), "1__id=2");
    assert!(lines.next().is_none());
    assert!(child.wait().unwrap().success());
    assert!(server.join().unwrap(), "the first page came only with the second");
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
