//! One call: a request that waits to be sent, and how its answer is read.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bt_sra_core::Result;
use bytes::Bytes;
use http::{Request, StatusCode};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::Json;
use super::scope::{Pending, Within};
use crate::{RetryPolicy, refusal};

/// A call that answers with a `T`. Made by the methods of the handles.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T> {
    pending: Pending,
    answer: PhantomData<fn() -> T>,
}

/// What an answer may be read as.
pub trait Answer: Sized {
    /// Reads the body of a successful answer.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) when it is something else.
    fn read(body: &[u8]) -> Result<Self>;

    /// Reads the body of any answer; what was refused is an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) when it is something else, and what
    /// [`refusal`] makes of a refusal.
    fn read_by_status(status: StatusCode, body: &[u8]) -> Result<Self> {
        if status.is_success() { Self::read(body) } else { Err(refusal(status, body)) }
    }
}

impl<T> Call<T> {
    #[doc(hidden)]
    pub fn new(pending: Pending) -> Self {
        Self { pending, answer: PhantomData }
    }

    #[doc(hidden)]
    pub fn pending(&self) -> &Pending {
        &self.pending
    }

    #[doc(hidden)]
    pub fn within(mut self, within: &Within) -> Self {
        self.pending.limit(within);
        self
    }

    #[doc(hidden)]
    pub fn query(mut self, name: &'static str, value: impl ToString) -> Self {
        self.pending.set_query(name, value.to_string());
        self
    }

    #[doc(hidden)]
    pub fn json<B: Serialize>(mut self, body: &B) -> Self {
        self.pending.set_json(body);
        self
    }

    /// Returns the request without sending it: the address is a path with its query, and the token
    /// is still to be put on. See [`offline`](crate::api::offline).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        self.pending.request()
    }

    /// Limits how long the whole call may take, waits and retries included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.pending.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.pending.options.retry = Some(policy);
        self
    }
}

impl<T: Answer> Call<T> {
    /// Sends the request and reads the answer.
    ///
    /// # Errors
    /// Any kind but `Io`; what the appliance refuses is `Appliance` with the status.
    pub async fn send(self) -> Result<T> {
        let name = self.pending.operation.name.clone();
        let (body, status) = self.pending.answer().await?;
        T::read_by_status(status, &body).map_err(|error| error.with_operation(name).with_status(status))
    }
}

impl<T> Clone for Call<T> {
    fn clone(&self) -> Self {
        Self { pending: self.pending.clone(), answer: PhantomData }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.pending).finish()
    }
}

impl Answer for () {
    /// Takes any body for none: appliances differ in what they send where nothing is meant.
    fn read(_body: &[u8]) -> Result<Self> {
        Ok(())
    }
}

impl<T: DeserializeOwned> Answer for Vec<T> {
    fn read(body: &[u8]) -> Result<Self> {
        crate::json(body)
    }
}

impl Answer for Json {
    fn read(body: &[u8]) -> Result<Self> {
        crate::json(body)
    }
}

impl<T: Answer, E: Answer> Answer for std::result::Result<T, E> {
    /// Reads the good answer.
    fn read(body: &[u8]) -> Result<Self> {
        T::read(body).map(Ok)
    }

    /// Reads the good answer or the bad one, which shows the same and goes with a failing status.
    /// A refusal that shows nothing of it is one like any other.
    fn read_by_status(status: StatusCode, body: &[u8]) -> Result<Self> {
        if status.is_success() {
            return Self::read(body);
        }
        E::read(body).map(Err).map_err(|_| refusal(status, body))
    }
}

impl<T: Answer> Answer for Option<T> {
    /// For answers whose form nothing documents: what is empty, or JSON of another form, is none.
    /// The appliance has done what was asked, and a wrong guess must not look like a failure.
    fn read(body: &[u8]) -> Result<Self> {
        if body.trim_ascii().is_empty() {
            return Ok(None);
        }
        match T::read(body) {
            Ok(answer) => Ok(Some(answer)),
            Err(error) => crate::json::<IgnoredAny>(body).map(|_| None).map_err(|_| error),
        }
    }
}
