//! A request for a report: its form, what the table of reports says of it, and its way.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::slice;

use bt_sra_core::{Error, ErrorKind, Product, Result};
use bt_sra_transport::{Body, CallOptions, Operation, Pipeline, Repeat, accept};
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::{ReportNeed, ReportType, WindowUse};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Window;

/// Where the Reporting API hangs.
pub(crate) const PATH: &str = "/api/reporting";

/// The parameter that names the report.
const NAME: &str = "generate_report";

/// What is encoded in a form: all but the unreserved characters of RFC 3986.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const XML: HeaderValue = HeaderValue::from_static("text/xml, application/xml;q=0.9");
const FORM_TYPE: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// The parameters with which a window begins.
const STARTS: [&str; 4] = ["start_date", "start_time", "end_date", "end_time"];

/// What one request asks for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Ask {
    /// All there is.
    Plain,
    /// What lies in a window.
    Window(Window),
    /// A session.
    Lsid(Lsid),
    /// Several.
    Lsids(Vec<Lsid>),
}

impl Ask {
    /// Returns the sessions that are asked for by their identifiers.
    pub(crate) fn lsids(&self) -> &[Lsid] {
        match self {
            Self::Plain | Self::Window(_) => &[],
            Self::Lsid(lsid) => slice::from_ref(lsid),
            Self::Lsids(lsids) => lsids,
        }
    }
}

/// All that is the same for each of the requests that a report takes.
#[derive(Clone)]
pub(crate) struct Asking {
    pub(crate) pipeline: Pipeline,
    /// The value of `generate_report`.
    pub(crate) name: Cow<'static, str>,
    pub(crate) options: CallOptions,
    pub(crate) method: Method,
    /// Whether it is downloaded, and not read as XML.
    pub(crate) is_file: bool,
    product: Product,
    /// What is known of it; of none, nothing is checked.
    report: Option<&'static ReportType>,
    parameters: Vec<(Cow<'static, str>, String)>,
    /// Why it cannot be sent.
    fault: Option<Cow<'static, str>>,
}

impl Asking {
    pub(crate) fn of(pipeline: &Pipeline, product: Product, report: &'static ReportType) -> Self {
        Self { report: Some(report), ..Self::unknown(pipeline, product, Cow::Borrowed(report.name)) }
    }

    pub(crate) fn unknown(pipeline: &Pipeline, product: Product, name: Cow<'static, str>) -> Self {
        Self {
            pipeline: pipeline.clone(),
            name,
            options: CallOptions::default(),
            method: Method::POST,
            is_file: false,
            product,
            report: None,
            parameters: Vec::new(),
            fault: None,
        }
    }

    /// Sets a parameter that the user names.
    pub(crate) fn param(&mut self, name: Cow<'static, str>, value: String) {
        if name == NAME {
            self.fault("`generate_report` is the name of the report, and no parameter to set");
        } else {
            self.set(name, value);
        }
    }

    /// Sets a parameter, in the place of what was set under the same name.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Display) {
        set(&mut self.parameters, name.into(), value.to_string());
    }

    /// Returns whether the report has a parameter, as far as is known.
    pub(crate) fn takes(&self, name: &str) -> bool {
        self.report.is_none_or(|report| report.parameter(name).is_some())
    }

    pub(crate) fn fault(&mut self, fault: impl Into<Cow<'static, str>>) {
        self.fault.get_or_insert(fault.into());
    }

    /// Makes the request.
    pub(crate) fn request(&self, ask: &Ask) -> Result<Request<Bytes>> {
        // Also of what is no plan, and of what is a file.
        self.check(ask, false)?;
        self.parts(ask).and_then(|pairs| self.form(&pairs)).map_err(|error| self.named(error))
    }

    /// Sends it, and returns a good answer, which may still be an `<error>` document.
    pub(crate) async fn send(self, ask: Ask) -> Result<Response<Body>> {
        let request = self.request(&ask)?;
        let operation = Operation { name: self.name.clone(), ..Operation::new("", PATH, Repeat::Safe) };
        let sent = self.pipeline.call(&operation, request, &self.options).await;
        let accepted = match sent {
            Ok(response) => accept(response).await,
            Err(error) => Err(error),
        };
        accepted.map_err(|error| self.named(error))
    }

    /// Says in an error which report it is about.
    pub(crate) fn named(&self, error: Error) -> Error {
        error.with_operation(self.name.clone())
    }

    /// Refuses what the parameters that the user names contradict.
    pub(crate) fn check(&self, ask: &Ask, is_planned: bool) -> Result<()> {
        if let Some(fault) = &self.fault {
            return Err(self.named(refused(fault.clone())));
        }
        let has = |wanted: &str| self.parameters.iter().any(|(name, _)| name == wanted);
        let selectors = STARTS.into_iter().chain(["duration", "lsid", "lsids"]);
        if (is_planned || *ask != Ask::Plain)
            && let Some(name) = selectors.into_iter().find(|name| has(name))
        {
            let why = format!(
                "`{name}` is set beside a window, sessions or a plan: say it by these alone, or by `param` alone"
            );
            return Err(self.named(refused(why)));
        }
        if has("duration") && !STARTS.into_iter().any(has) {
            let why = "`duration` without a start: it is how long a window is";
            return Err(self.named(refused(why)));
        }
        let why = match ask {
            Ask::Lsids(lsids) if lsids.is_empty() => "an empty list of sessions asks for nothing",
            Ask::Lsids(lsids) if lsids.iter().any(|lsid| lsid.as_str().contains(',')) => {
                "a comma cannot stand in the identifier of a session: give them one by one"
            }
            Ask::Lsid(_) | Ask::Lsids(_)
                if ask.lsids().iter().any(|lsid| lsid.as_str().trim().is_empty()) =>
            {
                "the identifier of a session is empty: an answer may be about all of them"
            }
            _ => return Ok(()),
        };
        Err(self.named(refused(why)))
    }

