//! The JSON Command API: `/api/command/v2`, on the same live state as the XML one.

mod document;
mod operations;
mod sessions;

use bt_sra_core::Product;
use bytes::Bytes;
use http::header::{ACCEPT, ALLOW, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::answer::{Answer, Refusal};
use crate::command;
use crate::happenings::Trouble;
use crate::oauth;
use crate::store::Record;
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// Where the JSON API hangs.
pub(crate) const BASE: &str = "/api/command/v2";

/// A request whose account is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) method: &'a Method,
    /// Below the base.
    pub(crate) path: &'a str,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) query: &'a str,
    pub(crate) body: &'a Bytes,
    /// The API account.
    pub(crate) account: i64,
    pub(crate) now: Moment,
}

/// A request to a known operation.
#[derive(Debug)]
struct Request<'a> {
    /// The parameter of the path.
    param: String,
    query: Vec<(String, String)>,
    body: &'a Bytes,
    account: i64,
    now: Moment,
}

/// One operation, as far as it is documented.
#[derive(Debug)]
struct Operation {
    id: &'static str,
    method: Method,
    /// A template with at most one parameter.
    path: &'static str,
    /// The product that is known to have it; none is both.
    only: Option<Product>,
    level: Level,
    /// Whether the parameter `type` is known.
    typed: bool,
    /// The schema of the body.
    body: Option<&'static str>,
    answers: Answers,
    /// Statuses beside 400, which all have.
    errors: &'static [u16],
    run: fn(&mut Site, &Request<'_>) -> Result<Answer, Refusal>,
}

/// What an account must be permitted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Level {
    Nothing,
    Read,
    Full,
}

