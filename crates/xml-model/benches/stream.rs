//! What reading a report item by item costs: a `session_list` of some 15 KB a session, each with 40
//! events, to structs with everything kept, beside the parser alone, quick-xml by hand, and Python.
//!
//! `cargo bench -p bt-sra-xml-model --bench stream` prints medians of interleaved rounds over an
//! 11 MB document in memory, instructions for each byte by callgrind, and the peak memory for that
//! document and for one of 374 MB, which are generated while they are read.
//! With `-- write SESSIONS FILE` it writes a document.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring program"
)]

use std::hint::black_box;
use std::io::{Read, Write as _};
use std::process::Command;
use std::time::{Duration, Instant};

use bt_sra_xml_model::{ItemReader, Items, Limits, List, Splitter, Tree};

#[path = "stream/generator.rs"]
mod generator;
#[path = "stream/peers.rs"]
mod peers;
#[path = "stream/session.rs"]
mod session;

use generator::Generator;
use session::{Session, Sums};

const LIST: List = List::of(&["session_list"], &["session"]);
const SESSIONS: usize = 700;
const MANY_SESSIONS: usize = 23_700;
const ROUNDS: usize = 11;

/// A name, and what reads a document.
type Reader = (&'static str, fn(&Document) -> Sums);

const READERS: [Reader; 7] = [
    ("parse", parse),
    ("split", split),
    ("structs", structs),
    ("tree", tree),
    ("quick-xml", |document| peers::quick_xml(&document.text)),
    ("one", |document| in_threads(document, 1)),
    ("two", |document| in_threads(document, 2)),
];

struct Document {
    text: String,
    /// The same in pieces that are documents, of one session each.
    pieces: Vec<String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", sessions, file] => std::fs::write(file, document(sessions.parse().unwrap()).text).unwrap(),
        ["count", name, rounds] => {
            let (_, read) = READERS.iter().find(|(reader, _)| reader == name).unwrap();
            let document = document(60);
            (0..rounds.parse().unwrap()).for_each(|_| {
                black_box(read(&document));
            });
        }
        ["run", workers, sessions] => run(workers.parse().unwrap(), sessions.parse().unwrap()),
        _ => measure(),
    }
}

fn document(sessions: usize) -> Document {
    let mut text = String::new();
    Generator::new(sessions).read_to_string(&mut text).unwrap();
    let pieces = (0..sessions).map(generator::alone).collect();
    Document { text, pieces }
}

/// The parser alone, on sessions that are cut already.
fn parse(document: &Document) -> Sums {
    for piece in &document.pieces {
        black_box(roxmltree::Document::parse(piece).unwrap());
    }
    Sums::default()
}

/// Cutting alone.
fn split(document: &Document) -> Sums {
    let mut splitter = Splitter::new(LIST, Limits::default());
    for mut piece in document.text.as_bytes().chunks(32 << 10) {
        while let Some(batch) = splitter.next_batch(&mut piece).unwrap() {
            splitter.recycle(black_box(batch));
        }
    }
    splitter.finish().unwrap();
    Sums::default()
}

fn structs(document: &Document) -> Sums {
    let mut sums = Sums::default();
    let mut reader = ItemReader::<Session>::new(LIST);
    for mut piece in document.text.as_bytes().chunks(32 << 10) {
        while let Some(session) = reader.next_item(&mut piece).unwrap() {
            sums.add(&session);
        }
    }
    reader.finish().unwrap();
    sums
}

fn tree(document: &Document) -> Sums {
    let mut reader = ItemReader::<Tree>::new(LIST);
    for mut piece in document.text.as_bytes().chunks(32 << 10) {
        while let Some(session) = reader.next_item(&mut piece).unwrap() {
            black_box(session);
        }
    }
    reader.finish().unwrap();
    Sums::default()
}

fn in_threads(document: &Document, workers: usize) -> Sums {
    let mut sums = Sums::default();
    for session in Items::<_, Session>::new(document.text.as_bytes(), LIST).parallel(workers) {
        sums.add(&session.unwrap());
    }
    sums
}

