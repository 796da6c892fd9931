//! What nobody can guess.

use bt_sra_core::{Error, ErrorKind, Result};
use ring::rand::{SecureRandom, SystemRandom};

/// Returns 256 random bits, in hexadecimal digits.
pub(super) fn random() -> Result<String> {
    let mut bytes = [0; 32];
    let failed = |_| Error::new(ErrorKind::Io, "the system has no random numbers");
    SystemRandom::new().fill(&mut bytes).map_err(failed)?;
    Ok(hex(&bytes))
}

/// Writes bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
