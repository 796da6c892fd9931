//! Console scripts, and the addresses of the Client Scripting API.

#![no_main]

use bt_sra_scripting::{ClientScript, Script};

#[path = "../../crates/scripting/src/tests/survives.rs"]
mod survives;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| survives::survives(bytes));
