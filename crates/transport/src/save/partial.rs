//! The hidden file of a download that may go on later, and the thread that writes it.
//!
//! Its name follows from what is asked for, and beside it lies a note of what it is a part of. Both
//! names can be known beforehand, and what lies there is trusted only if nobody else can have laid it
//! there. Who has the lock of the file may write. The file only grows, so that after a crash its length says how
//! much of it is there on every file system that writes data before it writes lengths.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use bt_sra_core::{Error, ErrorKind, Result};
use bytes::Bytes;
use ring::digest;
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, oneshot};

use super::{Batch, Saved, Target, WAITING, hex, identity, io_error, length, plain_name, private, publish};

/// How much of the end of what is here is compared, whatever else says that the file is still the same.
pub(super) const OVERLAP: usize = 64 * 1024;

/// How much of the beginning of a file is told.
const HEAD: usize = 512;

/// How much is read at a time to go over what is there.
const BLOCK: usize = 256 * 1024;

/// No note is longer.
const NOTE: u64 = 16 * 1024;

/// What a part is a part of.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Note {
    /// What was asked for, as a hash.
    pub(super) what: String,
    /// The name that the file is to have, as the answer has it.
    pub(super) name: String,
    /// How long it will be.
    pub(super) total: Option<u64>,
    /// The validators of the answer.
    pub(super) etag: Option<String>,
    pub(super) modified: Option<String>,
}

/// What is there already.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) len: u64,
    /// None if the part is of no use.
    pub(super) note: Option<Note>,
    /// Its last bytes, [`OVERLAP`] of them if there are as many.
    pub(super) tail: Bytes,
}

/// What is wanted: where, and what for.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    /// What is asked for, as a hash.
    pub(super) what: String,
    /// The name that the caller has chosen.
    pub(super) chosen: Option<String>,
}

/// What the thread is told.
enum Order {
    /// What is there is of no use; what comes now is the beginning of this.
    Begin(Note),
    Data(Batch),
    /// All has come, and it is called so.
    End(String),
    /// What is there is of no use, and nothing comes.
    Discard,
}

/// The thread that has the file. Dropped, it keeps what has come for the next time.
pub(super) struct Disk {
    orders: mpsc::Sender<Order>,
    outcome: oneshot::Receiver<Result<Option<Done>>>,
}

/// A file that has its name.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) saved: Saved,
    pub(super) head: Bytes,
}

impl Disk {
    /// Opens the file; none if somebody else is at it.
    pub(super) async fn open(place: Place) -> Result<Option<(Self, Found)>> {
        let (orders, incoming) = mpsc::channel(WAITING);
        let (opened, found) = oneshot::channel();
        let (report, outcome) = oneshot::channel();
        std::thread::Builder::new()
            .name("bt-sra-save".to_owned())
            .spawn(move || drop(report.send(work(&place, opened, incoming))))
            .map_err(|source| io_error("no thread for writing", source))?;
        let disk = Self { orders, outcome };
        match found.await {
            Ok(found) => Ok(found.map(|found| (disk, found))),
            Err(_) => disk.outcome().await.map(|_| None),
        }
    }

    /// Throws away what is there and begins with this.
    pub(super) async fn begin(&self, note: Note) {
        // A closed channel means that the writer has failed; its report says why.
        let _ = self.orders.send(Order::Begin(note)).await;
    }

    /// Writes; false if it cannot be written.
    pub(super) async fn write(&self, batch: Batch) -> bool {
        batch.len == 0 || self.orders.send(Order::Data(batch)).await.is_ok()
    }

    /// Gives the file its name.
    pub(super) async fn end(self, name: String) -> Result<Done> {
        let _ = self.orders.send(Order::End(name)).await;
        self.outcome().await?.ok_or_else(|| Error::new(ErrorKind::Io, "the writing thread ended early"))
    }

    /// Throws away what is there.
    pub(super) async fn discard(self) {
        let _ = self.orders.send(Order::Discard).await;
        let _ = self.outcome().await;
    }

    /// Lets go of the file and keeps what has come. An error is that of the disk.
    pub(super) async fn keep(self) -> Result<()> {
        self.outcome().await.map(drop)
    }

    async fn outcome(self) -> Result<Option<Done>> {
        drop(self.orders);
        let ended = self.outcome.await;
        ended.unwrap_or_else(|_| Err(Error::new(ErrorKind::Io, "the writing thread ended early")))
    }
}

