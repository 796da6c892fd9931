//! `listen`: events that come in, whatever happens meanwhile.

use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, mpsc};

use serde_json::Value;

use super::site::BTAPI;

/// A server of `btapi`, and where it listens.
pub(crate) struct Serving {
    pub(crate) child: Child,
    pub(crate) addresses: Vec<SocketAddr>,
    notes: Option<std::thread::JoinHandle<String>>,
}

impl Serving {
    /// Starts `command`, and waits until it listens; `count` is how many addresses it tells.
    pub(crate) fn start(mut command: Command, count: usize) -> Self {
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let (mut addresses, mut said) = (Vec::new(), String::new());
        while addresses.len() < count {
            let before = said.len();
            assert!(stderr.read_line(&mut said).unwrap() > 0, "{said}");
            let address =
                said[before..].split("http://").nth(1).map(|rest| rest.trim_end().trim_end_matches('/'));
            addresses.extend(address.map(|address| address.parse::<SocketAddr>().unwrap()));
        }
        let notes = std::thread::spawn(move || {
            stderr.read_to_string(&mut said).unwrap();
            said
        });
        Self { child, addresses, notes: Some(notes) }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.addresses[self.addresses.len() - 1]
    }

    /// Asks it to stop; returns its exit code, and what it has said.
    #[cfg(unix)]
    pub(crate) fn stop(mut self) -> (Option<i32>, String) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
        let code = self.child.wait().unwrap().code();
        (code, self.notes.take().unwrap().join().unwrap())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Prepares `btapi` in a folder of its own.
pub(crate) fn btapi(home: &Path, line: &str) -> Command {
    let mut command = Command::new(BTAPI);
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.current_dir(home).env("HOME", home).args(line.split_whitespace()).stdout(Stdio::null());
    command
}

/// Posts a form. Returns the status, or nothing if the connection breaks.
pub(crate) fn post(address: SocketAddr, target: &str, body: &str) -> Option<u16> {
    let mut stream = TcpStream::connect(address).ok()?;
    write!(
        stream,
        "POST {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.split(' ').nth(1)?.parse().ok()
}

fn records(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

/// `BT_SRA_LISTEN_EVENTS` and `BT_SRA_LISTEN_KILLS` make it larger.
#[cfg(unix)]
#[test]
fn a_receiver_that_is_killed_at_any_moment_loses_nothing() {
    let (events, kills) = (number("BT_SRA_LISTEN_EVENTS", 400), number("BT_SRA_LISTEN_KILLS", 8));
    let home = tempfile::tempdir().unwrap();
    let start = || Serving::start(btapi(home.path(), "listen --bind 127.0.0.1:0 --out events"), 1);
    let there = Mutex::new(None);
    let (tell, progress) = mpsc::channel();
    let random = || usize::try_from(RandomState::new().hash_one(0u8) >> 33).unwrap();
    std::thread::scope(|scope| {
        // The appliance: one event after the other, each until it gets its 200.
        let there = &there;
        scope.spawn(move || {
            for event in 0..events {
                let body = format!(
                    "event=e{event}&version=1&timestamp={}&filler={}",
                    1_767_225_600 + event,
                    "x".repeat(event % 3000)
                );
                loop {
                    let address = *there.lock().unwrap();
                    match address.and_then(|address| post(address, "/", &body)) {
                        Some(200) => break,
                        Some(status) => assert_eq!(status, 503),
                        None => std::thread::yield_now(),
                    }
                }
                tell.send(event + 1).unwrap();
            }
        });
        let mut sent = 0;
        for kill in 1..=kills {
            let mut server = start();
            *there.lock().unwrap() = Some(server.address());
            let share = events / (kills + 1);
            let target = share * (kill - 1) + random() % share.max(1);
            while sent < target {
                sent = progress.recv().unwrap();
            }
            for _ in 0..random() % 3000 {
                std::thread::yield_now();
            }
            server.child.kill().unwrap();
            server.child.wait().unwrap();
        }
        let server = start();
        *there.lock().unwrap() = Some(server.address());
        while sent < events {
            sent = progress.recv().unwrap();
        }
        assert_eq!(server.stop().0, Some(0));
    });
    let (mut next, mut again) = (0, 0);
    for record in records(&home.path().join("events")) {
        let event: usize = record["event"].as_str().unwrap()[1..].parse().unwrap();
        if record["duplicate"] == true {
            // Its answer was lost: it stands right behind the one that it repeats.
            assert_eq!(event + 1, next);
            again += 1;
        } else {
            assert_eq!(event, next);
            next += 1;
        }
    }
    assert_eq!(next, events);
    assert!(again <= kills, "{again}");
    assert_eq!(std::fs::read_to_string(home.path().join("events.dead")).unwrap(), "");
    let _ = writeln!(std::io::stderr(), "{events} events, {kills} kills, {again} came again");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_sends_events_back_until_there_is_room() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};

    let home = tempfile::tempdir().unwrap();
    let mut shell = Command::new("sh");
    // What no file may grow beyond is as good as a full disk: the last write is cut short.
    let script = format!("trap '' XFSZ; ulimit -S -f 4; exec {BTAPI} listen --bind 127.0.0.1:0 --out events");
    shell.args(["-c", &script]).current_dir(home.path()).stdout(Stdio::null());
    let server = Serving::start(shell, 1);
    let file = home.path().join("events");
    let mut status = 200;
    let mut stored = 0;
    while status == 200 {
        status = post(server.address(), "/", &format!("event=e{stored}")).unwrap();
        stored += usize::from(status == 200);
        assert!(stored < 1000);
    }
    assert!(stored > 0);
    for _ in 0..100 {
        assert_eq!(post(server.address(), "/", &format!("event=e{stored}")), Some(503));
        assert_eq!(records(&file).len(), stored, "half a line stays");
    }
    let unlimited = Rlimit { current: None, maximum: None };
    prlimit(Some(Pid::from_child(&server.child)), Resource::Fsize, unlimited).unwrap();
    for event in stored..stored + 20 {
        assert_eq!(post(server.address(), "/", &format!("event=e{event}")), Some(200));
    }
    let names: Vec<String> =
        records(&file).iter().map(|record| record["event"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, (0..stored + 20).map(|event| format!("e{event}")).collect::<Vec<_>>());
    let (code, said) = server.stop();
    assert_eq!(code, Some(0));
    assert!(said.contains("an event cannot be stored, and is kept by the appliance: "), "{said}");
    // It does not flood whoever reads it.
    assert!(said.lines().count() < 80, "{said}");
}

#[cfg(unix)]
#[test]
fn events_are_printed_and_go_to_commands() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("secret"), "hunter2\n").unwrap();
    let mut command = btapi(home.path(), "listen --bind 127.0.0.1:0 --secret-file secret");
    let mut server = {
        command.stdout(Stdio::piped());
        Serving::start(command, 1)
    };
    let mut out = BufReader::new(server.child.stdout.take().unwrap());
    let target = "/?outbound_event_token=hunter2";
    assert_eq!(post(server.address(), "/?outbound_event_token=hunter3", "event=x"), Some(403));
    assert_eq!(post(server.address(), target, "event=x&lsid=aa"), Some(200));
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let record: Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&record["event"], &record["lsid"]), (&"x".into(), &"aa".into()));
    assert_eq!(post(server.address(), target, "nothing"), Some(200));
    let (code, said) = server.stop();
    assert_eq!(code, Some(0));
    assert!(said.contains("127.0.0.1 was refused: the secret in the address is wrong"), "{said}");
    assert!(said.contains("is no event and was put aside") && !said.contains("hunter"), "{said}");
    assert!(home.path().join("btapi-dead-letters.ndjson").exists());

    let line = "listen --bind 127.0.0.1:0 --exec tee --append got";
    let server = Serving::start(btapi(home.path(), line), 1);
    assert_eq!(post(server.address(), "/", "event=y"), Some(200));
    assert!(std::fs::read_to_string(home.path().join("got")).unwrap().starts_with("{\"event\":\"y\""));
    let server =
        Serving::start(btapi(home.path(), "listen --bind 127.0.0.1:0 --dead-letters d --exec false"), 1);
    assert_eq!(post(server.address(), "/", "event=y"), Some(503));
}

