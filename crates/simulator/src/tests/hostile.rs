//! Requests of any kind, one after the other: nothing panics, nothing is answered with a server
//! error, and the site stays one that can be listed, saved and loaded. For the tests, and for the
//! fuzz target, which includes this file.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use arbitrary::{Result, Unstructured};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bt_sra_catalog::{Catalog, Method, Operation, Schema};
use bt_sra_core::{ManualClock, Product};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Map, Value, json};

use crate::{Appliance, Builder};

/// How many things happen at most.
const STEPS: usize = 24;

/// What stands where something sensible is expected.
const ODD: [&str; 24] = [
    "",
    "0",
    "-1",
    "1.5",
    "9223372036854775807",
    "18446744073709551616",
    "null",
    "true",
    "[]",
    "{}",
    "a",
    " ",
    "%",
    "%00",
    "..",
    "é",
    "\u{0}",
    "\u{202e}",
    "2026-02-30T25:61:61Z",
    "*",
    "team:x",
    "a,b",
    "1,2,,",
    "'\"<&>",
];

/// Does what the bytes stand for.
pub(crate) fn survives(bytes: &[u8]) {
    let mut input = Unstructured::new(bytes);
    let product = if input.arbitrary().unwrap_or(false) { Product::Rs } else { Product::Pra };
    let appliance = new(product);
    appliance.control().strict(input.arbitrary().unwrap_or(false));
    let mut token = token(&appliance);
    for _ in 0..STEPS {
        if input.is_empty() {
            break;
        }
        // Bytes that are too few for a step end the story.
        let _ = step(&mut input, &appliance, catalog(product), &mut token);
    }
    consistent(&appliance, product);
}

fn new(product: Product) -> Appliance {
    Builder::new(product).seed(7).items(8).clock(ManualClock::new()).limits(false).capture(false).build()
}

fn catalog(product: Product) -> &'static Catalog {
    match product {
        Product::Pra => &bt_sra_catalog::PRA,
        Product::Rs => &bt_sra_catalog::RS,
    }
}

fn step(
    input: &mut Unstructured<'_>,
    appliance: &Appliance,
    catalog: &Catalog,
    held: &mut Option<String>,
) -> Result<()> {
    match input.int_in_range(0..=17_u8)? {
        16..=17 => {
            if let Some(request) = command(input, held.as_deref().unwrap_or_default())? {
                let shown = format!("{request:?}");
                let path = request.uri().path().to_owned();
                let (status, body) = send(appliance, request);
                // Documented: an appliance that is not healthy, or whose peer is lost, says so.
                let told = path.ends_with("health") || path.ends_with("/failover-role");
                assert!(status.as_u16() < 500 || told, "{status}: {shown}");
                let document = String::from_utf8(body.to_vec()).expect("answers are text");
                assert!(path != "/api/command" || !document.contains('\0'), "{shown}: {document}");
            }
        }
        15 => {
            let seconds = *input.choose(&[1, 59, 3600, 86_400, 40_000_000])?;
            appliance.control().advance(Duration::from_secs(seconds));
            *held = token(appliance);
        }
        14 => {
            let orders = appliance.control().triggers();
            let orders = orders.as_array().map(Vec::as_slice).unwrap_or_default();
            let known = input.choose(orders)?;
            let mut order = Map::from_iter([("trigger".to_owned(), known["trigger"].clone())]);
            for member in known["members"].as_array().into_iter().flatten() {
                if member["required"] == true || input.ratio(1, 2)? {
                    let likely = match member["type"].as_str() {
                        Some("text") => json!(input.choose(&ODD)?),
                        Some("boolean") => json!(input.ratio(1, 2)?),
                        _ => json!(input.int_in_range(0..=12_u8)?),
                    };
                    let given = if input.ratio(7, 8)? { likely } else { odd(input)? };
                    order.insert(member["name"].as_str().unwrap().to_owned(), given);
                }
            }
            // What makes no sense is refused in words.
            drop(appliance.control().trigger(&Value::Object(order)));
        }
        _ => {
            if let Some(request) = request(input, catalog, held.as_deref().unwrap_or_default())? {
                let shown = format!("{request:?}");
                let (status, body) = send(appliance, request);
                assert!(status.as_u16() < 500, "{status} {}: {shown}", String::from_utf8_lossy(&body));
            }
        }
    }
    Ok(())
}

