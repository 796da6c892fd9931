//! Scripts that somebody opens with a console.

use serde_json::{Value, json};

use super::Kind::{Integer, Text};
use super::sessions::words;
use super::{Member, Order, Trigger};
use crate::happenings::{jumps, people};
use crate::live::session::JumpItem;
use crate::script::{self, Command};
use crate::store::{Record, text};
use crate::time::Moment;
use crate::unconfirmed::script as unconfirmed;
use crate::world::Site;

pub(super) const TRIGGERS: &[Trigger] = &[Trigger {
    name: "script_opened",
    only: None,
    members: &[
        Member::needed("id", Integer, "the id of the user at whose console it is opened"),
        Member::needed("script", Text, "the content of the file"),
        Member::free("jump_item_id", Integer, "the Jump Item that the user chooses of several"),
    ],
    effect: "A console runs a script: the user logs in, and sessions to Jump Items begin. What other actions would begin is only judged.",
    pull: opened,
}];

fn opened(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let user = order.id("id");
    if !site.store.has(people::USERS, 0, user) {
        return Err(super::missing(site, "user", people::USERS, user));
    }
    let commands = script::read(order.text("script").unwrap_or_default())?;
    for command in &commands {
        script::judge(site, command).map_err(|why| format!("{}: {why}", command.action))?;
    }
    let mut done = Vec::new();
    for command in &commands {
        let lsid = match command.action.as_str() {
            script::LOGIN => {
                log_in(site, now, user, command)?;
                None
            }
            _ => {
                people::logged_in(site, user).map_err(words)?;
                match command.action == script::JUMP {
                    true => Some(jump(site, now, user, order.integer("jump_item_id"), command)?),
                    false => None,
                }
            }
        };
        done.push(json!({ "action": command.action, "lsid": lsid }));
    }
    Ok(json!({ "user": user, "done": done }))
}

/// Logs in with what the script says, or what the console has saved. One who is in stays so.
fn log_in(site: &mut Site, now: Moment, user: i64, command: &Command) -> Result<(), String> {
    if people::logged_in(site, user).is_ok() {
        return Ok(());
    }
    if let Some(name) = command.get("username")
        && people::named(site, name).map_err(words)? != user
    {
        return Err(format!("user {user} is not called {name}"));
    }
    people::log_in(site, now.second, user);
    Ok(())
}

/// Begins a session to the Jump Item that a command describes.
fn jump(
    site: &mut Site,
    now: Moment,
    user: i64,
    chosen: Option<i64>,
    command: &Command,
) -> Result<String, String> {
    let mut found = Vec::new();
    for table in tables(command.get("jump.method")) {
        let rows = site.store.rows(table, 0).filter(|(_, row)| fits(table, row, command));
        found.extend(
            rows.map(|(id, _)| (*table, id)).filter(|(_, id)| chosen.is_none_or(|chosen| chosen == *id)),
        );
    }
    let (table, id) = match found.as_slice() {
        [] => return Err("no Jump Item fits".to_owned()),
        [one] => *one,
        several => {
            let ids: Vec<String> =
                several.iter().take(5).map(|(table, id)| format!("{table}/{id}")).collect();
            let count = several.len();
            return Err(format!("{count} Jump Items fit, {}: choose one by `jump_item_id`", ids.join(", ")));
        }
    };
    let item = JumpItem { table: table.to_owned(), id };
    jumps::begin(site, now.second, user, item, command.attributes())
}

/// The resources that a way of jumping goes to.
fn tables(method: Option<&str>) -> &'static [&'static str] {
    match method {
        Some("push") => &["/jump-item/remote-jump"],
        Some("local_push") => &["/jump-item/local-jump"],
        Some("pinned") => &["/jump-client"],
        Some("rdp") => &["/jump-item/remote-rdp", "/jump-item/local-rdp"],
        Some("vnc") => &["/jump-item/remote-vnc", "/jump-item/local-vnc"],
        Some("shelljump") => &["/jump-item/shell-jump"],
        _ => &[
            "/jump-client",
            "/jump-item/shell-jump",
            "/jump-item/remote-rdp",
            "/jump-item/remote-vnc",
            "/jump-item/remote-jump",
            "/jump-item/local-jump",
            "/jump-item/local-rdp",
            "/jump-item/local-vnc",
            "/jump-item/web-jump",
            "/jump-item/protocol-tunnel-jump",
        ],
    }
}

/// Whether a Jump Item passes all filters: they look for a part, without case.
fn fits(table: &str, row: &Record, command: &Command) -> bool {
    let client = table == "/jump-client";
    let holds = |field: &str, wanted: &str| text(row, field).to_lowercase().contains(&wanted.to_lowercase());
    let filters = [
        ("client.comments", "comments", false),
        ("client.hostname", "hostname", false),
        ("client.tag", "tag", false),
        // Of Jump Clients only, as documented.
        ("client.private_ip", "private_ip", true),
        ("client.public_ip", "public_ip", true),
    ];
    let passes = |(name, field, of_clients): (&str, &str, bool)| {
        command.get(name).is_none_or(|wanted| (client || !of_clients) && holds(field, wanted))
    };
    let searched: &[&str] = match client {
        true => &["hostname", "comments", "public_ip", "private_ip"],
        false => unconfirmed::ITEMS_ARE_SEARCHED_BY,
    };
    let found = |wanted: &str| searched.iter().any(|field| holds(field, wanted));
    // No Jump Item here has a credential by which it could be told.
    command.get("credential_id").is_none()
        && filters.into_iter().all(passes)
        && command.get("search_string").is_none_or(found)
}
