//! Items as rows: which columns each kind of them has, known before the first one comes.

use bt_sra::pra;
use bt_sra::reporting::model::Tree;
use bt_sra::reporting::model::report::{
    Actor, Event, ExitSurvey, Item, ListedArchive, ListedSession, Record, Session, TeamActivity,
    VaultAccountActivity, known,
};
use bt_sra::reporting::{Plan, Report};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::failure::{Failure, Result};
use crate::net::Net;

/// An item that can be a row.
pub(super) trait Row: Item + Serialize + Send + Sync + 'static {
    /// The columns; without any, what an item holds decides.
    const COLUMNS: &'static [&'static str];
    /// Those that a table for people has.
    const SHORT: &'static [&'static str];

    /// Returns the cells of a row, by their columns.
    fn row(&self) -> Map<String, Value>;

    /// Returns the events in it, each with what it belongs to.
    fn events(&self) -> Vec<(Map<String, Value>, &Event)> {
        Vec::new()
    }

    /// Makes a report of which nothing is known.
    fn unknown(_net: &Net, _name: String) -> Result<Report<Self>> {
        Err(Failure::usage("this report has no form that is known"))
    }

    /// Cuts the range of a report.
    fn planned(_report: Report<Self>, _plan: Plan) -> Result<Report<Self>> {
        Err(Failure::usage("--window: the items of this report cannot be told from each other"))
    }
}

/// The columns of events, behind those of what they belong to.
pub(super) const EVENT: &[&str] = &[
    "timestamp",
    "event_type",
    "performed_by_type",
    "performed_by_gsnumber",
    "performed_by",
    "destination_type",
    "destination_gsnumber",
    "destination",
    "text",
    "filename",
    "filesize",
    "data",
];

/// Returns the cells of an event.
pub(super) fn event(event: &Event) -> Map<String, Value> {
    let actor = |actor: Option<&Actor>| {
        let kind = actor.and_then(|actor| actor.kind.as_ref()).map(|kind| kind.as_str().to_owned());
        let number = actor.and_then(|actor| actor.gsnumber.as_ref()).map(|number| number.as_str().to_owned());
        (kind, number, actor.map(|actor| actor.name.trim().to_owned()))
    };
    let (by_type, by_number, by) = actor(event.performed_by.as_ref());
    let (to_type, to_number, to) = actor(event.destination.as_ref());
    let transfer = event.file_transfer();
    let filename = transfer.and_then(|view| view.path().map(str::to_owned));
    let filename =
        filename.or_else(|| event.file_change().and_then(|view| view.subject().map(str::to_owned)));
    let mut data = Map::new();
    for (name, value) in event.data.iter() {
        // A name may come again.
        match data.get_mut(name) {
            Some(Value::Array(values)) => values.push(value.into()),
            Some(before) => *before = json!([before.clone(), value]),
            None => drop(data.insert(name.to_owned(), value.into())),
        }
    }
    let data = if data.is_empty() { Value::Null } else { Value::Object(data) };
    cells(
        EVENT,
        [
            json!(event.timestamp),
            json!(event.event_type),
            json!(by_type),
            json!(by_number),
            json!(by),
            json!(to_type),
            json!(to_number),
            json!(to),
            json!(event.text()),
            json!(filename),
            json!(transfer.and_then(|view| view.size()).or(event.filesize)),
            data,
        ],
    )
}

fn cells<const N: usize>(columns: &[&str], values: [Value; N]) -> Map<String, Value> {
    columns.iter().map(|name| (*name).to_owned()).zip(values).collect()
}

/// Joins names for one cell.
fn joined<'a>(names: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    let names: Vec<&str> = names.flatten().filter_map(known).collect();
    Some(names.join("; ")).filter(|names| !names.is_empty())
}

