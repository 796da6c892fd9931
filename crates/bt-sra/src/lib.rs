#![doc = include_str!("../README.md")]

mod connection;
mod environment;
#[cfg(feature = "pra")]
pub mod pra;
mod raw;
#[cfg(feature = "rs")]
pub mod rs;

pub use bt_sra_auth::{
    ClientCredentials, MemoryBudget, MemoryTokens, OAuth, Permit, RateBudget, RateHint, RateLimits,
    TokenStore, Unlimited,
};
pub use bt_sra_core::{
    Clock, Error, ErrorKind, ExposeSecret, FieldErrors, ManualClock, Paging, Patch, Product, Result,
    SecretString, Site, SystemClock, Timestamp,
};
#[cfg(feature = "store")]
pub use bt_sra_store::{FileBudget, FileTokens, Folder};
pub use bt_sra_transport::{
    Ahead, Body, CallOptions, HyperTransport, KeepAlive, Operation, Pipeline, Proxy, Repeat, RetryPolicy,
    TlsSettings, Transport, save,
};
pub use connection::{Connection, ConnectionBuilder};
pub use raw::RawCall;
