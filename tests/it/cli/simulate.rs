//! `btapi simulate`

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use expect_test::expect;

use super::site::{BTAPI, Run};

/// Prepares `btapi simulate -- sh -c SCRIPT` in a folder of its own.
fn simulate(script: &str) -> Run<'static> {
    Run::new(BTAPI, None).args(["simulate", "--items", "5", "--", "sh", "-c", script])
}

#[test]
fn the_command_finds_the_appliance_and_btapi() {
    simulate("btapi -K get jump-group 1 | grep '^id='").check(expect![[r#"
        exit 0
        --- stdout
        id=1
    "#]]);
    simulate("test -n \"$BT_CLIENT_SECRET\" && test -s \"$SSL_CERT_FILE\" && command -v btapi >/dev/null")
        .stdout();
}

#[test]
fn the_same_seed_gives_the_same_site() {
    let list = |seed: &str| {
        Run::new(BTAPI, None)
            .args(["simulate", "--seed", seed, "--items", "9", "--", "btapi", "list", "jump-item/shell-jump"])
            .stdout()
    };
    assert_eq!(list("7"), list("7"));
    assert_ne!(list("7"), list("8"));
}

#[test]
fn remote_support_can_be_simulated() {
    let portals = Run::new(BTAPI, None)
        .args(["simulate", "--product", "rs", "--items", "5", "--", "btapi", "-K", "list", "public-portal"])
        .stdout();
    assert!(portals.starts_with("0__id="), "{portals}");
}

#[test]
fn the_status_of_the_command_is_passed_on() {
    simulate("exit 7").check(expect![[r#"
        exit 7
    "#]]);
    simulate("kill -TERM $$").check(expect![[r#"
        exit 143
    "#]]);
    let run = |program: &str| {
        Run::new(BTAPI, None).args(["simulate", "--items", "5", "--", program]).output().status.code()
    };
    assert_eq!(run("btapi-has-no-such-command"), Some(127));
    assert_eq!(run("/"), Some(126));
}

#[test]
fn a_failure_of_its_own_has_a_code_of_its_own() {
    simulate("true").variable("BT_PRODUCT", "xy").check(expect![[r#"
        exit 125
        --- stderr
        btapi: BT_PRODUCT: unknown product `xy`: write pra or rs
    "#]]);
    let output = simulate("true").variable("TMPDIR", "/nowhere/at/all").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(125), "{stderr}");
    assert!(stderr.starts_with("btapi: cannot make a temporary folder: "), "{stderr}");
}

#[cfg(unix)]
#[test]
fn programs_of_the_current_directory_are_not_run_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("bait");
    std::fs::write(&program, "#!/bin/sh\necho caught\n").unwrap();
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let run = || simulate(&format!("cd '{}' && bait", folder.path().display()));
    for run in [run().variable("PATH", ""), run().without("PATH")] {
        let output = run.output();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        assert_eq!(output.status.code(), Some(127));
    }
}

#[test]
fn nothing_stays_behind() {
    let folder = tempfile::tempdir().unwrap();
    simulate("test -s \"$CURL_CA_BUNDLE\"").variable("TMPDIR", folder.path()).stdout();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn signals_are_passed_on() {
    // The shell waits for what waits for the end of standard input.
    let script = "trap 'echo stopped; exit 3' TERM; exec 3<&0; cat <&3 & echo ready; wait; exit 4";
    let mut child = Command::new(BTAPI)
        .args(["simulate", "--items", "5", "--", "sh", "-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdin = child.stdin.take();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "ready");
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(lines.next().unwrap().unwrap(), "stopped");
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(3));
}

#[test]
fn without_a_command_it_serves_until_stopped() {
    let mut child = Command::new(BTAPI)
        .args(["simulate", "--items", "5"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut exports = String::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        exports.push_str(&line);
        exports.push('\n');
        if line.starts_with("export no_proxy=") {
            break;
        }
    }
    let script = format!("{exports}{BTAPI} -K get jump-group 1 | grep '^id='");
    let got = Run::new("sh", None).args(["-c", &script]).stdout();
    assert_eq!(got, "id=1\n");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
