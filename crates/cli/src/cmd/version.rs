//! `btapi version`

use crate::args::VERSION;
use crate::failure::Result;
use crate::output;

/// Prints the version, and whose tool this is.
pub(crate) fn run() -> Result<()> {
    output::write(format!("btapi {VERSION}\n").as_bytes())
}
