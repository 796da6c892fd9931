//! `btapi report TYPE`

mod ask;
mod pass;
mod print;
mod rows;
mod when;

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};

use bt_sra::Product;
use bt_sra::reporting::model::report::{
    ExitSurvey, Inside, LicenseUsage, ListedArchive, ListedSession, Record, ReportContent, ReportType,
    Session, TeamActivity, VaultAccountActivity,
};
use bt_sra::reporting::model::{Answer, Limits, NoData, answer};
use serde_json::value::to_raw_value;

use self::ask::Ask;
use self::print::{Printer, Source};
use self::rows::Row;
use super::Context;
use crate::args::{Format, Globals, ReportCall};
use crate::failure::{Exit, Failure, Result, needs, plain};
use crate::net;
use crate::output::{self, Plan};
use crate::shape::Shape;
use crate::suggest::closest;

pub(super) use self::ask::handle;

/// Prints a report, from the appliance or from a file.
pub(super) fn run(context: &Context<'_>, call: &ReportCall) -> Result<()> {
    let product = context.settings.product(context.globals)?;
    let report = find(&call.name, product)?;
    let ask = Ask::read(report, call)?;
    let no_data = call.no_data.iter().fold(NoData::default(), |known, text| known.ending(text));
    let form = Form::of(context.globals, call)?;
    let task = Task { context, call, report, product, ask, no_data, form };
    match report.map(|report| report.content) {
        Some(ReportContent::Items { root, inside: Inside::Typed, .. }) => match root {
            "session_list" => task.items::<Session>(),
            "session_summary_list" => task.items::<ListedSession>(),
            "team_activity_list" => task.items::<TeamActivity>(),
            "vault_account_activity_list" => task.items::<VaultAccountActivity>(),
            "exit_survey_list" => task.items::<ExitSurvey>(),
            "archives" => task.items::<ListedArchive>(),
            _ => task.items::<Record>(),
        },
        Some(ReportContent::Document { .. }) => task.document(),
        _ => task.items::<Record>(),
    }
}

/// Finds a report, and refuses what is none for reading.
fn find(name: &str, product: Option<Product>) -> Result<Option<&'static ReportType>> {
    let Some(report) = ReportType::find(name) else { return unknown(name).map(|()| None) };
    if let (Some(only), Some(product)) = (report.only, product)
        && only != product
    {
        let failure = Failure::usage(format!("`{name}` is a report of {only}, and not of {product}"));
        return Err(match counterpart(name) {
            Some(other) => failure.with_hint(format!("{product} has {other}")),
            None => failure,
        });
    }
    if report.is_xml() {
        return Ok(Some(report));
    }
    let hint = match report.name {
        "Syslog" => "btapi syslog prints it",
        "EndpointLicenseUsage" => "btapi license endpoints prints it",
        "Archive" => "btapi archive list tells which there are, and btapi archive get prints one",
        "CommandShellRecording" => "btapi recording get LSID --kind shell",
        "ShowMyScreenRecording" => "btapi recording get LSID --kind screen",
        "AccessSessionRecording" | "SupportSessionRecording" => "btapi recording get LSID",
        _ => "btapi api POST '/api/reporting?generate_report=…' prints the bytes",
    };
    Err(Failure::usage(format!("`{name}` is a file, and no report to read")).with_hint(hint))
}

/// Says of a name that nobody knows what may be meant; what is near no other is sent as it is.
fn unknown(name: &str) -> Result<()> {
    let names = || bt_sra::reporting::model::report::REPORTS.iter().map(|report| report.name);
    if name.is_empty() || name == "help" || name.starts_with('-') {
        return Err(Failure::usage("which report? `btapi report` lists them"));
    }
    let likely = names().find(|known| known.eq_ignore_ascii_case(name)).or_else(|| closest(name, names()));
    if let Some(known) = likely {
        return Err(Failure::usage(format!("there is no report `{}`, but `{known}`", plain(name))));
    }
    output::note(&format!("the report `{}` is not known here; asked for as it is", plain(name)));
    Ok(())
}

/// Returns what the other product calls a report.
fn counterpart(name: &str) -> Option<&'static str> {
    let other = match name {
        "Team" => "SupportTeam".to_owned(),
        "SupportTeam" => "Team".to_owned(),
        _ => match (name.strip_prefix("Access"), name.strip_prefix("Support")) {
            (Some(rest), _) => format!("Support{rest}"),
            (_, Some(rest)) => format!("Access{rest}"),
            _ => return None,
        },
    };
    ReportType::find(&other).map(|report| report.name)
}

/// How a report is printed.
enum Form {
    /// As the appliance sent it.
    Xml,
    /// In one of the other formats.
    Plan(Box<Plan>),
}

impl Form {
    fn of(globals: &Globals, call: &ReportCall) -> Result<Self> {
        if globals.raw || globals.output == Some(Format::Xml) {
            let other = [
                ("--columns", globals.columns.is_some()),
                ("--query", globals.query.is_some()),
                ("--events", call.events),
                ("--window", call.window.is_some()),
            ];
            return match other.into_iter().find(|(_, is_given)| *is_given) {
                Some((option, _)) => Err(Failure::usage(format!("{option} and -o xml exclude each other"))
                    .with_hint("XML is printed as it comes, one document")),
                None => Ok(Self::Xml),
            };
        }
        let default = if io::stdout().is_terminal() { Format::Table } else { Format::Json };
        Ok(Self::Plan(Box::new(Plan::new(globals, default, Shape::UNKNOWN)?)))
    }
}

