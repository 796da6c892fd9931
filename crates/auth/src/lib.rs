//! Credentials and limits of an API account.
//!
#![doc = include_str!("../README.md")]

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
pub use windows::{RateLimits, Slot, Windows, check as check_wait};
