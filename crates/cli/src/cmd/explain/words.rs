//! Types and limits in words.

use bt_sra_catalog::{Integer, List, Literal, Schema, Text, TextFormat};

/// Returns what a value may be: `text, 1 to 64 letters`.
pub(super) fn of_schema(schema: &Schema) -> String {
    match schema {
        Schema::Text(text) => of_text(text),
        Schema::Integer(integer) => of_integer(integer),
        Schema::Number => "number".to_owned(),
        Schema::Boolean => "true or false".to_owned(),
        Schema::Binary => "bytes".to_owned(),
        Schema::List(list) => of_list(list),
        Schema::Map(values) => format!("object, under each name: {}", of_schema(values)),
        Schema::Object(_) => "object".to_owned(),
        Schema::OneOf(choices) => of_schemas(choices),
        Schema::Any => "anything".to_owned(),
    }
}

/// Returns the known values of a text or a number.
pub(super) fn values(schema: &Schema) -> Vec<String> {
    match schema {
        Schema::Text(text) => text.values.iter().map(|value| (*value).to_owned()).collect(),
        Schema::Integer(integer) => integer.values.iter().map(ToString::to_string).collect(),
        Schema::List(list) => values(list.items),
        Schema::OneOf(choices) => choices.iter().flat_map(values).collect(),
        _ => Vec::new(),
    }
}

/// Returns whether it is a text with known values, or several of these.
pub(super) fn is_choice(schema: &Schema) -> bool {
    match schema {
        Schema::Text(text) => !text.values.is_empty(),
        Schema::OneOf(choices) => choices.iter().all(is_choice),
        _ => false,
    }
}

/// Returns what a value may be that has several forms.
pub(super) fn of_schemas(schemas: &[Schema]) -> String {
    if schemas.len() > 1 && schemas.iter().all(is_choice) {
        let mut known: Vec<String> = Vec::new();
        for value in schemas.iter().flat_map(values) {
            if !known.contains(&value) {
                known.push(value);
            }
        }
        return format!("one of {}", known.join(", "));
    }
    let mut words: Vec<String> = Vec::new();
    for word in schemas.iter().map(of_schema) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join("; or ")
}

/// Returns a constant as JSON has it.
pub(super) fn of_literal(literal: Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Text(text) => format!("{text:?}"),
        Literal::Texts(texts) => format!("{texts:?}"),
    }
}

fn of_text(text: &Text) -> String {
    let mut words = match text.format {
        TextFormat::Plain => "text".to_owned(),
        TextFormat::DateTime => "time (RFC 3339)".to_owned(),
        TextFormat::Password => "password".to_owned(),
    };
    if !text.values.is_empty() {
        return format!(
            "one of {}",
            text.values
                .iter()
                .map(|value| if value.is_empty() { "\"\"" } else { value })
                .collect::<Vec<_>>()
                .join(", ")
        );
    }
    if let Some(range) = range(text.min_length.filter(|least| *least > 0), text.max_length) {
        words.push_str(&format!(", {range} letters"));
    }
    if let Some(pattern) = text.pattern {
        words.push_str(&format!(", like {pattern}"));
    }
    words
}

fn of_integer(integer: &Integer) -> String {
    if !integer.values.is_empty() {
        let values: Vec<String> = integer.values.iter().map(ToString::to_string).collect();
        return format!("one of {}", values.join(", "));
    }
    let words = if integer.or_text { "whole number or text" } else { "whole number" };
    // An id up to the largest number of 32 bits has no limit worth telling.
    let max = integer.max.filter(|max| *max < i64::from(i32::MAX));
    match range(integer.min, max) {
        Some(range) => format!("{words}, {range}"),
        None => words.to_owned(),
    }
}

fn of_list(list: &List) -> String {
    let mut words = format!("list of: {}", of_schema(list.items));
    if let Some(range) = range(list.min_items.filter(|least| *least > 0), list.max_items) {
        words.push_str(&format!("; {range} members"));
    }
    words
}

fn range<T: std::fmt::Display + PartialEq>(least: Option<T>, most: Option<T>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("exactly {least}")),
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("{least} or more")),
        (None, Some(most)) => Some(format!("up to {most}")),
        (None, None) => None,
    }
}