/// Makes a request; none if it is none that HTTP could carry.
fn request(input: &mut Unstructured<'_>, catalog: &Catalog, token: &str) -> Result<Option<Request<Bytes>>> {
    let operation = input.choose(catalog.operations)?;
    let mut path = format!("/api/config/v1{}", operation.path);
    while let Some((before, rest)) = path.split_once('{') {
        let after = rest.split_once('}').map_or("", |(_, after)| after);
        let id = if input.ratio(7, 8)? {
            input.int_in_range(1..=12_u8)?.to_string()
        } else {
            escaped(input.choose(&ODD)?)
        };
        path = format!("{before}{id}{after}");
    }
    if input.ratio(1, 24)? {
        path = format!("/{}", String::from_utf8_lossy(input.bytes(input.len().min(12))?));
    }
    let mut mark = '?';
    let names =
        operation.query.iter().map(|param| param.name).chain(["per_page", "current_page", "name", "x"]);
    for name in names {
        if input.ratio(1, 40)? {
            path = format!("{path}{mark}{name}={}", escaped(input.choose(&ODD)?));
            mark = '&';
        }
    }
    let method = match input.int_in_range(0..=15_u8)? {
        15 => *input.choose(&["HEAD", "OPTIONS", "PUT", "TRACE", "CONNECT", "X"])?,
        14 => *input.choose(&["GET", "POST", "PATCH", "DELETE"])?,
        _ => operation.method.as_str(),
    };
    let mut request = Request::builder().method(method).uri(path);
    if input.ratio(15, 16)? {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if input.ratio(1, 8)? {
        let name =
            *input.choose(&["authorization", "content-type", "host", "content-length", "accept", "x-a"])?;
        if let Ok(value) = HeaderValue::from_bytes(input.bytes(input.len().min(8))?) {
            request = request.header(HeaderName::from_static(name), value);
        }
    }
    let body = body(input, operation)?;
    Ok(request.body(Bytes::from(body)).ok())
}

/// Makes a request to the Command APIs.
fn command(input: &mut Unstructured<'_>, token: &str) -> Result<Option<Request<Bytes>>> {
    const ACTIONS: [&str; 20] = [
        "get_api_info",
        "check_health",
        "set_failover_role",
        "get_appliances",
        "get_logged_in_reps",
        "set_rep_status",
        "logout_rep",
        "get_support_teams",
        "generate_session_key",
        "create_virtual_customer",
        "send_chat_message",
        "join_session",
        "leave_session",
        "transfer_session",
        "set_session_attributes",
        "get_session_attributes",
        "terminate_session",
        "get_connected_client_list",
        "get_connected_clients",
        "import_jump_shortcut",
    ];
    const NAMES: [&str; 26] = [
        "role",
        "data_sync_first",
        "force",
        "user_id",
        "status",
        "type",
        "queue_id",
        "ttl",
        "session.custom.external_key",
        "lsid",
        "rep_id",
        "customer",
        "body",
        "impersonate",
        "team_id",
        "id",
        "name",
        "group",
        "jumpoint",
        "remote_rdp_hostname",
        "local_jump_hostname",
        "protocol_tunnel_hostname",
        "url",
        "tag",
        "local_address",
        "tcp_tunnels",
    ];
    const LIKELY: [&str; 16] = [
        "1",
        "2",
        "3",
        "primary",
        "backup",
        "support",
        "general",
        "rep:2",
        "team:1",
        "busy",
        "web",
        "office",
        "rep_username:admin",
        "all",
        "auto->22",
        "customer",
    ];
    const PATHS: [(&str, &str); 9] = [
        ("GET", "/info"),
        ("GET", "/health"),
        ("GET", "/client?type=gateway"),
        ("GET", "/client/3/connections"),
        ("GET", "/appliance/client-count"),
        ("GET", "/user"),
        ("POST", "/user/2/logout"),
        ("POST", "/failover-role"),
        ("PATCH", "/session/0"),
    ];
    let request = if input.ratio(1, 4)? {
        let (method, path) = input.choose(&PATHS)?;
        let body = if *method == "GET" { String::new() } else { odd(input)?.to_string() };
        let media = if input.ratio(15, 16)? { "application/json" } else { "text/plain" };
        Request::builder()
            .method(*method)
            .uri(format!("/api/command/v2{path}"))
            .header("content-type", media)
            .body(Bytes::from(body))
    } else {
        let mut form = format!("action={}", input.choose(&ACTIONS)?);
        for name in NAMES {
            if input.ratio(1, 3)? {
                let value = if input.ratio(3, 4)? { input.choose(&LIKELY)? } else { input.choose(&ODD)? };
                form.push_str(&format!("&{name}={}", escaped(value)));
            }
        }
        Request::post("/api/command")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Bytes::from(form))
    };
    let Ok(mut request) = request else { return Ok(None) };
    if let Ok(value) = HeaderValue::from_str(&format!("Bearer {token}")) {
        request.headers_mut().insert("authorization", value);
    }
    Ok(Some(request))
}

fn body(input: &mut Unstructured<'_>, operation: &Operation) -> Result<Vec<u8>> {
    Ok(match (&operation.body, input.int_in_range(0..=15_u8)?) {
        (_, 15) => input.bytes(input.len().min(40))?.to_vec(),
        (_, 14) => "[".repeat(4000).into_bytes(),
        (Some(body), _) => value(input, &body.schema, 0)?.to_string().into_bytes(),
        (None, 0) => odd(input)?.to_string().into_bytes(),
        (None, _) => Vec::new(),
    })
}

