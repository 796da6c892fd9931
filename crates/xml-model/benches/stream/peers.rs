//! The same document read by other Rust libraries, by hand.

use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Xml};
use roxmltree::Node;

use crate::First;
use crate::counts::Counts;
use crate::session::{Actor, Event, Extra, Rep, Session, Value};

/// quick-xml's events of a text in memory, to structs by hand.
pub(crate) fn quick_xml(text: &str) -> Counts {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut build = Build::default();
    while build.take(&reader.read_event().unwrap()) {}
    build.counts
}

/// The same from anywhere, in little memory.
pub(crate) fn quick_xml_from(read: &mut dyn BufRead, first: &mut First) -> Counts {
    let mut reader = quick_xml::Reader::from_reader(read);
    let mut buffer = Vec::new();
    let mut build = Build::default();
    while build.take(&reader.read_event_into(&mut buffer).unwrap()) {
        if build.counts.sessions > 0 {
            first.is_here();
        }
        buffer.clear();
    }
    build.counts
}

/// What is open.
#[derive(Default)]
struct Build {
    session: Session,
    rep: Rep,
    event: Event,
    actor: Actor,
    text: String,
    time: i64,
    in_rep: bool,
    /// Levels of an element that is not known.
    unknown: usize,
    counts: Counts,
}

impl Build {
    /// Takes an event; says whether it was not the last one.
    fn take(&mut self, xml: &Xml<'_>) -> bool {
        match xml {
            Xml::Start(tag) => self.start(tag),
            Xml::Empty(tag) => {
                if tag.local_name().as_ref() == "value" && self.unknown == 0 {
                    self.event.data.push(value(tag, &mut self.session.extra));
                } else {
                    self.start(tag);
                    self.end(tag.local_name().as_ref());
                }
            }
            Xml::Text(piece) => self.text.push_str(&piece.xml10_content()),
            Xml::CData(piece) => self.text.push_str(&piece.xml10_content()),
            Xml::GeneralRef(reference) => match reference.resolve_char_ref().unwrap() {
                Some(character) => self.text.push(character),
                None => self.text.push_str(quick_xml::escape::resolve_predefined_entity(reference).unwrap()),
            },
            Xml::End(tag) => self.end(tag.local_name().as_ref()),
            Xml::Eof => return false,
            _ => {}
        }
        true
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        if self.unknown > 0 {
            self.unknown += 1;
            return;
        }
        self.text.clear();
        match name.as_ref() {
            "session" => {
                self.session = Session::default();
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
                    match attribute.key.local_name().as_ref() {
                        "lsid" => self.session.lsid = value,
                        other => self.session.extra.push((other.to_owned(), value)),
                    }
                }
            }
            "start_time" | "end_time" => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
                    match attribute.key.local_name().as_ref() {
                        "timestamp" => self.time = value.parse().unwrap(),
                        other => self.session.extra.push((other.to_owned(), value.into_owned())),
                    }
                }
            }
            "representative" => {
                self.in_rep = true;
                let actor = actor(tag, &mut self.session.extra);
                self.rep = Rep { gsnumber: actor.gsnumber, id: actor.id, ..Rep::default() };
            }
            "event" => {
                self.event = Event::default();
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
                    match attribute.key.local_name().as_ref() {
                        "timestamp" => self.event.timestamp = value.parse().unwrap(),
                        "event_type" => self.event.kind = value.into_owned(),
                        other => self.session.extra.push((other.to_owned(), value.into_owned())),
                    }
                }
            }
            "performed_by" | "destination" | "primary_customer" | "primary_rep" | "jump_group" => {
                self.actor = actor(tag, &mut self.session.extra);
            }
            "session_list"
            | "rep_list"
            | "session_details"
            | "custom_attributes"
            | "data"
            | "body"
            | "session_type"
            | "lseq"
            | "duration"
            | "external_key"
            | "session_chat_view_url"
            | "file_transfer_count"
            | "file_move_count" => {}
            "username" | "display_name" | "public_ip" | "os" | "seconds_involved" if self.in_rep => {}
            _ => self.unknown = 1,
        }
    }

    fn end(&mut self, name: &str) {
        if self.unknown > 0 {
            self.unknown -= 1;
            if self.unknown == 0 {
                self.session.extra.push((name.to_owned(), std::mem::take(&mut self.text)));
            }
            return;
        }
        let mut taken = || std::mem::take(&mut self.text);
        match name {
            "session" => self.counts.add_plain(&self.session),
            "event" => self.session.events.push(std::mem::take(&mut self.event)),
            "body" => self.event.body = Some(taken()),
            "performed_by" => {
                self.actor.name = taken();
                self.event.performed_by = Some(std::mem::take(&mut self.actor));
            }
            "destination" => {
                self.actor.name = taken();
                self.event.destination = Some(std::mem::take(&mut self.actor));
            }
            "primary_customer" => {
                self.actor.name = taken();
                self.session.primary_customer = Some(std::mem::take(&mut self.actor));
            }
            "primary_rep" => {
                self.actor.name = taken();
                self.session.primary_rep = Some(std::mem::take(&mut self.actor));
            }
            "jump_group" => {
                self.actor.name = taken();
                self.session.jump_group = Some(std::mem::take(&mut self.actor));
            }
            "representative" => {
                self.in_rep = false;
                self.session.reps.push(std::mem::take(&mut self.rep));
            }
            "username" => self.rep.username = Some(taken()),
            "display_name" => self.rep.display_name = Some(taken()),
            "public_ip" => self.rep.public_ip = Some(taken()),
            "os" => self.rep.os = Some(taken()),
            "seconds_involved" => self.rep.seconds = taken().parse().ok(),
            "session_type" => self.session.session_type = Some(taken()),
            "lseq" => self.session.lseq = taken().parse().ok(),
            "start_time" => self.session.start_time = Some((self.time, taken())),
            "end_time" => self.session.end_time = Some((self.time, taken())),
            "duration" => self.session.duration = Some(taken()),
            "external_key" => self.session.external_key = Some(taken()),
            "session_chat_view_url" => self.session.chat_url = Some(taken()),
            "file_transfer_count" => self.session.file_transfers = taken().parse().ok(),
            "file_move_count" => self.session.file_moves = taken().parse().ok(),
            _ => {}
        }
    }
}

