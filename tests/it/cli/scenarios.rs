//! The scripts in `examples/`, run by the programs they are written for.

use std::io::{Write as _, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::site::{BTAPI, Run, Site};

/// Returns whether all programs are here; with `BT_SRA_REQUIRE_TOOLS=1` they have to be.
fn have(programs: &[&[&str]]) -> bool {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|line| {
            !Command::new(line[0]).args(&line[1..]).output().is_ok_and(|output| output.status.success())
        })
        .map(|line| line[0])
        .collect();
    if missing.is_empty() {
        return true;
    }
    assert!(std::env::var_os("BT_SRA_REQUIRE_TOOLS").is_none(), "missing: {missing:?}");
    let _ = writeln!(stderr(), "skipped, since these do not run here: {missing:?}");
    false
}

const CURL: &[&str] = &["curl", "--version"];
const UNZIP: &[&str] = &["unzip", "-v"];
const JQ: &[&str] = &["jq", "--version"];
const PERL: &[&str] = &["perl", "-v"];
const OAUTHLIB: &[&str] = &["python3", "-c", "import requests_oauthlib"];

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).canonicalize().unwrap()
}

/// Prepares a run of an example, with this `btapi` on the path.
fn run<'a>(site: &'a Site, shell: &str, name: &str) -> Run<'a> {
    let folder = Path::new(BTAPI).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let authority = site.home().join("ca.pem");
    site.command(shell)
        .args([example(name)])
        .variable("PATH", path)
        .variable("CURL_CA_BUNDLE", &authority)
        .variable("REQUESTS_CA_BUNDLE", &authority)
}

fn list(site: &Site, line: &str) -> Vec<Value> {
    serde_json::from_str(&site.btapi(line).stdout()).unwrap()
}

#[test]
fn the_tour_runs_on_a_simulated_appliance_and_leaves_nothing() {
    // Nobody else is likely to get the port meanwhile.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let recipient = format!("http://127.0.0.1:{port}/");
    let tour = Run::new(BTAPI, None)
        .args(["simulate", "--seed", "7", "--recipient", &recipient, "--", "sh"])
        .args([example("tour.sh")])
        .stdout();
    for part in [
        "the API account: ",
        "created jump-item/shell-jump number ",
        "SHA-256 ",
        "the key, to be used but not seen",
        "web 7",
        "comments: seen by the tour",
        "OK: appliance-a.example.com",
        "External Key      CHG-1001",
        ".nsb, 65536 bytes",
        "   support_conference_end ",
        "port: expected a whole number, got a text",
        "the id is empty",
    ] {
        assert!(tour.contains(part), "{part:?} is not in {tour}");
    }
    let count = |word: &str| tour.lines().filter(|line| line.trim().starts_with(word)).count();
    assert_eq!(count("created "), 5, "{tour}");
    assert_eq!(count("deleted "), 5, "{tour}");
}

#[test]
fn a_machine_registers_itself_and_is_removed_again() {
    if !have(&[CURL, UNZIP, JQ, PERL]) {
        return;
    }
    let site = Site::pra();
    let registered = run(&site, "sh", "register-machine.sh")
        .variable("JUMP_GROUP_ID", "1")
        .variable("JUMPOINT_ID", "1")
        .variable("MACHINE_NAME", "web 7")
        .variable("MACHINE_ADDRESS", "198.51.100.7")
        .variable("MACHINE_TAG", "i-0abc")
        .stdout();
    let [item] = &list(&site, "list jump-item/shell-jump tag=i-0abc")[..] else { panic!("not one item") };
    assert_eq!(registered, format!("registered web 7 as Shell Jump {}\n", item["id"]));
    assert_eq!(item["hostname"], "198.51.100.7");

    let folder = site.home().join(".config/bt-sra");
    std::fs::create_dir_all(&folder).unwrap();
    let account = format!(
        "BT_API_HOST={}\nBT_CLIENT_ID={}\nBT_CLIENT_SECRET={}\nBT_CA_FILE={}\n",
        site.server.site(),
        site.server.client_id(),
        site.server.client_secret(),
        site.home().join("ca.pem").display(),
    );
    std::fs::write(folder.join("account"), account).unwrap();
    let removed = run(&site, "sh", "remove-machine.sh")
        .without("BT_API_HOST")
        .without("BT_CLIENT_ID")
        .without("BT_CLIENT_SECRET")
        .without("BT_CA_FILE")
        .args(["i-0abc", "i-0none"])
        .output();
    let stdout = String::from_utf8(removed.stdout).unwrap();
    assert_eq!(stdout, format!("i-0abc: removed Shell Jump {}\n", item["id"]));
    assert!(String::from_utf8(removed.stderr).unwrap().ends_with("i-0none: nothing to remove\n"));
    assert!(removed.status.success());
    assert!(list(&site, "list jump-item/shell-jump tag=i-0abc").is_empty());
}

