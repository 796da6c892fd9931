//! A session as it is told to people: facts, participants and what happened, in sentences. What
//! it is written as, lines of a terminal or a page, is for `text` and `page`.
//!
//! Foreign text is kept as it came and marked as foreign, so that each form can make it harmless in
//! its own way. Addresses of recordings and chats are left out: whoever has one may not need more.

use std::time::Duration;

use bt_sra::reporting::model::report::views::{Direction, FileTransfer};
use bt_sra::reporting::model::report::{Event, Session, known};
use bt_sra::{Product, Timestamp};

use super::tell;

/// A session, ready to be written.
#[derive(Debug)]
pub(super) struct Story {
    /// Identifies it.
    pub(super) lsid: String,
    /// Whether it has not ended yet.
    pub(super) is_running: bool,
    /// Who, where, when, how long.
    pub(super) facts: Vec<(&'static str, Line)>,
    /// Who took part.
    pub(super) people: Vec<Person>,
    /// What happened, in the order of time.
    pub(super) entries: Vec<Entry>,
}

/// Who took part.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) account: Option<String>,
    pub(super) public_ip: Option<String>,
    pub(super) private_ip: Option<String>,
    pub(super) hostname: Option<String>,
    pub(super) os: Option<String>,
    pub(super) involved: Option<Duration>,
    /// What a customer said when the session began.
    pub(super) said: Vec<(&'static str, String)>,
}

/// Something that happened.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) at: Timestamp,
    /// Seconds since the begin of the session.
    pub(super) offset: i64,
    pub(super) kind: Kind,
    pub(super) has_failed: bool,
    /// In one sentence.
    pub(super) line: Line,
    /// What was said or written, in lines.
    pub(super) body: Option<String>,
    /// What else is known, by name.
    pub(super) details: Vec<(String, String)>,
    /// The file that it is about.
    pub(super) file: Option<File>,
    /// Facts about a computer: a title, heads and rows.
    pub(super) tables: Vec<Table>,
}

/// A file that went somewhere.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) size: Option<u64>,
    pub(super) sha256: Option<String>,
    pub(super) way: &'static str,
}

/// Facts about a computer.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) title: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, clap::ValueEnum)]
pub(crate) enum Kind {
    /// It began, ended, was given to others.
    Session,
    /// Someone joined or left.
    People,
    /// Someone wrote in the chat, or a note.
    Chat,
    /// Files were sent, fetched, moved, deleted.
    Files,
    /// A command shell, and what was typed in it.
    Shells,
    /// Leave was asked for or given; a credential was used.
    Access,
    /// What was seen or recorded of the screen.
    Screen,
    /// The registry was changed.
    Registry,
    /// All else.
    Other,
}

impl Kind {
    /// All there are.
    pub(super) const ALL: [Self; 9] = [
        Self::Session,
        Self::People,
        Self::Chat,
        Self::Files,
        Self::Shells,
        Self::Access,
        Self::Screen,
        Self::Registry,
        Self::Other,
    ];

    /// Returns its name, as options and pages have it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::People => "people",
            Self::Chat => "chat",
            Self::Files => "files",
            Self::Shells => "shells",
            Self::Access => "access",
            Self::Screen => "screen",
            Self::Registry => "registry",
            Self::Other => "other",
        }
    }
}

/// A sentence: words of ours, and foreign ones.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Line(pub(super) Vec<Piece>);

/// A piece of a sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Piece {
    /// Ours.
    Said(String),
    /// Whom somebody else has named.
    Name(String),
    /// What somebody else has named: a path, a command, a title.
    Thing(String),
}

impl Line {
    pub(super) fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub(super) fn say(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Said(text.into()));
        self
    }

    #[must_use]
    pub(super) fn name(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Name(text.into()));
        self
    }

    #[must_use]
    pub(super) fn thing(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Thing(text.into()));
        self
    }

    /// Adds `before` and a thing, if there is one.
    #[must_use]
    pub(super) fn thing_if(self, before: &str, thing: Option<&str>) -> Self {
        match thing.and_then(known) {
            Some(thing) => self.say(before).thing(thing),
            None => self,
        }
    }
}

