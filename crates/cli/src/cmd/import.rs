//! `btapi import FILE.csv`

mod existing;
mod journal;
mod outcome;
mod plan;
mod send;

use std::path::{Path, PathBuf};

use ring::digest;

use self::existing::Existing;
use self::journal::{Header, Journal};
use self::outcome::{Outcomes, Report};
use self::plan::{Action, Plan};
use super::Context;
use super::bulk::fetch;
use super::bulk::kind::Kind;
use super::bulk::names::Names;
use super::bulk::problems::Problems;
use super::bulk::sheet::{self, Sheet};
use super::bulk::wanted::{self, Wanted};
use crate::args::Import;
use crate::failure::{Exit, Failure, Result};
use crate::net::{self, Net};
use crate::output;
use crate::vocabulary::Vocabulary;

/// What is said of a file with something wrong in it.
const NOTHING: &str = "nothing was sent";

/// Creates and updates what the rows of a file say.
///
/// The order is what makes it safe: the file is checked as far as that can be done alone, then
/// with what the appliance says, and only then is something changed; what is done goes to a
/// journal, so that the same command goes on where it was stopped.
pub(super) fn run(context: &Context<'_>, arguments: &Import) -> Result<()> {
    let file = File::read(arguments)?;
    let kind = arguments.kind.as_deref().map(Kind::find).transpose()?;
    let product = context.settings.product(context.globals)?;
    file.wanted(kind, &context.vocabulary, arguments)?;
    let errors = file.errors_path(arguments);
    check_folder(&errors)?;
    net::run(&context.settings, async |net| {
        let header = Header {
            input: file.digest.clone(),
            site: net.site(),
            kind: kind.map(|kind| kind.name),
            key: arguments.key,
            on_existing: arguments.on_existing,
        };
        // Held from here on: nobody else imports this file at the same time.
        let mut journal = match arguments.dry_run {
            true => None,
            false => Some(Journal::open(&file.path, &header, arguments.restart)?),
        };
        let is_new = journal.as_ref().is_some_and(Journal::is_new);
        if journal.is_some() && errors.exists() && (is_new || !outcome::is_ours(&errors)) {
            if is_new {
                journal.take().map(Journal::finish).transpose()?;
            }
            return Err(Failure::usage(format!("{} is there already, {NOTHING}", errors.display()))
                .with_hint("import or remove it first, or name another file with --errors"));
        }
        let outcome = import(net, arguments, &file, kind, product, journal.as_mut()).await;
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(failure) => {
                // Without a word in it, it would only be in the way.
                if let Some(journal) = journal.filter(Journal::is_empty) {
                    journal.finish()?;
                }
                return Err(failure);
            }
        };
        outcome.conclude(context, arguments, &file, journal)
    })
}

async fn import(
    net: &Net,
    arguments: &Import,
    file: &File,
    kind: Option<&'static Kind>,
    product: Option<bt_sra::Product>,
    journal: Option<&mut Journal>,
) -> Result<Report> {
    let product = match product {
        Some(product) => product,
        None => fetch::product(net).await?,
    };
    let vocabulary = Vocabulary::new(Some(product));
    let mut wanted = file.wanted(kind, &vocabulary, arguments)?;
    let names = Names::load(net, wanted::targets(&wanted)).await?;
    let mut problems = Problems::default();
    wanted::resolve(&mut wanted, &names, &mut problems);
    if problems.is_empty() {
        wanted::check_keys(&wanted, arguments.key, &mut problems);
    }
    problems.check(&file.name, NOTHING)?;
    let mut outcomes = Outcomes::new(arguments.verbose);
    let mut unsure = std::collections::HashMap::new();
    if let Some(journal) = &journal {
        outcomes.restore(journal);
        unsure = journal.unsure();
        let done = outcomes.count();
        if done > 0 {
            output::note(&format!("going on: {done} of {} rows were done before", wanted.len()));
        }
    }
    wanted.retain(|wanted| !outcomes.knows(wanted.line));
    let existing = Existing::find(net, &wanted, arguments.key).await?;
    let mut problems = Problems::default();
    let plan = Plan::make(wanted, &existing, &vocabulary, arguments, &unsure, &mut problems);
    problems.check(&file.name, NOTHING)?;
    let Some(journal) = journal else {
        return Ok(plan.tell(outcomes));
    };
    if arguments.stop_on_error
        && let Some((line, why)) = plan.first_refusal()
    {
        return Err(Failure::new(Exit::Invalid, format!("{}: line {line}: {why}; {NOTHING}", file.name)));
    }
    Ok(send::run(net, plan, arguments, journal, outcomes, unsure).await)
}

/// The file to import.
struct File {
    /// As it was named.
    name: String,
    /// Without links, so that everybody means the same journal.
    path: PathBuf,
    sheet: Sheet,
    digest: String,
}

impl File {
    fn read(arguments: &Import) -> Result<Self> {
        let path = Path::new(&arguments.file);
        let name = path.display().to_string();
        let bytes = sheet::load(path)?;
        let sheet = sheet::read(&name, &bytes)?;
        let hash = digest::digest(&digest::SHA256, &bytes);
        let digest = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        let path = path.canonicalize().map_err(|error| Failure::io(format!("cannot find {name}"), &error))?;
        Ok(Self { name, path, sheet, digest })
    }

    /// Reads the rows, by what `vocabulary` knows.
    fn wanted(
        &self,
        kind: Option<&'static Kind>,
        vocabulary: &Vocabulary,
        arguments: &Import,
    ) -> Result<Vec<Wanted>> {
        let mut problems = Problems::default();
        let wanted = wanted::read(&self.sheet, kind, vocabulary, &mut problems);
        if arguments.key == crate::args::Match::Id {
            wanted::check_keys(&wanted, arguments.key, &mut problems);
        }
        problems.check(&self.name, NOTHING)?;
        Ok(wanted)
    }

    fn errors_path(&self, arguments: &Import) -> PathBuf {
        match &arguments.errors {
            Some(path) => PathBuf::from(path),
            None => {
                let mut name = self.path.file_stem().unwrap_or_default().to_owned();
                name.push(".errors.csv");
                self.path.with_file_name(name)
            }
        }
    }
}

/// Refuses a file that cannot be written for lack of a folder, before it is needed.
fn check_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.is_dir()) {
        Some(folder) => {
            Err(Failure::usage(format!("--errors: there is no folder {}, {NOTHING}", folder.display())))
        }
        None => Ok(()),
    }
}

/// What can become of an [`Action`]; in the order in which it is told.
const DONE: [&str; 5] = ["created", "updated", "unchanged", "skipped", "refused"];

/// Returns what is said of an action before it is done.
fn intention(action: &Action) -> &'static str {
    match action {
        Action::Create(_) => "create",
        Action::Update(..) => "update",
        Action::Unchanged(_) => "unchanged",
        Action::Skip(_) => "skip",
        Action::Refuse(_) => "refuse",
    }
}
