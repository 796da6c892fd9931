//! The arguments of the commands that work on many things at once, or wait for one.

use std::ffi::OsString;

use clap::{Args, Subcommand, ValueEnum};

/// The arguments of `export`.
#[derive(Args, Debug)]
#[command(after_help = EXPORT_HELP)]
pub(crate) struct Export {
    /// What to export: shell-jump, jump-client, or all Jump Items; NAME=VALUE keeps what matches
    #[arg(required = true, value_name = "TYPE|NAME=VALUE")]
    pub(crate) what: Vec<String>,
    /// Only what is in this Jump Group, by name, code name or #ID; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) jump_group: Vec<String>,
}

/// The arguments of `import`.
#[derive(Args, Debug)]
#[command(after_help = IMPORT_HELP)]
pub(crate) struct Import {
    /// The CSV file
    #[arg(value_name = "FILE.csv")]
    pub(crate) file: OsString,
    /// What the rows are, if the file has no column type
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) kind: Option<String>,
    /// Find the item of a row by name (within the Jump Group), tag or id
    #[arg(
        long = "match",
        value_enum,
        default_value_t = Match::Name,
        hide_possible_values = true,
        value_name = "KEY"
    )]
    pub(crate) key: Match,
    /// If the item exists, update what differs, skip the row, or fail
    #[arg(
        long,
        value_enum,
        default_value_t = OnExisting::Update,
        hide_possible_values = true,
        value_name = "WHAT"
    )]
    pub(crate) on_existing: OnExisting,
    /// Say what would be done, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Stop at the first row that is refused
    #[arg(long)]
    pub(crate) stop_on_error: bool,
    /// Write refused rows to this file [default: FILE.errors.csv]
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<OsString>,
    /// Begin anew, whatever a stopped import has done
    #[arg(long)]
    pub(crate) restart: bool,
    /// Tell of every row
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// What identifies an item.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Match {
    /// The name within the Jump Group.
    Name,
    /// The tag.
    Tag,
    /// The id.
    Id,
}

/// What to do with what exists.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum OnExisting {
    /// Change the fields that differ.
    Update,
    /// Leave it as it is.
    Skip,
    /// Refuse the row.
    Fail,
}

impl Match {
    /// Returns the word on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Tag => "tag",
            Self::Id => "id",
        }
    }
}

impl OnExisting {
    /// Returns the word on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Skip => "skip",
            Self::Fail => "fail",
        }
    }
}

/// What can be done with Jump Clients beyond the verbs.
#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub(crate) enum JumpClient {
    /// Plan which Jump Clients to delete, or delete what a plan says
    Prune(Prune),
}

/// The arguments of `jump-client prune`.
#[derive(Args, Debug)]
#[command(after_help = PRUNE_HELP)]
pub(crate) struct Prune {
    /// Plan to delete what is offline for so long: 60d
    #[arg(long, value_name = "SPAN", required_unless_present_any = ["apply", "duplicates"])]
    pub(crate) offline_for: Option<String>,
    /// Plan to delete older entries of a machine too, offline for SPAN [default: 7d]
    #[arg(long, value_name = "SPAN", num_args = 0..=1, require_equals = true, default_missing_value = "7d")]
    pub(crate) duplicates: Option<String>,
    /// Only what is in this Jump Group, by name, code name or #ID; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) jump_group: Vec<String>,
    /// Write the plan to this new file; nothing is deleted
    #[arg(long, value_name = "FILE.csv", required_unless_present = "apply")]
    pub(crate) plan: Option<OsString>,
    /// Delete what this plan says, where it still holds
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["offline_for", "duplicates", "jump_group", "plan"])]
    pub(crate) apply: Option<OsString>,
}

/// The arguments of `wait`.
#[derive(Args, Debug)]
#[command(after_help = WAIT_HELP)]
pub(crate) struct Wait {
    /// The collection, or a whole path
    pub(crate) resource: String,
    /// Which one of the collection
    pub(crate) id: Option<String>,
    /// The condition, see below
    #[arg(long, value_name = "CONDITION")]
    pub(crate) until: String,
    /// How long to wait at most
    #[arg(long, value_name = "SPAN", default_value = "10m")]
    pub(crate) timeout: String,
    /// How long to wait between two looks [default: 2s, growing to 15s]
    #[arg(long, value_name = "SPAN")]
    pub(crate) interval: Option<String>,
}

const EXPORT_HELP: &str = "\
The CSV goes to standard output; `btapi import` reads it. Types: shell-jump, remote-rdp, \
remote-vnc, web-jump, protocol-tunnel-jump, psql-tunnel-jump, mysql-tunnel-jump, \
network-tunnel-jump, jump-client, vault-account (without secrets).

Jump Groups, Jumpoints and policies are written by name or code name, or as #ID where the name \
would be ambiguous. An empty cell stands for a field without a value; <empty> and <null> are \
written where that is not what a new item has. Cells are written as they are: a spreadsheet may \
take one that begins with = + - or @ for a formula, so import the file there as text.

Examples:
  btapi export shell-jump > shell.csv
  btapi export all --jump-group Web tag=prod > web.csv
";

const IMPORT_HELP: &str = "\
Columns are the fields of the API; jump_group, jumpoint, jump_policy and session_policy hold a \
name, a code name or #ID, or write the id in jump_group_id and so on. An empty cell leaves a field \
alone, <null> clears it, <empty> is the empty text, and \\<null> the text <null>. A column with \
lists or objects (filter_rules) holds JSON. Commas, semicolons and tabs separate; the text is UTF-8.

The whole file is checked before anything is sent. What the appliance refuses goes to the error \
file, with line and message, and that can be mended and imported. An import that was stopped, \
however it was, goes on when the same command is run again: FILE.journal remembers what was done.

Exit codes:
  0 done, 6 rows were refused, others as for every command

Examples:
  btapi import items.csv --dry-run -v
  btapi import items.csv --match tag --on-existing skip
";

const PRUNE_HELP: &str = "\
The plan is a CSV file: look at it, take out lines, and give it to --apply, which deletes a client \
only if it is still offline and has the same name, host name and times as in the plan.

Offline for a time: the client was connected once, has disconnected after that, and the last \
disconnect is that long ago. Kept are clients that were never connected, that are passive or \
disabled, and those whose times are missing, unreadable or in the future.

Duplicates: the same host name, domain name and operating system. The one seen last stays; an \
older one is planned if it went offline before that one connected last, and SPAN ago.

Exit codes:
  0 all is gone, 6 some clients have changed and were kept (--apply)
  others as for every command

Examples:
  btapi jump-client prune --offline-for 60d --duplicates --plan plan.csv
  btapi jump-client prune --apply plan.csv
";

const WAIT_HELP: &str = "\
Conditions:
  connected     a Jumpoint or a Jump Client is connected to the appliance
  finished      an Endpoint Automation job has finished on every endpoint
  exists, gone  there is something at the path, or nothing
  FIELD=VALUE   a field has the value; a.b or a__b is a field within a field
  FIELD!=VALUE  a field has another value

The thing is printed as it is then. Every look is a request, of which an API account has 15000 an \
hour. Looks that fail because of the network or the appliance are made again.

Exit codes:
  0 it is so, 124 it was not so in time, 130 interrupted
  5 there is nothing at the path, unless exists or gone is waited for
  others as for every command

Examples:
  btapi wait jumpoint 5 --until connected --timeout 5m
  btapi wait jump-item/shell-jump 12 --until tag=ready
";
