//! `btapi health` for people and for monitoring.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::cli::site::Site;

#[track_caller]
fn check(site: &Site, line: &str, code: i32, start: &str) {
    let output = site.btapi(line).output();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.starts_with(start) && said.lines().count() == 1, "{said}");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_api_tells_the_same_in_words_and_exit_codes() {
    let site = Site::pra();
    let control = site.server.control();
    for api in ["xml", "v2", "plain"] {
        check(&site, &format!("health --api {api}"), 0, "OK: ");
    }
    control.trigger(&json!({ "trigger": "health_fails", "message": "The disk is full" })).unwrap();
    for api in ["xml", "v2"] {
        check(
            &site,
            &format!("health --api {api}"),
            2,
            "CRITICAL: The disk is full; appliance-a.example.com",
        );
    }
    check(&site, "health --api plain", 2, "CRITICAL: ");
    control.trigger(&json!({ "trigger": "health_recovers" })).unwrap();
    check(&site, "health --role primary --sync-within 1h", 0, "OK: ");
    check(&site, "health --role backup", 1, "WARNING: the part in failover is primary, and not backup; ");
    check(&site, "health --sync-within 1s", 1, "WARNING: the last data sync was ");
    let look: Value = serde_json::from_str(&site.btapi("health -o json").stdout()).unwrap();
    assert_eq!(
        (&look["state"], &look["healthy"], &look["failover_role"], &look["problems"]),
        (&json!("ok"), &json!(true), &json!("primary"), &json!([]))
    );
}

#[test]
fn what_is_refused_is_not_known() {
    let site = Site::pra();
    let client = site.server.client_id();
    site.server.control().permit_command(&client, "deny").unwrap();
    check(&site, "health", 3, "UNKNOWN: check_health: the appliance refused the request");
    check(&site, "health --api plain", 0, "OK: ");
    let run = site.btapi("health").variable("BT_CLIENT_SECRET", "wrong");
    let output = run.output();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("UNKNOWN: "));
}

/// Waits for the lines of a watch, makes things happen, and stops it.
#[cfg(unix)]
#[test]
fn a_watch_tells_what_changes_and_ends_with_the_last_state() {
    let site = Site::pra();
    let mut command = site.btapi("health --watch --interval 1s -o ndjson").into_command();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut state = || -> String {
        let line: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        line["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state(), "ok");
    let control = site.server.control();
    control.trigger(&json!({ "trigger": "health_fails", "message": "Hot" })).unwrap();
    assert_eq!(state(), "critical");
    std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    let status = child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((status.code(), said.as_str()), (Some(2), ""));
}
