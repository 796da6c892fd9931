//! The rules of vault accounts: check-outs, rotations, groups, associations.

use serde_json::{Value, json};

use super::facts;
use super::judge::{paged, same, status, window};
use super::refusal::Refusals;
use super::request::{Request, Who};
use super::world::{self, Row, World};
use crate::tests::client::Reply;
use crate::unconfirmed;

impl World {
    pub(super) fn judge_credential(
        &mut self,
        request: &Request,
        reply: &Reply,
        id: i64,
        action: &str,
    ) -> Result<(), String> {
        let Some(row) = self.row(facts::ACCOUNTS, id).cloned() else {
            return status(reply, 404);
        };
        let kind = row["type"].as_str().unwrap_or_default();
        let holders = self.vault.holders.entry(id).or_default().clone();
        let mine = holders.contains(&request.who);
        let mut due = Refusals::default();
        let managed = matches!(kind, "windows_local" | "windows_domain" | "aws_secret");
        match action {
            // Documented for authorities; the answer has no type for the other two.
            "check-out" if matches!(kind, "x509_ca" | "x509_csr" | "password_safe") => due.state(),
            "check-out" if !holders.is_empty() && !mine && !self.is_shared(&row) => due.state(),
            "check-in" if !mine => due.state(),
            "force-check-in" if matches!(kind, "ssh" | "ssh_ca" | "x509_ca" | "x509_csr") => due.state(),
            "force-check-in" if holders.is_empty() => due.state(),
            "rotate" if !managed => due.state(),
            _ => {}
        }
        if !due.is_empty() {
            return due.judge(reply);
        }
        status(reply, 200)?;
        match action {
            "check-out" => return self.checked_out(request.who, reply, id, &row),
            "check-in" => {
                self.vault.holders.entry(id).or_default().remove(&request.who);
            }
            "force-check-in" => self.vault.holders.entry(id).or_default().clear(),
            _ => {}
        }
        let automatic = managed && self.policy_flag(&row, "auto_rotate_credentials");
        if action == "rotate" || automatic {
            let takes = i64::try_from(unconfirmed::ROTATION_TAKES.as_secs()).unwrap();
            if self.vault.due.insert(id, self.second + takes).is_some_and(|due| due <= self.second) {
                self.vault.rotated.insert(id);
            }
        }
        if reply.json.is_object() { Ok(()) } else { Err("no JSON object".to_owned()) }
    }

    fn checked_out(&mut self, who: Who, reply: &Reply, id: i64, row: &Row) -> Result<(), String> {
        let kind = row["type"].as_str().unwrap_or_default();
        let member = match kind {
            "ssh" | "ssh_ca" => "private_key",
            "opaque_token" => "token",
            _ => "password",
        };
        if reply.json["type"] != kind || !reply.json["username"].is_string() {
            return Err(format!("not a credential of the kind {kind}"));
        }
        if row.get("username").is_some_and(|name| *name != reply.json["username"] && *name != "") {
            return Err("another user name".to_owned());
        }
        if (kind == "ssh_ca") != reply.json.get("signed_public_cert").is_some() {
            return Err("signed_public_cert is for authorities".to_owned());
        }
        let secret = reply.json[member].as_str().ok_or_else(|| format!("no {member}"))?.to_owned();
        let due = self.vault.due.get(&id).is_some_and(|due| *due <= self.second);
        let rotated = self.vault.rotated.remove(&id) || due;
        if let Some(known) = self.vault.secrets.get(&id)
            && (*known == secret) == rotated
        {
            return Err(format!("the secret is {secret:?}, after {known:?} (rotated: {rotated})"));
        }
        if due {
            self.vault.due.remove(&id);
        }
        self.vault.secrets.insert(id, secret);
        self.vault.holders.entry(id).or_default().insert(who);
        let now = world::text(self.second);
        if let Some(row) = self.tables.get_mut(facts::ACCOUNTS).and_then(|rows| rows.get_mut(&id)) {
            row.insert("last_checkout_timestamp".to_owned(), json!(now));
        }
        Ok(())
    }

    fn is_shared(&self, row: &Row) -> bool {
        self.policy_flag(row, "allow_simultaneous_checkout")
    }