impl Row for Session {
    const COLUMNS: &'static [&'static str] = &[
        "lsid",
        "lseq",
        "session_type",
        "start_time",
        "end_time",
        "duration",
        "running",
        "primary_rep",
        "primary_rep_id",
        "primary_customer",
        "jump_group",
        "jump_group_type",
        "jump_group_id",
        "jumpoint",
        "jumpoint_id",
        "public_site",
        "public_site_id",
        "external_key",
        "custom_attributes",
        "representatives",
        "customers",
        "file_transfer_count",
        "file_move_count",
        "file_delete_count",
        "screen_recording",
        "shell_recordings",
        "events",
        "chat_messages",
    ];
    const SHORT: &'static [&'static str] =
        &["lsid", "start_time", "duration", "running", "primary_rep", "primary_customer", "events"];

    fn row(&self) -> Map<String, Value> {
        use bt_sra::reporting::model::report::EventType;
        let chats = self.events.iter().filter(|event| event.event_type == EventType::ChatMessage).count();
        let attributes: Map<String, Value> = self
            .custom_attributes
            .iter()
            .map(|attribute| (attribute.code_name.to_string(), attribute.value.to_string().into()))
            .collect();
        let attributes = if attributes.is_empty() { Value::Null } else { Value::Object(attributes) };
        let rep = self.primary_rep.as_ref();
        let group = self.jump_group.as_ref();
        let jumpoint = self.jumpoint.as_ref();
        let site = self.public_site.as_ref();
        cells(
            Self::COLUMNS,
            [
                json!(self.lsid),
                json!(self.lseq),
                json!(self.session_type),
                json!(self.start_time.at()),
                json!(self.ended_at()),
                json!(self.duration),
                json!(self.is_running()),
                json!(rep.map(|rep| rep.name.trim())),
                json!(rep.and_then(|rep| rep.id.as_ref())),
                json!(self.primary_customer.as_ref().map(|customer| customer.name.trim())),
                json!(group.map(|group| group.name.trim())),
                json!(group.and_then(|group| group.kind.as_ref())),
                json!(group.and_then(|group| group.id.as_ref())),
                json!(jumpoint.map(|jumpoint| jumpoint.name.trim())),
                json!(jumpoint.and_then(|jumpoint| jumpoint.id.as_ref())),
                json!(site.map(|site| site.name.trim())),
                json!(site.and_then(|site| site.id.as_ref())),
                json!(self.external_key),
                attributes,
                json!(joined(self.representatives.iter().map(|rep| rep.private_name()))),
                json!(joined(self.customers.iter().map(|customer| customer.username.as_deref()))),
                json!(self.file_transfer_count),
                json!(self.file_move_count),
                json!(self.file_delete_count),
                json!(
                    self.session_recording_download_url.is_some()
                        || self.session_recording_view_url.is_some()
                ),
                json!(self.command_shell_recordings.len()),
                json!(self.events.len()),
                json!(chats),
            ],
        )
    }

    fn events(&self) -> Vec<(Map<String, Value>, &Event)> {
        let head = cells(&["lsid"], [json!(self.lsid)]);
        self.events.iter().map(|event| (head.clone(), event)).collect()
    }

    fn planned(report: Report<Self>, plan: Plan) -> Result<Report<Self>> {
        Ok(report.planned(plan))
    }
}

impl Row for ListedSession {
    const COLUMNS: &'static [&'static str] = &["lsid", "has_recording", "external_key"];
    const SHORT: &'static [&'static str] = Self::COLUMNS;

    fn row(&self) -> Map<String, Value> {
        cells(Self::COLUMNS, [json!(self.lsid), json!(self.has_recording), json!(self.external_key)])
    }

    fn planned(report: Report<Self>, plan: Plan) -> Result<Report<Self>> {
        Ok(report.planned(plan))
    }
}

impl Row for TeamActivity {
    const COLUMNS: &'static [&'static str] = &["id", "name", "events", "first_event", "last_event"];
    const SHORT: &'static [&'static str] = Self::COLUMNS;

    fn row(&self) -> Map<String, Value> {
        let times = || self.events.iter().map(|event| event.timestamp);
        cells(
            Self::COLUMNS,
            [
                json!(self.id),
                json!(self.name),
                json!(self.events.len()),
                json!(times().min()),
                json!(times().max()),
            ],
        )
    }

    fn events(&self) -> Vec<(Map<String, Value>, &Event)> {
        let head = cells(&["team_id", "team"], [json!(self.id), json!(self.name)]);
        self.events.iter().map(|event| (head.clone(), event)).collect()
    }
}

