//! Saving and loading.

use std::io;

use serde_json::Value;

use super::Control;
use crate::state;

impl Control {
    /// Writes the whole state of the site down: every row, the accounts with their secrets and
    /// tokens, the clock, the switches. Treat the document as a secret.
    ///
    /// An appliance that loads it answers as this one would. Faults that wait, captured exchanges
    /// and the counts of requests and connections are not in it.
    ///
    /// # Errors
    ///
    /// None that are known.
    pub fn save(&self) -> io::Result<Value> {
        state::save(&self.appliance.site(), &self.appliance.inner().time)
    }

    /// Puts the site into a state that was written down by `save`, at any time and by any
    /// appliance of the same product. Tokens live on for as long as they would have.
    ///
    /// # Errors
    ///
    /// With what is wrong with the document, and where. Nothing is changed then.
    pub fn load(&self, document: &Value) -> io::Result<()> {
        state::load(&mut self.appliance.site(), &self.appliance.inner().time, document)
    }
}
