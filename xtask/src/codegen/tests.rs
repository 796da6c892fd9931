//! Tests of the generator: golden output, and what happens to files.

use std::fs;

use expect_test::expect_file;

use crate::import;
use crate::lock::Source;
use crate::yaml;

use super::*;

pub(super) fn document(text: &str) -> Document {
    import::import("a.yaml", yaml::read("a.yaml", text).unwrap()).unwrap().0
}

/// The documents that golden output is made from: all constructs, and next to nothing.
pub(super) fn golden_documents() -> [Document; 2] {
    let pra = document(include_str!("../../tests/golden/constructs.yaml"));
    let rs = document(
        "openapi: 3.0.0\ninfo: {version: '1.10', title: RS sample}\nservers: [{url: /api/config/v1}]\npaths: {/a: {get: {operationId: x.a.show, responses: {}}}}\n",
    );
    [pra, rs]
}

/// The tests of the catalog compile these files.
#[test]
fn catalog_of_all_constructs_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/catalog/generated");
    let [pra, rs] = golden_documents();
    let mut expected = Vec::new();
    for (path, text) in catalog::generate(&pra, &rs).unwrap() {
        // A module that is included by its path has its own modules beside it.
        let place = match path.strip_prefix("crates/catalog/src/generated") {
            Ok(below) => golden.join(below),
            Err(_) => golden.join("products.rs"),
        };
        expect_file![&place].assert_eq(&format!("// Made by `{COMMAND}` from an invented file.\n{text}"));
        expected.push(place);
    }
    expected.sort();
    assert_eq!(workspace::files_below(&golden).unwrap(), expected);
}

#[test]
fn output_does_not_depend_on_anything_else() {
    let documents = golden_documents();
    for part in PARTS {
        assert_eq!(part.generate(&documents).unwrap(), part.generate(&documents).unwrap());
    }
}

#[test]
fn long_group_is_split_below_the_limit() {
    let mut text =
        "openapi: 3.0.0\ninfo: {version: '1', title: PRA}\nservers: [{url: /api/config/v1}]\npaths:\n"
            .to_owned();
    for index in 0..200 {
        text.push_str(&format!("  /a/b{index}: {{get: {{operationId: x.a.b{index}, responses: {{}}}}}}\n"));
    }
    let [_, rs] = golden_documents();
    let files = catalog::generate(&document(&text), &rs).unwrap();
    let names: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    assert!(names.iter().any(|name| name.ends_with("pra/operations/a_2.rs")), "{names:#?}");
    assert!(files.iter().all(|(_, text)| text.lines().count() < 1500));
}

#[test]
fn method_that_the_catalog_does_not_know_is_refused() {
    let [mut pra, rs] = golden_documents();
    pra.operations[0].method = "TRACE".to_owned();
    assert_eq!(
        catalog::generate(&pra, &rs).unwrap_err(),
        "api.config.bulb.index: the method TRACE is unknown to the catalog"
    );
}

#[test]
fn header_names_the_product_of_the_path() {
    let [pra, rs] = golden_documents();
    let source = |product: &str, sha256: &str| Source {
        product: product.to_owned(),
        api: "configuration".to_owned(),
        version: "1.10".to_owned(),
        sha256: sha256.to_owned(),
    };
    let lock = Lock { sources: vec![source("pra", "aa"), source("rs", "bb")] };
    let documents = [pra, rs];
    let check = |path: &str, expected: &str| assert_eq!(header(Path::new(path), &documents, &lock), expected);
    let pra_only = "// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 aa.";
    check("crates/a/src/generated/pra.rs", pra_only);
    check("crates/a/src/generated/pra/user.rs", pra_only);
    check(
        "crates/a/src/generated/common/user.rs",
        "// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 aa; RS configuration API 1.10, sha256 bb.",
    );
    // What is derived for one product names the source that it has.
    let lock = Lock { sources: vec![source("pra", "aa")] };
    assert_eq!(header(Path::new("crates/a/src/generated/rs.rs"), &documents, &lock), pra_only);
}

#[test]
fn files_are_written_compared_and_removed() {
    let root = tempfile::tempdir().unwrap();
    let files =
        [(PathBuf::from("made/a.rs"), "new\n".to_owned()), (PathBuf::from("made/b.rs"), "same\n".to_owned())];
    fs::create_dir(root.path().join("made")).unwrap();
    fs::write(root.path().join("made/b.rs"), "same\r\n").unwrap();
    fs::write(root.path().join("made/old.rs"), "old\n").unwrap();
    let settle = |mode: Mode| settle_all(root.path(), &files, &["made"], mode).unwrap();
    let stale = [PathBuf::from("made/a.rs"), PathBuf::from("made/old.rs")];
    assert_eq!(settle(Mode::Check), stale);
    assert!(!root.path().join("made/a.rs").exists() && root.path().join("made/old.rs").exists());
    assert_eq!(settle(Mode::Write), stale);
    assert_eq!(fs::read_to_string(root.path().join("made/a.rs")).unwrap(), "new\n");
    assert!(!root.path().join("made/old.rs").exists());
    assert_eq!(settle(Mode::Check), Vec::<PathBuf>::new());
}

#[test]
fn committed_code_is_fresh() {
    assert_eq!(run(&workspace::root(), Mode::Check).unwrap(), Vec::<PathBuf>::new());
}
