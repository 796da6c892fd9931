//! Calls that answer with a file.

use std::path::Path;
use std::time::Duration;

use bt_sra_core::Result;
use bytes::Bytes;
use http::{Request, Response};

use super::scope::Pending;
use crate::save::{SaveOptions, Saved, save};
use crate::{Body, RetryPolicy};

/// A call that answers with a file. Made by the methods of the handles.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct Download {
    pending: Pending,
}

impl Download {
    #[doc(hidden)]
    pub fn new(mut pending: Pending) -> Self {
        pending.accept = "*/*";
        Self { pending }
    }

    /// Returns the request without sending it: the address is a path with its query, and the token
    /// is still to be put on. See [`offline`](crate::api::offline).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        self.pending.request()
    }

    /// Limits how long the whole call may take, the body included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.pending.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.pending.options.retry = Some(policy);
        self
    }

    /// Sends the request and returns the answer, whose body is still to be read.
    ///
    /// # Errors
    /// Any kind but `Io`; what the appliance refuses is `Appliance` with the status.
    pub async fn send(self) -> Result<Response<Body>> {
        self.pending.accepted().await
    }

    /// Sends the request and saves the file in `folder`, under the name that the appliance gives
    /// it, made harmless. Nothing is replaced, and nothing stays behind if the answer breaks off.
    ///
    /// # Errors
    /// Those of [`send`](Self::send), and `Io` when the disk fails.
    pub async fn save(self, folder: impl AsRef<Path>) -> Result<Saved> {
        let name = self.pending.operation.name.clone();
        let response = self.send().await?;
        save(response, folder.as_ref(), &SaveOptions::default())
            .await
            .map_err(|error| error.with_operation(name))
    }
}
