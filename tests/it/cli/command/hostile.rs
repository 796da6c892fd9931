//! Answers that no appliance should give, and readers that go away.

use expect_test::{Expect, expect};

use crate::cli::canned::{answer, btapi};
use crate::cli::site::Site;

#[track_caller]
fn check(site: &Site, body: &str, line: &str, expected: Expect) {
    btapi(site, &answer("200 OK\r\nContent-Type: text/xml", body), line).check(expected);
}

#[test]
fn another_document_than_the_one_that_was_asked_for_is_no_success() {
    let site = Site::pra();
    let line = "command terminate_session lsid=0f0e0d0c0b0a09080706050403020100";
    check(
        &site,
        "<logged_in_reps/>",
        line,
        expect![[r"
            exit 9
            --- stderr
            btapi: terminate_session: the answer is a document `logged_in_reps`, and not `success`
            btapi: hint: --raw prints what can be read of it
        "]],
    );
    check(
        &site,
        "<future a='1'>x</future>",
        "command get_logged_in_reps",
        expect![[r"
            exit 9
            --- stderr
            btapi: get_logged_in_reps: the answer is a document `future`, and not `logged_in_reps`
            btapi: hint: --raw prints what can be read of it
        "]],
    );
    check(
        &site,
        "<future a='1'>x</future>",
        "--raw command get_logged_in_reps",
        expect![[r"
            exit 0
            --- stdout
            <future a='1'>x</future>"]],
    );
    check(
        &site,
        "<future a='1'><b>x</b></future>",
        "-o ndjson command of_tomorrow",
        expect![[r#"
            exit 0
            --- stdout
            {"name":"future","attributes":{"a":"1"},"content":[{"name":"b","content":["x"]}]}
            --- stderr
            btapi: note: the action `of_tomorrow` is not known here; sent as it is, and once
        "#]],
    );
}

#[test]
fn what_is_dangerous_to_read_is_not_read() {
    let site = Site::pra();
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">]><health_check>&a;</health_check>";
    let deep = format!("<health_check>{}", "<a>".repeat(5000));
    for body in [laughs, &deep, "<health_check", "\u{0}", "<a/><b/>"] {
        let output =
            btapi(&site, &answer("200 OK\r\nContent-Type: text/xml", body), "command check_health").output();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.len() < 600), (Some(9), true), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn pages_for_people_are_not_the_health_of_an_appliance() {
    let site = Site::pra();
    for page in ["<html>Sign in</html>", "<?xml version='1.0'?><html/>", "<head><title>Proxy", ""] {
        let output =
            btapi(&site, &answer("200 OK\r\nContent-Type: text/html", page), "health --api plain").output();
        assert_eq!(output.status.code(), Some(3), "{page}");
        assert!(output.stdout.starts_with(b"UNKNOWN: health plain: the answer is "));
    }
    // An odd time does not hide that something is wrong.
    let ill = "<health_check><appliance id='0a'>n</appliance><version>1</version><success>0</success>\
               <error_message>Disk|full</error_message><failover_role></failover_role>\
               <last_data_sync_time>Never</last_data_sync_time></health_check>";
    let output = btapi(&site, &answer("200 OK\r\nContent-Type: text/xml", ill), "health").output();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("CRITICAL: Disk/full; n, version 1"));
}

/// The health is in the exit code whether or not anybody reads the words.
#[cfg(target_os = "linux")]
#[test]
fn the_exit_code_of_a_look_does_not_depend_on_who_reads_it() {
    let site = Site::pra();
    let order = serde_json::json!({ "trigger": "health_fails", "message": "Hot" });
    site.server.control().trigger(&order).unwrap();
    let (code, said) = site.btapi("health").output_to_full_disk();
    assert_eq!(code, Some(3), "{said}");
    let script = "(\"$0\" health; echo $? >code) | true; sleep 1; cat code";
    let run = site.command("sh").args(["-c", script, crate::cli::site::BTAPI]);
    assert_eq!(run.stdout(), "2\n");
}

#[test]
fn settings_that_do_not_do_leave_the_health_unknown() {
    let site = Site::pra();
    for (name, value) in [("BT_CA_FILE", "/no/such/file"), ("BT_TIMEOUT", "soon"), ("BT_API_HOST", "a b")] {
        let output = site.btapi("health").variable(name, value).output();
        assert_eq!(output.status.code(), Some(3), "{name}");
    }
}
