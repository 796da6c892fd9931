//! Reports that are archives: the syslog, and which Jump Items use a license.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::record::{self, By};
use super::{Refused, Reply, Request};
use crate::answer::Answer;
use crate::happenings::people;
use crate::journal::Entry;
use crate::store::{Record, int, text};
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

/// Everything that was done, as lines; the older half is packed once more.
pub(super) fn syslog(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let tenant = request.origin.split("://").nth(1).unwrap_or_default();
    let tenant = tenant.split(['.', ':']).next().unwrap_or_default();
    let mut lines = Vec::new();
    let logins = site.live.people.iter().map(|(id, person)| Entry {
        at: person.since,
        event: "login".to_owned(),
        who: format!("{} ({})", people::names(site, *id).private, people::names(site, *id).username),
        address: "198.51.100.1".to_owned(),
        fields: vec![
            ("status".to_owned(), "success".to_owned()),
            ("target".to_owned(), "rep_client".to_owned()),
        ],
        ..Entry::default()
    });
    let mut all: Vec<Entry> = logins.chain(site.journal.all().cloned()).collect();
    all.sort_by_key(|entry| entry.at);
    let begun = all.first().map_or(request.now.second, |entry| entry.at);
    // Of another daemon, which does not say when.
    lines.push(line(begun, tenant, 1, 1, 1, "event=service_started;service=search;"));
    for (index, entry) in (2..).zip(&all) {
        let parts = parts(&payload(entry));
        let count = parts.len();
        for (number, part) in (1..).zip(parts) {
            lines.push(line(entry.at, tenant, index, number, count, &part));
        }
    }
    // A record may begin in one file and end in the next.
    let (old, new) = lines.split_at(lines.len() / 2);
    let rotated = gzip(old.concat().as_bytes());
    let entries = [
        (unconfirmed::SYSLOG_FILE, new.concat().into_bytes()),
        (unconfirmed::SYSLOG_ROTATED, rotated.to_vec()),
    ];
    let bytes = zip(&entries).map_err(|error| Refused(error.to_string()))?;
    let by = By { at: request.now.second, account: request.account, address: request.address };
    record::note(site, by, "syslog_report_generated".to_owned(), Vec::new(), None);
    Ok(Reply::Answer(Answer::file(unconfirmed::ZIP, "syslog.zip", bytes)))
}

fn payload(entry: &Entry) -> String {
    let mut payload = format!("event={};when={};site=1;", escaped(&entry.event), entry.at);
    let _ = write!(payload, "who={};who_ip={};", escaped(&entry.who), escaped(&entry.address));
    for (name, value) in &entry.fields {
        let _ = write!(payload, "{name}={};", escaped(value));
    }
    payload
}

/// Within a value a semicolon has a backslash before it, and no line ends.
fn escaped(text: &str) -> String {
    text.replace(';', "\\;").replace(['\r', '\n'], " ")
}

/// Cuts a record, wherever that may be. There are two digits for the number of a part.
fn parts(payload: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in payload.chars() {
        match parts.last_mut() {
            Some(part) if part.len() < unconfirmed::SYSLOG_PART => part.push(letter),
            _ => parts.push(letter.to_string()),
        }
    }
    parts.truncate(99);
    parts
}

fn line(at: i64, tenant: &str, pid: u64, part: usize, parts: usize, payload: &str) -> String {
    let time = jiff::Timestamp::from_second(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let time = time.strftime("%b %e %H:%M:%S");
    let pid = 1_000 + pid % 60_000;
    format!("{time} {tenant} BG[{pid}]: {}:{part:02}:{parts:02}:{payload}\n", unconfirmed::SYSLOG_SITE)
}

/// The Jump Items of the site, and whether they use a license.
pub(super) fn licenses(site: &mut Site, _: &Request<'_>) -> Result<Reply, Refused> {
    let mut csv = String::new();
    row(&mut csv, &unconfirmed::LICENSE_HEADS);
    row(&mut csv, &[unconfirmed::SPARE, "spare.example.com", "", "", "no", "Remote RDP", ""]);
    let methods = [
        ("/jump-client", "Jump Client"),
        ("/jump-item/remote-rdp", "Remote RDP"),
        ("/jump-item/remote-vnc", "Remote VNC"),
        ("/jump-item/shell-jump", "Shell Jump"),
        ("/jump-item/protocol-tunnel-jump", "Protocol Tunnel Jump"),
        ("/jump-item/web-jump", "Web Jump"),
    ];
    let name = |table: &str, id: Option<i64>| {
        let row = id.and_then(|id| site.store.row(table, 0, id));
        row.map(|row| text(&row, "name").to_owned()).unwrap_or_default()
    };
    let names = |table: &str| -> std::collections::BTreeMap<i64, String> {
        site.store.rows(table, 0).map(|(id, row)| (id, text(&row, "name").to_owned())).collect()
    };
    let (jumpoints, groups) = (names("/jumpoint"), names("/jump-group"));
    for (table, method) in methods {
        for (id, item) in site.store.rows(table, 0) {
            let jumpoint = int(&item, "jumpoint_id").and_then(|id| jumpoints.get(&id));
            let group = match text(&item, "jump_group_type") {
                "personal" => Some(name("/user", int(&item, "jump_group_id"))),
                _ => int(&item, "jump_group_id").and_then(|id| groups.get(&id)).cloned(),
            };
            let host = [text(&item, "hostname"), text(&item, "url")].concat();
            row(
                &mut csv,
                &[
                    text(&item, "name"),
                    &host,
                    jumpoint.map_or("", String::as_str),
                    remote_app(&item),
                    if id % 7 == 0 { "no" } else { "yes" },
                    method,
                    group.as_deref().unwrap_or_default(),
                ],
            );
        }
    }
    let bytes = zip(&[("jump_items.csv", csv.into_bytes())]).map_err(|error| Refused(error.to_string()))?;
    Ok(Reply::Answer(Answer::file(unconfirmed::ZIP, "endpoint_license_usage.zip", bytes)))
}

fn remote_app(item: &Record) -> &str {
    item.get("remote_app_name").and_then(Value::as_str).unwrap_or_default()
}

fn row(csv: &mut String, fields: &[&str; 7]) {
    let quoted: Vec<String> =
        fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
    let _ = writeln!(csv, "{}", quoted.join(","));
}

fn zip(entries: &[(&str, Vec<u8>)]) -> std::io::Result<Bytes> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(Bytes::from(archive.finish()?.into_inner()))
}

/// Packs bytes; into memory that cannot fail.
pub(super) fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let _ = encoder.write_all(bytes);
    Bytes::from(encoder.finish().unwrap_or_default())
}
