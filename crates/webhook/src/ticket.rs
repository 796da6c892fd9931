//! Ticket-ID approval: what an appliance asks, and what it is answered.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result};
use serde::Serialize;

use crate::{Fields, form};

/// The longest name of a custom field.
const LONGEST_NAME: usize = 64;

/// A request to approve a ticket ID: somebody wants to start a Jump Item whose policy asks for one.
///
/// Three fields are needed to answer it; all others are as known from an endpoint that somebody
/// else runs, and stay out where they are empty.
///
/// ```
/// use bt_sra_webhook::TicketRequest;
///
/// let body = br#"{"request_id": "7f3a", "ticket_id": "CHG-1204", "user": {"username": "mira"},
///     "response_url": "https://access.example.com/r", "jump_item": {"group": "Databases"}}"#;
/// let request = TicketRequest::parse(Some("application/json"), body)?;
/// assert_eq!(request.ticket_id, "CHG-1204");
/// assert_eq!(request.jump_item.group.as_deref(), Some("Databases"));
/// assert_eq!(request.user.username.as_deref(), Some("mira"));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TicketRequest {
    /// Names this request in the answer.
    pub request_id: String,
    /// What the user has typed.
    pub ticket_id: String,
    /// Where the answer goes. Whoever knows it can answer, so it is not for logs.
    #[serde(skip)]
    pub response_url: String,
    /// What is to be started.
    pub jump_item: AskedItem,
    /// By whom.
    pub user: AskingUser,
    /// All else, in the order in which it came.
    pub rest: Fields,
}

/// The Jump Item that is to be started.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AskedItem {
    /// The host name of the target.
    pub computer_name: Option<String>,
    /// The kind of Jump Item, in words that no source lists.
    pub r#type: Option<String>,
    /// Its comments.
    pub comments: Option<String>,
    /// Its Jump Group.
    pub group: Option<String>,
    /// Its tag.
    pub tag: Option<String>,
    /// The Jumpoint that it is reached by.
    pub jumpoint_name: Option<String>,
    /// Its address as the appliance sees it.
    pub public_ip: Option<String>,
    /// Its address in its own network.
    pub private_ip: Option<String>,
}

/// The user who wants to start it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AskingUser {
    /// The id.
    pub id: Option<String>,
    /// The username.
    pub username: Option<String>,
    /// The name that customers see.
    pub public_display_name: Option<String>,
    /// The name that colleagues see.
    pub private_display_name: Option<String>,
    /// The address of mail.
    pub email_address: Option<String>,
}

impl TicketRequest {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if it is neither a form nor a JSON object, or lacks `request_id`,
    /// `ticket_id` or `response_url`.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self> {
        Self::from_fields(Fields::parse(content_type, body)?)
    }

    /// Makes a request of its fields.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if one that is needed is missing, or the `request_id` is no short text.
    pub fn from_fields(mut fields: Fields) -> Result<Self> {
        let mut needed = |name: &str| {
            fields
                .take_some(name)
                .ok_or_else(|| Error::new(ErrorKind::Decode, format!("the request has no `{name}`")))
        };
        let (request_id, ticket_id) = (needed("request_id")?, needed("ticket_id")?);
        let response_url = needed("response_url")?;
        if request_id.len() > 500 || request_id.chars().any(char::is_control) {
            return Err(Error::new(ErrorKind::Decode, "the `request_id` is no short text"));
        }
        let mut item = |name: &str| fields.take_some(&format!("jump_item.{name}"));
        let jump_item = AskedItem {
            computer_name: item("computer_name"),
            r#type: item("type"),
            comments: item("comments"),
            group: item("group"),
            tag: item("tag"),
            jumpoint_name: item("jumpoint_name"),
            public_ip: item("public_ip"),
            private_ip: item("private_ip"),
        };
        let mut user = |name: &str| fields.take_some(&format!("user.{name}"));
        let user = AskingUser {
            id: user("id"),
            username: user("username"),
            public_display_name: user("public_display_name"),
            private_display_name: user("private_display_name"),
            email_address: user("email_address"),
        };
        Ok(Self { request_id, ticket_id, response_url, jump_item, user, rest: fields })
    }
}

