//! Tests of the commands around OpenAPI files.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::codegen::Mode;
use crate::lock::Lock;
use crate::workspace;

use super::{Fetch, import, inputs};

/// The vendor's files, where they are at hand. Where not, this says so, or fails if they must be.
pub(crate) fn vendor_files() -> Option<PathBuf> {
    let folder = workspace::root().join(super::DEFAULT_SOURCE);
    if folder.is_dir() {
        return Some(folder);
    }
    let message = format!("skipped: there is no {}", folder.display());
    assert!(std::env::var_os("BT_SRA_REQUIRE_TOOLS").is_none_or(|value| value != "1"), "{message}");
    // A captured `eprintln!` would stay silent.
    let _ = writeln!(std::io::stderr(), "{message}");
    None
}

/// A file of an invented product with one operation.
fn sample(title: &str, version: &str, path: &str) -> String {
    format!(
        "openapi: 3.0.0\ninfo:\n  title: {title}\n  version: {version}\nservers:\n- url: /api/config/v1\npaths:\n  {path}:\n    get:\n      operationId: x.show\n      responses: {{}}\n"
    )
}

fn put(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

/// The names and texts of the files in `spec/`.
fn written(root: &Path) -> Vec<(String, String)> {
    let files = workspace::files_below(&workspace::spec(root)).unwrap();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn version_1_10_is_taken_before_1_9() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(source.path(), "a.yaml", &sample("PRA", "1.10", "/new"));
    put(source.path(), "b.yaml", &sample("PRA", "1.9", "/old"));
    put(source.path(), "c.yaml", &sample("RS", "'1.2'", "/rs"));
    let outcome = import(root.path(), &[source.path().to_path_buf()], Mode::Write).unwrap();
    let files = written(root.path());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["lock.json", "pra-configuration.ir.json", "rs-configuration.ir.json"]);
    assert!(files[1].1.contains("\"version\": \"1.10\"") && files[1].1.contains("/new"));
    assert!(outcome.report(false).contains("b.yaml (version 1.9) is passed over for"));
    let lock = Lock::read(root.path()).unwrap();
    assert_eq!(lock.source("pra", "configuration").unwrap().version, "1.10");
    let digest = crate::lock::digest(sample("PRA", "1.10", "/new").as_bytes());
    assert_eq!(lock.source("pra", "configuration").unwrap().sha256, digest);
}

#[test]
fn broken_file_is_named_with_its_line_and_nothing_is_written() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(source.path(), "a.yaml", &sample("PRA", "1.10", "/a"));
    let broken = sample("RS", "1.10", "/a") + "      description: \"say \"hello\" here\"\n";
    let broken = put(source.path(), "b.yaml", &broken);
    let message = import(root.path(), &[source.path().to_path_buf()], Mode::Write).unwrap_err();
    assert!(
        message.starts_with(&format!(
            "{}:12: /paths/~1a/get/description: this is no valid YAML",
            broken.display()
        )),
        "{message}"
    );
    assert_eq!(written(root.path()), []);
}

#[test]
fn file_with_a_doubtful_type_leaves_everything_as_it_was() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let good = put(source.path(), "a.yaml", &sample("PRA", "1.9", "/a"));
    import(root.path(), &[good], Mode::Write).unwrap();
    let before = written(root.path());
    put(source.path(), "b.yaml", &sample("PRA", "1.10", "/b"));
    let doubtful = sample("RS", "1.10", "/a") + "components:\n  schemas:\n    A:\n      type: colour\n";
    put(source.path(), "c.yaml", &doubtful);
    let message = import(root.path(), &[source.path().to_path_buf()], Mode::Write).unwrap_err();
    assert!(
        message.ends_with("c.yaml:15: /components/schemas/A/type: the type `colour` is unknown"),
        "{message}"
    );
    assert_eq!(written(root.path()), before);
}

