//! What needs no appliance: what is refused before anything is sent, and what is told when nobody
//! answers.

use expect_test::{Expect, expect};

use crate::cli::site::{BTAPI, Run};

fn run(line: &str) -> Run<'static> {
    let run = Run::new(BTAPI, None).args(line.split(' ')).variable("BT_API_HOST", "127.0.0.1:9");
    run.variable("BT_CLIENT_ID", "id").variable("BT_CLIENT_SECRET", "hunter2")
}

#[track_caller]
fn check(line: &str, expected: Expect) {
    run(line).check(expected);
}

#[test]
fn what_cannot_be_meant_is_refused_before_it_is_sent() {
    check(
        "command terminate_session",
        expect![[r"
            exit 6
            --- stderr
            btapi: terminate_session: `lsid` is missing: the session; nothing was sent
            btapi: hint: `btapi command terminate_session --help` lists the parameters
        "]],
    );
    check(
        "command join_session lsid=7 rep_id=x rep_username=mira",
        expect![[r"
            exit 6
            --- stderr
            btapi: join_session: `lsid` must be 32 hexadecimal digits; `rep_id` must be a whole number; rep_id and rep_username exclude each other; nothing was sent
            btapi: hint: `btapi command join_session --help` lists the parameters
        "]],
    );
    check(
        "command check_health now",
        expect![[r"
            exit 2
            --- stderr
            btapi: `now` is no parameter; write NAME=VALUE
            btapi: hint: options stand before the action if it is one that btapi does not know
        "]],
    );
    check(
        "command logout_rep user_id",
        expect![[r"
            exit 2
            --- stderr
            btapi: `user_id` is no parameter; write NAME=VALUE
            btapi: hint: options stand before the action if it is one that btapi does not know
        "]],
    );
    check(
        "command logout_rep user_id=1 user_id=2",
        expect![[r"
            exit 2
            --- stderr
            btapi: `user_id` is given twice
        "]],
    );
    check(
        "--product pra command logout_rep user_id=1",
        expect![[r"
            exit 2
            --- stderr
            btapi: `logout_rep` is an action of rs, and not of pra
        "]],
    );
    check(
        "command help",
        expect![[r"
            exit 2
            --- stderr
            btapi: which action? `btapi command` lists them
        "]],
    );
    check(
        "command Get_Api_Info",
        expect![[r"
            exit 2
            --- stderr
            btapi: there is no action `Get_Api_Info`, but `get_api_info`
        "]],
    );
    check(
        "health --timeout 0s",
        expect![[r"
            exit 2
            --- stderr
            btapi: --timeout: is no time at all
        "]],
    );
    check(
        "key nowhere",
        expect![[r"
            exit 2
            --- stderr
            btapi: `nowhere` is no queue
            btapi: hint: write general, rep:ID, rep_username:NAME, team:ID or issue:CODE_NAME
        "]],
    );
    check(
        "key general --product pra",
        expect![[r"
            exit 2
            --- stderr
            btapi: session keys are of Remote Support only
        "]],
    );
    check(
        "health --api plain --role primary",
        expect![[r"
            exit 2
            --- stderr
            btapi: --role and --sync-within: not told by the plain address
            btapi: hint: set BT_CLIENT_ID and BT_CLIENT_SECRET, or leave out --api plain
        "]],
    );
}

#[test]
fn without_an_answer_the_health_is_not_known() {
    // Nobody listens on the discard port.
    for line in ["health --api plain", "health --api xml"] {
        let output = run(line).variable("BT_TIMEOUT", "2").output();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.starts_with("UNKNOWN: ") && said.lines().count() == 1, "{said}");
        assert!(output.stderr.is_empty());
    }
    let output = run("health -o json").variable("BT_TIMEOUT", "2").output();
    let look: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &look["state"]), (Some(3), &"unknown".into()));
}

#[test]
fn health_asks_the_plain_address_where_there_are_no_credentials() {
    let run = run("health").without("BT_CLIENT_ID").without("BT_CLIENT_SECRET");
    let output = run.variable("BT_TIMEOUT", "2").output();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stdout).contains("health plain"));
}
