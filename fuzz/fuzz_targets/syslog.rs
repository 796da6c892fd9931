//! A log as an appliance, or anybody, may send it: any bytes are records or an error, within bounds.
#![no_main]

use std::io::{Cursor, Write};

use bt_sra::reporting::{SyslogLimits, walk_syslog};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|data: &[u8]| {
    let mut limits = SyslogLimits::default();
    (limits.inside, limits.line, limits.open, limits.open_bytes) = (1 << 20, 300, 4, 1000);
    let mut count = 0_usize;
    let mut walk = |bytes: &[u8]| {
        let mut told = 0_usize;
        let walked = walk_syslog(Cursor::new(bytes), &limits, |record| {
            count += 1;
            told += record.raw.len();
            assert!(record.fields.iter().all(|(name, value)| name.len() + value.len() <= record.raw.len()));
            true
        });
        (walked.is_ok(), told)
    };
    walk(data);
    // The same as a file in a ZIP file: what could be read is no less.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let middle = data.len() / 2;
    for (name, bytes) in [("syslog", &data[middle..]), ("syslog.1.gz", &data[..middle])] {
        archive.start_file(name, options).expect("a name");
        archive.write_all(bytes).expect("memory");
    }
    walk(archive.finish().expect("memory").get_ref());
});
