//! The one way in which a body becomes a file.
//!
//! The bytes go to a hidden file beside the target, are hashed on the way, checked against the
//! announced length, flushed to disk, and only then given their name. Whatever fails or is
//! cancelled before leaves nothing behind, and nothing that exists is overwritten. What takes long
//! may leave its hidden file for the next time instead: [`save_resuming`].

mod partial;
mod resume;

pub use resume::{Check, Fetch, Resumed, save_resuming};

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bt_sra_core::{Error, ErrorKind, Result, is_unseen};
use bytes::Bytes;
use http::{HeaderMap, Response, header};
use ring::digest;
use tokio::sync::{mpsc, oneshot};

use crate::{Body, Progress, retry};

/// How many bytes go to the writer at a time.
const BATCH: usize = 256 * 1024;

/// How many batches may wait for the disk.
const WAITING: usize = 4;

/// How many numbered names are tried when a name is taken.
const NAMES: u32 = 1000;

/// How to save a body.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct SaveOptions {
    /// The name of the file, where the caller chooses it; it must be free. Otherwise the name
    /// comes from the answer, made harmless, with a number if it is taken.
    pub name: Option<String>,
    /// The name to use where the answer brings none.
    pub fallback: Option<String>,
    /// Who is told how far it has come.
    pub progress: Progress,
}

/// A file that was saved.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Saved {
    /// Where it is.
    pub path: PathBuf,
    /// How long it is.
    pub size: u64,
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// Saves the body of an answer in `folder`. The file is readable by its owner only.
///
/// # Errors
/// [`ErrorKind::Io`] if the disk fails or the chosen name is taken, and whatever the body fails
/// with.
pub async fn save(response: Response<Body>, folder: &Path, options: &SaveOptions) -> Result<Saved> {
    let (parts, body) = response.into_parts();
    let (name, chosen) = match chosen_name(options)? {
        Some(name) => (name, true),
        None => (found_name(&parts, options), false),
    };
    let announced = announced_len(&parts.headers);
    let target = Target { folder: folder.to_owned(), name, chosen };
    write(body, announced, target, &options.progress).await
}

/// Returns the name that the caller has chosen, if it is one.
fn chosen_name(options: &SaveOptions) -> Result<Option<String>> {
    match &options.name {
        Some(name) if plain_name(name).as_deref() != Some(name) => {
            Err(Error::new(ErrorKind::InvalidRequest, "the file name must be a plain name"))
        }
        name => Ok(name.clone()),
    }
}

/// On an answer: how the name of its file ends, where the answer brings no name.
#[derive(Clone, Copy, Debug)]
pub struct NameEnd(pub &'static str);

/// Returns the name that an answer brings, made harmless.
#[must_use]
pub fn name_of<T>(response: &Response<T>) -> Option<String> {
    file_name(response.headers())
}

/// Returns the name that the answer brings, or another.
fn found_name(parts: &http::response::Parts, options: &SaveOptions) -> String {
    let fallback = || {
        let name = options.fallback.as_deref().and_then(plain_name)?;
        let end = parts.extensions.get::<NameEnd>();
        Some(end.map_or_else(|| name.clone(), |NameEnd(end)| format!("{name}.{end}")))
    };
    file_name(&parts.headers).or_else(fallback).unwrap_or_else(|| "download".to_owned())
}

/// Feeds the writer thread.
async fn write(mut body: Body, announced: Option<u64>, target: Target, progress: &Progress) -> Result<Saved> {
    let (batches, incoming) = mpsc::channel(WAITING);
    let (report, outcome) = oneshot::channel();
    std::thread::Builder::new()
        .name("bt-sra-save".to_owned())
        .spawn(move || drop(report.send(writer(incoming, announced, &target))))
        .map_err(|source| io_error("no thread for writing", source))?;
    let (mut batch, mut here) = (Batch::default(), 0u64);
    while let Some(piece) = body.chunk().await {
        match piece {
            Ok(piece) => batch.push(piece),
            Err(error) => {
                // Without the final word the writer removes its file; who hears of the failure
                // may rely on that having happened.
                drop(batches);
                let _ = outcome.await;
                return Err(error);
            }
        }
        if batch.len >= BATCH {
            here = here.saturating_add(length(batch.len));
            progress.at(here, announced);
            if batches.send(Message::Data(std::mem::take(&mut batch))).await.is_err() {
                break;
            }
        }
    }
    // A closed channel means that the writer has failed; its report says why.
    if batch.len > 0 {
        progress.at(here.saturating_add(length(batch.len)), announced);
        let _ = batches.send(Message::Data(batch)).await;
    }
    let _ = batches.send(Message::End).await;
    outcome.await.unwrap_or_else(|_| Err(Error::new(ErrorKind::Io, "the writing thread ended early")))
}

enum Message {
    Data(Batch),
    End,
}

#[derive(Default)]
struct Batch {
    pieces: Vec<Bytes>,
    len: usize,
}

impl Batch {
    fn push(&mut self, piece: Bytes) {
        self.len += piece.len();
        self.pieces.push(piece);
    }
}

struct Target {
    folder: PathBuf,
    name: String,
    chosen: bool,
}

fn writer(mut incoming: mpsc::Receiver<Message>, announced: Option<u64>, target: &Target) -> Result<Saved> {
    let mut part = Part::create(&target.folder).map_err(|source| io_error("no file can be made", source))?;
    let mut hash = digest::Context::new(&digest::SHA256);
    let mut size = 0u64;
    let ended = loop {
        match incoming.blocking_recv() {
            Some(Message::Data(batch)) => {
                for piece in &batch.pieces {
                    hash.update(piece);
                    part.file
                        .write_all(piece)
                        .map_err(|source| io_error("the file cannot be written", source))?;
                }
                size = size.saturating_add(length(batch.len));
            }
            Some(Message::End) => break true,
            None => break false,
        }
    };
    if !ended {
        return Err(Error::new(ErrorKind::Interrupted, "the download was given up"));
    }
    if announced.is_some_and(|announced| announced != size) {
        return Err(Error::new(ErrorKind::Interrupted, format!("the answer broke off after {size} bytes")));
    }
    part.file.sync_all().map_err(|source| io_error("the file cannot be flushed to disk", source))?;
    let path = publish(&part.path, target)?;
    Ok(Saved { path, size, sha256: hex(hash.finish().as_ref()) })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn length(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// The hidden file beside the target; removed when dropped, unless it was published.
struct Part {
    file: File,
    path: PathBuf,
}

impl Part {
    fn create(folder: &Path) -> io::Result<Self> {
        let path = folder.join(format!(".bt-sra-{:016x}.part", retry::random()));
        let file = private().write(true).create_new(true).open(&path)?;
        Ok(Self { file, path })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // After publishing this takes away the second name; otherwise, the file.
        let _ = fs::remove_file(&self.path);
    }
}

/// How files are made: readable by their owner only.
fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there is nothing to set"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Gives a hidden file its name. A hard link, unlike a rename, never replaces what is there.
fn publish(part: &Path, target: &Target) -> Result<PathBuf> {
    for number in 0..NAMES {
        let path = target.folder.join(numbered(&target.name, number));
        match link(part, &path) {
            Ok(()) => {
                sync_folder(&target.folder);
                return Ok(path);
            }
            // It was given its name just before an earlier run was killed.
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists && is_same(part, &path) => {
                return Ok(path);
            }
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists && !target.chosen => {}
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists => {
                return Err(io_error("there is a file of that name already", source));
            }
            Err(source) => return Err(io_error("the file cannot be given its name", source)),
        }
    }
    Err(Error::new(ErrorKind::Io, "all names of the file are taken"))
}

/// Whether two names are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::symlink_metadata(one), fs::symlink_metadata(other)) {
        (Ok(one), Ok(other)) => identity(&one).is_some_and(|known| identity(&other) == Some(known)),
        _ => false,
    }
}

/// What tells a file from all others; none where the system does not say.
#[cfg(unix)]
fn identity(file: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((file.dev(), file.ino()))
}

/// What tells a file from all others; none where the system does not say.
#[cfg(not(unix))]
fn identity(_file: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(source)
            if matches!(source.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) =>
        {
            rename_new(from, to)
        }
        other => other,
    }
}

