//! What reading a report item by item costs: a `session_list` of some 15 KB a session, each with 40
//! events, to [`report::Session`] with everything kept, beside roxmltree alone, quick-xml by hand,
//! Python and Go. All Rust ones use the same allocator, the default one.
//!
//! - `cargo bench -p bt-sra-xml-model --bench stream` prints medians of interleaved rounds over an
//!   11 MB document in memory, instructions for each byte by callgrind, and the peak memory for that
//!   document and for one of 374 MB, which are generated while they are read.
//! - With `-- long ROUNDS` every reader has a process of its own and the same file of 374 MB.
//! - With `-- write SESSIONS FILE` it writes a document.
//!
//! Every reader counts sessions, events, names with values, and bytes of bodies; the bench fails
//! where one of them counts otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring program"
)]

use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use bt_sra_core::Result;
use bt_sra_xml_model::report::Session;
use bt_sra_xml_model::{Batch, Element, FromElement, ItemReader, Items, Limits, List, Splitter};

#[path = "stream/counts.rs"]
mod counts;
#[path = "stream/elsewhere.rs"]
mod elsewhere;
#[path = "stream/generator.rs"]
mod generator;
#[path = "stream/peers.rs"]
mod peers;
#[path = "stream/session.rs"]
mod session;

use counts::Counts;
use elsewhere::Elsewhere;
use generator::Generator;

const LIST: List = List::of(&["session_list"], &["session"]);
const SESSIONS: usize = 700;
const MANY_SESSIONS: usize = 23_700;
const ROUNDS: usize = 11;
const PIECE: usize = 32 << 10;

