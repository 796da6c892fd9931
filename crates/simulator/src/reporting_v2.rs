//! The JSON Reporting API of PRA: `/api/reporting/v2`, with its one report, on duplicate Jump Clients.

use std::collections::{BTreeMap, BTreeSet};

use bt_sra_core::Product;
use bytes::Bytes;
use http::header::ALLOW;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::course::presence;
use crate::oauth::{self, ACCOUNTS};
use crate::rng::Rng;
use crate::rules;
use crate::store::{Record, flag, int, text};
use crate::unconfirmed;
use crate::world::Site;

/// Where the API hangs.
pub(crate) const BASE: &str = "/api/reporting/v2";

const PATH: &str = "/duplicate-jump-clients";
const CLIENTS: &str = "/jump-client";

/// Parameters that keep what they are part of, without case.
const PARTS: [&str; 5] = ["name", "jump_group", "comments", "tag", "system_identifier"];

/// How many items there are at most, and without a word. Documented.
const MOST: usize = 5_000;
const USUAL: usize = 500;

/// A request whose account is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) method: &'a Method,
    /// Below the base.
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) body: &'a Bytes,
    /// The API account.
    pub(crate) account: i64,
}

/// Answers a request.
pub(crate) fn answer(site: &mut Site, sent: &Sent<'_>) -> Answer {
    run(site, sent).unwrap_or_else(Answer::from)
}

fn run(site: &mut Site, sent: &Sent<'_>) -> Result<Answer, Refusal> {
    let rest = sent.path.strip_prefix(PATH).filter(|_| site.product == Product::Pra);
    let (id, allow) = match rest.ok_or(Refusal::NotFound)? {
        "" => (None, "GET,HEAD,DELETE"),
        rest => (rest.strip_prefix('/').filter(|id| !id.contains('/')), "GET,HEAD"),
    };
    if rest != Some("") && id.is_none_or(str::is_empty) {
        return Err(Refusal::NotFound);
    }
    let row = site.store.row(ACCOUNTS, 0, sent.account).map(std::borrow::Cow::into_owned).unwrap_or_default();
    let [own, other] = unconfirmed::reporting::DUPLICATES;
    if !flag(&row, if row.contains_key(own) { own } else { other }) {
        return Err(Refusal::Status(StatusCode::FORBIDDEN, unconfirmed::FORBIDDEN_MESSAGE.to_owned()));
    }
    match (sent.method, id) {
        (&Method::OPTIONS, _) => Ok(Answer::empty(StatusCode::OK).header(ALLOW, allow)),
        (&Method::GET | &Method::HEAD, Some(id)) => show(site, sent, id),
        (&Method::GET | &Method::HEAD, None) => list(site, sent),
        (&Method::DELETE, None) => delete(site, sent),
        _ => Err(Refusal::Method(allow.to_owned())),
    }
}

fn list(site: &Site, sent: &Sent<'_>) -> Result<Answer, Refusal> {
    let query = oauth::form(sent.query.as_bytes());
    let mut items = duplicates(site).into_values().flatten().map(|client| client.item).collect::<Vec<_>>();
    items.sort_by_key(|item| item["id"].as_i64());
    let (mut limit, mut offset) = (USUAL, 0);
    for (name, value) in &query {
        match name.as_str() {
            "id" => {
                let id = number(name, value, 1, usize::MAX)?;
                items.retain(|item| item["id"] == json!(id));
            }
            "status" if matches!(value.as_str(), "online" | "offline") => {
                items.retain(|item| item["status"] == json!(value));
            }
            "limit" => limit = number(name, value, 1, MOST)?,
            "offset" => offset = number(name, value, 0, usize::MAX)?,
            name if PARTS.contains(&name) => {
                let wanted = value.to_lowercase();
                items.retain(|item| {
                    item[name].as_str().is_some_and(|text| text.to_lowercase().contains(&wanted))
                });
            }
            name if site.switches.strict || name == "status" => return Err(bad(name)),
            _ => {}
        }
    }
    let total = items.len();
    let page: Vec<Value> = items.into_iter().skip(offset).take(limit).collect();
    let data =
        json!({ "count": page.len(), "items": page, "offset": offset, "limit": limit, "total": total });
    Ok(Answer::json(StatusCode::OK, json!({ "data": data })))
}

fn show(site: &Site, sent: &Sent<'_>, id: &str) -> Result<Answer, Refusal> {
    if !sent.query.is_empty() && site.switches.strict {
        return Err(bad(sent.query.split('=').next().unwrap_or_default()));
    }
    let id = i64::try_from(number("id", id, 1, usize::MAX)?).map_err(|_| Refusal::NotFound)?;
    let found = duplicates(site).into_values().flatten().find(|client| client.id == id);
    let found = found.ok_or(Refusal::NotFound)?;
    Ok(Answer::json(StatusCode::OK, json!({ "data": found.item })))
}

