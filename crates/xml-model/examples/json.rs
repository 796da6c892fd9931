//! Prints saved documents of the Command API as JSON, one a line: `json FILE…`

use std::io::Write as _;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_xml_model::command::Reply;
use bt_sra_xml_model::read;

fn main() -> Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args_os().skip(1) {
        let failed = |source| Error::new(ErrorKind::Io, "a file cannot be read").with_source(source);
        let bytes = std::fs::read(&path).map_err(failed)?;
        let reply: Reply = read(&bytes)?;
        let line = serde_json::to_string(&reply)
            .map_err(|source| Error::new(ErrorKind::Decode, "not JSON").with_source(source))?;
        writeln!(out, "{line}").map_err(failed)?;
    }
    Ok(())
}
