//! Jump Items from shortcuts: the same rows that the Configuration API shows.

use bt_sra_catalog::Method;
use bt_sra_core::Product;
use bytes::Bytes;
use serde_json::{Value, json};

use super::arguments::{Arguments, bad};
use super::xml::Element;
use super::{RS, Refused, Request, done};
use crate::answer::{Answer, Payload, Refusal};
use crate::call::Call;
use crate::crud;
use crate::store::{Record, set, text};
use crate::unconfirmed;
use crate::world::Site;

/// A type of Jump Items, which the host parameter tells.
#[derive(Debug)]
struct Kind {
    /// The parameter that tells the type.
    host: &'static str,
    only: Option<Product>,
    /// The resource of the Configuration API, which some types lack.
    table: &'static str,
    /// Whether the Jump Item goes through a Jumpoint.
    jumpoint: bool,
    /// Further parameters, and the fields that they fill.
    fields: &'static [(&'static str, &'static str, As)],
}

/// The parameter that is missed where none tells the type.
const UNLESS_TOLD: &str = "remote_jump_hostname";

/// How a parameter becomes a field.
#[derive(Clone, Copy, Debug)]
enum As {
    Text,
    Integer,
    Flag,
    Quality,
    Tunnels,
}

const PRA: Option<Product> = Some(Product::Pra);

const RDP: &[(&str, &str, As)] = &[
    ("rdp_username", "rdp_username", As::Text),
    ("domain", "domain", As::Text),
    ("quality", "quality", As::Quality),
    ("console", "console", As::Flag),
    ("ignore_untrusted", "ignore_untrusted", As::Flag),
    ("session_forensics", "session_forensics", As::Flag),
    ("secure_app_type", "secure_app_type", As::Text),
    ("remote_app_name", "remote_app_name", As::Text),
    ("remote_app_params", "remote_app_params", As::Text),
    ("remote_exe_path", "remote_exe_path", As::Text),
    ("remote_exe_params", "remote_exe_params", As::Text),
    ("target_system", "target_system", As::Text),
    ("credential_type", "credential_type", As::Text),
];
const VNC: &[(&str, &str, As)] = &[("port", "port", As::Integer)];

/// Documented are the first two; the names of the others are expected.
const KINDS: &[Kind] = &[
    kind("local_jump_hostname", None, "/jump-item/local-jump", false, &[]),
    kind("remote_jump_hostname", None, "/jump-item/remote-jump", true, &[]),
    kind("remote_rdp_hostname", None, "/jump-item/remote-rdp", true, RDP),
    kind("local_rdp_hostname", RS, "/jump-item/local-rdp", false, RDP),
    kind("remote_vnc_hostname", None, "/jump-item/remote-vnc", true, VNC),
    kind("local_vnc_hostname", RS, "/jump-item/local-vnc", false, VNC),
    kind(
        "shelljump_hostname",
        None,
        "/jump-item/shell-jump",
        true,
        &[
            ("protocol", "protocol", As::Text),
            ("port", "port", As::Integer),
            ("terminal", "terminal", As::Text),
            ("keep_alive", "keep_alive", As::Integer),
            ("username", "username", As::Text),
        ],
    ),
    kind(
        "protocol_tunnel_hostname",
        PRA,
        "/jump-item/protocol-tunnel-jump",
        true,
        &[
            ("tcp_tunnels", "tunnel_definitions", As::Tunnels),
            ("local_address", "tunnel_listen_address", As::Text),
        ],
    ),
    kind("vpro_hostname", RS, "/jump-item/vpro", true, &[("username", "username", As::Text)]),
    kind("url", PRA, "/jump-item/web-jump", true, &[("verify_certificate", "verify_certificate", As::Flag)]),
];

const fn kind(
    host: &'static str,
    only: Option<Product>,
    table: &'static str,
    jumpoint: bool,
    fields: &'static [(&'static str, &'static str, As)],
) -> Kind {
    Kind { host, only, table, jumpoint, fields }
}