fn delete(site: &mut Site, sent: &Sent<'_>) -> Result<Answer, Refusal> {
    let malformed = || Refusal::Status(StatusCode::BAD_REQUEST, "The body is not as it must be.".to_owned());
    let Ok(Value::Object(body)) = serde_json::from_slice::<Value>(sent.body) else {
        return Err(malformed());
    };
    let known = ["ids", "system_identifiers", "allow_delete_all"];
    if let Some(name) = body.keys().find(|name| !known.contains(&name.as_str())) {
        return Err(bad(name));
    }
    let all = match body.get("allow_delete_all") {
        None => false,
        Some(Value::Bool(all)) => *all,
        Some(_) => return Err(malformed()),
    };
    let groups = duplicates(site);
    let doomed: BTreeSet<i64> = match (body.get("ids"), body.get("system_identifiers")) {
        (Some(Value::Array(ids)), None) if !ids.is_empty() => {
            let ids: Option<BTreeSet<i64>> = ids.iter().map(|id| id.as_i64().filter(|id| *id > 0)).collect();
            let ids = ids.ok_or_else(malformed)?;
            let known: BTreeSet<i64> = groups.values().flatten().map(|client| client.id).collect();
            if !ids.is_subset(&known) {
                return Err(Refusal::NotFound);
            }
            // Documented: of each machine one must be left.
            let emptied = groups.values().any(|group| group.iter().all(|client| ids.contains(&client.id)));
            if emptied && !all {
                return Err(refused("ids", "The ids would leave nothing of a machine."));
            }
            ids
        }
        (None, Some(Value::Array(names))) if !names.is_empty() => {
            let mut doomed = BTreeSet::new();
            for name in names {
                let name = name.as_str().filter(|name| !name.is_empty()).ok_or_else(malformed)?;
                let group = groups.get(name).ok_or(Refusal::NotFound)?;
                // Documented: whoever was connected last survives, of several the newest.
                let survivor = group.iter().max_by_key(|client| (client.connected.clone(), client.id));
                let survivor = survivor.map(|client| client.id).filter(|_| !all);
                doomed.extend(group.iter().map(|client| client.id).filter(|id| Some(*id) != survivor));
            }
            doomed
        }
        (Some(Value::Array(_)), None) | (None, Some(Value::Array(_))) => return Err(malformed()),
        (Some(_), Some(_)) | (None, None) => {
            return Err(refused("ids", "Exactly one of ids and system_identifiers is required."));
        }
        _ => return Err(malformed()),
    };
    for id in doomed {
        // What cannot be deleted stays.
        let _ = rules::delete(site, CLIENTS, 0, id);
    }
    crate::course::wake(site);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

/// A Jump Client that is there more than once.
struct Client {
    id: i64,
    /// When it was connected last.
    connected: String,
    item: Value,
}

/// The Jump Clients that are there more than once, by what their machine is known by. That is the
/// host name here.
fn duplicates(site: &Site) -> BTreeMap<String, Vec<Client>> {
    let mut groups: BTreeMap<String, Vec<Client>> = BTreeMap::new();
    for (id, row) in site.store.rows(CLIENTS, 0) {
        let host = text(&row, "hostname").to_lowercase();
        if host.is_empty() {
            continue;
        }
        let digest =
            host.bytes().fold(7, |sum: u64, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
        let system = Rng::new(digest).hex(32);
        let connected = text(&row, "last_connect_timestamp").to_owned();
        let client = Client { id, item: item(site, id, &row, &system, &connected), connected };
        groups.entry(system).or_default().push(client);
    }
    groups.retain(|_, group| group.len() > 1);
    groups
}

fn item(site: &Site, id: i64, row: &Record, system: &str, connected: &str) -> Value {
    let group = int(row, "jump_group_id").unwrap_or_default();
    let (table, name) = match text(row, "jump_group_type") {
        "personal" => ("/user", "public_display_name"),
        _ => ("/jump-group", "name"),
    };
    let group = site.store.row(table, 0, group).map(|row| text(&row, name).to_owned()).unwrap_or_default();
    let optional = |name: &str| Some(text(row, name)).filter(|text| !text.is_empty());
    json!({
        "id": id,
        "name": text(row, "name"),
        "jump_group": group,
        "install_time": connected,
        "comments": optional("comments"),
        "tag": optional("tag"),
        "status": if presence::online(row) { "online" } else { "offline" },
        "system_identifier": system,
    })
}

fn number(name: &str, value: &str, least: usize, most: usize) -> Result<usize, Refusal> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<usize> = value.parse().ok().filter(|_| digits);
    number.filter(|number| (least..=most).contains(number)).ok_or_else(|| bad(name))
}

fn bad(name: &str) -> Refusal {
    let status = unconfirmed::reporting::DUPLICATES_BAD;
    Refusal::Status(status, format!("{} {name}", unconfirmed::UNKNOWN_MESSAGE))
}

fn refused(name: &str, why: &str) -> Refusal {
    let mut errors = Errors::default();
    errors.add(name, why);
    Refusal::Invalid(errors)
}
