//! Enums: known values, pairs of kind and number, and one-of-several types.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::ir::{Field, Schema, Type};

use super::enums::{Values, values};
use super::item::{Item, Macro};
use super::kind::Kind;
use super::model::{Model, Way, named};
use super::names::{a, pascal, phrase, title, words};
use super::overrides::{JUMP_GROUP_KINDS, PAIRS, SILENT_SUFFIX};
use super::types::upper;

/// Types with more fields than this are boxed: a union is as large as its largest member.
const FEW_FIELDS: usize = 6;

/// A member of a union.
struct Member<'m> {
    variant: String,
    kind: Kind,
    schema: &'m Schema,
    fields: &'m [Field],
}

/// The identifier of a resource.
pub(super) fn id(name: &str, noun: &str) -> Item {
    Item::new(name, format!("/// Identifies {}.", a(&title(noun)))).with(Macro::Ids)
}

/// An enum of known values.
pub(super) fn known(name: &str, values: &Values) -> Item {
    match values {
        Values::Texts(values) => texts(name, values),
        Values::Numbers(values) => numbers(name, values),
    }
}

fn texts(name: &str, values: &[String]) -> Item {
    let mut taken = BTreeSet::from(["Other".to_owned()]);
    let variants: Vec<(String, &String)> = values
        .iter()
        .map(|value| {
            let mut variant = pascal(value);
            while variant.is_empty() || !taken.insert(variant.clone()) {
                variant.push_str("Value");
            }
            (variant, value)
        })
        .collect();
    let mut text = format!("/// The {}.\n", phrase(name));
    let _ =
        writeln!(text, "#[derive(Clone, Debug, Eq, Hash, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{");
    for (variant, value) in &variants {
        let _ = writeln!(text, "/// `{value}`.\n{variant},");
    }
    text.push_str("/// A value that this version of the crate does not know.\nOther(String),\n}\n");
    let _ = writeln!(
        text,
        "impl {name} {{\n/// Returns the value on the wire.\n#[must_use]\npub fn as_str(&self) -> &str {{ match self {{"
    );
    for (variant, value) in &variants {
        let _ = writeln!(text, "Self::{variant} => {value:?},");
    }
    text.push_str("Self::Other(text) => text,\n} } }\n");
    let _ = writeln!(text, "impl From<&str> for {name} {{ fn from(text: &str) -> Self {{ match text {{");
    for (variant, value) in &variants {
        let _ = writeln!(text, "{value:?} => Self::{variant},");
    }
    text.push_str("other => Self::Other(other.to_owned()),\n} } }\n");
    let mut item = Item::new(name, text).with(Macro::TextEnums);
    item.variants = taken;
    item
}

fn numbers(name: &str, values: &[i64]) -> Item {
    let variant =
        |value: &i64| if *value < 0 { format!("Minus{}", value.unsigned_abs()) } else { format!("N{value}") };
    let mut text = format!("/// The {}.\n", phrase(name));
    let _ = writeln!(
        text,
        "#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{"
    );
    for value in values {
        let _ = writeln!(text, "/// {value}.\n{},", variant(value));
    }
    text.push_str("/// A value that this version of the crate does not know.\nOther(i64),\n}\n");
    let _ = writeln!(
        text,
        "impl {name} {{\n/// Returns the value on the wire.\n#[must_use]\npub fn as_i64(self) -> i64 {{ match self {{"
    );
    for value in values {
        let _ = writeln!(text, "Self::{} => {value},", variant(value));
    }
    text.push_str("Self::Other(number) => number,\n} } }\n");
    let _ = writeln!(text, "impl From<i64> for {name} {{ fn from(number: i64) -> Self {{ match number {{");
    for value in values {
        let _ = writeln!(text, "{value} => Self::{},", variant(value));
    }
    text.push_str("other => Self::Other(other),\n} } }\n");
    Item::new(name, text).with(Macro::NumberEnums)
}

