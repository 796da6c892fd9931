//! Archives of RS.

use std::io::Read;

use bytes::Bytes;
use flate2::read::GzDecoder;
use serde_json::Value;

use super::super::client::send;
use super::*;

/// A day before today, as text.
fn day(client: &Client, back: i64) -> String {
    let second = client.appliance.control().now().as_second() - back * 86_400;
    crate::time::text(second)[..10].to_owned()
}

fn unpack(bytes: &[u8]) -> String {
    assert_eq!(bytes[..2], [0x1f, 0x8b]);
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
    text
}

const NONE: &str = "No archives found for the given search criteria.";

#[test]
fn a_day_has_states_and_spans_of_events() {
    let [_, client] = with_history(20_000);
    // The last span of yesterday may not be packed yet.
    let yesterday = day(&client, 2);
    let list = client.report(&format!("ArchiveListing&date={yesterday}"));
    assert_eq!((list.count("state_archive"), list.count("event_archive")), (48, 144));
    assert_eq!(list.text("index"), "1");
    client.report(&format!("ArchiveListing&date={}", day(&client, 9))).error(NONE);
    client.report(&format!("ArchiveListing&date={}", day(&client, -1))).error(NONE);
    let today = client.report(&format!("ArchiveListing&date={}", day(&client, 0)));
    assert!(today.count("event_archive") < 144, "they take a while");
    client.appliance.control().shape("archive_api_off", true).unwrap();
    client.report(&format!("ArchiveListing&date={yesterday}")).error("The Archive API is not enabled.");
}

#[test]
fn a_state_is_an_object_of_tables_and_events_are_lines() {
    let [_, client] = with_history(20_000);
    let (mut sessions, mut lines) = (0, 0);
    for index in 1..=48 {
        let date = day(&client, 2);
        let reply = client.report_raw(&format!("Archive&type=state&date={date}&index={index}")).expect(200);
        assert_eq!(reply.header("content-encoding"), "");
        let tables: Value = serde_json::from_str(&unpack(&reply.bytes)).unwrap();
        assert_eq!(tables.as_object().unwrap().len(), 8);
        for (_, row) in tables["support_session"].as_object().into_iter().flatten() {
            sessions += 1;
            assert_eq!(
                client.sessions(&format!("lsid={}", row["lsid"].as_str().unwrap())).count("session"),
                1
            );
        }
        let reply = client.report_raw(&format!("Archive&type=event&date={date}&index={index}")).expect(200);
        for line in unpack(&reply.bytes).lines() {
            lines += 1;
            let event: Value = serde_json::from_str(line).unwrap();
            assert_eq!(event["type"], "update_model");
        }
    }
    assert!(sessions > 5 && lines > 5, "{sessions} {lines}");
}

#[test]
fn an_archive_that_is_not_there_is_an_error_packed_for_those_who_take_it() {
    let client = Client::rs();
    let date = day(&client, 1);
    for query in [
        format!("type=state&date={date}&index=49"),
        format!("type=event&date={date}&index=0"),
        format!("type=state&date={}&index=1", day(&client, 30)),
    ] {
        client.report(&format!("Archive&{query}")).error(NONE);
    }
    for (query, sentence) in [
        (format!("date={date}&index=1"), "Missing required parameter: type"),
        (format!("type=state&date={date}"), "Missing required parameter: index"),
        ("type=state&index=1".to_owned(), "Missing required parameter: date"),
        (format!("type=both&date={date}&index=1"), "Invalid value for parameter: type"),
        ("type=state&date=today&index=1".to_owned(), "Invalid value for parameter: date"),
    ] {
        client.report(&format!("Archive&{query}")).error(sentence);
    }
    let request =
        http::Request::get(format!("/api/reporting?generate_report=Archive&type=state&date={date}&index=99"))
            .header("authorization", format!("Bearer {}", client.token))
            .header("accept-encoding", "br, gzip;q=0.5")
            .body(Bytes::new())
            .unwrap();
    let reply = send(&client.appliance, request);
    assert_eq!(reply.header("content-encoding"), "gzip");
    Xml(unpack(&reply.bytes)).error(NONE);
    client
        .by("Reporting")
        .report(&format!("ArchiveListing&date={date}"))
        .error("You do not have permission to generate this report.");
}
