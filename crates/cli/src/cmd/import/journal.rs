//! What an import has done, so that it can go on when it was stopped in whatever way.
//!
//! One JSON object a line, only ever added to. Before things are created their lines are written
//! down and synced to the disk, many at a time; what came of them follows. A line that was written
//! down but of which nothing is known is looked up at the appliance before it is sent again.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use bt_sra::{Clock as _, SystemClock};
use serde_json::{Value, json};

use crate::args::{Match, OnExisting};
use crate::failure::{Failure, Result};

/// The form of the journal.
const VERSION: u64 = 1;

/// How every journal begins.
const BEGINNING: &str = "{\"journal\":\"btapi import ";

/// What an import is of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Header {
    /// The digest of the file.
    pub(super) input: String,
    /// The site.
    pub(super) site: String,
    /// What the rows are that do not say it.
    pub(super) kind: Option<&'static str>,
    pub(super) key: Match,
    pub(super) on_existing: OnExisting,
}

/// What came of a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Done {
    /// It was created, updated, left as it was, or skipped; with its id, where that is known.
    Well(&'static str, Option<i64>),
    /// It was refused, for this reason.
    Refused(String),
}

/// The journal, locked.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// How much of the file is whole lines.
    whole: u64,
    is_new: bool,
    done: BTreeMap<u64, Done>,
    /// The lines that were announced, with the time.
    sent: HashMap<u64, i64>,
}

impl Journal {
    /// Opens the journal of a file, or begins one.
    ///
    /// # Errors
    /// When somebody else imports the file, or when the journal is about another import.
    pub(super) fn open(input: &Path, header: &Header, restart: bool) -> Result<Self> {
        let mut name = input.file_name().unwrap_or_default().to_owned();
        name.push(".journal");
        let path = input.with_file_name(name);
        let file = lock(&path)?;
        let mut journal =
            Self { path, file, whole: 0, is_new: false, done: BTreeMap::new(), sent: HashMap::new() };
        journal.read(header, restart)?;
        Ok(journal)
    }

    /// Returns whether there was none before.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Returns whether nothing was sent yet.
    pub(super) fn is_empty(&self) -> bool {
        self.done.is_empty() && self.sent.is_empty()
    }

    /// Returns what came of the rows.
    pub(super) fn done(&self) -> &BTreeMap<u64, Done> {
        &self.done
    }

    /// Returns the lines that may have been created, with the time in milliseconds at which they
    /// were announced.
    pub(super) fn unsure(&self) -> HashMap<u64, i64> {
        self.sent
            .iter()
            .filter(|(line, _)| !self.done.contains_key(line))
            .map(|(line, at)| (*line, *at))
            .collect()
    }

    /// Writes down that these lines are about to be created, and waits for the disk.
    pub(super) fn announce(&mut self, lines: &[u64]) -> Result<()> {
        let at = SystemClock.now().as_millisecond();
        self.sent.extend(lines.iter().map(|line| (*line, at)));
        self.write(&json!({ "sent": lines, "at": at }))?;
        self.file.sync_data().map_err(|error| self.fail(&error))
    }

    /// Writes down what came of a line.
    pub(super) fn record(&mut self, line: u64, done: Done) -> Result<()> {
        let entry = match &done {
            Done::Well(what, id) => json!({ "line": line, "done": what, "id": id }),
            Done::Refused(why) => json!({ "line": line, "refused": why }),
        };
        self.done.insert(line, done);
        self.write(&entry)
    }

    /// Removes the journal: there is nothing to go on with.
    pub(super) fn finish(self) -> Result<()> {
        fs::remove_file(&self.path).map_err(|error| self.fail(&error))
    }

