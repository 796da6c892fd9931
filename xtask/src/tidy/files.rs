//! Headers, sizes and words of files.

use std::path::Path;

use crate::codegen;

use super::Problem;

/// Lines of a file that somebody writes by hand.
const HAND_WRITTEN: usize = 600;

/// Lines of a generated file.
const GENERATED: usize = 1500;

/// Names that say nothing about what a module holds.
const EMPTY_NAMES: [&str; 6] = ["common", "helper", "helpers", "misc", "util", "utils"];

/// Files that show how OpenAPI is read; they are ours.
const OWN_SAMPLES: &str = "xtask/tests/golden/";

/// Checks all rules about the file at `path`, which is relative to `root`.
pub(super) fn check(path: &Path, text: &str, root: &Path) -> Vec<Problem> {
    let mut problems = machine_paths(path, text, root);
    problems.extend(openapi(path, text));
    if path.extension().is_some_and(|extension| extension == "rs") {
        problems.extend(module_name(path));
        problems.extend(header(path, text));
        problems.extend(size(path, text));
        problems.extend(tests_and_gaps(path, text));
    }
    if path.file_name().is_some_and(|name| name == "Cargo.toml") {
        problems.extend(features(path, text));
    }
    problems
}

/// Every file says first what is in it; a generated one says before that what made it.
fn header(path: &Path, text: &str) -> Option<Problem> {
    let mut lines = text.lines();
    let mut first = lines.next().unwrap_or_default();
    if is_generated(path) {
        if !first.starts_with("// ") || !first.contains(codegen::COMMAND) {
            return Some(Problem::new(path, 1, format!("the first line must name `{}`", codegen::COMMAND)));
        }
        first = lines.next().unwrap_or_default();
    }
    let line = if is_generated(path) { 2 } else { 1 };
    // A README that is the documentation of its crate counts.
    let is_told = first.starts_with("//!") || first.starts_with("#![doc = include_str!(");
    (!is_told).then(|| Problem::new(path, line, "the file must begin with `//!`: what is here and for whom"))
}

fn size(path: &Path, text: &str) -> Option<Problem> {
    let lines = text.lines().count();
    let limit = if is_generated(path) { GENERATED } else { HAND_WRITTEN };
    // A longer file gives its reason at the top, with the number in it.
    let gives_reason =
        || text.lines().take_while(|line| line.starts_with("//")).any(|line| line.contains("600"));
    (lines > limit && (is_generated(path) || !gives_reason())).then(|| {
        Problem::new(
            path,
            0,
            format!("{lines} lines are more than {limit}; split it, or say at the top why more than 600"),
        )
    })
}

fn module_name(path: &Path) -> Option<Problem> {
    if path.components().any(|step| step.as_os_str() == "generated") {
        return None;
    }
    let stem = path.with_extension("");
    let name = stem.iter().filter_map(|step| step.to_str()).find(|step| EMPTY_NAMES.contains(step))?;
    Some(Problem::new(path, 0, format!("`{name}` says nothing about what the module holds")))
}

/// Tests that do not run or only wait for a panic, and code that is not there.
fn tests_and_gaps(path: &Path, text: &str) -> Vec<Problem> {
    // Put together here, so that this file does not hold them.
    let needles = [
        (["#[", "ignore"].concat(), "a test that does not run is no test"),
        (["#[should_", "panic"].concat(), "assert what goes wrong instead"),
        (["todo", "!("].concat(), "finish it"),
        (["unimplemented", "!("].concat(), "finish it"),
        (["```", "ignore"].concat(), "an example that is not compiled goes stale"),
    ];
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let skipped =
            line.trim_start().starts_with("#[cfg_attr(") && line.contains(&["ignore", ")]"].concat());
        let found = needles.iter().filter(|(needle, _)| line.contains(needle.as_str()));
        let found = found.map(|(needle, why)| format!("`{needle}`: {why}"));
        let skipped = skipped.then(|| "a test that does not run is no test".to_owned());
        problems
            .extend(found.chain(skipped).map(|message| Problem::new(path, index.saturating_add(1), message)));
    }
    problems
}

