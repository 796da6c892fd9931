//! Who decides.

use std::fmt;

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, Result};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::super::Program;
use crate::{Decision, TicketRequest};

/// How many commands run at a time.
const COMMANDS: usize = 8;

/// Decides on requests.
#[async_trait]
pub trait TicketApprover: fmt::Debug + Send + Sync {
    /// Decides on a request. After a restart it is asked again about what it had not decided on.
    ///
    /// # Errors
    /// Whatever keeps it from deciding; the request is denied then.
    async fn decide(&self, request: &TicketRequest) -> Result<Decision>;
}

/// Runs a command for each request, with the request as one line of JSON on its standard input.
///
/// It decides by what it prints: `allow` or `deny`, and behind that, if anything, a message for the
/// user; or a JSON object of `response`, `message` and `attributes`, which are custom fields of the
/// session. If it ends otherwise than with 0, takes too long or prints anything else, that is an
/// error, and the request is denied.
#[derive(Debug)]
pub struct ExecApprover {
    program: Program,
    places: Semaphore,
}

impl ExecApprover {
    /// Runs this command.
    #[must_use]
    pub fn new(program: Program) -> Self {
        Self { program, places: Semaphore::new(COMMANDS) }
    }
}

#[async_trait]
impl TicketApprover for ExecApprover {
    async fn decide(&self, request: &TicketRequest) -> Result<Decision> {
        let _place =
            self.places.acquire().await.map_err(|source| {
                Error::new(ErrorKind::Io, "no more commands can be run").with_source(source)
            })?;
        // Texts alone: nothing that could not be written.
        let line = serde_json::to_string(request).unwrap_or_default() + "\n";
        read(&self.program.run(line.as_bytes()).await?)
    }
}

/// What a command prints.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    response: Response,
    message: Option<String>,
    #[serde(default)]
    attributes: std::collections::BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Response {
    Allow,
    Deny,
}

fn read(output: &[u8]) -> Result<Decision> {
    let refuse = || {
        let what = "the command has printed neither `allow` nor `deny`, nor JSON that says so";
        Error::new(ErrorKind::Decode, what)
    };
    let text = std::str::from_utf8(output).map_err(|_| refuse())?.trim();
    if text.starts_with('{') {
        let printed: Printed = serde_json::from_str(text).map_err(|_| refuse())?;
        let decision = match printed.response {
            Response::Allow => Decision::allow(),
            Response::Deny => Decision::deny(),
        };
        let decision = decision.message(printed.message.unwrap_or_default());
        return printed
            .attributes
            .into_iter()
            .try_fold(decision, |decision, (name, value)| decision.attribute(name, value));
    }
    let (word, message) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    match word {
        "allow" => Ok(Decision::allow().message(message.trim())),
        "deny" => Ok(Decision::deny().message(message.trim())),
        _ => Err(refuse()),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::{ReplyForm, ReplyNames};

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(output: &str, expected: Expect) {
        expected.assert_eq(&match read(output.as_bytes()) {
            Ok(decision) => decision.reply("1", ReplyForm::Form, &ReplyNames::default()).1,
            Err(error) => error.to_string(),
        });
    }

    #[test]
    fn a_word_or_json_decides_and_nothing_else() {
        check("allow\n", expect!["response_id=1&response=allow"]);
        check("deny  Window closed \n", expect!["response_id=1&response=deny&message=Window+closed"]);
        check(
            r#"{"response":"allow","attributes":{"change":"7"}}"#,
            expect!["response_id=1&response=allow&session.custom.change=7"],
        );
        let neither = expect!["the command has printed neither `allow` nor `deny`, nor JSON that says so"];
        for output in [
            "",
            "allowed",
            "ALLOW",
            "yes",
            "{\"response\":\"Allow\"}",
            "{\"response\":\"allow\",\"x\":1}",
            "\u{feff}allow",
        ] {
            neither.assert_eq(&read(output.as_bytes()).unwrap_err().to_string());
        }
        check(
            r#"{"response":"allow","attributes":{"a b":"7"}}"#,
            expect!["a code name of a custom field has 1 to 64 letters, digits, `_` and `-`"],
        );
    }
}
