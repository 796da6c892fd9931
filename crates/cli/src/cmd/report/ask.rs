//! What is asked for: options and parameters, looked at before anything is sent.

use std::time::Duration;

use bt_sra::Product;
use bt_sra::reporting::model::report::{
    Item, LicenseUsage, ReportContent, ReportNeed, ReportParameter, ReportParameterKind, ReportType,
};
use bt_sra::reporting::model::{List, Lsid};
use bt_sra::reporting::{Day, LicenseInterval, Plan, Report, StartWindow, Window};
use bt_sra::{pra, rs};

use super::rows::Row;
use super::when;
use crate::args::{ReportCall, long, names_sessions};
use crate::cmd::bulk::span;
use crate::cmd::session::check_lsid;
use crate::failure::{Failure, Result, plain};
use crate::net::Net;
use crate::suggest::closest;

/// A request that may be sent.
#[derive(Debug)]
pub(super) struct Ask {
    window: Option<Window>,
    lsids: Vec<Lsid>,
    parameters: Vec<(String, String)>,
    /// How much to ask for at a time.
    longest: Option<Duration>,
}

/// The parameters that make a window.
const WINDOW: [&str; 5] = ["start_date", "start_time", "end_date", "end_time", "duration"];

impl Ask {
    /// Reads options, and refuses what the report does not take or lacks.
    pub(super) fn read(report: Option<&'static ReportType>, call: &ReportCall) -> Result<Self> {
        let mut parameters: Vec<(String, String)> = Vec::new();
        let typed = call.typed.iter().map(|(name, value)| Ok(((*name).to_owned(), value.clone())));
        for pair in typed.chain(call.params.iter().map(|word| pair(word))) {
            let (name, value) = pair?;
            if parameters.iter().any(|(before, _)| *before == name) {
                return Err(Failure::usage(format!("`{}` is given twice", plain(&name))));
            }
            parameters.push((name, value));
        }
        let lsids = call.lsids.iter().map(|lsid| lsid.trim()).filter(|lsid| !lsid.is_empty());
        let lsids: Vec<&str> = lsids.collect();
        lsids.iter().try_for_each(|lsid| check_lsid(lsid))?;
        let ask = Self {
            window: when::window(call)?,
            lsids: lsids.into_iter().map(Lsid::new).collect(),
            parameters,
            longest: call.window.as_deref().map(longest).transpose()?,
        };
        if let Some(report) = report {
            for (name, value) in &ask.parameters {
                check_parameter(report, name, value)?;
            }
            // A saved report was asked for already.
            if call.file.is_none() {
                ask.check(report)?;
            }
        }
        if ask.longest.is_some() && ask.window.is_none() {
            return Err(
                Failure::usage("--window: there is no range to cut").with_hint("--since 90d makes one")
            );
        }
        Ok(ask)
    }

    /// Refuses what is too little or too much.
    fn check(&self, report: &ReportType) -> Result<()> {
        let name = report.name;
        let has = |wanted: &str| self.parameters.iter().any(|(name, _)| name == wanted);
        let has_window = self.window.is_some() || WINDOW.iter().any(|name| has(name));
        let has_lsid = !self.lsids.is_empty() || has("lsid") || has("lsids");
        let takes_lsid = report.parameters.iter().any(names_sessions);
        if has_window && has_lsid {
            return Err(Failure::usage(format!("{name}: either a window of time or sessions, not both")));
        }
        if self.window.is_some() && WINDOW.iter().any(|name| has(name)) {
            return Err(Failure::usage(format!(
                "{name}: the window is given twice, by options and by --param"
            )));
        }
        let needs_window = !report.window.starts().is_empty();
        if needs_window && !has_window && !has_lsid {
            let or = if takes_lsid { ", or of which sessions" } else { "" };
            return Err(Failure::usage(format!("{name}: of which time{or}?")).with_hint(match takes_lsid {
                true => "--since 7d, --from 2026-01-01 --to 2026-02-01, or --lsid LSID",
                false => "--since 7d, or --from 2026-01-01 --to 2026-02-01",
            }));
        }
        for parameter in report.parameters {
            let is_needed = match parameter.need {
                ReportNeed::Required => true,
                ReportNeed::WithWindow => has_window,
                _ => false,
            };
            if is_needed && !has(parameter.name) {
                return Err(Failure::usage(format!("{name}: --{} is missing", long(parameter.name)))
                    .with_hint(format!("{}: {}", parameter.about, form(parameter))));
            }
        }
        Ok(())
    }

    /// Makes the report.
    pub(super) fn report<T: Row>(
        &self,
        net: &Net,
        name: &str,
        known: Option<&'static ReportType>,
        product: Option<Product>,
    ) -> Result<Report<T>> {
        let product = match product.or_else(|| known.and_then(|report| report.only)) {
            Some(product) => product,
            // What both have is asked for in the same words.
            None => Product::Pra,
        };
        let made = match known {
            Some(report) => handle(net, product, report),
            None => T::unknown(net, name.to_owned())?,
        };
        Ok(self.dress(made))
    }

    /// Makes the report of licenses.
    pub(super) fn license_usage(&self, net: &Net) -> Result<Report<LicenseUsage>> {
        let value =
            self.parameters.iter().find(|(name, _)| name == "group_by").map(|(_, value)| value.as_str());
        let by = match value {
            Some("hour") => LicenseInterval::Hour,
            Some("day") => LicenseInterval::Day,
            _ => LicenseInterval::Month,
        };
        let since = match self.window {
            Some(window) => StartWindow::try_from(window)?,
            None => StartWindow::since(bt_sra::Timestamp::UNIX_EPOCH),
        };
        Ok(self.dress(rs::reporting::Reporting::new(net.pipeline().clone()).license_usage(since, by)))
    }

