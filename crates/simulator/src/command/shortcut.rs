//! Jump Items from shortcuts: the same rows that the Configuration API shows.

use std::net::Ipv4Addr;

use bt_sra_catalog::Method;
use bt_sra_core::Product;
use bytes::Bytes;
use serde_json::{Value, json};

use super::arguments::{Arguments, bad, missing};
use super::invitation::is_site;
use super::xml::Element;
use super::{RS, Refused, Request, done};
use crate::answer::{Answer, Payload, Refusal};
use crate::call::Call;
use crate::crud;
use crate::happenings::number;
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
    fields: &'static [Field],
}

/// A parameter, and the field that it fills.
#[derive(Debug)]
struct Field {
    parameter: &'static str,
    field: &'static str,
    how: As,
    /// The product that knows it; none is both.
    only: Option<Product>,
}

/// How a parameter becomes a field.
#[derive(Clone, Copy, Debug)]
enum As {
    /// A text of so many characters at most.
    Text(usize),
    /// One of these.
    Choice(&'static [&'static str]),
    /// A number between these two.
    Integer(i64, i64),
    Flag,
    Quality,
    Tunnels,
    /// An address of the machine itself.
    Loopback,
}

/// The parameter that is missed where none tells the type.
const UNLESS_TOLD: &str = "remote_jump_hostname";

/// How long host names are, addresses of Web Jumps, and texts about a Jump Item.
const LONGEST_HOST: usize = 128;
const LONGEST_URL: usize = 255;
const LONGEST_TEXT: usize = 1_024;
/// How long definitions of tunnels are.
const LONGEST_TUNNELS: usize = 5_000;
/// How long tags of the Configuration API are.
const LONGEST_TAG: usize = 64;

const PRA: Option<Product> = Some(Product::Pra);

const fn field(parameter: &'static str, field: &'static str, how: As) -> Field {
    Field { parameter, field, how, only: None }
}

/// One that is called the same in both places, of PRA alone.
const fn secure(name: &'static str, how: As) -> Field {
    Field { parameter: name, field: name, how, only: PRA }
}

const RDP: &[Field] = &[
    field("rdp_username", "rdp_username", As::Text(128)),
    field("domain", "domain", As::Text(64)),
    field("quality", "quality", As::Quality),
    field("console", "console", As::Flag),
    field("ignore_untrusted", "ignore_untrusted", As::Flag),
    secure("session_forensics", As::Flag),
    secure(
        "secure_app_type",
        As::Choice(&["none", "remote_app", "remote_desktop_agent", "remote_desktop_agent_credentials"]),
    ),
    secure("remote_app_name", As::Text(512)),
    secure("remote_app_params", As::Text(8_000)),
    secure("remote_exe_path", As::Text(512)),
    secure("remote_exe_params", As::Text(8_000)),
    secure("target_system", As::Text(250)),
    secure("credential_type", As::Text(250)),
];
const VNC: &[Field] = &[field("port", "port", As::Integer(100, 65_535))];
const USERNAME: Field = field(unconfirmed::SHORTCUT_USERNAME, "username", As::Text(128));

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
            field("protocol", "protocol", As::Choice(&["ssh", "telnet"])),
            field("port", "port", As::Integer(1, 65_535)),
            field("terminal", "terminal", As::Choice(&["xterm", "VT100"])),
            field("keep_alive", "keep_alive", As::Integer(0, 300)),
            USERNAME,
        ],
    ),
    kind(
        "protocol_tunnel_hostname",
        PRA,
        "/jump-item/protocol-tunnel-jump",
        true,
        &[
            field("tcp_tunnels", "tunnel_definitions", As::Tunnels),
            field("local_address", "tunnel_listen_address", As::Loopback),
        ],
    ),
    kind("vpro_hostname", RS, "/jump-item/vpro", true, &[USERNAME]),
    kind(
        "url",
        PRA,
        "/jump-item/web-jump",
        true,
        &[field(unconfirmed::SHORTCUT_CERTIFICATE, "verify_certificate", As::Flag)],
    ),
];