impl Row for VaultAccountActivity {
    const COLUMNS: &'static [&'static str] = &[
        "timestamp",
        "event_type",
        "account",
        "performed_by_type",
        "performed_by_id",
        "performed_by",
        "data",
    ];
    const SHORT: &'static [&'static str] = &["timestamp", "event_type", "account", "performed_by", "data"];

    fn row(&self) -> Map<String, Value> {
        let by = self.performed_by.as_ref();
        cells(
            Self::COLUMNS,
            [
                json!(self.timestamp),
                json!(self.event_type),
                json!(self.account),
                json!(by.and_then(|by| by.kind.as_ref())),
                json!(by.and_then(|by| by.id.as_ref())),
                json!(by.map(|by| by.name.trim())),
                json!(self.data),
            ],
        )
    }

    fn planned(report: Report<Self>, plan: Plan) -> Result<Report<Self>> {
        Ok(report.planned(plan))
    }
}

impl Row for ExitSurvey {
    const COLUMNS: &'static [&'static str] = &[
        "lsid",
        "timestamp",
        "submitted_by_type",
        "submitted_by",
        "primary_customer",
        "primary_rep",
        "rating",
        "comments",
        "answers",
    ];
    const SHORT: &'static [&'static str] = &["timestamp", "lsid", "submitted_by", "rating", "comments"];

    fn row(&self) -> Map<String, Value> {
        let by = self.submitted_by.as_ref();
        let answer = |name: &str| {
            let question = self.question(name)?;
            Some(question.answers.join("; ")).filter(|answer| !answer.is_empty())
        };
        let mut answers = Map::new();
        for (place, question) in self.questions.iter().enumerate() {
            let name = question.name.as_deref().map_or_else(|| place.to_string(), str::to_owned);
            answers.insert(name, json!(question.answers));
        }
        let answers = if answers.is_empty() { Value::Null } else { Value::Object(answers) };
        cells(
            Self::COLUMNS,
            [
                json!(self.lsid),
                json!(self.timestamp),
                json!(by.and_then(|by| by.kind.as_ref())),
                json!(by.map(|by| by.name.trim())),
                json!(self.primary_customer.as_ref().map(|customer| customer.name.trim())),
                json!(self.primary_rep.as_ref().map(|rep| rep.name.trim())),
                json!(answer("rating")),
                json!(answer("comments")),
                answers,
            ],
        )
    }

    fn planned(report: Report<Self>, plan: Plan) -> Result<Report<Self>> {
        Ok(report.planned(plan))
    }
}

impl Row for ListedArchive {
    const COLUMNS: &'static [&'static str] = &["type", "index", "time", "end_time"];
    const SHORT: &'static [&'static str] = Self::COLUMNS;

    fn row(&self) -> Map<String, Value> {
        let values = match self {
            Self::State(archive) => {
                [json!("state"), json!(archive.index), json!(archive.time.at()), Value::Null]
            }
            Self::Event(archive) => [
                json!("event"),
                json!(archive.index),
                json!(archive.start_time.at()),
                json!(archive.end_time.as_ref().map(|time| time.at())),
            ],
            _ => return Map::new(),
        };
        cells(Self::COLUMNS, values)
    }
}

impl Row for Record {
    const COLUMNS: &'static [&'static str] = &[];
    const SHORT: &'static [&'static str] = &[];

    fn row(&self) -> Map<String, Value> {
        let mut row = Map::new();
        flatten("", &self.0, &mut row);
        row
    }

    fn unknown(net: &Net, name: String) -> Result<Report<Self>> {
        Ok(pra::reporting::Reporting::new(net.pipeline().clone()).raw(name))
    }
}

/// Makes cells of attributes and of the texts of elements, by their path. What comes again stands
/// behind what came before.
fn flatten(path: &str, tree: &Tree, row: &mut Map<String, Value>) {
    let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let mut put = |name: String, text: &str| match row.get_mut(&name) {
        Some(Value::String(before)) => {
            before.push_str("; ");
            before.push_str(text);
        }
        _ => drop(row.insert(name, text.into())),
    };
    for (name, value) in tree.attributes.iter() {
        put(join(name), value);
    }
    if tree.children().next().is_none() {
        let text = tree.text();
        if !path.is_empty() && (!text.trim().is_empty() || tree.attributes.is_empty()) {
            put(path.to_owned(), text.trim());
        }
        return;
    }
    for child in tree.children() {
        flatten(&join(&child.name), child, row);
    }
}
