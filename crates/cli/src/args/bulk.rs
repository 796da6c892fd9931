//! The arguments of the commands that work on many things at once.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

/// The arguments of `export`.
#[derive(Args, Debug)]
#[command(after_help = EXPORT_HELP)]
pub(crate) struct Export {
    /// What to export, `shell-jump` or `jump-client` say, or `all` Jump Items; NAME=VALUE keeps
    /// what matches exactly
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
    /// What the rows are, if the file has no column `type`
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) kind: Option<String>,
    /// What makes a row and an item on the appliance the same: `name` means the name within the
    /// Jump Group
    #[arg(long = "match", value_enum, default_value_t = Match::Name, value_name = "KEY")]
    pub(crate) key: Match,
    /// What to do with a row whose item exists
    #[arg(long, value_enum, default_value_t = OnExisting::Update, value_name = "WHAT")]
    pub(crate) on_existing: OnExisting,
    /// Print what would be done; only read from the appliance
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Stop at the first row that is refused
    #[arg(long)]
    pub(crate) stop_on_error: bool,
    /// Where rows that are refused go [default: FILE.errors.csv]
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<OsString>,
    /// Forget what an import that was stopped has done, and begin anew
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

const EXPORT_HELP: &str = "\
The CSV goes to standard output; `btapi import` reads it. Types: shell-jump, remote-rdp, remote-vnc,
web-jump, protocol-tunnel-jump, psql-tunnel-jump, mysql-tunnel-jump, network-tunnel-jump,
jump-client, vault-account (without secrets).

Jump Groups, Jumpoints and policies are written by name or code name, or as #ID where the name would
be ambiguous. An empty cell stands for a field without a value; <empty> and <null> are written where
that is not what a new item has. Cells are written as they are: a spreadsheet may take one that
begins with = + - or @ for a formula, so import the file there as text.

Examples:
  btapi export shell-jump > shell.csv
  btapi export all --jump-group Web tag=prod > web.csv
";

const IMPORT_HELP: &str = "\
Columns are the fields of the API; jump_group, jumpoint, jump_policy and session_policy hold a name,
a code name or #ID, or write the id in jump_group_id and so on. An empty cell leaves a field alone,
<null> clears it, <empty> is the empty text, and \\<null> the text <null>. A column with lists or
objects (filter_rules) holds JSON. Commas, semicolons and tabs separate; the text is UTF-8.

The whole file is checked before anything is sent. What the appliance refuses goes to the error
file, with line and message, and that can be mended and imported. An import that was stopped, however
it was, goes on when the same command is run again: FILE.journal remembers what was done.

Exit codes: 0 done, 6 rows were refused, others as for every command.

Examples:
  btapi import items.csv --dry-run -v
  btapi import items.csv --match tag --on-existing skip
";
