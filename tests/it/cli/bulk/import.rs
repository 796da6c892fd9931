//! What an import does with rows, and what it says of files that it refuses.

use bt_sra_simulator::Fault;
use expect_test::expect;
use http::{Method, StatusCode};

use super::super::site::Site;
use super::{empty_pra, read, shells, write};

#[test]
fn rows_are_created_updated_and_left_alone() {
    let site = empty_pra();
    write(&site, "one.csv", shells(3));
    site.btapi("import one.csv -v --dry-run").check(expect![[r#"
        exit 0
        --- stdout
        {
          "dry_run": true,
          "created": 3,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 0,
          "left": 0
        }
        --- stderr
        line 2: create shell-jump `row 1`
        line 3: create shell-jump `row 2`
        line 4: create shell-jump `row 3`
    "#]]);
    assert!(site.server.control().ids("/jump-item/shell-jump").is_empty());
    site.btapi("import one.csv").check(expect![[r#"
        exit 0
        --- stdout
        {
          "created": 3,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 0,
          "left": 0
        }
    "#]]);
    // Only what differs is sent: a comment for one, nothing for another, and a new one.
    let text = "name;jump_group;comments;tag;hostname;jumpoint_id;protocol\r\n\
                row 1;Web;new;;;;\r\nrow 2;web;;bulk;;;\r\nrow 9;#1;;<empty>;h9;2;telnet\r\n";
    write(&site, "two.csv", text);
    site.server.control().clear_log();
    let output = site.btapi("-K import two.csv --type shell -v").output();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!(stdout, "created=1\nupdated=1\nunchanged=1\nskipped=0\nrefused=0\nleft=0\n");
    // Several requests are under way at a time: rows end, and get their ids, in any order.
    let stderr = String::from_utf8(output.stderr).unwrap();
    let mut lines: Vec<&str> = stderr.lines().map(|line| line.split(" (id ").next().unwrap()).collect();
    lines.sort_unstable();
    let expected = [
        "line 2: update shell-jump `row 1`",
        "line 3: unchanged shell-jump `row 2`",
        "line 4: create shell-jump `row 9`",
    ];
    assert_eq!(lines, expected);
    assert!(stderr.contains(": comments)\n"), "{stderr}");
    let log = site.server.log();
    let patches: Vec<_> = log.iter().filter(|exchange| exchange.method == Method::PATCH).collect();
    assert_eq!(patches.len(), 1);
    assert_eq!(patches[0].request_body, r#"{"comments":"new"}"#);
    assert!(!site.home().join("two.csv.journal").exists());
}

#[test]
fn what_exists_can_be_skipped_or_refused() {
    let site = empty_pra();
    write(&site, "a.csv", shells(1));
    site.btapi("import a.csv").stdout();
    write(&site, "b.csv", shells(2).replace("example.com", "example.net"));
    site.btapi("import b.csv --on-existing fail --stop-on-error").check(expect![[r#"
        exit 6
        --- stderr
        btapi: b.csv: line 2: exists already with the id 1; nothing was sent
    "#]]);
    site.btapi("import b.csv --on-existing fail").check(expect![[r#"
        exit 6
        --- stdout
        {
          "created": 1,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 1,
          "left": 0
        }
        --- stderr
        line 2: refused: exists already with the id 1
        btapi: 1 row was refused; the rest was done
        btapi: hint: mend HOME/b.errors.csv and import it
    "#]]);
    expect![[r#"
        type,name,hostname,protocol,jump_group,jumpoint,tag,import_line,import_error
        shell-jump,row 1,host1.example.net,ssh,Web,Office,bulk,2,exists already with the id 1
    "#]]
    .assert_eq(&read(&site, "b.errors.csv"));
    std::fs::remove_file(site.home().join("b.errors.csv")).unwrap();
    site.btapi("-K import b.csv --on-existing skip").check(expect![[r#"
        exit 0
        --- stdout
        created=0
        updated=0
        unchanged=0
        skipped=2
        refused=0
        left=0
    "#]]);
    let row = site.server.control().stored("/jump-item/shell-jump", 1).unwrap();
    assert_eq!(row["hostname"], "host1.example.com");
}

#[test]
fn items_are_found_by_tag_and_by_id() {
    let site = empty_pra();
    for row in 0..2 {
        write(&site, "a.csv", shells(1).replace(",bulk\n", &format!(",i-{row}\n")));
        site.btapi("import a.csv --match tag").stdout();
    }
    // With the tag as the key, name and group can change.
    write(&site, "b.csv", "type,tag,name,jump_group,jump_group_type\nssh,i-1,moved,aadams,personal\n");
    let users = site.btapi("-K list user").stdout();
    let username = users.lines().find_map(|line| line.strip_prefix("0__username=")).unwrap().to_owned();
    write(&site, "b.csv", read(&site, "b.csv").replace("aadams", &username));
    site.btapi("import b.csv --match tag -v").check(expect![[r#"
        exit 0
        --- stdout
        {
          "created": 0,
          "updated": 1,
          "unchanged": 0,
          "skipped": 0,
          "refused": 0,
          "left": 0
        }
        --- stderr
        line 2: update shell-jump `moved` (id 2: name, jump_group_type, jump_group_id)
    "#]]);
    let row = site.server.control().stored("/jump-item/shell-jump", 2).unwrap();
    assert_eq!((&row["name"], &row["jump_group_type"]), (&"moved".into(), &"personal".into()));
    write(&site, "c.csv", "type,id,comments\nssh,1,by id\nssh,77,by id\n");
    site.btapi("import c.csv --match id").check(expect![[r#"
        exit 6
        --- stdout
        {
          "created": 0,
          "updated": 1,
          "unchanged": 0,
          "skipped": 0,
          "refused": 1,
          "left": 0
        }
        --- stderr
        line 3: refused: there is nothing with that id; rows without one are created by --match name
        btapi: 1 row was refused; the rest was done
        btapi: hint: mend HOME/c.errors.csv and import it
    "#]]);
    assert_eq!(site.server.control().stored("/jump-item/shell-jump", 1).unwrap()["comments"], "by id");
}

#[test]
fn nested_fields_stand_as_json_in_a_cell() {
    let site = empty_pra();
    let text = "type,name,jump_group,jumpoint,filter_rules\n\
                network,n,Web,Office,\"[{\"\"ip_addresses\"\":{\"\"cidr\"\":\"\"192.0.2.0/24\"\"},\"\"ports\"\":{\"\"list\"\":[80]}}]\"\n";
    write(&site, "n.csv", text);
    site.btapi("import n.csv").stdout();
    let row = site.server.control().stored("/jump-item/network-tunnel-jump", 1).unwrap();
    assert_eq!(row["filter_rules"][0]["ports"]["list"][0], 80);
    write(&site, "n.csv", text.replace("80", "\"\"x\"\""));
    site.btapi("import n.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: n.csv: the file was refused, nothing was sent
          line 2: filter_rules: 0__ports__list__0: expected a whole number, got a text
    "#]]);
}

#[test]
fn all_that_is_wrong_with_a_file_is_told_before_anything_is_sent() {
    let site = empty_pra();
    let text = "type,name,hostname,protocol,port,jump_group,jumpoint,url,jump_group_type,keep_alive\n\
                shell,a,h,ssh,22,Web,Office,,,\n\
                shell,b,h,shh,x,Web,Office,,,301\n\
                printer,c,,,,,,,,\n\
                shell,d,h,ssh,,Web,Office,https://x,,\n\
                shell,e,h,ssh,,,Office,,personal,\n\
                web,f,h,,,Web,Office,https://x,,\n\
                ,g,,,,,,,,\n";
    write(&site, "bad.csv", text);
    site.btapi("import bad.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: bad.csv: the file was refused, nothing was sent
          line 3: protocol: `shh` is not one of the known values; did you mean `ssh`?
          line 3: port: expected a whole number, got `x`
          line 3: keep_alive: 301 is more than 300
          line 4: type: `printer` is no type
          line 5: url: shell-jump has no such field
          line 6: jump_group_type: says whose Jump Group is meant, but there is none
          line 7: hostname: web-jump has no such field
          line 8: type: is missing; write it, or say it with --type
    "#]]);
    write(&site, "bad.csv", "type,name,hostnme,password\nshell,a,b,c\n");
    site.btapi("import bad.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: bad.csv: the file was refused, nothing was sent
          line 1: the column `hostnme` is not known (did you mean `hostname`?)
          line 1: the column `password` is not known
    "#]]);
    assert!(site.server.log().iter().all(|exchange| exchange.method == Method::GET));
    assert_eq!(site.server.counters().requests, 0);
}

#[test]
fn names_that_nobody_has_and_rows_that_mean_the_same_are_told() {
    let site = empty_pra();
    let text = "type,name,hostname,protocol,jump_group,jumpoint,jumpoint_id,jump_policy\n\
                shell,a,h,ssh,Wed,Office,,\n\
                shell,a,h,ssh,Web,Offize,,nope\n\
                shell,b,h,ssh,Web,Office,3,\n";
    write(&site, "bad.csv", text);
    site.btapi("import bad.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: bad.csv: the file was refused, nothing was sent
          line 2: jump_group: there is no Jump Group called `Wed` (did you mean `Web`?)
          line 3: jumpoint: there is no Jumpoint called `Offize` (did you mean `Office`?)
          line 3: jump_policy: there is no Jump Policy called `nope`
          line 4: jumpoint: `Office` has the id 2, but jumpoint_id says 3
    "#]]);
    let text = "type,name,hostname,protocol,jump_group,jumpoint\n\
                shell,a,h,ssh,Web,Office\nshell,a,h,ssh,web,Office\nrdp,a,h,,Web,Office\nshell,c,,,Web,\nshell,,h,ssh,Web,Office\n";
    write(&site, "bad.csv", text);
    site.btapi("import bad.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: bad.csv: the file was refused, nothing was sent
          line 3: has the same name and Jump Group as line 2
          line 6: name: is needed to find the item (--match name)
    "#]]);
    write(
        &site,
        "bad.csv",
        text.replace("shell,a,h,ssh,web,Office\n", "").replace("shell,,h,ssh,Web,Office\n", ""),
    );
    site.btapi("import bad.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: bad.csv: the file was refused, nothing was sent
          line 4: jumpoint: is missing, and the item does not exist yet
          line 4: hostname: is missing, and the item does not exist yet
          line 4: protocol: is missing, and the item does not exist yet
    "#]]);
    assert!(
        site.server
            .log()
            .iter()
            .all(|exchange| exchange.method != Method::POST || exchange.path == "/oauth2/token")
    );
}

#[test]
fn an_ambiguous_item_is_refused_with_the_ids() {
    let site = empty_pra();
    for _ in 0..2 {
        let body = r#"{"name":"row 1","hostname":"h","protocol":"ssh","jumpoint_id":2,"jump_group_id":1}"#;
        site.btapi("add jump-item/shell-jump").stdin(body).stdout();
    }
    write(&site, "a.csv", shells(2));
    site.btapi("import a.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "created": 1,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 1,
          "left": 0
        }
        --- stderr
        line 2: refused: several items have that name: 1, 2; use --match id
        btapi: 1 row was refused; the rest was done
        btapi: hint: mend HOME/a.errors.csv and import it
    "#]]);
}

#[test]
fn a_product_has_its_types_and_fields_only() {
    let rs = Site::of(bt_sra_simulator::Appliance::rs().seed(7).items(0));
    let text = "type,name,hostname,jump_group,jumpoint,session_forensics\nrdp,a,h,Web,Office,true\nrdp,b,h,Web,Office,\n";
    write(&rs, "a.csv", text);
    rs.btapi("import a.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: a.csv: the file was refused, nothing was sent
          line 2: session_forensics: remote-rdp has no such field
    "#]]);
    write(&rs, "a.csv", "type,name,url,jump_group,jumpoint\nweb,a,https://a,Web,Office\n");
    rs.btapi("import a.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: a.csv: the file was refused, nothing was sent
          line 2: type: this product has no web-jump
    "#]]);
    rs.btapi("--product rs import a.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: a.csv: the file was refused, nothing was sent
          line 2: type: this product has no web-jump
    "#]]);
}

#[test]
fn what_the_appliance_refuses_goes_to_a_file_that_can_be_mended_and_imported() {
    let site = empty_pra();
    let text = "\u{feff}type;name;hostname;jump_group;jumpoint;tunnel_type;tunnel_definitions\r\n\
                tunnel;good;h;Web;Office;tcp;22;22\r\n";
    let text = text.replace("tcp;22;22", "tcp;\"22;22\"")
        + "tunnel;\"bad; one\";h;Web;Office;tcp;\"22;22;23\"\r\ntunnel;too;h;Web;Office;tcp;\"1;1\"\r\n";
    write(&site, "t.csv", text);
    site.btapi("import t.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "created": 2,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 1,
          "left": 0
        }
        --- stderr
        line 3: refused: the appliance refused the request (HTTP 400): Validation Failed; tunnel_definitions: The number of parameters is invalid.
        btapi: 1 row was refused; the rest was done
        btapi: hint: mend HOME/t.errors.csv and import it
    "#]]);
    let errors = read(&site, "t.errors.csv");
    expect![[r#"
        ﻿type;name;hostname;jump_group;jumpoint;tunnel_type;tunnel_definitions;import_line;import_error
        tunnel;"bad; one";h;Web;Office;tcp;"22;22;23";3;"the appliance refused the request (HTTP 400): Validation Failed; tunnel_definitions: The number of parameters is invalid."
    "#]].assert_eq(&errors);
    // Nothing is lost when the command is run again.
    site.btapi("import t.csv").check(expect![[r#"
        exit 2
        --- stderr
        btapi: HOME/t.errors.csv is there already, nothing was sent
        btapi: hint: import or remove it first, or name another file with --errors
    "#]]);
    write(&site, "t.errors.csv", errors.replace("22;22;23", "22;22"));
    assert!(site.btapi("-K import t.errors.csv").stdout().starts_with("created=1\n"));
    assert_eq!(site.server.control().ids("/jump-item/protocol-tunnel-jump").len(), 3);
}

#[test]
fn files_that_are_none_are_told() {
    let site = empty_pra();
    site.btapi("import no.csv").check(expect![[r#"
        exit 1
        --- stderr
        btapi: cannot read no.csv: No such file or directory (os error 2)
    "#]]);
    site.btapi("import .").check(expect![[r#"
        exit 2
        --- stderr
        btapi: . is a folder
    "#]]);
    site.btapi("import /dev/null").check(expect![[r#"
        exit 2
        --- stderr
        btapi: /dev/null is no file
        btapi: hint: the file is read more than once, so a pipe will not do
    "#]]);
    write(&site, "k.csv", b"name\nK\xf6ln\n");
    site.btapi("import k.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: k.csv: line 2: the byte 0xf6 is not UTF-8
        btapi: hint: save it as "CSV UTF-8"
    "#]]);
    write(&site, "e.csv", "type,name\n");
    site.btapi("-K import e.csv").check(expect![[r#"
        exit 0
        --- stdout
        created=0
        updated=0
        unchanged=0
        skipped=0
        refused=0
        left=0
    "#]]);
}

#[test]
fn a_lack_of_permission_stops_at_once() {
    let site = empty_pra();
    write(&site, "a.csv", shells(40));
    let forbidden = Fault::status(StatusCode::FORBIDDEN)
        .on(Method::POST, "/api/config/v1/jump-item/shell-jump")
        .times(100);
    site.server.control().fault(forbidden);
    let end = site.btapi("import a.csv").output();
    assert_eq!(end.status.code(), Some(4), "{}", String::from_utf8_lossy(&end.stderr));
    let posts = site
        .server
        .log()
        .iter()
        .filter(|exchange| exchange.path.ends_with("shell-jump") && exchange.method == Method::POST)
        .count();
    assert!(posts <= 20, "{posts}");
    site.server.control().clear_faults();
    assert!(site.btapi("-K import a.csv").stdout().starts_with("created=40\n"));
}
