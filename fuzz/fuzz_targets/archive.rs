//! Archives as anybody may send them: any bytes are a state, events or an error, and walking over
//! a state gives the same as reading it.
#![no_main]

use bt_sra::reporting::{read_archive_state, walk_archive_events, walk_archive_state};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let limit = 1 << 20;
    let mut rows = 0;
    let walked = walk_archive_state(data, limit, |row| {
        rows += usize::from(row.record.is_some());
        true
    });
    match read_archive_state(data, limit) {
        Ok(state) => {
            assert!(walked.is_ok());
            // Of records with the same identifier only the last one counts.
            assert!(state.tables().map(|(_, count)| count).sum::<usize>() <= rows);
        }
        Err(error) => assert_eq!(walked.expect_err("an error").to_string(), error.to_string()),
    }
    let _ = walk_archive_events(data, limit, |event| {
        let _ = (event.kind(), event.inserted().count(), event.updated().count(), event.deleted().count());
        true
    });
});
