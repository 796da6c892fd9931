//! The JSON Command API.

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::client::{Client, Reply, send};

impl Client {
    fn v2(&self, method: &str, path: &str, body: &str) -> Reply {
        let media = if body.is_empty() { None } else { Some("application/json") };
        self.v2_with(method, path, body, media, Some("application/json"))
    }

    fn v2_with(
        &self,
        method: &str,
        path: &str,
        body: &str,
        media: Option<&str>,
        accept: Option<&str>,
    ) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/command/v2{path}"))
            .header("host", "access.example.com")
            .header("authorization", format!("Bearer {}", self.token));
        for (name, value) in [("content-type", media), ("accept", accept)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        send(&self.appliance, request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap())
    }

    fn read(&self, path: &str) -> Value {
        self.v2("GET", path, "").expect(200).json
    }
}

fn both() -> [Client; 2] {
    [Client::pra(), Client::rs()]
}

#[test]
fn the_same_people_and_sessions_are_seen() {
    let client = Client::pra();
    let users = client.read("/user");
    assert_eq!(users.as_array().unwrap().len(), 3);
    let name = client.get("/user?per_page=50").json[1]["public_display_name"].clone();
    let first = json!({
        "id": 2,
        "type": "normal",
        "display_name": name,
        "logged_in_since": "2025-12-31T22:30:00+00:00",
        "session_count": 1,
    });
    assert_eq!(users[0], first);
    let consoles = client.read("/client?type=access_console");
    let lsid = client.lsids()[0].clone();
    assert_eq!(consoles[0]["session_lsids"], json!([lsid]));
    assert_eq!((&consoles[0]["user_id"], &consoles[0]["timezone_offset"]), (&json!(2), &json!("0")));
    let assets = client.read("/client?type=asset_client");
    assert_eq!(assets[0]["lsid"], lsid);
    assert!(assets[0].get("non_interactive").is_none());
    assert_eq!(assets[1]["non_interactive"], "shell");
    assert_eq!(client.read("/client").as_array().unwrap().len(), 11);
    let one = client.read(&format!("/client/{}", consoles[0]["id"]));
    assert_eq!(one, consoles[0]);
    let connections = client.read(&format!("/client/{}/connections", consoles[0]["id"]));
    assert_eq!(connections["connections"][0]["connected_since"], "2025-12-31T22:30:00+00:00");
    assert_eq!(connections["events"][0]["message"], "Connected");
    let appliance = client.read("/appliance");
    assert_eq!(
        (&appliance[0]["failover_role"], &appliance[1]["failover_role"]),
        (&json!("primary"), &json!("backup"))
    );
    let count = client.read("/appliance/client-count");
    assert_eq!(
        count,
        json!([{ "id": appliance[0]["id"], "access_consoles": 3, "asset_clients": 2, "gateways": 6 }])
    );
    assert_eq!(client.read("/appliance/client-count?type=gateway")[0]["access_consoles"], 0);
    client.v2("POST", "/user/2/logout", "").expect(204);
    client.v2("GET", &format!("/client/{}", consoles[0]["id"]), "").expect(404);
    // The same state as in XML.
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 2);
}

#[test]
fn an_account_is_told_what_it_may() {
    let client = Client::pra();
    let info = client.read("/info");
    assert_eq!(
        (&info["product"], &info["current_time"]),
        (&json!("pra"), &json!("2026-01-01T00:00:00+00:00"))
    );
    assert_eq!(info["permissions"]["perm_command"], "full_access");
    let inventory = client.by("Inventory").read("/info");
    for (name, value) in [
        ("perm_command", json!("read_only")),
        ("perm_configuration", json!(true)),
        ("perm_reporting_session", json!(false)),
        ("perm_reporting_asset", json!(true)),
    ] {
        assert_eq!(inventory["permissions"][name], value, "{name}");
    }
    assert_eq!(client.by("Reporting").read("/info")["permissions"]["perm_command"], "deny");
}

#[test]
fn levels_refuse_with_403() {
    let client = Client::pra();
    let lsid = client.lsids()[0].clone();
    let (reads, none) = (client.by("Inventory"), client.by("Reporting"));
    for path in
        ["/health", "/appliance", "/client", "/user", "/appliance/client-count", &format!("/session/{lsid}")]
    {
        reads.v2("GET", path, "").expect(200);
        none.v2("GET", path, "").expect(403);
    }
    for (method, path) in [
        ("POST", "/user/2/logout".to_owned()),
        ("POST", "/failover-role".to_owned()),
        ("PATCH", format!("/session/{lsid}")),
        ("DELETE", format!("/session/{lsid}")),
    ] {
        reads.v2(method, &path, "").expect(403);
        none.v2(method, &path, "").expect(403);
    }
}

