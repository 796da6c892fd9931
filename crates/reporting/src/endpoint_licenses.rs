//! Which Jump Items use a license.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};

use bt_sra_core::{Error, ErrorKind, Result};
use serde::Serialize;

use crate::unpack::{Bounded, most_inside, open, unreadable};
use crate::{Download, Rows};

/// The entry that holds the rows.
const ENTRY: &str = "jump_items.csv";

/// How long the ZIP file and what is inside may be.
const OUTSIDE: u64 = 256 << 20;
const INSIDE: u64 = 2 << 30;

/// How many times longer than the file what is inside may be.
const RATIO: u64 = 200;

/// How long a row may be, and of how many columns.
const ROW: u64 = 1 << 20;
const COLUMNS: usize = 256;

/// How many columns are known.
const KNOWN: usize = 7;

/// Asks which Jump Items use a license. Made by the methods of the handles.
#[derive(Clone, Debug)]
#[must_use = "a report does nothing until it is sent"]
pub struct EndpointLicenses {
    download: Download,
    limit: u64,
}

/// A Jump Item, and whether it uses a license.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointLicense {
    /// Its name.
    pub name: String,
    /// Where it leads: a host name or an address.
    pub host: String,
    /// The Jumpoint.
    pub jumpoint: String,
    /// The application that is run there.
    pub remote_app: String,
    /// Whether a license is used, as the appliance writes it: `yes`, or something else.
    pub license_used: String,
    /// How one jumps to it.
    pub jump_method: String,
    /// The Jump Group.
    pub jump_group: String,
    /// Columns beyond these, which newer appliances may have.
    pub extra: Vec<String>,
}

/// What is known of the file beside its rows.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EndpointLicenseHead {
    /// The heads of the columns, which may be in the language of the site.
    pub columns: Vec<String>,
    /// The names of the other entries of the ZIP file. They are names only, whatever they look like.
    pub others: Vec<String>,
}

/// A row, or what comes before all rows.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum EndpointLicenseRow {
    /// Comes first.
    Head(EndpointLicenseHead),
    /// A Jump Item.
    Item(EndpointLicense),
}

impl EndpointLicenses {
    pub(crate) fn new(download: Download) -> Self {
        Self { download, limit: INSIDE }
    }

    /// Limits how long the rows may be in all: two gibibytes otherwise.
    pub fn with_limit(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }

    /// Asks for the report as the ZIP file that it is.
    pub fn file(self) -> Download {
        self.download
    }

    /// Asks for the rows one by one, behind what the file tells of itself.
    #[must_use]
    pub fn rows(self) -> Rows<EndpointLicenseRow> {
        let (asking, limit) = (self.download.asking.clone(), self.limit);
        let spool = async move { self.download.spooled(OUTSIDE).await.map(Some) };
        Rows::new(asking, spool, move |spool, results| {
            walk_endpoint_licenses(spool, limit, |row| {
                let bytes = row.weight();
                results.put_heavy(row, bytes)
            })
        })
    }

    /// Asks for all rows, at most so many.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if there are more, and those of [`Rows::try_next`].
    pub async fn all(self, most: usize) -> Result<Vec<EndpointLicense>> {
        let (mut rows, mut items) = (self.rows(), Vec::new());
        while let Some(row) = rows.try_next().await? {
            let EndpointLicenseRow::Item(item) = row else { continue };
            if items.len() == most {
                return Err(Error::new(ErrorKind::Decode, format!("there are more than {most} Jump Items")));
            }
            items.push(item);
        }
        Ok(items)
    }
}

impl EndpointLicenseRow {
    /// About how many bytes it holds.
    fn weight(&self) -> usize {
        let all = |texts: &[String]| texts.iter().map(|text| text.len() + size_of::<String>()).sum::<usize>();
        match self {
            Self::Head(head) => all(&head.columns).saturating_add(all(&head.others)),
            Self::Item(item) => [
                &item.name,
                &item.host,
                &item.jumpoint,
                &item.remote_app,
                &item.license_used,
                &item.jump_method,
                &item.jump_group,
            ]
            .iter()
            .fold(all(&item.extra), |sum, text| sum.saturating_add(text.len())),
        }
    }
}

impl EndpointLicense {
    /// Returns whether a license is used; none if that is written in words that nobody has seen.
    #[must_use]
    pub fn is_used(&self) -> Option<bool> {
        match self.license_used.trim().to_ascii_lowercase().as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    fn of(row: &csv::ByteRecord) -> Self {
        let text = |column: usize| String::from_utf8_lossy(row.get(column).unwrap_or_default()).into_owned();
        Self {
            name: text(0),
            host: text(1),
            jumpoint: text(2),
            remote_app: text(3),
            license_used: text(4),
            jump_method: text(5),
            jump_group: text(6),
            extra: (KNOWN..row.len()).map(text).collect(),
        }
    }
}

/// Walks over the rows of a ZIP file that was saved, until `visit` says that it is enough. Columns go
/// by their place, since their heads may be translated.
///
/// # Errors
/// [`ErrorKind::Decode`] if it is something else, broken, longer inside than `limit`, or so much longer
/// than outside that no such file is; [`ErrorKind::Io`] if it cannot be read.
pub fn walk_endpoint_licenses(
    mut from: impl Read + Seek,
    limit: u64,
    mut visit: impl FnMut(EndpointLicenseRow) -> bool,
) -> Result<()> {
    let len =
        from.seek(SeekFrom::End(0)).map_err(|source| unreadable("the ZIP file cannot be read", source))?;
    let limit = most_inside(len, RATIO, limit);
    let mut archive = open(from)?;
    let (mut found, mut others) = (None, Vec::new());
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).map_err(broken)?.name_raw().to_vec();
        match found {
            None if name == ENTRY.as_bytes() => found = Some(index),
            _ => others.push(String::from_utf8_lossy(&name).into_owned()),
        }
    }
    let found = found
        .ok_or_else(|| Error::new(ErrorKind::Decode, format!("there is no `{ENTRY}` in the ZIP file")))?;
    let mut entry = Bounded::new(archive.by_index(found).map_err(broken)?, limit);
    let walked = rows(&mut entry, others, &mut visit);
    match (walked, entry.fault()) {
        (Err(_), Some(fault)) => Err(fault),
        (walked, _) => walked,
    }
}

