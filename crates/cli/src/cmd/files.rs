//! Reports that are files with rows: `btapi syslog`, `archive` and `license`.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use bt_sra::reporting::model::report::{ArchiveEvent, ReportType};
use bt_sra::reporting::{
    ArchiveRow, Day, EndpointLicense, EndpointLicenseRow, Rows, SyslogLimits, SyslogRecord,
    walk_archive_events, walk_archive_state, walk_endpoint_licenses, walk_syslog,
};
use bt_sra::{Product, pra, rs};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::sheet::{Columns, Sheet, cells};
use super::{Context, report};
use crate::args::{Archive, ArchiveGet, License, LicenseUsage, ReportCall, Syslog};
use crate::failure::{Exit, Failure, Result, needs, plain};
use crate::net::{self, Net};
use crate::output::{self, Plan};
use crate::progress::Unit;
use crate::shape::Shape;

/// How long a saved file may be inside.
const INSIDE: u64 = 4 << 30;

const SYSLOG: Columns<SyslogRecord> = Columns {
    all: &["when", "event", "who", "who_ip", "site", "tenant", "pid", "is_complete", "fields", "raw"],
    short: &["when", "event", "who", "who_ip"],
    row: syslog_row,
};

const LICENSES: Columns<EndpointLicense> = Columns {
    all: &["name", "host", "jumpoint", "remote_app", "license_used", "jump_method", "jump_group"],
    short: &["name", "host", "license_used", "jump_method", "jump_group"],
    row: license_row,
};

const STATE: Columns<StateRow> =
    Columns { all: &["table", "id", "record"], short: &["table", "id", "record"], row: state_row };

const EVENTS: Columns<ArchiveEvent> = Columns { all: &[], short: &[], row: event_row };

/// Prints the log.
pub(super) fn syslog(context: &Context<'_>, arguments: &Syslog) -> Result<()> {
    let plan = SYSLOG.plan(Plan::reading(context.globals, Shape::UNKNOWN)?);
    let mut sheet = Sheet::new(&plan, &SYSLOG);
    let wanted = |record: &SyslogRecord| {
        let event = record.event.as_deref().unwrap_or_default();
        arguments.event.is_empty() || arguments.event.iter().any(|wanted| wanted == event)
    };
    if let Some(path) = &arguments.file {
        let mut stopped = None;
        let walked = walk_syslog(open(path)?, &SyslogLimits::default(), |record| {
            keep(&mut stopped, if wanted(&record) { sheet.put(&record) } else { Ok(()) })
        });
        return end(sheet, walked, stopped, "the log");
    }
    net::run(&context.settings, async |net| {
        let rows = both(
            net,
            context.settings.product(context.globals)?,
            |reporting| reporting.syslog().rows(),
            |reporting| reporting.syslog().rows(),
        );
        print(net, "Syslog", rows, &mut sheet, |record| Some(record).filter(&wanted)).await
    })?;
    end(sheet, Ok(()), None, "the log")
}

/// Prints which Jump Items take licenses, or when nearly all were in use.
pub(super) fn license(context: &Context<'_>, arguments: &License) -> Result<()> {
    match arguments {
        License::Usage(usage) => report::run(context, &usage_call(usage)),
        License::Endpoints { file } => endpoints(context, file.as_deref()),
    }
}

fn usage_call(usage: &LicenseUsage) -> ReportCall {
    ReportCall {
        name: "LicenseUsage".to_owned(),
        since: usage.since.clone(),
        from: usage.from.clone(),
        to: usage.to.clone(),
        typed: vec![("group_by", usage.group_by.clone())],
        ..ReportCall::default()
    }
}

