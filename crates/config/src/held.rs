//! What is taken for a while and has to be given back: the credential of a vault account.

use std::fmt;
use std::future::Future;
use std::ops::Deref;
use std::time::Duration;

use bt_sra_core::{Error, Result};
use bt_sra_transport::{Afterwards, RetryPolicy};

use crate::{Answer, Call};

/// How long giving back may take when nobody waits for it.
const GIVING_BACK: Duration = Duration::from_secs(120);

/// Takes something that has to be given back. Made by `hold` of the handles.
///
/// [`send`](Self::send) returns a guard; [`with`](Self::with) runs a closure in between.
#[derive(Clone, Debug)]
#[must_use = "nothing is taken until it is sent"]
pub struct Hold<T> {
    take: Call<T>,
    back: Call<()>,
}

/// Something that was taken, to be used through `Deref`, until it is given back.
///
/// [`check_in`](Self::check_in) gives it back and says whether that worked. When the guard is
/// dropped instead, at the end of its scope, by an early return, by a panic that unwinds or
/// because the future that holds it was dropped, the same is started in the background, on the
/// tokio runtime on which it was taken. What that promises and what not:
///
/// - While the runtime goes on, it is done, with the retries of the client, within two minutes. A
///   failure can only be traced (a warning).
/// - When the runtime is shut down before, it is **not** done: await
///   [`Pipeline::settled`](bt_sra_transport::Pipeline::settled) (`settled` of a client) at the end
///   of `main`.
/// - When the process is killed or aborts, or on a panic with `panic = "abort"`, it is **not**
///   done. What remains is the appliance's own limit of a check-out.
///
/// The appliance counts by API account, not by process: checking in ends the check-out of every
/// other process that uses the same API account, too.
#[must_use = "it is given back when dropped"]
pub struct Held<T> {
    value: T,
    back: Back,
}

/// Gives back when dropped.
struct Back {
    call: Option<Call<()>>,
    afterwards: Afterwards,
}

impl<T: Answer + Send + 'static> Hold<T> {
    pub(crate) fn new(take: Call<T>, back: Call<()>) -> Self {
        Self { take, back }
    }

    /// Limits how long taking may take.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.take = self.take.with_deadline(deadline);
        self
    }

    /// Sets when and how often to try again, in taking and in giving back.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.take = self.take.with_retry(policy);
        self.back = self.back.with_retry(policy);
        self
    }

    /// Takes it, and returns the guard.
    ///
    /// If the returned future is dropped before it is ready, taking goes on in the background,
    /// and what was taken is given back at once. The same is tried where the answer was lost, so
    /// that nobody knows whether it was taken.
    ///
    /// # Errors
    /// As [`Call::send`].
    pub async fn send(self) -> Result<Held<T>> {
        let afterwards = self.take.pending().afterwards();
        let Self { take, back } = self;
        let inner = afterwards.clone();
        let taking = async move {
            match take.send().await {
                Ok(value) => Ok(Held { value, back: Back { call: Some(back), afterwards: inner } }),
                Err(error) => {
                    if error.may_have_acted() {
                        inner.start("check in what may have been checked out", lenient(back));
                    }
                    Err(error)
                }
            }
        };
        afterwards.lasting(taking).await
    }

    /// Takes it, runs `work` with it, and gives it back: when `work` succeeds, when it fails, when
    /// it panics, and when the returned future is dropped.
    ///
    /// ```
    /// # #[cfg(feature = "pra")]
    /// # mod example {
    /// use bt_sra_config::pra::{Config, VaultAccountId};
    /// use bt_sra_core::{Error, SecretString};
    ///
    /// # async fn log_in(_name: &str, _password: &SecretString) -> Result<(), Error> { Ok(()) }
    /// async fn rotate_by_hand(config: &Config, account: VaultAccountId) -> Result<(), Error> {
    ///     let hold = config.vault_accounts().hold(account);
    ///     hold.with(async |credential| {
    ///         let name = credential.username.as_deref().unwrap_or("root");
    ///         match &credential.password {
    ///             Some(password) => log_in(name, password).await,
    ///             None => Ok(()),
    ///         }
    ///     })
    ///     .await
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    /// What `work` fails with. When `work` succeeds and giving back fails, that failure: the work
    /// was done, but the appliance may still count it as taken.
    pub async fn with<R, E, W, F>(self, work: W) -> Result<R, E>
    where
        W: FnOnce(T) -> F,
        F: Future<Output = Result<R, E>>,
        E: From<Error>,
    {
        let Held { value, back } = self.send().await.map_err(E::from)?;
        let result = work(value).await;
        match (result, back.give().await) {
            (Ok(result), Ok(())) => Ok(result),
            (Ok(_), Err(error)) => Err(E::from(error)),
            (Err(error), _) => Err(error),
        }
    }
}

impl<T> Held<T> {
    /// Gives it back. This goes on when the returned future is dropped.
    ///
    /// # Errors
    /// As [`Call::send`]; [`Error::may_have_acted`] says whether it may have been given back all
    /// the same.
    pub async fn check_in(self) -> Result<()> {
        self.back.give().await
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Held<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Held").field(&self.value).finish()
    }
}

impl Back {
    async fn give(mut self) -> Result<()> {
        let Some(call) = self.call.take() else { return Ok(()) };
        self.afterwards.lasting(call.send()).await
    }
}

impl Drop for Back {
    fn drop(&mut self) {
        if let Some(call) = self.call.take() {
            self.afterwards.start("check in", call.with_deadline(GIVING_BACK).send());
        }
    }
}

/// Gives back what was perhaps never taken: that there is nothing to give back is fine.
async fn lenient(back: Call<()>) -> Result<()> {
    match back.with_deadline(GIVING_BACK).send().await {
        Err(error) if error.status().is_some_and(|status| status.is_client_error()) => Ok(()),
        result => result,
    }
}
