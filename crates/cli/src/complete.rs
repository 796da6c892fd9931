//! What can follow on a command line that is being typed: the engine behind all shells.
//!
//! Everything comes from the grammar and the catalogs, so that it works without an appliance.

mod line;
mod paths;
mod scripts;

pub(crate) use self::line::{split, strip_broken};
pub(crate) use self::scripts::{Shell, script};

use bt_sra::Product;
use bt_sra::command::{Action, Parameter, ParameterKind};
use bt_sra::reporting::model::report::{ReportParameterKind, ReportType};
use bt_sra_catalog::Method;
use clap::{Arg, Command};

use crate::cmd::bulk::kind::KINDS;
use crate::path::ResourcePath;
use crate::shape::Shape;
use crate::vocabulary::{Found, Vocabulary};

/// The command that clap adds.
const HELP: &str = "help";

/// Conditions of `wait` that are words.
const WORDS: [&str; 4] = ["connected", "exists", "finished", "gone"];

/// Something that can stand there.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Candidate {
    /// The whole word.
    pub(crate) word: String,
    /// What it is, in a few words; may be empty.
    pub(crate) about: String,
}

/// What can follow.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Candidates {
    /// One of these.
    Words(Vec<Candidate>),
    /// The name of a file.
    Files,
}

/// Where a word stands.
struct Place<'a> {
    root: &'a Command,
    /// The command, and its name from the root on.
    command: &'a Command,
    /// The words that are no options, those of the command's name left out.
    operands: Vec<&'a str>,
    /// The option that waits for a value.
    pending: Option<&'a Arg>,
    /// After `--`, words are nobody's business.
    is_past_end: bool,
    /// After `help`, words name a command.
    is_help: bool,
}

/// Returns what the last of `words` can become; the first is the name of the program.
pub(crate) fn complete(root: &Command, words: &[String], vocabulary: &Vocabulary) -> Candidates {
    let Some((typed, before)) = words.split_last() else { return none() };
    let place = Place::find(root, before.get(1..).unwrap_or_default());
    let candidates = place.candidates(typed, vocabulary);
    match candidates {
        Candidates::Words(mut words) => {
            words.retain(|candidate| candidate.word.starts_with(typed.as_str()));
            words.sort();
            words.dedup_by(|later, first| later.word == first.word);
            Candidates::Words(words)
        }
        files @ Candidates::Files => files,
    }
}

/// Returns what is known of the values of a report's parameter.
fn report_words(report: &str, parameter: &str) -> Option<&'static [&'static str]> {
    match ReportType::find(report)?.parameter(parameter)?.kind {
        ReportParameterKind::Choice { words, .. } | ReportParameterKind::Filter { words, .. } => Some(words),
        ReportParameterKind::NumberOrAll => Some(&["all"]),
        _ => None,
    }
}

/// Returns the product that is named on the line, or else in `BT_PRODUCT`.
pub(crate) fn product(words: &[String]) -> Option<Product> {
    let mut named =
        words.iter().enumerate().filter_map(|(place, word)| match word.strip_prefix("--product")? {
            "" => words.get(place + 1).cloned(),
            rest => rest.strip_prefix('=').map(str::to_owned),
        });
    let named = named.next().or_else(|| std::env::var("BT_PRODUCT").ok());
    named?.trim().to_ascii_lowercase().parse().ok()
}

fn none() -> Candidates {
    Candidates::Words(Vec::new())
}

fn plain(words: impl IntoIterator<Item = String>) -> Candidates {
    Candidates::Words(words.into_iter().map(|word| Candidate { word, about: String::new() }).collect())
}

impl<'a> Place<'a> {
    fn find(root: &'a Command, words: &'a [String]) -> Self {
        let mut place = Self {
            root,
            command: root,
            operands: Vec::new(),
            pending: None,
            is_past_end: false,
            is_help: false,
        };
        for word in words {
            place.pass(word);
        }
        place
    }

