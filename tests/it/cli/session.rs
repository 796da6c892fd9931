//! `btapi session`.

use bt_sra_simulator::Appliance;
use expect_test::expect;
use serde_json::Value;

use super::site::{BTAPI, Run, Site};

fn sites() -> [(Site, &'static str); 2] {
    let of = |appliance: bt_sra_simulator::Builder| {
        Site::of(appliance.seed(7).items(20).history(60).limits(false))
    };
    [(of(Appliance::pra()), "AccessSession"), (of(Appliance::rs()), "SupportSession")]
}

/// The session with the most chat of the last year.
fn busiest(site: &Site, report: &str) -> String {
    let query = "[.[]|{lsid,n:([.events[]|select(.event_type==\"Chat Message\")]|length)}]|max_by(.n).lsid";
    let run = site.btapi(&format!("report {report} --since 360d --by end --query")).args([query]);
    run.stdout().trim().to_owned()
}

#[test]
fn a_session_of_either_product_is_told() {
    for (site, report) in sites() {
        let lsid = busiest(&site, report);
        let told = site.btapi(&format!("session show {lsid}")).stdout();
        let begins = format!(
            "Session {lsid}\n  {}",
            if report == "AccessSession" { "User" } else { "Representative" }
        );
        assert!(told.starts_with(&begins), "{told}");
        assert!(told.contains("the session began") && told.contains("the session ended"), "{told}");
        let json: Value =
            serde_json::from_str(&site.btapi(&format!("session show {lsid} -o json")).stdout()).unwrap();
        assert_eq!(json["lsid"], lsid.as_str());
        let chats = json["events"].as_array().unwrap().iter();
        let chats = chats.filter(|event| event["event_type"] == "Chat Message").count();
        let only =
            site.btapi(&format!("session show {lsid} --only chat")).variable("COLUMNS", "120").stdout();
        let happened = only.split("What happened\n").nth(1).unwrap();
        let heads =
            happened.lines().filter(|line| line.starts_with("  ") && line.as_bytes()[4] == b':').count();
        assert!(heads >= chats, "{chats} {only}");
        let page = site.btapi(&format!("session html {lsid}")).stdout();
        assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "{page}");
        assert_eq!(page.matches("<tr class=\"k-chat").count(), heads);
    }
}

#[test]
fn a_session_that_runs_is_told_as_such() {
    for (site, _) in sites() {
        let found = site.server.control().sessions();
        let lsid = found["running"][0]["lsid"].as_str().unwrap();
        let told = site.btapi(&format!("session show {lsid}")).stdout();
        assert!(told.contains("not yet: the session is running"), "{told}");
        assert!(site.btapi(&format!("session html {lsid}")).stdout().contains("still running"));
    }
}

#[test]
fn a_page_is_written_for_its_owner_only_and_replaces_nothing() {
    let (site, report) = &sites()[0];
    let lsid = busiest(site, report);
    let output = site.btapi(&format!("session html {lsid} -O page.html")).output();
    assert!(output.status.success());
    let path = site.home().join("page.html");
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.ends_with("</html>\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    site.btapi(&format!("session html {lsid} -O page.html")).check(expect![[r"
        exit 2
        --- stderr
        btapi: -O: there is a file page.html already
        btapi: hint: nothing is replaced: choose another name, or remove it first
    "]]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), page);
    let stray = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".part");
    let left =
        std::fs::read_dir(site.home()).unwrap().filter(|entry| stray(&entry.as_ref().unwrap().file_name()));
    assert_eq!(left.count(), 0);
    site.btapi(&format!("session html {lsid} -O nowhere/page.html"))
        .check_end(2, "btapi: -O: there is no folder for nowhere/page.html\n");
}

#[test]
fn no_session_is_told() {
    let (site, _) = &sites()[0];
    site.btapi("session show 00000000000000000000000000000000").check(expect![[r"
        exit 6
        --- stderr
        btapi: AccessSession: the appliance refused the request (HTTP 200): Invalid lsid.
    "]]);
    Run::new(BTAPI, None).args(["session", "show", "a b"]).check_end(
        2,
        "btapi: `a b` is no identifier of a session\nbtapi: hint: reports tell them: 32 hexadecimal digits as a rule\n",
    );
    Run::new(BTAPI, None)
        .args(["session", "show", "--file", "nowhere.xml"])
        .check_end(1, "btapi: cannot read nowhere.xml: No such file or directory (os error 2)\n");
}

#[test]
fn a_saved_report_is_told_without_an_appliance() {
    let (site, report) = &sites()[0];
    let lsid = busiest(site, report);
    let saved = site.btapi(&format!("report {report} --since 360d --by end -o xml")).stdout();
    let told = site.btapi(&format!("session show {lsid}")).stdout();
    let run = Run::new(BTAPI, None).args(["session", "show", "--file", "-", "--product", "pra", &lsid]);
    assert_eq!(run.stdin(saved.as_str()).stdout(), told);
}
