//! Structs: what is answered, what is sent to create, what is sent to change, and values that
//! are the same both ways.

use std::fmt::Write as _;

use crate::ir::{Field, Schema};

use super::item::{Item, Macro};
use super::kind::{Kind, constant, limits};
use super::model::{Model, Pair, Way};
use super::names::{a, ident, phrase, title};

/// More arguments than this make clippy complain.
const MANY_ARGUMENTS: usize = 7;

/// A field of a type that is sent.
pub(super) struct Sent {
    wire: String,
    ident: String,
    /// The type between `Option` or `Patch` and the like.
    rust: String,
    wrap: Wrap,
    /// Written through a function of its own.
    secret: bool,
    /// The value that it always has.
    constant: Option<String>,
    /// How it is handed over; none for half of a pair, which the pair's own setter sets.
    pub(super) argument: Option<Argument>,
}

/// An argument of `new`, or a setter.
pub(super) struct Argument {
    pub(super) ident: String,
    /// The name of the field, or of the number of a pair.
    pub(super) field: String,
    /// The enum of a pair.
    pub(super) pair: Option<&'static str>,
    rust: String,
    /// Assignments, by field.
    fields: Vec<(String, String)>,
    /// Statements before them.
    before: String,
    doc: String,
    /// Where it stands among the arguments of `new`.
    rank: u8,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Wrap {
    /// Always sent.
    None,
    Option,
    Patch,
}

/// What is said of a number that no rule covers.
const PLAIN_ID: &str = " A plain number: the specification does not tell what of.";

/// A struct that is answered.
pub(super) fn answered(model: &Model<'_>, schema: &str, fields: &[Field]) -> Item {
    let name = model.type_name(schema, Way::Answered);
    let noun = title(&model.base_name(schema));
    let secret = model.holds_secret(schema);
    // What fails may know less.
    let is_failure = model.roles.failures.contains(schema);
    let derives =
        if secret { "Clone, Debug, Deserialize" } else { "Clone, Debug, Deserialize, PartialEq, Serialize" };
    let mut text = format!("/// {}, as the appliance answers it.\n", upper(&a(&noun)));
    let _ = writeln!(text, "#[derive({derives})]\n#[non_exhaustive]\npub struct {name} {{");
    for field in fields.iter().filter(|field| !field.write_only) {
        let kind = answered_kind(model, schema, fields, field);
        let required = field.required && !field.nullable && !field.secret && !is_failure;
        let mut doc = field_doc(field);
        if !model.pairs(schema, fields).iter().any(|pair| pair.id.name == field.name)
            && is_plain_id(&kind, &field.name)
        {
            doc.push_str(PLAIN_ID);
        }
        let _ = writeln!(text, "/// {doc}");
        let ident = ident(&field.name);
        let mut serde = rename(&field.name, &ident);
        serde.extend(reader(&kind, required));
        if !serde.is_empty() {
            let _ = writeln!(text, "#[serde({})]", serde.join(", "));
        }
        let rust = kind.rust();
        let rust = if required { rust } else { format!("Option<{rust}>") };
        let _ = writeln!(text, "pub {ident}: {rust},");
    }
    if model.target.open.contains(&schema) {
        text.push_str(
            "/// What this version of the crate does not know.\n#[serde(flatten)]\npub other: BTreeMap<String, Json>,\n",
        );
    }
    text.push_str("}\n");
    for pair in model.pairs(schema, fields) {
        text.push_str(&pair_accessor(&name, &pair));
    }
    let item = Item::new(&name, text);
    if is_failure {
        let shown = fields.iter().filter(|field| !matches!(field.name.as_str(), "message" | "errors"));
        let shown: Vec<String> = shown.map(|field| format!("        {},\n", ident(&field.name))).collect();
        return item.with(Macro::Failures).handing(format!("{name} {{\n{}    }}", shown.concat()));
    }
    model.answer(schema, item)
}

/// A struct that goes both ways as a part of something.
pub(super) fn value(model: &Model<'_>, schema: &str, fields: &[Field]) -> Item {
    let name = model.base_name(schema);
    let mut text = format!("/// {}, as it is answered and sent.\n", upper(&a(&title(&name))));
    let mut derives = vec!["Clone", "Debug"];
    if fields.iter().all(|field| !field.required) {
        derives.push("Default");
    }
    derives.extend(["Deserialize", "PartialEq", "Serialize"]);
    let _ = writeln!(text, "#[derive({})]\n#[non_exhaustive]\npub struct {name} {{", derives.join(", "));
    for field in fields {
        let kind = Kind::of_field(model, schema, field, Way::Answered);
        let ident = ident(&field.name);
        let mut serde = rename(&field.name, &ident);
        serde.extend(reader(&kind, field.required));
        if !field.required {
            serde.push("skip_serializing_if = \"Option::is_none\"".to_owned());
        }
        let _ = writeln!(text, "/// {}", field_doc(field));
        if !serde.is_empty() {
            let _ = writeln!(text, "#[serde({})]", serde.join(", "));
        }
        let rust = if field.required { kind.rust() } else { format!("Option<{}>", kind.rust()) };
        let _ = writeln!(text, "pub {ident}: {rust},");
    }
    text.push_str("}\n");
    text.push_str(&setters(&name, &plan(model, schema, fields, Way::Sent)));
    Item::new(name, text)
}

/// A struct that is sent, to create or act ([`Way::Sent`]) or to change ([`Way::Patched`]).
pub(super) fn sent(model: &Model<'_>, schema: &str, fields: &[Field], way: Way) -> Item {
    let name = model.type_name(schema, way);
    let noun = title(&model.base_name(schema).replacen("Create", "", 1));
    let is_answered = model.roles.answered.contains(schema) || schema.starts_with("Create");
    let what = match way {
        Way::Patched if is_answered => {
            format!("What is to change in {}. What is not set stays as it is.", a(&noun))
        }
        _ if is_answered => format!("{} to create.", upper(&a(&noun))),
        _ => format!("What is sent for `{name}`."),
    };
    let plan = plan(model, schema, fields, way);
    let mut derives = vec!["Clone", "Debug"];
    if plan.iter().all(|field| field.wrap != Wrap::None) {
        derives.push("Default");
    }
    derives.push("Serialize");
    let mut text = format!("/// {what}\n#[derive({})]\npub struct {name} {{\n", derives.join(", "));
    for field in &plan {
        let mut serde = rename(&field.wire, &field.ident);
        let (rust, skip, expose) = match field.wrap {
            Wrap::None => (field.rust.clone(), None, "expose"),
            Wrap::Option => (format!("Option<{}>", field.rust), Some("Option::is_none"), "expose_option"),
            Wrap::Patch => (format!("Patch<{}>", field.rust), Some("Patch::is_absent"), "expose_patch"),
        };
        serde.extend(skip.map(|skip| format!("skip_serializing_if = \"{skip}\"")));
        if field.secret {
            serde.push(format!("serialize_with = \"wire::{expose}\""));
        }
        if !serde.is_empty() {
            let _ = writeln!(text, "#[serde({})]", serde.join(", "));
        }
        let _ = writeln!(text, "{}: {rust},", field.ident);
    }
    text.push_str("}\n");
    text.push_str(&setters(&name, &plan));
    let mut item = Item::new(name, text);
    item.is_request = true;
    item
}

/// The fields of an object that can be sent.
pub(super) fn writable(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| !field.read_only)
}

