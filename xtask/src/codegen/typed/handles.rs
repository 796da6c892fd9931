//! Handles: one struct a resource, one method an operation, one marker a list.

use std::fmt::Write as _;

use crate::ir::{Document, Field, Operation, Param, Schema, Type};

use super::envelope;
use super::item::{Item, Macro};
use super::kind::{Kind, limits};
use super::model::{Model, Way, body_way, failure, named};
use super::names::{a, ident, pascal, phrase, plural, snake, title};
use super::overrides::PAIRS;
use super::tree::{Handle, Method, Verb, answer_schema, answers_file};
use super::types::writable;

/// The parameters of paging, which all lists with pages share.
const PAGING: [&str; 2] = ["per_page", "current_page"];

/// What a body is as arguments: their text, and what turns the call into one with a body.
pub(super) struct BodyArguments {
    pub(super) arguments: String,
    before: String,
    call: String,
    is_optional: bool,
}

/// The handle of the API itself.
pub(super) fn root(model: &Model<'_>, handle: &Handle<'_>) -> Result<Item, String> {
    let document = model.document;
    let product = product(document);
    let name = model.target.handle;
    let mut text = format!(
        "/// The {} of {product}, version {}.\n///\n/// Made from a [`Pipeline`]; clones share it.\n#[derive(Clone, Debug)]\npub struct {name} {{ scope: Scope }}\n",
        model.target.title, document.version
    );
    let _ = writeln!(
        text,
        "impl {name} {{\n/// Takes the way to the appliance.\n#[must_use]\npub fn new(pipeline: Pipeline) -> Self {{ Self {{ scope: Scope::new(pipeline) }} }}"
    );
    let _ = write!(
        text,
        "/// Calls what is not typed: `path` hangs below `{base}`, every step of it encoded as it has to be; `body` is JSON.\n\
         pub fn raw<N: Into<String>, V: Into<String>>(&self, method: Method, path: &str, query: impl IntoIterator<Item = (N, V)>, body: Option<Bytes>) -> Raw {{\n\
         self.scope.raw({base:?}, method, path, query, body)\n}}\n",
        base = document.base
    );
    text.push_str(&accessors(model, handle));
    text.push_str(&methods(model, handle)?);
    text.push_str("}\n");
    Ok(Item::new(name, text))
}

/// The handle of a resource.
pub(super) fn handle(model: &Model<'_>, handle: &Handle<'_>) -> Result<Item, String> {
    let name = model.handle_name(handle);
    let paths: Vec<&str> = handle.methods.iter().map(|method| method.operation.path.as_str()).collect();
    let place = paths.iter().min_by_key(|path| path.len()).copied().unwrap_or_default();
    let many = if handle.is_single() { title(&handle.noun()) } else { title(&plural(&handle.noun())) };
    let mut text = format!(
        "/// {many}: `{place}`.\n#[derive(Clone, Debug)]\npub struct {name} {{ pub(crate) scope: Scope }}\n"
    );
    let _ = writeln!(text, "impl {name} {{");
    text.push_str(&accessors(model, handle));
    text.push_str(&methods(model, handle)?);
    if model.target.is_managed {
        text.push_str(&super::conveniences::methods(model, handle));
    }
    text.push_str("}\n");
    Ok(Item::new(name, text))
}

/// The markers of the lists of a handle, with their filters, or its calls with parameters.
pub(super) fn lists(model: &Model<'_>, handle: &Handle<'_>) -> Result<Vec<Item>, String> {
    let methods = handle.methods.iter();
    if !model.target.is_managed {
        let calls = methods.filter(|method| has_parameters(method.operation));
        return Ok(calls.map(|method| call(model, handle, method)).collect());
    }
    let lists = methods.filter(|method| method.verb == Verb::List);
    lists.map(|method| list(model, handle, method)).collect()
}

/// The handles right below a handle.
pub(super) fn children<'m, 'a>(model: &'m Model<'a>, of: &Handle<'_>) -> Vec<&'m Handle<'a>> {
    let depth = of.nouns.len();
    let below = model.handles.iter().filter(|handle| handle.nouns.len() == depth + 1);
    below.filter(|handle| handle.nouns.starts_with(&of.nouns)).collect()
}

