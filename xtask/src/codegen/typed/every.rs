//! Test code that calls every operation once, typed, with sample values. It stands in
//! `tests/it/config/generated`; what it needs of the appliance is found by the hand-written `lab`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::ir::{Document, Field, Operation, Param, Schema, TextFormat, Type};

use super::handles::{body_type, only_field};
use super::item::format;
use super::kind::Kind;
use super::model::{Model, Way, body_way, named};
use super::names::{pascal, snake};
use super::overrides::{PAIRS, UNTRIED};
use super::target::CONFIGURATION;
use super::tree::{Handle, Method, Verb, answers_file};
use super::types::{self, Argument, arguments};

/// Longer files are split.
const MAX_LINES: usize = 1400;

/// What no `Debug` may show.
const SECRET: &str = "hunter2-hunter2";

/// The parameters of paging.
const PAGING: [&str; 2] = ["per_page", "current_page"];

/// The files, by path.
pub(super) fn files(models: &[Model<'_>]) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let mut root = "//! Every operation of both products, called once.\n".to_owned();
    let folder = CONFIGURATION.tests;
    for model in models {
        let product = &model.document.product;
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for handle in &model.handles {
            let group = handle.nouns.first().map_or_else(|| "config".to_owned(), |noun| snake(noun));
            let calls = groups.entry(group).or_default();
            for method in &handle.methods {
                let choices = union(model, method.operation).map_or(1, <[Schema]>::len);
                for choice in 0..choices {
                    calls.push(call(model, handle, method, false, choice)?);
                }
                if method.verb == Verb::List && !method.operation.query.is_empty() {
                    calls.push(call(model, handle, method, true, 0)?);
                }
            }
        }
        let mut names = Vec::new();
        for (group, calls) in groups {
            for (name, text) in split(product, &group, &calls)? {
                files.insert(format!("{folder}/{product}/{name}.rs"), text);
                names.push(name);
            }
        }
        names.sort();
        files.insert(format!("{folder}/{product}.rs"), index(model.document, &names)?);
        files.insert(format!("{folder}/{product}/secrets.rs"), secrets(model)?);
        let _ = writeln!(root, "pub(super) mod {product};");
    }
    files.insert(format!("{folder}.rs"), format(&root)?);
    Ok(files)
}

fn index(document: &Document, names: &[String]) -> Result<String, String> {
    let mut text = format!("//! Every operation of {}, called once.\n", super::handles::product(document));
    text.push_str("use super::super::lab::Lab;\nuse bt_sra::");
    let _ = writeln!(text, "{}::config::Config;", document.product);
    text.push_str("pub(in super::super) mod secrets;\n");
    names.iter().for_each(|name| {
        let _ = writeln!(text, "mod {name};");
    });
    text.push_str("/// Calls them all.\npub(in super::super) async fn all(lab: &mut Lab<Config>) {\n");
    names.iter().for_each(|name| {
        let _ = writeln!(text, "{name}::all(lab).await;");
    });
    text.push_str("}\n");
    format(&text)
}

fn split(product: &str, name: &str, calls: &[String]) -> Result<Vec<(String, String)>, String> {
    let text = file(product, name, calls)?;
    if text.lines().count() <= MAX_LINES || calls.len() < 2 {
        return Ok(vec![(name.to_owned(), text)]);
    }
    let (first, second) = calls.split_at(calls.len() / 2);
    let mut parts = split(product, name, first)?;
    parts.extend(split(product, &format!("{name}_more"), second)?);
    Ok(parts)
}

fn file(product: &str, name: &str, calls: &[String]) -> Result<String, String> {
    let body = calls.concat();
    let mut text = format!("//! {}.\n", pascal(name));
    text.push_str("use super::super::super::lab::Lab;\n");
    // The names of types stand in full where there are few, and come in by their module.
    let _ = writeln!(text, "use bt_sra::{product}::config as api;");
    text.push_str("/// Calls them all.\npub(super) async fn all(lab: &mut Lab<api::Config>) {\n");
    text.push_str(&body);
    text.push_str("}\n");
    format(&text)
}

fn call(
    model: &Model<'_>,
    handle: &Handle<'_>,
    method: &Method<'_>,
    filtered: bool,
    choice: usize,
) -> Result<String, String> {
    let operation = method.operation;
    let mut chain = chain(model, "config", handle, method, filtered, choice)?;
    let at = if chain.contains("at.") { "at" } else { "_" };
    let future = if answers_file(operation) {
        "Lab::<api::Config>::read(call.send())"
    } else {
        chain.push_str(".send()");
        "async move { call.await.map(drop) }"
    };
    Ok(format!(
        "lab.call({id:?}, {verb:?}, {path:?}, |config, {at}| {{ let call = {chain}; Box::pin({future}) }}).await;\n",
        id = operation.id,
        verb = operation.method,
        path = operation.path,
    ))
}

/// The expression of a call of `root`.
pub(super) fn chain(
    model: &Model<'_>,
    root: &str,
    handle: &Handle<'_>,
    method: &Method<'_>,
    filtered: bool,
    choice: usize,
) -> Result<String, String> {
    let operation = method.operation;
    let mut chain = root.to_owned();
    for depth in 1..=handle.nouns.len() {
        let nouns = handle.nouns.get(..depth).unwrap_or_default();
        let step = model.handles.iter().find(|other| other.nouns == nouns).ok_or("a handle is missing")?;
        let params = step.params.last().map(Vec::as_slice).unwrap_or_default();
        let given: Vec<String> = params
            .iter()
            .filter_map(|name| operation.path_params.iter().find(|param| param.name == *name))
            .map(|param| path_value(model, operation, param))
            .collect();
        let _ = write!(chain, ".{}({})", step.accessor(), given.join(", "));
    }
    let split = operation.path_params.len().saturating_sub(method.own_params);
    let own = operation.path_params.get(split..).unwrap_or_default();
    let mut given: Vec<String> = own.iter().map(|param| path_value(model, operation, param)).collect();
    given.extend(body(model, operation, choice)?);
    let _ = write!(chain, ".{}({})", method.name, given.join(", "));
    if filtered {
        chain.push_str(&filters(model, operation));
    }
    Ok(chain)
}

/// The types that what is created may be of.
fn union<'a>(model: &Model<'a>, operation: &Operation) -> Option<&'a [Schema]> {
    let name = named(&operation.body.as_ref()?.schema)?;
    match model.document.types.get(name)? {
        Type::Union { members } if body_way(operation) == Way::Sent => Some(members),
        _ => None,
    }
}

