//! The enums of one product: sets of values, named after the fields that take them.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Schema, Type};

use super::model::Model;
use super::names::pascal;
use super::target::Target;

/// A set of values.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Values {
    Texts(Vec<String>),
    Numbers(Vec<i64>),
}

/// The enums of one product.
#[derive(Debug, Default)]
pub(super) struct Enums {
    /// The name of the enum of a field, by owner and field.
    names: BTreeMap<(String, String), String>,
    /// The values of each enum, by its name.
    pub(super) values: BTreeMap<String, Values>,
}

/// Where a set of values is used.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Use {
    /// The schema, or the method and path of an operation.
    owner: String,
    /// The owner's name in Rust.
    called: String,
    field: String,
    is_param: bool,
}

impl Enums {
    pub(super) fn of(model: &Model<'_>) -> Self {
        let mut sets = uses(model);
        merge(&mut sets, model.target);
        let mut enums = Self::default();
        let mut taken: BTreeSet<String> = model.type_names();
        // Sets used by many have the first choice of a short name.
        let mut sets: Vec<(Values, Vec<Use>)> = sets.into_iter().collect();
        sets.sort_by_key(|(values, uses)| (std::cmp::Reverse(uses.len()), values.clone()));
        let shared_fields = shared_fields(&sets);
        for (values, uses) in sets {
            let mut name = name(model, &uses, &shared_fields);
            while !taken.insert(name.clone()) {
                name.push_str("Value");
            }
            for used in uses {
                enums.names.insert((used.owner, used.field), name.clone());
            }
            enums.values.insert(name, values);
        }
        enums
    }

    pub(super) fn name(&self, owner: &str, field: &str) -> Option<&str> {
        self.names.get(&(owner.to_owned(), field.to_owned())).map(String::as_str)
    }
}

/// The values that a schema, or the items of a list, may have.
pub(super) fn values(schema: &Schema) -> Option<Values> {
    match schema {
        Schema::Text { values, .. } if !values.is_empty() => Some(Values::Texts(values.clone())),
        Schema::Integer { values, .. } if !values.is_empty() => Some(Values::Numbers(values.clone())),
        Schema::List { items, .. } => values(items),
        Schema::Map { values: inner } => values(inner),
        _ => None,
    }
}

fn uses(model: &Model<'_>) -> BTreeMap<Values, Vec<Use>> {
    let mut sets: BTreeMap<Values, Vec<Use>> = BTreeMap::new();
    for (schema, made) in &model.document.types {
        let roles = &model.roles;
        let used = [&roles.answered, &roles.sent, &roles.patched].iter().any(|role| role.contains(schema));
        let Type::Object { fields } = made else { continue };
        for field in fields.iter().filter(|_| used) {
            if let Some(values) = values(&field.schema) {
                let owner = Use {
                    owner: schema.clone(),
                    called: model.base_name(schema),
                    field: field.name.clone(),
                    is_param: false,
                };
                sets.entry(values).or_default().push(owner);
            }
        }
    }
    for handle in &model.handles {
        for method in &handle.methods {
            let operation = method.operation;
            let called =
                format!("{}{}", pascal(&handle.noun()), pascal(method.action.as_deref().unwrap_or_default()));
            for param in operation.query.iter().chain(&operation.path_params) {
                if let Some(values) = values(&param.schema) {
                    let owner = format!("{} {}", operation.method, operation.path);
                    let used =
                        Use { owner, called: called.clone(), field: param.name.clone(), is_param: true };
                    sets.entry(values).or_default().push(used);
                }
            }
        }
    }
    sets
}

/// Joins a set with a larger one that a field of the same name takes. A `type` is left alone: it
/// says what its owner is. Where nothing is created, it only tells kinds apart that have a set.
fn merge(sets: &mut BTreeMap<Values, Vec<Use>>, target: &Target) {
    let fields = |uses: &[Use]| -> BTreeSet<String> { uses.iter().map(|used| used.field.clone()).collect() };
    let all: Vec<(Values, BTreeSet<String>)> =
        sets.iter().map(|(values, uses)| (values.clone(), fields(uses))).collect();
    for (small, own) in &all {
        let wider = all.iter().find(|(large, others)| {
            let (Values::Texts(small), Values::Texts(large)) = (small, large) else { return false };
            small.len() < large.len()
                && small.iter().all(|value| large.contains(value))
                && own.intersection(others).any(|field| !target.is_managed || field != "type")
        });
        if let Some((large, _)) = wider
            && let Some(uses) = sets.remove(small)
        {
            sets.entry(large.clone()).or_default().extend(uses);
        }
    }
}

/// Names of fields that take more than one set.
fn shared_fields(sets: &[(Values, Vec<Use>)]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut shared = BTreeSet::from(["type".to_owned()]);
    for (_, uses) in sets {
        let fields: BTreeSet<&String> = uses.iter().map(|used| &used.field).collect();
        for field in fields {
            if !seen.insert(field.clone()) {
                shared.insert(field.clone());
            }
        }
    }
    shared
}

fn name(model: &Model<'_>, uses: &[Use], shared_fields: &BTreeSet<String>) -> String {
    for (schema, field, name) in model.target.enums {
        if uses.iter().any(|used| used.owner == *schema && used.field == *field) {
            return (*name).to_owned();
        }
    }
    // Where schemas use it, parameters only follow them.
    let in_schemas: Vec<&Use> = uses.iter().filter(|used| !used.is_param).collect();
    let uses: Vec<&Use> = if in_schemas.is_empty() { uses.iter().collect() } else { in_schemas };
    let owners: BTreeSet<&str> = uses.iter().map(|used| used.called.as_str()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for used in &uses {
        *counts.entry(&used.field).or_default() += 1;
    }
    let field =
        counts.iter().rev().max_by_key(|(_, count)| **count).map(|(field, _)| *field).unwrap_or_default();
    if owners.len() > 1 && !shared_fields.contains(field) {
        return pascal(field);
    }
    if !model.target.is_managed
        && let Some(union) = union_of(model, &uses)
    {
        return format!("{}{}", model.base_name(union), pascal(field));
    }
    let owner = owners.iter().min_by_key(|owner| (owner.len(), **owner)).copied().unwrap_or_default();
    format!("{owner}{}", pascal(field))
}

/// The union that several owners are the kinds of.
fn union_of<'m>(model: &'m Model<'_>, uses: &[&Use]) -> Option<&'m str> {
    let is_within = |used: &&Use, members: &[Schema]| {
        members.iter().any(|member| matches!(member, Schema::Ref { name } if *name == used.owner))
    };
    let mut unions = model.document.types.iter().filter_map(|(name, made)| match made {
        Type::Union { members } => Some((name, members)),
        Type::Object { .. } | Type::Alias { .. } => None,
    });
    let (name, _) = unions.find(|(_, members)| uses.iter().all(|used| is_within(used, members)))?;
    (uses.len() > 1).then_some(name)
}
