//! Operations that are more than create, show, change and delete.

use std::io::{Cursor, Read};
use std::process::Command;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::client::{Client, send, token};
use crate::Appliance;

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
fn a_group_policy_is_copied_with_its_memberships() {
    let client = Client::pra();
    client.post("/group-policy/1/copy", json!({ "name": "Operators" })).expect(422);
    let copy = client.post("/group-policy/1/copy", json!({ "name": "Second" })).expect(201);
    for list in ["jump-group", "jumpoint", "team", "vault-account"] {
        let of = |id: i64| client.get(&format!("/group-policy/{id}/{list}")).json;
        assert_eq!(of(1), of(copy.id()), "{list}");
    }
    let users = |id: i64| -> Vec<Value> {
        client
            .get(&format!("/group-policy/{id}/member"))
            .json
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["user_id"].clone())
            .collect()
    };
    assert_eq!(users(1), users(copy.id()));
    assert_eq!(
        client.get(&format!("/group-policy/{}/vault-account-group", copy.id())).json[0]["group_policy_id"],
        copy.id()
    );
}

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
fn an_account_is_held_by_one_unless_its_policy_says_otherwise() {
    let appliance = Appliance::pra().limits(false).clock(bt_sra_core::ManualClock::new()).build();
    let accounts = appliance.accounts();
    appliance.control().permit(&accounts[1].client_id, "perm_configuration_vault_account", true);
    let [one, two] = [0, 1].map(|index: usize| Client {
        token: token(&appliance, &accounts[index].client_id, &accounts[index].client_secret),
        appliance: appliance.clone(),
    });
    let body = json!({ "type": "opaque_token", "name": "t", "token": "x" });
    let id = one.post("/vault/account", body).expect(201).id();
    let path = format!("/vault/account/{id}");
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
    two.post(&format!("{path}/check-out"), json!({})).expect(422);
    two.post(&format!("{path}/check-in"), json!({})).expect(422);
    two.post(&format!("{path}/force-check-in"), json!({})).expect(200);
    two.post(&format!("{path}/check-out"), json!({})).expect(200);
    one.patch(&path, json!({ "type": "opaque_token", "account_policy": "shared" })).expect(200);
    one.post(&format!("{path}/check-out"), json!({})).expect(200);
}

