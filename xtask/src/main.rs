//! `cargo xtask`: imports OpenAPI files, generates code, checks the layout, runs CI.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::codegen::Mode;

mod ci;
mod codegen;
mod diff;
mod import;
mod ir;
mod lock;
mod source;
mod spec;
mod tidy;
mod workspace;
mod yaml;

/// The chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Deals with OpenAPI files and the facts taken from them.
    #[command(subcommand)]
    Spec(Spec),
    /// Generates code from the facts in `spec/`.
    Codegen(Check),
    /// Checks the layout: folders, dependencies, file headers and sizes.
    Tidy,
    /// Runs all that must be green before a change is merged.
    Ci,
}

#[derive(Debug, Subcommand)]
enum Spec {
    /// Gets OpenAPI files from an appliance, or from where they are.
    Fetch(spec::Fetch),
    /// Takes the facts out of OpenAPI files into `spec/`.
    Import(Import),
    /// Prints what changed from one version to another.
    Diff(Diff),
}

#[derive(Debug, Args)]
struct Check {
    /// Changes nothing; fails if something would change.
    #[arg(long)]
    check: bool,
}

#[derive(Debug, Args)]
struct Import {
    /// OpenAPI files, or folders of them; of each API the latest version counts.
    #[arg(long, num_args = 1.., value_name = "FILE|DIR")]
    from: Vec<PathBuf>,
    /// Prints every mended place, not only the counts.
    #[arg(long)]
    verbose: bool,
    #[command(flatten)]
    check: Check,
}

#[derive(Debug, Args)]
struct Diff {
    /// The older file: OpenAPI YAML, or normalised facts.
    old: PathBuf,
    /// The newer file.
    new: PathBuf,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

impl Check {
    fn mode(&self) -> Mode {
        if self.check { Mode::Check } else { Mode::Write }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    let root = workspace::root();
    match command {
        Command::Spec(Spec::Fetch(fetch)) => {
            for path in fetch.run()? {
                println!("{}", path.display());
            }
            Ok(())
        }
        Command::Spec(Spec::Import(import)) => {
            let outcome = spec::import(&root, &import.from, import.check.mode())?;
            eprint!("{}", outcome.report(import.verbose));
            settled(&outcome.stale, import.check.mode(), "cargo xtask spec import")
        }
        Command::Spec(Spec::Diff(arguments)) => {
            let changes = diff::between(&spec::document(&arguments.old)?, &spec::document(&arguments.new)?)?;
            if arguments.json {
                println!("{}", changes.json()?);
            } else {
                print!("{changes}");
            }
            Ok(())
        }
        Command::Codegen(check) => {
            settled(&codegen::run(&root, check.mode())?, check.mode(), codegen::COMMAND)
        }
        Command::Tidy => {
            let problems = tidy::run(&root)?;
            problems.iter().for_each(|problem| println!("{problem}"));
            if problems.is_empty() { Ok(()) } else { Err(format!("{} problems", problems.len())) }
        }
        Command::Ci => ci::run(&root),
    }
}

/// Tells what was written, or in check mode fails if something would have been.
fn settled(stale: &[PathBuf], mode: Mode, command: &str) -> Result<(), String> {
    stale.iter().for_each(|path| println!("{}", path.display()));
    match mode {
        Mode::Check if !stale.is_empty() => {
            Err(format!("{} stale files, listed above; run `{command}`", stale.len()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn check_mode_fails_when_something_is_stale() {
        let stale = [PathBuf::from("spec/a.ir.json")];
        let message = settled(&stale, Mode::Check, "cargo xtask spec import").unwrap_err();
        assert_eq!(message, "1 stale files, listed above; run `cargo xtask spec import`");
        settled(&stale, Mode::Write, "x").unwrap();
        settled(&[], Mode::Check, "x").unwrap();
    }
}
