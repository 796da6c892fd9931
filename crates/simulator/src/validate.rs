//! Checks of request bodies and parameters against the catalog.

use bt_sra_catalog::{Field, Integer, List, Object, Schema, Text, TextFormat};
use serde_json::Value;

use crate::answer::{Errors, Refusal};
use crate::pattern;
use crate::store::Record;
use crate::time;
use crate::unconfirmed;

/// What a body may look like beyond its object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules<'a> {
    /// Whether required fields must be there.
    pub(crate) complete: bool,
    /// Whether unknown fields are refused.
    pub(crate) strict: bool,
    /// Unknown fields that are taken nevertheless.
    pub(crate) tolerated: &'a [&'a str],
    /// Unknown fields that are ignored, since answers have them.
    pub(crate) answered: &'a [&'a str],
    /// Fields that the path gives, so that the body need not.
    pub(crate) given: &'a [&'a str],
    /// Fields that are taken although the catalog calls them read-only.
    pub(crate) writable: &'a [&'a str],
}

/// Checks a body and returns what of it is to be stored.
///
/// All fields are looked at before anything is refused. Unknown fields come first: the appliance
/// has a status of its own for them.
pub(crate) fn body(object: &Object, sent: &Record, rules: Rules<'_>) -> Result<Record, Refusal> {
    let mut unknown = Vec::new();
    let mut errors = Errors::default();
    let mut taken = Record::new();
    for (name, value) in sent {
        let Some(field) = object.field(name) else {
            if rules.tolerated.contains(&name.as_str()) {
                taken.insert(name.clone(), value.clone());
            } else if rules.strict && !rules.answered.contains(&name.as_str()) {
                unknown.push(name.clone());
            }
            continue;
        };
        if field.read_only && !rules.writable.contains(&name.as_str()) {
            continue;
        }
        if value.is_null() && unconfirmed::NULL_IS_ABSENT.contains(&name.as_str()) {
            continue;
        }
        if let Some(value) = member(name, field, value, &mut errors) {
            taken.insert(name.clone(), value);
        }
    }
    if !unknown.is_empty() {
        return Err(Refusal::Unknown(unknown));
    }
    if rules.complete {
        for field in object.fields {
            let wanted = field.required && (!field.read_only || rules.writable.contains(&field.name));
            let there = taken.contains_key(field.name) || errors.contains(field.name);
            if wanted && !there && !rules.given.contains(&field.name) {
                errors.add(field.name, format!("The {} field is required.", words(field.name)));
            }
        }
    }
    errors.into_result()?;
    Ok(taken)
}

/// Picks the object that a body of several possible shapes is meant to be.
///
/// Members that pin down `type` are told apart by it, the rest by the fields they share with
/// the body. No answer means that no shape fits the `type`.
pub(crate) fn choose(members: &'static [Schema], sent: &Record) -> Option<&'static Object> {
    let objects = members.iter().filter_map(|member| match member {
        Schema::Object(object) => Some(*object),
        _ => None,
    });
    objects
        .filter(|object| match (kinds(object), sent.get("type")) {
            ([], _) | (_, None) => true,
            (kinds, Some(kind)) => kind.as_str().is_some_and(|kind| kinds.contains(&kind)),
        })
        .max_by_key(|object| {
            let complete = object.fields.iter().filter(|field| field.required && !field.read_only);
            let lacking = complete.filter(|field| !sent.contains_key(field.name)).count();
            let shared = sent.keys().filter(|name| object.field(name).is_some()).count();
            (std::cmp::Reverse(lacking), shared)
        })
}

/// Returns the values that the `type` field of an object admits.
pub(crate) fn kinds(object: &Object) -> &'static [&'static str] {
    match object.field("type").map(|field| field.schema) {
        Some(Schema::Text(text)) => text.values,
        _ => &[],
    }
}

/// Checks a query parameter, which arrives as a text.
pub(crate) fn parameter(name: &str, schema: &Schema, value: &str, errors: &mut Errors) {
    let typed = match schema {
        Schema::Integer(_) => match value.parse::<i64>() {
            Ok(number) => Value::from(number),
            Err(_) => {
                errors.add(name, format!("The {} must be an integer.", words(name)));
                return;
            }
        },
        Schema::Boolean => match value {
            "true" | "1" => Value::Bool(true),
            "false" | "0" => Value::Bool(false),
            _ => {
                errors.add(name, format!("The {} must be true or false.", words(name)));
                return;
            }
        },
        _ => Value::String(value.to_owned()),
    };
    value_of(name, schema, &typed, errors);
}

fn member(name: &str, field: &Field, value: &Value, errors: &mut Errors) -> Option<Value> {
    if field.nullable {
        // The document takes "null or empty" for times that may be unset.
        let unset = value.is_null() || (is_time(&field.schema) && value.as_str() == Some(""));
        if unset {
            return Some(Value::Null);
        }
    } else if value.is_null() {
        errors.add(name, format!("The {} must not be null.", words(name)));
        return None;
    }
    value_of(name, &field.schema, value, errors)
}

/// Checks one value and returns it in the form in which it is kept.
fn value_of(name: &str, schema: &Schema, value: &Value, errors: &mut Errors) -> Option<Value> {
    match schema {
        Schema::Text(limits) => text(name, limits, value, errors),
        Schema::Integer(limits) => integer(name, limits, value, errors),
        Schema::Number if !value.is_number() => fail(name, "must be a number", errors),
        Schema::Boolean if !value.is_boolean() => fail(name, "must be true or false", errors),
        Schema::List(limits) => list(name, limits, value, errors),
        Schema::Map(inner) => match value {
            Value::Object(members) => {
                for (key, value) in members {
                    value_of(&format!("{name}.{key}"), inner, value, errors)?;
                }
                Some(value.clone())
            }
            _ => fail(name, "must be an object", errors),
        },
        Schema::Object(object) => nested(name, object, value, errors),
        Schema::OneOf(members) => one_of(name, members, value, errors),
        Schema::Number | Schema::Boolean | Schema::Binary | Schema::Any => Some(value.clone()),
    }
}

