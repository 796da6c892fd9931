//! The folder of the backups of a site, and the hidden folder in it where they are made.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use bt_sra::Site;

use super::files::Name;
use super::{BUSY, disk, sidecar};
use crate::failure::{Failure, Result};

/// The folder of the backups of a site.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    stem: String,
}

/// The same, with all other runs kept out.
#[derive(Debug)]
pub(super) struct Locked<'a> {
    folder: &'a Folder,
    work: PathBuf,
    _lock: File,
}

/// A backup in the folder.
#[derive(Debug)]
pub(super) struct Backup {
    pub(super) name: Name,
    pub(super) size: u64,
}

/// The name of the file in the hidden folder that is locked.
const LOCK: &str = "lock";

impl Folder {
    pub(super) fn open(path: &Path, site: &Site) -> Result<Self> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(Failure::usage(format!("--dir: {} is no folder", path.display()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Failure::usage(format!("--dir: there is no folder {}", path.display()))
                    .with_hint("make it, for nobody but the user that runs this: mkdir -m 700"));
            }
            Err(error) => return Err(disk(&format!("--dir: {}", path.display()), &error)),
        }
        Ok(Self { path: path.to_owned(), stem: bt_sra::backup::stem(site) })
    }

    /// Where the status is, unless something else is said.
    pub(super) fn status(&self) -> PathBuf {
        self.path.join(format!("{}.status.json", self.stem))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the lock if it is free.
    pub(super) fn lock(&self) -> Result<Locked<'_>> {
        let work = self.path.join(format!(".{}.backup", self.stem));
        let fail = |error: &io::Error| disk(&format!("cannot work in {}", self.path.display()), error);
        let mut builder = DirBuilder::new();
        builder.recursive(false);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&work) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            other => other.map_err(|error| fail(&error))?,
        }
        // A link of somebody else would lead elsewhere.
        if !fs::symlink_metadata(&work).map_err(|error| fail(&error))?.is_dir() {
            return Err(disk(&work.display().to_string(), &io::Error::other("is no folder")));
        }
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(work.join(LOCK)).map_err(|error| fail(&error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Locked { folder: self, work, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Failure::coded(
                BUSY,
                format!("another backup of {} to {} is going on", self.stem, self.path.display()),
            )),
            Err(TryLockError::Error(error)) => Err(disk("the folder cannot be locked", &error)),
        }
    }

    /// Returns the backups of the site, in no order. What has another name, or is no file, is
    /// somebody else's.
    pub(super) fn backups(&self) -> Result<Vec<Backup>> {
        let mut backups = Vec::new();
        for (name, entry) in self.entries()? {
            let Some(name) = Name::read(&self.stem, &name) else { continue };
            // Not followed, if it is a link.
            match entry.metadata() {
                Ok(metadata) if metadata.is_file() => backups.push(Backup { name, size: metadata.len() }),
                _ => {}
            }
        }
        Ok(backups)
    }

    fn entries(&self) -> Result<Vec<(String, fs::DirEntry)>> {
        let fail = |error: io::Error| disk(&format!("cannot read {}", self.path.display()), &error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            if let Ok(name) = entry.file_name().into_string() {
                entries.push((name, entry));
            }
        }
        Ok(entries)
    }
}

impl Locked<'_> {
    /// Where backups are made.
    pub(super) fn work(&self) -> &Path {
        &self.work
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path.join(name)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder.path
    }

    pub(super) fn backups(&self) -> Result<Vec<Backup>> {
        self.folder.backups()
    }

    /// Removes what runs that were killed have left behind.
    pub(super) fn clear(&self) -> Result<()> {
        let fail = |error: io::Error| disk(&format!("cannot clear {}", self.work.display()), &error);
        for entry in fs::read_dir(&self.work).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            if entry.file_name() != LOCK {
                fs::remove_file(entry.path()).map_err(fail)?;
            }
        }
        // A checksum appears before its backup, and goes after it.
        for (name, entry) in self.folder.entries()? {
            let backup = name.strip_suffix(".sha256").and_then(|name| Name::read(&self.folder.stem, name));
            if backup.is_some_and(|backup| is_gone(&self.path(&backup.text))) {
                fs::remove_file(entry.path()).map_err(fail)?;
            }
        }
        Ok(())
    }

    /// Returns the name of the next backup, from `STEM-TIME.nsb`.
    pub(super) fn next_name(&self, dated: &str) -> Result<Name> {
        let entries = self.folder.entries()?;
        let numbers = entries.iter().filter_map(|(name, _)| {
            let name = name.strip_suffix(".sha256").unwrap_or(name);
            Name::read(&self.folder.stem, name).map(|name| name.number)
        });
        let last = numbers.max().unwrap_or(0);
        Name::after(last, &self.folder.stem, dated).ok_or_else(|| {
            disk(
                "no name is left for another backup",
                &io::Error::other("the last one has the highest number"),
            )
        })
    }

    /// Gives what was made its name, and a checksum beside it.
    pub(super) fn publish(&self, name: &Name, sha256: &str) -> Result<()> {
        let (made, shown) = (self.work.join(&name.text), self.path(&name.text));
        let (line, beside) = (self.work.join(name.sidecar()), self.path(&name.sidecar()));
        let fail = |error: io::Error| disk(&format!("cannot write {}", shown.display()), &error);
        write(&line, &sidecar::text(&name.text, sha256)).map_err(fail)?;
        link(&line, &beside).map_err(fail)?;
        if let Err(error) = link(&made, &shown) {
            let _ = fs::remove_file(&beside);
            return Err(fail(error));
        }
        sync(&self.folder.path);
        for left in [made, line] {
            let _ = fs::remove_file(left);
        }
        Ok(())
    }

    /// Deletes a backup, and then its checksum.
    pub(super) fn delete(&self, name: &Name) -> io::Result<()> {
        fs::remove_file(self.path(&name.text))?;
        match fs::remove_file(self.path(&name.sidecar())) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Whether there is certainly nothing of that name; a disk that cannot tell does not say so.
fn is_gone(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Writes a new file, readable by its owner only, to the disk.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Gives a file a second name, which must be free.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) =>
        {
            // A file system without hard links. The empty file takes the name first.
            OpenOptions::new().write(true).create_new(true).open(to)?;
            fs::rename(from, to).inspect_err(|_| drop(fs::remove_file(to)))
        }
        other => other,
    }
}

/// Makes new names last; a system that cannot do so for folders has done what it can.
pub(super) fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_looked_at_is_not_gone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(!is_gone(&file));
        assert!(is_gone(&folder.path().join("other")));
        // There is no looking into a file, and none at a name that is too long.
        assert!(!is_gone(&file.join("x")));
        assert!(!is_gone(&folder.path().join("x".repeat(5000))));
    }
}
