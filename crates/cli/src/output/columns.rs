//! Which fields are wanted: what `--columns` names.

use serde_json::value::RawValue;

use crate::failure::{Failure, Result, plain};
use crate::json::Json;
use crate::shape::{self, Shape};
use crate::suggest::closest;

/// What stands between the names of a path: `criteria.tag`. No field of the API has it in its
/// name.
const JOINT: char = '.';

/// Checks the names against what is known of an answer.
///
/// # Errors
/// Names what is no field of it. Where nothing is known of the answer, any name will do.
pub(crate) fn check(names: &[String], shape: &Shape) -> Result<()> {
    for (place, name) in names.iter().enumerate() {
        if name.trim().is_empty() {
            return Err(Failure::usage("--columns has an empty name in it; write --columns id,name"));
        }
        if names.iter().take(place).any(|before| before == name) {
            return Err(Failure::usage(format!("--columns names `{}` twice", plain(name))));
        }
        check_path(name, shape)?;
    }
    Ok(())
}

fn check_path(path: &str, shape: &Shape) -> Result<()> {
    let mut shape = shape.clone();
    for name in path.split(JOINT) {
        let objects = shape.objects();
        if objects.is_empty() {
            // Whatever is in there, nobody knows it.
            return Ok(());
        }
        shape = match shape::fields(&objects, name) {
            Some(field) => field,
            None if shape.map_values().is_some() => Shape::UNKNOWN,
            None => {
                let known = shape.answered_fields();
                let hint = match closest(name, known.iter().copied()) {
                    Some(guess) => format!("did you mean `{guess}`?"),
                    None => format!("there are: {}", known.join(", ")),
                };
                let name = plain(name);
                return Err(Failure::usage(format!("--columns: there is no field `{name}`")).with_hint(hint));
            }
        };
    }
    Ok(())
}

/// Returns what stands at a path of an item.
pub(crate) fn at<'a>(item: &'a Json, path: &str) -> Option<&'a Json> {
    if let Some(value) = item.get(path) {
        return Some(value);
    }
    path.split(JOINT).try_fold(item, Json::get)
}

/// Returns the shape of what stands at a path.
pub(crate) fn shape_at(shape: &Shape, path: &str) -> Shape {
    path.split(JOINT).fold(shape.clone(), |shape, name| shape.field(name))
}

/// Makes an object of the wanted fields, in the wanted order; what is missing stays out. What is
/// no object stays as it is.
pub(crate) fn project(item: &Json, names: &[String]) -> Json {
    let Json::Object(_) = item else { return item.clone() };
    Json::Object(names.iter().filter_map(|name| Some((name.clone(), at(item, name)?.clone()))).collect())
}

/// Reads, projects, and writes as compact JSON.
pub(crate) fn project_raw(raw: &RawValue, names: &[String]) -> Option<Box<RawValue>> {
    RawValue::from_string(project(&Json::read(raw)?, names).to_string()).ok()
}

#[cfg(test)]
mod tests {
    use bt_sra_catalog::Method;

    use super::*;
    use crate::path::ResourcePath;
    use crate::vocabulary::Vocabulary;

    #[track_caller]
    fn check_names(resource: &str, names: &str, expected: &str) {
        let path = ResourcePath::parse(resource).unwrap();
        let shape = Vocabulary::new(None).find(&path, Method::Get).answer();
        let names: Vec<String> = names.split(',').map(str::to_owned).collect();
        let said = check(&names, &shape).map_or_else(|failure| failure.report(), |()| "fine".to_owned());
        assert_eq!(said, expected);
    }

    #[test]
    fn unknown_fields_of_known_resources_are_refused() {
        check_names("jump-group", "id,name", "fine");
        check_names(
            "jump-group",
            "id,nmae",
            "btapi: --columns: there is no field `nmae`\nbtapi: hint: did you mean `name`?\n",
        );
        check_names(
            "jump-group",
            "colour",
            "btapi: --columns: there is no field `colour`\nbtapi: hint: there are: id, name, code_name, \
             comments, ecm_group_id\n",
        );
        check_names("no/such/thing", "colour", "fine");
        check_names("jump-group", "id,id", "btapi: --columns names `id` twice\n");
        check_names(
            "jump-group",
            "id,",
            "btapi: --columns has an empty name in it; write --columns id,name\n",
        );
    }

    #[test]
    fn a_projection_keeps_values_and_order() {
        let raw = serde_json::from_str(r#"{"id": 1.10, "rule": {"x": [1, 2]}, "name": "a"}"#).unwrap();
        let names = ["name", "rule.x", "id", "none"].map(str::to_owned);
        assert_eq!(project_raw(raw, &names).unwrap().get(), r#"{"name":"a","rule.x":[1,2],"id":1.10}"#);
    }
}
