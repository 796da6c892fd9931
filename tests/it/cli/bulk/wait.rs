//! Waiting until something is as it should be.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use bt_sra_simulator::Fault;
use expect_test::expect;
use http::StatusCode;
use serde_json::json;

use super::super::site::Site;

/// Starts waiting; `once_looked` runs when the appliance has seen the first look.
fn wait(site: &Site, line: &str, once_looked: impl FnOnce()) -> (Option<i32>, String, String) {
    let before = site.server.counters().requests;
    let mut child = site
        .btapi(&format!("wait {line}"))
        .into_command()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while site.server.counters().requests < before + 2 && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    once_looked();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_jumpoint_connects() {
    let site = Site::pra();
    let connect = || {
        site.server.control().connect_jumpoint(6);
    };
    let (code, stdout, stderr) = wait(&site, "jumpoint 6 --until connected --interval 0.3s", connect);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("\"connected\": true"), "{stdout}");
}

#[test]
fn a_jump_client_connects_and_goes() {
    let site = Site::pra();
    site.server.control().trigger(&json!({ "trigger": "jump_client_disconnects", "id": 3 })).unwrap();
    let connect = || {
        site.server.control().trigger(&json!({ "trigger": "jump_client_connects", "id": 3 })).unwrap();
    };
    let (code, stdout, _) = wait(&site, "jump-client 3 --until connected --interval 0.3s", connect);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("\"last_connect_timestamp\""), "{stdout}");
    let go = || {
        site.server.control().delete("/jump-client", 3);
    };
    let (code, stdout, stderr) = wait(&site, "jump-client/3 --until gone --interval 0.3s", go);
    assert_eq!((code, stdout, stderr), (Some(0), String::new(), String::new()));
}

#[test]
fn an_automation_job_finishes() {
    let site = Site::pra();
    let job = r#"{"name":"j","operating_system":"Linux","endpoint_ids":[2],"payload":{"cmd":"id","script":"id"},"start_at":"2026-01-01T00:00:00Z"}"#;
    let id = site.btapi("add endpoint-automation/job --query .id").stdin(job).stdout();
    let line = format!("endpoint-automation/job {} --until finished", id.trim());
    let (code, stdout, stderr) = wait(&site, &line, || {});
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("\"finished_timestamp\": \""), "{stdout}");
}

#[test]
fn a_field_gets_a_value_and_failures_pass() {
    let site = Site::pra();
    let path = "/api/config/v1/jump-item/shell-jump/1";
    // The requests of one look are repeated four times.
    site.server.control().fault(Fault::reset().on_path(path).skip(1).times(2));
    let update = || {
        site.btapi("-k update jump-item/shell-jump 1").stdin("tag=ready").stdout();
    };
    let line = "jump-item/shell-jump 1 --until tag=ready --interval 0.3s";
    let (code, stdout, _) = wait(&site, line, update);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("\"tag\": \"ready\""), "{stdout}");
}

#[test]
fn failures_that_last_are_told_once_and_time_runs_out() {
    let site = Site::pra();
    let busy =
        Fault::status(StatusCode::SERVICE_UNAVAILABLE).on_path("/api/config/v1/jumpoint/6").times(1000);
    site.server.control().fault(busy);
    let (code, stdout, stderr) = wait(&site, "jumpoint 6 --until connected --timeout 0.5s", || {});
    assert_eq!((code, stdout.as_str()), (Some(124), ""), "{stderr}");
    assert!(
        stderr.starts_with("btapi: GET /api/config/v1/jumpoint/6: not `connected` within 0.5s"),
        "{stderr}"
    );
}

#[test]
fn waits_end_with_a_code_that_says_why() {
    let site = Site::pra();
    site.btapi("wait jumpoint 6 --until connected --timeout 0s").check(expect![[r#"
        exit 124
        --- stderr
        btapi: GET /api/config/v1/jumpoint/6: not `connected` within 0s
    "#]]);
    site.btapi("wait jumpoint 99 --until connected").check(expect![[r#"
        exit 5
        --- stderr
        btapi: GET /api/config/v1/jumpoint/99: there is nothing
    "#]]);
    site.btapi("wait jumpoint 99 --until exists --timeout 0.3s").check(expect![[r#"
        exit 124
        --- stderr
        btapi: GET /api/config/v1/jumpoint/99: not `exists` within 0.3s
    "#]]);
    site.btapi("wait jumpoint 99 --until gone").check(expect![[r#"
        exit 0
    "#]]);
    site.btapi("wait jumpoint 1 --until ready").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --until: `ready` is no condition
        btapi: hint: write connected, finished, exists, gone, FIELD=VALUE or FIELD!=VALUE
    "#]]);
    site.btapi("wait jump-group 1 --until connected").check(expect![[r#"
        exit 2
        --- stderr
        btapi: jump-group/1: nothing tells if it is connected
    "#]]);
    site.btapi("wait jump-group 1 --until finished").check(expect![[r#"
        exit 2
        --- stderr
        btapi: jump-group/1: nothing tells if it is finished
    "#]]);
    site.btapi("wait jump-group --until exists").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which one of jump-group? the id is missing
    "#]]);
    site.btapi("wait jump-group 1 --until nmae=Web --timeout 0s").check(expect![[r#"
        exit 124
        --- stderr
        btapi: note: jump-group/1: the field `nmae` is not known here (did you mean `name`?); waiting for it
        btapi: GET /api/config/v1/jump-group/1: not `nmae=Web` within 0s
    "#]]);
    site.btapi("wait jump-group 1 --until exists --interval 0.1s").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --interval: is shorter than 0.25s
        btapi: hint: an API account has 15000 requests an hour, and every look is one
    "#]]);
    site.btapi("wait jump-group 1 --until exists --timeout forever").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --timeout: `forever` is no span of time
        btapi: hint: write a number with s, m, h, d or w behind it: 90s, 10m, 60d
    "#]]);
    let name = site.btapi("wait jump-group 1 --until exists --query .name").stdout();
    assert_eq!(name, "Web\n");
}

#[test]
fn a_secret_that_is_wrong_ends_the_wait() {
    let site = Site::pra();
    let output = site
        .btapi("wait jumpoint 6 --until connected")
        .variable("BT_CLIENT_SECRET", "wrong-secret-of-mine")
        .output();
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(unix)]
#[test]
fn who_interrupts_a_wait_is_heard() {
    let site = Site::pra();
    let mut child = site
        .btapi("wait jumpoint 6 --until nmae=x")
        .into_command()
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The note about the name comes before the first look.
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    assert!(line.contains("did you mean `name`?"), "{line}");
    while site.server.counters().requests < 2 {
        std::thread::yield_now();
    }
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    line.clear();
    stderr.read_line(&mut line).unwrap();
    assert_eq!(line, "btapi: jumpoint/6: stopped waiting\n");
    assert_eq!(child.wait().unwrap().code(), Some(130));
}
