//! The bytes of a report, passed on as they come. What the appliance says in place of a report is
//! an error here too, and what breaks off is noticed: the bytes are read along.

use std::io::Read;

use bt_sra::reporting::model::report::Item;
use bt_sra::reporting::model::{Element, FromElement, ItemReader, Limits, List, NoData};
use bt_sra::{Body, Error, ErrorKind};
use bytes::Bytes;
use tokio::io::AsyncWriteExt as _;

use super::print::note_nothing;
use crate::failure::{Failure, Result};
use crate::output;
use crate::progress::{Progress, Unit};

/// What is held until it is clear that it is a report. Refusals are short.
const HELD: usize = 256 << 10;

/// A root may hold nothing but a refusal: that would have come by then.
const ENOUGH: usize = 16 << 10;

/// What is read from a file at once.
const PIECE: usize = 64 << 10;

/// Where the bytes come from.
pub(super) enum Pieces {
    /// The answer of the appliance.
    Net(Body, http::StatusCode),
    /// A file.
    File(Box<dyn Read>),
}

impl Pieces {
    async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        match self {
            Self::Net(body, _) => body.chunk().await.transpose(),
            Self::File(file) => {
                let mut piece = vec![0; PIECE];
                let length = loop {
                    match file.read(&mut piece) {
                        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                        Err(error) => {
                            let why = "the report cannot be read";
                            return Err(Error::new(ErrorKind::Io, why).with_source(error));
                        }
                        Ok(length) => break length,
                    }
                };
                piece.truncate(length);
                Ok((length > 0).then(|| piece.into()))
            }
        }
    }
}

/// Something in a report that nobody looks into.
#[derive(Debug)]
struct Passed;

impl FromElement for Passed {
    fn from_element(_: Element<'_>) -> Result<Self, Error> {
        Ok(Self)
    }
}

impl Item for Passed {
    const ROOT: &'static str = "";
    const NAMES: &'static [&'static str] = &[];
}

/// Passes bytes on to standard output.
pub(super) async fn run(
    mut pieces: Pieces,
    name: &str,
    no_data: NoData,
    progress: Option<&Progress>,
) -> Result<()> {
    let mut out = Out { stdout: tokio::io::stdout(), held: Vec::new(), is_open: false };
    let mut reader: ItemReader<Passed> = ItemReader::with(List::any(), Limits::default(), no_data);
    if let Some(progress) = progress {
        progress.begin(name, Unit::Bytes);
    }
    let mut items = 0u64;
    let ended: Result<(), Error> = loop {
        let piece = match pieces.next().await {
            Ok(Some(piece)) => piece,
            Ok(None) => break reader.finish().map(drop),
            Err(error) => break Err(error),
        };
        let read = read(&mut reader, &piece, &mut items);
        if let Some(progress) = progress {
            progress.add(piece.len() as u64);
        }
        // Whatever it is, it begins sooner.
        if read.is_ok() && reader.head().is_none() && out.held.len() > HELD {
            let why = format!("no document begins within {HELD} bytes");
            break Err(Error::new(ErrorKind::Decode, why));
        }
        out.take(piece, items > 0 || (reader.head().is_some() && reader.refusal().is_none())).await?;
        if let Err(error) = read {
            break Err(error);
        }
    };
    let ended = ended.map_err(|error| match &pieces {
        Pieces::Net(_, status) => error.with_status(*status),
        Pieces::File(_) => error,
    });
    let refusal = reader.refusal();
    if let Some(refusal) = refusal.filter(|_| items == 0 && ended.is_ok()) {
        note_nothing(name, Some(refusal));
        return Ok(());
    }
    // A refusal is told, and not printed; what broke off is printed as far as it came.
    if items > 0 || reader.head().is_some() && refusal.is_none() {
        out.open().await?;
    }
    ended.map_err(|error| {
        let failure = Failure::from(error.with_operation(name.to_owned()));
        match items {
            0 => failure,
            _ => failure.with_hint("what came before is printed; the report is not complete"),
        }
    })
}

/// Reads along.
fn read(reader: &mut ItemReader<Passed>, mut piece: &[u8], items: &mut u64) -> Result<(), Error> {
    while reader.next_item(&mut piece)?.is_some() {
        *items += 1;
    }
    Ok(())
}

struct Out {
    stdout: tokio::io::Stdout,
    held: Vec<u8>,
    is_open: bool,
}

impl Out {
    /// Takes a piece, and passes it on once it is clear that it may be.
    async fn take(&mut self, piece: Bytes, is_report: bool) -> Result<()> {
        if self.is_open {
            return self.write(&piece).await;
        }
        self.held.extend_from_slice(&piece);
        if is_report && self.held.len() > ENOUGH {
            self.open().await?;
        }
        Ok(())
    }

    async fn open(&mut self) -> Result<()> {
        self.is_open = true;
        let held = std::mem::take(&mut self.held);
        self.write(&held).await
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        crate::progress::clear_for_data();
        self.stdout.write_all(bytes).await.map_err(|error| output::broken(&error))?;
        self.stdout.flush().await.map_err(|error| output::broken(&error))
    }
}