/// Says what a field is, and what it demands.
pub(super) fn field_doc(field: &Field) -> String {
    let what = match &field.schema {
        Schema::Boolean => format!("Whether `{}` is set", field.name),
        _ => format!("The {}", phrase(&field.name)),
    };
    sentence(&what, field)
}

/// Whether a number looks like an id, and yet nothing is known of what it identifies.
fn is_plain_id(kind: &Kind, name: &str) -> bool {
    let is_plain = match kind {
        Kind::Integer { .. } => true,
        Kind::List { items, .. } => matches!(**items, Kind::Integer { .. }),
        _ => false,
    };
    is_plain && (name == "id" || name.ends_with("_id") || name.ends_with("_ids"))
}

fn answered_kind(model: &Model<'_>, schema: &str, fields: &[Field], field: &Field) -> Kind {
    let in_pair = model.pairs(schema, fields).iter().any(|pair| pair.id.name == field.name);
    if in_pair {
        // What the number is depends on the kind beside it; the accessor tells.
        return Kind::Integer { or_text: false };
    }
    Kind::of_field(model, schema, field, Way::Answered)
}

/// How serde has to read a field, if not on its own.
fn reader(kind: &Kind, required: bool) -> Vec<String> {
    let with = match (kind, required) {
        (Kind::Integer { or_text: true }, false) => "integer_or_none",
        (
            Kind::Words(_)
            | Kind::Numbers(_)
            | Kind::Time
            | Kind::Id(_)
            | Kind::TextId(_)
            | Kind::Integer { or_text: false },
            false,
        ) => "value_or_empty",
        (Kind::Secret, _) => "secret_or_none",
        (Kind::Integer { or_text: true }, true) => "integer",
        (Kind::List { or_single: true, .. }, true) => "one_or_many",
        (Kind::List { or_single: true, .. }, false) => "one_or_many_or_none",
        _ => return Vec::new(),
    };
    let mut said = Vec::new();
    if !required || *kind == Kind::Secret {
        said.push("default".to_owned());
    }
    said.push(format!("deserialize_with = \"wire::{with}\""));
    said
}

