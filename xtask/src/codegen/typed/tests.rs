//! The typed API of a file that holds every construct. The tests of `bt-sra-config` compile it.

use std::path::Path;

use expect_test::expect_file;

use super::super::COMMAND;
use super::super::tests::{document, golden_documents};
use super::*;
use crate::ir::Operation;
use crate::{spec, workspace};

const FOLDER: &str = CONFIGURATION.folder;

/// An invented API of one product that keeps nothing.
const SAMPLE: Target = Target {
    api: "command",
    folder: "crates/command/src/v2/generated",
    tests: "crates/command/src/v2/tests/golden/generated",
    title: "Sample API",
    handle: "Sample",
    is_managed: false,
    types: &[("LampDetails", "Lamp")],
    enums: &[("NewRoom", "state", "RoomState")],
    ids: &[],
    text_ids: &[("LSID", "Lsid")],
    methods: &[("api.sample.lamp.set.marks", "set_marks", "Sets marks of a lamp.")],
    loose: &["watts"],
    open: &["Rights"],
    envelope: None,
};

#[test]
fn api_of_all_constructs_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/config/generated");
    check_golden(&golden, &CONFIGURATION, &golden_documents());
}

#[test]
fn api_that_keeps_nothing_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v2/generated");
    let sample = document(include_str!("../../../tests/golden/v2.yaml"));
    check_golden(&golden, &SAMPLE, &[sample]);
}

#[track_caller]
fn check_golden(golden: &Path, target: &'static Target, documents: &[Document]) {
    let mut expected = Vec::new();
    for (path, text) in generate(target, documents).unwrap() {
        let tests = Path::new(target.tests);
        if path.starts_with(tests) || path.with_extension("").as_path() == tests {
            continue;
        }
        // A module that is included by its path has its own modules beside it.
        let place = match path.strip_prefix(target.folder) {
            Ok(below) => golden.join(below),
            Err(_) => golden.join("products.rs"),
        };
        expect_file![&place].assert_eq(&format!("// Made by `{COMMAND}` from an invented file.\n{text}"));
        expected.push(place);
    }
    expected.sort();
    assert_eq!(workspace::files_below(golden).unwrap(), expected);
}

#[test]
fn what_is_the_same_in_both_products_stands_once() {
    let [pra, _] = golden_documents();
    let mut rs = pra.clone();
    rs.product = "rs".to_owned();
    let files = generate(&CONFIGURATION, &[pra, rs]).unwrap();
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
    let files = generate(&CONFIGURATION, &[document("pra"), document("rs")]).unwrap();
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
    let files = generate(&CONFIGURATION, &[read("pra"), read("rs")]).unwrap();
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

#[test]
fn later_files_of_an_api_go_through_as_they_are() {
    let path = workspace::spec(&workspace::root()).join("pra-command.ir.json");
    let today = super::super::read(&path).unwrap();
    for gone in &today.operations {
        let mut later = today.clone();
        later.operations.retain(|operation| operation.id != gone.id);
        generate(&COMMAND_V2, &[later]).unwrap();
    }
    let operation = |id: &str, text: &str| -> Operation {
        let (method, path) = text.split_once(' ').unwrap();
        let like = today.operations.iter().find(|operation| operation.id == id).unwrap();
        Operation {
            id: format!("api.command.v2.later.{}", path.len()),
            method: method.to_owned(),
            path: path.to_owned(),
            ..like.clone()
        }
    };
    let (list, read, act) =
        ("api.command.v2.user.index", "api.command.v2.session.get.attributes", "api.command.v2.user.logout");
    for (like, text) in [
        (list, "GET /session"),
        (list, "GET /health/part"),
        (read, "GET /session/{lsid}/user"),
        (read, "POST /session/{lsid}/chat"),
        (act, "POST /user/{id}/status"),
        (act, "PUT /user/{id}"),
        (act, "DELETE /client/{id}"),
    ] {
        let mut later = today.clone();
        later.operations.push(operation(like, text));
        let files = generate(&COMMAND_V2, &[later]).unwrap();
        assert!(files.iter().any(|(_, made)| made.contains(&format!("`{text}`"))), "{text}");
    }
}

#[test]
fn an_api_without_a_crate_yet_goes_through() {
    let path = workspace::spec(&workspace::root()).join("pra-reporting.ir.json");
    let files = generate(&SAMPLE, &[super::super::read(&path).unwrap()]).unwrap();
    let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
    for method in ["duplicate_jump_clients", "get", "show", "delete", "system_identifier"] {
        assert!(all.contains(&format!("pub fn {method}(")), "{method}");
    }
}
