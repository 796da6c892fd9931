//! The calls of the control port: what they take, what they do, what they answer.

mod accounts;
mod backup;
mod live;
mod log;
mod outbound;
mod tickets;

use std::time::Duration;

use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::Refusal;
use crate::control::Control;
use crate::faults::spec::Spec;
use crate::oauth;

/// One call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) method: Method,
    /// With names in braces for parameters.
    path: &'static str,
    /// What it does, for the list at `/`.
    says: &'static str,
    pub(super) run: fn(&Control, Sent) -> Result<Value, Refusal>,
}

/// The parameter that takes the rest of the path.
const REST: &str = "{row}";

/// What a request has sent.
#[derive(Debug)]
pub(super) struct Sent {
    params: Vec<String>,
    query: Vec<(String, String)>,
    body: Value,
}

pub(super) const CALLS: &[Call] = &[
    call(Method::GET, "/", "lists the calls", list),
    call(Method::GET, "/clock", "shows the appliance's clock", clock),
    call(
        Method::POST,
        "/clock",
        "puts the clock forward and holds it or lets it go: {\"advance\": SECONDS, \"frozen\": BOOLEAN}",
        set_clock,
    ),
    call(Method::GET, "/faults", "shows the faults that have not happened yet", faults),
    call(
        Method::POST,
        "/faults",
        "makes something go wrong: {\"kind\": \"status\" (status, message), \"too_many_requests\", \
         \"unauthorized\", \"delay\" (seconds), \"reset\", \"reset_in_body\" (bytes), \"truncated\" (bytes) or \
         \"drip\" (bytes, seconds); with any: method, path, skip, times, after_acting, retry_after, headers}",
        add_fault,
    ),
    call(Method::DELETE, "/faults", "forgets the faults that have not happened yet", clear_faults),
    call(Method::GET, "/switches", "shows the switches", switches),
    call(
        Method::PATCH,
        "/switches",
        "turns switches: {\"limits\": BOOLEAN, \"strict\": BOOLEAN, \"capture\": BOOLEAN}",
        set_switches,
    ),
    call(
        Method::GET,
        "/sessions",
        "shows who is logged in, the sessions with their lsids, what is connected, the appliances",
        live::sessions,
    ),
    call(Method::GET, "/scenario", "shows what is planned, and what became of it", live::scenario),
    call(
        Method::PUT,
        "/scenario",
        "lets a scenario begin now: [{\"at\": SECONDS, \"trigger\": NAME, …}, …]",
        live::play,
    ),
    call(
        Method::GET,
        "/documents",
        "shows the form of the documents of the XML API: the profile, and how they deviate",
        live::documents,
    ),
    call(
        Method::PATCH,
        "/documents",
        "sets that form: {\"profile\": \"rs-19\", \"documented\" or \"sra\", \"shapes\": {NAME: BOOLEAN}}",
        live::set_documents,
    ),
    call(
        Method::GET,
        "/history",
        "shows how many sessions there were before the start, and how great recordings are",
        live::history,
    ),
    call(
        Method::PATCH,
        "/history",
        "sets these: {\"sessions\": N, \"recordings\": BYTES}",
        live::set_history,
    ),
    call(Method::GET, "/backup", "shows how the Backup API answers", backup::show),
    call(
        Method::PATCH,
        "/backup",
        "sets that: {\"size\": BYTES, \"stated\": BOOLEAN, \"named\": BOOLEAN, \"failure\": null, \
         \"invalid_credentials\", \"json_error\", \"error_page\" or \"empty\"}",
        backup::set,
    ),
    call(
        Method::GET,
        "/recipients",
        "shows who is told of events, and how that goes: how many wait, what failed, what was given up",
        outbound::list,
    ),
    call(
        Method::POST,
        "/recipients",
        "adds one: {\"name\": TEXT, \"url\": URL}; with these \"ca_pem\", \"events\": [NAME, …], \
         \"custom_fields\": BOOLEAN, \"enabled\": BOOLEAN, \"retry_every\": SECONDS, \"give_up_after\": SECONDS",
        outbound::add,
    ),
    call(Method::PATCH, "/recipients/{id}", "changes one, by the same members", outbound::change),
    call(Method::DELETE, "/recipients/{id}", "removes one with all that waits for it", outbound::remove),
    call(
        Method::POST,
        "/events",
        "fires events: {\"count\": N, \"event\": NAME, \"lsid\": LSID, \"variables\": {NAME: TEXT}}; they are \
         numbered by a variable `simulated_number`",
        outbound::fire,
    ),
    call(
        Method::GET,
        "/tickets",
        "shows what the ticket system was asked, where its replies are to go, and what came of them",
        tickets::list,
    ),
    call(
        Method::PUT,
        "/ticket-system",
        "sets the ticket system: {\"url\": URL}; with it \"ca_pem\", \"sensitive\": BOOLEAN, \"timeout\": SECONDS, \
         \"reply\": \"form\", \"json\" or \"any\"",
        tickets::set,
    ),
    call(Method::DELETE, "/ticket-system", "goes without a ticket system", tickets::clear),
    call(Method::GET, "/counters", "shows what was counted since the start", counters),
    call(
        Method::GET,
        "/log",
        "shows captured exchanges, without tokens and secrets: the last 100, or ?last=N",
        log::show,
    ),
    call(Method::DELETE, "/log", "forgets the captured exchanges", log::clear),
    call(Method::GET, "/accounts", "shows the API accounts, without their secrets", accounts::list),
    call(
        Method::PATCH,
        "/accounts/{client_id}",
        "gives and takes permissions of the account with this client id: {\"enabled\": BOOLEAN, \"perm_…\": BOOLEAN, \
         \"perm_command\": \"deny\", \"read_only\" or \"full_access\"}",
        accounts::permit,
    ),
    call(
        Method::POST,
        "/accounts/{client_id}/secret",
        "gives the account a new secret, and returns it; its tokens become invalid",
        accounts::regenerate,
    ),
    call(
        Method::POST,
        "/accounts/{client_id}/tokens",
        "issues tokens of the account to somebody else: {\"count\": N}",
        accounts::take_tokens,
    ),
    call(
        Method::DELETE,
        "/accounts/{client_id}/tokens",
        "makes the tokens of the account invalid",
        accounts::revoke,
    ),
    call(Method::DELETE, "/tokens", "makes all tokens of all accounts invalid", accounts::revoke_all),
    call(
        Method::GET,
        "/rows/{row}",
        "shows a stored row, secrets included: /rows/jump-item/shell-jump/5",
        row,
    ),
    call(
        Method::DELETE,
        "/rows/{row}",
        "deletes a row behind the clients' backs, by the rules of the API",
        delete_row,
    ),
    call(Method::GET, "/triggers", "shows what can be made to happen, and with which members", triggers),
    call(
        Method::POST,
        "/triggers",
        "makes something happen that the API cannot: {\"trigger\": NAME, …}",
        pull,
    ),
    call(Method::GET, "/state", "returns the whole state of the site; it is full of secrets", save),
    call(Method::PUT, "/state", "puts the site into a state that was returned before", load),
];

