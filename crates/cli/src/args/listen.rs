//! The arguments of `listen`, and what all servers have in common.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// Heading of the options of servers.
const SERVER: &str = "Server";

/// Where a server listens, and to whom.
#[derive(Args, Debug)]
pub(crate) struct Door {
    /// The certificate in PEM, followed by those between it and its authority
    #[arg(long, value_name = "FILE", requires = "key", help_heading = SERVER)]
    pub(crate) cert: Option<PathBuf>,
    /// Its private key in PEM, without a passphrase
    #[arg(long, value_name = "FILE", requires = "cert", help_heading = SERVER)]
    pub(crate) key: Option<PathBuf>,
    /// Serve plain http beyond loopback, where something else ends TLS
    #[arg(long, conflicts_with = "cert", help_heading = SERVER)]
    pub(crate) plain: bool,
    /// Ask for the secret in this file; or set BT_WEBHOOK_SECRET
    #[arg(long, value_name = "FILE", help_heading = SERVER)]
    pub(crate) secret_file: Option<PathBuf>,
    /// The parameter of the address that holds the secret
    #[arg(long, value_name = "NAME", default_value = "outbound_event_token", help_heading = SERVER)]
    pub(crate) secret_name: String,
    /// Let only these addresses and networks in: 198.51.100.7,192.0.2.0/24
    #[arg(long, value_name = "CIDR,...", help_heading = SERVER)]
    pub(crate) allow: Vec<String>,
    /// Answer at this path only
    #[arg(long, value_name = "PATH", help_heading = SERVER)]
    pub(crate) path: Option<String>,
}

/// The arguments of `listen`.
#[derive(Args, Debug)]
#[command(after_help = LISTEN_HELP)]
pub(crate) struct Listen {
    /// Add events to this file; each is on the disk before its answer
    #[arg(long, value_name = "FILE", conflicts_with_all = ["forward_to", "exec"])]
    pub(crate) out: Option<PathBuf>,
    /// Send events on to this address, https or loopback
    #[arg(long, value_name = "URL", conflicts_with = "exec")]
    pub(crate) forward_to: Option<String>,
    /// Run this command for each event; all that follows belongs to it
    #[arg(long, value_name = "COMMAND", num_args = 1.., allow_hyphen_values = true)]
    pub(crate) exec: Vec<OsString>,
    /// How long the command or the other address may take
    #[arg(long, value_name = "SPAN", default_value = "30s")]
    pub(crate) time_limit: String,
    /// Keep bodies that are no events in this file
    /// [default: OUT.dead, or btapi-dead-letters.ndjson]
    #[arg(long, value_name = "FILE")]
    pub(crate) dead_letters: Option<PathBuf>,
    /// Leave out events that are the same as one before in all that is told of them
    #[arg(long)]
    pub(crate) skip_duplicates: bool,
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8710", help_heading = SERVER)]
    pub(crate) bind: SocketAddr,
    #[command(flatten)]
    pub(crate) door: Door,
}

const LISTEN_HELP: &str = "\
Events are printed as they come, one JSON object a line, unless they go to a file, an address or a \
command. The appliance gets its 200 when the event is there, and repeats it otherwise; until then it \
sends no other. Events that came before are marked \"duplicate\": true.

A body that is no event is put aside, told of, and answered with 200: it would block all others. \
COMMAND gets one event on standard input, no variables but PATH, HOME, LANG and TZ, and has it when \
it ends with 0. BT_FORWARD_TOKEN is sent along to URL as a bearer token.

An appliance does not prove who it is: give it an address with a secret, list where it comes from, \
and use TLS.

Examples:
  btapi listen | jq -c 'select(.event == \"support_conference_end\") | .lsid'
  btapi listen --bind 0.0.0.0:8443 --cert site.pem --key site.key \\
    --secret-file secret --allow 198.51.100.7 --out events.ndjson
  # the recipient of the appliance: https://HOST:8443/?outbound_event_token=SECRET
  btapi listen --exec ./on-event.sh
";
