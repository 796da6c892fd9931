//! The Reporting API: `/api/reporting`.
//!
//! Documents are written here from the facts of the API alone, and while they are sent. An error is
//! a document with the root `error`, and its status is 200.

mod archives;
mod arguments;
mod licenses;
mod live;
mod opaque;
mod packed;
pub(crate) mod record;
mod recordings;
pub(crate) mod schema;
mod sessions;
mod story;
mod summaries;
mod surveys;
mod teams;
mod vault;
mod xml;

use bt_sra_core::Product;
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use http::{HeaderMap, Method, StatusCode};

use self::arguments::Arguments;
use self::xml::{Form, Told};
use crate::answer::{Answer, Payload, Refusal};
use crate::body::Source;
use crate::oauth::ACCOUNTS;
use crate::profile::{Profile, Shape};
use crate::store::flag;
use crate::time::Moment;
use crate::unconfirmed as of_all;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

/// Where the API is.
pub(crate) const PATH: &str = "/api/reporting";

/// A request whose account is known.
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
    /// Where the request comes from.
    pub(crate) address: &'a str,
}

/// A report that is to be made.
#[derive(Debug)]
struct Request<'a> {
    arguments: Arguments,
    headers: &'a HeaderMap,
    account: i64,
    now: Moment,
    origin: &'a str,
    address: &'a str,
}

/// Why there is no report: the sentence of the `error` element.
#[derive(Debug)]
struct Refused(String);

/// What is told, one after the other.
type Items = Box<dyn Iterator<Item = Box<dyn Told>> + Send>;

/// What comes of a request.
enum Reply {
    /// The children of the root.
    List(Items),
    /// Something that is no list.
    Answer(Answer),
}

