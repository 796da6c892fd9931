//! The XML Command API: `/api/command`.
//!
//! Documents are written here from the facts of the API alone. An application error is a document
//! with the root `error`, and its status is 200.

mod arguments;
mod connected;
mod failover;
mod info;
mod invitation;
mod people;
pub(crate) mod schema;
mod sessions;
mod shortcut;
mod xml;

use bt_sra_core::Product;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderMap, Method, StatusCode};

use self::arguments::Arguments;
use self::xml::Element;
use crate::answer::{Answer, Payload, Refusal};
use crate::course;
use crate::happenings::Trouble;
use crate::oauth::ACCOUNTS;
use crate::profile::{Profile, Shape};
use crate::store::text;
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// Where the XML API is.
pub(crate) const PATH: &str = "/api/command";

/// A request to the XML API whose account is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) method: &'a Method,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) query: &'a str,
    pub(crate) body: &'a Bytes,
    /// The API account.
    pub(crate) account: i64,
    pub(crate) now: Moment,
    /// Scheme and host as the client wrote them.
    pub(crate) origin: &'a str,
}

/// One action that is to be done.
#[derive(Debug)]
struct Request<'a> {
    arguments: Arguments,
    account: i64,
    now: Moment,
    origin: &'a str,
}

/// Why an action is refused: the sentence of the `error` element.
#[derive(Debug)]
struct Refused(String);

/// What an account must be permitted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Level {
    Nothing,
    Read,
    Full,
}

