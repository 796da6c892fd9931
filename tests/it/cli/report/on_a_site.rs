//! Reports of a simulated site.

use std::collections::BTreeSet;

use bt_sra::Product;
use bt_sra::reporting::model::report::ReportContent;
use expect_test::expect;
use serde_json::Value;

use super::{lines, site};
use crate::cli::site::{BTAPI, Run, Site};

/// The day at the site.
fn today(site: &Site) -> String {
    site.server.control().now().to_string()[..10].to_owned()
}

/// Writes every report in every format, and compares these with each other.
fn check_formats(product: Product) {
    let site = site(product);
    // Otherwise something may happen between one format and the next.
    site.server.control().freeze(true);
    let mut full = 0;
    for (report, line) in lines(product) {
        let line = line.replace("TODAY", &today(&site));
        let print = |format: &str| site.btapi(&format!("{line} -o {format}")).stdout();
        let json: Value = serde_json::from_str(&print("json")).unwrap();
        let xml = print("xml");
        if xml.is_empty() {
            // The appliance says that there is no data.
            assert_eq!(json, Value::Array(Vec::new()), "{line}");
            continue;
        }
        assert!(xml.starts_with("<?xml") && xml.trim_end().ends_with('>'), "{line}: {xml}");
        if matches!(report.content, ReportContent::Document { .. }) {
            assert!(json["group_by"].is_string(), "{line}: {json}");
            assert!(print("table").contains("group_by"), "{line}");
            continue;
        }
        let items = json.as_array().unwrap();
        full += usize::from(!items.is_empty());
        let ndjson: Vec<Value> =
            print("ndjson").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(&ndjson, items, "{line}");
        let csv = print("csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), items.len(), "{line}: {header:?}");
        assert_eq!(print("table").lines().count(), items.len() + usize::from(!items.is_empty()), "{line}");
        // A saved report says the same, without an appliance and without credentials.
        let saved = site.home().join("saved.xml");
        std::fs::write(&saved, &xml).unwrap();
        let again = Run::new(BTAPI, None)
            .args(["report", report.name, "-o", "ndjson", "--file"])
            .args([&saved])
            .output();
        assert!(again.status.success(), "{line}: {}", String::from_utf8_lossy(&again.stderr));
        let again = String::from_utf8(again.stdout).unwrap();
        let again: Vec<Value> = again.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(&again, items, "{line}");
    }
    assert!(full >= 6, "{full} reports have items");
}

#[test]
fn every_report_of_privileged_remote_access_is_the_same_in_every_format() {
    check_formats(Product::Pra);
}

#[test]
fn every_report_of_remote_support_is_the_same_in_every_format() {
    check_formats(Product::Rs);
}

#[test]
fn a_range_in_windows_has_every_session_once() {
    let site = site(Product::Pra);
    site.server.control().freeze(true);
    let line = "report AccessSession --since 300d -o ndjson --columns lsid";
    let whole = site.btapi(line).stdout();
    let pieces = site.btapi(&format!("{line} --window 7d")).stdout();
    let set = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert!(whole.lines().count() > 30, "{whole}");
    assert_eq!(set(&pieces), set(&whole));
    assert_eq!(pieces.lines().count(), whole.lines().count());
    let asked = site.server.log().iter().filter(|exchange| exchange.path == "/api/reporting").count();
    assert!(asked > 40, "{asked}");
}

#[test]
fn sessions_are_asked_for_by_their_identifiers() {
    let site = site(Product::Rs);
    let all = site.btapi("report SupportSessionListing --since 360d -o ndjson --query .[].lsid").stdout();
    let lsids: Vec<String> = all.lines().take(3).map(|line| line.trim_matches('"').to_owned()).collect();
    let line = format!(
        "report SupportSession --lsid {},{} --lsid {} -o csv --columns lsid",
        lsids[0], lsids[1], lsids[2]
    );
    let found = site.btapi(&line).stdout();
    let found: BTreeSet<&str> = found.lines().skip(1).collect();
    assert_eq!(found, lsids.iter().map(String::as_str).collect());
}

#[test]
fn events_are_printed_one_by_one() {
    let site = site(Product::Pra);
    site.server.control().freeze(true);
    let line = "report AccessSession --since 90d";
    let counts = site.btapi(&format!("{line} --query")).args([".[].events|length"]).stdout();
    let total: usize = counts.lines().map(|count| count.parse::<usize>().unwrap()).sum();
    let events = site.btapi(&format!("{line} --events -o ndjson")).stdout();
    assert_eq!(events.lines().count(), total);
    for line in events.lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        assert!(event["lsid"].is_string() && event["event_type"].is_string(), "{event}");
    }
    let csv = site.btapi(&format!("{line} --events -o csv")).stdout();
    assert!(csv.starts_with("lsid,timestamp,event_type,performed_by_type,"), "{csv}");
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), total);
    let teams = site.btapi("report Team --since 90d --events -o csv").stdout();
    assert!(teams.starts_with("team_id,team,timestamp,"), "{teams}");
}

