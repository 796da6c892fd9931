//! Jump Clients and Jumpoints: they are installed, connect, disconnect and go.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::Kind::{Integer, Text};
use super::{Member, Order, Trigger, missing};
use crate::course::{jobs, presence};
use crate::crud;
use crate::fill;
use crate::refs;
use crate::special::jump::{INSTALLERS, most_nodes};
use crate::store::{Record, SCHEMA, flag, set, text};
use crate::time::Moment;
use crate::world::Site;

const CLIENTS: &str = "/jump-client";
const JUMPOINTS: &str = "/jumpoint";
const NODES: &str = "/jumpoint/{id}/node";

const CLIENT: Member = Member::needed("id", Integer, "the id of the Jump Client");
const JUMPOINT: Member = Member::needed("id", Integer, "the id of the Jumpoint");
const PUBLIC_IP: Member = Member::free("public_ip", Text, "the address that the appliance sees");
const PRIVATE_IP: Member = Member::free("private_ip", Text, "the address of the machine itself");

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "installer_runs",
        only: None,
        members: &[
            Member::needed("id", Integer, "the id of the Jump Client installer"),
            Member::free("hostname", Text, "the name of the machine"),
            Member::free("operating_system", Text, "the operating system of the machine"),
            Member::free("console_user", Text, "who is logged on to the machine"),
            PUBLIC_IP,
            PRIVATE_IP,
            Member::free("name", Text, "replaces the name that the installer gives"),
            Member::free("tag", Text, "replaces the tag that the installer gives"),
            Member::free("comments", Text, "replaces the comments that the installer gives"),
            Member::free("jump_group_id", Integer, "replaces the Jump Group that the installer gives"),
            Member::free("jump_policy_id", Integer, "replaces the Jump Policy that the installer gives"),
        ],
        effect: "A new Jump Client connects, with the settings of the installer. What replaces them must be allowed by the installer.",
        pull: installer_runs,
    },
    Trigger {
        name: "jump_client_connects",
        only: None,
        members: &[
            CLIENT,
            PUBLIC_IP,
            PRIVATE_IP,
            Member::free("console_user", Text, "who is logged on to the machine"),
        ],
        effect: "The Jump Client and its copies are online, and no longer lost.",
        pull: client_connects,
    },
    Trigger {
        name: "jump_client_disconnects",
        only: None,
        members: &[CLIENT],
        effect: "The Jump Client and its copies are offline; by the clock they are lost or uninstalled.",
        pull: client_disconnects,
    },
    Trigger {
        name: "jump_client_uninstalled",
        only: None,
        members: &[CLIENT],
        effect: "The Jump Client and its copies are uninstalled for good.",
        pull: client_uninstalled,
    },
    Trigger {
        name: "jump_client_accessed",
        only: None,
        members: &[CLIENT],
        effect: "A session was started with the Jump Client.",
        pull: client_accessed,
    },
    Trigger {
        name: "jump_client_disabled",
        only: None,
        members: &[CLIENT],
        effect: "Somebody at the machine disables the Jump Client.",
        pull: |site, _, order| unavailable(site, order, "disabled"),
    },
    Trigger {
        name: "jump_client_enabled",
        only: None,
        members: &[CLIENT],
        effect: "Somebody at the machine enables the Jump Client again.",
        pull: |site, _, order| unavailable(site, order, "none"),
    },
    Trigger {
        name: "jumpoint_connects",
        only: None,
        members: &[
            JUMPOINT,
            Member::free("node", Integer, "the node that comes back; without, a new one is installed"),
            Member::free("hostname", Text, "the name of the node's machine"),
            PUBLIC_IP,
            PRIVATE_IP,
        ],
        effect: "A node of the Jumpoint connects. A clustered Jumpoint has up to ten nodes, any other one.",
        pull: jumpoint_connects,
    },
    Trigger {
        name: "jumpoint_disconnects",
        only: None,
        members: &[JUMPOINT, Member::free("node", Integer, "the node; without, all of them")],
        effect: "Nodes of the Jumpoint disconnect; without any the Jumpoint is not connected.",
        pull: jumpoint_disconnects,
    },
    Trigger {
        name: "jumpoint_node_removed",
        only: None,
        members: &[JUMPOINT, Member::needed("node", Integer, "the node")],
        effect: "A node of the Jumpoint is uninstalled, which makes room for another.",
        pull: node_removed,
    },
];

