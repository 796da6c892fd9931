//! `--apply FILE`: deletes what a plan says, where it still holds.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::path::Path;

use bt_sra::Timestamp;
use bt_sra_catalog::Method;

use super::judge::machine;
use super::{CLIENTS, KEPT, SITE, print, shown};
use crate::cmd::Context;
use crate::cmd::bulk::fetch::{self, Thing};
use crate::cmd::bulk::problems::Problems;
use crate::cmd::bulk::sheet::{self, Row, Sheet};
use crate::cmd::bulk::work::{Work, together};
use crate::cmd::presence::{CONNECTED, DISCONNECTED, Presence, time};
use crate::failure::{Exit, Failure, Result, plain};
use crate::interrupt;
use crate::net::{self, Call, Net};
use crate::output;
use crate::path::ResourcePath;
use crate::progress::Unit;

/// How many clients are worked on at a time.
const ABREAST: usize = 10;

/// What is said of a plan with something wrong in it.
const NOTHING: &str = "nothing was deleted";

/// Deletes the clients of a plan that are still as they were.
pub(super) fn run(context: &Context<'_>, file: &Path) -> Result<()> {
    let name = file.display().to_string();
    let sheet = sheet::read(&name, &sheet::load(file)?)?;
    let planned = read(&name, &sheet)?;
    let total = planned.len();
    let tally = net::run(&context.settings, async |net| {
        let site = net.site();
        if let Some(other) = planned.iter().find(|planned| planned.site != site) {
            return Err(Failure::usage(format!(
                "{name}: line {}: the plan is for {}, not for {site}; {NOTHING}",
                other.line,
                plain(&other.site)
            )));
        }
        Ok(delete_all(net, planned).await)
    })?;
    let changed = tally.changed.len();
    for (line, why) in &tally.changed {
        output::complain(&format!("line {line}: {why}\n"));
    }
    let left = total - tally.deleted - tally.gone - changed;
    print(
        context,
        &[("deleted", tally.deleted), ("gone", tally.gone), ("changed", changed), ("left", left)],
    )?;
    if let Some(failure) = tally.halt {
        return Err(failure.with_hint("the same command goes on with what is left"));
    }
    if changed > 0 {
        let clients = match changed {
            1 => "1 Jump Client has changed since the plan and stays".to_owned(),
            count => format!("{count} Jump Clients have changed since the plan and stay"),
        };
        return Err(Failure::new(Exit::Invalid, clients).with_hint("make a new plan to see what is left"));
    }
    Ok(())
}

/// A client as it was when the plan was made.
#[derive(Debug)]
struct Planned {
    line: u64,
    id: i64,
    /// As it is shown.
    name: String,
    /// As it is shown.
    hostname: String,
    connected: Option<Timestamp>,
    disconnected: Option<Timestamp>,
    kept: Option<i64>,
    site: String,
}

fn read(name: &str, sheet: &Sheet) -> Result<Vec<Planned>> {
    let needed = ["reason", "id", "name", "hostname", CONNECTED, DISCONNECTED, KEPT, SITE];
    let missing: Vec<&str> = needed.into_iter().filter(|column| sheet.column(column).is_none()).collect();
    if !missing.is_empty() {
        return Err(Failure::invalid(format!(
            "{name}: this is no plan of `jump-client prune`: no column {}; {NOTHING}",
            missing.join(", ")
        )));
    }
    let mut problems = Problems::default();
    let mut ids = HashSet::new();
    let mut planned = Vec::new();
    for row in &sheet.rows {
        match one(sheet, row) {
            Ok(one) if !ids.insert(one.id) => problems.add(row.line, format!("id {} is there twice", one.id)),
            Ok(one) => planned.push(one),
            Err(why) => problems.add(row.line, why),
        }
    }
    problems.check(name, NOTHING)?;
    Ok(planned)
}

fn one(sheet: &Sheet, row: &Row) -> Result<Planned, String> {
    let cell = |column: &str| {
        sheet.column(column).and_then(|place| row.cells.get(place)).map(String::as_str).unwrap_or_default()
    };
    let id = |column: &str| {
        cell(column).trim().parse::<i64>().map_err(|_| format!("{column}: expected a whole number"))
    };
    let moment = |column: &str| match cell(column).trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| {
            format!("{column}: `{text}` is not the time as it was written; a spreadsheet may have changed it")
        }),
    };
    let kept = if cell(KEPT).trim().is_empty() { None } else { Some(id(KEPT)?) };
    match (cell("reason").trim(), kept) {
        ("offline", None) | ("duplicate", Some(_)) => {}
        ("offline" | "duplicate", _) => return Err(format!("reason and {KEPT} do not go together")),
        (other, _) => return Err(format!("reason: `{other}` is none")),
    }
    Ok(Planned {
        line: row.line,
        id: id("id")?,
        name: cell("name").to_owned(),
        hostname: cell("hostname").to_owned(),
        connected: moment(CONNECTED)?,
        disconnected: moment(DISCONNECTED)?,
        kept,
        site: cell(SITE).trim().to_owned(),
    })
}

