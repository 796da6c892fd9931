//! Health, failover, and the synchronization of data.

use bytes::Bytes;
use http::Request;
use serde_json::json;

use super::super::client::{Client, Reply, send};
use super::both;

fn monitor(client: &Client) -> Reply {
    send(&client.appliance, Request::get("/check_health").body(Bytes::new()).unwrap())
}

#[test]
fn health_is_told_with_a_token_and_without() {
    for client in both() {
        let health = client.action("check_health");
        for (name, value) in [
            ("appliance", "appliance-a.example.com"),
            ("success", "1"),
            ("failover_role", "primary"),
            ("ip", "203.0.113.10"),
            ("last_data_sync_time", "2025-12-31T23:50:00+00:00"),
        ] {
            assert_eq!(health.text(name), value, "{name}");
        }
        assert!(health.0.contains("<last_data_sync_time ts=\""));
        assert!(health.text("version").ends_with("-0123456789abcdef0123456789abcdef01234567)"));
        assert_eq!(monitor(&client).status, 200);
        client.trigger(json!({ "trigger": "health_fails", "message": "A disk has failed." }));
        let health = client.action("check_health");
        assert_eq!(
            (health.text("success"), health.text("error_message")),
            ("0".into(), "A disk has failed.".into())
        );
        assert_eq!(monitor(&client).status, 500);
        client.trigger(json!({ "trigger": "health_recovers" }));
        assert_eq!(client.action("check_health").count("error_message"), 0);
        let post = Request::post("/check_health").body(Bytes::new()).unwrap();
        assert_eq!(send(&client.appliance, post).status, 405);
    }
}

#[test]
fn without_failover_its_elements_are_missing() {
    let client = Client::rs();
    client.trigger(json!({ "trigger": "failover_configured", "on": false }));
    client.trigger(json!({ "trigger": "shared_ip_set", "address": "203.0.113.10", "on": false }));
    let health = client.action("check_health");
    assert_eq!(health.text("failover_role"), "none");
    for name in ["enabled_shared_ips", "last_data_sync_time", "last_data_sync_status", "error_message"] {
        assert_eq!(health.count(name), 0, "{name}");
    }
    client.action("set_failover_role&role=backup").error("Failover is not configured");
    assert_eq!(client.action("get_appliances").count("appliance"), 1);
    let pra = Client::pra();
    pra.trigger(json!({ "trigger": "failover_configured", "on": false }));
    assert_eq!(pra.action("check_health").count("enabled_shared_ips"), 0, "PRA shares none without a pair");
    client.trigger(json!({ "trigger": "shared_ip_set", "address": "203.0.113.10", "on": true }));
    assert_eq!(client.action("check_health").count("enabled_shared_ips"), 1);
    client.trigger(json!({ "trigger": "failover_configured", "on": true }));
    assert_eq!(client.action("get_appliances").count("appliance"), 2);
    assert!(client.no_trigger(json!({ "trigger": "failover_configured", "on": true })).contains("already"));
    assert!(
        client.no_trigger(json!({ "trigger": "shared_ip_set", "address": "x", "on": true })).contains('x')
    );
}

#[test]
fn roles_change_at_once_or_after_the_data() {
    let mut client = Client::rs();
    for (query, error) in [
        ("set_failover_role", "Missing required parameter: role"),
        ("set_failover_role&role=boss", "Invalid value for parameter: role"),
        ("set_failover_role&role=backup&force=yes", "Invalid value for parameter: force"),
        ("set_failover_role&role=primary", "The appliance has this role already"),
    ] {
        client.action(query).error(error);
    }
    client.action("set_failover_role&role=backup").success("Successfully changed role.");
    let appliances = client.action("get_appliances");
    assert!(appliances.0.find("backup") < appliances.0.find("primary"));
    client.trigger(json!({ "trigger": "data_sync_takes", "seconds": 90 }));
    client
        .action("set_failover_role&role=primary&data_sync_first=1")
        .success("Successfully started data sync. Role change will occur upon successful completion.");
    // Everybody is disconnected, and nothing else can be done.
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 0);
    client
        .action("generate_session_key&type=support&queue_id=general")
        .error("Data synchronization is in progress");
    let team = json!({ "name": "Late", "code_name": "late" });
    assert_eq!(
        client.post("/team", team.clone()).expect(422).json["message"],
        "Data synchronization is in progress"
    );
    client.patch("/team/1", json!({ "name": "Later" })).expect(422);
    client.delete("/team/1").expect(422);
    client.get("/team/1").expect(200);
    for order in [
        json!({ "trigger": "user_logs_in", "id": 2 }),
        json!({ "trigger": "session_begins" }),
        json!({ "trigger": "invited_user_joins" }),
        json!({ "trigger": "session_transferred", "queue": "team:1" }),
    ] {
        assert!(client.no_trigger(order).contains("disconnected"));
    }
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": 1 }));
    client.later(89);
    assert_eq!(client.action("check_health").text("failover_role"), "backup");
    client.later(1);
    let health = client.action("check_health");
    assert_eq!(health.text("failover_role"), "primary");
    assert_eq!(health.text("last_data_sync_time"), "2026-01-01T00:01:30+00:00");
    client.post("/team", team).expect(201);
    client.trigger(json!({ "trigger": "user_logs_in", "id": 2 }));
}

#[test]
fn a_lost_peer_stands_in_the_way() {
    let mut client = Client::pra();
    client.trigger(json!({ "trigger": "peer_reachable", "on": false }));
    client.action("set_failover_role&role=backup").error("The peer cannot be reached");
    client
        .action("set_failover_role&role=backup&data_sync_first=1&force=1")
        .error("The peer cannot be reached");
    let before = client.action("check_health").text("last_data_sync_time");
    client.later(7_200);
    let health = client.action("check_health");
    assert_eq!(health.text("last_data_sync_time"), before);
    assert_eq!(health.text("last_data_sync_status"), "The peer could not be reached.");
    client.action("set_failover_role&role=backup&force=1").success("Successfully changed role.");
}

#[test]
fn data_are_synchronized_by_themselves() {
    let mut client = Client::pra();
    let last = |client: &Client| client.action("check_health").text("last_data_sync_time");
    client.later(3_000);
    assert_eq!(last(&client), "2025-12-31T23:50:00+00:00");
    assert!(client.action("check_health").text("last_data_sync_status").contains("in progress"));
    client.later(30);
    assert_eq!(last(&client), "2026-01-01T00:50:30+00:00");
    client.later(400 * 86_400);
    assert!(last(&client).starts_with("2027-02-05T00:"), "{}", last(&client));
    client.trigger(json!({ "trigger": "data_sync_begins" }));
}
