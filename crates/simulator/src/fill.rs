//! Which fields an answer has: defaults of what was left out, and what must not be shown.

use bt_sra_catalog::{Field, Literal, Object, Schema, TextFormat};
use serde_json::{Value, json};

use crate::store::{OMITTED, Record, SCHEMA};
use crate::unconfirmed;
use crate::validate;

/// Adds the fields of `object` that a new record lacks, with their defaults.
pub(crate) fn complete(record: &mut Record, object: &Object) {
    for field in object.fields {
        if field.write_only || field.name == "id" || record.contains_key(field.name) {
            continue;
        }
        if let Some(value) = absent(field) {
            record.insert(field.name.to_owned(), value);
        }
    }
}

/// Shows a record as `schema` wants it.
pub(crate) fn shown(schema: &Schema, record: &Record) -> Value {
    match object_for(schema, record) {
        Some(object) => Value::Object(project(object, record)),
        None => Value::Object(record.iter().filter(|(name, _)| !name.starts_with('_')).map(clone).collect()),
    }
}

/// Finds the object that describes the record.
pub(crate) fn object_for(schema: &Schema, record: &Record) -> Option<&'static Object> {
    exact_object(schema, record).or_else(|| match schema {
        Schema::List(list) => object_for(list.items, record),
        Schema::OneOf(members) => validate::choose(members, record),
        _ => None,
    })
}

/// Finds the object that describes the record, where there is no doubt about it.
pub(crate) fn exact_object(schema: &Schema, record: &Record) -> Option<&'static Object> {
    match schema {
        Schema::Object(object) => Some(object),
        Schema::List(list) => exact_object(list.items, record),
        Schema::OneOf(members) => {
            let name = record.get(SCHEMA).and_then(Value::as_str);
            members.iter().find_map(|member| match member {
                Schema::Object(object) if Some(object.name) == name => Some(*object),
                _ => None,
            })
        }
        _ => None,
    }
}

/// What a field shows that has no value, if anything.
///
/// The rule: the default where it is known, else null, false, the empty text or the empty list
/// where the limits admit them. A field that has no harmless value is left out.
pub(crate) fn absent(field: &Field) -> Option<Value> {
    match field.default {
        Some(Literal::Boolean(value)) => return Some(Value::Bool(value)),
        Some(Literal::Integer(value)) => return Some(json!(value)),
        Some(Literal::Text(value)) => return Some(json!(value)),
        Some(Literal::Texts(values)) => return Some(json!(values)),
        Some(Literal::Null) | None => {}
    }
    if field.nullable {
        return Some(Value::Null);
    }
    match field.schema {
        Schema::Text(text) => {
            let harmless = text.min_length.unwrap_or_default() == 0
                && text.values.is_empty()
                && text.pattern.is_none()
                && text.format != TextFormat::DateTime;
            harmless.then(|| json!(""))
        }
        Schema::Boolean => Some(json!(false)),
        Schema::Integer(integer) => {
            let harmless = integer.min.is_none_or(|least| least <= 0) && integer.values.is_empty();
            harmless.then(|| json!(0))
        }
        Schema::Number => Some(json!(0)),
        Schema::List(list) => (list.min_items.unwrap_or_default() == 0).then(|| json!([])),
        _ => None,
    }
}

fn project(object: &Object, record: &Record) -> Record {
    let omitted = record.get(OMITTED).and_then(Value::as_array);
    let mut shown = Record::new();
    for field in object.fields {
        let hidden = omitted.is_some_and(|names| names.iter().any(|name| name == field.name));
        if field.write_only || hidden {
            continue;
        }
        let value = match record.get(field.name) {
            Some(value) => Some(inner(&field.schema, value)),
            None => absent(field),
        };
        if let Some(value) = value {
            shown.insert(field.name.to_owned(), value);
        }
    }
    for name in unconfirmed::SHOWN_BEYOND.iter().filter(|name| object.field(name).is_none()) {
        shown.extend(record.get(*name).map(|value| ((*name).to_owned(), value.clone())));
    }
    shown
}

fn inner(schema: &Schema, value: &Value) -> Value {
    match (schema, value) {
        (Schema::Object(object), Value::Object(members)) => Value::Object(
            members
                .iter()
                .filter(|(name, _)| object.field(name).is_some_and(|field| !field.write_only))
                .map(clone)
                .collect(),
        ),
        _ => value.clone(),
    }
}

fn clone((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}