/// The policies of a shortcut, and the field of the one that the Configuration API shows.
const POLICIES: &[(&str, Option<Product>, &str, Option<&str>)] = &[
    ("jump_policy", None, "/jump-policy", Some("jump_policy_id")),
    ("session_policy", PRA, "/session-policy", Some("session_policy_id")),
    ("session_policy_present", RS, "/session-policy", None),
    ("session_policy_not_present", RS, "/session-policy", None),
];

/// The host name of a public site.
const PORTAL: &str = "public_portal";

const fn kind(
    host: &'static str,
    only: Option<Product>,
    table: &'static str,
    jumpoint: bool,
    fields: &'static [Field],
) -> Kind {
    Kind { host, only, table, jumpoint, fields }
}

pub(super) fn import_jump_shortcut(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let arguments = &request.arguments;
    let kind = told(site, arguments)?;
    own(site, arguments, kind)?;
    let mut row = Record::new();
    set(&mut row, "name", json!(short(arguments, "name", LONGEST_HOST)?));
    let host = if kind.host == "url" { "url" } else { "hostname" };
    set(&mut row, host, json!(address(arguments, kind)?));
    let group = arguments.required("group")?;
    set(&mut row, "jump_group_id", json!(coded(site, "/jump-group", group, "group")?));
    if kind.jumpoint {
        let jumpoint = arguments.required("jumpoint")?;
        set(&mut row, "jumpoint_id", json!(coded(site, "/jumpoint", jumpoint, "jumpoint")?));
    } else if let Some(jumpoint) = arguments.given("jumpoint")
        && unconfirmed::NEEDLESS_JUMPOINTS_EXIST
    {
        coded(site, "/jumpoint", jumpoint, "jumpoint")?;
    }
    if arguments.given("comments").is_some() {
        set(&mut row, "comments", json!(short(arguments, "comments", LONGEST_TEXT)?));
    }
    for (parameter, only, table, field) in POLICIES {
        let known = only.is_none_or(|only| only == site.product);
        if let Some(name) = arguments.given(parameter).filter(|_| known) {
            let id = coded(site, table, name, parameter)?;
            if let Some(field) = field {
                set(&mut row, field, json!(id));
            }
        }
    }
    let portal = arguments.given(PORTAL).filter(|_| site.product == Product::Rs);
    if portal.is_some_and(|portal| !is_site(site, portal)) {
        return Err(bad(PORTAL));
    }
    for Field { parameter, field, how, only } in kind.fields {
        let known = only.is_none_or(|only| only == site.product);
        if let Some(text) = arguments.given(parameter).filter(|_| known) {
            set(&mut row, field, value(*how, text).ok_or_else(|| bad(parameter))?);
        }
    }
    let tag = match arguments.given("tag") {
        Some(_) => Some(short(arguments, "tag", LONGEST_TEXT)?),
        None => None,
    };
    match site.router.operation(Method::Post, kind.table) {
        Some(_) => {
            let id = create(site, request, kind, &row)?;
            // Documented: longer ones are taken than the Configuration API shows.
            let most = if unconfirmed::LONG_TAGS_ARE_CUT { LONGEST_TAG } else { LONGEST_TEXT };
            if let (Some(tag), Some(row)) = (tag, site.store.row_mut(kind.table, 0, id)) {
                set(row, "tag", json!(tag.chars().take(most).collect::<String>()));
            }
        }
        None => {
            let id = site.store.next_id(kind.table);
            set(&mut row, "id", json!(id));
            set(&mut row, "jump_group_type", json!("shared"));
            if let Some(tag) = tag {
                set(&mut row, "tag", json!(tag));
            }
            site.store.put(kind.table, 0, id, row);
        }
    }
    Ok(done(unconfirmed::SHORTCUT_IMPORTED))
}