#[test]
fn check_lists_what_is_stale_and_writes_nothing() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = put(source.path(), "a.yaml", &sample("PRA", "1.9", "/a"));
    let check = |expected: &[&str]| {
        let outcome = import(root.path(), std::slice::from_ref(&file), Mode::Check).unwrap();
        let stale: Vec<String> = outcome.stale.iter().map(|path| path.display().to_string()).collect();
        assert_eq!(stale, expected);
    };
    check(&["spec/pra-configuration.ir.json", "spec/lock.json"]);
    assert_eq!(written(root.path()), []);
    import(root.path(), std::slice::from_ref(&file), Mode::Write).unwrap();
    check(&[]);
    // A comment changes the source, but not the facts.
    put(source.path(), "a.yaml", &(sample("PRA", "1.9", "/a") + "# changed\n"));
    check(&["spec/lock.json"]);
    put(source.path(), "a.yaml", &sample("PRA", "1.9", "/b"));
    check(&["spec/pra-configuration.ir.json", "spec/lock.json"]);
}

#[test]
fn importing_one_api_keeps_the_others_in_the_lock() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let pra = put(source.path(), "a.yaml", &sample("PRA", "1.9", "/a"));
    let rs = put(source.path(), "b.yaml", &sample("RS", "1.9", "/a"));
    import(root.path(), &[pra], Mode::Write).unwrap();
    import(root.path(), &[rs], Mode::Write).unwrap();
    let sources = Lock::read(root.path()).unwrap().sources;
    assert_eq!(sources.iter().map(|source| source.product.as_str()).collect::<Vec<_>>(), ["pra", "rs"]);
}

#[test]
fn older_file_than_before_is_remarked_upon() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let new = put(source.path(), "a.yaml", &sample("PRA", "1.10", "/a"));
    let old = put(source.path(), "b.yaml", &sample("PRA", "1.9", "/a"));
    import(root.path(), &[new], Mode::Write).unwrap();
    let outcome = import(root.path(), &[old], Mode::Check).unwrap();
    assert!(outcome.report(false).contains("is older than what was imported before (1.10)"));
}

#[test]
fn two_files_of_one_version_that_differ_are_refused() {
    let source = tempfile::tempdir().unwrap();
    put(source.path(), "a.yaml", &sample("PRA", "1.9", "/a"));
    put(source.path(), "b.yaml", &sample("PRA", "1.9", "/b"));
    let inputs = inputs::read(&[source.path().to_path_buf()]).unwrap();
    let message = inputs::choose(inputs).unwrap_err();
    assert!(
        message.ends_with("are both version 1.9 of the same API, yet differ; name the one to take"),
        "{message}"
    );
    put(source.path(), "b.yaml", &sample("PRA", "1.9", "/a"));
    let inputs = inputs::read(&[source.path().to_path_buf()]).unwrap();
    assert_eq!(inputs::choose(inputs).unwrap().0.len(), 1);
}

#[test]
fn folder_without_files_is_refused() {
    let (root, source) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let message = import(root.path(), &[source.path().to_path_buf()], Mode::Write).unwrap_err();
    assert_eq!(message, "there is no YAML file to import");
    let message = import(root.path(), &[], Mode::Write).unwrap_err();
    assert!(message.ends_with("name files or folders with `--from`"), "{message}");
}

#[test]
fn facts_of_this_repository_are_those_of_the_vendors_files() {
    if vendor_files().is_none() {
        return;
    }
    let outcome = import(&workspace::root(), &[], Mode::Check).unwrap();
    assert_eq!(outcome.stale, Vec::<PathBuf>::new());
    // The patches are meant for 1.10; for a later version one that misses is only a note.
    let report = outcome.report(false);
    let mut missed = report.lines().filter(|line| line.contains("no longer matches"));
    assert!(!missed.any(|line| line.contains("-1.10.openapi.yaml")), "{report}");
}

