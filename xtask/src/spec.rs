//! The commands around OpenAPI files: `spec fetch`, `spec import`, and reading for `spec diff`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::codegen::Mode;
use crate::import::{self, Notes};
use crate::ir::Document;
use crate::lock::{LOCK, Lock, Source};
use crate::source::compare_versions;
use crate::workspace;
use crate::yaml;

mod fetch;
mod inputs;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use fetch::Fetch;
use inputs::Input;

/// Where the files are unless told otherwise, seen from the root of the repository.
const DEFAULT_SOURCE: &str = "../shared/specs";

/// What an import did.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The files that differed.
    pub(crate) stale: Vec<PathBuf>,
    /// Notes about the choice of files.
    remarks: Vec<String>,
    /// Notes of each imported file.
    imported: Vec<(String, Notes)>,
}

impl Outcome {
    /// What a person should know, as lines; with `verbose` every mended place.
    pub(crate) fn report(&self, verbose: bool) -> String {
        let mut lines = String::new();
        for remark in &self.remarks {
            let _ = writeln!(lines, "note: {remark}");
        }
        for (name, notes) in &self.imported {
            let _ = writeln!(lines, "{name}");
            if !verbose {
                for (rule, count) in notes.by_rule() {
                    let _ = writeln!(lines, "  mended {count}: {rule}");
                }
            }
            for note in notes.iter().filter(|note| verbose || note.rule.is_none()) {
                let kind = if note.rule.is_some() { "mended" } else { "note" };
                let _ = writeln!(lines, "  {kind}: {}", note.text);
            }
        }
        lines
    }
}

/// Imports the files at `from` into `spec/` of the repository at `root`, or compares.
///
/// Nothing is written before all files are read and normalised.
pub(crate) fn import(root: &Path, from: &[PathBuf], mode: Mode) -> Result<Outcome, String> {
    let inputs = if from.is_empty() {
        let folder = root.join(DEFAULT_SOURCE);
        if !folder.is_dir() {
            return Err(format!("there is no {}; name files or folders with `--from`", folder.display()));
        }
        inputs::read(&[folder])?
    } else {
        inputs::read(from)?
    };
    let (chosen, mut remarks) = inputs::choose(inputs)?;

    let before = Lock::read(root).unwrap_or_default();
    let mut lock = before.clone();
    let mut files = Vec::new();
    let mut imported = Vec::new();
    let mut faults = Vec::new();
    for input in chosen {
        let Input { name, node, identity, sha256, .. } = input;
        let (document, notes) = match import::import(&name, node) {
            Ok(done) => done,
            Err(fault) => {
                faults.push(fault.to_string());
                continue;
            }
        };
        if let Some(old) = before.source(&identity.product, &identity.api)
            && compare_versions(&identity.version, &old.version).is_lt()
        {
            remarks.push(format!("{name} is older than what was imported before ({})", old.version));
        }
        files.push((identity.file_name(), json(&document)?));
        imported.push((format!("{name}: {} {} {}", document.product, document.api, document.version), notes));
        lock.put(Source { product: document.product, api: document.api, version: document.version, sha256 });
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    files.push((LOCK.to_owned(), json(&lock)?));
    let stale = settle(&workspace::spec(root), &files, mode)?;
    Ok(Outcome { stale, remarks, imported })
}

/// Reads a document from OpenAPI YAML or from normalised facts.
pub(crate) fn document(path: &Path) -> Result<Document, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if let Ok(document) = serde_json::from_str(&text) {
        return Ok(document);
    }
    let name = path.display().to_string();
    let imported = yaml::read(&name, &text).and_then(|node| import::import(&name, node));
    imported.map(|(document, _)| document).map_err(|fault| fault.to_string())
}

fn json(value: &impl serde::Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

/// Writes all files beside their places, then moves them there; in check mode only compares.
fn settle(folder: &Path, files: &[(String, String)], mode: Mode) -> Result<Vec<PathBuf>, String> {
    let told = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| format!("{path}: {error}")
    };
    let mut stale = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let current = match fs::read_to_string(&path) {
            Ok(current) => current.replace("\r\n", "\n"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(told(&path)(error)),
        };
        if current != *text {
            stale.push((name, text));
        }
    }
    if mode == Mode::Write {
        fs::create_dir_all(folder).map_err(told(folder))?;
        for (name, text) in &stale {
            let beside = folder.join(format!(".{name}.new"));
            fs::write(&beside, text).map_err(told(&beside))?;
        }
        for (name, _) in &stale {
            let path = folder.join(name);
            fs::rename(folder.join(format!(".{name}.new")), &path).map_err(told(&path))?;
        }
    }
    Ok(stale.into_iter().map(|(name, _)| Path::new("spec").join(name)).collect())
}
