//! TLS, those who take their time, and events that are passed on.

use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, ManualClock, Timestamp};
use bt_sra_transport::{HyperTransport, TlsSettings, Transport};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use super::world::{Ear, Running, post, until};
use crate::server::{
    ExecSink, ForwardSink, Gate, Listener, NdjsonSink, NoticeKind, Program, Receiver, Record, ServerTls, Sink,
};
use crate::{Event, Fields};

fn record() -> Record {
    let fields: Fields = [("event", "x"), ("lsid", "aa")].into_iter().collect();
    Record {
        event: Event::from_fields(fields.clone()).unwrap(),
        fields,
        query: Fields::default(),
        from: [192, 0, 2, 7].into(),
        received: Timestamp::UNIX_EPOCH,
        id: "1".to_owned(),
        duplicate: false,
    }
}

/// A receiver with TLS that asks for a secret, and how to get there.
async fn secure(folder: &std::path::Path) -> (Running, Arc<dyn Transport>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let tls = ServerTls::from_pem(&made.cert.pem(), &made.signing_key.serialize_pem()).unwrap();
    let sink = NdjsonSink::open(folder.join("events")).unwrap();
    let gate = Gate::open().secret("hunter2".to_owned().into());
    let receiver = Receiver::builder(Arc::new(sink), folder.join("dead")).gate(gate).build().unwrap();
    let listener = Listener::tls(([127, 0, 0, 1], 0).into(), tls).await.unwrap();
    let server = Running::on(listener, |listener, stop| receiver.serve(listener, stop));
    let trust = TlsSettings::empty().with_pem(&made.cert.pem()).unwrap();
    (server, Arc::new(HyperTransport::builder().tls(trust).build().unwrap()))
}

#[tokio::test]
async fn an_event_is_passed_on_with_tls_while_others_are_slow_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (server, transport) = secure(folder.path()).await;
    // Does not say a word.
    let mute = TcpStream::connect(server.address).await.unwrap();
    let base = format!("https://localhost:{}/in", server.address.port());
    let sink = ForwardSink::new(&format!("{base}?outbound_event_token=hunter2"), Arc::clone(&transport));
    sink.unwrap().store(&record()).await.unwrap();
    let stored = std::fs::read_to_string(folder.path().join("events")).unwrap();
    assert!(stored.contains(r#""fields.lsid":"aa""#), "{stored}");
    let sink = ForwardSink::new(&format!("{base}?outbound_event_token=hunter3"), transport).unwrap();
    let error = sink.store(&record()).await.unwrap_err();
    let text = format!("{error} {error:?} {sink:?}");
    assert!(error.to_string().ends_with("has not taken the event (HTTP 403)"), "{error}");
    assert!(!text.contains("hunter3"), "{text}");
    drop(mute);
    server.stop().await;
}

#[test]
fn events_are_passed_on_to_https_or_loopback_only() {
    let transport = || Arc::new(HyperTransport::builder().build().unwrap()) as Arc<dyn Transport>;
    for good in ["https://example.com/x?token=hunter2", "http://127.0.0.1:80/x", "http://localhost:1/"] {
        assert!(ForwardSink::new(good, transport()).is_ok(), "{good}");
    }
    for bad in [
        "http://example.com/hunter2",
        "https://u:hunter2@example.com/",
        "/hunter2",
        "ftp://hunter2/",
        "hunter2",
    ] {
        let error = ForwardSink::new(bad, transport()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn an_event_goes_to_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("got");
    let shell = |script: String| {
        ExecSink::new(Program::new("sh").args(["-c".to_owned(), script]).variable("PATH", "/usr/bin:/bin"))
    };
    shell(format!("cat > {}", file.display())).store(&record()).await.unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), record().to_line() + "\n");
    let error = shell("exit 9".to_owned()).store(&record()).await.unwrap_err();
    assert_eq!(error.to_string(), "the command sh ended with exit code 9");
}

#[tokio::test]
async fn those_who_take_their_time_are_sent_away() {
    let folder = tempfile::tempdir().unwrap();
    let clock = ManualClock::new();
    let sink = NdjsonSink::open(folder.path().join("events")).unwrap();
    let receiver = Receiver::builder(Arc::new(sink), folder.path().join("dead")).build().unwrap();
    let listener = Listener::plain(([127, 0, 0, 1], 0).into()).await.unwrap();
    // One place only: whoever keeps it keeps all others out.
    let listener = listener.with_clock(Arc::new(clock.clone())).with_connections(1);
    let server = Running::on(listener, |listener, stop| receiver.serve(listener, stop));
    let mut mute = TcpStream::connect(server.address).await.unwrap();
    let address = server.address;
    let next = tokio::spawn(async move { post(address, "/", "event=x").await });
    until(|| (clock.sleepers() == 1).then_some(())).await;
    clock.advance(Duration::from_secs(29));
    assert!(!next.is_finished());
    clock.advance(Duration::from_secs(1));
    assert_eq!(mute.read(&mut [0; 100]).await.unwrap_or(0), 0);
    assert_eq!(next.await.unwrap(), 200);
}

/// Only Linux has all of 127.0.0.0/8.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn nobody_alone_keeps_all_others_out() {
    let folder = tempfile::tempdir().unwrap();
    let sink = NdjsonSink::open(folder.path().join("events")).unwrap();
    let receiver = Receiver::builder(Arc::new(sink), folder.path().join("dead")).build().unwrap();
    let listener = Listener::plain(([127, 0, 0, 1], 0).into()).await.unwrap();
    // Nobody is sent away for the time that it takes.
    let listener = listener.with_clock(Arc::new(ManualClock::new())).with_connections(4);
    let server = Running::on(listener, |listener, stop| receiver.serve(listener, stop));
    let address = server.address;
    let mut mute = Vec::new();
    for _ in 0..8 {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(([127, 0, 0, 9], 0).into()).unwrap();
        mute.push(socket.connect(address).await.unwrap());
    }
    let other = tokio::spawn(async move { post(address, "/", "event=x").await });
    until(|| other.is_finished().then_some(())).await;
    assert_eq!(other.await.unwrap(), 200);
}

#[tokio::test]
async fn plain_http_is_for_loopback() {
    let error = Listener::plain(([0, 0, 0, 0], 0).into()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(Listener::plain_anywhere(([0, 0, 0, 0], 0).into()).await.is_ok());
    let taken = Listener::plain(([127, 0, 0, 1], 0).into()).await.unwrap();
    let error: Error = Listener::plain(taken.address()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
}

#[tokio::test]
async fn a_notice_is_one_line_whatever_somebody_sends() {
    let folder = tempfile::tempdir().unwrap();
    let ear = Ear::default();
    let sink = NdjsonSink::open(folder.path().join("events")).unwrap();
    let builder =
        Receiver::builder(Arc::new(sink), folder.path().join("dead")).observer(Arc::new(ear.clone()));
    let receiver = builder.build().unwrap();
    let server = Running::plain(|listener, stop| receiver.serve(listener, stop)).await;
    for _ in 0..2 {
        assert_eq!(post(server.address, "/", "event=a%0a%1b[31m%E2%80%AEb").await, 200);
    }
    let heard = ear.heard(NoticeKind::Duplicate);
    assert!(heard[0].starts_with("an event came again: a  [31mb ("), "{heard:?}");
}
