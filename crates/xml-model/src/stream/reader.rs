//! Pieces of bytes in, items out.

use std::vec;

use bt_sra_core::{Error, Result};

use super::batch::{Batch, Parsed};
use super::list::{Head, List};
use super::no_data::NoData;
use super::splitter::Splitter;
use crate::{FromElement, Limits, Refusal, text};

/// Reads a list item by item, from pieces of bytes of any length.
///
/// ```
/// use bt_sra_xml_model::{ItemReader, List, Tree};
///
/// const TEAMS: List = List::of(&["team_list"], &["team"]);
///
/// let mut teams = Vec::new();
/// let mut reader = ItemReader::<Tree>::new(TEAMS);
/// for mut piece in [&b"<team_list><team id='1'/><te"[..], b"am id='2'/></team", b"_list>"] {
///     while let Some(team) = reader.next_item(&mut piece)? {
///         teams.push(team.attributes["id"].clone());
///     }
/// }
/// assert_eq!(reader.finish()?.items, 2);
/// assert_eq!(teams, ["1", "2"]);
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Debug)]
pub struct ItemReader<T> {
    splitter: Splitter,
    no_data: NoData,
    ready: vec::IntoIter<Result<T>>,
    /// What comes behind the items that are ready.
    failure: Option<Error>,
    refusal: Option<Refusal>,
    /// Bytes of text that is kept beside the items.
    kept: usize,
    /// Items that were read.
    items: u64,
    /// Nothing is to be cut any more.
    is_over: bool,
    /// What is not well-formed, or refused, has been told.
    is_told: bool,
}

/// How a list ended.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Ending {
    /// The items it had.
    pub items: u64,
    /// Its length.
    pub bytes: u64,
    /// What the appliance said if there was nothing that matches and it did not send an empty list.
    pub no_data: Option<Refusal>,
}

impl<T: FromElement> ItemReader<T> {
    /// Makes one for a document of that kind, within the default limits.
    #[must_use]
    pub fn new(list: List) -> Self {
        Self::with(list, Limits::default(), NoData::default())
    }

    /// Makes one with limits, and with the sentences that mean that there is nothing.
    #[must_use]
    pub fn with(list: List, limits: Limits, no_data: NoData) -> Self {
        Self {
            splitter: Splitter::new(list, limits),
            no_data,
            ready: Vec::new().into_iter(),
            failure: None,
            refusal: None,
            kept: 0,
            items: 0,
            is_over: false,
            is_told: false,
        }
    }

    /// Takes bytes away from the front of `input` until an item is whole, and gives it; nothing when
    /// all bytes are taken and no item is left. At most some 32 KiB of further items are read ahead.
    ///
    /// # Errors
    /// - Those of an item that is not what was expected; the next call gives the next item.
    /// - [`ErrorKind::Appliance`](bt_sra_core::ErrorKind::Appliance) when the appliance refuses, be
    ///   it by itself or in place of items; [`ItemReader::refusal`] has it as a value.
    /// - Those of [`Splitter::next_batch`], and of what is not well-formed, behind all items that
    ///   were whole before. Nothing comes behind these, nor behind a refusal.
    pub fn next_item(&mut self, input: &mut &[u8]) -> Result<Option<T>> {
        loop {
            if let Some(item) = self.next_ready() {
                return item.map(Some);
            }
            match self.next_batch(input)? {
                Some(batch) => {
                    let parsed = batch.read();
                    self.splitter.recycle(batch);
                    self.take(parsed);
                }
                None => return Ok(None),
            }
        }
    }

    /// Says that no more bytes come. To be called when [`ItemReader::next_item`] has taken all and
    /// gives nothing any more.
    ///
    /// # Errors
    /// [`ErrorKind::Interrupted`](bt_sra_core::ErrorKind::Interrupted) if the document is not over,
    /// and as [`Splitter::finish`].
    pub fn finish(&mut self) -> Result<Ending> {
        self.splitter.finish()?;
        Ok(Ending { items: self.items, bytes: self.splitter.bytes(), no_data: self.refusal.clone() })
    }

    pub(super) fn next_ready(&mut self) -> Option<Result<T>> {
        if let Some(item) = self.ready.next() {
            return Some(item);
        }
        let error = self.failure.take()?;
        self.is_over = true;
        self.is_told = true;
        Some(Err(error))
    }

    pub(super) fn next_batch(&mut self, input: &mut &[u8]) -> Result<Option<Batch>> {
        if self.is_over {
            *input = &[];
            return Ok(None);
        }
        let batch = self.splitter.next_batch(input);
        self.is_over = batch.is_err();
        batch
    }

    /// Takes what was read, of which nothing may be left from before.
    pub(super) fn take(&mut self, parsed: Parsed<T>) {
        if self.refusal.is_some() {
            // What stands behind a refusal is not read, however it was cut.
            return;
        }
        self.items += u64::try_from(parsed.items.len()).unwrap_or(u64::MAX);
        self.ready = parsed.items.into_iter();
        self.failure = parsed.failure;
        self.kept = parsed.texts.iter().fold(self.kept, |sum, text| sum.saturating_add(text.len() + 1));
        let limit = self.splitter.limits().bytes;
        if self.kept > limit {
            let why = format!("the document has more than {limit} bytes of text beside the items");
            self.failure = Some(text::refuse(why));
        } else if let Some(head) = self.splitter.head_mut() {
            head.rest.elements.extend(parsed.others);
            for text in parsed.texts {
                let space = if head.rest.text.is_empty() { "" } else { " " };
                head.rest.text.push_str(space);
                head.rest.text.push_str(&text);
            }
        }
        if let Some(refusal) = parsed.refusal {
            if self.items > 0 || !self.no_data.is_meant_by(&refusal) {
                self.failure = Some(refusal.clone().into());
            }
            self.refusal = Some(refusal);
        }
    }

    /// Returns whether nothing comes any more, because something could not be read: after an error
    /// it tells whether the error was about one item only.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Whether nothing comes behind what was given last.
    pub(super) fn is_told(&self) -> bool {
        self.is_told
    }

    pub(super) fn splitter(&mut self) -> &mut Splitter {
        &mut self.splitter
    }
}

impl<T> ItemReader<T> {
    /// Returns the root and what stands beside the items, as far as it has come; nothing before the
    /// root has begun, nor if it is an `<error>`.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.splitter.head()
    }

    /// Returns what the appliance said in place of items, even if it means that there is no data.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }
}
