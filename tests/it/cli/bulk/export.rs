//! What goes out comes in again, as it was.

use bt_sra_simulator::{Appliance, Fault};
use expect_test::expect;
use http::Method;

use super::super::site::Site;
use super::{empty_pra, read, write};

const PRA: [&str; 8] = [
    "shell-jump",
    "remote-rdp",
    "remote-vnc",
    "web-jump",
    "protocol-tunnel-jump",
    "psql-tunnel-jump",
    "mysql-tunnel-jump",
    "network-tunnel-jump",
];

/// Takes away the columns that the appliance sets itself.
fn without_ids(csv: &str) -> String {
    let header = csv.lines().next().unwrap();
    let ids: Vec<usize> = header
        .split(',')
        .enumerate()
        .filter(|(_, name)| matches!(*name, "id" | "endpoint_id"))
        .map(|(place, _)| place)
        .collect();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let mut text = String::new();
    for record in reader.records() {
        let cells: Vec<String> = record
            .unwrap()
            .iter()
            .enumerate()
            .filter(|(place, _)| !ids.contains(place))
            .map(|(_, cell)| format!("{cell:?}"))
            .collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

fn check_round_trip(full: &Site, empty: &Site, what: &str, at_least: usize) {
    let exported = full.btapi(&format!("export {what}")).stdout();
    assert!(exported.lines().count() > at_least, "{what}: {exported}");
    assert_eq!(empty.btapi(&format!("export {what}")).stdout().lines().count(), 1, "{what}");
    write(empty, "in.csv", &exported);
    empty.btapi("import in.csv").stdout();
    let again = empty.btapi(&format!("export {what}")).stdout();
    // Several requests are under way at a time, so the order is not kept.
    assert_eq!(sorted(&without_ids(&exported)), sorted(&without_ids(&again)), "{what}");
    let summary = empty.btapi("-K import in.csv").stdout();
    assert!(summary.starts_with("created=0\nupdated=0\nunchanged="), "{what}: {summary}");
}

#[test]
fn every_type_of_privileged_remote_access_comes_back_as_it_went_out() {
    let (full, empty) = (Site::of(Appliance::pra().seed(7).items(210)), empty_pra());
    for what in PRA {
        check_round_trip(&full, &empty, what, 1);
    }
}

#[test]
fn all_types_of_remote_support_come_back_as_they_went_out() {
    let full = Site::of(Appliance::rs().seed(3).items(90));
    let empty = Site::of(Appliance::rs().seed(3).items(0));
    check_round_trip(&full, &empty, "all", 90);
}

#[test]
fn an_export_writes_names_and_keeps_what_was_asked_for() {
    let site = Site::pra();
    site.btapi("export web psql --jump-group #10").check(expect![[r#"
        exit 0
        --- stdout
        type,id,name,jumpoint,url,username_format,verify_certificate,jump_group,jump_group_type,authentication_timeout,tag,comments,jump_policy,username_field,password_field,submit_field,session_policy,hostname,tunnel_listen_address,username,database
        --- stderr
        btapi: note: 0 exported
    "#]]);
    site.btapi("export shell name=srv-003").check(expect![[r#"
        exit 0
        --- stdout
        type,id,name,jumpoint,hostname,protocol,port,jump_group,jump_group_type,terminal,keep_alive,tag,comments,jump_policy,username,session_policy
        shell-jump,3,srv-003,Cloud south,203.0.113.94,ssh,22,Machines,shared,xterm,60,lab,,,,
        --- stderr
        btapi: note: 1 exported
    "#]]);
}

#[test]
fn jump_clients_and_vault_accounts_go_out_without_secrets() {
    let site = Site::pra();
    let clients = site.btapi("export jump-client").stdout();
    assert_eq!(clients.lines().count(), 25);
    let accounts = site.btapi("export vault-account").stdout();
    assert!(accounts.starts_with("type,id,name,account_type,"), "{accounts}");
    for secret in ["password,", "private_key", "token,"] {
        assert!(!accounts.lines().next().unwrap().contains(secret), "{secret}");
    }
    // Jump Clients cannot be created, but what is there can be changed.
    let row = clients.lines().find(|line| line.contains("laptop-003")).unwrap();
    let header = clients.lines().next().unwrap();
    let changed = row.replace("laptop-003", "laptop-three");
    write(&site, "clients.csv", format!("{header}\n{changed}\n"));
    assert!(site.btapi("-K import clients.csv --match id").stdout().contains("updated=1\n"));
    assert!(site.btapi("export jump-client").stdout().contains("laptop-three"));
    write(&site, "accounts.csv", &accounts);
    let end = site.btapi("import accounts.csv").output();
    assert_eq!(end.status.code(), Some(6));
    assert!(
        String::from_utf8_lossy(&end.stderr).contains("line 2: type: vault-account can only be exported")
    );
}

#[test]
fn odd_texts_survive_the_way() {
    let site = empty_pra();
    let texts = [
        "<null>",
        "\\<empty>",
        "=1+1",
        "a;b,\"c\"",
        "zwei\nZeilen",
        " x ",
        "ü 日本 e\u{301}",
        "'quoted'",
        "#5",
        "-1",
    ];
    for (place, text) in texts.iter().enumerate() {
        let body = serde_json::json!({
            "name": format!("n{place} {text}"), "hostname": "h.example.com", "protocol": "ssh",
            "jumpoint_id": 2, "jump_group_id": 1, "comments": text, "tag": "t",
        });
        site.btapi("add jump-item/shell-jump").stdin(body.to_string()).stdout();
    }
    let exported = site.btapi("export shell").stdout();
    let other = empty_pra();
    write(&other, "in.csv", &exported);
    other.btapi("import in.csv").stdout();
    for (place, text) in texts.iter().enumerate() {
        let (name, comments) = (format!("n{place} {text}"), *text);
        let found = (1..=10).any(|id| {
            let row = other.server.control().stored("/jump-item/shell-jump", id).unwrap();
            row["name"] == name && row["comments"] == comments
        });
        assert!(found, "{text:?}");
    }
    assert!(read(&other, "in.csv").contains("\\<null>"));
}

#[test]
fn an_export_that_breaks_off_says_so() {
    let site = Site::of(Appliance::pra().seed(7).items(300));
    let path = "/api/config/v1/jump-item/shell-jump";
    let breaks = Fault::reset_in_body(50).on(Method::GET, path).skip(1).times(100);
    site.server.control().fault(breaks);
    let output = site.btapi("export shell").output();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(8), "{stderr}");
    let rows = stdout.lines().count() - 1;
    assert_eq!(rows, 100);
    assert!(stderr.contains("hint: the CSV is not complete: it ends after 100 rows"), "{stderr}");
}

#[test]
fn what_a_spreadsheet_could_run_is_told() {
    let site = Site::pra();
    let output = site.btapi("export shell").output();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("formulas"));
    site.btapi("-k update jump-item/shell-jump 1").stdin("comments==1+1").stdout();
    let output = site.btapi("export shell").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("exported\nbtapi: note: some cells begin with =, +, - or @"), "{stderr}");
}

#[test]
fn what_cannot_be_exported_is_told() {
    let site = Site::pra();
    let rs = Site::of(Appliance::rs().seed(7).items(20));
    site.btapi("export shel").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `shel` is no type that can be exported or imported
        btapi: hint: the types are shell-jump, remote-rdp, remote-vnc, web-jump, protocol-tunnel-jump, psql-tunnel-jump, mysql-tunnel-jump, network-tunnel-jump, jump-client, vault-account
    "#]]);
    site.btapi("export tag=web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which type? only filters are given
        btapi: hint: btapi export shell-jump tag=web; `all` means all Jump Items
    "#]]);
    site.btapi("export shell hostnam=x").check(expect![[r#"
        exit 2
        --- stderr
        btapi: shell-jump has no filter `hostnam`; did you mean `hostname`?
    "#]]);
    site.btapi("export shell jump_group=Web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: shell-jump has no filter `jump_group`; --jump-group takes a name
    "#]]);
    site.btapi("export network hostname=x").check(expect![[r#"
        exit 2
        --- stderr
        btapi: network-tunnel-jump has no filter `hostname`
    "#]]);
    site.btapi("export shell --jump-group Wed").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --jump-group: there is no Jump Group called `Wed` (did you mean `Web`?)
    "#]]);
    site.btapi("export vault --jump-group Web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: vault-account is in no Jump Group; leave --jump-group out
    "#]]);
    rs.btapi("export web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: this product has no web-jump
    "#]]);
    rs.btapi("--product rs export web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: this product has no web-jump
    "#]]);
}
