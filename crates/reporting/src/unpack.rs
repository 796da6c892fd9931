//! ZIP and gzip that come from elsewhere, within bounds. Names inside are never used as paths.

use std::io::{self, BufReader, Chain, Cursor, Read, Seek, SeekFrom};

use bt_sra_core::{Error, ErrorKind, Result};
use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

/// How many entries a ZIP file may have, and how long its list of them may be.
const ENTRIES: u64 = 10_000;
const DIRECTORY: u64 = 4 * 1024 * 1024;

/// Within how many bytes of its end the end of a ZIP file is looked for: those of a comment, and some
/// more than any reader goes beyond.
const END: u64 = 68 << 10;

/// How long is what points to the second form of the end, right before the first.
const POINTER: usize = 20;

/// Below this no file is a bomb, however well it was packed.
pub(crate) const HARMLESS: u64 = 16 << 20;

/// How long what is inside of a file of such a length may be.
pub(crate) fn most_inside(len: u64, ratio: u64, limit: u64) -> u64 {
    len.saturating_mul(ratio).max(HARMLESS).min(limit)
}

/// Opens a ZIP file, unless its list of entries is so long that it would fill the memory.
pub(crate) fn open<R: Read + Seek>(mut file: R) -> Result<ZipArchive<R>> {
    let checked = directory(&mut file).map_err(|source| unreadable("the ZIP file cannot be read", source));
    if !checked? {
        return Err(Error::new(ErrorKind::Decode, "the ZIP file has too many entries, or no end"));
    }
    ZipArchive::new(file).map_err(|source| match source {
        zip::result::ZipError::Io(source) => unreadable("the ZIP file cannot be read", source),
        source => Error::new(ErrorKind::Decode, "this is no valid ZIP file").with_source(source),
    })
}

/// Whether what ends a ZIP file tells of a list of bearable length, wherever such an end could be, and
/// has no second form, whose numbers would count instead: no file that is taken needs one.
fn directory<R: Read + Seek>(file: &mut R) -> io::Result<bool> {
    let len = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(len.saturating_sub(END)))?;
    let mut tail = Vec::new();
    file.by_ref().take(END).read_to_end(&mut tail)?;
    file.seek(SeekFrom::Start(0))?;
    let mut found = false;
    for (at, end) in tail.windows(22).enumerate().filter(|(_, end)| end.starts_with(b"PK\x05\x06")) {
        let number = |from: usize, to: usize| -> u64 {
            let bytes = end.get(from..to).unwrap_or_default();
            bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
        };
        // What does not fit in these numbers is too much, too.
        let offset = number(16, 20);
        if number(10, 12) > ENTRIES || number(12, 16) > DIRECTORY || offset == u64::from(u32::MAX) {
            return Ok(false);
        }
        let before = at.checked_sub(POINTER).and_then(|from| tail.get(from..at)).unwrap_or_default();
        if before.starts_with(b"PK\x06\x07") {
            return Ok(false);
        }
        found = true;
    }
    Ok(found)
}

/// Reads no more than so much, and remembers why it stopped.
pub(crate) struct Bounded<R> {
    inner: R,
    limit: u64,
    left: u64,
    fault: Option<Error>,
}

impl<R: Read> Bounded<R> {
    pub(crate) fn new(inner: R, limit: u64) -> Self {
        Self { inner, limit, left: limit, fault: None }
    }

    /// Why it stopped, unless that was at the end.
    pub(crate) fn fault(&mut self) -> Option<Error> {
        self.fault.take()
    }

    /// How much was read.
    pub(crate) fn count(&self) -> u64 {
        self.limit.saturating_sub(self.left)
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.inner.read(buffer) {
            Ok(read) => read,
            Err(source) if source.kind() == io::ErrorKind::Interrupted => return Err(source),
            Err(source) => {
                let kind = source.kind();
                self.fault = Some(unreadable("what is packed cannot be read to its end", source));
                return Err(kind.into());
            }
        };
        let Some(left) = self.left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)) else {
            let what = format!("there is more inside than {} bytes", self.limit);
            self.fault = Some(Error::new(ErrorKind::Decode, what));
            return Err(io::ErrorKind::FileTooLarge.into());
        };
        self.left = left;
        Ok(read)
    }
}

/// What a file or entry holds: unpacked if it is gzip, which its first bytes tell.
pub(crate) enum Unpacked<R> {
    Plain(Whole<R>),
    Gzip(Box<MultiGzDecoder<BufReader<Whole<R>>>>),
}

/// What was looked at, and the rest.
type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

impl<R: Read> Unpacked<R> {
    pub(crate) fn new(mut inner: R) -> io::Result<Self> {
        let mut first = Vec::new();
        inner.by_ref().take(2).read_to_end(&mut first)?;
        let is_gzip = first == [0x1f, 0x8b];
        let inner = Cursor::new(first).chain(inner);
        Ok(match is_gzip {
            true => Self::Gzip(Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, inner)))),
            false => Self::Plain(inner),
        })
    }
}