    fn pass(&mut self, word: &'a str) {
        if self.pending.take().is_some() {
            return;
        }
        if self.is_past_end {
            return;
        }
        if word == "--" {
            self.is_past_end = true;
        } else if let Some(long) = word.strip_prefix("--") {
            self.pending = self.option(|arg| arg.get_long() == Some(long)).filter(|arg| takes_value(arg));
        } else if let Some(cluster) = word.strip_prefix('-').filter(|cluster| !cluster.is_empty()) {
            // Only the last of a cluster can wait for a value.
            for (place, letter) in cluster.char_indices() {
                let found = self.option(|arg| arg.get_short() == Some(letter)).filter(|arg| takes_value(arg));
                if found.is_some() {
                    self.pending = found.filter(|_| place + letter.len_utf8() == cluster.len());
                    return;
                }
            }
        } else {
            match self.command.find_subcommand(word) {
                Some(command) if self.operands.is_empty() => self.command = command,
                None if word == HELP && std::ptr::eq(self.command, self.root) => self.is_help = true,
                _ => self.operands.push(word),
            }
        }
    }

    fn option(&self, test: impl Fn(&Arg) -> bool) -> Option<&'a Arg> {
        let own = self.command.get_arguments().chain(self.root.get_arguments());
        let mut own = own.filter(|arg| !arg.is_positional());
        own.find(|arg| test(arg))
    }

    fn candidates(&self, typed: &str, vocabulary: &Vocabulary) -> Candidates {
        if let Some(option) = self.pending {
            return self.values(option, typed, "", vocabulary);
        }
        if self.is_past_end {
            return Candidates::Files;
        }
        if let Some((name, value)) = typed.split_once('=').filter(|_| typed.starts_with("--")) {
            let found = self.option(|arg| arg.get_long() == name.strip_prefix("--"));
            return found.map_or_else(none, |arg| self.values(arg, value, &format!("{name}="), vocabulary));
        }
        if typed.starts_with('-') {
            return self.flags();
        }
        if self.operands.is_empty() && self.command.has_subcommands() {
            let applies = |command: &&Command| {
                let name = command.get_name();
                let only = Action::find(name).and_then(|action| action.only);
                let only = only.or_else(|| ReportType::find(name).and_then(|report| report.only));
                !command.is_hide_set() && vocabulary.covers(only)
            };
            let commands = self.command.get_subcommands().filter(applies);
            let mut words: Vec<_> =
                commands.map(|command| candidate(command.get_name(), command.get_about())).collect();
            if std::ptr::eq(self.command, self.root) && !self.is_help {
                words.push(Candidate { word: HELP.to_owned(), about: "Print help".to_owned() });
            }
            return Candidates::Words(words);
        }
        if self.is_help {
            return none();
        }
        let mut positionals = self.command.get_positionals();
        let last = self.command.get_positionals().last();
        let next = positionals.nth(self.operands.len());
        match next.or(last.filter(|arg| arg.get_num_args().is_some_and(|count| count.max_values() > 1))) {
            Some(arg) => self.values(arg, typed, "", vocabulary),
            None => none(),
        }
    }

    fn flags(&self) -> Candidates {
        let all =
            self.command.get_arguments().chain(self.root.get_arguments().filter(|arg| arg.is_global_set()));
        let shown = all.filter(|arg| !arg.is_hide_set() && !arg.is_positional());
        let longs = shown.filter_map(|arg| {
            let word = format!("--{}", arg.get_long()?);
            Some(candidate(&word, arg.get_help()))
        });
        Candidates::Words(longs.collect())
    }

    /// Returns the values of an argument. `typed` is what there is of the value, and `prefix` what
    /// stands before it in the same word.
    fn values(&self, arg: &Arg, typed: &str, prefix: &str, vocabulary: &Vocabulary) -> Candidates {
        let known = arg.get_possible_values();
        if !known.is_empty() {
            let shown = known.iter().filter(|value| !value.is_hide_set());
            let each =
                shown.map(|value| candidate(&format!("{prefix}{}", value.get_name()), value.get_help()));
            return Candidates::Words(each.collect());
        }
        let verb = self.command.get_name();
        match arg.get_id().as_str() {
            "columns" => self.columns(typed, prefix, vocabulary),
            "product" => plain(["pra", "rs"].map(|name| format!("{prefix}{name}"))),
            "method" => plain(["GET", "POST", "PATCH", "PUT", "DELETE"].map(str::to_owned)),
            "resource" | "path" if verb != "api" => plain(paths::of_verb(vocabulary, verb, typed)),
            "word" => plain(paths::of_verb(vocabulary, verb, typed)),
            "topic" => plain(paths::of_topic(vocabulary, typed)),
            "filters" => plain(self.filters(typed, vocabulary)),
            "parameters" => self.parameters(typed, vocabulary),
            "until" => plain(WORDS.map(|word| format!("{prefix}{word}"))),
            "kind" => plain(KINDS.iter().map(|kind| format!("{prefix}{}", kind.name))),
            "what" => plain(KINDS.iter().map(|kind| kind.name).chain(["all"]).map(str::to_owned)),
            id if report_words(verb, id).is_some() => {
                plain(report_words(verb, id).into_iter().flatten().map(|word| format!("{prefix}{word}")))
            }
            _ if is_file(arg) => Candidates::Files,
            _ => none(),
        }
    }

    /// Returns what is known of the resource that was named.
    fn found(&self, vocabulary: &Vocabulary) -> Option<Found> {
        let path = ResourcePath::parse(self.operands.first()?).ok()?;
        let path = match (self.command.get_name(), self.operands.get(1)) {
            ("get" | "update" | "copy", Some(id)) => path.with_id(id).ok()?,
            _ => path,
        };
        let method = match self.command.get_name() {
            "add" | "post" => Method::Post,
            "update" => Method::Patch,
            _ => Method::Get,
        };
        Some(vocabulary.find(&path, method)).filter(Found::is_known)
    }

    fn columns(&self, typed: &str, prefix: &str, vocabulary: &Vocabulary) -> Candidates {
        let Some(found) = self.found(vocabulary) else { return none() };
        let (before, _) = typed.rsplit_once(',').map_or(("", typed), |(before, last)| (before, last));
        let taken: Vec<&str> = before.split(',').collect();
        let before = if before.is_empty() { String::new() } else { format!("{before},") };
        let names = found.answer().answered_fields().into_iter().filter(|name| !taken.contains(name));
        plain(names.map(|name| format!("{prefix}{before}{name}")))
    }

    fn filters(&self, typed: &str, vocabulary: &Vocabulary) -> Vec<String> {
        let Some(found) = self.found(vocabulary) else { return Vec::new() };
        if let Some((name, _)) = typed.split_once('=') {
            let shape = found.query(name).unwrap_or(Shape::UNKNOWN);
            let booleans = if shape.takes_boolean() { vec!["true", "false"] } else { Vec::new() };
            let values = shape.known_texts().into_iter().chain(booleans);
            return values.map(|value| format!("{name}={value}")).collect();
        }
        let taken = |name: &&str| self.operands.iter().any(|word| word.split('=').next() == Some(name));
        found.query_names().into_iter().filter(|name| !taken(name)).map(|name| format!("{name}=")).collect()
    }
}

