//! Answers that are wrapped: what was asked for is a member of them.

use std::collections::BTreeSet;

use crate::ir::{Document, Field, Operation, Schema, Type};

use super::model::Model;
use super::target::Target;
use super::tree::answer_schema;

/// The facts of one product, with answers taken out of what they are wrapped in.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) document: Document,
    /// Schemas that come wrapped.
    pub(super) wrapped: BTreeSet<String>,
}

/// What pages of a list are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    pub(super) items: &'a Field,
    /// The schema of an item.
    pub(super) item: &'a Schema,
    pub(super) offset: &'a Field,
    pub(super) total: &'a Field,
}

impl Opened {
    pub(super) fn new(target: &Target, document: &Document) -> Result<Self, String> {
        let mut opened = Self { document: document.clone(), wrapped: BTreeSet::new() };
        let Some(member) = target.envelope else { return Ok(opened) };
        let mut bare = BTreeSet::new();
        for operation in &mut opened.document.operations {
            for answer in operation.answers.iter_mut().filter(|answer| (200..300).contains(&answer.status)) {
                let Some(Schema::Ref { name }) = &answer.schema else { continue };
                match inside(document, name, member) {
                    Some(inner) => {
                        opened.wrapped.insert(inner.to_owned());
                        answer.schema = Some(Schema::Ref { name: inner.to_owned() });
                    }
                    None => {
                        bare.insert(name.clone());
                    }
                }
            }
        }
        match opened.wrapped.intersection(&bare).next() {
            Some(name) => Err(format!("`{name}` is answered with and without `{member}` around it")),
            None => Ok(opened),
        }
    }
}

/// What an object holds that has nothing but `member`.
fn inside<'d>(document: &'d Document, name: &str, member: &str) -> Option<&'d str> {
    let Some(Type::Object { fields }) = document.types.get(name) else { return None };
    match fields.as_slice() {
        [Field { name, schema: Schema::Ref { name: inner }, .. }] if name == member => Some(inner),
        _ => None,
    }
}

/// The parameters by which one goes through the pages of a list.
pub(super) const PAGING: [&str; 2] = ["limit", "offset"];

/// Returns what pages an operation answers with; none if it does not.
pub(super) fn page<'a>(model: &Model<'a>, operation: &'a Operation) -> Option<Page<'a>> {
    let takes = |name: &&str| operation.query.iter().any(|param| param.name == **name);
    if !PAGING.iter().all(&takes) {
        return None;
    }
    let Some(Schema::Ref { name }) = answer_schema(operation) else { return None };
    let fields = model.fields(name)?;
    let field = |name: &str| fields.iter().find(|field| field.name == name);
    let (items, offset, total) = (field("items")?, field("offset")?, field("total")?);
    let Schema::List { items: item, .. } = &items.schema else { return None };
    Some(Page { items, item, offset, total })
}
