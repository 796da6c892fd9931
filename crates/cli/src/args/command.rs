//! The arguments of what speaks to the Command API. Those of `command` come from the table of all
//! actions.

use std::ffi::OsString;
use std::fmt::Write as _;

use bt_sra::Repeat;
use bt_sra::command::{ACTIONS, Access, Action, Evidence, Need, Parameter, ParameterKind};
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, FromArgMatches, Subcommand, ValueEnum};

use crate::wrap::{TIE, wrapped};

/// An action of the Command API, and its parameters as they were typed.
#[derive(Debug, Default)]
pub(crate) struct ActionCall {
    pub(crate) name: String,
    pub(crate) parameters: Vec<String>,
}

/// How wide the explanations of parameters are: they fit on any terminal.
const WIDTH: usize = 78;

/// The id of the argument that holds the parameters.
const PARAMETERS: &str = "parameters";

impl FromArgMatches for ActionCall {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut call = Self::default();
        call.update_from_arg_matches(matches)?;
        Ok(call)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let Some((name, matches)) = matches.subcommand() else {
            return Err(clap::Error::raw(ErrorKind::MissingSubcommand, "which action?"));
        };
        name.clone_into(&mut self.name);
        let words = match Action::find(name) {
            Some(_) => matches.get_many::<String>(PARAMETERS).map(|words| words.cloned().collect()),
            None => {
                let words = matches.get_many::<OsString>("").into_iter().flatten();
                let words = words.map(|word| word.to_str().map(str::to_owned)).collect();
                let words: Option<Vec<String>> = words;
                Some(words.ok_or_else(|| clap::Error::new(ErrorKind::InvalidUtf8))?)
            }
        };
        self.parameters = words.unwrap_or_default();
        Ok(())
    }
}

impl Subcommand for ActionCall {
    fn augment_subcommands(command: clap::Command) -> clap::Command {
        let command = command
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true)
            // An appliance may know more than we do.
            .allow_external_subcommands(true)
            .subcommand_value_name("ACTION")
            .subcommand_help_heading("Actions");
        ACTIONS.iter().fold(command, |command, action| command.subcommand(of(action)))
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        Action::find(name).is_some()
    }
}

fn of(action: &'static Action) -> clap::Command {
    let command = clap::Command::new(action.name).about(match action.only {
        Some(product) => format!("{} ({product})", action.about),
        None => action.about.to_owned(),
    });
    let help = "The parameters, see below; with -k also from standard input";
    let parameters = Arg::new(PARAMETERS).value_name("NAME=VALUE").num_args(0..).help(help);
    // Those that have none take what an appliance may know beyond.
    let command = command.arg(parameters.hide(action.parameters.is_empty()));
    command.after_help(explain(action))
}

/// Says what stands in the table.
fn explain(action: &Action) -> String {
    let mut text = String::new();
    if !action.parameters.is_empty() {
        text.push_str("Parameters:\n");
        for parameter in action.parameters {
            let traits = traits(parameter).into_iter().map(|what| format!(" ·{TIE}{}", what));
            let about = format!("{}{}", parameter.about, traits.collect::<String>());
            let _ = writeln!(text, "  {}", parameter.name);
            wrapped(6, 6, &about, WIDTH, &mut text);
        }
        text.push('\n');
    }
    let products = action.only.map_or("pra, rs".to_owned(), |product| product.to_string());
    let access = match action.access {
        Access::ReadOnly => "read_only",
        Access::Full => "full_access",
        _ => "none beyond a valid token",
    };
    let repeat = match action.repeat {
        Repeat::Safe => "sent again if no answer comes, for twice does no harm",
        Repeat::Never => "sent once, for twice is not the same as once",
    };
    let _ = writeln!(text, "Products:    {products}");
    let _ = writeln!(text, "Permission:  perm_command {access}");
    let _ = writeln!(text, "Repetition:  {repeat}");
    if let Some(source) = doubt(action.evidence) {
        let _ = writeln!(text, "Known from:  {source}");
    }
    if !action.doubt.is_empty() {
        wrapped(0, 13, &format!("In doubt:    {}", action.doubt.replace("  ", " ")), WIDTH, &mut text);
    }
    text
}

