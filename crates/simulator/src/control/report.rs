//! How an appliance is set, and what is about to happen.

use bt_sra_core::Timestamp;
use serde_json::Value;

use super::Control;
use crate::appliance::lock;
use crate::faults::Fault;
use crate::log::{Counters, Exchange};
use crate::oauth::ACCOUNTS;
use crate::store::flag;

/// What can be switched while an appliance runs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Switches {
    /// Whether the rate limits are enforced and told.
    pub limits: bool,
    /// Whether unknown fields and parameters are refused, and headers asked for.
    pub strict: bool,
    /// Whether exchanges are captured.
    pub capture: bool,
}

impl Control {
    /// Returns the time by the appliance's clock, in whole seconds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let second = self.appliance.inner().time.now().second;
        Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Whether the appliance's clock stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.appliance.inner().time.held()
    }

    /// Returns how everything is switched.
    #[must_use]
    pub fn switches(&self) -> Switches {
        let capture = lock(&self.appliance.inner().log).capture;
        let switches = self.appliance.site().switches;
        Switches { limits: switches.limits, strict: switches.strict, capture }
    }

    /// Returns what was counted.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.appliance.counters()
    }

    /// Returns the captured exchanges, oldest first.
    #[must_use]
    pub fn log(&self) -> Vec<Exchange> {
        self.appliance.log()
    }

    /// Returns the client id and the name of each API account.
    #[must_use]
    pub fn accounts(&self) -> Vec<(String, String)> {
        self.appliance.accounts().into_iter().map(|account| (account.client_id, account.name)).collect()
    }

    /// Returns the faults that have not happened yet, as far as they are left.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.appliance.inner().faults).all().to_vec()
    }

    /// Returns what can be given to an account and taken from it, `enabled` among it, and whether
    /// it has it. There may be no such account.
    #[must_use]
    pub fn permissions(&self, client_id: &str) -> Option<Vec<(String, bool)>> {
        let site = self.appliance.site();
        let account = site.accounts.iter().find(|account| account.client_id == client_id)?;
        let row = site.store.row(ACCOUNTS, 0, account.id)?;
        let names = row.iter().filter(|(_, value)| matches!(value, Value::Bool(_)));
        Some(names.map(|(name, _)| (name.clone(), flag(&row, name))).collect())
    }
}
