//! Archives of the state and of its changes, and which there are (RS).

use http::StatusCode;
use http::header::CONTENT_DISPOSITION;
use serde_json::{Map, Value, json};

use super::packed::gzip;
use super::xml::{Told, Writer};
use super::{Refused, Reply, Request, live};
use crate::answer::{Answer, Payload};
use crate::history::story::Story;
use crate::profile::Shape;
use crate::time;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

const DAY: i64 = 86_400;

/// How many seconds lie between two archives of the state, and how many are in one of changes.
/// Documented.
const STATES: i64 = 1_800;
const EVENTS: i64 = 600;

/// The archives of a day.
pub(super) fn listing(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    check(site)?;
    let day = request.arguments.date("date")?;
    let guessed = site.switches.shapes.has(Shape::UNCONFIRMED);
    let mut all: Vec<(i64, Listed)> = Vec::new();
    for (step, event) in [(STATES, false), (EVENTS, true)] {
        for index in 1..=DAY / step {
            let from = day + (index - 1) * step;
            let until = if event { from + step } else { from };
            if is_there(request, until) {
                all.push((until, Listed { from, until, index, event, guessed }));
            }
        }
    }
    all.sort_by_key(|(until, _)| *until);
    Ok(Reply::List(Box::new(all.into_iter().map(|(_, listed)| -> Box<dyn Told> { Box::new(listed) }))))
}

/// One archive.
pub(super) fn archive(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    check(site)?;
    let kind = request.arguments.word("type", &["state", "event"])?;
    let day = request.arguments.date("date")?;
    request.arguments.required("index")?;
    let index = request.arguments.number("index")?.unwrap_or_default();
    let step = if kind == "state" { STATES } else { EVENTS };
    let from = day.saturating_add(index.saturating_sub(1).saturating_mul(step));
    let until = if kind == "state" { from } else { from.saturating_add(step) };
    if !(1..=DAY / step).contains(&index) || !is_there(request, until) {
        return Err(Refused(unconfirmed::NO_ARCHIVES.to_owned()));
    }
    let text = if kind == "state" {
        state(&sessions(site, request, from, from.saturating_add(1))).to_string()
    } else {
        changes(&sessions(site, request, from, until), from, until)
    };
    let payload = Payload::File { media: unconfirmed::ARCHIVE, bytes: gzip(text.as_bytes()) };
    let name = format!(
        "attachment; filename=\"{kind}_{}_{index}.json.gz\"",
        time::text(day).get(..10).unwrap_or_default()
    );
    Ok(Reply::Answer(Answer::new(StatusCode::OK, payload).header(CONTENT_DISPOSITION, &name)))
}

fn check(site: &Site) -> Result<(), Refused> {
    let off = site.switches.shapes.has(Shape::ARCHIVES_OFF);
    if off { Err(Refused(unconfirmed::ARCHIVES_OFF.to_owned())) } else { Ok(()) }
}

/// Whether an archive is made, and kept still.
fn is_there(request: &Request<'_>, until: i64) -> bool {
    let now = request.now.second;
    let oldest = (now / DAY - unconfirmed::ARCHIVES_KEPT_DAYS) * DAY;
    until >= oldest && until.saturating_add(unconfirmed::ARCHIVE_TAKES) <= now
}

/// The sessions that ran at some time of a span.
fn sessions(site: &Site, request: &Request<'_>, from: i64, to: i64) -> Vec<Story> {
    let past = site.history.running(from, to).map(|index| site.history.story(index, request.origin));
    let present = live::all(site)
        .into_iter()
        .filter(|session| session.started < to && session.ended.is_none_or(|ended| ended >= from))
        .map(|session| live::tell(site, session));
    past.chain(present).collect()
}

/// The tables of a state. An empty one is null.
fn state(sessions: &[Story]) -> Value {
    let mut tables = Map::new();
    for (name, row) in sessions.iter().flat_map(rows) {
        let table = tables.entry(name).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(table) = table {
            table.insert(row.0, row.1);
        }
    }
    const NAMES: [&str; 8] = [
        "queue",
        "support_session",
        "support_session_attribute",
        "support_session_skill",
        "customer_client",
        "representative",
        "representative_queue",
        "representative_support_session",
    ];
    Value::Object(
        NAMES.iter().map(|name| ((*name).to_owned(), tables.remove(*name).unwrap_or(Value::Null))).collect(),
    )
}