/// What has become of the clients.
#[derive(Debug, Default)]
struct Tally {
    deleted: usize,
    gone: usize,
    /// The lines of those that stay, and why.
    changed: BTreeMap<u64, String>,
    halt: Option<Failure>,
}

async fn delete_all(net: &Net, planned: Vec<Planned>) -> Tally {
    net.keep_signals();
    net.progress().begin("prune", Unit::Items);
    net.progress().expect(u64::try_from(planned.len()).ok());
    let queue = RefCell::new(VecDeque::from(planned));
    let tally = RefCell::new(Tally::default());
    let work = || async {
        while tally.borrow().halt.is_none() {
            let Some(planned) = queue.borrow_mut().pop_front() else { return };
            let fate = delete(net, &planned).await;
            net.progress().add(1);
            let mut tally = tally.borrow_mut();
            match fate {
                Ok(Fate::Deleted) => tally.deleted += 1,
                Ok(Fate::Gone) => tally.gone += 1,
                Ok(Fate::Changed(why)) => {
                    let what = format!("kept {} `{}`: {why}", planned.id, plain(&planned.name));
                    tally.changed.insert(planned.line, what);
                }
                Err(failure) => drop(tally.halt.get_or_insert(failure)),
            }
        }
    };
    let mut works = Box::pin(together((0..ABREAST).map(|_| Box::pin(work()) as Work<'_>).collect()));
    let mut asked = false;
    loop {
        tokio::select! {
            () = &mut works => break,
            code = interrupt::stop() => {
                tally.borrow_mut().halt.get_or_insert(Failure::coded(code, "stopped"));
                // Who asks twice does not want to wait for answers.
                if std::mem::replace(&mut asked, true) {
                    break;
                }
            }
        }
    }
    drop(works);
    tally.into_inner()
}

enum Fate {
    Deleted,
    /// It was not there any more.
    Gone,
    /// It is not as it was.
    Changed(String),
}

async fn delete(net: &Net, planned: &Planned) -> Result<Fate> {
    let Some(client) = get(net, planned.id).await? else { return Ok(Fate::Gone) };
    if let Some(why) = change(planned, &client) {
        return Ok(Fate::Changed(why));
    }
    if let Some(kept) = planned.kept {
        let other = get(net, kept).await?;
        if other.is_none_or(|other| machine(&other) != machine(&client)) {
            return Ok(Fate::Changed(format!("the client {kept} that was to stay is not there any more")));
        }
    }
    let call = Call::new(Method::Delete, &path(planned.id)?);
    match net.attempt(call.clone()).await {
        Ok(_) => Ok(Fate::Deleted),
        Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => Ok(Fate::Gone),
        Err(error) => Err(call.fail()(error)),
    }
}

async fn get(net: &Net, id: i64) -> Result<Option<Thing>> {
    let call = Call::new(Method::Get, &path(id)?);
    match net.attempt(call.clone()).await {
        Ok(answer) => serde_json::from_slice(&answer.body)
            .map(Some)
            .map_err(|_| Failure::new(Exit::Unreadable, format!("{}: the answer is no object", answer.name))),
        Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => Ok(None),
        Err(error) => Err(call.fail()(error)),
    }
}

fn path(id: i64) -> Result<ResourcePath> {
    ResourcePath::parse(CLIENTS)?.with_id(&id.to_string())
}

/// Returns what is different from the plan.
fn change(planned: &Planned, client: &Thing) -> Option<String> {
    for (name, was) in [("name", &planned.name), ("hostname", &planned.hostname)] {
        if shown(fetch::text(client, name)) != *was {
            return Some(format!("its {name} has changed"));
        }
    }
    let offline = matches!(Presence::of(client), Presence::Offline(_));
    if !offline {
        return Some("it is not offline any more".to_owned());
    }
    for (name, was) in [(CONNECTED, planned.connected), (DISCONNECTED, planned.disconnected)] {
        if time(client, name) != Ok(was) {
            return Some(format!("its {name} has changed"));
        }
    }
    None
}
