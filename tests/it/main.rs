//! End-to-end tests: the facade and `btapi` against the simulator.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

mod canary;
mod changing_site;
mod chatbot;
mod cli;
mod command;
mod config;
mod conveniences;
mod fault_schedules;
mod faults;
mod in_process;
mod reporting;
mod reporting_files;
mod sharing;
mod wire;
