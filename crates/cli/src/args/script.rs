//! The arguments of `script`.

use std::ffi::OsString;

use clap::{Args, Subcommand};

/// What to do with console scripts.
#[derive(Debug, Subcommand)]
pub(crate) enum Script {
    /// Write a script of up to ten commands
    #[command(after_help = BUILD_HELP)]
    Build(BuildScript),
    /// Tell what is wrong with a script or a link
    #[command(after_help = CHECK_HELP)]
    Check {
        /// The file, - for standard input, or a link with /api/client_script in it
        #[arg(value_name = "FILE|LINK")]
        what: OsString,
    },
    /// Print the link that has a console carry out a command
    #[command(after_help = URL_HELP)]
    Url {
        /// An action of one command, and its parameters
        #[arg(required = true, value_name = "ACTION [NAME=VALUE]")]
        words: Vec<String>,
        /// For the console in the browser
        #[arg(long)]
        web: bool,
    },
    /// Have the appliance make a script, and save it here
    #[command(after_help = FETCH_HELP)]
    Fetch {
        /// An action of one command, and its parameters
        #[arg(required = true, value_name = "ACTION [NAME=VALUE]")]
        words: Vec<String>,
        /// The company's site name, for the name of the file where the appliance gives none
        #[arg(long, value_name = "NAME")]
        site: Option<String>,
    },
    /// List the actions of scripts, or explain one
    Actions {
        /// Which one
        action: Option<String>,
    },
}

/// The arguments of `script build`.
#[derive(Args, Debug)]
pub(crate) struct BuildScript {
    /// Actions, each with its parameters behind it; without, from standard input
    #[arg(value_name = "ACTION|NAME=VALUE")]
    pub(crate) words: Vec<String>,
    /// Write it to NAME.brcs-SITE, which consoles open
    #[arg(long, value_name = "NAME", requires = "site")]
    pub(crate) file: Option<String>,
    /// The company's site name
    #[arg(long, value_name = "SITE", requires = "file")]
    pub(crate) site: Option<String>,
    /// End lines with a carriage return too
    #[arg(long)]
    pub(crate) crlf: bool,
    /// Take a password of a login, which stands in the script in plain text
    #[arg(long)]
    pub(crate) with_password: bool,
}

const BUILD_HELP: &str = "\
Standard input has an object with the member action, or a list of them; with -k lines, and action=NAME \
begins a command. A password is taken from there only.

Examples:
  btapi script build login start_jump_item_session client.hostname=db-07
  btapi script build start_rdp_session target=db-07 --file rdp --site acme
  echo '[{\"action\": \"login\"}]' | btapi script build
";

const CHECK_HELP: &str = "\
Exit codes:
  0  nothing, or only what a console may take all the same
  6  it is none, or against what the vendor describes

Examples:
  btapi script check jump.brcs-acme
  btapi script check \"$link\"
";

const URL_HELP: &str = "\
Needs BT_API_HOST, and sends nothing. Who follows the link logs in to the console if need be.

Examples:
  btapi script url start_jump_item_session client.hostname=db-07
  btapi script url --web start_jump_item_session search_string=db-07
";

const FETCH_HELP: &str = "\
Needs BT_API_HOST and no credentials: the Client Scripting API asks for none. It has to be enabled on \
the site. The file is as the appliance sent it, once it is seen to be a script.

Examples:
  btapi script fetch start_jump_item_session client.hostname=db-07 --site acme
";