/// The enums that stand for a number and its kind, as far as the product has them.
pub(super) fn pairs(model: &Model<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let groups: Vec<(String, String)> = JUMP_GROUP_KINDS
        .iter()
        .filter_map(|(kind, noun)| Some(((*kind).to_owned(), model.ids.type_of(noun)?)))
        .collect();
    if uses_field(model, "jump_group_type") {
        let conversions = groups.first().cloned().into_iter().collect::<Vec<_>>();
        items.push(pair("JumpGroupRef", "a Jump Group, shared or personal", &groups, &conversions));
    }
    let kinds: Vec<(String, String)> = jump_item_kinds(model);
    if uses_field(model, "jump_item_type") || !kinds.is_empty() {
        items.push(pair("JumpItemRef", "a Jump Item of any kind", &kinds, &kinds));
    }
    items
}

fn uses_field(model: &Model<'_>, name: &str) -> bool {
    model.document.types.values().any(|made| match made {
        Type::Object { fields } => fields.iter().any(|field| field.name == name),
        Type::Union { .. } | Type::Alias { .. } => false,
    })
}

/// Kinds of Jump Items that associations know, with the types of their ids.
fn jump_item_kinds(model: &Model<'_>) -> Vec<(String, String)> {
    let Some(fields) = model.fields("AccountInjectableJumpItem") else { return Vec::new() };
    let Some(Values::Texts(kinds)) =
        fields.iter().find(|field| field.name == "type").and_then(|field| values(&field.schema))
    else {
        return Vec::new();
    };
    kinds
        .into_iter()
        .filter_map(|kind| {
            let noun = kind.replace('_', "-");
            let id =
                model.ids.type_of(&noun).or_else(|| model.ids.type_of(&format!("{noun}{SILENT_SUFFIX}")))?;
            Some((kind, id))
        })
        .collect()
}

fn pair(name: &str, what: &str, kinds: &[(String, String)], conversions: &[(String, String)]) -> Item {
    let mut text = format!("/// Identifies {what}: its number means something only with its kind.\n");
    let _ =
        writeln!(text, "#[derive(Clone, Debug, Eq, Hash, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{");
    for (kind, id) in kinds {
        let _ = writeln!(text, "/// `{kind}`.\n{}({id}),", pascal(kind));
    }
    text.push_str("/// A kind that this version of the crate does not know.\nOther {\n/// The kind.\nkind: String,\n/// The number.\nid: i64,\n},\n}\n");
    let _ = writeln!(
        text,
        "impl {name} {{\n/// Takes a kind, as it is on the wire, and a number.\n#[must_use]\npub fn new(kind: &str, id: i64) -> Self {{ match kind {{"
    );
    for (kind, id) in kinds {
        let _ = writeln!(text, "{kind:?} => Self::{}({id}::new(id)),", pascal(kind));
    }
    text.push_str("other => Self::Other { kind: other.to_owned(), id },\n} }\n");
    text.push_str("/// Returns the kind, as it is on the wire.\n#[must_use]\npub fn kind(&self) -> &str { match self {\n");
    for (kind, _) in kinds {
        let _ = writeln!(text, "Self::{}(_) => {kind:?},", pascal(kind));
    }
    text.push_str("Self::Other { kind, .. } => kind,\n} }\n");
    text.push_str("/// Returns the number.\n#[must_use]\npub fn id(&self) -> i64 { match self {\n");
    for (kind, _) in kinds {
        let _ = writeln!(text, "Self::{}(id) => id.get(),", pascal(kind));
    }
    text.push_str("Self::Other { id, .. } => *id,\n} }\n}\n");
    for (kind, id) in conversions {
        let _ = writeln!(
            text,
            "impl From<{id}> for {name} {{ fn from(id: {id}) -> Self {{ Self::{}(id) }} }}",
            pascal(kind)
        );
    }
    if is_value(name) {
        let _ = writeln!(
            text,
            "impl Serialize for {name} {{ fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {{\n\
             wire::pair(self.kind(), self.id(), serializer) }} }}"
        );
    }
    let mut item = Item::new(name, text);
    item.variants = kinds.iter().map(|(kind, _)| pascal(kind)).collect();
    item
}

