//! The same of the Reporting API.

use bt_sra_core::Product;
use http::StatusCode;

/// The sentences about a report that nothing fits, as met, by report. Of the others we made some
/// that end in the same way.
pub(crate) const NO_SESSIONS: &str =
    "No Support report information matching your chosen criteria is available.";
pub(crate) const NO_TEAMS: &str =
    "No Support Team report information matching your chosen criteria is available.";
pub(crate) const NO_VAULT: &str = "No vault account activity matching your chosen criteria is available.";
pub(crate) const NO_SURVEYS: &str = "No exit survey information matching your chosen criteria is available.";
pub(crate) const NO_PRESENTATIONS: &str =
    "No Presentation report information matching your chosen criteria is available.";
pub(crate) const NO_JUMP_ITEMS: &str =
    "No Jump Item report information matching your chosen criteria is available.";
pub(crate) const NO_ARCHIVES: &str = "No archives found for the given search criteria.";

/// Sentences of errors: those about an lsid and an expired recording were met, the others are ours.
pub(crate) const INVALID_LSID: &str = "Invalid lsid.";
pub(crate) const RECORDING_EXPIRED: &str =
    "This recording has expired and can no longer be viewed or downloaded.";
pub(crate) const NO_RECORDING: &str = "No recording is available for the given session.";
pub(crate) const NOT_READY: &str = "The recording is still being processed.";
pub(crate) const UNKNOWN_REPORT: &str = "Invalid report";
pub(crate) const PERMISSION_DENIED: &str = "You do not have permission to generate this report.";
pub(crate) const ARCHIVES_OFF: &str = "The Archive API is not enabled.";
pub(crate) const MISSING_PARAMETER: &str = "Missing required parameter: ";
pub(crate) const BAD_VALUE: &str = "Invalid value for parameter: ";
pub(crate) const NOT_A_FORM: &str = "The request body must be application/x-www-form-urlencoded.";

/// Their translations. The first one ends as met.
pub(crate) const FRENCH: &[(&str, &str)] = &[
    (
        NO_SESSIONS,
        "Aucune information de rapport d’assistance correspondant à vos critères n’est disponible.",
    ),
    (
        NO_TEAMS,
        "Aucune information de rapport d’équipe d’assistance correspondant à vos critères n’est disponible.",
    ),
    (NO_VAULT, "Aucune activité de compte Vault correspondant à vos critères n’est disponible."),
    (NO_SURVEYS, "Aucune information d’enquête correspondant à vos critères n’est disponible."),
    (
        NO_PRESENTATIONS,
        "Aucune information de rapport de présentation correspondant à vos critères n’est disponible.",
    ),
    (
        NO_JUMP_ITEMS,
        "Aucune information de rapport d’élément de Jump correspondant à vos critères n’est disponible.",
    ),
    (NO_ARCHIVES, "Aucune archive correspondant à vos critères n’est disponible."),
    (INVALID_LSID, "Le lsid n’est pas valide."),
    (PERMISSION_DENIED, "L’accès à ce rapport est refusé."),
    (MISSING_PARAMETER, "Il manque un paramètre obligatoire : "),
    (BAD_VALUE, "La valeur de ce paramètre n’est pas valide : "),
];

/// Whether a window needs its `duration`. It is documented as part of each set.
pub(crate) const DURATION_IS_REQUIRED: bool = true;

/// Whether a date and a time of the same kind are taken together if the duration is 0: one client
/// sends both. Which one wins is not known; here it is the time. All other mixtures are refused.
pub(crate) const DATE_AND_TIME_TOGETHER: bool = true;

/// How many lsids are taken at once.
pub(crate) const MOST_LSIDS: usize = 500;

/// Whether unknown ones among several lsids are passed over, and not refused.
pub(crate) const UNKNOWN_LSIDS_ARE_PASSED_OVER: bool = true;

/// The product that still has reports of presentations; they are gone from the newest documents.
pub(crate) const PRESENTATIONS: Option<Product> = Some(Product::Rs);

/// How many days a recording is kept: a setting of the site.
pub(crate) const RECORDINGS_KEPT_DAYS: i64 = 90;

/// How many seconds after the end of a session its recording is there.
pub(crate) const RECORDING_TAKES: i64 = 10;

/// How many days activity of the vault is kept. Documented of RS.
pub(crate) const VAULT_KEPT_DAYS: i64 = 90;

