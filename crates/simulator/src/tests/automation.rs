//! Endpoint Automation.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::{Client, token};

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
