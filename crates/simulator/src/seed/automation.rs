//! Endpoint Automation: endpoints, resources, scripts and jobs.

use serde_json::{Value, json};

use super::{Seeder, THEN};
use crate::course::{jobs, presence};
use crate::store::Record;
use crate::time;

impl Seeder<'_> {
    pub(super) fn automation(&mut self) {
        let clients: Vec<(i64, Record)> = self
            .site
            .store
            .rows("/jump-client", 0)
            .take(12)
            .map(|(id, row)| (id, row.into_owned()))
            .collect();
        for (id, client) in &clients {
            let mut endpoint = jobs::endpoint(client);
            endpoint.insert("is_active".to_owned(), json!(presence::online(client)));
            endpoint.insert(jobs::MACHINES.to_owned(), json!([id]));
            if presence::online(client) {
                endpoint.insert(jobs::SINCE.to_owned(), json!(0));
            }
            self.add("/endpoint-automation/endpoint", 0, Value::Object(endpoint));
        }
        for (name, size) in [("agent.tar.gz", 482_113), ("settings.json", 2_048)] {
            let hash = self.rng.hex(64);
            let resource = json!({
                "file_name": name,
                "file_size": size,
                "display_url": format!("https://access.example.com/resources/{name}"),
                "hash": hash,
                "updated_at": time::text(THEN - 86_400),
                "created_at": time::text(THEN - 8 * 86_400),
                "updated_by": 1,
                "created_by": 1,
            });
            self.add("/endpoint-automation/resource", 0, resource);
        }
        for (name, system, resources) in
            [("Install agent", "Linux", json!([1, 2])), ("Collect logs", "Windows", json!([]))]
        {
            let script = json!({
                "name": name,
                "description": "",
                "tag": "fleet",
                "cmd": if system == "Linux" { "sh %script%" } else { "powershell %script%" },
                "script": "echo done",
                "operating_system": system,
                "resource_ids": resources,
                "created_by_user_id": 1,
                "created_at": time::text(THEN - 86_400),
                "updated_at": time::text(THEN - 86_400),
            });
            self.add("/endpoint-automation/script", 0, script);
        }
        for (name, endpoints) in [("Nightly logs", json!([1, 2, 3])), ("Agent roll-out", json!([4, 5]))] {
            let job = json!({
                "name": name,
                "notes": "",
                "start_at": time::text(THEN - 3600),
                "tag": "fleet",
                "operating_system": "Linux",
                "created_by_user_id": 1,
                "created_at": time::text(THEN - 7200),
                "payload": { "cmd": "sh %script%", "script": "echo done", "resource_ids": [1] },
                "_endpoint_ids": endpoints,
            });
            let id = self.add("/endpoint-automation/job", 0, job);
            // The answer has no such field; the executions are made of it.
            if let Some(row) = self.site.store.row_mut("/endpoint-automation/job", 0, id) {
                let endpoints = row.remove("_endpoint_ids").unwrap_or(Value::Null);
                row.insert("endpoint_ids".to_owned(), endpoints);
            }
        }
    }
}