/// The name of the parameter that picks one of several recordings, and what is taken without it.
pub(crate) const INSTANCE: &str = "instance";
pub(crate) const FIRST_INSTANCE: u64 = 0;

/// The media type of a recording, and the end of the name of its file.
pub(crate) const RECORDING: (&str, &str) = ("application/octet-stream", "flv");

/// The media type of archives of records, and the names of their entries.
pub(crate) const ZIP: &str = "application/zip";
pub(crate) const SYSLOG_FILE: &str = "syslog";
pub(crate) const SYSLOG_ROTATED: &str = "syslog.1.gz";

/// The longest payload of one line of the syslog.
pub(crate) const SYSLOG_PART: usize = 300;

/// The number that lines of the syslog have for the site.
pub(crate) const SYSLOG_SITE: u32 = 1427;

/// The heads of the columns of `jump_items.csv`.
pub(crate) const LICENSE_HEADS: [&str; 7] =
    ["Name", "Hostname / IP", "Jumpoint", "Remote App Name", "License Used", "Jump Method", "Jump Group"];

/// The media type of an archive.
pub(crate) const ARCHIVE: &str = "application/octet-stream";

/// The child of a listed state archive whose name begins with an e; the rest was not readable.
pub(crate) const STATE_ARCHIVE_CHILD: &str = "event_index";

/// How many days archives are kept. Documented, but for what an active day is.
pub(crate) const ARCHIVES_KEPT_DAYS: i64 = 7;

/// After how many seconds an archive is there.
pub(crate) const ARCHIVE_TAKES: i64 = 300;

/// Values of `report_type` of surveys beside `rep`.
pub(crate) const SURVEY_TYPES: &[&str] = &["rep", "team", "site"];

/// Kinds of `limit` of session reports beside `all`.
pub(crate) const SESSION_LIMITS: &[&str] = &["rep", "team", "site"];

/// The `type` of actors of the vault that are no users.
pub(crate) const VAULT_SYSTEM: &str = "System";
pub(crate) const VAULT_API: &str = "API Account";

/// Whether the schema needs a token.
pub(crate) const SCHEMA_NEEDS_TOKEN: bool = false;

/// An item without a Jump Group that the report on licenses tells beside those of the site: one with
/// a comma and quotes in its name.
pub(crate) const SPARE: &str = "Spare part, second shelf of \"B\"";

/// The permission of the report about duplicate Jump Clients; an account that has no such field has
/// it with the reports on Jump Items.
pub(crate) const DUPLICATES: [&str; 2] = ["perm_reporting_duplicate_jump_client", "perm_reporting_jump_item"];

/// The status of a number out of its range in the JSON API. Documented: 400.
pub(crate) const DUPLICATES_BAD: StatusCode = StatusCode::BAD_REQUEST;

/// What reports on the vault call what can be done through the API; two more kinds were met.
pub(crate) const CHECKED_OUT: &str = "Credentials Checked Out";
pub(crate) const CHECKED_IN: &str = "Credentials Checked In";
pub(crate) const ROTATED: &str = "Password Rotated";
pub(crate) const EDITED: &str = "Password Changed";

/// How many things that were done are kept for the syslog and for reports.
pub(crate) const JOURNAL_KEPT: usize = 10_000;

/// What the children of `team_list` are called: one client reads the list, and not their names.
pub(crate) const TEAM: &str = "team";

/// Whether sessions tell of recordings of the representative's own screen: the names are those of
/// older guides.
pub(crate) const SCREENS_ARE_TOLD: bool = true;

/// The `type` of a customer who has sent in a survey; only that of representatives was met.
pub(crate) const SURVEY_BY_CUSTOMER: &str = "customer";

/// What the appliance is called in sessions of RS today; it was called Bomgar.
pub(crate) const RS_SYSTEM: &str = "Remote Support";

/// What links to recordings say of what they lead to: the screen, a shell, the own screen. Links to
/// chats were met.
pub(crate) const LINKS: [&str; 3] = ["recording", "shell", "screen"];

/// How names of events in the syslog end that are made from a resource: it was created, deleted,
/// changed.
pub(crate) const SYSLOG_ENDS: [&str; 3] = ["added", "removed", "changed"];

/// What the syslog calls changes by the Command APIs and by the report on duplicates, and where an
/// API account logs in.
pub(crate) const SYSLOG_COMMAND: &str = "command_api_request";
pub(crate) const SYSLOG_DUPLICATES: &str = "jump_client_duplicates_removed";
pub(crate) const SYSLOG_API: &str = "api";
