//! The arguments of `ticket`.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::listen::Door;

/// Approves ticket IDs, or sees how somebody does.
#[derive(Debug, Subcommand)]
pub(crate) enum Ticket {
    /// Decide on ticket IDs: by a command, or by people on a page
    Serve(TicketServe),
    /// Play the appliance that asks an endpoint, and print its decision
    Test(TicketTest),
}

/// The form of a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Form {
    /// `name=value&name=value`
    Form,
    /// A JSON object.
    Json,
}

/// The arguments of `ticket serve`.
#[derive(Args, Debug)]
#[command(after_help = SERVE_HELP)]
#[group(id = "who", required = true, args = ["manual", "exec"])]
pub(crate) struct TicketServe {
    /// Let people decide, on a page
    #[arg(long)]
    pub(crate) manual: bool,
    /// Let this command decide; all that follows belongs to it
    #[arg(long, value_name = "COMMAND", num_args = 1.., allow_hyphen_values = true, conflicts_with = "manual")]
    pub(crate) exec: Vec<OsString>,
    /// How long the command may take
    #[arg(long, value_name = "SPAN", default_value = "30s")]
    pub(crate) time_limit: String,
    /// How long a decision may take; then the request is denied
    #[arg(long, value_name = "SPAN", default_value = "10m")]
    pub(crate) decide_within: String,
    /// An appliance that may ask; may be given again [default: BT_API_HOST]
    #[arg(long, value_name = "HOST")]
    pub(crate) appliance: Vec<String>,
    /// Send decisions as form or json: no source tells which an appliance takes
    #[arg(long, value_enum, default_value_t = Form::Form, hide_possible_values = true, value_name = "FORM")]
    pub(crate) reply: Form,
    /// Keep requests and decisions over a restart in this file
    #[arg(long, value_name = "FILE", default_value = "btapi-tickets.journal")]
    pub(crate) journal: PathBuf,
    /// The address of the page
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8712", conflicts_with = "exec")]
    pub(crate) page: SocketAddr,
    /// Another name of the page: tickets.example.com
    #[arg(long, value_name = "HOST", conflicts_with = "exec")]
    pub(crate) page_name: Vec<String>,
    /// Ask for the token in this file; or set BT_TICKET_TOKEN [default: a new one]
    #[arg(long, value_name = "FILE", conflicts_with = "exec")]
    pub(crate) page_token_file: Option<PathBuf>,
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8711", help_heading = "Server")]
    pub(crate) bind: SocketAddr,
    #[command(flatten)]
    pub(crate) door: Door,
}

/// The arguments of `ticket test`.
#[derive(Args, Debug)]
#[command(after_help = TEST_HELP)]
pub(crate) struct TicketTest {
    /// The address of the endpoint, without its secret
    #[arg(value_name = "URL")]
    pub(crate) url: String,
    /// The ticket ID
    #[arg(long, value_name = "ID", default_value = "TEST-1")]
    pub(crate) ticket: String,
    /// Another field of the request: user.username=mira
    #[arg(value_name = "NAME=VALUE")]
    pub(crate) fields: Vec<String>,
    /// Ask as form or json
    #[arg(long, value_enum, default_value_t = Form::Form, hide_possible_values = true, value_name = "FORM")]
    pub(crate) form: Form,
    /// How long to wait for the decision
    #[arg(long, value_name = "SPAN", default_value = "2m")]
    pub(crate) timeout: String,
    /// The address to which the decision comes
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8713")]
    pub(crate) bind: SocketAddr,
    /// What that address is called from outside [default: the address]
    #[arg(long, value_name = "HOST")]
    pub(crate) name: Option<String>,
    /// The certificate for it in PEM; without one, plain http on loopback
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) cert: Option<PathBuf>,
    /// Its private key in PEM
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub(crate) key: Option<PathBuf>,
    /// Send the secret in this file along; or set BT_WEBHOOK_SECRET
    #[arg(long, value_name = "FILE")]
    pub(crate) secret_file: Option<PathBuf>,
    /// The parameter of the address that holds the secret
    #[arg(long, value_name = "NAME", default_value = "outbound_event_token")]
    pub(crate) secret_name: String,
}

const SERVE_HELP: &str = "\
A Jump Policy can ask for a ticket ID, and the appliance then asks this endpoint. It is told at once \
that its request is here. The decision follows, to the address that the request names, if that is at \
one of the appliances. What goes wrong, and what nobody decides on in time, is denied.

COMMAND gets the request as a line of JSON on standard input, and no variables but PATH, HOME, LANG \
and TZ. It prints allow or deny, and behind that, if anything, a message for the user; or JSON: \
{\"response\": \"allow\", \"message\": \"...\", \"attributes\": {\"CODE_NAME\": \"...\"}}, where \
attributes are custom fields of the session.

Variables beside those of other servers:
  BT_CA_FILE   a PEM file with authorities that the way to appliances trusts
  HTTPS_PROXY  a proxy for that way; NO_PROXY names exceptions

Examples:
  btapi ticket serve --appliance access.example.com --exec ./check-ticket.sh
  btapi ticket serve --manual --bind 0.0.0.0:8443 --cert site.pem \\
    --key site.key --secret-file secret
";

const TEST_HELP: &str = "\
Exit codes:
  0    a decision came, whichever
  6    what came is no decision, or the request was not answered with 200
  8    the endpoint cannot be reached
  124  no decision came in time

Examples:
  btapi ticket serve --appliance http://127.0.0.1:8713 --exec ./check.sh &
  btapi ticket test http://127.0.0.1:8711/ --ticket CHG-1204 user.username=mira
";
