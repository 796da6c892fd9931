//! What becomes of events, and of what is none.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, ManualClock, Result};
use expect_test::expect;
use serde_json::Value;
use tokio::sync::Semaphore;

use super::world::{Ear, Running, exchange, post, until};
use crate::server::{Duplicates, Gate, NdjsonSink, NoticeKind, Receiver, ReceiverBuilder, Record, Sink};

/// Keeps events in memory, as many as it has leave for; fails as often as it is told.
#[derive(Debug)]
struct Slow {
    leave: Semaphore,
    begun: AtomicUsize,
    fails: Mutex<usize>,
    kept: Mutex<Vec<Record>>,
}

impl Slow {
    fn new(leave: usize) -> Arc<Self> {
        Arc::new(Self {
            leave: Semaphore::new(leave),
            begun: AtomicUsize::new(0),
            fails: Mutex::new(0),
            kept: Mutex::default(),
        })
    }

    /// Waits until so many events have come here.
    async fn begins(&self, count: usize) {
        until(|| (self.begun.load(Ordering::Relaxed) >= count).then_some(())).await;
    }

    fn kept(&self) -> Vec<String> {
        let kept = self.kept.lock().unwrap();
        let mark = |record: &Record| if record.duplicate { " again" } else { "" };
        kept.iter().map(|record| format!("{}{}", record.event.kind, mark(record))).collect()
    }
}

#[async_trait]
impl Sink for Slow {
    async fn store(&self, record: &Record) -> Result<()> {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.leave.acquire().await.unwrap().forget();
        let fails = &mut *self.fails.lock().unwrap();
        if *fails > 0 {
            *fails -= 1;
            return Err(Error::new(ErrorKind::Io, "no room"));
        }
        self.kept.lock().unwrap().push(record.clone());
        Ok(())
    }
}

const PLENTY: usize = 1_000_000;

async fn serve(builder: ReceiverBuilder) -> Running {
    let receiver = builder.clock(Arc::new(ManualClock::new())).build().unwrap();
    Running::plain(|listener, stop| receiver.serve(listener, stop)).await
}

