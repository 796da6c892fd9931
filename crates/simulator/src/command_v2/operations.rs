//! Everything but sessions: the API itself, health, appliances, clients, users.

use bt_sra_core::Product;
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::Request;
use crate::answer::{Answer, Errors, Refusal};
use crate::command;
use crate::happenings::appliances::{self, Change};
use crate::happenings::{clients as connected, people};
use crate::live::appliance::Role;
use crate::live::client::{Client, Connected};
use crate::oauth::ACCOUNTS;
use crate::store::flag;
use crate::time;
use crate::unconfirmed;
use crate::world::Site;

/// The boolean permissions, and the fields of API accounts behind them: some have other names.
const PERMISSIONS: &[(&str, &str)] = &[
    ("perm_backup", "perm_backup"),
    ("perm_vault_backup", "perm_vault_backup"),
    ("perm_configuration", "perm_configuration"),
    ("perm_configuration_vault_account", "perm_configuration_vault_account"),
    ("perm_ecm", "perm_ecm"),
    ("perm_scim", "perm_scim"),
    ("perm_reporting_session", "perm_reporting_support"),
    ("perm_reporting_license", "perm_reporting_license"),
    ("perm_reporting_vault", "perm_reporting_vault"),
    ("perm_reporting_asset", "perm_reporting_jump_item"),
    ("perm_reporting_duplicate_jump_client", unconfirmed::DUPLICATE_JUMP_CLIENTS_BY),
    ("perm_reporting_syslog", "perm_reporting_syslog"),
];

/// The kinds of clients.
pub(super) const KINDS: [&str; 3] = ["access_console", "asset_client", "gateway"];

pub(super) fn info(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(ACCOUNTS, 0, request.account).map(std::borrow::Cow::into_owned);
    let row = row.unwrap_or_default();
    let mut permissions = Map::new();
    permissions.insert("perm_command".to_owned(), json!(command::permission(site, request.account)));
    permissions
        .extend(PERMISSIONS.iter().map(|(name, field)| ((*name).to_owned(), json!(flag(&row, field)))));
    let product = match site.product {
        Product::Pra => "pra",
        Product::Rs => "rs",
    };
    let info = json!({
        "permissions": permissions,
        "current_time": request.now.text(),
        "command_api_version": unconfirmed::COMMAND_API_VERSION,
        "config_api_version": site.catalog.version,
        "reporting_api_version": unconfirmed::REPORTING_API_VERSION,
        "backup_api_version": unconfirmed::BACKUP_API_VERSION,
        "product": product,
    });
    Ok(Answer::json(StatusCode::OK, info))
}

pub(super) fn health(site: &mut Site, _: &Request<'_>) -> Result<Answer, Refusal> {
    let profile = command::profile(site);
    let pair = &site.live.appliances;
    let own = pair.all.first().ok_or(Refusal::NotFound)?;
    // Documented: of a pair, the primary knows.
    let primary = own.role == Role::Primary;
    let mut health = json!({
        "version": profile.release(),
        "build": profile.build(),
        "appliance_hostname": own.hostname,
        "appliance_id": own.id,
        "cluster_role": "single",
        "failover_role": own.role.as_str(),
        "enabled_shared_ips": (!pair.shared_ips.is_empty()).then_some(&pair.shared_ips),
        "last_data_sync": pair.last_sync.filter(|_| primary).map(time::text),
        "last_data_sync_status": primary.then_some(&pair.sync_status),
    });
    let Some(trouble) = &pair.trouble else {
        return Ok(Answer::json(StatusCode::OK, health));
    };
    if let Value::Object(members) = &mut health {
        members.insert("message".to_owned(), json!(trouble));
    }
    Ok(Answer::json(StatusCode::INTERNAL_SERVER_ERROR, health))
}

pub(super) fn appliances(site: &mut Site, _: &Request<'_>) -> Result<Answer, Refusal> {
    let all: Vec<Value> = site
        .live
        .appliances
        .all
        .iter()
        .map(|machine| {
            json!({
                "id": machine.id,
                "name": machine.name,
                "public_hostname": machine.hostname,
                "cluster_role": "single",
                "failover_role": machine.role.as_str(),
                "accepting_connections": machine.accepting,
                "timezone_offset": machine.offset,
            })
        })
        .collect();
    Ok(Answer::json(StatusCode::OK, Value::Array(all)))
}

pub(super) fn counts(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let wanted = wanted(request)?;
    let count = |name: &str| {
        let counted = wanted.is_none_or(|wanted| wanted == name) || !unconfirmed::COUNTS_FOLLOW_TYPE;
        let fits = |client: &&Client| kind(client) == name && counted;
        site.live.clients.values().filter(fits).count()
    };
    // Everything is connected to the appliance that answers.
    let own = site.live.appliances.all.first().ok_or(Refusal::NotFound)?;
    let counts = json!([{
        "id": own.id,
        "access_consoles": count("access_console"),
        "asset_clients": count("asset_client"),
        "gateways": count("gateway"),
    }]);
    Ok(Answer::json(StatusCode::OK, counts))
}

pub(super) fn clients(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let wanted = wanted(request)?;
    let all: Vec<Value> = site
        .live
        .clients
        .iter()
        .filter(|(_, client)| wanted.is_none_or(|wanted| wanted == kind(client)))
        .map(|(id, client)| shown(site, *id, client))
        .collect();
    Ok(Answer::json(StatusCode::OK, Value::Array(all)))
}