#[test]
fn a_rotation_takes_its_time() {
    let client = Client::pra();
    let id = client.get("/vault/account?type=windows_domain").json[0]["id"].as_i64().unwrap();
    let path = format!("/vault/account/{id}");
    let password =
        || client.post(&format!("{path}/check-out"), json!({})).expect(200).json["password"].clone();
    let old = password();
    client.post(&format!("{path}/rotate"), json!({})).expect(200);
    assert_eq!(password(), old);
    client.appliance.control().advance(Duration::from_secs(60));
    let new = password();
    assert_ne!(new, old);
    assert_eq!(password(), new);
    client.post("/vault/account/1/rotate", json!({})).expect(422);
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
fn an_association_is_own_or_inherited() {
    let client = Client::pra();
    let path = "/vault/account/2/jump-item-association";
    client.get(path).expect(404);
    client.patch(path, json!({ "filter_type": "no_jump_items" })).expect(404);
    client.delete(path).expect(404);
    client.post(path, json!({ "filter_type": "criteria" })).expect(422);
    let body =
        json!({ "filter_type": "criteria", "criteria": { "name": ["WEB-*"], "shared_jump_groups": [1] } });
    let made = client.post(path, body.clone()).expect(201);
    assert_eq!(made.json["criteria"]["name"], json!(["web-*"]));
    assert_eq!(made.json["jump_items"], json!([]));
    client.post(path, body).expect(422);
    let changed =
        client.patch(path, json!({ "filter_type": "criteria", "criteria": { "tag": ["a"] } })).expect(200);
    assert_eq!(
        (&changed.json["criteria"]["name"], &changed.json["criteria"]["tag"]),
        (&json!(["web-*"]), &json!(["a"]))
    );
    client.post(&format!("{path}/shared-jump-group"), json!({ "shared_jump_group_id": 2 })).expect(200);
    client.post(&format!("{path}/shared-jump-group"), json!({ "shared_jump_group_id": 99 })).expect(422);
    client
        .call("DELETE", &format!("{path}/shared-jump-group"), Some(json!({ "shared_jump_group_id": 1 })))
        .expect(204);
    let item = json!({ "id": 1, "type": "shell_jump" });
    assert_eq!(client.post(&format!("{path}/jump-item"), item.clone()).expect(200).json, item);
    client.post(&format!("{path}/jump-item"), json!({ "id": 9999, "type": "shell_jump" })).expect(422);
    let shown = client.get(path).expect(200);
    assert_eq!(shown.json["criteria"]["shared_jump_groups"], json!([2]));
    assert_eq!(shown.json["jump_items"], json!([item]));
    client.call("DELETE", &format!("{path}/jump-item"), Some(item.clone())).expect(204);
    client.call("DELETE", &format!("{path}/jump-item"), Some(item.clone())).expect(404);
    let none = client.patch(path, json!({ "filter_type": "any_jump_items" })).expect(200);
    assert!(none.json.get("criteria").is_none());
    client.post(&format!("{path}/jump-item"), item).expect(422);
    client.delete(path).expect(204);
    client.get(path).expect(404);
    // A group always has one.
    assert_eq!(
        client.get("/vault/account-group/1/jump-item-association").expect(200).json["filter_type"],
        "any_jump_items"
    );
}

#[test]
fn credentials_go_into_database_tunnels_of_one_kind_only() {
    let client = Client::pra();
    let path = "/vault/account/1/jump-item-association/jump-item";
    let tunnels = client.get("/jump-item/protocol-tunnel-jump").json;
    let of = |kind: &str| {
        tunnels.as_array().unwrap().iter().find(|row| row["tunnel_type"] == kind).unwrap()["id"].clone()
    };
    client.post(path, json!({ "id": of("mssql"), "type": "protocol_tunnel" })).expect(200);
    let refused = client.post(path, json!({ "id": of("tcp"), "type": "protocol_tunnel" })).expect(422);
    assert_eq!(refused.json["errors"]["id"][0], "Only SQL Server Tunnels are allowed.");
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

#[test]
fn an_approval_is_asked_for_and_given() {
    let client = Client::pra();
    let request = json!({ "user_id": 5, "jump_item_type": "shell_jump", "jump_item_id": 1, "start": 1_770_000_000, "duration": 3600, "reason": "disk" });
    client.post("/jump-approval/request", request.clone()).expect(200);
    let pending = client.get("/jump-approval/1?state=pending").expect(200);
    let made = pending.json.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&made["request_reason"], &made["start_timestamp"]),
        (&json!("disk"), &json!("2026-02-02T02:40:00+00:00"))
    );
    let answer = |user: i64, id: &Value| {
        client.post(
            "/jump-approval/approve",
            json!({ "id": id, "user_id": user, "answer": "denied", "comments": "no" }),
        )
    };
    answer(7, &made["id"]).expect(400);
    assert!(answer(1, &made["id"]).expect(200).json["message"].is_string());
    answer(1, &made["id"]).expect(400);
    let shown = client.get(&format!("/jump-approval/1/view/{}", made["id"])).expect(200);
    assert_eq!((&shown.json["state"], &shown.json["response_comments"]), (&json!("denied"), &json!("no")));
    client.get(&format!("/jump-approval/7/view/{}", made["id"])).expect(404);
    client.get("/jump-approval/999").expect(404);
    let mut nothing = request;
    nothing["jump_item_id"] = json!(99_999);
    client.post("/jump-approval/request", nothing).expect(400);
}

#[test]
fn users_change_their_group_policies() {
    let client = Client::pra();
    let names = || -> Vec<Value> {
        client
            .get("/user/2/group-policies?per_page=100&current_page=1")
            .expect(200)
            .json
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect()
    };
    assert_eq!(names(), [json!(1)]);
    client.patch("/user/2/group-policy-changes", json!({ "added": [1, 3], "removed": [2] })).expect(200);
    assert_eq!(names(), [json!(1), json!(3)]);
    assert_eq!(client.patch("/user/2/group-policy-changes", json!({ "removed": [1] })).expect(200).id(), 1);
    assert_eq!(names(), [json!(3)]);
    client.patch("/user/2/group-policy-changes", json!({ "added": [99] })).expect(422);
    // The fourth user comes from a directory.
    client.patch("/user/4/group-policy-changes", json!({ "added": [1] })).expect(422);
    client.call("POST", "/user/provision", None).expect(204);
}

