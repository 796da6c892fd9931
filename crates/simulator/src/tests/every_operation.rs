//! Each operation of both catalogs, called once with sensible input, gives a declared answer
//! that fits its schema.

use bt_sra_catalog::{Catalog, Method, Operation, Schema};
use http::StatusCode;
use serde_json::{Value, json};

use super::client::Client;
use super::sample;
use crate::call::answer_schema;
use crate::route;

#[test]
fn every_operation_of_pra_answers_as_declared() {
    all(&bt_sra_catalog::PRA, Client::pra);
}

#[test]
fn every_operation_of_rs_answers_as_declared() {
    all(&bt_sra_catalog::RS, Client::rs);
}

#[test]
fn every_create_takes_every_field_it_declares() {
    for (catalog, client) in
        [(&bt_sra_catalog::PRA, Client::pra as fn() -> Client), (&bt_sra_catalog::RS, Client::rs)]
    {
        let mut wrong = Vec::new();
        for operation in catalog.operations {
            // Its fields exclude each other.
            if operation.path == "/jump-item/protocol-tunnel-jump" || operation.path.ends_with("/copy") {
                continue;
            }
            let created = operation.answers.iter().any(|answer| answer.status == 201);
            let client = client();
            if let (Method::Post, true, Some(mut body)) = (operation.method, created, body(operation, true)) {
                fit(&client, &mut body);
                judge(operation, &client, Some(body), &mut wrong);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Makes true what a body says about things that it names in words.
fn fit(client: &Client, body: &mut Value) {
    if body.get("jumpoint_proxy").is_some() {
        body["jumpoint_proxy"] = json!("Core cluster");
    }
    if body.get("support_button_direct_queue").is_some() {
        client.post("/team", json!({ "name": "sample" })).expect(201);
    }
    if body.get("public_portal_ids").is_some() {
        body["public_portal_ids"] = json!(["all"]);
    }
}

#[test]
fn everything_in_the_sample_site_fits_its_schema() {
    for client in [Client::pra(), Client::rs()] {
        let catalog = client.appliance.site().catalog;
        let mut wrong = Vec::new();
        let mut count = 0;
        for operation in catalog.operations.iter().filter(|operation| operation.path.ends_with("id}")) {
            let Some(Schema::Object(_) | Schema::OneOf(_)) = answer_schema(operation) else {
                continue;
            };
            let table = operation.path.rsplit_once('/').unwrap().0;
            let rows: Vec<(i64, i64)> =
                client.appliance.site().store.scan_all(table).map(|(parent, id, _)| (parent, id)).collect();
            // Those are shown to users that can approve them, and with two schemas at once.
            if operation.method != Method::Get
                || table.ends_with("/view")
                || table == "/group-policy/{id}/vault-account-group"
            {
                continue;
            }
            for (parent, id) in rows {
                let path = format!("{}/{id}", table.replace("{id}", &parent.to_string()));
                let reply = client.get(&path).expect(200);
                sample::faults(&path, answer_schema(operation).unwrap(), &reply.json, &mut wrong);
                count += 1;
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(count > 450, "{count}");
    }
}

fn all(catalog: &'static Catalog, client: fn() -> Client) {
    let mut wrong = Vec::new();
    let reader = client();
    for operation in catalog.operations {
        if operation.method == Method::Get {
            judge(operation, &reader, None, &mut wrong);
            continue;
        }
        // What changes the site has one of its own.
        let client = client();
        prepare(operation, &client);
        judge(operation, &client, body(operation, false), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), catalog.operations.len(), wrong.join("\n"));
}

fn judge(operation: &'static Operation, client: &Client, body: Option<Value>, wrong: &mut Vec<String>) {
    let path = path(operation, client);
    let name = format!("{} {path}", operation.method.as_str());
    let reply = client.call(operation.method.as_str(), &path, body);
    // The archive needs an executable; it has a test of its own.
    if operation.path == "/cli/{platform}" && reply.status == StatusCode::NOT_FOUND {
        return;
    }
    let Some(answer) = operation
        .answers
        .iter()
        .find(|answer| answer.status == reply.status.as_u16())
        .filter(|_| reply.status.is_success())
    else {
        wrong.push(format!("{name}: {} {}", reply.status, String::from_utf8_lossy(&reply.bytes)));
        return;
    };
    if let Some(media) = answer.media
        && !(answer.optional && reply.bytes.is_empty())
        && reply.header("content-type") != media
    {
        wrong.push(format!("{name}: {} instead of {media}", reply.header("content-type")));
    }
    let paged = reply.headers.contains_key("x-bt-pagination-total");
    if paged != operation.paged {
        wrong.push(format!("{name}: paging headers {paged}"));
    }
    match &answer.schema {
        Some(_) if answer.optional && reply.bytes.is_empty() => {}
        Some(Schema::Binary | Schema::Any) if reply.bytes.is_empty() => {
            wrong.push(format!("{name}: nothing"))
        }
        Some(schema) => {
            let before = wrong.len();
            sample::faults(&name, schema, &reply.json, wrong);
            // The document names the wrong schema there; the answer has the fields of both.
            if operation.path.ends_with("/vault-account-group/{account_group_id}") {
                let both = ["account_group_id", "group_policy_id"]
                    .map(|field| format!("{name}/{field}: not in the schema"));
                let kept: Vec<String> = wrong.drain(before..).filter(|fault| !both.contains(fault)).collect();
                wrong.extend(kept);
            }
        }
        None => {}
    }
    if let Value::Array(items) = &reply.json
        && items.is_empty()
    {
        wrong.push(format!("{name}: the sample site has none"));
    }
}

/// Fills in the ids of things that are there.
fn path(operation: &'static Operation, client: &Client) -> String {
    let ids: &[&str] = match (operation.method, operation.path) {
        (Method::Patch | Method::Delete, "/user/{id}") | (Method::Get, "/user/{id}/group-policies") => &["2"],
        (Method::Delete, "/jump-policy/{id}") => &["4"],
        (Method::Delete, "/vault/account-group/{id}" | "/vault/account-policy/{id}") => &["2"],
        (Method::Patch, "/security-provider/{id}") => &["3"],
        (Method::Get, "/jump-approval/{user_id}") => &["1"],
        (Method::Get, "/jump-approval/{user_id}/view/{id}") => &["1", "1"],
        (Method::Post, "/vault/account/{id}/rotate") => &["11"],
        (Method::Post, "/vault/account/{id}/jump-item-association") => &["2"],
        (Method::Get, "/vault/endpoint/{id}/remote-rdp-jump-item-candidates") => &["2"],
        (_, "/vault/account-group/{id}/account/{account_id}") => &["1", "1"],
        (_, "/cli/{platform}") => &["linux"],
        (_, path) if path.starts_with("/vault/account-group/{id}/jump-item-association") => &["2"],
        _ => &[],
    };
    let mut path = operation.path.to_owned();
    let mut given = ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    if operation.path == "/jump-client/installer/{installer_id}/{platform}" {
        let stored = client.appliance.control().stored("/jump-client/installer", 1).unwrap();
        given = vec![stored["installer_id"].as_str().unwrap().to_owned(), "linux-64".to_owned()];
    }
    if given.is_empty() {
        let site = client.appliance.site();
        let deepest = route::steps(operation.path).pop();
        if let Some((parent, id, _)) = deepest.and_then(|deepest| site.store.scan_all(deepest).next()) {
            given = if parent == 0 { vec![id.to_string()] } else { vec![parent.to_string(), id.to_string()] };
        }
    }
    for value in given {
        let (start, rest) = path.split_once('{').unwrap();
        let (_, end) = rest.split_once('}').unwrap();
        path = format!("{start}{value}{end}");
    }
    assert!(!path.contains('{'), "{path}: nothing there");
    path
}

fn prepare(operation: &'static Operation, client: &Client) {
    match (operation.method, operation.path) {
        (Method::Post, "/vault/account/{id}/check-in" | "/vault/account/{id}/force-check-in") => {
            client.post("/vault/account/1/check-out", json!({})).expect(200);
        }
        (Method::Delete, path) if path.ends_with("/jump-item-association/jump-item") => {
            for owner in ["account/1", "account-group/2"] {
                let item = json!({ "id": 1, "type": "shell_jump" });
                client.post(&format!("/vault/{owner}/jump-item-association/jump-item"), item).expect(200);
            }
        }
        _ => {}
    }
}

/// Makes a body: what the schema demands, and what the operation needs beyond that.
fn body(operation: &'static Operation, all: bool) -> Option<Value> {
    let schema = &operation.body.as_ref()?.schema;
    let object = match schema {
        Schema::Object(object) => *object,
        Schema::OneOf(members) => match members.first()? {
            Schema::Object(object) => *object,
            _ => return None,
        },
        _ => return None,
    };
    // A change is one of a single field.
    let mut body = match operation.method {
        Method::Patch => change(object.name),
        _ => sample::object(object, all),
    };
    let extra = match (operation.method, operation.path) {
        (Method::Post, "/user") => json!({ "username": "sample" }),
        (Method::Post, "/jump-item/protocol-tunnel-jump") => {
            json!({ "tunnel_type": "tcp", "tunnel_definitions": "0;22" })
        }
        (
            Method::Post,
            "/jump-group/{id}/user"
            | "/team/{id}/user"
            | "/jumpoint/{id}/user"
            | "/vault/account/{id}/user"
            | "/vault/account-group/{id}/user",
        ) => {
            json!({ "user_id": 24 })
        }
        (Method::Post, "/group-policy/{id}/jumpoint") => json!({ "jumpoint_id": 3 }),
        (Method::Post, "/group-policy/{id}/jump-group") => json!({ "jump_group_id": 3 }),
        (Method::Post, "/group-policy/{id}/team") => json!({ "team_id": 3 }),
        (Method::Post, "/group-policy/{id}/vault-account") => json!({ "account_id": 7 }),
        (Method::Post, "/group-policy/{id}/vault-account-group") => json!({ "account_group_id": 3 }),
        (Method::Post, "/group-policy/{id}/member") => {
            return Some(json!({ "security_provider_id": 1, "user_id": 24 }));
        }
        (Method::Post, "/jump-approval/approve") => json!({ "id": 1, "user_id": 1 }),
        (Method::Post, "/jump-approval/request") => json!({ "jump_item_type": "shell_jump" }),
        (_, path) if path.ends_with("/jump-item-association/jump-item") => {
            json!({ "id": 1, "type": "shell_jump" })
        }
        (Method::Post, path) if path.ends_with("/jump-item-association/shared-jump-group") => {
            json!({ "shared_jump_group_id": 4 })
        }
        (Method::Delete, "/vault/account/{id}/jump-item-association/shared-jump-group") => {
            json!({ "shared_jump_group_id": 1 })
        }
        (Method::Delete, "/vault/account-group/{id}/jump-item-association/shared-jump-group") => {
            json!({ "shared_jump_group_id": 2 })
        }
        (Method::Post, "/vault/account-group/{id}/account") => json!({ "account_id": 2 }),
        (Method::Post, "/vault/endpoint/{id}/remote-rdp-jump-item-association") => json!({ "id": 2 }),
        (Method::Patch, "/user/{id}/group-policy-changes") => json!({ "added": [3] }),
        _ => json!({}),
    };
    body.as_object_mut()?.extend(extra.as_object()?.clone());
    Some(body)
}

fn change(object: &str) -> Value {
    match object {
        "JumpGroupUser" => json!({ "jump_item_role_id": 2 }),
        "TeamUser" => json!({ "role": "manager" }),
        "VaultAccountUser" | "VaultAccountGroupUser" => json!({ "role": "inject" }),
        "AccountJumpItemAssociation" => json!({ "filter_type": "no_jump_items" }),
        "User" | "VendorUser" => json!({ "public_display_name": "Changed" }),
        "JumpPolicy" => json!({ "display_name": "Changed" }),
        "SAMLSecurityProvider" => json!({ "available_groups": ["operators"] }),
        "UserGroupPolicyChanges" => json!({}),
        _ => json!({ "name": "Changed" }),
    }
}
