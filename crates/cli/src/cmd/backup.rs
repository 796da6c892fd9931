//! `btapi backup --dir DIR`
//!
//! A backup is made in a hidden folder within the folder, which its lock protects, and linked into
//! the folder with its checksum when it is whole. Whatever ends a run, what was there stays.

mod check;
mod files;
mod folder;
mod password;
mod retention;
mod sidecar;
mod status;

use std::time::Duration;

use bt_sra::backup::file_name;
use bt_sra::save::{SaveOptions, Saved};
use bt_sra::{Clock as _, ErrorKind, SecretString, Site, SystemClock};
use bytes::Bytes;
use http::{Response, header};
use serde_json::json;
use serde_json::value::to_raw_value;

use self::files::Name;
use self::folder::Folder;
use self::status::{Status, Success};
use super::Context;
use super::bulk::span;
use crate::args::{self, Format};
use crate::failure::{Exit, Failure, Result, plain};
use crate::interrupt::{Stopped, stop};
use crate::net::{self, Needs};
use crate::output::{self, Plan};
use crate::progress::Unit;
use crate::settings::Settings;
use crate::shape::Shape;

/// The exit codes that no other command has.
const DISK: u8 = 10;
const BUSY: u8 = 11;
const OTHER: u8 = 12;

/// Saves a backup, or looks after those that are there.
pub(super) fn run(context: &Context<'_>, arguments: &args::Backup) -> Result<()> {
    if arguments.check {
        return check::run(context, arguments).map_err(|failure| failure.with_exit(check::UNKNOWN));
    }
    let wish = Wish::read(context, arguments)?;
    let site = site(&context.settings)?;
    let folder = Folder::open(&arguments.dir, &site)?;
    let path = arguments.status.clone().unwrap_or_else(|| folder.status());
    let mut status = Status::read(&path);
    status.site = site.to_string();
    let start = SystemClock.monotonic();
    let made = match folder.lock() {
        // It is for the other run to tell how it went.
        Err(failure) if failure.exit_code() == BUSY => return Err(failure),
        Err(failure) => Err(failure),
        Ok(locked) => {
            let made = make(context, &wish, &site, &locked);
            // The lock is held while the status is written.
            let noted = note(&mut status, &made, start, &path);
            let failed = match (made, noted) {
                (Ok(made), noted) => return tell(&wish, &made, &locked, noted),
                (Err(failure), _) => failure,
            };
            // What was fetched may be what fills the disk.
            let _ = locked.clear();
            return Err(failed);
        }
    };
    let _ = note(&mut status, &made, start, &path);
    made.map(drop)
}

/// What was asked for.
struct Wish {
    keep: Option<usize>,
    at_least: u64,
    silence: Duration,
    timeout: Duration,
    password: Option<SecretString>,
    plan: Plan,
}

impl Wish {
    fn read(context: &Context<'_>, arguments: &args::Backup) -> Result<Self> {
        if context.globals.raw {
            return Err(Failure::usage("--raw: what the appliance sent goes to the folder"));
        }
        let silence = span::read("--silence", &arguments.silence)?;
        let timeout = span::read("--timeout", &arguments.timeout)?;
        if silence.is_zero() || timeout.is_zero() {
            return Err(Failure::usage("--silence and --timeout: is no time at all"));
        }
        Ok(Self {
            keep: arguments.keep.map(|keep| usize::try_from(keep).unwrap_or(usize::MAX)),
            at_least: files::size(&arguments.min_size)?,
            silence,
            timeout,
            password: password::read(&context.settings, arguments.password_file.as_deref())?,
            plan: Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?,
        })
    }
}

fn site(settings: &Settings) -> Result<Site> {
    Settings::check(&["BT_API_HOST"])?;
    let Some(host) = settings.get("BT_API_HOST") else {
        return Err(Failure::usage("not set: BT_API_HOST")
            .with_hint("export it, or put NAME=value lines in a file and name it with --env-file"));
    };
    Ok(Site::parse(&host)?)
}

/// A backup that was made.
struct Made {
    name: Name,
    size: u64,
    sha256: String,
    deleted: Vec<String>,
    /// What needs a look.
    warnings: Vec<String>,
}

