//! Scripts and addresses as text.

mod addresses;
mod hostile;
mod scripts;
mod survives;
mod table;

use crate::{ClientScript, Script};
