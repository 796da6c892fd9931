//! How a session of history goes: who comes, what is done, how it ends.

use super::story::{Customer, Event, Party, Representative, Story, address};
use super::words;
use super::{Head, History};
use crate::rng::Rng;
use crate::unconfirmed::reporting as unconfirmed;

/// Tells a session.
pub(super) fn tell(history: &History, head: &Head, origin: &str) -> Story {
    let mut rng = history.rng(head.index, 2);
    let story = Story {
        lsid: history.lsid(head.index),
        number: head.index.saturating_add(1),
        started: head.started,
        ended: Some(head.ended),
        recorded: head.recorded,
        shells: head.shells,
        surveyed: if history.cast.access { [false; 2] } else { head.surveyed },
        ..Story::default()
    };
    let steps = match rng.below(20) {
        0 | 1 => 2,
        2..17 => 8 + rng.below(26),
        17 | 18 => 40 + rng.below(60),
        _ => 120 + rng.below(120),
    };
    // Time for everybody to come and go, and for what is done in between.
    let step = (head.ended - head.started).saturating_mul(2) / i64::try_from(steps + 12).unwrap_or(i64::MAX);
    let at = head.started;
    let mut plot = Plot { history, head, origin, rng, story, at, step: step.max(1) };
    plot.people();
    plot.setting();
    plot.arrivals();
    plot.shells();
    for _ in 0..steps {
        plot.act();
    }
    plot.departures();
    plot.story
}

pub(super) struct Plot<'a> {
    pub(super) history: &'a History,
    pub(super) head: &'a Head,
    pub(super) origin: &'a str,
    pub(super) rng: Rng,
    pub(super) story: Story,
    pub(super) at: i64,
    step: i64,
}

