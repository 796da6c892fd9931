//! Reads the text of a script: strictly by its lines, leniently within them.

use bt_sra_core::{Error, ErrorKind, Result};

use crate::script::MOST_COMMANDS;
use crate::{Command, Newline, Script, Version};

/// How long a text may be: far more than ten commands with all their parameters.
const LONGEST: usize = 1 << 20;

impl Script {
    /// Reads the bytes of a file. See [`parse`](Self::parse).
    ///
    /// # Errors
    /// As `parse`, and if the bytes are not UTF-8.
    pub fn parse_bytes(bytes: &[u8]) -> Result<Self> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::parse(text),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                Err(refuse(line, "is not UTF-8 text"))
            }
        }
    }

    /// Reads the text of a file. Lines may end in either way, also the last. What is doubtful
    /// within them (unknown names, odd encoding) is kept as it is, and told by
    /// [`check`](Self::check).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] that names the line: the header is another, a line is no
    /// command, there is none, or there are more than ten.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > LONGEST {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                format!("a script has at most {LONGEST} bytes"),
            ));
        }
        let (has_mark, text) = match text.strip_prefix('\u{feff}') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut lines = Lines { rest: Some(text), ends: Vec::new() };
        let version = header(lines.next().unwrap_or_default())?;
        let mut commands = Vec::new();
        let mut has_last_newline = false;
        while let Some(line) = lines.next() {
            let number = commands.len() + 2;
            if line.is_empty() && lines.rest.is_none() && !commands.is_empty() {
                has_last_newline = true;
                break;
            }
            if commands.len() == MOST_COMMANDS {
                return Err(refuse(number, "is one too many: a script has at most 10 commands"));
            }
            commands.push(command(number, line)?);
        }
        if commands.is_empty() {
            return Err(refuse(2, "is missing: a script has at least one command"));
        }
        let newline = lines.ends.first().copied().unwrap_or_default();
        let is_even = lines.ends.iter().all(|end| *end == newline);
        let uneven = if is_even { Vec::new() } else { lines.ends };
        Ok(Self { version, commands, newline, uneven, has_last_newline, has_mark })
    }
}

/// Cuts a text into lines, and keeps how they end.
struct Lines<'a> {
    rest: Option<&'a str>,
    ends: Vec<Newline>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let Some((line, after)) = rest.split_once('\n') else {
            self.rest = None;
            return Some(rest);
        };
        self.rest = Some(after);
        match line.strip_suffix('\r') {
            Some(line) => {
                self.ends.push(Newline::CrLf);
                Some(line)
            }
            None => {
                self.ends.push(Newline::Lf);
                Some(line)
            }
        }
    }
}

fn header(line: &str) -> Result<Version> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    let version = match line.strip_prefix("BRCS").map(str::as_bytes) {
        Some([major, b'.', minor]) => digit(*major).zip(digit(*minor)),
        _ => None,
    };
    match version {
        Some((major, minor)) => Ok(Version { major, minor }),
        None => Err(refuse(1, "is not the header of a script, which is `BRCS1.0`")),
    }
}

fn command(number: usize, line: &str) -> Result<Command> {
    if line.is_empty() {
        return Err(refuse(number, "is empty: every line behind the header is a command"));
    }
    if line.chars().any(char::is_control) {
        return Err(refuse(number, "has a control character in it"));
    }
    let mut pairs = line.split('&').map(|pair| pair.split_once('='));
    let mut command = match pairs.next().flatten() {
        Some(("action", action)) if !action.is_empty() => Command::from_raw(action),
        _ => return Err(refuse(number, "does not begin with `action=` and the name of an action")),
    };
    for pair in pairs {
        let Some((name, value)) = pair else {
            return Err(refuse(number, "has something behind an `&` that is no NAME=VALUE"));
        };
        command.push_raw(name, value);
    }
    Ok(command)
}

fn refuse(line: usize, why: &str) -> Error {
    Error::new(ErrorKind::InvalidRequest, format!("line {line} {why}"))
}