fn installer_runs(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let Some(installer) = site.store.row(INSTALLERS, 0, id).map(Cow::into_owned) else {
        return Err(format!("{}; an expired one is gone", missing(site, "installer", INSTALLERS, id)));
    };
    let number = site.store.next_id(CLIENTS);
    let hostname = order.text("hostname").map_or_else(|| format!("machine{number}"), str::to_owned);
    let mut client = Record::new();
    set(&mut client, "id", json!(number));
    set(&mut client, SCHEMA, json!("JumpClient"));
    for field in INHERITED {
        client.extend(installer.get(*field).map(|value| ((*field).to_owned(), value.clone())));
    }
    for (field, permission) in OVERRIDES {
        let Some(value) = order.get(field) else {
            continue;
        };
        if !flag(&installer, permission) {
            return Err(format!(
                "installer {id} does not allow another `{field}`: its `{permission}` is false"
            ));
        }
        set(&mut client, field, value.clone());
    }
    if order.has("jump_group_id") {
        set(&mut client, "jump_group_type", json!("shared"));
    }
    let mut errors = crate::answer::Errors::default();
    refs::check(site, CLIENTS, &client, &client, &mut errors);
    if errors.into_result().is_err() {
        return Err("the Jump Group or the Jump Policy does not exist".to_owned());
    }
    if text(&client, "name").is_empty() {
        set(&mut client, "name", json!(hostname));
    }
    let (public, private) = (site.rng.address(), site.rng.address());
    let elevated = installer.get("elevate_install").and_then(Value::as_bool).unwrap_or(true);
    let facts = json!({
        "fqdn": format!("{hostname}.example.com"),
        "hostname": hostname,
        "operating_system": order.text("operating_system").unwrap_or("Windows 11"),
        "console_user": order.text("console_user").unwrap_or_default(),
        "public_ip": order.text("public_ip").unwrap_or(&public),
        "private_ip": order.text("private_ip").unwrap_or(&private),
        "install_mode": if elevated { "service" } else { "user" },
        "unavailable_reason": "none",
        "last_connect_timestamp": now.text(),
        presence::ONLINE: true,
    });
    client.extend(crate::store::record(facts));
    if let Some(object) = crud::row_object(site, CLIENTS, &client) {
        client.retain(|name, _| name.starts_with('_') || object.field(name).is_some());
        fill::complete(&mut client, object);
    }
    site.store.put(CLIENTS, 0, number, client);
    jobs::enlist(site, number);
    Ok(json!({ "jump_client": number }))
}

fn client_connects(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    each(site, order, |row| {
        if text(row, "connection_type") == "uninstalled" {
            return Err(
                "an uninstalled Jump Client does not come back: let its installer run again".to_owned()
            );
        }
        presence::connect(row, now);
        set(row, "is_lost", json!(false));
        for field in ["public_ip", "private_ip", "console_user"] {
            row.extend(order.get(field).map(|value| (field.to_owned(), value.clone())));
        }
        Ok(())
    })
}

fn client_disconnects(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    each(site, order, |row| {
        presence::disconnect(row, now.second);
        Ok(())
    })
}

fn client_uninstalled(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    each(site, order, |row| {
        presence::uninstall(row, now.second);
        Ok(())
    })
}

fn client_accessed(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let why = missing(site, "Jump Client", CLIENTS, id);
    let row = site.store.row_mut(CLIENTS, 0, id).ok_or(why)?;
    if !presence::online(row) && text(row, "connection_type") != "passive" {
        return Err(format!("Jump Client {id} is offline"));
    }
    if text(row, "unavailable_reason") == "disabled" {
        return Err(format!("Jump Client {id} is disabled"));
    }
    set(row, "last_access_timestamp", json!(now.text()));
    Ok(json!({ "jump_client": id }))
}

fn unavailable(site: &mut Site, order: &Order<'_>, reason: &str) -> Result<Value, String> {
    each(site, order, |row| {
        set(row, "unavailable_reason", json!(reason));
        Ok(())
    })
}

