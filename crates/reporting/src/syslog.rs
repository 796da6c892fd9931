//! The log of an appliance: records out of a ZIP file of log files.

mod join;
mod line;
mod order;
mod record;

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use bt_sra_core::{Error, ErrorKind, Result};
use zip::ZipArchive;

use self::join::Join;
use self::order::{Place, in_order};
use crate::unpack::{Bounded, Unpacked, most_inside, open, unreadable};
use crate::{Download, Rows};

pub use record::{SyslogFields, SyslogPerson, SyslogRecord, SyslogStamp};

/// Within how much of a log file its time is looked for, and within how much of all of them.
const HEAD: u64 = 256 * 1024;
const HEADS: u64 = 256 << 20;

/// How much of a log is read before it is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct SyslogLimits {
    /// How long the ZIP file may be.
    pub file: u64,
    /// How long all that is inside may be.
    pub inside: u64,
    /// How many times longer than the file what is inside may be.
    pub ratio: u64,
    /// How long a line may be; what is beyond that is left out of it.
    pub line: usize,
    /// How many records may wait for the rest of their parts, and how long these may be together; who
    /// has waited longest is given as it is.
    pub open: usize,
    /// See [`open`](Self::open).
    pub open_bytes: usize,
}

impl Default for SyslogLimits {
    fn default() -> Self {
        Self { file: 4 << 30, inside: 64 << 30, ratio: 200, line: 64 << 10, open: 1024, open_bytes: 4 << 20 }
    }
}

/// Asks for the log. Made by the methods of the handles.
#[derive(Clone, Debug)]
#[must_use = "a report does nothing until it is sent"]
pub struct Syslog {
    download: Download,
    limits: SyslogLimits,
}

impl Syslog {
    pub(crate) fn new(download: Download) -> Self {
        Self { download, limits: SyslogLimits::default() }
    }

