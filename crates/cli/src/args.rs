//! The grammar of the command line.
//!
//! The vendor's is a subset: `btapi [-k] [-K] [--env-file=F] add|list|delete|download RESOURCE [ID]`.

mod backup;
mod bulk;
mod command;
mod listen;
mod reporting;
mod script;
mod ticket;

use std::ffi::OsString;
use std::path::PathBuf;

use bt_sra::Product;
#[cfg(feature = "simulate")]
use bt_sra_simulator::Profile;
#[cfg(feature = "simulate")]
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::complete::Shell;
use crate::help;

pub(crate) use self::backup::Backup;
pub(crate) use self::bulk::{Export, Import, JumpClient, Match, OnExisting, Prune, Wait};
pub(crate) use self::command::{ActionCall, Failover, Health, HealthApi, Key, Swap};
pub(crate) use self::reporting::{
    Archive, ArchiveGet, By, License, LicenseUsage, Recording, RecordingGet, RecordingKind, ReportCall,
    Session, SessionHtml, SessionShow, SessionSource, Syslog, long, names_sessions,
};

pub(crate) use self::listen::{Door, Listen};
pub(crate) use self::script::{BuildScript, Script};
pub(crate) use self::ticket::{Form, Ticket, TicketServe, TicketTest};

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "btapi",
    about = ABOUT,
    version = VERSION,
    after_help = help::AFTER,
    disable_help_subcommand = false,
    max_term_width = 100
)]
pub(crate) struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub(crate) globals: Globals,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Headings of options.
const FORMS: &str = "Input and output";
const GENERAL: &str = "General";

/// Returns the grammar, with what derives do not say.
pub(crate) fn command() -> clap::Command {
    help::dress(Cli::command())
}

/// What holds for every command.
#[derive(Args, Debug, Default)]
pub(crate) struct Globals {
    /// Read key=value lines instead of JSON
    #[arg(short = 'k', long = "kv-in", global = true, help_heading = FORMS)]
    pub(crate) kv_in: bool,
    /// Print key=value lines, the same as -o kv
    #[arg(short = 'K', long = "kv-out", global = true, conflicts_with = "output", help_heading = FORMS)]
    pub(crate) kv_out: bool,
    /// Print json, ndjson, yaml, csv, table or kv
    /// [default: json; on a terminal, table for list and get]
    #[arg(
        short = 'o',
        long = "output",
        global = true,
        value_name = "FORMAT",
        hide_possible_values = true,
        help_heading = FORMS
    )]
    pub(crate) output: Option<Format>,
    /// Print these fields only: id,name; a.b is a field within a field
    #[arg(long, global = true, value_name = "FIELD,...", value_delimiter = ',', help_heading = FORMS)]
    pub(crate) columns: Option<Vec<String>>,
    /// Print what this jq expression makes of the answer; texts without quotes unless -o is given
    #[arg(long, global = true, value_name = "EXPR", conflicts_with = "columns", help_heading = FORMS)]
    pub(crate) query: Option<String>,
    /// Print the answer as the appliance sent it; of a list, page after page
    #[arg(long, global = true, conflicts_with_all = ["kv_out", "output", "columns", "query"], help_heading = FORMS)]
    pub(crate) raw: bool,
    /// Read variables from FILE; the environment wins
    #[arg(long = "env-file", global = true, value_name = "FILE", help_heading = GENERAL)]
    pub(crate) env_file: Option<OsString>,
    /// Show each request as a line of curl, without secrets
    #[arg(long, global = true, help_heading = GENERAL)]
    pub(crate) trace: bool,
    /// Show no progress on the terminal
    #[arg(long = "no-progress", global = true, help_heading = GENERAL)]
    pub(crate) no_progress: bool,
    /// Check input against pra or rs only [default: either]
    #[arg(long, global = true, value_name = "PRODUCT", help_heading = GENERAL)]
    pub(crate) product: Option<Product>,
}

