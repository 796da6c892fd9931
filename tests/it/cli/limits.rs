//! Waits that are too long: for the rate limit, and for an answer.

use expect_test::expect;

use super::canned;
use super::site::Site;

#[test]
fn a_long_wait_that_the_appliance_asks_for_is_told_at_once() {
    let site = Site::pra();
    let busy = canned::answer("429 Too Many Requests\r\nRetry-After: 86400", r#"{"message":"slow down"}"#);
    canned::btapi(&site, &busy, "list user").check(expect![[r#"
        exit 7
        --- stderr
        btapi: GET /api/config/v1/user: the rate limit of the appliance is reached (HTTP 429): slow down (the appliance asks to wait 86400 s)
        btapi: hint: an API account has 20 requests a second and 15000 an hour; try again later
    "#]]);
}

#[test]
fn a_spent_budget_is_told_to_the_next_run_at_once() {
    let site = Site::pra();
    let last = canned::answer("200 OK\r\nX-RateLimit-Limit: 15000\r\nX-RateLimit-Remaining: 0", "[]");
    let address = canned::serve(last);
    let run = || {
        site.btapi("list user")
            .variable("BT_API_HOST", &address)
            .variable("BT_CLIENT_ID", "id")
            .variable("BT_CLIENT_SECRET", "a-canned-secret")
    };
    assert_eq!(run().stdout(), "[]\n");
    let output = run().output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(7), "{stderr}");
    assert!(stderr.starts_with("btapi: GET /api/config/v1/user: "), "{stderr}");
    assert!(stderr.contains("try again in about "), "{stderr}");
}

#[test]
fn an_answer_that_never_comes_is_given_up() {
    let site = Site::pra();
    let (address, _held) = canned::hold(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
    let run = |line: &str| {
        site.btapi(line)
            .variable("BT_API_HOST", &address)
            .variable("BT_CLIENT_ID", "id")
            .variable("BT_CLIENT_SECRET", "a-canned-secret")
            .variable("BT_TIMEOUT", "0.2")
    };
    run("list user").check(expect![[r#"
        exit 8
        --- stderr
        btapi: GET /api/config/v1/user: the answer did not come to its end in time
    "#]]);
    run("-k add jump-group").stdin("name=x").check(expect![[r#"
        exit 8
        --- stderr
        btapi: POST /api/config/v1/jump-group: the answer did not come to its end in time
        btapi: hint: the appliance may have carried it out; look before trying again
    "#]]);
}

#[test]
fn a_limit_that_is_no_time_is_refused() {
    let site = Site::pra();
    for wrong in ["soon", "-1", "0", "inf", "NaN", "1e30"] {
        let output = site.btapi("list user").variable("BT_TIMEOUT", wrong).output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong}: {stderr}");
        assert_eq!(stderr, "btapi: BT_TIMEOUT: expected a number of seconds, 300 for example\n");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_lost_answer_to_a_change_is_told_as_that() {
    let site = Site::pra();
    for (line, stdin) in [("-k add jump-group", "name=x"), ("-k update jump-group 1", "comments=y")] {
        let (code, stderr) = site.btapi(line).stdin(stdin).output_to_full_disk();
        assert_eq!(code, Some(1), "{stderr}");
        let hint = "btapi: hint: the appliance has carried it out; only the answer was lost\n";
        assert!(
            stderr.starts_with("btapi: cannot write to standard output: ") && stderr.ends_with(hint),
            "{stderr}"
        );
    }
}
