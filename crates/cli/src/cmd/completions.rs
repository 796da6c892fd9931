//! `btapi completions SHELL`, and what the shells ask then.

use crate::args::command;
use crate::complete::{Candidates, Shell, complete, product, script, split, strip_broken};
use crate::failure::Result;
use crate::output;
use crate::vocabulary::Vocabulary;

/// Prints what a shell has to read so that it completes the command lines of `btapi`.
pub(super) fn run(shell: Shell) -> Result<()> {
    output::write(script(shell).as_bytes())
}

/// Prints what the last of `words` can become: a line each, in most shells with what it is.
pub(super) fn answer(shell: Shell, words: &[String]) -> Result<()> {
    let line: Vec<String> = match (shell, words) {
        (Shell::Bash, [line, ..]) => split(line),
        // An empty word would get lost on its way, so a blank stands behind each.
        (Shell::Powershell, [before @ .., last]) => {
            before.iter().cloned().chain([last.strip_suffix(' ').unwrap_or(last).to_owned()]).collect()
        }
        (_, words) => words.to_vec(),
    };
    let mut out = String::new();
    match complete(&command(), &line, &Vocabulary::new(product(&line))) {
        Candidates::Files => out.push_str(":files\n"),
        Candidates::Words(candidates) => {
            let typed = line.last().map(String::as_str).unwrap_or_default();
            for candidate in &candidates {
                match (shell, words) {
                    (Shell::Bash, [_, breaks, ..]) => {
                        out.push_str(strip_broken(&candidate.word, typed, breaks))
                    }
                    (Shell::Bash, _) => out.push_str(&candidate.word),
                    _ if candidate.about.is_empty() => out.push_str(&candidate.word),
                    _ => out.push_str(&format!("{}\t{}", candidate.word, candidate.about)),
                }
                out.push('\n');
            }
        }
    }
    output::write(out.as_bytes())
}