/// The arguments for the path parameters of a method: name and type.
pub(super) fn path_arguments(
    model: &Model<'_>,
    operation: &Operation,
    params: &[Param],
) -> Vec<(String, String)> {
    params
        .iter()
        .map(|param| {
            let name = ident(&param.name);
            let owner = format!("{} {}", operation.method, operation.path);
            let rust = match &param.schema {
                Schema::Integer { .. } => {
                    model.ids.of_param(operation, &param.name).unwrap_or_else(|| "i64".to_owned())
                }
                schema => match Kind::of(model, &owner, &param.name, schema, Way::Sent) {
                    Kind::Text => "&str".to_owned(),
                    Kind::TextId(name) => format!("&{name}"),
                    kind => kind.rust(),
                },
            };
            (name, rust)
        })
        .collect()
}

/// The type that an answer is read as.
pub(super) fn answer_type(model: &Model<'_>, operation: &Operation) -> String {
    let Some(schema) = answer_schema(operation) else { return "()".to_owned() };
    let rust = Kind::of(model, "", "", schema, Way::Answered).rust();
    if let Some((_, failure)) = failure(model.document, operation) {
        return format!("Result<{rust}, {}>", model.type_name(failure, Way::Answered));
    }
    let optional =
        operation.answers.iter().any(|answer| (200..300).contains(&answer.status) && answer.optional);
    if optional { format!("Option<{rust}>") } else { rust }
}

/// The field of a body that has only one: it is an argument then.
pub(super) fn only_field<'a>(model: &Model<'a>, operation: &Operation) -> Option<&'a Field> {
    let body = operation.body.as_ref()?;
    if body_way(operation) == Way::Patched || model.pair_object(named(&body.schema)?).is_some() {
        return None;
    }
    let Schema::Ref { name } = &body.schema else { return None };
    let mut fields = writable(model.fields(name)?);
    let first = fields.next()?;
    fields.next().is_none().then_some(first)
}

/// The type of the body of an operation, if it has one of its own.
pub(super) fn body_type(model: &Model<'_>, operation: &Operation) -> Option<String> {
    let Schema::Ref { name } = &operation.body.as_ref()?.schema else { return None };
    if only_field(model, operation).is_some() {
        return None;
    }
    Some(match model.pair_object(name) {
        Some(pair) if body_way(operation) == Way::Sent => pair.to_owned(),
        _ => model.type_name(name, body_way(operation)),
    })
}

/// The marker type of a list, or the type of a call with parameters.
pub(super) fn list_type(handle: &Handle<'_>, method: &Method<'_>) -> String {
    let action = method.action.as_deref().map(pascal).unwrap_or_default();
    let what = if method.verb == Verb::List { "List" } else { "Call" };
    format!("{}{action}{what}", pascal(&handle.noun()))
}

/// Whether a call takes parameters beside those of its path.
fn has_parameters(operation: &Operation) -> bool {
    !operation.query.is_empty() && !answers_file(operation)
}

/// What the product is called.
pub(super) fn product(document: &Document) -> &'static str {
    if document.product == "pra" { "Privileged Remote Access" } else { "Remote Support" }
}

fn accessors(model: &Model<'_>, of: &Handle<'_>) -> String {
    let mut text = String::new();
    for child in children(model, of) {
        let (name, accessor) = (model.handle_name(child), child.accessor());
        let last = child.nouns.last().map(String::as_str).unwrap_or_default();
        let many = if child.is_single() { title(last) } else { title(&plural(last)) };
        let params = child.params.last().map(Vec::as_slice).unwrap_or_default();
        // The parameters on the way are told apart by the operations below.
        let operation = child.methods.first().or_else(|| {
            model
                .handles
                .iter()
                .filter(|other| other.nouns.starts_with(&child.nouns))
                .find_map(|other| other.methods.first())
        });
        let mut arguments = Vec::new();
        let mut steps = String::new();
        for param in params {
            let found = operation.map(|method| method.operation);
            let rust = found
                .and_then(|operation| {
                    let param = operation.path_params.iter().find(|other| other.name == *param)?;
                    path_arguments(model, operation, std::slice::from_ref(param)).pop()
                })
                .map_or_else(|| "i64".to_owned(), |(_, rust)| rust);
            let owner = snake(of.nouns.last().map(String::as_str).unwrap_or_default());
            let argument = if param == "id" { format!("{owner}_id") } else { ident(param) };
            arguments.push(format!("{argument}: {rust}"));
            let _ = write!(steps, ".of(&{argument})");
        }
        let whose = if params.is_empty() { String::new() } else { format!(" of {}", a(&title(&of.noun()))) };
        let scope =
            if steps.is_empty() { "self.scope.clone()".to_owned() } else { format!("self.scope{steps}") };
        let arguments: String = arguments.iter().map(|argument| format!(", {argument}")).collect();
        let _ = writeln!(
            text,
            "/// {many}{whose}.\n#[must_use]\npub fn {accessor}(&self{arguments}) -> {name} {{ {name} {{ scope: {scope} }} }}"
        );
    }
    text
}