impl Place<'_> {
    /// Returns the parameters of an action that are not there yet, or the values of one.
    fn parameters(&self, typed: &str, vocabulary: &Vocabulary) -> Candidates {
        let Some(action) = Action::find(self.command.get_name()) else { return none() };
        if let Some((name, _)) = typed.split_once('=') {
            let values: &[&str] = match action.parameter(name).map(|parameter| parameter.kind) {
                Some(ParameterKind::Flag) => &["0", "1"],
                Some(ParameterKind::Choice(words) | ParameterKind::Choices(words)) => words,
                Some(ParameterKind::Queue(forms)) => forms,
                _ => &[],
            };
            return plain(values.iter().map(|value| format!("{name}={value}")));
        }
        let taken = |name: &str| self.operands.iter().any(|word| word.split('=').next() == Some(name));
        let left = action
            .parameters
            .iter()
            .filter(|parameter| !taken(parameter.name) && vocabulary.covers(parameter.only));
        let word = |parameter: &Parameter| match parameter.name.strip_suffix('*') {
            Some(stem) => stem.to_owned(),
            None => format!("{}=", parameter.name),
        };
        let each = left
            .map(|parameter| Candidate { word: word(parameter), about: parameter.about.to_owned() })
            .collect();
        Candidates::Words(each)
    }
}

