//! Events in a file.

use std::path::Path;

use async_trait::async_trait;
use bt_sra_core::Result;
use serde::Deserialize;

use super::durable::{Log, tail};
use super::record::BEGINNING;
use super::{Record, Sink};

/// How much of the file is looked through for events that may come again.
const TAIL: u64 = 4 * 1024 * 1024;

/// Appends events to a file, one JSON object a line.
///
/// A line is on the disk before the appliance gets its answer. What a kill left of a line is taken
/// away at the next start. The file is private, belongs to one process at a time, and may be
/// renamed while it is written to: a new one follows.
#[derive(Debug)]
pub struct NdjsonSink {
    log: Log,
    recent: Vec<String>,
}

impl NdjsonSink {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](bt_sra_core::ErrorKind::Config) if it holds something else,
    /// [`ErrorKind::Io`](bt_sra_core::ErrorKind::Io) if it cannot be opened, or somebody else
    /// writes to it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        #[derive(Deserialize)]
        struct Stored {
            id: String,
        }
        let path = path.as_ref();
        // First of all: this takes half a line away.
        let log = Log::open(path, BEGINNING)?;
        let text = tail(path, TAIL)?;
        let ids = text.lines().filter_map(|line| serde_json::from_str::<Stored>(line).ok());
        Ok(Self { log, recent: ids.map(|stored| stored.id).collect() })
    }
}

#[async_trait]
impl Sink for NdjsonSink {
    async fn store(&self, record: &Record) -> Result<()> {
        self.log.append(record.to_line()).await
    }

    fn recent(&self) -> Vec<String> {
        self.recent.clone()
    }
}