fn methods(model: &Model<'_>, handle: &Handle<'_>) -> Result<String, String> {
    handle.methods.iter().map(|method| self::method(model, handle, method)).collect()
}

fn method(model: &Model<'_>, handle: &Handle<'_>, method: &Method<'_>) -> Result<String, String> {
    let operation = method.operation;
    let split = operation.path_params.len().saturating_sub(method.own_params);
    let own = operation.path_params.get(split..).unwrap_or_default();
    let arguments = path_arguments(model, operation, own);
    let steps: Vec<String> = arguments.iter().map(|(name, _)| format!("&{name}")).collect();
    let steps = format!("&[{}]", steps.join(", "));
    let mut written: Vec<String> = arguments.iter().map(|(name, rust)| format!("{name}: {rust}")).collect();
    let repeat = if operation.method == "POST" { "Never" } else { "Safe" };
    let called = if handle.nouns.is_empty() {
        method.name.replace("r#", "").replace('_', "-")
    } else {
        format!("{} {}", handle.nouns.join(" "), method.name.replace("r#", "").replace('_', "-"))
    };
    let body = body_arguments(model, operation)?;
    if let Some(body) = &body {
        written.push(body.arguments.clone());
    }
    let before = body.as_ref().map(|body| body.before.as_str()).unwrap_or_default();
    let (rust, call) = if answers_file(operation) {
        ("Download".to_owned(), format!("self.scope.download(&OPERATION, {steps})"))
    } else if method.verb == Verb::List && model.target.is_managed {
        (
            format!("List<{}>", list_type(handle, method)),
            format!("List::new(&self.scope, &OPERATION, {steps})"),
        )
    } else {
        let call = format!("self.scope.call(&OPERATION, Method::{}, {steps})", operation.method);
        let call = match &body {
            Some(body) if body.is_optional => format!(
                "let call = {call};\nmatch body.into() {{ Some(body) => call{}, None => call }}",
                body.call
            ),
            Some(body) => format!("{call}{}", body.call),
            None => call,
        };
        if has_parameters(operation) && !model.target.is_managed {
            let name = list_type(handle, method);
            let call = if call.starts_with("let ") { format!("{{ {call} }}") } else { call };
            (name.clone(), format!("{name} {{ call: {call} }}"))
        } else {
            (format!("Call<{}>", answer_type(model, operation)), call)
        }
    };
    let failure = failure(model.document, operation);
    let answering =
        failure.as_ref().map(|(statuses, _)| format!(".answering(&{statuses:?})")).unwrap_or_default();
    let about_failure = match failure {
        Some(_) => "\n///\n/// A failing answer that tells the same is the inner `Err`.",
        None => "",
    };
    let written: String = written.iter().map(|argument| format!(", {argument}")).collect();
    Ok(format!(
        "/// {doc}{about_failure}\n///\n/// `{verb} {path}`\npub fn {name}(&self{written}) -> {rust} {{\n\
         static OPERATION: Operation = Operation::new({called:?}, {full:?}, Repeat::{repeat}){answering};\n{before}{call}\n}}\n",
        doc = method_doc(handle, method),
        verb = operation.method,
        path = operation.path,
        name = method.name,
        full = format!("{}{}", model.document.base, operation.path),
    ))
}

fn method_doc(handle: &Handle<'_>, method: &Method<'_>) -> String {
    if let Some(doc) = method.doc {
        return doc.to_owned();
    }
    let noun = title(&handle.noun());
    let one = a(&noun);
    let many = title(&plural(&handle.noun()));
    let is_read = method.operation.method == "GET";
    match (method.verb, &method.action) {
        (Verb::List, None) => format!("Lists {many}."),
        (Verb::List, Some(action)) => {
            format!("Lists the {} of {one}.", title(&super::names::plural_once(&snake(action))))
        }
        (Verb::Get, _) if method.own_params == 0 => format!("Reads the {noun}."),
        (Verb::Get, _) => format!("Reads {one}."),
        (Verb::Create, _) => format!("Creates {one}."),
        (Verb::Update, _) => format!("Changes {one}."),
        (Verb::Delete, _) => format!("Deletes {one}."),
        (Verb::Download, Some(action)) if handle.nouns.is_empty() => format!("Downloads `{action}`."),
        (Verb::Download, Some(action)) => format!("Downloads the {} of {one}.", phrase(action)),
        (Verb::Download, None) => format!("Downloads {one}."),
        (Verb::Act, Some(action)) if handle.nouns.is_empty() && is_read => {
            format!("Reads the {}.", phrase(action))
        }
        (Verb::Act, action) if handle.nouns.is_empty() => {
            format!("Calls `{}`.", action.as_deref().unwrap_or_default())
        }
        (Verb::Act, Some(action)) if is_read => {
            format!("Reads the {} of {one}.", phrase(action))
        }
        (Verb::Act, action) => format!("Calls `{}` of {one}.", action.as_deref().unwrap_or_default()),
    }
}

