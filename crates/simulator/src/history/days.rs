//! What teams did from day to day, beside sessions.

use super::History;
use super::story::{Event, Party};
use super::words;

const DAY: i64 = 86_400;

/// The theme of the generator of days; the team is added to it.
const THEME: u64 = 16;

impl History {
    /// What a team did in a span of time. The team is known by its place.
    pub(crate) fn team_events(
        &self,
        place: usize,
        from: i64,
        to: i64,
    ) -> impl Iterator<Item = Event> + Send + use<> {
        let history = self.clone();
        let (first, last) = (self.until.saturating_sub(super::SPAN), self.until);
        let days = if self.count == 0 { 0..0 } else { from.max(first) / DAY..to.min(last) / DAY + 1 };
        days.flat_map(move |day| history.team_day(place, day))
            .filter(move |event| (from.max(first)..to.min(last)).contains(&event.at))
    }

    fn team_day(&self, place: usize, day: i64) -> Vec<Event> {
        let Some(team) = self.cast.teams.get(place) else {
            return Vec::new();
        };
        // 1970 began on a Thursday.
        if (day + 3) % 7 >= 5 {
            return Vec::new();
        }
        let theme = THEME + u64::try_from(place).unwrap_or_default() % 100;
        let mut rng = self.rng(u64::try_from(day).unwrap_or_default(), theme);
        let mut events = Vec::new();
        for member in &team.members {
            let Some(person) = self.cast.people.get(*member) else { continue };
            if rng.once_in(4) {
                continue;
            }
            let party = Party { kind: "representative", number: None, name: person.private.clone() };
            let comes = day * DAY + rng.between(7 * 3_600, 9 * 3_600);
            let goes = comes + rng.between(7 * 3_600, 9 * 3_600);
            let address = format!("{}:{}", rng.address(), 1_024 + rng.below(60_000));
            events.push(
                Event::new(comes, "Conference Member Added")
                    .by(party.clone())
                    .with("os", "Windows 11 Pro (x64)")
                    .with("private_ip", "Unknown")
                    .with("private_name", &person.private)
                    .with("public_ip", &address)
                    .with("public_name", &person.public)
                    .with("support_teams", &team.name)
                    .with("user_id", person.id),
            );
            for _ in 0..rng.below(3) {
                let at = rng.between(comes, goes);
                let text = if rng.once_in(16) { rng.pick(words::BROKEN) } else { rng.pick(words::SAID) };
                events
                    .push(Event::new(at, "Chat Message").by(party.clone()).to(Party::everyone()).body(text));
            }
            let gone = Event::new(goes, "Conference Member State Changed").by(party);
            let gone = gone.with("os", "Windows 11 Pro (x64)").with("private_ip", "Unknown");
            events.push(gone.with("public_ip", &address).with("state", "disconnected"));
        }
        events.sort_by_key(|event| event.at);
        events
    }
}
