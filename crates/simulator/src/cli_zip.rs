//! The archive with the `btapi` executable that the appliance hands out.

use std::fs::File;
use std::io::{self, Cursor};
use std::path::Path;

use bytes::Bytes;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs the executable as the one entry `btapi`, mode 0755, so that it runs after `unzip`.
pub(crate) fn pack(executable: &Path) -> io::Result<Bytes> {
    let mut file = File::open(executable)?;
    let length = file.metadata()?.len();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .large_file(length > u64::from(u32::MAX))
        .unix_permissions(0o755);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("btapi", options)?;
    io::copy(&mut file, &mut archive)?;
    Ok(Bytes::from(archive.finish()?.into_inner()))
}
