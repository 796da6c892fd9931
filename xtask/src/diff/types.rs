//! Differences of types, fields and values.

use std::collections::BTreeSet;

use crate::ir::{Document, Field, Schema, TextFormat, Type};

use super::{Changes, Kind, Subject, sent};

impl Changes {
    pub(super) fn types(&mut self, old: &Document, new: &Document) {
        let sent = sent(new);
        for (name, before) in &old.types {
            match (before, new.types.get(name)) {
                // Aliases are resolved away: what used one is compared on its own.
                (before, None) => {
                    let breaking = !matches!(before, Type::Alias { .. });
                    self.add(Subject::Type, name, Kind::Removed, "", breaking);
                }
                (Type::Object { fields: before }, Some(Type::Object { fields: after })) => {
                    self.fields(name, before, after, sent.contains(name.as_str()));
                }
                (Type::Union { members: before }, Some(Type::Union { members: after })) => {
                    self.members(name, before, after);
                }
                (Type::Alias { schema: before }, Some(Type::Alias { schema: after })) => {
                    self.schema(Subject::Type, name, before, after);
                }
                (before, Some(after)) => {
                    self.property(Subject::Type, name, "kind", kind(before), kind(after), true);
                }
            }
        }
        for name in new.types.keys().filter(|name| !old.types.contains_key(*name)) {
            self.add(Subject::Type, name, Kind::Added, "", false);
        }
    }

    fn fields(&mut self, parent: &str, old: &[Field], new: &[Field], is_sent: bool) {
        for before in old {
            let name = format!("{parent}.{}", before.name);
            match new.iter().find(|field| field.name == before.name) {
                None => self.add(Subject::Field, &name, Kind::Removed, "", true),
                Some(after) => self.field(&name, before, after, is_sent),
            }
        }
        for after in new.iter().filter(|after| old.iter().all(|before| before.name != after.name)) {
            let is_argument = is_sent && after.required && !after.read_only;
            let detail = if is_argument { "required" } else { "" };
            self.add(Subject::Field, &format!("{parent}.{}", after.name), Kind::Added, detail, is_argument);
        }
    }

    fn field(&mut self, name: &str, old: &Field, new: &Field, is_sent: bool) {
        let subject = Subject::Field;
        self.schema(subject, name, &old.schema, &new.schema);
        self.flag(name, "required", old.required, new.required, true);
        self.flag(name, "nullable", old.nullable, new.nullable, true);
        // A field that can no longer be sent loses its setter; one that can be gains it.
        self.flag(name, "read-only", old.read_only, new.read_only, new.read_only || is_sent && new.required);
        self.flag(name, "write-only", old.write_only, new.write_only, new.write_only);
        if shape(&old.schema) == shape(&new.schema) {
            self.flag(name, "secret", old.secret, new.secret, true);
        }
        let default =
            |field: &Field| field.default.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string);
        self.property(subject, name, "default", &default(old), &default(new), false);
    }

    fn flag(&mut self, name: &str, label: &str, old: bool, new: bool, breaking: bool) {
        if old != new {
            let detail = if new { format!("now {label}") } else { format!("no longer {label}") };
            self.add(Subject::Field, name, Kind::Changed, &detail, breaking);
        }
    }

    fn members(&mut self, name: &str, old: &[Schema], new: &[Schema]) {
        let before: BTreeSet<String> = old.iter().map(shape).collect();
        let after: BTreeSet<String> = new.iter().map(shape).collect();
        for gone in before.difference(&after) {
            self.add(Subject::Value, &format!("{name} = {gone}"), Kind::Removed, "", true);
        }
        for come in after.difference(&before) {
            self.add(Subject::Value, &format!("{name} = {come}"), Kind::Added, "", false);
        }
    }

    /// Compares the shape, then the values, then the limits.
    pub(super) fn schema(&mut self, subject: Subject, name: &str, old: &Schema, new: &Schema) {
        let (before, after) = (shape(old), shape(new));
        if before != after {
            self.property(subject, name, "type", &before, &after, true);
            return;
        }
        let (before, after) = (values(old), values(new));
        for gone in before.difference(&after) {
            self.add(Subject::Value, &format!("{name} = {gone}"), Kind::Removed, "", true);
        }
        for come in after.difference(&before) {
            self.add(Subject::Value, &format!("{name} = {come}"), Kind::Added, "", false);
        }
        self.property(subject, name, "limits", &limits(old), &limits(new), false);
    }
}

/// The names of types in a schema.
pub(super) fn names(schema: &Schema) -> Vec<&str> {
    match schema {
        Schema::Ref { name } => vec![name],
        Schema::List { items, .. } => names(items),
        Schema::Map { values } => names(values),
        _ => Vec::new(),
    }
}

/// What a value is, as the generated API sees it: without limits and values.
pub(super) fn shape(schema: &Schema) -> String {
    match schema {
        Schema::Ref { name } => name.clone(),
        Schema::Text { format: Some(TextFormat::DateTime), .. } => "time".to_owned(),
        Schema::Text { format: Some(TextFormat::Password), .. } => "password".to_owned(),
        Schema::Text { values, .. } if !values.is_empty() => "one of several texts".to_owned(),
        Schema::Text { .. } => "text".to_owned(),
        Schema::Integer { or_text: true, .. } => "integer or text".to_owned(),
        Schema::Integer { values, .. } if !values.is_empty() => "one of several integers".to_owned(),
        Schema::Integer { .. } => "integer".to_owned(),
        Schema::Number => "number".to_owned(),
        Schema::Boolean => "boolean".to_owned(),
        Schema::Binary => "bytes".to_owned(),
        Schema::Any => "anything".to_owned(),
        Schema::List { items, or_single, .. } => {
            let single = if *or_single { "one or " } else { "" };
            format!("{single}list of {}", shape(items))
        }
        Schema::Map { values } => format!("map of {}", shape(values)),
    }
}

fn values(schema: &Schema) -> BTreeSet<String> {
    match schema {
        Schema::Text { values, .. } => values.iter().cloned().collect(),
        Schema::Integer { values, .. } => values.iter().map(ToString::to_string).collect(),
        Schema::List { items, .. } => values(items),
        Schema::Map { values: items } => values(items),
        _ => BTreeSet::new(),
    }
}

fn limits(schema: &Schema) -> String {
    let mut parts = Vec::new();
    let mut part = |label: &str, limit: Option<String>| {
        if let Some(limit) = limit {
            parts.push(format!("{label} {limit}"));
        }
    };
    let text = |limit: &Option<u32>| limit.map(|limit| limit.to_string());
    match schema {
        Schema::Text { min_length, max_length, pattern, .. } => {
            part("at least", text(min_length));
            part("at most", text(max_length));
            part("like", pattern.clone());
        }
        Schema::Integer { min, max, .. } => {
            part("from", min.map(|min| min.to_string()));
            part("to", max.map(|max| max.to_string()));
        }
        Schema::List { items, min_items, max_items, .. } => {
            part("at least", text(min_items));
            part("at most", text(max_items));
            part("each", Some(limits(items)).filter(|limits| limits != "none"));
        }
        Schema::Map { values } => part("each", Some(limits(values)).filter(|limits| limits != "none")),
        _ => {}
    }
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}

fn kind(made: &Type) -> &'static str {
    match made {
        Type::Object { .. } => "object",
        Type::Union { .. } => "one of several shapes",
        Type::Alias { .. } => "plain value",
    }
}