    /// Cuts a long range, if that is wanted.
    pub(super) fn plan<T: Row>(&self, report: Report<T>) -> Result<Report<T>> {
        match self.longest {
            Some(longest) => T::planned(report, Plan::new(longest)),
            None => Ok(report),
        }
    }

    fn dress<T>(&self, report: Report<T>) -> Report<T> {
        let report = match self.window {
            Some(window) => report.window(window),
            None => report,
        };
        let report = match self.lsids.as_slice() {
            [] => report,
            [one] => report.sessions(one),
            many => report.sessions(many),
        };
        let parameters = self.parameters.iter().cloned();
        parameters.fold(report, |report, (name, value)| report.param(name, value))
    }
}

/// Makes a report of the table for a product.
pub(in crate::cmd) fn handle<T: Item>(net: &Net, product: Product, report: &'static ReportType) -> Report<T> {
    match product {
        Product::Pra => pra::reporting::Reporting::new(net.pipeline().clone()).report(report),
        Product::Rs => rs::reporting::Reporting::new(net.pipeline().clone()).report(report),
    }
}

/// Returns which list a saved report is.
pub(super) fn list(report: Option<&'static ReportType>) -> List {
    match report.map(|report| report.content) {
        Some(ReportContent::Items { root, items, .. }) => match roots(root) {
            Some(roots) => List::of(roots, items),
            None => List::any(),
        },
        _ => List::any(),
    }
}

/// Returns the roots as a list that lives long enough.
fn roots(root: &'static str) -> Option<&'static [&'static str]> {
    const ROOTS: [&[&str]; 7] = [
        &["session_list"],
        &["session_summary_list"],
        &["summary_list"],
        &["team_activity_list"],
        &["vault_account_activity_list"],
        &["exit_survey_list"],
        &["archives"],
    ];
    ROOTS.into_iter().find(|roots| roots.contains(&root))
}

fn pair(word: &str) -> Result<(String, String)> {
    match word.split_once('=').filter(|(name, _)| !name.is_empty()) {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => Err(Failure::usage(format!("--param: `{}` is no parameter; write NAME=VALUE", plain(word)))),
    }
}

fn longest(text: &str) -> Result<Duration> {
    let longest = span::read("--window", text)?;
    if longest < Duration::from_secs(1) {
        return Err(Failure::usage("--window: is shorter than 1s"));
    }
    Ok(longest)
}

/// Looks at a parameter that is sent.
fn check_parameter(report: &ReportType, name: &str, value: &str) -> Result<()> {
    if name == "generate_report" {
        return Err(Failure::usage("`generate_report` is the report itself: it stands behind `report`"));
    }
    let starts = report.window.starts();
    if starts.contains(&name) || (name == "duration" && !starts.is_empty()) {
        return Ok(());
    }
    let Some(parameter) = report.parameter(name) else {
        let known = || report.parameters.iter().map(|parameter| parameter.name).chain(starts.iter().copied());
        let names: Vec<&str> = known().collect();
        let hint = match closest(name, known()) {
            Some(guess) => format!("did you mean `{guess}`?"),
            None if names.is_empty() => "it takes none".to_owned(),
            None => format!("it takes {}", names.join(", ")),
        };
        return Err(
            Failure::usage(format!("{} has no parameter `{}`", report.name, plain(name))).with_hint(hint)
        );
    };
    let is_good = match parameter.kind {
        ReportParameterKind::Lsid => return check_lsid(value),
        ReportParameterKind::Lsids => return value.split(',').try_for_each(check_lsid),
        ReportParameterKind::Number(least) => value.parse::<u32>().is_ok_and(|number| number >= least),
        ReportParameterKind::NumberOrAll => value == "all" || value.parse::<u32>().is_ok(),
        ReportParameterKind::Choice { words, open } => words.contains(&value) || (open && !value.is_empty()),
        ReportParameterKind::Filter { words, open } => {
            let fits = |word: &&str| match word.strip_suffix(':') {
                Some(_) => value.strip_prefix(*word).is_some_and(|id| id.parse::<u64>().is_ok()),
                None => value == *word,
            };
            words.iter().any(fits) || (open && !value.is_empty())
        }
        ReportParameterKind::Date => value.parse::<Day>().is_ok(),
        _ => true,
    };
    if is_good {
        return Ok(());
    }
    let (shown, form) = (plain(value), form(parameter));
    let failure = Failure::usage(format!("{}: `{name}` cannot be `{shown}`: expected {form}", report.name));
    let words = match parameter.kind {
        ReportParameterKind::Choice { words, .. } => words,
        _ => &[],
    };
    Err(match closest(value, words.iter().copied()) {
        Some(guess) => failure.with_hint(format!("did you mean `{guess}`?")),
        None => failure,
    })
}

fn form(parameter: &ReportParameter) -> String {
    match parameter.kind {
        ReportParameterKind::Number(0) => "a whole number".to_owned(),
        ReportParameterKind::Number(least) => format!("a whole number, {least} or more"),
        ReportParameterKind::NumberOrAll => "a whole number, or `all`".to_owned(),
        ReportParameterKind::Choice { words, open } => match open {
            true => format!("{}, or what else there is", words.join(", ")),
            false => words.join(", "),
        },
        ReportParameterKind::Filter { words, .. } => {
            let with_id = words.iter().map(|word| match word.ends_with(':') {
                true => format!("{word}ID"),
                false => (*word).to_owned(),
            });
            with_id.collect::<Vec<_>>().join(", ")
        }
        ReportParameterKind::Date => "a day, YYYY-MM-DD".to_owned(),
        _ => "a text".to_owned(),
    }
}
