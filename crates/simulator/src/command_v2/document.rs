//! The document at `/openapi.yaml`, written from the table of operations: facts without prose.

use std::collections::BTreeMap;

use bt_sra_core::Product;
use bytes::Bytes;
use http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::operations::KINDS;
use super::{Answers, BASE, Operation, Request, operations};
use crate::answer::{Answer, Payload, Refusal};
use crate::openapi;
use crate::unconfirmed;
use crate::world::Site;

/// Serves the document.
pub(super) fn serve(site: &mut Site, _: &Request<'_>) -> Result<Answer, Refusal> {
    let bytes = Bytes::from(document(site.product));
    Ok(Answer::new(StatusCode::OK, Payload::File { media: "application/yaml", bytes }))
}

fn document(product: Product) -> String {
    let title = match product {
        Product::Pra => "Privileged Remote Access Command API (simulated)",
        Product::Rs => "Remote Support Command API (simulated)",
    };
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in operations(product) {
        let methods = paths.entry(operation.path).or_default();
        methods.insert(operation.method.as_str().to_lowercase(), describe(operation));
    }
    openapi::yaml(&json!({
        "openapi": "3.0.0",
        "info": { "title": title, "version": unconfirmed::COMMAND_API_VERSION },
        "servers": [{ "url": format!("https://access.example.com{BASE}") }],
        "paths": paths,
        "components": { "schemas": schemas() },
    }))
}

fn describe(operation: &Operation) -> Value {
    let mut members = Map::new();
    members.insert("operationId".to_owned(), json!(operation.id));
    let mut parameters = Vec::new();
    if let Some((_, rest)) = operation.path.split_once('{') {
        let name = rest.split_once('}').map_or(rest, |(name, _)| name);
        let schema = if name == "id" { "ObjectId" } else { "Lsid" };
        parameters.push(json!({
            "name": name, "in": "path", "required": true, "schema": reference(schema),
        }));
    }
    if operation.typed {
        parameters.push(json!({
            "name": "type", "in": "query", "required": false,
            "schema": { "type": "string", "enum": KINDS },
        }));
    }
    if !parameters.is_empty() {
        members.insert("parameters".to_owned(), Value::Array(parameters));
    }
    if let Some(body) = operation.body {
        let content = json!({ "application/json": { "schema": reference(body) } });
        members.insert("requestBody".to_owned(), json!({ "required": true, "content": content }));
    }
    let mut responses = Map::new();
    let (status, content) = match operation.answers {
        Answers::Nothing => ("204", None),
        Answers::One(name) => ("200", Some(json!({ "application/json": { "schema": reference(name) } }))),
        Answers::Many(name) => {
            let schema = json!({ "type": "array", "items": reference(name) });
            ("200", Some(json!({ "application/json": { "schema": schema } })))
        }
        Answers::Document => ("200", Some(json!({ "application/yaml": { "schema": { "type": "object" } } }))),
    };
    responses.insert(status.to_owned(), response(status, content));
    // Documented of all: 400 for parameters and fields that nobody knows.
    for error in [400].iter().chain(operation.errors) {
        let schema = match (error, operation.method == Method::GET) {
            (422, _) => "Invalid",
            (500, true) => "Unhealthy",
            _ => "Message",
        };
        let content = json!({ "application/json": { "schema": reference(schema) } });
        responses.insert(error.to_string(), response(&error.to_string(), Some(content)));
    }
    members.insert("responses".to_owned(), Value::Object(responses));
    Value::Object(members)
}

