//! The arguments of what speaks to the Reporting API.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;

use bt_sra::reporting::model::report::{
    Evidence, REPORTS, ReportContent, ReportNeed, ReportParameter, ReportParameterKind, ReportType, Standing,
    WindowUse,
};
use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches, Subcommand, ValueEnum};

use crate::cmd::session::Kind;
use crate::wrap::wrapped;

/// A report, and what was said of it.
#[derive(Debug, Default)]
pub(crate) struct ReportCall {
    /// The value of `generate_report`, or of a name that nobody knows.
    pub(crate) name: String,
    /// How long ago the window begins.
    pub(crate) since: Option<String>,
    /// When it begins.
    pub(crate) from: Option<String>,
    /// When it ends.
    pub(crate) to: Option<String>,
    /// By what things are in it.
    pub(crate) by: Option<By>,
    /// How long a request may reach.
    pub(crate) window: Option<String>,
    /// Which sessions.
    pub(crate) lsids: Vec<String>,
    /// Parameters that have an option of their own, by their names in the API.
    pub(crate) typed: Vec<(&'static str, String)>,
    /// Other parameters, as they were typed.
    pub(crate) params: Vec<String>,
    /// Whether events are wanted instead of what they belong to.
    pub(crate) events: bool,
    /// Sentences that mean that there is nothing.
    pub(crate) no_data: Vec<String>,
    /// The saved report to read.
    pub(crate) file: Option<PathBuf>,
}

/// By what things are in a window.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum By {
    /// When they began: those that have not ended are in it.
    Start,
    /// When they ended.
    End,
}

/// How wide explanations are: they fit on any terminal.
const WIDTH: usize = 78;

impl ReportCall {
    fn read(name: &str, matches: &ArgMatches) -> Self {
        let one = |id: &str| matches.try_get_one::<String>(id).ok().flatten().cloned();
        let many = |id: &str| {
            let values = matches.try_get_many::<String>(id).ok().flatten();
            values.map(|values| values.cloned().collect::<Vec<_>>()).unwrap_or_default()
        };
        let typed = ReportType::find(name).into_iter().flat_map(|report| report.parameters);
        let typed = typed.filter(|parameter| !names_sessions(parameter));
        Self {
            name: name.to_owned(),
            since: one("since"),
            from: one("from"),
            to: one("to"),
            by: matches.try_get_one::<By>("by").ok().flatten().copied(),
            window: one("window"),
            lsids: many("lsid"),
            typed: typed.filter_map(|known| one(known.name).map(|value| (known.name, value))).collect(),
            params: many("param"),
            events: matches.try_get_one::<bool>("events").ok().flatten().copied().unwrap_or_default(),
            no_data: many("no-data"),
            file: matches.try_get_one::<PathBuf>("file").ok().flatten().cloned(),
        }
    }
}

impl FromArgMatches for ReportCall {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut call = Self::default();
        call.update_from_arg_matches(matches)?;
        Ok(call)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let Some((name, matches)) = matches.subcommand() else {
            return Err(clap::Error::raw(ErrorKind::MissingSubcommand, "which report?"));
        };
        *self = match ReportType::find(name) {
            Some(_) => Self::read(name, matches),
            None => {
                let words = matches.get_many::<OsString>("").into_iter().flatten().cloned();
                let command = options(clap::Command::new("report").no_binary_name(true), None);
                Self::read(name, &command.try_get_matches_from(words)?)
            }
        };
        Ok(())
    }
}

impl Subcommand for ReportCall {
    fn augment_subcommands(command: clap::Command) -> clap::Command {
        let command = command
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true)
            // An appliance may know more than we do.
            .allow_external_subcommands(true)
            .subcommand_value_name("TYPE")
            .subcommand_help_heading("Reports");
        REPORTS.iter().fold(command, |command, report| command.subcommand(of(report)))
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        ReportType::find(name).is_some()
    }
}

