//! JSON answers, read without loss.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bt_sra_fuzz::json_answer(bytes));
