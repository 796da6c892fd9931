//! What reports tell of the time before the start.

use super::Control;

impl Control {
    /// Returns how many sessions there were in the year before the start.
    #[must_use]
    pub fn history(&self) -> u64 {
        self.appliance.site().history.count()
    }

    /// Sets how many sessions there were in the year before the start. Those that are there before
    /// and after keep their lsids, but not their times.
    pub fn set_history(&self, sessions: u64) {
        self.appliance.site().history.resize(sessions);
    }

    /// Returns how many bytes a recording has at least.
    #[must_use]
    pub fn recordings(&self) -> u64 {
        self.appliance.site().switches.recording
    }

    /// Sets how many bytes a recording has at least.
    pub fn set_recordings(&self, bytes: u64) {
        self.appliance.site().switches.recording = bytes;
    }
}
