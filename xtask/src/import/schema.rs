//! Schemas: references, unions, scalars, and what their faults are mended to.

use std::collections::BTreeSet;

use crate::ir::{Schema, TextFormat, Type};
use crate::yaml::{At, Fault, unescape};

use super::Importer;
use super::name::Hint;

/// Where named schemas stand.
const SCHEMAS: &str = "#/components/schemas/";

/// Members of a schema that are read somewhere, or are prose.
const KNOWN: [&str; 34] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "description",
    "discriminator",
    "enum",
    "example",
    "examples",
    "externalDocs",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "summary",
    "title",
    "type",
    "writeOnly",
    "deprecated",
    "xml",
    "$comment",
    "uniqueItems",
];

/// Formats of a text that change nothing for a reader.
const PLAIN_FORMATS: [&str; 9] = ["byte", "date", "email", "hostname", "ipv4", "ipv6", "uri", "url", "uuid"];

impl<'a> Importer<'a> {
    /// Makes the type of the component `name`.
    pub(super) fn component(&mut self, name: &str, at: &At<'a>) -> Result<(), Fault> {
        if self.types.contains_key(name) {
            return Ok(());
        }
        if self.resolving.iter().any(|open| open == name) {
            return Err(at.fault("this schema is nothing but itself"));
        }
        self.resolving.push(name.to_owned());
        self.placed.insert(at.pointer.clone(), name.to_owned());
        let made = if self.is_object(at)? {
            self.unknown(at, &KNOWN);
            Type::Object { fields: self.fields(at, name)? }
        } else {
            match self.schema(at, &Hint::component(name))? {
                // A union was made under this very name.
                Schema::Ref { name: made } if made == name => {
                    self.resolving.pop();
                    return Ok(());
                }
                schema => Type::Alias { schema },
            }
        };
        self.resolving.pop();
        self.types.insert(name.to_owned(), made);
        Ok(())
    }

    /// The schema at `at`; inline objects and unions in it become named types.
    pub(super) fn schema(&mut self, at: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        if !at.is_map() {
            return Err(at.fault("a schema is expected here"));
        }
        if let Some(reference) = at.get("$ref") {
            return self.reference(at, &reference, hint);
        }
        self.unknown(at, &KNOWN);
        if self.is_object(at)? {
            let name = self.claim(at, &hint.name);
            if !self.types.contains_key(&name) {
                let fields = self.fields(at, &name)?;
                self.types.insert(name.clone(), Type::Object { fields });
            }
            return Ok(Schema::Ref { name });
        }
        if let Some(branches) = at.get("allOf") {
            return self.only_branch(&branches, hint);
        }
        if let Some(branches) = at.get("oneOf").or_else(|| at.get("anyOf")) {
            return self.union(at, &branches, hint);
        }
        self.by_type(at, hint)
    }

    /// Whether the schema is an object with known fields.
    pub(super) fn is_object(&self, at: &At<'a>) -> Result<bool, Fault> {
        self.is_object_within(at, 0)
    }

