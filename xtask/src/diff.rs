//! `spec diff`: what a version adds, changes and removes, and whether that breaks callers.
//!
//! "Breaking" is meant for users of the generated Rust API: code that compiled before may no
//! longer compile, or a call may now fail. Enums and structs of that API may grow, limits are
//! not checked by it, and defaults are not sent, so changes of those do not break.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::ir::{Document, Operation, Param, Type};

#[cfg(test)]
mod tests;
mod types;

/// Everything that differs, in a stable order.
#[derive(Debug, Serialize)]
pub(crate) struct Changes {
    product: String,
    api: String,
    old: String,
    new: String,
    pub(crate) changes: BTreeSet<Change>,
}

/// One difference.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(crate) struct Change {
    pub(crate) subject: Subject,
    /// `POST /user`, `User`, `User.name` or `User.role = admin`.
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// What is different about it; empty for what came or went.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) detail: String,
    pub(crate) breaking: bool,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Subject {
    Operation,
    Parameter,
    Type,
    Field,
    Value,
}

/// What happened to it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Added,
    Changed,
    Removed,
}

/// Compares two versions of one API.
pub(crate) fn between(old: &Document, new: &Document) -> Result<Changes, String> {
    if (&old.product, &old.api) != (&new.product, &new.api) {
        return Err(format!(
            "the files are about different things: {} {} and {} {}",
            old.product, old.api, new.product, new.api
        ));
    }
    let mut changes = Changes {
        product: old.product.clone(),
        api: old.api.clone(),
        old: old.version.clone(),
        new: new.version.clone(),
        changes: BTreeSet::new(),
    };
    changes.operations(old, new);
    changes.types(old, new);
    Ok(changes)
}

impl Changes {
    pub(crate) fn json(&self) -> Result<String, String> {
        serde_json::to_string_pretty(self).map_err(|error| error.to_string())
    }

    fn add(&mut self, subject: Subject, name: &str, kind: Kind, detail: &str, breaking: bool) {
        let (name, detail) = (name.to_owned(), detail.to_owned());
        self.changes.insert(Change { subject, name, kind, detail, breaking });
    }

    /// Records `old` and `new` of one property, if they differ.
    fn property(&mut self, subject: Subject, name: &str, label: &str, old: &str, new: &str, breaking: bool) {
        if old != new {
            self.add(subject, name, Kind::Changed, &format!("{label}: {old} -> {new}"), breaking);
        }
    }

    fn operations(&mut self, old: &Document, new: &Document) {
        let (before, after) = (by_place(old), by_place(new));
        for (place, operation) in &before {
            match after.get(place) {
                None => self.add(Subject::Operation, place, Kind::Removed, "", true),
                Some(other) => self.operation(place, operation, other),
            }
        }
        for place in after.keys().filter(|place| !before.contains_key(*place)) {
            self.add(Subject::Operation, place, Kind::Added, "", false);
        }
    }

    fn operation(&mut self, place: &str, old: &Operation, new: &Operation) {
        let subject = Subject::Operation;
        // The method of the generated API is called after the last part.
        let is_renamed = old.id.rsplit('.').next() != new.id.rsplit('.').next();
        self.property(subject, place, "operation id", &old.id, &new.id, is_renamed);
        self.property(subject, place, "paged", &old.paged.to_string(), &new.paged.to_string(), true);
        self.params(place, &old.path_params, &new.path_params, true);
        self.params(place, &old.query, &new.query, false);
        let body = |operation: &Operation| match &operation.body {
            None => "none".to_owned(),
            Some(body) => {
                let shape = types::shape(&body.schema);
                if body.required { shape } else { format!("{shape}, optional") }
            }
        };
        self.property(subject, place, "body", &body(old), &body(new), true);
        let statuses: BTreeSet<u16> =
            old.answers.iter().chain(&new.answers).map(|answer| answer.status).collect();
        for status in statuses {
            let answer = |operation: &Operation| {
                let answer = operation.answers.iter().find(|answer| answer.status == status)?;
                let shape = answer.schema.as_ref().map_or_else(|| "no body".to_owned(), types::shape);
                let media = answer.media.as_deref().filter(|media| *media != "application/json");
                let media = media.map(|media| format!(" as {media}")).unwrap_or_default();
                Some(format!("{shape}{media}{}", if answer.optional { ", optional" } else { "" }))
            };
            let absent = || "none".to_owned();
            let before = answer(old).unwrap_or_else(absent);
            let after = answer(new).unwrap_or_else(absent);
            let is_success = (200..300).contains(&status);
            self.property(subject, place, &format!("answer {status}"), &before, &after, is_success);
        }
    }

    fn params(&mut self, place: &str, old: &[Param], new: &[Param], in_path: bool) {
        let subject = Subject::Parameter;
        for before in old {
            let name = format!("{place} {}", before.name);
            match new.iter().find(|param| param.name == before.name) {
                None => self.add(subject, &name, Kind::Removed, "", true),
                Some(after) => {
                    self.schema(subject, &name, &before.schema, &after.schema);
                }
            }
        }
        for after in new.iter().filter(|after| old.iter().all(|before| before.name != after.name)) {
            self.add(subject, &format!("{place} {}", after.name), Kind::Added, "", in_path);
        }
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {} {} -> {}", self.product, self.api, self.old, self.new)?;
        for Change { subject, name, kind, detail, breaking } in &self.changes {
            let breaking = if *breaking { "breaking" } else { "" };
            let kind = match kind {
                Kind::Added => "added",
                Kind::Changed => "changed",
                Kind::Removed => "removed",
            };
            let subject = match subject {
                Subject::Operation => "operation",
                Subject::Parameter => "parameter",
                Subject::Type => "type",
                Subject::Field => "field",
                Subject::Value => "value",
            };
            let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
            writeln!(f, "{breaking:8}  {kind:7}  {subject:9}  {name}{detail}")?;
        }
        let breaking = self.changes.iter().filter(|change| change.breaking).count();
        writeln!(f, "{} changes, {breaking} of them breaking", self.changes.len())
    }
}

/// The operations by method and path.
fn by_place(document: &Document) -> BTreeMap<String, &Operation> {
    let place = |operation: &Operation| format!("{} {}", operation.method, operation.path);
    document.operations.iter().map(|operation| (place(operation), operation)).collect()
}

/// The types that a body can hold, directly or within.
fn sent(document: &Document) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    for operation in &document.operations {
        open.extend(operation.body.iter().flat_map(|body| types::names(&body.schema)));
    }
    while let Some(name) = open.pop() {
        if !found.insert(name) {
            continue;
        }
        match document.types.get(name) {
            Some(Type::Object { fields }) => {
                let writable = fields.iter().filter(|field| !field.read_only);
                open.extend(writable.flat_map(|field| types::names(&field.schema)));
            }
            Some(Type::Union { members }) => open.extend(members.iter().flat_map(types::names)),
            Some(Type::Alias { schema }) => open.extend(types::names(schema)),
            None => {}
        }
    }
    found
}