/// The vendor's files are not ours to hand on.
fn openapi(path: &Path, text: &str) -> Option<Problem> {
    let is_data = path
        .extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml" || extension == "json");
    let is_own = path.starts_with(OWN_SAMPLES);
    let is_openapi = |line: &str| {
        let line = line.trim_start_matches(['{', ' ', '"']);
        ["openapi", "swagger"].iter().any(|key| {
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with(':'))
        })
    };
    let line = text.lines().take(200).position(is_openapi).filter(|_| is_data && !is_own)?;
    Some(Problem::new(
        path,
        line.saturating_add(1),
        "OpenAPI files are not committed; `spec/` holds their facts",
    ))
}

/// The folder of this checkout, and home folders of people.
fn machine_paths(path: &Path, text: &str, root: &Path) -> Vec<Problem> {
    let mut needles = vec![["/Us", "ers/"].concat(), ["C:\\Us", "ers\\"].concat()];
    for folder in [Some(root), root.parent()].into_iter().flatten() {
        if folder.parent().is_some() {
            needles.push(format!("{}/", folder.display()));
        }
    }
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let is_found = needles.iter().any(|needle| {
            line.match_indices(needle.as_str()).any(|(at, _)| {
                // A longer path that only ends like that is another one.
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                before.is_none_or(|before| {
                    !before.is_alphanumeric() && !matches!(before, '/' | '.' | '-' | '_' | '}' | '>')
                })
            })
        });
        if is_found {
            problems.push(Problem::new(path, index.saturating_add(1), "a path of one machine"));
        }
    }
    problems
}

/// Every feature says what it is for, in a comment above it or behind it.
fn features(path: &Path, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut within = false;
    let mut explained = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            within = line == "[features]";
        } else if line.starts_with('#') {
            explained = true;
            continue;
        } else if let Some((name, value)) = line.split_once('=').filter(|_| within)
            && !explained
            && !value.contains('#')
        {
            let message = format!("the feature `{}` needs a comment", name.trim());
            problems.push(Problem::new(path, index.saturating_add(1), message));
        }
        explained = false;
    }
    problems
}

