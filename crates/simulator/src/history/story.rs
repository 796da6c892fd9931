//! A session as reports tell it, wherever it comes from.

use crate::unconfirmed::reporting as unconfirmed;

/// A session with everything that is told of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Story {
    pub(crate) lsid: String,
    pub(crate) number: u64,
    pub(crate) started: i64,
    /// None of a session that runs.
    pub(crate) ended: Option<i64>,
    /// Where it came in (RS).
    pub(crate) portal: Option<(i64, String)>,
    pub(crate) external_key: String,
    /// Code name, display name, value.
    pub(crate) attributes: Vec<(String, String, String)>,
    pub(crate) recorded: bool,
    pub(crate) shells: u64,
    /// How often the representative's own screen was shown (RS).
    pub(crate) shows: u64,
    pub(crate) transfers: u64,
    pub(crate) moves: u64,
    pub(crate) deletions: u64,
    pub(crate) customer: Customer,
    pub(crate) jumpoint: Option<(i64, String)>,
    /// Kind, id, name.
    pub(crate) jump_group: Option<(&'static str, i64, String)>,
    /// The first one is the owner.
    pub(crate) people: Vec<Representative>,
    pub(crate) team: Option<(i64, String)>,
    /// When somebody took it (RS).
    pub(crate) joined: Option<i64>,
    /// Whether the customer and the owner have answered a survey (RS).
    pub(crate) surveyed: [bool; 2],
    pub(crate) events: Vec<Event>,
}

/// The customer, or the machine.
#[derive(Clone, Debug, Default)]
pub(crate) struct Customer {
    pub(crate) number: u64,
    pub(crate) name: String,
    pub(crate) public_ip: String,
    pub(crate) private_ip: String,
    pub(crate) hostname: String,
    pub(crate) system: String,
    /// What a customer has told at the beginning (RS): company and issue.
    pub(crate) told: Option<(String, String)>,
}

/// Somebody of the site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Representative {
    pub(crate) number: u64,
    /// None of somebody who is invited.
    pub(crate) id: Option<i64>,
    pub(crate) username: String,
    pub(crate) public: String,
    pub(crate) private: String,
    pub(crate) public_ip: String,
    pub(crate) private_ip: String,
    /// Web consoles have none.
    pub(crate) hostname: Option<String>,
    pub(crate) system: String,
    pub(crate) seconds: i64,
}

/// Something that has happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Event {
    pub(crate) at: i64,
    pub(crate) what: &'static str,
    pub(crate) by: Option<Party>,
    pub(crate) to: Option<Party>,
    pub(crate) body: Option<String>,
    pub(crate) data: Vec<(&'static str, String)>,
    /// Names and sizes of files that are offered.
    pub(crate) files: Vec<(String, u64)>,
    pub(crate) system: Vec<Category>,
}

/// Who does something, or to whom.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    /// `system`, `customer`, `representative` or `everyone`.
    pub(crate) kind: &'static str,
    pub(crate) number: Option<u64>,
    pub(crate) name: String,
}

/// A table of facts about a system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Category {
    pub(crate) name: &'static str,
    pub(crate) heads: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Event {
    pub(crate) fn new(at: i64, what: &'static str) -> Self {
        Self { at, what, ..Self::default() }
    }

    pub(crate) fn by(mut self, by: Party) -> Self {
        self.by = Some(by);
        self
    }

    pub(crate) fn to(mut self, to: Party) -> Self {
        self.to = Some(to);
        self
    }

    pub(crate) fn body(mut self, text: impl Into<String>) -> Self {
        self.body = Some(text.into());
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.data.push((name, value.to_string()));
        self
    }
}

impl Party {
    /// The appliance itself.
    pub(crate) fn system(access: bool) -> Self {
        let name = if access { "Privileged Remote Access" } else { unconfirmed::RS_SYSTEM };
        Self { kind: "system", number: Some(0), name: name.to_owned() }
    }

    pub(crate) fn everyone() -> Self {
        Self { kind: "everyone", number: None, name: "Everyone".to_owned() }
    }
}

impl Customer {
    pub(crate) fn party(&self) -> Party {
        Party { kind: "customer", number: Some(self.number), name: self.name.clone() }
    }

    /// The event that the customer comes.
    pub(crate) fn comes(&self, at: i64) -> Event {
        Event::new(at, "Conference Member Added")
            .by(self.party())
            .with("name", &self.name)
            .with("private_ip", &self.private_ip)
            .with("public_ip", &self.public_ip)
            .with("hostname", &self.hostname)
            .with("os", &self.system)
    }
}

impl Representative {
    pub(crate) fn party(&self) -> Party {
        Party { kind: "representative", number: Some(self.number), name: self.private.clone() }
    }

    /// The event that somebody comes.
    pub(crate) fn comes(&self, at: i64, teams: &str) -> Event {
        let event = Event::new(at, "Conference Member Added")
            .by(self.party())
            .with("private_name", &self.private)
            .with("public_name", &self.public)
            .with("username", &self.username)
            .with("private_ip", &self.private_ip)
            .with("public_ip", &self.public_ip)
            .with("hostname", self.hostname.as_deref().unwrap_or("Unknown"))
            .with("os", &self.system)
            .with("support_teams", teams);
        match self.id {
            Some(id) => event.with("user_id", id),
            None => event,
        }
    }
}

/// The address of something that belongs to a session.
pub(crate) fn address(origin: &str, lsid: &str, what: &str, action: &str, view: bool) -> String {
    let digits: u64 = lsid.bytes().fold(0, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
    let hash = crate::rng::Rng::new(digits).hex(40);
    let view = if view { "&view=1" } else { "" };
    format!(
        "{origin}/session_download?lsid=l%3D{lsid}%3Bh%3D{hash}%3Bt%3Dsd%3Bm%3D{what}&dl_action={action}{view}"
    )
}
