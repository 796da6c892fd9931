//! The same document read by others.

use std::process::Command;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Xml};

use crate::session::{Actor, Event, Rep, Session, Sums, Value};

/// Reads with quick-xml's events by hand, to the same structs; what is not known is left out.
pub(crate) fn quick_xml(document: &str) -> Sums {
    let mut reader = quick_xml::Reader::from_str(document);
    let mut sums = Sums::default();
    let (mut session, mut rep, mut event, mut actor) =
        (Session::default(), Rep::default(), Event::default(), Actor::default());
    let (mut text, mut time, mut in_rep) = (String::new(), 0_i64, false);
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(tag) => {
                text.clear();
                match tag.local_name().as_ref() {
                    "session" => session = Session { lsid: attribute(&tag, "lsid"), ..Session::default() },
                    "start_time" | "end_time" => time = attribute(&tag, "timestamp").parse().unwrap(),
                    "representative" => {
                        in_rep = true;
                        rep = Rep {
                            gsnumber: Some(attribute(&tag, "gsnumber")),
                            id: attribute(&tag, "id").parse().ok(),
                            ..Rep::default()
                        };
                    }
                    "event" => {
                        event = Event {
                            timestamp: attribute(&tag, "timestamp").parse().unwrap(),
                            kind: attribute(&tag, "event_type"),
                            ..Event::default()
                        };
                    }
                    "performed_by" | "destination" | "primary_customer" | "primary_rep" | "jump_group" => {
                        actor = self::actor(&tag);
                    }
                    _ => {}
                }
            }
            Xml::Empty(tag) if tag.local_name().as_ref() == "value" => event.data.push(value(&tag)),
            Xml::Text(piece) => text.push_str(&piece.xml10_content()),
            Xml::CData(piece) => text.push_str(&piece.xml10_content()),
            Xml::GeneralRef(reference) => match reference.resolve_char_ref().unwrap() {
                Some(character) => text.push(character),
                None => text.push_str(quick_xml::escape::resolve_predefined_entity(&reference).unwrap()),
            },
            Xml::End(tag) => {
                let mut taken = || std::mem::take(&mut text);
                match tag.local_name().as_ref() {
                    "session" => sums.add(&session),
                    "event" => session.events.push(std::mem::take(&mut event)),
                    "body" => event.body = Some(taken()),
                    "performed_by" => {
                        actor.name = taken();
                        event.performed_by = Some(std::mem::take(&mut actor));
                    }
                    "destination" => {
                        actor.name = taken();
                        event.destination = Some(std::mem::take(&mut actor));
                    }
                    "primary_customer" => {
                        actor.name = taken();
                        session.primary_customer = Some(std::mem::take(&mut actor));
                    }
                    "primary_rep" => {
                        actor.name = taken();
                        session.primary_rep = Some(std::mem::take(&mut actor));
                    }
                    "jump_group" => {
                        actor.name = taken();
                        session.jump_group = Some(std::mem::take(&mut actor));
                    }
                    "representative" => {
                        in_rep = false;
                        session.reps.push(std::mem::take(&mut rep));
                    }
                    "username" if in_rep => rep.username = Some(taken()),
                    "display_name" if in_rep => rep.display_name = Some(taken()),
                    "public_ip" if in_rep => rep.public_ip = Some(taken()),
                    "os" if in_rep => rep.os = Some(taken()),
                    "seconds_involved" if in_rep => rep.seconds = taken().parse().ok(),
                    "session_type" => session.session_type = Some(taken()),
                    "lseq" => session.lseq = taken().parse().ok(),
                    "start_time" => session.start_time = Some((time, taken())),
                    "end_time" => session.end_time = Some((time, taken())),
                    "duration" => session.duration = Some(taken()),
                    "external_key" => session.external_key = Some(taken()),
                    "session_chat_view_url" => session.chat_url = Some(taken()),
                    "file_transfer_count" => session.file_transfers = taken().parse().ok(),
                    "file_move_count" => session.file_moves = taken().parse().ok(),
                    _ => {}
                }
            }
            Xml::Eof => return sums,
            _ => {}
        }
    }
}

