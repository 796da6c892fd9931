//! `tidy`: what the compiler does not check about the layout of the workspace.
//!
//! `packages` knows folders, arrows and bans, `files` headers, sizes and words, `pointers` whether what
//! pages point to is there. Each rule is a function from data to problems, so that each has a test
//! that it fails.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

mod files;
mod packages;
mod pointers;

/// Something that must not stay as it is.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Problem {
    /// Relative to the root of the repository.
    path: PathBuf,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    message: String,
}

impl Problem {
    fn new(path: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_path_buf(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path.display(), self.message),
            line => write!(f, "{}:{line}: {}", self.path.display(), self.message),
        }
    }
}

/// Checks the workspace at `root`.
pub(crate) fn run(root: &Path) -> Result<Vec<Problem>, String> {
    let mut problems = packages::check(&packages::read(root)?);
    for path in tracked(root)? {
        let Ok(bytes) = fs::read(root.join(&path)) else { continue };
        // Only texts can break a rule here.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        problems.extend(files::check(&path, &text, root));
        problems.extend(pointers::check(&path, &text, root));
    }
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// The files that are in the repository, or would be with the next commit; without Git, all.
fn tracked(root: &Path) -> Result<Vec<PathBuf>, String> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output();
    let mut paths: Vec<PathBuf> = match listed {
        Ok(output) if output.status.success() => {
            String::from_utf8_lossy(&output.stdout).split_terminator('\0').map(PathBuf::from).collect()
        }
        _ => {
            let all = workspace::files_below(root).map_err(|error| format!("{}: {error}", root.display()))?;
            let relative = all.iter().filter_map(|path| path.strip_prefix(root).ok());
            relative
                .filter(|path| !path.starts_with("target") && !path.starts_with(".git"))
                .map(Path::to_path_buf)
                .collect()
        }
    };
    paths.sort();
    paths.dedup();
    Ok(paths)
}
