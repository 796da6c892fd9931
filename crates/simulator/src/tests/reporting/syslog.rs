//! The syslog and the report on licenses: archives.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use flate2::read::GzDecoder;
use serde_json::json;
use zip::ZipArchive;

use super::*;

/// Reads an archive.
fn unpack(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// The records of a syslog, glued together.
fn records(client: &Client) -> Vec<String> {
    let reply = client.report_raw("Syslog").expect(200);
    assert_eq!(reply.header("content-type"), "application/zip");
    let files = unpack(&reply.bytes);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["syslog", "syslog.1.gz"]);
    let mut text = String::new();
    GzDecoder::new(files["syslog.1.gz"].as_slice()).read_to_string(&mut text).unwrap();
    text.push_str(&String::from_utf8(files["syslog"].clone()).unwrap());
    let mut records = Vec::new();
    let mut open = String::new();
    for line in text.lines() {
        let (head, rest) = line.split_once("]: ").unwrap();
        assert!(head.contains(" access BG["), "{line}");
        let mut fields = rest.splitn(4, ':');
        assert_eq!(fields.next(), Some("1427"));
        let (part, parts) = (fields.next().unwrap(), fields.next().unwrap());
        open.push_str(fields.next().unwrap());
        if part == parts {
            records.push(std::mem::take(&mut open));
        }
    }
    assert!(open.is_empty());
    records
}

#[test]
fn the_syslog_tells_what_was_done_through_the_apis() {
    for client in both() {
        let long = "x;y ".repeat(200);
        let user = client.post("/team", json!({ "name": "Night; shift", "comments": long })).expect(201);
        client.delete(&format!("/team/{}", user.json["id"])).expect(204);
        client.delete("/team/999").expect(404);
        let lsid = client.lsids()[0].clone();
        client.action(&format!("terminate_session&lsid={lsid}")).success("Successfully terminated");
        client.action("terminate_session&lsid=0");
        let all = records(&client);
        let events: Vec<&str> = all
            .iter()
            .map(|record| record.split(';').next().unwrap().strip_prefix("event=").unwrap())
            .collect();
        assert_eq!(events[0], "service_started");
        let ends = ["team_added", "team_removed", "command_api_request"];
        assert_eq!(events[events.len() - 3..], ends, "{events:?}");
        assert!(events.contains(&"login"));
        let added = all.iter().find(|record| record.starts_with("event=team_added;")).unwrap();
        assert!(added.contains("new_name=Night\\; shift;") && added.contains("who=Automation;"), "{added}");
        assert!(added.contains(&long.replace(';', "\\;")), "{added}");
        // Asking for it is an event as well.
        assert!(records(&client).last().unwrap().starts_with("event=syslog_report_generated;"));
        let saved = client.appliance.control().save().unwrap();
        client.appliance.control().load(&saved).unwrap();
        assert!(records(&client).len() > all.len());
        client.by("Reporting").report("Syslog").error("You do not have permission to generate this report.");
    }
}

#[test]
fn secrets_are_not_in_the_syslog() {
    let client = Client::pra();
    client.patch("/vault/account/1", json!({ "password": "not-for-the-log" })).expect(200);
    assert!(!records(&client).concat().contains("not-for-the-log"));
}

#[test]
fn the_report_on_licenses_has_a_line_of_seven_columns_for_each_item() {
    for client in both() {
        let reply = client.report_raw("EndpointLicenseUsage").expect(200);
        assert_eq!(reply.header("content-type"), "application/zip");
        let files = unpack(&reply.bytes);
        let csv = String::from_utf8(files["jump_items.csv"].clone()).unwrap();
        assert!(csv.lines().count() > 200);
        assert!(csv.contains("\"Spare part, second shelf of \"\"B\"\"\""), "{csv}");
        for line in csv.lines() {
            assert_eq!(line.matches("\",\"").count(), 6, "{line}");
            assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
        }
        client
            .by("Inventory")
            .report("EndpointLicenseUsage")
            .error("You do not have permission to generate this report.");
    }
}