/// Whether such a pair is an object of its own on the wire, and not two fields of another.
fn is_value(name: &str) -> bool {
    PAIRS.iter().any(|(id, kind, pair, ..)| (*id, *kind, *pair) == ("id", "type", name))
}

/// A union that is answered, or is the same both ways.
pub(super) fn answered(model: &Model<'_>, schema: &str, members: &[Schema]) -> Item {
    let is_value = model.roles.values.contains(schema);
    let name = model.type_name(schema, Way::Answered);
    let members = split(model, members, Way::Answered);
    let boxed = is_boxed(&members);
    let secret = model.holds_secret(schema);
    let mut text =
        format!("/// {}, in one of several shapes.\n", upper(&a(&title(&model.base_name(schema)))));
    let derives = if secret { "Clone, Debug" } else { "Clone, Debug, PartialEq, Serialize" };
    let _ = writeln!(text, "#[derive({derives})]\n#[non_exhaustive]");
    if !secret {
        text.push_str("#[serde(untagged)]\n");
    }
    let _ = writeln!(text, "pub enum {name} {{");
    for member in &members {
        let _ = writeln!(text, "/// {}.\n{},", member.doc(), member.variant_text(boxed));
    }
    text.push_str("/// A shape that this version of the crate does not know.\nOther(Json),\n}\n");
    text.push_str(&id_accessor(model, &name, &members));
    if is_value {
        text.push_str(&conversions(&name, &members, boxed));
    }
    let _ = writeln!(
        text,
        "impl<'de> Deserialize<'de> for {name} {{ fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {{\nlet shape = Shape::read(deserializer)?;"
    );
    text.push_str(&tell_apart(&members));
    text.push_str("} }\n");
    let mut item = Item::new(name, text);
    item.variants = variants(&members);
    model.answer(schema, item)
}

/// A union that is sent.
pub(super) fn sent(model: &Model<'_>, schema: &str, members: &[Schema], way: Way) -> Item {
    let name = model.type_name(schema, way);
    let members = split(model, members, way);
    let boxed = is_boxed(&members);
    let noun = title(&model.base_name(schema).replace("Creatable", "").replace("Updatable", ""));
    let what = match way {
        Way::Patched => format!("What is to change in {}, by its kind.", a(&noun)),
        _ => format!("{} to create, by its kind.", upper(&a(&noun))),
    };
    let mut text = format!(
        "/// {what}\n#[derive(Clone, Debug, Serialize)]\n#[non_exhaustive]\n#[serde(untagged)]\npub enum {name} {{\n"
    );
    for member in &members {
        let _ = writeln!(text, "/// {}.\n{},", member.doc(), member.variant_text(boxed));
    }
    text.push_str("}\n");
    text.push_str(&conversions(&name, &members, boxed));
    let mut item = Item::new(name, text);
    item.variants = variants(&members);
    item.is_request = true;
    item
}

impl Member<'_> {
    fn variant_text(&self, boxed: bool) -> String {
        let rust = self.kind.rust();
        if boxed { format!("{}(Box<{rust}>)", self.variant) } else { format!("{}({rust})", self.variant) }
    }

    fn doc(&self) -> String {
        match &self.kind {
            Kind::Object(name) | Kind::Choice(name) => upper(&a(&title(name))),
            _ => upper(&a(&phrase(&self.variant))),
        }
    }

    fn required(&self) -> Vec<&str> {
        let fields = self.fields.iter().filter(|field| field.required && !field.write_only && !field.secret);
        fields.map(|field| field.name.as_str()).collect()
    }
}