#[test]
fn no_data_is_no_item_and_no_failure() {
    let site = site(Product::Pra);
    let line = "report AccessSession --from 2001-01-01 --to 2001-01-02";
    let note = "btapi: note: AccessSession: no data: No Support report information matching your chosen criteria is available.\n";
    for (format, expected) in [("json", "[]\n"), ("ndjson", ""), ("xml", ""), ("table", "")] {
        let output = site.btapi(&format!("{line} -o {format}")).output();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{format}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), note, "{format}");
    }
    let csv = site.btapi(&format!("{line} -o csv")).stdout();
    assert!(csv.starts_with("lsid,lseq,") && csv.lines().count() == 1, "{csv}");
    // In a language that nobody has told us the sentence of.
    let saved = "<error>Es gibt nichts.</error>";
    site.btapi("report AccessSession --file - -o json --no-data")
        .args(["es gibt nichts"])
        .stdin(saved)
        .check(expect![[r"
        exit 0
        --- stdout
        []
        --- stderr
        btapi: note: AccessSession: no data: Es gibt nichts.
    "]]);
    let output = site.btapi("report AccessSession --file - -o json").stdin(saved).output();
    assert_eq!(output.status.code(), Some(6));
}

#[test]
fn who_may_not_is_told_which_permission_is_missing() {
    let site = site(Product::Pra);
    site.server.control().permit(&site.server.client_id(), "perm_reporting_support", false);
    let line = "report AccessSession --since 7d";
    for format in ["json", "xml"] {
        let stderr = "btapi: AccessSession: the appliance refused the request (HTTP 200): You do not have permission to \
                      generate this report.\nbtapi: hint: this report needs an API account with perm_reporting_support\n";
        site.btapi(&format!("{line} -o {format}")).check_end(6, stderr);
    }
}

#[test]
fn an_identifier_that_is_none_is_refused_by_the_appliance_in_its_words() {
    let site = site(Product::Pra);
    site.btapi("report AccessSession --lsid 00000000000000000000000000000000").check(expect![[r"
        exit 6
        --- stderr
        btapi: AccessSession: the appliance refused the request (HTTP 200): Invalid lsid.
    "]]);
}

#[test]
fn a_report_of_tomorrow_is_asked_for_as_it_is() {
    let site = site(Product::Pra);
    let output = site.btapi("report FutureThings --since 1d").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(6), "{stderr}");
    assert!(
        stderr.starts_with("btapi: note: the report `FutureThings` is not known here; asked for as it is\n"),
        "{stderr}"
    );
    let log = site.server.log();
    let asked = log.iter().find(|exchange| exchange.path == "/api/reporting").unwrap();
    let body = String::from_utf8_lossy(&asked.request_body).into_owned();
    assert!(body.starts_with("generate_report=FutureThings&start_time="), "{body}");
}
