//! Files that are only added to, a line at a time, and keep what they were given.
//!
//! A line is on the disk before [`Log::append`] returns. What a kill or a crash left of a line is
//! taken away when the file is opened; nobody was told that it was kept. The file belongs to its
//! owner alone, and to one process at a time. When it is renamed, as tools that rotate logs do, a
//! new one takes its name with the next line.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use bt_sra_core::{Error, ErrorKind, Result};
use tokio::sync::{mpsc, oneshot};

/// How many lines may wait for the disk.
const WAITING: usize = 64;

/// How much is read at a time in search of the end of the last line.
const BLOCK: u64 = 64 * 1024;

/// How often a file that is replaced while it is opened is opened again.
const LOOKS: usize = 10;

/// A file that is added to by a thread of its own.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    lines: mpsc::Sender<Line>,
}

#[derive(Debug)]
struct Line {
    text: String,
    done: oneshot::Sender<io::Result<()>>,
}

impl Log {
    /// Opens a file, or makes it. Each of its lines begins with `beginning`, by which a file of
    /// something else is told.
    pub(super) fn open(path: &Path, beginning: &'static str) -> Result<Self> {
        Self::start(Appender::open(path, beginning)?)
    }

    /// Opens a file, or makes it, and replaces what it holds by the text that `renew` makes of it.
    /// From first to last it is this process that has the file.
    pub(super) fn open_anew<T>(
        path: &Path,
        beginning: &'static str,
        renew: impl FnOnce(&Path) -> Result<(T, String)>,
    ) -> Result<(Self, T)> {
        let mut appender = Appender::open(path, beginning)?;
        let (found, text) = renew(path)?;
        appender.replace(&text).map_err(|source| fail("the file cannot be written anew", path, source))?;
        Ok((Self::start(appender)?, found))
    }

    fn start(appender: Appender) -> Result<Self> {
        let path = appender.path.clone();
        let (lines, waiting) = mpsc::channel(WAITING);
        std::thread::Builder::new()
            .name("bt-sra-log".to_owned())
            .spawn(move || write(appender, waiting))
            .map_err(|source| fail("no thread for writing", &path, source))?;
        Ok(Self { path, lines })
    }

    /// Adds a line, which must have no line end, and waits for the disk. The line is written also
    /// when nobody waits any more.
    pub(super) async fn append(&self, text: String) -> Result<()> {
        let (done, outcome) = oneshot::channel();
        let failed = |source| fail("the line cannot be written", &self.path, source);
        let gone = || failed(io::Error::other("the writing thread has ended"));
        self.lines.send(Line { text, done }).await.map_err(|_| gone())?;
        outcome.await.map_err(|_| gone())?.map_err(failed)
    }
}

/// Returns the last `most` bytes of a file or less: whole lines.
pub(super) fn tail(path: &Path, most: u64) -> Result<String> {
    let read = || {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let start = length.saturating_sub(most);
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let text = if start == 0 { &text } else { text.split_once('\n').map_or("", |(_, rest)| rest) };
        Ok(text.rsplit_once('\n').map_or("", |(lines, _)| lines).to_owned())
    };
    match read() {
        Err(source) if io::Error::kind(&source) == io::ErrorKind::NotFound => Ok(String::new()),
        other => other.map_err(|source| fail("the file cannot be read", path, source)),
    }
}

/// Makes a name last; a system that cannot do so for folders has done what it can.
fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
}

/// Opens or makes a file that nobody but its owner can read.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn write(mut appender: Appender, mut waiting: mpsc::Receiver<Line>) {
    while let Some(first) = waiting.blocking_recv() {
        // Those that wait share one wait for the disk.
        let mut batch = vec![first];
        while batch.len() < WAITING
            && let Ok(next) = waiting.try_recv()
        {
            batch.push(next);
        }
        let text: String = batch.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
        let mut done = appender.append(text.as_bytes());
        for line in batch {
            if text.len() > line.text.len() + 1 && done.is_err() {
                // There may be room for some of them.
                let _ = line.done.send(appender.append(format!("{}\n", line.text).as_bytes()));
            } else {
                let copy = done.as_ref().map_or_else(|error| Err(copy(error)), |()| Ok(()));
                let _ = line.done.send(std::mem::replace(&mut done, copy));
            }
        }
    }
}

fn copy(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

fn fail(what: &str, path: &Path, source: io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("{what} ({})", path.display())).with_source(source)
}