    /// What the policy of an account says: its own, else its group's, else the default one.
    pub(super) fn policy_flag(&self, row: &Row, flag: &str) -> bool {
        let own = row.get("account_policy").and_then(Value::as_str);
        let group = row["id"].as_i64().and_then(|id| self.group_of(id));
        let group = group.and_then(|id| self.row(facts::ACCOUNT_GROUPS, id));
        let name = own.or_else(|| group.and_then(|row| row.get("account_policy")).and_then(Value::as_str));
        let policy = name.and_then(|name| self.policy(name));
        let policy = policy.or_else(|| self.row(facts::ACCOUNT_POLICIES, 1));
        policy.is_some_and(|policy| policy.get(flag) == Some(&json!(true)))
    }

    /// The accounts of a group, which are told by the accounts.
    pub(super) fn judge_membership(
        &mut self,
        request: &Request,
        reply: &Reply,
        group: i64,
        account: Option<i64>,
    ) -> Result<(), String> {
        if self.row(facts::ACCOUNT_GROUPS, group).is_none() {
            return status(reply, 404);
        }
        let member = |id: i64| json!({ "account_id": id, "account_group_id": group });
        let inside = self.members(group);
        match (request.method, account) {
            ("GET", None) => {
                status(reply, 200)?;
                paged(request, reply, true, inside.len())?;
                let (start, size) = window(request, true);
                same(&reply.json, &inside.iter().skip(start).take(size).map(|id| member(*id)).collect())
            }
            ("POST", _) => {
                let id = request.body.as_ref().and_then(|body| body["account_id"].as_i64());
                let Some(id) = id.filter(|id| self.group_of(*id).is_some()) else {
                    let mut due = Refusals::default();
                    due.field("account_id");
                    return due.judge(reply);
                };
                status(reply, 201)?;
                self.regroup(id, group);
                same(&reply.json, &member(id))
            }
            (_, Some(id)) if !inside.contains(&id) => status(reply, 404),
            ("DELETE", Some(id)) => {
                self.regroup(id, 1);
                status(reply, 204)
            }
            (_, Some(id)) => status(reply, 200).and_then(|()| same(&reply.json, &member(id))),
            _ => Err("the model has no such request".to_owned()),
        }
    }

    /// The group of an account; authorities and personal accounts have none.
    fn group_of(&self, account: i64) -> Option<i64> {
        let row = self.row(facts::ACCOUNTS, account)?;
        let shown = row.get("account_group_id").and_then(Value::as_i64);
        shown.or_else(|| self.vault.groups.get(&account).copied())
    }

    pub(super) fn members(&self, group: i64) -> Vec<i64> {
        let accounts = self.ids(facts::ACCOUNTS).into_iter();
        accounts.filter(|account| self.group_of(*account) == Some(group)).collect()
    }

    pub(super) fn regroup(&mut self, account: i64, group: i64) {
        let row = self.tables.get_mut(facts::ACCOUNTS).and_then(|rows| rows.get_mut(&account));
        match row.and_then(|row| row.get_mut("account_group_id")) {
            Some(shown) => *shown = json!(group),
            None => {
                self.vault.groups.insert(account, group);
            }
        }
    }