    fn is_object_within(&self, at: &At<'a>, depth: usize) -> Result<bool, Fault> {
        if depth > 64 {
            return Err(at.fault("this schema refers to itself without end"));
        }
        if at.get("$ref").is_some() {
            return Ok(false);
        }
        if at.get("properties").is_some_and(|properties| properties.is_map()) {
            return match at.get("oneOf").or_else(|| at.get("anyOf")) {
                Some(branches) if branches.items()?.iter().any(is_shape) => {
                    Err(at.fault("the schema has fields and is one of several shapes: its type is in doubt"))
                }
                _ => Ok(true),
            };
        }
        let Some(branches) = at.get("allOf") else { return Ok(false) };
        let branches = branches.items()?;
        // One reference alone is its target, except for a component, which keeps its own name.
        let is_component =
            at.pointer.strip_prefix("/components/schemas/").is_some_and(|name| !name.contains('/'));
        if let ([only], false) = (branches.as_slice(), is_component) {
            return self.is_object_within(only, depth.saturating_add(1));
        }
        for branch in &branches {
            let target = self.target(branch)?;
            if self.is_object_within(&target, depth.saturating_add(1))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Follows references until something stands there.
    pub(super) fn target(&self, at: &At<'a>) -> Result<At<'a>, Fault> {
        let mut at = at.clone();
        for _ in 0..64 {
            let Some(reference) = at.get("$ref") else { return Ok(at) };
            at = self.step(&reference)?;
        }
        Err(at.fault("this reference leads back to itself"))
    }

    fn step(&self, reference: &At<'a>) -> Result<At<'a>, Fault> {
        let text = reference.text()?;
        self.root.follow(text).ok_or_else(|| reference.fault(format!("`{text}` is not in this file")))
    }

    fn reference(&mut self, at: &At<'a>, reference: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        if at.entries()?.iter().any(|(key, _)| {
            !matches!(*key, "$ref" | "description" | "summary") && !key.starts_with("x-mend-")
        }) {
            self.notes.mended(at, "keys beside `$ref` are ignored");
        }
        let target = self.step(reference)?;
        let Some(name) =
            reference.text()?.strip_prefix(SCHEMAS).map(unescape).filter(|name| !name.contains('/'))
        else {
            return self.schema(&target, hint);
        };
        if self.is_object(&target)? {
            return Ok(Schema::Ref { name });
        }
        self.component(&name, &target)?;
        match self.types.get(&name) {
            Some(Type::Alias { schema }) => Ok(schema.clone()),
            _ => Ok(Schema::Ref { name }),
        }
    }

    /// Of an `allOf` that is no object: the one branch that has a type.
    fn only_branch(&mut self, branches: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        let shapes: Vec<At<'a>> = branches.items()?.into_iter().filter(is_shape).collect();
        match shapes.as_slice() {
            [only] => self.schema(only, hint),
            [] => Ok(Schema::Any),
            _ => Err(branches.fault("`allOf` joins things that are no objects: the type is in doubt")),
        }
    }

    fn union(&mut self, at: &At<'a>, branches: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        if at.get("oneOf").is_none() {
            self.notes.mended(at, "`anyOf` is taken as `oneOf`");
        }
        let branches = branches.items()?;
        let shapes: Vec<&At<'a>> =
            branches.iter().filter(|branch| is_shape(branch) && !is_null_type(branch)).collect();
        if shapes.is_empty() {
            return self.by_type(at, hint);
        }
        let mut members: Vec<Schema> = Vec::new();
        for (index, branch) in shapes.iter().enumerate() {
            let member =
                self.schema(branch, &Hint::answer(format!("{}{}", hint.union(), index.saturating_add(1))))?;
            if !members.contains(&member) {
                members.push(member);
            }
        }
        if let [only] = members.as_slice() {
            self.notes.mended(at, "a union of one shape is that shape");
            return Ok(only.clone());
        }
        self.discriminator(at)?;
        let key: BTreeSet<String> = members.iter().map(|member| format!("{member:?}")).collect();
        let key: Vec<String> = key.into_iter().collect();
        let is_component = self.placed.contains_key(&at.pointer);
        if let Some(name) = self.unions.get(&key).filter(|_| !is_component) {
            return Ok(Schema::Ref { name: name.clone() });
        }
        let name = self.claim(at, hint.union());
        self.unions.entry(key).or_insert_with(|| name.clone());
        self.types.insert(name.clone(), Type::Union { members });
        Ok(Schema::Ref { name })
    }

    /// Remembers which values of the discriminating field belong to which member.
    fn discriminator(&mut self, at: &At<'a>) -> Result<(), Fault> {
        let Some(discriminator) = at.get("discriminator") else { return Ok(()) };
        let (Some(field), Some(mapping)) = (discriminator.get("propertyName"), discriminator.get("mapping"))
        else {
            return Ok(());
        };
        for (value, target) in mapping.entries()? {
            if let Some(name) = target.text()?.strip_prefix(SCHEMAS) {
                let key = (unescape(name), field.text()?.to_owned());
                self.narrowed.entry(key).or_default().insert(value.to_owned());
            } else {
                self.notes.note(&target, "this discriminator names no component and is passed over");
            }
        }
        Ok(())
    }

    fn by_type(&mut self, at: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        let Some(declared) = at.get("type") else { return self.untyped(at, hint) };
        let names: Vec<&str> = if declared.is_list() {
            declared.items()?.iter().map(At::text).collect::<Result<_, _>>()?
        } else {
            vec![declared.text()?]
        };
        let names: Vec<&str> = names.into_iter().filter(|name| *name != "null").collect();
        let [name] = names.as_slice() else {
            return self.several_types(at, &declared, &names, hint);
        };
        self.of_type(at, name, &declared, hint)
    }

    fn of_type(&mut self, at: &At<'a>, name: &str, declared: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        match name {
            "string" => self.text(at),
            "integer" => self.integer(at),
            "number" => match at.get("format").map(|format| format.text()).transpose()? {
                Some("int32" | "int64") => {
                    self.notes.mended(at, "a number in the format of an integer is an integer");
                    self.integer(at)
                }
                _ => Ok(Schema::Number),
            },
            "boolean" => Ok(Schema::Boolean),
            "array" => self.list(at, hint),
            "object" => self.map(at, hint),
            other => Err(declared.fault(format!("the type `{other}` is unknown"))),
        }
    }

    /// `type: [string, integer]`, as OpenAPI 3.1 allows.
    fn several_types(
        &mut self,
        at: &At<'a>,
        declared: &At<'a>,
        names: &[&str],
        hint: &Hint,
    ) -> Result<Schema, Fault> {
        let mut members = Vec::new();
        for name in names {
            members.push(self.of_type(at, name, declared, hint)?);
        }
        if members.is_empty() {
            return Ok(Schema::Any);
        }
        let name = self.claim(at, hint.union());
        self.types.insert(name.clone(), Type::Union { members });
        Ok(Schema::Ref { name })
    }