    /// Returns where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn read(&mut self, header: &Header, restart: bool) -> Result<()> {
        let mut bytes = Vec::new();
        self.file.read_to_end(&mut bytes).map_err(|error| self.fail(&error))?;
        if !bytes.is_empty() && !bytes.starts_with(BEGINNING.as_bytes()) {
            let what = format!("{}: is no journal of an import", self.path.display());
            return Err(Failure::usage(what).with_hint("an import needs this name; move the file away"));
        }
        // What follows the last line end was being written when everything stopped.
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let mut lines = bytes.get(..whole).unwrap_or_default().split_inclusive(|byte| *byte == b'\n');
        let first = lines.next();
        let mut rest = lines.enumerate().peekable();
        // One that holds nothing is as good as none, whatever it was about.
        let Some(first) = first.filter(|_| !restart && rest.peek().is_some()) else {
            return self.begin(header).map_err(|error| self.fail(&error));
        };
        self.check(first, header)?;
        for (place, line) in rest {
            self.entry(line).ok_or_else(|| self.damaged(place + 2))?;
        }
        self.whole = u64::try_from(whole).unwrap_or(u64::MAX);
        self.rewind().map_err(|error| self.fail(&error))
    }

    fn begin(&mut self, header: &Header) -> io::Result<()> {
        self.is_new = true;
        self.whole = 0;
        self.rewind()?;
        self.append(&header.to_json())?;
        self.file.sync_all()
    }

    fn check(&self, line: &[u8], header: &Header) -> Result<()> {
        let found: Value = serde_json::from_slice(line).map_err(|_| self.damaged(1))?;
        let wanted = header.to_json();
        let difference = [
            ("journal", "is of another version of this program"),
            ("input", "is about the file as it was before it was changed"),
            ("site", "is about another appliance"),
            ("type", "was begun with another --type"),
            ("match", "was begun with another --match"),
            ("on_existing", "was begun with another --on-existing"),
        ]
        .into_iter()
        .find(|(name, _)| found.get(name) != wanted.get(name));
        let Some((name, what)) = difference else { return Ok(()) };
        let was = found.get(name).and_then(Value::as_str).filter(|_| !matches!(name, "input" | "journal"));
        let was = was.map_or_else(String::new, |was| format!(" ({})", crate::failure::plain(was)));
        Err(Failure::usage(format!("{}: an import was stopped, and its journal {what}{was}", self.path.display()))
            .with_hint("finish that one with its own command, or give it up with --restart; what it has created stays, and is found by --match"))
    }

    fn entry(&mut self, line: &[u8]) -> Option<()> {
        let entry: Value = serde_json::from_slice(line).ok()?;
        if let Some(sent) = entry.get("sent") {
            let at = entry.get("at")?.as_i64()?;
            for line in sent.as_array()? {
                self.sent.insert(line.as_u64()?, at);
            }
            return Some(());
        }
        let line = entry.get("line")?.as_u64()?;
        let done = match entry.get("refused") {
            Some(why) => Done::Refused(why.as_str()?.to_owned()),
            None => {
                let what = entry.get("done")?.as_str()?;
                let what = super::DONE.into_iter().find(|known| *known == what)?;
                Done::Well(what, entry.get("id").and_then(Value::as_i64))
            }
        };
        self.done.insert(line, done);
        Some(())
    }

    fn write(&mut self, entry: &Value) -> Result<()> {
        self.append(entry).map_err(|error| self.fail(&error))
    }

    fn append(&mut self, entry: &Value) -> io::Result<()> {
        let line = format!("{entry}\n");
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            // Answers may still be under way, and the disk have room for them: half a line in
            // between would make the journal unreadable.
            let _ = self.rewind();
            return Err(error);
        }
        self.whole = self.whole.saturating_add(line.len() as u64);
        Ok(())
    }

    /// Forgets what follows the last whole line.
    fn rewind(&mut self) -> io::Result<()> {
        self.file.set_len(self.whole)?;
        self.file.seek(SeekFrom::Start(self.whole)).map(drop)
    }

    fn fail(&self, error: &io::Error) -> Failure {
        Failure::io(format!("cannot write the journal {}", self.path.display()), error)
    }

    fn damaged(&self, line: usize) -> Failure {
        Failure::invalid(format!("{}: line {line} of the journal is damaged", self.path.display()))
            .with_hint("begin anew with --restart; what was created before is found by --match")
    }
}

impl Header {
    fn to_json(&self) -> Value {
        json!({
            "journal": format!("btapi import {VERSION}"),
            "input": self.input,
            "site": self.site,
            "type": self.kind,
            "match": self.key.as_str(),
            "on_existing": self.on_existing.as_str(),
        })
    }
}

/// Opens and locks a file. It may be removed by its holder in between: then all begins anew.
fn lock(path: &Path) -> Result<File> {
    let fail = |error: &io::Error| {
        Failure::io(format!("cannot open the journal {}, nothing was sent", path.display()), error)
            .with_hint("it stands beside the file; copy that to a folder in which you may write")
    };
    for _ in 0..10 {
        let file = private(OpenOptions::new().read(true).write(true).create(true).truncate(false))
            .open(path)
            .map_err(|error| fail(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::new(
                    crate::failure::Exit::Other,
                    format!("{}: another import of this file is under way", path.display()),
                ));
            }
            Err(TryLockError::Error(error)) => return Err(fail(&error)),
        }
        if is_still_there(&file, path) {
            return Ok(file);
        }
    }
    Err(fail(&io::Error::other("it is removed again and again")))
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let same = |one: &fs::Metadata, two: &fs::Metadata| one.ino() == two.ino() && one.dev() == two.dev();
    matches!((file.metadata(), fs::symlink_metadata(path)), (Ok(one), Ok(two)) if same(&one, &two))
}

#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;

    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
