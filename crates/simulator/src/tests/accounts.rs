//! API accounts that are disabled, locked, or bound to addresses.

use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::Request;
use serde_json::json;

use super::client::{Client, Reply, ask_token, send, token};

/// Asks for a list with the client's token, from an address.
fn from(client: &Client, address: &str) -> Reply {
    let address: IpAddr = address.parse().unwrap();
    let request = Request::get("/api/config/v1/team")
        .header("authorization", format!("Bearer {}", client.token))
        .extension(address);
    send(&client.appliance, request.body(Bytes::new()).unwrap())
}

#[test]
fn the_tokens_of_a_disabled_account_are_dead_for_good() {
    let client = Client::pra();
    let old = client.get("/team").expect(200);
    assert!(old.len() > 0);
    client.trigger(json!({ "trigger": "api_account_disabled", "id": 1 }));
    assert_eq!(client.get("/team").expect(401).json["error"], "access_denied");
    let credentials = format!("{}:{}", client.appliance.client_id(), client.appliance.client_secret());
    ask_token(&client.appliance, Some(&credentials), "grant_type=client_credentials").expect(401);
    client.trigger(json!({ "trigger": "api_account_enabled", "id": 1 }));
    client.get("/team").expect(401);
    let (id, secret) = (client.appliance.client_id(), client.appliance.client_secret());
    let fresh = Client { token: token(&client.appliance, &id, &secret), appliance: client.appliance.clone() };
    fresh.get("/team").expect(200);
    assert_eq!(fresh.get("/api-account/1").json["enabled"], true);
}

#[test]
fn an_account_is_good_only_from_the_addresses_on_its_list() {
    let client = Client::pra();
    from(&client, "203.0.113.9").expect(200);
    let list = "192.0.2.0/24\n2001:db8::/32";
    client.trigger(json!({ "trigger": "api_account_restricted", "id": 1, "ip_addresses": list }));
    from(&client, "192.0.2.77").expect(200);
    from(&client, "2001:db8::7").expect(200);
    assert_eq!(from(&client, "203.0.113.9").expect(401).json["error"], "access_denied");
    // Without an address a request comes from loopback.
    client.get("/team").expect(401);
    let credentials = format!("{}:{}", client.appliance.client_id(), client.appliance.client_secret());
    let ask = |address: &str| {
        let address: IpAddr = address.parse().unwrap();
        let request = Request::post("/oauth2/token")
            .header("authorization", format!("Basic {}", STANDARD.encode(&credentials)))
            .extension(address)
            .body(Bytes::from_static(b"grant_type=client_credentials"));
        send(&client.appliance, request.unwrap())
    };
    ask("203.0.113.9").expect(401);
    ask("192.0.2.1").expect(200);
    let wrong = json!({ "trigger": "api_account_restricted", "id": 1, "ip_addresses": "here" });
    assert!(client.no_trigger(wrong).contains("`here`"));
    client.trigger(json!({ "trigger": "api_account_restricted", "id": 1, "ip_addresses": "" }));
    assert_eq!(client.get("/api-account/1").expect(200).json["ip_addresses"], "");
}

#[test]
fn a_lock_that_has_run_out_is_no_longer_shown() {
    let mut client = Client::pra();
    let accounts = client.appliance.accounts();
    for _ in 0..5 {
        let wrong = format!("{}:wrong", accounts[1].client_id);
        ask_token(&client.appliance, Some(&wrong), "grant_type=client_credentials").expect(401);
    }
    let locked = client.get("/api-account/2").json;
    assert_eq!(
        (&locked["failed_login_attempts"], &locked["failed_login_expiration"]),
        (&json!(5), &json!("2026-01-01T00:10:00+00:00"))
    );
    client.later(600);
    let open = client.get("/api-account/2").json;
    assert_eq!((&open["failed_login_attempts"], &open["failed_login_expiration"]), (&json!(0), &json!("")));
}