#[derive(Debug)]
struct Appender {
    path: PathBuf,
    beginning: &'static str,
    file: File,
    /// How much is whole lines, if more than those is in the file.
    torn_at: Option<u64>,
}

impl Appender {
    fn open(path: &Path, beginning: &'static str) -> Result<Self> {
        let mut appender = Self::lock(path, beginning)?;
        let is_ours = appender.repair().map_err(|source| fail("the file cannot be mended", path, source))?;
        if !is_ours {
            let what = format!("{} holds something else; name another file", path.display());
            return Err(Error::new(ErrorKind::Config, what));
        }
        sync_folder(path);
        Ok(appender)
    }

    fn lock(path: &Path, beginning: &'static str) -> Result<Self> {
        for _ in 0..LOOKS {
            let appender = Self::lock_once(path, beginning)?;
            // Between opening and locking, another process may have put another file in its place.
            if is_still_there(&appender.file, path) {
                return Ok(appender);
            }
        }
        Err(Error::new(ErrorKind::Io, format!("somebody else keeps replacing {}", path.display())))
    }

    fn lock_once(path: &Path, beginning: &'static str) -> Result<Self> {
        let mut options = OpenOptions::new();
        let file = private(options.read(true).append(true).create(true))
            .open(path)
            .map_err(|source| fail("the file cannot be opened", path, source))?;
        if !file.metadata().is_ok_and(|meta| meta.is_file()) {
            return Err(Error::new(ErrorKind::Config, format!("{} is no file", path.display())));
        }
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let what = format!("another process writes to {}", path.display());
                return Err(Error::new(ErrorKind::Io, what));
            }
            Err(TryLockError::Error(source)) => return Err(fail("the file cannot be locked", path, source)),
        }
        Ok(Self { path: path.to_owned(), beginning, file, torn_at: None })
    }

    /// Puts a new file with this text in the place of the old one.
    fn replace(&mut self, text: &str) -> io::Result<()> {
        let mut part = self.path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        let mut file = private(options.read(true).append(true).create_new(true)).open(&part)?;
        // Before it has its name: at no time is there a file under it that is free.
        file.try_lock()?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&part, &self.path)?;
        sync_folder(&self.path);
        (self.file, self.torn_at) = (file, None);
        Ok(())
    }

    /// Takes away what is left of a line at the end. Returns false, and changes nothing, if the
    /// file is not one of ours.
    fn repair(&mut self) -> io::Result<bool> {
        let length = self.file.metadata()?.len();
        if !self.begins_a_line(0, length)? {
            return Ok(false);
        }
        let whole = self.end_of_lines(length)?;
        if whole == length {
            return Ok(true);
        }
        if !self.begins_a_line(whole, length)? {
            return Ok(false);
        }
        self.file.set_len(whole)?;
        self.file.sync_all()?;
        Ok(true)
    }

    /// Returns whether what stands at `place` is the beginning of one of our lines, or nothing at
    /// all; a crash of the system can leave zeros.
    fn begins_a_line(&mut self, place: u64, length: u64) -> io::Result<bool> {
        self.file.seek(SeekFrom::Start(place))?;
        let mut found = Vec::new();
        let wanted = self.beginning.as_bytes();
        (&self.file).take(length.saturating_sub(place).min(wanted.len() as u64)).read_to_end(&mut found)?;
        Ok(wanted.starts_with(&found) || found.iter().all(|byte| *byte == 0))
    }

    /// Returns the place behind the last line end.
    fn end_of_lines(&mut self, length: u64) -> io::Result<u64> {
        let mut end = length;
        while end > 0 {
            let start = end.saturating_sub(BLOCK);
            self.file.seek(SeekFrom::Start(start))?;
            let mut block = Vec::new();
            (&self.file).take(end - start).read_to_end(&mut block)?;
            if let Some(place) = block.iter().rposition(|byte| *byte == b'\n') {
                return Ok(start + place as u64 + 1);
            }
            end = start;
        }
        Ok(0)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.follow()?;
        if let Some(whole) = self.torn_at {
            self.file.set_len(whole)?;
            self.torn_at = None;
        }
        let whole = self.file.metadata()?.len();
        let done = self.file.write_all(bytes).and_then(|()| self.file.sync_data());
        if done.is_err() {
            // Half a line must not be in the way of the next one.
            self.torn_at = Some(whole);
            if self.file.set_len(whole).is_ok() {
                self.torn_at = None;
            }
        }
        done
    }

    /// Begins a new file if the old one has lost its name.
    fn follow(&mut self) -> io::Result<()> {
        if is_still_there(&self.file, &self.path) {
            return Ok(());
        }
        let next = Self::open(&self.path, self.beginning).map_err(io::Error::other)?;
        *self = next;
        Ok(())
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let same = |one: &fs::Metadata, two: &fs::Metadata| one.ino() == two.ino() && one.dev() == two.dev();
    matches!((file.metadata(), fs::metadata(path)), (Ok(one), Ok(two)) if same(&one, &two))
}