fn of(report: &'static ReportType) -> clap::Command {
    let about = match (report.only, report.standing) {
        (Some(product), Standing::Older) => format!("{} ({product}, older appliances)", report.about),
        (Some(product), _) => format!("{} ({product})", report.about),
        (None, _) => report.about.to_owned(),
    };
    let command = clap::Command::new(report.name).about(about);
    if !report.is_xml() {
        // It is said what to use instead, whatever stands behind it.
        let rest = Arg::new("rest").num_args(0..).allow_hyphen_values(true).trailing_var_arg(true).hide(true);
        return command.hide(true).arg(rest);
    }
    options(command, Some(report)).after_help(explain(report))
}

/// Adds the options of a report; of one that nobody knows, all that a report can have.
fn options(command: clap::Command, report: Option<&'static ReportType>) -> clap::Command {
    let option = |id: &'static str, value: &'static str, help: &str| {
        Arg::new(id).long(id).value_name(value).help(help.to_owned())
    };
    let mut args = Vec::new();
    let window = report.map_or(WindowUse::Presumed, |report| report.window);
    if window != WindowUse::No {
        args.push(
            option("since", "SPAN", "From so long ago until now: 90m, 12h, 7d")
                .conflicts_with_all(["from", "to"]),
        );
        args.push(option(
            "from",
            "TIME",
            "From then on: YYYY-MM-DD, in days of the appliance, or 2026-02-03T04:05:06Z",
        ));
        args.push(
            option("to", "TIME", "Until then, which is not in it, in the form of --from [default: now]")
                .requires("from"),
        );
    }
    if matches!(window, WindowUse::StartsOrEnds | WindowUse::Presumed) {
        let by = option(
            "by",
            "WHAT",
            "What has to lie in the window: start, or end, which only what is over has [default: start]",
        );
        args.push(by.value_parser(clap::value_parser!(By)).hide_possible_values(true));
    }
    if report.is_some_and(can_be_planned) {
        args.push(option("window", "SPAN", "Ask for this much at a time, and for halves of what breaks: 1d"));
    }
    for parameter in report.into_iter().flat_map(|report| report.parameters) {
        if parameter.name == "lsids" {
            continue;
        }
        let arg = Arg::new(parameter.name)
            .long(long(parameter.name))
            .help(about(parameter))
            .value_name(value_name(parameter));
        let arg = match parameter.kind {
            ReportParameterKind::Choice { words, open: false } => {
                arg.value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
            }
            _ => arg,
        };
        args.push(match parameter.name {
            "lsid" => many(arg).help("The only session; may be given again, or be a list with commas"),
            _ => arg,
        });
    }
    if report.is_none() {
        args.push(many(option("lsid", "LSID", "The only session")));
    }
    if report.is_none_or(has_events) {
        args.push(option("events", "", "Print the events, one by one").action(ArgAction::SetTrue));
    }
    let param = option("param", "NAME=VALUE", "Any parameter, by its name in the API; may be given again");
    args.push(param.action(ArgAction::Append));
    let no_data = option(
        "no-data",
        "TEXT",
        "What the appliance says, at its end, where there is nothing, if not in English or French",
    );
    args.push(no_data.action(ArgAction::Append));
    let file = option(
        "file",
        "FILE",
        "Read the saved report FILE, or - for standard input, instead of asking the appliance",
    );
    args.push(file.value_parser(clap::value_parser!(PathBuf)));
    command.args(args)
}

/// Returns the option for a parameter.
pub(crate) fn long(name: &'static str) -> &'static str {
    match name {
        "team_id" => "team",
        "report_type" => "report-type",
        "group_by" => "group-by",
        name => name,
    }
}

fn many(arg: Arg) -> Arg {
    arg.value_delimiter(',').action(ArgAction::Append)
}

/// Whether a parameter says which session.
pub(crate) fn names_sessions(parameter: &ReportParameter) -> bool {
    matches!(parameter.kind, ReportParameterKind::Lsid | ReportParameterKind::Lsids)
}

/// Whether items can be told from each other, so that a window can be cut.
fn can_be_planned(report: &ReportType) -> bool {
    let roots = ["session_list", "session_summary_list", "exit_survey_list", "vault_account_activity_list"];
    matches!(report.content, ReportContent::Items { root, .. } if roots.contains(&root))
}

/// Whether there are events in its items.
fn has_events(report: &ReportType) -> bool {
    let roots = ["session_list", "team_activity_list"];
    matches!(report.content, ReportContent::Items { root, .. } if roots.contains(&root))
}

fn value_name(parameter: &ReportParameter) -> &'static str {
    match parameter.kind {
        ReportParameterKind::Lsid | ReportParameterKind::Lsids => "LSID",
        ReportParameterKind::Number(_) => "NUMBER",
        ReportParameterKind::NumberOrAll => "NUMBER|all",
        ReportParameterKind::Date => "YYYY-MM-DD",
        _ => "WORD",
    }
}

