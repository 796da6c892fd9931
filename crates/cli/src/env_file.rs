//! The file behind `--env-file`: `NAME=value` lines, in the manner of dotenv.
//!
//! `export` in front of a name, comments, and single or double quotes are understood. Nothing is
//! ever expanded, and no error repeats a line: it may hold the secret.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// More than this is not a list of a few variables.
const LIMIT: u64 = 1 << 20;

/// The variables of an environment file.
#[derive(Default)]
pub(crate) struct EnvFile {
    variables: Vec<(String, String)>,
}

impl EnvFile {
    /// Reads the file at `path`, in which a leading `~/` stands for `home`.
    ///
    /// The shell leaves the tilde of `--env-file=~/name` alone, so it is for us to expand.
    /// Returns the file, and a note if others can read it.
    pub(crate) fn read(path: &Path, home: Option<&Path>) -> Result<(Self, Option<String>)> {
        let path = expand(path, home)?;
        let shown = path.display();
        let refuse = |error: &std::io::Error| {
            Failure::usage(format!("cannot read the environment file {shown}: {error}")).with_hint(
                "--env-file names a file of NAME=value lines with BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET",
            )
        };
        let file = File::open(&path).map_err(|error| refuse(&error))?;
        let note = is_open_to_others(&file)
            .then(|| format!("{shown} can be read by other users; `chmod 600` it, since it holds a secret"));
        let mut bytes = Vec::new();
        file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| refuse(&error))?;
        if bytes.len() as u64 > LIMIT {
            return Err(Failure::usage(format!("{shown} is too big for an environment file")));
        }
        let text =
            String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{shown} is not UTF-8 text")))?;
        let file = Self::parse(&text)
            .map_err(|(line, what)| Failure::usage(format!("{shown}, line {line}: {what}")))?;
        Ok((file, note))
    }

    /// Returns the value of a variable; of several, the last.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.variables.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn parse(text: &str) -> Result<Self, (usize, &'static str)> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut variables = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |what| (index + 1, what);
            let line = match line.strip_prefix("export") {
                Some(rest) if rest.starts_with([' ', '\t']) => rest.trim_start(),
                _ => line,
            };
            let (name, value) = line.split_once('=').ok_or(fault("there is no `=` in it"))?;
            let name = name.trim_end();
            if !is_name(name) {
                return Err(fault("what stands before the `=` is not the name of a variable"));
            }
            variables.push((name.to_owned(), unquote(value.trim_start()).map_err(fault)?));
        }
        Ok(Self { variables })
    }
}

/// Names only: the values are secrets.
impl std::fmt::Debug for EnvFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.variables.iter().map(|(name, _)| name)).finish()
    }
}

fn expand(path: &Path, home: Option<&Path>) -> Result<PathBuf> {
    let Ok(rest) = path.strip_prefix("~") else { return Ok(path.to_owned()) };
    match home {
        Some(home) => Ok(home.join(rest)),
        None => Err(Failure::usage("--env-file begins with ~, but HOME is not set")),
    }
}

#[cfg(unix)]
pub(crate) fn is_open_to_others(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_open_to_others(_: &File) -> bool {
    false
}

fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn unquote(value: &str) -> Result<String, &'static str> {
    match value.chars().next() {
        Some('"') => {
            let mut text = String::new();
            let mut letters = value.chars();
            letters.next();
            while let Some(letter) = letters.next() {
                match letter {
                    '"' => return finish(text, letters.as_str()),
                    '\\' => match letters.next() {
                        Some(escaped @ ('"' | '\\' | '$' | '`')) => text.push(escaped),
                        Some('n') => text.push('\n'),
                        Some(other) => text.extend(['\\', other]),
                        None => break,
                    },
                    other => text.push(other),
                }
            }
            Err("a double quote is not closed")
        }
        Some('\'') => {
            let (text, rest) = value
                .strip_prefix('\'')
                .and_then(|rest| rest.split_once('\''))
                .ok_or("a single quote is not closed")?;
            finish(text.to_owned(), rest)
        }
        _ => {
            let comment = value.find(" #").into_iter().chain(value.find("\t#")).min();
            let text = comment.and_then(|at| value.get(..at)).unwrap_or(value);
            Ok(if text.starts_with('#') { String::new() } else { text.trim_end().to_owned() })
        }
    }
}

fn finish(text: String, rest: &str) -> Result<String, &'static str> {
    let rest = rest.trim_start();
    if rest.is_empty() || rest.starts_with('#') {
        Ok(text)
    } else {
        Err("something follows the closing quote")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, (usize, &str)>) {
        let file = EnvFile::parse(text);
        assert_eq!(file.as_ref().map(|file| file.get("A").unwrap_or("-")).map_err(|error| *error), expected);
    }

    #[test]
    fn plain_lines_are_values_to_their_end() {
        check("A=b+/c==", Ok("b+/c=="));
        check("\u{feff}A=1\r\nB=2\r\n", Ok("1"));
        check("export A = two words  # note\n", Ok("two words"));
        check("export\tA=1", Ok("1"));
        check("A=1\nA=2", Ok("2"));
        check("A=#not a value", Ok(""));
        check("A=b#c", Ok("b#c"));
        check("# A=1\n\n", Ok("-"));
        check("exportA=1\nA=2", Ok("2"));
    }

    #[test]
    fn quotes_are_taken_off() {
        check(r#"A="b c" # note"#, Ok("b c"));
        check(r#"A="say \"x\" \\ \$HOME \d""#, Ok(r#"say "x" \ $HOME \d"#));
        check(r"A='b \n $c'", Ok(r"b \n $c"));
    }

    #[test]
    fn faults_name_the_line_and_not_its_text() {
        check("B=1\nsecret", Err((2, "there is no `=` in it")));
        check("B B=1", Err((1, "what stands before the `=` is not the name of a variable")));
        check("A=\"b", Err((1, "a double quote is not closed")));
        check("A=\"b\\", Err((1, "a double quote is not closed")));
        check("A='b", Err((1, "a single quote is not closed")));
        check("A='b'c", Err((1, "something follows the closing quote")));
    }

    #[test]
    fn a_tilde_is_the_home() {
        assert_eq!(
            expand(Path::new("~/x/y"), Some(Path::new("/home/ann"))).unwrap(),
            Path::new("/home/ann/x/y")
        );
        assert_eq!(expand(Path::new("a/~/y"), Some(Path::new("/home/ann"))).unwrap(), Path::new("a/~/y"));
        assert!(expand(Path::new("~/x"), None).is_err());
    }

    #[test]
    fn its_debug_form_has_no_values() {
        let file = EnvFile::parse("BT_CLIENT_SECRET=hunter2").unwrap();
        assert_eq!(format!("{file:?}"), r#"{"BT_CLIENT_SECRET"}"#);
    }
}