    /// Sets how much is read before it is refused.
    pub fn with_limits(mut self, limits: SyslogLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Asks for the log as the ZIP file that it is.
    pub fn file(self) -> Download {
        self.download
    }

    /// Asks for the records one by one, from the oldest file to the newest.
    #[must_use]
    pub fn rows(self) -> Rows<SyslogRecord> {
        let (asking, limits) = (self.download.asking.clone(), self.limits);
        let spool = async move { self.download.spooled(limits.file).await.map(Some) };
        Rows::new(asking, spool, move |spool, results| {
            walk_syslog(spool, &limits, |row| {
                // The fields hold all of it once more.
                let bytes = row.raw.len().saturating_mul(3);
                results.put_heavy(row, bytes)
            })
        })
    }
}

/// Walks over the records of a log that was saved, until `visit` says that it is enough: of the ZIP
/// file as it came, or of one of the log files in it, packed or not.
///
/// Files of a ZIP go by the time of their first record; one without stands beside those whose names are
/// like its own, of which a date goes up with time and another number down. Parts of a record are put together, also
/// where it begins in one file and ends in the next. Memory does not grow with the length.
///
/// # Errors
/// [`ErrorKind::Decode`] if a file is broken, or longer than the limits allow, behind the records
/// that were whole; [`ErrorKind::Io`] if it cannot be read.
pub fn walk_syslog(
    mut from: impl Read + Seek,
    limits: &SyslogLimits,
    mut visit: impl FnMut(SyslogRecord) -> bool,
) -> Result<()> {
    let cannot = |source| unreadable("the log cannot be read", source);
    let mut first = Vec::new();
    from.by_ref().take(4).read_to_end(&mut first).map_err(cannot)?;
    let len = from.seek(SeekFrom::End(0)).map_err(cannot)?;
    from.seek(SeekFrom::Start(0)).map_err(cannot)?;
    let most = most_inside(len, limits.ratio, limits.inside);
    let mut reading = Reading { join: Join::new(limits), left: most, line: limits.line };
    let read = match first.as_slice() {
        [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] => reading.zip(from, &mut visit),
        _ => reading.file(from, &mut visit),
    };
    // What waits for its rest has waited in vain; it is told all the same, and then the error.
    if read.as_ref().is_ok_and(|goes_on| !goes_on) || !reading.join.end(&mut visit) {
        return Ok(());
    }
    read.map(drop)
}

/// A log that is read.
struct Reading {
    join: Join,
    /// How much may still be inside.
    left: u64,
    line: usize,
}

type Visit<'a> = dyn FnMut(SyslogRecord) -> bool + 'a;

impl Reading {
    /// Reads all files of a ZIP file; false if it is enough.
    fn zip<R: Read + Seek>(&mut self, from: R, visit: &mut Visit<'_>) -> Result<bool> {
        let mut archive = open(from)?;
        let mut heads = HEADS;
        for index in Self::order(&mut archive, &mut heads)? {
            let entry = archive.by_index(index).map_err(broken)?;
            if !self.file(entry, visit)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Returns the files from the oldest to the newest. To find their times, no more than `left` is
    /// read, or unpacked; behind that their names must do.
    fn order<R: Read + Seek>(archive: &mut ZipArchive<R>, left: &mut u64) -> Result<Vec<usize>> {
        let mut files = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(broken)?;
            if entry.is_dir() {
                continue;
            }
            let place = Place::of(entry.name_raw());
            files.push((time(entry, left), place, index));
        }
        Ok(in_order(files))
    }

    /// Reads a log file; false if it is enough.
    fn file(&mut self, from: impl Read, visit: &mut Visit<'_>) -> Result<bool> {
        let cannot = |source| unreadable("a file of the log cannot be read to its end", source);
        let mut packed = Bounded::new(from, self.left);
        let inside = match Unpacked::new(&mut packed) {
            Ok(inside) => inside,
            Err(source) => return Err(packed.fault().unwrap_or_else(|| cannot(source))),
        };
        let mut inside = Bounded::new(inside, self.left);
        let read = self.lines(&mut inside, visit);
        let (fault, count) = (inside.fault(), inside.count());
        drop(inside);
        self.left = self.left.saturating_sub(count.max(packed.count()));
        match (read, packed.fault().or(fault)) {
            (Err(_), Some(fault)) => Err(fault),
            (read, _) => read.map_err(cannot),
        }
    }

    fn lines(&mut self, from: impl Read, visit: &mut Visit<'_>) -> io::Result<bool> {
        let mut lines = BufReader::with_capacity(64 * 1024, from);
        let mut line = Vec::new();
        loop {
            line.clear();
            let (read, is_whole) = read_line(&mut lines, &mut line, self.line)?;
            if !read {
                return Ok(true);
            }
            if !self.join.line(&line, is_whole, visit) {
                return Ok(false);
            }
        }
    }
}

/// Reads a line without its end, no more than `most` of it. Returns whether there was one, and
/// whether it is all of it.
fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<(bool, bool)> {
    let (mut read, mut is_whole) = (false, true);
    loop {
        let available = match from.fill_buf() {
            Ok(available) => available,
            Err(source) if source.kind() == io::ErrorKind::Interrupted => continue,
            Err(source) => return Err(source),
        };
        if available.is_empty() {
            return Ok((read, is_whole));
        }
        read = true;
        let end = memchr::memchr(b'\n', available);
        let piece = available.get(..end.unwrap_or(available.len())).unwrap_or_default();
        let room = most.saturating_sub(line.len());
        is_whole = is_whole && piece.len() <= room;
        line.extend_from_slice(piece.get(..room.min(piece.len())).unwrap_or_default());
        let used = piece.len() + usize::from(end.is_some());
        from.consume(used);
        if end.is_some() {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok((true, is_whole));
        }
    }
}

/// Returns the time of the first record of a file. What is broken is told when it is read for good.
fn time(entry: impl Read, left: &mut u64) -> Option<i64> {
    // What is packed in vain counts, too.
    let mut packed = entry.take(HEAD.min(*left));
    let all = packed.limit();
    let mut head = Vec::new();
    let mut time = None;
    if let Ok(mut inside) = Unpacked::new(&mut packed) {
        let mut most = 4 * 1024;
        while time.is_none() && most <= HEAD.min(*left) {
            let before = u64_of(head.len());
            let read = inside.by_ref().take(most.saturating_sub(before)).read_to_end(&mut head);
            time = line::first_time(&head);
            if read.is_err() || u64_of(head.len()) < most {
                break;
            }
            most = most.saturating_mul(2);
        }
    }
    let read = all.saturating_sub(packed.limit());
    *left = left.saturating_sub(read.max(u64_of(head.len())));
    time
}

fn u64_of(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn broken(source: zip::result::ZipError) -> Error {
    Error::new(ErrorKind::Decode, "an entry of the ZIP file cannot be read").with_source(source)
}

#[cfg(test)]
mod tests;