fn path_value(model: &Model<'_>, operation: &Operation, param: &Param) -> String {
    let owner = format!("{} {}", operation.method, operation.path);
    match &param.schema {
        Schema::Integer { .. } => {
            number(model.ids.of_param(operation, &param.name), &format!("at.id({:?})", param.name))
        }
        schema => match Kind::of(model, &owner, &param.name, schema, Way::Sent) {
            Kind::Text => format!("&at.step({:?})", param.name),
            Kind::TextId(id) => format!("&api::{id}::new(at.step({:?}))", param.name),
            kind => value(model, &param.name, schema, &kind),
        },
    }
}

fn number(id: Option<String>, value: &str) -> String {
    id.map_or_else(|| value.to_owned(), |id| format!("api::{id}::new({value})"))
}

fn filters(model: &Model<'_>, operation: &Operation) -> String {
    let mut text = String::new();
    for param in &operation.query {
        let owner = format!("{} {}", operation.method, operation.path);
        if PAGING.contains(&param.name.as_str()) {
            let sample = if param.name == "per_page" { 50 } else { 1 };
            let _ = write!(text, ".{}({sample})", param.name);
            continue;
        }
        let in_pair = PAIRS.iter().any(|(id, kind, ..)| {
            *id == param.name && operation.query.iter().any(|other| other.name == *kind)
        });
        let kind = if in_pair {
            Kind::Integer { or_text: false }
        } else {
            Kind::of(model, &owner, &param.name, &param.schema, Way::Sent)
        };
        let _ = write!(
            text,
            ".{}({})",
            super::names::ident(&param.name),
            value(model, &param.name, &param.schema, &kind)
        );
    }
    text
}