fn rename(wire: &str, ident: &str) -> Vec<String> {
    if ident.trim_start_matches("r#") == wire { Vec::new() } else { vec![format!("rename = \"{wire}\"")] }
}

fn pair_accessor(name: &str, pair: &Pair<'_>) -> String {
    let (id, kind) = (ident(&pair.id.name), ident(&pair.kind.name));
    let (enum_name, accessor) = (pair.enum_name, pair.accessor);
    let is_word = super::enums::values(&pair.kind.schema).is_some();
    let id_given = pair.id.required && !pair.id.nullable;
    let kind_given = pair.kind.required && !pair.kind.nullable;
    let default = pair.kind.default.as_ref().and_then(|default| default.as_str());
    let read = match (kind_given, is_word) {
        (true, true) => format!("self.{kind}.as_str()"),
        (true, false) => format!("&self.{kind}"),
        (false, word) => {
            let read = if word {
                format!("self.{kind}.as_ref().map(|kind| kind.as_str())")
            } else {
                format!("self.{kind}.as_deref()")
            };
            match default {
                Some(default) => format!("{read}.unwrap_or({default:?})"),
                None => format!("{read}?"),
            }
        }
    };
    let number = if id_given { format!("self.{id}") } else { format!("self.{id}?") };
    let always = id_given && (kind_given || default.is_some());
    let (rust, body) = if always {
        (enum_name.to_owned(), format!("{enum_name}::new({read}, {number})"))
    } else {
        (format!("Option<{enum_name}>"), format!("Some({enum_name}::new({read}, {number}))"))
    };
    format!(
        "impl {name} {{\n/// Returns what `{}` and `{}` say together.\n#[must_use]\npub fn {accessor}(&self) -> {rust} {{ {body} }}\n}}\n",
        pair.id.name, pair.kind.name
    )
}

/// What the fields of a type that is sent become.
pub(super) fn plan(model: &Model<'_>, schema: &str, fields: &[Field], way: Way) -> Vec<Sent> {
    if model.roles.values.contains(schema) {
        let wrap = |field: &Field| if field.required { Wrap::None } else { Wrap::Option };
        return fields.iter().map(|field| plan_field(model, schema, field, wrap(field))).collect();
    }
    let pairs = model.pairs(schema, fields);
    writable(fields)
        .map(|field| {
            let wrap = match way {
                Way::Patched if field.nullable => Wrap::Patch,
                Way::Patched => Wrap::Option,
                _ if field.required => Wrap::None,
                _ => Wrap::Option,
            };
            let mut planned = plan_field(model, schema, field, wrap);
            if way != Way::Patched
                && field.required
                && let Some(constant) = constant(&field.schema)
            {
                planned.rust = "&'static str".to_owned();
                planned.constant = Some(constant);
                planned.argument = None;
            }
            for pair in &pairs {
                if pair.id.name == field.name {
                    planned.rust = "i64".to_owned();
                    planned.argument = Some(pair_argument(pair, wrap));
                } else if pair.kind.name == field.name {
                    planned.rust = "String".to_owned();
                    // Both are there or none is.
                    let id_required = way != Way::Patched && pair.id.required;
                    planned.wrap = if id_required { Wrap::None } else { Wrap::Option };
                    planned.argument = None;
                }
            }
            planned
        })
        .collect()
}

fn plan_field(model: &Model<'_>, schema: &str, field: &Field, wrap: Wrap) -> Sent {
    let kind = Kind::of_field(model, schema, field, Way::Sent);
    let ident = ident(&field.name);
    let (rust, value) = if wrap == Wrap::Patch {
        (format!("impl Into<Patch<{}>>", kind.rust()), format!("{ident}.into()"))
    } else {
        kind.argument(&ident)
    };
    let value = if wrap == Wrap::Option { format!("Some({value})") } else { value };
    let rank = match kind {
        _ if kind.is_text_like() => 0,
        Kind::Id(_) => 1,
        _ => 3,
    };
    let argument = Argument {
        ident: ident.clone(),
        field: field.name.clone(),
        pair: None,
        rust,
        fields: vec![(ident.clone(), value)],
        before: String::new(),
        doc: setter_doc(field, wrap),
        rank,
    };
    Sent {
        wire: field.name.clone(),
        ident,
        rust: kind.rust(),
        wrap,
        secret: kind == Kind::Secret,
        constant: None,
        argument: Some(argument),
    }
}