const fn call(
    method: Method,
    path: &'static str,
    says: &'static str,
    run: fn(&Control, Sent) -> Result<Value, Refusal>,
) -> Call {
    Call { method, path, says, run }
}

impl Call {
    /// Returns the parameters in the path, if it is this call's.
    pub(super) fn fits(&self, path: &str) -> Option<Vec<String>> {
        let mut params = Vec::new();
        let mut rest = path.strip_prefix('/');
        for part in self.path.strip_prefix('/')?.split('/') {
            let (given, after) = match rest? {
                all if part == REST => (all, None),
                all => all.split_once('/').map_or((all, None), |(given, after)| (given, Some(after))),
            };
            rest = after;
            match part.starts_with('{') {
                true if given.is_empty() => return None,
                true => params.push(percent_decode_str(given).decode_utf8_lossy().into_owned()),
                false if part != given => return None,
                false => {}
            }
        }
        rest.is_none().then_some(params)
    }
}

impl Sent {
    /// Reads a request. No body is an empty object.
    pub(super) fn read(params: Vec<String>, query: Option<&str>, body: &[u8]) -> Result<Self, Refusal> {
        let query = oauth::form(query.unwrap_or_default().as_bytes());
        if body.iter().all(u8::is_ascii_whitespace) {
            return Ok(Self { params, query, body: Value::Object(Map::new()) });
        }
        let body = serde_json::from_slice(body).map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            Refusal(StatusCode::BAD_REQUEST, format!("the body is no JSON: {place}"))
        })?;
        Ok(Self { params, query, body })
    }

    /// Reads the members of the body.
    fn members<T: DeserializeOwned>(self) -> Result<T, Refusal> {
        serde_path_to_error::deserialize(self.body).map_err(|error| {
            let place = error.path().to_string();
            let text = match place.as_str() {
                "." => error.into_inner().to_string(),
                place => format!("{place}: {}", error.inner()),
            };
            invalid(text)
        })
    }

    fn param(&self, index: usize) -> &str {
        self.params.get(index).map_or("", String::as_str)
    }

    /// Splits `jump-item/shell-jump/5` into the resource and the id.
    fn row(&self) -> Result<(String, i64), Refusal> {
        let path = self.param(0);
        let split = path.rsplit_once('/').and_then(|(resource, id)| Some((resource, id.parse().ok()?)));
        let (resource, id) = split.ok_or_else(|| invalid(format!("`{path}` is no RESOURCE/ID")))?;
        Ok((format!("/{resource}"), id))
    }
}

