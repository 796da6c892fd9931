//! `btapi recording get LSID… --dir D`

mod get;
mod manifest;

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::future::poll_fn;
use std::io::BufRead as _;
use std::pin::Pin;
use std::task::Poll;

use bt_sra::Product;
use bt_sra::reporting::model::report::Session;
use serde::Serialize;
use serde_json::{Map, Value, json};

use self::get::Wanted;
use self::manifest::Manifest;
use super::Context;
use super::bulk::fetch;
use super::session::{self, check_lsid};
use super::sheet::{Columns, Sheet, cells};
use crate::args::{RecordingGet, RecordingKind};
use crate::failure::{Exit, Failure, Result};
use crate::net::{self, Net};
use crate::output::{self, Plan};
use crate::progress::Unit;
use crate::shape::Shape;

/// What has become of a recording.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Outcome {
    lsid: String,
    kind: RecordingKind,
    instance: Option<u32>,
    /// `saved`, `there` before, or `failed`.
    state: &'static str,
    name: Option<String>,
    size: Option<u64>,
    sha256: Option<String>,
    error: Option<String>,
    #[serde(skip)]
    exit: u8,
}

const COLUMNS: Columns<Outcome> = Columns {
    all: &["lsid", "kind", "instance", "state", "name", "size", "sha256", "error"],
    short: &["lsid", "kind", "instance", "state", "name", "size", "error"],
    row,
};

fn row(outcome: &Outcome) -> Map<String, Value> {
    cells(
        COLUMNS.all,
        [
            json!(outcome.lsid),
            json!(outcome.kind),
            json!(outcome.instance),
            json!(outcome.state),
            json!(outcome.name),
            json!(outcome.size),
            json!(outcome.sha256),
            json!(outcome.error),
        ],
    )
}

/// Saves recordings, several at a time, and writes down what there is.
pub(super) fn get(context: &Context<'_>, arguments: &RecordingGet) -> Result<()> {
    let lsids = lsids(&arguments.lsids)?;
    if arguments.instance.is_some() && arguments.kind == RecordingKind::Session {
        return Err(Failure::usage("--instance: a session has one recording of its screen")
            .with_hint("--kind shell and --kind screen have several"));
    }
    let product = context.settings.product(context.globals)?;
    if arguments.kind == RecordingKind::Screen && product == Some(Product::Pra) {
        return Err(Failure::usage("--kind screen: the representative's own screen is recorded by rs only"));
    }
    let plan = COLUMNS.plan(Plan::reading(context.globals, Shape::UNKNOWN)?);
    let manifest = RefCell::new(Manifest::open(&arguments.dir)?);
    let sheet = RefCell::new(Sheet::new(&plan, &COLUMNS));
    let mut failed: Vec<u8> = Vec::new();
    let count = net::run(&context.settings, async |net| {
        let product = match product {
            Some(product) => product,
            None => fetch::product(net).await?,
        };
        net.progress().begin("recordings", Unit::Items);
        net.progress().expect(Some(lsids.len() as u64));
        let work = Work { net, product, arguments, manifest: &manifest, sheet: &sheet };
        let ended = work.all(lsids).await;
        manifest.borrow_mut().write()?;
        failed = ended?;
        Ok(())
    });
    // What is there is written down, whatever has happened.
    manifest.borrow_mut().write()?;
    count?;
    let count = sheet.into_inner().end()?;
    match failed.as_slice() {
        [] if count == 0 => {
            output::note("recordings: there are none");
            Ok(())
        }
        [] => Ok(()),
        [first, rest @ ..] => {
            let exit = if rest.iter().all(|exit| exit == first) { *first } else { Exit::Other as u8 };
            let failure = Failure::coded(exit, format!("{} of {count} recordings failed", failed.len()));
            Err(failure.with_hint("the same command goes on: what is there is not fetched again"))
        }
    }
}

/// Reads which sessions: from the command line, and with - from standard input.
fn lsids(words: &[String]) -> Result<Vec<String>> {
    let mut lsids = Vec::new();
    for word in words {
        if word != "-" {
            lsids.push(word.clone());
            continue;
        }
        for line in std::io::stdin().lock().lines() {
            let line = line.map_err(|error| Failure::io("cannot read standard input", &error))?;
            lsids.push(line.trim().trim_matches('"').to_owned());
        }
    }
    lsids.retain(|lsid| !lsid.is_empty());
    lsids.iter().try_for_each(|lsid| check_lsid(lsid))?;
    // Each once, in the order in which they came.
    let mut seen = BTreeSet::new();
    lsids.retain(|lsid| seen.insert(lsid.clone()));
    Ok(lsids)
}

