//! Reports whose documents are not known: Jump Items and presentations. What is sent is ours, and its
//! elements are named so.

use super::xml::{Told, Writer};
use super::{Refused, Reply, Request, live};
use crate::happenings::people;
use crate::world::Site;

/// What happened to Jump Items: changes through the API, and sessions that began from them.
pub(super) fn jump_items(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let window = request.arguments.window(request.now.second, true)?;
    let changes = site.journal.all().filter(|entry| entry.event.starts_with("jump_"));
    let changes = changes.map(|entry| Simulated {
        name: "simulated_jump_item_event",
        at: entry.at,
        what: entry.event.clone(),
        who: entry.who.clone(),
        about: entry.fields.first().map(|(_, value)| value.clone()).unwrap_or_default(),
    });
    let begun = live::all(site).into_iter().filter_map(|session| {
        let item = session.jump_item.as_ref()?;
        Some(Simulated {
            name: "simulated_jump_item_event",
            at: session.started,
            what: "session_begun".to_owned(),
            who: session
                .members
                .first()
                .map(|member| people::names(site, member.user).private)
                .unwrap_or_default(),
            about: format!("{}/{}", item.table, item.id),
        })
    });
    let all = changes.chain(begun).filter(|event| (window.from..window.to).contains(&event.at));
    let mut all: Vec<Simulated> = all.collect();
    all.sort_by_key(|event| event.at);
    Ok(Reply::List(Box::new(all.into_iter().map(|event| -> Box<dyn Told> { Box::new(event) }))))
}

/// Presentations that are under way.
pub(super) fn presentations(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let window = request.arguments.window(request.now.second, true)?;
    let all: Vec<Simulated> = site
        .live
        .presentations
        .iter()
        .filter(|presentation| window.holds(presentation.since, None))
        .map(|presentation| Simulated {
            name: "simulated_presentation",
            at: presentation.since,
            what: "presentation".to_owned(),
            who: people::names(site, presentation.user).public,
            about: format!("{} attendees", presentation.attendees),
        })
        .collect();
    Ok(Reply::List(Box::new(all.into_iter().map(|event| -> Box<dyn Told> { Box::new(event) }))))
}

struct Simulated {
    name: &'static str,
    at: i64,
    what: String,
    who: String,
    about: String,
}

impl Told for Simulated {
    fn tell(&self, w: &mut Writer) {
        let Self { name, at, what, who, about } = self;
        w.empty(name, &[("timestamp", at), ("event_type", what), ("performed_by", who), ("about", about)]);
    }
}
