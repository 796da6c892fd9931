//! How far a body has come, told to those who tell people.

use std::fmt;
use std::sync::Arc;

/// Hears how far a download has come.
pub trait ProgressObserver: fmt::Debug + Send + Sync {
    /// So many bytes of the file are here, of so many if that is known. A download that has to begin
    /// again goes back to nothing. Told for every few hundred kibibytes: it should not take long.
    fn at(&self, bytes: u64, total: Option<u64>);
}

/// Tells an observer, if there is one.
#[derive(Clone, Debug, Default)]
pub struct Progress(Option<Arc<dyn ProgressObserver>>);

impl Progress {
    /// Tells `observer`.
    #[must_use]
    pub fn told_to(observer: Arc<dyn ProgressObserver>) -> Self {
        Self(Some(observer))
    }

    pub(crate) fn at(&self, bytes: u64, total: Option<u64>) {
        if let Some(observer) = &self.0 {
            observer.at(bytes, total);
        }
    }
}
