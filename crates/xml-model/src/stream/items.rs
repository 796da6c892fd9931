//! Items of a saved file, or of anything else that is read.

use std::io::{self, Read};

use bt_sra_core::{Error, ErrorKind, Result};

use super::list::{Head, List};
use super::no_data::NoData;
use super::parallel::ParallelItems;
use super::reader::{Ending, ItemReader};
use crate::{FromElement, Limits, Refusal};

/// Bytes that are read at a time.
const PIECE: usize = 32 << 10;

/// The items of a list that is read from somewhere. It ends with the document, or behind an error
/// after which nothing can be read.
///
/// ```
/// use bt_sra_xml_model::{Items, List, Tree};
///
/// let saved = &b"<team_list><team id='1'/><team id='2'/></team_list>"[..];
/// let mut teams = Items::<_, Tree>::new(saved, List::of(&["team_list"], &["team"]));
/// let ids: Result<Vec<_>, bt_sra_core::Error> =
///     teams.by_ref().map(|team| Ok(team?.attributes["id"].clone())).collect();
/// assert_eq!(ids?, ["1", "2"]);
/// assert_eq!(teams.ending().map(|ending| ending.items), Some(2));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Items<R, T> {
    pub(super) source: Source<R>,
    pub(super) reader: ItemReader<T>,
    pub(super) ending: Option<Ending>,
    /// Nothing comes any more.
    pub(super) is_over: bool,
}

/// What is read from, and what of it is not taken yet.
#[derive(Debug)]
pub(super) struct Source<R> {
    read: R,
    piece: Vec<u8>,
    taken: usize,
    length: usize,
}

impl<R: Read, T: FromElement> Items<R, T> {
    /// Reads a document of that kind, within the default limits.
    #[must_use]
    pub fn new(read: R, list: List) -> Self {
        Self::with(read, list, Limits::default(), NoData::default())
    }

    /// Reads a document with limits, and with the sentences that mean that there is nothing.
    #[must_use]
    pub fn with(read: R, list: List, limits: Limits, no_data: NoData) -> Self {
        let source = Source { read, piece: vec![0; PIECE], taken: 0, length: 0 };
        Self { source, reader: ItemReader::with(list, limits, no_data), ending: None, is_over: false }
    }

    /// Reads on so many threads beside this one, which then only cuts; the order stays. With one
    /// worker or none, this thread does all.
    #[must_use]
    pub fn parallel(self, workers: usize) -> ParallelItems<R, T>
    where
        T: Send + 'static,
    {
        ParallelItems::new(self, workers)
    }
}

impl<R, T> Items<R, T> {
    /// Returns the root and what stands beside the items, as far as it was read.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.reader.head()
    }

    /// Returns what the appliance said in place of items, even if it means that there is no data.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.reader.refusal()
    }

    /// Returns how the list ended, once it has, and not with an error.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }
}

impl<R: Read, T: FromElement> Items<R, T> {
    /// Ends, with an error if the document is not over.
    pub(super) fn end(&mut self) -> Result<()> {
        self.is_over = true;
        self.ending = Some(self.reader.finish()?);
        Ok(())
    }

    fn advance(&mut self) -> Result<Option<T>> {
        loop {
            let mut piece = self.source.rest();
            let before = piece.len();
            let item = self.reader.next_item(&mut piece);
            self.source.taken += before - piece.len();
            if let Some(item) = item? {
                return Ok(Some(item));
            }
            if !self.source.fill()? {
                return Ok(None);
            }
        }
    }
}

impl<R: Read, T: FromElement> Iterator for Items<R, T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.is_over {
            return None;
        }
        let next = self.advance();
        self.is_over = self.reader.is_over();
        match next {
            Ok(Some(item)) => Some(Ok(item)),
            Ok(None) if self.is_over => None,
            Ok(None) => self.end().err().map(Err),
            Err(error) => {
                self.is_over |= error.kind() == ErrorKind::Io;
                Some(Err(error))
            }
        }
    }
}

impl<R: Read> Source<R> {
    pub(super) fn rest(&self) -> &[u8] {
        self.piece.get(self.taken..self.length).unwrap_or_default()
    }

    pub(super) fn take(&mut self, count: usize) {
        self.taken += count;
    }

    /// Reads more; says whether there was any.
    pub(super) fn fill(&mut self) -> Result<bool> {
        loop {
            match self.read.read(&mut self.piece) {
                Ok(length) => {
                    self.taken = 0;
                    self.length = length;
                    return Ok(length > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    return Err(Error::new(ErrorKind::Io, "the document cannot be read").with_source(error));
                }
            }
        }
    }
}
