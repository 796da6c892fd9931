//! What is doubtful or wrong about a script.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use bt_sra_core::Product;

use crate::encoding::{decode, fault};
use crate::script::MOST_COMMANDS;
use crate::{Action, Command, Need, Parameter, ParameterKind, Script, Version};

/// How many bytes the values of all custom attributes of a command may have together.
const CUSTOM_LIMIT: usize = 10 * 1024;

/// Something that is doubtful or wrong. It repeats no values.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub what: String,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Severity {
    /// A console may take it all the same.
    Warning,
    /// It is against what the vendor describes.
    Error,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

pub(crate) fn script(script: &Script, product: Option<Product>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut header = At { line: 1, findings: &mut findings };
    if script.has_mark {
        header.warn("a byte order mark stands before the header");
    }
    if script.version != Version::V1_0 {
        header.warn("the version is another than 1.0, the only one that is known");
    }
    if !script.uneven.is_empty() {
        header.warn("some lines end with a line feed alone and some do not");
    }
    if script.commands.is_empty() {
        let mut at = At { line: 2, findings: &mut findings };
        at.refuse("there is no command: a script has at least one");
    }
    for (place, command) in script.commands.iter().enumerate() {
        let mut at = At { line: place + 2, findings: &mut findings };
        if place == MOST_COMMANDS {
            at.refuse("a script has at most 10 commands");
        }
        self::command(command, product, &mut at);
    }
    if script.has_last_newline {
        let mut at = At { line: script.commands.len() + 1, findings: &mut findings };
        at.warn("the last line ends with a newline, which the format does not have");
    }
    findings
}

/// Where findings are noted.
pub(crate) struct At<'a> {
    pub(crate) line: usize,
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl At<'_> {
    fn note(&mut self, severity: Severity, what: impl Into<String>) {
        self.findings.push(Finding { severity, line: self.line, what: what.into() });
    }

    fn warn(&mut self, what: impl Into<String>) {
        self.note(Severity::Warning, what);
    }

    fn refuse(&mut self, what: impl Into<String>) {
        self.note(Severity::Error, what);
    }
}

pub(crate) fn command(command: &Command, product: Option<Product>, at: &mut At<'_>) {
    if let Some((severity, why)) = fault(command.raw_action()) {
        at.note(severity, format!("the name of the action {why}"));
    }
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, value) in command.raw() {
        let decoded = decode(name).into_owned();
        let shown = shown(&decoded);
        if decoded.is_empty() {
            at.refuse("a parameter has no name");
        }
        if let Some((severity, why)) = fault(name) {
            at.note(severity, format!("the name of `{shown}` {why}"));
        }
        if let Some((severity, why)) = fault(value) {
            at.note(severity, format!("the value of `{shown}` {why}"));
        }
        match seen.entry(decoded) {
            Entry::Vacant(free) => drop(free.insert(value)),
            Entry::Occupied(_) => at.warn(format!("`{shown}` is given again")),
        }
    }
    let Some(action) = command.known() else {
        at.warn(format!("the action `{}` is not known", shown(&command.action())));
        return;
    };
    if let Some((only, _)) = action.only.zip(product).filter(|(only, product)| only != product) {
        at.refuse(format!("`{}` is an action of {only} only", action.name));
    }
    if let Some(instead) = action.gone {
        at.warn(format!("consoles of today lack `{}`; use {instead}", action.name));
    }
    known(action, &seen, at);
}

/// Checks the parameters of an action that is known.
fn known(action: &Action, given: &BTreeMap<String, &str>, at: &mut At<'_>) {
    let mut custom = 0;
    for (name, value) in given {
        let Some(parameter) = action.parameter(name) else {
            at.warn(format!("`{}` is not known as a parameter of `{}`", shown(name), action.name));
            continue;
        };
        if name.starts_with("session.custom.") {
            custom += decode(value).len();
        }
        if let Some(why) = form(parameter.kind, value) {
            at.refuse(format!("`{}` {why}", shown(name)));
        }
    }
    if custom > CUSTOM_LIMIT {
        at.refuse(format!("the custom attributes have {custom} bytes together, and {CUSTOM_LIMIT} at most"));
    }
    let is_given = |parameter: &Parameter| given.get(parameter.name).is_some_and(|value| !value.is_empty());
    let mut told = Vec::new();
    for parameter in action.parameters.iter().filter(|parameter| !is_given(parameter)) {
        let others = |group| {
            let others = action.parameters.iter();
            others
                .filter(move |other| matches!(other.need, Need::SomeOf(it) | Need::AllOf(it) if it == group))
        };
        match parameter.need {
            Need::Required => at.refuse(format!("`{}` is missing or empty", parameter.name)),
            Need::SomeOf(group) if !told.contains(&group) && !others(group).any(is_given) => {
                told.push(group);
                let names: Vec<&str> = others(group).map(|other| other.name).collect();
                at.refuse(format!("one of these is needed: {}", names.join(", ")));
            }
            Need::AllOf(group) if others(group).any(is_given) => {
                at.refuse(format!("`{}` is missing or empty beside the other {group}", parameter.name));
            }
            _ => {}
        }
    }
}

/// Returns what is wrong with the form of an encoded value.
fn form(kind: ParameterKind, raw: &str) -> Option<String> {
    match kind {
        // Not decoded: it may be a secret.
        ParameterKind::Text(None) => None,
        ParameterKind::Text(Some(most)) => {
            let length = decode(raw).chars().count();
            let is_short = u32::try_from(length).is_ok_and(|length| length <= most);
            (!is_short).then(|| format!("has {length} characters, and {most} at most"))
        }
        ParameterKind::Number(least, most) => {
            let number = decode(raw).parse::<u32>().ok();
            let fits = number.is_some_and(|number| (least..=most).contains(&number));
            (!fits).then(|| format!("must be a whole number from {least} to {most}"))
        }
        ParameterKind::Choice(words) => {
            (!words.contains(&&*decode(raw))).then(|| format!("must be one of {}", words.join(", ")))
        }
        ParameterKind::Size(words) => {
            let text = decode(raw);
            let is_side = |text: &str| text.parse::<u16>().is_ok_and(|side| side > 0);
            let is_size =
                text.split_once('x').is_some_and(|(width, height)| is_side(width) && is_side(height));
            (!is_size && !words.contains(&&*text))
                .then(|| format!("must be one of {}, or WIDTHxHEIGHT", words.join(", ")))
        }
    }
}

/// Foreign text on one line, and not without end.
fn shown(name: &str) -> String {
    let visible = name.chars().filter(|character| !bt_sra_core::is_unseen(*character));
    visible.map(|character| if character.is_control() { ' ' } else { character }).take(100).collect()
}
