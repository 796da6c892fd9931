//! What a request must be refused for. Which complaint comes first is said nowhere, so any that
//! is due will do.

use std::collections::BTreeSet;

use serde_json::Value;

use super::facts::{self, Field, Kind};
use super::judge;
use super::request::{Request, Who};
use super::world::{Place, Row, World};
use crate::tests::client::Reply;
use crate::unconfirmed;

#[derive(Debug, Default)]
pub(super) struct Refusals {
    statuses: BTreeSet<u16>,
    /// The fields that a 422 must name, all of them.
    fields: BTreeSet<String>,
    /// Whether a 422 has a reason that is no field's, so that its fields are not known.
    vague: bool,
}

impl Refusals {
    pub(super) fn is_empty(&self) -> bool {
        self.statuses.is_empty()
    }

    pub(super) fn status(&mut self, status: u16) {
        self.statuses.insert(status);
    }

    pub(super) fn field(&mut self, name: &str) {
        self.statuses.insert(422);
        self.fields.insert(name.to_owned());
    }

    /// A 422 for the state of things.
    pub(super) fn state(&mut self) {
        self.statuses.insert(422);
        self.vague = true;
    }

    /// Compares an answer with what is due.
    pub(super) fn judge(&self, reply: &Reply) -> Result<(), String> {
        let status = reply.status.as_u16();
        if !self.statuses.contains(&status) {
            let (due, fields) = (&self.statuses, &self.fields);
            return Err(format!(
                "the answer is {status} {}, {due:?} was due (fields: {fields:?})",
                reply.json
            ));
        }
        match status {
            404 if !reply.json["message"].is_string() => Err("404 without a message".to_owned()),
            401 if !reply.json.is_object() => Err("401 without a JSON object".to_owned()),
            422 => self.named(reply),
            _ => Ok(()),
        }
    }

    fn named(&self, reply: &Reply) -> Result<(), String> {
        let Some(errors) = reply.json["errors"].as_object().filter(|_| reply.json["message"].is_string())
        else {
            return Err(format!("422 without message and errors: {}", reply.json));
        };
        if errors.values().any(|texts| texts.as_array().is_none_or(Vec::is_empty)) {
            return Err(format!("a field without texts: {}", reply.json));
        }
        let named: BTreeSet<String> =
            errors.keys().map(|key| key.split('.').next().unwrap_or_default().to_owned()).collect();
        // What is wrong with a reference or a double comes only after what is malformed.
        if self.vague || !named.is_empty() && named.is_subset(&self.fields) {
            return Ok(());
        }
        Err(format!("422 names {named:?}, {:?} are wrong", self.fields))
    }
}

impl World {
    /// Who may not do this at all.
    pub(super) fn forbidden(request: &Request) -> bool {
        match request.who {
            Who::Nobody => true,
            Who::NoVault => request.path.starts_with("/vault/"),
            Who::First | Who::Second => false,
        }
    }

    /// Everything that is wrong with a request on a collection or an item.
    pub(super) fn refusals(&self, request: &Request, place: &Place) -> Refusals {
        let mut due = Refusals::default();
        self.missing_parents(request, &mut due);
        let nothing = Row::new();
        let old = place.id.and_then(|id| self.row(&place.table, id));
        match request.method {
            "GET" => self.query_refusals(request, place, &mut due),
            "POST" if place.action == "copy" => {
                for (name, value) in sent(request) {
                    match name.as_str() {
                        "name" if !self.fits(Kind::Text(1, 128), value) => due.field("name"),
                        "jump_group_id" if !self.fits(Kind::Ref("/jump-group"), value) => due.field(name),
                        "jump_group_type" if value != "shared" => due.field(name),
                        "name" | "jump_group_id" | "jump_group_type" => {}
                        _ => self.unknown(&mut due),
                    }
                }
                for name in ["name", "jump_group_id", "jump_group_type"] {
                    if request.body.as_ref().is_none_or(|body| body.get(name).is_none()) {
                        due.field(name);
                    }
                }
            }
            "POST" if place.id.is_none() => self.creation_refusals(request, place, &mut due),
            "PATCH" => {
                let row = old.unwrap_or(&nothing);
                if row.get("perm_admin") == Some(&Value::Bool(true)) {
                    due.state();
                }
                let kind = row.get("type").and_then(Value::as_str).unwrap_or_default();
                let accounts = place.table == facts::ACCOUNTS;
                if accounts && matches!(kind, "password_safe" | "windows_local" | "windows_domain") {
                    // No schema of a change fits them; the status is a guess.
                    due.state();
                }
                let sent = request.body.as_ref().and_then(|body| body.get("schedule_enabled"));
                if place.table == "/jump-policy"
                    && row.get("approval_required") == Some(&Value::Bool(true))
                    && sent == Some(&Value::Bool(true))
                {
                    // Documented: the two exclude each other.
                    due.field("approval_required");
                }
                let fields = self.fields(place.resource, row);
                self.field_refusals(request, place, &fields, row, &mut due);
                self.double_refusals(request, place, &mut due);
            }
            "DELETE" => {
                let default =
                    [facts::ACCOUNT_GROUPS, facts::ACCOUNT_POLICIES].contains(&place.table.as_str());
                if default && place.id == Some(1) {
                    due.state();
                }
                if let Some(row) = old
                    && row.get("personal") == Some(&Value::Bool(true))
                {
                    due.status(403);
                }
                if place.table == "/user" && old.is_some_and(|row| row["perm_admin"] == true) {
                    due.state();
                }
            }
            _ => {}
        }
        due
    }