fn response(status: &str, content: Option<Value>) -> Value {
    let mut members = Map::new();
    members.insert("description".to_owned(), json!(status));
    members.extend(content.map(|content| ("content".to_owned(), content)));
    Value::Object(members)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn choice(values: &[&str]) -> Value {
    json!({ "type": "string", "enum": values })
}

fn moment() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn integer() -> Value {
    json!({ "type": "integer" })
}

/// An object whose members are all required.
fn object(properties: Value) -> Value {
    let required: Vec<&String> = properties.as_object().into_iter().flat_map(Map::keys).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn health() -> Value {
    json!({
        "version": text(),
        "build": text(),
        "appliance_hostname": text(),
        "appliance_id": reference("Guid"),
        "cluster_role": choice(&["single", "primary", "traffic"]),
        "failover_role": choice(&["none", "primary", "backup"]),
        "enabled_shared_ips": { "type": "array", "nullable": true, "items": text() },
        "last_data_sync": { "type": "string", "format": "date-time", "nullable": true },
        "last_data_sync_status": { "type": "string", "nullable": true },
    })
}

/// What all clients have, and what the others have beyond.
fn client(kind: &str, more: Value, optional: Value) -> Value {
    let mut properties = crate::store::record(json!({
        "id": reference("ObjectId"),
        "type": choice(&[kind]),
        "hostname": text(),
        "platform": text(),
        "timezone_offset": text(),
    }));
    properties.extend(crate::store::record(more));
    let mut whole = object(Value::Object(properties));
    if let (Some(properties), Value::Object(optional)) =
        (whole.get_mut("properties").and_then(Value::as_object_mut), optional)
    {
        properties.extend(optional);
    }
    whole
}

fn schemas() -> Value {
    let guid = json!({ "type": "string", "pattern": "^[0-9a-fA-F]{32}$" });
    let mut unhealthy = crate::store::record(health());
    unhealthy.insert("message".to_owned(), text());
    let info = json!({
        "permissions": { "type": "object" },
        "current_time": moment(),
        "command_api_version": text(),
        "config_api_version": text(),
        "reporting_api_version": text(),
        "backup_api_version": text(),
        "product": choice(&["rs", "pra"]),
    });
    let console = json!({
        "user_id": reference("ObjectId"),
        "user_type": choice(&["normal", "invited"]),
        "username": text(),
        "display_name": text(),
        "session_count": integer(),
        "session_lsids": { "type": "array", "items": reference("Lsid") },
    });
    let connection = object(json!({
        "appliance_id": reference("Guid"),
        "purpose": choice(&["primary", "traffic"]),
        "receive_traffic_node": { "type": "boolean" },
        "connected_since": moment(),
        "private_ip": text(),
    }));
    let event = object(json!({ "time": moment(), "message": text() }));
    let errors = json!({ "type": "object", "additionalProperties": { "type": "array", "items": text() } });
    json!({
        "ObjectId": { "type": "integer", "minimum": 1, "maximum": i32::MAX },
        "Guid": guid,
        "Lsid": guid,
        "Message": object(json!({ "message": text() })),
        "Invalid": object(json!({ "message": text(), "errors": errors })),
        "Info": object(info),
        "Health": object(health()),
        "Unhealthy": object(Value::Object(unhealthy)),
        "Appliance": object(json!({
            "id": reference("Guid"),
            "name": text(),
            "public_hostname": text(),
            "cluster_role": choice(&["single", "primary", "traffic"]),
            "failover_role": choice(&["none", "primary", "backup"]),
            "accepting_connections": { "type": "boolean" },
            "timezone_offset": integer(),
        })),
        "ClientCount": object(json!({
            "id": reference("Guid"),
            "access_consoles": integer(),
            "asset_clients": integer(),
            "gateways": integer(),
        })),
        "Client": { "oneOf": [reference("AccessConsole"), reference("AssetClient"), reference("Gateway")] },
        "AccessConsole": client("access_console", console, json!({})),
        "AssetClient": client(
            "asset_client",
            json!({ "lsid": reference("Lsid") }),
            json!({ "non_interactive": choice(&["shell", "rdp"]) }),
        ),
        "Gateway": client("gateway", json!({}), json!({})),
        "ClientConnections": object(json!({
            "id": reference("ObjectId"),
            "connections": { "type": "array", "items": connection },
            "events": { "type": "array", "maxItems": unconfirmed::CLIENT_EVENTS_KEPT, "items": event },
        })),
        "Attribute": object(json!({ "code_name": text(), "display_name": text(), "value": text() })),
        "Attributes": {
            "type": "object",
            "maxProperties": unconfirmed::MOST_ATTRIBUTES_AT_ONCE,
            "additionalProperties": { "type": "string", "maxLength": unconfirmed::LONGEST_ATTRIBUTE },
        },
        "LoggedInUser": object(json!({
            "id": reference("ObjectId"),
            "type": choice(&["normal", "invited"]),
            "display_name": { "type": "string", "minLength": 1, "maxLength": 64 },
            "logged_in_since": moment(),
            "session_count": integer(),
        })),
        "FailoverRole": {
            "type": "object",
            "required": ["role"],
            "additionalProperties": false,
            "properties": {
                "role": choice(&["primary", "backup"]),
                "data_sync_first": { "type": "boolean", "default": false },
                "force": { "type": "boolean", "default": false },
            },
        },
    })
}
