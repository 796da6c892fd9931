//! The same document read in Python and in Go.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Run;

/// A program that reads the document of its last argument, and prints its counts, its seconds, the
/// milliseconds to the first session, and its peak memory in KiB.
pub(crate) struct Elsewhere {
    pub(crate) name: &'static str,
    command: PathBuf,
    arguments: Vec<String>,
}

impl Elsewhere {
    /// Those that this machine can run; says loudly which ones it cannot.
    pub(crate) fn all(folder: &Path) -> Vec<Self> {
        let python = |name: &'static str, library: &str, parse: &str| {
            let is_there = Command::new("python3")
                .args(["-c", library])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success());
            if !is_there {
                eprintln!("NOT MEASURED: {name}, as python3 cannot `{library}`");
                return None;
            }
            let program = PYTHON.replacen("def actor", &format!("{parse}\ndef actor"), 1);
            Some(Self { name, command: "python3".into(), arguments: vec!["-c".to_owned(), program] })
        };
        let found = [
            python("lxml iterparse", "from lxml import etree", LXML),
            python("ElementTree iterparse", "from xml.etree import ElementTree", ELEMENT_TREE),
            go(folder),
        ];
        found.into_iter().flatten().collect()
    }

    pub(crate) fn run(&self, file: &Path) -> Run {
        let output = Command::new(&self.command).args(&self.arguments).arg(file).output().unwrap();
        assert!(output.status.success(), "{}: {}", self.name, String::from_utf8_lossy(&output.stderr));
        Run::read(&String::from_utf8(output.stdout).unwrap())
    }
}

fn go(folder: &Path) -> Option<Elsewhere> {
    let (source, program) = (folder.join("main.go"), folder.join("go-peer"));
    std::fs::write(&source, GO).unwrap();
    let built = Command::new("go")
        .args(["build", "-o"])
        .args([&program, &source])
        .env("GO111MODULE", "off")
        .env("GOCACHE", folder.join("go-cache"))
        .output();
    match built {
        Ok(output) if output.status.success() => {
            Some(Elsewhere { name: "Go encoding/xml", command: program, arguments: Vec::new() })
        }
        Ok(output) => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => {
            eprintln!("NOT MEASURED: Go's encoding/xml, as `go` is not installed");
            None
        }
    }
}

/// Sessions one by one, as people do.
const LXML: &str = "
from lxml import etree
def parse(file):
    for _, node in etree.iterparse(file, events=('end',), tag=NS + 'session', huge_tree=True):
        yield node
        node.clear()
        while node.getprevious() is not None:
            del node.getparent()[0]
";

/// As [`LXML`].
const ELEMENT_TREE: &str = "
from xml.etree import ElementTree
def parse(file):
    events = ElementTree.iterparse(file, events=('start', 'end'))
    _, root = next(events)
    for event, node in events:
        if event == 'end' and node.tag == NS + 'session':
            yield node
            root.clear()
";

/// Into objects with slots, which are gone with their session.
const PYTHON: &str = "
import resource, sys, time
NS = '{http://www.beyondtrust.com/sra/namespaces/API/reporting}'
class Session:
    __slots__ = ('lsid', 'fields', 'reps', 'events')
class Event:
    __slots__ = ('timestamp', 'kind', 'performed_by', 'destination', 'body', 'data')
def actor(node):
    return None if node is None else (node.get('type'), node.get('gsnumber'), node.text)
def text(node):
    # Comments are no text.
    return None if node is None else (node.text or '') + ''.join(child.tail or '' for child in node)
start = time.perf_counter()
first = None
sessions = events = values = bodies = 0
for node in parse(sys.argv[1]):
    session = Session()
    session.lsid = node.get('lsid')
    session.fields = {child.tag: (child.text, dict(child.attrib)) for child in node if len(child) == 0}
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
        if event.body is not None:
            bodies += len(event.body.encode())
        session.events.append(event)
    sessions += 1
    events += len(session.events)
    if first is None:
        first = time.perf_counter() - start
seconds = time.perf_counter() - start
print(sessions, events, values, bodies, seconds, first * 1e3, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
";

const GO: &str = r#"package main

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"
)

type Other struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Inner   string     `xml:",innerxml"`
}
type Time struct {
	Timestamp int64  `xml:"timestamp,attr"`
	Text      string `xml:",chardata"`
}
type Actor struct {
	Type     string `xml:"type,attr"`
	GsNumber string `xml:"gsnumber,attr"`
	Id       string `xml:"id,attr"`
	Name     string `xml:",chardata"`
}
type Rep struct {
	GsNumber string  `xml:"gsnumber,attr"`
	Id       string  `xml:"id,attr"`
	Username string  `xml:"username"`
	Display  string  `xml:"display_name"`
	PublicIp string  `xml:"public_ip"`
	Os       string  `xml:"os"`
	Seconds  int64   `xml:"seconds_involved"`
	Others   []Other `xml:",any"`
}
type Value struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}
type Event struct {
	Timestamp   int64   `xml:"timestamp,attr"`
	Type        string  `xml:"event_type,attr"`
	PerformedBy *Actor  `xml:"performed_by"`
	Destination *Actor  `xml:"destination"`
	Body        *string `xml:"body"`
	Data        []Value `xml:"data>value"`
	Others      []Other `xml:",any"`
}
type Session struct {
	Lsid          string  `xml:"lsid,attr"`
	Type          string  `xml:"session_type"`
	Lseq          int64   `xml:"lseq"`
	Start         Time    `xml:"start_time"`
	End           Time    `xml:"end_time"`
	Duration      string  `xml:"duration"`
	ExternalKey   string  `xml:"external_key"`
	ChatUrl       string  `xml:"session_chat_view_url"`
	FileTransfers int64   `xml:"file_transfer_count"`
	FileMoves     int64   `xml:"file_move_count"`
	Customer      *Actor  `xml:"primary_customer"`
	JumpGroup     *Actor  `xml:"jump_group"`
	PrimaryRep    *Actor  `xml:"primary_rep"`
	Reps          []Rep   `xml:"rep_list>representative"`
	Events        []Event `xml:"session_details>event"`
	Others        []Other `xml:",any"`
}

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	start := time.Now()
	first := time.Duration(0)
	sessions, events, values, bodies := 0, 0, 0, 0
	decoder := xml.NewDecoder(bufio.NewReaderSize(file, 32<<10))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			panic(err)
		}
		tag, ok := token.(xml.StartElement)
		if !ok || tag.Name.Local != "session" {
			continue
		}
		var session Session
		if err := decoder.DecodeElement(&session, &tag); err != nil {
			panic(err)
		}
		sessions++
		events += len(session.Events)
		for _, event := range session.Events {
			values += len(event.Data)
			if event.Body != nil {
				bodies += len(*event.Body)
			}
		}
		if first == 0 {
			first = time.Since(start)
		}
	}
	seconds := time.Since(start).Seconds()
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	fmt.Println(sessions, events, values, bodies, seconds, first.Seconds()*1e3, usage.Maxrss)
}
"#;
