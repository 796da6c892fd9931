//! File locks that are tried, with the clock in between, so that waiting never blocks a thread
//! and counts against the caller's deadline.

use std::fs::{File, TryLockError};
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result};

use crate::Folder;

/// How long a lock is waited for: longer than its holder may take with the usual limits of a
/// connection. Whoever holds it for more is stopped, or is not one of us.
const PATIENCE: Duration = Duration::from_secs(90);

/// The longest wait between two tries.
const LONGEST: Duration = Duration::from_millis(20);

/// A lock; given back when dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub(crate) struct Lock(#[expect(dead_code, reason = "held until it is dropped")] File);

impl Lock {
    /// Waits for the lock `name`.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if somebody keeps it for too long, or there are no locks here.
    pub(crate) async fn wait(folder: &Folder, name: &str, clock: &dyn Clock) -> Result<Self> {
        let file = folder.lock_file(name)?;
        let mut pause = Duration::from_micros(200);
        let end = clock.monotonic().saturating_add(PATIENCE);
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if clock.monotonic() >= end => {
                    let path = folder.path().join(name);
                    let why = format!("another process has kept {} locked for too long", path.display());
                    return Err(Error::new(ErrorKind::Store, why));
                }
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(source)) => {
                    return Err(
                        Error::new(ErrorKind::Store, "the token store cannot be locked").with_source(source)
                    );
                }
            }
            clock.sleep(pause + jitter(pause)).await;
            pause = (pause * 2).min(LONGEST);
        }
    }

    /// Takes the lock `name` if it is free.
    pub(crate) fn take(folder: &Folder, name: &str) -> Option<Self> {
        let file = folder.lock_file(name).ok()?;
        file.try_lock().ok().map(|()| Self(file))
    }
}

/// Something below `span`, so that those who wait do not come together.
fn jitter(span: Duration) -> Duration {
    let micros = u64::try_from(span.as_micros()).unwrap_or(u64::MAX).max(1);
    Duration::from_micros(RandomState::new().hash_one(0u8) % micros)
}