fn endpoints(context: &Context<'_>, file: Option<&Path>) -> Result<()> {
    let plan = LICENSES.plan(Plan::reading(context.globals, Shape::UNKNOWN)?);
    let mut sheet = Sheet::new(&plan, &LICENSES);
    let item = |row: EndpointLicenseRow| match row {
        EndpointLicenseRow::Item(item) => Some(item),
        _ => None,
    };
    if let Some(path) = file {
        let mut stopped = None;
        let walked = walk_endpoint_licenses(open(path)?, INSIDE, |row| {
            keep(&mut stopped, item(row).map_or(Ok(()), |item| sheet.put(&item)))
        });
        return end(sheet, walked, stopped, "the Jump Items");
    }
    net::run(&context.settings, async |net| {
        let product = context.settings.product(context.globals)?;
        let rows = both(
            net,
            product,
            |reporting| reporting.endpoint_licenses().rows(),
            |reporting| reporting.endpoint_licenses().rows(),
        );
        print(net, "EndpointLicenseUsage", rows, &mut sheet, item).await
    })?;
    end(sheet, Ok(()), None, "the Jump Items")
}

/// Lists archives, or prints one.
pub(super) fn archive(context: &Context<'_>, arguments: &Archive) -> Result<()> {
    match arguments {
        Archive::List { date } => {
            let typed = vec![("date", date.clone())];
            report::run(
                context,
                &ReportCall { name: "ArchiveListing".to_owned(), typed, ..ReportCall::default() },
            )
        }
        Archive::Get(get) => archive_get(context, get),
    }
}

fn archive_get(context: &Context<'_>, get: &ArchiveGet) -> Result<()> {
    if context.settings.product(context.globals)? == Some(Product::Pra) {
        return Err(Failure::usage("archives are of rs, and not of pra"));
    }
    let plan = Plan::reading(context.globals, Shape::UNKNOWN)?;
    let day: Day = match &get.date {
        Some(date) => date
            .parse()
            .map_err(|_| Failure::usage(format!("`{}` is no day; write YYYY-MM-DD", plain(date))))?,
        None => Day::in_utc(bt_sra::Timestamp::UNIX_EPOCH),
    };
    let index = get.index.unwrap_or_default();
    let (state_plan, event_plan);
    if get.state {
        state_plan = STATE.plan(plan);
        let mut sheet = Sheet::new(&state_plan, &STATE);
        if let Some(path) = &get.file {
            let mut stopped = None;
            let walked =
                walk_archive_state(open(path)?, INSIDE, |row| keep(&mut stopped, sheet.put(&row.into())));
            return end(sheet, walked, stopped, "the archive");
        }
        net::run(&context.settings, async |net| {
            let rows =
                rs::reporting::Reporting::new(net.pipeline().clone()).archive_of_state(day, index).rows();
            print(net, "Archive", rows, &mut sheet, |row| Some(StateRow::from(row))).await
        })?;
        return end(sheet, Ok(()), None, "the archive");
    }
    event_plan = EVENTS.plan(plan);
    let mut sheet = Sheet::new(&event_plan, &EVENTS);
    if let Some(path) = &get.file {
        let mut stopped = None;
        let walked = walk_archive_events(open(path)?, INSIDE, |row| keep(&mut stopped, sheet.put(&row)));
        return end(sheet, walked, stopped, "the archive");
    }
    net::run(&context.settings, async |net| {
        let rows = rs::reporting::Reporting::new(net.pipeline().clone()).archive_of_events(day, index).rows();
        print(net, "Archive", rows, &mut sheet, Some).await
    })?;
    end(sheet, Ok(()), None, "the archive")
}

/// A record of an archive, as it is printed.
#[derive(Serialize)]
struct StateRow {
    table: String,
    id: Option<String>,
    record: Value,
}

impl From<ArchiveRow> for StateRow {
    fn from(row: ArchiveRow) -> Self {
        let table = row.table.as_str().to_owned();
        match row.record {
            Some((id, record)) => {
                Self { table, id: Some(id), record: serde_json::to_value(record).unwrap_or_default() }
            }
            None => Self { table, id: None, record: Value::Null },
        }
    }
}

fn state_row(row: &StateRow) -> Map<String, Value> {
    cells(STATE.all, [json!(row.table), json!(row.id), row.record.clone()])
}