/// An output format.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// Indented JSON.
    Json,
    /// JSON, one item a line.
    Ndjson,
    /// YAML.
    Yaml,
    /// Comma-separated values with a header, after RFC 4180.
    Csv,
    /// Columns for people.
    Table,
    /// key=value lines.
    Kv,
    /// The bytes of a report, as the appliance sent them.
    #[value(hide = true)]
    Xml,
}

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create a thing from the object on standard input
    Add {
        /// The collection: jump-group, group-policy/5/jumpoint
        resource: String,
    },
    /// Print all things of a collection
    List {
        /// The collection: jump-item/shell-jump
        resource: String,
        /// Keep what matches exactly: tag=web; with -k also from standard input
        #[arg(value_name = "NAME=VALUE")]
        filters: Vec<String>,
    },
    /// Print one thing
    Get {
        /// The collection, or a whole path
        resource: String,
        /// Which one of the collection
        id: Option<String>,
    },
    /// Change a thing by the fields on standard input
    Update {
        /// The collection, or a whole path
        resource: String,
        /// Which one of the collection
        id: Option<String>,
    },
    /// Copy a thing, changed by the fields on standard input
    Copy {
        /// The collection: jump-item/shell-jump, jump-client, group-policy
        resource: String,
        /// Which one of the collection
        id: String,
    },
    /// Delete one thing, without asking
    Delete {
        /// The collection: jump-item/shell-jump
        resource: String,
        /// Which one of the collection
        id: Option<String>,
    },
    /// Save a file here, and print its name, size and checksum
    Download {
        /// The path: jumpoint/5/installer
        path: String,
    },
    /// Do something special, like vault/account/5/check-out
    Post {
        /// The path: vault/account/5/check-out
        path: String,
        /// Read an object from standard input; so does -k
        #[arg(value_name = "-", value_parser = ["-"], hide_possible_values = true)]
        stdin: Option<String>,
    },
    /// Send any request, unchecked, and print the answer as it is
    Api {
        /// The HTTP method
        method: String,
        /// The path, with its query: '/api/config/v1/jump-group?name=web'
        path: String,
        /// Send standard input as the body
        #[arg(value_name = "-", value_parser = ["-"], hide_possible_values = true)]
        stdin: Option<String>,
    },
    /// Write Jump Items and Jump Clients as CSV
    Export(Export),
    /// Create and update Jump Items from a CSV file
    Import(Import),
    /// Clean up among the Jump Clients
    #[command(subcommand)]
    JumpClient(JumpClient),
    /// Wait until a thing is as it should be
    Wait(Wait),
    /// Call an action of the Command API
    #[command(name = "command", subcommand, after_help = command::COMMAND_HELP)]
    Action(ActionCall),
    /// Tell whether the appliance is healthy, for people and for monitoring
    Health(Health),
    /// See to the failover pair of an appliance
    #[command(subcommand)]
    Failover(Failover),
    /// Make a session key, with which a customer begins a session
    Key(Key),
    /// Save a backup of the appliance, and keep the last ones
    Backup(Backup),
    /// Write and check console scripts, and have the appliance make them
    #[command(subcommand)]
    Script(Script),
    /// Print a report: sessions, teams, the vault, surveys
    #[command(name = "report", subcommand, after_help = reporting::REPORT_HELP)]
    Report(ReportCall),
    /// Save recordings of sessions
    #[command(subcommand)]
    Recording(Recording),
    /// Print the log of the appliance
    #[command(after_help = reporting::SYSLOG_HELP)]
    Syslog(Syslog),
    /// List and print archives of what was so on the site (rs)
    #[command(subcommand)]
    Archive(Archive),
    /// Print how licenses are used
    #[command(subcommand)]
    License(License),
    /// Tell what happened in a session
    #[command(subcommand)]
    Session(Session),
    /// Receive the events that an appliance sends
    Listen(Listen),
    /// Approve ticket IDs
    #[command(subcommand)]
    Ticket(Ticket),
    /// List the resources, and what can be done with each
    Resources {
        /// Only those with this in their path
        word: Option<String>,
    },
    /// Explain a resource or a field: types, limits, filters
    Explain {
        /// jump-group, jump-group.name, vault/account/5/check-out
        #[arg(value_name = "RESOURCE[.FIELD]")]
        topic: String,
    },
    /// Print the API account that the credentials belong to
    Whoami,
    /// Print what makes a shell complete command lines of btapi
    Completions {
        /// bash, zsh, fish or powershell
        #[arg(hide_possible_values = true)]
        shell: Shell,
    },
    /// Answer a shell that completes
    #[command(name = "__complete", hide = true)]
    Complete {
        /// Which one
        shell: Shell,
        /// What is typed so far
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Print the manual page, or write those of all commands
    Man {
        /// Write btapi.1, btapi-list.1 and so on to this folder
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Print the version
    #[command(help_template = "{about-with-newline}\n{usage-heading} btapi version\n")]
    Version,
    /// Run a simulated appliance, until COMMAND ends or you stop it
    #[cfg(feature = "simulate")]
    Simulate(Simulate),
}

/// The arguments of `simulate`.
#[cfg(feature = "simulate")]
#[derive(Args, Debug)]
#[command(after_help = SIMULATE_HELP)]
pub(crate) struct Simulate {
    /// The seed of the sample site: the same seed, the same site [default: 1]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// How many Jump Items the sample site has, up to a million [default: 300]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub(crate) items: Option<u32>,
    /// How many sessions the year before has, for reports [default: 200]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(..=10_000_000))]
    pub(crate) history: Option<u64>,
    /// How many bytes a recording has at least [default: a hundred or so]
    #[arg(long, value_name = "BYTES", value_parser = clap::value_parser!(u64).range(..=1 << 40))]
    pub(crate) recordings: Option<u64>,
    /// The port to serve on [default: a free one]
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// Go on from this file if it exists, and save to it in the end; it holds secrets
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// The form of the documents of the XML API [default: rs-19 for rs, sra for pra]
    #[arg(long, value_name = "PROFILE", value_parser = profiles())]
    pub(crate) profile: Option<Profile>,
    /// What happens when: a JSON list of {"at": SECONDS, "trigger": NAME, ...}
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
    /// Tell this address of events, as an appliance tells a recipient; http or https
    #[arg(long, value_name = "URL")]
    pub(crate) recipient: Option<String>,
    /// How many bytes a backup has; they are made while they are sent [default: 65536]
    #[arg(long, value_name = "BYTES")]
    pub(crate) backup_size: Option<u64>,
    /// Answer however many requests come, without counting them
    #[arg(long)]
    pub(crate) no_limits: bool,
    /// Ignore unknown fields and parameters instead of refusing them with 401
    #[arg(long)]
    pub(crate) tolerant: bool,
    /// What to run, with everything set to reach the simulated appliance
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

/// The names of the profiles of the simulator.
#[cfg(feature = "simulate")]
fn profiles() -> impl TypedValueParser<Value = Profile> {
    PossibleValuesParser::new(Profile::ALL.map(Profile::as_str)).try_map(|name| name.parse::<Profile>())
}

/// What `--version` says after the name.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (bt-sra; not the vendor's btapi)");

const ABOUT: &str = "\
Command line tool for the Configuration, Command and Reporting APIs of BeyondTrust Privileged Remote \
Access and Remote Support. Part of bt-sra; not the vendor's btapi, but it understands the same command lines.";

#[cfg(feature = "simulate")]
const SIMULATE_HELP: &str = "\
COMMAND finds the appliance by BT_API_HOST and its relatives, trusts its certificate, and has this \
btapi first on PATH. Without COMMAND, what to export is printed. By a control port tests make time \
pass and things go wrong.

Control port:
  BT_SIMULATOR_CONTROL  its address, http://127.0.0.1:PORT; GET / lists all
  BT_SIMULATOR_TOKEN    its token, sent as Authorization: Bearer TOKEN

BT_SIMULATOR_RECIPIENT is the URL of --recipient.

Exit codes:
  that of COMMAND, or
  2      the command line is wrong
  125    the simulator could not be started, or its state not be saved
  126    COMMAND cannot be run
  127    there is no such COMMAND
  128+N  signal number N has ended COMMAND

Examples:
  btapi simulate -- sh examples/tour.sh
  btapi simulate --port 8443 --state site.json
  btapi simulate --product rs --scenario busy-morning.json
  btapi simulate --recipient http://127.0.0.1:8710/ -- btapi listen
  curl -H \"Authorization: Bearer $BT_SIMULATOR_TOKEN\" \\
    -d '{\"kind\": \"too_many_requests\", \"times\": 3}' \\
    \"$BT_SIMULATOR_CONTROL/faults\"
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn flags_stand_on_either_side_of_the_command() {
        for line in
            ["-kK --env-file=~/x list user", "list user -kK --env-file ~/x", "-k list -K user --env-file=~/x"]
        {
            let cli = Cli::try_parse_from(std::iter::once("btapi").chain(line.split(' '))).unwrap();
            assert!(cli.globals.kv_in && cli.globals.kv_out, "{line}");
            assert_eq!(cli.globals.env_file.as_deref(), Some("~/x".as_ref()), "{line}");
        }
    }
}