/// The type, which one parameter tells.
fn told(site: &Site, arguments: &Arguments) -> Result<&'static Kind, Refused> {
    let foreign = |kind: &Kind| kind.only.is_some_and(|only| only != site.product);
    let mut given = KINDS.iter().filter(|kind| {
        let counts = unconfirmed::FOREIGN_SHORTCUTS_ARE_REFUSED || !foreign(kind);
        counts && arguments.given(kind.host).is_some()
    });
    let kind = given.next().ok_or_else(|| missing(UNLESS_TOLD))?;
    if let Some(other) = given.next() {
        return Err(bad(other.host));
    }
    if foreign(kind) { Err(bad(kind.host)) } else { Ok(kind) }
}

/// Sees that there is nothing that only the other product knows.
fn own(site: &Site, arguments: &Arguments, kind: &Kind) -> Result<(), Refused> {
    if !unconfirmed::FOREIGN_SHORTCUTS_ARE_REFUSED {
        return Ok(());
    }
    let policies = POLICIES.iter().map(|(parameter, only, ..)| (*parameter, *only));
    let fields = kind.fields.iter().map(|field| (field.parameter, field.only));
    let mut all = policies.chain(fields).chain([(PORTAL, RS)]);
    let foreign = all.find(|(parameter, only)| {
        only.is_some_and(|only| only != site.product) && arguments.given(parameter).is_some()
    });
    foreign.map_or(Ok(()), |(parameter, _)| Err(bad(parameter)))
}

/// Where the Jump Item goes.
fn address<'a>(arguments: &'a Arguments, kind: &Kind) -> Result<&'a str, Refused> {
    if kind.host != "url" {
        return short(arguments, kind.host, LONGEST_HOST);
    }
    let url = short(arguments, kind.host, LONGEST_URL)?;
    let (scheme, rest) = url.split_once("://").ok_or_else(|| bad(kind.host))?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = !host.is_empty() && !url.contains(char::is_whitespace);
    if web && whole { Ok(url) } else { Err(bad(kind.host)) }
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
    let created = crud::run(site, &call).map_err(|refusal| refused(&request.arguments, kind, refusal))?;
    match created.payload {
        Payload::Json(row) => Ok(row.get("id").and_then(Value::as_i64).unwrap_or_default()),
        _ => Ok(0),
    }
}

/// Names the parameter behind the first field that is wrong.
fn refused(arguments: &Arguments, kind: &Kind, refusal: Refusal) -> Refused {
    let Payload::Json(document) = Answer::from(refusal).payload else {
        return bad(kind.host);
    };
    let field = document.get("errors").and_then(Value::as_object).and_then(|errors| errors.keys().next());
    let field = field.map_or("hostname", String::as_str);
    let parameter = match field {
        "hostname" | "url" => kind.host,
        "jump_group_id" => "group",
        "jumpoint_id" => "jumpoint",
        field => {
            let fields = kind.fields.iter().map(|known| (known.field, known.parameter));
            let policies = POLICIES.iter().filter_map(|(parameter, .., field)| Some(((*field)?, *parameter)));
            let mut all = fields.chain(policies);
            all.find(|(name, _)| *name == field).map_or(field, |(_, parameter)| parameter)
        }
    };
    if arguments.given(parameter).is_none() { missing(parameter) } else { bad(parameter) }
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
        As::Text(most) => json!(Some(text).filter(|text| text.chars().count() <= most)?),
        As::Choice(values) => json!(Some(text).filter(|text| values.contains(text))?),
        As::Integer(least, most) => json!(number(text).filter(|number| (least..=most).contains(number))?),
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
            if text.chars().count() > LONGEST_TUNNELS {
                return None;
            }
            let port = |text: &str| number(text).filter(|port| (1..=65_535).contains(port));
            let mut numbers = Vec::new();
            for pair in text.split(';') {
                let (local, remote) = pair.split_once("->")?;
                let local = if local.trim() == "auto" { 0 } else { port(local.trim())? };
                numbers.extend([local.to_string(), port(remote.trim())?.to_string()]);
            }
            json!(numbers.join(";"))
        }
        As::Loopback => {
            let address: Ipv4Addr = text.parse().ok()?;
            json!(Some(text).filter(|_| address.is_loopback())?)
        }
    })
}
