//! How the Backup API answers.

use super::Control;
use crate::backup_file::Backup;

impl Control {
    /// Returns how the Backup API answers.
    #[must_use]
    pub fn backup(&self) -> Backup {
        self.appliance.site().switches.backup
    }

    /// Sets how the Backup API answers. What the content follows from stays as it is.
    pub fn set_backup(&self, backup: Backup) {
        let switches = &mut self.appliance.site().switches;
        switches.backup = Backup { seed: switches.backup.seed, ..backup };
    }
}