impl Story {
    /// Makes a story of a session; `product` is for the words, where it is known.
    pub(super) fn of(session: &Session, product: Option<Product>) -> Self {
        let words = Words::of(session, product);
        let start = session.start_time.at();
        let mut entries: Vec<Entry> =
            session.events.iter().map(|event| entry(session, event, start)).collect();
        entries.sort_by_key(|entry| entry.at);
        Self {
            lsid: session.lsid.as_str().to_owned(),
            is_running: session.is_running(),
            facts: facts(session, &words),
            people: people(session, &words),
            entries,
        }
    }

    /// Keeps only what is of some kinds; without any, everything.
    #[must_use]
    pub(super) fn only(mut self, kinds: &[Kind]) -> Self {
        if !kinds.is_empty() {
            self.entries.retain(|entry| kinds.contains(&entry.kind));
        }
        self
    }
}

/// What the product calls those who take part.
struct Words {
    rep: &'static str,
    customer: &'static str,
}

impl Words {
    fn of(session: &Session, product: Option<Product>) -> Self {
        let has_info = session.customers.iter().any(|customer| customer.info.is_some());
        let has_site = session.public_site.is_some() || session.team_list.is_some() || has_info;
        match product {
            Some(Product::Rs) => Self { rep: "Representative", customer: "Customer" },
            None if has_site => Self { rep: "Representative", customer: "Customer" },
            _ => Self { rep: "User", customer: "Endpoint" },
        }
    }
}

