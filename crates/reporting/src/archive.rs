//! Archives of what was so and of what changed (RS).

use std::io::{BufRead, BufReader, Read};
use std::marker::PhantomData;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::Spool;
use bt_sra_xml_model::NoData;
use bt_sra_xml_model::report::{ArchiveEvent, ArchiveRecord, ArchiveState, ArchiveTable};

use crate::content::is_no_data;
use crate::unpack::{Bounded, Unpacked, unreadable};
use crate::{Download, Rows};

/// How long an archive may be inside, as documented: four gigabytes.
const INSIDE: u64 = 4 << 30;

/// How long a state that is held in memory may be.
const IN_MEMORY: u64 = 256 << 20;

/// How long a line of events may be. In memory it takes several times as much.
const LINE: u64 = 16 << 20;

/// An archive, as what it is read as: [`ArchiveState`] or [`ArchiveEvent`]s. Made by the methods of
/// [`rs::Reporting`](crate::rs::Reporting).
///
/// That there is no such archive is told by no value or no row.
#[derive(Clone, Debug)]
#[must_use = "a report does nothing until it is sent"]
pub struct Archive<T> {
    download: Download,
    limit: Option<u64>,
    no_data: NoData,
    content: PhantomData<fn() -> T>,
}

/// A record of an archive of a state, or that a table has none.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ArchiveRow {
    /// The table.
    pub table: ArchiveTable,
    /// The record with its identifier; none where the table has no records.
    pub record: Option<(String, ArchiveRecord)>,
}

impl<T> Archive<T> {
    pub(crate) fn new(download: Download) -> Self {
        Self { download, limit: None, no_data: NoData::default(), content: PhantomData }
    }

    /// Limits how long it may be inside: four gibibytes otherwise, as documented, and 256 mebibytes
    /// for a state that is held in memory.
    pub fn with_limit(mut self, bytes: u64) -> Self {
        self.limit = Some(bytes);
        self
    }

    /// Sets which refusals only mean that there is no such archive.
    pub fn with_no_data(mut self, no_data: NoData) -> Self {
        self.no_data = no_data;
        self
    }

    /// Asks for the archive as the file that it is, packed by gzip. That there is none is an error
    /// then.
    pub fn file(self) -> Download {
        self.download
    }