/// What all that works at it shares.
struct Work<'a, 'b> {
    net: &'a Net,
    product: Product,
    arguments: &'a RecordingGet,
    manifest: &'a RefCell<Manifest>,
    sheet: &'a RefCell<Sheet<'b, Outcome>>,
}

impl Work<'_, '_> {
    /// Does it all, and returns the exit codes of what failed.
    async fn all(&self, lsids: Vec<String>) -> Result<Vec<u8>> {
        let waiting = RefCell::new(VecDeque::from(lsids));
        let failed = RefCell::new(Vec::new());
        let jobs = usize::from(self.arguments.jobs);
        let mut workers: Vec<Pin<Box<dyn Future<Output = Result<()>> + '_>>> = Vec::new();
        for _ in 0..jobs {
            workers.push(Box::pin(async {
                loop {
                    let next = waiting.borrow_mut().pop_front();
                    let Some(lsid) = next else { return Ok(()) };
                    for outcome in self.session(&lsid).await? {
                        if outcome.state == "failed" {
                            failed.borrow_mut().push(outcome.exit);
                        }
                        self.sheet.borrow_mut().put(&outcome)?;
                        self.sheet.borrow_mut().flush()?;
                    }
                    self.net.progress().add(1);
                }
            }));
        }
        join(workers).await?;
        Ok(failed.take())
    }

    /// Saves what there is of a session.
    async fn session(&self, lsid: &str) -> Result<Vec<Outcome>> {
        let instances = match (self.arguments.kind, self.arguments.instance) {
            (RecordingKind::Session, _) => vec![None],
            (_, Some(instance)) => vec![Some(instance)],
            (kind, None) => match session::fetch(self.net, self.product, lsid).await {
                Ok(session) => instances(&session, kind).into_iter().map(Some).collect(),
                Err(failure) => return Ok(vec![self.failed(&self.wanted(lsid, None), failure)?]),
            },
        };
        let mut outcomes = Vec::new();
        for instance in instances {
            let wanted = self.wanted(lsid, instance);
            outcomes.push(
                match wanted.get(self.net, self.product, &self.arguments.dir, self.manifest).await {
                    Ok(outcome) => outcome,
                    Err(failure) => self.failed(&wanted, failure)?,
                },
            );
        }
        Ok(outcomes)
    }

    fn wanted(&self, lsid: &str, instance: Option<u32>) -> Wanted {
        Wanted { lsid: lsid.to_owned(), kind: self.arguments.kind, instance }
    }

    /// Makes an outcome of a failure. What ends everything is not about one recording.
    fn failed(&self, wanted: &Wanted, failure: Failure) -> Result<Outcome> {
        let (exit, message) = match failure {
            Failure::Said { exit, message, hint }
                if exit == Exit::Credentials as u8 || exit == Exit::Permission as u8 =>
            {
                return Err(Failure::Said { exit, message, hint });
            }
            Failure::Said { exit, message, .. } => (exit, message),
            other => return Err(other),
        };
        output::note(&format!("{}: {message}", wanted.stem()));
        Ok(Outcome { state: "failed", error: Some(message), exit, ..wanted.outcome() })
    }
}

/// Returns which recordings of a kind a session has.
fn instances(session: &Session, kind: RecordingKind) -> Vec<u32> {
    let recordings = match kind {
        RecordingKind::Shell => &session.command_shell_recordings,
        _ => &session.show_my_screen_recordings,
    };
    let number = |(place, instance): (usize, Option<u64>)| {
        instance.and_then(|instance| u32::try_from(instance).ok()).or_else(|| u32::try_from(place).ok())
    };
    recordings.iter().map(|recording| recording.instance).enumerate().filter_map(number).collect()
}

/// Waits for all, at once; the first that fails ends them.
async fn join(mut workers: Vec<Pin<Box<dyn Future<Output = Result<()>> + '_>>>) -> Result<()> {
    poll_fn(|context| {
        let mut failure = None;
        workers.retain_mut(|worker| match worker.as_mut().poll(context) {
            Poll::Ready(Ok(())) => false,
            Poll::Ready(Err(error)) => {
                failure = Some(error);
                false
            }
            Poll::Pending => true,
        });
        match failure {
            Some(failure) => Poll::Ready(Err(failure)),
            None if workers.is_empty() => Poll::Ready(Ok(())),
            None => Poll::Pending,
        }
    })
    .await
}