fn pair_argument(pair: &Pair<'_>, wrap: Wrap) -> Argument {
    let name = pair.accessor;
    let some = |value: String| if wrap == Wrap::None { value } else { format!("Some({value})") };
    Argument {
        ident: name.to_owned(),
        field: pair.id.name.clone(),
        pair: Some(pair.enum_name),
        rust: format!("impl Into<{}>", pair.enum_name),
        fields: vec![
            (ident(&pair.id.name), some(format!("{name}.id()"))),
            (ident(&pair.kind.name), some(format!("{name}.kind().to_owned()"))),
        ],
        before: format!("let {name} = {name}.into();\n"),
        doc: format!("Sets `{}` and `{}`.", pair.id.name, pair.kind.name),
        rank: 2,
    }
}

/// The arguments of `new` in their order, and the setters.
pub(super) fn arguments(plan: &[Sent]) -> (Vec<&Argument>, Vec<&Argument>) {
    let (required, rest): (Vec<&Sent>, Vec<&Sent>) = plan.iter().partition(|field| field.wrap == Wrap::None);
    let mut required: Vec<&Argument> =
        required.into_iter().filter_map(|field| field.argument.as_ref()).collect();
    required.sort_by_key(|argument| argument.rank);
    (required, rest.into_iter().filter_map(|field| field.argument.as_ref()).collect())
}

/// `new` with what must be sent, and a setter for everything else.
fn setters(name: &str, plan: &[Sent]) -> String {
    let mut text = format!("impl {name} {{\n");
    let mut after = String::new();
    let (required, optional) = arguments(plan);
    if plan.iter().any(|field| field.wrap == Wrap::None) {
        text.push_str("/// Takes what must be there.\n");
        if required.len() > MANY_ARGUMENTS {
            text.push_str(
                "#[expect(clippy::too_many_arguments, reason = \"the appliance demands all of them\")]\n",
            );
        }
        let written: Vec<String> =
            required.iter().map(|argument| format!("{}: {}", argument.ident, argument.rust)).collect();
        let _ = writeln!(text, "pub fn new({}) -> Self {{", written.join(", "));
        required.iter().for_each(|argument| text.push_str(&argument.before));
        text.push_str("Self {");
        for field in plan {
            let given = required
                .iter()
                .flat_map(|argument| &argument.fields)
                .find(|(ident, _)| *ident == field.ident);
            let value = match (&field.constant, given) {
                (Some(constant), _) => format!("{constant:?}"),
                (None, Some((_, value))) => value.clone(),
                (None, None) => match field.wrap {
                    Wrap::Patch => "Patch::Absent".to_owned(),
                    Wrap::Option | Wrap::None => "None".to_owned(),
                },
            };
            if value == field.ident {
                let _ = write!(text, "{value}, ");
            } else {
                let _ = write!(text, "{}: {value}, ", field.ident);
            }
        }
        text.push_str("} }\n");
        if required.is_empty() {
            // What is always sent is settled: a default can be had, but not derived.
            after
                .push_str(&format!("impl Default for {name} {{ fn default() -> Self {{ Self::new() }} }}\n"));
        }
    } else {
        text.push_str(
            "/// Starts without anything set.\n#[must_use]\npub fn new() -> Self { Self::default() }\n",
        );
    }
    for argument in optional {
        let _ = writeln!(text, "/// {}\n#[must_use]", argument.doc);
        let _ = writeln!(
            text,
            "pub fn {}(mut self, {}: {}) -> Self {{",
            argument.ident, argument.ident, argument.rust
        );
        text.push_str(&argument.before);
        for (field, value) in &argument.fields {
            let _ = writeln!(text, "self.{field} = {value};");
        }
        text.push_str("self }\n");
    }
    text.push_str("}\n");
    text + &after
}

fn setter_doc(field: &Field, wrap: Wrap) -> String {
    let what = match &field.schema {
        Schema::Boolean => format!("Sets whether `{}` is set", field.name),
        _ => format!("Sets the {}", phrase(&field.name)),
    };
    let said = sentence(&what, field);
    if wrap == Wrap::Patch { format!("{said} [`Patch::Null`] empties it.") } else { said }
}

fn sentence(what: &str, field: &Field) -> String {
    let limits = limits(&field.schema);
    let default = match &field.default {
        Some(serde_json::Value::String(text)) if text.is_empty() => String::new(),
        Some(serde_json::Value::Null) | None => String::new(),
        Some(serde_json::Value::Array(items)) if items.is_empty() => String::new(),
        Some(value) => format!(" By default `{value}`."),
    };
    let limits = if limits.is_empty() { String::new() } else { format!(": {limits}") };
    format!("{what}{limits}.{default}")
}

pub(super) fn upper(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