fn make(context: &Context<'_>, wish: &Wish, site: &Site, folder: &folder::Locked<'_>) -> Result<Made> {
    folder.clear()?;
    let before = folder.backups()?;
    let name = folder.next_name(&file_name(site, SystemClock.now()))?;
    let saved = fetch(context, wish, folder, &name)?;
    folder.publish(&name, &saved.sha256)?;
    let mut made =
        Made { name, size: saved.size, sha256: saved.sha256, deleted: Vec::new(), warnings: Vec::new() };
    let last = before.iter().max_by_key(|backup| backup.name.number);
    match last {
        Some(last) if made.size < last.size / 2 => made.warnings.push(format!(
            "{} has {} bytes, and {} before it had {}; nothing older was deleted",
            made.name.text, made.size, last.name.text, last.size
        )),
        _ => {
            if let Some(keep) = wish.keep {
                retention::run(folder, keep, &mut made);
            }
        }
    }
    Ok(made)
}

fn fetch(context: &Context<'_>, wish: &Wish, folder: &folder::Locked<'_>, name: &Name) -> Result<Saved> {
    net::run_with(&context.settings, Needs::Patience(wish.silence), async |net| {
        net.keep_signals();
        let backup = bt_sra::backup::Backup::new(net.connection().pipeline().clone());
        let mut call = backup.fetch().at_least(wish.at_least).with_deadline(wish.timeout);
        if let Some(password) = &wish.password {
            call = call.password(password.clone());
        }
        let response = tokio::select! {
            biased;
            code = stop() => return Err(Failure::coded(code, "stopped; no backup was made")),
            response = call.send() => response.map_err(fail)?,
        };
        let (parts, body) = response.into_parts();
        net.progress().begin("backup", Unit::Bytes);
        let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
        net.progress().expect(length.and_then(|text| text.parse().ok()));
        let stopped = Stopped::default();
        let body = stopped.guard(Bytes::new(), body, net.progress().clone());
        let mut options = SaveOptions::default();
        options.name = Some(name.text.clone());
        let saved = bt_sra::save::save(Response::from_parts(parts, body), folder.work(), &options).await;
        saved.map_err(|error| match stopped.exit_code() {
            Some(code) => Failure::coded(code, "stopped; no backup was made"),
            None => fail(error.with_operation("backup")),
        })
    })
}

/// Tells a failure with the exit codes of this command.
fn fail(error: bt_sra::Error) -> Failure {
    let (kind, status) = (error.kind(), error.status().map(|status| status.as_u16()));
    let failure = Failure::from(error);
    let hint = match (kind, status) {
        (ErrorKind::Io, _) => return failure.with_exit(DISK),
        (ErrorKind::Appliance, Some(403)) => "the API account needs access to the Backup API: perm_backup",
        (ErrorKind::Appliance, Some(404)) => "see whether the XML API is enabled on the site",
        _ if failure.exit_code() == Exit::Other as u8 => return failure.with_exit(OTHER),
        _ => return failure,
    };
    failure.with_other_hint(hint)
}

/// Notes in the status file how it went. Returns what is wrong with that.
fn note(status: &mut Status, made: &Result<Made>, start: Duration, path: &std::path::Path) -> Option<String> {
    let time = SystemClock.now();
    match made {
        Ok(made) => {
            let success = Success {
                time,
                file: made.name.text.clone(),
                size: made.size,
                sha256: made.sha256.clone(),
                seconds: SystemClock.monotonic().saturating_sub(start).as_secs_f64(),
            };
            status.succeed(success, &made.warnings);
        }
        Err(failure) => status.fail(time, failure),
    }
    let error = status.write(path).err()?;
    let message = format!("the status file {} cannot be written: {error}", path.display());
    output::note(&message);
    Some(message)
}

/// Prints what was made. What needs a look is said, and ends with a code of its own.
fn tell(wish: &Wish, made: &Made, folder: &folder::Locked<'_>, noted: Option<String>) -> Result<()> {
    for warning in &made.warnings {
        output::note(warning);
    }
    let report = json!({
        "file": made.name.text,
        "size": made.size,
        "sha256": made.sha256,
        "deleted": made.deleted,
        "warnings": made.warnings,
    });
    let report = to_raw_value(&report).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    let path = folder.path(&made.name.text);
    wish.plan.value(&report).map_err(|failure| {
        failure.with_hint(format!("the backup is saved as {}", plain(&path.to_string_lossy())))
    })?;
    match made.warnings.is_empty() && noted.is_none() {
        true => Ok(()),
        false => Err(Failure::Status(Exit::Other as u8)),
    }
}

fn disk(what: &str, error: &std::io::Error) -> Failure {
    Failure::io(what, error).with_exit(DISK)
}
