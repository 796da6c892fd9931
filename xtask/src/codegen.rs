//! From the normalised facts in `spec/` to the generated code of the crates.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

use crate::ir::Document;
use crate::lock::{Lock, Source};
use crate::workspace;

use typed::Target;

mod catalog;
mod subset;
#[cfg(test)]
mod tests;
mod typed;

/// Files by path, without their first line.
type Files = Vec<(PathBuf, String)>;

/// Generated code that is made from the facts of one API.
#[derive(Clone, Copy, Debug)]
enum Part {
    Catalog,
    Typed(&'static Target),
}

const PARTS: [Part; 4] = [
    Part::Catalog,
    Part::Typed(&typed::CONFIGURATION),
    Part::Typed(&typed::COMMAND_V2),
    Part::Typed(&typed::REPORTING_V2),
];

/// The command that the first line of each generated file names.
pub(crate) const COMMAND: &str = "cargo xtask codegen";

/// Whether files are written or compared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mode {
    Write,
    Check,
}

/// Generates all code from `spec/` of the workspace at `root`; returns the files that differed.
pub(crate) fn run(root: &Path, mode: Mode) -> Result<Vec<PathBuf>, String> {
    let lock = Lock::read(root)?;
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for part in &PARTS {
        let documents = documents(root, part.api())?;
        for (path, text) in part.generate(&documents)? {
            let header = header(&path, &documents, &lock);
            files.push((path, format!("{header}\n{text}")));
        }
        folders.extend(part.folders());
    }
    settle_all(root, &files, &folders, mode)
}

impl Part {
    /// The API, as the facts call it.
    fn api(self) -> &'static str {
        match self {
            Self::Catalog => "configuration",
            Self::Typed(target) => target.api,
        }
    }

    /// The folders that hold nothing but its files.
    fn folders(self) -> Vec<&'static str> {
        match self {
            Self::Catalog => vec![catalog::FOLDER],
            Self::Typed(target) => vec![target.folder, target.tests],
        }
    }

    fn generate(self, documents: &[Document]) -> Result<Files, String> {
        match (self, documents) {
            (Self::Catalog, [pra, rs]) => catalog::generate(pra, rs),
            (Self::Catalog, _) => Err("the catalog is of both products".to_owned()),
            (Self::Typed(target), documents) => typed::generate(target, documents),
        }
    }
}

/// The facts of an API: of PRA, and of RS where there is such a thing.
fn documents(root: &Path, api: &str) -> Result<Vec<Document>, String> {
    let place = |product: &str| workspace::spec(root).join(format!("{product}-{api}.ir.json"));
    let pra = read(&place("pra"))?;
    let rs = match place("rs") {
        path if path.exists() || api == "configuration" => Some(read(&path)?),
        _ => subset::of_rs(&pra),
    };
    Ok(std::iter::once(pra).chain(rs).collect())
}

/// Reads the normalised facts of one API.
pub(crate) fn read(path: &Path) -> Result<Document, String> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{}: {error}; `cargo xtask spec import` writes it", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Formats `tokens` the same way on every machine.
fn format(tokens: TokenStream) -> Result<String, String> {
    let file = syn::parse2(tokens).map_err(|error| format!("generated code cannot be read: {error}"))?;
    Ok(spaced(&prettyplease::unparse(&file)))
}

/// Puts blank lines between items; the formatter leaves none.
fn spaced(text: &str) -> String {
    /// What of neighboring lines belongs together.
    fn kind(line: &str) -> &'static str {
        let item = line.trim_start_matches("pub(super) ").trim_start_matches("pub ");
        ["//!", "use ", "mod "].into_iter().find(|kind| item.starts_with(kind)).unwrap_or("")
    }
    let mut result = String::with_capacity(text.len());
    let mut before: Option<&str> = None;
    for line in text.lines() {
        let starts_item = !line.starts_with([' ', '}', ')', ']']) && !line.is_empty();
        if let Some(before) = before.filter(|_| starts_item) {
            let is_explained = before.starts_with("///") || before.starts_with("#[");
            let is_same = !kind(line).is_empty()
                && (kind(before) == kind(line) || before.starts_with('}') && kind(line) == "use ");
            if !is_explained && !is_same && !before.is_empty() {
                result.push('\n');
            }
        }
        result.push_str(line);
        result.push('\n');
        before = Some(line);
    }
    result
}

/// The first line of the file at `path`: of one product if its path says so and there is a file
/// of that product, else of all.
fn header(path: &Path, documents: &[Document], lock: &Lock) -> String {
    let names: Vec<String> =
        path.iter().map(|step| step.to_string_lossy().trim_end_matches(".rs").to_owned()).collect();
    let known: Vec<(&Document, Option<&Source>)> = documents
        .iter()
        .map(|document| (document, lock.source(&document.product, &document.api)))
        .filter(|(_, source)| source.is_some() || documents.len() == 1)
        .collect();
    let own: Vec<_> = known.iter().filter(|(document, _)| names.contains(&document.product)).collect();
    let own = if own.is_empty() { known.iter().collect() } else { own };
    let sources: Vec<String> = own
        .iter()
        .map(|(document, source)| {
            let digest = source.map_or("unknown", |source| source.sha256.as_str());
            let (product, api, version) = (document.product.to_uppercase(), &document.api, &document.version);
            format!("{product} {api} API {version}, sha256 {digest}")
        })
        .collect();
    format!("// Made by `{COMMAND}` from: {}.", sources.join("; "))
}

/// Writes `files`, or in check mode only compares; files in `folders` that are no longer made go.
fn settle_all(
    root: &Path,
    files: &[(PathBuf, String)],
    folders: &[&str],
    mode: Mode,
) -> Result<Vec<PathBuf>, String> {
    let told = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    let mut stale = Vec::new();
    for (path, text) in files {
        if settle(&root.join(path), text, mode).map_err(|error| told(path, error))? {
            stale.push(path.clone());
        }
    }
    let made: BTreeSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    for folder in folders {
        for path in
            workspace::files_below(&root.join(folder)).map_err(|error| told(Path::new(folder), error))?
        {
            let relative = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
            if made.contains(relative.as_path()) {
                continue;
            }
            if mode == Mode::Write {
                fs::remove_file(&path).map_err(|error| told(&path, error))?;
            }
            stale.push(relative);
        }
    }
    stale.sort();
    Ok(stale)
}

/// Writes `text` to `path`, or in check mode reports whether it differs.
fn settle(path: &Path, text: &str, mode: Mode) -> io::Result<bool> {
    let current = match fs::read_to_string(path) {
        Ok(current) => current.replace("\r\n", "\n"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let stale = current != text;
    if stale && mode == Mode::Write {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)?;
    }
    Ok(stale)
}
