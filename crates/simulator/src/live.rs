//! What goes on at a site right now: who is logged in, which sessions run, who is connected, how
//! the appliances do. Data only; what happens to it is in `happenings`.

pub(crate) mod appliance;
pub(crate) mod client;
pub(crate) mod key;
pub(crate) mod machine;
pub(crate) mod outbox;
pub(crate) mod person;
pub(crate) mod plan;
pub(crate) mod session;
pub(crate) mod ticket;

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use self::appliance::Appliances;
use self::client::Client;
use self::key::Key;
use self::outbox::Outbox;
use self::person::Person;
use self::plan::Plan;
use self::session::{Field, Issue, Line, Presentation, Session};
use self::ticket::Tickets;
use crate::rng::Rng;
use crate::unconfirmed;

/// The live state of a site.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Live {
    /// Makes the keys and ids of what goes on.
    pub(crate) rng: Rng,
    /// Who is logged in to the console, by user id.
    pub(crate) people: BTreeMap<i64, Person>,
    /// The sessions that run, in the order of their beginning.
    pub(crate) sessions: Vec<Session>,
    /// The number that was given to a session last.
    #[serde(default)]
    pub(crate) last_session: u64,
    /// The last sessions that are over, in the order of their end.
    pub(crate) ended: VecDeque<Session>,
    /// At most one of each user.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) presentations: Vec<Presentation>,
    pub(crate) keys: Vec<Key>,
    /// What is connected, by an id that is valid only as long.
    pub(crate) clients: BTreeMap<i64, Client>,
    pub(crate) last_client: i64,
    pub(crate) last_invited: i64,
    /// The names of those who were invited and are gone: reports tell of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) guests: BTreeMap<i64, String>,
    pub(crate) appliances: Appliances,
    /// The custom fields of sessions that are configured.
    pub(crate) fields: Vec<Field>,
    /// What customers can choose from on the public site (RS).
    pub(crate) issues: Vec<Issue>,
    /// Code names of skills (RS).
    pub(crate) skills: Vec<String>,
    /// The last messages to the chats of teams, by team.
    pub(crate) team_chats: BTreeMap<i64, VecDeque<Line>>,
    /// Who is told of events.
    #[serde(default)]
    pub(crate) outbox: Outbox,
    /// What was asked of the ticket system.
    #[serde(default)]
    pub(crate) tickets: Tickets,
    /// What is planned to happen.
    pub(crate) plan: Plan,
}

impl Live {
    /// Finds a running session; digits are compared without case.
    pub(crate) fn session(&self, lsid: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.lsid.eq_ignore_ascii_case(lsid))
    }

    pub(crate) fn session_mut(&mut self, lsid: &str) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.lsid.eq_ignore_ascii_case(lsid))
    }

    /// The running sessions that somebody is in.
    pub(crate) fn sessions_of(&self, user: i64) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(move |session| session.has(user))
    }

    /// Puts a session aside that is over.
    pub(crate) fn keep(&mut self, session: Session) {
        if self.ended.len() >= unconfirmed::ENDED_SESSIONS_KEPT {
            self.ended.pop_front();
        }
        self.ended.push_back(session);
    }
}
