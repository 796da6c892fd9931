//! `btapi copy RESOURCE ID`

use bt_sra_catalog::Method;
use serde_json::{Map, Value};

use super::Context;
use super::target::Target;
use crate::args::Format;
use crate::check::{self, Purpose};
use crate::failure::{Failure, Result, plain};
use crate::net::{self, Answer, Call, Net};
use crate::output::Plan;
use crate::path::ResourcePath;
use crate::{input, output};

/// Copies a thing, and prints the copy.
///
/// What stands on standard input is what the copy has instead: the appliance takes some fields
/// with the request, the others are changed afterwards. What the request demands and nobody has
/// given is taken from the original.
pub(super) fn run(context: &Context<'_>, resource: &str, id: &str) -> Result<()> {
    let original = Target::find(&context.vocabulary, resource, Some(id), Method::Get)?;
    let copy = Target::find(&context.vocabulary, &format!("{}/copy", original.path), None, Method::Post)?;
    let change = Target::find(&context.vocabulary, resource, Some(id), Method::Patch)?;
    let plan = Plan::new(context.globals, Format::Json, original.found.answer())?;
    let shape = change.found.body();
    let given = input::object(context.globals.kv_in, &shape)?.map_or(Value::Null, |input| input.value);
    let (taken, later) = match given {
        Value::Null => (Map::new(), Map::new()),
        Value::Object(fields) => copy.split(fields),
        _ => return Err(Failure::invalid("standard input is JSON, but not an object")),
    };
    let changes = Value::Object(later);
    for note in check::input(&change.path.to_string(), &changes, &shape, Purpose::Change)? {
        output::note(&format!("{}: {note}; sent as it is", change.path));
    }
    copy.note_if_unknown(&context.vocabulary, Method::Post);
    let collection = ResourcePath::parse(resource)?;
    let answer = net::run(&context.settings, async |net| {
        let body = complete(net, &original, &copy, taken).await?;
        check::input(&copy.path.to_string(), &body, &copy.found.body(), Purpose::Create)?;
        let call = Call::new(Method::Post, &copy.path).body(Some(body.to_string().into()));
        let made = net.call(call).await?;
        finish(net, &collection, made, &changes).await
    })?;
    super::print_if_any(&answer, &copy.found, &plan)
}

impl Target {
    /// Sorts fields into those that a request takes and the others.
    fn split(&self, fields: Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
        let objects = self.found.body().objects();
        fields.into_iter().partition(|(name, _)| {
            objects.is_empty() || objects.iter().any(|object| object.field(name).is_some())
        })
    }

    /// Returns the names of the fields that a request demands.
    fn demanded(&self) -> Vec<&'static str> {
        let objects = self.found.body().objects();
        let fields = objects.iter().flat_map(|object| object.fields);
        fields.filter(|field| field.required && !field.read_only).map(|field| field.name).collect()
    }
}

/// Adds to `fields` what a copy demands, from the original.
async fn complete(net: &Net, original: &Target, copy: &Target, fields: Map<String, Value>) -> Result<Value> {
    let mut fields = fields;
    let missing: Vec<&str> = copy.demanded().into_iter().filter(|name| !fields.contains_key(*name)).collect();
    if !missing.is_empty() {
        let answer = net.call(Call::new(Method::Get, &original.path)).await?;
        let known = read(&answer)?;
        for name in missing {
            if let Some(value) = known.get(name) {
                fields.insert(name.to_owned(), value.clone());
            }
        }
    }
    Ok(Value::Object(fields))
}

/// Finds the copy, changes it if need be, and returns what the appliance says of it then.
async fn finish(net: &Net, collection: &ResourcePath, made: Answer, changes: &Value) -> Result<Answer> {
    let known = read(&made).unwrap_or_default();
    let has_changes = changes.as_object().is_some_and(|changes| !changes.is_empty());
    let id = ["destId", "id"].iter().find_map(|name| known.get(*name));
    let id = match id {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ if has_changes => {
            return Err(Failure::new(
                crate::failure::Exit::Unreadable,
                format!(
                    "{}: the answer does not say which id the copy has; it is made, but not changed",
                    made.name
                ),
            ));
        }
        _ => return Ok(made),
    };
    let path = collection.with_id(&id)?;
    if has_changes {
        let call = Call::new(Method::Patch, &path).body(Some(changes.to_string().into()));
        return net.call(call).await.map_err(|failure| {
            failure.with_hint(format!(
                "the copy is made, its id is {}; only the changes to it failed",
                plain(&id)
            ))
        });
    }
    match known.contains_key("id") {
        true => Ok(made),
        false => net.call(Call::new(Method::Get, &path)).await,
    }
}

fn read(answer: &Answer) -> Result<Map<String, Value>> {
    let json = super::json(answer)?;
    Ok(match serde_json::from_str(json.get()) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    })
}
