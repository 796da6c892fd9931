//! Credentials and limits of an API account: OAuth2 client credentials, the token cache, and the
//! budget that keeps the appliance's rate limits.
//!
//! [`OAuth`] puts tokens on requests. Where tokens and budgets are kept is a seam: in memory here
//! ([`MemoryTokens`], [`MemoryBudget`]), on a file shared by processes in `bt-sra-store`.

mod credentials;
mod memory;
mod oauth;
mod token;
mod windows;

pub use bt_sra_transport::{Permit, RateBudget, RateHint, Unlimited};
pub use credentials::ClientCredentials;
pub use memory::{MemoryBudget, MemoryTokens};
pub use oauth::{OAuth, OAuthBuilder};
pub use token::{Flight, Token, TokenKey, TokenState, TokenStore};
pub use windows::{RateLimits, Slot, Windows};