#[test]
fn older_files_of_the_vendor_go_through() {
    let Some(folder) = vendor_files() else { return };
    for (name, operations) in [("pra", 187), ("rs", 169)] {
        let document =
            super::document(&folder.join(format!("{name}-configuration-1.9.openapi.yaml"))).unwrap();
        assert_eq!((document.version.as_str(), document.operations.len()), ("1.9", operations));
    }
}

#[test]
fn counts_of_version_1_10_are_the_known_ones() {
    let check = |product: &str, operations: [usize; 4], paged: usize| {
        let path = workspace::spec(&workspace::root()).join(format!("{product}-configuration.ir.json"));
        let document = super::document(&path).unwrap();
        if document.version != "1.10" {
            return;
        }
        let count =
            |method: &str| document.operations.iter().filter(|operation| operation.method == method).count();
        assert_eq!(["GET", "POST", "PATCH", "DELETE"].map(count), operations);
        // One list shows the parameters, but not the headers.
        assert_eq!(document.operations.iter().filter(|operation| operation.paged).count(), paged + 1);
    };
    check("pra", [96, 60, 28, 38], 39);
    check("rs", [83, 44, 20, 32], 34);
}

#[derive(Debug, clap::Parser)]
struct Line {
    #[command(flatten)]
    fetch: Fetch,
}

fn fetch(arguments: &[&str]) -> Result<Vec<PathBuf>, String> {
    let line: Line =
        clap::Parser::try_parse_from([&["fetch"], arguments].concat()).map_err(|error| error.to_string())?;
    line.fetch.run()
}

#[test]
fn fetched_file_is_named_after_what_is_in_it() {
    let (source, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(source.path(), "download.yaml", &sample("PRA", "1.10", "/a"));
    let placed =
        fetch(&["--from", source.path().to_str().unwrap(), "--to", to.path().to_str().unwrap()]).unwrap();
    assert_eq!(placed, [to.path().join("pra-configuration-1.10.openapi.yaml")]);
    assert_eq!(fs::read_to_string(&placed[0]).unwrap(), sample("PRA", "1.10", "/a"));
}

#[test]
fn fetched_file_that_cannot_be_imported_is_not_placed() {
    let (source, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(source.path(), "a.yaml", &sample("PRA", "1.10", "/a"));
    put(
        source.path(),
        "b.yaml",
        &(sample("RS", "1.10", "/a") + "components: {schemas: {A: {type: colour}}}\n"),
    );
    fetch(&["--from", source.path().to_str().unwrap(), "--to", to.path().to_str().unwrap()]).unwrap_err();
    assert_eq!(workspace::files_below(to.path()).unwrap(), Vec::<PathBuf>::new());
}

#[test]
fn fetching_needs_a_site_or_files() {
    let message = fetch(&["--to", "x"]).unwrap_err();
    assert!(message.contains("--site <HOST>"), "{message}");
    fetch(&["--to", "x", "--site", "a.example", "--from", "y"]).unwrap_err();
}

#[cfg(unix)]
#[test]
fn site_is_asked_by_the_named_program() {
    use std::os::unix::fs::PermissionsExt as _;

    let (programs, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let text = sample("RS", "1.10", "/a");
    let script = format!(
        "#!/bin/sh\n[ \"$*\" = 'download openapi.yaml' ] || exit 2\n[ \"$BT_API_HOST\" = a.example ] || {{ echo \"wrong host\" >&2; exit 3; }}\ncat > openapi.yaml <<'END'\n{text}END\n"
    );
    let program = put(programs.path(), "btapi", &script);
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let (program, folder) = (program.to_str().unwrap(), to.path().to_str().unwrap());
    let placed = fetch(&["--site", "a.example", "--btapi", program, "--to", folder]).unwrap();
    assert_eq!(placed, [to.path().join("rs-configuration-1.10.openapi.yaml")]);
    let message = fetch(&["--site", "b.example", "--btapi", program, "--to", folder]).unwrap_err();
    assert!(message.ends_with("wrong host"), "{message}");
    // Nothing but the one file is left.
    assert_eq!(workspace::files_below(to.path()).unwrap(), placed);
}
