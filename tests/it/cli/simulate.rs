//! `btapi simulate`

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
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
fn unknown_fields_are_refused_unless_the_appliance_is_to_be_tolerant() {
    let status = |options: &[&str]| {
        let script = r#"echo '{"name":"Lab","bogus":1}' | btapi add jump-group"#;
        let arguments = [&["simulate", "--items", "5"], options, &["--", "sh", "-c", script]].concat();
        Run::new(BTAPI, None).args(arguments).output().status.code()
    };
    assert_eq!(status(&[]), Some(6), "refused as invalid");
    assert_eq!(status(&["--tolerant"]), Some(0));
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

/// Starts `btapi simulate` with these arguments, and returns it with the exports that it prints.
fn serving(arguments: &[&str]) -> (std::process::Child, String) {
    let mut child = Command::new(BTAPI)
        .args(["simulate"])
        .args(arguments)
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
    (child, exports)
}

fn stop(mut child: std::process::Child) {
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn without_a_command_it_serves_until_stopped() {
    let (child, exports) = serving(&["--items", "5"]);
    let script = format!("{exports}{BTAPI} -K get jump-group 1 | grep '^id='");
    let got = Run::new("sh", None).args(["-c", &script]).stdout();
    assert_eq!(got, "id=1\n");
    stop(child);
}

#[test]
fn the_control_port_is_named_and_answers_those_who_have_its_token() {
    let (child, exports) = serving(&["--items", "5"]);
    let value = |name: &str| {
        let (_, rest) = exports.split_once(&format!("export {name}='")).unwrap();
        rest.split_once('\'').unwrap().0.to_owned()
    };
    let (url, token) = (value("BT_SIMULATOR_CONTROL"), value("BT_SIMULATOR_TOKEN"));
    let address = url.strip_prefix("http://").unwrap();
    let ask = |token: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        let head = format!("host: {address}\r\nauthorization: Bearer {token}\r\nconnection: close");
        write!(stream, "GET /counters HTTP/1.1\r\n{head}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    assert!(ask(&token).contains("\"requests\":0"));
    assert!(ask("guessed").starts_with("HTTP/1.1 401 "));
    stop(child);
    assert!(TcpStream::connect(address).is_err());
}

/// Prepares a run that uses a state file.
fn with_state(file: &Path, script: &str) -> Run<'static> {
    let file = file.to_str().unwrap();
    Run::new(BTAPI, None).args(["simulate", "--state", file, "--", "sh", "-c", script])
}

#[test]
fn a_state_goes_on_from_one_run_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.json");
    let first =
        with_state(&file, "echo name=Kept | btapi -k add jump-group >/dev/null; echo $BT_CLIENT_SECRET");
    let second =
        with_state(&file, "btapi -K list jump-group | grep -c =Kept; echo $BT_CLIENT_SECRET; exit 4");
    let secret = first.stdout();
    let output = second.output();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("1\n{secret}"));
    assert_eq!(output.status.code(), Some(4));
    // Without a command as well.
    let (child, _) = serving(&["--state", file.to_str().unwrap()]);
    stop(child);
    assert_eq!(with_state(&file, "btapi -K list jump-group | grep -c =Kept").stdout(), "1\n");
    // Nothing but the file is left, and it is nobody else's to read.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_file_that_is_no_state_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.json");
    with_state(&file, "true").stdout();
    let good = std::fs::read_to_string(&file).unwrap();
    let half = &good[..good.len() / 2];
    for (content, words) in [
        ("{\"a\": 1}", "it is no saved state of a simulator"),
        (half, "it is no JSON from line 1, column "),
        ("", "it is no JSON from line 1, column 0 on"),
        (&good.replace("\"version\":1", "\"version\":7"), "it is of version 7"),
    ] {
        std::fs::write(&file, content).unwrap();
        let output = with_state(&file, "echo reached").output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(125), 0), "{stderr}");
        assert!(stderr.contains(words) && stderr.contains("left as it is"), "{stderr}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), content);
    }
    std::fs::write(&file, &good).unwrap();
    let output = with_state(&file, "true").variable("BT_PRODUCT", "rs").output();
    assert_eq!(output.status.code(), Some(125));
    assert!(String::from_utf8(output.stderr).unwrap().contains("a site of `pra`"));
}

#[test]
fn a_state_that_cannot_be_kept_is_told_before_the_command_runs() {
    let folder = tempfile::tempdir().unwrap();
    for (path, words) in [
        (folder.path().join("none/site.json"), "cannot write "),
        (folder.path().to_owned(), "it is no file"),
        ("/dev/null".into(), "it is no file"),
    ] {
        let output = with_state(&path, "echo reached").output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(125), 0), "{stderr}");
        assert!(stderr.contains(words), "{stderr}");
    }
}

