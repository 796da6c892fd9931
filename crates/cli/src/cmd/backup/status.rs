//! The file that tells programs how the last runs went.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use bt_sra::Timestamp;
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, plain};
use crate::output::note;

/// Longer than any status.
const LIMIT: u64 = 1 << 20;

/// How the last runs went.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Status {
    pub(super) site: String,
    /// `ok`, `warning` or `failed`.
    pub(super) last_run: String,
    pub(super) last_success: Option<Success>,
    pub(super) last_failure: Option<FailedRun>,
    /// What needs a look since the last success.
    pub(super) warnings: Vec<String>,
}

/// A backup that was made.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Success {
    pub(super) time: Timestamp,
    pub(super) file: String,
    pub(super) size: u64,
    pub(super) sha256: String,
    /// How long it took.
    pub(super) seconds: f64,
}

/// A run that made none.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct FailedRun {
    pub(super) time: Timestamp,
    pub(super) exit_code: u8,
    pub(super) message: String,
}

impl Status {
    /// Reads it. One that cannot be read is begun anew: nothing depends on it but what is told.
    pub(super) fn read(path: &Path) -> Self {
        let text = File::open(path).and_then(|file| {
            let mut text = String::new();
            file.take(LIMIT).read_to_string(&mut text).map(|_| text)
        });
        let text = match text {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::default(),
            Err(error) => {
                note(&format!("the status file {} is begun anew: {error}", path.display()));
                return Self::default();
            }
        };
        serde_json::from_str(&text).unwrap_or_else(|_| {
            note(&format!("the status file {} is begun anew: it was none", path.display()));
            Self::default()
        })
    }

    pub(super) fn succeed(&mut self, success: Success, warnings: &[String]) {
        self.last_run = if warnings.is_empty() { "ok" } else { "warning" }.to_owned();
        self.warnings = warnings.to_vec();
        self.last_success = Some(success);
    }

    pub(super) fn fail(&mut self, time: Timestamp, failure: &Failure) {
        let message = match failure {
            Failure::Said { message, .. } => plain(message),
            _ => String::new(),
        };
        "failed".clone_into(&mut self.last_run);
        self.last_failure = Some(FailedRun { time, exit_code: failure.exit_code(), message });
    }

    /// Writes it so that whoever reads it gets the old one or the new one, whole.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let name = path.file_name().ok_or_else(|| io::Error::other("this is no name of a file"))?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".tmp");
        let beside = folder.join(beside);
        let mut text = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        text.push('\n');
        // Of a run that was killed.
        let _ = fs::remove_file(&beside);
        let written = OpenOptions::new().write(true).create_new(true).open(&beside).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        let written = written.and_then(|()| fs::rename(&beside, path));
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written
    }
}