fn actor(tag: &BytesStart<'_>) -> Actor {
    let mut actor = Actor::default();
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
        match attribute.key.local_name().as_ref() {
            "type" => actor.kind = Some(value.into_owned()),
            "gsnumber" => actor.gsnumber = Some(value.into_owned()),
            "id" => actor.id = value.parse().ok(),
            _ => {}
        }
    }
    actor
}

fn value(tag: &BytesStart<'_>) -> Value {
    let mut found = Value::default();
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
        match attribute.key.local_name().as_ref() {
            "name" => found.name = value,
            "value" => found.value = value,
            _ => {}
        }
    }
    found
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.try_get_attribute(name).unwrap().unwrap();
    found.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned()
}

/// Reads sessions into objects with slots, as people do, and prints the median of the seconds.
pub(crate) const LXML: &str = "
from lxml import etree
def parse(file):
    for _, node in etree.iterparse(file, events=('end',), tag=NS + 'session', huge_tree=True):
        yield node
        node.clear()
        while node.getprevious() is not None:
            del node.getparent()[0]
";

/// As [`LXML`].
pub(crate) const ELEMENT_TREE: &str = "
from xml.etree import ElementTree
def parse(file):
    events = ElementTree.iterparse(file, events=('start', 'end'))
    _, root = next(events)
    for event, node in events:
        if event == 'end' and node.tag == NS + 'session':
            yield node
            root.clear()
";

const PYTHON: &str = "
import sys, time
NS = '{http://www.beyondtrust.com/sra/namespaces/API/reporting}'
class Session:
    __slots__ = ('lsid', 'fields', 'reps', 'events')
class Event:
    __slots__ = ('timestamp', 'kind', 'performed_by', 'destination', 'body', 'data')
def actor(node):
    return None if node is None else (node.get('type'), node.get('gsnumber'), node.text)
def text(node):
    return None if node is None else ''.join(node.itertext())
def read():
    events = values = 0
    for node in parse(sys.argv[1]):
        session = Session()
        session.lsid = node.get('lsid')
        session.fields = {child.tag: child.text for child in node if len(child) == 0}
        session.reps = [{child.tag: child.text for child in rep} for rep in node.findall(NS + 'rep_list/' + NS + 'representative')]
        session.events = []
        for found in node.find(NS + 'session_details'):
            event = Event()
            event.timestamp = int(found.get('timestamp'))
            event.kind = found.get('event_type')
            event.performed_by = actor(found.find(NS + 'performed_by'))
            event.destination = actor(found.find(NS + 'destination'))
            event.body = text(found.find(NS + 'body'))
            event.data = [(value.get('name'), value.get('value')) for value in found.findall(NS + 'data/' + NS + 'value')]
            values += len(event.data)
            session.events.append(event)
        events += len(session.events)
    assert (events, values) == (int(sys.argv[2]), int(sys.argv[3])), (events, values)
times = []
for _ in range(5):
    start = time.perf_counter()
    read()
    times.append(time.perf_counter() - start)
print(sorted(times)[2])
";

/// Returns megabytes a second, if this Python can do it.
pub(crate) fn python(parse: &str, document: &str, expect: &Sums) -> Option<f64> {
    let file = std::env::temp_dir().join(format!("sessions-{}.xml", std::process::id()));
    std::fs::write(&file, document).unwrap();
    let program = PYTHON.replacen("def actor", &format!("{parse}\ndef actor"), 1);
    let (events, values) = (expect.events.to_string(), expect.values.to_string());
    let output = Command::new("python3").args(["-c", &program]).arg(&file).args([&events, &values]).output();
    std::fs::remove_file(&file).unwrap();
    let seconds: f64 = String::from_utf8_lossy(&output.ok()?.stdout).trim().parse().ok()?;
    Some(document.len() as f64 / 1e6 / seconds)
}
