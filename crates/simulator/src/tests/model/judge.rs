//! The rules of collections and items: what an accepted request answers, and what it changes.

use serde_json::{Value, json};

use super::facts;
use super::refusal::alike;
use super::request::Request;
use super::world::{self, Place, Row, World};
use crate::tests::client::Reply;

/// Members of answers that hold a secret wherever they stand.
const HIDDEN: &[&str] =
    &["private_key", "private_key_passphrase", "token", "x509_key", "x509_key_passphrase"];

impl World {
    /// Compares an answer with what the rules say, and takes note of what the request has changed.
    pub(super) fn judge(
        &mut self,
        request: &Request,
        reply: &Reply,
        read: &dyn Fn(&str) -> Reply,
    ) -> Result<(), String> {
        self.settle();
        if Self::forbidden(request) {
            return status(reply, 403);
        }
        if request.method == "PUT" {
            status(reply, 405)?;
            let allow = reply.header("allow");
            return if allow.contains("GET") { Ok(()) } else { Err(format!("405 with Allow: {allow}")) };
        }
        if let Some(verdict) = self.judge_special(request, reply, read) {
            verdict?;
            return Self::no_secrets(request, reply);
        }
        let place = self.place(&request.path).ok_or("the model has no such path")?;
        let due = self.refusals(request, &place);
        if due.is_empty() {
            match (request.method, place.id) {
                ("GET", None) => self.listed(request, reply, &place)?,
                ("GET", Some(id)) => self.shown(reply, &place, id)?,
                ("POST", None) => self.created(request, reply, &place, read)?,
                ("POST", Some(id)) => self.copied(request, reply, &place, id)?,
                ("PATCH", Some(id)) => {
                    self.changed(request, reply, &place, id)?;
                    if place.table == "/vendor" {
                        // How long expired users stay may be another time now.
                        self.relearn("/vendor/", read);
                    }
                }
                ("DELETE", Some(id)) => self.deleted(reply, &place, id)?,
                _ => return Err("the model has no such request".to_owned()),
            }
        } else {
            due.judge(reply)?;
        }
        Self::no_secrets(request, reply)
    }

    fn no_secrets(request: &Request, reply: &Reply) -> Result<(), String> {
        if request.path.ends_with("/check-out") {
            return Ok(());
        }
        if String::from_utf8_lossy(&reply.bytes).contains("hush-") {
            return Err("the answer holds a secret".to_owned());
        }
        let rows = reply.json.as_array().map_or(std::slice::from_ref(&reply.json), Vec::as_slice);
        for name in HIDDEN {
            if rows.iter().any(|row| row.get(name).is_some()) {
                return Err(format!("the answer has the write-only {name}"));
            }
        }
        let masked = request.path.starts_with("/vendor/");
        if !masked && rows.iter().any(|row| row.get("password").is_some()) {
            return Err("the answer has a password".to_owned());
        }
        Ok(())
    }

    fn listed(&self, request: &Request, reply: &Reply, place: &Place) -> Result<(), String> {
        status(reply, 200)?;
        let accounts = place.table == facts::ACCOUNTS;
        let personal = request.query("include_personal") == Some("true");
        let filters = place.resource.filters.iter().filter(|name| **name != "include_personal");
        let filters: Vec<(&str, &str)> =
            filters.filter_map(|name| request.query(name).map(|value| (*name, value))).collect();
        let fit = |row: &&Row| {
            let hidden = accounts && !personal && row.get("personal") == Some(&json!(true));
            !hidden && filters.iter().all(|(name, wanted)| matches(row.get(*name), wanted))
        };
        let rows: Vec<&Row> = self.tables[&place.table].values().filter(fit).collect();
        paged(request, reply, place.resource.paged, rows.len())?;
        let (start, size) = window(request, place.resource.paged);
        let rows: Vec<Row> = rows.into_iter().skip(start).take(size).cloned().collect();
        let rows: Vec<Row> = rows.into_iter().map(|row| if accounts { slim(&row) } else { row }).collect();
        let mut answer = reply.json.clone();
        for (row, known) in answer.as_array_mut().into_iter().flatten().zip(&rows) {
            // Some kinds have less on their own than in the list.
            if let Some(row) = row.as_object_mut().filter(|_| accounts) {
                row.retain(|name, _| known.contains_key(name) || !facts::SLIM.contains(&name.as_str()));
            }
        }
        same(&answer, &rows.into_iter().map(Value::Object).collect())
    }

