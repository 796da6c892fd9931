//! Where the password of a backup comes from: a file, standard input, or the environment.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use bt_sra::SecretString;

use crate::env_file::is_open_to_others;
use crate::failure::{Failure, Result};
use crate::output::note;
use crate::settings::Settings;

/// The variable that holds it.
const VARIABLE: &str = "BT_BACKUP_PASSWORD";

/// More is no password.
const LIMIT: u64 = 64 * 1024;

/// Reads it, if there is one.
pub(super) fn read(settings: &Settings, file: Option<&OsStr>) -> Result<Option<SecretString>> {
    let Some(path) = file else {
        Settings::check(&[VARIABLE])?;
        return Ok(settings.get(VARIABLE).map(SecretString::from));
    };
    if path == "-" {
        return line("standard input", io::stdin().lock()).map(Some);
    }
    let shown = path.to_string_lossy();
    let file =
        File::open(path).map_err(|error| Failure::usage(format!("--password-file {shown}: {error}")))?;
    if is_open_to_others(&file) {
        note(&format!("{shown} can be read by other users; `chmod 600` it, since it holds a password"));
    }
    line(&shown, file).map(Some)
}

/// Reads the only line there is.
fn line(name: &str, source: impl Read) -> Result<SecretString> {
    let fail = |why: String| Failure::usage(format!("--password-file: {name} {why}"));
    // As long as it may get, so that no copy is left behind when it grows.
    let mut text = String::with_capacity(usize::try_from(LIMIT).unwrap_or_default() + 1);
    source
        .take(LIMIT + 1)
        .read_to_string(&mut text)
        .map_err(|error| fail(format!("cannot be read: {error}")))?;
    let end =
        text.strip_suffix('\n').map_or(text.len(), |text| text.strip_suffix('\r').unwrap_or(text).len());
    text.truncate(end);
    let why = match text.as_str() {
        "" => "is empty",
        long if long.len() as u64 > LIMIT => "is too long for a password",
        several if several.contains(['\n', '\r']) => "has more than one line",
        _ => return Ok(text.into()),
    };
    drop(SecretString::from(text));
    Err(fail(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use bt_sra::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_password_is_one_line_as_it_stands() {
        for (text, expected) in [("a b \n", "a b "), ("a\r\n", "a"), ("ü", "ü"), (" #$\"\n", " #$\"")] {
            assert_eq!(line("x", text.as_bytes()).unwrap().expose_secret(), expected);
        }
        let long = "x".repeat(70_000);
        for (text, why) in [("", "empty"), ("\n", "empty"), ("a\nb", "more than one"), (&long, "too long")] {
            let report = line("x", text.as_bytes()).unwrap_err().report();
            assert!(report.contains(why), "{report}");
        }
        assert!(line("x", &b"\xff"[..]).is_err());
    }
}