fn invalid(text: impl Into<String>) -> Refusal {
    Refusal(StatusCode::UNPROCESSABLE_ENTITY, text.into())
}

fn not_found(what: impl Into<String>) -> Refusal {
    Refusal(StatusCode::NOT_FOUND, what.into())
}

fn list(_: &Control, _: Sent) -> Result<Value, Refusal> {
    let calls = CALLS
        .iter()
        .map(|call| json!({ "method": call.method.as_str(), "path": call.path, "does": call.says }));
    Ok(calls.collect())
}

fn clock(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(json!({ "now": control.now().to_string(), "frozen": control.is_frozen() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hands {
    #[serde(default)]
    advance: f64,
    frozen: Option<bool>,
}

fn set_clock(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let hands: Hands = sent.members()?;
    let span = Duration::try_from_secs_f64(hands.advance)
        .map_err(|_| invalid(format!("advance: {} is no number of seconds to go forward", hands.advance)))?;
    if let Some(frozen) = hands.frozen {
        control.freeze(frozen);
    }
    control.advance(span);
    Ok(json!({ "now": control.now().to_string(), "frozen": control.is_frozen() }))
}

fn faults(control: &Control, _: Sent) -> Result<Value, Refusal> {
    let waiting: Result<Value, _> =
        control.faults().iter().map(|fault| serde_json::to_value(Spec::from(fault))).collect();
    waiting.map_err(|error| Refusal(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

fn add_fault(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let spec: Spec = sent.members()?;
    control.fault(spec.fault().map_err(invalid)?);
    Ok(json!({ "waiting": control.waiting_faults() }))
}

fn clear_faults(control: &Control, _: Sent) -> Result<Value, Refusal> {
    control.clear_faults();
    Ok(json!({ "waiting": 0 }))
}

fn switches(control: &Control, _: Sent) -> Result<Value, Refusal> {
    let now = control.switches();
    Ok(json!({ "limits": now.limits, "strict": now.strict, "capture": now.capture }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turned {
    limits: Option<bool>,
    strict: Option<bool>,
    capture: Option<bool>,
}

fn set_switches(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let turned: Turned = sent.members()?;
    if let Some(on) = turned.limits {
        control.limits(on);
    }
    if let Some(on) = turned.strict {
        control.strict(on);
    }
    if let Some(on) = turned.capture {
        control.capture(on);
    }
    let now = control.switches();
    Ok(json!({ "limits": now.limits, "strict": now.strict, "capture": now.capture }))
}

fn counters(control: &Control, _: Sent) -> Result<Value, Refusal> {
    let counters = control.counters();
    Ok(json!({
        "requests": counters.requests,
        "tokens_issued": counters.tokens_issued,
        "rate_limited": counters.rate_limited,
        "busiest_second": counters.busiest_second,
        "faults": counters.faults,
        "connections": counters.connections,
        "full_handshakes": counters.full_handshakes,
        "resumed_handshakes": counters.resumed_handshakes,
    }))
}

fn row(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let (resource, id) = sent.row()?;
    control.stored(&resource, id).ok_or_else(|| not_found(format!("there is no row {id} in {resource}")))
}

fn delete_row(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let (resource, id) = sent.row()?;
    if control.delete(&resource, id) {
        return Ok(json!({ "deleted": true }));
    }
    Err(not_found(format!("there is no row {id} in {resource}, or it is in use")))
}

fn triggers(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(control.triggers())
}

fn pull(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    control.trigger(&sent.body).map_err(invalid)
}

fn save(control: &Control, _: Sent) -> Result<Value, Refusal> {
    control.save().map_err(|error| Refusal(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

fn load(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    control.load(&sent.body).map_err(|error| invalid(error.to_string()))?;
    Ok(json!({ "loaded": true }))
}
