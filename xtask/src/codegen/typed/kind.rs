//! The Rust type of a value, and how it is handed over.

use crate::ir::{Field, Schema, TextFormat, Type};

use super::enums;
use super::model::{Model, Way};

/// The Rust type of a value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Text,
    Secret,
    Time,
    Id(String),
    /// An identifier that is a text.
    TextId(String),
    Integer {
        or_text: bool,
    },
    Number,
    Boolean,
    /// An enum of texts.
    Words(String),
    /// An enum of numbers.
    Numbers(String),
    Object(String),
    /// An enum that several types turn into.
    Choice(String),
    List {
        items: Box<Self>,
        or_single: bool,
    },
    Map(Box<Self>),
    Json,
}

impl Kind {
    /// The kind of a field of a schema.
    pub(super) fn of_field(model: &Model<'_>, owner: &str, field: &Field, way: Way) -> Self {
        let kind = Self::of(model, owner, &field.name, &field.schema, way);
        match kind {
            Self::Text if field.secret => Self::Secret,
            // `Json` does not show what it holds.
            _ if field.secret => Self::Json,
            kind => kind,
        }
    }

    /// The kind of a value by its owner (a schema, or method and path) and name.
    pub(super) fn of(model: &Model<'_>, owner: &str, name: &str, schema: &Schema, way: Way) -> Self {
        match schema {
            Schema::Ref { name } => Self::of_type(model, name, way),
            Schema::Text { values, .. } if !values.is_empty() => match model.enums.name(owner, name) {
                Some(name) => Self::Words(name.to_owned()),
                None => Self::Text,
            },
            Schema::Text { format: Some(TextFormat::DateTime), .. } => Self::Time,
            Schema::Text { .. } | Schema::Integer { .. } if model.target.loose.contains(&name) => {
                Self::Integer { or_text: true }
            }
            Schema::Text { .. } | Schema::Binary => {
                model.text_id(owner, name, schema).map_or(Self::Text, |id| Self::TextId(id.to_owned()))
            }
            Schema::Integer { values, or_text, .. } => match model.enums.name(owner, name) {
                Some(name) if !values.is_empty() => Self::Numbers(name.to_owned()),
                _ => model.ids.of_field(owner, name).map_or(Self::Integer { or_text: *or_text }, Self::Id),
            },
            Schema::Number => Self::Number,
            Schema::Boolean => Self::Boolean,
            Schema::List { items, or_single, .. } => {
                let items = Box::new(Self::of(model, owner, name, items, way));
                Self::List { items, or_single: *or_single }
            }
            Schema::Map { values } => Self::Map(Box::new(Self::of(model, owner, name, values, way))),
            Schema::Any => Self::Json,
        }
    }

    fn of_type(model: &Model<'_>, name: &str, way: Way) -> Self {
        // What stands within a change is sent whole.
        let way = if way == Way::Patched { Way::Sent } else { way };
        if way == Way::Sent
            && let Some(pair) = model.pair_object(name)
        {
            return Self::Choice(pair.to_owned());
        }
        match model.document.types.get(name) {
            Some(Type::Union { .. }) => Self::Choice(model.type_name(name, way)),
            Some(Type::Object { .. }) => Self::Object(model.type_name(name, way)),
            Some(Type::Alias { schema }) => Self::of(model, name, name, schema, way),
            None => Self::Json,
        }
    }

    /// The type as written.
    pub(super) fn rust(&self) -> String {
        match self {
            Self::Text => "String".to_owned(),
            Self::Secret => "SecretString".to_owned(),
            Self::Time => "Timestamp".to_owned(),
            Self::Integer { .. } => "i64".to_owned(),
            Self::Number => "f64".to_owned(),
            Self::Boolean => "bool".to_owned(),
            Self::Id(name)
            | Self::TextId(name)
            | Self::Words(name)
            | Self::Numbers(name)
            | Self::Object(name)
            | Self::Choice(name) => name.clone(),
            Self::List { items, .. } => format!("Vec<{}>", items.rust()),
            Self::Map(values) => format!("BTreeMap<String, {}>", values.rust()),
            Self::Json => "Json".to_owned(),
        }
    }

    /// The type of an argument that becomes such a value, and the expression that makes it.
    pub(super) fn argument(&self, name: &str) -> (String, String) {
        match self {
            Self::Text | Self::Secret | Self::TextId(_) | Self::Choice(_) => {
                (format!("impl Into<{}>", self.rust()), format!("{name}.into()"))
            }
            Self::List { items, .. } => match **items {
                Self::Text | Self::TextId(_) | Self::Choice(_) => (
                    format!("impl IntoIterator<Item = impl Into<{}>>", items.rust()),
                    format!("{name}.into_iter().map(Into::into).collect()"),
                ),
                _ => (
                    format!("impl IntoIterator<Item = {}>", items.rust()),
                    format!("{name}.into_iter().collect()"),
                ),
            },
            _ => (self.rust(), name.to_owned()),
        }
    }

    /// Whether it is a text, secret or not.
    pub(super) fn is_text_like(&self) -> bool {
        matches!(self, Self::Text | Self::Secret)
    }
}

/// The single value that a schema allows, if it is a text.
pub(super) fn constant(schema: &Schema) -> Option<String> {
    match enums::values(schema) {
        Some(enums::Values::Texts(values)) => match values.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// What a schema demands, as the end of a sentence; empty if nothing.
pub(super) fn limits(schema: &Schema) -> String {
    match schema {
        Schema::Text { min_length, max_length, pattern, values, .. } if values.is_empty() => {
            let mut said = Vec::new();
            match (min_length.unwrap_or(0), max_length) {
                (0, Some(most)) => said.push(format!("up to {most} characters")),
                (least, Some(most)) if least == *most => said.push(format!("{most} characters")),
                (least, Some(most)) => said.push(format!("{least} to {most} characters")),
                (0, None) => {}
                (least, None) => said.push(format!("at least {least} characters")),
            }
            // A backslash or backtick in a pattern would end the code span.
            if let Some(pattern) = pattern.as_ref().filter(|pattern| !pattern.contains('`')) {
                said.push(format!("of the form `{}`", pattern.replace("\\\\", "\\")));
            }
            said.join(", ")
        }
        Schema::Integer { min, max, values, .. } if values.is_empty() => match (min, max) {
            (Some(1), Some(2_147_483_647)) | (None, None) => String::new(),
            (Some(least), Some(2_147_483_647) | None) => format!("at least {least}"),
            (None, Some(most)) => format!("at most {most}"),
            (Some(least), Some(most)) => format!("{least} to {most}"),
        },
        Schema::List { min_items, max_items, .. } => match (min_items.unwrap_or(0), max_items) {
            (0, Some(1)) => "one item at most".to_owned(),
            (0, Some(most)) => format!("up to {most} items"),
            (least, Some(most)) => format!("{least} to {most} items"),
            (0, None) => String::new(),
            (1, None) => "at least one item".to_owned(),
            (least, None) => format!("at least {least} items"),
        },
        _ => String::new(),
    }
}