fn rows(
    entry: &mut impl Read,
    others: Vec<String>,
    visit: &mut impl FnMut(EndpointLicenseRow) -> bool,
) -> Result<()> {
    let since = Cell::new(0);
    let metered = Metered { inner: entry, since: &since };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(metered);
    let mut row = csv::ByteRecord::new();
    let mut read = |row: &mut csv::ByteRecord| {
        since.set(0);
        let is_row = reader.read_byte_record(row).map_err(|source| {
            if since.get() > ROW {
                return Error::new(ErrorKind::Decode, format!("a row of `{ENTRY}` has no end"));
            }
            let at = source.position().map_or(0, csv::Position::line);
            let what = format!("line {at} of `{ENTRY}` cannot be read");
            match source.into_kind() {
                csv::ErrorKind::Io(source) => unreadable("the rows cannot be read to their end", source),
                _ => Error::new(ErrorKind::Decode, what),
            }
        })?;
        if row.len() > COLUMNS {
            let at = row.position().map_or(0, csv::Position::line);
            let what = format!("line {at} of `{ENTRY}` has more than {COLUMNS} columns");
            return Err(Error::new(ErrorKind::Decode, what));
        }
        Ok(is_row)
    };
    let mut columns = Vec::new();
    if read(&mut row)? {
        columns = row
            .iter()
            .map(|head| String::from_utf8_lossy(head).trim_start_matches('\u{feff}').to_owned())
            .collect();
    }
    if !visit(EndpointLicenseRow::Head(EndpointLicenseHead { columns, others })) {
        return Ok(());
    }
    while read(&mut row)? {
        if !visit(EndpointLicenseRow::Item(EndpointLicense::of(&row))) {
            break;
        }
    }
    Ok(())
}

/// Stops where a row has no end, before it fills the memory.
struct Metered<'a, R> {
    inner: &'a mut R,
    /// How much was read since a row began, but for what was read ahead.
    since: &'a Cell<u64>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > ROW {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.inner.read(buffer)?;
        self.since.set(self.since.get().saturating_add(u64::try_from(read).unwrap_or(u64::MAX)));
        Ok(read)
    }
}

fn broken(source: zip::result::ZipError) -> Error {
    Error::new(ErrorKind::Decode, "an entry of the ZIP file cannot be read").with_source(source)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(entries: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        Cursor::new(archive.finish().unwrap().into_inner())
    }

    fn walked(entries: &[(&str, &[u8])], limit: u64) -> Result<(EndpointLicenseHead, Vec<EndpointLicense>)> {
        let (mut head, mut items) = (EndpointLicenseHead::default(), Vec::new());
        walk_endpoint_licenses(packed(entries), limit, |row| {
            match row {
                EndpointLicenseRow::Head(told) => head = told,
                EndpointLicenseRow::Item(item) => items.push(item),
            }
            true
        })?;
        Ok((head, items))
    }

    #[test]
    fn rows_go_by_the_place_of_their_columns() {
        let csv = "\u{feff}\"Nom\",\"Hôte\"\n\"a, \"\"b\"\"\nc\",h,j,,yes,RDP,g,new,\nshort\n";
        let (head, items) =
            walked(&[("../../etc/x", b"no"), (ENTRY, csv.as_bytes()), ("other.csv", b"")], 1000).unwrap();
        assert_eq!(head.columns, ["Nom", "Hôte"]);
        assert_eq!(head.others, ["../../etc/x", "other.csv"]);
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].name, "a, \"b\"\nc");
        assert_eq!((items[0].is_used(), items[0].extra.len()), (Some(true), 2));
        assert_eq!((items[1].name.as_str(), items[1].is_used()), ("short", None));
    }

    #[test]
    fn what_is_no_such_file_is_an_error() {
        assert_eq!(
            walked(&[("x.csv", b"a")], 1000).unwrap_err().to_string(),
            "there is no `jump_items.csv` in the ZIP file"
        );
        let bomb = vec![b'a'; 1_000_000];
        let error = walked(&[(ENTRY, &bomb)], 1000).unwrap_err();
        assert_eq!(error.to_string(), "there is more inside than 1000 bytes");
        let endless = [b"a\n\"".as_slice(), &vec![b'a'; 10_000_000]].concat();
        let error = walked(&[(ENTRY, &endless)], 1 << 30).unwrap_err();
        assert_eq!(error.to_string(), "a row of `jump_items.csv` has no end");
        let wide = [b"a\nb\n".as_slice(), &[b','; 256]].concat();
        let error = walked(&[(ENTRY, &wide)], 1 << 30).unwrap_err();
        assert_eq!(error.to_string(), "line 3 of `jump_items.csv` has more than 256 columns");
        let packed_well = b"a\n".repeat(9 << 20);
        let error = walked(&[(ENTRY, &packed_well)], 1 << 30).unwrap_err();
        assert_eq!(error.to_string(), "there is more inside than 16777216 bytes");
        let error = walk_endpoint_licenses(Cursor::new(b"PK\x03\x04 and so on"), 1000, |_| true);
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Decode);
    }
}
