//! Where events go.

use std::fmt;

use async_trait::async_trait;
use bt_sra_core::Result;

use super::Record;

/// Keeps events. The appliance gets its 200 only when the sink has one; while it takes its time,
/// the appliance waits, and an error makes it send the event again later.
///
/// One event is stored at a time, in the order in which they came. Storing goes on when the
/// appliance hangs up.
#[async_trait]
pub trait Sink: fmt::Debug + Send + Sync {
    /// Stores an event, so that it outlasts a crash if the sink is one that can.
    ///
    /// # Errors
    /// Whatever keeps it from being stored.
    async fn store(&self, record: &Record) -> Result<()>;

    /// Returns the ids of the last events that were stored, oldest first: duplicates of them are
    /// recognized after a restart. A sink without memory returns none.
    fn recent(&self) -> Vec<String> {
        Vec::new()
    }
}
