//! What people and appliances do: they log in, begin sessions, chat, go; data are synchronized.
//!
//! The rules of both Command APIs, of triggers and of what happens by itself. Names of people,
//! teams and machines are those of the Configuration API.

pub(crate) mod appliances;
pub(crate) mod clients;
pub(crate) mod jumps;
pub(crate) mod keys;
pub(crate) mod machines;
pub(crate) mod outbound;
pub(crate) mod people;
pub(crate) mod sessions;
pub(crate) mod tickets;

use std::fmt;

use crate::world::Site;

/// Reads a number as appliances write them: without a sign, and without zeros before it.
pub(crate) fn number(text: &str) -> Option<i64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = text == "0" || !text.starts_with('0');
    text.parse().ok().filter(|_| digits && plain)
}

/// Why something cannot happen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Trouble {
    /// There is no such running session.
    NoSession(String),
    /// There is no such person, or it is not logged in.
    NoPerson(String),
    /// There is no such queue.
    NoQueue(String),
    /// Several users have the name.
    Ambiguous(String),
    /// A value is wrong: of the parameter with this name, for this reason.
    Value(String, &'static str),
    /// It does not go with how things are.
    State(&'static str),
    /// The appliances cannot do it.
    Failover(&'static str),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSession(lsid) => write!(f, "there is no running session {lsid}"),
            Self::NoPerson(who) => write!(f, "there is no user {who}, or nobody logged in who is"),
            Self::NoQueue(queue) => write!(f, "there is no queue {queue}"),
            Self::Ambiguous(name) => write!(f, "several users are called {name}"),
            Self::Value(name, why) => write!(f, "{name}: {why}"),
            Self::State(why) | Self::Failover(why) => f.write_str(why),
        }
    }
}

/// Lets everything happen that is due, and returns the second in which something happens next.
pub(crate) fn pass(site: &mut Site, now: i64) -> i64 {
    let synced = appliances::pass(site, now);
    let expires = keys::pass(site, now);
    people::pass(site, now);
    sessions::pass(site, now);
    people::pass_invited(site, now);
    clients::pass(site, now);
    synced.min(expires).min(tickets::pass(site, now))
}
