//! API accounts as they are saved, with secrets and tokens.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Account, Token};
use crate::limits::{self, Windows, nanos};

/// The secret side of an account, written down. It has no `Debug`: nothing may show it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    /// The id of its row.
    pub(crate) id: i64,
    client_id: String,
    secret: String,
    tokens: Vec<SavedToken>,
    failures: u32,
    /// For how many nanoseconds it stays locked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    locked_for: Option<u64>,
    windows: limits::Saved,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SavedToken {
    value: String,
    /// For how many nanoseconds it lives.
    lives: u64,
}

impl Account {
    pub(crate) fn save(&self, now: Duration) -> Saved {
        let Self { id, client_id, secret, windows, tokens, failures, locked_until } = self;
        let left = |until: &Duration| nanos(until.saturating_sub(now));
        let living = tokens.iter().filter(|token| token.dies > now);
        Saved {
            id: *id,
            client_id: client_id.clone(),
            secret: secret.clone(),
            tokens: living
                .map(|token| SavedToken { value: token.value.clone(), lives: left(&token.dies) })
                .collect(),
            failures: *failures,
            locked_for: locked_until.as_ref().map(left),
            windows: windows.save(now),
        }
    }

    /// Reads what was written down; `then` is that moment by the clock of today.
    pub(crate) fn load(saved: Saved, then: Duration) -> Self {
        let until = |left: u64| then.saturating_add(Duration::from_nanos(left));
        Self {
            id: saved.id,
            client_id: saved.client_id,
            secret: saved.secret,
            windows: Windows::load(&saved.windows, then),
            tokens: saved
                .tokens
                .into_iter()
                .map(|token| Token { value: token.value, dies: until(token.lives) })
                .collect(),
            failures: saved.failures,
            locked_until: saved.locked_for.map(until),
        }
    }
}
