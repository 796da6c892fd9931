//! Defaults: kept where their type fits, dropped where it does not.

use serde_json::Value;

use crate::ir::{Schema, Type};
use crate::yaml::At;

use super::Importer;

impl<'a> Importer<'a> {
    /// The default at `at`, for a value of `schema`.
    pub(super) fn default(&mut self, at: &At<'a>, schema: &Schema) -> Option<Value> {
        if matches!(schema, Schema::Text { values, .. } if values.is_empty()) && self.is_description(at) {
            self.notes.mended(at, "a default that only describes one is dropped");
            return None;
        }
        let value = if at.is_null() { Some(Value::Null) } else { self.fitting(at, schema) };
        if value.is_none() {
            self.notes.mended(at, "a default that does not fit its type is dropped");
        }
        value
    }

    /// Whether a text is a sentence, or the host that the file takes as its example.
    fn is_description(&self, at: &At<'a>) -> bool {
        let Ok(text) = at.text() else { return false };
        let server = self.root.get("servers").and_then(|servers| servers.items().ok()?.first()?.get("url"));
        let host = server.and_then(|url| url.text().ok()?.split_once("://")?.1.split('/').next());
        host == Some(text) || text.contains(' ') && text.ends_with('.')
    }

    fn fitting(&self, at: &At<'a>, schema: &Schema) -> Option<Value> {
        match schema {
            Schema::Text { values, .. } => {
                let text = at.text().ok().filter(|_| at.is_text())?;
                (values.is_empty() || values.iter().any(|value| value == text)).then(|| Value::from(text))
            }
            Schema::Integer { min, max, values, or_text } => {
                let number = match at.integer() {
                    None if *or_text => at.text().ok()?.parse().ok()?,
                    number => number?,
                };
                let fits = (values.is_empty() || values.contains(&number))
                    && min.is_none_or(|min| min <= number)
                    && max.is_none_or(|max| number <= max);
                fits.then(|| Value::from(number))
            }
            Schema::Boolean => at.boolean().map(Value::from),
            Schema::Number => at.integer().map(Value::from),
            Schema::List { items, .. } => at
                .items()
                .ok()?
                .iter()
                .map(|item| self.fitting(item, items))
                .collect::<Option<Vec<_>>>()
                .map(Value::from),
            Schema::Ref { name } => match self.types.get(name)? {
                Type::Union { members } => members.iter().find_map(|member| self.fitting(at, member)),
                Type::Alias { schema } => self.fitting(at, schema),
                Type::Object { .. } => None,
            },
            Schema::Binary | Schema::Map { .. } | Schema::Any => None,
        }
    }
}
