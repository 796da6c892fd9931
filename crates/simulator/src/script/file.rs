//! The file format: a head, and up to ten commands, one a line.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::Command;
use crate::unconfirmed::script as unconfirmed;

/// The one head that is known.
const HEAD: &str = "BRCS1.0";

/// How many commands a file has at most.
const MOST: usize = 10;

/// What is percent-encoded: all but the unreserved characters of RFC 3986.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes a file.
pub(crate) fn write(commands: &[Command]) -> String {
    let encode = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let line = |command: &Command| {
        let pairs = command.parameters.iter();
        let pairs = pairs.map(|(name, value)| format!("&{}={}", encode(name), encode(value)));
        format!("action={}{}", encode(&command.action), pairs.collect::<String>())
    };
    let lines = std::iter::once(HEAD.to_owned()).chain(commands.iter().map(line));
    lines.collect::<Vec<_>>().join(unconfirmed::NEWLINE)
}

/// Reads a file as the grammar has it.
///
/// # Errors
///
/// In words, with the line.
pub(crate) fn read(text: &str) -> Result<Vec<Command>, String> {
    let text = match text.strip_suffix('\n') {
        Some(rest) if unconfirmed::LAST_NEWLINE_TOLERATED => rest,
        _ => text,
    };
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let head = lines.next().unwrap_or_default();
    if head != HEAD {
        return Err(format!("line 1: a script begins with {HEAD}"));
    }
    let commands: Result<Vec<Command>, String> = (2..)
        .zip(lines)
        .map(|(place, line)| command(line).map_err(|why| format!("line {place}: {why}")))
        .collect();
    let commands = commands?;
    match commands.len() {
        0 => Err("there is no command".to_owned()),
        count if count > MOST => Err(format!("there are {count} commands, and not {MOST} at most")),
        _ => Ok(commands),
    }
}

fn command(line: &str) -> Result<Command, String> {
    let mut pairs = line.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').ok_or("a parameter has no `=`")?;
        Ok::<_, String>((decode(name)?, decode(value)?))
    });
    let (name, action) = pairs.next().ok_or("it is empty")??;
    if name != "action" {
        return Err("a command begins with `action=`".to_owned());
    }
    let parameters = pairs.collect::<Result<Vec<_>, _>>()?;
    Ok(Command { action, parameters })
}

/// Undoes percent-encoding; nothing may stand there that needs it.
fn decode(text: &str) -> Result<String, String> {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            other => other.is_ascii_alphanumeric() || b"-._~".contains(&other),
        };
        if !fits {
            return Err("a character is not percent-encoded that must be".to_owned());
        }
    }
    let text = percent_decode_str(text).decode_utf8();
    text.map(std::borrow::Cow::into_owned).map_err(|_| "it is no UTF-8".to_owned())
}
