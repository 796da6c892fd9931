//! The rate budget in a file.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_auth::{MemoryBudget, Permit, RateBudget, RateHint, RateLimits, Slot, Windows, check_wait};
use bt_sra_core::{Clock, Result, Site, SystemClock};
use ring::digest;

use crate::Folder;
use crate::lock::Lock;

/// Keeps the rate limits of one API account together with all other processes of the user.
///
/// When the files fail (a full disk, a lock that somebody keeps), this process goes on by itself,
/// and a trace says so.
#[derive(Clone, Debug)]
pub struct FileBudget {
    inner: Arc<Inner>,
    memory: MemoryBudget,
    patience: Option<Duration>,
}

#[derive(Debug)]
struct Inner {
    folder: Folder,
    name: String,
    limits: RateLimits,
    clock: Arc<dyn Clock>,
}

impl FileBudget {
    /// Keeps the limits of the account `client_id` of `site` in `folder`.
    #[must_use]
    pub fn new(folder: Folder, site: &Site, client_id: &str, limits: RateLimits) -> Self {
        Self::with_clock(folder, site, client_id, limits, Arc::new(SystemClock))
    }

    /// Like [`new`](Self::new), by another clock. All processes must tell the same time.
    #[must_use]
    pub fn with_clock(
        folder: Folder,
        site: &Site,
        client_id: &str,
        limits: RateLimits,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let hash = digest::digest(&digest::SHA256, format!("{site}\n{client_id}").as_bytes());
        let name = hash.as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let memory = MemoryBudget::new(limits, Arc::clone(&clock));
        Self { inner: Arc::new(Inner { folder, name, limits, clock }), memory, patience: None }
    }

    /// Sets the longest wait for leave; see [`MemoryBudget::with_patience`].
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.memory = self.memory.with_patience(patience);
        self.patience = Some(patience);
        self
    }
}

impl Inner {
    fn file(&self) -> String {
        format!("budget-{}.txt", self.name)
    }

    fn lock_name(&self) -> String {
        format!("budget-{}.lock", self.name)
    }

    fn now(&self) -> u64 {
        u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0)
    }

    /// Changes the state; whoever calls holds the lock.
    fn change<T>(&self, change: impl FnOnce(&mut Windows, u64) -> T) -> Result<T> {
        // Damaged bookkeeping begins anew: the appliance's headers correct it.
        let mut windows = Windows::from_text(&self.folder.read(&self.file())?).unwrap_or_default();
        let result = change(&mut windows, self.now());
        self.folder.replace(&self.file(), &windows.to_text())?;
        Ok(result)
    }

    /// Takes a slot, or says how long to wait; fails with the files.
    async fn take(&self) -> Result<Result<Slot, Duration>> {
        let _lock = self.lock().await?;
        self.change(|windows, now| windows.take(self.limits, now))
    }

    async fn lock(&self) -> Result<Lock> {
        Lock::wait(&self.folder, &self.lock_name(), &*self.clock).await
    }
}

#[async_trait]
impl RateBudget for FileBudget {
    async fn acquire(&self) -> Result<Permit> {
        let inner = &self.inner;
        loop {
            match inner.take().await {
                Ok(Ok(slot)) => {
                    return Ok(Permit::new(Lease { inner: Arc::clone(inner), slot: Some(slot) }));
                }
                Ok(Err(wait)) => {
                    check_wait(wait, self.patience)?;
                    inner.clock.sleep(wait).await;
                }
                Err(error) => {
                    tracing::warn!(%error, "keeping the rate limits without other processes");
                    return self.memory.acquire().await;
                }
            }
        }
    }

    async fn release(&self, permit: Permit, hint: RateHint) -> Result<()> {
        let mut lease = match permit.into_inner::<Lease>() {
            Ok(lease) => lease,
            Err(permit) => return self.memory.release(permit, hint).await,
        };
        let inner = &self.inner;
        // The lease keeps its slot until the lock is there: a call that is cancelled here still
        // gives it back.
        let _lock = inner.lock().await?;
        let Some(slot) = lease.slot.take() else { return Ok(()) };
        inner.change(|windows, now| windows.give(slot, hint, inner.limits, now))
    }
}

/// A slot; when its call is cancelled, it is given back if that can be done at once, and is free
/// by itself after half a minute otherwise.
struct Lease {
    inner: Arc<Inner>,
    slot: Option<Slot>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(slot) = self.slot.take() else { return };
        let inner = &self.inner;
        if let Some(_lock) = Lock::take(&inner.folder, &inner.lock_name()) {
            let _ = inner.change(|windows, now| windows.give(slot, RateHint::default(), inner.limits, now));
        }
    }
}

#[cfg(test)]
mod tests {
    use bt_sra_core::ManualClock;

    use super::*;

    fn budget(folder: &Folder, clock: &ManualClock) -> FileBudget {
        let site = Site::parse("a.example").unwrap();
        FileBudget::with_clock(folder.clone(), &site, "id", RateLimits::new(2, 100), Arc::new(clock.clone()))
    }

    #[tokio::test]
    async fn two_processes_share_the_second() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        let clock = ManualClock::impatient();
        let (one, two) = (budget(&folder, &clock), budget(&folder, &clock));
        let first = one.acquire().await.unwrap();
        let second = two.acquire().await.unwrap();
        one.release(first, RateHint::default()).await.unwrap();
        two.release(second, RateHint::default()).await.unwrap();
        assert_eq!(clock.monotonic(), Duration::ZERO);
        drop(one.acquire().await.unwrap());
        assert_eq!(clock.monotonic(), Duration::from_secs(1));
    }

    #[tokio::test]
    async fn damaged_bookkeeping_begins_anew() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        let budget = budget(&folder, &ManualClock::impatient());
        folder.replace(&budget.inner.file(), "nonsense").unwrap();
        budget.acquire().await.unwrap();
        assert!(Windows::from_text(&folder.read(&budget.inner.file()).unwrap()).is_ok());
    }

    #[tokio::test]
    async fn files_that_fail_are_made_up_for_by_memory() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        let clock = ManualClock::impatient();
        let budget = budget(&folder, &clock);
        std::fs::create_dir(folder.path().join(budget.inner.file())).unwrap();
        for _ in 0..3 {
            let permit = budget.acquire().await.unwrap();
            budget.release(permit, RateHint::default()).await.unwrap();
        }
        assert_eq!(clock.monotonic(), Duration::from_secs(1), "two a second, by memory");
    }
}
