//! The grammar of the command line.
//!
//! The vendor's is a subset: `btapi [-k] [-K] [--env-file=F] add|list|delete|download RESOURCE [ID]`.

mod bulk;

use std::ffi::OsString;
use std::path::PathBuf;

use bt_sra::Product;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::complete::Shell;
use crate::help;

pub(crate) use self::bulk::{Export, Import, JumpClient, Match, OnExisting, Prune, Wait};

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
#[derive(Args, Debug)]
pub(crate) struct Globals {
    /// Input is key=value lines instead of JSON; for `list`, filters on standard input
    #[arg(short = 'k', long = "kv-in", global = true, help_heading = FORMS)]
    pub(crate) kv_in: bool,
    /// Output is key=value lines, the same as `-o kv`
    #[arg(short = 'K', long = "kv-out", global = true, conflicts_with = "output", help_heading = FORMS)]
    pub(crate) kv_out: bool,
    /// Output format [default: table for list and get on a terminal, json otherwise]
    #[arg(short = 'o', long = "output", global = true, value_name = "FORMAT", help_heading = FORMS)]
    pub(crate) output: Option<Format>,
    /// Print these fields only, in this order: `id,name`; `criteria.tag` for what is nested
    #[arg(long, global = true, value_name = "FIELD,...", value_delimiter = ',', help_heading = FORMS)]
    pub(crate) columns: Option<Vec<String>>,
    /// Print what this jq expression makes of the answer; without -o texts bare, as `jq -r`
    #[arg(long, global = true, value_name = "EXPR", conflicts_with = "columns", help_heading = FORMS)]
    pub(crate) query: Option<String>,
    /// Print the bytes of the answer as the appliance sent them; of a list, page after page
    #[arg(long, global = true, conflicts_with_all = ["kv_out", "output", "columns", "query"], help_heading = FORMS)]
    pub(crate) raw: bool,
    /// Read variables from FILE too; the environment wins
    #[arg(long = "env-file", global = true, value_name = "FILE", help_heading = GENERAL)]
    pub(crate) env_file: Option<OsString>,
    /// Tell on standard error each request, as a line of curl without its secrets, and its answer
    #[arg(long, global = true, help_heading = GENERAL)]
    pub(crate) trace: bool,
    /// Draw no line that tells how far things are; none is drawn either unless standard error is a
    /// terminal
    #[arg(long = "no-progress", global = true, help_heading = GENERAL)]
    pub(crate) no_progress: bool,
    /// Check input against the fields of one product, pra or rs [default: either]
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
}

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create a thing from the object on standard input, and print it
    Add {
        /// The collection: `jump-group`, `group-policy/5/jumpoint`
        resource: String,
    },
    /// Print all things of a collection, from all pages
    List {
        /// The collection: `jump-item/shell-jump`
        resource: String,
        /// Keep what matches exactly: `tag=web`; with -k also from standard input
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
    /// Change fields of a thing to those of the object on standard input, and print it
    Update {
        /// The collection, or a whole path
        resource: String,
        /// Which one of the collection
        id: Option<String>,
    },
    /// Copy a thing, with the fields on standard input changed, and print the copy
    Copy {
        /// The collection: `jump-item/shell-jump`, `jump-client`, `group-policy`
        resource: String,
        /// Which one of the collection
        id: String,
    },
    /// Delete one thing, without asking
    Delete {
        /// The collection: `jump-item/shell-jump`
        resource: String,
        /// Which one of the collection
        id: Option<String>,
    },
    /// Save a file to the current directory, and print its name, size and checksum
    Download {
        /// The path: `jumpoint/5/installer`
        path: String,
    },
    /// Do something special, `vault/account/5/check-out` say; input from standard input with `-` or -k
    Post {
        /// The path: `group-policy/5/provision`
        path: String,
        /// Read a JSON object from standard input
        #[arg(value_name = "-", value_parser = ["-"])]
        stdin: Option<String>,
    },
    /// Send any request to the appliance, unchecked, and print the body of the answer as it is
    Api {
        /// The HTTP method
        method: String,
        /// The path below the host, with query: `/api/config/v1/jump-group?name=web`
        path: String,
        /// Send standard input as the body
        #[arg(value_name = "-", value_parser = ["-"])]
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
    /// List the resources that are known, and what can be done with each
    Resources {
        /// Only those with this in their path
        word: Option<String>,
    },
    /// Explain a resource or one of its fields: types, limits, filters, what can be done with it
    Explain {
        /// `jump-group`, `jump-group.name`, or the path of something special:
        /// `vault/account/5/check-out`
        #[arg(value_name = "RESOURCE[.FIELD]")]
        topic: String,
    },
    /// Print the API account that the credentials belong to
    Whoami,
    /// Print what a shell has to read so that it completes command lines of btapi
    Completions {
        /// The shell
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
    /// Print the manual page, or write those of all commands to a folder
    Man {
        /// Write btapi.1, btapi-list.1 and so on to this folder
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Print the version
    #[command(help_template = "{about-with-newline}\n{usage-heading} btapi version\n")]
    Version,
    /// Run a simulated appliance, for as long as COMMAND runs or until stopped
    #[cfg(feature = "simulate")]
    Simulate(Simulate),
}

/// The arguments of `simulate`.
#[cfg(feature = "simulate")]
#[derive(Args, Debug)]
#[command(after_help = SIMULATE_HELP)]
pub(crate) struct Simulate {
    /// The seed of the sample site: the same seed gives the same site [default: 1]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// How many Jump Items the sample site has, up to a million [default: 300]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub(crate) items: Option<u32>,
    /// The port to serve on; a free one without
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// A file to go on from if it exists, and to save everything to in the end; it holds secrets
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// Answer however many requests come, without counting them
    #[arg(long)]
    pub(crate) no_limits: bool,
    /// Ignore fields and parameters that the API does not know, instead of refusing them with 401
    #[arg(long)]
    pub(crate) tolerant: bool,
    /// A command to run with everything set to reach the simulated appliance
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

/// What `--version` says after the name.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (bt-sra; not the vendor's btapi)");

const ABOUT: &str = "\
Command line tool for the Configuration API of BeyondTrust Privileged Remote Access and Remote Support.
Part of bt-sra; not the vendor's btapi, but it understands the same command lines.";

#[cfg(feature = "simulate")]
const SIMULATE_HELP: &str = "\
The command finds the appliance by BT_API_HOST and its relatives, trusts its certificate, and has this
btapi first on PATH. The options -k, -K and -o mean nothing here.

Two variables are for the control port, by which tests make time pass and things go wrong:
  BT_SIMULATOR_CONTROL  its address: http://127.0.0.1:PORT, where GET / lists what it can do
  BT_SIMULATOR_TOKEN    its token, to be sent as `Authorization: Bearer TOKEN`
as in
  curl -H \"Authorization: Bearer $BT_SIMULATOR_TOKEN\" \
    -d '{\"kind\": \"too_many_requests\", \"times\": 3}' \"$BT_SIMULATOR_CONTROL/faults\"

Exit codes:
  that of COMMAND, or
  2      the command line is wrong
  125    the simulator could not be started, or its state not be saved
  126    COMMAND cannot be run
  127    there is no such COMMAND
  128+N  signal number N has ended COMMAND
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
