//! The document at `/openapi.yaml`, written from the catalog: facts without prose.

use std::collections::BTreeMap;

use bt_sra_catalog::{Body, Catalog, Field, Literal, Object, Operation, Param, Schema, Text, TextFormat};
use bt_sra_core::Product;
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Payload, Refusal};
use crate::call::Call;
use crate::world::{BASE, Site};

/// Serves the document.
pub(crate) fn serve(site: &mut Site, _call: &Call<'_>) -> Result<Answer, Refusal> {
    let (product, catalog) = (site.product, site.catalog);
    let bytes = site.openapi.get_or_insert_with(|| Bytes::from(document(product, catalog))).clone();
    Ok(Answer::new(StatusCode::OK, Payload::File { media: "application/yaml", bytes }))
}

/// Writes the document.
pub(crate) fn document(product: Product, catalog: &Catalog) -> String {
    let title = match product {
        Product::Pra => "Privileged Remote Access Configuration API (simulated)",
        Product::Rs => "Remote Support Configuration API (simulated)",
    };
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in catalog.operations {
        let methods = paths.entry(operation.path).or_default();
        methods.insert(operation.method.as_str().to_lowercase(), describe(operation));
    }
    let schemas: Map<String, Value> =
        catalog.objects.iter().map(|object| (object.name.to_owned(), whole(object))).collect();
    yaml(&json!({
        "openapi": "3.0.0",
        "info": { "title": title, "version": catalog.version },
        "servers": [{ "url": format!("https://access.example.com{BASE}") }],
        "paths": paths,
        "components": { "schemas": schemas },
    }))
}

/// Writes a document as YAML.
pub(crate) fn yaml(document: &Value) -> String {
    let mut text = String::new();
    write(document, 0, &mut text);
    text
}

fn describe(operation: &Operation) -> Value {
    let mut members = Map::new();
    members.insert("operationId".to_owned(), json!(operation.id));
    let parameters: Vec<Value> = operation
        .path_params
        .iter()
        .map(|param| parameter(param, "path"))
        .chain(operation.query.iter().map(|param| parameter(param, "query")))
        .collect();
    if !parameters.is_empty() {
        members.insert("parameters".to_owned(), Value::Array(parameters));
    }
    if let Some(Body { schema: body, required }) = &operation.body {
        let content = json!({ "application/json": { "schema": schema(body) } });
        members.insert("requestBody".to_owned(), json!({ "required": required, "content": content }));
    }
    let responses: Map<String, Value> = operation
        .answers
        .iter()
        .map(|answer| {
            let mut response = Map::new();
            response.insert("description".to_owned(), json!(answer.status.to_string()));
            // Appliances send more than their document says: the catalog marks where.
            if let (Some(media), Some(body), false) = (answer.media, &answer.schema, answer.optional) {
                response.insert("content".to_owned(), json!({ media: { "schema": schema(body) } }));
            }
            (answer.status.to_string(), Value::Object(response))
        })
        .collect();
    members.insert("responses".to_owned(), Value::Object(responses));
    Value::Object(members)
}

fn parameter(param: &Param, place: &str) -> Value {
    json!({
        "name": param.name,
        "in": place,
        "required": place == "path",
        "schema": schema(&param.schema),
    })
}

fn whole(object: &Object) -> Value {
    let properties: Map<String, Value> =
        object.fields.iter().map(|field| (field.name.to_owned(), property(field))).collect();
    let required: Vec<&str> =
        object.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut members = Map::new();
    members.insert("type".to_owned(), json!("object"));
    if !required.is_empty() {
        members.insert("required".to_owned(), json!(required));
    }
    members.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(members)
}

fn property(field: &Field) -> Value {
    let mut value = schema(&field.schema);
    let Value::Object(members) = &mut value else {
        return value;
    };
    // Nothing may stand beside a reference.
    if members.contains_key("$ref") {
        return value;
    }
    for (name, set) in
        [("nullable", field.nullable), ("readOnly", field.read_only), ("writeOnly", field.write_only)]
    {
        if set {
            members.insert(name.to_owned(), json!(true));
        }
    }
    let default = field.default.map(|default| match default {
        Literal::Null => Value::Null,
        Literal::Boolean(value) => json!(value),
        Literal::Integer(value) => json!(value),
        Literal::Text(value) => json!(value),
        Literal::Texts(values) => json!(values),
    });
    members.extend(default.map(|default| ("default".to_owned(), default)));
    value
}

fn schema(schema_: &Schema) -> Value {
    match schema_ {
        Schema::Text(limits) => text(limits),
        Schema::Integer(limits) => {
            let mut members = Map::new();
            // Here too the document has its quirks: texts whose values are numbers.
            let kind = if limits.or_text { "string" } else { "integer" };
            members.insert("type".to_owned(), json!(kind));
            members.extend(limits.min.map(|least| ("minimum".to_owned(), json!(least))));
            members.extend(limits.max.map(|most| ("maximum".to_owned(), json!(most))));
            if !limits.values.is_empty() {
                members.insert("enum".to_owned(), json!(limits.values));
            }
            Value::Object(members)
        }
        Schema::Number => json!({ "type": "number" }),
        Schema::Boolean => json!({ "type": "boolean" }),
        Schema::Binary => json!({ "type": "string", "format": "binary" }),
        // And lists that are declared as one of their members.
        Schema::List(limits) if limits.or_single => schema(limits.items),
        Schema::List(limits) => {
            let mut members = Map::new();
            members.insert("type".to_owned(), json!("array"));
            members.insert("items".to_owned(), schema(limits.items));
            members.extend(limits.min_items.map(|least| ("minItems".to_owned(), json!(least))));
            members.extend(limits.max_items.map(|most| ("maxItems".to_owned(), json!(most))));
            Value::Object(members)
        }
        Schema::Map(values) => json!({ "type": "object", "additionalProperties": schema(values) }),
        Schema::Object(object) => json!({ "$ref": format!("#/components/schemas/{}", object.name) }),
        Schema::OneOf(members) => json!({ "oneOf": members.iter().map(schema).collect::<Vec<_>>() }),
        Schema::Any => json!({ "type": "object" }),
    }
}

fn text(limits: &Text) -> Value {
    let mut members = Map::new();
    members.insert("type".to_owned(), json!("string"));
    let format = match limits.format {
        TextFormat::Plain => None,
        TextFormat::DateTime => Some("date-time"),
        TextFormat::Password => Some("password"),
    };
    members.extend(format.map(|format| ("format".to_owned(), json!(format))));
    members.extend(limits.min_length.map(|least| ("minLength".to_owned(), json!(least))));
    members.extend(limits.max_length.map(|most| ("maxLength".to_owned(), json!(most))));
    members.extend(limits.pattern.map(|pattern| ("pattern".to_owned(), json!(pattern))));
    if !limits.values.is_empty() {
        members.insert("enum".to_owned(), json!(limits.values));
    }
    Value::Object(members)
}

/// Writes block-style YAML. Scalars are written as JSON does, which YAML reads the same way.
fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                line(depth, &format!("{}:", Value::String(name.clone())), out);
                below(value, depth, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                line(depth, "-", out);
                below(item, depth, out);
            }
        }
        scalar => line(depth, &scalar.to_string(), out),
    }
}

fn below(value: &Value, depth: usize, out: &mut String) {
    let nested = match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    if nested {
        out.push('\n');
        write(value, depth + 1, out);
    } else {
        out.push_str(&format!(" {value}\n"));
    }
}

fn line(depth: usize, text: &str, out: &mut String) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
}
