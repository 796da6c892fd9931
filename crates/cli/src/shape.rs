//! What is known of a value's type: the alternatives that any catalog allows for it.
//!
//! Two catalogs may describe the same thing (one for each product), and a schema may itself offer
//! a choice. A shape is the union of it all, since a value is wrong only if nobody would take it.

use bt_sra_catalog::{Field, Object, Schema};
use serde_json::{Map, Value};

/// The alternatives for one value.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// No choice among them: those are flattened. Empty if nothing is known.
    alternatives: Vec<Schema>,
    nullable: bool,
    read_only: bool,
}

impl Shape {
    /// Nothing is known, so everything is taken.
    pub(crate) const UNKNOWN: Self = Self { alternatives: Vec::new(), nullable: true, read_only: false };

    /// Makes the union of some schemas.
    pub(crate) fn of(schemas: impl IntoIterator<Item = Schema>) -> Self {
        let mut alternatives = Vec::new();
        for schema in schemas {
            flatten(schema, &mut alternatives);
        }
        Self { alternatives, nullable: false, read_only: false }
    }

    /// Makes the union of what several objects say of a field.
    fn of_fields(fields: &[&'static Field]) -> Self {
        Self {
            nullable: fields.iter().any(|field| field.nullable),
            read_only: !fields.is_empty() && fields.iter().all(|field| field.read_only),
            ..Self::of(fields.iter().map(|field| field.schema))
        }
    }

    /// Returns the shape of the field called `name`; unknown if it is.
    pub(crate) fn field(&self, name: &str) -> Self {
        fields(&self.objects(), name).or_else(|| self.map_values()).unwrap_or(Self::UNKNOWN)
    }

    /// Returns the shape of a list's members, if this can be a list.
    pub(crate) fn item(&self) -> Option<Self> {
        let items: Vec<Schema> = self
            .alternatives
            .iter()
            .filter_map(|schema| if let Schema::List(list) = schema { Some(*list.items) } else { None })
            .collect();
        (!items.is_empty()).then(|| Self::of(items))
    }

    /// Returns the shape of the values under free keys, if this can be such an object.
    pub(crate) fn map_values(&self) -> Option<Self> {
        let values: Vec<Schema> = self
            .alternatives
            .iter()
            .filter_map(|schema| if let Schema::Map(values) = schema { Some(**values) } else { None })
            .collect();
        (!values.is_empty()).then(|| Self::of(values))
    }

    /// Returns the objects among the alternatives.
    pub(crate) fn objects(&self) -> Vec<&'static Object> {
        self.alternatives
            .iter()
            .filter_map(|schema| if let Schema::Object(object) = schema { Some(*object) } else { None })
            .collect()
    }

    /// Returns the names of the fields that an answer can have, in their order.
    pub(crate) fn answered_fields(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for field in self.objects().into_iter().flat_map(|object| object.fields) {
            if !field.write_only && !names.contains(&field.name) {
                names.push(field.name);
            }
        }
        names
    }

    /// Returns the names of the fields that can be sent, in their order.
    pub(crate) fn sent_fields(&self) -> Vec<&'static str> {
        let fields = self.objects().into_iter().flat_map(|object| object.fields);
        fields.filter(|field| !field.read_only).map(|field| field.name).collect()
    }

    /// Returns the objects that `value` can be meant as: where they differ by `type`, those that
    /// have its type.
    pub(crate) fn objects_for(&self, value: &Map<String, Value>) -> Vec<&'static Object> {
        let all = self.objects();
        let Some(Value::String(kind)) = value.get("type") else { return all };
        let meant: Vec<_> = all.iter().copied().filter(|object| allows_type(object, kind)).collect();
        if meant.is_empty() { all } else { meant }
    }

    /// Returns the known values of a text, if it has a closed set.
    pub(crate) fn known_texts(&self) -> Vec<&'static str> {
        let mut known: Vec<&'static str> = Vec::new();
        for schema in &self.alternatives {
            match schema {
                Schema::Text(text) if text.values.is_empty() => return Vec::new(),
                Schema::Text(text) => {
                    for value in text.values {
                        if !known.contains(value) {
                            known.push(*value);
                        }
                    }
                }
                _ => {}
            }
        }
        known
    }

    /// Returns whether nothing is known, or anything allowed.
    pub(crate) fn is_unknown(&self) -> bool {
        self.alternatives.is_empty() || self.any(|schema| matches!(schema, Schema::Any))
    }

    /// Returns whether only the appliance sets it.
    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    pub(crate) fn takes_null(&self) -> bool {
        self.nullable || self.is_unknown()
    }

    pub(crate) fn takes_text(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::Text(_) | Schema::Binary))
    }

    /// Returns whether a number written as a text is taken too.
    pub(crate) fn takes_number_as_text(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::Integer(integer) if integer.or_text))
    }

    pub(crate) fn takes_boolean(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::Boolean))
    }

    pub(crate) fn takes_integer(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::Integer(_)))
    }

    pub(crate) fn takes_number(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::Number))
    }

    /// Returns whether it can be a list or an object.
    pub(crate) fn takes_structure(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::List(_) | Schema::Map(_) | Schema::Object(_)))
    }

    /// Returns whether a single member may stand in for a list.
    pub(crate) fn takes_single(&self) -> bool {
        self.any(|schema| matches!(schema, Schema::List(list) if list.or_single))
    }

    /// Says what is wanted: `a whole number`.
    pub(crate) fn describe(&self) -> String {
        let mut words: Vec<&str> = Vec::new();
        for schema in &self.alternatives {
            let word = match schema {
                Schema::Text(_) | Schema::Binary => "a text",
                Schema::Integer(_) => "a whole number",
                Schema::Number => "a number",
                Schema::Boolean => "true or false",
                Schema::List(_) => "a list",
                Schema::Map(_) | Schema::Object(_) => "an object",
                Schema::OneOf(_) | Schema::Any => "anything",
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.join(" or ")
    }

    fn any(&self, test: impl Fn(&Schema) -> bool) -> bool {
        self.alternatives.iter().any(test)
    }
}

/// Returns the shape of the field called `name` of these objects, if one of them has it.
pub(crate) fn fields(objects: &[&'static Object], name: &str) -> Option<Shape> {
    let found: Vec<&'static Field> = objects.iter().filter_map(|object| object.field(name)).collect();
    (!found.is_empty()).then(|| Shape::of_fields(&found))
}

fn flatten(schema: Schema, into: &mut Vec<Schema>) {
    match schema {
        Schema::OneOf(choices) => choices.iter().for_each(|choice| flatten(*choice, into)),
        other => into.push(other),
    }
}

fn allows_type(object: &Object, kind: &str) -> bool {
    match object.field("type").map(|field| field.schema) {
        Some(Schema::Text(text)) => text.values.is_empty() || text.values.contains(&kind),
        _ => true,
    }
}