fn body(model: &Model<'_>, operation: &Operation, choice: usize) -> Result<Option<String>, String> {
    let Some(body) = &operation.body else { return Ok(None) };
    match &body.schema {
        Schema::Map { values } if matches!(**values, Schema::Text { .. }) => {
            return Ok(Some("[(\"sample\", \"sample\")]".to_owned()));
        }
        Schema::Map { .. } => return Ok(Some("std::collections::BTreeMap::new()".to_owned())),
        _ => {}
    }
    let name = named(&body.schema).unwrap_or_default();
    if let Some(field) = only_field(model, operation) {
        let kind = Kind::of_field(model, name, field, Way::Sent);
        return Ok(Some(value(model, &field.name, &field.schema, &kind)));
    }
    let way = body_way(operation);
    if way == Way::Sent
        && let Some(pair) = model.pair_object(name)
    {
        return Ok(Some(pair_value(pair, "id")));
    }
    let name = match union(model, operation).and_then(|members| named(members.get(choice)?)) {
        Some(member) => member,
        None => name,
    };
    let made = body_type(model, operation).map(|_| object(model, name, way)).ok_or("a body has no type")?;
    Ok(Some(made))
}

/// A file that shows every type that holds a secret, with the secret in it.
fn secrets(model: &Model<'_>) -> Result<String, String> {
    let mut shown = String::new();
    let mut count = 0_usize;
    for (schema, made) in &model.document.types {
        let Type::Object { fields } = made else { continue };
        let roles = &model.roles;
        if roles.answered.contains(schema) && model.holds_secret(schema) {
            let (name, json) = (model.type_name(schema, Way::Answered), sample_json(model, fields));
            let _ = writeln!(
                shown,
                "({name:?}, format!(\"{{:?}}\", serde_json::from_str::<api::{name}>({json:?}).unwrap())),"
            );
            count += 1;
        }
        let sends_secret = types::writable(fields).any(|field| field.secret);
        for (way, role) in [(Way::Sent, &roles.sent), (Way::Patched, &roles.patched)] {
            if sends_secret && role.contains(schema) {
                let (name, value) = (model.type_name(schema, way), object(model, schema, way));
                let _ = writeln!(shown, "({name:?}, format!(\"{{:?}}\", {value})),");
                count += 1;
            }
        }
    }
    format(&format!(
        "//! Every type that holds a secret, as it is shown.\nuse super::super::super::lab::At;\nuse bt_sra::{}::config as api;\n\
         /// Their names, and what `Debug` makes of them.\n\
         pub(in super::super::super) fn shown(at: &At) -> [(&'static str, String); {count}] {{ [{shown}] }}\n",
        model.document.product
    ))
}

/// What an appliance may answer: what must be there, and all that is secret.
///
/// Put together as text, in the order of the names: the order of a `serde_json::Map` depends on
/// a feature that others may switch on.
fn sample_json(model: &Model<'_>, fields: &[Field]) -> String {
    let mut members = BTreeMap::new();
    for field in fields.iter().filter(|field| !field.write_only) {
        let inner = named(&field.schema).filter(|inner| model.holds_secret(inner));
        let value = match (&field.schema, inner.and_then(|inner| model.fields(inner))) {
            (Schema::List { .. }, Some(fields)) => format!("[{}]", sample_json(model, fields)),
            (_, Some(fields)) => sample_json(model, fields),
            _ if field.secret => format!("{SECRET:?}"),
            (Schema::Integer { .. } | Schema::Number, _) if field.required => "1".to_owned(),
            (Schema::Boolean, _) if field.required => "true".to_owned(),
            (Schema::List { .. }, _) if field.required => "[]".to_owned(),
            (Schema::Text { format: Some(TextFormat::DateTime), .. }, _) if field.required => {
                "\"2026-01-01T00:00:00+00:00\"".to_owned()
            }
            (Schema::Text { .. }, _) if field.required => "\"sample\"".to_owned(),
            _ => continue,
        };
        members.insert(field.name.as_str(), value);
    }
    let members: Vec<String> = members.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
    format!("{{{}}}", members.join(","))
}

