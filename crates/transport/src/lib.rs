//! HTTP for the APIs of an appliance.
//!
#![doc = include_str!("../README.md")]

mod afterwards;
mod ahead;
mod answer;
pub mod api;
mod aside;
mod body;
mod budget;
mod deadline;
mod hyper_transport;
mod operation;
mod pipeline;
mod place;
mod progress;
mod proxy;
mod retry;
pub mod save;
mod tickets;
mod tls;
mod wait;

pub use afterwards::{Afterwards, Lasting};
pub use ahead::Ahead;
pub use answer::{accept, collect, json, refusal};
pub use aside::{Aside, Results, Spool};
pub use body::{Body, BoxBody};
pub use budget::{Permit, RateBudget, RateHint, Unlimited};
pub use hyper_transport::{HyperTransport, HyperTransportBuilder, KeepAlive};
pub use operation::{CallOptions, Large, Operation, Repeat};
pub use pipeline::{Anonymous, Authorization, Authorize, Pipeline, PipelineBuilder};
pub use progress::{Progress, ProgressObserver};
pub use proxy::Proxy;
pub use retry::RetryPolicy;
pub use tls::TlsSettings;
pub use wait::{Wait, WaitObserver, Waits};

use async_trait::async_trait;
use bt_sra_core::Result;
use bytes::Bytes;
use http::{Request, Response};

/// Sends one HTTP request.
#[async_trait]
pub trait Transport: std::fmt::Debug + Send + Sync {
    /// Sends `request`, whose address is complete, once: no retry, no token, no rate limit.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>>;
}
