//! Calls of what is not typed.

use std::time::Duration;

use bt_sra_core::Result;
use http::Response;

use super::scope::Pending;
use crate::{Body, RetryPolicy};

/// A call by method and path. Made by `raw` of the handle of an API.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct Raw {
    pending: Pending,
}

impl Raw {
    #[doc(hidden)]
    pub fn new(pending: Pending) -> Self {
        Self { pending }
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
}
