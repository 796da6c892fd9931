//! Receives what an appliance sends.
//!
#![doc = include_str!("../SERVER.md")]

mod dead_letters;
mod deadline;
mod durable;
mod exec;
mod forward;
mod gate;
mod listener;
mod ndjson;
mod notice;
mod places;
mod program;
mod receiver;
mod record;
mod request;
mod seen;
mod sink;
#[cfg(test)]
mod tests;
pub mod tickets;
mod tls;

pub use exec::ExecSink;
pub use forward::ForwardSink;
pub use gate::{Gate, Networks};
pub use listener::Listener;
pub use ndjson::NdjsonSink;
pub use notice::{Notice, NoticeKind, Observer, Quiet};
pub use program::Program;
pub use receiver::{Duplicates, Receiver, ReceiverBuilder};
pub use record::Record;
pub use sink::Sink;
pub use tls::ServerTls;