const BUFFER: usize = 32 * 1024;

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(inner) => inner.read(buffer),
            Self::Gzip(inner) => inner.read(buffer),
        }
    }
}

/// What cannot be read is broken, unless it is the disk that fails.
pub(crate) fn unreadable(what: &'static str, source: io::Error) -> Error {
    use io::ErrorKind as Kind;
    let is_content =
        matches!(source.kind(), Kind::InvalidData | Kind::InvalidInput | Kind::UnexpectedEof | Kind::Other);
    Error::new(if is_content { ErrorKind::Decode } else { ErrorKind::Io }, what).with_source(source)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    #[test]
    fn gzip_is_known_by_its_first_bytes() {
        for (bytes, expect) in [
            (b"plain".to_vec(), &b"plain"[..]),
            (b"p".to_vec(), b"p"),
            (Vec::new(), b""),
            (gzip(b"packed"), b"packed"),
            ([gzip(b"one"), gzip(b"two")].concat(), b"onetwo"),
        ] {
            let mut read = Vec::new();
            Unpacked::new(bytes.as_slice()).unwrap().read_to_end(&mut read).unwrap();
            assert_eq!(read, expect);
        }
    }

    #[test]
    fn a_bomb_is_stopped_where_the_bound_is() {
        let bomb = gzip(&vec![0; 10_000_000]);
        assert!(bomb.len() < 20_000);
        let mut bounded = Bounded::new(Unpacked::new(bomb.as_slice()).unwrap(), 1_000_000);
        assert!(io::copy(&mut bounded, &mut io::sink()).is_err());
        let fault = bounded.fault().unwrap();
        assert_eq!(fault.kind(), ErrorKind::Decode);
        assert_eq!(fault.to_string(), "there is more inside than 1000000 bytes");
    }

    #[test]
    fn gzip_that_ends_early_is_an_error_of_its_content() {
        let packed = gzip(b"something that is longer than nothing");
        let cut = packed.get(..packed.len() - 9).unwrap();
        let mut bounded = Bounded::new(Unpacked::new(cut).unwrap(), 1_000);
        assert!(io::copy(&mut bounded, &mut io::sink()).is_err());
        assert_eq!(bounded.fault().unwrap().kind(), ErrorKind::Decode);
    }

    /// What ends a ZIP file: how many entries, how long their list is and where, and a comment.
    fn end(entries: u16, size: u32, offset: u32, comment: &[u8]) -> Vec<u8> {
        let [entries, comment_len] = [entries, u16::try_from(comment.len()).unwrap()].map(u16::to_le_bytes);
        let [size, offset] = [size, offset].map(u32::to_le_bytes);
        [b"PK\x05\x06\0\0\0\0", &entries[..], &entries, &size, &offset, &comment_len, comment].concat()
    }

    /// The second form of such an end, which has room for more entries, and what points to it.
    fn long_end(entries: u64, at: u64) -> Vec<u8> {
        let numbers = [entries, entries, entries * 46, 0].map(u64::to_le_bytes).concat();
        let [len, at] = [44, at].map(u64::to_le_bytes);
        let head = b"\x2d\0\x2d\0\0\0\0\0\0\0\0\0";
        [b"PK\x06\x06", &len[..], head, &numbers, b"PK\x06\x07\0\0\0\0", &at, b"\x01\0\0\0"].concat()
    }

    #[track_caller]
    fn check_refused(file: Vec<u8>) {
        let error = open(Cursor::new(file)).err().unwrap();
        assert_eq!(error.to_string(), "the ZIP file has too many entries, or no end");
        assert_eq!(error.kind(), ErrorKind::Decode);
    }

    #[test]
    fn a_list_of_entries_that_would_fill_the_memory_is_not_read() {
        check_refused(end(40_000, 0, 0, b""));
        check_refused(end(1, 5 << 20, 0, b""));
        check_refused(b"PK\x03\x04".to_vec());
        check_refused(Vec::new());
    }

    #[test]
    fn nor_is_one_that_the_second_form_of_the_end_tells_of() {
        for (entries, size, offset) in [(1, 46, u32::MAX), (u16::MAX, 46, 0), (1, u32::MAX, 0), (1, 46, 0)] {
            check_refused([long_end(100_000, 0), end(entries, size, offset, b"")].concat());
        }
    }

    #[test]
    fn nor_is_one_behind_whose_end_there_is_another() {
        // As far from the end as the one that is looked for can be, with a harmless one behind it.
        for rest in [0, 1, 4, 5] {
            let comment = [vec![b' '; 65_535 - 22], end(0, 0, 0, b"")].concat();
            check_refused([end(40_000, 0, 0, &comment), vec![0; rest]].concat());
        }
    }

    #[test]
    fn an_end_with_a_comment_is_one() {
        assert_eq!(open(Cursor::new(end(0, 0, 0, b"fine"))).unwrap().len(), 0);
        assert_eq!(open(Cursor::new(end(0, 0, 0, &[b' '; 65_535]))).unwrap().len(), 0);
    }
}