fn body_arguments(model: &Model<'_>, operation: &Operation) -> Result<Option<BodyArguments>, String> {
    let Some(body) = &operation.body else { return Ok(None) };
    if let Some(field) = only_field(model, operation) {
        let owner = named(&body.schema).unwrap_or_default();
        let kind = Kind::of_field(model, owner, field, Way::Sent);
        if kind == Kind::Secret {
            return Err(format!("{} {}: a body that is one secret", operation.method, operation.path));
        }
        let mut name = ident(&field.name);
        // The resource of the path may have taken the name.
        if operation.path_params.iter().any(|param| ident(&param.name) == name) {
            name = match &kind {
                Kind::Id(id) => snake(id),
                _ => format!("new_{}", name.trim_start_matches("r#")),
            };
        }
        let (rust, value) = kind.argument(&name);
        let before =
            if value == name { String::new() } else { format!("let {name}: {} = {value};\n", kind.rust()) };
        return Ok(Some(BodyArguments {
            arguments: format!("{name}: {rust}"),
            before,
            call: format!(".json(&One({:?}, {name}))", field.name),
            is_optional: false,
        }));
    }
    if let Schema::Map { values } = &body.schema
        && body.required
        && Kind::of(model, "", "", values, Way::Sent) == Kind::Text
    {
        return Ok(Some(BodyArguments {
            arguments: "fields: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>".to_owned(),
            before: "let fields: BTreeMap<String, String> = fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect();\n".to_owned(),
            call: ".json(&fields)".to_owned(),
            is_optional: false,
        }));
    }
    let kind = match (&body.schema, body_type(model, operation)) {
        (Schema::Ref { name }, Some(rust)) => match model.document.types.get(name) {
            Some(Type::Object { .. }) if model.pair_object(name).is_none() => Kind::Object(rust),
            _ => Kind::Choice(rust),
        },
        (schema, _) => Kind::of(model, "", "", schema, body_way(operation)),
    };
    let rust = kind.rust();
    if !body.required {
        return Ok(Some(BodyArguments {
            arguments: format!("body: impl Into<Option<{rust}>>"),
            before: String::new(),
            call: format!(".json::<{rust}>(&body)"),
            is_optional: true,
        }));
    }
    let name = match (&kind, operation.method.as_str()) {
        (Kind::Choice(name), _) if name.ends_with("Ref") => snake(name.trim_end_matches("Ref")),
        (_, "PATCH") => "patch".to_owned(),
        (Kind::Object(name) | Kind::Choice(name), _) if name.starts_with("New") => "new".to_owned(),
        _ => "body".to_owned(),
    };
    let (argument, call) = match kind {
        Kind::Choice(_) => (format!("impl Into<{rust}>"), format!(".json::<{rust}>(&{name}.into())")),
        // Taken whole: a body is made for one call.
        _ => (rust, format!(".json(&{name})")),
    };
    let arguments = format!("{name}: {argument}");
    Ok(Some(BodyArguments { arguments, before: String::new(), call, is_optional: false }))
}

