//! The executable `btapi`.
//!
#![doc = include_str!("../README.md")]

mod args;
mod check;
mod cmd;
mod complete;
mod csv;
mod env_file;
mod failure;
mod help;
#[cfg(test)]
mod hostile;
mod input;
mod interrupt;
mod json;
mod kv;
mod net;
mod output;
mod path;
mod progress;
mod settings;
mod shape;
mod suggest;
mod trace;
mod vocabulary;
mod wrap;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use crate::args::Cli;
use crate::failure::{Exit, Failure, Result};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure.report());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run() -> Result<()> {
    let matches = args::command().try_get_matches();
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return grumble(&error),
    };
    match cli.command {
        Some(command) => cmd::run(&cli.globals, command),
        // As the vendor's: options, commands and variables.
        None => output::write(args::command().render_help().to_string().as_bytes()),
    }
}

/// Prints what the parser of the command line has to say: help, the version, or a complaint.
fn grumble(error: &clap::Error) -> Result<()> {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return output::write(text.as_bytes());
    }
    let text = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
    Err(Failure::new(Exit::Usage, text))
}