    /// Every id in a path must name something.
    fn missing_parents(&self, request: &Request, due: &mut Refusals) {
        let mut above = String::new();
        for segment in request.path.split('/').skip(1) {
            if let Ok(id) = segment.parse::<i64>()
                && self.place(&above).is_some_and(|place| place.action.is_empty() && place.id.is_none())
                && self.row(&above, id).is_none()
            {
                due.status(404);
            }
            above = format!("{above}/{segment}");
        }
    }

    fn query_refusals(&self, request: &Request, place: &Place, due: &mut Refusals) {
        let known = place.resource.filters;
        for (name, value) in &request.query {
            let number = value.parse::<u64>().ok();
            let wrong = match name.as_str() {
                "per_page" => number.is_none_or(|size| {
                    !(unconfirmed::LEAST_PER_PAGE..=unconfirmed::GREATEST_PER_PAGE).contains(&size)
                }),
                "current_page" => number.is_none_or(|page| page == 0),
                name if !known.contains(&name) => {
                    self.unknown(due);
                    false
                }
                "jump_group_type" => !["shared", "personal"].contains(&value.as_str()),
                "include_personal" => !["true", "false"].contains(&value.as_str()),
                name if name.ends_with("_id") => number.is_none_or(|id| id == 0),
                _ => value == "bogus",
            };
            if wrong {
                due.field(name);
            }
        }
    }

    fn creation_refusals(&self, request: &Request, place: &Place, due: &mut Refusals) {
        let nothing = Row::new();
        let body = request.body.as_ref().and_then(Value::as_object).unwrap_or(&nothing);
        let mut fields = self.fields(place.resource, body);
        if place.table == facts::ACCOUNTS {
            let kind = body.get("type").and_then(Value::as_str).unwrap_or_default();
            if !facts::VAULT_KINDS.iter().any(|(name, _)| *name == kind) {
                due.field("type");
                // Without a kind nothing can be said about the other fields.
                due.state();
                fields = Vec::new();
            }
            if kind == "x509_ca" && !body.contains_key("subject") {
                // Could be meant as an imported one.
                due.state();
            }
            if place.parent.is_none() && body.get("personal").is_some() {
                due.state();
            }
        }
        for field in &fields {
            if field.required && !body.contains_key(field.name) {
                due.field(field.name);
            }
        }
        if place.table.starts_with("/vault/account/")
            && let Some(account) = place.parent.and_then(|id| self.row(facts::ACCOUNTS, id))
            && account.get("personal") == Some(&Value::Bool(true))
        {
            due.status(403);
        }
        self.field_refusals(request, place, &fields, &nothing, due);
        self.double_refusals(request, place, due);
    }

