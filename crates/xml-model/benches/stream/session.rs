//! Structs as somebody would write them by hand: every event, every value, and the rest kept.
#![allow(dead_code, reason = "what is read is only made, and not looked at")]

use std::hint::black_box;

use bt_sra_core::Result;
use bt_sra_xml_model::{Element, Extra, Fields, FromElement};

#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) lsid: String,
    pub(crate) session_type: Option<String>,
    pub(crate) lseq: Option<u64>,
    pub(crate) start_time: Option<(i64, String)>,
    pub(crate) end_time: Option<(i64, String)>,
    pub(crate) duration: Option<String>,
    pub(crate) external_key: Option<String>,
    pub(crate) chat_url: Option<String>,
    pub(crate) file_transfers: Option<u64>,
    pub(crate) file_moves: Option<u64>,
    pub(crate) primary_customer: Option<Actor>,
    pub(crate) jump_group: Option<Actor>,
    pub(crate) primary_rep: Option<Actor>,
    pub(crate) reps: Vec<Rep>,
    pub(crate) events: Vec<Event>,
    pub(crate) extra: Extra,
}

#[derive(Debug, Default)]
pub(crate) struct Rep {
    pub(crate) gsnumber: Option<String>,
    pub(crate) id: Option<i64>,
    pub(crate) username: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) public_ip: Option<String>,
    pub(crate) os: Option<String>,
    pub(crate) seconds: Option<u64>,
    pub(crate) extra: Extra,
}

#[derive(Debug, Default)]
pub(crate) struct Event {
    pub(crate) timestamp: i64,
    pub(crate) kind: String,
    pub(crate) performed_by: Option<Actor>,
    pub(crate) destination: Option<Actor>,
    pub(crate) body: Option<String>,
    pub(crate) data: Vec<Value>,
    pub(crate) extra: Extra,
}

#[derive(Debug, Default)]
pub(crate) struct Actor {
    pub(crate) kind: Option<String>,
    pub(crate) gsnumber: Option<String>,
    pub(crate) id: Option<i64>,
    pub(crate) name: String,
    pub(crate) extra: Extra,
}

#[derive(Debug, Default)]
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) extra: Extra,
}

impl FromElement for Session {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let time = |fields: &mut Fields<'_>, name: &str| -> Result<Option<(i64, String)>> {
            let time = fields.time(name)?;
            Ok(time.map(|time| (time.epoch().unwrap_or_default(), time.text().to_owned())))
        };
        Ok(Self {
            lsid: fields.needs_attribute("lsid")?,
            session_type: fields.child("session_type")?,
            lseq: fields.child("lseq")?,
            start_time: time(&mut fields, "start_time")?,
            end_time: time(&mut fields, "end_time")?,
            duration: fields.child("duration")?,
            external_key: fields.child("external_key")?,
            chat_url: fields.child("session_chat_view_url")?,
            file_transfers: fields.child("file_transfer_count")?,
            file_moves: fields.child("file_move_count")?,
            primary_customer: fields.element("primary_customer")?,
            jump_group: fields.element("jump_group")?,
            primary_rep: fields.element("primary_rep")?,
            reps: fields.list("rep_list", "representative")?.unwrap_or_default(),
            events: fields.list("session_details", "event")?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }
}

impl FromElement for Rep {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            gsnumber: fields.attribute("gsnumber")?,
            id: fields.attribute("id")?,
            username: fields.child("username")?,
            display_name: fields.child("display_name")?,
            public_ip: fields.child("public_ip")?,
            os: fields.child("os")?,
            seconds: fields.child("seconds_involved")?,
            extra: fields.extra(),
        })
    }
}

impl FromElement for Event {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            timestamp: fields.needs_attribute("timestamp")?,
            kind: fields.needs_attribute("event_type")?,
            performed_by: fields.element("performed_by")?,
            destination: fields.element("destination")?,
            body: fields.child("body")?,
            data: fields.list("data", "value")?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }
}

impl FromElement for Actor {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: fields.attribute("type")?,
            gsnumber: fields.attribute("gsnumber")?,
            id: fields.attribute("id")?,
            name: fields.text().into_owned(),
            extra: fields.extra(),
        })
    }
}

impl FromElement for Value {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            name: fields.needs_attribute("name")?,
            value: fields.needs_attribute("value")?,
            extra: fields.extra(),
        })
    }
}

/// What every reader must find.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sums {
    pub(crate) sessions: usize,
    pub(crate) events: usize,
    pub(crate) values: usize,
    pub(crate) bodies: usize,
    /// Letters of all names and keys.
    pub(crate) letters: usize,
}

impl Sums {
    pub(crate) fn add(&mut self, session: &Session) {
        let session = black_box(session);
        assert!(session.extra.elements().all(|element| element.name == "custom_attributes"));
        self.sessions += 1;
        self.events += session.events.len();
        for event in &session.events {
            self.values += event.data.len();
            self.bodies += event.body.as_ref().map_or(0, String::len);
            for value in &event.data {
                self.letters += value.name.len() + value.value.len();
            }
            for actor in [&event.performed_by, &event.destination].into_iter().flatten() {
                self.letters += actor.name.len();
            }
        }
        for rep in &session.reps {
            self.letters += rep.os.as_ref().map_or(0, String::len);
        }
    }
}