/// What a good answer has, by the name of a schema.
#[derive(Clone, Copy, Debug)]
enum Answers {
    Nothing,
    One(&'static str),
    Many(&'static str),
    Document,
}

/// A reading operation of both products.
const READS: Operation = Operation {
    id: "",
    method: Method::GET,
    path: "",
    only: None,
    level: Level::Read,
    typed: false,
    body: None,
    answers: Answers::Nothing,
    errors: &[],
    run: operations::info,
};

/// A changing one.
const CHANGES: Operation = Operation { method: Method::POST, level: Level::Full, ..READS };

const PRA: Option<Product> = Some(Product::Pra);

const OPERATIONS: &[Operation] = &[
    Operation {
        id: "api.command.v2.spec",
        path: "/openapi.yaml",
        level: if unconfirmed::DOCUMENT_NEEDS_NO_PERMISSION { Level::Nothing } else { Level::Read },
        answers: Answers::Document,
        run: document::serve,
        ..READS
    },
    Operation {
        id: "api.command.v2.info.get",
        path: "/info",
        only: PRA,
        level: if unconfirmed::INFO_NEEDS_NO_PERMISSION { Level::Nothing } else { Level::Read },
        answers: Answers::One("Info"),
        run: operations::info,
        ..READS
    },
    Operation {
        id: "api.command.v2.health.get",
        path: "/health",
        answers: Answers::One("Health"),
        errors: &[500],
        run: operations::health,
        ..READS
    },
    Operation {
        id: "api.command.v2.appliance.index",
        path: "/appliance",
        answers: Answers::Many("Appliance"),
        run: operations::appliances,
        ..READS
    },
    Operation {
        id: "api.command.v2.appliance.count",
        path: "/appliance/client-count",
        only: PRA,
        typed: true,
        answers: Answers::Many("ClientCount"),
        errors: &[422],
        run: operations::counts,
        ..READS
    },
    Operation {
        id: "api.command.v2.client.index",
        path: "/client",
        only: PRA,
        typed: true,
        answers: Answers::Many("Client"),
        errors: &[422],
        run: operations::clients,
        ..READS
    },
    Operation {
        id: "api.command.v2.client.show",
        path: "/client/{id}",
        only: PRA,
        answers: Answers::One("Client"),
        errors: &[404],
        run: operations::client,
        ..READS
    },
    Operation {
        id: "api.command.v2.client.connections.index",
        path: "/client/{id}/connections",
        only: PRA,
        answers: Answers::One("ClientConnections"),
        errors: &[404],
        run: operations::connections,
        ..READS
    },
    Operation {
        id: "api.command.v2.session.get.attributes",
        path: "/session/{lsid}",
        answers: Answers::Many("Attribute"),
        errors: &[404],
        run: sessions::attributes,
        ..READS
    },
    Operation {
        id: "api.command.v2.session.set.attributes",
        method: Method::PATCH,
        path: "/session/{lsid}",
        body: Some("Attributes"),
        answers: Answers::One("Message"),
        errors: &[404, 422],
        run: sessions::set_attributes,
        ..CHANGES
    },
    Operation {
        id: "api.command.v2.session.terminate",
        method: Method::DELETE,
        path: "/session/{lsid}",
        only: unconfirmed::ENDS_SESSIONS_BY_JSON,
        errors: &[404, 422],
        run: sessions::terminate,
        ..CHANGES
    },
    Operation {
        id: "api.command.v2.user.index",
        path: "/user",
        answers: Answers::Many("LoggedInUser"),
        run: operations::users,
        ..READS
    },
    Operation {
        id: "api.command.v2.user.logout",
        path: "/user/{id}/logout",
        errors: &[404, 422],
        run: operations::log_out,
        ..CHANGES
    },
    Operation {
        id: "api.command.v2.failover-role.set",
        path: "/failover-role",
        only: PRA,
        body: Some("FailoverRole"),
        answers: Answers::One("Message"),
        errors: &[422, 500],
        run: operations::set_failover_role,
        ..CHANGES
    },
];

/// Answers a request.
pub(crate) fn answer(site: &mut Site, sent: &Sent<'_>) -> Answer {
    run(site, sent).unwrap_or_else(Answer::from)
}

fn run(site: &mut Site, sent: &Sent<'_>) -> Result<Answer, Refusal> {
    let path = percent_decode_str(sent.path).decode_utf8().map_err(|_| Refusal::NotFound)?;
    let found: Vec<(&Operation, String)> = operations(site.product)
        .filter_map(|operation| Some((operation, fits(operation.path, &path)?)))
        .collect();
    // A literal path wins over one with a parameter: it comes first, and has none.
    let template = found.first().ok_or(Refusal::NotFound)?.0.path;
    let found: Vec<_> = found.into_iter().filter(|(operation, _)| operation.path == template).collect();
    if *sent.method == Method::OPTIONS {
        return Ok(Answer::empty(StatusCode::OK).header(ALLOW, &allow(&found)));
    }
    let method = if *sent.method == Method::HEAD { &Method::GET } else { sent.method };
    let Some((operation, param)) = found.iter().find(|(operation, _)| operation.method == *method) else {
        return Err(Refusal::Method(allow(&found)));
    };
    permit(site, sent.account, operation.level)?;
    if site.switches.strict {
        check_headers(sent, operation)?;
    }
    let query = oauth::form(sent.query.as_bytes());
    let unknown = query.iter().find(|(name, _)| !(operation.typed && name == "type"));
    if let Some((name, _)) = unknown.filter(|_| site.switches.strict) {
        return Err(unrecognized(name));
    }
    let changes = operation.level == Level::Full;
    if changes && site.live.appliances.is_swapping() {
        return Err(Refusal::state(unconfirmed::SYNC_UNDER_WAY));
    }
    let request =
        Request { param: param.clone(), query, body: sent.body, account: sent.account, now: sent.now };
    let answer = (operation.run)(site, &request)?;
    if changes {
        command::bring_forward(site, sent.now);
    }
    Ok(answer)
}

/// Sees that the headers are there that the document calls mandatory.
fn check_headers(sent: &Sent<'_>, operation: &Operation) -> Result<(), Refusal> {
    let refused = |(status, why): (StatusCode, &str)| Err(Refusal::Status(status, why.to_owned()));
    let media = |text: &str| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !sent.body.is_empty() {
        let given = sent.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if let Some(refusal) = unconfirmed::NOT_JSON.filter(|_| media(given) != "application/json") {
            return refused(refusal);
        }
    }
    let asks = operation.method == Method::GET || operation.method == Method::DELETE;
    let Some(refusal) = unconfirmed::JSON_NOT_ACCEPTED else {
        return Ok(());
    };
    if !asks || matches!(operation.answers, Answers::Document) {
        return Ok(());
    }
    let mut given = sent.headers.get_all(ACCEPT).iter().peekable();
    if given.peek().is_none() {
        return if unconfirmed::ACCEPT_MAY_BE_MISSING { Ok(()) } else { refused(refusal) };
    }
    let accepts =
        given.filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(',')).any(|range| {
            let nothing = range.split(';').skip(1).any(|part| is_zero(part.trim()));
            !nothing && matches!(media(range).as_str(), "application/json" | "application/*" | "*/*")
        });
    if accepts { Ok(()) } else { refused(refusal) }
}

/// Whether a parameter of a media range is the weight of what is not wanted at all.
fn is_zero(parameter: &str) -> bool {
    let weight = parameter.strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
    weight.is_some_and(|weight| weight <= 0.0)
}

/// The operations of a product.
fn operations(product: Product) -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(move |operation| operation.only.is_none_or(|only| only == product))
}

