//! Reports of every type, through the public API. The first byte says how many of the next ones are
//! lengths.

#![no_main]

use bt_sra_reporting::{Day, Plan, Report, SummaryBy, SurveyBy, Surveys, Whose, Window, rs};

#[path = "../../crates/reporting/src/tests/survives.rs"]
mod survives;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((count, rest)) = bytes.split_first() else { return };
    let (lengths, bytes) = rest.split_at(usize::from(*count).min(rest.len()));
    let cuts: Vec<usize> = lengths.iter().map(|length| usize::from(*length)).collect();
    survives::survives(bytes, &cuts);
});
