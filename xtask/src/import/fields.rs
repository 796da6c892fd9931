//! Fields of objects: `allOf` merged, flags read, faults mended.

use std::collections::BTreeSet;

use crate::ir::{Field, Schema, TextFormat};
use crate::yaml::{At, Fault};

use super::Importer;
use super::name::Hint;

impl<'a> Importer<'a> {
    /// The fields of the object at `at`, which is called `name`; those of its bases first.
    pub(super) fn fields(&mut self, at: &At<'a>, name: &str) -> Result<Vec<Field>, Fault> {
        let mut fields = Vec::new();
        let mut required = BTreeSet::new();
        self.collect(at, name, &mut fields, &mut required, 0)?;
        for field in &mut fields {
            field.required |= required.remove(&field.name);
        }
        for missing in required {
            self.notes.note(at, format!("`{missing}` is required but is no field"));
        }
        Ok(fields)
    }

    fn collect(
        &mut self,
        at: &At<'a>,
        name: &str,
        fields: &mut Vec<Field>,
        required: &mut BTreeSet<String>,
        depth: usize,
    ) -> Result<(), Fault> {
        if depth > 64 {
            return Err(at.fault("this object is its own base"));
        }
        for branch in at.get("allOf").map(|branches| branches.items()).transpose()?.unwrap_or_default() {
            let target = self.target(&branch)?;
            // What stands inline in a base is named after the base.
            let base = match target.pointer.strip_prefix("/components/schemas/") {
                Some(base) if !base.contains('/') => base.to_owned(),
                _ => name.to_owned(),
            };
            self.collect(&target, &base, fields, required, depth.saturating_add(1))?;
        }
        if at.get("oneOf").or_else(|| at.get("anyOf")).is_some() {
            self.notes.note(at, "alternatives that only say what is required are passed over");
        }
        if at.get("additionalProperties").is_some_and(|more| more.is_map()) && at.get("properties").is_some()
        {
            self.notes.note(at, "fields with free names beside the known ones are passed over");
        }
        match at.get("required") {
            None => {}
            Some(list) if list.is_list() => {
                for name in list.items()? {
                    required.insert(name.text()?.to_owned());
                }
            }
            // It belongs to the object as a member, see `field`.
            Some(_) => {}
        }
        for (key, property) in
            at.get("properties").map(|properties| properties.entries()).transpose()?.unwrap_or_default()
        {
            let field = self.field(&property, key, name)?;
            match fields.iter_mut().find(|before| before.name == field.name) {
                None => fields.push(field),
                Some(before) if same_kind(&before.schema, &field.schema) => {
                    self.notes.note(&property, "a field of a base is given again; its flags are joined");
                    narrow(before, field);
                }
                Some(_) => {
                    return Err(
                        property.fault(format!("`{key}` has another type in a base: its type is in doubt"))
                    );
                }
            }
        }
        Ok(())
    }

    fn field(&mut self, at: &At<'a>, name: &str, parent: &str) -> Result<Field, Fault> {
        let schema = self.schema(at, &Hint::field(parent, name))?;
        let nullable = self.is_nullable(at, 0);
        let read_only = self.flag(at, "readOnly");
        let default = match at.get("default").filter(|_| at.get("$ref").is_none()) {
            Some(default) => self.default(&default, &schema),
            None => None,
        };
        let mut required = read_only && name == "id";
        if let Some(flag) = at.get("required").filter(|flag| flag.boolean().is_some()) {
            self.notes.mended(&flag, "`required` on a field counts for the object around it");
            required |= flag.boolean() == Some(true);
        }
        Ok(Field {
            name: name.to_owned(),
            required,
            nullable,
            read_only,
            write_only: self.flag(at, "writeOnly"),
            secret: matches!(schema, Schema::Text { format: Some(TextFormat::Password), .. }),
            schema,
            default,
        })
    }

    /// A flag of the schema or, behind a reference, of its target.
    fn flag(&self, at: &At<'a>, key: &str) -> bool {
        let at = self.target(at).unwrap_or_else(|_| at.clone());
        at.get(key).and_then(|flag| flag.boolean()) == Some(true)
    }

    /// Whether null is allowed: `nullable`, a null among types or values, or a base that allows it.
    fn is_nullable(&self, at: &At<'a>, depth: usize) -> bool {
        let at = self.target(at).unwrap_or_else(|_| at.clone());
        let is_null = |member: &At<'a>| member.is_null() || member.text() == Ok("null");
        let among = |key: &str| {
            at.get(key).and_then(|list| list.items().ok()).is_some_and(|items| items.iter().any(&is_null))
        };
        let branches = |key: &str| at.get(key).and_then(|branches| branches.items().ok()).unwrap_or_default();
        at.get("nullable").and_then(|flag| flag.boolean()) == Some(true)
            || among("type")
            || at
                .get("enum")
                .and_then(|list| list.items().ok())
                .is_some_and(|items| items.iter().any(At::is_null))
            || ["oneOf", "anyOf"]
                .iter()
                .flat_map(|key| branches(key))
                .any(|branch| branch.get("type").is_some_and(|declared| declared.text() == Ok("null")))
            || depth < 64
                && matches!(branches("allOf").as_slice(), [only] if self.is_nullable(only, depth.saturating_add(1)))
    }
}

/// Narrows what a base says of a field to what is said again: a value must satisfy both.
fn narrow(base: &mut Field, again: Field) {
    *base = Field {
        required: base.required || again.required,
        nullable: base.nullable && again.nullable,
        read_only: base.read_only || again.read_only,
        write_only: base.write_only || again.write_only,
        secret: base.secret || again.secret,
        ..again
    };
}

/// Whether a field that is given again only narrows what a base says.
fn same_kind(left: &Schema, right: &Schema) -> bool {
    match (left, right) {
        (Schema::Ref { name: left }, Schema::Ref { name: right }) => left == right,
        (Schema::List { items: left, .. }, Schema::List { items: right, .. })
        | (Schema::Map { values: left }, Schema::Map { values: right }) => same_kind(left, right),
        _ => std::mem::discriminant(left) == std::mem::discriminant(right),
    }
}
