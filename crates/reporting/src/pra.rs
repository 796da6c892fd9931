//! Privileged Remote Access.

use bt_sra_transport::Pipeline;

use crate::handles::handle;

handle!("Privileged Remote Access");