#[test]
fn vendor_users_are_added_without_an_answer_and_come_back() {
    let client = Client::pra();
    let user = json!({ "username": "v", "public_display_name": "V", "password": "p", "email_address": "v@example.com" });
    assert!(client.post("/vendor/1/user", user).expect(200).bytes.is_empty());
    let last = client.get("/vendor/1/user").expect(200).json.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["username"], &last["account_expiration"]),
        (&json!("v"), &json!("2026-04-01T00:00:00+00:00"))
    );
    assert_eq!(last["password"], "********", "the document demands the field");
    let path = format!("/vendor/1/user/{}", last["id"]);
    client.patch(&path, json!({ "enabled": false })).expect(200);
    client.post(&format!("{path}/reactivate"), json!({})).expect(200);
    assert_eq!(client.get(&path).json["enabled"], true);
    client.post("/vendor/1/reactivate", json!({})).expect(200);
    assert!(
        client.get("/vendor/1/user").json.as_array().unwrap().iter().all(|row| row["is_expired"] == false)
    );
    client.get(&format!("/vendor/2/user/{}", last["id"])).expect(404);
}

#[test]
fn a_job_runs_by_the_clock() {
    let mut client = Client::pra();
    let job = json!({
        "name": "j", "start_at": "2026-01-01T01:00:00Z", "operating_system": "Linux", "endpoint_ids": [1, 2],
        "payload": { "cmd": "sh", "script": "true", "resource_ids": [1] },
    });
    let made = client.post("/endpoint-automation/job", job.clone()).expect(201);
    assert_eq!(
        (&made.json["created_by_api_account_id"], &made.json["finished_timestamp"]),
        (&json!(1), &json!(null))
    );
    assert_eq!(made.json["payload"]["resources"]["file_name"], "agent.tar.gz");
    let states = |client: &Client| -> Vec<Value> {
        client
            .get(&format!("/endpoint-automation/job/{}/execution", made.id()))
            .expect(200)
            .json
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["state"].clone())
            .collect()
    };
    assert_eq!(states(&client), ["pending", "pending"]);
    client.appliance.control().advance(Duration::from_secs(3600));
    client.token = token(&client.appliance, &client.appliance.client_id(), &client.appliance.client_secret());
    assert_eq!(states(&client), ["running", "running"]);
    client.appliance.control().advance(Duration::from_secs(30));
    assert_eq!(states(&client), ["finished", "finished"]);
    assert_eq!(
        client.get(&format!("/endpoint-automation/job/{}", made.id())).json["finished_timestamp"],
        "2026-01-01T01:00:30+00:00"
    );
    let mut wrong = job;
    wrong["endpoint_ids"] = json!([999]);
    client.post("/endpoint-automation/job", wrong).expect(422);
    assert_eq!(client.get("/endpoint-automation/script/1/resource").expect(200).len(), 2);
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
fn the_tool_is_handed_out_without_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let executable = folder.path().join("btapi-of-the-test");
    std::fs::write(&executable, b"#!/bin/sh\necho hello\n").unwrap();
    let appliance = Appliance::pra().btapi(&executable).build();
    let get = |platform: &str| {
        let request = Request::get(format!("/api/config/v1/cli/{platform}")).body(Bytes::new()).unwrap();
        send(&appliance, request)
    };
    let reply = get("linux").expect(200);
    assert_eq!(reply.header("content-type"), "application/zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(reply.bytes.to_vec())).unwrap();
    assert_eq!(archive.len(), 1);
    let mut entry = archive.by_index(0).unwrap();
    assert_eq!(
        (entry.name().unwrap().to_string(), entry.unix_mode().unwrap() & 0o777),
        ("btapi".to_owned(), 0o755)
    );
    let mut content = String::new();
    entry.read_to_string(&mut content).unwrap();
    assert_eq!(content, "#!/bin/sh\necho hello\n");
    get("win32").expect(200);
    get("amiga").expect(404);
    let request = Request::get("/api/config/v1/cli/linux").body(Bytes::new()).unwrap();
    send(&Appliance::pra().build(), request).expect(404);
}

#[test]
fn the_document_names_every_operation() {
    for (client, catalog) in [(Client::pra(), &bt_sra_catalog::PRA), (Client::rs(), &bt_sra_catalog::RS)] {
        let reply = client.get("/openapi.yaml").expect(200);
        assert_eq!(reply.header("content-type"), "application/yaml");
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.starts_with("\"openapi\": \"3.0.0\"\n"), "{}", &text[..80]);
        assert!(text.contains(&format!("\"version\": \"{}\"", catalog.version)));
        for operation in catalog.operations {
            assert!(text.contains(&format!("\"operationId\": \"{}\"\n", operation.id)), "{}", operation.id);
        }
        assert_eq!(text.matches("\"operationId\":").count(), catalog.operations.len());
    }
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
