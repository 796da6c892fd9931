//! Tokens, accounts, permissions, rate limits.

use std::time::Duration;

use bt_sra_core::ManualClock;
use bytes::Bytes;
use http::Request;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use super::client::{Client, Reply, ask_token, send, token};
use crate::Appliance;

const GRANT: &str = "grant_type=client_credentials";

fn appliance() -> Appliance {
    Appliance::pra().clock(ManualClock::new()).build()
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn with_token(appliance: &Appliance, token: &str, path: &str) -> Reply {
    let request = Request::get(path).header("authorization", format!("Bearer {token}"));
    send(appliance, request.body(Bytes::new()).unwrap())
}

#[test]
fn all_three_ways_to_send_credentials_work() {
    let appliance = appliance();
    let (id, secret) = (appliance.client_id(), appliance.client_secret());
    let form = format!("{GRANT}&client_id={id}&client_secret={}", encoded(&secret));
    for (basic, form) in [
        (Some(format!("{id}:{secret}")), GRANT.to_owned()),
        (Some(format!("{id}:{}", encoded(&secret))), GRANT.to_owned()),
        (None, form),
    ] {
        let reply = ask_token(&appliance, basic.as_deref(), &form).expect(200);
        assert_eq!(reply.json["token_type"], "Bearer");
        assert_eq!(reply.json["expires_in"], 3600);
        assert_eq!(reply.json["access_token"].as_str().unwrap().len(), 40);
        assert_eq!(reply.header("content-type"), "application/json");
        assert_eq!(reply.header("x-ratelimit-limit"), "15000");
    }
}

#[test]
fn what_is_wrong_with_a_token_request_is_told() {
    let appliance = appliance();
    let (id, secret) = (appliance.client_id(), appliance.client_secret());
    let right = format!("{id}:{secret}");
    for (basic, form, status, error) in [
        (Some(format!("{id}:wrong")), GRANT, 401, "invalid_client"),
        (Some("nobody:wrong".to_owned()), GRANT, 401, "invalid_client"),
        (Some(right.clone()), "grant_type=password", 400, "unsupported_grant_type"),
        (Some(right), "", 400, "invalid_request"),
        (None, GRANT, 400, "invalid_request"),
    ] {
        let reply = ask_token(&appliance, basic.as_deref(), form).expect(status);
        assert_eq!(reply.json["error"], error);
        assert!(reply.json["message"].is_string());
    }
    let request = Request::get("/oauth2/token").body(Bytes::new()).unwrap();
    assert_eq!(send(&appliance, request).expect(405).header("allow"), "POST");
}

#[test]
fn a_token_dies_after_an_hour() {
    let appliance = appliance();
    let token = token(&appliance, &appliance.client_id(), &appliance.client_secret());
    appliance.control().advance(Duration::from_secs(3599));
    with_token(&appliance, &token, "/api/config/v1/team").expect(200);
    appliance.control().advance(Duration::from_secs(1));
    let reply = with_token(&appliance, &token, "/api/config/v1/team").expect(401);
    assert_eq!(reply.json["error"], "access_denied");
}

#[test]
fn missing_and_unknown_tokens_are_denied() {
    let appliance = appliance();
    with_token(&appliance, "x", "/api/config/v1/team").expect(401);
    let request = Request::get("/api/config/v1/team").body(Bytes::new()).unwrap();
    send(&appliance, request).expect(401);
}

#[test]
fn the_thirty_first_token_invalidates_the_oldest() {
    let appliance = Appliance::pra().clock(ManualClock::new()).limits(false).build();
    let (id, secret) = (appliance.client_id(), appliance.client_secret());
    let tokens: Vec<String> = (0..31).map(|_| token(&appliance, &id, &secret)).collect();
    assert_eq!(appliance.control().live_tokens(&id), 30);
    with_token(&appliance, &tokens[0], "/api/config/v1/team").expect(401);
    with_token(&appliance, &tokens[1], "/api/config/v1/team").expect(200);
    with_token(&appliance, &tokens[30], "/api/config/v1/team").expect(200);
    assert_eq!(appliance.counters().tokens_issued, 31);
}

#[test]
fn failures_lock_the_account_for_a_while() {
    let appliance = appliance();
    let (id, secret) = (appliance.client_id(), appliance.client_secret());
    for _ in 0..5 {
        ask_token(&appliance, Some(&format!("{id}:wrong")), GRANT).expect(401);
    }
    ask_token(&appliance, Some(&format!("{id}:{secret}")), GRANT).expect(401);
    let row = appliance.control().stored("/api-account", 1).unwrap();
    assert_eq!(row["failed_login_attempts"], 5);
    assert_eq!(row["failed_login_expiration"], "2026-01-01T00:10:00+00:00");
    appliance.control().advance(Duration::from_secs(600));
    ask_token(&appliance, Some(&format!("{id}:{secret}")), GRANT).expect(200);
    let row = appliance.control().stored("/api-account", 1).unwrap();
    assert_eq!(row["failed_login_attempts"], 0);
    assert_eq!(row["failed_login_expiration"], "");
}

#[test]
fn a_new_secret_kills_the_tokens_and_the_old_secret() {
    let appliance = appliance();
    let (id, secret) = (appliance.client_id(), appliance.client_secret());
    let old = token(&appliance, &id, &secret);
    let new_secret = appliance.control().regenerate_secret(&id).unwrap();
    with_token(&appliance, &old, "/api/config/v1/team").expect(401);
    ask_token(&appliance, Some(&format!("{id}:{secret}")), GRANT).expect(401);
    ask_token(&appliance, Some(&format!("{id}:{new_secret}")), GRANT).expect(200);
}

#[test]
fn accounts_can_do_what_their_permissions_say() {
    let appliance = appliance();
    let accounts = appliance.accounts();
    let tokens: Vec<String> = accounts[..3]
        .iter()
        .map(|account| token(&appliance, &account.client_id, &account.client_secret))
        .collect();
    for (token, path, status) in [
        (0, "team", 200),
        (0, "vault/account", 200),
        (1, "team", 200),
        (1, "vault/account", 403),
        (2, "team", 403),
        (2, "vault/account", 403),
    ] {
        with_token(&appliance, &tokens[token], &format!("/api/config/v1/{path}")).expect(status);
    }
    let retired = &accounts[3];
    ask_token(&appliance, Some(&format!("{}:{}", retired.client_id, retired.client_secret)), GRANT)
        .expect(401);
    appliance.control().enable_account(&accounts[0].client_id, false);
    with_token(&appliance, &tokens[0], "/api/config/v1/team").expect(401);
}

#[test]
fn the_twenty_first_request_of_a_second_is_refused() {
    let appliance = appliance();
    // The token request is the first of the twenty.
    let token = token(&appliance, &appliance.client_id(), &appliance.client_secret());
    for request in 2..=20 {
        let reply = with_token(&appliance, &token, "/api/config/v1/team").expect(200);
        assert_eq!(reply.header("x-ratelimit-remaining"), (15_000 - request).to_string());
    }
    let reply = with_token(&appliance, &token, "/api/config/v1/team").expect(429);
    assert_eq!(reply.header("x-ratelimit-limit"), "15000");
    assert_eq!(reply.header("x-ratelimit-remaining"), "14980");
    let counters = appliance.counters();
    assert_eq!((counters.rate_limited, counters.busiest_second, counters.requests), (1, 21, 21));
    appliance.control().advance(Duration::from_secs(1));
    with_token(&appliance, &token, "/api/config/v1/team").expect(200);
}

#[test]
fn each_account_has_limits_of_its_own_and_they_can_be_switched_off() {
    let appliance = appliance();
    let accounts = appliance.accounts();
    let tokens: Vec<String> = accounts[..2]
        .iter()
        .map(|account| token(&appliance, &account.client_id, &account.client_secret))
        .collect();
    for _ in 0..19 {
        with_token(&appliance, &tokens[0], "/api/config/v1/team").expect(200);
    }
    with_token(&appliance, &tokens[0], "/api/config/v1/team").expect(429);
    with_token(&appliance, &tokens[1], "/api/config/v1/team").expect(200);
    appliance.control().limits(false);
    let reply = with_token(&appliance, &tokens[0], "/api/config/v1/team").expect(200);
    assert_eq!(reply.header("x-ratelimit-limit"), "");
}

#[test]
fn credentials_do_not_show_their_secret() {
    let account = appliance().accounts().remove(0);
    assert!(!format!("{account:?}").contains(&account.client_secret));
}

#[test]
fn the_same_seed_gives_the_same_site() {
    let (one, two, other) = (
        Client::new(Appliance::pra()),
        Client::new(Appliance::pra()),
        Client::new(Appliance::pra().items(10)),
    );
    for path in
        ["/jump-item/shell-jump", "/user", "/api-account", "/jump-client/installer", "/vault/endpoint"]
    {
        assert_eq!(one.get(path).bytes, two.get(path).bytes, "{path}");
    }
    assert_ne!(one.get("/jump-item/shell-jump").bytes, other.get("/jump-item/shell-jump").bytes);
    assert_ne!(one.appliance.client_secret(), two.appliance.client_secret());
    assert_eq!(one.appliance.client_id(), two.appliance.client_id());
    assert_eq!(json!(one.appliance.client_id().len()), json!(40));
}
