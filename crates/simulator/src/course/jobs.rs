//! Endpoint Automation: endpoints follow from Jump Clients, and jobs run on them.

use serde_json::{Value, json};

use super::{Next, presence};
use crate::crud;
use crate::fill;
use crate::special::automation::{ENDPOINTS, JOBS};
use crate::store::{Record, SCHEMA, int, ints, set, text};
use crate::time;
use crate::unconfirmed;
use crate::world::Site;

const CLIENTS: &str = "/jump-client";

/// The member of an endpoint that lists its Jump Clients.
pub(crate) const MACHINES: &str = "_jump_clients";
/// The member of an endpoint that says since when it is active.
pub(crate) const SINCE: &str = "_active_since";
/// The member of a job that keeps its runs by endpoint.
const RUNS: &str = "_runs";

/// Returns how a job runs on an endpoint, once it does.
pub(crate) fn run(job: &Record, endpoint: i64) -> Option<Record> {
    job.get(RUNS)?.get(endpoint.to_string())?.as_object().cloned()
}

/// Returns the second in which a job has ended everywhere, if that is known.
pub(crate) fn end(job: &Record) -> Option<i64> {
    let ends: Option<Vec<i64>> =
        ints(job, "endpoint_ids").into_iter().map(|endpoint| int(&run(job, endpoint)?, "ends")).collect();
    ends?.into_iter().max()
}

/// Ends the run of a job on an endpoint now, with a result.
pub(crate) fn finish(
    job: &mut Record,
    endpoint: i64,
    now: i64,
    code: i64,
    output: &str,
    error: Option<&str>,
) {
    let started = run(job, endpoint).and_then(|run| int(&run, "started")).unwrap_or(now);
    let result = json!({
        "started": started.min(now),
        "ends": now,
        "type": if code == 0 && error.is_none() { unconfirmed::JOB_COMPLETED } else { unconfirmed::JOB_FAILED },
        "error": error,
        "output": output,
        "exit_code": code,
    });
    put(job, endpoint, result);
}

/// Counts a new Jump Client among the endpoints: with the machine that it is on, or as one more.
pub(crate) fn enlist(site: &mut Site, client: i64) {
    let same = presence::same_machine(site, client);
    let machine = site
        .store
        .rows(ENDPOINTS, 0)
        .find(|(_, row)| ints(row, MACHINES).iter().any(|known| same.contains(known)))
        .map(|(id, _)| id);
    if let Some(row) = machine.and_then(|id| site.store.row_mut(ENDPOINTS, 0, id)) {
        let mut clients = ints(row, MACHINES);
        clients.push(client);
        set(row, MACHINES, json!(clients));
        return;
    }
    let Some(row) = site.store.row(CLIENTS, 0, client) else {
        return;
    };
    // Documented: an endpoint is one that jobs can be run on, which takes a service.
    if text(&row, "install_mode") != "service" {
        return;
    }
    let mut endpoint = endpoint(&row);
    set(&mut endpoint, MACHINES, json!([client]));
    if let Some(object) = crud::row_object(site, ENDPOINTS, &endpoint) {
        set(&mut endpoint, SCHEMA, json!(object.name));
        fill::complete(&mut endpoint, object);
    }
    let id = site.store.next_id(ENDPOINTS);
    set(&mut endpoint, "id", json!(id));
    site.store.put(ENDPOINTS, 0, id, endpoint);
}

/// What an endpoint takes over from a Jump Client.
pub(crate) fn endpoint(client: &Record) -> Record {
    let system = text(client, "operating_system");
    let kind = match system.split(' ').next() {
        Some("Windows") => "Windows",
        Some("macOS") => "Mac",
        _ => "Linux",
    };
    crate::store::record(json!({
        "operating_system_type": kind,
        "names": [text(client, "name")],
        "hostname": text(client, "hostname"),
        "tags": [text(client, "tag")],
        "public_ip": text(client, "public_ip"),
        "private_ip": text(client, "private_ip"),
        "jump_group_id": [int(client, "jump_group_id")],
    }))
}

/// Brings the endpoints up to date, and starts what is due on those that are there.
pub(super) fn pass(site: &mut Site, now: i64, next: &mut Next) {
    follow(site, now);
    let mut starting = Vec::new();
    for (id, job) in site.store.rows(JOBS, 0) {
        let Some(start) = time::parse(text(&job, "start_at")).filter(|start| next.is_due(*start, now)) else {
            continue;
        };
        // One that was to start in the past starts when it is made.
        let start = start.max(time::parse(text(&job, "created_at")).unwrap_or(start));
        for endpoint in ints(&job, "endpoint_ids") {
            if run(&job, endpoint).is_some() {
                continue;
            }
            let active = site.store.row(ENDPOINTS, 0, endpoint);
            if let Some(since) = active.and_then(|row| int(&row, SINCE)) {
                starting.push((id, endpoint, start.max(since)));
            }
        }
    }
    for (id, endpoint, start) in starting {
        let most = unconfirmed::JOB_TAKES_AT_MOST.as_secs();
        let takes = i64::try_from(site.rng.below(most.saturating_sub(5)) + 5).unwrap_or_default();
        let fails = site.rng.below(unconfirmed::ONE_JOB_FAILS_OF) == 0;
        let result = json!({
            "started": start,
            "ends": start.saturating_add(takes),
            "type": if fails { unconfirmed::JOB_FAILED } else { unconfirmed::JOB_COMPLETED },
            "error": fails.then_some("The script ended with an error."),
            "output": if fails { "permission denied\n" } else { "done\n" },
            "exit_code": i64::from(fails),
        });
        if let Some(job) = site.store.row_mut(JOBS, 0, id) {
            put(job, endpoint, result);
        }
    }
}

/// Makes the endpoints what their Jump Clients are; one that has none left goes.
fn follow(site: &mut Site, now: i64) {
    let all: Vec<(i64, Vec<i64>)> =
        site.store.rows(ENDPOINTS, 0).map(|(id, row)| (id, ints(&row, MACHINES))).collect();
    for (id, clients) in all {
        let rows: Vec<(i64, Record)> = clients
            .iter()
            .filter_map(|client| Some((*client, site.store.row(CLIENTS, 0, *client)?.into_owned())))
            .filter(|(_, row)| text(row, "connection_type") != "uninstalled")
            .collect();
        let Some((_, first)) = rows.first() else {
            site.store.take(ENDPOINTS, 0, id);
            continue;
        };
        let mut shown = endpoint(first);
        for (field, of) in [("names", "name"), ("tags", "tag"), ("jump_group_id", "jump_group_id")] {
            let mut values: Vec<Value> = rows.iter().filter_map(|(_, row)| row.get(of).cloned()).collect();
            values.dedup();
            set(&mut shown, field, json!(values));
        }
        let active = rows.iter().any(|(_, row)| presence::online(row));
        set(&mut shown, "is_active", json!(active));
        set(&mut shown, MACHINES, rows.iter().map(|(client, _)| json!(client)).collect());
        if let Some(row) = site.store.row_mut(ENDPOINTS, 0, id) {
            row.extend(shown);
            match (active, row.contains_key(SINCE)) {
                (true, false) => set(row, SINCE, json!(now)),
                (false, true) => {
                    row.remove(SINCE);
                }
                _ => {}
            }
        }
    }
}

fn put(job: &mut Record, endpoint: i64, run: Value) {
    let runs = job.entry(RUNS).or_insert_with(|| json!({}));
    if let Value::Object(runs) = runs {
        runs.insert(endpoint.to_string(), run);
    }
}