/// What the thread does.
fn work(
    place: &Place,
    opened: oneshot::Sender<Option<Found>>,
    mut incoming: mpsc::Receiver<Order>,
) -> Result<Option<Done>> {
    let Some(mut part) = Part::open(place)? else {
        let _ = opened.send(None);
        return Ok(None);
    };
    let found = part.look(&opened).map_err(|source| io_error("the part of the file cannot be read", source));
    let Some(found) = found? else { return Ok(None) };
    if opened.send(Some(found)).is_err() {
        return Ok(None);
    }
    while let Some(order) = incoming.blocking_recv() {
        match order {
            Order::Begin(note) => {
                part.begin(&note).map_err(|source| io_error("no file can be made", source))?;
            }
            Order::Data(batch) => {
                part.write(&batch).map_err(|source| io_error("the file cannot be written", source))?;
            }
            Order::End(name) => return part.end(place, name).map(Some),
            Order::Discard => {
                part.discard();
                break;
            }
        }
    }
    Ok(None)
}

/// The hidden file.
struct Part {
    file: File,
    path: PathBuf,
    note: PathBuf,
    what: String,
    /// What lies beside it.
    noted: Option<Note>,
    hash: digest::Context,
    head: Vec<u8>,
    len: u64,
}

impl Part {
    /// Opens and locks it; none if somebody else has it.
    fn open(place: &Place) -> Result<Option<Self>> {
        if let Some(name) = &place.chosen
            && let Ok(taken) = fs::symlink_metadata(place.folder.join(name))
            && !is_part(&taken, &part_path(place, "part"))
        {
            // Better now than after hours.
            let source = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(io_error("there is a file of that name already", source));
        }
        let path = part_path(place, "part");
        let opened = open(&path).map_err(|source| io_error("no file can be made", source))?;
        let Some(file) = opened else { return Ok(None) };
        if !lock(&file).map_err(|source| io_error("the file cannot be locked", source))? {
            return Ok(None);
        }
        // Whoever had the lock before may have given the file its name, and taken this one away.
        if !is_still(&file, &path) {
            return Ok(None);
        }
        Ok(Some(Self {
            file,
            path,
            note: part_path(place, "json"),
            what: place.what.clone(),
            noted: None,
            hash: digest::Context::new(&digest::SHA256),
            head: Vec::new(),
            len: 0,
        }))
    }

    /// Goes over what is there; none if nobody waits for it any more.
    fn look(&mut self, waits: &oneshot::Sender<Option<Found>>) -> io::Result<Option<Found>> {
        // What has its name already was complete then. If it should go on, that would be seen there.
        let usable = |note: &Note| {
            links(&self.file).is_none_or(|links| links <= 1)
                || self.file.metadata().is_ok_and(|file| note.total == Some(file.len()))
        };
        let note = self.read_note().filter(usable);
        self.noted.clone_from(&note);
        let mut tail = Vec::new();
        if note.is_some() {
            let mut block = vec![0; BLOCK];
            loop {
                let read = self.file.read(&mut block)?;
                let Some(piece) = block.get(..read).filter(|piece| !piece.is_empty()) else { break };
                self.take(piece);
                tail.extend_from_slice(piece);
                tail.drain(..tail.len().saturating_sub(OVERLAP));
                if waits.is_closed() {
                    return Ok(None);
                }
            }
        }
        Ok(Some(Found { len: self.len, note, tail: tail.into() }))
    }

    fn read_note(&self) -> Option<Note> {
        let mut text = Vec::new();
        let file = open_own(&self.note, private().read(true)).ok()?;
        file.take(NOTE).read_to_end(&mut text).ok()?;
        let note: Note = serde_json::from_slice(&text).ok()?;
        let name = plain_name(&note.name)?;
        (note.what == self.what).then_some(Note { name, ..note })
    }

    fn begin(&mut self, note: &Note) -> io::Result<()> {
        // The old bytes go before the new note comes: they never lie beside each other.
        if links(&self.file).is_some_and(|links| links <= 1) {
            if self.file.metadata()?.len() > 0 {
                self.file.set_len(0)?;
                // Not after a loss of power either.
                self.file.sync_all()?;
            }
            self.file.seek(SeekFrom::Start(0))?;
        } else {
            self.replace()?;
        }
        self.hash = digest::Context::new(&digest::SHA256);
        self.head.clear();
        self.len = 0;
        self.write_note(note)
    }