fn actor(tag: &BytesStart<'_>, extra: &mut Extra) -> Actor {
    let mut actor = Actor::default();
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
        match attribute.key.local_name().as_ref() {
            "type" => actor.kind = Some(value.into_owned()),
            "gsnumber" => actor.gsnumber = Some(value.into_owned()),
            "id" => actor.id = value.parse().ok(),
            other => extra.push((other.to_owned(), value.into_owned())),
        }
    }
    actor
}

fn value(tag: &BytesStart<'_>, extra: &mut Extra) -> Value {
    let mut found = Value::default();
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
        match attribute.key.local_name().as_ref() {
            "name" => found.name = value,
            "value" => found.value = value,
            other => extra.push((other.to_owned(), value)),
        }
    }
    found
}

/// The whole document as roxmltree's tree, and the counts from there.
pub(crate) fn roxmltree(text: &str) -> Counts {
    let document = roxmltree::Document::parse(text).unwrap();
    let mut counts = Counts::default();
    look(document.root_element(), &mut counts);
    counts
}

/// Counts what is in a tree.
pub(crate) fn look(root: Node<'_, '_>, counts: &mut Counts) {
    for node in root.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "session" => counts.sessions += 1,
            "event" => counts.events += 1,
            "value" => counts.values += 1,
            "body" => {
                counts.bodies += node
                    .children()
                    .filter_map(|child| child.text().filter(|_| child.is_text()))
                    .map(str::len)
                    .sum::<usize>();
            }
            _ => {}
        }
    }
}