pub(super) fn client(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let id = request.id()?;
    let client = site.live.clients.get(&id).ok_or(Refusal::NotFound)?;
    Ok(Answer::json(StatusCode::OK, shown(site, id, client)))
}

pub(super) fn connections(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let id = request.id()?;
    let client = site.live.clients.get(&id).ok_or(Refusal::NotFound)?;
    let appliance = site.live.appliances.all.first().map(|machine| machine.id.as_str());
    let events: Vec<Value> = client
        .events
        .iter()
        .map(|event| json!({ "time": time::text(event.at), "message": event.text }))
        .collect();
    let connections = json!({
        "id": id,
        "connections": [{
            "appliance_id": appliance,
            "purpose": "primary",
            "receive_traffic_node": false,
            "connected_since": time::text(client.since),
            "private_ip": client.private_ip,
        }],
        "events": events,
    });
    Ok(Answer::json(StatusCode::OK, connections))
}

pub(super) fn users(site: &mut Site, _: &Request<'_>) -> Result<Answer, Refusal> {
    let all: Vec<Value> = site
        .live
        .people
        .iter()
        .map(|(id, person)| {
            json!({
                "id": id,
                "type": if person.invited.is_some() { "invited" } else { "normal" },
                "display_name": people::names(site, *id).public,
                "logged_in_since": time::text(person.since),
                "session_count": site.live.sessions_of(*id).count(),
            })
        })
        .collect();
    Ok(Answer::json(StatusCode::OK, Value::Array(all)))
}

pub(super) fn log_out(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let id = request.id()?;
    request.only(site, &request.object()?, &[])?;
    if !site.live.people.contains_key(&id) && !site.store.has(people::USERS, 0, id) {
        return Err(Refusal::NotFound);
    }
    people::log_out(site, request.now.second, id).map_err(|_| {
        Refusal::Status(unconfirmed::NOT_LOGGED_IN.0, unconfirmed::NOT_LOGGED_IN.1.to_owned())
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

pub(super) fn set_failover_role(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let body = request.object()?;
    request.only(site, &body, &["role", "data_sync_first", "force"])?;
    let mut errors = Errors::default();
    let role = body.get("role").and_then(Value::as_str).and_then(Role::named);
    match (role, body.get("role")) {
        (Some(_), _) => {}
        (None, None) => errors.add("role", "The role field is required."),
        (None, Some(_)) => errors.add("role", "The selected role is invalid."),
    }
    let mut flag = |name: &str| match body.get(name) {
        None => false,
        Some(Value::Bool(on)) => *on,
        Some(_) => {
            errors.add(name, format!("The {name} field must be true or false."));
            false
        }
    };
    let (data_sync_first, force) = (flag("data_sync_first"), flag("force"));
    errors.into_result()?;
    let role = role.ok_or(Refusal::NotFound)?;
    let later = appliances::set_role(site, request.now.second, Change { role, data_sync_first, force })?;
    let message = if later { unconfirmed::ROLE_CHANGES_LATER } else { unconfirmed::ROLE_CHANGED };
    Ok(Answer::message(StatusCode::OK, message))
}

/// The kind of clients that is asked for.
fn wanted(request: &Request<'_>) -> Result<Option<&'static str>, Refusal> {
    let Some((_, given)) = request.query.iter().rev().find(|(name, _)| name == "type") else {
        return Ok(None);
    };
    let known = KINDS.into_iter().find(|kind| kind == given);
    known.map(Some).ok_or_else(|| Refusal::field("type", "The selected type is invalid."))
}

fn kind(client: &Client) -> &'static str {
    match client.what {
        Connected::Console(_) => "access_console",
        // Those who attend presentations are customers as well, of a product that has no such list.
        Connected::Customer(_) | Connected::Attendee { .. } => "asset_client",
        Connected::Agent { .. } => "gateway",
    }
}

fn shown(site: &Site, id: i64, client: &Client) -> Value {
    let about = connected::about(site, client);
    let mut members = crate::store::record(json!({
        "id": id,
        "type": kind(client),
        "hostname": about.hostname,
        "platform": about.platform,
        // Documented: a text here, and a number among the appliances.
        "timezone_offset": client.offset.to_string(),
    }));
    let more = match &client.what {
        Connected::Console(user) => {
            let names = people::names(site, *user);
            let invited = site.live.people.get(user).is_some_and(|person| person.invited.is_some());
            let lsids: Vec<&str> =
                site.live.sessions_of(*user).map(|session| session.lsid.as_str()).collect();
            json!({
                "user_id": user,
                "user_type": if invited { "invited" } else { "normal" },
                "username": names.username,
                "display_name": names.public,
                "session_count": lsids.len(),
                "session_lsids": lsids,
            })
        }
        Connected::Customer(lsid) => {
            let item = site.live.session(lsid).and_then(|session| session.jump_item.as_ref());
            match item.map(|item| item.table.as_str()) {
                Some("/jump-item/shell-jump") => json!({ "lsid": lsid, "non_interactive": "shell" }),
                Some("/jump-item/remote-rdp") => json!({ "lsid": lsid, "non_interactive": "rdp" }),
                _ => json!({ "lsid": lsid }),
            }
        }
        Connected::Attendee { .. } | Connected::Agent { .. } => json!({}),
    };
    members.extend(crate::store::record(more));
    Value::Object(members)
}
