//! What is refused before anything is sent.

use expect_test::{Expect, expect};

use crate::cli::site::{BTAPI, Run};

/// Runs it without an appliance.
#[track_caller]
fn check(line: &str, expected: Expect) {
    Run::new(BTAPI, None).args(line.split_whitespace()).check(expected);
}

#[test]
fn a_slip_of_the_hand_is_told() {
    check(
        "report AccesSession --since 1d",
        expect![[r"
            exit 2
            --- stderr
            btapi: there is no report `AccesSession`, but `AccessSession`
        "]],
    );
    check(
        "report accesssession --since 1d",
        expect![[r"
            exit 2
            --- stderr
            btapi: there is no report `accesssession`, but `AccessSession`
        "]],
    );
}

#[test]
fn the_other_product_is_told_with_its_own_report() {
    check(
        "report SupportSession --since 1d --product pra",
        expect![[r"
            exit 2
            --- stderr
            btapi: `SupportSession` is a report of rs, and not of pra
            btapi: hint: pra has AccessSession
        "]],
    );
    check(
        "report Team --since 1d --product rs",
        expect![[r"
            exit 2
            --- stderr
            btapi: `Team` is a report of pra, and not of rs
            btapi: hint: rs has SupportTeam
        "]],
    );
}

#[test]
fn files_are_not_read_as_reports() {
    for (name, hint) in [
        ("Syslog", "btapi syslog prints it"),
        ("EndpointLicenseUsage", "btapi license endpoints prints it"),
        ("Archive", "btapi archive list tells which there are, and btapi archive get prints one"),
        ("CommandShellRecording", "btapi recording get LSID --kind shell"),
        ("AccessSessionRecording", "btapi recording get LSID"),
    ] {
        let stderr = format!("btapi: `{name}` is a file, and no report to read\nbtapi: hint: {hint}\n");
        for rest in ["", " --lsid 1", " --date x -o json"] {
            let run = Run::new(BTAPI, None).args(format!("report {name}{rest}").split_whitespace());
            run.check_end(2, &stderr);
        }
    }
}

#[test]
fn what_is_missing_or_needless_is_told() {
    check(
        "report AccessSession",
        expect![[r"
            exit 2
            --- stderr
            btapi: AccessSession: of which time, or of which sessions?
            btapi: hint: --since 7d, --from 2026-01-01 --to 2026-02-01, or --lsid LSID
        "]],
    );
    check(
        "report AccessSession --since 1d --lsid 0123",
        expect![[r"
            exit 2
            --- stderr
            btapi: AccessSession: either a window of time or sessions, not both
        "]],
    );
    check(
        "report AccessSession --lsid 0123 --window 1d",
        expect![[r"
            exit 2
            --- stderr
            btapi: --window: there is no range to cut
            btapi: hint: --since 90d makes one
        "]],
    );
    check(
        "report SupportSessionSummary --since 1d",
        expect![[r"
            exit 2
            --- stderr
            btapi: SupportSessionSummary: --report-type is missing
            btapi: hint: By what the statistics are grouped: rep, team, site
        "]],
    );
    check(
        "report SupportRepExitSurvey --since 1d --report-type rep",
        expect![[r"
            exit 2
            --- stderr
            btapi: SupportRepExitSurvey: --id is missing
            btapi: hint: Whose surveys: a whole number, or `all`
        "]],
    );
    check(
        "report AccessSession --since 1d --param lsidd=1",
        expect![[r"
            exit 2
            --- stderr
            btapi: AccessSession has no parameter `lsidd`
            btapi: hint: did you mean `lsid`?
        "]],
    );
    check(
        "report AccessSession --since 1d --param start_time=5",
        expect![[r"
            exit 2
            --- stderr
            btapi: AccessSession: the window is given twice, by options and by --param
        "]],
    );
    check(
        "report AccessSession --param generate_report=Team --since 1d",
        expect![[r"
            exit 2
            --- stderr
            btapi: `generate_report` is the report itself: it stands behind `report`
        "]],
    );
}

#[test]
fn values_are_looked_at() {
    check(
        "report VaultAccountActivity --since 1d --limit acount:1",
        expect![[r"
            exit 2
            --- stderr
            btapi: VaultAccountActivity: `limit` cannot be `acount:1`: expected all, rep:ID, account:ID
        "]],
    );
    check(
        "report ArchiveListing --date 2026-02-30",
        expect![[r"
            exit 2
            --- stderr
            btapi: ArchiveListing: `date` cannot be `2026-02-30`: expected a day, YYYY-MM-DD
        "]],
    );
    check(
        "report Team --since 1d --team ops",
        expect![[r"
            exit 2
            --- stderr
            btapi: Team: `team_id` cannot be `ops`: expected a whole number
        "]],
    );
    check(
        "report AccessSession --lsid a/../b",
        expect![[r"
            exit 2
            --- stderr
            btapi: `a/../b` is no identifier of a session
            btapi: hint: reports tell them: 32 hexadecimal digits as a rule
        "]],
    );
    check(
        "report AccessSession --since 1d -o xml --query .",
        expect![[r"
            exit 2
            --- stderr
            btapi: --query and -o xml exclude each other
            btapi: hint: XML is printed as it comes, one document
        "]],
    );
    check(
        "list user -o xml",
        expect![[r"
            exit 2
            --- stderr
            btapi: -o xml: only reports are printed so
            btapi: hint: --raw prints the answer of any command as the appliance sent it
        "]],
    );
}

#[test]
fn a_file_that_is_not_there_or_not_a_report_is_told() {
    check(
        "report AccessSession --file nowhere.xml",
        expect![[r"
            exit 1
            --- stderr
            btapi: cannot read nowhere.xml: No such file or directory (os error 2)
        "]],
    );
    let run = || Run::new(BTAPI, None).args(["report", "AccessSession", "--file", "-"]);
    run().stdin("{}").check(expect![[r#"
        exit 9
        --- stderr
        btapi: the document is no XML: it does not begin with `<`. Where a short text stands in its place, check that the XML API is enabled and that the API account has the permission
    "#]]);
    run().stdin("<!DOCTYPE html><p>Log in").check(expect![[r#"
        exit 9
        --- stderr
        btapi: the document is a web page and no answer of the API: check the address, and whether a proxy answers in place of the appliance
    "#]]);
    run().stdin("").check(expect![[r#"
        exit 9
        --- stderr
        btapi: the document is empty
    "#]]);
    run().stdin("<team_activity_list/>").check(expect![[r#"
        exit 9
        --- stderr
        btapi: the document is not what was expected: the root element is `team_activity_list` and not `session_list`, in `/team_activity_list` at byte 0
    "#]]);
}