fn lines(path: &std::path::Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn an_event_is_on_the_disk_before_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let (file, dead) = (folder.path().join("events"), folder.path().join("dead"));
    let gate = Gate::open().secret("hunter2".to_owned().into());
    let receiver = Receiver::builder(Arc::new(NdjsonSink::open(&file).unwrap()), &dead).gate(gate);
    let server = serve(receiver).await;
    let target = "/hooks?outbound_event_token=hunter2&appliance_id=5";
    let body = "event=support_conference_begin&version=1&timestamp=1767225600&lsid=aa&x=1&x=2";
    assert_eq!(post(server.address, target, body).await, 200);
    expect![[r#"
        {"event":"support_conference_begin","timestamp":"2026-01-01T00:00:00+00:00","lsid":"aa","fields":{"event":"support_conference_begin","version":"1","timestamp":"1767225600","lsid":"aa","x":["1","2"]},"query":{"appliance_id":"5"},"from":"127.0.0.1","received":"2026-01-01T00:00:00+00:00","id":"8d3fdc84825563b583116573d71ce27a","duplicate":false}
    "#]]
    .assert_eq(&std::fs::read_to_string(&file).unwrap());
    server.stop().await;
    assert_eq!(std::fs::read_to_string(&dead).unwrap(), "");
}

#[tokio::test]
async fn strangers_are_refused_and_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let (sink, ear) = (Slow::new(PLENTY), Ear::default());
    let gate = Gate::open().secret("hunter2".to_owned().into()).path("/hooks");
    let builder = Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead")).gate(gate);
    let server = serve(builder.observer(Arc::new(ear.clone()))).await;
    for (target, status) in [
        ("/hooks", 403),
        ("/hooks?outbound_event_token=hunter3", 403),
        ("/other?outbound_event_token=hunter2", 404),
        ("/hooks?outbound_event_token=hunter2", 200),
    ] {
        assert_eq!(post(server.address, target, "event=x").await, status, "{target}");
    }
    let get = "GET /hooks?outbound_event_token=hunter2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let answer = exchange(server.address, get).await;
    assert_eq!(answer.status, 405);
    assert!(answer.head.contains("allow: POST"), "{}", answer.head);
    assert_eq!(sink.kept(), ["x"]);
    let heard = ear.heard(NoticeKind::Refused);
    assert_eq!(heard.len(), 3);
    assert!(heard.iter().all(|text| text.starts_with("127.0.0.1 was refused: ") && !text.contains("hunter")));

    let gate = Gate::open().networks("192.0.2.0/24".parse().unwrap());
    let builder = Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead2")).gate(gate);
    assert_eq!(post(serve(builder).await.address, "/", "event=x").await, 403);
}

#[tokio::test]
async fn an_empty_secret_lets_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    let sink = Slow::new(PLENTY);
    let gate = Gate::open().secret(String::new().into());
    let server =
        serve(Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead")).gate(gate)).await;
    for target in ["/?outbound_event_token=", "/?outbound_event_token", "/"] {
        assert_eq!(post(server.address, target, "event=x").await, 403, "{target}");
    }
}

#[tokio::test]
async fn a_thousand_bodies_that_are_none_block_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (sink, ear, dead) = (Slow::new(PLENTY), Ear::default(), folder.path().join("dead"));
    let builder = Receiver::builder(Arc::clone(&sink) as _, &dead).observer(Arc::new(ear.clone()));
    let server = serve(builder).await;
    let seeds: [&[u8]; 8] = [
        b"",
        b"hello",
        b"{\"event\":",
        b"[[[[[[",
        b"event=",
        b"a=%ff&event=x",
        b"\xff\xfe\x00\x01",
        b"{\"event\":{\"x\":1}}",
    ];
    for number in 0u32..1000 {
        let mut body = seeds[number as usize % seeds.len()].to_vec();
        body.extend(number.to_le_bytes().into_iter().filter(|byte| *byte != b'='));
        assert_eq!(post(server.address, "/", &body).await, 200, "{body:?}");
        if number % 100 == 0 {
            let event = format!("event=e{number}");
            assert_eq!(post(server.address, "/", event).await, 200);
        }
    }
    // One of the seeds becomes an event, of a name that nobody has given.
    let named = sink.kept().iter().filter(|name| !name.starts_with('e')).count();
    let events: Vec<String> =
        (0..10).map(|number| format!("e{}00", number)).map(|name| name.replace("e000", "e0")).collect();
    let kept: Vec<String> = sink.kept().into_iter().filter(|name| name.starts_with('e')).collect();
    assert_eq!(kept, events);
    let letters = lines(&dead);
    assert_eq!(letters.len() + named, 1000);
    assert_eq!(ear.heard(NoticeKind::DeadLetter).len(), letters.len());
    assert!(letters.iter().any(|letter| letter["body_base64"].is_string()));
    assert!(
        letters.iter().any(|letter| letter["body"].as_str().is_some_and(|body| body.starts_with("hello")))
    );
}

#[tokio::test]
async fn a_slow_sink_keeps_the_appliance_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let sink = Slow::new(0);
    let ear = Ear::default();
    let builder = Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead")).waiting(1);
    let server = serve(builder.observer(Arc::new(ear.clone()))).await;
    let address = server.address;
    let send =
        |name: &'static str| tokio::spawn(async move { post(address, "/", format!("event={name}")).await });
    let first = send("first");
    sink.begins(1).await;
    // It is in the sink, the next one waits, and there is no room for a third.
    let mut second = send("second");
    let mut third = send("third");
    let (refused, waiting) = tokio::select! {
        status = &mut second => (status.unwrap(), third),
        status = &mut third => (status.unwrap(), second),
    };
    assert_eq!(refused, 503);
    assert_eq!(ear.heard(NoticeKind::Busy).len(), 1);
    assert!(!first.is_finished() && !waiting.is_finished());
    sink.leave.add_permits(1);
    assert_eq!(first.await.unwrap(), 200);
    assert!(!waiting.is_finished());
    sink.leave.add_permits(1);
    assert_eq!(waiting.await.unwrap(), 200);
    assert_eq!(sink.kept().len(), 2);
    assert_eq!(sink.kept()[0], "first");
}

