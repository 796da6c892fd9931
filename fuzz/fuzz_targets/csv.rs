//! Sheets in CSV.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bt_sra_fuzz::csv_sheet(bytes));
