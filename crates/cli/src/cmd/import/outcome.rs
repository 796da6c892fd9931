//! What has come of the rows: counts, the error file, and how the command ends.

use std::collections::BTreeMap;
use std::fs::{File as Output, OpenOptions};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;

use serde_json::{Value, json};

use super::journal::{Done, Journal};
use super::plan::Action;
use super::{DONE, File};
use crate::args::{Format, Import};
use crate::cmd::Context;
use crate::cmd::bulk::formula::guard;
use crate::cmd::bulk::sheet::{Sheet, Writer};
use crate::cmd::bulk::wanted::TOLD;
use crate::failure::{Exit, Failure, Result, plain};
use crate::output;
use crate::shape::Shape;

/// What has come of the rows so far, earlier runs included.
#[derive(Debug)]
pub(super) struct Outcomes {
    done: BTreeMap<u64, Done>,
    verbose: bool,
}

impl Outcomes {
    pub(super) fn new(verbose: bool) -> Self {
        Self { done: BTreeMap::new(), verbose }
    }

    /// Takes over what earlier runs have done.
    pub(super) fn restore(&mut self, journal: &Journal) {
        self.done.clone_from(journal.done());
    }

    /// Returns whether a line is done.
    pub(super) fn knows(&self, line: u64) -> bool {
        self.done.contains_key(&line)
    }

    /// Returns how many lines are done.
    pub(super) fn count(&self) -> usize {
        self.done.len()
    }

    /// Returns whether every row is told.
    pub(super) fn is_verbose(&self) -> bool {
        self.verbose
    }

    /// Notes what came of a line.
    pub(super) fn add(&mut self, line: u64, done: Done) {
        self.done.insert(line, done);
    }

    /// Notes what would come of a line.
    pub(super) fn plan(&mut self, line: u64, action: &Action) {
        let done = match action {
            Action::Create(_) => Done::Well("created", None),
            Action::Update(id, _) => Done::Well("updated", Some(*id)),
            Action::Unchanged(id) => Done::Well("unchanged", Some(*id)),
            Action::Skip(id) => Done::Well("skipped", Some(*id)),
            Action::Refuse(why) => Done::Refused(why.clone()),
        };
        self.add(line, done);
    }

    fn counts(&self) -> [usize; DONE.len()] {
        DONE.map(|what| {
            let is_it = |done: &&Done| match done {
                Done::Well(word, _) => *word == what,
                Done::Refused(_) => what == "refused",
            };
            self.done.values().filter(is_it).count()
        })
    }

    fn refused(&self) -> impl Iterator<Item = (u64, &str)> {
        self.done.iter().filter_map(|(line, done)| match done {
            Done::Refused(why) => Some((*line, why.as_str())),
            Done::Well(..) => None,
        })
    }
}

/// How an import has gone.
#[derive(Debug)]
pub(super) struct Report {
    outcomes: Outcomes,
    is_plan: bool,
    /// Why it stopped before the end.
    stopped: Option<Failure>,
}

impl Report {
    /// A plan.
    pub(super) fn planned(outcomes: Outcomes) -> Self {
        Self { outcomes, is_plan: true, stopped: None }
    }

    /// What was done.
    pub(super) fn done(outcomes: Outcomes, stopped: Option<Failure>) -> Self {
        Self { outcomes, is_plan: false, stopped }
    }

