//! Answers that no appliance should give: told for what they are, never passed on as something
//! else.

use expect_test::expect;

use super::canned;
use super::site::Site;

fn json(body: &str) -> String {
    canned::answer("200 OK\r\nContent-Type: application/json", body)
}

/// Runs `line` against an answer with this body. Returns the exit code and both outputs.
fn run(site: &Site, answer: &str, line: &str) -> (Option<i32>, String, String) {
    let output = canned::btapi(site, answer, line).output();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_answer_to_a_change_that_is_no_json_is_no_success() {
    let site = Site::pra();
    let page = canned::answer("200 OK\r\nContent-Type: text/html", "<h1>Log in</h1>");
    for (line, stdin) in [
        ("-k add jump-group", "name=x"),
        ("-k update jump-group 1", "name=x"),
        ("-k post vault/account/7/check-out", ""),
        ("-k post user/provision", "user_ids__0=1"),
    ] {
        let output = canned::btapi(&site, &page, line).stdin(stdin).output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(9), "{line}: {stderr}");
        assert!(stderr.contains("the answer is not JSON (text/html; line 1, column 1)\n"), "{stderr}");
        assert!(stderr.contains("may have carried it out; look before trying again\n"), "{stderr}");
    }
}

#[test]
fn any_answer_will_do_where_the_documents_show_none() {
    let site = Site::pra();
    let words = canned::answer("200 OK\r\nContent-Type: text/plain", "done so");
    canned::btapi(&site, &words, "-k post user/provision").stdin("user_ids__0=1").check(expect![[r"
        exit 0
        --- stderr
        btapi: note: done; the appliance's answer is not JSON and is not shown
    "]]);
}

#[test]
fn an_answer_nested_too_deep_is_refused() {
    let site = Site::pra();
    let nested = |depth: usize| json(&format!("[{{\"x\":{}1{}}}]", "[".repeat(depth), "]".repeat(depth)));
    for line in ["list user", "-K list user", "-o table list user", "get user 7"] {
        let (code, stdout, stderr) = run(&site, &nested(20_000), line);
        assert_eq!((code, stdout.as_str()), (Some(9), ""), "{line}: {stderr}");
        assert!(stderr.contains("the answer is nested more than 128 levels deep"), "{stderr}");
        let (code, _, stderr) = run(&site, &nested(126), line);
        assert_eq!(code, Some(0), "{line}: {stderr}");
    }
}

#[test]
fn values_that_programs_stumble_over_are_printed_as_they_are() {
    let site = Site::pra();
    let body = r#"[{"id":123456789012345678901234567890,"name":"keep","port":1e400,"tag":"a\ud800b"}]"#;
    let (code, stdout, _) = run(&site, &json(body), "-K list user");
    assert_eq!(code, Some(0));
    expect![[r"
        0__id=123456789012345678901234567890
        0__name=keep
        0__port=1e400
        0__tag=a�b
    "]]
    .assert_eq(&stdout);
    let (_, stdout, _) = run(&site, &json(body), "-o table list user");
    expect![[r"
        ID                              NAME  TAG  PORT
        123456789012345678901234567890  keep  a�b  1e400
    "]]
    .assert_eq(&stdout);
    let (_, stdout, _) =
        run(&site, &json(r#"{"id":9007199254740993.0,"t":"\udc00\ud83d\ude00"}"#), "-K get user 7");
    assert_eq!(stdout, "id=9007199254740993.0\nt=\u{fffd}😀\n");
}

#[test]
fn an_empty_answer_is_told_as_that() {
    let site = Site::pra();
    for line in ["list user", "get user 7", "whoami"] {
        let (code, stdout, stderr) = run(&site, &json(" \n"), line);
        assert_eq!((code, stdout.as_str()), (Some(9), ""));
        assert!(stderr.contains(": the answer is empty\n"), "{stderr}");
    }
}

#[test]
fn an_answer_may_begin_with_a_byte_order_mark() {
    let site = Site::pra();
    let (code, stdout, stderr) = run(&site, &json("\u{feff}[{\"id\":1}]"), "-K list user");
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (Some(0), "0__id=1\n", ""));
}

#[test]
fn an_appliance_that_repeats_a_page_is_not_followed_for_ever() {
    let site = Site::pra();
    let same = canned::answer("200 OK\r\nX-BT-Pagination-Last-Page: 1000000000", "[{\"id\":1}]");
    let (code, stdout, stderr) = run(&site, &same, "-K list user");
    assert_eq!((code, stdout.as_str()), (Some(9), "0__id=1\n"), "{stderr}");
    assert_eq!(stderr, "btapi: GET /api/config/v1/user: page 2 is page 1 again; the list is not complete\n");
    let (code, stdout, stderr) = run(&site, &same, "whoami");
    assert_eq!((code, stdout.as_str()), (Some(9), ""), "{stderr}");
    assert!(stderr.starts_with("btapi: GET /api/config/v1/api-account: page 2 is page 1 again"), "{stderr}");
    let other = canned::answer(
        "200 OK\r\nX-BT-Pagination-Last-Page: 9\r\nX-BT-Pagination-Current-Page: 1",
        "[{\"id\":1}]",
    );
    let (code, stdout, stderr) = run(&site, &other, "list user current_page=3");
    assert_eq!((code, stdout.as_str()), (Some(9), ""));
    expect![[r"
        btapi: GET /api/config/v1/user: page 3 was asked for, and the appliance says that it sends page 1; the list is not complete
    "]]
    .assert_eq(&stderr);
}

#[test]
fn what_is_no_list_is_not_printed_as_one() {
    let site = Site::pra();
    for (body, what) in [
        ("null", "null"),
        ("\"x\"", "a text"),
        ("7", "a number"),
        ("true", "true or false"),
        (r#"{"error":"no such thing","message":"y"}"#, "an error: no such thing"),
        (r#"{"error":{"code":5}}"#, "an error"),
    ] {
        for line in ["list user", "-K list user", "-o table list user", "whoami"] {
            let (code, stdout, stderr) = run(&site, &json(body), line);
            assert_eq!((code, stdout.as_str()), (Some(9), ""), "{line} {body}: {stderr}");
            let path = if line == "whoami" { "api-account" } else { "user" };
            let expected = format!("btapi: GET /api/config/v1/{path}: the answer is {what}, not a list\n");
            assert_eq!(stderr, expected, "{line}");
        }
    }
}

#[test]
fn the_errors_of_a_call_name_the_request() {
    let site = Site::pra();
    let (_, _, stderr) = run(&site, &json("<"), "list user username=hidden");
    assert!(stderr.starts_with("btapi: GET /api/config/v1/user: the answer is not JSON"), "{stderr}");
    let broken = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[";
    let (_, _, stderr) = run(&site, broken, "list user username=hidden");
    assert!(stderr.starts_with("btapi: GET /api/config/v1/user: the answer broke off"), "{stderr}");
    for line in ["api GET /api/config/v1/user?name=hidden", "download user/7"] {
        let (_, _, stderr) = run(&site, broken, line);
        assert!(stderr.contains("btapi: GET /api/config/v1/user") && !stderr.contains("hidden"), "{stderr}");
    }
    let (_, _, stderr) = run(&site, "\0\u{1} not http\r\n\r\n", "get user 7");
    assert!(stderr.starts_with("btapi: GET /api/config/v1/user/7: "), "{stderr}");
}

#[test]
fn marks_that_turn_or_hide_text_do_not_reach_the_terminal() {
    let site = Site::pra();
    let body = "[{\"id\":1,\"name\":\"a\u{202e}gpj\u{200b}.exe\u{2066}\u{feff}\"}]";
    let (_, stdout, _) = run(&site, &json(body), "-o table list user");
    assert_eq!(stdout, "ID  NAME\n1   agpj.exe\n");
    let refusal = canned::answer("422 Unprocessable Entity", "{\"message\":\"no\u{202e}t\u{200d} so\"}");
    let (_, _, stderr) = run(&site, &refusal, "get user 7");
    assert!(stderr.contains("not so"), "{stderr}");
}

#[test]
fn an_encoding_nobody_asked_for_is_named() {
    let site = Site::pra();
    let packed = canned::answer("200 OK\r\nContent-Encoding: gzip", "\u{1f}packed");
    for line in ["list user", "get user 7", "download jumpoint/1/installer"] {
        let (code, stdout, stderr) = run(&site, &packed, line);
        assert_eq!((code, stdout.as_str()), (Some(9), ""), "{stderr}");
        assert!(stderr.contains("the answer is encoded as `gzip`, which was not asked for"), "{stderr}");
    }
    let plain = canned::answer("200 OK\r\nContent-Encoding: Identity", "[]");
    assert_eq!(run(&site, &plain, "list user").0, Some(0));
}
