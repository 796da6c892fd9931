//! Remote Support.

use bt_sra_transport::Pipeline;

use crate::handles::handle;

handle!("Remote Support");
