//! One cell, and the JSON value that it stands for.

use bt_sra_catalog::{Field, Integer, Literal, Schema, Text, TextFormat};
use serde_json::Value;

use crate::check::{self, Purpose};
use crate::shape::Shape;
use crate::suggest::closest;

/// What stands for null.
pub(crate) const NULL: &str = "<null>";

/// What stands for null in lists that are printed as CSV; not where it can be a text.
pub(crate) const PRINTED_NULL: &str = "null";

/// What stands for the empty text.
pub(crate) const EMPTY: &str = "<empty>";

/// Reads a cell. Nothing if it leaves the field alone.
///
/// # Errors
/// Says what is wrong, and what was expected.
pub(crate) fn read(cell: &str, field: &Field) -> Result<Option<Value>, String> {
    let value = match cell {
        "" => return Ok(None),
        NULL => {
            if !field.nullable {
                return Err(format!("{}: cannot be null", field.name));
            }
            return Ok(Some(Value::Null));
        }
        // As lists are printed.
        PRINTED_NULL if field.nullable => return Ok(Some(Value::Null)),
        EMPTY => typed("", field),
        text => typed(literal(text, field), field),
    };
    value.map(Some).map_err(|why| format!("{}: {why}", field.name))
}

/// Writes a value; an empty cell where that means the same for a new thing.
pub(crate) fn write(value: Option<&Value>, field: &Field) -> String {
    match value {
        None => String::new(),
        Some(Value::Null)
            if field.nullable
                && !matches!(
                    field.default,
                    Some(Literal::Boolean(_) | Literal::Integer(_) | Literal::Text(_))
                ) =>
        {
            String::new()
        }
        Some(Value::Null) => NULL.to_owned(),
        Some(Value::String(text)) if text.is_empty() => match field.default {
            Some(Literal::Text(default)) if !default.is_empty() => EMPTY.to_owned(),
            _ => String::new(),
        },
        Some(Value::String(text)) if is_special(text, field) => format!("\\{text}"),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Returns whether a text is one of the special words, with or without backslashes in front.
fn is_special(text: &str, field: &Field) -> bool {
    let word = text.trim_start_matches('\\');
    matches!(word, NULL | EMPTY) || field.nullable && word == PRINTED_NULL
}

/// Takes the backslash away that makes a special word a text.
fn literal<'a>(text: &'a str, field: &Field) -> &'a str {
    text.strip_prefix('\\').filter(|rest| is_special(rest, field)).unwrap_or(text)
}

fn typed(text: &str, field: &Field) -> Result<Value, String> {
    match &field.schema {
        Schema::Text(limits) => texts(text, limits),
        Schema::Integer(limits) => integer(text, limits),
        Schema::Boolean => match text.trim().to_ascii_lowercase().as_str() {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => Err("expected true or false".to_owned()),
        },
        Schema::Number => {
            let number = text.trim().parse::<f64>().ok().and_then(serde_json::Number::from_f64);
            number.map(Value::Number).ok_or_else(|| "expected a number".to_owned())
        }
        schema => structure(text, *schema),
    }
}