#[tokio::test]
async fn an_event_is_stored_although_the_appliance_hangs_up() {
    use tokio::io::AsyncWriteExt as _;

    let folder = tempfile::tempdir().unwrap();
    let sink = Slow::new(0);
    let server = serve(Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead"))).await;
    let mut stream = tokio::net::TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\nevent=a").await.unwrap();
    sink.begins(1).await;
    drop(stream);
    // The appliance sends it again before it is stored: it is stored once nevertheless.
    let address = server.address;
    let again = tokio::spawn(async move { post(address, "/", "event=a").await });
    sink.leave.add_permits(2);
    assert_eq!(again.await.unwrap(), 200);
    assert_eq!(sink.kept(), ["a", "a again"]);
    server.stop().await;
}

#[tokio::test]
async fn what_cannot_be_stored_is_sent_back_and_comes_again() {
    let folder = tempfile::tempdir().unwrap();
    let (sink, ear) = (Slow::new(PLENTY), Ear::default());
    *sink.fails.lock().unwrap() = 2;
    let builder = Receiver::builder(Arc::clone(&sink) as _, folder.path().join("dead"));
    let server = serve(builder.observer(Arc::new(ear.clone()))).await;
    for status in [503, 503, 200, 200] {
        assert_eq!(post(server.address, "/", "event=a").await, status);
    }
    assert_eq!(sink.kept(), ["a", "a again"]);
    assert_eq!(
        ear.heard(NoticeKind::NotStored),
        vec!["an event cannot be stored, and is kept by the appliance: no room"; 2]
    );
    assert_eq!(ear.heard(NoticeKind::Duplicate).len(), 1);
}

#[tokio::test]
async fn duplicates_are_told_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (file, dead) = (folder.path().join("events"), folder.path().join("dead"));
    for (duplicates, round) in [(Duplicates::Mark, 0), (Duplicates::Mark, 1), (Duplicates::Skip, 2)] {
        // The threads of the round before let go of the files in their own time.
        let sink = until(|| NdjsonSink::open(&file).ok()).await;
        let builder = Receiver::builder(Arc::new(sink), &dead).duplicates(duplicates);
        let receiver = until(|| builder.clone().build().ok()).await;
        let server = Running::plain(|listener, stop| receiver.serve(listener, stop)).await;
        drop(builder);
        for body in ["event=a&timestamp=1".to_owned(), format!("event=b&timestamp={round}")] {
            assert_eq!(post(server.address, "/", body).await, 200);
        }
        server.stop().await;
    }
    let found: Vec<(String, bool)> = lines(&file)
        .iter()
        .map(|line| (line["event"].as_str().unwrap().to_owned(), line["duplicate"].as_bool().unwrap()))
        .collect();
    let expected = [("a", false), ("b", false), ("a", true), ("b", false), ("b", false)];
    assert_eq!(found, expected.map(|(name, duplicate)| (name.to_owned(), duplicate)));
}

#[tokio::test]
async fn bodies_have_a_limit() {
    let folder = tempfile::tempdir().unwrap();
    let (sink, dead) = (Slow::new(PLENTY), folder.path().join("dead"));
    let server = serve(Receiver::builder(Arc::clone(&sink) as _, &dead).body_limit(100)).await;
    let long = format!("event=a&x={}", "y".repeat(5_000_000));
    assert_eq!(post(server.address, "/", &long).await, 200);
    assert_eq!(post(server.address, "/", format!("event=a&x={}", "y".repeat(90))).await, 200);
    let letters = lines(&dead);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0]["size"], long.len());
    assert_eq!(letters[0]["body"], long[..100]);
    assert_eq!(letters[0]["dead"], "the body is longer than 100 bytes");
    // What does not end is not read to its end.
    assert!(matches!(post(server.address, "/", vec![b'x'; 20_000_000]).await, 413 | 0));
    assert_eq!(sink.kept(), ["a"]);
    assert_eq!(lines(&dead).len(), 1);
}
