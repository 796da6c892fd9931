//! The report on licenses as anybody may send it: a ZIP file of any bytes, or with any bytes as its
//! table.
#![no_main]

use std::io::{Cursor, Write};

use bt_sra::reporting::walk_endpoint_licenses;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|data: &[u8]| {
    let _ = walk_endpoint_licenses(Cursor::new(data), 1 << 20, |_| true);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("jump_items.csv", SimpleFileOptions::default()).expect("a name");
    archive.write_all(data).expect("memory");
    let mut rows = 0_usize;
    let walked = walk_endpoint_licenses(archive.finish().expect("memory"), 1 << 20, |_| {
        rows += 1;
        true
    });
    walked.expect("any bytes are a table");
    assert!(rows <= data.len() + 1);
});