/// An expression that makes a named type.
fn object(model: &Model<'_>, schema: &str, way: Way) -> String {
    match model.document.types.get(schema) {
        Some(Type::Union { members }) => match members.first() {
            Some(Schema::Ref { name }) => object(model, name, way),
            Some(other) => {
                let inner = value(model, "", other, &Kind::of(model, "", "", other, way));
                format!("api::{}::from({inner})", model.type_name(schema, way))
            }
            None => "()".to_owned(),
        },
        Some(Type::Object { fields }) => {
            let plan = types::plan(model, schema, fields, way);
            let (required, optional) = arguments(&plan);
            let sample = |argument: &Argument| {
                let field = fields.iter().find(|field| field.name == argument.field);
                match (argument.pair, field) {
                    (Some(pair), _) => pair_value(pair, &argument.field),
                    (None, Some(field)) => field_value(model, schema, field),
                    (None, None) => "()".to_owned(),
                }
            };
            let given: Vec<String> = required.iter().map(|argument| sample(argument)).collect();
            let mut text = format!("api::{}::new({})", model.type_name(schema, way), given.join(", "));
            let left_out = |argument: &Argument| {
                UNTRIED.iter().any(|(name, patched, fields)| {
                    *name == schema
                        && (!patched || way == Way::Patched)
                        && fields.contains(&argument.field.as_str())
                })
            };
            for argument in optional.into_iter().filter(|argument| !left_out(argument)) {
                let _ = write!(text, ".{}({})", argument.ident, sample(argument));
            }
            text
        }
        Some(Type::Alias { .. }) | None => "()".to_owned(),
    }
}

fn field_value(model: &Model<'_>, owner: &str, field: &Field) -> String {
    let kind = Kind::of_field(model, owner, field, Way::Sent);
    value(model, &field.name, &field.schema, &kind)
}

fn pair_value(pair: &str, field: &str) -> String {
    let kind = if pair == "JumpGroupRef" { "shared" } else { "shell_jump" };
    format!("api::{pair}::new({kind:?}, at.number({field:?}, 1))")
}

/// An expression that makes a value: plain ones are asked of the lab, which knows better for some.
fn value(model: &Model<'_>, name: &str, schema: &Schema, kind: &Kind) -> String {
    match kind {
        Kind::Text => format!("at.text({name:?}, {:?})", sample_text(schema)),
        Kind::Secret => format!("{SECRET:?}"),
        Kind::Time => "at.time()".to_owned(),
        Kind::TextId(id) => format!("api::{id}::new(at.text({name:?}, {:?}))", sample_text(schema)),
        Kind::Id(id) => format!("api::{id}::new(at.number({name:?}, {}))", least(schema)),
        Kind::Integer { .. } => format!("at.number({name:?}, {})", least(schema)),
        Kind::Number => "1.0".to_owned(),
        Kind::Boolean => "false".to_owned(),
        Kind::Words(name) => match super::enums::values(schema) {
            Some(super::enums::Values::Texts(values)) => {
                format!("api::{name}::from({:?})", values.first().cloned().unwrap_or_default())
            }
            _ => "()".to_owned(),
        },
        Kind::Numbers(name) => match super::enums::values(schema) {
            Some(super::enums::Values::Numbers(values)) => {
                format!("api::{name}::from({})", values.first().copied().unwrap_or_default())
            }
            _ => "()".to_owned(),
        },
        Kind::List { items, .. } => match schema {
            Schema::List { items: inner, .. } => format!("[{}]", value(model, name, inner, items)),
            _ => "[]".to_owned(),
        },
        Kind::Choice(pair) if pair.ends_with("Ref") => pair_value(pair, "id"),
        Kind::Object(_) | Kind::Choice(_) => {
            named(schema).map_or_else(|| "()".to_owned(), |inner| object(model, inner, Way::Sent))
        }
        Kind::Map(_) => "std::collections::BTreeMap::new()".to_owned(),
        Kind::Json => "bt_sra_config::Json::from_text(\"{}\").unwrap()".to_owned(),
    }
}

fn least(schema: &Schema) -> i64 {
    match schema {
        Schema::Integer { min, .. } => min.unwrap_or(0).max(1),
        Schema::List { items, .. } => least(items),
        _ => 1,
    }
}

fn sample_text(schema: &Schema) -> String {
    match schema {
        Schema::Text { min_length, max_length, .. } => {
            let length = max_length.unwrap_or(12).min(12).max(min_length.unwrap_or(0));
            let length = usize::try_from(length).unwrap_or(12);
            "sample_text_".chars().cycle().take(length).collect()
        }
        Schema::List { items, .. } => sample_text(items),
        _ => "sample".to_owned(),
    }
}