#[cfg(unix)]
#[test]
fn an_output_that_nobody_reads_ends_it_quietly() {
    let home = tempfile::tempdir().unwrap();
    let mut command = btapi(home.path(), "listen --bind 127.0.0.1:0");
    command.stdout(Stdio::piped());
    let mut server = Serving::start(command, 1);
    drop(server.child.stdout.take());
    // Nobody has it, so the appliance keeps it.
    assert_eq!(post(server.address(), "/", "event=x"), Some(503));
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_served_is_told() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("diary"), "Dear diary\n").unwrap();
    std::fs::write(home.path().join("empty"), "\n").unwrap();
    for (line, code, words) in [
        ("--bind 0.0.0.0:0", 2, "plain http is for loopback only, and 0.0.0.0 is not"),
        ("--cert empty", 2, "--key <FILE>"),
        ("--cert empty --key empty", 2, "the PEM text holds no certificate"),
        ("--cert gone --key gone", 2, "cannot read gone"),
        ("--secret-file empty", 2, "empty holds no secret"),
        ("--allow 10.0.0.0/99", 2, "is neither an address nor a network"),
        ("--path hooks", 2, "must begin with a slash"),
        ("--out diary", 2, "diary holds something else"),
        ("--out diary --exec x", 2, "cannot be used with"),
        ("--forward-to http://example.com/x", 2, "--forward-to: write https://host/path"),
        ("--time-limit 5 --exec x", 2, "--time-limit: `5` is no span of time"),
    ] {
        let output = btapi(home.path(), &format!("listen {line}")).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words), "{line}: {said}");
        assert_eq!(output.status.code(), Some(code), "{line}: {said}");
    }
    assert_eq!(std::fs::read_to_string(home.path().join("diary")).unwrap(), "Dear diary\n");
}
