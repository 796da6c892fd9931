//! What is known of one product before code is written: which schemas are answered, sent or
//! both, what numbers identify, and which enums there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Document, Field, Operation, Schema, Type};

use super::enums::Enums;
use super::envelope::Opened;
use super::ids::Ids;
use super::item::{Item, Macro};
use super::names::{pascal, snake};
use super::overrides::PAIRS;
use super::target::Target;
use super::tree::{self, Handle, answer_schema};

/// All that is known of one product.
pub(super) struct Model<'a> {
    pub(super) document: &'a Document,
    /// Schemas whose answers are wrapped.
    pub(super) wrapped: &'a BTreeSet<String>,
    pub(super) target: &'static Target,
    pub(super) handles: Vec<Handle<'a>>,
    pub(super) roles: Roles,
    pub(super) ids: Ids,
    pub(super) enums: Enums,
    /// Starts of schema names that are shortened: `ShellJumpItem`.
    shortened: Vec<String>,
    /// Schemas that hold a secret when answered.
    secret: BTreeSet<String>,
}

/// Which way schemas go.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// Answered.
    pub(super) answered: BTreeSet<String>,
    /// Sent to create or act, or within something that is sent.
    pub(super) sent: BTreeSet<String>,
    /// Sent to change something.
    pub(super) patched: BTreeSet<String>,
    /// The same both ways, as a part of something.
    pub(super) values: BTreeSet<String>,
    /// The answer of an operation, as a whole.
    pub(super) answers: BTreeSet<String>,
    /// What goes with a failing status, and shows the same as the good answer.
    pub(super) failures: BTreeSet<String>,
    /// An answer or a body, or a member of one.
    roots: BTreeSet<String>,
}

/// Which way a type goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    Answered,
    Sent,
    Patched,
}

/// Fields that identify something only together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'f> {
    pub(super) id: &'f Field,
    pub(super) kind: &'f Field,
    /// The enum that stands for both.
    pub(super) enum_name: &'static str,
    /// What the accessor is called.
    pub(super) accessor: &'static str,
}

impl<'a> Model<'a> {
    pub(super) fn new(target: &'static Target, opened: &'a Opened) -> Result<Self, String> {
        let document = &opened.document;
        let handles = tree::handles(target, document)?;
        let roles = Roles::of(document);
        let ids = Ids::of(target, document, &handles);
        let shortened = shortened(document);
        let mut model = Self {
            document,
            wrapped: &opened.wrapped,
            target,
            handles,
            roles,
            ids,
            enums: Enums::default(),
            shortened,
            secret: BTreeSet::new(),
        };
        let widest: Vec<String> =
            model.roles.answers.iter().map(|name| model.widest_union(name).to_owned()).collect();
        model.roles.answers.extend(widest);
        model.enums = Enums::of(&model);
        model.secret = model.holding_secrets();
        Ok(model)
    }