#[test]
fn a_state_that_is_in_use_is_not_used_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.json");
    let (child, _) = serving(&["--state", file.to_str().unwrap()]);
    let output = with_state(&file, "echo reached").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(125), 0), "{stderr}");
    assert!(stderr.contains("in use by another simulator"), "{stderr}");
    stop(child);
    with_state(&file, "true").stdout();
}

#[test]
fn wrong_arguments_and_taken_ports_are_told() {
    let run = |arguments: &[&str]| {
        let output = Run::new(BTAPI, None).args(["simulate"]).args(arguments).args(["--", "true"]).output();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (arguments, words) in [
        (["--items", "1000001"], "1000001 is not in 0..=1000000"),
        (["--items", "-1"], "unexpected argument"),
        (["--items", "many"], "invalid digit"),
        (["--seed", "x"], "invalid digit"),
        (["--port", "0"], "0 is not in 1..=65535"),
        (["--port", "65536"], "65536 is not in 1..=65535"),
    ] {
        let (code, stderr) = run(&arguments);
        assert_eq!(code, Some(2), "{stderr}");
        assert!(stderr.contains(words), "{stderr}");
    }
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, stderr) = run(&["--port", &port]);
    assert_eq!(code, Some(125));
    assert!(stderr.starts_with(&format!("btapi: cannot serve on port {port}: ")), "{stderr}");
    assert!(stderr.contains("hint: choose another port"), "{stderr}");
}

#[test]
fn a_profile_sets_the_form_of_documents() {
    let script =
        "btapi api GET '/api/command?action=get_api_info' | sed -n 's/.*xmlns=\"\\([^\"]*\\)\".*/\\1/p'";
    for (options, namespace) in [
        (&["--product", "rs"][..], "http://www.bomgar.com/namespaces/API/command\n"),
        (&["--product", "pra"], "http://www.beyondtrust.com/sra/namespaces/API/command\n"),
        (&["--profile", "documented"], "https://www.beyondtrust.com/namespaces/API/command\n"),
    ] {
        let arguments = [&["simulate", "--items", "5"], options, &["--", "sh", "-c", script]].concat();
        assert_eq!(Run::new(BTAPI, None).args(arguments).stdout(), namespace, "{options:?}");
    }
    let output = Run::new(BTAPI, None).args(["simulate", "--profile", "rs-18", "--", "true"]).output();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_scenario_is_played_and_one_with_mistakes_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.json");
    let run = |script: &str| {
        let path = file.to_str().unwrap();
        let arguments =
            ["simulate", "--product", "rs", "--items", "5", "--scenario", path, "--", "sh", "-c", script];
        Run::new(BTAPI, None).args(arguments)
    };
    std::fs::write(&file, r#"[{"at": 0, "trigger": "health_fails", "message": "Too hot"}]"#).unwrap();
    let health = run("btapi api GET '/api/command?action=check_health'").stdout();
    assert!(health.contains("<error_message>Too hot</error_message>"), "{health}");
    std::fs::write(&file, r#"[{"at": 0, "trigger": "health_fails"}, {"trigger": "rain"}]"#).unwrap();
    let output = run("echo reached").output();
    assert_eq!(output.status.code(), Some(125));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("scenario.json is no scenario: step 2: it needs a member `at`"), "{said}");
    assert!(said.contains("step 2: there is no trigger `rain`"), "{said}");
    std::fs::write(&file, "[\n,]").unwrap();
    let said = String::from_utf8(run("true").output().stderr).unwrap();
    assert!(said.contains("line 2, column 1: this is no JSON"), "{said}");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(run("true").output().status.code(), Some(125));
}

#[test]
fn a_recipient_is_named_and_may_be_in_the_state_already() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.json");
    for port in ["9", "10"] {
        let url = format!("http://127.0.0.1:{port}/?outbound_event_token=s3cr3t");
        let run = Run::new(BTAPI, None).args(["simulate", "--items", "5", "--recipient", &url]);
        let run =
            run.args(["--state", file.to_str().unwrap(), "--", "sh", "-c", "echo $BT_SIMULATOR_RECIPIENT"]);
        let output = run.output();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{url}\n"));
    }
    let state = std::fs::read_to_string(&file).unwrap();
    assert_eq!((state.matches("127.0.0.1:9/").count(), state.matches("127.0.0.1:10/").count()), (0, 1));

    let wrong = ["simulate", "--recipient", "ftp://desk.example.com/?t=s3cr3t", "--", "true"];
    let output = Run::new(BTAPI, None).args(wrong).output();
    assert_eq!(output.status.code(), Some(125));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("btapi: --recipient: it begins with neither http"), "{said}");
    assert!(!said.contains("s3cr3t"), "{said}");
}
