//! What a download costs: a recording of a gibibyte over TLS into a file, with its SHA-256.
//!
//! `cargo bench -p bt-sra-transport --bench downloads [-- FOLDER [MEBIBYTES]]` downloads it with
//! `save`, with `save_resuming`, and with requests and hashlib of Python, each in a process of its own
//! and after the other, from the simulator in another process. The folder is `/dev/shm` if there is
//! such a thing: a disk would measure itself. Runs on a noisy machine say little.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring program"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use bt_sra_auth::{ClientCredentials, OAuth};
use bt_sra_core::{Clock, Site, SystemClock};
use bt_sra_simulator::Appliance;
use bt_sra_transport::save::{Fetch, SaveOptions, save, save_resuming};
use bt_sra_transport::{
    Authorize, CallOptions, HyperTransport, Large, Operation, Pipeline, Repeat, TlsSettings, accept,
};
use bytes::Bytes;
use http::Request;

static REPORT: Operation = Operation::new("report", "/api/reporting", Repeat::Safe);

/// What the peer does: the same, with the same size of pieces as its documents recommend.
const PYTHON: &str = r#"
import hashlib, os, sys, time
import requests
started = time.monotonic()
size, digest = 0, hashlib.sha256()
headers = {"Authorization": os.environ["BENCH_TOKEN"], "Connection": "close"}
with requests.get(os.environ["BENCH_URL"], headers=headers, stream=True, verify=sys.argv[2]) as answer:
    answer.raise_for_status()
    with open(sys.argv[1], "wb") as file:
        for piece in answer.iter_content(1024 * 1024):
            digest.update(piece)
            file.write(piece)
            size += len(piece)
        file.flush()
        os.fsync(file.fileno())
spent = time.monotonic() - started
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(size, spent, peak, digest.hexdigest())
"#;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", bytes] => serve(bytes.parse().unwrap()),
        ["run", how, folder] => run(how, Path::new(folder)),
        [] => measure(&usual_folder(), 1024),
        [folder] => measure(Path::new(folder), 1024),
        [folder, mebibytes, ..] => measure(Path::new(folder), mebibytes.parse().unwrap()),
    }
}

fn usual_folder() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() { memory } else { std::env::temp_dir() }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Serves until stdin is closed; tells where, on stdout.
fn serve(bytes: u64) {
    runtime().block_on(async {
        let builder = Appliance::pra().limits(false).capture(false).history(40).recordings(bytes);
        let server = builder.serve().await.unwrap();
        let (site, ca) = (server.site(), server.ca_pem());
        let credentials = ClientCredentials::new(server.client_id(), server.client_secret());
        let (pipeline, token) = pipeline(&site, &ca, credentials).await;
        let address = "/api/reporting?generate_report=AccessSessionListing&start_time=0&duration=0";
        let request = Request::get(address).body(Bytes::new()).unwrap();
        let answer = pipeline.call(&REPORT, request, &CallOptions::default()).await.unwrap();
        let listing = accept(answer).await.unwrap().into_body().collect(1 << 24).await.unwrap();
        let listing = String::from_utf8(listing.to_vec()).unwrap();
        let before = listing.rsplit_once("has_recording=\"1\"").expect("a recording").0;
        let lsid = before.rsplit_once("lsid=\"").unwrap().1.split('"').next().unwrap();
        println!("{site}\n{token}\n{lsid}\n{}", ca.replace('\n', "|"));
        std::io::stdout().flush().unwrap();
        tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await.unwrap().unwrap();
    });
}

async fn pipeline(site: &str, ca: &str, credentials: ClientCredentials) -> (Pipeline, String) {
    let site = Site::parse(site).unwrap();
    let tls = TlsSettings::empty().with_pem(ca).unwrap();
    let transport = Arc::new(HyperTransport::builder().tls(tls).build().unwrap());
    let oauth = OAuth::builder(site.clone(), credentials, transport.clone()).build();
    let token = oauth.authorize().await.unwrap().unwrap().value().to_str().unwrap().to_owned();
    (Pipeline::builder(site, transport).authorize(Arc::new(oauth)).build(), token)
}

