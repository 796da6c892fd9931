//! Bodies that fit the catalog, and a check that answers do.

use bt_sra_catalog::{Object, Schema, TextFormat};
use serde_json::{Map, Value, json};

use crate::unconfirmed;

/// Makes a body with the required fields, and with `all` every field that may be sent.
pub(super) fn object(object: &Object, all: bool) -> Value {
    let mut members = Map::new();
    for field in object.fields {
        if field.required || (all && !field.read_only) {
            members.insert(field.name.to_owned(), value(field.name, &field.schema, all));
        }
    }
    Value::Object(members)
}

/// Makes a value; numbers that name other things name the first of them.
pub(super) fn value(name: &str, schema: &Schema, all: bool) -> Value {
    match schema {
        Schema::Text(text) => {
            if let Some(first) = text.values.first() {
                return json!(first);
            }
            if text.format == TextFormat::DateTime {
                return json!("2026-03-04T05:06:07Z");
            }
            if text.pattern.is_some_and(|pattern| pattern.starts_with("^team:")) {
                return json!("team:sample");
            }
            if name == "account_policy" {
                return json!("default");
            }
            let most = text.max_length.unwrap_or(32).min(32);
            let length = usize::try_from(most.max(text.min_length.unwrap_or(0))).unwrap();
            json!("sample_text_of_the_tests_of_this_crate".chars().cycle().take(length).collect::<String>())
        }
        Schema::Integer(integer) => {
            json!(integer.values.first().copied().unwrap_or_else(|| integer.min.unwrap_or(0).max(1)))
        }
        Schema::Number => json!(1),
        Schema::Boolean => json!(false),
        Schema::List(list) => {
            let text = matches!(list.items, Schema::Text(_))
                && matches!(name, "approval_user_ids" | "approval_team_ids");
            if text { json!(["1"]) } else { json!([value(name, list.items, all)]) }
        }
        Schema::Object(inner) => object(inner, all),
        Schema::OneOf(members) => value(name, members.first().unwrap(), all),
        Schema::Map(_) => json!({}),
        Schema::Binary | Schema::Any => Value::Null,
    }
}

/// Lists what is wrong with an answer.
pub(super) fn faults(place: &str, schema: &Schema, value: &Value, found: &mut Vec<String>) {
    let mut wrong = |what: String| found.push(format!("{place}: {what}: {value}"));
    match schema {
        Schema::Text(text) => match value {
            Value::String(content) => {
                let length = u32::try_from(content.chars().count()).unwrap();
                if text.min_length.is_some_and(|least| length < least)
                    || text.max_length.is_some_and(|most| length > most)
                {
                    wrong("length".to_owned());
                }
                if !text.values.is_empty() && !text.values.contains(&content.as_str()) {
                    wrong("not among the values".to_owned());
                }
                if text.format == TextFormat::DateTime
                    && !(content.len() == 25 && content.ends_with("+00:00"))
                {
                    wrong("not a time of the appliance".to_owned());
                }
            }
            _ => wrong("not a text".to_owned()),
        },
        Schema::Integer(integer) => {
            let number =
                value.as_i64().or_else(|| if integer.or_text { value.as_str()?.parse().ok() } else { None });
            match number {
                None => wrong("not an integer".to_owned()),
                Some(number) => {
                    let listed = integer.values.is_empty() || integer.values.contains(&number);
                    if integer.min.is_some_and(|least| number < least)
                        || integer.max.is_some_and(|most| number > most)
                        || !listed
                    {
                        wrong("out of range".to_owned());
                    }
                }
            }
        }
        Schema::Number if !value.is_number() => wrong("not a number".to_owned()),
        Schema::Boolean if !value.is_boolean() => wrong("not a boolean".to_owned()),
        Schema::List(list) => match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    faults(&format!("{place}/{index}"), list.items, item, found);
                }
            }
            _ => wrong("not a list".to_owned()),
        },
        Schema::Object(object) => members(place, object, value, found),
        Schema::OneOf(members) => {
            let fits = members.iter().any(|member| {
                let mut inner = Vec::new();
                faults(place, member, value, &mut inner);
                inner.is_empty()
            });
            if !fits {
                wrong("none of the shapes".to_owned());
            }
        }
        _ => {}
    }
}

fn members(place: &str, object: &Object, value: &Value, found: &mut Vec<String>) {
    let Value::Object(members) = value else {
        found.push(format!("{place}: not an object: {value}"));
        return;
    };
    for field in object.fields {
        let place = format!("{place}/{}", field.name);
        match members.get(field.name) {
            None if field.required && !field.write_only => found.push(format!("{place}: missing")),
            Some(_) if field.write_only => found.push(format!("{place}: must not be shown")),
            Some(Value::Null) if field.nullable => {}
            Some(value) => faults(&place, &field.schema, value, found),
            None => {}
        }
    }
    let beyond = |name: &str| unconfirmed::SHOWN_BEYOND.contains(&name);
    for name in members.keys().filter(|name| object.field(name).is_none() && !beyond(name)) {
        found.push(format!("{place}/{name}: not in the schema"));
    }
}
