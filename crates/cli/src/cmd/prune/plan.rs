//! `--plan FILE`: which Jump Clients are to go, and why.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use bt_sra::{Clock as _, SystemClock, Timestamp};

use super::judge::{KEPT, Rules, Verdict, judge};
use super::{CLIENTS, COLUMNS, print, shown};
use crate::args::Prune;
use crate::cmd::Context;
use crate::cmd::bulk::fetch::{self, Thing};
use crate::cmd::bulk::names::{GROUP_TYPE, Names, SHARED, Target};
use crate::cmd::bulk::sheet::Writer;
use crate::cmd::bulk::span;
use crate::cmd::presence::{CONNECTED, DISCONNECTED};
use crate::failure::{Failure, Result};
use crate::net::{self, Net};
use crate::output;
use crate::path::ResourcePath;

/// Less is no time at all for a machine to be away.
const SHORTEST: std::time::Duration = std::time::Duration::from_secs(3600);

/// Writes a plan; deletes nothing.
pub(super) fn run(context: &Context<'_>, arguments: &Prune, file: &Path) -> Result<()> {
    let span = |option: &str, text: Option<&String>| {
        let span = text.map(|text| span::read(option, text)).transpose()?;
        if span.is_some_and(|span| span < SHORTEST) {
            return Err(Failure::usage(format!("{option}: is shorter than an hour")));
        }
        Ok(span)
    };
    let rules = Rules {
        now: SystemClock.now(),
        offline_for: span("--offline-for", arguments.offline_for.as_ref())?,
        duplicates: span("--duplicates", arguments.duplicates.as_ref())?,
    };
    if file.exists() {
        return Err(Failure::usage(format!("{} is there already", file.display()))
            .with_hint("a plan is a new file; apply or remove the old one"));
    }
    let (plan, counts) = net::run(&context.settings, async |net| make(net, arguments, rules).await)?;
    save(file, &plan)?;
    print(context, &counts)?;
    output::note(&format!(
        "nothing was deleted; look at {0}, then: btapi jump-client prune --apply {0}",
        file.display()
    ));
    Ok(())
}

async fn make(net: &Net, arguments: &Prune, rules: Rules) -> Result<(Vec<u8>, Vec<(&'static str, usize)>)> {
    let mut names = Names::load(net, [Target::JumpGroup]).await?;
    let groups = names.groups(&arguments.jump_group)?;
    // All of them, whatever the group: a duplicate may be in another.
    let clients = fetch::all(net, &ResourcePath::parse(CLIENTS)?, &[]).await?;
    let is_meant = |client: &Thing| {
        let group = client.get("jump_group_id").and_then(serde_json::Value::as_i64);
        groups.is_empty()
            || fetch::text(client, GROUP_TYPE) != "personal" && group.is_some_and(|id| groups.contains(&id))
    };
    let verdicts = judge(&clients, rules);
    let mut counts: Vec<(&'static str, usize)> = ["clients", "planned", "offline", "duplicates"]
        .into_iter()
        .chain(KEPT)
        .map(|name| (name, 0))
        .collect();
    let mut count = |name: &str| {
        counts.iter_mut().filter(|(known, _)| *known == name).for_each(|(_, count)| *count += 1);
    };
    let mut writer = Writer::new(b',');
    writer.row(COLUMNS)?;
    for (client, verdict) in clients.iter().zip(verdicts).filter(|(client, _)| is_meant(client)) {
        count("clients");
        let (reason, since, kept) = match verdict {
            Verdict::Kept(why) => {
                count(why);
                continue;
            }
            Verdict::Offline(since) => ("offline", since, None),
            Verdict::Duplicate(since, kept) => ("duplicate", since, Some(kept)),
        };
        count("planned");
        count(if kept.is_some() { "duplicates" } else { "offline" });
        if fetch::text(client, GROUP_TYPE) == "personal" {
            names.add(net, Target::User).await?;
        }
        writer.row(row(client, reason, rules.now, since, kept, &names, &net.site()))?;
    }
    Ok((writer.take(b',')?, counts))
}

fn row(
    client: &Thing,
    reason: &str,
    now: Timestamp,
    since: Timestamp,
    kept: Option<i64>,
    names: &Names,
    site: &str,
) -> Vec<String> {
    let text = |name: &str| shown(fetch::text(client, name));
    let group_type = Some(fetch::text(client, GROUP_TYPE)).filter(|text| !text.is_empty()).unwrap_or(SHARED);
    let group = client.get("jump_group_id").and_then(serde_json::Value::as_i64);
    let group = group.map(|id| names.name(Target::JumpGroup.with_group_type(group_type), id));
    let days = now.saturating_duration_since(since).as_secs() / 86_400;
    COLUMNS
        .iter()
        .map(|column| match *column {
            "reason" => reason.to_owned(),
            "id" => fetch::id(client).map(|id| id.to_string()).unwrap_or_default(),
            "jump_group_type" => group_type.to_owned(),
            "jump_group" => shown(group.as_deref().unwrap_or_default()),
            CONNECTED | DISCONNECTED => fetch::text(client, column).to_owned(),
            "days_offline" => days.to_string(),
            super::KEPT => kept.map(|id| id.to_string()).unwrap_or_default(),
            super::SITE => site.to_owned(),
            other => text(other),
        })
        .collect()
}

/// Writes a file that was not there before, in whole or not at all.
fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let fail = |error| Failure::io(format!("cannot write {}", path.display()), &error);
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(fail)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
        let _ = std::fs::remove_file(path);
        fail(error)
    })
}