    fn write_note(&mut self, note: &Note) -> io::Result<()> {
        let text = serde_json::to_vec(note)?;
        let beside = self.path.with_extension("new");
        // A run that was killed may have left it.
        let _ = fs::remove_file(&beside);
        let written = private()
            .write(true)
            .create_new(true)
            .open(&beside)
            .and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&beside, &self.note));
        written.inspect_err(|_| drop(fs::remove_file(&beside)))?;
        self.noted = Some(note.clone());
        Ok(())
    }

    /// Puts an empty file in the place of one that has another name, too: that one is complete, and
    /// stays as it is.
    fn replace(&mut self) -> io::Result<()> {
        let beside = self.path.with_extension("new");
        // A run that was killed may have left it.
        let _ = fs::remove_file(&beside);
        let file = private().read(true).write(true).create_new(true).open(&beside)?;
        // Before it is anybody's to be found.
        let locked = lock(&file).and_then(|_| fs::rename(&beside, &self.path));
        locked.inspect_err(|_| drop(fs::remove_file(&beside)))?;
        self.file = file;
        Ok(())
    }

    fn write(&mut self, batch: &Batch) -> io::Result<()> {
        for piece in &batch.pieces {
            self.take(piece);
            self.file.write_all(piece)?;
        }
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) {
        self.hash.update(piece);
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(room));
        self.len = self.len.saturating_add(length(piece.len()));
    }

    fn end(mut self, place: &Place, name: String) -> Result<Done> {
        self.file.sync_all().map_err(|source| io_error("the file cannot be flushed to disk", source))?;
        // Should it end behind the next step, the next run sees that nothing is missing.
        let known = self.noted.take().filter(|note| note.total != Some(self.len));
        if let Some(note) = known {
            let note = Note { total: Some(self.len), ..note };
            self.write_note(&note).map_err(|source| io_error("the file cannot be noted", source))?;
        }
        let chosen = place.chosen.is_some();
        let target =
            Target { folder: place.folder.clone(), name: place.chosen.clone().unwrap_or(name), chosen };
        let path = publish(&self.path, &target)?;
        let hash = std::mem::replace(&mut self.hash, digest::Context::new(&digest::SHA256));
        let done = Done {
            saved: Saved { path, size: self.len, sha256: hex(hash.finish().as_ref()) },
            head: std::mem::take(&mut self.head).into(),
        };
        self.discard();
        Ok(done)
    }

    /// Takes the hidden names away; what has another name keeps it. The note goes last: a part that
    /// nothing is known of would be begun again.
    fn discard(&self) {
        if is_still(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = fs::remove_file(&self.note);
        let _ = fs::remove_file(self.path.with_extension("new"));
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // What there was may not have been read.
        let is_empty = fs::symlink_metadata(&self.path).is_ok_and(|file| file.len() == 0);
        if is_empty && is_still(&self.file, &self.path) {
            self.discard();
        }
    }
}

fn part_path(place: &Place, end: &str) -> PathBuf {
    place.folder.join(format!(".bt-sra-{}.{end}", place.what))
}

/// Opens what is there, or makes it; none if it has gone meanwhile.
fn open(path: &Path) -> io::Result<Option<File>> {
    match private().read(true).write(true).create_new(true).open(path) {
        Ok(file) => return Ok(Some(file)),
        Err(source) if source.kind() == io::ErrorKind::AlreadyExists => {}
        Err(source) => return Err(source),
    }
    match open_own(path, private().read(true).write(true)) {
        Ok(file) => Ok(Some(file)),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(source),
    }
}

/// Opens a file that is our own: no link, no pipe, nobody else's, and not for others to read.
fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let refused = |what: &str| {
        let what = format!("`{}` {what}; move it away", path.display());
        io::Error::new(io::ErrorKind::AlreadyExists, what)
    };
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(refused("is no plain file"));
    }
    // It may be another one by now.
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    let file = options.open(path)?;
    let what = file.metadata()?;
    if !what.is_file() {
        return Err(refused("is no plain file"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if what.uid() != rustix::process::geteuid().as_raw() {
            return Err(refused("belongs to somebody else"));
        }
        if what.mode() & 0o077 != 0 {
            return Err(refused("can be read by others"));
        }
    }
    Ok(file)
}

/// Locks a file; false if somebody else has it.
fn lock(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        // What is exclusive then is only the name at the end.
        Err(TryLockError::Error(source)) if has_no_locks(&source) => Ok(true),
        Err(TryLockError::Error(source)) => Err(source),
    }
}