    pub(super) fn judge_association(
        &mut self,
        request: &Request,
        reply: &Reply,
        owner: &str,
        what: &str,
    ) -> Result<(), String> {
        let place = self.place(owner).ok_or("no such owner")?;
        if place.id.is_none_or(|id| self.row(&place.table, id).is_none()) {
            return status(reply, 404);
        }
        let body = request.body.clone().unwrap_or_default();
        let old = self.associations.get(owner).cloned();
        let absent = unconfirmed::NO_ASSOCIATION_STATUS.as_u16();
        let mut due = Refusals::default();
        match (&old, request.method, what) {
            (None, "POST", "") => self.wrong_association(&body, &mut due),
            (Some(_), "POST", "") => {
                due.state();
                self.wrong_association(&body, &mut due);
            }
            (None, _, _) => due.status(absent),
            (Some(_), "PATCH", "") => self.wrong_association(&body, &mut due),
            (Some(_), _, "") => {}
            (Some(old), method, what) => {
                if old["filter_type"] != "criteria" {
                    due.state();
                }
                let listed = self.listing(old, what).contains(&entry(&body, what));
                match method {
                    "DELETE" if !listed => due.status(404),
                    "POST" if !self.exists(&body, what) => due.state(),
                    _ => {}
                }
            }
        }
        if !due.is_empty() {
            return due.judge(reply);
        }
        let mut new = old.unwrap_or_else(|| json!({ "jump_items": [] }));
        match (request.method, what) {
            ("GET", _) => return status(reply, 200).and_then(|()| same(&reply.json, &new)),
            ("DELETE", "") => {
                self.associations.remove(owner);
                return status(reply, 204);
            }
            (method, "") => {
                status(reply, if method == "POST" { 201 } else { 200 })?;
                merge(&mut new, &body);
                same(&reply.json, &new)?;
            }
            (method, what) => {
                status(reply, if method == "POST" { 200 } else { 204 })?;
                let entry = entry(&body, what);
                let pointer =
                    if what == "jump-item" { "/jump_items" } else { "/criteria/shared_jump_groups" };
                if let Some(Value::Array(list)) = new.pointer_mut(pointer) {
                    let listed = list.contains(&entry);
                    match method {
                        "DELETE" => list.retain(|other| *other != entry),
                        _ if !listed => list.push(entry),
                        _ => {}
                    }
                }
            }
        }
        self.associations.insert(owner.to_owned(), new);
        Ok(())
    }

    fn listing(&self, association: &Value, what: &str) -> Vec<Value> {
        let list = match what {
            "jump-item" => association.get("jump_items"),
            _ => association.pointer("/criteria/shared_jump_groups"),
        };
        list.and_then(Value::as_array).cloned().unwrap_or_default()
    }

    fn exists(&self, body: &Value, what: &str) -> bool {
        match what {
            "jump-item" => self.item_exists(body),
            _ => {
                body["shared_jump_group_id"].as_i64().is_some_and(|id| self.row("/jump-group", id).is_some())
            }
        }
    }

    fn item_exists(&self, item: &Value) -> bool {
        let table = self
            .tables
            .keys()
            .find(|table| world::injectable(table).is_some_and(|kind| item["type"] == kind));
        table.is_some_and(|table| item["id"].as_i64().is_some_and(|id| self.row(table, id).is_some()))
    }

    fn wrong_association(&self, body: &Value, due: &mut Refusals) {
        let kind = body["filter_type"].as_str().unwrap_or_default();
        if !["any_jump_items", "no_jump_items", "criteria"].contains(&kind) {
            due.field("filter_type");
        }
        let items = body["jump_items"].as_array().into_iter().flatten();
        if items.into_iter().any(|item| !self.item_exists(item)) {
            due.state();
        }
        // Documented: criteria are ignored for the other kinds.
        if kind == "criteria" {
            let groups = body["criteria"]["shared_jump_groups"].as_array().into_iter().flatten();
            if groups.into_iter().any(|id| id.as_i64().is_none_or(|id| self.row("/jump-group", id).is_none()))
            {
                due.state();
            }
        }
    }
}

/// Each list that is sent replaces the former one; patterns are kept in lower case.
fn merge(association: &mut Value, sent: &Value) {
    for name in ["filter_type", "jump_items"] {
        if let Some(value) = sent.get(name) {
            association[name] = value.clone();
        }
    }
    if association["filter_type"] != "criteria" {
        // Documented: the other kinds delete all criteria.
        if let Some(members) = association.as_object_mut() {
            members.remove("criteria");
        }
        return;
    }
    for name in ["host", "name", "tag", "comment", "shared_jump_groups"] {
        let value = match sent["criteria"].get(name) {
            Some(Value::Array(list)) => list
                .iter()
                .map(|entry| entry.as_str().map_or_else(|| entry.clone(), |text| json!(text.to_lowercase())))
                .collect(),
            _ => association["criteria"].get(name).cloned().unwrap_or(json!([])),
        };
        association["criteria"][name] = value;
    }
}

fn entry(body: &Value, what: &str) -> Value {
    match what {
        "jump-item" => json!({ "id": body["id"], "type": body["type"] }),
        _ => body["shared_jump_group_id"].clone(),
    }
}
