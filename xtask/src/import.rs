//! From an OpenAPI file to its normalised facts.
//!
//! `Importer` walks the file once: components first, then operations by path and method, so that
//! the names it makes do not depend on anything but the file. Faults of the file are mended by
//! their shape, and each mending is noted; what is unknown is noted and passed over; an error is
//! only what would leave a type in doubt.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Document, Schema, Type};
use crate::source::Identity;
use crate::yaml::{At, Fault, Node};

mod defaults;
mod fields;
mod name;
mod notes;
mod operation;
mod patch;
mod schema;
mod secret;
#[cfg(test)]
mod tests;

pub(crate) use notes::Notes;

/// The normalised facts of the file whose root is `node`, and what had to be mended.
pub(crate) fn import(file: &str, mut node: Node) -> Result<(Document, Notes), Fault> {
    let identity = Identity::of(&At::root(file, &node))?;
    let mut notes = Notes::default();
    patch::apply(&mut node, &identity, file, &mut notes);
    let root = At::root(file, &node);
    let mut importer = Importer {
        root: root.clone(),
        types: BTreeMap::new(),
        resolving: Vec::new(),
        taken: BTreeSet::new(),
        placed: BTreeMap::new(),
        unions: BTreeMap::new(),
        narrowed: BTreeMap::new(),
        notes,
    };
    importer.unknown(
        &root,
        &["openapi", "info", "externalDocs", "servers", "paths", "components", "security", "tags"],
    );
    importer.components()?;
    let operations = importer.operations(&identity)?;
    importer.narrow();
    let mut document = Document {
        product: identity.product,
        api: identity.api,
        version: identity.version,
        base: identity.base,
        types: importer.types,
        operations,
    };
    secret::mark(&mut document);
    Ok((document, importer.notes))
}

/// The state of one import.
struct Importer<'a> {
    root: At<'a>,
    types: BTreeMap<String, Type>,
    /// Components whose type is being made, to notice a type that is nothing but itself.
    resolving: Vec<String>,
    /// Names in use, in lower case.
    taken: BTreeSet<String>,
    /// Names of inline types, by where they stand.
    placed: BTreeMap<String, String>,
    /// Names of unions, by their members.
    unions: BTreeMap<Vec<String>, String>,
    /// By type and field: the values that discriminators leave to it.
    narrowed: BTreeMap<(String, String), BTreeSet<String>>,
    notes: Notes,
}

impl<'a> Importer<'a> {
    /// Makes a type of every schema below `components`, those without a use included.
    fn components(&mut self) -> Result<(), Fault> {
        let Some(components) = self.root.get("components") else { return Ok(()) };
        self.unknown(
            &components,
            &[
                "schemas",
                "parameters",
                "headers",
                "responses",
                "requestBodies",
                "securitySchemes",
                "examples",
                "links",
            ],
        );
        let Some(schemas) = components.get("schemas") else { return Ok(()) };
        let mut schemas = schemas.entries()?;
        schemas.sort_by_key(|(name, _)| *name);
        self.taken.extend(schemas.iter().map(|(name, _)| name.to_lowercase()));
        for (name, at) in &schemas {
            self.component(name, at)?;
        }
        Ok(())
    }

    /// Keeps in the discriminating field of each member of a union only its own values.
    fn narrow(&mut self) {
        for ((name, field), kept) in &self.narrowed {
            let Some(Type::Object { fields }) = self.types.get_mut(name) else { continue };
            let Some(field) = fields.iter_mut().find(|candidate| candidate.name == *field) else { continue };
            if let Schema::Text { values, .. } = &mut field.schema {
                if values.is_empty() {
                    values.extend(kept.iter().cloned());
                } else {
                    values.retain(|value| kept.contains(value));
                }
            }
        }
    }

    /// Notes the members of `at` that are not among `known`.
    fn unknown(&mut self, at: &At<'a>, known: &[&str]) {
        let Ok(entries) = at.entries() else { return };
        for (key, member) in entries {
            if !known.contains(&key) && !key.starts_with("x-mend-") {
                self.notes.note(&member, format!("`{key}` is unknown here and passed over"));
            }
        }
    }
}
