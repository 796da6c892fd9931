//! Key=value lines on standard input.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bt_sra_fuzz::key_value(bytes));
