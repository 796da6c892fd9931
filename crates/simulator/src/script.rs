//! Scripts for consoles: their file format, their actions, and who may write what in them.
//!
//! Read and written here from the facts of the format alone.

mod actions;
mod file;

use std::collections::BTreeMap;

use bt_sra_core::Product;

pub(crate) use self::file::{read, write};

use self::actions::{ACTIONS, Kind};
use crate::happenings::sessions;
use crate::unconfirmed::script as unconfirmed;
use crate::world::Site;

/// How parameters begin that set attributes of the session.
pub(crate) const ATTRIBUTE: &str = "session.custom.";

/// The one action that the web console knows.
pub(crate) const JUMP: &str = "start_jump_item_session";

/// The action that comes first in every script.
pub(crate) const LOGIN: &str = "login";

/// A command as it is written, before anybody has judged it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Command {
    pub(crate) action: String,
    pub(crate) parameters: Vec<(String, String)>,
}

impl Command {
    /// Returns a parameter that is not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The attributes for the session.
    pub(crate) fn attributes(&self) -> BTreeMap<String, String> {
        let named = |(name, value): &(String, String)| {
            Some((name.strip_prefix(ATTRIBUTE)?.to_owned(), value.clone()))
        };
        self.parameters.iter().filter_map(named).collect()
    }
}

/// Sees that a site knows a command and takes its parameters.
///
/// # Errors
///
/// In words, with the name of the parameter.
pub(crate) fn judge(site: &Site, command: &Command) -> Result<(), String> {
    let Command { action: name, parameters } = command;
    let known = |only: Option<Product>| only.is_none_or(|only| only == site.product);
    let action = ACTIONS
        .iter()
        .find(|action| action.name == name && known(action.only))
        .ok_or_else(|| format!("{}{name}", unconfirmed::UNKNOWN_ACTION))?;
    for (place, (name, value)) in parameters.iter().enumerate() {
        let repeated = parameters.iter().take(place).any(|(other, _)| other == name);
        if repeated && unconfirmed::REPEATED_IS_REFUSED {
            return Err(format!("{}{name}", unconfirmed::REPEATED));
        }
        if action.session && name.starts_with(ATTRIBUTE) {
            continue;
        }
        match action.parameters.iter().find(|parameter| parameter.name == name) {
            Some(parameter) if !value.is_empty() && !parameter.kind.fits(value) => {
                return Err(format!("{}{name}", unconfirmed::BAD_VALUE));
            }
            Some(_) => {}
            None if site.switches.strict => return Err(format!("{}{name}", unconfirmed::UNKNOWN_PARAMETER)),
            None => {}
        }
    }
    let missing =
        action.parameters.iter().find(|parameter| parameter.needed && command.get(parameter.name).is_none());
    if let Some(missing) = missing {
        return Err(format!("{}{}", unconfirmed::MISSING, missing.name));
    }
    if action.name == LOGIN {
        let given = action.parameters.iter().filter(|parameter| command.get(parameter.name).is_some());
        if !matches!(given.count(), 0 | 3) {
            return Err(unconfirmed::LOGIN_IN_PART.to_owned());
        }
    }
    let filtered = |(name, value): &(String, String)| {
        !value.is_empty() && (name == "search_string" || name.starts_with("client."))
    };
    if action.name == JUMP && !parameters.iter().any(filtered) {
        return Err(format!("{}search_string", unconfirmed::MISSING));
    }
    sessions::check_attributes(site, &BTreeMap::new(), &command.attributes())
        .map_err(|trouble| format!("{}{ATTRIBUTE}{trouble}", unconfirmed::BAD_VALUE))
}

impl Kind {
    fn fits(self, value: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Short => value.chars().count() <= 255,
            Self::Port => value.parse::<u16>().is_ok_and(|port| port > 0),
            Self::One(values) => values.contains(&value),
            Self::Display => {
                let pixels = |text: &str| text.parse::<u16>().is_ok_and(|pixels| pixels > 0);
                matches!(value, "primary_display" | "all_displays")
                    || value.split_once('x').is_some_and(|(width, height)| pixels(width) && pixels(height))
            }
        }
    }
}
