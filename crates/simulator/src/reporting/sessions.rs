//! Sessions in full, and as a list.

use std::sync::Arc;

use bt_sra_core::Product;

use super::arguments::{Window, bad, number};
use super::story::Session;
use super::xml::{Told, Writer};
use super::{Items, Refused, Reply, Request, live};
use crate::history::History;
use crate::live::session::Session as Live;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

/// Sessions in full: by a window, by an lsid, or by several.
pub(super) fn full(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let site = &*site;
    let limit = limit(site, request)?;
    let access = site.product == Product::Pra;
    let origin: Arc<str> = request.origin.into();
    let told = {
        let origin = Arc::clone(&origin);
        move |story| -> Box<dyn Told> { Box::new(Session { story, origin: Arc::clone(&origin), access }) }
    };
    let Found { past, present } = found(site, request)?;
    let history = site.history.clone();
    let place = move |index: &u64| limit.is_none_or(|limit| limit.admits(&history, *index));
    let history = site.history.clone();
    let past = past.filter(place).map(move |index| history.story(index, &origin));
    let present: Vec<_> = present
        .into_iter()
        .filter(|session| limit.is_none_or(|limit| limit.admits_live(session)))
        .map(|session| live::tell(site, session))
        .collect();
    Ok(Reply::List(Box::new(past.chain(present).map(told))))
}

/// The ids of sessions, and whether there are recordings.
pub(super) fn listing(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let site = &*site;
    let window = request.arguments.window(request.now.second, true)?;
    let history = site.history.clone();
    let past = within(&site.history, window).map(move |index| {
        let head = history.head(index);
        let key = if head.keyed { history.key(index) } else { String::new() };
        Listed { lsid: history.lsid(index), recorded: head.recorded, key }
    });
    let present: Vec<Listed> = live::all(site)
        .into_iter()
        .filter(|session| window.holds(session.started, session.ended))
        .map(|session| Listed {
            lsid: session.lsid.clone(),
            recorded: live::is_recorded(session),
            key: session.attributes.get("external_key").cloned().unwrap_or_default(),
        })
        .collect();
    let items: Items = Box::new(past.chain(present).map(|listed| -> Box<dyn Told> { Box::new(listed) }));
    Ok(Reply::List(items))
}

/// The sessions that a request selects.
pub(super) struct Found<'a> {
    /// Numbers of sessions of history.
    pub(super) past: Box<dyn Iterator<Item = u64> + Send>,
    pub(super) present: Vec<&'a Live>,
}

/// Finds them, by a window or by lsids.
pub(super) fn found<'a>(site: &'a Site, request: &Request<'_>) -> Result<Found<'a>, Refused> {
    let Some(lsids) = request.arguments.lsids()? else {
        let window = request.arguments.window(request.now.second, true)?;
        let present = live::all(site);
        let present = present.into_iter().filter(|session| window.holds(session.started, session.ended));
        return Ok(Found { past: within(&site.history, window), present: present.collect() });
    };
    let several = request.arguments.given("lsid").is_none();
    let (mut past, mut present) = (Vec::new(), Vec::new());
    for lsid in lsids {
        match (site.history.find(lsid), live::find(site, lsid)) {
            (Some(index), _) => past.push(index),
            (None, Some(session)) => present.push(session),
            (None, None) if several && unconfirmed::UNKNOWN_LSIDS_ARE_PASSED_OVER => {}
            (None, None) => return Err(Refused(unconfirmed::INVALID_LSID.to_owned())),
        }
    }
    Ok(Found { past: Box::new(past.into_iter()), present })
}

/// The sessions of history in a window.
pub(super) fn within(history: &History, window: Window) -> Box<dyn Iterator<Item = u64> + Send> {
    if window.ends {
        Box::new(history.over(window.from, window.to))
    } else {
        Box::new(history.begun(window.from, window.to))
    }
}

impl Window {
    /// Whether a session lies in the window; one that runs has no end.
    pub(super) fn holds(self, started: i64, ended: Option<i64>) -> bool {
        let time = if self.ends { ended } else { Some(started) };
        time.is_some_and(|time| (self.from..self.to).contains(&time))
    }
}

/// Which sessions are wanted of those in a window (RS).
#[derive(Clone, Copy, Debug)]
struct Limit {
    kind: &'static str,
    id: i64,
}

fn limit(site: &Site, request: &Request<'_>) -> Result<Option<Limit>, Refused> {
    let text = request.arguments.given("limit").filter(|text| site.product == Product::Rs && *text != "all");
    let Some(text) = text else {
        return Ok(None);
    };
    let (kind, id) = text.split_once(':').ok_or_else(|| bad("limit"))?;
    let kind =
        unconfirmed::SESSION_LIMITS.iter().find(|known| **known == kind).ok_or_else(|| bad("limit"))?;
    Ok(Some(Limit { kind, id: number(id.trim()).ok_or_else(|| bad("limit"))? }))
}

impl Limit {
    fn admits(self, history: &History, index: u64) -> bool {
        let (head, cast) = (history.head(index), history.cast());
        let id = match self.kind {
            "rep" => cast.people.get(head.person).map(|person| person.id),
            "team" => cast.teams.get(head.team).map(|team| team.id),
            _ => cast.portals.get(head.portal).map(|portal| portal.id),
        };
        id == Some(self.id)
    }

    fn admits_live(self, session: &Live) -> bool {
        match self.kind {
            "rep" => session.members.iter().any(|member| member.user == self.id),
            "site" => self.id == 1,
            _ => false,
        }
    }
}

/// A session in a list.
struct Listed {
    lsid: String,
    recorded: bool,
    key: String,
}

impl Told for Listed {
    fn tell(&self, w: &mut Writer) {
        let recorded = u8::from(self.recorded);
        if self.key.is_empty() {
            // As observed: two blanks where the attribute would stand.
            w.gappy("session_summary", &[("lsid", &self.lsid), ("has_recording", &recorded)]);
        } else if w.form.key_child {
            w.open("session_summary", &[("lsid", &self.lsid), ("has_recording", &recorded)]);
            w.text("external_key", &[], &self.key);
            w.close("session_summary");
        } else {
            let key = ("external_key", &self.key as &dyn std::fmt::Display);
            w.empty("session_summary", &[("lsid", &self.lsid), ("has_recording", &recorded), key]);
        }
    }
}