#[test]
fn a_network_is_set_up() {
    if !have(&[JQ]) {
        return;
    }
    let site = Site::pra();
    let key = "-----BEGIN OPENSSH PRIVATE KEY-----\nQUJD+/==\nREVG=\n-----END OPENSSH PRIVATE KEY-----\n";
    std::fs::write(site.home().join("key"), key).unwrap();
    let made = run(&site, "sh", "new-network.sh")
        .args(["vpc-1", "1", "key"])
        .variable("INSTALL_DIR", site.home().join("jumpoint"))
        .output();
    let (stdout, stderr) = (
        String::from_utf8_lossy(&made.stdout).into_owned(),
        String::from_utf8_lossy(&made.stderr).into_owned(),
    );
    assert!(made.status.success(), "{stdout}{stderr}");
    let made: Value = serde_json::from_str(stdout.lines().last().unwrap()).unwrap();
    assert!(site.home().join("jumpoint/init-script").exists());
    let grants = |kind: &str| list(&site, &format!("list group-policy/1/{kind}"));
    let has = |kind: &str, field: &str, id: &Value| grants(kind).iter().any(|grant| grant[field] == *id);
    assert!(has("jumpoint", "jumpoint_id", &made["jumpoint"]));
    assert!(has("jump-group", "jump_group_id", &made["group"]));
    assert!(has("vault-account", "account_id", &made["account"]));
    let item = site.btapi(&format!("-K get jump-item/shell-jump {}", made["item"])).stdout();
    assert!(item.contains("name=vpc-1 gateway\n"), "{item}");
}

#[test]
fn a_python_function_fetches_a_token_when_its_own_is_refused() {
    if !have(&[OAUTHLIB]) {
        return;
    }
    let site = Site::pra();
    let pairs = "name=web 7\nhostname=192.0.2.7\nprotocol=ssh\njump_group_id=1\njumpoint_id=1\ntag=i-0py";
    let id = site.btapi("-k add jump-item/shell-jump").stdin(pairs).stdout();
    let id = serde_json::from_str::<Value>(&id).unwrap()["id"].clone();
    let removed = run(&site, "python3", "lambda.py").args(["i-0py"]).stdout();
    assert_eq!(
        removed,
        format!("the token is not valid (any more): fetching one\nremoved Shell Jump {id} (web 7)\n")
    );
    assert!(list(&site, "list jump-item/shell-jump tag=i-0py").is_empty());
}

#[test]
fn an_inventory_tells_what_has_changed_and_holds_no_secret() {
    if !have(&[JQ]) {
        return;
    }
    let site = Site::pra();
    let inventory = || run(&site, "sh", "inventory.sh").args(["kept"]).output();
    let first = inventory();
    assert!(first.status.success() && first.stdout.is_empty(), "{first:?}");
    assert_eq!(String::from_utf8(inventory().stdout).unwrap(), "", "nothing has changed");
    site.btapi("-k add jump-group").stdin("name=new one").stdout();
    site.btapi("-k update jump-group 1").stdin("comments=seen").stdout();
    let second = String::from_utf8(inventory().stdout).unwrap();
    let mut changes: Vec<Value> = second.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    changes.sort_by_key(|change| change["change"].to_string());
    let [added, changed] = &changes[..] else { panic!("{second}") };
    assert_eq!((&added["change"], &added["name"]), (&"added".into(), &"new one".into()));
    assert_eq!((&changed["id"], &changed["fields"]), (&1.into(), &serde_json::json!(["comments"])));
    let kept = std::fs::read_to_string(site.home().join("kept/inventory.ndjson")).unwrap();
    assert!(kept.lines().count() > 50 && kept.contains("\"resource\":\"jumpoint\""));
    assert!(!kept.contains("docker_deploy_key") && !kept.contains("key_info"));
    // A list that fails leaves the last inventory as it was.
    site.server
        .control()
        .fault(bt_sra_simulator::Fault::status(http::StatusCode::FORBIDDEN).on_path("/api/config/v1/team"));
    assert!(!inventory().status.success());
    assert_eq!(std::fs::read_to_string(site.home().join("kept/inventory.ndjson")).unwrap(), kept);
    assert_eq!(std::fs::read_dir(site.home().join("kept")).unwrap().count(), 1);
}