/// Does something to a Jump Client and to its copies, which are the same machine.
fn each(
    site: &mut Site,
    order: &Order<'_>,
    change: impl Fn(&mut Record) -> Result<(), String>,
) -> Result<Value, String> {
    let id = order.id("id");
    let same = presence::same_machine(site, id);
    if same.is_empty() {
        return Err(missing(site, "Jump Client", CLIENTS, id));
    }
    for id in &same {
        if let Some(row) = site.store.row_mut(CLIENTS, 0, *id) {
            change(row)?;
        }
    }
    Ok(json!({ "jump_clients": same }))
}

fn jumpoint_connects(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    let row = site.store.row(JUMPOINTS, 0, id).ok_or_else(|| missing(site, "Jumpoint", JUMPOINTS, id))?;
    let most = most_nodes(&row);
    let node = match order.integer("node") {
        Some(node) => node,
        None => {
            let there = site.store.rows(NODES, id).count();
            if there >= most {
                return Err(format!(
                    "Jumpoint {id} has {there} of {most} nodes: name the `node` that comes back, of {}",
                    nodes(site, id)
                ));
            }
            let node = site.store.next_id(NODES);
            let fresh = crate::store::record(json!({
                "id": node,
                "last_connect_timestamp": null,
                "last_disconnect_timestamp": null,
                "public_ip": "203.0.113.200",
                "private_ip": "192.0.2.200",
                "hostname": format!("jumpoint{id}-{node}.example.com"),
            }));
            site.store.put(NODES, id, node, fresh);
            node
        }
    };
    let why = format!("Jumpoint {id} has no node {node}, but {}", nodes(site, id));
    let row = site.store.row_mut(NODES, id, node).ok_or(why)?;
    presence::connect(row, now);
    for field in ["hostname", "public_ip", "private_ip"] {
        row.extend(order.get(field).map(|value| (field.to_owned(), value.clone())));
    }
    presence::tell_jumpoint(site, id);
    Ok(json!({ "jumpoint": id, "node": node }))
}

fn jumpoint_disconnects(site: &mut Site, now: Moment, order: &Order<'_>) -> Result<Value, String> {
    let id = order.id("id");
    if site.store.row(JUMPOINTS, 0, id).is_none() {
        return Err(missing(site, "Jumpoint", JUMPOINTS, id));
    }
    let chosen = order.integer("node");
    let gone: Vec<i64> = site
        .store
        .rows(NODES, id)
        .map(|(node, _)| node)
        .filter(|node| chosen.is_none_or(|chosen| chosen == *node))
        .collect();
    if gone.is_empty() {
        return Err(format!("Jumpoint {id} has no such node, but {}", nodes(site, id)));
    }
    for node in &gone {
        if let Some(row) = site.store.row_mut(NODES, id, *node) {
            presence::disconnect(row, now.second);
        }
    }
    presence::tell_jumpoint(site, id);
    Ok(json!({ "jumpoint": id, "nodes": gone }))
}

fn node_removed(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let (id, node) = (order.id("id"), order.id("node"));
    if !site.store.take(NODES, id, node) {
        return Err(format!("Jumpoint {id} has no node {node}, but {}", nodes(site, id)));
    }
    presence::tell_jumpoint(site, id);
    Ok(json!({ "jumpoint": id, "node": node }))
}

fn nodes(site: &Site, jumpoint: i64) -> String {
    let ids: Vec<String> = site.store.rows(NODES, jumpoint).map(|(node, _)| node.to_string()).collect();
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

/// What a Jump Client takes over from its installer.
const INHERITED: &[&str] = &[
    "attended_session_policy_id",
    "comments",
    "connection_type",
    "customer_client_start_mode",
    "is_quiet",
    "jump_group_id",
    "jump_group_type",
    "jump_policy_id",
    "max_offline_minutes",
    "name",
    "public_site_address",
    "session_policy_id",
    "support_button_direct_queue",
    "support_button_profile_code_name",
    "tag",
    "unattended_session_policy_id",
];

/// What may be said at installation, and what of the installer allows it.
const OVERRIDES: [(&str, &str); 5] = [
    ("name", "allow_override_name"),
    ("tag", "allow_override_tag"),
    ("comments", "allow_override_comments"),
    ("jump_group_id", "allow_override_jump_group"),
    ("jump_policy_id", "allow_override_jump_policy"),
];
