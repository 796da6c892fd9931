//! Work that runs ahead of the one who will ask for it.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bt_sra_core::{Error, ErrorKind, Result};
use tokio::task::JoinHandle;

/// A future that runs already, and stops when dropped: the next page of a list, while the
/// current one is looked at.
#[derive(Debug)]
pub struct Ahead<T>(JoinHandle<Result<T>>);

impl<T: Send + 'static> Ahead<T> {
    /// Starts `work`. Needs a tokio runtime.
    pub fn start(work: impl Future<Output = Result<T>> + Send + 'static) -> Self {
        Self(tokio::spawn(work))
    }
}

impl<T> Future for Ahead<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        Pin::new(&mut self.0).poll(context).map(|joined| match joined {
            Ok(result) => result,
            Err(source) => {
                Err(Error::new(ErrorKind::Interrupted, "the work was stopped by the runtime")
                    .with_source(source))
            }
        })
    }
}

impl<T> Drop for Ahead<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