/// A name, and what reads a document in memory. One that makes no values counts in [`checked`].
type Reader = (&'static str, fn(&Document) -> Option<Counts>);

const READERS: [Reader; 9] = [
    ("parse", parse),
    ("split", split),
    ("structs", |document| Some(structs(&mut document.text.as_bytes(), &mut First::default()))),
    ("quick-xml", |document| Some(peers::quick_xml(&document.text))),
    ("quick-xml streaming", |document| {
        Some(peers::quick_xml_from(&mut document.text.as_bytes(), &mut First::default()))
    }),
    ("one", |document| Some(in_threads(&mut document.text.as_bytes(), 1, &mut First::default()))),
    ("two", |document| Some(in_threads(&mut document.text.as_bytes(), 2, &mut First::default()))),
    ("counted by one", |document| Some(counted(&mut document.text.as_bytes(), 1, &mut First::default()))),
    ("counted by two", |document| Some(counted(&mut document.text.as_bytes(), 2, &mut First::default()))),
];

/// What reads a file in a process of its own.
type Alone = (&'static str, fn(&mut dyn BufRead, &mut First) -> Counts);

const ALONE: [Alone; 8] = [
    ("structs", structs),
    ("two workers", |read, first| in_threads(read, 2, first)),
    ("counted where read", |read, first| counted(read, 1, first)),
    ("counted by two workers", |read, first| counted(read, 2, first)),
    ("split and parse", split_and_parse),
    ("split", split_alone),
    ("quick-xml by hand", peers::quick_xml_from),
    ("roxmltree, whole", |read, first| {
        let mut text = String::new();
        read.read_to_string(&mut text).unwrap();
        let counts = peers::roxmltree(&text);
        first.is_here();
        counts
    }),
];

struct Document {
    text: String,
    /// The same in the batches that we parse.
    batches: Vec<Batch>,
}

/// When the first session was there.
struct First {
    start: Instant,
    after: Option<Duration>,
}

impl First {
    fn is_here(&mut self) {
        if self.after.is_none() {
            self.after = Some(self.start.elapsed());
        }
    }
}

impl Default for First {
    #[expect(clippy::disallowed_methods, reason = "measures")]
    fn default() -> Self {
        Self { start: Instant::now(), after: None }
    }
}

/// What a process of its own says.
struct Run {
    counts: Counts,
    seconds: f64,
    /// Milliseconds to the first session.
    first: f64,
    /// KiB.
    peak: f64,
}

impl Run {
    fn read(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [counts @ .., seconds, first, peak] = words.as_slice() else { panic!("{text}") };
        Self {
            counts: counts.join(" ").parse().unwrap(),
            seconds: seconds.parse().unwrap(),
            first: first.parse().unwrap(),
            peak: peak.parse().unwrap(),
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", sessions, file] => write(sessions.parse().unwrap(), Path::new(file)),
        ["count", name, rounds] => {
            let (_, read) = READERS.iter().find(|(reader, _)| reader == name).unwrap();
            let document = document(60);
            (0..rounds.parse().unwrap()).for_each(|_| {
                black_box(read(&document));
            });
        }
        ["run", name, file] => {
            let mut read = BufReader::with_capacity(PIECE, File::open(file).unwrap());
            run(name, &mut read);
        }
        ["generate", name, sessions] => {
            let mut read = BufReader::with_capacity(PIECE, Generator::new(sessions.parse().unwrap()));
            run(name, &mut read);
        }
        ["long", rounds] => long(rounds.parse().unwrap()),
        _ => measure(),
    }
}

fn document(sessions: usize) -> Document {
    let mut text = String::new();
    Generator::new(sessions).read_to_string(&mut text).unwrap();
    let mut batches = Vec::new();
    let mut splitter = Splitter::new(LIST, Limits::default());
    let mut rest = text.as_bytes();
    while let Some(batch) = splitter.next_batch(&mut rest).unwrap() {
        batches.push(batch);
    }
    Document { text, batches }
}

fn write(sessions: usize, file: &Path) {
    std::io::copy(&mut Generator::new(sessions), &mut File::create(file).unwrap()).unwrap();
}

/// roxmltree alone, on what is cut already.
fn parse(document: &Document) -> Option<Counts> {
    for batch in &document.batches {
        let text = std::str::from_utf8(batch.as_bytes()).unwrap();
        black_box(roxmltree::Document::parse(text).unwrap());
    }
    None
}

/// Cutting alone.
fn split(document: &Document) -> Option<Counts> {
    in_batches(&mut document.text.as_bytes(), |batch| {
        black_box(batch);
    });
    None
}

fn in_batches(read: &mut dyn BufRead, mut look: impl FnMut(&Batch)) {
    let mut splitter = Splitter::new(LIST, Limits::default());
    loop {
        let mut piece = read.fill_buf().unwrap();
        let length = piece.len();
        if length == 0 {
            break;
        }
        while let Some(batch) = splitter.next_batch(&mut piece).unwrap() {
            look(&batch);
            splitter.recycle(batch);
        }
        read.consume(length);
    }
    splitter.finish().unwrap();
}

fn split_alone(read: &mut dyn BufRead, first: &mut First) -> Counts {
    let mut counts = Counts::default();
    in_batches(read, |batch| {
        first.is_here();
        counts.sessions += black_box(batch).len();
    });
    counts
}

fn split_and_parse(read: &mut dyn BufRead, first: &mut First) -> Counts {
    let mut counts = Counts::default();
    in_batches(read, |batch| {
        let text = std::str::from_utf8(batch.as_bytes()).unwrap();
        black_box(roxmltree::Document::parse(text).unwrap());
        first.is_here();
        counts.sessions += batch.len();
    });
    counts
}

fn structs(read: &mut dyn BufRead, first: &mut First) -> Counts {
    let mut counts = Counts::default();
    let mut reader = ItemReader::<Session>::new(LIST);
    loop {
        let mut piece = read.fill_buf().unwrap();
        let length = piece.len();
        if length == 0 {
            break;
        }
        while let Some(session) = reader.next_item(&mut piece).unwrap() {
            first.is_here();
            counts.add(&session);
        }
        read.consume(length);
    }
    reader.finish().unwrap();
    counts
}

fn in_threads(read: &mut dyn BufRead, workers: usize, first: &mut First) -> Counts {
    let mut counts = Counts::default();
    for session in Items::<_, Session>::new(read, LIST).parallel(workers) {
        let session = session.unwrap();
        first.is_here();
        counts.add(&session);
    }
    counts
}

/// What is left of a session where it is read: what somebody who only exports needs of it.
struct Counted(Counts);

impl FromElement for Counted {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut counts = Counts::default();
        counts.add(&Session::from_element(element)?);
        Ok(Self(counts))
    }
}

fn counted(read: &mut dyn BufRead, workers: usize, first: &mut First) -> Counts {
    let mut sum = Counts::default();
    for counts in Items::<_, Counted>::new(read, LIST).parallel(workers) {
        let Counted(counts) = counts.unwrap();
        first.is_here();
        sum.sessions += counts.sessions;
        sum.events += counts.events;
        sum.values += counts.values;
        sum.bodies += counts.bodies;
    }
    sum
}

/// Reads with one of [`ALONE`], and prints what [`Run`] reads.
fn run(name: &str, read: &mut dyn BufRead) {
    let (_, reader) = ALONE.iter().find(|(reader, _)| *reader == name).unwrap();
    let mut first = First::default();
    let counts = reader(read, &mut first);
    let seconds = first.start.elapsed().as_secs_f64();
    let first = first.after.unwrap().as_secs_f64() * 1e3;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB").trim();
    println!("{counts} {seconds} {first} {}", peak.trim_end_matches(" kB"));
}

/// Runs this program anew.
fn this(arguments: &[&str]) -> Run {
    let output = Command::new(std::env::current_exe().unwrap()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Run::read(&String::from_utf8(output.stdout).unwrap())
}

/// The counts of a document, as roxmltree's tree has them; all readers must agree.
fn checked(document: &Document) -> Counts {
    let expect = peers::roxmltree(&document.text);
    let mut parsed = Counts::default();
    for batch in &document.batches {
        let text = std::str::from_utf8(batch.as_bytes()).unwrap();
        peers::look(roxmltree::Document::parse(text).unwrap().root_element(), &mut parsed);
    }
    assert_eq!(parsed, expect, "the batches");
    for (name, read) in READERS {
        assert!(read(document).is_none_or(|counts| counts == expect), "{name} differs from {expect:?}");
    }
    expect
}

fn measure() {
    let document = document(SESSIONS);
    let megabytes = document.text.len() as f64 / 1e6;
    let expect = checked(&document);
    println!("{} bytes; sessions, events, values, bytes of bodies: {expect}", document.text.len());
    let mut times = [const { Vec::new() }; READERS.len()];
    for _ in 0..ROUNDS {
        for ((_, read), times) in READERS.iter().zip(&mut times) {
            times.push(timed(|| {
                black_box(read(&document));
            }));
        }
    }
    let mut speeds = Vec::new();
    for ((name, _), times) in READERS.iter().zip(&mut times) {
        let instructions = match *name {
            "one" | "two" | "counted by one" | "counted by two" => None,
            name => instructions(name),
        };
        let count = instructions.map_or(String::new(), |count| format!(", {count:.1} instructions a byte"));
        let speed = megabytes / median(times);
        println!("  {name}: {speed:.1} MB/s{count}");
        speeds.push(speed);
    }
    let [parse, _, structs, quick_xml, _, one, two, counted_by_one, counted_by_two] =
        speeds.try_into().unwrap();
    println!("structs / parse: {:.2} (aim 0.80)", structs / parse);
    println!("structs / quick-xml: {:.2} (aim 1.15)", structs / quick_xml);
    println!("two workers / one, sessions handed over: {:.2}", two / one);
    println!("two workers / one, counted where read: {:.2} (aim 1.7)", counted_by_two / counted_by_one);
    let folder = Folder::new();
    let file = folder.0.join("sessions.xml");
    std::fs::write(&file, &document.text).unwrap();
    for peer in Elsewhere::all(&folder.0) {
        let runs: Vec<Run> = (0..3).map(|_| peer.run(&file)).collect();
        assert!(runs.iter().all(|run| run.counts == expect), "{} differs from {expect:?}", peer.name);
        let speed = megabytes / median(&mut runs.iter().map(|run| run.seconds).collect::<Vec<_>>());
        println!("structs / {} ({speed:.1} MB/s): {:.1}", peer.name, structs / speed);
    }
    for (workers, name) in [("one thread", "structs"), ("two workers", "two workers")] {
        for sessions in [SESSIONS, MANY_SESSIONS] {
            let run = this(&["generate", name, &sessions.to_string()]);
            assert_eq!((run.counts.sessions, run.counts.events), (sessions, sessions * generator::EVENTS));
            let (peak, first) = (run.peak / 1024.0, run.first);
            println!(
                "{sessions} sessions, {workers}: peak memory {peak:.1} MiB, first session after {first:.2} ms"
            );
        }
    }
    println!("first session after its last byte: {:.3} ms", first_item(&document) * 1e3);
    std::io::stdout().flush().unwrap();
}

/// Every reader in a process of its own, on a file.
fn long(rounds: usize) {
    let folder = Folder::new();
    let file = folder.0.join("sessions.xml");
    write(MANY_SESSIONS, &file);
    let megabytes = file.metadata().unwrap().len() as f64 / 1e6;
    let elsewhere = Elsewhere::all(&folder.0);
    let mut runs: Vec<(&str, Vec<Run>)> = Vec::new();
    for round in 0..rounds {
        let mut add = |name, run| match runs.iter_mut().find(|(found, _)| *found == name) {
            Some((_, runs)) => runs.push(run),
            None => runs.push((name, vec![run])),
        };
        for (name, _) in ALONE {
            // What takes gigabytes, or many seconds, has one round.
            if round == 0 || name != "roxmltree, whole" {
                add(name, this(&["run", name, file.to_str().unwrap()]));
            }
        }
        for peer in elsewhere.iter().filter(|_| round == 0) {
            add(peer.name, peer.run(&file));
        }
    }
    let expect = runs[0].1[0].counts;
    println!("{megabytes:.1} MB; sessions, events, values, bytes of bodies: {expect}");
    for (name, runs) in &runs {
        for run in runs {
            let is_right = if name.starts_with("split") {
                run.counts.sessions == expect.sessions
            } else {
                run.counts == expect
            };
            assert!(is_right, "{name}: {:?} and not {expect:?}", run.counts);
        }
        let of = |part: fn(&Run) -> f64| median(&mut runs.iter().map(part).collect::<Vec<_>>());
        println!(
            "  {name}: {:.1} MB/s, peak {:.1} MiB, first session after {:.2} ms ({} rounds)",
            megabytes / of(|run| run.seconds),
            of(|run| run.peak) / 1024.0,
            of(|run| run.first),
            runs.len(),
        );
    }
}

/// A folder that is gone when this is.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("bt-sra-stream-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// How long it takes from the piece with the last byte of the first session to that session, when
/// pieces are as long as those that TLS makes: the median of rounds, in seconds.
fn first_item(document: &Document) -> f64 {
    let mut times: Vec<f64> = (0..101)
        .map(|_| {
            let mut reader = ItemReader::<Session>::new(LIST);
            let mut time = 0.0;
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
    median(&mut times)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(clippy::disallowed_methods, reason = "measures")]
fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
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
