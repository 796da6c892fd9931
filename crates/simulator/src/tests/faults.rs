//! What goes wrong on demand.

use std::io::ErrorKind;
use std::time::Duration;

use bt_sra_core::ManualClock;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::json;

use super::client::{Client, now, token};
use crate::{Appliance, Fault};

const GROUPS: &str = "/api/config/v1/jump-group";

#[test]
fn answers_can_be_replaced() {
    let client = Client::pra();
    let control = client.appliance.control();
    control.fault(
        Fault::too_many_requests().on(Method::GET, GROUPS).times(2).retry_after(Duration::from_secs(3)),
    );
    control.fault(Fault::unauthorized());
    control.fault(
        Fault::status(StatusCode::BAD_GATEWAY)
            .message("down")
            .header(header::SERVER, HeaderValue::from_static("proxy")),
    );
    for _ in 0..2 {
        assert_eq!(client.get("/jump-group").expect(429).header("retry-after"), "3");
    }
    assert_eq!(client.get("/jump-group").expect(401).json["error"], "access_denied");
    let reply = client.get("/jump-group").expect(502);
    assert_eq!((reply.json["message"].as_str(), reply.header("server")), (Some("down"), "proxy"));
    client.get("/jump-group").expect(200);
    assert_eq!((client.appliance.counters().faults, control.waiting_faults()), (4, 0));
}

#[test]
fn the_appliance_acts_or_not_before_things_go_wrong() {
    let client = Client::pra();
    let control = client.appliance.control();
    let before = control.ids("/jump-group").len();
    control.fault(Fault::status(StatusCode::INTERNAL_SERVER_ERROR));
    client.post("/jump-group", json!({ "name": "lost" })).expect(500);
    assert_eq!(control.ids("/jump-group").len(), before);
    control.fault(Fault::status(StatusCode::INTERNAL_SERVER_ERROR).after_acting());
    client.post("/jump-group", json!({ "name": "kept" })).expect(500);
    assert_eq!(control.ids("/jump-group").len(), before + 1);
    for (fault, more) in [(Fault::reset(), 1), (Fault::reset().after_acting(), 2)] {
        control.fault(fault);
        let request = Request::post(GROUPS)
            .header("authorization", format!("Bearer {}", client.token))
            .body(Bytes::from(json!({ "name": format!("g{more}") }).to_string()))
            .unwrap();
        let error = now(client.appliance.handle(request)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        assert_eq!(control.ids("/jump-group").len(), before + more);
    }
    assert_eq!(client.appliance.log().last().unwrap().status, None);
}

#[test]
fn bodies_can_break_off() {
    let client = Client::pra();
    for (fault, kind) in [
        (Fault::truncated(10), ErrorKind::UnexpectedEof),
        (Fault::reset_in_body(10), ErrorKind::ConnectionReset),
    ] {
        client.appliance.control().fault(fault);
        let request = Request::get(GROUPS)
            .header("authorization", format!("Bearer {}", client.token))
            .body(Bytes::new())
            .unwrap();
        let mut body = now(client.appliance.handle(request)).unwrap().into_body();
        let first = now(body.frame()).unwrap().unwrap().into_data().unwrap();
        assert_eq!(first.len(), 10);
        assert_eq!(now(body.frame()).unwrap().unwrap_err().kind(), kind);
    }
}

#[test]
fn time_passes_only_by_the_clock() {
    let clock = ManualClock::impatient();
    let appliance = Appliance::pra().clock(clock.clone()).build();
    let token = token(&appliance, &appliance.client_id(), &appliance.client_secret());
    let client = Client { appliance, token };
    let control = client.appliance.control();
    control.fault(Fault::delay(Duration::from_secs(5)));
    let whole = client.get("/jump-group/1").expect(200);
    assert_eq!(bt_sra_core::Clock::monotonic(&clock), Duration::from_secs(5));
    control.fault(Fault::drip(10, Duration::from_secs(1)));
    let slow = client.get("/jump-group/1").expect(200);
    assert_eq!(slow.bytes, whole.bytes);
    let pieces = u64::try_from(whole.bytes.len().div_ceil(10)).unwrap();
    assert_eq!(bt_sra_core::Clock::monotonic(&clock), Duration::from_secs(5 + pieces));
}

#[test]
fn faulted_requests_count_as_arrived() {
    let client = Client::pra();
    client.appliance.control().fault(Fault::too_many_requests().times(5));
    for _ in 0..5 {
        client.get("/jump-group").expect(429);
    }
    assert_eq!(client.appliance.counters().busiest_second, 6);
    assert_eq!(client.appliance.counters().rate_limited, 0);
}

#[test]
fn the_log_keeps_both_sides_unless_told_not_to() {
    let client = Client::pra();
    client.appliance.control().clear_log();
    client.raw("PATCH", "/api/config/v1/jump-group/1?x=%20y", b"{\"name\": \"N\"}").expect(401);
    let log = client.appliance.log();
    let exchange = &log[0];
    assert_eq!((log.len(), exchange.method.as_str(), exchange.query.as_str()), (1, "PATCH", "x=%20y"));
    assert_eq!(exchange.request_body, &b"{\"name\": \"N\"}"[..]);
    assert!(exchange.request_headers.contains_key("authorization"));
    assert_eq!(exchange.status, Some(StatusCode::UNAUTHORIZED));
    assert!(exchange.response_headers.contains_key("content-type") && !exchange.response_body.is_empty());
    client.appliance.control().capture(false);
    client.get("/jump-group").expect(200);
    assert_eq!(client.appliance.log().len(), 1);
}