#[test]
fn attributes_are_read_and_set() {
    for client in both() {
        let lsid = client.lsids()[1].clone();
        let path = format!("/session/{lsid}");
        let patch = |body: Value| client.v2("PATCH", &path, &body.to_string());
        let done = patch(json!({ "ticket_ref": "A", "external_key": "B" })).expect(200);
        assert_eq!(done.json["message"], "Session attributes were set");
        let all = client.read(&path);
        assert_eq!(
            all[1],
            json!({ "code_name": "ticket_ref", "display_name": "Ticket reference", "value": "A" })
        );
        patch(json!({ "ticket_ref": "" })).expect(200);
        assert_eq!(client.read(&path).as_array().unwrap().len(), 1);
        let wrong = patch(json!({ "rain": "1", "category": 1, "ticket_ref": "x".repeat(1_025) })).expect(422);
        for field in ["rain", "category", "ticket_ref"] {
            assert!(wrong.json["errors"][field][0].is_string(), "{field}: {}", wrong.json);
        }
        assert!(wrong.json["message"].is_string());
        let many: Value = (0..31)
            .map(|number| (format!("f{number}"), json!("x")))
            .collect::<serde_json::Map<_, _>>()
            .into();
        patch(many).expect(400);
        client.v2("PATCH", &path, "[]").expect(422);
        client.v2("PATCH", &path, "").expect(422);
        client.v2("PATCH", &path, "{}").expect(200);
        client.v2("PATCH", "/session/0", "{}").expect(404);
        client.v2("DELETE", &path, "").expect(204);
        for method in ["GET", "PATCH", "DELETE"] {
            client.v2(method, &path, "{}").expect(404);
        }
    }
}

#[test]
fn people_are_logged_out_once() {
    for client in both() {
        client.v2("POST", "/user/5/logout", "{}").expect(204);
        assert!(client.v2("POST", "/user/5/logout", "").expect(422).json["errors"].is_object());
        client.v2("POST", "/user/999/logout", "").expect(404);
        client.v2("POST", "/user/x/logout", "").expect(404);
        client.v2("POST", "/user/99999999999/logout", "").expect(404);
        client.v2("POST", "/user/2/logout", "{\"rain\": 1}").expect(400);
    }
}

#[test]
fn health_is_500_when_something_is_wrong() {
    for client in both() {
        let health = client.read("/health");
        assert_eq!(health["enabled_shared_ips"], json!(["203.0.113.10"]));
        assert_eq!(health["last_data_sync"], "2025-12-31T23:50:00+00:00");
        client.trigger(json!({ "trigger": "health_fails", "message": "Too hot." }));
        let health = client.v2("GET", "/health", "").expect(500).json;
        assert_eq!((&health["message"], &health["failover_role"]), (&json!("Too hot."), &json!("primary")));
        client.trigger(json!({ "trigger": "health_recovers" }));
        client.trigger(json!({ "trigger": "failover_configured", "on": false }));
        client.trigger(json!({ "trigger": "shared_ip_set", "address": "203.0.113.10", "on": false }));
        let health = client.read("/health");
        for name in ["enabled_shared_ips", "last_data_sync", "last_data_sync_status"] {
            assert!(health.get(name).unwrap().is_null(), "{name}");
        }
    }
}

#[test]
fn roles_change() {
    let mut client = Client::pra();
    let ask = |client: &Client, body: Value| client.v2("POST", "/failover-role", &body.to_string());
    for (body, field) in [
        (json!({}), "role"),
        (json!({ "role": "boss" }), "role"),
        (json!({ "role": "backup", "force": 1 }), "force"),
        (json!({ "role": "backup", "data_sync_first": "yes" }), "data_sync_first"),
    ] {
        assert!(ask(&client, body).expect(422).json["errors"][field].is_array(), "{field}");
    }
    ask(&client, json!({ "role": "backup", "rain": 1 })).expect(400);
    ask(&client, json!({ "role": "primary" })).expect(422);
    client.trigger(json!({ "trigger": "peer_reachable", "on": false }));
    ask(&client, json!({ "role": "backup" })).expect(500);
    client.trigger(json!({ "trigger": "peer_reachable", "on": true }));
    let begun = ask(&client, json!({ "role": "backup", "data_sync_first": true })).expect(200);
    assert!(begun.json["message"].as_str().unwrap().starts_with("Successfully started data sync"));
    assert_eq!(client.read("/user"), json!([]));
    ask(&client, json!({ "role": "backup" })).expect(422);
    client.later(30);
    assert_eq!(client.read("/appliance")[0]["failover_role"], "backup");
    ask(&client, json!({ "role": "primary" })).expect(200);
}