impl Plot<'_> {
    pub(super) fn access(&self) -> bool {
        self.history.cast.access
    }

    /// Adds an event, some time after the last one.
    pub(super) fn add(&mut self, event: Event) {
        self.story.events.push(Event { at: self.at, ..event });
        self.at = self.at.saturating_add(self.rng.between(0, self.step)).min(self.head.ended);
    }

    /// The owner of the session.
    pub(super) fn owner(&self) -> Party {
        self.story.people.first().map_or_else(|| Party::system(self.access()), Representative::party)
    }

    pub(super) fn customer(&self) -> Party {
        self.story.customer.party()
    }

    pub(super) fn system(&self) -> Party {
        Party::system(self.access())
    }

    /// An address with a port, one of version 6, or none that is known.
    fn public(&mut self) -> String {
        let port = 1_024 + self.rng.below(60_000);
        match self.rng.below(8) {
            0 => "Unknown".to_owned(),
            1 | 2 => format!("[2001:db8::{:x}]:{port}", self.rng.below(65_536)),
            3 => self.rng.address(),
            _ => format!("{}:{port}", self.rng.address()),
        }
    }

    fn private(&mut self) -> String {
        match self.rng.below(6) {
            0 => "Unknown".to_owned(),
            1 => format!("fd00::{:x}", self.rng.below(65_536)),
            _ => format!("10.{}.{}.{}", self.rng.below(250), self.rng.below(250), 1 + self.rng.below(250)),
        }
    }

    fn people(&mut self) {
        let number = self.head.index.saturating_mul(8) % 4_000_000 + 11;
        let (public_ip, private_ip) = (self.public(), self.private());
        self.story.customer = if self.access() {
            let machine = self.history.cast.machines.get(self.head.machine).cloned().unwrap_or_default();
            Customer {
                number,
                name: machine.name,
                public_ip,
                private_ip,
                hostname: machine.hostname,
                system: machine.system,
                told: None,
            }
        } else {
            let told = (self.rng.pick(words::COMPANIES).to_owned(), self.rng.pick(words::ISSUES).to_owned());
            Customer {
                number,
                name: self.rng.pick(words::CUSTOMERS).to_owned(),
                public_ip,
                private_ip,
                hostname: format!("desk-{}", self.rng.below(5_000)),
                system: self.rng.pick(words::SYSTEMS).to_owned(),
                told: Some(told),
            }
        };
        // Now and then a customer gives up before anybody comes.
        if !self.access() && self.rng.once_in(25) {
            return;
        }
        self.person(number + 1, self.head.person);
        if self.rng.once_in(5) {
            self.person(number + 2, self.head.person + 1);
        }
        if self.rng.once_in(20) {
            let public_ip = self.public();
            self.story.people.push(Representative {
                number: number + 3,
                username: String::new(),
                public: "Sam Specialist (invited)".to_owned(),
                private: "Sam Specialist (invited)".to_owned(),
                public_ip,
                private_ip: "Unknown".to_owned(),
                system: "Unknown".to_owned(),
                seconds: self.rng.between(10, 600),
                ..Representative::default()
            });
        }
    }

    fn person(&mut self, number: u64, place: usize) {
        let all = &self.history.cast.people;
        let Some(person) = place.checked_rem(all.len()).and_then(|place| all.get(place)) else {
            return;
        };
        // The web console knows little of where it runs.
        let web = self.rng.once_in(3);
        let (public_ip, private_ip) = (self.public(), self.private());
        let seconds = self.rng.between(0, (self.head.ended - self.head.started).max(1));
        self.story.people.push(Representative {
            number,
            id: Some(person.id),
            username: person.username.clone(),
            public: person.public.clone(),
            private: person.private.clone(),
            public_ip,
            private_ip: if web { "Unknown".to_owned() } else { private_ip },
            hostname: (!web).then(|| format!("console-{}", person.id)),
            system: if web { "Unknown" } else { "Windows 11 Pro (x64)" }.to_owned(),
            seconds,
        });
    }

    /// Where the session comes from, and what is noted about it.
    fn setting(&mut self) {
        let cast = &self.history.cast;
        if self.access() {
            let group =
                self.rng.choose(&cast.jump_groups).map(|group| ("shared", group.id, group.name.clone()));
            self.story.jump_group = match (self.rng.below(12), self.story.people.first()) {
                (0, _) => group.map(|(kind, _, name)| (kind, -1, name)),
                (1, Some(owner)) => Some(("personal", owner.id.unwrap_or(-1), owner.private.clone())),
                (2, _) => None,
                _ => group,
            };
            let jumpoint = self.rng.choose(&cast.jumpoints).map(|point| (point.id, point.name.clone()));
            self.story.jumpoint = match self.rng.below(6) {
                0 => jumpoint.map(|(_, name)| (-1, name)),
                1..4 => jumpoint,
                _ => None,
            };
        } else {
            self.story.portal =
                cast.portals.get(self.head.portal).map(|portal| (portal.id, portal.name.clone()));
            self.story.team = cast.teams.get(self.head.team).map(|team| (team.id, team.name.clone()));
            self.story.shows = u64::from(self.rng.once_in(10));
        }
        if self.head.keyed {
            self.story.external_key = self.history.key(self.head.index);
        }
        if let Some((code, display)) =
            self.rng.choose(&cast.fields).filter(|_| self.head.index.is_multiple_of(3))
        {
            let value = format!("{}/{}", self.rng.pick(words::TICKETS), self.rng.below(10_000));
            self.story.attributes.push((code.clone(), display.clone(), value));
        }
    }

    fn arrivals(&mut self) {
        self.add(Event::new(0, "Session Start"));
        let comes = self.story.customer.comes(0);
        self.add(comes);
        if let Some((_, name)) = self.story.team.clone() {
            let event = Event::new(0, "Session Transferred to Queue").by(self.system()).with("owner", name);
            self.add(event);
        }
        let people = self.story.people.clone();
        let teams = self.history.cast.teams.get(self.head.team).map(|team| team.name.as_str());
        if let Some(owner) = people.first() {
            let before = Party { kind: "system", number: Some(0), name: "Pre-start Conference".to_owned() };
            let event = Event::new(0, "Conference Owner Changed").by(owner.party()).to(before);
            self.add(event.with("owner", &owner.private));
            self.story.joined = (!self.access()).then_some(self.at);
        }
        for person in &people {
            self.add(person.comes(0, teams.unwrap_or_default()));
        }
        if !self.story.external_key.is_empty() {
            let event = Event::new(0, "External Key").by(self.owner()).body(self.story.external_key.clone());
            self.add(event);
        }
        if self.access() && self.rng.once_in(12) {
            self.authorized();
        }
        if self.history.injects(self.head.index) {
            self.injected();
        }
    }

    fn shells(&mut self) {
        for instance in 0..self.head.shells {
            let lsid = self.story.lsid.clone();
            let [_, shell, _] = unconfirmed::LINKS;
            let what = format!("{shell}{instance}");
            let event = Event::new(0, "Command Shell Session Started")
                .by(self.owner())
                .to(self.customer())
                .with("instance", instance)
                .with("download_url", address(self.origin, &lsid, &what, shell, false))
                .with("view_url", address(self.origin, &lsid, &what, shell, true));
            self.add(event);
            for _ in 0..2 + self.rng.below(4) {
                let command = self.rng.pick(words::COMMANDS);
                let event = Event::new(0, "Remote Shell Event").by(self.system()).with("text", command);
                self.add(event);
            }
        }
        if self.head.recorded {
            let lsid = self.story.lsid.clone();
            let [recording, ..] = unconfirmed::LINKS;
            let event = Event::new(0, "Screen Recording")
                .by(self.system())
                .with("download_url", address(self.origin, &lsid, recording, recording, false))
                .with("view_url", address(self.origin, &lsid, recording, recording, true));
            self.add(event);
        }
    }

    fn departures(&mut self) {
        self.at = self.head.ended;
        for person in self.story.people.clone() {
            self.add(Event::new(0, "Conference Member Departed").by(person.party()));
        }
        let event = Event::new(0, "Conference Member Departed").by(self.customer());
        self.add(event);
        let [customer, owner] = self.story.surveyed;
        if customer {
            let event = Event::new(0, "Customer Exit Survey").by(self.customer());
            self.add(event);
        }
        if owner && !self.story.people.is_empty() {
            let event = Event::new(0, "Representative Exit Survey").by(self.owner());
            self.add(event);
        }
        self.story.surveyed[1] = owner && !self.story.people.is_empty();
        self.add(Event::new(0, "Session End"));
    }
}

impl History {
    /// The external key of a session that has one.
    pub(crate) fn key(&self, index: u64) -> String {
        let mut rng = self.rng(index, 3);
        format!("{}{}", rng.pick(words::TICKETS), 1_000 + rng.below(9_000))
    }

    /// Whether a credential was injected.
    pub(super) fn injects(&self, index: u64) -> bool {
        !self.cast.vault_accounts.is_empty() && self.rng(index, 4).once_in(3)
    }
}