/// A report.
#[derive(Debug)]
struct Report {
    name: &'static str,
    /// The product that knows it; none is both.
    only: Option<Product>,
    /// What an account must be permitted.
    needs: &'static str,
    /// The root element.
    root: &'static str,
    /// What is said if nothing fits.
    none: &'static str,
    run: fn(&mut Site, &Request<'_>) -> Result<Reply, Refused>,
}

const PRA: Option<Product> = Some(Product::Pra);
const RS: Option<Product> = Some(Product::Rs);

const SESSIONS: Report = Report {
    name: "AccessSession",
    only: PRA,
    needs: "perm_reporting_support",
    root: "session_list",
    none: unconfirmed::NO_SESSIONS,
    run: sessions::full,
};
const LISTING: Report =
    Report { name: "AccessSessionListing", root: "session_summary_list", run: sessions::listing, ..SESSIONS };
const TEAMS: Report = Report {
    name: "Team",
    root: "team_activity_list",
    none: unconfirmed::NO_TEAMS,
    run: teams::activity,
    ..SESSIONS
};
const SUMMARIES: Report =
    Report { name: "AccessSessionSummary", root: "summary_list", run: summaries::summaries, ..SESSIONS };
const RECORDING: Report =
    Report { name: "AccessSessionRecording", root: "", run: recordings::session, ..SESSIONS };
const LICENSES: Report = Report {
    name: "EndpointLicenseUsage",
    only: None,
    needs: "perm_reporting_license",
    root: "",
    none: "",
    run: packed::licenses,
};
const SURVEYS: Report = Report {
    name: "SupportCustExitSurvey",
    only: RS,
    root: "exit_survey_list",
    none: unconfirmed::NO_SURVEYS,
    run: surveys::of_customers,
    ..SESSIONS
};
const PRESENTATIONS: Report = Report {
    name: "PresentationSession",
    only: unconfirmed::PRESENTATIONS,
    root: "simulated_presentation_list",
    none: unconfirmed::NO_PRESENTATIONS,
    run: opaque::presentations,
    ..SESSIONS
};
const ARCHIVES: Report = Report {
    name: "ArchiveListing",
    only: RS,
    needs: "perm_reporting_archive",
    root: "archives",
    none: unconfirmed::NO_ARCHIVES,
    run: archives::listing,
};

const REPORTS: &[Report] = &[
    SESSIONS,
    Report { name: "SupportSession", only: RS, ..SESSIONS },
    LISTING,
    Report { name: "SupportSessionListing", only: RS, ..LISTING },
    TEAMS,
    Report { name: "SupportTeam", only: RS, ..TEAMS },
    Report {
        name: "VaultAccountActivity",
        only: None,
        needs: "perm_reporting_vault",
        root: "vault_account_activity_list",
        none: unconfirmed::NO_VAULT,
        run: vault::activity,
    },
    SUMMARIES,
    Report { name: "SupportSessionSummary", only: RS, ..SUMMARIES },
    RECORDING,
    Report { name: "SupportSessionRecording", only: RS, ..RECORDING },
    Report { name: "CommandShellRecording", only: None, run: recordings::shell, ..RECORDING },
    Report { name: "ShowMyScreenRecording", only: RS, run: recordings::own_screen, ..RECORDING },
    LICENSES,
    Report { name: "LicenseUsage", only: RS, root: "license_usage", run: licenses::usage, ..LICENSES },
    Report { name: "Syslog", needs: "perm_reporting_syslog", run: packed::syslog, ..LICENSES },
    Report {
        name: "JumpItem",
        needs: "perm_reporting_jump_item",
        root: "simulated_jump_item_list",
        none: unconfirmed::NO_JUMP_ITEMS,
        run: opaque::jump_items,
        ..LICENSES
    },
    SURVEYS,
    Report { name: "SupportRepExitSurvey", run: surveys::of_representatives, ..SURVEYS },
    PRESENTATIONS,
    Report { name: "PresentationSessionListing", ..PRESENTATIONS },
    Report { name: "PresentationSessionRecording", run: recordings::presentation, ..PRESENTATIONS },
    ARCHIVES,
    Report { name: "Archive", root: "", run: archives::archive, ..ARCHIVES },
];

/// Answers a request.
pub(crate) fn answer(site: &mut Site, sent: &Sent<'_>) -> Answer {
    match *sent.method {
        Method::GET | Method::HEAD | Method::POST => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD,POST"),
        _ => return Refusal::Method("GET,HEAD,POST".to_owned()).into(),
    }
    if site.switches.shapes.has(Shape::XML_OFF) {
        return not_found();
    }
    let body = if *sent.method == Method::POST { sent.body.as_ref() } else { &[] };
    // Documented: nothing else is taken, multipart bodies least of all.
    if !body.is_empty() && !is_form(sent.headers) {
        return error(site, None, unconfirmed::NOT_A_FORM);
    }
    let arguments = Arguments::read(sent.query, body);
    let (product, name) = (site.product, arguments.given("generate_report").unwrap_or_default());
    let report =
        REPORTS.iter().find(|report| report.name == name && report.only.is_none_or(|only| only == product));
    let Some(report) = report else {
        return error(site, None, unconfirmed::UNKNOWN_REPORT);
    };
    let row = site.store.row(ACCOUNTS, 0, sent.account);
    if !row.is_some_and(|row| flag(&row, report.needs)) {
        if site.switches.shapes.has(Shape::NOT_FOUND) {
            return not_found();
        }
        return error(site, Some(report), unconfirmed::PERMISSION_DENIED);
    }
    let request = Request {
        arguments,
        headers: sent.headers,
        account: sent.account,
        now: sent.now,
        origin: sent.origin,
        address: sent.address,
    };
    match (report.run)(site, &request) {
        Ok(Reply::List(items)) => listed(site, report, items),
        Ok(Reply::Answer(answer)) => answer,
        Err(Refused(sentence)) if report.name == "Archive" => {
            coded(error(site, Some(report), &sentence), sent.headers)
        }
        Err(Refused(sentence)) => error(site, Some(report), &sentence),
    }
}

/// Streams a list. Nothing at all is an error, or an empty root.
fn listed(site: &Site, report: &'static Report, items: Items) -> Answer {
    let (form, shapes) = (form(site), site.switches.shapes);
    let mut items = items.peekable();
    let empty = shapes.has(Shape::EMPTY_LISTS) || items.peek().is_none();
    if empty && !shapes.has(Shape::EMPTY_REPORTS) {
        return error(site, Some(report), report.none);
    }
    let items: Items = if empty { Box::new(std::iter::empty()) } else { Box::new(items) };
    streamed(xml::list(form, report.root, items))
}

fn error(site: &Site, report: Option<&Report>, sentence: &str) -> Answer {
    let shapes = site.switches.shapes;
    let root = report.filter(|_| shapes.has(Shape::NESTED_ERROR)).map(|report| report.root);
    let root = root.filter(|root| !root.is_empty());
    let code = shapes.has(Shape::ERROR_CODE).then_some(of_all::ERROR_CODE);
    let sentence = if shapes.has(Shape::LOCALIZED) { french(sentence) } else { sentence.to_owned() };
    whole(xml::error(form(site), root, &sentence, code))
}

/// Packs a document if the client takes it so. Seen of errors about archives.
fn coded(answer: Answer, headers: &HeaderMap) -> Answer {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Payload::Text { media, bytes } = &answer.payload else {
        return answer;
    };
    if !accepted.split(',').any(|coding| coding.split(';').next().unwrap_or_default().trim() == "gzip") {
        return answer;
    }
    let payload = Payload::Text { media, bytes: packed::gzip(bytes) };
    Answer { payload, ..answer }.header(CONTENT_ENCODING, "gzip")
}

/// Errors come in the language of the site.
fn french(sentence: &str) -> String {
    let known = unconfirmed::FRENCH
        .iter()
        .find_map(|(english, french)| sentence.strip_prefix(english).map(|rest| format!("{french}{rest}")));
    known.unwrap_or_else(|| of_all::FRENCH_FOR_ALL_ELSE.to_owned())
}

/// The form in which a site writes its reports.
fn form(site: &Site) -> Form {
    let shapes = site.switches.shapes;
    let namespace =
        if shapes.has(Shape::UNKNOWN_NAMESPACE) { of_all::UNKNOWN_NAMESPACE } else { namespace(site) };
    Form {
        namespace: (!shapes.has(Shape::NO_NAMESPACE)).then_some(namespace),
        prefixed: shapes.has(Shape::PREFIXED),
        dense: shapes.has(Shape::DENSE),
        no_times: shapes.has(Shape::NO_TS),
        extra: shapes.has(Shape::EXTRA_ELEMENTS),
        dressed: shapes.has(Shape::DRESSED),
        stray: shapes.has(Shape::STRAY_LINES),
        key_child: shapes.has(Shape::KEY_CHILD),
        empty_end: shapes.has(Shape::EMPTY_END),
    }
}

fn namespace(site: &Site) -> &'static str {
    site.switches.profile.unwrap_or(Profile::Sra).reporting_namespace()
}

fn is_form(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// What the guide names as the sign of a permission that is missing.
fn not_found() -> Answer {
    let bytes = Bytes::from_static(of_all::DOCUMENT_NOT_FOUND.as_bytes());
    Answer::new(StatusCode::NOT_FOUND, Payload::Text { media: "text/html; charset=UTF-8", bytes })
}

const XML: &str = "text/xml; charset=UTF-8";

fn whole(bytes: Bytes) -> Answer {
    headed(Answer::new(StatusCode::OK, Payload::Text { media: XML, bytes }))
}

fn streamed(source: Source) -> Answer {
    headed(Answer::new(StatusCode::OK, Payload::Stream { media: XML, source }))
}

fn headed(answer: Answer) -> Answer {
    of_all::XML_HEADERS
        .iter()
        .fold(answer, |answer, (name, value)| answer.header(HeaderName::from_static(name), value))
}