    fn shown(&self, reply: &Reply, place: &Place, id: i64) -> Result<(), String> {
        status(reply, 200)?;
        same(&reply.json, &Value::Object(self.tables[&place.table][&id].clone()))
    }

    fn created(
        &mut self,
        request: &Request,
        reply: &Reply,
        place: &Place,
        read: &dyn Fn(&str) -> Reply,
    ) -> Result<(), String> {
        status(reply, place.resource.made)?;
        let sent = request.body.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        let known = self.ids(&place.table);
        let mut row = match reply.json.as_object() {
            Some(row) => row.clone(),
            // A vendor user has to be looked for.
            None if place.table.starts_with("/vendor/") && reply.bytes.is_empty() => {
                let list = read(&place.table).json;
                let new = list
                    .as_array()
                    .into_iter()
                    .flatten()
                    .find(|row| row["id"].as_i64().is_some_and(|id| !known.contains(&id)));
                new.and_then(Value::as_object).ok_or("the list has no new user")?.clone()
            }
            None => return Err(format!("no object: {:?}", reply.bytes)),
        };
        let id = row.get(place.resource.key).and_then(Value::as_i64).ok_or("no id")?;
        if known.contains(&id) {
            return Err(format!("the id {id} is taken"));
        }
        let ageless = place.table == facts::ACCOUNT_POLICIES && !rotates(&sent);
        for field in self.fields(place.resource, &sent) {
            if ageless && field.name == "maximum_password_age" {
                continue;
            }
            let due = match sent.get(field.name) {
                _ if field.secret || field.request_only => continue,
                Some(value) => value.clone(),
                None if field.default.is_empty() => continue,
                None => serde_json::from_str(field.default).unwrap(),
            };
            if row.get(field.name) != Some(&due) {
                return Err(format!("{} is {:?}, {due} was due", field.name, row.get(field.name)));
            }
        }
        self.follows(place, &sent, &row)?;
        if let Some(key) = row.get_mut("key_info").and_then(Value::as_object_mut) {
            // Documented: only the answer to the creation has it.
            key.remove("encodedInfo").ok_or("key_info has no encodedInfo")?;
        }
        if place.table == facts::ACCOUNTS {
            let secret = ["password", "token", "private_key"].iter().find_map(|name| sent.get(*name));
            if let Some(secret) = secret.and_then(Value::as_str) {
                self.vault.secrets.insert(id, secret.to_owned());
            }
        }
        self.tables.entry(place.table.clone()).or_default().insert(id, row);
        let path = format!("{}/{id}", place.table);
        for resource in self.resources().filter(|resource| resource.is_below()) {
            if let Some((above, below)) = resource.template.split_once("/{id}")
                && above == place.table
            {
                self.tables.insert(format!("{path}{below}"), std::collections::BTreeMap::new());
            }
        }
        if place.table == facts::ACCOUNT_GROUPS {
            // What a new group starts with is said nowhere.
            let association = read(&format!("{path}/jump-item-association")).json;
            self.associations.insert(path.clone(), association);
        }
        self.made.insert(path);
        Ok(())
    }