/// What is to be done.
struct Task<'a> {
    context: &'a Context<'a>,
    call: &'a ReportCall,
    /// What is known of the report.
    report: Option<&'static ReportType>,
    product: Option<Product>,
    ask: Ask,
    no_data: NoData,
    form: Form,
}

impl Task<'_> {
    /// Prints items one after the other.
    fn items<T: Row>(mut self) -> Result<()> {
        let plan = match std::mem::replace(&mut self.form, Form::Xml) {
            Form::Xml => return self.pass(),
            Form::Plan(plan) => *plan,
        };
        let mut printer = Printer::new(self.call.events, &self.call.name);
        if let Some(file) = self.file()? {
            let list = ask::list(self.report);
            let source = Source::<T>::file(file, list, self.no_data.clone());
            let runtime = net::runtime()?;
            return runtime
                .block_on(printer.run::<T>(plan, source, None))
                .map_err(|failure| self.explain(failure));
        }
        let made = net::run(&self.context.settings, async |net| {
            let report = self.ask.report::<T>(net, &self.call.name, self.report, self.product)?;
            let report = self.ask.plan(report)?.with_no_data(self.no_data.clone());
            let report = match self.deadline()? {
                Some(deadline) => report.with_deadline(deadline),
                None => report,
            };
            printer.run::<T>(plan, Source::Net(Box::new(report.stream())), Some(net.progress())).await
        });
        made.map_err(|failure| self.explain(failure))
    }

    /// Prints a report that is one document.
    fn document(self) -> Result<()> {
        let plan = match &self.form {
            Form::Xml => return self.pass(),
            Form::Plan(plan) => plan,
        };
        let found: Option<LicenseUsage> = match self.file()? {
            Some(mut file) => {
                let limits = Limits::default();
                let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
                let mut bytes = Vec::new();
                file.by_ref().take(most).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
                match answer(&bytes, &limits)? {
                    Answer::Data(data) => Some(data),
                    Answer::Refusal(refusal) if self.no_data.says(&refusal.message) => None,
                    Answer::Refusal(refusal) => return Err(self.explain(bt_sra::Error::from(refusal).into())),
                }
            }
            None => net::run(&self.context.settings, async |net| {
                let report = self.ask.license_usage(net)?.with_no_data(self.no_data.clone());
                Ok(report.with_deadline(net.timeout()).send().await?)
            })
            .map_err(|failure| self.explain(failure))?,
        };
        let Some(found) = found else {
            print::note_nothing(&self.call.name, None);
            return Ok(());
        };
        let raw = to_raw_value(&found).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        plan.value(&raw)
    }

    /// Passes the bytes on.
    fn pass(self) -> Result<()> {
        if let Some(file) = self.file()? {
            let runtime = net::runtime()?;
            let pieces = pass::Pieces::File(file);
            return runtime
                .block_on(pass::run(pieces, &self.call.name, self.no_data.clone(), None))
                .map_err(|failure| self.explain(failure));
        }
        let passed = net::run(&self.context.settings, async |net| {
            let is_document =
                self.report.is_some_and(|report| matches!(report.content, ReportContent::Document { .. }));
            let response = if is_document {
                self.ask.license_usage(net)?.response().await?
            } else {
                let report = self.ask.report::<Record>(net, &self.call.name, self.report, self.product)?;
                match self.deadline()? {
                    Some(deadline) => report.with_deadline(deadline).response().await?,
                    None => report.response().await?,
                }
            };
            let status = response.status();
            let pieces = pass::Pieces::Net(response.into_body(), status);
            pass::run(pieces, &self.call.name, self.no_data.clone(), Some(net.progress())).await
        });
        passed.map_err(|failure| self.explain(failure))
    }

    /// How long a request may take, if somebody has said so: a report may be long, and a connection
    /// that stands still ends anyway.
    fn deadline(&self) -> Result<Option<std::time::Duration>> {
        match self.context.settings.get("BT_TIMEOUT") {
            Some(_) => self.context.settings.timeout().map(Some),
            None => Ok(None),
        }
    }

    fn file(&self) -> Result<Option<Box<dyn Read>>> {
        let Some(file) = &self.call.file else { return Ok(None) };
        if file.as_os_str() == "-" {
            return Ok(Some(Box::new(io::stdin())));
        }
        let file = File::open(file).map_err(|error| self.unreadable(&error))?;
        Ok(Some(Box::new(file)))
    }

    fn unreadable(&self, error: &io::Error) -> Failure {
        let file = self.call.file.as_deref().unwrap_or_else(|| "standard input".as_ref());
        Failure::io(format!("cannot read {}", plain(&file.display().to_string())), error)
    }

    /// Says which permission a report needs, where the lack of one may be the reason.
    fn explain(&self, failure: Failure) -> Failure {
        let permission = self.report.and_then(|report| report.permission);
        let may_be_why = |exit: u8, message: &str| {
            // What was refused for a session that is none, is not refused for a permission.
            exit == Exit::Invalid as u8 && self.call.file.is_none() && !message.contains("lsid")
        };
        match (&failure, permission) {
            (Failure::Said { exit, message, .. }, Some(permission)) if may_be_why(*exit, message) => {
                failure.with_hint(needs(permission))
            }
            _ => failure,
        }
    }
}
