//! The file in which a simulated appliance goes on from one run to the next.
//!
//! It holds secrets: it is readable for its owner only, and replaced as a whole or not at all.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use bt_sra_simulator::Control;
use serde_json::Value;
use tempfile::NamedTempFile;

use crate::failure::{Failure, Result};

/// A state file in use.
pub(super) struct StateFile {
    path: PathBuf,
    /// Keeps others from using the file meanwhile. A file that is replaced is another one: the
    /// lock ends where what it guards does.
    lock: File,
}

impl StateFile {
    /// Loads the file into the appliance, or begins it with the appliance's state if there is none.
    pub(super) fn open(path: &Path, control: &Control) -> Result<Self> {
        if path.metadata().is_ok_and(|found| !found.is_file()) {
            return Err(Failure::usage(format!("cannot use {} as a state: it is no file", path.display())));
        }
        let lock = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                write(path, control)?;
                let file = File::open(path).map_err(|error| cannot("read", path, &error))?;
                let own = Self { path: path.to_owned(), lock: file };
                own.claim()?;
                return Ok(own);
            }
            Err(error) => return Err(cannot("read", path, &error)),
        };
        // The file itself is replaced, not a link to it.
        let path = path.canonicalize().map_err(|error| cannot("read", path, &error))?;
        let mut own = Self { path, lock };
        own.claim()?;
        own.load(control)?;
        // What cannot be written in the end should be known now.
        write(&own.path, control)?;
        Ok(own)
    }

    /// Whether there is such a file already.
    pub(super) fn exists(path: &Path) -> bool {
        path.exists()
    }

    /// Replaces the file with the state of the appliance.
    pub(super) fn save(&self, control: &Control) -> Result<()> {
        write(&self.path, control)
    }

    fn claim(&self) -> Result<()> {
        match self.lock.try_lock() {
            Ok(()) => Ok(()),
            Err(TryLockError::WouldBlock) => {
                let text = format!("{} is in use by another simulator", self.path.display());
                Err(Failure::usage(text).with_hint("wait for it to end, or use another file"))
            }
            Err(TryLockError::Error(error)) => Err(cannot("lock", &self.path, &error)),
        }
    }

    fn load(&mut self, control: &Control) -> Result<()> {
        let mut text = Vec::new();
        self.lock.read_to_end(&mut text).map_err(|error| cannot("read", &self.path, &error))?;
        let broken = |what: String| {
            Failure::invalid(format!("cannot load {}: {what}", self.path.display()))
                .with_hint("the file was left as it is; move it away to begin anew")
        };
        let document: Value = serde_json::from_slice(&text).map_err(|error| {
            broken(format!("it is no JSON from line {}, column {} on", error.line(), error.column()))
        })?;
        control.load(&document).map_err(|error| broken(error.to_string()))
    }
}

fn write(path: &Path, control: &Control) -> Result<()> {
    let failed = |error: &io::Error| cannot("write", path, error);
    let document = control.save().map_err(|error| failed(&error))?;
    // A path without a folder is in this one.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    let done = writeln!(beside, "{document}").and_then(|()| beside.as_file().sync_all());
    done.map_err(|error| failed(&error))?;
    beside.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::io(format!("cannot {what} {}", path.display()), error)
}