/// Without the address of the answer and what the user has typed: both can be secrets.
impl fmt::Debug for TicketRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TicketRequest")
            .field("request_id", &self.request_id)
            .field("jump_item", &self.jump_item)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// Whether the session may begin.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It may.
    Allow,
    /// It may not.
    Deny,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        })
    }
}

/// A decision on a request.
///
/// ```
/// use bt_sra_webhook::{Decision, ReplyForm, ReplyNames};
///
/// let decision = Decision::allow().message("in the change window").attribute("change", "CHG-1204")?;
/// let (media, body) = decision.reply("7f3a", ReplyForm::Form, &ReplyNames::default());
/// assert_eq!(media, "application/x-www-form-urlencoded");
/// assert_eq!(body, "response_id=7f3a&response=allow&message=in+the+change+window&session.custom.change=CHG-1204");
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a decision has no effect until it is given"]
pub struct Decision {
    verdict: Verdict,
    message: Option<String>,
    attributes: Vec<(String, String)>,
}

impl Decision {
    /// The session may begin.
    pub const fn allow() -> Self {
        Self { verdict: Verdict::Allow, message: None, attributes: Vec::new() }
    }

    /// The session may not begin.
    pub const fn deny() -> Self {
        Self { verdict: Verdict::Deny, message: None, attributes: Vec::new() }
    }

    /// Says something to the user.
    pub fn message(mut self, text: impl Into<String>) -> Self {
        self.message = Some(text.into()).filter(|text: &String| !text.is_empty());
        self
    }

    /// Sets a custom field of the session that begins, by its code name. The site must have it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] for what cannot be a code name.
    pub fn attribute(mut self, code_name: impl Into<String>, value: impl Into<String>) -> Result<Self> {
        let name = code_name.into();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        if name.is_empty() || name.len() > LONGEST_NAME || !name.bytes().all(fits) {
            let what = "a code name of a custom field has 1 to 64 letters, digits, `_` and `-`";
            return Err(Error::new(ErrorKind::InvalidRequest, what));
        }
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, value.into()));
        Ok(self)
    }

    /// Returns whether the session may begin.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Returns what is said to the user.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the custom fields that are set.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Writes the answer to the request `request_id`: its media type, and its body. One who may not
    /// begin gets no custom fields.
    #[must_use]
    pub fn reply(&self, request_id: &str, form: ReplyForm, names: &ReplyNames) -> (&'static str, String) {
        let verdict = self.verdict.to_string();
        let mut fields = vec![(names.id.as_str(), request_id), (names.verdict.as_str(), verdict.as_str())];
        fields.extend(self.message.as_deref().map(|text| (names.message.as_str(), text)));
        let kept = self.attributes.iter().filter(|_| self.verdict == Verdict::Allow);
        let attributes: Vec<_> =
            kept.map(|(name, value)| (format!("{}{name}", names.attribute_prefix), value)).collect();
        fields.extend(attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        match form {
            ReplyForm::Form => ("application/x-www-form-urlencoded", form::write(fields)),
            ReplyForm::Json => {
                let fields: Fields = fields.into_iter().collect();
                // Texts alone: nothing that could not be written.
                ("application/json", serde_json::to_string(&fields).unwrap_or_default())
            }
        }
    }
}

/// The form of the answer. No source tells which of them an appliance takes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ReplyForm {
    /// `application/x-www-form-urlencoded`, as the older APIs of the product.
    #[default]
    Form,
    /// `application/json`, as an endpoint that somebody else runs.
    Json,
}

/// The names of the fields of an answer, for the case that they turn out to be others.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReplyNames {
    /// Of the request's id.
    pub id: String,
    /// Of `allow` or `deny`.
    pub verdict: String,
    /// Of the text for the user.
    pub message: String,
    /// What stands before the code name of a custom field; not confirmed.
    pub attribute_prefix: String,
}

