//! Which whole numbers identify which resource.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Document, Operation, Schema, Type};

use super::model::named;
use super::names::{pascal, singular, snake};
use super::target::Target;
use super::tree::{Handle, Verb, answer_schema, steps};

/// Which numbers identify what.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Fields whose name does not say it.
    table: &'static [(&'static str, &'static str, &'static str)],
    /// Resources that have an id, as nouns.
    nouns: BTreeSet<String>,
    /// Those among them that stand on their own: a field may be named after them.
    plain: BTreeSet<String>,
    /// What the field `id` of a schema identifies.
    own: BTreeMap<String, String>,
    /// What path parameters identify, by operation id and name.
    params: BTreeMap<(String, String), String>,
}

impl Ids {
    pub(super) fn of(target: &'static Target, document: &Document, handles: &[Handle<'_>]) -> Self {
        let mut ids = Self { table: target.ids, ..Self::default() };
        for handle in handles {
            let has_own =
                handle.methods.iter().any(|method| method.own_params > 0 && method.verb != Verb::Download)
                    || handle.methods.iter().any(|method| lists_with_id(document, method.operation));
            if has_own {
                ids.nouns.insert(handle.noun());
                if handle.nouns.len() == 1 {
                    ids.plain.insert(handle.noun());
                }
            }
        }
        for handle in handles {
            ids.take_params(handle);
        }
        // A resource tells by its own page what its id is; lists come second.
        for verbs in [[Verb::Get, Verb::Update], [Verb::List, Verb::List]] {
            for handle in handles {
                for method in handle.methods.iter().filter(|method| verbs.contains(&method.verb)) {
                    ids.take_own(document, handle, method.operation, method.verb);
                }
            }
        }
        ids
    }

    /// The name of the type of a field or query parameter that identifies something.
    pub(super) fn of_field(&self, owner: &str, name: &str) -> Option<String> {
        for (start, field, noun) in self.table {
            if owner.starts_with(start) && *field == name {
                return self.type_of(noun);
            }
        }
        if name == "id" {
            return self.own.get(owner).and_then(|noun| self.type_of(noun));
        }
        let stem = name.strip_suffix("_id").or_else(|| name.strip_suffix("_ids"))?;
        // The longest resource whose name ends the field's: `default_jump_item_role_id`.
        let found = self
            .plain
            .iter()
            .filter(|noun| {
                let noun = snake(noun);
                stem == noun || stem.strip_suffix(noun.as_str()).is_some_and(|before| before.ends_with('_'))
            })
            .max_by_key(|noun| noun.len())?;
        self.type_of(found)
    }

    /// The name of the type of a path parameter that identifies something.
    pub(super) fn of_param(&self, operation: &Operation, name: &str) -> Option<String> {
        let noun = self.params.get(&(operation.id.clone(), name.to_owned()))?;
        self.type_of(noun)
    }

    /// All names, with the noun each is about.
    pub(super) fn all(&self) -> impl Iterator<Item = (String, String)> {
        self.nouns.iter().filter_map(|noun| Some((self.type_of(noun)?, singular(noun))))
    }

    pub(super) fn type_of(&self, noun: &str) -> Option<String> {
        self.nouns.contains(noun).then(|| format!("{}Id", pascal(&singular(noun))))
    }

    fn take_params(&mut self, handle: &Handle<'_>) {
        for method in &handle.methods {
            let operation = method.operation;
            // The parameters before resource number n are of resource n - 1.
            let mut owners: Vec<(String, &str)> = Vec::new();
            for (index, names) in handle.params.iter().enumerate() {
                let owner = handle.nouns.get(..index).unwrap_or_default().join("-");
                owners.extend(names.iter().map(|name| (owner.clone(), name.as_str())));
            }
            let own = operation.path_params.iter().rev().take(method.own_params).rev();
            owners.extend(own.map(|param| (handle.noun(), param.name.as_str())));
            for (owner, name) in owners {
                let is_number = operation
                    .path_params
                    .iter()
                    .any(|param| param.name == name && matches!(param.schema, Schema::Integer { .. }));
                if !is_number {
                    continue;
                }
                let noun = self.noun_before(operation, name).or_else(|| self.param_noun(&owner, name));
                if let Some(noun) = noun {
                    self.params.insert((operation.id.clone(), name.to_owned()), noun);
                }
            }
        }
    }

    /// The resource whose name stands before an id, below one thing of another resource:
    /// `/session/{lsid}/user/{id}`.
    fn noun_before(&self, operation: &Operation, name: &str) -> Option<String> {
        let steps = steps(&operation.path);
        let index = steps.iter().position(|step| step.trim_matches(['{', '}']) == name)?;
        let before = *steps.get(index.checked_sub(1)?)?;
        let is_below = steps.iter().take(index).any(|step| step.starts_with('{'));
        (name == "id" && is_below && self.plain.contains(before)).then(|| before.to_owned())
    }

    fn param_noun(&self, owner: &str, name: &str) -> Option<String> {
        if name == "id" {
            return Some(owner.to_owned());
        }
        if let Some((.., noun)) =
            self.table.iter().find(|(start, field, _)| start.is_empty() && *field == name)
        {
            return Some((*noun).to_owned());
        }
        let stem = name.strip_suffix("_id")?;
        if let Some(noun) = self.plain.iter().find(|noun| snake(noun) == stem) {
            return Some(noun.clone());
        }
        // `/group-policy/{id}/member/{member_id}` names its own resource.
        snake(owner).ends_with(stem).then(|| owner.to_owned())
    }

    fn take_own(&mut self, document: &Document, handle: &Handle<'_>, operation: &Operation, verb: Verb) {
        let Some(schema) = answer_schema(operation).and_then(named) else { return };
        let noun = if verb == Verb::List {
            handle.noun()
        } else {
            let Some(last) = operation.path_params.last() else { return };
            match self.params.get(&(operation.id.clone(), last.name.clone())) {
                Some(noun) => noun.clone(),
                None => return,
            }
        };
        let mut schemas = vec![schema];
        if let Some(Type::Union { members }) = document.types.get(schema) {
            schemas.extend(members.iter().filter_map(named));
        }
        for schema in schemas {
            self.own.entry(schema.to_owned()).or_insert_with(|| noun.clone());
        }
    }
}

/// Whether an operation lists things that have an id.
fn lists_with_id(document: &Document, operation: &Operation) -> bool {
    let Some(Schema::List { items, .. }) = answer_schema(operation) else { return false };
    let Some(Type::Object { fields }) = named(items).and_then(|name| document.types.get(name)) else {
        return false;
    };
    fields.iter().any(|field| field.name == "id" && matches!(field.schema, Schema::Integer { .. }))
}
