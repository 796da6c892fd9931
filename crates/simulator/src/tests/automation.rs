//! Endpoint Automation.

use serde_json::{Value, json};

use super::client::Client;

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
    client.later(3600);
    assert_eq!(states(&client), ["running", "running"]);
    client.later(30);
    assert_eq!(states(&client), ["finished", "finished"]);
    let path = format!("/endpoint-automation/job/{}", made.id());
    let runs = client.get(&format!("{path}/execution")).json;
    let ends: Vec<&str> =
        runs.as_array().unwrap().iter().map(|run| run["finished_timestamp"].as_str().unwrap()).collect();
    assert_eq!(client.get(&path).json["finished_timestamp"], **ends.iter().max().unwrap());
    assert!(ends.iter().all(|end| end.starts_with("2026-01-01T01:00:")), "{ends:?}");
    let mut wrong = job;
    wrong["endpoint_ids"] = json!([999]);
    client.post("/endpoint-automation/job", wrong).expect(422);
    assert_eq!(client.get("/endpoint-automation/script/1/resource").expect(200).len(), 2);
}

/// Starts a job now and returns its path.
fn start(client: &Client, endpoints: &[i64]) -> String {
    let job = json!({
        "name": "now", "start_at": "2026-01-01T00:00:00Z", "operating_system": "Linux", "endpoint_ids": endpoints,
        "payload": { "cmd": "sh", "script": "true" },
    });
    format!("/endpoint-automation/job/{}", client.post("/endpoint-automation/job", job).expect(201).id())
}

/// Finds an endpoint that is there, or one that is not.
fn endpoint(client: &Client, active: bool) -> Value {
    let all = client.get("/endpoint-automation/endpoint").json;
    all.as_array().unwrap().iter().find(|row| row["is_active"] == active).unwrap().clone()
}

#[test]
fn a_job_waits_for_an_endpoint_that_is_offline() {
    let mut client = Client::pra();
    let away = endpoint(&client, false);
    let path = start(&client, &[away["id"].as_i64().unwrap()]);
    let run = |client: &Client| client.get(&format!("{path}/execution")).expect(200).json[0].clone();
    client.later(86_400);
    assert_eq!(run(&client)["state"], "pending");
    assert_eq!(client.get(&path).json["finished_timestamp"], json!(null));
    let machine = client.get(&format!("/jump-client?hostname={}", away["hostname"].as_str().unwrap())).json;
    client.trigger(json!({ "trigger": "jump_client_connects", "id": machine[0]["id"] }));
    assert_eq!(run(&client)["state"], "running");
    assert_eq!(run(&client)["started_running_timestamp"], "2026-01-02T00:00:00+00:00");
    client.later(30);
    assert_eq!(run(&client)["state"], "finished");
}

#[test]
fn a_job_ends_with_the_result_that_is_ordered() {
    let client = Client::rs();
    let there = endpoint(&client, true)["id"].as_i64().unwrap();
    let path = start(&client, &[there]);
    let id: i64 = path.rsplit('/').next().unwrap().parse().unwrap();
    let order = json!({
        "trigger": "job_result", "id": id, "endpoint_id": there, "exit_code": 3, "output": "no space left",
    });
    client.trigger(order.clone());
    let run = client.get(&format!("{path}/execution")).json[0].clone();
    assert_eq!(
        (&run["state"], &run["exit_code"], &run["output_tail"], &run["finished_type"]),
        (&json!("finished"), &json!(3), &json!("no space left"), &json!("failed"))
    );
    assert!(client.no_trigger(order).contains("already"));
    let elsewhere = json!({ "trigger": "job_result", "id": id, "endpoint_id": 999 });
    assert!(client.no_trigger(elsewhere).contains("does not run"));
}

#[test]
fn some_runs_of_the_sample_site_fail() {
    let mut client = Client::pra();
    let there: Vec<i64> = client
        .get("/endpoint-automation/endpoint")
        .json
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["is_active"] == true)
        .map(|row| row["id"].as_i64().unwrap())
        .collect();
    let paths: Vec<String> = (0..8).map(|_| start(&client, &there)).collect();
    client.later(30);
    let codes: Vec<Value> = paths
        .iter()
        .flat_map(|path| client.get(&format!("{path}/execution")).json.as_array().unwrap().clone())
        .map(|run| run["exit_code"].clone())
        .collect();
    assert!(codes.contains(&json!(0)) && codes.contains(&json!(1)), "{codes:?}");
}

#[test]
fn endpoints_follow_their_jump_clients() {
    let client = Client::pra();
    let known = client.get("/endpoint-automation/endpoint").expect(200).len();
    let installer =
        client.post("/jump-client/installer", json!({ "jump_group_id": 2, "tag": "new" })).expect(201);
    let run = |host: &str| {
        let order = json!({
            "trigger": "installer_runs", "id": installer.id(), "hostname": host, "operating_system": "macOS 15",
        });
        client.trigger(order)["jump_client"].clone()
    };
    let machine = run("studio");
    let found = client.get("/endpoint-automation/endpoint?hostname=studio").expect(200).json;
    assert_eq!(
        (
            &found[0]["operating_system_type"],
            &found[0]["tags"],
            &found[0]["is_active"],
            &found[0]["jump_group_id"]
        ),
        (&json!("Mac"), &json!(["new"]), &json!(true), &json!([2]))
    );
    let body = json!({ "name": "copy", "jump_group_id": 3, "jump_group_type": "shared" });
    client.post(&format!("/jump-client/{machine}/copy"), body).expect(200);
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": machine }));
    let found = client.get("/endpoint-automation/endpoint?hostname=studio").expect(200).json;
    assert_eq!(
        (
            found.as_array().unwrap().len(),
            &found[0]["names"],
            &found[0]["is_active"],
            &found[0]["jump_group_id"]
        ),
        (1, &json!(["studio", "copy"]), &json!(false), &json!([2, 3]))
    );
    client.trigger(json!({ "trigger": "jump_client_uninstalled", "id": machine }));
    assert_eq!(client.get("/endpoint-automation/endpoint").expect(200).len(), known);
}

#[test]
fn no_job_has_run_before_it_was_made() {
    let mut client = Client::pra();
    let endpoint = endpoint(&client, true)["id"].as_i64().unwrap();
    client.later(7200);
    let path = start(&client, &[endpoint, endpoint]);
    let made = client.get(&path).json["created_at"].clone();
    client.later(60);
    let runs = client.get(&format!("{path}/execution")).expect(200);
    assert_eq!(runs.len(), 1, "an endpoint that is named twice runs it once");
    assert_eq!(
        (&runs.json[0]["state"], &runs.json[0]["started_running_timestamp"]),
        (&json!("finished"), &made)
    );
}

#[test]
fn endpoints_go_with_the_jump_group_of_their_jump_clients() {
    let client = Client::pra();
    let group = client.get("/jump-client/1").json["jump_group_id"].clone();
    let there = || client.get("/endpoint-automation/endpoint").json[0]["id"] == 1;
    assert!(there());
    client.delete(&format!("/jump-group/{group}")).expect(204);
    client.get("/jump-client/1").expect(404);
    assert!(!there());
}