fn facts(session: &Session, words: &Words) -> Vec<(&'static str, Line)> {
    let mut facts: Vec<(&'static str, Line)> = Vec::new();
    let mut fact = |name, line: Line| facts.push((name, line));
    let primary = |gsnumber: Option<&str>, name: &str| {
        let name = name.trim();
        match (name, gsnumber) {
            ("", Some(number)) => Line::new().say("number ").thing(number),
            (name, _) => Line::new().name(name),
        }
    };
    if let Some(rep) = &session.primary_rep {
        fact(words.rep, primary(rep.gsnumber.as_ref().map(|number| number.as_str()), &rep.name));
    } else {
        fact(words.rep, Line::new().say("nobody joined"));
    }
    if let Some(customer) = &session.primary_customer {
        let number = customer.gsnumber.as_ref().map(|number| number.as_str());
        fact(words.customer, primary(number, &customer.name));
    }
    fact("Started", Line::new().say(moment(session.start_time.at())));
    match session.ended_at() {
        Some(end) => {
            let took = session.duration.as_ref().and_then(|elapsed| elapsed.span());
            let took = took.unwrap_or_else(|| end.saturating_duration_since(session.start_time.at()));
            fact("Ended", Line::new().say(format!("{}, after {}", moment(end), span(took))));
        }
        None => fact(
            "Ended",
            Line::new().say("not yet: the session is running, and this is what there is so far"),
        ),
    }
    if let Some((name, kind)) = jump_item(session) {
        fact("Jump Item", Line::new().thing(name).thing_if(", ", kind));
    }
    if let Some(group) = &session.jump_group {
        let kind = group.kind.as_ref().map(|kind| kind.as_str().to_owned());
        let line = Line::new().thing(group.name.trim());
        fact("Jump Group", line.thing_if(", ", kind.as_deref()));
    }
    if let Some(jumpoint) = &session.jumpoint {
        fact("Jumpoint", Line::new().thing(jumpoint.name.trim()));
    }
    if let Some(queue) = tell::last_queue(session) {
        fact("Queue", Line::new().thing(queue));
    }
    if let Some(site) = &session.public_site {
        fact("Public site", Line::new().thing(site.name.trim()));
    }
    if let Some(key) = session.external_key.as_deref().and_then(known) {
        fact("External key", Line::new().thing(key));
    }
    for attribute in &session.custom_attributes {
        if !attribute.value.trim().is_empty() {
            let line = Line::new().thing(attribute.code_name.as_str()).say(": ");
            fact("Attribute", line.thing(attribute.value.trim()));
        }
    }
    let counts = [
        (session.file_transfer_count, "sent or fetched"),
        (session.file_move_count, "moved"),
        (session.file_delete_count, "deleted"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter_map(|(count, what)| count.filter(|count| *count > 0).map(|count| format!("{count} {what}")))
        .collect();
    if !told.is_empty() {
        fact("Files", Line::new().say(told.join(", ")));
    }
    let recordings = recordings(session);
    if !recordings.is_empty() {
        fact("Recordings", Line::new().say(recordings.join(", ")));
    }
    facts
}

/// Finds the name and the type of the Jump Item: only leave to jump tells them.
fn jump_item(session: &Session) -> Option<(&str, Option<&str>)> {
    session
        .events
        .iter()
        .filter_map(Event::jump_authorization)
        .find_map(|view| view.jump_item_name.and_then(known).map(|name| (name, view.jump_item_type)))
}

fn recordings(session: &Session) -> Vec<String> {
    let mut told = Vec::new();
    if session.session_recording_download_url.is_some() || session.session_recording_view_url.is_some() {
        told.push("the screen".to_owned());
    }
    match session.command_shell_recordings.len() {
        0 => {}
        1 => told.push("a command shell".to_owned()),
        count => told.push(format!("{count} command shells")),
    }
    match session.show_my_screen_recordings.len() {
        0 => {}
        1 => told.push("the representative's own screen".to_owned()),
        count => told.push(format!("{count} of the representatives' own screens")),
    }
    told
}

fn people(session: &Session, words: &Words) -> Vec<Person> {
    let text = |text: Option<&str>| text.and_then(known).map(str::to_owned);
    let reps = session.representatives.iter().map(|rep| {
        let mut part = words.rep.to_owned();
        if rep.is_owner() {
            part.push_str(", owner");
        }
        if rep.invited == Some(true) {
            part.push_str(", invited");
        }
        let name = text(rep.private_name());
        let account = text(rep.username.as_deref()).filter(|account| name.as_ref() != Some(account));
        Person {
            name: name.unwrap_or_else(|| nameless(rep.gsnumber.as_ref().map(|number| number.as_str()))),
            part,
            account,
            public_ip: text(rep.public_ip.as_ref().map(|address| address.as_str())),
            private_ip: text(rep.private_ip.as_ref().map(|address| address.as_str())),
            hostname: text(rep.hostname.as_deref()),
            os: text(rep.os.as_deref()),
            involved: rep.seconds_involved.map(Duration::from_secs),
            said: Vec::new(),
        }
    });
    let customers = session.customers.iter().map(|customer| {
        let mut said = Vec::new();
        if let Some(info) = &customer.info {
            for (name, value) in [
                ("name", &info.name),
                ("company", &info.company),
                ("company code", &info.company_code),
                ("issue", &info.issue),
                ("details", &info.details),
            ] {
                said.extend(value.as_deref().and_then(known).map(|value| (name, value.to_owned())));
            }
        }
        let number = customer.gsnumber.as_ref().map(|number| number.as_str());
        let part =
            if customer.primary_cust == Some(true) && session.customers.len() > 1 { ", first" } else { "" };
        Person {
            name: text(customer.username.as_deref()).unwrap_or_else(|| nameless(number)),
            part: format!("{}{part}", words.customer),
            account: None,
            public_ip: text(customer.public_ip.as_ref().map(|address| address.as_str())),
            private_ip: text(customer.private_ip.as_ref().map(|address| address.as_str())),
            hostname: text(customer.hostname.as_deref()),
            os: text(customer.os.as_deref()),
            involved: None,
            said,
        }
    });
    reps.chain(customers).collect()
}

fn nameless(number: Option<&str>) -> String {
    number.map_or_else(|| "without a name".to_owned(), |number| format!("number {number}"))
}

fn entry(session: &Session, event: &Event, start: Timestamp) -> Entry {
    let told = tell::event(session, event);
    let is_told = |name: &str| told.used.contains(&name) || is_address(name);
    let details = event.data.iter().filter(|(name, value)| !is_told(name) && known(value).is_some());
    let details = details.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Entry {
        at: event.timestamp,
        offset: event.timestamp.as_second().saturating_sub(start.as_second()),
        kind: told.kind,
        has_failed: told.has_failed,
        line: told.line,
        body: told.body,
        details,
        file: event.file_transfer().and_then(|view| file(&view)),
        tables: tables(event),
    }
}

/// Whether a value is the address of a recording.
fn is_address(name: &str) -> bool {
    matches!(name, "download_url" | "view_url")
}

fn file(view: &FileTransfer<'_>) -> Option<File> {
    let way = match view.direction() {
        Some(Direction::Upload) => "sent",
        Some(Direction::Download) => "fetched",
        _ => "arrived",
    };
    let sha256 = view.sha256.and_then(known).map(str::to_owned);
    Some(File { path: view.path()?.to_owned(), size: view.size(), sha256, way })
}

fn tables(event: &Event) -> Vec<Table> {
    let categories = event.system_information.iter().flat_map(|information| &information.categories);
    let table = categories.map(|category| {
        let heads = category.description.as_deref().unwrap_or_default();
        let rows = category.data.as_deref().unwrap_or_default();
        let fields = |row: &[bt_sra::reporting::model::report::SystemField]| {
            row.iter().map(|field| field.text.as_str().to_owned()).collect()
        };
        Table {
            title: category.name.as_str().to_owned(),
            heads: fields(heads),
            rows: rows.iter().map(|row| fields(&row.fields)).collect(),
        }
    });
    table.collect()
}

/// Tells how many rows a table has.
pub(super) fn count_rows(table: &Table) -> String {
    match table.rows.len() {
        1 => "1 row".to_owned(),
        count => format!("{count} rows"),
    }
}

/// Writes a point in time for people.
pub(super) fn moment(at: Timestamp) -> String {
    let (date, time) = day_and_time(at);
    format!("{date} {time} UTC")
}

/// Writes the day and the time of day.
pub(super) fn day_and_time(at: Timestamp) -> (String, String) {
    let text = at.to_string();
    match text.split_once('T') {
        Some((day, rest)) => (day.to_owned(), rest.split('+').next().unwrap_or_default().to_owned()),
        None => (text, String::new()),
    }
}

/// Writes seconds since the begin as `+0:01:02`.
pub(super) fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds % 3600 / 60, seconds % 60)
}

/// Writes a span for people.
pub(super) fn span(span: Duration) -> String {
    let seconds = span.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min {} s", seconds / 3600, seconds % 3600 / 60, seconds % 60),
    }
}

/// Writes a number of bytes for people: exact below a thousand, one digit behind the point above.
pub(super) fn size(bytes: u64) -> String {
    let in_units = |unit: u64, name: &str| format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => in_units(1_000, "kB"),
        1_000_000..1_000_000_000 => in_units(1_000_000, "MB"),
        _ => in_units(1_000_000_000, "GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes_are_written_for_people() {
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        assert_eq!(moment(at), "2023-11-14 22:13:20 UTC");
        assert_eq!(offset(0), "+0:00:00");
        assert_eq!(offset(-5), "-0:00:05");
        assert_eq!(offset(360_061), "+100:01:01");
        assert_eq!(span(Duration::from_secs(59)), "59 s");
        assert_eq!(span(Duration::from_secs(90)), "1 min 30 s");
        assert_eq!(span(Duration::from_secs(90_061)), "25 h 1 min 1 s");
        assert_eq!(size(999), "999 B");
        assert_eq!(size(12_345), "12.3 kB");
        assert_eq!(size(u64::MAX), "18446744073.7 GB");
    }
}
