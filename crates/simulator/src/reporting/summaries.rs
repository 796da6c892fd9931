//! Statistics by user, team or site. What a summary holds is not known: its one element is ours, and
//! is named so.

use std::collections::BTreeMap;

use super::sessions::within;
use super::xml::{Told, Writer};
use super::{Refused, Reply, Request, live};
use crate::history::cast::Cast;
use crate::history::{Head, History};
use crate::live::session::Session;
use crate::world::Site;
use bt_sra_core::Product;

/// Statistics of the sessions in a window.
pub(super) fn summaries(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let window = request.arguments.window(request.now.second, true)?;
    let kinds: &[&'static str] = match site.product {
        Product::Pra => &["user"],
        Product::Rs => &["rep", "team", "site"],
    };
    let kind = request.arguments.word("report_type", kinds)?;
    let present: Vec<(i64, String, i64)> = live::all(site)
        .into_iter()
        .filter(|session| window.holds(session.started, session.ended))
        .filter_map(|session| of_live(site, kind, session))
        .collect();
    let mut past = within(&site.history, window).peekable();
    if past.peek().is_none() && present.is_empty() {
        return Ok(Reply::List(Box::new(std::iter::empty())));
    }
    let history = site.history.clone();
    // Counting takes a while: it is done when the answer is sent.
    let counted = std::iter::once_with(move || count(&history, kind, past, present)).flatten();
    Ok(Reply::List(Box::new(counted.map(|summary| -> Box<dyn Told> { Box::new(summary) }))))
}

fn count(
    history: &History,
    kind: &str,
    past: impl Iterator<Item = u64>,
    present: Vec<(i64, String, i64)>,
) -> Vec<Summary> {
    let mut all: BTreeMap<i64, Summary> = BTreeMap::new();
    let past = past.filter_map(|index| of_head(history.cast(), kind, &history.head(index)));
    for (id, name, seconds) in past.chain(present) {
        let summary = all.entry(id).or_insert_with(|| Summary { id, name, sessions: 0, seconds: 0 });
        summary.sessions += 1;
        summary.seconds += seconds;
    }
    all.into_values().collect()
}

fn of_head(cast: &Cast, kind: &str, head: &Head) -> Option<(i64, String, i64)> {
    let (id, name) = match kind {
        "team" => cast.teams.get(head.team).map(|team| (team.id, team.name.clone()))?,
        "site" => cast.portals.get(head.portal).map(|portal| (portal.id, portal.name.clone()))?,
        _ => cast.people.get(head.person).map(|person| (person.id, person.private.clone()))?,
    };
    Some((id, name, head.ended - head.started))
}

fn of_live(site: &Site, kind: &str, session: &Session) -> Option<(i64, String, i64)> {
    let story = live::tell(site, session);
    let seconds = session.ended.map_or(0, |ended| ended - session.started);
    let (id, name) = match kind {
        "team" => story.team?,
        "site" => story.portal?,
        _ => story.people.first().and_then(|person| Some((person.id?, person.private.clone())))?,
    };
    Some((id, name, seconds))
}

struct Summary {
    id: i64,
    name: String,
    sessions: i64,
    seconds: i64,
}

impl Told for Summary {
    fn tell(&self, w: &mut Writer) {
        let average = self.seconds / self.sessions.max(1);
        w.open("summary", &[]);
        w.empty(
            "simulated_statistics",
            &[
                ("id", &self.id),
                ("name", &self.name),
                ("sessions", &self.sessions),
                ("average_seconds", &average),
            ],
        );
        w.close("summary");
    }
}