/// Whether an error says that there are no locks: of this file system, or of the server behind it.
fn has_no_locks(source: &io::Error) -> bool {
    #[cfg(unix)]
    if source.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    source.kind() == io::ErrorKind::Unsupported
}

/// How many names a file has, where the system says.
fn links(file: &File) -> Option<u64> {
    #[cfg(unix)]
    return file.metadata().ok().map(|file| std::os::unix::fs::MetadataExt::nlink(&file));
    #[cfg(not(unix))]
    return file.metadata().ok().and(None);
}

/// Whether a file still has its name, and the name is not of a link to it.
fn is_still(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(file), Ok(there)) => there.is_file() && identity(&file) == identity(&there),
        _ => false,
    }
}

/// Whether a file is the part itself, which an earlier run has given its name at its very end.
fn is_part(file: &fs::Metadata, part: &Path) -> bool {
    let part = fs::symlink_metadata(part).ok();
    part.is_some_and(|part| identity(file).is_some_and(|known| identity(&part) == Some(known)))
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_an_error_and_the_part_stays() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { folder: folder.path().to_owned(), what: "1".to_owned(), chosen: None };
        let mut part = Part::open(&place).unwrap().unwrap();
        part.begin(&Note::default()).unwrap();
        let mut batch = Batch::default();
        batch.push(Bytes::from_static(b"abc"));
        part.write(&batch).unwrap();
        part.file = File::options().write(true).open("/dev/full").unwrap();
        assert_eq!(part.write(&batch).unwrap_err().kind(), io::ErrorKind::StorageFull);
        drop(part);
        assert_eq!(fs::read(folder.path().join(".bt-sra-1.part")).unwrap(), b"abc");
    }

    /// A part of three bytes with its note, whose run has ended.
    fn left(place: &Place) {
        let mut part = Part::open(place).unwrap().unwrap();
        part.begin(&Note { what: place.what.clone(), name: "a".to_owned(), ..Note::default() }).unwrap();
        let mut batch = Batch::default();
        batch.push(Bytes::from_static(b"abc"));
        part.write(&batch).unwrap();
    }

    #[test]
    fn a_part_that_cannot_be_read_now_stays_for_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { folder: folder.path().to_owned(), what: "1".to_owned(), chosen: None };
        left(&place);
        let mut part = Part::open(&place).unwrap().unwrap();
        part.file = File::options().write(true).open(&part.path).unwrap();
        part.look(&oneshot::channel().0).unwrap_err();
        drop(part);
        let mut part = Part::open(&place).unwrap().unwrap();
        let (opened, _waits) = oneshot::channel();
        let found = part.look(&opened).unwrap().unwrap();
        assert_eq!((found.len, &found.tail[..]), (3, &b"abc"[..]));
        assert_eq!(found.note.unwrap().name, "a");
    }

    #[test]
    fn what_has_taken_the_hidden_name_meanwhile_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { folder: folder.path().to_owned(), what: "1".to_owned(), chosen: None };
        left(&place);
        let part = Part::open(&place).unwrap().unwrap();
        let path = part.path.clone();
        fs::rename(&path, folder.path().join("b")).unwrap();
        fs::write(&path, "other").unwrap();
        part.discard();
        drop(part);
        assert_eq!(fs::read_to_string(path).unwrap(), "other");
    }

    #[test]
    fn a_file_system_without_locks_is_known() {
        assert!(has_no_locks(&rustix::io::Errno::NOLCK.into()));
        assert!(has_no_locks(&rustix::io::Errno::OPNOTSUPP.into()));
        assert!(!has_no_locks(&rustix::io::Errno::IO.into()));
    }

    #[test]
    fn the_length_stands_in_the_note_before_the_file_has_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = Some("a".to_owned());
        let place = Place { folder: folder.path().to_owned(), what: "1".to_owned(), chosen };
        let mut part = Part::open(&place).unwrap().unwrap();
        part.begin(&Note::default()).unwrap();
        let mut batch = Batch::default();
        batch.push(Bytes::from_static(b"abc"));
        part.write(&batch).unwrap();
        fs::write(folder.path().join("a"), "taken").unwrap();
        part.end(&place, String::new()).unwrap_err();
        let note = fs::read(folder.path().join(".bt-sra-1.json")).unwrap();
        assert_eq!(serde_json::from_slice::<Note>(&note).unwrap().total, Some(3));
    }
}