/// The rows of a session: the table, the id, the fields.
fn rows(story: &Story) -> Vec<(&'static str, (String, Value))> {
    let id = story.number.to_string();
    let created = story.started.to_string();
    let (team, name) = story.team.clone().unwrap_or_default();
    let queue = team.to_string();
    let method = if story.external_key.is_empty() { "click_to_chat" } else { "session_key" };
    let mut rows = vec![
        (
            "queue",
            (
                queue.clone(),
                json!({ "id": queue, "name": name, "code_name": name.to_lowercase(), "type": "team",
                        "support_team_id": queue, "created_timestamp": created }),
            ),
        ),
        (
            "support_session",
            (
                id.clone(),
                json!({ "id": id, "lsid": story.lsid, "queue_id": queue, "queue_entry_timestamp": created,
                        "customer_name": story.customer.name, "customer_company": "",
                        "customer_company_code": "", "customer_description": "", "start_method": method,
                        "priority": 2, "estimated_pickup_timestamp": null, "created_timestamp": created }),
            ),
        ),
        (
            "customer_client",
            (
                id.clone(),
                json!({ "id": id, "support_session_id": id, "operating_system": story.customer.system,
                        "hostname": story.customer.hostname, "private_ip": story.customer.private_ip,
                        "public_ip": story.customer.public_ip, "client_type": "full", "elevated": "0",
                        "created_timestamp": created }),
            ),
        ),
    ];
    for (place, (code, _, value)) in story.attributes.iter().enumerate() {
        let own = format!("{id}{place}");
        let row = json!({ "id": own, "support_session_id": id, "code_name": code, "value": value,
                          "created_timestamp": created });
        rows.push(("support_session_attribute", (own, row)));
    }
    for person in &story.people {
        let number = person.number.to_string();
        let user = person.id.unwrap_or_default();
        rows.push((
            "representative",
            (
                number.clone(),
                json!({ "id": number, "user_id": user, "username": person.username,
                        "private_display_name": person.private, "public_display_name": person.public,
                        "hostname": person.hostname, "operating_system": person.system,
                        "private_ip": person.private_ip, "public_ip": person.public_ip,
                        "routing_available": "1", "routing_idle": "0", "routing_busy": "0",
                        "routing_enabled": "1", "skill_code_names": "", "queue_id": queue,
                        "created_timestamp": created }),
            ),
        ));
        let row = json!({ "id": number, "support_session_id": id, "representative_id": number,
                          "created_timestamp": created });
        rows.push(("representative_support_session", (number, row)));
    }
    rows
}

/// What changed in a span: one object on each line.
fn changes(sessions: &[Story], from: i64, to: i64) -> String {
    let mut lines: Vec<(i64, Value)> = Vec::new();
    for story in sessions {
        if (from..to).contains(&story.started) {
            let mut insert = Map::new();
            for (table, (id, row)) in rows(story) {
                if let Value::Object(rows) = insert.entry(table).or_insert_with(|| Value::Object(Map::new()))
                {
                    rows.insert(id, row);
                }
            }
            lines.push((
                story.started,
                json!({ "type": "update_model", "timestamp": story.started, "insert": insert }),
            ));
        }
        if let Some(ended) = story.ended.filter(|ended| (from..to).contains(ended)) {
            let mut delete = Map::new();
            for (table, (id, _)) in rows(story).into_iter().filter(|(table, _)| *table != "queue") {
                if let Value::Array(ids) = delete.entry(table).or_insert_with(|| json!([])) {
                    ids.push(json!(id));
                }
            }
            lines.push((ended, json!({ "type": "update_model", "timestamp": ended, "delete": delete })));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| format!("{line}\n")).collect()
}

struct Listed {
    from: i64,
    until: i64,
    index: i64,
    event: bool,
    guessed: bool,
}

impl Told for Listed {
    fn tell(&self, w: &mut Writer) {
        if self.event {
            w.open("event_archive", &[]);
            w.time("start_time", self.from);
            w.time("end_time", self.until);
            w.text("index", &[], self.index);
            w.close("event_archive");
            return;
        }
        w.open("state_archive", &[]);
        w.time("time", self.from);
        w.text("index", &[], self.index);
        if self.guessed {
            w.text(unconfirmed::STATE_ARCHIVE_CHILD, &[], (self.index - 1) * (STATES / EVENTS) + 1);
        }
        w.close("state_archive");
    }
}
