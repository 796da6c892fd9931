//! Jump Clients that are of no use go, by a plan, and no others.

use std::time::Duration;

use bt_sra::ManualClock;
use bt_sra_simulator::Appliance;
use expect_test::expect;
use http::Method;
use serde_json::{Value, json};

use super::super::site::Site;
use super::{read, write};

const DAY: Duration = Duration::from_secs(86_400);

/// A site whose Jump Clients are all offline, for longer than anybody's patience: its clock stands
/// still at the beginning of 2026. The times of the first ones are set day by day from there on.
fn site() -> Site {
    let clock = ManualClock::impatient();
    let site = Site::of(Appliance::pra().seed(7).items(20).limits(false).clock(clock));
    for id in site.server.control().ids("/jump-client") {
        if id > 4 {
            site.server.control().delete("/jump-client", id);
        }
    }
    happen(&site, "jump_client_connects", 1);
    happen(&site, "jump_client_connects", 2);
    happen(&site, "jump_client_connects", 3);
    happen(&site, "jump_client_connects", 4);
    site.server.control().advance(DAY);
    happen(&site, "jump_client_disconnects", 1);
    happen(&site, "jump_client_disconnects", 2);
    happen(&site, "jump_client_disconnects", 4);
    site.server.control().advance(DAY);
    site
}

fn happen(site: &Site, what: &str, id: i64) {
    site.server.control().trigger(&json!({ "trigger": what, "id": id })).unwrap();
}

/// Installs a client anew on a machine; returns its id.
fn install(site: &Site, like: i64) -> i64 {
    let old = site.server.control().stored("/jump-client", like).unwrap();
    let order = json!({
        "trigger": "installer_runs", "id": 1,
        "hostname": old["hostname"], "operating_system": old["operating_system"],
    });
    site.server.control().trigger(&order).unwrap()["jump_client"].as_i64().unwrap()
}

fn ids(site: &Site) -> Vec<i64> {
    site.server.control().ids("/jump-client")
}