pub(super) fn import_jump_shortcut(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let arguments = &request.arguments;
    let given = |kind: &&Kind| {
        kind.only.is_none_or(|only| only == site.product) && arguments.given(kind.host).is_some()
    };
    let kind = KINDS.iter().find(given);
    let kind = kind.ok_or_else(|| Refused(format!("{}{UNLESS_TOLD}", unconfirmed::MISSING_PARAMETER)))?;
    let mut row = Record::new();
    set(&mut row, "name", json!(short(arguments, "name", 128)?));
    let host = if kind.host == "url" { "url" } else { "hostname" };
    set(&mut row, host, json!(short(arguments, kind.host, if host == "url" { 255 } else { 128 })?));
    let group = arguments.required("group")?;
    set(&mut row, "jump_group_id", json!(coded(site, "/jump-group", group, "group")?));
    if kind.jumpoint {
        let jumpoint = arguments.required("jumpoint")?;
        set(&mut row, "jumpoint_id", json!(coded(site, "/jumpoint", jumpoint, "jumpoint")?));
    }
    if arguments.given("comments").is_some() {
        set(&mut row, "comments", json!(short(arguments, "comments", 1_024)?));
    }
    for (parameter, table, field) in [
        ("jump_policy", "/jump-policy", Some("jump_policy_id")),
        ("session_policy", "/session-policy", Some("session_policy_id")),
        ("session_policy_present", "/session-policy", None),
        ("session_policy_not_present", "/session-policy", None),
    ] {
        if let Some(name) = arguments.given(parameter) {
            let id = coded(site, table, name, parameter)?;
            if let Some(field) = field {
                set(&mut row, field, json!(id));
            }
        }
    }
    for (parameter, field, how) in kind.fields {
        if let Some(text) = arguments.given(parameter) {
            set(&mut row, field, value(*how, text).ok_or_else(|| bad(parameter))?);
        }
    }
    let tag = match arguments.given("tag") {
        Some(_) => Some(short(arguments, "tag", 1_024)?.to_owned()),
        None => None,
    };
    let id = match site.router.operation(Method::Post, kind.table) {
        Some(_) => create(site, request, kind, &row)?,
        None => {
            let id = site.store.next_id(kind.table);
            set(&mut row, "id", json!(id));
            set(&mut row, "jump_group_type", json!("shared"));
            site.store.put(kind.table, 0, id, row);
            id
        }
    };
    // Documented: longer ones than the Configuration API takes.
    if let (Some(tag), Some(row)) = (tag, site.store.row_mut(kind.table, 0, id)) {
        set(row, "tag", json!(tag));
    }
    Ok(done(unconfirmed::SHORTCUT_IMPORTED))
}

/// Creates a Jump Item as the Configuration API would.
fn create(site: &mut Site, request: &Request<'_>, kind: &Kind, row: &Record) -> Result<i64, Refused> {
    let operation = site.router.operation(Method::Post, kind.table);
    let operation = operation.ok_or_else(|| bad(kind.host))?;
    let body = Bytes::from(Value::Object(row.clone()).to_string());
    let call = Call {
        operation,
        params: Vec::new(),
        query: Vec::new(),
        body: &body,
        account: request.account,
        now: request.now,
        origin: request.origin,
        path: kind.table,
        ids: Vec::new(),
    };
    let created = crud::run(site, &call).map_err(|refusal| refused(kind, refusal))?;
    match created.payload {
        Payload::Json(row) => Ok(row.get("id").and_then(Value::as_i64).unwrap_or_default()),
        _ => Ok(0),
    }
}

/// Names the parameter behind the first field that is wrong.
fn refused(kind: &Kind, refusal: Refusal) -> Refused {
    let Payload::Json(document) = Answer::from(refusal).payload else {
        return bad(kind.host);
    };
    let field = document.get("errors").and_then(Value::as_object).and_then(|errors| errors.keys().next());
    let field = field.map_or("hostname", String::as_str);
    let parameter = kind.fields.iter().find(|(_, name, _)| *name == field).map(|(parameter, ..)| *parameter);
    let own = if matches!(field, "hostname" | "url") { kind.host } else { field };
    let missing = field == "protocol" && document.to_string().contains("required");
    let parameter = parameter.unwrap_or(own);
    if missing { Refused(format!("{}{parameter}", unconfirmed::MISSING_PARAMETER)) } else { bad(parameter) }
}

/// Returns a parameter that must be there and not be too long.
fn short<'a>(arguments: &'a Arguments, name: &str, most: usize) -> Result<&'a str, Refused> {
    let text = arguments.required(name)?;
    if text.chars().count() > most { Err(bad(name)) } else { Ok(text) }
}

/// Finds what has a code name.
fn coded(site: &Site, table: &str, code_name: &str, parameter: &str) -> Result<i64, Refused> {
    let found = site.store.rows(table, 0).find(|(_, row)| text(row, "code_name") == code_name);
    found.map(|(id, _)| id).ok_or_else(|| bad(parameter))
}

fn value(how: As, text: &str) -> Option<Value> {
    Some(match how {
        As::Text => json!(text),
        As::Integer => json!(text.parse::<i64>().ok()?),
        As::Flag => match text {
            "1" => json!(true),
            "0" => json!(false),
            _ => return None,
        },
        As::Quality => {
            let names = unconfirmed::RDP_QUALITIES;
            json!(names.iter().find(|(ours, _)| *ours == text).map(|(_, field)| *field)?)
        }
        As::Tunnels => {
            let mut numbers = Vec::new();
            for pair in text.split(';').filter(|pair| !pair.is_empty()) {
                let (local, remote) = pair.split_once("->")?;
                let local = if local.trim() == "auto" { 0 } else { local.trim().parse::<u16>().ok()? };
                numbers.extend([local.to_string(), remote.trim().parse::<u16>().ok()?.to_string()]);
            }
            json!(numbers.join(";"))
        }
    })
}
