//! The arguments of `backup`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

/// The arguments of `backup`.
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(crate) struct Backup {
    /// The folder of the backups, which must exist
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// How many good backups to keep; older ones are deleted [default: all]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) keep: Option<u32>,
    /// Take nothing smaller for a backup: 500, 64k, 10M, 1G
    #[arg(long, value_name = "SIZE", default_value = "1k")]
    pub(crate) min_size: String,
    /// Protect the backup with the password in FILE, or - for standard input
    /// [default: BT_BACKUP_PASSWORD]
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<OsString>,
    /// Write there how it went [default: HOST.status.json in DIR]
    #[arg(long, value_name = "FILE")]
    pub(crate) status: Option<PathBuf>,
    /// How long the appliance may be silent
    #[arg(long, value_name = "SPAN", default_value = "30m")]
    pub(crate) silence: String,
    /// How long it may take
    #[arg(long, value_name = "SPAN", default_value = "6h")]
    pub(crate) timeout: String,
    /// Save none: tell whether the last one is good and young enough
    #[arg(long, conflicts_with_all = ["keep", "password_file", "silence", "timeout"])]
    pub(crate) check: bool,
    /// With --check, how old it may be
    #[arg(long, value_name = "SPAN", default_value = "26h", requires = "check")]
    pub(crate) max_age: String,
}

const HELP: &str = "\
A backup is HOST-NUMBER-TIME.nsb, and beside it the .sha256 that `sha256sum -c` takes. Both have \
their names only when all has come and is on the disk. Numbers only grow, so that a clock that \
jumps changes nothing. --keep counts those that match their .sha256 and deletes what is older; \
what does not match, or has another name, is never deleted. If the new one has less than half the \
size of the one before, nothing is.

Refused are refusals in the dress of a success: pages, JSON, XML, text. What is in a backup is not \
documented, so that more cannot be seen. The password is not kept anywhere; a backup cannot be \
restored without it. Not in a backup: recordings, the Vault encryption key, and the settings of \
/appliance. The API account needs perm_backup.

Exit codes:
  0   saved, and all is well
  1   saved, but something needs a look: see standard error and the status file
  2   the command line or the settings are wrong
  3   the appliance refused the credentials
  4   the API account lacks perm_backup
  5   the appliance has no Backup API
  6   the appliance refused the request
  7   the rate limit is used up
  8   no connection, no trust, no answer in time, or an answer that broke off
  9   what came is no backup
  10  the folder: no room, no permission, or another fault of the disk
  11  another run is at it; nothing was done
  12  the appliance failed, or something else did

Exit codes of --check, as monitoring programs have them:
  0  the last backup is good and young enough
  1  so it is, but the last run failed, or it is from the future
  2  there is none, or it is too old or damaged
  3  not known: settings that do not do, or a folder that cannot be read

Examples:
  btapi backup --dir /var/backups/sra --keep 14
  btapi backup --dir /var/backups/sra --password-file /etc/btapi/backup-password
  btapi backup --dir /var/backups/sra --check --max-age 26h
";
