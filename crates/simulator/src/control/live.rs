//! What goes on, and the form in which the Command API tells it.

use bt_sra_core::Product;
use serde_json::{Value, json};

use super::Control;
use crate::command;
use crate::happenings::people;
use crate::oauth::ACCOUNTS;
use crate::profile::{Profile, Shape};
use crate::scenario::{self, Scenario};
use crate::store::set;
use crate::time;

/// What an account may do with the Command APIs.
const LEVELS: [&str; 3] = ["deny", "read_only", "full_access"];

impl Control {
    /// Returns what goes on: who is logged in, the sessions that run and those that are over with
    /// all that happened in them, the session keys, what is connected, the appliances, presentations,
    /// the chats of teams, and what sessions can have: fields, issues, skills. The XML API lists no
    /// sessions: here are their ids.
    #[must_use]
    pub fn sessions(&self) -> Value {
        let now = self.appliance.inner().time.now();
        let mut site = self.appliance.site();
        scenario::run(&mut site, now);
        command::bring_forward(&mut site, now);
        let people: Vec<Value> = site
            .live
            .people
            .iter()
            .map(|(id, person)| {
                let names = people::names(&site, *id);
                json!({
                    "id": id,
                    "username": names.username,
                    "display_name": names.public,
                    "invited": person.invited.is_some(),
                    "status": person.status,
                    "since": time::text(person.since),
                })
            })
            .collect();
        // None of them can fail to become JSON.
        let value = |part: Result<Value, serde_json::Error>| part.unwrap_or_default();
        json!({
            "people": people,
            "running": value(serde_json::to_value(&site.live.sessions)),
            "ended": value(serde_json::to_value(&site.live.ended)),
            "keys": value(serde_json::to_value(&site.live.keys)),
            "clients": value(serde_json::to_value(&site.live.clients)),
            "appliances": value(serde_json::to_value(&site.live.appliances)),
            "fields": value(serde_json::to_value(&site.live.fields)),
            "presentations": value(serde_json::to_value(&site.live.presentations)),
            "issues": value(serde_json::to_value(&site.live.issues)),
            "skills": value(serde_json::to_value(&site.live.skills)),
            "team_chats": value(serde_json::to_value(&site.live.team_chats)),
        })
    }

    /// Lets a scenario begin now, in place of the one that was under way.
    pub fn play(&self, scenario: &Scenario) {
        let now = self.appliance.inner().time.now();
        let mut site = self.appliance.site();
        scenario::run(&mut site, now);
        scenario::begin(&mut site, now.second, scenario);
    }

    /// Returns what the scenario has still ahead, and what became of the steps that are over: those
    /// that could not happen say why.
    #[must_use]
    pub fn plan(&self) -> Value {
        let now = self.appliance.inner().time.now();
        let mut site = self.appliance.site();
        scenario::run(&mut site, now);
        scenario::shown(&site)
    }

    /// Sets what an account may do with the Command APIs: `deny`, `read_only` or `full_access`.
    ///
    /// # Errors
    ///
    /// In words, if there is no such account or no such level.
    pub fn permit_command(&self, client_id: &str, level: &str) -> Result<(), String> {
        if !LEVELS.contains(&level) {
            return Err(format!("there is no level `{level}`, but {}", LEVELS.join(", ")));
        }
        let id = self.account(client_id, |account| account.id);
        let id = id.ok_or_else(|| format!("there is no API account with the client id `{client_id}`"))?;
        if let Some(row) = self.appliance.site().store.row_mut(ACCOUNTS, 0, id) {
            set(row, "perm_command", json!(level));
        }
        Ok(())
    }

    /// Returns the product.
    #[must_use]
    pub fn product(&self) -> Product {
        self.appliance.site().product
    }

    /// Returns the form in which the documents of the Command API are written.
    #[must_use]
    pub fn profile(&self) -> Profile {
        command::profile(&self.appliance.site())
    }

    /// Sets the form in which the documents of the Command API are written.
    pub fn set_profile(&self, profile: Profile) {
        self.appliance.site().switches.profile = Some(profile);
    }

    /// Makes the documents of the XML API deviate in a way that clients should survive, or not any
    /// more: `shape("no_ts", true)`. [`shapes`](Self::shapes) lists the ways.
    ///
    /// # Errors
    ///
    /// In words, if there is no such way.
    pub fn shape(&self, name: &str, on: bool) -> Result<(), String> {
        let shape = Shape::named(name)?;
        self.appliance.site().switches.shapes.set(shape, on);
        Ok(())
    }

    /// Returns the ways in which documents of the XML API can deviate: their names, what they do,
    /// and whether they are on.
    #[must_use]
    pub fn shapes(&self) -> Vec<(&'static str, &'static str, bool)> {
        let shapes = self.appliance.site().switches.shapes;
        Shape::ALL.iter().map(|shape| (shape.name, shape.says, shapes.has(*shape))).collect()
    }
}