/// A call with parameters.
fn call(model: &Model<'_>, handle: &Handle<'_>, method: &Method<'_>) -> Item {
    let operation = method.operation;
    let name = list_type(handle, method);
    let answer = answer_type(model, operation);
    let mut text = format!(
        "/// The call of `{} {}`, and what it may be told.\n#[derive(Clone, Debug)]\n\
         #[must_use = \"a call does nothing until it is sent\"]\npub struct {name} {{ pub(crate) call: Call<{answer}> }}\n\
         impl {name} {{\n",
        operation.method, operation.path
    );
    let page = envelope::page(model, operation);
    for param in &operation.query {
        let made = filter(model, operation, param, false, |value| {
            format!("Self {{ call: self.call.query({:?}, {value}) }}", param.name)
        });
        let about = match param.name.as_str() {
            _ if page.is_none() => None,
            "limit" => Some("Asks for so many at a time"),
            "offset" => Some("Leaves so many out at the beginning"),
            _ => None,
        };
        let usual = format!("Keeps what has this `{}`", param.name);
        text.push_str(&about.map_or(made.clone(), |about| made.replacen(&usual, about, 1)));
    }
    if page.is_some() {
        let _ = writeln!(
            text,
            "/// Asks for all of them, one at a time and page by page.\n#[must_use]\n\
             pub fn items(self) -> Items<{answer}> {{ Items::new(self.call) }}"
        );
    }
    text.push_str("}\n");
    if let Some(page) = page {
        let there = |field: &Field| field.required && !field.nullable;
        let items = if there(page.items) { "self.items" } else { "self.items.unwrap_or_default()" };
        let number = |field: &Field| {
            if there(field) { format!("Some(self.{})", field.name) } else { format!("self.{}", field.name) }
        };
        let _ = writeln!(
            text,
            "impl Page for {answer} {{ type Item = {};\n\
             fn offset(&self) -> Option<i64> {{ {} }}\n\
             fn total(&self) -> Option<i64> {{ {} }}\n\
             fn into_items(self) -> Vec<Self::Item> {{ {items} }} }}",
            Kind::of(model, "", "", page.item, Way::Answered).rust(),
            number(page.offset),
            number(page.total),
        );
    }
    Item::new(&name, text).with(Macro::Calls).handing(format!("{name} => {answer}"))
}

/// The method that sets a parameter of a query.
fn filter(
    model: &Model<'_>,
    operation: &Operation,
    param: &Param,
    in_pair: bool,
    body: impl FnOnce(&str) -> String,
) -> String {
    let owner = format!("{} {}", operation.method, operation.path);
    let kind = if in_pair {
        Kind::Integer { or_text: false }
    } else {
        Kind::of(model, &owner, &param.name, &param.schema, Way::Sent)
    };
    let argument = ident(&param.name);
    let (rust, value) = match &kind {
        Kind::Text | Kind::Secret => {
            ("impl Into<String>".to_owned(), format!("Into::<String>::into({argument})"))
        }
        kind => (kind.rust(), argument.clone()),
    };
    let limits = limits(&param.schema);
    let limits = if limits.is_empty() { String::new() } else { format!(": {limits}") };
    format!(
        "/// Keeps what has this `{}`{limits}.\npub fn {argument}(self, {argument}: {rust}) -> Self {{ {} }}\n",
        param.name,
        body(&value)
    )
}

fn list(model: &Model<'_>, handle: &Handle<'_>, method: &Method<'_>) -> Result<Item, String> {
    let operation = method.operation;
    let name = list_type(handle, method);
    let Some(Schema::List { items, or_single, .. }) = answer_schema(operation) else {
        return Err(format!("{} {}: a list is expected", operation.method, operation.path));
    };
    let item = Kind::of(model, "", "", items, Way::Answered).rust();
    let single = if *or_single { "const MAY_BE_SINGLE: bool = true;\n" } else { "" };
    let is_paged = operation.query.iter().any(|param| PAGING.contains(&param.name.as_str()));
    let paged = if is_paged { "const PAGED: bool = true;\n" } else { "" };
    let mut text = format!(
        "/// The list of `{}`.\n#[derive(Clone, Copy, Debug)]\npub enum {name} {{}}\nimpl Listing for {name} {{ type Item = {item};\n{single}{paged}}}\n",
        operation.path
    );
    if is_paged {
        let _ = writeln!(text, "impl Paged for {name} {{}}");
    }
    let filters: Vec<&Param> =
        operation.query.iter().filter(|param| !PAGING.contains(&param.name.as_str())).collect();
    if filters.is_empty() {
        return Ok(Item::new(name, text));
    }
    let _ = writeln!(text, "impl List<{name}> {{");
    for (id, kind, enum_name, accessor, start) in PAIRS {
        let has = |name: &str| filters.iter().any(|param| param.name == name);
        if start.is_empty() && has(id) && has(kind) {
            let _ = writeln!(
                text,
                "/// Keeps what has this `{id}` and `{kind}`.\npub fn {accessor}(self, {accessor}: impl Into<{enum_name}>) -> Self {{\n\
                 let {accessor} = {accessor}.into();\nself.with({id:?}, {accessor}.id()).with({kind:?}, {accessor}.kind()) }}"
            );
        }
    }
    for param in filters {
        let in_pair = PAIRS.iter().any(|(id, kind, ..)| {
            *id == param.name && operation.query.iter().any(|other| other.name == *kind)
        });
        text.push_str(&filter(model, operation, param, in_pair, |value| {
            format!("self.with({:?}, {value})", param.name)
        }));
    }
    text.push_str("}\n");
    Ok(Item::new(name, text))
}
