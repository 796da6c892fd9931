//! What is in the folder: `manifest.json`, written anew beside and then renamed, so that it is whole
//! at any moment. It may be behind the files, never before them.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use bt_sra::{Clock as _, SystemClock};
use serde::{Deserialize, Serialize};

use crate::args::RecordingKind;
use crate::failure::{Exit, Failure, Result, plain};

const NAME: &str = "manifest.json";
const LOCK: &str = ".btapi-recordings.lock";

/// Longer than this it is never behind, as long as something happens.
const PERIOD: Duration = Duration::from_secs(1);

/// A file in the folder.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) sha256: String,
    pub(super) lsid: String,
    pub(super) kind: RecordingKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) instance: Option<u32>,
}

/// All that is there.
#[derive(Debug)]
pub(super) struct Manifest {
    folder: PathBuf,
    /// By the names of files, without their ends.
    entries: BTreeMap<String, Entry>,
    is_behind: bool,
    written: Duration,
    /// Held as long as this lives: nobody else works in the folder.
    _lock: File,
}

impl Manifest {
    /// Opens the folder, which is made if it is not there, and reads what is in it.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let shown = plain(&folder.display().to_string());
        let fail = |error: io::Error| Failure::io(format!("cannot use the folder {shown}"), &error);
        fs::create_dir_all(folder).map_err(fail)?;
        let lock = private().create(true).truncate(false).open(folder.join(LOCK)).map_err(fail)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::new(Exit::Other, format!("another btapi saves recordings in {shown}")));
            }
            Err(TryLockError::Error(error)) => return Err(fail(error)),
        }
        let path = folder.join(NAME);
        let entries: Vec<Entry> = match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map_err(|_| {
                let path = plain(&path.display().to_string());
                Failure::new(Exit::Other, format!("{path} is no list of recordings"))
                    .with_hint("move it away: it is made anew from the files that are there")
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(fail(error)),
        };
        let key = |entry: &Entry| {
            let name = entry.name.rsplit_once('.').map_or(entry.name.as_str(), |(stem, _)| stem);
            name.to_owned()
        };
        // Whoever writes into the list has no say where files are.
        let is_plain = |entry: &Entry| !entry.name.contains(['/', '\\']) && !entry.name.starts_with('.');
        let entries = entries.into_iter().filter(is_plain).map(|entry| (key(&entry), entry)).collect();
        Ok(Self {
            folder: folder.to_owned(),
            entries,
            is_behind: false,
            written: SystemClock.monotonic(),
            _lock: lock,
        })
    }

    /// Returns what is known of a file, by its name without the end.
    pub(super) fn get(&self, stem: &str) -> Option<&Entry> {
        self.entries.get(stem)
    }

    /// Adds a file, and writes all down now or soon.
    pub(super) fn put(&mut self, stem: String, entry: Entry) -> Result<()> {
        self.entries.insert(stem, entry);
        self.is_behind = true;
        if SystemClock.monotonic().saturating_sub(self.written) >= PERIOD { self.write() } else { Ok(()) }
    }

    /// Writes all down.
    pub(super) fn write(&mut self) -> Result<()> {
        if !self.is_behind {
            return Ok(());
        }
        let path = self.folder.join(NAME);
        let fail = |error: io::Error| {
            Failure::io(format!("cannot write {}", plain(&path.display().to_string())), &error)
        };
        let entries: Vec<&Entry> = self.entries.values().collect();
        let mut text = serde_json::to_vec_pretty(&entries)
            .map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        text.push(b'\n');
        let beside = self.folder.join(format!(".{NAME}.new"));
        let written = private().create(true).truncate(true).open(&beside).and_then(|mut file| {
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&beside, &path)
        });
        written.map_err(fail)?;
        self.is_behind = false;
        self.written = SystemClock.monotonic();
        Ok(())
    }
}

/// A file that only its owner can read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