    /// Prints the counts, writes the error file, and removes the journal if all was done.
    pub(super) fn conclude(
        self,
        context: &Context<'_>,
        arguments: &Import,
        file: &File,
        journal: Option<Journal>,
    ) -> Result<()> {
        let Self { outcomes, is_plan, stopped } = self;
        let counts = outcomes.counts();
        let left = file.sheet.rows.len().saturating_sub(outcomes.count());
        let refused: Vec<(u64, &str)> = outcomes.refused().collect();
        let errors = file.errors_path(arguments);
        if !is_plan && !refused.is_empty() {
            write_errors(&errors, file, &refused)?;
        }
        if !outcomes.verbose || !is_plan {
            for (line, why) in refused.iter().take(TOLD_REFUSALS) {
                output::complain(&format!("line {line}: refused: {}\n", plain(why)));
            }
            if refused.len() > TOLD_REFUSALS {
                output::complain(&format!("and {} more\n", refused.len() - TOLD_REFUSALS));
            }
        }
        print(context, &counts, left, is_plan)?;
        if let Some(failure) = stopped {
            let hint = match &journal {
                Some(journal) if left > 0 => format!(
                    "{}; the same command goes on where this one stopped ({})",
                    if left == 1 { "1 row is left".to_owned() } else { format!("{left} rows are left") },
                    journal.path().display()
                ),
                _ => "the same command goes on where this one stopped".to_owned(),
            };
            return Err(match failure {
                Failure::Said { exit, message, hint: said } => {
                    let hint = said.map_or_else(|| hint.clone(), |said| format!("{said}; {hint}"));
                    Failure::Said { exit, message, hint: Some(hint) }
                }
                other => other,
            });
        }
        journal.map(Journal::finish).transpose()?;
        if refused.is_empty() {
            return Ok(());
        }
        let count = refused.len();
        let rows = if count == 1 { "1 row was".to_owned() } else { format!("{count} rows were") };
        if is_plan {
            return Err(Failure::new(Exit::Invalid, format!("{rows} refused in the plan; nothing was sent")));
        }
        Err(Failure::new(Exit::Invalid, format!("{rows} refused; the rest was done"))
            .with_hint(format!("mend {} and import it", errors.display())))
    }
}

/// How many refusals are shown; all are in the error file.
const TOLD_REFUSALS: usize = 20;

fn print(context: &Context<'_>, counts: &[usize], left: usize, is_plan: bool) -> Result<()> {
    let mut summary = serde_json::Map::new();
    if is_plan {
        summary.insert("dry_run".to_owned(), Value::Bool(true));
    }
    for (what, count) in DONE.into_iter().zip(counts) {
        summary.insert(what.to_owned(), json!(count));
    }
    summary.insert("left".to_owned(), json!(left));
    let raw = serde_json::value::to_raw_value(&summary)
        .map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    output::Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?.value(&raw)
}

/// Returns whether a file is one of rows that were refused.
pub(super) fn is_ours(path: &Path) -> bool {
    let Ok(file) = Output::open(path) else { return false };
    let mut header = String::new();
    // A header is short; whatever else it is, it is no header.
    let read = BufReader::new(file.take(64 << 10)).read_line(&mut header);
    read.is_ok() && TOLD.iter().all(|name| header.contains(name))
}

/// Writes the rows that were refused, each with its line and the reason, as a whole.
fn write_errors(path: &Path, file: &File, refused: &[(u64, &str)]) -> Result<()> {
    let fail = |error| Failure::io(format!("cannot write {}", path.display()), &error);
    let bytes = errors(&file.sheet, refused)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    // What is left of an earlier try, or a link that somebody else has put there.
    let _ = std::fs::remove_file(&part);
    let written = as_private_as(&file.path, OpenOptions::new().write(true).create_new(true))
        .open(&part)
        .and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&part, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&part);
        fail(error)
    })
}

/// Makes a file readable for those only who may read `input`, from which it is taken.
#[cfg(unix)]
fn as_private_as<'a>(input: &Path, options: &'a mut OpenOptions) -> &'a mut OpenOptions {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};

    let mode = std::fs::metadata(input).map_or(0, |meta| meta.permissions().mode());
    options.mode(0o600 | mode & 0o666)
}

#[cfg(not(unix))]
fn as_private_as<'a>(_input: &Path, options: &'a mut OpenOptions) -> &'a mut OpenOptions {
    options
}

/// Returns the text of an error file.
fn errors(sheet: &Sheet, refused: &[(u64, &str)]) -> Result<Vec<u8>> {
    let kept: Vec<usize> = sheet
        .columns
        .iter()
        .enumerate()
        .filter(|(_, name)| !TOLD.contains(&name.as_str()))
        .map(|(place, _)| place)
        .collect();
    let pick = |cells: &[String]| -> Vec<String> {
        kept.iter().filter_map(|place| cells.get(*place).cloned()).collect()
    };
    let mut writer = Writer::new(sheet.separator);
    let mut header = pick(&sheet.columns);
    header.extend(TOLD.map(str::to_owned));
    writer.row(header)?;
    for row in &sheet.rows {
        let Ok(place) = refused.binary_search_by_key(&row.line, |(line, _)| *line) else { continue };
        let Some((line, why)) = refused.get(place) else { continue };
        let mut cells = pick(&row.cells);
        cells.extend([line.to_string(), guard(&plain(why))]);
        writer.row(cells)?;
    }
    let mut bytes = if sheet.has_mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    bytes.extend(writer.take(sheet.separator)?);
    Ok(bytes)
}
