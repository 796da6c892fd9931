//! The help of every command, as a terminal of 80 columns shows it.
//!
//! `UPDATE_EXPECT=1 cargo test -p bt-sra-cli --bin btapi help` writes the files anew.

use std::collections::BTreeSet;
use std::path::Path;

use clap::Command;
use expect_test::expect_file;

/// Where the snapshots are, as seen from this file.
const SNAPSHOTS: &str = "../../../../tests/it/cli/help";

/// Returns every command that help shows, `jump-client prune` say; `btapi` itself is empty.
fn commands() -> Vec<String> {
    fn walk(command: &Command, path: &str, found: &mut Vec<String>) {
        found.push(path.to_owned());
        for child in command.get_subcommands().filter(|child| !child.is_hide_set()) {
            walk(child, format!("{path} {}", child.get_name()).trim_start(), found);
        }
    }
    let mut found = Vec::new();
    walk(&crate::args::command(), "", &mut found);
    found
}

/// Returns what `btapi COMMAND FLAG` says on a terminal of `width` columns.
fn help(command: &str, flag: &str, width: usize) -> String {
    let line = ["btapi"].into_iter().chain(command.split_whitespace()).chain([flag]);
    let root = crate::args::command().term_width(width);
    let said = root.try_get_matches_from(line).unwrap_err();
    assert!(!said.use_stderr(), "{said}");
    said.render().to_string()
}

fn file(command: &str) -> String {
    format!("btapi {command}").trim_end().replace(' ', "-") + ".txt"
}

#[test]
fn the_help_of_every_command_is_as_it_was_looked_at() {
    for command in commands() {
        let file = format!("{SNAPSHOTS}/{}", file(&command));
        expect_file![file].assert_eq(&help(&command, "--help", 80));
    }
}

#[test]
fn short_and_long_help_are_the_same() {
    for command in commands() {
        assert_eq!(help(&command, "-h", 80), help(&command, "--help", 80));
    }
    assert_eq!(crate::args::command().term_width(80).render_help().to_string(), help("", "--help", 80));
}

#[test]
fn no_line_of_help_is_wider_than_the_terminal() {
    for (command, width) in commands().iter().flat_map(|command| [(command, 80), (command, 120)]) {
        for line in help(command, "--help", width).lines() {
            assert!(line.chars().count() <= width, "{command}: {line}");
        }
    }
}

#[cfg(feature = "simulate")]
#[test]
fn there_is_no_snapshot_without_a_command() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/it/cli/help");
    let files = std::fs::read_dir(folder).unwrap();
    let files: BTreeSet<String> =
        files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let names: BTreeSet<String> = commands().iter().map(|command| file(command)).collect();
    assert_eq!(files, names);
}
