//! What an appliance sends.
//!
#![doc = include_str!("../README.md")]

mod event;
mod fields;
mod form;
#[cfg(feature = "server")]
pub mod server;
mod ticket;

pub use event::{Event, EventKind};
pub use fields::Fields;
pub use ticket::{AskedItem, AskingUser, Decision, ReplyForm, ReplyNames, TicketRequest, Verdict};