    pub(super) fn fields(&self, schema: &str) -> Option<&'a [Field]> {
        match self.document.types.get(schema)? {
            Type::Object { fields } => Some(fields),
            Type::Union { .. } | Type::Alias { .. } => None,
        }
    }

    /// The name that a schema has in Rust, without what says which way it goes.
    pub(super) fn base_name(&self, schema: &str) -> String {
        if let Some((_, name)) = self.target.types.iter().find(|(name, _)| *name == schema) {
            return (*name).to_owned();
        }
        let short = self.shortened.iter().find_map(|start| {
            let rest = schema.strip_prefix(start.as_str())?;
            Some(format!("{}{rest}", start.trim_end_matches("Item")))
        });
        pascal(short.as_deref().unwrap_or(schema))
    }

    /// The name of the type of a schema that goes one way.
    pub(super) fn type_name(&self, schema: &str, way: Way) -> String {
        let base = self.base_name(schema);
        let is_answered = self.roles.answered.contains(schema);
        if self.roles.values.contains(schema) {
            return base;
        }
        match way {
            Way::Answered => self.base_name(self.widest_union(schema)),
            Way::Sent => match base.strip_prefix("Creatable").or_else(|| base.strip_prefix("Create")) {
                Some(rest) => format!("New{rest}"),
                None if is_answered => format!("New{base}"),
                None => base,
            },
            Way::Patched => match base.strip_prefix("Updatable") {
                Some(rest) => format!("{rest}Patch"),
                None if is_answered => format!("{base}Patch"),
                None => base,
            },
        }
    }

    /// The name of the type of a handle, which gives way to what is answered or sent.
    pub(super) fn handle_name(&self, handle: &Handle<'_>) -> String {
        let name = handle.type_name();
        if self.type_names().contains(&name) { format!("{name}Handle") } else { name }
    }

    /// The names of all types that are answered or sent.
    pub(super) fn type_names(&self) -> BTreeSet<String> {
        let roles = &self.roles;
        let ways =
            [(Way::Answered, &roles.answered), (Way::Sent, &roles.sent), (Way::Patched, &roles.patched)];
        let of = |(way, names): (Way, &BTreeSet<String>)| -> Vec<String> {
            names.iter().map(|schema| self.type_name(schema, way)).collect()
        };
        ways.into_iter().flat_map(of).collect()
    }

    /// The union that an answered union is read as: the one with the most members that has all of
    /// its own.
    pub(super) fn widest_union<'s>(&'s self, schema: &'s str) -> &'s str {
        let Some(Type::Union { members }) = self.document.types.get(schema) else { return schema };
        let mut widest = (schema, members.len());
        for (name, made) in &self.document.types {
            let Type::Union { members: others } = made else { continue };
            if self.roles.answered.contains(name)
                && members.iter().all(|member| others.contains(member))
                && others.len() > widest.1
            {
                widest = (name, others.len());
            }
        }
        widest.0
    }

    /// Makes the type of an answer one that can be read as such.
    pub(super) fn answer(&self, schema: &str, item: Item) -> Item {
        if !self.roles.answers.contains(schema) {
            return item;
        }
        match self.target.envelope.filter(|_| self.wrapped.contains(schema)) {
            Some(member) => {
                let handed = format!("{} in {member:?}", item.name);
                item.with(Macro::Wrapped).handing(handed)
            }
            None => item.with(Macro::Answers),
        }
    }

    /// Whether an answered schema holds a secret, itself or within.
    pub(super) fn holds_secret(&self, schema: &str) -> bool {
        self.secret.contains(schema)
    }

    /// The pairs of an object.
    pub(super) fn pairs<'f>(&self, schema: &str, fields: &'f [Field]) -> Vec<Pair<'f>> {
        let field = |name: &str| fields.iter().find(|field| field.name == name);
        PAIRS
            .iter()
            .filter(|(.., start)| schema.starts_with(start))
            .filter_map(|(id, kind, enum_name, accessor, _)| {
                Some(Pair { id: field(id)?, kind: field(kind)?, enum_name, accessor })
            })
            .collect()
    }

    /// The enum that stands for a whole object when it is sent: it is nothing but a pair.
    pub(super) fn pair_object(&self, schema: &str) -> Option<&'static str> {
        let fields = self.fields(schema)?;
        let pair = self.pairs(schema, fields).into_iter().next()?;
        (fields.len() == 2).then_some(pair.enum_name)
    }

    /// The type of a text that identifies something: its form has a name, which the field has in
    /// its own, or the schema whose `id` it is.
    pub(super) fn text_id(&self, owner: &str, name: &str, schema: &Schema) -> Option<&'static str> {
        let name = snake(name);
        let found = self.target.text_ids.iter().find(|(alias, _)| {
            let Some(Type::Alias { schema: form }) = self.document.types.get(*alias) else { return false };
            let named = snake(alias);
            let is_named = name.strip_suffix('s').unwrap_or(&name).ends_with(&named);
            let of_owner = name == "id" && owner.starts_with(alias.trim_end_matches("Id"));
            form == schema && (is_named || of_owner)
        })?;
        Some(found.1)
    }

    fn holding_secrets(&self) -> BTreeSet<String> {
        let mut holding = BTreeSet::new();
        loop {
            let before = holding.len();
            for (name, made) in &self.document.types {
                let holds = match made {
                    Type::Object { fields } => fields.iter().filter(|field| !field.write_only).any(|field| {
                        field.secret || named(&field.schema).is_some_and(|name| holding.contains(name))
                    }),
                    Type::Union { members } => {
                        members.iter().filter_map(named).any(|name| holding.contains(name))
                    }
                    Type::Alias { .. } => false,
                };
                if holds {
                    holding.insert(name.clone());
                }
            }
            if holding.len() == before {
                return holding;
            }
        }
    }
}