/// The names of variants, but for those that are called like the type within.
fn variants(members: &[Member<'_>]) -> BTreeSet<String> {
    let types: BTreeSet<String> = members.iter().map(|member| member.kind.rust()).collect();
    members.iter().map(|member| member.variant.clone()).filter(|variant| !types.contains(variant)).collect()
}

fn split<'m>(model: &Model<'m>, members: &'m [Schema], way: Way) -> Vec<Member<'m>> {
    let names: Vec<Vec<String>> =
        members.iter().map(|member| named(member).map(words).unwrap_or_default()).collect();
    let common_start = shared(&names, false);
    let common_end = shared(&names, true);
    members
        .iter()
        .zip(&names)
        .map(|(schema, name)| {
            // A type within a union keeps the way of the union: a change of one is a change.
            let kind = match schema {
                Schema::Ref { name } if !model.roles.values.contains(name) => {
                    Kind::Object(model.type_name(name, way))
                }
                _ => Kind::of(model, "", "", schema, way),
            };
            let end = name.len().saturating_sub(common_end);
            let own = name.get(common_start.min(end)..end).unwrap_or_default().join(" ");
            let variant = match (&kind, own.is_empty()) {
                (_, false) => pascal(&own),
                (Kind::Text, _) => "Text".to_owned(),
                (Kind::Integer { .. } | Kind::Id(_), _) => "Number".to_owned(),
                (Kind::Boolean, _) => "Boolean".to_owned(),
                _ => "Value".to_owned(),
            };
            let fields = named(schema).and_then(|name| model.fields(name)).unwrap_or_default();
            Member { variant, kind, schema, fields }
        })
        .collect()
}

/// How many words all names share at their start, or end; never all of a name.
fn shared(names: &[Vec<String>], from_end: bool) -> usize {
    let Some(first) = names.first() else { return 0 };
    let word = |name: &Vec<String>, index: usize| {
        if from_end { name.iter().rev().nth(index).cloned() } else { name.get(index).cloned() }
    };
    let shortest = names.iter().map(Vec::len).min().unwrap_or(0);
    (0..shortest.saturating_sub(1))
        .take_while(|index| names.iter().all(|name| word(name, *index) == word(first, *index)))
        .count()
}

fn is_boxed(members: &[Member<'_>]) -> bool {
    members.iter().any(|member| member.fields.len() > FEW_FIELDS)
}

fn conversions(name: &str, members: &[Member<'_>], boxed: bool) -> String {
    let mut text = String::new();
    for member in members {
        let (rust, variant) = (member.kind.rust(), &member.variant);
        let value = if boxed { "Box::new(value)" } else { "value" };
        let _ = writeln!(
            text,
            "impl From<{rust}> for {name} {{ fn from(value: {rust}) -> Self {{ Self::{variant}({value}) }} }}"
        );
    }
    text
}

/// What all members have and is always there: the id.
fn id_accessor(model: &Model<'_>, name: &str, members: &[Member<'_>]) -> String {
    let ids: Option<Vec<String>> = members
        .iter()
        .map(|member| {
            let schema = named(member.schema)?;
            member.fields.iter().find(|field| field.name == "id" && field.required)?;
            model.ids.of_field(schema, "id")
        })
        .collect();
    let Some([first, rest @ ..]) = ids.as_deref() else { return String::new() };
    if rest.iter().any(|id| id != first) {
        return String::new();
    }
    let mut text = format!(
        "impl {name} {{\n/// Returns the id, unless the shape is unknown.\n#[must_use]\npub fn id(&self) -> Option<{first}> {{ match self {{\n"
    );
    for member in members {
        let _ = writeln!(text, "Self::{}(it) => Some(it.id),", member.variant);
    }
    text.push_str("Self::Other(_) => None,\n} } }\n");
    text
}

/// Code that finds the member which a value is of.
fn tell_apart(members: &[Member<'_>]) -> String {
    if members.iter().all(|member| member.fields.is_empty()) {
        let mut text = String::new();
        for member in members {
            let test = match member.kind {
                Kind::Text | Kind::Words(_) | Kind::Time | Kind::Secret => "is_text",
                Kind::Boolean => "is_boolean",
                _ => "is_integer",
            };
            let _ =
                writeln!(text, "if shape.{test}() {{ return shape.into().map(Self::{}); }}", member.variant);
        }
        text.push_str("Ok(Self::Other(shape.into_json()))\n");
        return text;
    }
    if let Some(kinds) = by_kind(members) {
        let mut text = "match shape.text(\"type\") {\n".to_owned();
        for (kind, found) in kinds {
            // Of several members of one kind the one that demands most is tried first; what fits
            // none of them is unknown.
            let is_shared = found.len() > 1;
            for member in found.iter().filter_map(|index| members.get(*index)) {
                let guard = if is_shared {
                    format!(" if shape.has(&{:?})", member.required())
                } else {
                    String::new()
                };
                let _ =
                    writeln!(text, "Some({kind:?}){guard} => shape.into().map(Self::{}),", member.variant);
            }
        }
        text.push_str("_ => Ok(Self::Other(shape.into_json())),\n}\n");
        return text;
    }
    let mut text = String::new();
    for member in members {
        let others = members.iter().filter(|other| other.variant != member.variant);
        let foreign: BTreeSet<&str> =
            others.flat_map(|other| other.fields.iter().map(|field| field.name.as_str())).collect();
        let own: Vec<&str> = member
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .filter(|name| !foreign.contains(name))
            .collect();
        let required: Vec<&str> = member.required().into_iter().filter(|name| own.contains(name)).collect();
        let tell: Vec<&str> = if required.is_empty() { own.into_iter().take(1).collect() } else { required };
        let _ = writeln!(
            text,
            "if shape.has(&{tell:?}) {{ return shape.into().map(Self::{}); }}",
            member.variant
        );
    }
    text.push_str("Ok(Self::Other(shape.into_json()))\n");
    text
}

/// Values of `type` with the members they may mean, the most demanding first; none if the members
/// do not differ by it.
fn by_kind(members: &[Member<'_>]) -> Option<Vec<(String, Vec<usize>)>> {
    let sets: Vec<Vec<String>> = members
        .iter()
        .map(|member| {
            match member
                .fields
                .iter()
                .find(|field| field.name == "type")
                .and_then(|field| values(&field.schema))
            {
                Some(Values::Texts(values)) => Some(values),
                _ => None,
            }
        })
        .collect::<Option<_>>()?;
    let first = sets.first()?;
    let all_alike = sets.len() > 1 && sets.iter().all(|set| set == first);
    let mut kinds: Vec<(String, Vec<usize>)> = Vec::new();
    let mut add = |kind: &String, index: usize| match kinds.iter_mut().find(|(known, _)| known == kind) {
        Some((_, found)) => found.push(index),
        None => kinds.push((kind.clone(), vec![index])),
    };
    if all_alike {
        // Every member lists all kinds: its name says which one it is.
        for kind in first {
            let best = members
                .iter()
                .enumerate()
                .filter_map(|(index, member)| Some((likeness(kind, &member.variant)?, index)))
                .max();
            if let Some((_, index)) = best {
                add(kind, index);
            }
        }
    } else {
        for (index, set) in sets.iter().enumerate() {
            set.iter().for_each(|kind| add(kind, index));
        }
    }
    for (_, found) in &mut kinds {
        found.sort_by_key(|index| {
            members.get(*index).map(|member| std::cmp::Reverse(member.required().len()))
        });
    }
    Some(kinds)
}

/// How many words a kind and a variant share from the start; none if the first differs.
fn likeness(kind: &str, variant: &str) -> Option<usize> {
    let (kind, variant) = (words(kind), words(variant));
    let shared = kind.iter().zip(&variant).take_while(|(left, right)| left == right).count();
    (shared > 0).then_some(shared)
}
