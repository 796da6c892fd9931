//! The reader of XML answers.

#![no_main]

use bt_sra_xml_model::{Answer, Limits, answer, command, read, report};

#[path = "../../crates/xml-model/src/tests/survives.rs"]
mod survives;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| survives::survives(bytes, None));