    fn parts(&self, ask: &Ask) -> Result<Vec<(Cow<'static, str>, String)>> {
        let mut pairs = Vec::new();
        match ask {
            Ask::Plain => {}
            Ask::Window(window) => {
                pairs.extend(window.parameters().map(|(name, value)| (Cow::Borrowed(name), value)));
            }
            Ask::Lsid(lsid) => pairs.push((Cow::Borrowed("lsid"), lsid.as_str().to_owned())),
            Ask::Lsids(lsids) => {
                let lsids: Vec<&str> = lsids.iter().map(Lsid::as_str).collect();
                pairs.push((Cow::Borrowed("lsids"), lsids.join(",")));
            }
        }
        for (name, value) in &self.parameters {
            set(&mut pairs, name.clone(), value.clone());
        }
        if let Some(report) = self.report {
            check(report, self.product, &pairs, self.is_file)?;
        }
        Ok(pairs)
    }

    fn form(&self, pairs: &[(Cow<'static, str>, String)]) -> Result<Request<Bytes>> {
        let mut form = format!("{NAME}={}", utf8_percent_encode(&self.name, FORM));
        for (name, value) in pairs {
            form.push('&');
            form.extend(utf8_percent_encode(name, FORM));
            form.push('=');
            form.extend(utf8_percent_encode(value, FORM));
        }
        let media = if self.is_file { HeaderValue::from_static("*/*") } else { XML };
        let request = Request::builder().method(self.method.clone()).header(ACCEPT, media);
        let request = if self.method == Method::GET {
            request.uri(format!("{PATH}?{form}")).body(Bytes::new())
        } else {
            request.uri(PATH).header(CONTENT_TYPE, FORM_TYPE).body(form.into())
        };
        request.map_err(|source| refused("the parameters make no request").with_source(source))
    }
}

impl fmt::Debug for Asking {
    /// Shows the names of the parameters. Values may be of a customer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|(name, _)| name).collect();
        f.debug_struct("Asking")
            .field("report", &self.name)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}

fn set(pairs: &mut Vec<(Cow<'static, str>, String)>, name: Cow<'static, str>, value: String) {
    match pairs.iter_mut().find(|(other, _)| *other == name) {
        Some((_, old)) => *old = value,
        None => pairs.push((name, value)),
    }
}

/// Compares parameters with what is known of the report.
fn check(
    report: &ReportType,
    product: Product,
    pairs: &[(Cow<'static, str>, String)],
    is_file: bool,
) -> Result<()> {
    let has = |name: &str| pairs.iter().any(|(other, _)| other == name);
    if !report.is_in(product) {
        return Err(refused(format!("`{}` is no report of {}", report.name, long_name(product))));
    }
    if !is_file && !report.is_xml() {
        return Err(refused("this report is a file: it is downloaded, and not read as XML"));
    }
    let starts: Vec<&str> = STARTS.into_iter().filter(|name| has(name)).collect();
    if let [first, second, ..] = starts.as_slice() {
        return Err(refused(format!("a window has one start: `{first}` or `{second}`")));
    }
    if let Some(start) = starts.iter().find(|start| !report.window.starts().contains(*start)) {
        return Err(refused(match report.window {
            WindowUse::No => "this report takes no window of time".to_owned(),
            _ => format!("the window of this report cannot begin with `{start}`"),
        }));
    }
    if !starts.is_empty() && !has("duration") {
        return Err(refused("`duration` is missing: a window has a length, which is 0 for all until now"));
    }
    let instead = |need: ReportNeed| need == ReportNeed::InPlaceOfWindow;
    let alternatives = report.parameters.iter().filter(|parameter| instead(parameter.need));
    let given = alternatives.clone().filter(|parameter| has(parameter.name)).count() + starts.len();
    if given > 1 {
        return Err(refused("either a window of time or sessions, not both"));
    }
    let needs_one = matches!(report.window, WindowUse::Starts | WindowUse::StartsOrEnds);
    if given == 0 && needs_one {
        let or = if alternatives.count() > 0 { ", or the identifier of a session," } else { "" };
        return Err(refused(format!("a window of time{or} is missing")));
    }
    for parameter in report.parameters {
        let is_needed = match parameter.need {
            ReportNeed::Required => true,
            ReportNeed::WithWindow => !starts.is_empty(),
            _ => false,
        };
        if is_needed && !has(parameter.name) {
            return Err(refused(format!("the parameter `{}` is missing", parameter.name)));
        }
    }
    Ok(())
}

fn long_name(product: Product) -> &'static str {
    match product {
        Product::Pra => "Privileged Remote Access",
        Product::Rs => "Remote Support",
    }
}

fn refused(why: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidRequest, why)
}
