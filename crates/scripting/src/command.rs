//! One command of a script: an action and its parameters, as they stand in the text.

use std::fmt;

use bt_sra_core::{ExposeSecret as _, SecretString};

use crate::Action;
use crate::encoding::{decode, encode};

/// A command of a console script: `action=VALUE`, and `&NAME=VALUE` for each parameter.
///
/// The typed commands, such as [`StartJumpItemSession`](crate::StartJumpItemSession), become one.
/// By itself it takes any action and any parameter. What was parsed is kept as it stood, so that
/// it can be written again byte by byte.
///
/// ```
/// use bt_sra_scripting::Command;
///
/// let command = Command::new("start_jump_item_session").param("client.hostname", "db 07");
/// assert_eq!(command.to_text().unwrap(), "action=start_jump_item_session&client.hostname=db%2007");
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Command {
    /// Encoded.
    action: String,
    parameters: Vec<(String, Value)>,
}

/// The value of a parameter, encoded.
#[derive(Clone)]
enum Value {
    Plain(String),
    /// Of a parameter whose name says that it is a secret.
    Secret(SecretString),
}

impl Command {
    /// Makes a command of any action.
    #[must_use]
    pub fn new(action: &str) -> Self {
        Self { action: encode(action), parameters: Vec::new() }
    }

    pub(crate) fn from_raw(action: &str) -> Self {
        Self { action: action.to_owned(), parameters: Vec::new() }
    }

    /// Adds a parameter behind the others.
    #[must_use]
    pub fn param(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = SecretString::from(value.into());
        self.parameters.push((encode(name), Value::new(name, &encode(value.expose_secret()))));
        self
    }

    /// Adds a secret behind the others: it is only written where that is asked for.
    #[must_use]
    pub fn secret_param(mut self, name: &str, value: &SecretString) -> Self {
        let value = Value::Secret(encode(value.expose_secret()).into());
        self.parameters.push((encode(name), value));
        self
    }

    pub(crate) fn push_raw(&mut self, name: &str, value: &str) {
        self.parameters.push((name.to_owned(), Value::new(&decode(name), value)));
    }

    /// Sets a parameter, once.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.parameters.retain(|(other, _)| decode(other) != name);
        self.parameters.push((encode(name), Value::new(name, &encode(value))));
    }

    /// Returns the name of the action.
    #[must_use]
    pub fn action(&self) -> String {
        decode(&self.action).into_owned()
    }

    /// Returns what is known of the action.
    #[must_use]
    pub fn known(&self) -> Option<&'static Action> {
        Action::find(&decode(&self.action))
    }

    /// Returns the parameters in their order, each with its value; none for a secret.
    pub fn parameters(&self) -> impl Iterator<Item = (String, Option<String>)> {
        self.parameters.iter().map(|(name, value)| (decode(name).into_owned(), value.plain()))
    }

    /// Returns the first value of a parameter; none if there is none, or if it is a secret.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.parameters.iter().find(|(other, _)| decode(other) == name)?.1.plain()
    }

    /// Returns the first value of a parameter that is a secret.
    #[must_use]
    pub fn secret(&self, name: &str) -> Option<SecretString> {
        match &self.parameters.iter().find(|(other, _)| decode(other) == name)?.1 {
            Value::Secret(raw) => Some(decode(raw.expose_secret()).into_owned().into()),
            Value::Plain(_) => None,
        }
    }

    /// Returns whether a parameter is a secret.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.parameters.iter().any(|(_, value)| matches!(value, Value::Secret(_)))
    }

    /// Returns the line of the script; none if there is a secret in it.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        if self.has_secret() {
            return None;
        }
        let mut text = String::new();
        self.write(&mut text);
        Some(text)
    }

    /// Writes the line, secrets included.
    pub(crate) fn write(&self, out: &mut String) {
        out.push_str("action=");
        out.push_str(&self.action);
        for (name, value) in &self.parameters {
            out.push('&');
            out.push_str(name);
            out.push('=');
            out.push_str(value.raw());
        }
    }

    /// The encoded words, with the name of the parameter they belong to.
    pub(crate) fn raw(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parameters.iter().map(|(name, value)| (name.as_str(), value.raw()))
    }

    pub(crate) fn raw_action(&self) -> &str {
        &self.action
    }

    /// How long its line is.
    pub(crate) fn len(&self) -> usize {
        let pairs = self.parameters.iter().map(|(name, value)| name.len() + value.raw().len() + 2);
        "action=".len() + self.action.len() + pairs.sum::<usize>()
    }
}

impl Value {
    fn new(name: &str, raw: &str) -> Self {
        if is_secret(name) { Self::Secret(raw.into()) } else { Self::Plain(raw.to_owned()) }
    }

    fn raw(&self) -> &str {
        match self {
            Self::Plain(raw) => raw,
            Self::Secret(raw) => raw.expose_secret(),
        }
    }

    fn plain(&self) -> Option<String> {
        match self {
            Self::Plain(raw) => Some(decode(raw).into_owned()),
            Self::Secret(_) => None,
        }
    }
}

/// Whether a name says that its value is nobody's business.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "passphrase", "secret"].iter().any(|word| name.contains(word))
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.raw() == other.raw()
    }
}

impl Eq for Value {}

impl fmt::Debug for Command {
    /// Shows no values: they may be of a person, or open something.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|(name, _)| decode(name)).collect();
        f.debug_struct("Command")
            .field("action", &decode(&self.action))
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
