//! Jump Items, Jump Clients, Jumpoints: copies, installers, schedules.

use std::process::Command;
use std::time::Duration;

use serde_json::json;

use super::client::Client;

#[test]
fn copies_answer_with_the_new_id() {
    let client = Client::pra();
    let body = json!({ "name": "copy", "jump_group_id": 2, "jump_group_type": "shared" });
    let reply = client.post("/jump-item/shell-jump/1/copy", body.clone()).expect(200);
    assert_eq!(reply.json["success"], "1");
    assert!(reply.json["action"].is_string());
    let copy = client.get(&format!("/jump-item/shell-jump/{}", reply.json["destId"])).expect(200);
    let original = client.get("/jump-item/shell-jump/1").expect(200);
    assert_eq!((&copy.json["name"], &copy.json["hostname"]), (&json!("copy"), &original.json["hostname"]));
    client.post("/jump-item/shell-jump/1/copy", json!({ "name": "copy" })).expect(422);
    client
        .post(
            "/jump-item/shell-jump/1/copy",
            json!({ "name": "c", "jump_group_id": 99, "jump_group_type": "shared" }),
        )
        .expect(422);
    client.post("/jump-item/shell-jump/9999/copy", body).expect(404);
    let body = json!({ "name": "c", "jump_group_id": 2, "jump_group_type": "shared" });
    assert!(client.post("/jump-client/1/copy", body).expect(200).json["destId"].is_i64());
}

#[test]
fn a_copy_without_a_body_is_refused_with_all_that_is_missing() {
    let client = Client::pra();
    for path in ["/jump-item/shell-jump/1/copy", "/jump-client/1/copy"] {
        for reply in [client.post(path, json!({})), client.raw("POST", &format!("/api/config/v1{path}"), b"")]
        {
            let errors = &reply.expect(422).json["errors"];
            for field in ["name", "jump_group_id", "jump_group_type"] {
                assert!(errors[field].is_array(), "{path}: {errors}");
            }
        }
    }
}

#[test]
fn installers_of_jump_clients_expire() {
    let client = Client::pra();
    let made = client
        .post("/jump-client/installer", json!({ "jump_group_id": 1, "valid_duration": 10 }))
        .expect(201);
    assert_eq!(made.json["expiration_timestamp"], "2026-01-01T00:10:00+00:00");
    let id = made.json["installer_id"].as_str().unwrap();
    assert_eq!(id.len(), 32);
    assert!(made.json["key_info"]["encodedInfo"].is_string());
    for platform in
        ["linux-64", "raspberry-pi-32-headless", "mac-dmg", "mac-zip", "windows-64-msi", "windows-32-msi"]
    {
        let reply = client.get(&format!("/jump-client/installer/{id}/{platform}")).expect(200);
        assert_eq!(reply.header("content-type"), "application/x-executable");
        assert_eq!(reply.header("content-length"), reply.bytes.len().to_string());
        assert!(reply.header("content-disposition").contains("filename=\"jump-client-"));
    }
    let refused = client.get(&format!("/jump-client/installer/{id}/solaris"));
    assert!(refused.status.is_client_error());
    assert!(
        client.get(&format!("/jump-client/installer/{}", made.id())).json["key_info"]
            .get("encodedInfo")
            .is_none()
    );
    client.appliance.control().advance(Duration::from_secs(600));
    client.get(&format!("/jump-client/installer/{id}/linux-64")).expect(404);
}

#[test]
fn the_installer_of_a_jumpoint_is_refused_when_its_nodes_are_there() {
    let client = Client::pra();
    client.get("/jumpoint/1/installer").expect(200);
    client.get("/jumpoint/2/installer").expect(422);
    let made = client
        .post("/jumpoint", json!({ "name": "vpc", "platform": "linux-x86", "shell_jump_enabled": true }))
        .expect(201);
    assert_eq!((&made.json["connected"], &made.json["docker_deploy_key"]), (&json!(false), &json!("")));
    let path = format!("/jumpoint/{}", made.id());
    client.get(&format!("{path}/installer")).expect(200);
    assert!(client.appliance.control().connect_jumpoint(made.id()));
    client.get(&format!("{path}/installer")).expect(422);
    assert_eq!(client.get(&path).json["connected"], true);
    assert_eq!(client.get(&format!("{path}/node")).expect(200).len(), 1);
}

#[cfg(unix)]
#[test]
fn the_installer_of_a_linux_jumpoint_runs_in_a_shell() {
    let client = Client::pra();
    let reply = client.get("/jumpoint/6/installer").expect(200);
    assert!(reply.header("content-disposition").starts_with("attachment; filename=\"jumpoint-6"));
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("installer");
    std::fs::write(&script, &reply.bytes).unwrap();
    let target = folder.path().join("with blank");
    let run = |program: &std::path::Path, arguments: &[&str]| {
        let output = Command::new("sh").arg(program).args(arguments).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(run(&script, &["--install-dir", target.to_str().unwrap(), "--user", "jump"]).0, 0);
    let init = target.join("init-script");
    // The file is executable as it stands.
    let direct = Command::new(&init).arg("status").output().unwrap();
    assert_eq!(direct.status.code(), Some(3));
    assert_eq!(run(&init, &["start"]), (0, "jumpoint 6 started\n".to_owned()));
    assert_eq!(run(&init, &["status"]), (0, "jumpoint 6 is running\n".to_owned()));
    assert_eq!(run(&init, &["stop"]).0, 0);
    assert_eq!(run(&script, &["--colour", "red"]).0, 2);
}

#[test]
fn a_schedule_is_shown() {
    let client = Client::pra();
    let reply = client.get("/jump-policy/1/schedule").expect(200);
    assert_eq!(
        reply.json["entries"][0],
        json!({ "start_day": 0, "start_time": "07:00", "end_day": 0, "end_time": "19:00" })
    );
    let made = client.post("/jump-policy", json!({ "display_name": "new" })).expect(201);
    assert_eq!(
        client.get(&format!("/jump-policy/{}/schedule", made.id())).expect(200).json,
        json!({ "timezone": "UTC", "entries": [] })
    );
}