#[test]
fn methods_paths_and_parameters_are_checked() {
    let client = Client::pra();
    let lsid = client.lsids()[0].clone();
    for (path, allow) in [
        ("/info", "GET,HEAD"),
        ("/appliance/client-count", "GET,HEAD"),
        (&format!("/session/{lsid}"), "GET,HEAD,PATCH,DELETE"),
        ("/user/2/logout", "POST"),
        ("/failover-role", "POST"),
    ] {
        assert_eq!(client.v2("OPTIONS", path, "").expect(200).header("allow"), allow, "{path}");
        assert_eq!(client.v2("PUT", path, "").expect(405).header("allow"), allow, "{path}");
    }
    assert!(client.v2("HEAD", "/user", "").expect(200).bytes.is_empty());
    client.v2("HEAD", "/failover-role", "").expect(405);
    for path in ["", "/", "/nothing", "/client/0", "/client/x", "/client/1/", "/client//connections", "/%ff"]
    {
        client.v2("GET", path, "").expect(404);
    }
    for path in ["/user?page=1", "/health?x", "/client?kind=gateway"] {
        client.v2("GET", path, "").expect(400);
    }
    client.v2("GET", "/client?type=rain", "").expect(422);
    client.appliance.control().strict(false);
    client.v2("GET", "/user?page=1", "").expect(200);
    // What no source confirms of RS is not there.
    for path in ["/info", "/client", "/appliance/client-count", "/session-key", "/team"] {
        Client::rs().v2("GET", path, "").expect(404);
    }
}

#[test]
fn the_headers_of_the_document_are_asked_for() {
    for client in both() {
        let lsid = client.lsids()[0].clone();
        let path = format!("/session/{lsid}");
        let patch = |media: Option<&str>| {
            let body = "{\"external_key\": \"A\"}";
            client.v2_with("PATCH", &path, body, media, None).status.as_u16()
        };
        for media in [None, Some("application/x-www-form-urlencoded"), Some("text/plain"), Some("")] {
            assert_eq!(patch(media), 415, "{media:?}");
        }
        for media in ["application/json", "Application/JSON; charset=utf-8"] {
            assert_eq!(patch(Some(media)), 200, "{media}");
        }
        let read = |accept: &str| client.v2_with("GET", "/user", "", None, Some(accept)).status.as_u16();
        for accept in ["*/*", "application/json", "text/html, application/*;q=0.5", "APPLICATION/JSON;q=1"] {
            assert_eq!(read(accept), 200, "{accept}");
        }
        for accept in ["text/html", "application/xml", "application/json;q=0", "*"] {
            assert_eq!(read(accept), 406, "{accept}");
        }
        client.v2_with("GET", "/user", "", None, None).expect(200);
        client.v2_with("DELETE", &path, "", None, Some("text/html")).expect(406);
        // What is no JSON can be asked for as such.
        client.v2_with("GET", "/openapi.yaml", "", None, Some("application/yaml")).expect(200);
        client.v2_with("POST", "/user/5/logout", "", None, Some("text/html")).expect(204);
        client.appliance.control().strict(false);
        assert_eq!((patch(None), read("text/html")), (200, 200));
    }
}

#[test]
fn the_document_lists_what_is_there() {
    for (client, count) in [(Client::pra(), 14), (Client::rs(), 8)] {
        let reply = client.by("Reporting").v2("GET", "/openapi.yaml", "").expect(200);
        assert_eq!(reply.header("content-type"), "application/yaml");
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.starts_with("\"openapi\": \"3.0.0\""));
        assert_eq!(text.matches("\"operationId\"").count(), count);
        for (_, rest) in
            text.match_indices("#/components/schemas/").map(|(at, found)| (at, &text[at + found.len()..]))
        {
            let name = rest.split('"').next().unwrap();
            assert!(text.contains(&format!("    \"{name}\":\n")), "{name}");
        }
    }
}
