//! `btapi session show|html LSID`

mod page;
mod story;
mod tell;
mod text;

use std::io::Read;
use std::path::{Path, PathBuf};

use bt_sra::reporting::Report;
use bt_sra::reporting::model::report::{ReportType, Session};
use bt_sra::reporting::model::{Items, List, Lsid};
use bt_sra::{Product, save};
use serde_json::value::to_raw_value;

use super::{Context, bulk, report};
use crate::args::{Format, SessionHtml, SessionShow, SessionSource};
use crate::failure::{Exit, Failure, Result, plain};
use crate::net::{self, Net};
use crate::output::{self, Plan};
use crate::shape::Shape;

pub(crate) use self::story::Kind;
use self::story::Story;

/// The list that sessions are read from.
const SESSIONS: List = List::of(&["session_list"], &["session"]);

/// Prints a session for people, or as JSON.
pub(super) fn show(context: &Context<'_>, arguments: &SessionShow) -> Result<()> {
    let plan = Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?;
    if !plan.is_default() && !arguments.only.is_empty() {
        return Err(Failure::usage("--only is for the form for people; --query chooses from JSON")
            .with_hint(
                "btapi session show LSID --query '.events[] | select(.event_type == \"Chat Message\")'",
            ));
    }
    let (session, product) = session(context, &arguments.source)?;
    if plan.is_default() {
        let story = Story::of(&session, product).only(&arguments.only);
        let width = output::width(std::env::var("COLUMNS").ok().as_deref());
        return output::write(text::write(&story, width).as_bytes());
    }
    let value = to_raw_value(&session).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&value)
}

/// Writes a session as a page.
pub(super) fn html(context: &Context<'_>, arguments: &SessionHtml) -> Result<()> {
    let target = arguments.out.as_deref().map(Target::of).transpose()?;
    let (session, product) = session(context, &arguments.source)?;
    let page = page::write(&Story::of(&session, product));
    let Some(target) = target else { return output::write(page.as_bytes()) };
    let size = page.len();
    let saved = target.save(page.into())?;
    output::note(&format!("{} written, {size} bytes", saved.display()));
    Ok(())
}

/// Where a page goes.
struct Target {
    folder: PathBuf,
    name: String,
}

impl Target {
    /// Looks at it before anything is sent.
    fn of(path: &Path) -> Result<Self> {
        let shown = plain(&path.display().to_string());
        let name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let Some(name) = name else { return Err(Failure::usage(format!("-O: `{shown}` names no file"))) };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new(".")).to_owned();
        if path.symlink_metadata().is_ok() {
            return Err(Failure::usage(format!("-O: there is a file {shown} already"))
                .with_hint("nothing is replaced: choose another name, or remove it first"));
        }
        if !folder.is_dir() {
            return Err(Failure::usage(format!("-O: there is no folder for {shown}")));
        }
        Ok(Self { folder, name })
    }

    /// Writes it beside, and then gives it its name.
    fn save(&self, page: bytes::Bytes) -> Result<PathBuf> {
        let mut options = save::SaveOptions::default();
        options.name = Some(self.name.clone());
        let answer = http::Response::new(bt_sra::Body::whole(page));
        let saved = net::runtime()?.block_on(save::save(answer, &self.folder, &options));
        Ok(saved?.path)
    }
}

/// Gets the session, from a file or from the appliance.
fn session(context: &Context<'_>, source: &SessionSource) -> Result<(Session, Option<Product>)> {
    let lsid = source.lsid.as_deref();
    if let Some(lsid) = lsid {
        check_lsid(lsid)?;
    }
    let product = context.settings.product(context.globals)?;
    if let Some(file) = &source.file {
        let session = if file.as_os_str() == "-" {
            find(std::io::stdin().lock(), lsid, "standard input")?
        } else {
            let shown = plain(&file.display().to_string());
            let open = std::fs::File::open(file);
            let open = open.map_err(|error| Failure::io(format!("cannot read {shown}"), &error))?;
            find(open, lsid, &shown)?
        };
        return Ok((session, product));
    }
    // clap asks for one of the two.
    let Some(lsid) = lsid else { return Err(Failure::usage("which session?")) };
    net::run(&context.settings, async |net| {
        let product = match product {
            Some(product) => product,
            None => bulk::fetch::product(net).await?,
        };
        fetch(net, product, lsid).await.map(|session| (session, Some(product)))
    })
}

/// Asks the appliance for a session.
pub(super) async fn fetch(net: &Net, product: Product, lsid: &str) -> Result<Session> {
    let name = match product {
        Product::Pra => "AccessSession",
        Product::Rs => "SupportSession",
    };
    let Some(report) = ReportType::find(name) else { return Err(Failure::usage("which report?")) };
    let report: Report<Session> = report::handle(net, product, report);
    let report = report.sessions(Lsid::new(lsid)).with_deadline(net.timeout());
    let mut found = report.stream();
    while let Some(session) = found.try_next().await? {
        if session.lsid.as_str() == lsid {
            return Ok(session);
        }
    }
    let said =
        found.said_no_data().map_or_else(String::new, |said| format!(": {}", plain(said.message.trim())));
    Err(Failure::new(Exit::NotFound, format!("{name}: there is no such session{said}")))
}

/// Refuses what cannot identify a session.
pub(super) fn check_lsid(lsid: &str) -> Result<()> {
    let is_odd = |letter: char| !letter.is_ascii_alphanumeric() && !"-_.".contains(letter);
    if lsid.is_empty() || lsid.len() > 128 || lsid.contains(is_odd) {
        return Err(Failure::usage(format!("`{}` is no identifier of a session", plain(lsid)))
            .with_hint("reports tell them: 32 hexadecimal digits as a rule"));
    }
    Ok(())
}

/// Reads until the session is found; without an identifier there must be only one.
fn find(read: impl Read, lsid: Option<&str>, place: &str) -> Result<Session> {
    let mut found: Option<Session> = None;
    let mut count = 0u64;
    let mut items: Items<_, Session> = Items::new(read, SESSIONS);
    for session in items.by_ref() {
        let session = session.map_err(|error| failed(error, place))?;
        count += 1;
        match lsid {
            Some(lsid) if session.lsid.as_str() == lsid => return Ok(session),
            Some(_) => {}
            None if found.is_none() => found = Some(session),
            None => {
                return Err(Failure::usage(format!("{place} has more than one session; say which one"))
                    .with_hint("btapi session show LSID --file FILE"));
            }
        }
    }
    match (found, lsid) {
        (Some(session), _) => Ok(session),
        (None, Some(_)) if count > 0 => {
            Err(Failure::new(Exit::NotFound, format!("{place}: none of its {count} sessions is that one")))
        }
        (None, _) => {
            let said = items.ending().and_then(|ending| ending.no_data.as_ref());
            let said =
                said.map_or_else(String::new, |refusal| format!(": {}", plain(refusal.message.trim())));
            Err(Failure::new(Exit::NotFound, format!("{place}: there is no session in it{said}")))
        }
    }
}

/// Names the place in front of what went wrong there.
fn failed(error: bt_sra::Error, place: &str) -> Failure {
    match Failure::from(error) {
        Failure::Said { exit, message, hint } => {
            Failure::Said { exit, message: format!("{place}: {message}"), hint }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