/// Says what a parameter is, and what its value looks like.
fn about(parameter: &ReportParameter) -> String {
    let mut about = parameter.about.to_owned();
    let words = match parameter.kind {
        ReportParameterKind::Choice { words, open } => Some((words.join(", "), open)),
        ReportParameterKind::Filter { words, open } => {
            let with_id = words
                .iter()
                .map(|word| if word.ends_with(':') { format!("{word}ID") } else { (*word).to_owned() });
            Some((with_id.collect::<Vec<_>>().join(", "), open))
        }
        _ => None,
    };
    if let Some((words, open)) = words {
        let _ = write!(about, ": {words}{}", if open { ", or what else there is" } else { "" });
    }
    match parameter.need {
        ReportNeed::Required => about.push_str(" (required)"),
        ReportNeed::WithWindow => about.push_str(" (required with a window)"),
        _ => {}
    }
    about
}

/// Says what stands in the table.
fn explain(report: &ReportType) -> String {
    let mut text = String::new();
    let products = report.only.map_or("pra, rs".to_owned(), |product| product.to_string());
    let _ = writeln!(text, "Products:    {products}");
    if let Some(permission) = report.permission {
        let _ = writeln!(text, "Permission:  {permission}");
    }
    let doubt = match report.evidence {
        Evidence::Reported => Some("programs of others"),
        Evidence::Unconfirmed => Some("name not confirmed"),
        _ => None,
    };
    if let Some(doubt) = doubt {
        let _ = writeln!(text, "Known from:  {doubt}");
    }
    let items = match report.content {
        ReportContent::Items { root, items, .. } => format!("{root} with {}", items.join(" and ")),
        ReportContent::Document { root } => format!("{root}, one document"),
        _ => "not described: items are what stands below the root".to_owned(),
    };
    wrapped(0, 13, &format!("Answer:      {items}"), WIDTH, &mut text);
    text
}

/// What to do about recordings.
#[derive(Debug, Subcommand)]
pub(crate) enum Recording {
    /// Save recordings in a folder, several at a time; the same command goes on
    #[command(after_help = GET_HELP)]
    Get(RecordingGet),
}

/// The arguments of `recording get`.
#[derive(Args, Debug)]
pub(crate) struct RecordingGet {
    /// Which sessions; - reads identifiers from standard input, one a line
    #[arg(value_name = "LSID", required = true)]
    pub(crate) lsids: Vec<String>,
    /// The folder, which is made if it is not there
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// What was recorded: session, shell, or screen, the representative's own (rs)
    #[arg(long, value_name = "KIND", default_value = "session", hide_possible_values = true)]
    pub(crate) kind: RecordingKind,
    /// Which one of the session, from 0 [default: all]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) instance: Option<u32>,
    /// How many at a time
    #[arg(long, value_name = "NUMBER", default_value = "4", value_parser = clap::value_parser!(u8).range(1..=16))]
    pub(crate) jobs: u8,
}

/// What was recorded.
#[derive(Clone, Copy, Debug, serde::Deserialize, Eq, PartialEq, serde::Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RecordingKind {
    /// The screen of the endpoint or customer.
    Session,
    /// A command shell.
    Shell,
    /// The representative's own screen.
    Screen,
}

impl RecordingKind {
    /// Returns the word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Shell => "shell",
            Self::Screen => "screen",
        }
    }
}

