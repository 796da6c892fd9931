//! Scripts and addresses as text.

mod addresses;
mod hostile;
mod scripts;
mod start_session;
mod survives;
mod table;

use crate::{ClientScript, Script};
