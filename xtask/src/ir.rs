//! The normalised facts of one OpenAPI file: what `spec import` writes and `codegen` reads.
//!
//! No prose is kept. Every reference is resolved to a name in `types`, every `allOf` is merged,
//! every inline object and `oneOf` has a name, every fault of the file is mended (see `mend`).
//! Field names of this format are short of the defaults: what is absent is `false` or none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One API of one product in one version.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Document {
    /// `pra` or `rs`.
    pub(crate) product: String,
    /// `configuration`, `command` or `reporting`.
    pub(crate) api: String,
    /// The version, a text: 1.10 is after 1.9.
    pub(crate) version: String,
    /// Where the paths hang: `/api/config/v1`.
    pub(crate) base: String,
    /// Named types, schemas without a use included.
    pub(crate) types: BTreeMap<String, Type>,
    /// Operations, by path and method.
    pub(crate) operations: Vec<Operation>,
}

/// A named type.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Type {
    /// An object; fields in the order of the file.
    Object { fields: Vec<Field> },
    /// One of several shapes.
    Union { members: Vec<Schema> },
    /// A scalar or list with a name of its own (`CodeName`, `ObjectId`).
    Alias { schema: Schema },
}

/// What a value may be.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Schema {
    /// A named object or union (aliases are resolved away at every use).
    Ref {
        name: String,
    },
    Text {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<TextFormat>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_length: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_length: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<String>,
    },
    Integer {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<i64>,
        /// The file calls it a string, yet lists numbers: readers accept both.
        #[serde(default, skip_serializing_if = "is_false")]
        or_text: bool,
    },
    Number,
    Boolean,
    Binary,
    List {
        items: Box<Self>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_items: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_items: Option<u32>,
        /// The file shows one object where a list is meant: readers accept both.
        #[serde(default, skip_serializing_if = "is_false")]
        or_single: bool,
    },
    Map {
        values: Box<Self>,
    },
    Any,
}

/// The form of a text.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TextFormat {
    DateTime,
    Password,
}

/// A field of an object.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Field {
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) schema: Schema,
    /// Creating demands it (or, in a type that is only answered: it is always there).
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) required: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) nullable: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) read_only: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) write_only: bool,
    /// It must not be shown: write-only credentials, passwords, members of a check-out answer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) secret: bool,
    /// The default, where its type fits the schema; JSON null counts as a default of null.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "literal")]
    pub(crate) default: Option<serde_json::Value>,
}

/// One operation.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Operation {
    /// The `operationId`.
    pub(crate) id: String,
    /// `GET`, `POST`, `PATCH`, `DELETE`.
    pub(crate) method: String,
    /// The template below `base`.
    pub(crate) path: String,
    /// In the order of the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) path_params: Vec<Param>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) query: Vec<Param>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<Body>,
    /// By ascending status.
    pub(crate) answers: Vec<Answer>,
    /// A list with the paging parameters and the paging headers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) paged: bool,
}

/// A parameter of a path or query.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) schema: Schema,
}

/// A request body; always JSON.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Body {
    pub(crate) schema: Schema,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) required: bool,
}

/// A declared answer.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) media: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<Schema>,
    /// The file shows no body, yet appliances send one, or may: both are accepted.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) optional: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Tells an absent default from a default of null.
mod literal {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::Value;

    #[expect(clippy::ref_option, reason = "the signature that serde asks for")]
    pub(super) fn serialize<S: Serializer>(value: &Option<Value>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
        Value::deserialize(deserializer).map(Some)
    }
}