/// What is to be known of a parameter beside its meaning.
fn traits(parameter: &Parameter) -> Vec<String> {
    let mut traits = vec![form(parameter.kind)];
    match parameter.need {
        Need::Required => traits.push("required".to_owned()),
        Need::OneOf(group) => traits.push(format!("one for the {group}")),
        Need::SomeOf(group) => traits.push(format!("one or more for {group}")),
        _ => {}
    }
    if !parameter.with.is_empty() {
        traits.push(format!("with {}", parameter.with.join(" and ")));
    }
    if let Some(product) = parameter.only {
        traits.push(format!("{product} only"));
    }
    traits.extend(doubt(parameter.evidence).map(str::to_owned));
    traits
}

/// Where the knowledge of something comes from, if not from the vendor.
fn doubt(evidence: Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::Reported => Some("programs of others"),
        Evidence::Unconfirmed => Some("name not confirmed"),
        _ => None,
    }
}

fn form(kind: ParameterKind) -> String {
    match kind {
        ParameterKind::Text(Some(most)) => format!("text, up to {most} letters"),
        ParameterKind::Flag => "1 or 0".to_owned(),
        ParameterKind::Number(least, i64::MAX) => format!("whole number, {least} or more"),
        ParameterKind::Number(least, most) if most == i64::from(i32::MAX) => {
            format!("whole number, {least} or more")
        }
        ParameterKind::Number(least, most) => format!("whole number, {least} to {most}"),
        ParameterKind::Lsid => "32 hexadecimal digits".to_owned(),
        ParameterKind::Choice([word]) => (*word).to_owned(),
        ParameterKind::Choice(words) => format!("one of {}", words.join(" ")),
        ParameterKind::Choices(words) => format!("list of {}", words.join(" ")),
        ParameterKind::List(usize::MAX) => "list".to_owned(),
        ParameterKind::List(most) => format!("list, up to {most}"),
        ParameterKind::Address => "IP address".to_owned(),
        _ => "text".to_owned(),
    }
}

/// The arguments of `health`.
#[derive(Args, Debug)]
#[command(after_help = HEALTH_HELP)]
pub(crate) struct Health {
    /// Whom to ask: xml, v2 or plain, which needs no credentials [default: xml; plain without BT_CLIENT_ID]
    #[arg(long, value_name = "API", hide_possible_values = true)]
    pub(crate) api: Option<HealthApi>,
    /// Warn unless the appliance has this part in failover: primary, backup or none
    #[arg(long, value_name = "ROLE", value_parser = ["primary", "backup", "none"], hide_possible_values = true)]
    pub(crate) role: Option<String>,
    /// Warn unless the data of the failover pair were synchronized within this time
    #[arg(long, value_name = "SPAN")]
    pub(crate) sync_within: Option<String>,
    /// How long a look may take
    #[arg(long, value_name = "SPAN", default_value = "20s")]
    pub(crate) timeout: String,
    /// Look again and again, and print what changes
    #[arg(long)]
    pub(crate) watch: bool,
    /// How long to wait between two looks
    #[arg(long, value_name = "SPAN", default_value = "60s", requires = "watch")]
    pub(crate) interval: String,
}

/// An API that tells the health.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum HealthApi {
    /// The XML Command API.
    Xml,
    /// The Command API v2.
    V2,
    /// The address that needs no credentials.
    Plain,
}

/// What to do about failover.
#[derive(Debug, Subcommand)]
pub(crate) enum Failover {
    /// Print the part of the appliance in its failover pair, and the last data sync
    Status,
    /// Let the appliance and its peer change their parts
    #[command(after_help = SWAP_HELP)]
    Swap(Swap),
}

/// The arguments of `failover swap`.
#[derive(Args, Debug)]
pub(crate) struct Swap {
    /// Only say what would be done, and whether it can be
    #[arg(long)]
    pub(crate) plan: bool,
    /// Do not synchronize the data first: what is newer on the old primary is not on the new one
    #[arg(long)]
    pub(crate) no_data_sync: bool,
    /// Let a primary step back even if its peer cannot be reached, without a data sync: then
    /// nobody serves
    #[arg(long)]
    pub(crate) force: bool,
    /// How long to wait for the new part
    #[arg(long, value_name = "SPAN", default_value = "1h")]
    pub(crate) timeout: String,
}