    fn untyped(&mut self, at: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        if at.get("items").is_some() {
            self.list(at, hint)
        } else if at.get("enum").is_some() || at.get("pattern").is_some() || at.get("const").is_some() {
            self.text(at)
        } else if at.get("additionalProperties").is_some() {
            self.map(at, hint)
        } else {
            self.notes.note(at, "the schema has no type; anything is accepted");
            Ok(Schema::Any)
        }
    }

    fn text(&mut self, at: &At<'a>) -> Result<Schema, Fault> {
        let values: Vec<At<'a>> = match (at.get("enum"), at.get("const")) {
            (Some(values), _) => values.items()?.into_iter().filter(|value| !value.is_null()).collect(),
            (None, Some(value)) => vec![value],
            (None, None) => Vec::new(),
        };
        if !values.is_empty() && values.iter().all(|value| value.integer().is_some()) {
            self.notes.mended(at, "a text whose values are numbers may be either");
            let values = values.iter().filter_map(At::integer).collect();
            return Ok(Schema::Integer { min: None, max: None, values, or_text: true });
        }
        let format = match at.get("format").map(|format| format.text()).transpose()? {
            Some("binary") => return Ok(Schema::Binary),
            Some("date-time") => Some(TextFormat::DateTime),
            Some("password") => Some(TextFormat::Password),
            Some(other) if !PLAIN_FORMATS.contains(&other) => {
                self.notes.note(at, format!("the format `{other}` is unknown; any text is accepted"));
                None
            }
            _ => None,
        };
        Ok(Schema::Text {
            format,
            min_length: self.length(at, "minLength", "minimum"),
            max_length: self.length(at, "maxLength", "maximum"),
            pattern: at.get("pattern").map(|pattern| pattern.text().map(str::to_owned)).transpose()?,
            values: values.iter().map(|value| value.text().map(str::to_owned)).collect::<Result<_, _>>()?,
        })
    }

    fn integer(&mut self, at: &At<'a>) -> Result<Schema, Fault> {
        let mut values = Vec::new();
        for value in at.get("enum").map(|values| values.items()).transpose()?.unwrap_or_default() {
            match value.text()?.parse() {
                Ok(number) => values.push(number),
                Err(_) if value.is_null() => {}
                Err(_) => self.notes.note(&value, "this value is no whole number and passed over"),
            }
        }
        Ok(Schema::Integer {
            min: self.limit(at, "minimum"),
            max: self.limit(at, "maximum"),
            values,
            or_text: false,
        })
    }

    fn list(&mut self, at: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        let items = match at.get("items") {
            Some(items) => self.schema(&items, &hint.items())?,
            None => {
                self.notes.note(at, "the list does not say of what; anything is accepted");
                Schema::Any
            }
        };
        Ok(Schema::List {
            items: Box::new(items),
            min_items: self.length(at, "minItems", "minLength"),
            max_items: self.length(at, "maxItems", "maxLength"),
            or_single: false,
        })
    }

    fn map(&mut self, at: &At<'a>, hint: &Hint) -> Result<Schema, Fault> {
        let values = match at.get("additionalProperties") {
            Some(values) if values.is_map() => self.schema(&values, &hint.items())?,
            _ => Schema::Any,
        };
        Ok(Schema::Map { values: Box::new(values) })
    }

    /// A length; `mistaken` is the key that stands in its place now and then.
    fn length(&mut self, at: &At<'a>, key: &str, mistaken: &str) -> Option<u32> {
        let (found, wrong) = match (at.get(key), at.get(mistaken)) {
            (Some(found), _) => (found, false),
            (None, Some(found)) => (found, true),
            (None, None) => return None,
        };
        let Some(length) = found.integer().and_then(|length| u32::try_from(length).ok()) else {
            self.notes.note(&found, "this is no length and passed over");
            return None;
        };
        if wrong {
            self.notes.mended(&found, "a limit of the wrong kind on a text or list limits its length");
        }
        Some(length)
    }

    fn limit(&mut self, at: &At<'a>, key: &str) -> Option<i64> {
        let found = at.get(key)?;
        let limit = found.integer();
        if limit.is_none() {
            self.notes.note(&found, "this is no whole number and passed over");
        }
        limit
    }
}

/// Whether a branch says anything about the type, and not only about constraints.
fn is_shape(branch: &At<'_>) -> bool {
    ["$ref", "type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "additionalProperties"]
        .iter()
        .any(|key| branch.get(key).is_some())
}

fn is_null_type(branch: &At<'_>) -> bool {
    branch.get("type").is_some_and(|declared| declared.text() == Ok("null"))
}