fn event_row(event: &ArchiveEvent) -> Map<String, Value> {
    match serde_json::to_value(event) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn syslog_row(record: &SyslogRecord) -> Map<String, Value> {
    cells(
        SYSLOG.all,
        [
            json!(record.when),
            json!(record.event),
            json!(record.who),
            json!(record.who_ip),
            json!(record.site),
            json!(record.tenant),
            json!(record.pid),
            json!(record.is_complete),
            json!(record.fields),
            json!(record.raw),
        ],
    )
}

fn license_row(item: &EndpointLicense) -> Map<String, Value> {
    cells(
        LICENSES.all,
        [
            json!(item.name),
            json!(item.host),
            json!(item.jumpoint),
            json!(item.remote_app),
            json!(item.license_used),
            json!(item.jump_method),
            json!(item.jump_group),
        ],
    )
}

/// Asks for what both products have.
fn both<T>(
    net: &Net,
    product: Option<Product>,
    of_pra: impl FnOnce(pra::reporting::Reporting) -> T,
    of_rs: impl FnOnce(rs::reporting::Reporting) -> T,
) -> T {
    let pipeline = net.pipeline().clone();
    match product {
        Some(Product::Rs) => of_rs(rs::reporting::Reporting::new(pipeline)),
        // Both ask in the same words.
        _ => of_pra(pra::reporting::Reporting::new(pipeline)),
    }
}

/// Prints rows as they come.
async fn print<T, U: Serialize>(
    net: &Net,
    name: &str,
    mut rows: Rows<T>,
    sheet: &mut Sheet<'_, U>,
    make: impl Fn(T) -> Option<U>,
) -> Result<()>
where
    Rows<T>: Unpin,
    T: Send + 'static,
{
    net.progress().begin(name, Unit::Items);
    loop {
        match rows.try_next().await {
            Ok(Some(row)) => {
                net.progress().add(1);
                if let Some(row) = make(row) {
                    sheet.put(&row)?;
                }
            }
            Ok(None) => return Ok(()),
            Err(error) => {
                let failure = sheet.broken(error.into());
                let permission = ReportType::find(name).and_then(|report| report.permission);
                return Err(match (&failure, permission) {
                    (Failure::Said { exit, .. }, Some(permission)) if *exit == Exit::Invalid as u8 => {
                        failure.with_hint(needs(permission))
                    }
                    _ => failure,
                });
            }
        }
    }
}

/// Keeps why a walk has to end, and tells whether it goes on.
fn keep(stopped: &mut Option<Failure>, put: Result<()>) -> bool {
    match put {
        Ok(()) => true,
        Err(failure) => {
            *stopped = Some(failure);
            false
        }
    }
}

fn end<T: Serialize>(
    mut sheet: Sheet<'_, T>,
    walked: bt_sra::Result<()>,
    stopped: Option<Failure>,
    what: &str,
) -> Result<()> {
    if let Some(failure) = stopped {
        return Err(failure);
    }
    if let Err(error) = walked {
        return Err(sheet.broken(error.into()));
    }
    if sheet.end()? == 0 {
        output::note(&format!("{what}: nothing found"));
    }
    Ok(())
}

/// Opens a saved file. Standard input is held aside first: a ZIP file is read from its end.
fn open(path: &Path) -> Result<File> {
    let shown = plain(&path.display().to_string());
    if path.as_os_str() != "-" {
        return File::open(path).map_err(|error| Failure::io(format!("cannot read {shown}"), &error));
    }
    let fail = |error: &io::Error| Failure::io("cannot read standard input", error);
    let mut aside =
        tempfile::tempfile().map_err(|error| Failure::io("cannot make a temporary file", &error))?;
    io::copy(&mut io::stdin().lock().take(INSIDE), &mut aside).map_err(|error| fail(&error))?;
    aside.seek(SeekFrom::Start(0)).map_err(|error| fail(&error))?;
    Ok(aside)
}
