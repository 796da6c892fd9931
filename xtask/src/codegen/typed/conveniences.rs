//! Methods of handles that take several calls: finding by name, ensuring, holding.

use std::fmt::Write as _;

use crate::ir::{Field, Operation, Schema};

use super::handles::{answer_type, body_type, list_type, only_field};
use super::kind::Kind;
use super::model::{Model, Way, body_way, named};
use super::names::{a, title};
use super::tree::{Handle, Method, Verb, answer_schema};
use super::types::writable;

/// Fields by which people know a thing, the most usual first.
const NAMES: [&str; 4] = ["name", "username", "display_name", "code_name"];

/// What taking and giving back are called.
const HOLD: [&str; 2] = ["check_out", "check_in"];

/// The methods of a handle that combine its operations.
pub(super) fn methods(model: &Model<'_>, handle: &Handle<'_>) -> String {
    let mut text = finds(model, handle).unwrap_or_default();
    text.push_str(&ensure(model, handle).unwrap_or_default());
    text.push_str(&hold(model, handle).unwrap_or_default());
    text
}

/// `find_by_name` and the like, for each field of that kind which the items have.
fn finds(model: &Model<'_>, handle: &Handle<'_>) -> Option<String> {
    let list = plain_list(handle)?;
    let schema = item_schema(list.operation)?;
    let noun = title(&handle.noun());
    let mut text = String::new();
    let has_name = text_field(model, schema, "name").is_some();
    for name in NAMES {
        // Beside a name it is somebody else's: who logs in at the other end.
        if name == "username" && has_name {
            continue;
        }
        let Some((field, kind)) = text_field(model, schema, name) else { continue };
        let value = if is_always_there(field) {
            format!("Some(&item.{name})")
        } else {
            format!("item.{name}.as_deref()")
        };
        let filter = if has_filter(list.operation, name) {
            format!(".{name}({name}.as_str())")
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "/// Finds {} by its `{name}`: none, one or several.\n\
             pub fn find_by_{name}(&self, {name}: impl Into<String>) -> Find<{}> {{\n\
             let {name}: {} = {name}.into();\n\
             self.list(){filter}.find_by({name}, |item| {value})\n}}",
            a(&noun),
            list_type(handle, list),
            kind.rust(),
        );
    }
    Some(text)
}

/// `ensure`, where things can be listed, created and changed, and all three show the same.
fn ensure(model: &Model<'_>, handle: &Handle<'_>) -> Option<String> {
    let list = plain_list(handle)?;
    let (create, update) = (method(handle, Verb::Create)?, method(handle, Verb::Update)?);
    let schema = item_schema(list.operation)?;
    let fields = model.fields(schema)?;
    let item = Kind::of(model, "", "", &Schema::Ref { name: schema.to_owned() }, Way::Answered).rust();
    let shows_the_same = |method: &Method<'_>| answer_type(model, method.operation) == item;
    if !shows_the_same(create) || !shows_the_same(update) {
        return None;
    }
    let id = fields.iter().find(|field| field.name == "id").filter(|field| is_always_there(field))?;
    if (create.own_params, update.own_params) != (0, 1) || only_field(model, create.operation).is_some() {
        return None;
    }
    let (new, patch) = (plain_body(model, create)?, plain_body(model, update)?);
    let sent = named(&create.operation.body.as_ref()?.schema)?;
    let takes =
        |name: &&&str| writable(model.fields(sent).unwrap_or_default()).any(|field| field.name == **name);
    let key = NAMES.iter().filter(takes).find(|name| text_field(model, schema, name).is_some())?;
    let one = a(&title(&handle.noun()));
    // What is secret is shown masked, if at all.
    let is_shown = |name: &str| fields.iter().any(|field| field.name == name && !field.write_only);
    let hidden: Vec<&str> = writable(model.fields(sent).unwrap_or_default())
        .filter(|field| field.secret || !is_shown(&field.name))
        .map(|field| field.name.as_str())
        .collect();
    let without = if hidden.is_empty() { String::new() } else { format!(".without(&{hidden:?})") };
    Some(format!(
        "/// Makes {one} be there as `new` says, by its `{key}`: creates it, or updates what differs.\n\
         pub fn ensure(&self, new: {new}) -> Ensure<{list}> {{\n\
         let handle = self.clone();\n\
         Ensure::new({key:?}, |{key}| self.find_by_{key}({key}), self.create(new), move |item| handle.update(item.{id}, {patch}::new())){without}\n}}\n",
        list = list_type(handle, list),
        id = id.name,
    ))
}

/// `hold`, where something can be checked out and in.
fn hold(model: &Model<'_>, handle: &Handle<'_>) -> Option<String> {
    let [out, back] = HOLD.map(|name| handle.methods.iter().find(|method| method.name == name));
    let (out, back) = (out?, back?);
    let arguments = super::handles::path_arguments(model, out.operation, &out.operation.path_params);
    let [(id, rust)] = arguments.as_slice() else { return None };
    if (out.own_params, back.own_params) != (1, 1)
        || out.operation.body.is_some()
        || back.operation.body.is_some()
        || answer_type(model, back.operation) != "()"
    {
        return None;
    }
    Some(format!(
        "/// Checks {one} out until the returned guard checks it in, or while a closure runs.\n\
         pub fn hold(&self, {id}: {rust}) -> Hold<{answer}> {{ Hold::new(self.{}({id}), self.{}({id})) }}\n",
        out.name,
        back.name,
        one = a(&title(&handle.noun())),
        answer = answer_type(model, out.operation),
    ))
}

/// The list of a handle that has many.
fn plain_list<'h, 'a>(handle: &'h Handle<'a>) -> Option<&'h Method<'a>> {
    method(handle, Verb::List).filter(|list| list.own_params == 0)
}

fn method<'h, 'a>(handle: &'h Handle<'a>, verb: Verb) -> Option<&'h Method<'a>> {
    handle.methods.iter().find(|method| method.verb == verb && method.action.is_none())
}

fn item_schema(list: &Operation) -> Option<&str> {
    match answer_schema(list)? {
        Schema::List { items, .. } => match &**items {
            Schema::Ref { name } => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// A field of an answer that is plain text for all to see.
fn text_field<'m>(model: &'m Model<'_>, schema: &str, name: &str) -> Option<(&'m Field, Kind)> {
    let field = model.fields(schema)?.iter().find(|field| field.name == name && !field.write_only)?;
    let kind = Kind::of_field(model, schema, field, Way::Answered);
    (kind == Kind::Text).then_some((field, kind))
}

fn has_filter(list: &Operation, name: &str) -> bool {
    list.query.iter().any(|param| param.name == name)
}

fn is_always_there(field: &Field) -> bool {
    field.required && !field.nullable && !field.secret
}

/// The body of a method that is taken whole, and is no union.
fn plain_body(model: &Model<'_>, method: &Method<'_>) -> Option<String> {
    let body = method.operation.body.as_ref().filter(|body| body.required)?;
    let Schema::Ref { name } = &body.schema else { return None };
    model.fields(name)?;
    if model.pair_object(name).is_some() && body_way(method.operation) == Way::Sent {
        return None;
    }
    body_type(model, method.operation)
}