    /// What the appliance derives from the rest.
    fn follows(&self, place: &Place, sent: &Row, row: &Row) -> Result<(), String> {
        let due = match place.resource.template {
            "/jump-item/shell-jump" if !sent.contains_key("port") => {
                Some(("port", json!(if sent["protocol"] == "telnet" { 23 } else { 22 })))
            }
            "/jump-client/installer" => {
                let minutes = sent.get("valid_duration").and_then(Value::as_i64).unwrap_or(1440);
                Some(("expiration_timestamp", json!(world::text(self.second + minutes * 60))))
            }
            "/vendor/{id}/user" => {
                let vendor = place.parent.and_then(|id| self.row("/vendor", id)).ok_or("no vendor")?;
                let days = vendor["account_expiration"].as_i64().ok_or("no account_expiration")?;
                Some(("account_expiration", json!(world::text(self.second + days * 86_400))))
            }
            "/user" => Some(("security_provider_id", json!(1))),
            facts::ACCOUNTS => Some(("type", sent["type"].clone())),
            "/team/{id}/user" => Some(("team_id", json!(place.parent))),
            "/vault/account-group/{id}/user" => Some(("account_group_id", json!(place.parent))),
            _ => None,
        };
        match due {
            Some((name, due)) if row.get(name) != Some(&due) => {
                Err(format!("{name} is {:?}, {due} was due", row.get(name)))
            }
            _ => Ok(()),
        }
    }

    fn copied(&mut self, request: &Request, reply: &Reply, place: &Place, id: i64) -> Result<(), String> {
        status(reply, 200)?;
        let new = reply.json["destId"].as_i64().ok_or("no destId")?;
        if reply.json["success"] != "1" || !reply.json["action"].is_string() {
            return Err(format!("not the answer to a copy: {}", reply.json));
        }
        let rows = self.tables.get_mut(&place.table).ok_or("no such table")?;
        let mut copy = rows.get(&id).ok_or("no original")?.clone();
        copy.extend(request.body.as_ref().and_then(Value::as_object).cloned().unwrap_or_default());
        copy.retain(|name, _| name != "colour");
        copy.insert("id".to_owned(), json!(new));
        if rows.insert(new, copy).is_some() {
            return Err(format!("the id {new} is taken"));
        }
        self.made.insert(format!("{}/{new}", place.table));
        Ok(())
    }

    fn changed(&mut self, request: &Request, reply: &Reply, place: &Place, id: i64) -> Result<(), String> {
        status(reply, 200)?;
        let mut row = self.tables[&place.table][&id].clone();
        let sent = request.body.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        for field in self.fields(place.resource, &row) {
            match sent.get(field.name) {
                Some(value) if field.secret => {
                    let whole = place.table == facts::ACCOUNTS && !field.name.ends_with("passphrase");
                    if let Some(text) = value.as_str().filter(|_| whole) {
                        self.vault.secrets.insert(id, text.to_owned());
                    }
                    // Another key has another public half.
                    if field.name == "private_key" {
                        row.insert("public_key".to_owned(), reply.json["public_key"].clone());
                    }
                }
                Some(value) => {
                    row.insert(field.name.to_owned(), value.clone());
                }
                None => {}
            }
        }
        if place.table == facts::ACCOUNT_POLICIES && !rotates(&row) {
            row.remove("maximum_password_age");
        }
        self.tables.entry(place.table.clone()).or_default().insert(id, row.clone());
        same(&reply.json, &Value::Object(row))
    }

    fn deleted(&mut self, reply: &Reply, place: &Place, id: i64) -> Result<(), String> {
        status(reply, place.resource.gone)?;
        match place.table.as_str() {
            facts::ACCOUNT_GROUPS => {
                // Documented: the accounts move to the default group, 1.
                for account in self.members(id) {
                    self.regroup(account, 1);
                }
            }
            facts::ACCOUNT_POLICIES => {
                let default = self.tables[facts::ACCOUNT_POLICIES][&1]["code_name"].clone();
                let gone = self.tables[facts::ACCOUNT_POLICIES][&id]["code_name"].clone();
                // Documented: the accounts move to the default policy.
                self.each_account(|row| {
                    if row.get("account_policy") == Some(&gone) {
                        row.insert("account_policy".to_owned(), default.clone());
                    }
                });
                // Groups without a policy of their own have the default one.
                for row in
                    self.tables.get_mut(facts::ACCOUNT_GROUPS).into_iter().flat_map(|rows| rows.values_mut())
                {
                    if row.get("account_policy") == Some(&gone) {
                        row.insert("account_policy".to_owned(), Value::Null);
                    }
                }
            }
            _ => {}
        }
        self.forget(&place.table, id);
        Ok(())
    }

