//! Checks an input against what the catalogs know, before anything is sent.
//!
//! Only what no appliance could accept is refused: a known field of another type, and a field that
//! creating demands and that is missing. Everything else is the appliance's to judge; what looks
//! like a slip is noted.

use serde_json::{Map, Value};

use crate::failure::{Failure, Result, plain};
use crate::shape::{self, Shape};
use crate::suggest::closest;

/// What the input is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Purpose {
    /// It becomes a new thing, so required fields must be there.
    Create,
    /// It changes some fields.
    Change,
}

/// Checks `input` for the request called `request`. Returns notes for standard error.
///
/// # Errors
/// Names every field that is wrong, what was expected and what was given; never the value, which
/// may be a secret.
pub(crate) fn input(request: &str, input: &Value, shape: &Shape, purpose: Purpose) -> Result<Vec<String>> {
    let (problems, notes) = problems(input, shape, purpose);
    if problems.is_empty() {
        return Ok(notes);
    }
    let mut message = format!("{request}: the input was refused, nothing was sent");
    for problem in problems {
        message.push_str("\n  ");
        message.push_str(&problem);
    }
    Err(Failure::invalid(message))
}

/// Returns what is wrong with a value, and what looks like a slip.
pub(crate) fn problems(value: &Value, shape: &Shape, purpose: Purpose) -> (Vec<String>, Vec<String>) {
    let mut check = Check { purpose, problems: Vec::new(), notes: Vec::new() };
    check.value("", value, shape);
    (check.problems, check.notes)
}

struct Check {
    purpose: Purpose,
    problems: Vec<String>,
    notes: Vec<String>,
}

impl Check {
    fn value(&mut self, place: &str, value: &Value, shape: &Shape) {
        if shape.is_unknown() || shape.is_read_only() {
            return;
        }
        let fits = match value {
            // Whether a field can be cleared is not always known, so null is judged where
            // required fields are.
            Value::Null => !place.is_empty() || shape.takes_null(),
            Value::Bool(_) => shape.takes_boolean(),
            Value::Number(number) => {
                shape.takes_number() || (shape.takes_integer() && (number.is_i64() || number.is_u64()))
            }
            Value::String(text) => {
                self.note_unknown_value(place, text, shape);
                shape.takes_text() || shape.takes_number_as_text()
            }
            Value::Array(items) => match shape.item() {
                Some(item) => {
                    for (index, value) in items.iter().enumerate() {
                        self.value(&join(place, &index.to_string()), value, &item);
                    }
                    true
                }
                None => false,
            },
            Value::Object(fields) => match (shape.objects_for(fields), shape.map_values()) {
                (objects, _) if !objects.is_empty() => {
                    self.object(place, fields, &objects);
                    true
                }
                (_, Some(values)) => {
                    for (name, value) in fields {
                        self.value(&join(place, name), value, &values);
                    }
                    true
                }
                _ => shape.takes_single(),
            },
        };
        if !fits {
            let place = if place.is_empty() { "the input" } else { place };
            let hint = match value {
                Value::String(_) if shape.item().is_some() => {
                    format!(" (write {place}__0=… for its first member)")
                }
                _ => String::new(),
            };
            self.problems.push(format!(
                "{place}: expected {}, got {}{hint}",
                shape.describe(),
                given(value, shape)
            ));
        }
    }

    fn object(
        &mut self,
        place: &str,
        given: &Map<String, Value>,
        objects: &[&'static bt_sra_catalog::Object],
    ) {
        for (name, value) in given {
            let inner = join(place, name);
            match shape::fields(objects, name) {
                Some(shape) => self.value(&inner, value, &shape),
                None => {
                    let known = objects.iter().flat_map(|object| object.fields).map(|field| field.name);
                    let guess = closest(name, known);
                    let guess = guess.map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
                    self.notes.push(format!("the field `{}` is not known here{guess}", plain(&inner)));
                }
            }
        }
        for name in self.missing_of_all(objects, given) {
            let place = join(place, name);
            self.problems.push(match given.get(name) {
                Some(_) => format!("{place}: is required and cannot be null"),
                None => format!("{place}: is required and missing"),
            });
        }
    }

    /// Returns what is missing whichever of `objects` is meant.
    fn missing_of_all(
        &self,
        objects: &[&'static bt_sra_catalog::Object],
        given: &Map<String, Value>,
    ) -> Vec<&'static str> {
        let mut lists: Vec<_> = objects.iter().map(|object| self.missing(object, given)).collect();
        lists.sort_by_key(Vec::len);
        let Some((fewest, others)) = lists.split_first() else { return Vec::new() };
        let common: Vec<_> =
            fewest.iter().copied().filter(|name| others.iter().all(|list| list.contains(name))).collect();
        // Where nothing is common, the nearest is the best guess; it is empty if one is complete.
        if common.is_empty() { fewest.clone() } else { common }
    }

    /// Returns the required fields that `given` lacks, or gives as null.
    fn missing(
        &self,
        object: &'static bt_sra_catalog::Object,
        given: &Map<String, Value>,
    ) -> Vec<&'static str> {
        object
            .fields
            .iter()
            .filter(|field| field.required && !field.read_only && !field.nullable)
            .filter(|field| match given.get(field.name) {
                None => self.purpose == Purpose::Create,
                Some(value) => value.is_null(),
            })
            .map(|field| field.name)
            .collect()
    }

    fn note_unknown_value(&mut self, place: &str, text: &str, shape: &Shape) {
        let known = shape.known_texts();
        if known.is_empty() || known.contains(&text) || text.is_empty() {
            return;
        }
        let guess = match closest(text, known.iter().copied()) {
            Some(guess) => format!(" (did you mean `{guess}`?)"),
            None if known.len() <= 12 => format!(" (known: {})", known.join(", ")),
            None => String::new(),
        };
        self.notes.push(format!("the value of `{}` is not known here{guess}", plain(place)));
    }
}

fn join(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}__{name}") }
}

/// Returns what is wrong with a text that is nearly a whole number.
pub(crate) fn not_quite_a_number(text: &str) -> Option<&'static str> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole.strip_prefix('-').unwrap_or(whole)) {
        return None;
    }
    match fraction {
        Some(fraction) => is_digits(fraction).then_some("a number with a fraction"),
        None => whole.parse::<i64>().is_err().then_some("a number that is too large"),
    }
}

/// Says what was given where something else was wanted.
fn given(value: &Value, wanted: &Shape) -> &'static str {
    match value {
        Value::String(text) if wanted.takes_integer() => not_quite_a_number(text),
        Value::Number(number) => {
            number.as_f64().filter(|number| number.abs() > TOO_LARGE).map(|_| "a number that is too large")
        }
        _ => None,
    }
    .unwrap_or_else(|| describe(value))
}

/// From here on, a number has no fraction that could be what is wrong with it.
const TOO_LARGE: f64 = 9e15;

fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "a number",
        Value::String(text) if text.is_empty() => "an empty text",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests;
