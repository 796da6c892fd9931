//! The hands on a simulated appliance: time, faults, accounts.

mod backup;
mod history;
mod live;
pub(crate) mod outbound;
mod report;
mod state;
mod tickets;

pub use self::report::Switches;

use std::time::Duration;

use serde_json::{Value, json};

use crate::answer::Refusal;
use crate::appliance::{Appliance, lock};
use crate::course;
use crate::faults::Fault;
use crate::oauth::{Account, MOST_TOKENS};
use crate::rules;
use crate::scenario;
use crate::triggers;

/// Makes time pass and things go wrong, while the appliance runs.
#[derive(Clone, Debug)]
pub struct Control {
    appliance: Appliance,
}

impl Appliance {
    /// Returns what makes time pass and things go wrong.
    #[must_use]
    pub fn control(&self) -> Control {
        Control { appliance: self.clone() }
    }
}

impl Control {
    /// Puts the appliance's clock forward: tokens expire, rate windows open, rotations happen.
    pub fn advance(&self, span: Duration) {
        self.appliance.inner().time.advance(span);
    }

    /// Makes the appliance's clock stand still, or go on: then what has passed meanwhile passes at
    /// once. A clock that stands still can be put forward.
    pub fn freeze(&self, on: bool) {
        self.appliance.inner().time.hold(on);
    }

    /// Makes something go wrong. Of several faults that fit a request the first one happens.
    pub fn fault(&self, fault: Fault) {
        lock(&self.appliance.inner().faults).add(fault);
    }

    /// Forgets all faults that have not happened yet.
    pub fn clear_faults(&self) {
        lock(&self.appliance.inner().faults).clear();
    }

    /// Returns how many faults have not happened yet.
    #[must_use]
    pub fn waiting_faults(&self) -> usize {
        lock(&self.appliance.inner().faults).waiting()
    }

    /// Forgets the captured exchanges.
    pub fn clear_log(&self) {
        lock(&self.appliance.inner().log).clear();
    }

    /// Switches the capture of exchanges.
    pub fn capture(&self, on: bool) {
        lock(&self.appliance.inner().log).capture = on;
    }

    /// Switches the rate limits and their headers.
    pub fn limits(&self, on: bool) {
        self.appliance.site().switches.limits = on;
    }

    /// Switches the refusal of unknown fields and parameters, and of requests to the JSON Command API
    /// without the headers that it wants.
    pub fn strict(&self, on: bool) {
        self.appliance.site().switches.strict = on;
    }

    /// Makes all tokens of all accounts invalid.
    pub fn revoke_tokens(&self) {
        for account in &mut self.appliance.site().accounts {
            account.revoke();
        }
    }

    /// Makes all tokens of an account invalid. Tells whether there is such an account.
    pub fn revoke_tokens_of(&self, client_id: &str) -> bool {
        self.account(client_id, Account::revoke).is_some()
    }

    /// Issues tokens of an account to somebody else; of more than 30 the oldest become invalid.
    /// Tells whether there is such an account.
    pub fn take_tokens(&self, client_id: &str, count: usize) -> bool {
        let now = self.appliance.inner().time.now();
        // What comes before the last 30 is not seen by anybody.
        let taken = self.account(client_id, |account| account.lose(count.min(MOST_TOKENS), now));
        taken.is_some()
    }

    /// Gives an account a new secret, which makes its tokens invalid, and returns the secret.
    pub fn regenerate_secret(&self, client_id: &str) -> Option<String> {
        self.account(client_id, |account| {
            account.regenerate();
            account.secret.clone()
        })
    }

    /// Returns how many tokens of an account are valid.
    #[must_use]
    pub fn live_tokens(&self, client_id: &str) -> usize {
        let now = self.appliance.inner().time.now();
        self.account(client_id, |account| account.live_tokens(now)).unwrap_or_default()
    }

    /// Enables or disables an account.
    pub fn enable_account(&self, client_id: &str, enabled: bool) {
        self.permit(client_id, "enabled", enabled);
    }

    /// Gives or takes a permission of an account, by the name of its field in `/api-account`. The
    /// tokens of an account that is disabled are invalid at once.
    pub fn permit(&self, client_id: &str, permission: &str, allowed: bool) {
        let Some(id) = self.account(client_id, |account| account.id) else {
            return;
        };
        self.appliance.site().allow(id, permission, allowed);
    }

    /// Installs a node of a Jumpoint, which connects. Tells whether that can be.
    pub fn connect_jumpoint(&self, id: i64) -> bool {
        self.trigger(&json!({ "trigger": "jumpoint_connects", "id": id })).is_ok()
    }

    /// Makes something happen that the API cannot: `{"trigger": "jump_client_connects", "id": 5}`.
    /// Returns what came of it.
    ///
    /// # Errors
    ///
    /// In words, if the order is none, or if what it asks for cannot happen.
    pub fn trigger(&self, order: &Value) -> Result<Value, String> {
        let now = self.appliance.inner().time.now();
        let order = order.as_object().ok_or("an order is a JSON object")?;
        let mut site = self.appliance.site();
        scenario::run(&mut site, now);
        triggers::pull(&mut site, now, order)
    }

    /// Lists what can be made to happen: the triggers with their members and what they do.
    #[must_use]
    pub fn triggers(&self) -> Value {
        triggers::table(&self.appliance.site())
    }

    /// Returns a stored row as it is, secrets included: `stored("/jump-item/shell-jump", 5)`.
    #[must_use]
    pub fn stored(&self, resource: &str, id: i64) -> Option<Value> {
        self.appliance.site().store.row(resource, 0, id).map(|row| Value::Object(row.into_owned()))
    }

    /// Returns the ids of a resource, in the order of creation.
    #[must_use]
    pub fn ids(&self, resource: &str) -> Vec<i64> {
        self.appliance.site().store.scan(resource, 0).map(|(id, _)| id).collect()
    }

    /// Deletes a row behind the clients' backs, by the rules of the API. Tells whether it went.
    pub fn delete(&self, resource: &str, id: i64) -> bool {
        let mut site = self.appliance.site();
        let Some(table) = site.router.template(resource) else {
            return false;
        };
        let deleted: Result<(), Refusal> = rules::delete(&mut site, table, 0, id);
        course::wake(&mut site);
        deleted.is_ok()
    }

    fn account<T>(&self, client_id: &str, change: impl FnOnce(&mut Account) -> T) -> Option<T> {
        let mut site = self.appliance.site();
        site.accounts.iter_mut().find(|account| account.client_id == client_id).map(change)
    }
}