/// Gives a file another name, which nobody has: for a file system without hard links.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Ok(()) => return Ok(()),
            Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => {}
            Err(source) => return Err(source.into()),
        }
    }
    // It cannot be said in one. The empty file takes the name first, so that nobody else's is
    // replaced; only a run that is killed right here leaves it.
    OpenOptions::new().write(true).create_new(true).open(to)?;
    fs::rename(from, to).inspect_err(|_| drop(fs::remove_file(to)))
}

/// Makes the new name last; a system that cannot do so for folders has done what it can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn numbered(name: &str, number: u32) -> String {
    if number == 0 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}-{number}.{extension}"),
        _ => format!("{name}-{number}"),
    }
}

fn io_error(what: &'static str, source: io::Error) -> Error {
    Error::new(ErrorKind::Io, what).with_source(source)
}

fn announced_len(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.trim().parse().ok()
}

/// Reads the file name of a `Content-Disposition`, made harmless.
fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_DISPOSITION)?;
    let text = String::from_utf8_lossy(value.as_bytes());
    let parameters: Vec<(String, String)> = parameters(&text);
    let find =
        |wanted: &str| parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let extended = find("filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, encoded) = rest.split_once('\'')?;
        charset
            .eq_ignore_ascii_case("utf-8")
            .then(|| percent_encoding::percent_decode_str(encoded).decode_utf8_lossy().into_owned())
    });
    extended.as_deref().and_then(plain_name).or_else(|| find("filename").and_then(plain_name))
}

/// Splits `attachment; name=value; name="quoted \" value"` into names and values.
fn parameters(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim_matches([' ', '\t', ';']).to_ascii_lowercase();
        let after = after.trim_start();
        let (value, next) = match after.strip_prefix('"') {
            Some(quoted) => unquoted(quoted),
            None => {
                let (value, next) = after.split_once(';').unwrap_or((after, ""));
                (value.trim().to_owned(), next)
            }
        };
        found.push((name, value));
        rest = next;
    }
    found
}

fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(characters.next().map(|(_, character)| character)),
            other => value.push(other),
        }
    }
    (value, "")
}

/// Reduces a name to its last part, without anything that leads elsewhere, hides the file or
/// looks like an option: no separators, controls, leading dots, dashes or blanks.
fn plain_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\', ':']).next()?;
    let clean: String = last
        .chars()
        .filter(|character| !character.is_control() && !is_unseen(*character))
        .map(|character| if "<>\"|?*".contains(character) { '_' } else { character })
        .collect();
    let clean = clean.trim_start_matches(['.', '-', ' ']).trim_end_matches(['.', ' ']);
    let mut end = clean.len().min(200);
    while !clean.is_char_boundary(end) {
        end -= 1;
    }
    let clean = clean.get(..end).unwrap_or_default();
    let stem = clean.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
    (!clean.is_empty() && !device).then(|| clean.to_owned())
}

#[cfg(test)]
mod tests;
