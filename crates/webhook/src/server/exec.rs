//! Events to a command.

use async_trait::async_trait;
use bt_sra_core::Result;

use super::{Program, Record, Sink};

/// Runs a command for each event, with the event as one line of JSON on its standard input. It has
/// the event when it ends with 0.
#[derive(Clone, Debug)]
pub struct ExecSink(Program);

impl ExecSink {
    /// Runs this command.
    #[must_use]
    pub fn new(program: Program) -> Self {
        Self(program)
    }
}

#[async_trait]
impl Sink for ExecSink {
    async fn store(&self, record: &Record) -> Result<()> {
        let line = record.to_line() + "\n";
        self.0.run(line.as_bytes()).await.map(drop)
    }
}
