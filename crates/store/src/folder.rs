//! The private folder.

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use bt_sra_core::{Error, ErrorKind, Result};

/// How much of a file is read: ours are far smaller.
const FILE_LIMIT: u64 = 1024 * 1024;

/// A folder that nobody but its owner can enter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder if it is not there (its parent must be), and makes sure that it is
    /// private.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it belongs to somebody else, is a link, or others may enter it.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self> {
        let path = path.into();
        match make(&path) {
            Err(source) if source.kind() != io::ErrorKind::AlreadyExists => {
                return Err(error("the folder for tokens cannot be made", &path, source));
            }
            _ => {}
        }
        let folder = Self(path);
        folder.check()?;
        Ok(folder)
    }

    /// Finds a private place by the rules of the system: `bt-sra` in `$XDG_RUNTIME_DIR`, else in
    /// `$XDG_CACHE_HOME`, else in `$HOME/.cache`. `variable` looks up the environment.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] where there is none; callers then keep tokens in memory and say so.
    pub fn find(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let set = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let parents =
            [set("XDG_RUNTIME_DIR"), set("XDG_CACHE_HOME"), set("HOME").map(|home| home.join(".cache"))];
        let mut problem = Error::new(
            ErrorKind::Store,
            "no private folder for tokens: none of XDG_RUNTIME_DIR, XDG_CACHE_HOME and HOME is set",
        );
        for parent in parents.into_iter().flatten() {
            // `~/.cache` may be missing in a new home; that alone is ours to make.
            if parent.ends_with(".cache") {
                let _ = make(&parent);
            }
            match Self::open(parent.join("bt-sra")) {
                Ok(folder) => return Ok(folder),
                Err(error) => problem = error,
            }
        }
        Err(problem)
    }

    /// Returns its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Reads a whole file; one that is not there is empty.
    pub(crate) fn read(&self, name: &str) -> Result<String> {
        let path = self.0.join(name);
        let read = || {
            let mut text = String::new();
            File::open(&path)?.take(FILE_LIMIT).read_to_string(&mut text)?;
            Ok(text)
        };
        match read() {
            Err(source) if io::Error::kind(&source) == io::ErrorKind::NotFound => Ok(String::new()),
            // Half a file of something else: as good as none, and replaced soon.
            Err(source) if source.kind() == io::ErrorKind::InvalidData => Ok(String::new()),
            other => other.map_err(|source| error("a file of the token store cannot be read", &path, source)),
        }
    }

    /// Replaces a whole file. Only whoever holds its lock may.
    pub(crate) fn replace(&self, name: &str, text: &str) -> Result<()> {
        let path = self.0.join(name);
        let part = self.0.join(format!("{name}.part"));
        let write = || {
            // What a killed process left behind is taken over: we hold the lock.
            match fs::remove_file(&part) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => return Err(source),
                _ => {}
            }
            let mut file = private(OpenOptions::new().write(true).create_new(true)).open(&part)?;
            file.write_all(text.as_bytes())?;
            fs::rename(&part, &path)
        };
        write().map_err(|source| error("a file of the token store cannot be written", &path, source))
    }

    /// Opens a lock file, made if it is not there.
    pub(crate) fn lock_file(&self, name: &str) -> Result<File> {
        let path = self.0.join(name);
        private(OpenOptions::new().write(true).create(true).truncate(false))
            .open(&path)
            .map_err(|source| error("a lock of the token store cannot be opened", &path, source))
    }

    #[cfg(unix)]
    fn check(&self) -> Result<()> {
        use std::os::unix::fs::MetadataExt;

        let refuse = |why: &str| Err(Error::new(ErrorKind::Store, format!("{}: {why}", self.0.display())));
        let meta = fs::symlink_metadata(&self.0)
            .map_err(|source| error("the folder for tokens cannot be looked at", &self.0, source))?;
        if !meta.is_dir() {
            return refuse("not a folder");
        }
        if meta.mode() & 0o077 != 0 {
            return refuse("others may enter the folder for tokens; take their rights away (chmod 700)");
        }
        // A file made just now tells who we are, and whether there is room: the standard library
        // has no other way to ask.
        let probe = self.0.join(format!(".probe-{:016x}", RandomState::new().hash_one(0u8)));
        let owner = private(OpenOptions::new().write(true).create_new(true))
            .open(&probe)
            .and_then(|mut file| file.write_all(b"room").and_then(|()| file.metadata()));
        let removed = fs::remove_file(&probe);
        let owner = owner
            .and_then(|owner| removed.map(|()| owner))
            .map_err(|source| error("the folder for tokens cannot be written to", &self.0, source))?;
        if owner.uid() != meta.uid() {
            return refuse("the folder for tokens belongs to another user");
        }
        Ok(())
    }

    #[cfg(not(unix))]
    fn check(&self) -> Result<()> {
        // The profile of a user is private by inheritance.
        Ok(())
    }
}

fn make(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn error(what: &str, path: &Path, source: io::Error) -> Error {
    Error::new(ErrorKind::Store, format!("{what} ({})", path.display())).with_source(source)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn folder_and_files_are_private() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        folder.replace("a", "text").unwrap();
        assert_eq!(folder.read("a").unwrap(), "text");
        assert_eq!(folder.read("b").unwrap(), "");
        assert_eq!((mode(folder.path()), mode(&folder.path().join("a"))), (0o700, 0o600));
    }

    #[test]
    fn a_folder_open_to_others_or_a_link_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("bt-sra");
        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, PermissionsExt::from_mode(0o750)).unwrap();
        let error = Folder::open(&path).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Store);
        assert!(error.to_string().contains("chmod 700"), "{error}");
        let link = home.path().join("link");
        std::os::unix::fs::symlink(home.path(), &link).unwrap();
        assert!(Folder::open(&link).unwrap_err().to_string().contains("not a folder"));
    }

    #[test]
    fn the_first_usable_place_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let text = home.path().to_str().unwrap().to_owned();
        let folder = Folder::find(|name| (name == "HOME").then(|| text.clone())).unwrap();
        assert_eq!(folder.path(), home.path().join(".cache/bt-sra"));
        let folder = Folder::find(|name| match name {
            "XDG_RUNTIME_DIR" => Some(text.clone()),
            _ => Some("/nonexistent".to_owned()),
        });
        assert_eq!(folder.unwrap().path(), home.path().join("bt-sra"));
        assert_eq!(Folder::find(|_| None).unwrap_err().kind(), ErrorKind::Store);
        assert!(Folder::find(|_| Some("relative".to_owned())).is_err());
    }
}