impl Default for ReplyNames {
    fn default() -> Self {
        Self {
            id: "response_id".to_owned(),
            verdict: "response".to_owned(),
            message: "message".to_owned(),
            attribute_prefix: "session.custom.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(body: &str, expected: Expect) {
        expected.assert_eq(&match TicketRequest::parse(None, body.as_bytes()) {
            Ok(request) => serde_json::to_string(&request).unwrap(),
            Err(error) => error.to_string(),
        });
    }

    #[test]
    fn flat_and_nested_requests_are_the_same() {
        let expected = expect![[
            r#"{"request_id":"7f3a","ticket_id":"CHG-1","jump_item":{"computer_name":"db-03","type":null,"comments":null,"group":null,"tag":"prod","jumpoint_name":null,"public_ip":null,"private_ip":null},"user":{"id":"5","username":null,"public_display_name":null,"private_display_name":null,"email_address":null},"rest":{"jump_item.id":"9"}}"#
        ]];
        check(
            "request_id=7f3a&ticket_id=CHG-1&response_url=https%3A%2F%2Fx%2F&jump_item.computer_name=db-03\
             &jump_item.tag=prod&jump_item.comments=&user.id=5&jump_item.id=9",
            expected,
        );
        check(
            r#"{"request_id":"7f3a","ticket_id":"CHG-1","response_url":"https://x/","user":{"id":5},
                "jump_item":{"computer_name":"db-03","tag":"prod","comments":"","id":9}}"#,
            expect![[
                r#"{"request_id":"7f3a","ticket_id":"CHG-1","jump_item":{"computer_name":"db-03","type":null,"comments":null,"group":null,"tag":"prod","jumpoint_name":null,"public_ip":null,"private_ip":null},"user":{"id":"5","username":null,"public_display_name":null,"private_display_name":null,"email_address":null},"rest":{"jump_item.id":"9"}}"#
            ]],
        );
    }

    #[test]
    fn what_may_be_secret_is_not_in_a_debug_output() {
        let body = b"request_id=7f3a&ticket_id=hunter2&response_url=https%3A%2F%2Fx%2Fhunter3";
        let text = format!("{:?}", TicketRequest::parse(None, body).unwrap());
        assert!(text.contains("7f3a") && !text.contains("hunter"), "{text}");
    }

    #[test]
    fn what_cannot_be_answered_is_refused() {
        check("ticket_id=1&response_url=x", expect!["the request has no `request_id`"]);
        check("request_id=1&ticket_id=&response_url=x", expect!["the request has no `ticket_id`"]);
        check("request_id=1&ticket_id=2", expect!["the request has no `response_url`"]);
        check("request_id=1%0a&ticket_id=2&response_url=x", expect!["the `request_id` is no short text"]);
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check_reply(decision: &Decision, form: ReplyForm, expected: Expect) {
        let (media, body) = decision.reply("7f/3", form, &ReplyNames::default());
        expected.assert_eq(&format!("{media}: {body}"));
    }

    #[test]
    fn a_decision_is_written_in_either_form() {
        let deny = Decision::deny().message("Änderung zu & vorbei").attribute("x", "1").unwrap();
        check_reply(
            &deny,
            ReplyForm::Form,
            expect![
                "application/x-www-form-urlencoded: response_id=7f%2F3&response=deny&message=%C3%84nderung+zu+%26+vorbei"
            ],
        );
        let allow = Decision::allow().attribute("a", "1").unwrap().attribute("a", "2 \"").unwrap();
        check_reply(
            &allow,
            ReplyForm::Json,
            expect![[
                r#"application/json: {"response_id":"7f/3","response":"allow","session.custom.a":"2 \""}"#
            ]],
        );
        check_reply(
            &Decision::deny().message(""),
            ReplyForm::Json,
            expect![[r#"application/json: {"response_id":"7f/3","response":"deny"}"#]],
        );
    }

    #[test]
    fn a_code_name_is_one() {
        for name in ["", "a.b", "a b", "ü", &"x".repeat(65)] {
            assert_eq!(Decision::allow().attribute(name, "").unwrap_err().kind(), ErrorKind::InvalidRequest);
        }
    }
}