#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    fs::metadata(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGINNING: &str = "{\"event\":";

    #[track_caller]
    fn check(before: &[u8], expected: Result<&str, ErrorKind>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        fs::write(&path, before).unwrap();
        let opened = Appender::open(&path, BEGINNING).map(drop).map_err(|error| error.kind());
        let after = fs::read(&path).unwrap();
        match expected {
            Ok(text) => {
                opened.unwrap();
                assert_eq!(String::from_utf8(after).unwrap(), text);
            }
            Err(kind) => {
                assert_eq!(opened.unwrap_err(), kind);
                assert_eq!(after, before, "it was changed");
            }
        }
    }

    #[test]
    fn half_a_line_is_taken_away_and_nothing_else() {
        check(b"", Ok(""));
        check(b"{\"event\":1}\n", Ok("{\"event\":1}\n"));
        check(b"{\"event\":1}\n{\"event\":2}", Ok("{\"event\":1}\n"));
        check(b"{\"event\":1}\n{\"ev", Ok("{\"event\":1}\n"));
        check(b"{\"event\":1}\n\0\0\0\0\0\0\0\0\0\0\0\0\0", Ok("{\"event\":1}\n"));
        check(b"{\"eve", Ok(""));
        let long = format!("{{\"event\":\"{}", "x".repeat(200_000));
        check(format!("{{\"event\":1}}\n{long}").as_bytes(), Ok("{\"event\":1}\n"));
        check(b"Dear diary,\nnothing", Err(ErrorKind::Config));
        check(b"Dear", Err(ErrorKind::Config));
        check(b"{\"event\":1}\nDear diary", Err(ErrorKind::Config));
    }

    #[tokio::test]
    async fn a_file_belongs_to_one_process_and_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let log = Log::open(&path, BEGINNING).unwrap();
        let error = Log::open(&path, BEGINNING).unwrap_err();
        assert!(error.to_string().contains("another process writes to"), "{error}");
        log.append("{\"event\":1}".to_owned()).await.unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "{\"event\":1}\n");
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(Log::open(folder.path(), BEGINNING).unwrap_err().kind(), ErrorKind::Io);
    }

    #[test]
    fn a_file_that_is_written_anew_has_one_owner_at_a_time() {
        use std::sync::atomic::{AtomicUsize, Ordering};

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let (owners, opened) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..100 {
                        let line = || Ok(((), "{\"event\":1}\n".to_owned()));
                        let Ok((log, ())) = Log::open_anew(&path, BEGINNING, |_| line()) else { continue };
                        assert_eq!(owners.fetch_add(1, Ordering::SeqCst), 0);
                        opened.fetch_add(1, Ordering::SeqCst);
                        std::thread::yield_now();
                        owners.fetch_sub(1, Ordering::SeqCst);
                        drop(log);
                    }
                });
            }
        });
        assert!(opened.into_inner() > 0);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_file_that_is_renamed_is_followed_by_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let (path, old) = (folder.path().join("log"), folder.path().join("log.1"));
        let log = Log::open(&path, BEGINNING).unwrap();
        log.append("{\"event\":1}".to_owned()).await.unwrap();
        fs::rename(&path, &old).unwrap();
        log.append("{\"event\":2}".to_owned()).await.unwrap();
        fs::remove_file(&path).unwrap();
        log.append("{\"event\":3}".to_owned()).await.unwrap();
        assert_eq!(fs::read_to_string(&old).unwrap(), "{\"event\":1}\n");
        assert_eq!(fs::read_to_string(&path).unwrap(), "{\"event\":3}\n");
    }

    #[test]
    fn the_tail_of_a_file_is_whole_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        assert_eq!(tail(&path, 10).unwrap(), "");
        fs::write(&path, "one\ntwo\nthree\nfou").unwrap();
        assert_eq!(tail(&path, 100).unwrap(), "one\ntwo\nthree");
        assert_eq!(tail(&path, 10).unwrap(), "three");
        assert_eq!(tail(&path, 3).unwrap(), "");
    }
}