/// The arguments of `syslog`.
#[derive(Args, Debug)]
pub(crate) struct Syslog {
    /// These events only; may be given again
    #[arg(long, value_name = "EVENT")]
    pub(crate) event: Vec<String>,
    /// Read the saved FILE, or - for standard input, instead of asking the appliance
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// What to do about archives.
#[derive(Debug, Subcommand)]
pub(crate) enum Archive {
    /// List which archives there are of a day
    List {
        /// The day
        #[arg(value_name = "YYYY-MM-DD")]
        date: String,
    },
    /// Print the records of an archive
    #[command(after_help = ARCHIVE_HELP)]
    Get(ArchiveGet),
}

/// The arguments of `archive get`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("which").args(["state", "event"]).required(true))]
pub(crate) struct ArchiveGet {
    /// What was so at a time
    #[arg(long)]
    pub(crate) state: bool,
    /// What changed
    #[arg(long)]
    pub(crate) event: bool,
    /// The day
    #[arg(value_name = "YYYY-MM-DD", required_unless_present = "file")]
    pub(crate) date: Option<String>,
    /// Which one of the day, from 1, as the list tells
    #[arg(value_name = "INDEX", required_unless_present = "file", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) index: Option<u32>,
    /// Read the saved FILE, or - for standard input, instead of asking the appliance
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// What to print of licenses.
#[derive(Debug, Subcommand)]
pub(crate) enum License {
    /// The times at which nearly all licenses were in use (rs)
    Usage(LicenseUsage),
    /// The Jump Items that take licenses
    Endpoints {
        /// Read the saved FILE, or - for standard input, instead of asking the appliance
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

/// The arguments of `license usage`.
#[derive(Args, Debug)]
pub(crate) struct LicenseUsage {
    /// From so long ago until now: 90m, 12h, 7d
    #[arg(long, value_name = "SPAN", conflicts_with_all = ["from", "to"])]
    pub(crate) since: Option<String>,
    /// From then on: YYYY-MM-DD, in days of the appliance, or 2026-02-03T04:05:06Z
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Until then, which is not in it [default: now]
    #[arg(long, value_name = "TIME", requires = "from")]
    pub(crate) to: Option<String>,
    /// How long an interval is: hour, day, month
    #[arg(long, value_name = "WORD", default_value = "day", value_parser = ["hour", "day", "month"], hide_possible_values = true)]
    pub(crate) group_by: String,
}

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

/// What stands below the help of `report`.
pub(crate) const REPORT_HELP: &str = "\
Items are printed as they come, and none is held. Printed are -o json, a list of what the report \
holds; ndjson, one item a line; csv and table, the facts of each item in columns; xml, the bytes as \
the appliance sent them. If the report breaks off, what was whole is printed, the list of json is not \
closed, and the exit code says why. Where there is nothing, nothing is printed but a note.

Recordings, the log, archives and the use of licenses are files:
  btapi recording get, btapi syslog, btapi archive, btapi license

Examples:
  btapi report AccessSession --since 7d --by end -o ndjson
  btapi report AccessSession --from 2026-01-01 --to 2026-02-01 -o csv > jan.csv
  btapi report AccessSession --since 90d --window 1d -o ndjson
  btapi report SupportSession --since 1d --events -o ndjson
  btapi report VaultAccountActivity --since 12h -o xml > vault.xml
  btapi report VaultAccountActivity --file vault.xml -o table
";

/// What stands below the help of `syslog`.
pub(crate) const SYSLOG_HELP: &str = "\
All that the appliance still has, from the oldest record to the newest. It notes in its log that the \
log was fetched. Permission: perm_reporting_syslog

Examples:
  btapi syslog -o ndjson > log.ndjson
  btapi syslog --event login --event logout -o csv
  btapi syslog --file log.zip -o table
";

const ARCHIVE_HELP: &str = "\
Permission: perm_reporting_archive

Examples:
  btapi archive list 2026-02-03 -o table
  btapi archive get --state 2026-02-03 1 -o ndjson
  btapi archive get --event --file archive.gz
";

const GET_HELP: &str = "\
Each recording is saved as LSID-KIND or LSID-KIND-INSTANCE, readable by you only, and written down in \
manifest.json of the folder with its length and SHA-256. It has its name when it is whole, and not \
before. What broke off goes on where it was; what is there is compared with the manifest and not \
fetched again. Nothing is replaced. What has become of each is printed. Permission: \
perm_reporting_support

Examples:
  btapi recording get LSID --dir recordings
  btapi recording get LSID --dir recordings --kind shell
  btapi report AccessSession --since 7d --by end \\
    --query '.[] | select(.session_recording_download_url) | .lsid' |
    btapi recording get - --dir recordings
";

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
