//! What comes in on standard input.

use std::io::{self, IsTerminal as _, Read as _};

use bytes::Bytes;
use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::kv::{self, Pair};
use crate::output::note;
use crate::shape::Shape;

/// Far more than any request has; less than what would hurt.
const LIMIT: u64 = 64 << 20;

/// An object from standard input.
#[derive(Debug)]
pub(crate) struct Input {
    /// What it says.
    pub(crate) value: Value,
    /// The JSON to send: what was given, unchanged, if it was JSON.
    pub(crate) json: Bytes,
}

/// Reads an object: JSON, or key=value lines that get the types of `shape`. Nothing if there is
/// nothing.
pub(crate) fn object(as_kv: bool, shape: &Shape) -> Result<Option<Input>> {
    let bytes = read(if as_kv { "key=value lines" } else { "a JSON object" })?;
    if as_kv { from_kv(&bytes, shape) } else { from_json(bytes) }
}

/// Reads key=value lines that stay pairs of texts.
pub(crate) fn pairs() -> Result<Vec<Pair>> {
    kv::parse::pairs(&read("key=value lines")?)
}

fn from_kv(bytes: &[u8], shape: &Shape) -> Result<Option<Input>> {
    let pairs = kv::parse::pairs(bytes)?;
    if pairs.is_empty() {
        return Ok(None);
    }
    let value = kv::tree::build(pairs, shape)?;
    let json = Bytes::from(value.to_string());
    Ok(Some(Input { value, json }))
}

fn from_json(bytes: Vec<u8>) -> Result<Option<Input>> {
    let bytes = Bytes::from(bytes);
    let json = match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(rest) => bytes.slice_ref(rest),
        None => bytes,
    };
    if json.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    // The text of the error repeats nothing of the input but its place.
    let value = serde_json::from_slice(&json).map_err(|error| {
        Failure::invalid(format!("standard input is not JSON: {}", fault(&error)))
            .with_hint("with -k it is read as key=value lines")
    })?;
    Ok(Some(Input { value, json }))
}

fn fault(error: &serde_json::Error) -> String {
    let what = if error.is_eof() { "it ends too early" } else { "something is wrong" };
    format!("{what} in line {}, column {}", error.line(), error.column())
}

fn read(what: &str) -> Result<Vec<u8>> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        note(&format!("reading {what} from the terminal; Ctrl-D ends"));
    }
    let mut bytes = Vec::new();
    let mut stdin = stdin.lock().take(LIMIT + 1);
    stdin.read_to_end(&mut bytes).map_err(|error| Failure::io("cannot read standard input", &error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Failure::invalid("there is too much on standard input"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<Option<&str>, &str>) {
        let input = from_json(bytes.to_vec());
        let json = input.map(|input| input.map(|input| String::from_utf8_lossy(&input.json).into_owned()));
        match (json, expected) {
            (Ok(json), Ok(expected)) => assert_eq!(json.as_deref(), expected),
            (Err(failure), Err(expected)) => assert!(failure.report().contains(expected), "{failure:?}"),
            (json, expected) => panic!("{json:?} is not {expected:?}"),
        }
    }

    #[test]
    fn json_is_passed_on_as_it_came() {
        check(b"\xef\xbb\xbf{\"a\": 1.10}\n", Ok(Some("{\"a\": 1.10}\n")));
        check(b" \n", Ok(None));
    }

    #[test]
    fn broken_json_is_refused_with_its_place_and_without_its_text() {
        check(b"{\"a\":\n secret}", Err("not JSON: something is wrong in line 2, column 2"));
        check(b"{\"a\":", Err("it ends too early in line 1, column 5"));
        check(b"\xff", Err("line 1, column 1"));
    }
}