/// Returns the parameter of the path, which is empty where the template has none.
fn fits(template: &str, path: &str) -> Option<String> {
    let Some((before, rest)) = template.split_once('{') else {
        return (template == path).then(String::new);
    };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let param = path.strip_prefix(before)?.strip_suffix(after)?;
    (!param.is_empty() && !param.contains('/')).then(|| param.to_owned())
}

fn allow(found: &[(&Operation, String)]) -> String {
    let mut names = Vec::new();
    for (operation, _) in found {
        names.push(operation.method.as_str());
        if operation.method == Method::GET {
            names.push("HEAD");
        }
    }
    names.join(",")
}

fn permit(site: &Site, account: i64, level: Level) -> Result<(), Refusal> {
    let has = command::permission(site, account);
    let may = match level {
        Level::Nothing => true,
        Level::Read => has != "deny",
        Level::Full => has == "full_access",
    };
    if may {
        return Ok(());
    }
    Err(Refusal::Status(StatusCode::FORBIDDEN, unconfirmed::FORBIDDEN_MESSAGE.to_owned()))
}

/// The refusal of a parameter or field that nobody knows: documented is 400, unlike the 401 of the
/// Configuration API.
fn unrecognized(name: &str) -> Refusal {
    Refusal::Status(StatusCode::BAD_REQUEST, format!("{} {name}", unconfirmed::UNKNOWN_MESSAGE))
}

impl Request<'_> {
    /// The id in the path: digits, and not too many.
    fn id(&self) -> Result<i64, Refusal> {
        let digits = self.param.bytes().all(|byte| byte.is_ascii_digit());
        let id = self.param.parse().ok().filter(|id| digits && (1..=i64::from(i32::MAX)).contains(id));
        id.ok_or(Refusal::NotFound)
    }

    /// Reads the body as a JSON object. No body is an empty object.
    fn object(&self) -> Result<Record, Refusal> {
        if self.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(Record::new());
        }
        match serde_json::from_slice(self.body) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(Refusal::Status(unconfirmed::MALFORMED_STATUS, unconfirmed::NO_OBJECT.to_owned())),
        }
    }

    /// Sees that the body has no other fields than these.
    fn only(&self, site: &Site, body: &Record, fields: &[&str]) -> Result<(), Refusal> {
        let unknown = body.keys().find(|name| !fields.contains(&name.as_str()));
        unknown.filter(|_| site.switches.strict).map_or(Ok(()), |name| Err(unrecognized(name)))
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::NoSession(_) => Self::NotFound,
            Trouble::Value(name, why) => Self::field(&name, format!("The {name} is invalid: {why}.")),
            Trouble::Failover(unconfirmed::PEER_LOST) => {
                Self::Status(StatusCode::INTERNAL_SERVER_ERROR, unconfirmed::PEER_LOST.to_owned())
            }
            other => Self::state(other.to_string()),
        }
    }
}
