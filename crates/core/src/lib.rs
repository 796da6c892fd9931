//! What every crate of bt-sra shares.
//!
#![doc = include_str!("../README.md")]

mod clock;
mod error;
mod id;
mod paging;
mod patch;
mod product;
mod site;
mod timestamp;

pub use clock::{Clock, ManualClock, Sleep, SystemClock};
pub use error::{Error, ErrorKind, FieldErrors, Result, is_unseen};
pub use paging::Paging;
pub use patch::Patch;
pub use product::Product;
pub use secrecy::{ExposeSecret, SecretString};
pub use site::Site;
pub use timestamp::Timestamp;

/// What [`id_types!`] needs at the place of its use.
#[doc(hidden)]
pub mod __private {
    pub use serde::{self, Deserialize, Serialize};
}