/// An action.
#[derive(Debug)]
struct Action {
    name: &'static str,
    /// The product that knows it; none is both.
    only: Option<Product>,
    level: Level,
    /// The root element of a good answer.
    root: &'static str,
    run: fn(&mut Site, &Request<'_>) -> Result<Element, Refused>,
}

impl Action {
    /// Whether it changes something, whatever level it needs.
    fn changes(&self) -> bool {
        self.level == Level::Full || matches!(self.root, DONE | unconfirmed::VIRTUAL_CUSTOMER_ROOT)
    }
}

const RS: Option<Product> = Some(Product::Rs);

/// The level of three actions whose pages say read-only although they change something.
const CHAT: Level = if unconfirmed::CHAT_ACTIONS_NEED_FULL_ACCESS { Level::Full } else { Level::Read };

const fn action(
    name: &'static str,
    only: Option<Product>,
    level: Level,
    root: &'static str,
    run: fn(&mut Site, &Request<'_>) -> Result<Element, Refused>,
) -> Action {
    Action { name, only, level, root, run }
}

const DONE: &str = "success";

const ACTIONS: &[Action] = &[
    action("get_api_info", None, Level::Nothing, "api_information", info::api_info),
    action("check_health", None, Level::Read, "health_check", failover::check_health),
    action("set_failover_role", None, Level::Full, DONE, failover::set_failover_role),
    action("get_appliances", RS, Level::Read, "appliances", failover::get_appliances),
    action("get_logged_in_reps", None, Level::Read, "logged_in_reps", people::get_logged_in_reps),
    action("set_rep_status", RS, Level::Full, DONE, people::set_rep_status),
    action("logout_rep", RS, Level::Full, DONE, people::logout_rep),
    action("get_support_teams", RS, Level::Read, "support_teams", people::get_support_teams),
    action("generate_session_key", RS, Level::Full, "session_key", invitation::generate_session_key),
    action(
        "create_virtual_customer",
        RS,
        CHAT,
        unconfirmed::VIRTUAL_CUSTOMER_ROOT,
        invitation::create_virtual_customer,
    ),
    action("send_chat_message", RS, CHAT, DONE, sessions::send_chat_message),
    action("join_session", unconfirmed::JOINS_SESSIONS, Level::Full, DONE, sessions::join_session),
    action("leave_session", RS, CHAT, DONE, sessions::leave_session),
    action("transfer_session", RS, Level::Full, DONE, sessions::transfer_session),
    action("set_session_attributes", None, Level::Full, DONE, sessions::set_session_attributes),
    action(
        "get_session_attributes",
        None,
        Level::Read,
        "custom_attributes",
        sessions::get_session_attributes,
    ),
    action("terminate_session", None, Level::Full, DONE, sessions::terminate_session),
    action(
        "get_connected_client_list",
        None,
        Level::Read,
        "connected_client_list",
        connected::get_connected_client_list,
    ),
    action("get_connected_clients", None, Level::Read, "connected_clients", connected::get_connected_clients),
    action("import_jump_shortcut", None, Level::Full, DONE, shortcut::import_jump_shortcut),
];

/// Answers a request.
pub(crate) fn answer(site: &mut Site, sent: &Sent<'_>) -> Answer {
    if !unconfirmed::XML_METHODS.contains(sent.method) {
        let names: Vec<&str> = unconfirmed::XML_METHODS.iter().map(Method::as_str).collect();
        return Refusal::Method(names.join(",")).into();
    }
    if site.switches.shapes.has(Shape::XML_OFF) {
        return not_found();
    }
    let body = if *sent.method == Method::POST { sent.body.as_ref() } else { &[] };
    // Documented: nothing else is taken, multipart bodies least of all.
    if !body.is_empty() && !is_form(sent.headers) {
        let (status, message) = unconfirmed::NOT_A_FORM;
        return Answer::message(status, message);
    }
    let arguments = Arguments::read(sent.query, body);
    let name = arguments.get("action").unwrap_or_default();
    let name = unconfirmed::ACTION_ALIASES
        .iter()
        .find(|(alias, _)| *alias == name)
        .map_or(name, |(_, name)| name)
        .to_owned();
    let product = site.product;
    let action =
        ACTIONS.iter().find(|action| action.name == name && action.only.is_none_or(|only| only == product));
    let Some(action) = action else {
        return error(site, None, unconfirmed::INVALID_ACTION);
    };
    if !is_permitted(site, sent.account, action.level) {
        if site.switches.shapes.has(Shape::NOT_FOUND) {
            return not_found();
        }
        return error(site, Some(action), unconfirmed::PERMISSION_DENIED);
    }
    let changes = action.changes();
    if changes && site.live.appliances.is_swapping() {
        return error(site, Some(action), unconfirmed::SYNC_UNDER_WAY);
    }
    let request = Request { arguments, account: sent.account, now: sent.now, origin: sent.origin };
    match (action.run)(site, &request) {
        Ok(root) => {
            if changes {
                bring_forward(site, sent.now);
            }
            shown(site, &root)
        }
        Err(Refused(sentence)) => error(site, Some(action), &sentence),
    }
}

/// The form in which a site writes its documents.
pub(crate) fn profile(site: &Site) -> Profile {
    site.switches.profile.unwrap_or(Profile::of(site.product))
}

/// Lets everything happen that is due, for those who look without a request.
pub(crate) fn bring_forward(site: &mut Site, now: Moment) {
    course::wake(site);
    course::settle(site, now);
}

/// What an account may do with the Command APIs: `deny`, `read_only` or `full_access`.
pub(crate) fn permission(site: &Site, account: i64) -> String {
    let row = site.store.row(ACCOUNTS, 0, account);
    let level = row.map(|row| text(&row, "perm_command").to_owned()).unwrap_or_default();
    if level.is_empty() { "deny".to_owned() } else { level }
}

fn is_permitted(site: &Site, account: i64, level: Level) -> bool {
    let has = permission(site, account);
    match level {
        Level::Nothing => true,
        Level::Read => has != "deny",
        Level::Full => has == "full_access",
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// What the guide names as the sign of a permission that is missing.
fn not_found() -> Answer {
    let bytes = Bytes::from_static(unconfirmed::DOCUMENT_NOT_FOUND.as_bytes());
    Answer::new(StatusCode::NOT_FOUND, Payload::Text { media: "text/html; charset=UTF-8", bytes })
}

fn error(site: &Site, action: Option<&Action>, sentence: &str) -> Answer {
    let shapes = site.switches.shapes;
    let sentence = if shapes.has(Shape::LOCALIZED) { french(sentence) } else { sentence.to_owned() };
    let mut error = Element::text("error", sentence);
    if shapes.has(Shape::ERROR_CODE) {
        error = error.with("code", unconfirmed::ERROR_CODE);
    }
    match action.filter(|action| shapes.has(Shape::NESTED_ERROR) && action.root != DONE) {
        Some(action) => shown(site, &Element::new(action.root).child(error)),
        None => shown(site, &error),
    }
}

/// Errors come in the language of the site, in some cases; these are translations of our own.
fn french(sentence: &str) -> String {
    let known = unconfirmed::FRENCH
        .iter()
        .find_map(|(english, french)| sentence.strip_prefix(english).map(|rest| format!("{french}{rest}")));
    known.unwrap_or_else(|| unconfirmed::FRENCH_FOR_ALL_ELSE.to_owned())
}

fn shown(site: &Site, root: &Element) -> Answer {
    let document = xml::document(root, profile(site), site.switches.shapes);
    let payload = Payload::Text { media: "text/xml; charset=UTF-8", bytes: Bytes::from(document) };
    unconfirmed::XML_HEADERS.iter().fold(Answer::new(StatusCode::OK, payload), |answer, (name, value)| {
        answer.header(HeaderName::from_static(name), value)
    })
}

impl From<Trouble> for Refused {
    fn from(trouble: Trouble) -> Self {
        Self(match trouble {
            Trouble::NoSession(_) => unconfirmed::NO_SESSION.to_owned(),
            Trouble::NoPerson(_) => unconfirmed::NO_REPRESENTATIVE.to_owned(),
            Trouble::NoQueue(_) => unconfirmed::NO_QUEUE.to_owned(),
            Trouble::Ambiguous(_) => unconfirmed::AMBIGUOUS_USERNAME.to_owned(),
            Trouble::Value(name, _) => format!("{}{name}", unconfirmed::BAD_VALUE),
            Trouble::State(why) | Trouble::Failover(why) => {
                let mut letters = why.chars();
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
            }
        })
    }
}

/// The answer of an action that has nothing to tell but that it is done.
fn done(sentence: &str) -> Element {
    Element::text(DONE, sentence)
}