fn text(name: &str, limits: &Text, value: &Value, errors: &mut Errors) -> Option<Value> {
    let Value::String(text) = value else {
        return fail(name, "must be a string", errors);
    };
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if limits.min_length.is_some_and(|least| length < least) {
        let least = limits.min_length.unwrap_or_default();
        return fail(name, &format!("must be at least {least} characters"), errors);
    }
    if limits.max_length.is_some_and(|most| length > most) {
        let most = limits.max_length.unwrap_or_default();
        return fail(name, &format!("may not be greater than {most} characters"), errors);
    }
    // An empty text means "not set" where no length is demanded, whatever the pattern says.
    if text.is_empty() && limits.values.is_empty() && limits.format != TextFormat::DateTime {
        return Some(value.clone());
    }
    if limits.pattern.is_some_and(|pattern| !pattern::matches(pattern, text)) {
        return fail(name, "has an invalid format", errors);
    }
    let tolerated = unconfirmed::TOLERATED_VALUES
        .iter()
        .any(|(field, values)| *field == name && values.contains(&text.as_str()));
    if !limits.values.is_empty() && !limits.values.contains(&text.as_str()) && !tolerated {
        return fail(name, &format!("must be one of {}", limits.values.join(", ")), errors);
    }
    if limits.format == TextFormat::DateTime {
        return match time::parse(text) {
            Some(second) => Some(Value::String(time::text(second))),
            None => fail(name, "must be an RFC 3339 date and time in UTC", errors),
        };
    }
    Some(value.clone())
}

fn integer(name: &str, limits: &Integer, value: &Value, errors: &mut Errors) -> Option<Value> {
    let number = match value {
        Value::Number(number) => number.as_i64(),
        // Such fields are texts in one half of the specification and numbers in the other.
        Value::String(text) if limits.or_text => text.parse().ok(),
        _ => None,
    };
    // The document has no integers beyond 32 bits.
    let Some(number) = number.filter(|number| i32::try_from(*number).is_ok()) else {
        return fail(name, "must be an integer", errors);
    };
    let fits = limits.min.is_none_or(|least| number >= least) && limits.max.is_none_or(|most| number <= most);
    if !fits {
        let range = match (limits.min, limits.max) {
            (Some(least), Some(most)) => format!("must be between {least} and {most}"),
            (Some(least), None) => format!("must be at least {least}"),
            (None, most) => format!("may not be greater than {}", most.unwrap_or_default()),
        };
        return fail(name, &range, errors);
    }
    if !limits.values.is_empty() && !limits.values.contains(&number) {
        let values: Vec<String> = limits.values.iter().map(i64::to_string).collect();
        return fail(name, &format!("must be one of {}", values.join(", ")), errors);
    }
    Some(value.clone())
}

fn list(name: &str, limits: &List, value: &Value, errors: &mut Errors) -> Option<Value> {
    let Value::Array(items) = value else {
        return fail(name, "must be a list", errors);
    };
    let length = u32::try_from(items.len()).unwrap_or(u32::MAX);
    if limits.min_items.is_some_and(|least| length < least) {
        let least = limits.min_items.unwrap_or_default();
        return fail(name, &format!("must have at least {least} items"), errors);
    }
    if limits.max_items.is_some_and(|most| length > most) {
        let most = limits.max_items.unwrap_or_default();
        return fail(name, &format!("may not have more than {most} items"), errors);
    }
    let kept: Vec<Option<Value>> = items
        .iter()
        .enumerate()
        .map(|(index, item)| value_of(&format!("{name}.{index}"), limits.items, item, errors))
        .collect();
    kept.into_iter().collect::<Option<Vec<Value>>>().map(Value::Array)
}

fn nested(name: &str, object: &Object, value: &Value, errors: &mut Errors) -> Option<Value> {
    let Value::Object(members) = value else {
        return fail(name, "must be an object", errors);
    };
    let mut kept = Record::new();
    let mut right = true;
    for (key, value) in members {
        let place = format!("{name}.{key}");
        match object.field(key) {
            Some(field) => match member(&place, field, value, errors) {
                Some(value) => {
                    kept.insert(key.clone(), value);
                }
                None => right = false,
            },
            None => right = fail(&place, "is not a known field", errors).is_some(),
        }
    }
    for field in object.fields {
        if field.required && !members.contains_key(field.name) {
            let place = format!("{name}.{}", field.name);
            errors.add(&place, format!("The {} field is required.", words(&place)));
            right = false;
        }
    }
    right.then_some(Value::Object(kept))
}

fn one_of(name: &str, members: &'static [Schema], value: &Value, errors: &mut Errors) -> Option<Value> {
    for member in members {
        let mut found = Errors::default();
        if let Some(value) = value_of(name, member, value, &mut found) {
            return Some(value);
        }
    }
    fail(name, "has none of the possible forms", errors)
}

fn fail(name: &str, what: &str, errors: &mut Errors) -> Option<Value> {
    errors.add(name, format!("The {} {what}.", words(name)));
    None
}

fn words(name: &str) -> String {
    name.replace('_', " ")
}

fn is_time(schema: &Schema) -> bool {
    matches!(schema, Schema::Text(Text { format: TextFormat::DateTime, .. }))
}
