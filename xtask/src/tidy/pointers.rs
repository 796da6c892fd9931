//! What pages for readers point to is there.
//!
//! A path in backticks that begins with a folder of this repository is one of its files or folders;
//! `path::name` is a function in that file besides.

use std::fs;
use std::path::Path;

use super::Problem;

/// Where a path begins that is one of ours.
const FOLDERS: [&str; 6] = ["crates/", "docs/", "examples/", "spec/", "tests/", "xtask/"];

/// Checks the page at `path`.
pub(super) fn check(path: &Path, text: &str, root: &Path) -> Vec<Problem> {
    if path.extension().is_none_or(|extension| extension != "md") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let quoted = line.split('`').skip(1).step_by(2);
        for pointer in quoted.filter(|quoted| points_here(quoted)) {
            if let Some(message) = missing(pointer, root) {
                problems.push(Problem::new(path, index.saturating_add(1), message));
            }
        }
    }
    problems
}

/// Whether it is a path of this repository, and of no crate or sentence that only begins like one.
fn points_here(quoted: &str) -> bool {
    FOLDERS.iter().any(|folder| quoted.starts_with(folder)) && !quoted.contains([' ', '*', '{', '<'])
}

fn missing(pointer: &str, root: &Path) -> Option<String> {
    let (file, name) = pointer.split_once("::").map_or((pointer, None), |(file, name)| (file, Some(name)));
    let place = root.join(file);
    let Some(name) = name else {
        return (!place.exists()).then(|| format!("`{file}` is not there"));
    };
    let text = fs::read_to_string(&place).unwrap_or_default();
    let is_there = text.contains(&format!("fn {name}(")) || text.contains(&format!("fn {name}<"));
    (!is_there).then(|| format!("there is no function `{name}` in `{file}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(text: &str, expected: &[&str]) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let problems = check(Path::new("docs/a.md"), text, root);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn pointers_that_lead_nowhere_are_found() {
        found("see `xtask/src/tidy.rs` and `crates`, `docs/decisions`\n", &[]);
        found("\nsee `xtask/src/tidi.rs`\n", &["docs/a.md:2: `xtask/src/tidi.rs` is not there"]);
        found("`xtask/src/tidy.rs::run`, `tests/outside/fuzz.sh 60`, `docs/*.md`\n", &[]);
        let expected = "docs/a.md:1: there is no function `walk` in `xtask/src/tidy.rs`";
        found("`xtask/src/tidy.rs::walk`\n", &[expected]);
        found("a crate of another `crates-index/a`, `testing/b`\n", &[]);
    }
}