fn is_generated(path: &Path) -> bool {
    path.with_extension("").iter().any(|step| step == "generated")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(path: &str, text: &str, expected: &[&str]) {
        let problems = check(Path::new(path), text, Path::new("/checkout/here"));
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn file_without_a_header_is_found() {
        found("src/a.rs", "//! Fine.\n", &[]);
        found("src/lib.rs", "#![doc = include_str!(\"../README.md\")]\n", &[]);
        let expected = "src/a.rs:1: the file must begin with `//!`: what is here and for whom";
        found("src/a.rs", "use std::fs;\n", &[expected]);
        found("src/a.rs", "", &[expected]);
    }

    #[test]
    fn generated_file_that_does_not_name_its_maker_is_found() {
        found("src/generated/a.rs", "// Made by `cargo xtask codegen` from: x.\n//! Fine.\n", &[]);
        found(
            "src/generated/a.rs",
            "//! Who made it?\n",
            &["src/generated/a.rs:1: the first line must name `cargo xtask codegen`"],
        );
        found(
            "src/generated.rs",
            "// Made by `cargo xtask codegen` from: x.\nmod a;\n",
            &["src/generated.rs:2: the file must begin with `//!`: what is here and for whom"],
        );
    }

    #[test]
    fn long_file_without_a_reason_is_found() {
        let long = |header: &str, lines: usize| format!("{header}\n{}", "//\n".repeat(lines - 1));
        found("src/a.rs", &long("//! Fine.", 600), &[]);
        found("src/a.rs", &long("//! More than 600 lines, since it is one table.", 601), &[]);
        let expected = "601 lines are more than 600; split it, or say at the top why more than 600";
        let text = format!("//! Long.\n{}", "\n".repeat(600));
        found("src/a.rs", &text, &[&format!("src/a.rs: {expected}")]);
    }

    #[test]
    fn long_generated_file_is_found_whatever_it_says() {
        let text = |lines: usize| {
            format!("// `cargo xtask codegen`\n//! More than 600.\n{}", "\n".repeat(lines - 2))
        };
        found("src/generated/a.rs", &text(1500), &[]);
        let expected = "1501 lines are more than 1500; split it, or say at the top why more than 600";
        found("src/generated/a.rs", &text(1501), &[&format!("src/generated/a.rs: {expected}")]);
    }

    #[test]
    fn module_with_an_empty_name_is_found() {
        found(
            "src/helpers.rs",
            "//! x\n",
            &["src/helpers.rs: `helpers` says nothing about what the module holds"],
        );
        found(
            "tests/common/http.rs",
            "//! x\n",
            &["tests/common/http.rs: `common` says nothing about what the module holds"],
        );
        found("src/generated/common/a.rs", "// `cargo xtask codegen`\n//! x\n", &[]);
    }

    #[test]
    fn tests_that_do_not_run_are_found() {
        let ignored = format!("//! x\n{}]\n", ["#[", "ignore"].concat());
        found(
            "src/a.rs",
            &ignored,
            &[&format!("src/a.rs:2: `{}`: a test that does not run is no test", ["#[", "ignore"].concat())],
        );
        let conditional = format!("//! x\n#[cfg_attr(windows, {}\n", ["ignore", ")]"].concat());
        found("src/a.rs", &conditional, &["src/a.rs:2: a test that does not run is no test"]);
        let panics = ["#[should_", "panic"].concat();
        found(
            "src/a.rs",
            &format!("//! x\n{panics}]\n"),
            &[&format!("src/a.rs:2: `{panics}`: assert what goes wrong instead")],
        );
        let example = ["```", "ignore"].concat();
        let expected = format!("src/a.rs:2: `{example}`: an example that is not compiled goes stale");
        found("src/a.rs", &format!("//! x\n//! {example}\n"), &[&expected]);
    }

    #[test]
    fn code_that_is_not_there_is_found() {
        for needle in [["todo", "!("].concat(), ["unimplemented", "!("].concat()] {
            found(
                "src/a.rs",
                &format!("//! x\nfn a() {{ {needle}) }}\n"),
                &[&format!("src/a.rs:2: `{needle}`: finish it")],
            );
        }
    }

    #[test]
    fn openapi_file_is_found_unless_it_is_ours() {
        let expected = "spec/a.yaml:2: OpenAPI files are not committed; `spec/` holds their facts";
        found("spec/a.yaml", "# x\nopenapi: 3.0.0\n", &[expected]);
        found("spec/a.json", "{\"openapi\": \"3.0.0\"}\n", &[&expected.replace("a.yaml:2", "a.json:1")]);
        found("xtask/tests/golden/a.yaml", "openapi: 3.0.0\n", &[]);
        found("docs/a.md", "openapi: 3.0.0\n", &[]);
    }

    #[test]
    fn path_of_one_machine_is_found() {
        found("docs/a.md", "see /checkout/here/docs\n", &["docs/a.md:1: a path of one machine"]);
        found("docs/a.md", "x\n(/checkout/shared/b)\n", &["docs/a.md:2: a path of one machine"]);
        found("docs/a.md", "see https://a.example/checkout/here\n", &[]);
        let home = format!("{}me/x\n", ["/Us", "ers/"].concat());
        found("docs/a.md", &home, &["docs/a.md:1: a path of one machine"]);
    }

    #[test]
    fn feature_without_a_comment_is_found() {
        let text =
            "[features]\n# All.\ndefault = [\"a\"]\na = [] # Adds a.\nb = []\n\n[dependencies]\nc = \"1\"\n";
        found("Cargo.toml", text, &["Cargo.toml:5: the feature `b` needs a comment"]);
    }
}
