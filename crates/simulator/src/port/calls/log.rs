//! Captured exchanges, shown without tokens and secrets.

use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde_json::{Map, Value, json};

use super::{Sent, invalid};
use crate::backup;
use crate::client_script;
use crate::control::Control;
use crate::log::Exchange;
use crate::oauth::TOKEN_PATH;
use crate::port::Refusal;

/// What stands in place of what is not shown.
const HIDDEN: &str = "[hidden]";

/// How many exchanges are shown unless a number is asked for.
const LAST: usize = 100;

/// Shows the newest exchanges.
pub(super) fn show(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let mut last = LAST;
    for (name, value) in &sent.query {
        last = match (name.as_str(), value.parse()) {
            ("last", Ok(number)) => number,
            ("last", Err(_)) => return Err(invalid(format!("last: `{value}` is no number"))),
            _ => return Err(invalid(format!("`{name}` is no parameter of /log; there is `last`"))),
        };
    }
    let log = control.log();
    Ok(log.iter().skip(log.len().saturating_sub(last)).map(shown).collect())
}

/// Forgets the exchanges.
pub(super) fn clear(control: &Control, _: Sent) -> Result<Value, Refusal> {
    control.clear_log();
    Ok(json!([]))
}

fn shown(exchange: &Exchange) -> Value {
    // A script can be asked for with a password in it.
    let login = client_script::PATHS.contains(&exchange.path.as_str()) && exchange.query.contains("password");
    // At the token endpoint, both bodies are about secrets, and to a backup a password is sent.
    let secret = login || exchange.path == TOKEN_PATH || backup::PATHS.contains(&exchange.path.as_str());
    let body = |bytes: &[u8]| match secret && !bytes.is_empty() {
        true => HIDDEN.to_owned(),
        false => String::from_utf8_lossy(bytes).into_owned(),
    };
    json!({
        "method": exchange.method.as_str(),
        "path": exchange.path,
        "query": if login { HIDDEN } else { &exchange.query },
        "request_headers": headers(&exchange.request_headers),
        "request_body": body(&exchange.request_body),
        "status": exchange.status.map(|status| status.as_u16()),
        "response_headers": headers(&exchange.response_headers),
        "response_body": body(&exchange.response_body),
        "bodies_kept": exchange.bodies_kept,
    })
}

/// Of several values of one header all are shown, with commas.
fn headers(map: &HeaderMap) -> Map<String, Value> {
    let text = |name| {
        let values: Vec<_> =
            map.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        values.join(", ")
    };
    map.keys()
        .map(|name| {
            let value = if *name == AUTHORIZATION { hidden(&text(name)) } else { text(name) };
            (name.to_string(), json!(value))
        })
        .collect()
}

/// Leaves the scheme.
fn hidden(authorization: &str) -> String {
    match authorization.split_once(' ') {
        Some((scheme, _)) => format!("{scheme} {HIDDEN}"),
        None => HIDDEN.to_owned(),
    }
}