/// Makes a value that has more or less the form that is wanted.
fn value(input: &mut Unstructured<'_>, schema: &Schema, depth: usize) -> Result<Value> {
    if depth > 6 || input.ratio(1, 60)? {
        return odd(input);
    }
    Ok(match schema {
        Schema::Text(text) if !text.values.is_empty() => json!(input.choose(text.values)?),
        Schema::Text(_) => match input.int_in_range(0..=3_u8)? {
            0 => json!(input.choose(&ODD)?),
            1 => json!("2026-03-04T05:06:07Z"),
            2 => json!("x".repeat(usize::from(input.arbitrary::<u16>()?) % 2100)),
            _ => json!(format!("n{}", input.int_in_range(0..=9_u8)?)),
        },
        Schema::Integer(integer) => match input.int_in_range(0..=7_u8)? {
            0 => json!(integer.max),
            1 => json!(integer.min),
            2 if !integer.values.is_empty() => json!(input.choose(integer.values)?),
            3 => json!(input.arbitrary::<i64>()?),
            _ => json!(input.int_in_range(0..=12_u8)?),
        },
        Schema::Number => json!(input.arbitrary::<i16>()?),
        Schema::Boolean => json!(input.arbitrary::<bool>()?),
        Schema::List(list) => {
            let count = input.int_in_range(0..=3_u8)?;
            let items = (0..count).map(|_| value(input, list.items, depth + 1));
            Value::Array(items.collect::<Result<_>>()?)
        }
        Schema::Map(values) => json!({ *input.choose(&ODD)?: value(input, values, depth + 1)? }),
        Schema::Object(object) => {
            let mut members = Map::new();
            for field in object.fields {
                if field.required || input.ratio(1, 10)? {
                    members.insert(field.name.to_owned(), value(input, &field.schema, depth + 1)?);
                }
            }
            if input.ratio(1, 16)? {
                members.insert((*input.choose(&ODD)?).to_owned(), odd(input)?);
            }
            Value::Object(members)
        }
        Schema::OneOf(choices) => {
            let chosen = input.choose(choices)?;
            value(input, chosen, depth + 1)?
        }
        _ => odd(input)?,
    })
}

fn odd(input: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match input.int_in_range(0..=7_u8)? {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!(input.arbitrary::<i64>()?),
        4 => json!(1.5e300),
        5 => json!([{ "id": input.arbitrary::<u8>()? }]),
        6 => json!(input.int_in_range(0..=12_u8)?),
        _ => json!(input.choose(&ODD)?),
    })
}

fn escaped(text: &str) -> String {
    // `%` stays: half an escape is odd, too.
    let escape = |byte: u8| match byte {
        b'%' | b'.' | b'*' | b',' | b':' | b'-' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// Every list can be had, and the site is the same after it was saved and loaded.
fn consistent(appliance: &Appliance, product: Product) {
    let account = appliance.client_id();
    let control = appliance.control();
    control.enable_account(&account, true);
    control.permit(&account, "perm_configuration", true);
    control.permit(&account, "perm_configuration_vault_account", true);
    // Somebody may have deleted the account, or bound it to addresses.
    let Some(before) = token(appliance) else { return };
    let saved = control.save().unwrap().to_string();
    let copy = new(product);
    copy.control().load(&serde_json::from_str(&saved).unwrap()).unwrap();
    for operation in catalog(product).operations {
        if operation.method != Method::Get || operation.path.contains('{') {
            continue;
        }
        let get = |appliance: &Appliance| {
            let request = Request::get(format!("/api/config/v1{}", operation.path))
                .header("authorization", format!("Bearer {before}"))
                .header("host", "access.example.com");
            send(appliance, request.body(Bytes::new()).unwrap())
        };
        let (status, body) = get(appliance);
        assert!(status.as_u16() < 500, "{status} for {}", operation.path);
        let (again, same) = get(&copy);
        assert_eq!(again, status, "{} after loading", operation.path);
        let json = |body: &Bytes| serde_json::from_slice::<Value>(body).ok();
        assert_eq!(json(&same), json(&body), "{} after loading", operation.path);
    }
}

fn token(appliance: &Appliance) -> Option<String> {
    let basic = STANDARD.encode(format!("{}:{}", appliance.client_id(), appliance.client_secret()));
    let request = Request::post("/oauth2/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("authorization", format!("Basic {basic}"));
    let (status, body) =
        send(appliance, request.body(Bytes::from_static(b"grant_type=client_credentials")).unwrap());
    assert!(status.as_u16() < 500, "{status} for a token");
    let answer: Value = serde_json::from_slice(&body).ok()?;
    Some(answer.get("access_token")?.as_str()?.to_owned())
}

fn send(appliance: &Appliance, request: Request<Bytes>) -> (StatusCode, Bytes) {
    let (parts, body) = now(appliance.handle(request)).unwrap().into_parts();
    (parts.status, now(body.collect()).unwrap().to_bytes())
}

fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
        std::thread::yield_now();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20) })]

        #[test]
        fn no_request_is_answered_with_a_server_error(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
            super::survives(&bytes);
        }
    }
}
