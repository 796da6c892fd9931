//! The arguments of what speaks to the Reporting API.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cmd::session::Kind;

/// What to make of a session.
#[derive(Debug, Subcommand)]
pub(crate) enum Session {
    /// Print a session for people: who, where, and what happened when
    #[command(after_help = SHOW_HELP)]
    Show(SessionShow),
    /// Write a session as one page for auditors
    #[command(after_help = HTML_HELP)]
    Html(SessionHtml),
}

/// The arguments of `session show`.
#[derive(Args, Debug)]
pub(crate) struct SessionShow {
    #[command(flatten)]
    pub(crate) source: SessionSource,
    /// Tell these only: session, people, chat, files, shells, access, screen, registry, other
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', hide_possible_values = true)]
    pub(crate) only: Vec<Kind>,
}

/// The arguments of `session html`.
#[derive(Args, Debug)]
pub(crate) struct SessionHtml {
    #[command(flatten)]
    pub(crate) source: SessionSource,
    /// Write to FILE, which only you can read and which must not be there yet [default: standard output]
    #[arg(short = 'O', long = "out", value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Which session, and where it is.
#[derive(Args, Debug)]
pub(crate) struct SessionSource {
    /// Which session: the identifier that reports tell; of a file with only one it goes without saying
    #[arg(value_name = "LSID", required_unless_present = "file")]
    pub(crate) lsid: Option<String>,
    /// Read the saved report FILE, or - for standard input, instead of asking the appliance
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

const SHOW_HELP: &str = "\
Times are UTC, and beside them is how long after the begin of the session it was. A `!` stands before \
what failed. With -o json the session is printed with everything that the report holds.

Examples:
  btapi session show LSID
  btapi session show LSID --only chat,files
  btapi session show --file sessions.xml LSID -o json
";

const HTML_HELP: &str = "\
The page stands alone: it loads nothing, runs no script, and can be printed. Addresses of chats and \
recordings are not in it.

Examples:
  btapi session html LSID -O session.html
  btapi session html --file sessions.xml LSID > session.html
";
