//! Tokens in files.

use std::sync::Arc;

use async_trait::async_trait;
use bt_sra_auth::{Flight, MemoryTokens, Token, TokenKey, TokenState, TokenStore};
use bt_sra_core::{Clock, ExposeSecret, Result, SystemClock, Timestamp};
use serde::{Deserialize, Serialize};

use crate::Folder;
use crate::lock::Lock;

/// Keeps each account's token in a file, shared by all processes of the user.
///
/// When the files fail (a full disk, a lock that somebody keeps), this process goes on with its
/// memory, and a trace says so: the bookkeeping must not stop the work.
#[derive(Clone, Debug)]
pub struct FileTokens {
    folder: Folder,
    clock: Arc<dyn Clock>,
    memory: Arc<MemoryTokens>,
}

impl FileTokens {
    /// Keeps them in `folder`.
    #[must_use]
    pub fn new(folder: Folder) -> Self {
        Self { folder, clock: Arc::new(SystemClock), memory: Arc::default() }
    }

    /// Sets the clock that paces the waits for a lock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }
}

/// What stands in the file. Times are seconds since 1970.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Stored {
    Token { value: String, fresh_until: i64 },
    Refused { until: i64 },
}

#[async_trait]
impl TokenStore for FileTokens {
    async fn load(&self, key: &TokenKey) -> Result<TokenState> {
        let text = match self.folder.read(&file_name(key)) {
            Ok(text) => text,
            Err(error) => {
                tracing::warn!(%error, "going on with the token in memory");
                return self.memory.load(key).await;
            }
        };
        // A damaged file is as good as none: a new token replaces it.
        let stored = serde_json::from_str(&text).ok();
        let time = |seconds| Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        Ok(match stored {
            Some(Stored::Token { value, fresh_until }) => {
                TokenState::Token(Token::new(value, time(fresh_until)))
            }
            Some(Stored::Refused { until }) => TokenState::Refused(time(until)),
            // Nobody has stored one, or this process could not.
            None => self.memory.load(key).await?,
        })
    }

    async fn save(&self, key: &TokenKey, state: TokenState) -> Result<()> {
        let stored = match &state {
            TokenState::Empty => None,
            TokenState::Token(token) => Some(Stored::Token {
                value: token.value().expose_secret().to_owned(),
                fresh_until: token.fresh_until().as_second(),
            }),
            TokenState::Refused(until) => Some(Stored::Refused { until: until.as_second() }),
        };
        let text = stored.and_then(|stored| serde_json::to_string(&stored).ok()).unwrap_or_default();
        match self.folder.replace(&file_name(key), &text) {
            Ok(()) => self.memory.save(key, TokenState::Empty).await,
            Err(error) => {
                tracing::warn!(%error, "keeping the token in memory");
                self.memory.save(key, state).await
            }
        }
    }

    async fn begin(&self, key: &TokenKey) -> Result<Flight> {
        match Lock::wait(&self.folder, &format!("token-{}.lock", key.as_str()), &*self.clock).await {
            Ok(lock) => Ok(Flight::new(lock)),
            Err(error) => {
                tracing::warn!(%error, "fetching a token without asking other processes");
                self.memory.begin(key).await
            }
        }
    }
}

fn file_name(key: &TokenKey) -> String {
    format!("token-{}.json", key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, FileTokens) {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        (home, FileTokens::new(folder))
    }

    #[tokio::test]
    async fn what_was_saved_is_there_for_another_process() {
        let (_home, store) = store();
        let key = TokenKey::new(b"one");
        let expires = Timestamp::from_second(1_767_229_200).unwrap();
        store.save(&key, TokenState::Token(Token::new("tok", expires))).await.unwrap();
        let other = FileTokens::new(store.folder.clone());
        let TokenState::Token(token) = other.load(&key).await.unwrap() else { panic!("no token") };
        assert!(token.is(&"tok".into()) && token.fresh_until() == expires);
        assert!(matches!(other.load(&TokenKey::new(b"two")).await.unwrap(), TokenState::Empty));
        other.save(&key, TokenState::Refused(expires)).await.unwrap();
        assert!(matches!(store.load(&key).await.unwrap(), TokenState::Refused(until) if until == expires));
        store.save(&key, TokenState::Empty).await.unwrap();
        assert!(matches!(other.load(&key).await.unwrap(), TokenState::Empty));
    }

    #[tokio::test]
    async fn a_damaged_file_is_as_good_as_none() {
        let (_home, store) = store();
        let key = TokenKey::new(b"one");
        for text in ["{", "\u{0}", r#"{"token":{}}"#, "null"] {
            store.folder.replace(&file_name(&key), text).unwrap();
            assert!(matches!(store.load(&key).await.unwrap(), TokenState::Empty));
        }
        std::fs::write(store.folder.path().join(file_name(&key)), b"\xff\xfe").unwrap();
        assert!(matches!(store.load(&key).await.unwrap(), TokenState::Empty));
    }

    #[tokio::test]
    async fn the_right_to_fetch_is_held_by_one_at_a_time() {
        let (_home, store) = store();
        let clock = bt_sra_core::ManualClock::new();
        let store = store.with_clock(Arc::new(clock.clone()));
        let key = TokenKey::new(b"one");
        let first = store.begin(&key).await.unwrap();
        let mut second = Box::pin(store.begin(&key));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(second.as_mut().poll(&mut context).is_pending());
        store.begin(&TokenKey::new(b"two")).await.unwrap();
        drop(first);
        clock.advance(std::time::Duration::from_secs(1));
        assert!(second.as_mut().poll(&mut context).is_ready());
    }

    #[tokio::test]
    async fn files_that_fail_are_made_up_for_by_memory() {
        let (_home, store) = store();
        let key = TokenKey::new(b"one");
        std::fs::create_dir(store.folder.path().join(file_name(&key))).unwrap();
        std::fs::create_dir(store.folder.path().join(format!("token-{}.lock", key.as_str()))).unwrap();
        let _flight = store.begin(&key).await.unwrap();
        let until = Timestamp::from_second(1_767_229_200).unwrap();
        store.save(&key, TokenState::Token(Token::new("tok", until))).await.unwrap();
        assert!(matches!(store.load(&key).await.unwrap(), TokenState::Token(_)));
    }

    #[tokio::test]
    async fn a_lock_that_somebody_keeps_is_not_waited_for_for_ever() {
        let (_home, store) = store();
        let clock = bt_sra_core::ManualClock::impatient();
        let store = store.with_clock(Arc::new(clock.clone()));
        let key = TokenKey::new(b"one");
        let _kept = store.begin(&key).await.unwrap();
        let _anyway = store.begin(&key).await.unwrap();
        assert!(clock.monotonic() >= std::time::Duration::from_secs(90));
    }
}