#[test]
fn jumpoints_are_checked_as_monitoring_asks() {
    if !have(&[JQ]) {
        return;
    }
    let site = Site::pra();
    let check = |names: &[&str]| {
        let output = run(&site, "sh", "check-jumpoints.sh").args(names).output();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(check(&[]), (Some(1), "WARNING: not connected: Spare\n".to_owned()));
    assert_eq!(check(&["Office"]), (Some(0), "OK: 1 connected\n".to_owned()));
    assert_eq!(check(&["Spare"]), (Some(2), "CRITICAL: not connected: Spare\n".to_owned()));
    assert_eq!(check(&["Office", "nope"]).0, Some(3));
    site.server.control().permit(&site.server.client_id(), "perm_configuration", false);
    assert_eq!(check(&[]), (Some(3), "UNKNOWN: the Jumpoints cannot be listed\n".to_owned()));
}

#[test]
fn jump_clients_that_are_gone_for_long_are_told_first_and_deleted_on_demand() {
    if !have(&[JQ]) {
        return;
    }
    let site = Site::pra();
    let prune = |arguments: &[&str]| run(&site, "sh", "prune-jump-clients.sh").args(arguments).stdout();
    let before = site.server.control().ids("/jump-client");
    let told = prune(&["30"]);
    let gone: Vec<i64> = told.lines().map(|line| line.split(' ').nth(4).unwrap().parse().unwrap()).collect();
    assert!(!gone.is_empty() && gone.len() < before.len(), "{told}");
    assert_eq!(site.server.control().ids("/jump-client"), before, "told is not done");
    // One that cannot be deleted keeps no other from going, and makes the whole no success.
    let path = format!("/api/config/v1/jump-client/{}", gone[0]);
    let fault = bt_sra_simulator::Fault::status(http::StatusCode::FORBIDDEN);
    site.server.control().fault(fault.on(http::Method::DELETE, path));
    let output = run(&site, "sh", "prune-jump-clients.sh").args(["30", "--delete"]).output();
    let deleted = String::from_utf8(output.stdout).unwrap().lines().count();
    assert_eq!((output.status.code(), deleted), (Some(1), gone.len() - 1));
    assert_eq!(prune(&["30", "--delete"]).lines().count(), 1);
    let left: Vec<i64> = before.into_iter().filter(|id| !gone.contains(id)).collect();
    assert_eq!(site.server.control().ids("/jump-client"), left);
    assert_eq!(prune(&["30", "--delete"]), "");
    assert_eq!(run(&site, "sh", "prune-jump-clients.sh").args(["soon"]).output().status.code(), Some(2));
}

#[test]
fn a_ticket_opens_a_machine_for_a_while() {
    if !have(&[&["python3", "--version"]]) {
        return;
    }
    let site = Site::of(bt_sra_simulator::Appliance::pra().seed(7));
    let ticket = |ticket: Value| {
        let output = run(&site, "python3", "grant-access.py").stdin(ticket.to_string()).output();
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        (output.status.code().unwrap(), result)
    };
    // An item whose policy asks for approval, and who may give it.
    let control = site.server.control();
    let machine = control.stored("/jump-item/shell-jump", 33).unwrap()["name"].clone();
    let (user, approver) = (&control.stored("/user", 2).unwrap()["username"], "admin");
    let asked = serde_json::json!({
        "ticket": "CHG0012", "user": user, "machine": machine, "minutes": 60, "approver": approver,
    });
    let (code, granted) = ticket(asked.clone());
    assert_eq!((code, &granted["state"]), (0, &"approved".into()), "{granted}");
    let id = &granted["request"];
    let request = site.btapi(&format!("get jump-approval/1/view {id}")).stdout();
    let request: Value = serde_json::from_str(&request).unwrap();
    assert_eq!((&request["state"], &request["duration"]), (&"approved".into(), &3600.into()));
    for (field, value) in [("user", "nobody"), ("machine", "no such"), ("minutes", "60")] {
        let mut wrong = asked.clone();
        wrong[field] = value.into();
        let (code, refused) = ticket(wrong);
        assert_eq!((code, &refused["state"]), (2, &"refused".into()), "{field}: {refused}");
    }
}

#[test]
fn a_nightly_backup_speaks_up_only_if_there_is_something_to_say() {
    let site = Site::pra();
    let folder = site.home().join("backups");
    std::fs::create_dir(&folder).unwrap();
    let night = || run(&site, "sh", "backup/backup.sh").args([folder.to_str().unwrap(), "2"]);
    for _ in 0..3 {
        let output = night().output();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    }
    let backups = || {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_str().unwrap().ends_with(".nsb")).count()
    };
    assert_eq!(backups(), 2);
    site.server.control().permit(&site.server.client_id(), "perm_backup", false);
    let output = night().output();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("NO backup was saved (exit code 4)"), "{said}");
    assert_eq!(backups(), 2);
}
