//! The Backup API.

use std::io::Read;

use flate2::read::GzDecoder;
use http_body::Body;
use serde_json::json;

use super::client::{Client, Reply, now};
use crate::{Appliance, BackupFailure, Fault};

fn backup(client: &Client, body: &str) -> Reply {
    client.raw("POST", "/api/backup", body.as_bytes())
}

fn unpacked(bytes: &[u8]) -> (String, Vec<u8>) {
    let mut file = GzDecoder::new(bytes);
    let mut content = Vec::new();
    file.read_to_end(&mut content).unwrap();
    let comment = file.header().unwrap().comment().unwrap();
    (String::from_utf8(comment.to_vec()).unwrap(), content)
}

#[test]
fn a_backup_has_the_size_that_was_set_and_is_whole_gzip() {
    let block = 65_540;
    for extra in [0, 1, 13, 14, 15, 100, 4_000] {
        for blocks in [0, 1, 2, 3] {
            let size = 100 + blocks * block + extra;
            let client = Client::new(Appliance::pra().backup_size(size));
            let reply = client.raw("GET", "/api/backup", b"").expect(200);
            assert_eq!(u64::try_from(reply.bytes.len()).unwrap(), size);
            assert_eq!(reply.header("content-length"), size.to_string());
            let (comment, _) = unpacked(&reply.bytes);
            assert!(comment.contains("bt-sra simulated backup") && comment.contains("product=pra"));
        }
    }
    // Every rest, so that those without room for a frame are among them.
    let client = Client::pra();
    for size in 65_620..65_640 {
        let mut backup = client.appliance.control().backup();
        backup.size = size;
        client.appliance.control().set_backup(backup);
        let reply = client.raw("GET", "/api/backup", b"").expect(200);
        assert_eq!(u64::try_from(reply.bytes.len()).unwrap(), size);
        unpacked(&reply.bytes);
    }
}

#[test]
fn it_follows_from_the_seed_and_the_password() {
    let (one, other) = (Client::rs(), Client::rs());
    let of = |body: &str| backup(&one, body).expect(200).bytes;
    assert_eq!(of(""), backup(&other, "").expect(200).bytes);
    assert_eq!(of(""), one.raw("GET", "/api/backup.ns", b"").expect(200).bytes);
    let (plain, shut) = (of(""), of(r#"{"password": "horse"}"#));
    assert_eq!(shut, of(r#"{"password": "horse"}"#));
    assert_ne!(shut, of(r#"{"password": "battery"}"#));
    assert!(unpacked(&plain).0.contains("password=no") && unpacked(&shut).0.contains("password=yes"));
    assert_ne!(unpacked(&plain).1, unpacked(&shut).1);
    let elsewhere = Client::pra();
    assert_ne!(of(""), backup(&elsewhere, "").expect(200).bytes);
}

#[test]
fn two_gibibytes_are_made_while_they_are_sent() {
    let client = Client::new(Appliance::pra().backup_size(2 << 30));
    let head = client.raw("HEAD", "/api/backup", b"").expect(200);
    assert_eq!((head.header("content-length"), head.bytes.len()), ("2147483648", 0));
    let request = http::Request::get("/api/backup")
        .header("authorization", format!("Bearer {}", client.token))
        .body(bytes::Bytes::new())
        .unwrap();
    let mut body = now(client.appliance.handle(request)).unwrap().into_body();
    let (mut length, mut greatest) = (0, 0);
    // The first 16 MiB tell enough.
    while length < 16 << 20 {
        let frame = now(std::future::poll_fn(|context| std::pin::Pin::new(&mut body).poll_frame(context)));
        let piece = frame.unwrap().unwrap().into_data().unwrap();
        greatest = greatest.max(piece.len());
        length += piece.len();
    }
    assert!(greatest < 70_000, "{greatest}");
}

#[test]
fn what_is_wrong_is_refused() {
    let client = Client::pra();
    for (body, status, word) in [
        ("[]", 422, "not a JSON object"),
        ("{", 422, "not a JSON object"),
        (r#"{"password": 5}"#, 422, "password"),
        (r#"{"password": "a", "pasword": "a"}"#, 401, "pasword"),
    ] {
        let reply = backup(&client, body).expect(status);
        assert!(reply.json.to_string().contains(word), "{body}: {}", reply.json);
    }
    let allowed = client.raw("PATCH", "/api/backup", b"").expect(405);
    assert_eq!(allowed.header("allow"), "GET,HEAD,POST");
    let bare = Client { token: "x".to_owned(), appliance: client.appliance.clone() };
    assert_eq!(backup(&bare, "").expect(401).json["error"], "access_denied");
    client.appliance.control().permit(&client.appliance.client_id(), "perm_backup", false);
    assert!(backup(&client, "").expect(403).json["message"].is_string());
}

#[test]
fn failures_come_with_200() {
    let client = Client::pra();
    for (failure, expected) in [
        (BackupFailure::InvalidCredentials, "Invalid credentials"),
        (BackupFailure::JsonError, "\"error\""),
        (BackupFailure::ErrorPage, "<html>"),
        (BackupFailure::Empty, ""),
    ] {
        let mut backup = client.appliance.control().backup();
        backup.failure = Some(failure);
        client.appliance.control().set_backup(backup);
        let reply = self::backup(&client, r#"{"password": "horse"}"#).expect(200);
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.contains(expected) && (text.is_empty() == expected.is_empty()), "{text}");
    }
}

#[test]
fn name_and_length_are_told_on_demand_and_bodies_break_off() {
    let client = Client::pra();
    let control = client.appliance.control();
    let first = backup(&client, "").expect(200);
    assert_eq!(first.header("content-disposition"), "");
    let mut settings = control.backup();
    (settings.named, settings.stated) = (true, false);
    control.set_backup(settings);
    let reply = backup(&client, "").expect(200);
    assert!(reply.header("content-disposition").ends_with(".nsb\""));
    assert_eq!((reply.header("content-length"), &reply.bytes), ("", &first.bytes));
    control.fault(Fault::truncated(1_000).on_path("/api/backup"));
    let request = http::Request::get("/api/backup")
        .header("authorization", format!("Bearer {}", client.token))
        .body(bytes::Bytes::new());
    let body = now(client.appliance.handle(request.unwrap())).unwrap().into_body();
    assert!(now(http_body_util::BodyExt::collect(body)).is_err());
}

#[test]
fn requests_count_and_a_state_keeps_the_settings() {
    let appliance = Appliance::pra().clock(bt_sra_core::ManualClock::new()).seed(7).build();
    let token = super::client::token(&appliance, &appliance.client_id(), &appliance.client_secret());
    let client = Client { appliance, token };
    let left = |reply: &Reply| reply.header("x-ratelimit-remaining").parse::<i64>().unwrap();
    let (first, second) = (backup(&client, "").expect(200), backup(&client, "").expect(200));
    assert_eq!(left(&first) - left(&second), 1);
    for _ in 0..17 {
        backup(&client, "").expect(200);
    }
    backup(&client, "").expect(429);
    let mut settings = client.appliance.control().backup();
    settings.size = 70_000;
    client.appliance.control().set_backup(settings);
    let state = client.appliance.control().save().unwrap();
    let other = Client::new(Appliance::pra().seed(8));
    other.appliance.control().load(&state).unwrap();
    assert_eq!(other.appliance.control().backup(), settings);
    let mut old = state;
    old["switches"].as_object_mut().unwrap().shift_remove("backup");
    other.appliance.control().load(&old).unwrap();
    assert_eq!(json!(other.appliance.control().backup().size), 65_536);
}