impl Roles {
    fn of(document: &Document) -> Self {
        let mut roles = Self::default();
        for operation in &document.operations {
            if let Some(Schema::Ref { name }) = answer_schema(operation) {
                roles.answers.insert(name.clone());
            }
            if let Some(name) = answer_schema(operation).and_then(named) {
                roles.root(document, name);
                roles.follow(document, name, Way::Answered);
            }
            if let Some((_, name)) = failure(document, operation) {
                roles.failures.insert(name.to_owned());
                roles.follow(document, name, Way::Answered);
            }
            if let Some(name) = operation.body.as_ref().and_then(|body| named(&body.schema)) {
                roles.root(document, name);
                roles.follow(document, name, body_way(operation));
            }
        }
        let both =
            roles.answered.iter().filter(|name| roles.sent.contains(*name) && !roles.roots.contains(*name));
        let mut values: BTreeSet<String> = both.cloned().collect();
        // A value holds nothing but values.
        loop {
            let before = values.len();
            let kept = values.iter().filter(|name| is_value(document, name, &values)).cloned().collect();
            values = kept;
            if values.len() == before {
                break;
            }
        }
        roles.values = values;
        roles
    }

    fn root(&mut self, document: &Document, name: &str) {
        self.roots.insert(name.to_owned());
        if let Some(Type::Union { members }) = document.types.get(name) {
            members.iter().filter_map(named).for_each(|member| self.root(document, member));
        }
    }

    fn follow(&mut self, document: &Document, name: &str, way: Way) {
        let seen = match way {
            Way::Answered => &mut self.answered,
            Way::Sent => &mut self.sent,
            Way::Patched => &mut self.patched,
        };
        if !seen.insert(name.to_owned()) {
            return;
        }
        match document.types.get(name) {
            Some(Type::Object { fields }) => {
                for field in fields {
                    let goes = if way == Way::Answered { !field.write_only } else { !field.read_only };
                    if let Some(inner) = named(&field.schema).filter(|_| goes) {
                        // What stands within a change is sent whole.
                        let inner_way = if way == Way::Answered { Way::Answered } else { Way::Sent };
                        self.follow(document, inner, inner_way);
                    }
                }
            }
            Some(Type::Union { members }) => {
                members.iter().filter_map(named).for_each(|member| self.follow(document, member, way));
            }
            Some(Type::Alias { .. }) | None => {}
        }
    }
}

/// The failing answers that show the same as the good one: their statuses, and the first's schema.
///
/// Plain refusals, which have a message and the fields it is about, show nothing.
pub(super) fn failure<'d>(document: &'d Document, operation: &'d Operation) -> Option<(Vec<u16>, &'d str)> {
    let fields = |name: &str| match document.types.get(name) {
        Some(Type::Object { fields }) => Some(fields),
        _ => None,
    };
    let Some(Schema::Ref { name: good }) = answer_schema(operation) else { return None };
    let good = fields(good)?;
    if good.iter().all(|field| matches!(field.name.as_str(), "message" | "errors")) {
        return None;
    }
    let failing = operation.answers.iter().filter(|answer| answer.status >= 400).filter_map(|answer| {
        let Some(Schema::Ref { name }) = &answer.schema else { return None };
        let bad = fields(name)?;
        let shows = |field: &Field| bad.iter().any(|other| other.name == field.name);
        good.iter().all(shows).then_some((answer.status, name.as_str()))
    });
    let (statuses, names): (Vec<u16>, Vec<&str>) = failing.unzip();
    Some((statuses, names.first()?))
}

/// Which way the body of an operation goes.
pub(super) fn body_way(operation: &Operation) -> Way {
    if operation.method == "PATCH" { Way::Patched } else { Way::Sent }
}

/// The named type that a schema is, or is a list or map of.
pub(super) fn named(schema: &Schema) -> Option<&str> {
    match schema {
        Schema::Ref { name } => Some(name),
        Schema::List { items, .. } => named(items),
        Schema::Map { values } => named(values),
        _ => None,
    }
}

fn is_value(document: &Document, name: &str, values: &BTreeSet<String>) -> bool {
    let inner_is_value = |schema: &Schema| named(schema).is_none_or(|name| values.contains(name));
    match document.types.get(name) {
        Some(Type::Object { fields }) => fields.iter().all(|field| {
            !field.read_only
                && !field.write_only
                && !field.secret
                && !field.nullable
                && inner_is_value(&field.schema)
        }),
        Some(Type::Union { members }) => members.iter().all(inner_is_value),
        Some(Type::Alias { .. }) | None => false,
    }
}

/// Schemas of Jump Items, whose last word is left out where it is `Item`.
fn shortened(document: &Document) -> Vec<String> {
    let mut names: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for operation in &document.operations {
        let name = answer_schema(operation).and_then(named);
        if let Some(name) = name.filter(|name| name.ends_with("JumpItem"))
            && operation.path.starts_with("/jump-item/")
        {
            names.entry(name.len()).or_default().insert(name.to_owned());
        }
    }
    names.into_values().flatten().rev().collect()
}