fn texts(text: &str, limits: &Text) -> Result<Value, String> {
    if !limits.values.is_empty() && !limits.values.contains(&text) {
        let guess = match closest(text, limits.values.iter().copied()) {
            Some(guess) => format!("; did you mean `{guess}`?"),
            None if limits.values.len() <= 12 => format!("; known are {}", limits.values.join(", ")),
            None => String::new(),
        };
        return Err(format!("`{text}` is not one of the known values{guess}"));
    }
    if limits.format == TextFormat::DateTime && text.parse::<bt_sra::Timestamp>().is_err() {
        return Err("expected a time such as 2026-01-31T12:00:00Z".to_owned());
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if let Some(most) = limits.max_length.filter(|most| length > *most) {
        return Err(format!("has {length} characters, at most {most} can be"));
    }
    if limits.min_length.is_some_and(|least| length < least) {
        return Err(if text.is_empty() { "cannot be empty".to_owned() } else { "is too short".to_owned() });
    }
    Ok(Value::from(text))
}

fn integer(text: &str, limits: &Integer) -> Result<Value, String> {
    let Ok(number) = text.trim().parse::<i64>() else {
        return Err(format!("expected a whole number, got `{}`", text.chars().take(40).collect::<String>()));
    };
    match (limits.min, limits.max) {
        (Some(least), _) if number < least => Err(format!("{number} is less than {least}")),
        (_, Some(most)) if number > most => Err(format!("{number} is more than {most}")),
        _ if !limits.values.is_empty() && !limits.values.contains(&number) => {
            Err(format!("{number} is not one of the known values"))
        }
        _ => Ok(Value::from(number)),
    }
}

fn structure(text: &str, schema: Schema) -> Result<Value, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        format!(
            "expected JSON, which is broken in line {}, column {} of the cell",
            error.line(),
            error.column()
        )
    })?;
    let (mut problems, notes) = check::problems(&value, &Shape::of([schema]), Purpose::Create);
    problems.extend(notes);
    if problems.is_empty() { Ok(value) } else { Err(problems.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cmd::bulk::kind::Kind;
    use crate::vocabulary::Vocabulary;

    fn field(kind: &str, name: &str) -> &'static Field {
        let kind = Kind::find(kind).unwrap();
        kind.column(&kind.objects(&Vocabulary::new(None)), name).unwrap().field
    }

    #[track_caller]
    fn check(kind: &str, name: &str, cell: &str, expected: Result<&str, &str>) {
        let field = field(kind, name);
        let got = read(cell, field)
            .map(|value| value.map_or_else(|| "left alone".to_owned(), |value| value.to_string()));
        assert_eq!(got.as_deref().map_err(String::as_str), expected);
        // What the appliance would show is written so that it is read again.
        if let Ok(Some(value)) = read(cell, field) {
            let again = read(&write(Some(&value), field), field).unwrap();
            assert!(again == Some(value.clone()) || value.is_null() || value == "", "{cell}");
        }
    }

    #[test]
    fn cells_get_the_type_of_their_field() {
        check("shell", "port", "22", Ok("22"));
        check("shell", "name", "22", Ok("\"22\""));
        check("shell", "name", " x ", Ok("\" x \""));
        check("rdp", "console", "TRUE", Ok("true"));
        check("shell", "comments", "", Ok("left alone"));
        check(
            "network",
            "filter_rules",
            r#"[{"ip_addresses":{"cidr":"192.0.2.0/24"}}]"#,
            Ok(r#"[{"ip_addresses":{"cidr":"192.0.2.0/24"}}]"#),
        );
    }

    #[test]
    fn null_and_empty_have_words_and_a_backslash_makes_them_texts() {
        check("shell", "jump_policy_id", "<null>", Ok("null"));
        check("shell", "comments", "<empty>", Ok("\"\""));
        check("shell", "comments", "\\<null>", Ok("\"<null>\""));
        check("shell", "comments", "\\\\<empty>", Ok("\"\\\\<empty>\""));
        check("shell", "comments", "\\x", Ok("\"\\\\x\""));
        check("shell", "name", "null", Ok("\"null\""));
        check("web", "submit_field", "null", Ok("null"));
        check("web", "submit_field", "\\null", Ok("\"null\""));
        check("shell", "comments", "<null>", Err("comments: cannot be null"));
        check("shell", "name", "<empty>", Err("name: cannot be empty"));
        check("psql", "tunnel_listen_address", "<empty>", Ok("\"\""));
        assert_eq!(write(Some(&Value::from("")), field("psql", "tunnel_listen_address")), EMPTY);
    }

    #[test]
    fn limits_are_kept_before_anything_is_sent() {
        check("shell", "port", "ssh", Err("port: expected a whole number, got `ssh`"));
        check("shell", "port", "22.0", Err("port: expected a whole number, got `22.0`"));
        check("shell", "port", "0", Err("port: 0 is less than 1"));
        check("shell", "port", "65536", Err("port: 65536 is more than 65535"));
        check("rdp", "console", "yes", Err("console: expected true or false"));
        check(
            "shell",
            "protocol",
            "shh",
            Err("protocol: `shh` is not one of the known values; did you mean `ssh`?"),
        );
        check("shell", "tag", &"x".repeat(65), Err("tag: has 65 characters, at most 64 can be"));
        check(
            "network",
            "filter_rules",
            "[{]",
            Err("filter_rules: expected JSON, which is broken in line 1, column 3 of the cell"),
        );
        check(
            "network",
            "filter_rules",
            "{}",
            Err("filter_rules: the input: expected a list, got an object"),
        );
    }
}
