//! `ci`: what must be green with nothing but the Rust toolchain.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::codegen::{self, Mode};
use crate::tidy;

/// One thing that must be green.
#[derive(Debug)]
struct Step {
    name: &'static str,
    work: Work,
}

#[derive(Debug)]
enum Work {
    /// cargo with these arguments, and these variables.
    Cargo(&'static [&'static str], &'static [(&'static str, &'static str)]),
    Codegen,
    Tidy,
}

const STEPS: [Step; 6] = [
    Step { name: "fmt", work: Work::Cargo(&["fmt", "--all", "--check"], &[]) },
    Step {
        name: "clippy",
        work: Work::Cargo(
            &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"],
            &[],
        ),
    },
    Step { name: "test", work: Work::Cargo(&["test", "--workspace"], &[]) },
    Step {
        name: "doc",
        work: Work::Cargo(
            &["doc", "--workspace", "--no-deps", "--all-features"],
            &[("RUSTDOCFLAGS", "-D warnings")],
        ),
    },
    Step { name: "codegen --check", work: Work::Codegen },
    Step { name: "tidy", work: Work::Tidy },
];

/// Runs all steps for the workspace at `root`; stops at the first that fails.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for Step { name, work } in STEPS {
        println!("== {name}");
        #[expect(clippy::disallowed_methods, reason = "how long a step took is for a person to read")]
        let start = Instant::now();
        outcome = perform(&work, root).map_err(|message| format!("{name}: {message}"));
        times.push((name, start.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    for (name, time) in times {
        println!("{:>8.1} s  {name}", time.as_secs_f64());
    }
    outcome
}

fn perform(work: &Work, root: &Path) -> Result<(), String> {
    match work {
        Work::Cargo(arguments, variables) => {
            let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let mut command = Command::new(cargo);
            command.args(*arguments).envs(variables.iter().copied()).current_dir(root);
            let status = command.status().map_err(|error| format!("cargo: {error}"))?;
            if status.success() {
                Ok(())
            } else {
                Err(format!("cargo {} failed ({status})", arguments.join(" ")))
            }
        }
        Work::Codegen => {
            let stale = codegen::run(root, Mode::Check)?;
            stale.iter().for_each(|path| println!("{}", path.display()));
            if stale.is_empty() { Ok(()) } else { Err(format!("stale files; run `{}`", codegen::COMMAND)) }
        }
        Work::Tidy => {
            let problems = tidy::run(root)?;
            problems.iter().for_each(|problem| println!("{problem}"));
            if problems.is_empty() { Ok(()) } else { Err(format!("{} problems", problems.len())) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn step_that_fails_is_told() {
        let work = Work::Cargo(&["no-such-command"], &[]);
        let message = perform(&work, &workspace::root()).unwrap_err();
        assert!(message.starts_with("cargo no-such-command failed"), "{message}");
        perform(&Work::Cargo(&["--version"], &[]), &workspace::root()).unwrap();
    }

    #[test]
    fn steps_are_those_that_need_only_the_toolchain() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names, ["fmt", "clippy", "test", "doc", "codegen --check", "tidy"]);
    }
}
