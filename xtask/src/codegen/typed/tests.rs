//! The typed API of a file that holds every construct. The tests of `bt-sra-config` compile it.

use std::path::Path;

use expect_test::expect_file;

use super::super::COMMAND;
use super::super::tests::golden_documents;
use super::*;
use crate::{spec, workspace};

#[test]
fn api_of_all_constructs_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/config/generated");
    let (pra, rs) = golden_documents();
    let mut expected = Vec::new();
    for (path, text) in generate(&pra, &rs).unwrap() {
        if path.starts_with(TESTS) || path.with_extension("").as_path() == Path::new(TESTS) {
            continue;
        }
        // A module that is included by its path has its own modules beside it.
        let place = match path.strip_prefix(FOLDER) {
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
fn what_is_the_same_in_both_products_stands_once() {
    let (pra, _) = golden_documents();
    let mut rs = pra.clone();
    rs.product = "rs".to_owned();
    let files = generate(&pra, &rs).unwrap();
    let own: Vec<String> = files
        .iter()
        .map(|(path, _)| path.to_string_lossy().into_owned())
        .filter(|path| {
            path.starts_with(&format!("{FOLDER}/rs/")) || path.starts_with(&format!("{FOLDER}/pra/"))
        })
        .collect();
    // Only the handle of the API itself says which product it is of.
    assert_eq!(own, [format!("{FOLDER}/pra/config.rs"), format!("{FOLDER}/rs/config.rs")]);
}

#[test]
fn older_files_go_through_as_they_are() {
    let Some(folder) = spec::tests::vendor_files() else { return };
    let document = |product: &str| {
        spec::document(&folder.join(format!("{product}-configuration-1.9.openapi.yaml"))).unwrap()
    };
    let files = generate(&document("pra"), &document("rs")).unwrap();
    assert!(files.iter().any(|(path, _)| path.ends_with("shell_jump.rs")));
    let lengths = files.iter().map(|(path, text)| (text.lines().count(), path));
    assert!(lengths.clone().all(|(lines, _)| lines <= 1500), "{:?}", lengths.max());
}

#[test]
fn a_reference_is_serialised_only_where_it_is_a_value_on_the_wire() {
    let read = |product: &str| {
        let path = workspace::spec(&workspace::root()).join(format!("{product}-configuration.ir.json"));
        super::super::read(&path).unwrap()
    };
    let files = generate(&read("pra"), &read("rs")).unwrap();
    let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(all.contains("impl Serialize for JumpItemRef"));
    assert!(!all.contains("impl Serialize for JumpGroupRef"));
}

#[test]
fn a_difference_deep_within_keeps_types_apart() {
    let item = |name: &str, text: &str| Item::new(name, text.to_owned());
    let pra = [
        item("A", "struct A(B);"),
        item("B", "struct B(C);"),
        item("C", "struct C;"),
        item("D", "struct D;"),
    ];
    let mut rs = pra.clone();
    rs[2].text = "struct C(u8);".to_owned();
    assert_eq!(Vec::from_iter(common(&pra, &rs)), ["D"]);
}