    async fn spooled(self) -> Result<Option<Spool>> {
        // The outside of what fits inside is hardly longer.
        let limit = self.limit.unwrap_or(INSIDE).saturating_add(1 << 20);
        match self.download.spooled(limit).await {
            Ok(spool) => Ok(Some(spool)),
            Err(error) if is_no_data(&error, &self.no_data) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Archive<ArchiveState> {
    /// Asks for the state as a whole, in memory.
    ///
    /// # Errors
    /// Those of [`Rows::try_next`].
    pub async fn send(mut self) -> Result<Option<ArchiveState>> {
        self.limit.get_or_insert(IN_MEMORY);
        let limit = self.limit.unwrap_or(IN_MEMORY);
        let asking = self.download.asking.clone();
        let mut rows = Rows::new(asking, self.spooled(), move |spool, results| {
            results.put(read_archive_state(spool, limit)?);
            Ok(())
        });
        rows.try_next().await
    }

    /// Asks for the state record by record.
    #[must_use]
    pub fn rows(self) -> Rows<ArchiveRow> {
        let limit = self.limit.unwrap_or(INSIDE);
        Rows::new(self.download.asking.clone(), self.spooled(), move |spool, results| {
            walk_archive_state(spool, limit, |row| {
                let bytes = row.record.as_ref().map_or(0, |(_, record)| weight(record));
                results.put_heavy(row, bytes)
            })
        })
    }
}

impl Archive<ArchiveEvent> {
    /// Asks for the events one by one.
    #[must_use]
    pub fn rows(self) -> Rows<ArchiveEvent> {
        let limit = self.limit.unwrap_or(INSIDE);
        Rows::new(self.download.asking.clone(), self.spooled(), move |spool, results| {
            walk_events(spool, limit, |event, len| results.put_heavy(event, len))
        })
    }
}

/// Reads an archive of a state, packed or not, that is no longer inside than `limit`.
///
/// # Errors
/// [`ErrorKind::Decode`] if it is something else, broken or longer, [`ErrorKind::Io`] if it cannot be
/// read.
pub fn read_archive_state(from: impl Read, limit: u64) -> Result<ArchiveState> {
    unpacked(from, limit, |inside| ArchiveState::read(inside))
}

/// Walks over an archive of a state, packed or not, record by record, until `visit` says that it is
/// enough.
///
/// # Errors
/// As [`read_archive_state`].
pub fn walk_archive_state(
    from: impl Read,
    limit: u64,
    mut visit: impl FnMut(ArchiveRow) -> bool,
) -> Result<()> {
    let mut is_enough = false;
    let walked = unpacked(from, limit, |inside| {
        ArchiveState::walk(inside, |entry| {
            is_enough = !visit(ArchiveRow { table: entry.table.clone(), record: entry.record });
            if is_enough { Err(Error::new(ErrorKind::Interrupted, "it is enough")) } else { Ok(()) }
        })
    });
    if is_enough { Ok(()) } else { walked }
}

/// Walks over an archive of events, packed or not, line by line, until `visit` says that it is
/// enough.
///
/// # Errors
/// As [`read_archive_state`]; for a line that is something else with its number.
pub fn walk_archive_events(
    from: impl Read,
    limit: u64,
    mut visit: impl FnMut(ArchiveEvent) -> bool,
) -> Result<()> {
    walk_events(from, limit, |event, _| visit(event))
}

/// The same, with the length of each line.
fn walk_events(
    from: impl Read,
    limit: u64,
    mut visit: impl FnMut(ArchiveEvent, usize) -> bool,
) -> Result<()> {
    unpacked(from, limit, |inside| {
        let mut lines = BufReader::new(inside);
        let mut line = Vec::new();
        for number in 1_u64.. {
            line.clear();
            let read = (&mut lines).take(LINE).read_until(b'\n', &mut line);
            if read.map_err(|source| unreadable("the archive cannot be read to its end", source))? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            if u64::try_from(line.len()).unwrap_or(u64::MAX) >= LINE {
                return Err(Error::new(
                    ErrorKind::Decode,
                    format!("line {number} of the archive has no end"),
                ));
            }
            let event = ArchiveEvent::read(&line).map_err(|source| {
                Error::new(ErrorKind::Decode, format!("line {number} of the archive is no event"))
                    .with_source(source)
            })?;
            if !visit(event, line.len()) {
                break;
            }
        }
        Ok(())
    })
}

/// About how many bytes a record holds. Lists and objects, which are rare, are written for that.
fn weight(record: &ArchiveRecord) -> usize {
    let value = |name: &str| match record.text(name) {
        Some(text) => text.len(),
        None => record.json(name).map_or(0, |text| text.len()),
    };
    record.names().map(|name| name.len() + value(name)).sum()
}

/// Reads what is inside. A file that was packed once more on its way is unpacked twice.
fn unpacked<R: Read, T>(
    from: R,
    limit: u64,
    read: impl FnOnce(&mut Bounded<Unpacked<&mut Bounded<Unpacked<R>>>>) -> Result<T>,
) -> Result<T> {
    let cannot = |source| unreadable("the archive cannot be read", source);
    let mut outer = Bounded::new(Unpacked::new(from).map_err(cannot)?, limit);
    let inner = match Unpacked::new(&mut outer) {
        Ok(inner) => inner,
        Err(source) => return Err(outer.fault().unwrap_or_else(|| cannot(source))),
    };
    let mut inner = Bounded::new(inner, limit);
    let done = read(&mut inner);
    let fault = inner.fault();
    drop(inner);
    // What went wrong below says more than what came of it above.
    match (done, outer.fault().or(fault)) {
        (Err(_), Some(fault)) => Err(fault),
        (done, _) => done,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    const STATE: &[u8] = br#"{"queue":null,"customer_client":{"7":{"hostname":"db-7"},"8":{}}}"#;

    #[test]
    fn a_state_is_read_packed_or_not() {
        for bytes in [STATE.to_vec(), gzip(STATE), gzip(&gzip(STATE))] {
            let state = read_archive_state(bytes.as_slice(), 1000).unwrap();
            assert_eq!(state.tables().count(), 2);
            let mut rows = Vec::new();
            walk_archive_state(bytes.as_slice(), 1000, |row| {
                rows.push((row.table.to_string(), row.record.map(|(id, _)| id)));
                true
            })
            .unwrap();
            let client = "customer_client".to_owned();
            let expect = [
                ("queue".to_owned(), None),
                (client.clone(), Some("7".to_owned())),
                (client, Some("8".to_owned())),
            ];
            assert_eq!(rows, expect);
        }
    }

    #[test]
    fn enough_is_no_error() {
        let mut count = 0;
        walk_archive_state(STATE, 1000, |_| {
            count += 1;
            false
        })
        .unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn a_bomb_and_a_file_that_ends_early_are_errors_that_say_so() {
        let long = format!("{{\"queue\":{{{}\"1\":{{}}}}}}", " ".repeat(1_000_000));
        for bomb in [gzip(long.as_bytes()), gzip(&gzip(long.as_bytes())), long.into_bytes()] {
            let error = read_archive_state(bomb.as_slice(), 10_000).unwrap_err();
            assert_eq!(error.to_string(), "there is more inside than 10000 bytes");
            assert_eq!(error.kind(), ErrorKind::Decode);
        }
        let packed = gzip(STATE);
        let error = read_archive_state(packed.get(..packed.len() - 10).unwrap(), 10_000).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
    }

    #[test]
    fn events_are_lines() {
        let lines =
            b"{\"type\":\"truncate_model\"}\n\r\n{\"type\":\"update_model\",\"delete\":{\"queue\":[7]}}";
        let mut kinds = Vec::new();
        walk_archive_events(gzip(lines).as_slice(), 1000, |event| {
            kinds.push(event.kind().unwrap().to_string());
            true
        })
        .unwrap();
        assert_eq!(kinds, ["truncate_model", "update_model"]);
        let error = walk_archive_events(&b"{}\n[]\n"[..], 1000, |_| true).unwrap_err();
        assert_eq!(error.to_string(), "line 2 of the archive is no event");
    }
}