/// The arguments of `key`.
#[derive(Args, Debug)]
#[command(after_help = KEY_HELP)]
pub(crate) struct Key {
    /// Where the customer waits: general, rep:ID, rep_username:NAME, team:ID or issue:CODE_NAME
    #[arg(value_name = "QUEUE")]
    pub(crate) queue: String,
    /// How long the key is valid [default: what the site has set, a day as a rule]
    #[arg(long, value_name = "SPAN")]
    pub(crate) ttl: Option<String>,
    /// The key of another system, such as the number of a ticket
    #[arg(long, value_name = "KEY")]
    pub(crate) external_key: Option<String>,
    /// A custom attribute of the session; may be given again
    #[arg(long = "custom", value_name = "CODE_NAME=VALUE")]
    pub(crate) custom: Vec<String>,
    /// high, medium or low
    #[arg(long, value_name = "PRIORITY", value_parser = ["high", "medium", "low"], hide_possible_values = true)]
    pub(crate) priority: Option<String>,
    /// Skills that the representative needs, by code name
    #[arg(long, value_name = "SKILL,...", value_delimiter = ',')]
    pub(crate) skills: Vec<String>,
    /// The public site whose host name the address has
    #[arg(long, value_name = "HOSTNAME")]
    pub(crate) site: Option<String>,
}

/// What stands below the help of `command`.
pub(crate) const COMMAND_HELP: &str = "\
Parameters are sent as they are, after a look at their form. What is not in the list is sent too, \
with a note. The answer is printed as JSON, in the names of the document; --raw prints the XML. \
ndjson, csv and table print the items of a list alone.

An <error> of the appliance ends with exit code 6.

Examples:
  btapi command get_logged_in_reps -o table
  btapi command set_session_attributes lsid=LSID session.custom.external_key=INC-1204
  printf 'body=\"Hello,\\nwho is there?\"\\n' | btapi -k command send_chat_message lsid=LSID
  btapi command get_connected_client_list --query .connected_client_summary
";

const HEALTH_HELP: &str = "\
A call of the v2 API within a minute of another may be answered from memory.

Exit codes, as monitoring programs have them; with --watch, those of the last look:
  0  healthy
  1  warning: another part in failover, or no recent data sync
  2  not healthy, or the command line is wrong
  3  not known: settings that do not do, no answer, or none that is understood

Examples:
  btapi health --role primary --sync-within 26h
  btapi health --api plain
  btapi health --watch --interval 5m -o ndjson >> health.log
";

const SWAP_HELP: &str = "\
Ask the appliance that serves: BT_API_HOST as a rule. It tells its peer, synchronizes the data, and \
both change their parts. Meanwhile all users are disconnected, and nothing else can be done. Not \
to be mixed with the automatic failover of the appliance.

Exit codes:
  0 done, or with --plan: it can be done; 6 it cannot
  124 not done in time, others as for every command

Examples:
  btapi failover swap --plan
  btapi failover swap --timeout 2h
";

const KEY_HELP: &str = "\
Remote Support only. The customer types the short key at a public site, or follows the address. \
Whoever has either can begin the session.

Examples:
  btapi key general
  btapi key team:7 --ttl 2h --external-key INC-1204 --query .key_url
";

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn every_action_is_understood_with_its_parameters_and_without() {
        for action in &ACTIONS {
            let line = ["btapi", "-K", "command", action.name];
            let cli = crate::args::Cli::try_parse_from(line).unwrap();
            let Some(crate::args::Command::Action(call)) = cli.command else { panic!("{}", action.name) };
            assert_eq!((call.name.as_str(), call.parameters.len()), (action.name, 0));
        }
        let line = ["btapi", "command", "of_tomorrow", "a=1", "b=2"];
        let cli = crate::args::Cli::try_parse_from(line).unwrap();
        let Some(crate::args::Command::Action(call)) = cli.command else { panic!("external") };
        assert_eq!((call.name.as_str(), call.parameters.join(" ").as_str()), ("of_tomorrow", "a=1 b=2"));
    }

    #[test]
    fn every_action_explains_each_of_its_parameters() {
        for action in &ACTIONS {
            let text = explain(action);
            for parameter in action.parameters {
                assert!(text.contains(&format!("\n  {}\n", parameter.name)), "{text}");
            }
            assert!(text.lines().all(|line| line.chars().count() <= WIDTH + 2), "{text}");
        }
    }
}
