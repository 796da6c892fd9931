//! Reports are made while they are sent.

use std::time::Duration;

use http_body::Body;
use http_body_util::BodyExt;

use super::super::client::now;
use super::*;
use crate::Fault;

/// Reads a report piece by piece: its size, its greatest piece, and how many sessions it has.
fn read(client: &Client, query: &str) -> (usize, usize, usize) {
    let request = http::Request::get(format!("/api/reporting?generate_report={query}"))
        .header("authorization", format!("Bearer {}", client.token))
        .body(bytes::Bytes::new())
        .unwrap();
    let mut body = now(client.appliance.handle(request)).unwrap().into_body();
    assert!(!body.is_end_stream() && body.size_hint().exact().is_none());
    let (mut size, mut greatest, mut sessions) = (0, 0, 0);
    while let Some(frame) = now(body.frame()) {
        let piece = frame.unwrap().into_data().unwrap();
        size += piece.len();
        greatest = greatest.max(piece.len());
        sessions += String::from_utf8_lossy(&piece).matches("</session>").count();
        // Whoever reads keeps nobody else waiting.
        if size == piece.len() {
            client.get("/team").expect(200);
        }
    }
    (size, greatest, sessions)
}

#[test]
fn a_great_report_is_never_there_as_a_whole() {
    let [client, _] = with_history(1_000_000);
    let now = client.appliance.control().now().as_second();
    let (size, greatest, sessions) =
        read(&client, &format!("AccessSession&start_time={}&duration={}", now - 200 * 86_400, 4 * 86_400));

    assert!(size > 200_000_000, "{size}");
    assert!(greatest < 300_000, "{greatest}");
    assert!(sessions > 10_000, "{sessions}");
    let kept = client.appliance.log();
    let last = kept.iter().rev().find(|exchange| exchange.path == "/api/reporting").unwrap();
    assert!(last.response_body.is_empty() && !last.bodies_kept);
}

#[test]
fn faults_spoil_streamed_bodies_as_others() {
    let [client, _] = with_history(100);
    let whole = client.sessions(ALL).0;
    let control = client.appliance.control();
    control.fault(Fault::drip(1_000, Duration::ZERO));
    assert_eq!(client.sessions(ALL).0, whole);
    control.fault(Fault::truncated(100_000));
    let request = http::Request::get(format!("/api/reporting?generate_report=AccessSession&{ALL}"))
        .header("authorization", format!("Bearer {}", client.token))
        .body(bytes::Bytes::new())
        .unwrap();
    let mut body = now(client.appliance.handle(request)).unwrap().into_body();
    let mut size = 0;
    let end = loop {
        match now(body.frame()) {
            Some(Ok(frame)) => size += frame.into_data().unwrap().len(),
            other => break other,
        }
    };
    assert_eq!(size, 100_000);
    assert!(end.unwrap().is_err());
}
