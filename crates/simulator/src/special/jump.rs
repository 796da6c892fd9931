//! Jump Items, Jump Clients, Jumpoints: copies, installers, schedules.

use http::StatusCode;
use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::course::jobs;
use crate::course::presence::MACHINE;
use crate::crud;
use crate::fill;
use crate::installer;
use crate::paging;
use crate::refs;
use crate::special::schedule::SCHEDULE;
use crate::store::{Record, flag, int, text};
use crate::unconfirmed;
use crate::world::Site;

/// Where the installers of Jump Clients are.
pub(crate) const INSTALLERS: &str = "/jump-client/installer";

/// Copies a Jump Item or a Jump Client within its resource.
pub(crate) fn copy(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let Some(table) = call.operation.path.strip_suffix("/{id}/copy") else {
        return Err(Refusal::NotFound);
    };
    let mut copy = site.store.row(table, 0, call.id()).ok_or(Refusal::NotFound)?.into_owned();
    if unconfirmed::COPY_NEEDS_BODY || !call.object()?.is_empty() {
        let mut changes = crud::checked(site, call, None)?;
        changes.retain(|name, _| !name.starts_with('_'));
        let mut errors = Errors::default();
        refs::check(site, table, &changes.clone(), &changes, &mut errors);
        errors.into_result()?;
        copy.extend(changes);
    }
    let id = site.store.next_id(table);
    copy.insert("id".to_owned(), json!(id));
    if table == "/jump-client" {
        // Copies are the same machine, which comes and goes.
        let machine = int(&copy, MACHINE).unwrap_or(call.id());
        copy.insert(MACHINE.to_owned(), json!(machine));
        if let Some(row) = site.store.row_mut(table, 0, call.id()) {
            row.insert(MACHINE.to_owned(), json!(machine));
        }
    }
    site.store.put(table, 0, id, copy);
    if table == "/jump-client" {
        jobs::enlist(site, id);
    }
    Ok(Answer::json(
        call.success(),
        json!({ "action": unconfirmed::COPY_ACTION, "success": "1", "destId": id }),
    ))
}

/// Lists Jumpoints. The filters on addresses and host names look at the nodes.
pub(crate) fn jumpoints(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    const NODE: &[&str] = &["public_ip", "private_ip", "hostname"];
    let rows = site.store.rows("/jumpoint", 0).filter(|(id, _)| {
        let wanted: Vec<_> =
            NODE.iter().filter_map(|name| call.query(name).map(|value| (name, value))).collect();
        wanted.is_empty()
            || site
                .store
                .rows("/jumpoint/{id}/node", *id)
                .any(|(_, node)| wanted.iter().all(|(name, value)| paging::holds(node.get(**name), value)))
    });
    paging::page(call, paging::filter(call, rows.map(|(_, row)| row), NODE))
}

/// How many nodes a Jumpoint can have.
pub(crate) fn most_nodes(jumpoint: &Record) -> usize {
    if flag(jumpoint, "clustered") { unconfirmed::MOST_NODES } else { 1 }
}

/// Checks what a Jumpoint names. That the account must be generic or a domain account is documented.
pub(crate) fn check_jumpoint(site: &Site, record: &Record, old: Option<&Record>, errors: &mut Errors) {
    let account =
        int(record, "rdp_service_account_id").and_then(|id| site.store.row("/vault/account", 0, id));
    if account.is_some_and(|row| !matches!(text(&row, "type"), "username_password" | "windows_domain")) {
        errors.add(
            "rdp_service_account_id",
            "The selected rdp service account id must be a generic or a domain account.",
        );
    }
    let network = text(record, "external_jump_item_network_id");
    let id = old.and_then(|old| int(old, "id"));
    let taken = !network.is_empty()
        && site
            .store
            .rows("/jumpoint", 0)
            .any(|(other, row)| Some(other) != id && text(&row, "external_jump_item_network_id") == network);
    if taken {
        let message = "The external jump item network id has already been taken.";
        errors.add("external_jump_item_network_id", message);
    }
}

/// Checks the proxy of an installer. Documented: it must be online and be one.
pub(crate) fn check_proxy(site: &Site, record: &Record, errors: &mut Errors) {
    let name = text(record, "jumpoint_proxy");
    let fits = |row: &Record| text(row, "name") == name && flag(row, "connected") && flag(row, "jzp_enabled");
    if !name.is_empty() && !site.store.rows("/jumpoint", 0).any(|(_, row)| fits(&row)) {
        errors.add("jumpoint_proxy", "The jumpoint proxy must be online with Jump Zone Proxy enabled.");
    }
}

/// Hands out the installer of a Jumpoint.
pub(crate) fn jumpoint_installer(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row("/jumpoint", 0, call.id()).ok_or(Refusal::NotFound)?;
    let nodes = site.store.rows("/jumpoint/{id}/node", call.id()).count();
    if nodes >= most_nodes(&row) {
        let message = "The Jumpoint has as many nodes as it can have.";
        return Err(Refusal::Status(unconfirmed::INSTALLER_REFUSED_STATUS, message.to_owned()));
    }
    Ok(installer::jumpoint(&row))
}

/// Makes an installer. Only this answer has the whole key.
pub(crate) fn create_installer(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let record = crud::checked(site, call, None)?;
    let (id, record) = crud::insert(site, INSTALLERS, 0, record, call)?;
    let mut whole = record.clone();
    if let Some(Value::Object(key)) = whole.get_mut("key_info") {
        key.insert("encodedInfo".to_owned(), json!(format!("w0{}", text(&record, "installer_id"))));
    }
    site.store.put(INSTALLERS, 0, id, record);
    Ok(crud::shown(call, &whole))
}

/// Hands out the installer of a Jump Client for one platform.
pub(crate) fn client_installer(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, platform) = (call.text("installer_id"), call.text("platform"));
    let known =
        site.store.rows(INSTALLERS, 0).map(|(_, row)| row).find(|row| text(row, "installer_id") == id);
    // One that has expired is gone.
    let row = known.ok_or(Refusal::NotFound)?;
    installer::client(&row, platform).ok_or(Refusal::NotFound)
}

/// Shows the schedule of a Jump Policy.
pub(crate) fn schedule(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row("/jump-policy", 0, call.id()).ok_or(Refusal::NotFound)?;
    let schedule = match row.get(SCHEDULE) {
        Some(Value::Object(schedule)) => schedule.clone(),
        _ => Record::new(),
    };
    let shown =
        call.schema().map_or(Value::Object(schedule.clone()), |schema| fill::shown(schema, &schedule));
    Ok(Answer::json(StatusCode::OK, shown))
}
