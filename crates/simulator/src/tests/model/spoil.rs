//! Appliances with one rule wrong, to show that the model notices.

use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::request::{Request, Who};
use crate::tests::client::Reply;

/// Sends a request in place of the model's, and spoils it or its answer.
pub(super) type Spoil = fn(&dyn Fn(&Request) -> Reply, &Request) -> Reply;

/// What is wrong, by the rule that is broken.
pub(super) const SPOILS: &[(&str, Spoil)] = &[
    ("lists have no links", |send, request| {
        let mut reply = send(request);
        reply.headers.remove("link");
        reply
    }),
    ("the total is one too high", |send, request| {
        let mut reply = send(request);
        if let Ok(total) = reply.header("x-bt-pagination-total").parse::<u64>() {
            reply.headers.insert("x-bt-pagination-total", HeaderValue::from(total + 1));
        }
        reply
    }),
    ("lists lose their last row", |send, request| {
        changed(send(request), |json| json.as_array_mut().and_then(Vec::pop).is_some())
    }),
    ("lists run backwards", |send, request| {
        changed(send(request), |json| json.as_array_mut().map(|rows| rows.reverse()).is_some())
    }),
    ("filters are ignored", |send, request| {
        let mut request = request.clone();
        request.query.retain(|(name, _)| name.ends_with("page") || name == "include_personal");
        send(&request)
    }),
    ("the page size is ignored", |send, request| {
        let mut request = request.clone();
        request.query.retain(|(name, _)| name != "per_page");
        send(&request)
    }),
    ("creations answer 200", |send, request| status(send(request), 201, 200)),
    ("invalid requests answer 400", |send, request| status(send(request), 422, 400)),
    ("what is not there is shown empty", |send, request| status(send(request), 404, 200)),
    ("a missing permission answers 401", |send, request| status(send(request), 403, 401)),
    ("another field is blamed", |send, request| {
        changed(send(request), |json| match json.get_mut("errors").and_then(Value::as_object_mut) {
            Some(errors) if !errors.is_empty() => {
                *errors = json!({ "other": ["It is wrong."] }).as_object().unwrap().clone();
                true
            }
            _ => false,
        })
    }),
    ("405 does not tell the methods", |send, request| {
        let mut reply = send(request);
        reply.headers.remove("allow");
        reply
    }),
    ("deletions do nothing", |send, request| {
        let shown = send(&Request { method: "GET", body: None, ..request.clone() });
        if request.method == "DELETE" && shown.status == 200 { answer(204) } else { send(request) }
    }),
    ("changes do nothing", |send, request| {
        let reply = send(&Request { method: "GET", body: None, ..request.clone() });
        if request.method == "PATCH" && reply.status == 200 { reply } else { send(request) }
    }),
    ("defaults are the other way round", |send, request| {
        let reply = send(request);
        if request.method != "POST" || reply.status != 201 {
            return reply;
        }
        changed(reply, |json| match json.get_mut("enabled") {
            Some(Value::Bool(enabled)) => {
                *enabled = !*enabled;
                true
            }
            _ => false,
        })
    }),
    ("all ids are 1", |send, request| {
        let reply = send(request);
        if request.method == "POST" { changed(reply, |json| replace(json, "id", json!(1))) } else { reply }
    }),
    ("copies have another id", |send, request| {
        changed(send(request), |json| replace(json, "destId", json!(1)))
    }),
    ("write-only members are shown", |send, request| {
        changed(send(request), |json| match json.as_object_mut() {
            Some(row) if row.contains_key("username") && !request.path.ends_with("check-out") => {
                row.insert("password".to_owned(), json!("letmein"));
                true
            }
            _ => false,
        })
    }),
    ("unknown fields are tolerated", |send, request| {
        let mut request = request.clone();
        if let Some(body) = request.body.as_mut().and_then(Value::as_object_mut) {
            body.remove("colour");
        }
        send(&request)
    }),
    ("the permission for the vault is not needed", |send, request| {
        let who = if request.who == Who::NoVault { Who::First } else { request.who };
        send(&Request { who, ..request.clone() })
    }),
    ("everybody may check out what somebody holds", |send, request| {
        let reply = send(request);
        let refused = request.path.ends_with("/check-out") && reply.status == 422;
        if refused { send(&Request { who: Who::First, ..request.clone() }) } else { reply }
    }),
    ("what nobody holds is checked in", |send, request| {
        let reply = send(request);
        if request.path.ends_with("/check-in") { status(reply, 422, 200) } else { reply }
    }),
    ("secrets are cut", |send, request| {
        let reply = send(request);
        if !request.path.ends_with("/check-out") {
            return reply;
        }
        changed(reply, |json| {
            ["password", "private_key", "token"].iter().any(|name| replace(json, name, json!("cut")))
        })
    }),
    ("the time of a check-out is not kept", |send, request| {
        changed(send(request), |json| replace(json, "last_checkout_timestamp", Value::Null))
    }),
    ("rotations do not happen", |send, request| {
        if !request.path.ends_with("/rotate") {
            return send(request);
        }
        let account = request.path.trim_end_matches("/rotate");
        let shown = send(&Request { method: "GET", path: account.to_owned(), body: None, ..request.clone() });
        let managed = ["windows_local", "windows_domain"].iter().any(|kind| shown.json["type"] == *kind);
        if managed { Reply { json: json!({}), ..answer(200) } } else { send(request) }
    }),
    ("an account of a deleted group goes to another one", |send, request| {
        let reply = send(request);
        if request.method == "DELETE" && request.path.starts_with("/vault/account-group/") {
            let body = json!({ "account_group_id": 3 });
            send(&Request::new("PATCH", "/vault/account/1").body(body));
        }
        reply
    }),
    ("patterns keep their case", |send, request| {
        changed(send(request), |json| {
            let names = json.pointer_mut("/criteria/name").and_then(Value::as_array_mut);
            names.is_some_and(|names| {
                names.iter_mut().any(|name| {
                    let web = *name == "web-*";
                    if web {
                        *name = json!("Web-*");
                    }
                    web
                })
            })
        })
    }),
    ("installers live for a day, whatever was asked for", |send, request| {
        let mut request = request.clone();
        if let Some(body) = request.body.as_mut().and_then(Value::as_object_mut) {
            body.remove("valid_duration");
        }
        send(&request)
    }),
];

fn answer(status: u16) -> Reply {
    Reply {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        bytes: bytes::Bytes::new(),
        json: Value::Null,
    }
}

fn status(mut reply: Reply, from: u16, to: u16) -> Reply {
    if reply.status.as_u16() == from {
        reply.status = StatusCode::from_u16(to).unwrap();
    }
    reply
}

/// Changes the body of an answer.
fn changed(mut reply: Reply, change: impl FnOnce(&mut Value) -> bool) -> Reply {
    if change(&mut reply.json) {
        reply.bytes = reply.json.to_string().into();
    }
    reply
}

fn replace(json: &mut Value, name: &str, value: Value) -> bool {
    match json.get_mut(name) {
        Some(member) => {
            *member = value;
            true
        }
        None => false,
    }
}