fn candidate(word: &str, about: Option<&clap::builder::StyledStr>) -> Candidate {
    let about = about.map(ToString::to_string).unwrap_or_default();
    Candidate { word: word.to_owned(), about: about.lines().next().unwrap_or_default().to_owned() }
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values()
}

fn is_file(arg: &Arg) -> bool {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().any(|name| name.contains("FILE") || name.contains("DIR"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let words = split(line);
        let rendered = match complete(&crate::args::command(), &words, &Vocabulary::new(product(&words))) {
            Candidates::Files => "files".to_owned(),
            Candidates::Words(words) => {
                words.into_iter().map(|candidate| candidate.word).collect::<Vec<_>>().join(" ")
            }
        };
        assert_eq!(rendered, expected, "{line}");
    }

    #[test]
    fn commands_and_options_are_completed() {
        check("btapi li", "license list listen");
        check("btapi -kK --env-file=x lis", "list listen");
        check("btapi --env-file x -o json wh", "whoami");
        check("btapi list user --no", "--no-progress");
        check("btapi -o ", "csv json kv ndjson table yaml");
        check("btapi list --output=y", "--output=yaml");
        check("btapi --env-file ", "files");
        check("btapi --product ", "pra rs");
        check("btapi simulate -- x", "files");
        check("btapi __", "");
    }

    #[test]
    fn resources_are_completed_by_what_the_command_can_do() {
        check("btapi list jump-item/s", "jump-item/shell-jump");
        check("btapi list group-policy/5/ju", "group-policy/5/jump-group group-policy/5/jumpoint");
        check("btapi download jumpoint/5", "jumpoint/5/installer");
        check("btapi copy jump-c", "jump-client");
        check("btapi post vault/account/7/c", "vault/account/7/check-in vault/account/7/check-out");
        check("btapi get jump-group ", "");
        check("btapi explain jump-group.na", "jump-group.name");
        check("btapi explain openapi", "openapi.yaml");
    }

    #[test]
    fn actions_and_their_parameters_are_those_of_the_table() {
        check("btapi comm", "command");
        check("btapi command set_", "set_failover_role set_rep_status set_session_attributes");
        check("btapi command join_session ", "lsid= rep_id= rep_username=");
        check("btapi command join_session lsid=x r", "rep_id= rep_username=");
        check("btapi command set_failover_role role=", "role=backup role=primary");
        check("btapi command set_failover_role force=", "force=0 force=1");
        check("btapi command set_session_attributes session", "session.custom. session.custom.external_key=");
        check("btapi command get_logged_in_reps ", "");
        check("btapi health --api ", "plain v2 xml");
        check(
            "btapi --product pra command g",
            "get_api_info get_connected_client_list get_connected_clients get_logged_in_reps get_session_attributes",
        );
        check("btapi failover ", "status swap");
    }

    #[test]
    fn filters_and_columns_are_those_of_the_resource() {
        check("btapi list jump-group na", "name=");
        check("btapi list jump-group name=x ", "code_name= current_page= per_page=");
        check(
            "btapi list jump-item/shell-jump jump_group_type=",
            "jump_group_type=personal jump_group_type=shared",
        );
        check("btapi list jump-group --columns id,na", "id,name");
        check(
            "btapi get jump-group 5 --columns=id,",
            "--columns=id,code_name --columns=id,comments --columns=id,ecm_group_id --columns=id,name",
        );
        check("btapi list no-such-thing na", "");
    }
}
