//! What is connected to the appliance.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::unconfirmed;

/// A connected client.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Client {
    pub(crate) what: Connected,
    pub(crate) since: i64,
    pub(crate) private_ip: String,
    pub(crate) public_ip: String,
    /// Seconds from UTC.
    pub(crate) offset: i64,
    /// The latest events of the connection.
    pub(crate) events: VecDeque<Noted>,
}

/// Whose client it is.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Connected {
    /// The console of a user.
    Console(i64),
    /// The customer or the machine of a session.
    Customer(String),
    /// Somebody who attends the presentation of a user: the how manieth.
    Attendee { user: i64, number: i64 },
    /// A node of a Jumpoint.
    Agent { jumpoint: i64, node: i64 },
}

/// An event of a connection.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Noted {
    pub(crate) at: i64,
    pub(crate) text: String,
}

impl Client {
    /// Adds an event; of too many the oldest is forgotten.
    pub(crate) fn note(&mut self, at: i64, text: impl Into<String>) {
        if self.events.len() >= unconfirmed::CLIENT_EVENTS_KEPT {
            self.events.pop_front();
        }
        self.events.push_back(Noted { at, text: text.into() });
    }
}