/// Reads a document that is generated meanwhile, and prints the peak of this process in KiB and how
/// long the first session took, in milliseconds, of which its generation took some.
#[expect(clippy::disallowed_methods, reason = "measures")]
fn run(workers: usize, sessions: usize) {
    let start = Instant::now();
    let mut items = Items::<_, Session>::new(Generator::new(sessions), LIST).parallel(workers);
    let mut sums = Sums::default();
    sums.add(&items.next().unwrap().unwrap());
    let first = start.elapsed();
    items.for_each(|session| sums.add(&session.unwrap()));
    assert_eq!((sums.sessions, sums.events), (sessions, sessions * generator::EVENTS));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB").trim().to_owned();
    println!("{} {}", peak.trim_end_matches(" kB"), first.as_secs_f64() * 1e3);
}

fn measure() {
    let document = document(SESSIONS);
    let megabytes = document.text.len() as f64 / 1e6;
    println!("{SESSIONS} sessions, {} bytes", document.text.len());
    let expect = structs(&document);
    for (name, read) in READERS {
        let sums = read(&document);
        assert!(sums == Sums::default() || sums == expect, "{name}: {sums:?} and not {expect:?}");
    }
    let mut times = [const { Vec::new() }; READERS.len()];
    for _ in 0..ROUNDS {
        for ((_, read), times) in READERS.iter().zip(&mut times) {
            times.push(timed(|| {
                black_box(read(&document));
            }));
        }
    }
    let medians = times.map(|mut times: Vec<Duration>| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64()
    });
    let mut speeds = Vec::new();
    for ((name, _), median) in READERS.iter().zip(medians) {
        let instructions = match *name {
            "one" | "two" => None,
            name => instructions(name),
        };
        let count = instructions.map_or(String::new(), |count| format!(", {count:.1} instructions a byte"));
        println!("  {name}: {:.1} MB/s{count}", megabytes / median);
        speeds.push(megabytes / median);
    }
    let [parse, split, structs, _, quick_xml, one, two] = speeds.try_into().unwrap();
    println!("structs / parse: {:.2} (aim 0.80)", structs / parse);
    println!("structs / (parse and split): {:.2}", structs * (1.0 / parse + 1.0 / split));
    println!("structs / quick-xml: {:.2} (aim 1.15)", structs / quick_xml);
    println!("two workers / one: {:.2} (aim 1.7)", two / one);
    for (name, program) in [("lxml iterparse", peers::LXML), ("ElementTree iterparse", peers::ELEMENT_TREE)] {
        match peers::python(program, &document.text, &expect) {
            Some(speed) => println!("structs / {name} ({speed:.1} MB/s): {:.1}", structs / speed),
            None => println!("{name}: not measured, python3 has none"),
        }
    }
    for (workers, sessions) in [(1, SESSIONS), (1, MANY_SESSIONS), (2, SESSIONS), (2, MANY_SESSIONS)] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let output = command.args(["run", &workers.to_string(), &sessions.to_string()]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let (peak, first) = text.trim().split_once(' ').unwrap();
        let (peak, first): (f64, f64) = (peak.parse().unwrap(), first.parse().unwrap());
        println!(
            "{sessions} sessions, {workers} workers: peak memory {:.1} MiB, first session after {first:.2} ms",
            peak / 1024.0
        );
    }
    println!("first session after its last byte: {:.3} ms", first_item(&document).as_secs_f64() * 1e3);
    std::io::stdout().flush().unwrap();
}

/// How long it takes from the piece with the last byte of the first session to that session, when
/// pieces are as long as those that TLS makes: the median of rounds.
fn first_item(document: &Document) -> Duration {
    let mut times: Vec<Duration> = (0..101)
        .map(|_| {
            let mut reader = ItemReader::<Session>::new(LIST);
            let mut time = Duration::ZERO;
            for mut piece in document.text.as_bytes().chunks(16 << 10) {
                let mut is_there = false;
                time = timed(|| is_there = black_box(reader.next_item(&mut piece).unwrap()).is_some());
                if is_there {
                    break;
                }
            }
            time
        })
        .collect();
    times.sort();
    times[50]
}

#[expect(clippy::disallowed_methods, reason = "measures")]
fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// User-space instructions for each byte, as the difference of two run lengths.
fn instructions(name: &str) -> Option<f64> {
    let (low, high) = (collected(name, 1)?, collected(name, 3)?);
    Some((high - low) / 2.0 / document(60).text.len() as f64)
}

fn collected(name: &str, rounds: u32) -> Option<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args(["count", name, &rounds.to_string()])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    let line = text.lines().find(|line| line.contains("Collected :")).expect("callgrind's total");
    Some(line.rsplit(' ').next().unwrap().parse().unwrap())
}
