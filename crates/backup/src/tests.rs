//! The request as bytes, answers of all sorts, and what is left on the disk.

use std::collections::VecDeque;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, ManualClock, Result, SecretString, Site};
use bt_sra_transport::api::offline;
use bt_sra_transport::{Body, Pipeline, RetryPolicy, Transport};
use bytes::Bytes;
use expect_test::{Expect, expect};
use http::header::{CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use http_body::Frame;

use crate::{Backup, BackupCall, PATH};

fn call() -> BackupCall {
    Backup::new(offline()).fetch()
}

#[track_caller]
fn sent(call: &BackupCall, expected: Expect) {
    let request = call.request().unwrap();
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {}\n", value.to_str().unwrap()));
    }
    text.push_str(&String::from_utf8_lossy(request.body()));
    expected.assert_eq(text.trim_end());
}

#[test]
fn a_password_makes_it_a_post() {
    sent(
        &call(),
        expect![[r#"
        GET /api/backup
        accept: */*"#]],
    );
    sent(
        &call().path("/api/backup.ns"),
        expect![[r#"
        GET /api/backup.ns
        accept: */*"#]],
    );
    sent(
        &call().password("correct \"horse\" ü".to_owned().into()),
        expect![[r#"
        POST /api/backup
        accept: */*
        content-type: application/json
        {"password":"correct \"horse\" ü"}"#]],
    );
}

#[test]
fn what_cannot_be_sent_is_refused_without_the_password() {
    let secret = || SecretString::from("hunter2".to_owned());
    for call in [call().path("backup"), call().path("/api/backup?x=1"), call().path("/api/ü b")] {
        let error = call.password(secret()).request().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(!format!("{error:?}").contains("hunter2"));
    }
    assert!(call().password(String::new().into()).request().is_err());
    assert!(!format!("{:?}", call().password(secret())).contains("hunter2"));
}

/// A transport that gives one answer.
#[derive(Debug)]
struct Canned {
    status: u16,
    headers: Vec<(HeaderName, &'static str)>,
    pieces: Vec<&'static [u8]>,
    breaks_off: bool,
    seen: Arc<Mutex<usize>>,
}

impl Canned {
    fn new(pieces: &[&'static [u8]]) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            pieces: pieces.to_vec(),
            breaks_off: false,
            seen: Arc::default(),
        }
    }

    fn header(mut self, name: HeaderName, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    fn call(self) -> BackupCall {
        let site = Site::parse("access.example.com").unwrap();
        let pipeline = Pipeline::builder(site, Arc::new(self)).clock(Arc::new(ManualClock::impatient()));
        Backup::new(pipeline.build()).fetch().with_retry(RetryPolicy::NONE)
    }
}

#[async_trait]
impl Transport for Canned {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        assert_eq!(request.uri().path(), PATH);
        *self.seen.lock().unwrap() += 1;
        let pieces = self.pieces.iter().map(|piece| Bytes::from_static(piece)).collect();
        let mut response = Response::new(Body::stream(Pieces(pieces, self.breaks_off)));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap();
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        Ok(response)
    }
}

struct Pieces(VecDeque<Bytes>, bool);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        Poll::Ready(match self.0.pop_front() {
            Some(piece) => Some(Ok(Frame::data(piece))),
            None if std::mem::take(&mut self.1) => Some(Err(Error::new(ErrorKind::Interrupted, "broke off"))),
            None => None,
        })
    }
}

/// Something that is no text.
const BINARY: &[u8] = b"\x8f\x00\x01NSB\xff\xfe\x07 and so on";

async fn read(call: BackupCall) -> Result<Bytes> {
    call.send().await?.into_body().collect(1 << 24).await
}

#[tokio::test]
async fn a_backup_comes_through_as_it_is() {
    assert_eq!(read(Canned::new(&[BINARY]).call()).await.unwrap(), BINARY);
    assert_eq!(read(Canned::new(&[b"", b"\x00", b"{}", b""]).call()).await.unwrap(), "\0{}");
    static LONG: [u8; 70_000] = [b'a'; 70_000];
    // Long, readable, and nothing that an error looks like: not ours to judge.
    let whole = read(Canned::new(&[&LONG, BINARY]).call()).await.unwrap();
    assert_eq!(whole.len(), LONG.len() + BINARY.len());
}

#[track_caller]
fn told(error: Error, kind: ErrorKind, expected: Expect) {
    assert_eq!(error.kind(), kind);
    assert!(!error.may_have_acted(), "{error}");
    expected.assert_eq(&error.to_string());
}

#[tokio::test]
async fn what_is_no_backup_is_an_error_whatever_its_status() {
    let refused = async |body: &'static [u8]| read(Canned::new(&[body]).call()).await.unwrap_err();
    told(refused(b"").await, ErrorKind::Decode, expect!["backup: the answer is empty"]);
    told(refused(b" \r\n").await, ErrorKind::Decode, expect!["backup: the answer is empty"]);
    told(
        refused(b"\n<!DOCTYPE html><title>Log in</title>").await,
        ErrorKind::Decode,
        expect!["backup: the answer is a page for people, and not a backup"],
    );
    told(
        refused(b"\xef\xbb\xbf<?xml version='1.0'?><error>x</error>").await,
        ErrorKind::Decode,
        expect!["backup: the answer is a document in XML, and not a backup"],
    );
    told(
        refused(b"\xff\xfe<\0h\0").await,
        ErrorKind::Decode,
        expect!["backup: the answer is a page or a document, and not a backup"],
    );
    told(
        refused(b"{\"error\":\"access_denied\",\"message\":\"Denied.\"}").await,
        ErrorKind::Credentials,
        expect!["backup: the appliance refused the token (HTTP 200): Denied."],
    );
    told(
        refused(b"{\"message\":\"Busy\"}").await,
        ErrorKind::Appliance,
        expect!["backup: the appliance refused the request (HTTP 200): Busy"],
    );
    told(refused(b"[1,").await, ErrorKind::Decode, expect!["backup: the answer is JSON, and not a backup"]);
    told(
        refused(b"Invalid credentials\n").await,
        ErrorKind::Credentials,
        expect!["backup: the appliance refused the credentials: Invalid credentials"],
    );
    told(
        refused(b"Try later").await,
        ErrorKind::Decode,
        expect!["backup: the answer is a text, and not a backup: Try later"],
    );
    let encoded = Canned::new(&[BINARY]).header(CONTENT_ENCODING, "gzip");
    told(
        read(encoded.call()).await.unwrap_err(),
        ErrorKind::Decode,
        expect!["backup: the answer is in an encoding that was not asked for"],
    );
    let forbidden = Canned { status: 403, ..Canned::new(&[b"{\"message\":\"No.\"}"]) };
    told(
        read(forbidden.call()).await.unwrap_err(),
        ErrorKind::Appliance,
        expect!["backup: the API account lacks the permission (HTTP 403): No."],
    );
}

#[tokio::test]
async fn long_pages_are_told_by_their_beginning() {
    static PAGE: [u8; 70_000] = [b' '; 70_000];
    let error = read(Canned::new(&[b"<html>", &PAGE]).call()).await.unwrap_err();
    assert!(error.to_string().contains("a page for people"));
    let error = read(Canned::new(&[b"{\"a\":", &PAGE]).call()).await.unwrap_err();
    assert!(error.to_string().contains("JSON"));
}

#[tokio::test]
async fn what_is_too_small_is_no_backup_even_if_it_comes_in_pieces() {
    let length = BINARY.len() as u64;
    assert!(read(Canned::new(&[BINARY]).call().at_least(length)).await.is_ok());
    told(
        read(Canned::new(&[BINARY]).call().at_least(length + 1)).await.unwrap_err(),
        ErrorKind::Decode,
        expect!["backup: the answer has 19 bytes, and a backup must have 20 at least"],
    );
    static LONG: [u8; 70_000] = [0; 70_000];
    let error = read(Canned::new(&[&LONG, BINARY]).call().at_least(80_000)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

fn names(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn a_backup_is_saved_under_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let saved = Canned::new(&[BINARY]).call().save(folder.path()).await.unwrap();
    assert_eq!(saved.path, folder.path().join("access.example.com-20260101T000000Z.nsb"));
    assert_eq!(std::fs::read(&saved.path).unwrap(), BINARY);
    assert_eq!(saved.size, BINARY.len() as u64);
    let named = Canned::new(&[BINARY]).header(CONTENT_DISPOSITION, "attachment; filename=\"../x.nsb\"");
    assert_eq!(named.call().save(folder.path()).await.unwrap().path, folder.path().join("x.nsb"));
    let again = || Canned::new(&[BINARY]).call().save_as(folder.path(), "x.nsb");
    assert_eq!(again().await.unwrap_err().kind(), ErrorKind::Io);
    assert_eq!(names(folder.path()).len(), 2);
}

#[tokio::test]
async fn what_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let broken = Canned { breaks_off: true, ..Canned::new(&[BINARY]) };
    let cut = Canned::new(&[BINARY]).header(CONTENT_LENGTH, "5000");
    let page = Canned::new(&[b"<html>"]);
    static LONG: [u8; 300_000] = [0; 300_000];
    let small = Canned::new(&[&LONG, &LONG]).call().at_least(1_000_000);
    for call in [broken.call(), cut.call(), page.call(), small] {
        call.save(folder.path()).await.unwrap_err();
        assert_eq!(names(folder.path()), [""; 0]);
    }
}

#[tokio::test]
async fn what_has_begun_is_not_asked_for_again() {
    let seen = Arc::<Mutex<usize>>::default();
    let broken = Canned { breaks_off: true, seen: Arc::clone(&seen), ..Canned::new(&[BINARY]) };
    let call = broken.call().with_retry(RetryPolicy::default());
    assert_eq!(read(call).await.unwrap_err().kind(), ErrorKind::Interrupted);
    assert_eq!(*seen.lock().unwrap(), 1);
}
