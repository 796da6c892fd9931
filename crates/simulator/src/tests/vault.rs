//! Vault accounts: their secrets, who holds them, where they are.

use serde_json::json;

use super::client::Client;

#[test]
fn secrets_are_checked_out_by_kind_and_never_shown_otherwise() {
    let client = Client::pra();
    for (body, secret, value) in [
        (
            json!({ "type": "username_password", "name": "p", "username": "u", "password": "pw+/=" }),
            "password",
            "pw+/=",
        ),
        (
            json!({ "type": "ssh", "name": "s", "username": "u", "private_key": "hush" }),
            "private_key",
            "hush",
        ),
        (
            json!({ "type": "ssh_ca", "name": "c", "username": "u", "private_key": "hush" }),
            "private_key",
            "hush",
        ),
        (json!({ "type": "opaque_token", "name": "t", "token": "tk" }), "token", "tk"),
    ] {
        let made = client.post("/vault/account", body.clone()).expect(201);
        assert!(made.json.get(secret).is_none(), "{}", made.json);
        let path = format!("/vault/account/{}", made.id());
        client.post(&format!("{path}/check-in"), json!({})).expect(422);
        let out = client.post(&format!("{path}/check-out"), json!({})).expect(200);
        assert_eq!((&out.json[secret], &out.json["type"]), (&json!(value), &body["type"]));
        assert!(out.json["username"].is_string());
        assert_eq!(out.json.get("signed_public_cert").is_some(), body["type"] == "ssh_ca");
        let shown = client.get(&path).expect(200);
        assert_eq!(shown.json["last_checkout_timestamp"], "2026-01-01T00:00:00+00:00");
        assert!(!String::from_utf8_lossy(&shown.bytes).contains(value), "{}", shown.json);
        assert_eq!(shown.json.get("public_key").is_some(), secret == "private_key");
        assert_eq!(client.post(&format!("{path}/check-in"), json!({})).expect(200).json, json!({}));
    }
}

#[test]
fn certificate_authorities_are_told_apart_and_cannot_be_checked_out() {
    let client = Client::pra();
    let generated = json!({
        "type": "x509_ca", "name": "g", "subject": "CN=g", "ttl": "365",
        "key_algorithm": "rsa_2048", "cert_digest_algorithm": "sha256",
    });
    let made = client.post("/vault/account", generated.clone()).expect(201);
    assert!(made.json["x509_cert"].as_str().unwrap().starts_with("-----BEGIN CERTIFICATE-----"));
    let imported = json!({ "type": "x509_ca", "name": "i", "x509_key": "k", "x509_key_passphrase": "p", "x509_cert": "c" });
    let other = client.post("/vault/account", imported).expect(201);
    assert!(other.json.get("subject").is_none() && other.json.get("x509_key").is_none());
    client.post(&format!("/vault/account/{}/check-out", made.id()), json!({})).expect(422);
    let listed = client.get("/vault/account?name=g").json[0].clone();
    assert!(listed.get("account_group_id").is_none(), "{listed}");
    let mut number = generated;
    number["name"] = json!("n");
    number["ttl"] = json!(730);
    client.post("/vault/account", number).expect(201);
    let client_account = |parent: i64, name: &str| {
        json!({
            "type": "x509_csr", "name": name, "parent_x509": parent, "subject": "CN=x", "ttl": "60",
            "key_algorithm": "rsa_2048", "cert_digest_algorithm": "sha256",
        })
    };
    client.post("/vault/account", client_account(made.id(), "x")).expect(201);
    client.post("/vault/account", client_account(1, "y")).expect(422);
    client.delete(&format!("/vault/account/{}", made.id())).expect(422);
}

#[test]
fn personal_accounts_are_out_of_reach() {
    let client = Client::pra();
    let list = client.get("/vault/account?include_personal=true").json;
    let personal = list.as_array().unwrap().iter().find(|row| row["personal"] == true).unwrap();
    assert!(personal["owner_user_id"].is_i64() && personal.get("account_group_id").is_none());
    let name = personal["name"].as_str().unwrap().replace(' ', "%20");
    let found =
        |filter: &str| client.get(&format!("/vault/account?include_personal=true&name={name}{filter}")).len();
    assert_eq!((found(""), found("&account_group_id=1")), (1, 0), "it is in no group");
    let path = format!("/vault/account/{}", personal["id"]);
    assert!(client.delete(&path).expect(403).bytes.is_empty());
    client.post(&format!("{path}/user"), json!({ "user_id": 2 })).expect(403);
    client.get(&path).expect(200);
}

#[test]
fn accounts_move_between_groups() {
    let client = Client::pra();
    assert_eq!(
        client.post("/vault/account-group/3/account", json!({ "account_id": 1 })).expect(201).json,
        json!({ "account_id": 1, "account_group_id": 3 })
    );
    client.get("/vault/account-group/1/account/1").expect(404);
    client.get("/vault/account-group/3/account/1").expect(200);
    client.delete("/vault/account-group/3/account/1").expect(204);
    client.get("/vault/account-group/1/account/1").expect(200);
    client.post("/vault/account-group/3/account", json!({ "account_id": 999 })).expect(422);
    client.post("/vault/account-group/3/account", json!({})).expect(422);
}

#[test]
fn endpoints_find_their_remote_desktops() {
    let client = Client::pra();
    let candidates = client.get("/vault/endpoint/2/remote-rdp-jump-item-candidates").expect(200);
    let id = candidates.json[0]["id"].as_i64().unwrap();
    client.post("/vault/endpoint/2/remote-rdp-jump-item-association", json!({ "id": id })).expect(201);
    assert_eq!(client.get("/jump-item/remote-rdp?endpoint_id=2").json[0]["id"], id);
    assert_eq!(
        client.get("/vault/endpoint/2/remote-rdp-jump-item-candidates").expect(200).len(),
        candidates.len() - 1
    );
}