/// Downloads once, and tells the size, the seconds, the peak of memory and the hash.
fn run(how: &str, folder: &Path) {
    let variable = |name: &str| std::env::var(name).unwrap();
    let site = Site::parse(&variable("BENCH_SITE")).unwrap();
    let tls = TlsSettings::empty().with_pem(&variable("BENCH_CA").replace('|', "\n")).unwrap();
    let transport = Arc::new(HyperTransport::builder().tls(tls).build().unwrap());
    let pipeline = Pipeline::builder(site, transport).build();
    let address = variable("BENCH_ADDRESS");
    let mut request = Request::get(address).header("authorization", variable("BENCH_TOKEN"));
    request.extensions_mut().unwrap().insert(Large);
    let request = request.body(Bytes::new()).unwrap();
    let started = SystemClock.monotonic();
    let saved = runtime().block_on(async {
        let options = SaveOptions::default();
        if how == "resuming" {
            let (operation, call) = (REPORT.clone(), CallOptions::default());
            let fetch = Fetch { pipeline, operation, request, options: call, check: None };
            return save_resuming(fetch, folder, &options).await.unwrap().saved;
        }
        let answer = pipeline.call(&REPORT, request, &CallOptions::default()).await.unwrap();
        save(accept(answer).await.unwrap(), folder, &options).await.unwrap()
    });
    let spent = SystemClock.monotonic().saturating_sub(started);
    std::fs::remove_file(&saved.path).unwrap();
    println!("{} {} {} {}", saved.size, spent.as_secs_f64(), peak(), saved.sha256);
}

/// The most memory that this process had, in kibibytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn measure(folder: &Path, mebibytes: u64) {
    let folder = tempfile::Builder::new().prefix("bt-sra-downloads").tempdir_in(folder).unwrap();
    let mut server = Command::new(std::env::current_exe().unwrap())
        .args(["serve", &(mebibytes << 20).to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let told: Vec<String> = (0..4).map(|_| lines.next().unwrap().unwrap()).collect();
    let address = format!("/api/reporting?generate_report=AccessSessionRecording&lsid={}", told[2]);
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, told[3].replace('|', "\n")).unwrap();
    let with = |command: &mut Command| -> Option<Figures> {
        command
            .env("BENCH_SITE", &told[0])
            .env("BENCH_TOKEN", &told[1])
            .env("BENCH_CA", &told[3])
            .env("BENCH_URL", format!("https://{}{address}", told[0]))
            .env("BENCH_ADDRESS", &address);
        Figures::of(command)
    };
    let ours = |how: &str| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        with(command.args(["run", how]).arg(folder.path())).expect("our own run")
    };
    println!("{mebibytes} MiB over TLS to {} with SHA-256", folder.path().display());
    let (plain, resuming) = (ours("plain"), ours("resuming"));
    plain.tell("save");
    resuming.tell("save_resuming");
    let target = folder.path().join("python");
    match with(Command::new("python3").args(["-c", PYTHON]).arg(&target).arg(&ca)) {
        Some(python) => {
            python.tell("requests + hashlib");
            assert_eq!((python.size, &python.hash), (plain.size, &plain.hash), "not the same bytes");
            for (name, figures) in [("save", &plain), ("save_resuming", &resuming)] {
                println!(
                    "  {name}: {:.2} times as fast",
                    python.spent.as_secs_f64() / figures.spent.as_secs_f64()
                );
            }
        }
        None => eprintln!("NOT COMPARED: Python 3 with requests is not installed"),
    }
    assert_eq!(plain.hash, resuming.hash, "not the same bytes");
    drop(server.stdin.take());
    let _ = server.wait();
}

/// What a run has told.
struct Figures {
    size: u64,
    spent: Duration,
    /// In kibibytes.
    peak: u64,
    hash: String,
}

impl Figures {
    fn of(command: &mut Command) -> Option<Self> {
        let output = command.output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let words: Vec<&str> = text.split_whitespace().collect();
        let [size, spent, peak, hash] = words.as_slice() else {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            return None;
        };
        Some(Self {
            size: size.parse().ok()?,
            spent: Duration::from_secs_f64(spent.parse().ok()?),
            peak: peak.parse().ok()?,
            hash: (*hash).to_owned(),
        })
    }

    fn tell(&self, name: &str) {
        let bytes = f64::from(u32::try_from(self.size >> 10).unwrap_or(u32::MAX)) * 1024.0;
        println!(
            "  {name}: {:.0} MB/s, peak {:.1} MiB",
            bytes / 1e6 / self.spent.as_secs_f64(),
            f64::from(u32::try_from(self.peak).unwrap_or(u32::MAX)) / 1024.0
        );
    }
}
