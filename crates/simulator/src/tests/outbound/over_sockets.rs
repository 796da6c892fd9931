//! Events over HTTP and TLS, to a recipient of a few lines.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::{Appliance, Control, Recipient, tls};

/// What a recipient has got, head and body, and what it answers.
#[derive(Default)]
struct Seen {
    requests: Vec<String>,
    connections: usize,
    answers: Vec<&'static str>,
}

type Book = Arc<Mutex<Seen>>;

const FINE: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

async fn converse(mut stream: impl AsyncRead + AsyncWrite + Unpin, book: Book) {
    book.lock().unwrap().connections += 1;
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let end = text.split_once("\r\n\r\n").and_then(|(head, body)| {
            let length =
                head.to_lowercase().split("content-length: ").nth(1)?.split("\r\n").next()?.parse::<usize>();
            let length = length.unwrap();
            (body.len() >= length).then_some(head.len() + 4 + length)
        });
        if let Some(end) = end {
            bytes.drain(..end);
            let answer = {
                let mut book = book.lock().unwrap();
                book.requests.push(text[..end].to_owned());
                if book.answers.is_empty() { FINE } else { book.answers.remove(0) }
            };
            if stream.write_all(answer.as_bytes()).await.is_err() || answer.is_empty() {
                return;
            }
            continue;
        }
        match stream.read_buf(&mut bytes).await {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// Listens for the life of the returned set; gives the port.
async fn listen(acceptor: Option<TlsAcceptor>, book: &Book) -> (u16, JoinSet<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let book = Arc::clone(book);
    let mut tasks = JoinSet::new();
    tasks.spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            let (book, acceptor) = (Arc::clone(&book), acceptor.clone());
            connections.spawn(async move {
                match acceptor {
                    Some(acceptor) => {
                        if let Ok(stream) = acceptor.accept(stream).await {
                            converse(stream, book).await;
                        }
                    }
                    None => converse(stream, book).await,
                }
            });
        }
    });
    (port, tasks)
}

async fn until(what: &str, mut is: impl FnMut() -> bool) {
    for _ in 0..3_000 {
        if is() {
            return;
        }
        let _ = tokio::time::timeout(Duration::from_millis(10), std::future::pending::<()>()).await;
    }
    panic!("{what} did not come about");
}

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn queued(control: &Control) -> i64 {
    control.recipients()[0]["queued"].as_i64().unwrap()
}

#[test]
fn events_are_posted_and_what_fails_is_posted_again() {
    run(async {
        let book = Book::default();
        book.lock().unwrap().answers =
            vec!["HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n", "", "HTTP/1.1 204 None\r\n\r\n", FINE];
        let (port, _tasks) = listen(None, &book).await;
        let recipient = Recipient::new("desk", format!("http://127.0.0.1:{port}/hook?token=s3cr3t")).unwrap();
        let clock = bt_sra_core::ManualClock::new();
        let server = Appliance::rs().items(0).clock(clock).recipient(recipient).serve().await.unwrap();
        let control = server.control();
        control.trigger(&json!({ "trigger": "session_begins", "customer": "Kim" })).unwrap();
        for attempt in 1..=3_u64 {
            until("a failure", || {
                control.recipients()[0]["attempts"] == attempt
                    && control.recipients()[0]["under_way"] == false
            })
            .await;
            assert_eq!((queued(&control), &control.recipients()[0]["status"]), (2, &json!("failing")));
            control.advance(Duration::from_secs(30));
        }
        until("the rest", || queued(&control) == 0).await;
        let seen = book.lock().unwrap();
        assert_eq!(seen.requests.len(), 5);
        for request in &seen.requests[..4] {
            assert!(request.starts_with("POST /hook?token=s3cr3t HTTP/1.1\r\n"), "{request}");
            assert!(request.contains("content-type: application/x-www-form-urlencoded\r\n"), "{request}");
            assert!(request.contains("event=support_conference_begin&version=1&timestamp="), "{request}");
        }
        assert!(seen.requests[4].contains("event=support_conference_member_added&"));
        assert!(seen.requests[4].contains("&name=Kim"));
    });
}

#[test]
fn a_recipient_is_trusted_by_its_authority_only() {
    run(async {
        let identity = tls::identity().unwrap();
        let book = Book::default();
        let (port, _tasks) = listen(Some(TlsAcceptor::from(identity.config)), &book).await;
        let url = format!("https://localhost:{port}/");
        let known = Recipient::new("known", &url).unwrap().ca_pem(&identity.ca_pem).unwrap();
        let unknown = Recipient::new("unknown", &url).unwrap();
        let server = Appliance::pra().items(0).recipient(known).recipient(unknown).serve().await.unwrap();
        let control = server.control();
        control.fire_event("support_conference_end", None, &[]).unwrap();
        until("both", || {
            let lines = control.recipients();
            lines[0]["delivered"] == 1 && lines[1]["status"] == "failing"
        })
        .await;
        let error = control.recipients()[1]["last_error"].as_str().unwrap().to_owned();
        assert!(error.starts_with("TLS: "), "{error}");
        assert_eq!(book.lock().unwrap().requests.len(), 1);
        server.stop().await;
    });
}

#[test]
fn two_thousand_events_take_one_connection() {
    run(async {
        let book = Book::default();
        let (port, _tasks) = listen(None, &book).await;
        let recipient = Recipient::new("desk", format!("http://127.0.0.1:{port}/")).unwrap();
        let server = Appliance::pra().items(0).recipient(recipient).serve().await.unwrap();
        let control = server.control();
        for number in 0..2_000 {
            let variable = ("n".to_owned(), number.to_string());
            control.fire_event("support_conference_begin", None, &[variable]).unwrap();
        }
        until("all", || queued(&control) == 0).await;
        let seen = book.lock().unwrap();
        let numbers =
            seen.requests.iter().map(|request| request.rsplit("n=").next().unwrap().parse::<u64>().unwrap());
        assert!(numbers.eq(0..2_000));
        assert_eq!(seen.connections, 1);
    });
}

#[test]
fn nobody_there_is_a_failure_that_is_told() {
    run(async {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let recipient = Recipient::new("gone", format!("http://127.0.0.1:{port}/?token=s3cr3t")).unwrap();
        let server = Appliance::pra().items(0).recipient(recipient).serve().await.unwrap();
        let control = server.control();
        control.fire_event("support_conference_begin", None, &[]).unwrap();
        until("a failure", || control.recipients()[0]["status"] == "failing").await;
        let shown = control.recipients().to_string();
        assert!(shown.contains("cannot connect") && !shown.contains("s3cr3t"), "{shown}");
    });
}