    fn each_account(&mut self, mut change: impl FnMut(&mut Row)) {
        self.tables
            .get_mut(facts::ACCOUNTS)
            .into_iter()
            .flat_map(|rows| rows.values_mut())
            .for_each(&mut change);
    }
}

/// Documented: without scheduled rotation there is no greatest age either.
pub(super) fn rotates(policy: &Row) -> bool {
    policy.get("scheduled_password_rotation") == Some(&json!(true))
}

pub(super) fn status(reply: &Reply, due: u16) -> Result<(), String> {
    let status = reply.status.as_u16();
    if status == due { Ok(()) } else { Err(format!("the answer is {status} {}, {due} was due", reply.json)) }
}

/// Compares two values, and tells the first place where they differ.
pub(super) fn same(answer: &Value, due: &Value) -> Result<(), String> {
    let inside = |key: &str, answer: &Value, due: &Value| {
        same(answer, due).map_err(|complaint| format!("/{key}{complaint}"))
    };
    match (answer, due) {
        _ if answer == due => Ok(()),
        (Value::Object(answer), Value::Object(due))
            if answer.keys().eq(due.keys()) || answer.len() == due.len() =>
        {
            due.iter().try_for_each(|(key, due)| inside(key, answer.get(key).unwrap_or(&Value::Null), due))
        }
        (Value::Array(answer), Value::Array(due)) if answer.len() == due.len() => {
            let mut pairs = answer.iter().zip(due).enumerate();
            pairs.try_for_each(|(index, (answer, due))| inside(&index.to_string(), answer, due))
        }
        _ => Err(format!(" is\n    {answer}\n  and not\n    {due}")),
    }
}

fn slim(row: &Row) -> Row {
    row.iter()
        .filter(|(name, _)| facts::SLIM.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn matches(value: Option<&Value>, wanted: &str) -> bool {
    match value {
        Some(Value::String(text)) => alike(text, wanted),
        Some(Value::Number(number)) => number.to_string() == wanted,
        _ => false,
    }
}

/// Where a page starts, and how long it is.
pub(super) fn window(request: &Request, paged: bool) -> (usize, usize) {
    if !paged {
        return (0, usize::MAX);
    }
    let number = |name, default| request.query(name).and_then(|text| text.parse().ok()).unwrap_or(default);
    let size: usize = number("per_page", 100);
    ((number("current_page", 1) - 1) * size, size)
}

/// Compares the five headers of a list.
pub(super) fn paged(request: &Request, reply: &Reply, paged: bool, total: usize) -> Result<(), String> {
    if !paged {
        return Ok(());
    }
    let (start, size) = window(request, true);
    let (current, last) = (start / size + 1, total.div_ceil(size).max(1));
    let link = |page: usize, relation: &str| {
        let sections: Vec<&str> = reply.header("link").split(", ").collect();
        let section = sections.iter().find(|section| section.ends_with(&format!("rel=\"{relation}\"")));
        section.map(|section| {
            let (url, _) = section.split_once(">;").unwrap_or_default();
            let pairs: Vec<&str> = url.split_once('?').unwrap_or_default().1.split('&').collect();
            pairs.contains(&format!("current_page={page}").as_str())
                && pairs.contains(&format!("per_page={size}").as_str())
                && url.contains(&format!("/api/config/v1{}?", request.path))
        })
    };
    let links = [
        ("first", Some(1)),
        ("last", Some(last)),
        ("next", (current < last).then_some(current + 1)),
        // Past the end, which page comes before is said nowhere.
        ("previous", (current > 1 && current <= last).then(|| current - 1)),
    ];
    for (relation, page) in links {
        let past = relation == "previous" && current > last;
        let found = link(page.unwrap_or_default(), relation);
        if !past && (found.is_some() != page.is_some() || found == Some(false)) {
            return Err(format!("the relation {relation} in {}", reply.header("link")));
        }
    }
    for (name, due) in [("current-page", current), ("per-page", size), ("last-page", last), ("total", total)]
    {
        let value = reply.header(&format!("x-bt-pagination-{name}"));
        if value != due.to_string() {
            return Err(format!("x-bt-pagination-{name} is {value:?}, {due} was due"));
        }
    }
    Ok(())
}
