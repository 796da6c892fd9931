//! Endpoint Automation: jobs that run on endpoints, and the scripts they come from.

use std::collections::HashSet;

use bt_sra_catalog::Schema;
use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::course::jobs;
use crate::crud;
use crate::fill;
use crate::paging;
use crate::refs;
use crate::store::{Record, int, ints};
use crate::time::{self, Moment};
use crate::world::Site;

pub(crate) const JOBS: &str = "/endpoint-automation/job";
pub(crate) const ENDPOINTS: &str = "/endpoint-automation/endpoint";
const RESOURCES: &str = "/endpoint-automation/resource";

/// Creates a job.
pub(crate) fn create_job(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut record = crud::checked(site, call, None)?;
    let mut errors = Errors::default();
    refs::check(site, JOBS, &record, &record, &mut errors);
    if let Some(Value::Object(payload)) = record.get("payload") {
        refs::check(site, JOBS, payload, payload, &mut errors);
    }
    errors.into_result()?;
    // An endpoint that is named twice runs the job once.
    if let Some(Value::Array(endpoints)) = record.get_mut("endpoint_ids") {
        let mut seen = HashSet::new();
        endpoints.retain(|endpoint| seen.insert(endpoint.as_i64()));
    }
    record.insert("created_by_api_account_id".to_owned(), json!(call.account));
    record.insert("created_at".to_owned(), json!(call.now.text()));
    record.entry("start_at").or_insert_with(|| json!(call.now.text()));
    let (id, record) = crud::insert(site, JOBS, 0, record, call)?;
    let answer = shown(site, call, &record);
    site.store.put(JOBS, 0, id, record);
    Ok(answer)
}

/// Lists jobs.
pub(crate) fn jobs(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows = site.store.rows(JOBS, 0).map(|(_, row)| current(site, &row, schema_of(call), call.now));
    paging::page(call, paging::filter(call, rows, &[]))
}

/// Shows a job.
pub(crate) fn job(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(JOBS, 0, call.id()).ok_or(Refusal::NotFound)?;
    Ok(shown(site, call, &row))
}

/// Lists what became of a job on each endpoint.
pub(crate) fn executions(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let job = site.store.row(JOBS, 0, call.id()).ok_or(Refusal::NotFound)?;
    let rows: Vec<Record> = ints(&job, "endpoint_ids")
        .into_iter()
        .map(|endpoint| {
            let run = jobs::run(&job, endpoint);
            let started = run.as_ref().and_then(|run| int(run, "started"));
            let finished =
                run.as_ref().and_then(|run| int(run, "ends")).filter(|end| *end <= call.now.second);
            let state = match (started, finished) {
                (_, Some(_)) => "finished",
                (Some(_), None) => "running",
                (None, None) => "pending",
            };
            let result = |name: &str| {
                let run = run.as_ref().filter(|_| finished.is_some());
                run.and_then(|run| run.get(name)).cloned().unwrap_or_default()
            };
            let there = site.store.has(ENDPOINTS, 0, endpoint);
            crate::store::record(json!({
                "state": state,
                "started_running_timestamp": started.map(time::text),
                "finished_timestamp": finished.map(time::text),
                "finished_type": result("type"),
                "finished_error": result("error"),
                "log_file_path": finished.map(|_| format!("/var/log/endpoint-automation/{}.log", call.id())),
                "endpoint_id": there.then_some(endpoint),
                "output_tail": result("output"),
                "exit_code": result("exit_code"),
            }))
        })
        .collect();
    paging::page(call, rows.iter().map(std::borrow::Cow::Borrowed))
}

/// Lists the endpoints. One filter has another name than its field.
pub(crate) fn endpoints(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let rows = site.store.rows("/endpoint-automation/endpoint", 0).map(|(_, row)| row).filter(|row| {
        call.query("operating_system")
            .is_none_or(|wanted| paging::holds(row.get("operating_system_type"), wanted))
    });
    paging::page(call, paging::filter(call, rows, &["operating_system"]))
}

/// Lists the resources of a script.
pub(crate) fn script_resources(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let script = site.store.row("/endpoint-automation/script", 0, call.id()).ok_or(Refusal::NotFound)?;
    let wanted = ints(&script, "resource_ids");
    let rows = wanted.iter().filter_map(|id| site.store.row(RESOURCES, 0, *id));
    paging::page(call, rows)
}

fn shown(site: &Site, call: &Call<'_>, row: &Record) -> Answer {
    crud::shown(call, &current(site, row, schema_of(call), call.now))
}

fn schema_of(call: &Call<'_>) -> Option<&'static Schema> {
    match call.schema() {
        Some(Schema::List(list)) => Some(list.items),
        other => other,
    }
}

/// Returns the job as it stands now: with its resources instead of their ids.
fn current(site: &Site, row: &Record, schema: Option<&'static Schema>, now: Moment) -> Record {
    let mut row = row.clone();
    let finished = jobs::end(&row).filter(|end| *end <= now.second).map(time::text);
    row.insert("finished_timestamp".to_owned(), json!(finished));
    let resources = schema
        .and_then(|schema| fill::object_for(schema, &row))
        .and_then(|object| object.field("payload"))
        .and_then(|field| match field.schema {
            Schema::Object(payload) => payload.field("resources"),
            _ => None,
        });
    if let Some(Value::Object(payload)) = row.get_mut("payload") {
        let ids = ints(payload, "resource_ids");
        payload.remove("resource_ids");
        let mut found = ids.iter().filter_map(|id| site.store.row(RESOURCES, 0, *id));
        match resources.map(|field| field.schema) {
            Some(Schema::List(list)) => {
                let all = found.map(|row| fill::shown(list.items, &row)).collect();
                payload.insert("resources".to_owned(), Value::Array(all));
            }
            // The document has room for one.
            Some(schema) => {
                payload.extend(found.next().map(|row| ("resources".to_owned(), fill::shown(&schema, &row))));
            }
            None => {}
        }
    }
    row
}
