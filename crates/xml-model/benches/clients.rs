//! What reading costs: a `get_connected_clients` document of 10,000 clients to values, against a
//! walk over the parser's own tree that takes nothing along.
//!
//! `cargo bench -p bt-sra-xml-model --bench clients` prints medians of interleaved rounds, and the
//! user-space instructions for each document by callgrind (difference of two run lengths).
//! Where `python3` has lxml, that reads the same document into dicts in the same run.
//! With `-- write FILE` it writes the document, for other programs to read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring program"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::Duration;

use bt_sra_xml_model::command::ConnectedClients;

const CLIENTS: usize = 10_000;
const ROUNDS: usize = 21;

/// Reads the document into a list of dicts, and prints the median of the milliseconds it took.
const LXML: &str = "
import sys, time
from lxml import etree
data = open(sys.argv[1], 'rb').read()
def read():
    clients = []
    for node in etree.fromstring(data):
        name = etree.QName(node).localname
        client = {'type': name[len('connected_'):], 'id': node.get('id')}
        for child in node:
            field = etree.QName(child).localname
            if field == 'platform':
                client[field] = {'id': child.get('id'), 'name': child.text}
            elif field == 'connected_since':
                client[field] = {'epoch': int(child.get('ts')), 'text': child.text}
            elif field == 'timezone_offset':
                client[field] = int(child.text)
            else:
                client[field] = child.text
        clients.append(client)
    assert len(clients) == int(sys.argv[2])
times = []
for _ in range(int(sys.argv[3])):
    start = time.perf_counter()
    read()
    times.append((time.perf_counter() - start) * 1e3)
print(sorted(times)[len(times) // 2])
";
/// A name, and what reads the document.
type Reader = (&'static str, fn(&str));

const READERS: [Reader; 3] = [("parse", parse), ("walk", walk), ("values", values)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", file] => std::fs::write(file, document()).unwrap(),
        ["run", name, count] => {
            let (_, read) = READERS.iter().find(|(reader, _)| reader == name).unwrap();
            let document = document();
            (0..count.parse().unwrap()).for_each(|_| read(&document));
        }
        _ => measure(),
    }
}

/// As an appliance indents, all four kinds in turn.
fn document() -> String {
    let kinds = ["push_agent", "representative", "support_customer", "presentation_attendee"];
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<connected_clients xmlns=\"http://www.bomgar.com/namespaces/API/command\">\n",
    );
    for (number, kind) in (0..CLIENTS).zip(kinds.into_iter().cycle()) {
        write!(
            xml,
            "\t<connected_{kind} id=\"{number}\">\n\t\t<hostname>host-{number}.example.net</hostname>\n\
             \t\t<platform id=\"winNT-64\">Windows 11 Enterprise x64 (10.0.22631) &amp; more</platform>\n\
             \t\t<timezone_offset>-18000</timezone_offset>\n\
             \t\t<connected_since ts=\"1700000000\">2023-11-14T22:13:20+00:00</connected_since>\n\n\
             \t</connected_{kind}>\n"
        )
        .unwrap();
    }
    xml + "</connected_clients>\n"
}

/// The parser alone.
fn parse(document: &str) {
    black_box(roxmltree::Document::parse(document).unwrap());
}

/// The parser, and a look at every node.
fn walk(document: &str) {
    let document = roxmltree::Document::parse(document).unwrap();
    let mut sum = 0;
    for node in document.descendants() {
        sum += node.tag_name().name().len() + node.text().map_or(0, str::len);
        sum += node.attributes().map(|attribute| attribute.value().len()).sum::<usize>();
    }
    black_box(sum);
}

/// What this crate does.
fn values(document: &str) {
    let clients: ConnectedClients = bt_sra_xml_model::read(document.as_bytes()).unwrap();
    assert_eq!(clients.clients.len(), CLIENTS);
    black_box(clients);
}

fn measure() {
    let document = document();
    println!("{CLIENTS} clients, {} bytes", document.len());
    let mut times = [const { Vec::new() }; READERS.len()];
    for _ in 0..ROUNDS {
        for ((_, read), times) in READERS.iter().zip(&mut times) {
            times.push(timed(|| read(&document)));
        }
    }
    let medians = times.map(|mut times: Vec<Duration>| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64() * 1e3
    });
    let instructions = READERS.map(|(name, _)| instructions(name));
    for ((name, _), (median, instructions)) in READERS.iter().zip(medians.iter().zip(&instructions)) {
        let count = instructions.map_or("not counted, valgrind is not installed".to_owned(), |count| {
            format!("{:.1} million instructions", count / 1e6)
        });
        println!("  {name}: {median:.2} ms, {count}");
    }
    println!("values / walk: {:.2} by time", medians[2] / medians[1]);
    if let [_, Some(walk), Some(values)] = instructions {
        println!("values / walk: {:.2} by instructions", values / walk);
    }
    match lxml(&document) {
        Some(lxml) => println!("lxml: {lxml:.2} ms; lxml / values: {:.1} by time", lxml / medians[2]),
        None => println!("lxml: not measured, python3 has no lxml"),
    }
}

fn lxml(document: &str) -> Option<f64> {
    let file = std::env::temp_dir().join(format!("clients-{}.xml", std::process::id()));
    std::fs::write(&file, document).unwrap();
    let (clients, rounds) = (CLIENTS.to_string(), ROUNDS.to_string());
    let output = Command::new("python3").args(["-c", LXML]).arg(&file).args([&clients, &rounds]).output();
    std::fs::remove_file(&file).unwrap();
    String::from_utf8_lossy(&output.ok()?.stdout).trim().parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "measures")]
fn timed(work: impl FnOnce()) -> Duration {
    let start = std::time::Instant::now();
    work();
    start.elapsed()
}

fn instructions(name: &str) -> Option<f64> {
    let (low, high) = (collected(name, 1)?, collected(name, 3)?);
    Some((high - low) / 2.0)
}

fn collected(name: &str, count: u32) -> Option<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args(["run", name, &count.to_string()])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    let line = text.lines().find(|line| line.contains("Collected :")).expect("callgrind's total");
    Some(line.rsplit(' ').next().unwrap().parse().unwrap())
}
