//! `btapi backup --check`: whether the last backup is good and young enough.

use bt_sra::{Clock as _, SystemClock, Timestamp};
use serde_json::json;
use serde_json::value::to_raw_value;

use super::folder::Folder;
use super::status::Status;
use super::{files, sidecar};
use crate::args::{self, Format};
use crate::cmd::Context;
use crate::cmd::bulk::span;
use crate::failure::{Exit, Failure, Result, plain};
use crate::output::{self, Plan};
use crate::shape::Shape;

/// The exit codes that monitoring programs know.
const WARNING: u8 = 1;
const CRITICAL: u8 = 2;
pub(super) const UNKNOWN: u8 = 3;

/// Looks, and says what it has found in a line.
pub(super) fn run(context: &Context<'_>, arguments: &args::Backup) -> Result<()> {
    let max_age = span::read("--max-age", &arguments.max_age)?;
    let at_least = files::size(&arguments.min_size)?;
    let plan = Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?;
    let site = super::site(&context.settings)?;
    let folder = Folder::open(&arguments.dir, &site)?;
    let backups = folder.backups()?;
    let status = Status::read(&arguments.status.clone().unwrap_or_else(|| folder.status()));
    let now = SystemClock.now();
    let mut problems: Vec<(u8, String)> = Vec::new();
    let last = backups.iter().max_by_key(|backup| backup.name.number);
    let mut age = None;
    match last {
        None => problems.push((CRITICAL, "there is no backup".to_owned())),
        Some(last) => {
            let name = &last.name.text;
            if let Err(doubt) = sidecar::verify(folder.path(), name) {
                problems.push((CRITICAL, doubt.of(name)));
            }
            if last.size < at_least {
                problems.push((CRITICAL, format!("{name} has {} bytes only", last.size)));
            }
            let quoted = format!("\"{}\"", last.name.rfc3339());
            match serde_json::from_str::<Timestamp>(&quoted) {
                Err(_) => problems.push((CRITICAL, format!("{name} is of no time there is"))),
                Ok(time) if time > now => {
                    problems.push((WARNING, format!("{name} is from the future: see the clock")));
                }
                Ok(time) => {
                    let old = now.saturating_duration_since(time);
                    if old > max_age {
                        problems.push((CRITICAL, format!("the last backup is {} old", span::write(old))));
                    }
                    age = Some(old);
                }
            }
        }
    }
    if status.last_run == "failed"
        && let Some(failure) = &status.last_failure
    {
        problems.push((WARNING, format!("the last run failed: {}", failure.message)));
    }
    problems.extend(status.warnings.iter().map(|warning| (WARNING, warning.clone())));
    let code = problems.iter().map(|(code, _)| *code).max().unwrap_or(0);
    let word = match code {
        0 => "OK",
        WARNING => "WARNING",
        _ => "CRITICAL",
    };
    let mut said: Vec<String> = problems.iter().map(|(_, problem)| problem.clone()).collect();
    if plan.is_default() {
        if let Some(last) = last {
            let ago = age.map_or_else(String::new, |age| format!(", {} old", span::write(age)));
            said.push(format!("{}, {} bytes{ago}", last.name.text, last.size));
        }
        // Behind a bar, monitoring programs look for figures.
        let said = plain(&said.join("; ")).replace('|', "/");
        output::write(format!("{word}: {said}\n").as_bytes())?;
    } else {
        let value = json!({
            "state": word.to_ascii_lowercase(),
            "problems": said,
            "file": last.map(|last| &last.name.text),
            "size": last.map(|last| last.size),
            "age": age.map(|age| age.as_secs()),
            "status": status,
        });
        let value = to_raw_value(&value).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        plan.value(&value)?;
    }
    if code == 0 { Ok(()) } else { Err(Failure::Status(code)) }
}