    fn field_refusals(
        &self,
        request: &Request,
        place: &Place,
        fields: &[&Field],
        old: &Row,
        due: &mut Refusals,
    ) {
        for (name, value) in sent(request) {
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                if !self.is_known(place, name, old) {
                    self.unknown(due);
                }
                continue;
            };
            let same = old.get(name) == Some(value);
            let empty = value.is_null() && field.nullable;
            if !same && !empty && !self.fits(field.kind, value) {
                due.field(name);
            }
        }
    }

    /// What the document knows beyond the fields that are compared here.
    fn is_known(&self, place: &Place, name: &str, old: &Row) -> bool {
        name == "id"
            || name == "type" && place.table == facts::ACCOUNTS
            || old.contains_key(name)
            || name == "group_policy_id"
    }

    fn unknown(&self, due: &mut Refusals) {
        if self.strict {
            due.status(401);
        }
    }

    fn double_refusals(&self, request: &Request, place: &Place, due: &mut Refusals) {
        if place.resource.is_below()
            && request.method == "POST"
            && let Some(id) = request.body.as_ref().and_then(|body| body[place.resource.key].as_i64())
            && self.row(&place.table, id).is_some()
        {
            due.state();
        }
        if unconfirmed::MEMBERS_ARE_UNIQUE
            && place.table.starts_with("/group-policy/")
            && place.table.ends_with("/member")
            && request.method == "POST"
            && let Some(body) = &request.body
            && body["user_id"].is_i64()
            && self.tables.get(&place.table).into_iter().flatten().any(|(_, row)| {
                ["security_provider_id", "user_id"].iter().all(|name| row.get(*name) == body.get(*name))
            })
        {
            due.field("user_id");
        }
        self.at_odds(request, place, due);
        let unique = unconfirmed::UNIQUE.iter().find(|(path, _)| *path == place.table);
        for name in unique.map(|(_, names)| *names).unwrap_or_default() {
            let Some(value) = request.body.as_ref().and_then(|body| body[name].as_str()) else {
                continue;
            };
            let taken = self.tables.get(&place.table).into_iter().flatten().any(|(id, row)| {
                Some(*id) != place.id
                    && row.get(*name).and_then(Value::as_str).is_some_and(|other| alike(other, value))
            });
            if taken && !value.is_empty() {
                due.field(name);
            }
        }
    }

    /// Fields that do not go together, all of it documented.
    fn at_odds(&self, request: &Request, place: &Place, due: &mut Refusals) {
        let old = place.id.and_then(|id| self.row(&place.table, id));
        let mut row = old.cloned().unwrap_or_default();
        row.extend(sent(request).map(|(name, value)| (name.clone(), value.clone())));
        let on = |name: &str, default: bool| row.get(name).map_or(default, |value| *value == true);
        match place.table.as_str() {
            facts::ACCOUNT_POLICIES if judge::rotates(&row) && !row.contains_key("maximum_password_age") => {
                due.field("maximum_password_age");
            }
            "/jump-policy" => {
                let scheduled = on("schedule_enabled", true);
                if scheduled && on("approval_required", false) {
                    // Said of both.
                    due.field("schedule_enabled");
                    due.field("approval_required");
                }
                if !scheduled && on("schedule_strict", false) {
                    due.field("schedule_strict");
                }
                let copies = "simultaneous_jump_behavior_applies_to_copies";
                if on(copies, false) && row.get("simultaneous_jumps").is_none_or(|value| value != "join") {
                    due.field(copies);
                }
            }
            _ => {}
        }
    }

    /// Whether a value is one of its kind.
    pub(super) fn fits(&self, kind: Kind, value: &Value) -> bool {
        let whole = value.as_i64().filter(|_| !value.is_f64());
        match kind {
            Kind::Text(least, most) => {
                value.as_str().is_some_and(|text| (least..=most).contains(&text.chars().count()))
            }
            Kind::Code(most) => value.as_str().is_some_and(|text| {
                text.len() <= most && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-\\".contains(c))
            }),
            Kind::Int(least, most) => whole.is_some_and(|number| (least..=most).contains(&number)),
            Kind::Flag => value.is_boolean(),
            // The lists here are shorter than those of the document.
            Kind::Choice(_) => value.as_str().is_some_and(|text| text != "bogus"),
            Kind::Ref(table) => whole.is_some_and(|id| self.row(table, id).is_some()),
            Kind::RefOrZero(table) => whole.is_some_and(|id| id == 0 || self.row(table, id).is_some()),
            Kind::Policy => value.as_str().is_some_and(|name| self.policy(name).is_some()),
        }
    }

    /// Finds an account policy by its code name.
    pub(super) fn policy(&self, code_name: &str) -> Option<&Row> {
        let policies = self.tables.get(facts::ACCOUNT_POLICIES)?;
        policies.values().find(|row| row["code_name"] == code_name)
    }
}

/// Texts are compared without case, as filters do.
pub(super) fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn sent(request: &Request) -> impl Iterator<Item = (&String, &Value)> {
    request.body.as_ref().and_then(Value::as_object).into_iter().flatten()
}
