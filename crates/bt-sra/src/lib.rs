//! The facade of bt-sra.
//!
#![doc = include_str!("../README.md")]

#[cfg(any(feature = "pra", feature = "rs"))]
mod client;
mod connection;
mod environment;
#[cfg(feature = "pra")]
pub mod pra;
mod raw;
#[cfg(feature = "rs")]
pub mod rs;

/// What the Configuration APIs of both products have in common: calls, lists, and what takes
/// several calls. Their resources are in `pra::config` and `rs::config`.
#[cfg(feature = "config")]
pub mod config {
    pub use bt_sra_config::{
        Answer, Call, Download, Ensure, Ensured, Find, Found, Held, Hold, Items, Json, List, Listing, Page,
        Paged, Pages, Raw, Until,
    };
}

pub use bt_sra_auth::{
    ClientCredentials, MemoryBudget, MemoryTokens, OAuth, Permit, RateBudget, RateHint, RateLimits,
    TokenStore, Unlimited,
};
pub use bt_sra_core::{
    Clock, Error, ErrorKind, ExposeSecret, FieldErrors, ManualClock, Paging, Patch, Product, Result,
    SecretString, Site, Sleep, SystemClock, Timestamp, is_unseen,
};
#[cfg(feature = "store")]
pub use bt_sra_store::{FileBudget, FileTokens, Folder};
pub use bt_sra_transport::{
    Ahead, Body, CallOptions, HyperTransport, KeepAlive, Operation, Pipeline, Proxy, Repeat, RetryPolicy,
    TlsSettings, Transport, Wait, WaitObserver, save,
};
pub use connection::{Connection, ConnectionBuilder};
pub use raw::RawCall;

#[cfg(test)]
mod tests {
    use super::*;

    fn is_send<T: Send>(value: T) -> T {
        value
    }

    /// Never run: that it compiles is the test.
    #[expect(dead_code, reason = "compiled only")]
    async fn every_future_can_be_moved_to_another_thread(connection: Connection, body: Body) {
        let raw = || connection.raw(http::Method::GET, "/");
        let _ = is_send(raw().send()).await;
        let _ = is_send(raw().send_any()).await;
        let mut chunks = Body::whole("");
        let _ = is_send(chunks.chunk()).await;
        let _ = is_send(body.collect(1)).await;
        let answer = http::Response::new(Body::whole(""));
        let _ = is_send(save::save(answer, std::path::Path::new("."), &save::SaveOptions::default())).await;
    }

    #[test]
    fn what_users_hold_can_be_shared_and_cloned() {
        fn check<T: Clone + Send + Sync + std::fmt::Debug + 'static>() {}
        check::<Connection>();
        check::<ConnectionBuilder>();
        check::<RawCall>();
        check::<OAuth>();
        #[cfg(feature = "pra")]
        check::<pra::Client>();
        #[cfg(feature = "rs")]
        check::<rs::Client>();
    }
}