fn counts(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_plan_deletes_nothing_and_says_why() {
    let site = site();
    happen(&site, "jump_client_disabled", 4);
    let output = site.btapi("jump-client prune --offline-for 30d --plan plan.csv").output();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "btapi: note: nothing was deleted; look at plan.csv, then: btapi jump-client prune --apply plan.csv\n"
    );
    expect![[r#"
        {
          "clients": 4,
          "planned": 2,
          "offline": 2,
          "duplicates": 0,
          "connected": 1,
          "offline_recently": 0,
          "never_connected": 0,
          "passive": 0,
          "disabled": 1,
          "unknown": 0
        }
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
    let host = site.server.site();
    let plan = read(&site, "plan.csv");
    let days = plan.lines().nth(1).unwrap().split(',').nth(11).unwrap().to_owned();
    assert!(days.parse::<u32>().unwrap() > 100, "{plan}");
    let plan = plan.replace(&host, "SITE").replace(&format!(",{days},"), ",DAYS,");
    expect![[r#"
        reason,id,name,hostname,fqdn,operating_system,jump_group_type,jump_group,tag,last_connect_timestamp,last_disconnect_timestamp,days_offline,kept_id,site
        offline,1,laptop-001,laptop1,laptop1.example.com,Windows Server 2022,shared,Workstations,stage,2026-01-01T00:00:00+00:00,2026-01-02T00:00:00+00:00,DAYS,,https://SITE
        offline,2,laptop-002,laptop2,laptop2.example.com,Windows Server 2022,shared,Workstations,prod,2026-01-01T00:00:00+00:00,2026-01-02T00:00:00+00:00,DAYS,,https://SITE
    "#]].assert_eq(&plan);
    assert!(site.server.log().iter().all(|exchange| exchange.method != Method::DELETE));
    assert_eq!(ids(&site), [1, 2, 3, 4]);
    // A plan is never written over.
    site.btapi("jump-client prune --offline-for 30d --plan plan.csv").check(expect![[r#"
        exit 2
        --- stderr
        btapi: plan.csv is there already
        btapi: hint: a plan is a new file; apply or remove the old one
    "#]]);
}

#[test]
fn nobody_hides_from_a_plan_by_a_name() {
    let site = site();
    let input = json!({ "name": "=1\u{1b}[2J\u{202e}x" }).to_string();
    site.btapi("update jump-client 1").stdin(input).stdout();
    site.btapi("jump-client prune --offline-for 30d --plan plan.csv").stdout();
    let plan = read(&site, "plan.csv");
    assert!(plan.contains(",'=1 [2Jx,"), "{plan}");
    site.btapi("jump-client prune --apply plan.csv").stdout();
    assert_eq!(ids(&site), [3]);
}

#[test]
fn what_a_plan_says_goes_if_it_is_as_it_was() {
    let site = site();
    site.btapi("jump-client prune --offline-for 30d --plan plan.csv").stdout();
    // One comes back, one is renamed, and one is gone already.
    let plan = read(&site, "plan.csv");
    assert_eq!(plan.lines().count(), 4);
    happen(&site, "jump_client_connects", 1);
    site.btapi("-k update jump-client 2").stdin("name=renamed").stdout();
    site.btapi("jump-client prune --apply plan.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "deleted": 1,
          "gone": 0,
          "changed": 2,
          "left": 0
        }
        --- stderr
        line 2: kept 1 `laptop-001`: it is not offline any more
        line 3: kept 2 `laptop-002`: its name has changed
        btapi: 2 Jump Clients have changed since the plan and stay
        btapi: hint: make a new plan to see what is left
    "#]]);
    assert_eq!(ids(&site), [1, 2, 3]);
    // Again is no harm.
    happen(&site, "jump_client_disconnects", 1);
    site.btapi("-o json jump-client prune --apply plan.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "deleted": 0,
          "gone": 1,
          "changed": 2,
          "left": 0
        }
        --- stderr
        line 2: kept 1 `laptop-001`: it is not offline any more
        line 3: kept 2 `laptop-002`: its name has changed
        btapi: 2 Jump Clients have changed since the plan and stay
        btapi: hint: make a new plan to see what is left
    "#]]);
    assert_eq!(ids(&site), [1, 2, 3]);
}

#[test]
fn lines_that_were_taken_out_of_a_plan_stay() {
    let site = site();
    site.btapi("jump-client prune --offline-for 30d --plan plan.csv").stdout();
    let plan = read(&site, "plan.csv");
    let kept: Vec<&str> = plan.lines().filter(|line| !line.starts_with("offline,2,")).collect();
    // As a spreadsheet saves it.
    write(&site, "plan.csv", format!("\u{feff}{}\r\n", kept.join("\r\n").replace(',', ";")));
    let output = site.btapi("jump-client prune --apply plan.csv").stdout();
    assert_eq!(counts(&output), json!({ "deleted": 2, "gone": 0, "changed": 0, "left": 0 }));
    assert_eq!(ids(&site), [2, 3]);
}

#[test]
fn of_several_clients_of_a_machine_the_one_that_connected_last_stays() {
    let site = site();
    let new = install(&site, 1);
    let output = site.btapi("jump-client prune --duplicates --plan plan.csv").stdout();
    assert_eq!(counts(&output)["duplicates"], 1, "{output}");
    assert_eq!(counts(&output)["planned"], 1, "{output}");
    let plan = read(&site, "plan.csv");
    assert!(plan.lines().nth(1).unwrap().starts_with("duplicate,1,"), "{plan}");
    // If the one that was to stay goes, the other stays.
    site.server.control().delete("/jump-client", new);
    site.btapi("jump-client prune --apply plan.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "deleted": 0,
          "gone": 0,
          "changed": 1,
          "left": 0
        }
        --- stderr
        line 2: kept 1 `laptop-001`: the client 25 that was to stay is not there any more
        btapi: 1 Jump Client has changed since the plan and stays
        btapi: hint: make a new plan to see what is left
    "#]]);
    let newer = install(&site, 1);
    std::fs::remove_file(site.home().join("plan.csv")).unwrap();
    site.btapi("jump-client prune --duplicates=30d --plan plan.csv").stdout();
    assert!(site.btapi("-K jump-client prune --apply plan.csv").stdout().starts_with("deleted=1\n"));
    assert_eq!(ids(&site), [2, 3, 4, newer]);
}

#[test]
fn a_plan_can_be_of_one_jump_group() {
    let site = site();
    site.btapi("-k update jump-client 1").stdin("jump_group_id=1").stdout();
    let output = site.btapi("jump-client prune --offline-for 4w --jump-group Web --plan plan.csv").stdout();
    assert_eq!((&counts(&output)["clients"], &counts(&output)["planned"]), (&json!(1), &json!(1)));
}

#[test]
fn a_plan_that_is_none_deletes_nothing() {
    let site = site();
    site.btapi("jump-client prune --offline-for 30d --plan plan.csv").stdout();
    let plan = read(&site, "plan.csv");
    let check = |text: &str, expected: expect_test::Expect| {
        write(&site, "wrong.csv", text);
        site.btapi("jump-client prune --apply wrong.csv").check(expected);
    };
    check(
        "id,name\n1,x\n",
        expect![[r#"
        exit 6
        --- stderr
        btapi: wrong.csv: this is no plan of `jump-client prune`: no column reason, hostname, last_connect_timestamp, last_disconnect_timestamp, kept_id, site; nothing was deleted
    "#]],
    );
    check(
        &plan.replace("offline,1,", "whatever,x,"),
        expect![[r#"
        exit 6
        --- stderr
        btapi: wrong.csv: the file was refused, nothing was deleted
          line 2: reason: `whatever` is none
    "#]],
    );
    check(
        &plan.replace("offline,2,", "duplicate,1,"),
        expect![[r#"
        exit 6
        --- stderr
        btapi: wrong.csv: the file was refused, nothing was deleted
          line 3: reason and kept_id do not go together
    "#]],
    );
    check(
        &plan.replace("2026-01-01T", "01.01.2026 "),
        expect![[r#"
        exit 6
        --- stderr
        btapi: wrong.csv: the file was refused, nothing was deleted
          line 2: last_connect_timestamp: `01.01.2026 00:00:00+00:00` is not the time as it was written; a spreadsheet may have changed it
          line 3: last_connect_timestamp: `01.01.2026 00:00:00+00:00` is not the time as it was written; a spreadsheet may have changed it
          line 4: last_connect_timestamp: `01.01.2026 00:00:00+00:00` is not the time as it was written; a spreadsheet may have changed it
    "#]],
    );
    let double = format!("{plan}{}\n", plan.lines().nth(1).unwrap());
    check(
        &double,
        expect![[r#"
        exit 6
        --- stderr
        btapi: wrong.csv: the file was refused, nothing was deleted
          line 5: id 1 is there twice
    "#]],
    );
    let host = site.server.site();
    check(
        &plan.replace(&host, "access.example.com"),
        expect![[r#"
        exit 2
        --- stderr
        btapi: wrong.csv: line 2: the plan is for https://access.example.com, not for https://SITE; nothing was deleted
    "#]],
    );
    assert_eq!(ids(&site), [1, 2, 3, 4]);
}

#[test]
fn without_a_plan_nothing_is_deleted() {
    let site = site();
    let usage = |line: &str, part: &str| {
        let output = site.btapi(line).output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(part), "{stderr}");
    };
    usage("jump-client prune --offline-for 30d", "--plan <FILE.csv>");
    usage("jump-client prune --plan p.csv", "--offline-for <SPAN>");
    usage("jump-client prune --apply p.csv --offline-for 30d", "cannot be used with");
    usage("jump-client prune --offline-for 5m --plan p.csv", "--offline-for: is shorter than an hour");
    usage("jump-client prune --offline-for soon --plan p.csv", "--offline-for: `soon` is no span of time");
    assert_eq!(site.server.counters().requests, 0);
    assert!(!site.home().join("p.csv").exists());
}
