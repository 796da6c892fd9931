//! What teams did.

use bt_sra_core::Product;

use super::arguments::Window;
use super::story;
use super::xml::{Told, Writer};
use super::{Refused, Reply, Request};
use crate::happenings::people;
use crate::history::History;
use crate::history::story::{Event, Party as Who};
use crate::live::session::{Line, Party};
use crate::store::text;
use crate::world::Site;

/// Activity by team. Teams without any are left out.
pub(super) fn activity(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let site = &*site;
    let window = request.arguments.window(request.now.second, true)?;
    let wanted = request.arguments.number("team_id")?;
    let teams: Vec<Activity> = site
        .store
        .rows("/team", 0)
        .filter(|(id, _)| wanted.is_none_or(|wanted| wanted == *id))
        .map(|(id, row)| Activity {
            id,
            name: text(&row, "name").to_owned(),
            place: site.history.cast().teams.iter().position(|team| team.id == id),
            history: site.history.clone(),
            window,
            present: present(site, id, window),
        })
        .collect();
    let active = teams.into_iter().filter(|team| team.events().next().is_some());
    Ok(Reply::List(Box::new(active.map(|team| -> Box<dyn Told> { Box::new(team) }))))
}

/// What happened in the live part: logins of members, and what was said.
fn present(site: &Site, team: i64, window: Window) -> Vec<Event> {
    let members = site.live.people.iter().filter(|(id, _)| site.store.has("/team/{id}/user", team, **id));
    let mut events: Vec<Event> = members
        .map(|(id, person)| {
            let names = people::names(site, *id);
            let who = Who { kind: "representative", number: None, name: names.private.clone() };
            Event::new(person.since, "Conference Member Added")
                .by(who)
                .with("os", "Unknown")
                .with("private_ip", "Unknown")
                .with("private_name", names.private)
                .with("public_name", names.public)
                .with("user_id", id)
        })
        .collect();
    let said = site.live.team_chats.get(&team);
    events.extend(said.into_iter().flatten().map(|line| chat(site, line)));
    events.retain(|event| (window.from..window.to).contains(&event.at));
    events.sort_by_key(|event| event.at);
    events
}

fn chat(site: &Site, line: &Line) -> Event {
    let user = |id| Who { kind: "representative", number: None, name: people::names(site, id).private };
    let by = match line.by {
        Party::User(id) => user(id),
        _ => Who::system(site.product == Product::Pra),
    };
    let to = line.to.map_or_else(Who::everyone, user);
    Event::new(line.at, "Chat Message").by(by).to(to).body(line.body.clone())
}

/// What one team did; its history is made when it is told.
struct Activity {
    id: i64,
    name: String,
    place: Option<usize>,
    history: History,
    window: Window,
    present: Vec<Event>,
}

impl Activity {
    fn events(&self) -> impl Iterator<Item = Event> {
        let past = self.place.map(|place| self.history.team_events(place, self.window.from, self.window.to));
        past.into_iter().flatten().chain(self.present.iter().cloned())
    }
}

impl Told for Activity {
    fn tell(&self, w: &mut Writer) {
        w.open("team_activity", &[("name", &self.name), ("id", &self.id)]);
        w.open("events", &[]);
        for event in self.events() {
            story::event(w, &event);
        }
        w.close("events");
        w.close("team_activity");
    }
}
